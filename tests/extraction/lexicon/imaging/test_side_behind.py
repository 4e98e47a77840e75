"""Specification of sides that are told behind a finding."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("There's a bulge at L4-5, not too big, and it points to the right.", ["mri disc_herniation lumbar right"]),
        ("There's a bulge at L4-5, it's small, it leans to the left.", ["mri disc_herniation lumbar left"]),
        ("There's a protrusion, L3-4, off to the left.", ["mri disc_herniation lumbar left"]),
        ("There's a bulge at L4-5, it's smack in the middle.", ["mri disc_herniation lumbar"]),
        ("There's a bulge at L4-5, your pain is on the left.", ["mri disc_herniation lumbar"]),
        ("There's a bulge at L4-5, it's small, and the facet is big on the right.",
         ["mri bony_overgrowth lumbar right", "mri disc_herniation lumbar"]),
        ("The bulge is worse, L4-5, right more than left.", ["mri disc_herniation lumbar bilateral"]),
    ],
)  # fmt: skip
def test_a_side_told_behind(read: Read, text: str, lines: list[str]) -> None:
    """Speech names a finding, its level and its sort, and only then its side; what else is sided keeps its own."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines
