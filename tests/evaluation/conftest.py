"""Cases and reports to score, as short as they can be."""

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scribe.evaluation import cli
from scribe.evaluation.dataset import Case
from scribe.evaluation.log import Header, Source
from scribe.evaluation.metrics import Tally
from scribe.evaluation.scored import ScoredRun
from scribe.evaluation.scores import CaseScores
from scribe.schema import Document, Encounter, Extraction, Issue, Provenance, Report, Status, Suggestion, Topic

ROOT = Path(__file__).parents[2]
TEXT = "L4 is restricted on the left. The sacrum is boggy. Sleep is poor."


class Answer(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run the command as a user does."""

    def call(*arguments: str | Path) -> Answer:
        code = cli.run([*map(str, arguments)])
        return Answer(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what a run needs: a test may change it, and a log belongs to one state of the code."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in ("scribe", "prompts", "schemas", "cassettes", "eval/datasets"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.fixture
def label() -> Callable[..., dict[str, Any]]:
    """Build one line of a dataset as a dictionary; keywords replace its fields."""

    def build(**fields: object) -> dict[str, Any]:
        return {
            "id": "case-1",
            "kind": "note",
            "style": ["soap"],
            "encounter": {"date_of_service": None, "discipline": "osteopathic", "visit": None, "payer": None},
            "text": TEXT,
            "findings": {
                "lesions": [],
                "tart": [
                    {
                        "component": "restriction",
                        "region": "lumbar",
                        "laterality": "left",
                        "assertion": "present",
                        "quote": "L4 is restricted on the left",
                    }
                ],
                "neuro": [],
                "imaging": [],
                "diagnoses": [],
                "care": [],
                "function": [{"kind": "sleep", "quote": "Sleep is poor"}],
                "stated_codes": [],
            },
            "codes": {"assign": [], "query": [], "never": []},
            "issues": [],
        } | fields

    return build


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write labels, or lines as they are, into a dataset file."""

    def build(*labels: dict[str, Any] | str, name: str = "cases.jsonl") -> Path:
        path = tmp_path / name
        lines = [item if isinstance(item, str) else json.dumps(item) for item in labels]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return build


@pytest.fixture
def case(label: Callable[..., dict[str, Any]]) -> Callable[..., Case]:
    """Build a case whose findings are an extraction."""

    def build(
        findings: Extraction | None = None,
        *,
        name: str = "case-1",
        kind: str = "note",
        codes: dict[str, list[str]] | None = None,
        issues: tuple[str, ...] = (),
    ) -> Case:
        none: dict[str, list[str]] = {"assign": [], "query": [], "never": []}
        built = Case.model_validate(label(id=name, kind=kind, codes=none | (codes or {}), issues=issues))
        return built.model_copy(update={"findings": findings or Extraction()})

    return build


@pytest.fixture
def report() -> Callable[..., Report]:
    """Build a report from an extraction, codes by status, and topics of issues."""

    def build(
        extraction: Extraction | None = None,
        *,
        assign: tuple[str, ...] = (),
        query: tuple[str, ...] = (),
        reject: tuple[str, ...] = (),
        issues: tuple[Topic, ...] = (),
    ) -> Report:
        by_status: dict[Status, tuple[str, ...]] = {"assign": assign, "query": query, "reject": reject}
        return Report(
            document=Document(text=TEXT, kind="note"),
            encounter=Encounter(),
            extraction=extraction or Extraction(),
            suggestions=tuple(
                Suggestion(code=code, title="", status=status, rank=rank, reason="", derivation=())
                for status, codes in by_status.items()
                for rank, code in enumerate(codes, 1)
            ),
            issues=tuple(Issue(rule="RG01", topic=topic, severity="warning", at="", message="") for topic in issues),
            queries=(),
            provenance=Provenance(document_digest="", package_version="", reader="", code_set=""),
        )

    return build


@pytest.fixture
def header() -> Callable[..., Header]:
    """Build a header of two cases in two repeats; keywords replace its fields."""

    def build(**fields: Any) -> Header:  # noqa: ANN401  # fields are of many types
        usual: dict[str, Any] = {
            "format": 1,
            "datasets": (Source(name="notes", digest="d1"),),
            "cases": ("a", "b"),
            "repeats": 2,
            "half": "development",
            "where": (),
            "limit": None,
            "reader": "lexicon",
            "tables": (),
            "model": None,
            "server": None,
            "mode": None,
            "recall": None,
            "prompt": None,
            "prompt_digest": None,
            "replay": False,
            "encounter": False,
            "package_version": "1.0",
            "code_digest": "c1",
            "matcher_version": "1",
            "started": datetime(2026, 4, 1, 12, 30, 0, 250, UTC),
        }
        return Header(**usual | fields)

    return build


@pytest.fixture
def scored_run(header: Callable[..., Header]) -> Callable[..., ScoredRun]:
    """Build a run from the counts of each case by metric, one dictionary a repeat; None is a case that failed."""

    def build(
        *repeats: Mapping[str, Mapping[str, Tally | None] | None],
        clusters: Mapping[str, str] | None = None,
        **fields: Any,  # noqa: ANN401  # fields are of many types
    ) -> ScoredRun:
        scores = tuple(
            CaseScores(
                case=name,
                repeat=repeat,
                cluster=(clusters or {}).get(name, name),
                kind="note",
                style=(),
                encounter=Encounter(),
                counts=counts or {},
                items={},
                confusions={},
                predictions=(),
                seconds=None,
                error="ValueError at reader.py:7" if counts is None else None,
            )
            for repeat, cases in enumerate(repeats)
            for name, counts in cases.items()
        )
        about = header(**{"cases": tuple(repeats[0]), "repeats": len(repeats)} | fields)
        return ScoredRun(about, scores)

    return build
