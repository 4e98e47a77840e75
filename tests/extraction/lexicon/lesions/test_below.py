"""Specification of places that are listed in the lines below a dysfunction."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Dx: segmental dysfunction\n- C3\n- T7", [f"{SD} cervical C3", f"{SD} thoracic T7"]),
        ("Dx: segmental dysfunction\nLevels involved: T7, L1", [f"{SD} thoracic T7", f"{SD} lumbar L1"]),
        ("Dx: somatic dysfunction\nRegions: C, T, P", [f"{SD} cervical", f"{SD} thoracic", f"{SD} pelvic"]),
        ("Joint dysfunctions as follows:\n1. OA\n2. Left innominate", [f"{SD} head OA", f"{SD} pelvic left"]),
        ("Somatic dysfunction:\nThoracic: no\nSacral: yes\nRibs: not today", [f"{SD} sacral"]),
        ("Subluxation complex at levels below:\nC2 - sore\nL4 - stuck", [f"{VSC} cervical C2", f"{VSC} lumbar L4"]),
        ("Dx: somatic_dysfunction\nregion: [sacral, pelvic]", [f"{SD} sacral", f"{SD} pelvic"]),
        ("Assessment:\nSomatic dysfunction\n   Neck - improved\n   Ribs - resolved", [f"{SD} cervical"]),
        ("1. Somatic dysfunction of:\n a. sacrum\n b. ribs\n2. Asthma", [f"{SD} sacral", f"{SD} rib_cage"]),
        ("1. Somatic dysfunction\n2. Right hip", []),
        ("Dx: somatic dysfunction\n- cervical strain", []),
        ("Dx: somatic dysfunction\n- HVLA to C5", []),
    ],
)
def test_lists_below(read: Read, text: str, lines: list[str]) -> None:
    """Items and labelled lines that name places alone belong to the lesion; other problems and treatments do not."""
    assert [line for line in read(text, "lesions") if line != SD] == lines
