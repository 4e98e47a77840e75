"""Specification of regions that a list of codes names after its dysfunction."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "1. M99.01 Seg and som dysfunction C  2. M99.02 T  3. M99.03 L",
            [f"{SD} cervical", f"{SD} thoracic", f"{SD} lumbar"],
        ),
        ("M99.03 segmental dysfunction lumbar\nM99.04 R SI joint", [f"{SD} lumbar", f"{SD} sacral right"]),
        ("M99.03 lumbar\nM99.02 thoracic", []),
        ("M99.03 segmental dysfunction lumbar\nM99.05 thoracic", [f"{SD} lumbar"]),
        ("M99.03 segmental dysfunction lumbar\nM99.12 thoracic", [f"{SD} lumbar"]),
        ("3 M99.08 segmental dysfunction rib\n4 M50.323 degeneration", [f"{SD} rib_cage"]),
    ],
)
def test_codes_with_their_regions(read: Read, text: str, lines: list[str]) -> None:
    """The region behind a code of the same kind is another of the dysfunctions; the number of an item is no level."""
    assert read(f"Assessment:\n{text}", "lesions") == lines


def test_the_side_of_a_diagnosis_before_it(read: Read) -> None:
    """A dysfunction does not share the side of what it comes with."""
    text = "Assessment: Left C7 radiculopathy and thoracic segmental dysfunction."
    assert read(text, "lesions") == [f"{SD} thoracic"]
