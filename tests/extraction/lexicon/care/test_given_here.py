"""Specification of care that is given in the clinic, and of what is kept up at home instead."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: Continue ice 10 minutes.", ["other planned"]),
        ("Plan: Moist heat 10 minutes.", ["other today"]),
        ("A: L5 radiculopathy.\nP: R L5 TFESI under fluoro, 6/17.", ["injection planned lumbar"]),
        ("Procedure\nR L5 TFESI under fluoro.", ["injection today lumbar"]),
        ("Plan: walk 20 min/d.", ["exercise planned"]),
    ],
)
def test_here_or_at_home(read: Read, text: str, lines: list[str]) -> None:
    """What is kept up, walked or dated in a plan is not given here, however it is measured."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("DR: I'll put some tape across the shoulder.", ["other today upper_extremity"]),
        ("DR: And you're still on the naproxen.", ["medication prior"]),
        ("PT: That table we did felt good.\nDR: The flexion-distraction, yeah.", ["manipulation prior"]),
        ("PT: My cousin's osteopath cracked my neck once.", ["manipulation prior cervical"]),
        ("PT: I had six weeks of PT with traction.", ["physical_therapy prior"]),
        ("PT: I was bracing for bad news.", []),
        ("DR: Blood thinners?\nPT: Just a baby aspirin.", []),
    ],
)
def test_what_talk_means(read: Read, talk: str, lines: list[str]) -> None:
    """Tape is put on now, what is still taken was taken before, and a part of a therapy is no care of its own."""
    assert read(f"DR: So, somatic dysfunction of L4.\nPT: Hm.\n{talk}", "care", "transcript") == lines


def test_who_counts_and_who_speaks(read: Read) -> None:
    """Who comes along counts what was had, and a label of talk without a colon is no physical therapy."""
    assert read("SURGEON: What was tried?\nDAUGHTER: Two epidurals.", "care", "transcript") == ["injection prior"]
    assert read("doc how is the ankle\npt both hurt\ndoc how long\npt six weeks\npt no", "care", "transcript") == []
