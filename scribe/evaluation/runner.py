"""Runs a task on cases, and hands over what became of each as it ends. A case that fails is a row, never lost."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from scribe.errors import InputError, ScribeError
from scribe.evaluation.dataset import Case
from scribe.evaluation.log import Entry
from scribe.schema import Report

Task = Callable[[Case], Report]
"""What is measured: a case in, a report out."""

AsyncTask = Callable[[Case], Awaitable[Report]]
"""A task that lets others run while it waits."""

Listener = Callable[[Entry], None]
"""Who is told what became of a case."""


class Job(NamedTuple):
    """One case to run once."""

    case: Case
    """The case."""
    repeat: int
    """Which repeat, from 0."""


def run(jobs: Iterable[Job], task: Task, tell: Listener) -> None:
    """Run one case after the other.

    Args:
        jobs: What to run.
        task: What is measured.
        tell: Who is told what became of a case, before the next one begins.

    Raises:
        InputError: The task cannot run on any case, or would not measure what it should.
    """
    for job in jobs:
        begun = perf_counter()
        try:
            report = task(job.case)
        except InputError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever a reader raises is a result of the run
            tell(_failed(job, error))
        else:
            tell(_done(job, report, begun))


async def arun(jobs: Iterable[Job], task: AsyncTask, tell: Listener, *, concurrency: int) -> None:
    """Run cases side by side.

    Args:
        jobs: What to run.
        task: What is measured.
        tell: Who is told what became of a case, as soon as it ends.
        concurrency: How many cases run at the same time.

    Raises:
        InputError: As for `run`.
    """
    waiting = iter(jobs)

    async def work() -> None:
        for job in waiting:
            begun = perf_counter()
            try:
                report = await task(job.case)
            except InputError:
                raise
            except Exception as error:  # noqa: BLE001  # as above
                tell(_failed(job, error))
            else:
                tell(_done(job, report, begun))

    try:
        async with asyncio.TaskGroup() as workers:
            for _ in range(concurrency):
                workers.create_task(work())
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


def refusals(jobs: Iterable[Job], task: Task) -> Iterator[str]:
    """Run cases, and say of each that cannot be run why.

    Args:
        jobs: What to run.
        task: A task that may refuse.
    """
    for job in jobs:
        try:
            task(job.case)
        except InputError as error:
            yield str(error)
        except Exception:  # noqa: BLE001, S112  # a result of a run, not a reason not to run
            continue


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


def _done(job: Job, report: Report, begun: float) -> Entry:
    return Entry(case=job.case.id, repeat=job.repeat, report=report, seconds=perf_counter() - begun)


def _failed(job: Job, error: Exception) -> Entry:
    return Entry(case=job.case.id, repeat=job.repeat, error=_describe(error))


def _describe(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    words = f": {error}" if isinstance(error, ScribeError) else ""
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}{words}"
