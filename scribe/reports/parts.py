"""What every written report says, whatever it looks like."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from scribe.documents import line_of
from scribe.reports.findings import words
from scribe.reports.quotes import printable, record_elements, unmarked
from scribe.schema import Document, Encounter, Issue, Query, Report, Severity, Span, Status, Suggestion, Usage

HEADINGS: dict[Status, tuple[str, str]] = {
    "assign": ("Codes to report", "in claim order"),
    "query": ("Ask first", "the findings point here; the record does not carry the code yet"),
    "reject": ("Not reported", "close, and why not"),
}
"""Title and remark of the three groups of codes."""

BOX = "\u25cb "
"""What stands before an option of a query."""

_SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_STANDINGS: dict[Status, str] = {"assign": "borne out", "query": "ask first", "reject": "not to be reported"}


class AuditedCode(NamedTuple):
    """A code that was claimed, and how it stands."""

    code: str
    """The code as claimed, with its modifiers."""
    origin: str
    """`given`, or `in the text`."""
    severity: Severity | None
    """Severity of its worst issue, or None where no rule objects."""
    result: str
    """The rules that object, or what the findings say of the code."""


def subject(report: Report) -> str:
    """Say what was read and what is known of the visit."""
    document, encounter = report.document, report.encounter
    lines = len(document.lines)
    length = f"{lines} line{'' if lines == 1 else 's'}"
    return ", ".join([f"{document.kind.capitalize()} of {length}", *_known(encounter)])


def verdict(report: Report) -> str:
    """Say plainly that no code can be reported, and what the reader found; empty where there is one."""
    if any(suggestion.status == "assign" for suggestion in report.suggestions):
        return ""
    if not report.document.text.strip("\ufeff\0 \t\r\n"):
        return "The document has no clinical content: there is nothing to read."
    if is_unread(report):
        return "Nobody has read this document: that no code stands here says nothing of it."
    if report.extraction == type(report.extraction)():
        return "The reader found no clinical content that bears on a code."
    return "There are findings, but no code can be reported from this document."


def grouped(report: Report) -> dict[Status, list[Suggestion]]:
    """Return the codes to report, to ask about and not to report, each in its order."""
    return {status: [one for one in report.suggestions if one.status == status] for status in HEADINGS}


def reason_of(suggestion: Suggestion) -> str:
    """Say why, with the ids of the coding decisions and, of two readings, whose findings it rests on."""
    decisions = ", ".join(step for step in suggestion.derivation if "[" not in step)
    named = f" ({decisions})" if decisions else ""
    read_by = f" Read by: {suggestion.agreement}." if suggestion.agreement else ""
    return printable(f"{suggestion.reason}{named}{read_by}")


def red_flags(report: Report) -> list[Issue]:
    """Return the issues that a clinician must look at before anything else."""
    return [issue for issue in report.issues if issue.topic == "red_flag"]


def other_issues(report: Report) -> list[Issue]:
    """Return all other issues, worst first."""
    return [
        issue
        for severity in _SEVERITIES
        for issue in report.issues
        if issue.severity == severity and issue.topic != "red_flag"
    ]


def tally(issues: Iterable[Issue]) -> str:
    """Count issues by severity: `1 error, 2 warnings`."""
    counts = dict.fromkeys(_SEVERITIES, 0)
    for issue in issues:
        counts[issue.severity] += 1
    return ", ".join(_count(number, severity) for severity, number in counts.items() if number)


def audited(report: Report, codes: Sequence[str]) -> tuple[AuditedCode, ...]:
    """Return the codes claimed, those given first, with what the rules say of each.

    Args:
        report: The report of an audit.
        codes: The codes given for audit, in the order of `codes[0]`, `codes[1]` … in the issues.
    """
    objections: dict[tuple[str, int], list[Issue]] = {}
    for issue in report.issues:
        if claim := re.match(r"(?:extraction\.)?(codes|stated_codes)\[(\d+)\]", issue.at):
            objections.setdefault((claim[1], int(claim[2])), []).append(issue)
    standing = {_bare(suggestion.code): _STANDINGS[suggestion.status] for suggestion in report.suggestions}
    claims = [("codes", "given", i, code) for i, code in enumerate(codes)]
    claims += [("stated_codes", "in the text", i, one.code) for i, one in enumerate(report.extraction.stated_codes)]
    return tuple(
        _audited(code, origin, objections.get((name, i), []), standing.get(_bare(code), "no issue"))
        for name, origin, i, code in claims
    )


def query_lines(document: Document, query: Query) -> list[tuple[str, str]]:
    """Write a query as a message that can be sent: indicators, question, options.

    Returns:
        Lines, each with its bullet, so that a long one can be wrapped beside it.
    """
    *answers, other, undetermined = query.options
    free = [(BOX, other)] if answers else [("", "Answer: ____")]
    return [
        ("", "Record elements:"),
        *(("- ", f"{quote.place}: {quote.words}") for quote in record_elements(document, query.indicators)),
        ("", ""),
        ("", query.question),
        ("", ""),
        *((BOX, answer) for answer in answers),
        *free,
        (BOX, undetermined),
        ("", ""),
        ("", "Please document your response in the record."),
    ]


def unread_parts(report: Report) -> list[str]:
    """Say what of the document was not read, and why."""
    return [f"{_lines(report.document, part.span)}: {part.reason}" for part in report.provenance.unread]


def is_unread(report: Report) -> bool:
    """Tell whether nothing of a document was read."""
    unread = sum(end - start for start, end in (part.span for part in report.provenance.unread))
    is_empty = report.extraction == type(report.extraction)()
    return is_empty and report.provenance.reader != "double" and 0 < len(report.document.text) <= unread


def unread_heading(report: Report) -> tuple[str, str]:
    """Say how much of a document was not read, and what its report rests on."""
    if is_unread(report):
        return "Not read", "complete this report with --resume"
    if report.provenance.reader == "double":
        return "Read in part", "the lexicon alone has read it"
    return "Read in part", "what follows rests on the rest of the document"


def markdown_line(bullet: str, line: str) -> str:
    """Write a line of a query in Markdown, where a box needs a list to stand in."""
    return f"{'- ' if bullet == BOX else ''}{bullet}{unmarked(line)}"


def provenance(report: Report) -> str:
    """Say by what, from what and under which code set the report was made."""
    made = report.provenance
    reader = f"reader {made.reader}" + (f" ({made.model})" if made.model else "")
    prompt = [f"prompt {made.prompt}"] if made.prompt else []
    usage = [_used(made.usage)] if made.usage else []
    return " · ".join(
        [
            f"scribe {made.package_version}",
            reader,
            *prompt,
            *usage,
            f"ICD-10-CM {made.code_set}",
            f"document sha256 {made.document_digest[:12]}",
        ]
    )


def _lines(document: Document, span: Span) -> str:
    first, last = line_of(document, span[0]), line_of(document, max(span[0], span[1] - 1))
    return f"Line {first}" if first == last else f"Lines {first}-{last}"


def _used(usage: Usage) -> str:
    parts = [
        _counted(usage.requests, "request"),
        *([_counted(usage.reasks, "re-ask")] if usage.reasks else []),
        *([f"{_counted(usage.cached_requests, 'answer')} from the cache"] if usage.cached_requests else []),
        f"{usage.input_tokens} tokens in ({usage.cached_tokens} cached), {usage.output_tokens} out",
        *([f"${usage.cost:.4f} at the prices of {usage.price_date}"] if usage.cost and usage.price_date else []),
        *([f"{usage.seconds:.1f} s"] if usage.seconds is not None else []),
    ]
    return ", ".join(parts)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _known(encounter: Encounter) -> list[str]:
    payer = {"medicare": "payer Medicare", "other": "payer other than Medicare", None: ""}[encounter.payer]
    return [
        part
        for part in (
            f"{encounter.date_of_service:%Y-%m-%d}" if encounter.date_of_service else "date of service not stated",
            words(encounter.discipline or ""),
            f"{encounter.visit} visit" if encounter.visit else "",
            payer,
        )
        if part
    ]


def _audited(code: str, origin: str, issues: list[Issue], standing: str) -> AuditedCode:
    if not issues:
        return AuditedCode(code, origin, None, standing)
    worst = min((issue.severity for issue in issues), key=_SEVERITIES.index)
    return AuditedCode(code, origin, worst, f"{worst} {', '.join(dict.fromkeys(issue.rule for issue in issues))}")


def _bare(code: str) -> str:
    return code.upper().replace(".", "")


def _count(number: int, severity: Severity) -> str:
    plural = "" if number == 1 or severity == "information" else "s"
    return f"{number} {severity}{plural}"
