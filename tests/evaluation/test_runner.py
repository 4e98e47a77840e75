"""The runner: a case that fails is a row."""

from collections.abc import Callable

from scribe.errors import ReaderError
from scribe.evaluation.dataset import Case
from scribe.evaluation.runner import CaseFailure, CaseReport, run
from scribe.schema import Report


def test_a_failing_case_is_a_row(case: Callable[..., Case], report: Callable[..., Report]) -> None:
    """Cases before and after one that fails keep their reports and their places."""
    cases = [case(name=name) for name in ("a", "b", "c")]

    def read(case: Case) -> Report:
        if case.id == "b":
            raise ReaderError("the reader has no tables; install scribe again")
        return report()

    first, second, third = run(cases, read)
    assert first == CaseReport(cases[0], report())
    assert second.case == cases[1]
    assert isinstance(second, CaseFailure)
    assert second.error.startswith("ReaderError at test_runner.py:")
    assert second.error.endswith(": the reader has no tables; install scribe again")
    assert third == CaseReport(cases[2], report())


def test_a_failure_holds_no_text(case: Callable[..., Case]) -> None:
    """The words of a foreign exception may hold the text of a document, so they are left out."""

    def read(case: Case) -> Report:
        raise ValueError(case.text)

    [failure] = run([case()], read)
    assert isinstance(failure, CaseFailure)
    assert failure.error.startswith("ValueError at test_runner.py:")
    assert "restricted" not in failure.error
