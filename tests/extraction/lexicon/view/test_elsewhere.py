"""Specification of what belongs to other organs."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Frontal sinuses tender.",
        "Tender over the left mastoid.",
        "Prostate boggy.",
        "Right lower quadrant tender.",
        "No CVA tenderness.",
        "Fluid restricted diet.",
        "Thyroid firm.",
    ],
)
def test_exam_of_other_organs(read: Read, text: str) -> None:
    """What is felt at an organ, or restricted in a diet, is no finding at a joint."""
    assert read(f"Exam: {text}", "tart") == []


@pytest.mark.parametrize("text", ["Neck nodes firm, C5 tender.", "C5 tender; thyroid normal."])
def test_a_place_in_between(read: Read, text: str) -> None:
    """An organ takes no finding beyond a pause or a place."""
    assert read(f"Exam: {text}", "tart") == ["tenderness cervical"]


@pytest.mark.parametrize("text", ["Mesenteric artery stenosis", "Stenosis of the left ureter", "Celiac stenosis"])
def test_conditions_of_other_organs(read: Read, text: str) -> None:
    """A narrowing of a vessel or duct is none of the spine."""
    assert (read(f"Assessment: {text}.", "diagnoses"), read(f"Assessment: {text}.", "lesions")) == ([], [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Adjusted the dose of gabapentin.", []),
        ("Will adjust her workstation.", []),
        ("Adjusted L5 today.", ["manipulation today lumbar"]),
    ],
)
def test_what_is_adjusted(read: Read, text: str, lines: list[str]) -> None:
    """A dose or a chair is adjusted without manipulation."""
    assert [line for line in read(f"Plan: {text}", "care") if line.startswith("manipulation")] == lines


def test_a_joint_with_the_name_of_an_organ(read: Read) -> None:
    """A part of a limb may share a word with an organ."""
    text = "Doctor: The ankle is puffy at the sinus tarsi on the right."
    assert read(text, "tart", "transcript") == ["tissue_texture lower_extremity right"]
