"""Arguments in, exit code out."""

import io
import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from scribe.errors import InputError, ScribeError
from scribe.extraction.llm.modes import Mode
from scribe.options import (
    DayOption,
    DisciplineOption,
    Format,
    KindOption,
    ModelOption,
    ModeOption,
    PayerOption,
    ReaderOption,
    ServerOption,
    Source,
    TableOption,
    Target,
    VisitOption,
    Written,
)
from scribe.schema import Encounter, Report, Severity
from scribe.version import __version__

if TYPE_CHECKING:
    from scribe.extraction.reader import Reader

# What only one command needs is imported there: `scribe code` starts in a third of the time.
# ruff: noqa: PLC0415

_PAGE_WIDTH = 100
_PIPE_WIDTH = 80
_NARROWEST = 40
_LONGEST_NAME = 120
# What people pass for a note that is not plain text, by its first bytes.
_SIGNATURES = {
    b"%PDF": "is a PDF; extract its text first, for example with pdftotext",
    b"PK\x03\x04": "is an office document or an archive; save it as plain text first",
    b"{\\rtf": "is rich text; save it as plain text first",
    b"\xff\xfe": "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8",
    b"\xfe\xff": "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8",
}

# A pretty traceback would print the locals, texts among them.
app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _PAGE_WIDTH},
)


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What follows `scribe` on the command line.

    Returns:
        Exit code: 0 fine, 1 `check` found an error, 2 bad usage or input.
    """
    try:
        return int(app(args=[*arguments], prog_name="scribe", standalone_mode=False) or 0)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        remedy = f" See {context.command_path} --help." if context else ""
        return _refuse(f"{error.format_message()}{remedy}")
    except ScribeError as error:
        return _refuse(str(error))


def reference() -> str:
    """Return the page of all commands: what `--help` prints on a terminal of 100 columns."""
    group = typer.main.get_group(app)
    # The formatter keeps two columns free.
    top = group.make_context("scribe", [], resilient_parsing=True, terminal_width=_PAGE_WIDTH - 2)
    pages = [f"## `scribe`\n\n```text\n{group.get_help(top)}\n```"]
    for name, command in group.commands.items():
        context = command.make_context(name, [], parent=top, resilient_parsing=True)
        pages.append(f"## `scribe {name}`\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(["# Command line", *pages]) + "\n"


@app.callback(invoke_without_command=True)
def scribe(
    context: typer.Context, *, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> None:
    """Turn spine and manual-medicine notes and transcripts into checked ICD-10-CM codes.

    Every code rests on a quote from the document. Nothing leaves this machine, unless --reader llm names a server.

    Exit codes: 0 fine; 1 check found an issue of severity error; 2 bad usage, or input that cannot be used; 3 a model
    read only a part of the document, as the report says.
    """
    if version:
        _write(f"scribe {__version__}\n", None)
    elif context.invoked_subcommand is None:
        sys.stderr.write(f"{context.get_help()}\n")
        raise typer.Exit(2)


@app.command()
def code(  # noqa: PLR0913  # the parameters are the command's options
    file: Source,
    *,
    form: Written = "text",
    kind: KindOption = None,
    payer: PayerOption = None,
    discipline: DisciplineOption = None,
    visit: VisitOption = None,
    dos: DayOption = None,
    table: TableOption = None,
    reader: ReaderOption = "lexicon",
    model: ModelOption = "",
    base_url: ServerOption = "",
    mode: ModeOption = "schema",
    output: Target = None,
) -> None:
    """Turn a document into codes, issues and queries."""
    from scribe.pipeline import process

    chosen = _reader(reader, model, base_url, mode, table)
    encounter = Encounter(date_of_service=dos, discipline=discipline, visit=visit, payer=payer)
    report = process(_read(file), kind=kind, reader=chosen, encounter=encounter)
    _write(_rendered(report, form, output), output)
    _leave(report)


@app.command()
def read(  # noqa: PLR0913  # the parameters are the command's options
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
    report = process(_read(file), kind=kind, reader=reader)
    steps = traced(report.document, reader) if trace else None
    if form == "json":
        _write(reading_json(report.extraction, steps), output)
    else:
        page = reading_text(report.document, report.extraction, steps or (), width=_width(output), color=_color(output))
        _write(page, output)


@app.command()
def check(  # noqa: PLR0913  # the parameters are the command's options
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
    payer: PayerOption = None,
    discipline: DisciplineOption = None,
    visit: VisitOption = None,
    dos: DayOption = None,
    table: TableOption = None,
    reader: ReaderOption = "lexicon",
    model: ModelOption = "",
    base_url: ServerOption = "",
    mode: ModeOption = "schema",
    output: Target = None,
) -> None:
    """Audit codes against a document; exit 1 on an error."""
    from scribe.pipeline import process

    claimed = _claimed(codes)
    chosen = _reader(reader, model, base_url, mode, table)
    encounter = Encounter(date_of_service=dos, discipline=discipline, visit=visit, payer=payer)
    report = process(_read(file), kind=kind, reader=chosen, encounter=encounter, codes=claimed)
    _write(_rendered(report, form, output, claimed), output)
    if any(issue.severity == "error" for issue in report.issues):
        raise typer.Exit(1)
    _leave(report)


@app.command()
def query(  # noqa: PLR0913  # the parameters are the command's options
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
    payer: PayerOption = None,
    discipline: DisciplineOption = None,
    visit: VisitOption = None,
    dos: DayOption = None,
    reader: ReaderOption = "lexicon",
    model: ModelOption = "",
    base_url: ServerOption = "",
    mode: ModeOption = "schema",
    output: Target = None,
) -> None:
    """Print the queries of a document, ready to paste, or check a query."""
    from scribe.pipeline import process

    if lint:
        _lint(_read(file), form, output)
        return
    chosen = _reader(reader, model, base_url, mode)
    encounter = Encounter(date_of_service=dos, discipline=discipline, visit=visit, payer=payer)
    report = process(_read(file), kind=kind, reader=chosen, encounter=encounter)
    _write(_queries(report, form), output)
    _leave(report)


@app.command()
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
        _write(explanation_text(explanation, width=_width(), color=_color()), None)
    else:
        _write(explanation_json(explanation) if form == "json" else explanation_markdown(explanation), None)


@app.command()
def schema(
    record: Annotated[
        Literal["report", "extraction", "document"],
        typer.Argument(metavar="[report|extraction|document]", help="Which record."),
    ] = "report",
) -> None:
    """Print the JSON Schema of a record."""
    from scribe.resources import schema_text

    _write(schema_text(record), None)


def _reader(
    name: Literal["lexicon", "llm"], model: str, base_url: str, mode: Mode, tables: Sequence[Path] | None = None
) -> "Reader":
    if name == "lexicon":
        from scribe.extraction.lexicon import LexiconReader

        if model or base_url:
            raise InputError("--model and --base-url are for a model reader: add --reader llm.")
        return LexiconReader(tables or ())
    if not model:
        raise InputError("--reader llm needs --model, the model's name as its server knows it.")
    if tables:
        raise InputError("--table is for the built-in reader: leave it out, or leave out --reader llm.")
    from scribe.extraction.llm.reader import LlmReader

    return LlmReader(model=model, base_url=base_url or None, mode=mode)


def _leave(report: Report) -> None:
    """Leave with 3 where a part of the document was not read."""
    if report.provenance.unread:
        raise typer.Exit(3)


def _claimed(codes: str) -> tuple[str, ...]:
    claimed = tuple(code.strip().upper() for code in codes.split(",") if code.strip())
    for number, code in enumerate(claimed, 1):
        if not re.fullmatch(r"[A-Z0-9][A-Z0-9.]*(-[A-Z0-9]{2})*", code):
            raise InputError(f"--codes: item {number} is no code; separate codes by commas, such as M99.03,98941-AT.")
    return claimed


def _read(file: str) -> str:
    """Return the text of a file as it stands: its offsets, line breaks and digest are those of the file."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        # Who passes the note itself instead of its file must not find it in a log.
        name = file if len(file) <= _LONGEST_NAME and file.isprintable() else "FILE"
        raise InputError(f"{name}: {_reason(error)}; give one text file, or - for standard input.") from None
    for signature, remedy in _SIGNATURES.items():
        if content.startswith(signature):
            raise InputError(f"{file}: {remedy}.")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise InputError(f"{file}: not UTF-8; convert it first: iconv -f WINDOWS-1252 -t UTF-8.") from None


def _rendered(report: Report, form: Format, output: Path | None, codes: tuple[str, ...] = ()) -> str:
    if form == "text":
        from scribe.reports.text import to_text

        return to_text(report, width=_width(output), color=_color(output), codes=codes)
    if form == "markdown":
        from scribe.reports.markdown import to_markdown

        return to_markdown(report, codes=codes)
    from scribe.reports.json_text import to_json

    return to_json(report)


def _queries(report: Report, form: Format) -> str:
    from scribe.reports.json_text import records_json
    from scribe.reports.queries import queries_markdown, queries_text

    if form == "json":
        return records_json(report.queries)
    return queries_text(report) if form == "text" else queries_markdown(report)


def _lint(text: str, form: Format, output: Path | None) -> None:
    from scribe.pipeline import lint
    from scribe.reports.json_text import records_json
    from scribe.reports.queries import lint_markdown, lint_text

    found = lint(text)
    raised = [issue for issues in found for issue in issues]
    issues = [issue for severity in get_args(Severity) for issue in raised if issue.severity == severity]
    if form == "text":
        _write(lint_text(issues, len(found), width=_width(output), color=_color(output)), output)
    else:
        _write(records_json(issues) if form == "json" else lint_markdown(issues, len(found)), output)
    if any(issue.severity == "error" for issue in issues):
        raise typer.Exit(1)


def _width(output: Path | None = None) -> int:
    if output is not None or not sys.stdout.isatty():
        return _PIPE_WIDTH
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _PAGE_WIDTH)


def _color(output: Path | None = None) -> bool:
    """Follow no-color.org and force-color.org."""
    if output is not None or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _write(text: str, output: Path | None) -> None:
    if output is not None:
        try:
            output.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputError(f"{output}: {_reason(error)}; choose another file with --output.") from None
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Programs read UTF-8; a terminal shows what it can.
        sys.stdout.reconfigure(errors="replace", encoding=None if sys.stdout.isatty() else "utf-8")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; nothing more may be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _refuse(message: str) -> int:
    sys.stderr.write(f"scribe: {' '.join(message.split())}\n")
    return 2
