"""Red flags are the first thing in every report, whatever the codes and however the flag weighs."""

import json

import pytest

from scribe import process
from scribe.reports import to_json, to_markdown, to_text
from scribe.schema import Report

EXAMINED = "O: L4 restricted and tender.\nA: L4 somatic dysfunction.\nCode: M99.0\n"
ERROR = f"S: New saddle numbness since yesterday.\n{EXAMINED}"
WARNING = f"S: Fever and night pain for two weeks.\n{EXAMINED}"
NOTES = [pytest.param(ERROR, id="error"), pytest.param(WARNING, id="warning")]
CODES = [pytest.param((), id="suggested"), pytest.param(("M99.0", "M51.26"), id="audited")]


def lead_of(report: Report) -> str:
    """What the first red flag says."""
    assert report.issues[0].topic == "red_flag"
    assert "error" in {issue.severity for issue in report.issues if issue.topic != "red_flag"}
    return report.issues[0].message


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("codes", CODES)
def test_text_opens_with_red_flags(note: str, codes: tuple[str, ...]) -> None:
    """Nothing but the line that says which document it is stands before them."""
    report = process(note, codes=codes)
    subject, flags = to_text(report, width=100, color=False, codes=codes).split("\n\n")[:2]
    assert subject.startswith("Note of ")
    assert subject.count("\n") == 0
    assert flags.startswith("RED FLAGS")
    assert lead_of(report).split(":")[0] in " ".join(flags.split())


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("codes", CODES)
def test_markdown_opens_with_red_flags(note: str, codes: tuple[str, ...]) -> None:
    """Nothing but the title and the line that says which document it is stands before them."""
    report = process(note, codes=codes)
    title, subject, heading, flags = to_markdown(report, codes=codes).split("\n\n")[:4]
    assert (title, heading) == ("# Coding report", "## Red flags")
    assert subject.startswith("Note of ")
    assert lead_of(report) in flags


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("codes", CODES)
def test_json_lists_red_flags_first(note: str, codes: tuple[str, ...]) -> None:
    """A program that shows the first issue shows a red flag, even where a code is an error and the flag a warning."""
    report = process(note, codes=codes)
    issues = json.loads(to_json(report))["issues"]
    assert issues[0]["message"] == lead_of(report)
    flagged = [issue["topic"] == "red_flag" for issue in issues]
    assert flagged == sorted(flagged, reverse=True)
