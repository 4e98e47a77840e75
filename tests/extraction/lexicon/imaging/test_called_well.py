"""Specification of levels and spines that are called healthy."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L5-S1, nothing to report there.", ["mri unremarkable lumbar"]),
        ("L3-4, nothing exciting.", ["mri unremarkable lumbar"]),
        ("L2-3 is spotless.", ["mri unremarkable lumbar"]),
        ("Five-one is clean as a whistle.", ["mri unremarkable lumbar"]),
        ("It's a healthy-looking lumbar spine.", ["mri unremarkable lumbar"]),
        ("Alignment, normal.", ["mri malalignment lumbar absent"]),
        ("The disc at L3-4 has kept its height.", ["mri disc_degeneration lumbar absent"]),
        ("L1-2, fine.", ["mri unremarkable lumbar"]),
        ("L2-3, just fine.", ["mri unremarkable lumbar"]),
        ("Nothing much at L2-3.", ["mri unremarkable lumbar"]),
        ("There's a bulge at L4-5 and nothing at L5-S1.", ["mri disc_herniation lumbar", "mri unremarkable lumbar"]),
        ("There's nothing hurting you at L3-4.", []),
        ("Nothing at L3-4 to L5-S1 that I'd operate on.", []),
        ("L4-5, fine with you if we wait?", []),
        ("At L4-5, nothing helped you so far.", []),
        ("L4-5, nothing wrong with asking.", []),
    ],
)
def test_what_is_called_well(read: Read, text: str, lines: list[str]) -> None:
    """A level of which there is nothing to tell is well, and so is a spine that looks so."""
    assert read(_OPENING + text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: There's nothing on the x-ray of your collarbone.", ["xray other upper_extremity absent"]),
        ("Doctor: There's nothing at all on the lumbar MRI.", ["mri unremarkable lumbar"]),
        ("Doctor: There's nothing new about the parking on the way to the MRI.", []),
    ],
)
def test_nothing_on_a_study(read: Read, text: str, lines: list[str]) -> None:
    """A study that there is nothing on is named, and calls its part well."""
    assert read(text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lumbar's good.", ["mri unremarkable lumbar"]),
        ("Levels two through four are all fine.", ["mri unremarkable lumbar"]),
        ("The rest of the lumbar spine is clean.", ["mri unremarkable lumbar"]),
        ("The rest of it is fine.", ["mri unremarkable lumbar"]),
        (
            "Nothing has slipped, and your hips look great.",
            ["mri malalignment lumbar absent", "mri unremarkable pelvic"],
        ),
        ("Nothing has slipped, and your hips don't look great.", ["mri malalignment lumbar absent"]),
    ],
)
def test_parts_called_well_by_their_names(read: Read, text: str, lines: list[str]) -> None:
    """A part of the spine, its levels by their numbers, and what is left are called well."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines
