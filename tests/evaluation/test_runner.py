"""The runner: what became of each case is told as it ends, and a case that fails is a row."""

import asyncio
from collections.abc import Callable

import pytest

from scribe.errors import InputError, ReaderError
from scribe.evaluation.dataset import Case
from scribe.evaluation.log import Entry
from scribe.evaluation.runner import Job, arun, refusals, run
from scribe.schema import Report

BuildCase = Callable[..., Case]
BuildReport = Callable[..., Report]


@pytest.fixture
def jobs(case: BuildCase) -> list[Job]:
    """Three cases in two repeats."""
    return [Job(case(name=name), repeat) for name in "abc" for repeat in (0, 1)]


def test_a_failing_case_is_a_row(jobs: list[Job], report: BuildReport) -> None:
    """Cases before and after one that fails keep their reports and their places."""
    told: list[Entry] = []

    def read(case: Case) -> Report:
        if case.id == "b":
            raise ReaderError("the reader has no tables; install scribe again")
        return report()

    run(jobs, read, told.append)
    assert [entry.step for entry in told] == [(name, repeat) for name in "abc" for repeat in (0, 1)]
    assert [entry.report for entry in told] == [report(), report(), None, None, report(), report()]
    assert [entry.seconds is None for entry in told] == [entry.report is None for entry in told]
    assert told[2].error
    assert told[2].error.startswith("ReaderError at test_runner.py:")
    assert told[2].error.endswith(": the reader has no tables; install scribe again")


def test_a_failure_holds_no_text(jobs: list[Job]) -> None:
    """The words of a foreign exception may hold the text of a document, so they are left out."""
    told: list[Entry] = []

    def read(case: Case) -> Report:
        raise ValueError(case.text)

    async def aread(case: Case) -> Report:
        raise ValueError(case.text)

    run(jobs[:1], read, told.append)
    asyncio.run(arun(jobs[:1], aread, told.append, concurrency=1))
    for entry in told:
        assert entry.error
        assert entry.error.startswith("ValueError at test_runner.py:")
        assert "restricted" not in entry.error
    assert len(told) == 2


def test_the_next_case_waits_until_the_last_is_told(jobs: list[Job], report: BuildReport) -> None:
    """What was told is on the disk before anything else can go wrong."""
    course: list[str] = []

    def read(case: Case) -> Report:
        course.append(case.id)
        return report()

    run(jobs, read, lambda entry: course.append(f"{entry.case} told"))
    assert course == ["a", "a told"] * 2 + ["b", "b told"] * 2 + ["c", "c told"] * 2


@pytest.mark.parametrize("concurrency", [1, 2, 4, 9])
def test_cases_wait_side_by_side(jobs: list[Job], concurrency: int, report: BuildReport) -> None:
    """As many cases as are allowed run at the same time, and each is told as soon as it ends."""
    running, most, told = 0, 0, list[Entry]()

    async def read(case: Case) -> Report:
        nonlocal running, most
        running += 1
        most = max(most, running)
        # The first case takes longest.
        await asyncio.sleep(0.05 if case.id == "a" else 0.001)
        running -= 1
        if case.id == "c":
            raise ReaderError("no answer")
        return report()

    asyncio.run(arun(jobs, read, told.append, concurrency=concurrency))
    assert most == min(concurrency, len(jobs))
    assert sorted(entry.step for entry in told) == sorted((job.case.id, job.repeat) for job in jobs)
    assert [entry.case for entry in told if entry.error] == ["c", "c"]
    assert (told[0].case == "a") == (concurrency < 3)


def test_what_no_case_can_be_run_with_ends_the_run(jobs: list[Job], report: BuildReport) -> None:
    """A missing key is said once, not of each case, and the other cases are stopped."""
    told: list[Entry] = []

    def read(case: Case) -> Report:
        if case.id == "b":
            raise InputError("no key")
        return report()

    async def aread(case: Case) -> Report:
        if case.id != "b":
            await asyncio.sleep(60)
        return read(case)

    with pytest.raises(InputError, match=r"^no key$"):
        run(jobs, read, told.append)
    assert [entry.case for entry in told] == ["a", "a"]
    with pytest.raises(InputError, match=r"^no key$"):
        asyncio.run(arun(jobs, aread, told.append, concurrency=6))
    assert len(told) == 2


def test_a_log_that_cannot_be_written_ends_the_run(jobs: list[Job], report: BuildReport) -> None:
    """A full disk is not taken for the failure of a case."""

    def tell(_: Entry) -> None:
        raise OSError(28, "No space left on device")

    async def aread(_: Case) -> Report:
        return report()

    with pytest.raises(OSError, match="No space left"):
        run(jobs, lambda _: report(), tell)
    with pytest.raises(OSError, match="No space left"):
        asyncio.run(arun(jobs, aread, tell, concurrency=2))


def test_refusals_name_every_case_that_cannot_be_run(jobs: list[Job], report: BuildReport) -> None:
    """What fails on the way is a result and no refusal."""

    def read(case: Case) -> Report:
        if case.id == "a":
            raise ReaderError("no answer")
        if case.id == "b":
            raise InputError("b is stale")
        return report()

    assert [*refusals(jobs, read)] == ["b is stale", "b is stale"]
