"""Specification of notes in which a blank line stands behind every line."""

import pytest

from scribe import process
from scribe.documents.plain import plain
from scribe.documents.spacing import single_spaced

LINES = [
    "S:", "Neck sore.", "O:", "C5 TTP L.", "T4 TTP R.", "L4 restr R.", "R SI restr.", "A:", "1. SD cervical",
    "2. SD lumbar", "P:", "HVLA C5",
]  # fmt: skip
ROWS = [
    "Region | Tender | Restricted", "Cervical | C5 L | -", "Thoracic | - | T4", "Lumbar | L4 R | +", "Sacral | - | -",
]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \t\n", "\r\r"])
def test_every_second_break_goes(gap: str) -> None:
    """Every character keeps its place, and the last break of each gap stands."""
    spaced = plain(gap.join(LINES))
    assert len(spaced) == len(gap.join(LINES))
    assert [line.strip() for line in spaced.splitlines()] == LINES


def test_paragraphs_of_such_a_note_stay_apart() -> None:
    """A gap that was wider than the others is a blank line still."""
    text = "\n\n".join(LINES[:7]) + "\n\n\n\n" + "\n\n".join(LINES[7:])
    assert [line.strip() for line in single_spaced(text).splitlines()] == [*LINES[:7], "", *LINES[7:]]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(LINES),
        "\n\n".join(LINES[:6]),
        "\n".join(LINES[:6]) + "\n\n" + "\n".join(LINES[6:]) + "\n\nSigned.",
        "",
    ],
)
def test_blank_lines_between_paragraphs_stay(text: str) -> None:
    """A short letter and a note with some blank lines are as they were."""
    assert single_spaced(text) == text


@pytest.mark.parametrize("lines", [LINES, [*LINES[:2], "O:", *ROWS, *LINES[7:]]])
def test_the_note_is_read_as_if_it_was_single_spaced(lines: list[str]) -> None:
    """Lists, tables and what stands under a heading keep together; quotes tell the line of the text as given."""
    once, twice = process("\n".join(lines), kind="note"), process("\n\n".join(lines), kind="note")
    assert once.extraction.tart
    assert once.extraction.lesions
    found = [[*report.extraction.tart, *report.extraction.lesions] for report in (once, twice)]
    facts = [[finding.model_copy(update={"evidence": ()}) for finding in findings] for findings in found]
    quotes = [[(one.quote, one.line) for finding in findings for one in finding.evidence] for findings in found]
    assert facts[0] == facts[1]
    assert quotes[1] == [(quote, 2 * line - 1) for quote, line in quotes[0] if line]
    assert [one.code for one in twice.suggestions] == [one.code for one in once.suggestions]
