"""Specification of structures that a note suspects."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Left L4 radiculopathy, probably disc.", ["radiculopathy lumbar left", "disc_herniation lumbar possible"]),
        ("Neck pain, facet C3-4 suspected.", ["neck_pain cervical", "facet_syndrome cervical possible"]),
        ("Neck pain, likely facet block next week.", ["neck_pain cervical"]),
    ],
)
def test_a_structure_that_a_note_suspects(read: Read, text: str, lines: list[str]) -> None:
    """A disc or facet beside a word of doubt stands for what is wrong with it, unless it names something else."""
    assert sorted(read(f"Impression: {text}", "diagnoses")) == sorted(lines)


def test_a_side_that_opens_the_name_of_another(read: Read) -> None:
    """A side behind a `with` is of what it opens."""
    lines = read("Impression: L4-5 disc herniation with right L5 radiculopathy.", "diagnoses")
    assert lines == ["disc_herniation lumbar", "radiculopathy lumbar right"]
