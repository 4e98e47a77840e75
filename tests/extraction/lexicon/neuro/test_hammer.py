"""Specification of reflexes that are told one after the other behind the hammer."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

HERE = "reflex_deficit absent"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Biceps jerks I've got, triceps jerks I've got.", [HERE]),
        ("Patellar jerks I get. Achilles I get too.", [HERE]),
        ("Where's my hammer. Knees, those are fine. Ankles, good.", [HERE]),
        ("Tapping now. The ankles are good, the knees are even.", [HERE]),
        ("So your reflexes, yeah, yeah, they're all good.", [HERE]),
        ("grab the hammer triceps biceps they're all there", [HERE]),
        ("Your ankles jump, and your knees jump.", [HERE]),
        ("Reflexes. Biceps, fine, both of them.", ["reflex_deficit bilateral absent"]),
    ],
)
def test_reflexes_that_are_got(read: Read, said: str, lines: list[str]) -> None:
    """A reflex that is got, fine or there is well, on both sides where that is said."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Knee jerks, er, I can't find either of them.", ["reflex_deficit bilateral"]),
        ("Hammer. Triceps ... I don't get those, left or right.", ["reflex_deficit bilateral"]),
        ("Reflexes. The right biceps I can't raise.", ["reflex_deficit right"]),
        ("Let me tap. I'm not getting anything at the left ankle.", ["reflex_deficit left"]),
        ("Knee reflex, right, hm, hardly anything.", ["reflex_deficit right"]),
        ("Hammer. Left knee, it's there. On the right ... that's way down.", [f"{HERE[:14]} left absent", "right"]),
        ("Tapping. Supinator, left one jumps, right one, eh, it's sleepy.", [f"{HERE[:14]} left absent", "right"]),
        ("Hammer. Left knee, fine. Right knee ... nothing.", [f"{HERE[:14]} left absent", "right"]),
    ],
)
def test_reflexes_that_are_missed(read: Read, said: str, lines: list[str]) -> None:
    """A reflex that is not got, or is faint, is less than it should be, on the side that is named with it."""
    lines = [f"reflex_deficit {line}" if line in {"left", "right"} else line for line in lines]
    assert read(f"DR: {said}", "neuro", "transcript") == lines


def test_another_examiner_answers(read: Read) -> None:
    """Who is asked for a reflex answers with what was met."""
    text = "DR. ROE: What do you get for the biceps jerk?\nDR. DOE: On the left, um, I can't get one.\nPATIENT: Oh."
    assert read(text, "neuro", "transcript") == ["reflex_deficit left"]


@pytest.mark.parametrize(
    "text",
    [
        "DR: I've got the scan. The ankles are good, the knees are good.",
        "DR: I can't get the ankle to bend.",
        "DR: Deep breath. Good one. There.",
        "DR: Tapping with the instrument on the knee. Good.",
        "PT: My ankles I've got to wrap.",
        "DR: Hammer. And you, sir? There you are.",
    ],
)
def test_what_is_no_reflex(read: Read, text: str) -> None:
    """Joints, breaths and hands that treat name no reflex."""
    assert read(text, "neuro", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Biceps jerk, left is two, right is one, hardly there.", ["right", "left absent"]),
        ("Knee jerk on the left, hm... there, two plus.", ["left absent"]),
        ("Reflexes. Triceps. And the weak triceps is from that.", []),
    ],
)
def test_reflexes_that_are_graded(read: Read, said: str, lines: list[str]) -> None:
    """What is graded is read by its grade, and a muscle that is weak by that."""
    found = [line for line in read(f"DR: {said}", "neuro", "transcript") if line.startswith("reflex")]
    assert found == [f"reflex_deficit {line}" for line in lines]
