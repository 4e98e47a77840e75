"""Specification of what an earlier study showed and a later one does not."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here are both MRIs of the lumbar spine. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Last year there was a big herniation at L5-S1 on the right. Now it's gone.",
         ["mri disc_herniation lumbar right historical"]),
        ("A big piece of disc at L4-5, on the left, in April. That one's dissolved.",
         ["mri disc_herniation lumbar left historical"]),
        ("In May that was an extrusion at L4-5, on the left. What's left now is a small bulge, right in the middle.",
         ["mri disc_herniation lumbar left historical", "mri disc_herniation lumbar midline"]),
        ("The canal was tight back then and it's wide open now.",
         ["mri canal_narrowing lumbar absent", "mri canal_narrowing lumbar historical"]),
        ("A big piece of disc at L4-5 in April. Now it's gone.", ["mri disc_herniation lumbar historical"]),
        ("There was a herniation at L5-S1 a year ago. It's gone dark.", ["mri disc_herniation lumbar"]),
        ("There was a herniation at L5-S1 a year ago. It's still there.", ["mri disc_herniation lumbar"]),
        ("There's a herniation at L5-S1. The pain may be gone by May.", ["mri disc_herniation lumbar"]),
        ("A year ago the disc at L4-5 bulged. Now the one above has gone black.",
         ["mri disc_degeneration lumbar", "mri disc_herniation lumbar"]),
    ],
)  # fmt: skip
def test_what_is_gone_since(read: Read, text: str, lines: list[str]) -> None:
    """What a clinician dates and then says to be gone is past; what is still there, or another disc, is not."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines
