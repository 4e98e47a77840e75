"""Specification of the study that is looked at where nobody names it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("Look at the screen. The discs at L4-5 are black, and there's a bulge.", "mri"),
        ("Here's the cord, nice white fluid around it. There's a bulge at L4-5.", "mri"),
        ("Look at the screen. There's a bulge at L4-5.", "unspecified"),
        ("Your skin is white as a ghost. On the screen there's a bulge at L4-5.", "unspecified"),
        ("On the screen there's a bulge at L4-5. An MRI doesn't show pain.", "mri"),
        ("On the screen there's a bulge at L4-5. I'd repeat the MRI in June.", "mri"),
        ("On the screen there's a bulge at L4-5. I'm ordering an MRI.", "unspecified"),
        ("On the screen, from the side view, there's a bulge at L4-5.", "xray"),
        ("On your CT there's a bulge at L4-5. The disc is dark.", "ct"),
    ],
)
def test_what_is_seen_tells_the_study(read: Read, talk: str, lines: str) -> None:
    """Discs and fluid have a colour on an MRI alone; a study that is named is that one."""
    assert f"{lines} disc_herniation lumbar" in read(f"Doctor: {talk}", "imaging", "transcript")


@pytest.mark.parametrize(
    ("talk", "line"),
    [
        ("I have the MRI report. I don't have the films themselves. No fracture at L4, it says.", "mri fracture"),
        ("I have the MRI report. I haven't seen the films. No fracture at L4, it says.", "mri fracture"),
        ("I have the MRI report. I read my own films. No fracture at L4.", "mri fracture"),
        ("I have the MRI report. On the films there's no fracture at L4.", "xray fracture"),
        ("These are the ones we took Tuesday, standing. There's no fracture at L4.", "xray fracture"),
    ],
)
def test_films(read: Read, talk: str, line: str) -> None:
    """Films that somebody has not seen are the pictures of the study spoken of."""
    assert read(f"Doctor: {talk}", "imaging", "transcript")[-1].startswith(line)
