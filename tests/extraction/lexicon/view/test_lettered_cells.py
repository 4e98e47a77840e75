"""Specification of rows that name regions by their letters, cell after cell."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    "row", ["C SD | T NSD | L SD | S NE", "A: C: SD, T: NSD, L: SD", "Occ NSD | C SD | T none | L SD"]
)
def test_letters_of_regions(read: Read, row: str) -> None:
    """From neck to back, an L is the lumbar spine and no side."""
    lines = [line for line in read(row, "lesions") if not line.endswith("absent")]
    assert lines == [f"{SD} cervical", f"{SD} lumbar"]


def test_findings_in_such_cells(read: Read) -> None:
    """What is found in such a cell is found in its region."""
    assert read("Exam: C: tender R, T: normal, L: tight L", "tart") == [
        "tenderness cervical right",
        "tissue_texture lumbar left",
        "tenderness thoracic absent",
    ]
