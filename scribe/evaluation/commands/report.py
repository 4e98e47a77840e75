"""`scribe eval report`: a run as a page, or as Markdown for a pull request."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from scribe.errors import InputError
from scribe.evaluation.commands.compare import opened, whole
from scribe.evaluation.commands.logs import LogFile, changed_labels
from scribe.evaluation.commands.printing import DATASETS, Labels, labelled_cases, write
from scribe.evaluation.comparison import compare
from scribe.evaluation.dataset import Case, load_all
from scribe.evaluation.log import Log
from scribe.evaluation.report.markdown import markdown
from scribe.evaluation.report.summary import Summary, summarise
from scribe.evaluation.scored import beside, scored

_OWNER_ONLY = 0o600


def write_report(
    run: LogFile,
    *,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Page (.html) or Markdown (.md) to write; may be repeated."
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Log of another run, or a baseline (.json), to compare with.")
    ] = None,
    figures: Annotated[bool, typer.Option("--figures", help="Show no case, and so no text of a document.")] = False,
    labels: Labels = None,
) -> None:
    """Write what a run comes to, as a page or as Markdown; without --output as Markdown on standard output.

    A page shows the texts of cases, but for those held out: keep it where the texts are kept, or give --figures.

    Exit codes: 0 written; 2 bad usage or input.
    """
    if unknown := [path for path in output or () if path.suffix not in {".html", ".md"}]:
        raise InputError(f"--output {unknown[0]}: name a file that ends in .html or .md")
    log, cases = whole(run), labelled_cases(labels)
    now = scored(log, cases)
    comparison = compare(opened(baseline, labels), now) if baseline else None
    summary = summarise(now, comparison, held_out=held_out(log, cases))
    notes = [*changed_labels(log.header, labels)]
    for path in output or ():
        is_page = path.suffix == ".html"
        _write(path, _page(summary, log, cases, notes, figures=figures) if is_page else markdown(summary, notes))
    if not output:
        write([markdown(summary, notes).rstrip("\n")])


def _page(summary: Summary, log: Log, cases: list[Case], notes: list[str], *, figures: bool) -> str:
    try:
        from scribe.evaluation.report.page import page  # noqa: PLC0415  # only a page needs a template
        from scribe.evaluation.report.page.cards import cards as made  # noqa: PLC0415  # as above

        hidden = {case.id for case in cases} if figures else summary.held_out
        return page(summary, made(beside(log, cases), hidden), notes)
    except ModuleNotFoundError as error:
        raise InputError(f"A page needs {error.name}: install scribe[eval].") from None


def held_out(log: Log, cases: Iterable[Case]) -> frozenset[str]:
    """Return the cases of which only figures are told.

    Those held out of the project's own datasets never are, nor are any of a run on held-out cases; where all cases of
    other datasets were run, nothing is held out.

    Args:
        log: The log of a run.
        cases: The labelled cases.
    """
    if log.header.half == "held-out":
        return frozenset(case.id for case in cases)
    own = load_all([DATASETS]) if DATASETS.exists() else []
    return frozenset(case.id for dataset in own for case in dataset.half("held-out"))


def _write(path: Path, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, _OWNER_ONLY)) as file:
            file.write(text)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
