"""What the commands have in common: which datasets, what goes out, and to where."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from scribe.evaluation import report
from scribe.evaluation.dataset import Case, load_all
from scribe.evaluation.log import Log
from scribe.evaluation.metrics import Part
from scribe.evaluation.runner import CaseFailure, CaseReport
from scribe.evaluation.scored import beside, fault

DATASETS = Path(__file__).parents[3] / "eval" / "datasets"
"""The gold sets of a checkout; an installed package has none."""

Datasets = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[DATASET]…", help="JSONL files, or folders of them; without any, those of the checkout."),
]


Labels = Annotated[
    list[Path] | None,
    typer.Option(
        "--dataset", metavar="DATASET", help="Files or folders with the labels; without any, those of the checkout."
    ),
]


def labelled_cases(paths: list[Path] | None) -> list[Case]:
    """Return all cases of some datasets."""
    return [case for dataset in load_all(paths or [DATASETS]) for case in dataset.cases]


def show(log: Log, cases: Sequence[Case], parts: Sequence[Part], *, with_misses: bool = False) -> None:
    """Print the figures of a run; leave with 1 where a case failed.

    Args:
        log: The log of the run.
        cases: The labelled cases.
        parts: What is shown.
        with_misses: Whether to list what was missed, with quotes.
    """
    ended = [*outcomes(log, cases)]
    reports = [outcome for outcome in ended if isinstance(outcome, CaseReport)]
    failed = [outcome for outcome in ended if isinstance(outcome, CaseFailure)]
    if with_misses:
        write(report.misses(reports, parts))
    write(report.table(reports, parts))
    write(report.failures(failed))
    raise typer.Exit(1 if failed else 0)


def outcomes(log: Log, cases: Iterable[Case]) -> Iterator[CaseReport | CaseFailure]:
    """Put each case beside what became of it, in the order of the log.

    Args:
        log: The log of a run.
        cases: The labelled cases.
    """
    for case, entry in beside(log, cases):
        error = fault(case, entry)
        if entry.report and error is None:
            yield CaseReport(case, entry.report)
        else:
            yield CaseFailure(case, error or "")


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def complain(lines: Iterable[str]) -> None:
    """Write lines to standard error."""
    sys.stderr.writelines(f"{line}\n" for line in lines)
