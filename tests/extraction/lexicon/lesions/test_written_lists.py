"""Specification of places that a note sets out in lines, boxes and tables."""

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
        ("Somatic dysfunction, as follows:\n  sacral - right SI joint\n", [f"{SD} sacral right"]),
        ("1. Somatic dysfunction\n2. Right hip", []),
        ("Dx: somatic dysfunction\n- cervical strain", []),
        ("Dx: somatic dysfunction\n- HVLA to C5", []),
    ],
)
def test_lists_below(read: Read, text: str, lines: list[str]) -> None:
    """Items and labelled lines that name places alone belong to the lesion; other problems and treatments do not."""
    assert [line for line in read(text, "lesions") if line != SD] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Segmental dysfunction (tick)\n[ ] head [x] neck\n[x] pelvis [ ] ribs", [f"{SD} cervical", f"{SD} pelvic"]),
        ("Somatic dysfunction: Neck _x_ Ribs ___ Sacrum _x_", [f"{SD} cervical", f"{SD} sacral"]),
        ("Somatic dysfunction: ___ Neck _x_ Ribs _x_ Sacrum", [f"{SD} rib_cage", f"{SD} sacral"]),
        ("SOMATIC DYSFUNCTION\nHead [x]  Cervical [ ]  Sacrum [x]", [f"{SD} head", f"{SD} sacral"]),
        ("[ ] Thoracic [x] Lumbar\nAssessment: SD of the region ticked.", [f"{SD} lumbar"]),
        ("Areas: [x] ribs [ ] neck\nDx: joint dysfunction of what is checked above.", [f"{SD} rib_cage"]),
        ("Assessment: somatic dysfunction, many sites\nTreated: lumbar [x] ribs [ ]", [SD]),
    ],
)
def test_ticked_regions(read: Read, text: str, lines: list[str]) -> None:
    """The ticked boxes below such a heading, or above such an assessment, are its places; what was treated is not."""
    assert [line for line in read(text, "lesions") if line != SD or lines == [SD]] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Dx: [x] Somatic dysfunction\nRegion(s): [x] C [ ] T [x] P", [f"{SD} cervical", f"{SD} pelvic"]),
        ("[x] Somatic dysfunction\nAreas: [x] Neck [x] Sacrum\nSacrum ticked in error.", [f"{SD} cervical"]),
    ],
)
def test_letters_and_ticks_taken_back(read: Read, text: str, lines: list[str]) -> None:
    """Boxes may stand beside letters below a line of their own, and a remark may take a tick back."""
    assert read(text, "lesions") == lines
