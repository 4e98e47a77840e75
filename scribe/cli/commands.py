"""What each command does: options in, one page out, and an exit code."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from scribe.cli.files import page_width, read_text, wants_color, write
from scribe.errors import InputError
from scribe.options import (
    DayOption,
    Format,
    KindOption,
    ReaderOptions,
    Source,
    TableOption,
    Target,
    VisitOptions,
    Written,
)
from scribe.schema import Issue, Report, Severity

if TYPE_CHECKING:
    from scribe.extraction.reader import Reader

# What only one command needs is imported there: `scribe code` starts in a third of the time. The parameters of a
# command are its options.
# ruff: noqa: PLC0415, PLR0913


def code(
    file: Source,
    *,
    form: Written = "text",
    kind: KindOption = None,
    visit: VisitOptions,
    reader: ReaderOptions,
    resume: Annotated[
        str, typer.Option("--resume", metavar="REPORT", help="Read only what this partial report of FILE left unread.")
    ] = "",
    output: Target = None,
) -> None:
    """Turn a document into codes, issues and queries."""
    report = _resumed(file, resume, reader) if resume else _processed(file, kind, visit, reader)
    _write_report(report, form, output)
    _leave(report)


def read(
    file: Source,
    *,
    trace: Annotated[
        bool, typer.Option("--trace", help="Show also how each statement was read: terms, cues, places, topic.")
    ] = False,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to write it.")] = "text",
    kind: KindOption = None,
    table: TableOption = None,
    output: Target = None,
) -> None:
    """Print what is read in a document: each finding with its quotes and how sure it is."""
    from scribe.extraction.lexicon import LexiconReader
    from scribe.extraction.lexicon.trace import trace as traced
    from scribe.pipeline import process
    from scribe.reports.reading import reading_json, reading_text

    reader = LexiconReader(table or ())
    report = process(read_text(file), kind=kind, reader=reader)
    steps = traced(report.document, reader) if trace else None
    if form == "json":
        write(reading_json(report.extraction, steps), output)
    else:
        width, color = page_width(output), wants_color(output)
        write(reading_text(report.document, report.extraction, steps or (), width=width, color=color), output)


def check(
    file: Source,
    *,
    codes: Annotated[
        str,
        typer.Option(
            "--codes", metavar="CODES", help="Codes to audit, such as M99.03,98941-AT, beside those in the document."
        ),
    ] = "",
    form: Written = "text",
    kind: KindOption = None,
    visit: VisitOptions,
    reader: ReaderOptions,
    output: Target = None,
) -> None:
    """Audit codes against a document; exit 1 on an error."""
    claimed = _claimed(codes)
    report = _processed(file, kind, visit, reader, claimed)
    _write_report(report, form, output, claimed)
    _leave_on_errors(report.issues)
    _leave(report)


def query(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A note or a transcript, or with --lint a query; - reads standard input."),
    ],
    *,
    lint: Annotated[
        bool, typer.Option("--lint", help="Check queries instead, in text, Markdown or JSON; exit 1 on an error.")
    ] = False,
    form: Written = "text",
    kind: KindOption = None,
    visit: VisitOptions,
    reader: ReaderOptions,
    output: Target = None,
) -> None:
    """Print the queries of a document, ready to paste, or check a query."""
    if lint:
        _lint(read_text(file), form, output)
        return
    report = _processed(file, kind, visit, reader)
    write(_queries(report, form), output)
    _leave(report)


def replay(
    file: Annotated[
        str,
        typer.Argument(metavar="REPORT", help="A report in JSON, as --format json writes it; - reads standard input."),
    ],
    *,
    form: Written = "text",
    changes: Annotated[
        bool, typer.Option("--changes", help="Show only what the report gains and loses by today's rules.")
    ] = False,
    output: Target = None,
) -> None:
    """Derive codes, issues and queries again from a stored report; nobody reads."""
    from scribe.given import stored_report
    from scribe.pipeline import replay as replayed
    from scribe.reports.changes import changes_text, compare

    stored = stored_report(read_text(file))
    report = replayed(stored)
    if not changes:
        _write_report(report, form, output, report.codes)
    elif form == "json":
        write(compare(stored, report).model_dump_json(indent=2) + "\n", output)
    else:
        write(changes_text(compare(stored, report), width=page_width(output), color=wants_color(output)), output)
    _leave(report)


def explain(
    term: Annotated[
        str,
        typer.Argument(metavar="CODE|RULE", help="A code, a rule or a coding decision: M99.24, 98941, RG04, CD05."),
    ],
    *,
    form: Annotated[Format, typer.Option("--format", help="How to write the explanation.")] = "text",
    dos: DayOption = None,
) -> None:
    """Explain a code, a rule or a coding decision."""
    from scribe.explanation import explain as explained
    from scribe.reports.explanation import explanation_json, explanation_markdown, explanation_text

    explanation = explained(term, dos)
    if form == "text":
        write(explanation_text(explanation, width=page_width(), color=wants_color()))
    else:
        write(explanation_json(explanation) if form == "json" else explanation_markdown(explanation))


def schema(
    record: Annotated[
        Literal["report", "extraction", "document"],
        typer.Argument(metavar="[report|extraction|document]", help="Which record."),
    ] = "report",
) -> None:
    """Print the JSON Schema of a record."""
    from scribe.resources import schema_text

    write(schema_text(record))


def evaluate(context: typer.Context) -> None:
    """Measure readers and rules on labelled cases: run, compare, check and more, see scribe eval --help."""
    from scribe.evaluation.cli import run

    raise typer.Exit(run(context.args))


def _processed(
    file: str, kind: KindOption, visit: VisitOptions, reader: ReaderOptions, codes: tuple[str, ...] = ()
) -> Report:
    from scribe.pipeline import process

    chosen = _chosen(reader)
    return process(read_text(file), kind=kind, reader=chosen, encounter=visit.encounter(), codes=codes)


def _resumed(file: str, partial: str, reader: ReaderOptions) -> Report:
    from scribe.given import stored_report
    from scribe.pipeline import resume

    chosen, stored = _chosen(reader), stored_report(read_text(partial))
    if read_text(file) != stored.document.text:
        raise InputError(f"--resume: {partial} is not a report of {file}; give the report of this document.")
    return resume(stored, chosen)


def _chosen(reader: ReaderOptions) -> "Reader":
    if not reader.progress:
        return reader.chosen()
    from scribe.cli.progress import show

    return reader.chosen(show)


def _claimed(codes: str) -> tuple[str, ...]:
    claimed = tuple(code.strip().upper() for code in codes.split(",") if code.strip())
    for number, code in enumerate(claimed, 1):
        if not re.fullmatch(r"[A-Z0-9][A-Z0-9.]*(-[A-Z0-9]{2})*", code):
            raise InputError(f"--codes: item {number} is no code; separate codes by commas, such as M99.03,98941-AT.")
    return claimed


def _write_report(report: Report, form: Format, output: Path | None, codes: tuple[str, ...] = ()) -> None:
    if form == "text":
        from scribe.reports.text import to_text

        write(to_text(report, width=page_width(output), color=wants_color(output), codes=codes), output)
    elif form == "markdown":
        from scribe.reports.markdown import to_markdown

        write(to_markdown(report, codes=codes), output)
    else:
        from scribe.reports.json_text import to_json

        write(to_json(report), output)


def _queries(report: Report, form: Format) -> str:
    from scribe.reports.json_text import records_json
    from scribe.reports.queries import queries_markdown, queries_text

    if form == "json":
        return records_json(report.queries)
    return queries_text(report) if form == "text" else queries_markdown(report)


def _lint(text: str, form: Format, output: Path | None) -> None:
    from scribe.linting import lint
    from scribe.reports.json_text import records_json
    from scribe.reports.queries import lint_markdown, lint_text

    found = lint(text)
    raised = [issue for issues in found for issue in issues]
    issues = [issue for severity in get_args(Severity) for issue in raised if issue.severity == severity]
    if form == "text":
        write(lint_text(issues, len(found), width=page_width(output), color=wants_color(output)), output)
    else:
        write(records_json(issues) if form == "json" else lint_markdown(issues, len(found)), output)
    _leave_on_errors(issues)


def _leave_on_errors(issues: Iterable[Issue]) -> None:
    """Leave with 1 where an issue is an error."""
    if any(issue.severity == "error" for issue in issues):
        raise typer.Exit(1)


def _leave(report: Report) -> None:
    """Leave with 3 where a part of the document was not read."""
    if report.provenance.unread:
        raise typer.Exit(3)
