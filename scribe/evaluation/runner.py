"""Runs a task on cases. A case that fails is a row of the result, never lost."""

import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from scribe.errors import ScribeError
from scribe.evaluation.dataset import Case
from scribe.schema import Report

Task = Callable[[Case], Report]
"""What is measured: a case in, a report out."""


class CaseReport(NamedTuple):
    """A case and the report on it."""

    case: Case
    """The case."""
    report: Report
    """What the task made of its text."""


class CaseFailure(NamedTuple):
    """A case on which the task raised; it is not scored, which is not the same as zero."""

    case: Case
    """The case."""
    error: str
    """Type and place of the exception; its words only where they are known to hold no text of a document."""


def run(cases: Iterable[Case], task: Task) -> tuple[CaseReport | CaseFailure, ...]:
    """Run `task` on every case, in order."""
    return tuple(_run(case, task) for case in cases)


def _run(case: Case, task: Task) -> CaseReport | CaseFailure:
    try:
        return CaseReport(case, task(case))
    except Exception as error:  # noqa: BLE001  # whatever a reader raises is a result of the run
        return CaseFailure(case, _describe(error))


def _describe(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    words = f": {error}" if isinstance(error, ScribeError) else ""
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}{words}"
