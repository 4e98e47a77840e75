"""Reviewed reports: a report that a clinician corrected becomes a case."""

import json
from typing import Any

import pytest

from scribe.errors import InputError
from scribe.evaluation.dataset import Case
from scribe.evaluation.interchange import reviewed
from scribe.pipeline import process

NOTE = """Date of service: 03/11/2026
O: L4 restricted in left rotation, tender. SI joint boggy on the right.
A: Somatic dysfunction of the lumbar region. Possible sacral somatic dysfunction.
P: OMT to lumbar today.
M99.03
"""


@pytest.fixture
def report() -> dict[str, Any]:
    """The report on a note, as JSON."""
    made: dict[str, Any] = json.loads(process(NOTE, kind="note").model_dump_json())
    return made


def case(report: dict[str, Any]) -> Case:
    """Make a case of a report."""
    return reviewed.case(json.dumps(report), "report.json")


def test_a_report_becomes_a_case(report: dict[str, Any]) -> None:
    """Findings, codes by status and rank, topics, visit and text are those of the report."""
    made = case(report)
    assert (made.text, made.kind, made.style) == (NOTE, "note", ("reviewed",))
    assert str(made.encounter.date_of_service) == "2026-03-11"
    assert made.codes.assign == ("M99.03",)
    assert [one["code"] for one in report["suggestions"] if one["status"] == "reject"] == [*made.codes.never] != []
    assert {*made.issues} == {issue["topic"] for issue in report["issues"]}
    lesions = report["extraction"]["lesions"]
    assert [(one.region, one.assertion) for one in made.findings.lesions] == [
        (one["region"], one["assertion"]) for one in lesions
    ]
    assert [one.evidence[0].quote for one in made.findings.lesions] == [
        NOTE[slice(*one["evidence"][0]["span"])] for one in lesions
    ]
    assert all(one.read_by is None and one.confidence is None for one in made.findings.lesions)


def test_a_clinician_corrects(report: dict[str, Any]) -> None:
    """A region is corrected, a finding removed, a code withdrawn: the case holds what is left."""
    report["extraction"]["lesions"][0]["region"] = "sacral"
    report["extraction"]["tart"] = []
    for one in report["suggestions"]:
        one["status"] = "reject"
    report["issues"] = []
    made = case(report)
    assert (made.findings.lesions[0].region, made.findings.tart, made.issues) == ("sacral", (), ())
    assert made.codes.assign == ()
    assert "M99.03" in made.codes.never


def test_a_quote_that_a_clinician_adds_needs_no_place(report: dict[str, Any]) -> None:
    """A finding that is added is quoted; where that stands is found."""
    report["extraction"]["function"] = [{"kind": "work", "evidence": [{"quote": "OMT to lumbar"}]}]
    assert case(report).findings.function[0].evidence[0].quote == "OMT to lumbar"


def test_only_m99_codes_are_asked_about(report: dict[str, Any]) -> None:
    """The contract labels no other queries."""
    asked = [
        {**report["suggestions"][0], "status": "query", "rank": i, "code": code}
        for i, code in ((2, "M54.2"), (1, "M99.04"))
    ]
    report["suggestions"] = asked
    assert case(report).codes.query == ("M99.04",)


def test_codes_come_by_rank(report: dict[str, Any]) -> None:
    """The order of the list does not matter."""
    first = report["suggestions"][0]
    report["suggestions"] = [{**first, "rank": 2, "code": "M54.2"}, {**first, "rank": 1, "code": "M99.03"}]
    assert case(report).codes.assign == ("M99.03", "M54.2")


def test_the_id_is_of_the_document(report: dict[str, Any]) -> None:
    """The same document has the same id, unless a name is given."""
    assert case(report).id == f"reviewed-{report['provenance']['document_digest'][:12]}"
    assert reviewed.case(json.dumps(report), "report.json", name="n-1", style=["soap"]).id == "n-1"


def spoilt(report: dict[str, Any], what: str) -> str:
    """Spoil a report, and return what is said of it."""
    if what == "text":
        report["document"]["text"] += "!"
        return "report.json: The report is not of the text that it holds"
    if what == "quote":
        report["extraction"]["tart"][0]["evidence"] = [{"quote": "sacrum is soggy"}]
        return "report.json: tart[0] has no quote that stands in the text"
    if what == "codes":
        report["suggestions"].append({**report["suggestions"][0], "status": "reject"})
        return "report.json: case: Value error, codes.never holds codes to assign: M99.03"
    if what == "unread":
        report["provenance"]["unread"] = [{"span": [0, 4], "reason": "The model refused."}]
        return "report.json: a part of the document was not read"
    report["extraction"]["tart"][0]["component"] = "soreness"
    return "report.json: Not a report"


@pytest.mark.parametrize("what", ["text", "quote", "codes", "unread", "word"])
def test_what_is_no_case_is_refused(report: dict[str, Any], what: str) -> None:
    """It is said what is wrong, without words of the document."""
    message = spoilt(report, what)
    with pytest.raises(InputError) as caught:
        case(report)
    assert message in str(caught.value)
    assert "soggy" not in str(caught.value)
