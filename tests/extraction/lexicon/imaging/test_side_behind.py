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
        ("There's a bulge at L4-5, it's smack in the middle.", ["mri disc_herniation lumbar midline"]),
        ("There's a bulge at L4-5, your pain is on the left.", ["mri disc_herniation lumbar"]),
        ("There's a bulge at L4-5, it's small, and the facet is big on the right.",
         ["mri bony_overgrowth lumbar right", "mri disc_herniation lumbar"]),
        ("The bulge is worse, L4-5, right more than left.", ["mri disc_herniation lumbar bilateral"]),
    ],
)  # fmt: skip
def test_a_side_told_behind(read: Read, text: str, lines: list[str]) -> None:
    """Speech names a finding, its level and its sort, and only then its side; what else is sided keeps its own."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("There's a spur at L3-4. On the right.", ["mri bony_overgrowth lumbar right"]),
        ("There's arthritis in the facets. L4-5, both sides.", ["mri bony_overgrowth lumbar bilateral"]),
        ("The foramen at L5-S1 is narrow.\nPatient: Which side?\nDoctor: The left.",
         ["mri foraminal_narrowing lumbar left"]),
        ("There's a crack in the sacrum, a stress fracture, on the left side.", ["mri fracture sacral left"]),
        ("There's a pars fracture, a new one, on the right.", ["mri fracture lumbar right"]),
        ("There's a spur at L3-4. On the right your leg is weak.", ["mri bony_overgrowth lumbar"]),
        ("There's a spur at L3-4.\nPatient: My left leg?\nDoctor: The left leg, that's the disc.",
         ["mri bony_overgrowth lumbar"]),
    ],
)  # fmt: skip
def test_a_side_told_in_a_few_words(read: Read, text: str, lines: list[str]) -> None:
    """A side that is told alone, asked for or not, is that of what was told right before."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "side"),
    [("okay so l3 4 there's a spur\nleft hip is normal on the film", ""), ("There's a spur at L3-4. Left.", " left")],
)
def test_speech_without_marks_goes_on_to_another_side(read: Read, text: str, side: str) -> None:
    """A side at the end of a line without a mark belongs to the next words."""
    assert f"mri bony_overgrowth lumbar{side}" in read(_OPENING + text, "imaging", "transcript")
