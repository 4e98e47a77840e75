"""Arguments in, exit code out: 0 scored, 1 a case failed, 2 bad usage or a dataset that cannot be used."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, get_args

import typer

from scribe.errors import InputError, ScribeError
from scribe.evaluation import report
from scribe.evaluation.dataset import Case, Half, load
from scribe.evaluation.metrics import Part
from scribe.evaluation.runner import CaseFailure, CaseReport, Task, run
from scribe.pipeline import assess, process
from scribe.schema import Report

DATASETS = Path(__file__).parents[2] / "eval" / "datasets"
"""The gold sets of a checkout; an installed package has none."""

# A pretty traceback would print the locals, texts among them.
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def evaluate(  # noqa: PLR0913  # the parameters are the command's options
    *,
    datasets: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DATASET]…", help="JSONL files, or folders of them; without any, those of the checkout."
        ),
    ] = None,
    half: Annotated[Half, typer.Option(help="The cases at even places, at odd places, or all.")] = "development",
    group: Annotated[Part | None, typer.Option(help="Show only this part.")] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed and what is spurious, case by case.")
    ] = False,
    encounter: Annotated[bool, typer.Option("--encounter", help="Give the reader each case's encounter.")] = False,
    labels: Annotated[
        bool, typer.Option("--labels", help="Assess the labelled findings instead of reading the text.")
    ] = False,
) -> None:
    """Score the built-in reader and the rules on labelled cases."""
    if misses and half != "development":
        raise InputError(f"--misses shows texts, and {half} has cases held out; leave --half out")
    cases = [case for path in _files(datasets or [DATASETS]) for case in load(path).half(half)]
    outcomes = run(cases, _task(encounter=encounter, labels=labels))
    scored = [outcome for outcome in outcomes if isinstance(outcome, CaseReport)]
    failed = [outcome for outcome in outcomes if isinstance(outcome, CaseFailure)]
    parts = (group,) if group else get_args(Part)
    if misses:
        _print(report.misses(scored, parts))
    _print(report.table(scored, parts))
    _print(report.failures(failed))
    raise typer.Exit(1 if failed else 0)


def main() -> None:
    """Run the command; exit 2 on what it cannot use."""
    try:
        app()
    except ScribeError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(2) from None


def _task(*, encounter: bool, labels: bool) -> Task:
    """Choose what is measured: reading and rules, or on labelled findings the rules alone."""

    def read(case: Case) -> Report:
        return process(case.text, kind=case.kind, encounter=case.encounter if encounter else None)

    def given(case: Case) -> Report:
        return assess(case.text, case.findings, kind=case.kind, encounter=case.encounter if encounter else None)

    return given if labels else read


def _files(paths: Iterable[Path]) -> list[Path]:
    """Spread folders into the datasets they hold."""
    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not found or not path.exists():
            raise InputError(f"No datasets at '{path}': pass a file or a folder, or run from a checkout.")
        files += found
    return files


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
