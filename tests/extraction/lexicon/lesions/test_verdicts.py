"""Specification of verdicts on joints without the name of a lesion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Your pubes, nothing there.", f"{SD} pelvic absent"),
        ("The upper ribs, nothing to treat.", f"{SD} rib_cage absent"),
        ("I'm not finding anything in the neck.", f"{SD} cervical absent"),
        ("I don't feel a T12.", f"{SD} thoracic T12 absent"),
        ("The right SI we adjusted in March, that's held.", f"{SD} sacral right historical"),
        ("The rib from last month has cleared.", f"{SD} rib_cage historical"),
        ("The C2 you had in spring, I can't find it anymore.", f"{SD} cervical C2 historical"),
        ("The one at T6 I treated in May hasn't come back.", f"{SD} thoracic T6 historical"),
    ],
)
def test_joints_that_are_cleared_or_over(read: Read, said: str, line: str) -> None:
    """Beside a lesion that is named, a joint that is cleared has none, and one that was treated had one."""
    assert read(f"Doctor: L5 dysfunction. {said}", "lesions", "transcript") == [f"{SD} lumbar L5", line]


@pytest.mark.parametrize(
    "said",
    [
        "The neck pain you had in May is gone.",
        "The hip you had replaced is holding up.",
        "Your neck is sore, nothing there to worry about.",
        "The neck and the ribs move, nothing there.",
        "I adjusted your neck and it felt good.",
        "Any numbness in the leg? Nothing there, good.",
        "Your pubes are even, nothing there.",
        "Your pubes, nothing there to",
    ],
)
def test_what_judges_no_joint(read: Read, said: str) -> None:
    """Pains that are gone, operated joints, soothing words and what is examined clear none, nor do words about two."""
    assert read(f"Doctor: L5 dysfunction. {said}", "lesions", "transcript") == [f"{SD} lumbar L5"]


def test_where_no_lesion_is_named(read: Read) -> None:
    """Where a text names no lesion, who finds nothing at a joint has looked for something else."""
    assert read("Doctor: The pelvis is level, nothing there.", "lesions", "transcript") == []
