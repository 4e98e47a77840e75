"""Specification of the recorded cases: their list, their recording, and what is told of their cassettes."""

import json
from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from scribe.errors import InputError
from scribe.evaluation.cassettes import answers
from scribe.evaluation.completions import MODEL, Completions
from scribe.evaluation.dataset import Case, load
from scribe.evaluation.provider import Provider
from scribe.evaluation.recordings import DATASETS, cassette, faults, record, recorded_cases, replay
from scribe.extraction.llm.answer import Findings
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader

ROOT = Path(__file__).parents[2]
LISTS: dict[str, list[Any]] = {name: [] for name in Findings.model_fields}
BOGGY = {
    "evidence": [{"line": 1, "quote": "The sacrum is boggy"}],
    "component": "tissue_texture",
    "region": "sacral",
    "laterality": None,
    "assertion": "present",
}
GOOD = json.dumps(LISTS | {"tart": [BOGGY]})
MISQUOTED = json.dumps(LISTS | {"tart": [BOGGY | {"evidence": [{"line": 1, "quote": "The sacrum is soggy"}]}]})


@pytest.fixture
def cases(label: Callable[..., dict[str, Any]]) -> tuple[Case, Case]:
    """Two cases."""
    texts = {"one": "The sacrum is boggy.", "two": "O: The sacrum is boggy. Pain on the left."}
    empty: dict[str, list[Any]] = {group: [] for group in label()["findings"]}
    one, two = (
        Case.model_validate_json(json.dumps(label(id=name, text=text, findings=empty))) for name, text in texts.items()
    )
    return one, two


class Bench:
    """A folder of completions, an endpoint, and a folder of cassettes."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing."""
        self.cassettes = folder / "cassettes"
        self.completions = Completions(folder / "completions")

    def answer(self, completion: str) -> None:
        """Write a completion for each request that waits."""
        while self.completions.pending:
            self.completions.pending.pop().with_suffix(".json").write_text(completion)

    def record(self, case: Case) -> None:
        """Record a case as far as there are completions."""
        with Provider(self.completions.react) as server:
            reader = LlmReader(model=MODEL, base_url=server.url, policy=Policy(tries=1))
            record(case, reader, self.cassettes)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """An endpoint without completions."""
    return Bench(tmp_path)


def recorded(bench: Bench, case: Case) -> None:
    """Record a case whose first answer is right."""
    with pytest.raises(InputError, match=r"is not recorded: .*completion_pending"):
        bench.record(case)
    bench.answer(GOOD)
    bench.record(case)


def test_twelve_notes_and_twelve_transcripts_none_held_out() -> None:
    """Texts at odd places of the dev sets are read by nobody."""
    chosen = recorded_cases()
    assert sorted(case.kind for case in chosen) == ["note"] * 12 + ["transcript"] * 12
    assert len({case.id for case in chosen}) == 24
    held_out = {case.id for path in DATASETS.glob("dev_*.jsonl") for case in load(path).half("held-out")}
    assert held_out
    assert not held_out & {case.id for case in chosen}


@pytest.mark.parametrize("rows", [None, "dev-note-001\nnobody\n"])
def test_a_list_that_cannot_be_used(tmp_path: Path, rows: str | None) -> None:
    """It is missing, or names a case that no dataset holds."""
    if rows is not None:
        (tmp_path / "recorded.txt").write_text(rows)
    with pytest.raises(InputError, match=r"recorded\.txt: (cannot be read|no dataset has the case .*nobody)"):
        recorded_cases(tmp_path)


def test_a_recorded_case_replays(bench: Bench, cases: tuple[Case, Case]) -> None:
    """Under the name of the case, with the endpoint gone."""
    recorded(bench, cases[0])
    assert [path.name for path in bench.cassettes.iterdir()] == ["one.yaml"]
    (found,) = replay(cases[0], bench.cassettes).extraction.tart
    assert found.evidence[0].span == (0, 19)


def test_a_case_is_recorded_whole_or_not(bench: Bench, cases: tuple[Case, Case]) -> None:
    """While a re-ask waits for its completion the old cassette is left; afterwards both answers are in the new one."""
    recorded(bench, cases[0])
    before = cassette(cases[0], bench.cassettes).read_bytes()
    for path in bench.cassettes.parent.glob("completions/*.json"):
        path.write_text(MISQUOTED)
    with pytest.raises(InputError, match="one is not recorded: a request about it was not answered"):
        bench.record(cases[0])
    assert cassette(cases[0], bench.cassettes).read_bytes() == before
    assert [path.name for path in bench.cassettes.iterdir()] == ["one.yaml"]
    bench.answer(GOOD)
    bench.record(cases[0])
    assert [text for _, text in answers(cassette(cases[0], bench.cassettes))] == [MISQUOTED, GOOD]
    assert replay(cases[0], bench.cassettes).extraction.tart[0].evidence[0].span == (0, 19)


def test_every_fault_is_told_with_what_renews_it(bench: Bench, cases: tuple[Case, Case]) -> None:
    """Missing, stale, half played, orphaned; nothing where all is well."""
    one, two = cases
    recorded(bench, one)
    path, other = cassette(one, bench.cassettes), cassette(two, bench.cassettes)
    assert list(faults([one], bench.cassettes)) == []
    assert list(faults(cases, bench.cassettes)) == [f"{other} is missing: renew it with `make record`."]
    assert list(faults([], bench.cassettes)) == [
        f"{path} is orphaned, no recorded case has its name: remove it with `make record`."
    ]
    other.write_bytes(path.read_bytes())
    (stale,) = faults(cases, bench.cassettes)
    assert stale.startswith(f"{other} is stale")
    head, _, interaction = path.read_text("utf-8").partition("- request:")
    path.write_text(f"{head}- request:{interaction}- request:{interaction}", "utf-8")
    (half, _) = faults(cases, bench.cassettes)
    assert half == f"{path} is half played, 1 of 2 answers: renew it with `make record`."


def test_make_record(bench: Bench, cases: tuple[Case, Case], capsys: pytest.CaptureFixture[str]) -> None:
    """It tells what waits, records what has an answer, leaves what replays, and removes what is nobody's."""
    script = run_path(str(ROOT / "scripts" / "record_cassettes.py"))
    assert script["renew"](cases, bench.completions, bench.cassettes) == 2
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == [
        str(path) for path in bench.completions.pending
    ]
    bench.completions.pending.pop().with_suffix(".json").write_text(GOOD)
    orphan = bench.cassettes / "gone.yaml"
    orphan.write_text("")
    assert script["renew"](cases, bench.completions, bench.cassettes) == 1
    assert "two: recorded" in capsys.readouterr().out
    bench.answer(GOOD)
    assert script["renew"](cases, bench.completions, bench.cassettes) == 0
    assert capsys.readouterr().out == "one: recorded\ntwo: replays\n"
    assert sorted(path.name for path in bench.cassettes.iterdir()) == ["one.yaml", "two.yaml"]
    assert script["check"](cases, bench.cassettes) == 0


def test_what_cassettes_hold_needs_no_other_file(bench: Bench, cases: tuple[Case, Case], tmp_path: Path) -> None:
    """Where only a parameter of the requests changes, cassettes are renewed from their own completions."""
    script = run_path(str(ROOT / "scripts" / "record_cassettes.py"))
    recorded(bench, cases[0])
    path = cassette(cases[0], bench.cassettes)
    path.write_text(path.read_text("utf-8").replace("      model: ", "      seed: 1\n      model: ", 1), "utf-8")
    assert len(list(faults(cases[:1], bench.cassettes))) == 1
    completions = Completions(tmp_path / "none", script["ENDPOINT"]["known"](bench.cassettes))
    assert script["renew"](cases[:1], completions, bench.cassettes) == 0
    assert list(faults(cases[:1], bench.cassettes)) == []
