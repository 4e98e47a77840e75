"""What was read in a document: every finding with its quotes, and by which rule it was read."""

from collections.abc import Iterable
from textwrap import indent

from scribe.reports.findings import told, words
from scribe.reports.paper import NOTHING, Inked, Paper
from scribe.reports.quotes import printable, record_elements
from scribe.reports.trace import write_trace
from scribe.schema import Document, Extraction, Finding, field_names
from scribe.schema.trace import TracedStatement


def reading_text(
    document: Document, extraction: Extraction, trace: Iterable[TracedStatement] = (), *, width: int, color: bool
) -> str:
    """Write the findings of a document for reading in a terminal.

    Args:
        document: The document.
        extraction: What was read in it.
        trace: How it was read, statement by statement, to be written below.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
    """
    page = Paper(width, color=color)
    lists: dict[str, tuple[Finding, ...]] = {name: getattr(extraction, name) for name in field_names(Extraction)}
    if not any(lists.values()):
        page.write(NOTHING, Inked("Nothing was read in the document."))
    for name, findings in lists.items():
        if findings:
            page.heading(words(name), str(len(findings)))
        for finding in findings:
            _write_finding(page, document, finding)
    if trace:
        write_trace(page, trace)
    return page.text()


def reading_json(extraction: Extraction, trace: Iterable[TracedStatement] | None = None) -> str:
    """Write an extraction as indented JSON; with a trace, as an object of both."""
    read = extraction.model_dump_json(indent=2)
    if trace is None:
        return read + "\n"
    told = ",\n".join(indent(statement.model_dump_json(indent=2), "    ") for statement in trace)
    return f'{{\n  "extraction": {indent(read, "  ").lstrip()},\n  "trace": [\n{told}\n  ]\n}}\n'


def _write_finding(page: Paper, document: Document, finding: Finding) -> None:
    page.write(Inked("-"), Inked(told(finding), "bold"), indent=2, column=4)
    quotes = record_elements(document, finding.evidence)
    column = 6 + max((len(quote.place) for quote in quotes), default=0)
    for quote in quotes:
        page.write(Inked(quote.place), Inked(quote.words), indent=4, column=column)
    if finding.unverified:
        page.write(NOTHING, Inked(f"not borne out by the quote: {', '.join(finding.unverified)}", "yellow"), column=4)
    if proof := proof_of(finding):
        page.write(NOTHING, Inked(printable(proof), "dim"), column=4)


def proof_of(finding: Finding) -> str:
    """Say by which rule a finding was read, and how sure that rule has proved; nothing where it is not known."""
    if finding.read_by is None:
        return ""
    share = "not measured" if finding.confidence is None else f"confidence {finding.confidence:.2f}"
    return f"read by {finding.read_by}, {share}"
