"""Specification of plain words for what is too big, too narrow, or out of place."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The facets are fat at L4-5.", ["mri bony_overgrowth lumbar"]),
        ("At L4-5 the joints have grown lumpy.", ["mri bony_overgrowth lumbar"]),
        ("The ligament's beefy at L4-5.", ["mri ligament_hypertrophy lumbar"]),
        ("The rest of the canal has space.", ["mri canal_narrowing lumbar absent"]),
        ("At L3-4 the canal is waisted.", ["mri canal_narrowing lumbar"]),
        ("The gutter on the left at L4-5 is tight.", ["mri canal_narrowing lumbar left"]),
        ("The bone nips the hole on the left at L4-5.", ["mri foraminal_narrowing lumbar left"]),
        ("At L4-5 a ridge on the right narrows where the nerve comes out.",
         ["mri bony_overgrowth lumbar right", "mri foraminal_narrowing lumbar right"]),
        ("The disc at L4-5 is bellying back.", ["mri disc_herniation lumbar"]),
        ("L4 has turned.", ["mri malalignment lumbar"]),
        ("Both SI joints look crisp.", ["mri sacroiliac_changes sacral bilateral absent"]),
        ("There's a gap in the bone at L5, on both sides.", ["mri other lumbar bilateral"]),
        ("Nothing turned up at L4-5.", []),
        ("You've grown, I see.", []),
    ],
)  # fmt: skip
def test_plain_words(read: Read, text: str, lines: list[str]) -> None:
    """Parts are told by their bulk, their room and their place; nothing turns up where nothing has turned."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI neck: C5-6 disc-osteophyte complex, L foramen mod narrowed.",
         ["mri bony_overgrowth cervical", "mri disc_herniation cervical", "mri foraminal_narrowing cervical left"]),
        ("MRI neck: C5-6 osteophyte, no disc bulge.",
         ["mri bony_overgrowth cervical", "mri disc_herniation cervical absent"]),
    ],
)  # fmt: skip
def test_discs_with_their_rims(read: Read, text: str, lines: list[str]) -> None:
    """A complex is disc and bone, and takes no side from a foramen."""
    assert sorted(read(text, "imaging")) == lines
