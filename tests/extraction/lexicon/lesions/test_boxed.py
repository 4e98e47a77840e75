"""Specification of regions beside ticked boxes that a dysfunction is stated of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"
VSC = "subluxation_complex"


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
