"""What every written report says is the same, whatever it looks like."""

import pytest

from scribe.reports.parts import AuditedCode, audited, query_lines, subject, tally
from scribe.schema import Encounter, Issue, Query, Report, Severity


def issue(severity: Severity, at: str, rule: str = "XX01") -> Issue:
    """Raise an issue at a path."""
    return Issue(rule=rule, topic="code_mismatch", severity=severity, at=at, message="Something is wrong.")


@pytest.mark.parametrize(
    ("encounter", "known"),
    [
        (Encounter(), "date of service not stated"),
        (
            Encounter(visit="subsequent", payer="medicare"),
            "date of service not stated, subsequent visit, payer Medicare",
        ),
        (
            Encounter(discipline="physical_therapy", payer="other"),
            "date of service not stated, physical therapy, payer other than Medicare",
        ),
    ],
)
def test_the_subject_says_what_is_known_of_the_visit(report: Report, encounter: Encounter, known: str) -> None:
    """What decides the codes is said; what is not known is left out, but for the date."""
    assert subject(report.model_copy(update={"encounter": encounter})) == f"Note of 7 lines, {known}"


def test_issues_are_counted_by_severity_worst_first() -> None:
    """A severity without an issue is not named."""
    issues = [issue("information", "a"), issue("error", "b"), issue("information", "c")]
    assert tally(issues) == "1 error, 2 information"
    assert tally([issue("warning", "a"), issue("warning", "b")]) == "2 warnings"
    assert tally([]) == ""


def test_the_worst_issue_of_a_claimed_code_stands_for_it(report: Report) -> None:
    """Given codes and codes in the text are told apart by their path."""
    issues = (
        issue("warning", "codes[0]", "SP01"),
        issue("error", "codes[0]", "DX01"),
        issue("information", "extraction.stated_codes[0]", "PX01"),
        issue("error", "extraction.lesions[0]", "EV01"),
    )
    assert audited(report.model_copy(update={"issues": issues}), ("M99.0x", "98940-AT")) == (
        AuditedCode("M99.0x", "given", "error", "error SP01, DX01"),
        AuditedCode("98940-AT", "given", None, "no issue"),
        AuditedCode("98926", "in the text", "information", "information PX01"),
        AuditedCode("M99.4", "in the text", None, "no issue"),
    )


def test_an_open_question_leaves_room_for_the_answer(report: Report) -> None:
    """Where no option is offered, *other* is the answer itself."""
    query = Query(
        topic="dysfunction_not_stated",
        at="tart[0]",
        indicators=report.extraction.tart[0].evidence,
        question="Please document your assessment.",
        options=("Other: ____", "Unable to determine"),
    )
    assert query_lines(report.document, query) == [
        ("", "Record elements:"),
        ("- ", "line 3, objective: “Sacral base deep on the left”"),
        ("", ""),
        ("", "Please document your assessment."),
        ("", ""),
        ("", "Answer: ____"),
        ("○ ", "Unable to determine"),
        ("", ""),
        ("", "Please document your response in the record."),
    ]
