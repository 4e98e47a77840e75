"""Specification of the list of places that a finding heads."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Stiff segments\n  [x] C3\n  [x] T8\n  [ ] L1", ["restriction cervical", "restriction thoracic"]),
        ("Tender points:\n- left rib 7\n- T2", ["tenderness rib_cage left", "tenderness thoracic"]),
        ("Hypertonic:\n- right psoas\nGait normal.", ["tissue_texture lumbar right"]),
        ("Hypertonic:\nHe limps today.", ["tissue_texture"]),
    ],
)
def test_a_finding_heads_the_list_below_it(read: Read, text: str, lines: list[str]) -> None:
    """Lines of mere places and sides, ticked or with bullets, are the places of what heads them."""
    assert read(f"EXAM\n{text}", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tenderness: [x] thoracic [ ] sacral [x] left hip", ["tenderness thoracic", "tenderness pelvic left"]),
        ("Stuck:  \u2611 L2   \u2610 L4   \u2611 right hip", ["restriction lumbar", "restriction pelvic right"]),
    ],
)
def test_ticked_places_of_one_line(read: Read, text: str, lines: list[str]) -> None:
    """An unticked place is no place, and parts no list."""
    assert read(f"EXAM\n{text}", "tart") == lines


def test_a_list_with_how_it_was_felt(read: Read) -> None:
    """The way a list of places was felt stands behind its last."""
    found = read("Exam: tenderness at L4, L5 and right SIJ on digital palpation.", "tart")
    assert found == ["tenderness lumbar", "tenderness sacral right"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Thoracic\nRotation limited\nCervical\nTender", ["restriction thoracic", "tenderness cervical"]),
        ("Neck\nRotation limited\nLumbar\nTender", ["restriction cervical", "tenderness lumbar"]),
        ("Neck:\nROM reduced\nLumbar:\nROM full", ["restriction cervical", "restriction lumbar absent"]),
        ("Tender\nC4\nT9\nStiff\nL1", ["tenderness cervical", "tenderness thoracic", "restriction lumbar"]),
        ("Gait normal.\nStiff\nC4\nT9", ["restriction cervical", "restriction thoracic"]),
    ],
)
def test_places_that_head_their_findings(read: Read, text: str, lines: list[str]) -> None:
    """Where a place opens the lines, the next place heads what follows it, and is none of the finding above."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)
