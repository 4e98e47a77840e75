"""Reviewed reports: what a clinician corrected becomes a labelled case.

A report is taken as it stands: its findings are the labels, its codes are the codes, by their status, and the topics of
its issues are the issues. So whoever reviews corrects all three; `scribe eval check` tells where they contradict each
other. What rules and readers added for the reader of the report (reasons, confidence, places) is left out.
"""

from collections.abc import Iterable

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, Group
from scribe.evaluation.interchange.contract import Labels, case_of, fields_of
from scribe.given import stored_report
from scribe.schema import Evidence, Finding, Report, Status

_DIGITS = 12
_M99 = "M99"


def case(report: Report | str, place: str, *, name: str = "", style: Iterable[str] = ("reviewed",)) -> Case:
    """Make a case of a reviewed report.

    Args:
        report: The report, or its JSON.
        place: Where it is from, for the message of an error.
        name: Id of the case; made of the digest of the document when not given.
        style: Tags of the case.

    Raises:
        InputError: It is no report, its text is not the one that was read, a finding has no quote in the text, or a
            code is both to be assigned and rejected.
    """
    try:
        reviewed = stored_report(report)
    except InputError as error:
        raise InputError(f"{place}: {error}") from None
    if reviewed.provenance.unread:
        raise InputError(f"{place}: a part of the document was not read: resume the report before it is reviewed.")
    labels = {
        "id": name or f"reviewed-{reviewed.provenance.document_digest[:_DIGITS]}",
        "kind": reviewed.document.kind,
        "style": [*style],
        "encounter": reviewed.encounter.model_dump(mode="json"),
        "text": reviewed.document.text,
        "findings": {group: _labels(reviewed, group, place) for group in GROUPS},
        "codes": {
            "assign": _codes(reviewed, "assign"),
            "query": [code for code in _codes(reviewed, "query") if code.startswith(_M99)],
            "never": _codes(reviewed, "reject"),
        },
        "issues": [*dict.fromkeys(issue.topic for issue in reviewed.issues)],
    }
    return case_of(labels, place)


def _labels(report: Report, group: Group, place: str) -> list[Labels]:
    findings: tuple[Finding, ...] = getattr(report.extraction, group)
    return [
        {
            **{field.name: _plain(getattr(finding, field.name)) for field in fields_of(group)},
            "quote": _quote(finding.evidence, report.document.text, f"{place}: {group}[{at}]"),
        }
        for at, finding in enumerate(findings)
    ]


def _plain(value: object) -> object:
    return [*value] if isinstance(value, tuple) else value


def _quote(evidence: Iterable[Evidence], text: str, place: str) -> str:
    """Return the words of the text that show a finding: a reader may have cited them in other words."""
    for at in evidence:
        if at.span:
            return text[slice(*at.span)]
        if at.quote and at.quote in text:
            return at.quote
    raise InputError(f"{place} has no quote that stands in the text: correct the quote, or remove the finding.")


def _codes(report: Report, status: Status) -> list[str]:
    """List the codes of a status by rank; only M99 codes are labelled to be asked about."""
    chosen = (suggestion for suggestion in report.suggestions if suggestion.status == status)
    return [suggestion.code for suggestion in sorted(chosen, key=lambda suggestion: suggestion.rank)]
