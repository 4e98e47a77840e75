"""Specification of sides that are only the way something moves or stands."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C5 is stuck in left rotation. Sore?\nPT: Yes.", ["restriction cervical left", "tenderness cervical"]),
        ("L4 won't go into right lateral bend. It's tender.", ["restriction lumbar right", "tenderness lumbar"]),
        ("S1, that's posterior on the right and blocked.", ["restriction sacral", "asymmetry sacral right"]),
        ("The left PSIS is low and the ilium stuck.", ["restriction pelvic left", "asymmetry pelvic left"]),
        ("There's a thick band to the left of T6.", ["tissue_texture thoracic left"]),
        ("Rock hard on the right, at L4.", ["tissue_texture lumbar right"]),
        ("The left first rib doesn't move with the right.", ["restriction rib_cage left"]),
    ],
)
def test_the_way_is_no_place(read: Read, said: str, lines: list[str]) -> None:
    """A motion has the way it does not go, and what is felt there has not; a bone of a pair has its side throughout."""
    assert sorted(read(f"DR: {said}", "tart", "transcript")) == sorted(lines)
