"""Specification of reports that were pasted into a note."""

import pytest

from scribe.documents import parse


def sections(text: str) -> list[tuple[str, str]]:
    """Name and words of each section of a note."""
    return [(section.name, text[slice(*section.span)]) for section in parse(text, "note").sections]


REPORTS = {
    "quoted below the line that announces it": (
        "Exam: SLR neg.\nOutside CT, copied in:\n> CT LUMBAR SPINE\n> L3-4: normal.\n> IMPRESSION: Normal.\nPlan: rest",
        [
            ("exam", "SLR neg."),
            ("imaging", "Outside CT, copied in:\n> CT LUMBAR SPINE\n> L3-4: normal.\n> IMPRESSION: Normal."),
            ("plan", "rest"),
        ],
    ),
    "quoted with its study in it": (
        "Exam: SLR neg.\n>> XR PELVIS\n>> FINDINGS: Level.\nGait steady.\nPlan: rest",
        [
            ("exam", "SLR neg."),
            ("imaging", ">> XR PELVIS\n>> FINDINGS: Level."),
            ("exam", "Gait steady."),
            ("plan", "rest"),
        ],
    ),
    "behind bars": (
        "Exam: SLR neg.\nImaging from the portal:\n| T8-9 bulge\n| no fracture\n\nPlan: rest",
        [
            ("exam", "SLR neg."),
            ("imaging", "Imaging from the portal:\n| T8-9 bulge\n| no fracture"),
            ("plan", "rest"),
        ],
    ),
    "announced, with an impression of its own": (
        "HPI: pain.\nRadiologist report:\nC4-5: spur.\nC5-6: bulge.\nImpression: spur.\n\nAssessment: strain.",
        [
            ("history", "pain."),
            ("imaging", "Radiologist report:\nC4-5: spur.\nC5-6: bulge.\nImpression: spur."),
            ("assessment", "strain."),
        ],
    ),
    "announced, with the impression of the note below": (
        "HPI: pain.\nRadiologist report:\nC4-5: spur.\nC5-6: bulge.\nImpression: C6 strain.",
        [
            ("history", "pain."),
            ("imaging", "Radiologist report:\nC4-5: spur.\nC5-6: bulge."),
            ("assessment", "C6 strain."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "found"), REPORTS.values(), ids=REPORTS)
def test_a_pasted_report(text: str, found: list[tuple[str, str]]) -> None:
    """A pasted report is one section, its impression too; behind it, the section goes on that it stands in."""
    assert sections(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HPI: pain.\n> worse at night\n> better lying\nPlan: rest",
         [("history", "pain.\n> worse at night\n> better lying"), ("plan", "rest")]),
        ("HPI: pain.\n> MRI was normal\nPlan: rest", [("history", "pain.\n> MRI was normal"), ("plan", "rest")]),
        ("Exam: fine.\n| C5 | tender |\n| C6 | boggy |\nPlan: MRI",
         [("exam", "fine.\n| C5 | tender |\n| C6 | boggy |"), ("plan", "MRI")]),
        ("Reports:\nL5 pain at night.\nPlan: rest", [("preamble", "Reports:\nL5 pain at night."), ("plan", "rest")]),
    ],
)  # fmt: skip
def test_no_report(text: str, found: list[tuple[str, str]]) -> None:
    """What a patient is quoted with, one line alone and a table are none."""
    assert sections(text) == found
