"""Specification of sides that are told in the next words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        ("DR: The iliac crest is high.\nPT: Which one?\nDR: The left.", "asymmetry pelvic left"),
        ("DR: There's guarding at L2.\nPT: Ow.\nDR: On the right, that is.", "tissue_texture lumbar right"),
        ("DR: There's guarding at L2.\nPT: On the right?\nDR: Yes.", "tissue_texture lumbar right"),
        ("DR: There's guarding at L2.\nPT: On the right?\nDR: No, the left.", "tissue_texture lumbar left"),
        ("DR: There's guarding at L2.\nPT: Left or right?\nDR: Left.", "tissue_texture lumbar left"),
        ("DR: There's guarding at L2.\nPT: Mm.\nDR: It's on the left, which fits your story.",
         "tissue_texture lumbar left"),
        ("DR: T9 is tender.\nPT: It is.\nDR: Just to the right of the spine.", "tenderness thoracic right"),
        ("DR: There's guarding at L2.\nPT: Which bone?\nDR: The left.", "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: It's been like that.\nDR: Right.", "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: On the left?\nDR: Right.", "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: Mm.\nDR: Now the right side.", "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: Mm.\nDR: It goes down the left leg.", "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: Mm.\nDR: Your left hip is loose.", "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: Which side?\nDR: It's on your right, but the left too.",
         "tissue_texture lumbar"),
        ("DR: There's guarding at L2.\nPT: Goodness.\nDR: Over on the right.", "tissue_texture lumbar"),
        ("DR: No guarding at L2.\nPT: Which side?\nDR: The left.", "tissue_texture lumbar absent"),
    ],
)  # fmt: skip
def test_the_side_of_what_the_hands_found(read: Read, turns: str, line: str) -> None:
    """A side that only tells where is that of what was found before, asked for or pointed back with; others are not."""
    assert line in read(turns, "tart", "transcript")


@pytest.mark.parametrize(
    ("group", "turns", "line"),
    [
        ("lesions", "DR: I'd call it a sacroiliac joint dysfunction.\nPT: Which side?\nDR: The right side.",
         "somatic_dysfunction sacral right"),
        ("neuro", "DR: The triceps is weak.\nSTUDENT: On the left?\nDR: Yes.", "motor_deficit left"),
        ("imaging", "DR: The MRI shows a disc bulge at L3-4.\nPT: On my bad side?\nDR: Yes, on the left.",
         "mri disc_herniation lumbar left"),
        ("imaging", "DR: The MRI shows a dried out disc at L3-4.\nPT: On my bad side?\nDR: On the left.",
         "mri disc_degeneration lumbar"),
    ],
)  # fmt: skip
def test_the_side_of_every_kind_of_finding(read: Read, group: str, turns: str, line: str) -> None:
    """Lesions, nerves and pictures take it as well, but for what has no side."""
    assert read(turns, group, "transcript") == [line]
