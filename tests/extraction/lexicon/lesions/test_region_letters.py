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
        ("VSC: C5 PL, T6 P.", ["cervical", "thoracic"]),
        ("VSC C6, T4; sacral subluxation P-L.", ["cervical", "thoracic", "sacral"]),
        ("SD: T4 ERS R, rib 4 L", ["thoracic", "rib_cage"]),
    ],
)
def test_letters(read: Read, text: str, regions: list[str]) -> None:
    """Letters between letters are regions; beside a level they are its side or its listing."""
    found = [line.split()[1] for line in read(f"Assessment: {text}", "lesions") if "absent" not in line]
    assert list(dict.fromkeys(found)) == regions
