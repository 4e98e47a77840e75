"""Specification of the other side, said sentences after a correction or heard by somebody else."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [
        "Hold on, which hip are you pointing at? That's your left.",
        "Wait, I had you flipped. It's the left one.",
        "Sorry, you're face down. So that's the left sacroiliac joint.",
        "Oh shoot. No, left.",
        "Did I say right? Left.",
    ],
)
def test_the_other_side_stands_in_its_own_sentence(read: Read, said: str) -> None:
    """A bare sentence with the other side, after a correction is announced, gives its side to what was said before."""
    text = f"DR: Somatic dysfunction of the right sacroiliac joint. {said}"
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction sacral left"]


@pytest.mark.parametrize(
    ("heard", "answer"),
    [("You said left earlier.", "Left, thanks."), ("I have left here.", "Yes, correct."), ("You mean left?", "Yeah.")],
)
def test_somebody_heard_the_other_side(read: Read, heard: str, answer: str) -> None:
    """What somebody else heard or noted holds where the speaker agrees."""
    text = f"DR: Assessment is right sacroiliac somatic dysfunction.\nMA: {heard}\nDR: {answer}"
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction sacral left"]


@pytest.mark.parametrize(
    ("answer", "side"), [("Left, thank you.", "left"), ("Oh, yes, left.", "left"), ("Okay, good.", "right")]
)
def test_a_patient_tells_the_own_side(read: Read, answer: str, side: str) -> None:
    """Who names the own side corrects the examiner that then says it, and nobody else."""
    text = f"DR: Somatic dysfunction of the right sacroiliac joint.\nPT: That's my left.\nDR: {answer}"
    assert read(text, "lesions", "transcript") == [f"somatic_dysfunction sacral {side}"]


@pytest.mark.parametrize(
    "said",
    [
        "Hold on a second. The left sacroiliac joint springs well.",
        "Sorry, cold hands. Left knee next.",
        "Wait there. Now look to the left.",
    ],
)
def test_an_examination_that_goes_on_corrects_nothing(read: Read, said: str) -> None:
    """The other side takes nothing over where something else is said of it."""
    text = f"DR: Somatic dysfunction of the right sacroiliac joint. {said}"
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction sacral right"]
