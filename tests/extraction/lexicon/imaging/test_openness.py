"""Specification of whether spaces are open."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. "
_HOLES = "These are the windows the nerves leave by. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L3-4, there's a hole on the left and a hole on the right for the nerve, and both are open.",
         ["mri foraminal_narrowing lumbar bilateral absent"]),
        (_HOLES + "Left side, a nice oval. Right side is a pinhole.",
         ["mri foraminal_narrowing lumbar left absent", "mri foraminal_narrowing lumbar right"]),
        (_HOLES + "Right L4-5, fine. Left L4-5, tight.",
         ["mri foraminal_narrowing lumbar left", "mri foraminal_narrowing lumbar right absent"]),
        (_HOLES + "Left side: round, round, and this one at L5-S1 looks like somebody stepped on it.",
         ["mri foraminal_narrowing lumbar left"]),
        (_HOLES + "Left side: round, round, and this one at L5-S1 is round.",
         ["mri foraminal_narrowing lumbar left absent"]),
        (_HOLES + "There's barely a window on the left.", ["mri foraminal_narrowing lumbar left"]),
        (_HOLES + "The left one's closed down to nothing.", ["mri foraminal_narrowing lumbar left"]),
        ("Here's the hole on the right at L4-5, and it's open. And this is the left, it's pinched off.",
         ["mri foraminal_narrowing lumbar left", "mri foraminal_narrowing lumbar right absent"]),
        ("At L5-S1 something fills this corner on the right, the lateral recess.",
         ["mri canal_narrowing lumbar right"]),
        ("The canal should be a nice round circle, and yours is squeezed.", ["mri canal_narrowing lumbar"]),
        ("The canal should really be more of a really big circle.", []),
    ],
)  # fmt: skip
def test_spaces_shown(read: Read, text: str, lines: list[str]) -> None:
    """Openings are told side by side, by their shape, and by one that is unlike the others."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Canal roomy throughout, foramina too.",
         ["mri canal_narrowing lumbar absent", "mri foraminal_narrowing lumbar absent"]),
        ("Foramina patent, canal as well.",
         ["mri canal_narrowing lumbar absent", "mri foraminal_narrowing lumbar absent"]),
        ("Canal wide, foramina of L4 seen.", ["mri canal_narrowing lumbar absent"]),
    ],
)  # fmt: skip
def test_a_further_space(read: Read, text: str, lines: list[str]) -> None:
    """A report tells the same of a further space with a word."""
    assert sorted(read(f"IMAGING: MRI lumbar: {text}", "imaging")) == lines


@pytest.mark.parametrize("verb", ["takes", "steals", "has taken"])
def test_room_that_is_taken(read: Read, verb: str) -> None:
    """What takes room from nerves leaves a canal no wider."""
    text = (
        f"Doctor: Here's the MRI, L4-5. The ligament behind the canal is thick. All of it {verb} room from the nerves."
    )
    assert "mri canal_narrowing lumbar absent" not in read(text, "imaging", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The canal is moderate at L4-5.", ["mri canal_narrowing lumbar"]),
        ("The canal there is severe.", ["mri canal_narrowing lumbar"]),
        ("The foramina at L3-4, mild on the left, severe on the right.", ["mri foraminal_narrowing lumbar bilateral"]),
        ("The foramina at L3-4, maybe a bit tight on the right.", ["mri foraminal_narrowing lumbar right"]),
        ("The left foramen at L5-S1 is choked down to almost nothing.", ["mri foraminal_narrowing lumbar left"]),
        ("The canal has moderate room for what you do.", []),
    ],
)
def test_how_bad_a_space_is(read: Read, text: str, lines: list[str]) -> None:
    """A space of which only the degree is told is narrow; of what goes to almost nothing nothing is denied."""
    assert read(_OPENING + text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI L-spine: L3-4 canal: mild. Foramina: severe L, mod R.",
         ["mri canal_narrowing lumbar", "mri foraminal_narrowing lumbar bilateral"]),
        ("MRI C-spine: C6-7 foramina sev L.", ["mri foraminal_narrowing cervical left"]),
        ("MRI C-spine: C6-7 canal normal for age, moderate bulge.",
         ["mri canal_narrowing cervical absent", "mri disc_herniation cervical"]),
    ],
)  # fmt: skip
def test_degrees_written_behind_a_space(read: Read, text: str, lines: list[str]) -> None:
    """A report may write behind a space only how narrow it is, and a degree of something else is none of it."""
    assert sorted(read(text, "imaging")) == lines
