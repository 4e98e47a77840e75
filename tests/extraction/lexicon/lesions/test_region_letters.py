"""Specification of regions that a list names by a letter."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("SD: T, L", ["thoracic", "lumbar"]),
        ("SD of H/C/T.", ["head", "cervical", "thoracic"]),
        ("SDs: C, T, R, L", ["cervical", "thoracic", "rib_cage", "lumbar"]),
        ("SD (C, L, P) treated with OMT", ["cervical", "lumbar", "pelvic"]),
        ("SD C T L", ["cervical", "thoracic", "lumbar"]),
        ("SD C, T. SD absent: S.", ["cervical", "thoracic"]),
        ("SD S, new today", ["sacral"]),
        ("SD: T4 L", ["thoracic"]),
        ("T4 SD L, rib 1 SD L, SI SD L.", ["thoracic", "rib_cage", "sacral"]),
        ("SD L.", ["lumbar"]),
        ("VSC: C5 PL, T6 P.", ["cervical", "thoracic"]),
        ("VSC C6, T4; sacral subluxation P-L.", ["cervical", "thoracic", "sacral"]),
        ("SD: T4 ERS R, rib 4 L", ["thoracic", "rib_cage"]),
    ],
)
def test_letters(read: Read, text: str, regions: list[str]) -> None:
    """Letters between letters are regions; beside a level they are its side or its listing."""
    found = [line.split()[1] for line in read(f"Assessment: {text}", "lesions") if "absent" not in line]
    assert list(dict.fromkeys(found)) == regions


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("SD T/L/S/P again.", ["thoracic", "lumbar", "sacral", "pelvic"]),
        ("SD C/T/L/S.", ["cervical", "thoracic", "lumbar", "sacral"]),
        ("SD L/S, T.", ["lumbar", "thoracic"]),
    ],
)
def test_letters_between_strokes(read: Read, text: str, regions: list[str]) -> None:
    """An `L/S` within a longer list is two regions; alone it is the lumbosacral spine."""
    assert read(f"Assessment: {text}", "lesions") == [f"{SD} {region}" for region in regions]


def test_side_in_brackets(quotes: Callable[..., list[list[str]]]) -> None:
    """The quote of a place reaches over the side in brackets: the L before it is a region."""
    assert quotes("SD: C, L, innominate (R).", "lesions") == [["SD: C"], ["SD: C, L"], ["SD: C, L, innominate (R)"]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SD: C, T, ribs, L", ["cervical", "thoracic", "rib_cage", "lumbar"]),
        ("SD: ribs L", ["rib_cage left"]),
        ("SD: T4, ribs, L", ["thoracic T4", "rib_cage left"]),
    ],
)
def test_letters_beside_a_region_written_out(read: Read, text: str, lines: list[str]) -> None:
    """A list of letters may hold a region written out; alone an L is a side."""
    assert read(text, "lesions") == [f"somatic_dysfunction {line}" for line in lines]


@pytest.mark.parametrize("said", ["SD L > R SI", "SD L>R SI", "SD L < R SI"])
def test_sides_that_are_compared(read: Read, said: str) -> None:
    """A side that is worse than the other is no region."""
    assert {line.split()[1] for line in read(f"Assessment: {said}.", "lesions")} == {"sacral"}
