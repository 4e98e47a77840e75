"""What a second report gains and loses is told once, code by code and issue by issue."""

from scribe.reports.changes import Changes, changes_text, compare
from scribe.schema import Report

PAGE = """\
scribe 0.1.0 with ICD-10-CM FY2026 → scribe 0.2.0 with ICD-10-CM FY2027

CODES
  + assign M99.64: Stenosis of the foramina is stated, and nothing that causes
    it.
  - assign M99.04: Somatic dysfunction of the sacral region is stated.
  - query M99.64: Stenosis of the foramina is stated, and nothing that causes
    it.

ISSUES
  + information DX02: M99.4 is a heading, not a complete code.
  - error DX02: M99.4 is a heading, not a complete code.

QUERIES
  - Based on your clinical judgement, please clarify the cause of the narrowing.
"""
SAME = """\
scribe 0.1.0 with ICD-10-CM FY2026 → scribe 0.1.0 with ICD-10-CM FY2026

CODES  as before

ISSUES  as before

QUERIES  as before
"""


def later(report: Report) -> Report:
    """The report as later rules might make it."""
    queried, rejected = report.suggestions[1:]
    flag, heading, stenosis = report.issues
    return report.model_copy(
        update={
            "suggestions": (queried.model_copy(update={"status": "assign"}), rejected),
            "issues": (
                flag.model_copy(update={"message": "The same, in other words."}),
                heading.model_copy(update={"severity": "information"}),
                stenosis,
            ),
            "queries": (),
            "provenance": report.provenance.model_copy(update={"package_version": "0.2.0", "code_set": "FY2027"}),
        }
    )


def test_what_is_gained_and_lost_is_told(report: Report) -> None:
    """A code of another status and an issue of another severity change; other words of one issue do not."""
    assert changes_text(compare(report, later(report)), width=80, color=False) == PAGE


def test_the_way_back_gains_what_was_lost(report: Report) -> None:
    """The changes are the same from the other side, and are a record like any other."""
    there, back = compare(report, later(report)), compare(later(report), report)
    assert (there.codes_gained, there.issues_lost, there.queries_lost) == (
        back.codes_lost,
        back.issues_gained,
        back.queries_gained,
    )
    assert Changes.model_validate_json(there.model_dump_json()) == there


def test_a_report_has_not_changed_from_itself(report: Report) -> None:
    """Each part says that it is as before."""
    assert changes_text(compare(report, report), width=80, color=False) == SAME


def test_an_issue_raised_twice_is_counted(report: Report) -> None:
    """Of two alike one may be gone."""
    twice = report.model_copy(update={"issues": (*report.issues, report.issues[0])})
    assert compare(twice, report).issues_lost == (report.issues[0],)
    assert compare(report, twice).issues_gained == (report.issues[0],)
