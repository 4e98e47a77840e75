"""The page of the recorded documents: what its script counts and writes."""

from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from scribe.evaluation.dataset import Case
from scribe.evaluation.metrics import METRICS, Counts, Share, Tally
from scribe.evaluation.recordings import recorded_cases, replay
from scribe.schema import Report

SCRIPT = run_path(str(Path(__file__).parents[2] / "scripts" / "render_recorded.py"))


@pytest.fixture(scope="module")
def page() -> str:
    """The page as it would be written now."""
    text: str = SCRIPT["render"]()
    return text


def test_every_document_metric_and_reader_has_its_cell(page: str) -> None:
    """None is dropped in silence."""
    rows = [line.split("|")[1:-1] for line in page.splitlines() if line.startswith("| ")]
    by_name = {row[0].strip(): row for row in rows}
    assert {*SCRIPT["SHOWN"]} <= {metric.key for metric in METRICS}
    for name in (*SCRIPT["SHOWN"], *(case.id for case in recorded_cases())):
        assert all(cell.strip() for cell in by_name[name][-len(SCRIPT["READERS"]) :]), name
    assert max(map(len, (line for line in page.splitlines() if not line.startswith("|")))) <= 120


@pytest.mark.parametrize(
    ("tally", "cell"),
    [(Counts(3, 1, 2), "0.75 0.60 0.67"), (Counts(0, 1, 0), "0.00 - 0.00"), (Share(2, 5), "2 of 5"), (None, "")],
)
def test_cells(tally: Tally | None, cell: str) -> None:
    """Counts are three figures, with a dash where there is none, shares two."""
    assert SCRIPT["_cell"](tally) == cell


def test_codes_too_many_and_too_few_are_told_apart() -> None:
    """By their sign."""
    case: Case = next(case for case in recorded_cases() if case.id == "dev-tran-015")
    report: Report = replay(case)
    labelled: Any = case.codes.model_copy(update={"assign": ("M54.50", *case.codes.assign[1:])})
    read = SCRIPT["Read"](case.model_copy(update={"codes": labelled}), report, None)
    assert SCRIPT["_differing"](read) == f"+{case.codes.assign[0]} -M54.50"
