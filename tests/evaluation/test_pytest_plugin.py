"""The plugin of pytest, in test suites of a host application."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest_plugins = ["pytester"]

TESTS = """
    def test_text(scribe_cases):
        assert "restricted" in scribe_cases.text
        assert type(scribe_cases).__name__ == "Case"
"""
PLUGIN = ("-p", "scribe.evaluation.pytest_plugin", "--strict-markers", "-W", "error")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load no plugin that is installed: the one of this checkout is meant, and others take seconds."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.fixture
def dataset(write: Callable[..., Path], label: Callable[..., dict[str, Any]]) -> Path:
    """A note on paper for Medicare, and a transcript."""
    visit = {"date_of_service": None, "discipline": "chiropractic", "visit": None, "payer": "medicare"}
    return write(
        label(id="note-1", style=["soap", "follow-up"], encounter=visit),
        label(id="transcript-1", kind="transcript", style=[]),
    )


@pytest.fixture
def run(pytester: pytest.Pytester) -> Callable[..., pytest.RunResult]:
    """Run a host's tests."""

    def run(*arguments: str, tests: str = TESTS) -> pytest.RunResult:
        pytester.makepyfile(tests)
        return pytester.runpytest_inprocess(*PLUGIN, *arguments)

    return run


def test_a_test_runs_once_for_each_case(run: Callable[..., pytest.RunResult], dataset: Path) -> None:
    """Under the id of the case."""
    result = run("-v", "--scribe-dataset", str(dataset))
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["*::test_text?note-1? PASSED*", "*::test_text?transcript-1? PASSED*"])


def test_a_case_that_fails_is_named(run: Callable[..., pytest.RunResult], dataset: Path) -> None:
    """One fails, the other passes."""
    tests = "def test_kind(scribe_cases):\n    assert scribe_cases.kind == 'note'\n"
    result = run("--scribe-dataset", str(dataset), tests=tests)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["FAILED *::test_kind?transcript-1?*"])


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("scribe_case(kind='note')", ["note-1"]),
        ("scribe_case(kind='transcript')", ["transcript-1"]),
        ("not scribe_case(kind='transcript')", ["note-1"]),
        ("scribe_case(soap=True, payer='medicare')", ["note-1"]),
        ("scribe_case(follow_up=True)", ["note-1"]),
        ("scribe_case(discipline='osteopathic')", ["transcript-1"]),
        ("scribe_case", ["note-1", "transcript-1"]),
    ],
)
def test_cases_are_chosen_by_marker(
    run: Callable[..., pytest.RunResult], dataset: Path, expression: str, chosen: list[str]
) -> None:
    """By kind, visit and tags, with markers being strict."""
    result = run("--scribe-dataset", str(dataset), "--collect-only", "-q", "-m", expression)
    assert [line.split("[")[1][:-1] for line in result.outlines if "::" in line] == chosen


def test_the_configuration_names_datasets(
    run: Callable[..., pytest.RunResult], pytester: pytest.Pytester, dataset: Path, write: Callable[..., Path]
) -> None:
    """Paths are those from the configuration; the option goes before it."""
    pytester.makeini(f"[pytest]\nscribe_datasets = {dataset.name}\n")
    (pytester.path / dataset.name).write_bytes(dataset.read_bytes())
    run().assert_outcomes(passed=2)
    other = write(dataset.read_text("utf-8").splitlines()[0], name="one.jsonl")
    run("--scribe-dataset", str(other)).assert_outcomes(passed=1)


def test_what_is_wrong_is_said(run: Callable[..., pytest.RunResult], dataset: Path, write: Callable[..., Path]) -> None:
    """No dataset, one that does not exist, one that breaks the contract: no traceback, no text of a case."""
    for arguments, message in (
        ((), "scribe_cases needs a dataset: give --scribe-dataset, or set scribe_datasets in the configuration."),
        (("--scribe-dataset", "nowhere"), "No datasets at '*nowhere'*"),
        (("--scribe-dataset", str(write('{"id": "a", "text": "secret"}', name="bad.jsonl"))), "*bad.jsonl:1:*"),
    ):
        result = run(*arguments)
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines([f"*{message}"])
        assert not any(
            word in result.stdout.str() + result.stderr.str() for word in ("secret", "load_all", "InputError")
        )
    assert dataset.exists()


def test_other_tests_are_left_alone(pytester: pytest.Pytester) -> None:
    """They need no dataset, and load neither the evaluation nor its records, in a process of their own."""
    loaded = "{'scribe.evaluation.dataset', 'scribe.schema'} & {*sys.modules}"
    pytester.makepyfile(f"import sys\ndef test_nothing():\n    assert not {loaded}\n")
    pytester.runpytest_subprocess(*PLUGIN).assert_outcomes(passed=1)
