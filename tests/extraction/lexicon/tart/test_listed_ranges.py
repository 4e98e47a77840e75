"""Specification of motions that a note lists, each with how far it goes."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (
            "Cx ROM: Fl 3/4, Ext full, RR 1/2, LR full.",
            [
                "restriction cervical",
                "restriction cervical right",
                "restriction cervical absent",
                "restriction cervical left absent",
            ],
        ),
        ("Lx AROM: flex -50%, ext -25%, LSF --.", ["restriction lumbar", "restriction lumbar left"]),
        ("C/S: decr R rot, decr L LF.", ["restriction cervical right", "restriction cervical left"]),
        ("Lumbar AROM: flex 65 deg (nl 60), ext 12 deg (nl 25).", ["restriction lumbar"]),
        ("Neck turns 75 deg left, 40 deg right.", ["restriction cervical right"]),
        ("CROM of the neck: RLF 40, LLF 25.", ["restriction cervical left"]),
        (
            "Neck ROM: E mod restricted, RSB min restricted, LSB full.",
            ["restriction cervical", "restriction cervical right", "restriction cervical left absent"],
        ),
        (
            "Cervical ROM: rot L 40/80 R 50/80, flex 50/50.",
            ["restriction cervical bilateral"],
        ),
        ("Thoracic ROM: RR: 15/30", ["restriction thoracic right"]),
    ],
)
def test_what_falls_short(read: Read, line: str, lines: list[str]) -> None:
    """A part of what is normal, degrees, a word or minus signs tell how far each motion of a list goes."""
    assert sorted(read(f"Exam:\n{line}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Vitals: RR 16, HR 70.",
        "Neck flexion 5/5, extension 5/5.",
        "Lumbar: e full, f half.",
    ],
)
def test_no_list_of_motions(read: Read, line: str) -> None:
    """Vital signs, strength and single letters are none."""
    assert read(f"Exam:\n{line}", "tart") == []
