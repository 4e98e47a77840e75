"""Specification of what only a muscle or another tissue makes a finding."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: The left QL is switched on all day.", ["tissue_texture lumbar left"]),
        ("DR: Your right piriformis refuses to switch off.", ["tissue_texture pelvic right"]),
        ("DR: There's a nugget in the left rhomboid, at T4.", ["tissue_texture thoracic left"]),
        ("DR: I can barely get my thumb into the left levator.", ["tissue_texture cervical left"]),
        ("DR: The scalenes on the right are well behaved.", ["tissue_texture cervical right absent"]),
        ("DR: The right QL lets me straight in.", ["tissue_texture lumbar right absent"]),
        ("DR: My fingers bounce off the muscle at L3, left.", ["tissue_texture lumbar left"]),
        ("DR: It's warmer over the left SI joint.", ["tissue_texture sacral left"]),
        ("DR: Into the left levator. It's still working overtime.", ["tissue_texture cervical left"]),
        ("DR: Keep the glutes switched on when you squat.", []),
        ("DR: We want the left QL to let go.", []),
        ("DR: A muscle is working overtime when the neck is weak.", []),
        ("DR: Your left leg was on alert, like a wire down the calf.", []),
        ("DR: The left knee is working overtime.", []),
        ("DR: I was working overtime. The knee can wait.", []),
        ("DR: There's a band of pain at T6.", []),
        ("PT: My left QL is switched on all day.", []),
        ("DR: In the neck a muscle is in overdrive.", []),
        ("DR: There's a band of pain across the muscle at T6.", []),
    ],
)
def test_what_tissues_are(read: Read, said: str, lines: list[str]) -> None:
    """A tissue is named in the part, before it, or in the statement before; wishes and pains tell of none."""
    assert read(said, "tart", "transcript") == lines


def test_notes_say_it_otherwise(read: Read) -> None:
    """Only speech tells what a tissue is in words of every day."""
    assert read("Exam: left QL is switched on.", "tart", "note") == []
