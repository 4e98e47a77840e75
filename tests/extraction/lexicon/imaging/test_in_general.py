"""Specification of what pictures show of anybody."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Doctor: An x-ray wouldn't show a bulging disc anyway.",
        "Doctor: You can't see a herniation on an x-ray.",
        "Doctor: A plain film won't show the nerve. An MRI would.",
        "Doctor: If I did an MRI of everybody in this street, half would have a bulge.",
        "Doctor: Can an MRI tell where it comes from? It could.",
        "Doctor: For the discs you need an MRI, and we're not there.",
        "Doctor: This MRI with the herniation is from a textbook.",
    ],
)
def test_what_studies_show_in_general(read: Read, text: str) -> None:
    """What a study may show or miss in anybody is neither seen nor planned."""
    assert read(text, "imaging", "transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: Your MRI doesn't show a herniation at L4-5.", ["mri disc_herniation lumbar absent"]),
        ("Doctor: The MRI of your neck will tell us.", ["mri other cervical hypothetical"]),
        ("Doctor: The neck MRI will show us.", ["mri other cervical hypothetical"]),
        ("Doctor: You can see the bulge at L4-5 on an MRI I have here.", ["mri disc_herniation lumbar"]),
        ("Doctor: On the lumbar MRI the disc at L4-5 shows a textbook bulge.", ["mri disc_herniation lumbar"]),
        ("Doctor: You need an MRI of the neck.", ["mri other cervical hypothetical"]),
        ("Doctor: The lumbar MRI, this could be in a textbook, the disc at L4-5 bulges.", []),
        ("Doctor: On the lumbar MRI you can see a bulge at L4-5.", ["mri disc_herniation lumbar"]),
    ],
)
def test_what_a_study_shows(read: Read, text: str, lines: list[str]) -> None:
    """What the patient's own study shows or will show is told of it."""
    assert read(text, "imaging", "transcript") == lines
