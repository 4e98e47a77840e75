"""Specification of lists of places: below a finding, beside boxes, and with what they share."""

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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Left-sided spasm of the scalenes and lumbar paraspinals.",
            ["tissue_texture cervical left", "tissue_texture lumbar left"],
        ),
        ("C4 and T6 resist right rotation.", ["restriction cervical right", "restriction thoracic right"]),
        ("Tender at C5, right rib 2 and the left greater trochanter.", [
            "tenderness cervical", "tenderness rib_cage right", "tenderness pelvic left",
        ]),
        ("Neither the cervical nor the thoracic segments were tender.", [
            "tenderness cervical absent", "tenderness thoracic absent",
        ]),
    ],
)  # fmt: skip
def test_what_a_list_shares(read: Read, text: str, lines: list[str]) -> None:
    """The side of a finding is that of its whole list; a side beside a place is that place's own."""
    assert read(f"Exam: {text}", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The left hip was stiff; the right was not.", [
            "restriction pelvic left", "restriction pelvic right absent",
        ]),
        ("C3 boggy on the right, C7 normal.", ["tissue_texture cervical right", "tissue_texture cervical absent"]),
        ("T6 tender, gait normal.", ["tenderness thoracic"]),
    ],
)  # fmt: skip
def test_what_is_not_so_elsewhere(read: Read, text: str, lines: list[str]) -> None:
    """A part that says only that another side or place is well denies there what was found before."""
    assert read(f"Exam: {text}", "tart") == lines
