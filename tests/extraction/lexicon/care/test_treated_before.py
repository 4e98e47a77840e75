"""Specification of treatments of an earlier visit that name no technique."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("How was it since I treated you last Tuesday?", "manipulation prior"),
        ("Last time in July we treated the sacrum and the ribs.", "manipulation prior sacral rib_cage"),
        ("The rib dysfunction we treated in the spring, that's gone.", "manipulation prior rib_cage"),
        ("In March I adjusted the atlas.", "manipulation prior cervical"),
        ("Two visits ago I treated you for the pelvis.", "manipulation prior pelvic"),
        ("So how long did the last treatment last?", "manipulation prior"),
    ],
)
def test_what_was_treated(read: Read, said: str, line: str) -> None:
    """A clinician tells when a joint, or the patient, was treated."""
    assert read(f"DR: {said}", "care", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "DR: I treated a lady with that last week.",
        "DR: We treated your ear infection last month.",
        "DR: We did the x-ray of the neck last week.",
        "DR: Hello.\nPT: You did what you could last time.",
        "DR: If I treated you next week, would that suit you?",
    ],
)
def test_what_was_not_treated(read: Read, said: str) -> None:
    """Another person, an infection, a study and an accident are not treated by hand."""
    assert read(said, "care", "transcript") == []


def test_a_note_tells_it_too(read: Read) -> None:
    """So do the words of a note; what is treated now is of today."""
    assert read("S: Better since we did the occiput in January.", "care") == ["manipulation prior head"]
