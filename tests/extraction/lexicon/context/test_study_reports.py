"""Specification of what tells the report of a study, and of what only awaits one."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def test_a_paragraph_goes_on_behind_a_report(read: Read) -> None:
    """Behind what a film shows, the same paragraph tells of the patient again."""
    text = "An MRI in May showed a disc bulge at L4-5. She has tried physical therapy and can sit only ten minutes."
    assert read(text, "care") == ["physical_therapy prior"]
    assert read(text, "function") == ["sitting"]


@pytest.mark.parametrize(
    "said",
    ["It's stenosis at L3-4, from what I can't say without the MRI.",
     "I'd call it stenosis at L3-4 until I see the MRI."],
)  # fmt: skip
def test_a_study_that_is_not_seen_yet(read: Read, said: str) -> None:
    """What a clinician concludes without a study is no finding of it."""
    assert read(f"DR: {said}", "diagnoses", "transcript") == ["spinal_stenosis lumbar"]
