"""The commands on runs that are kept: compare, baseline, check, schema, log."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from scribe.errors import InputError
from scribe.evaluation.dataset import load_all
from scribe.evaluation.log import read_log
from scribe.evaluation.metrics import METRICS
from scribe.evaluation.scored import COMPARED, read_baseline, scored, write_baseline

Label = Callable[..., dict[str, Any]]
Write = Callable[..., Path]
Run = Callable[..., Any]
"""Runs the command, and gives back its exit code, its output and its complaints."""

GATES = """
[live.margins]
"codes.set_exact" = 0.03
"findings.exact" = 0.03
"""


@pytest.fixture
def labels(label: Label, write: Write) -> Path:
    """Write a dataset of two notes that the lexicon reads right, and a visit without findings."""
    sleep = {"kind": "sleep", "quote": "Sleep is poor"}
    empty: dict[str, list[Any]] = {group: [] for group in label()["findings"]}
    findings = empty | {"function": [sleep]}
    notes = [label(id=name, text="Sleep is poor.", findings=findings) for name in "ab"]
    return write(*notes, label(id="c", kind="transcript", text="Clinician: Hello.", findings=empty))


@pytest.fixture
def log(run: Run, labels: Path, tmp_path: Path) -> Path:
    """Keep a run of the lexicon."""
    path = tmp_path / "log.jsonl"
    assert run("run", labels, "--half", "all", "--log", path).code == 0
    return path


@pytest.fixture
def gates(tmp_path: Path) -> Path:
    """Write gates."""
    path = tmp_path / "gates.toml"
    path.write_text(GATES)
    return path


def spoiled(log: Path, name: str, **parts: Any) -> Path:  # noqa: ANN401  # parts of a report
    """Copy a log, with other parts in the report of case b."""
    copy = log.with_name(name)
    lines = [json.loads(line) for line in log.read_bytes().splitlines()]
    for line in lines[1:]:
        if line["case"] == "b":
            line["report"] |= parts
    copy.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return copy


def nothing_found(log: Path) -> dict[str, Any]:
    """Return what a report holds where nothing was found."""
    [report] = [entry.report for entry in read_log(log).entries if entry.case == "c"]
    assert report
    return {"extraction": report.extraction.model_dump(mode="json")}


# Baselines.


def test_a_baseline_is_read_as_it_was_written(log: Path, labels: Path, tmp_path: Path) -> None:
    """It keeps header and counts, one line a case, and no word of a text or quote."""
    run = scored(read_log(log), load_all([labels])[0].cases)
    path = tmp_path / "baselines" / "lexicon.json"
    write_baseline(path, run)
    found = read_baseline(path)
    assert found.header == run.header
    keys = {metric.key for metric in COMPARED}
    assert len(keys) > 50
    for one, kept in zip(run.scores, found.scores, strict=True):
        assert kept.counts == {name: one.counts[name] for name in keys}
        assert (kept.case, kept.repeat, kept.cluster, kept.kind) == (one.case, one.repeat, one.cluster, one.kind)
    text = path.read_text()
    assert "poor" not in text.lower()
    assert sum(line.startswith('{"case":') for line in text.splitlines()) == 3


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"header": {}, "scores": []}', "not JSON"])
def test_a_file_that_is_no_baseline(content: str, tmp_path: Path) -> None:
    """It is refused with what writes one."""
    path = tmp_path / "b.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"b\.json: no baseline; write one with scribe eval baseline$"):
        read_baseline(path)


def test_a_baseline_of_another_matcher_is_refused(run: Run, log: Path, labels: Path, tmp_path: Path) -> None:
    """Counts of two versions of the matching are not compared."""
    path = tmp_path / "b.json"
    assert run("baseline", log, path, "--dataset", labels).code == 0
    path.write_text(path.read_text().replace('"matcher_version": "', '"matcher_version": "0.'))
    answer = run("compare", log, path, "--dataset", labels)
    assert answer.code == 2
    assert "was counted by version 0." in answer.err


def test_a_baseline_is_not_renewed_over_what_turned_wrong(
    run: Run, log: Path, labels: Path, gates: Path, tmp_path: Path
) -> None:
    """Until somebody writes down why; what got better is renewed at once."""
    worse = spoiled(log, "worse.jsonl", **nothing_found(log))
    path = tmp_path / "b.json"
    assert run("baseline", log, path, "--dataset", labels) == (0, f"{path}: 3 rows\n", "")
    kept = path.read_bytes()
    answer = run("baseline", worse, path, "--dataset", labels)
    assert answer.code == 1
    assert "not renewed: right before and wrong now" in answer.out
    assert "  b  function.exact" in answer.out.splitlines()
    assert path.read_bytes() == kept
    gates.write_text(GATES + '[[replay.accepted]]\ncase = "b"\nreason = "the label is doubted"\n')
    assert run("baseline", worse, path, "--dataset", labels, "--gate", gates).code == 0
    assert path.read_bytes() != kept
    assert run("baseline", log, path, "--dataset", labels).code == 0


# Compare.


def test_a_run_is_compared_with_its_baseline(run: Run, log: Path, labels: Path, gates: Path, tmp_path: Path) -> None:
    """The same run passes its gate; one that lost a finding fails it, and both say what they saw."""
    path = tmp_path / "b.json"
    run("baseline", log, path, "--dataset", labels)
    same = run("compare", log, path, "--dataset", labels, "--gate", gates)
    assert (same.code, same.err) == (0, "")
    assert same.out.splitlines()[0] == "3 cases of 3 documents"
    assert same.out.splitlines()[-1] == "replay gate: pass"
    worse = spoiled(log, "worse.jsonl", **nothing_found(log))
    found = run("compare", worse, path, "--dataset", labels, "--gate", gates)
    assert found.code == 1
    lines = found.out.splitlines()
    assert "b" in lines
    counts = "1 found, 0 spurious, 0 missed → 0 found, 0 spurious, 1 missed, wrong now"
    assert f"  worse   function.exact                {counts}" in lines
    assert lines[lines.index("replay gate: fail") + 1].startswith("  fail          b: right before and wrong now: ")
    assert run("compare", worse, path, "--dataset", labels).code == 0


def test_two_logs_are_compared(run: Run, log: Path, labels: Path) -> None:
    """What got better is named, by the scorer of today in both."""
    worse = spoiled(log, "worse.jsonl", **nothing_found(log))
    found = run("compare", log, worse, "--dataset", labels)
    assert found.code == 0
    assert any(line.startswith("  better  ") and "function.exact" in line for line in found.out.splitlines())
    assert "wrong now" not in found.out


def test_a_figure_line(run: Run, log: Path, labels: Path) -> None:
    """Before, after, difference, cases better and worse, p, adjusted p and what could have been detected."""
    worse = spoiled(log, "worse.jsonl", **nothing_found(log))
    lines = run("compare", worse, log, "--dataset", labels).out.splitlines()
    head = next(line for line in lines if line.startswith("tested"))
    assert head.split() == ["tested", "before", "after", "Δ", "[95", "%]", "better", "worse", "p", "Holm", "detects"]
    row = next(line for line in lines if line.startswith("findings.exact"))
    # F1 of 2·2 ÷ 4 becomes 2·1 ÷ 3.
    assert row.split()[:6] == ["findings.exact", "1.000", "0.667", "-0.333", "0", "1"]


def test_a_gate_that_cannot_tell(run: Run, log: Path, labels: Path, gates: Path) -> None:
    """A live run of three documents is neither passed nor failed; only --strict makes that an exit code."""
    live = log.with_name("live.jsonl")
    first, *rest = log.read_text().splitlines(keepends=True)
    live.write_text(json.dumps(json.loads(first) | {"reader": "llm", "model": "m"}) + "\n" + "".join(rest))
    answer = run("compare", live, live, "--dataset", labels, "--gate", gates)
    assert answer.code == 0
    assert "live gate: inconclusive" in answer.out.splitlines()
    assert run("compare", live, live, "--dataset", labels, "--gate", gates, "--strict").code == 3


def test_a_log_that_is_not_whole_is_not_compared(run: Run, log: Path, labels: Path) -> None:
    """What is missing might be what is wrong."""
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:-1]))
    answer = run("compare", log, log, "--dataset", labels)
    assert answer == (2, "", f"{log} lacks 1 of 3 rows: run it to its end.\n")


def test_labels_that_are_not_there(run: Run, log: Path) -> None:
    """The cases of the checkout are not those of the run: the datasets to name are said."""
    answer = run("compare", log, log)
    assert answer == (2, "", "3 cases have no labels, a first: name the datasets, cases.\n")


# Check and schema.


def test_check_shows_errors_always_and_warnings_of_a_half(run: Run, labels: Path, write: Write) -> None:
    """Warnings tell labels, so those of held-out cases are counted only, unless asked for."""
    lines = [json.loads(line) for line in labels.read_text().splitlines()]
    codes = {"assign": ["M99.03"], "query": [], "never": []}
    path = write(*(line | {"codes": codes} for line in lines))
    answer = run("check", path)
    shown = answer.out.splitlines()
    assert answer.code == 0
    assert [line.split(": ")[2] for line in shown[:-1]] == ["a", "c"]
    assert f"{path}:1: warning: a: codes.assign: M99.03 is labelled, and the rules do not derive it" in answer.out
    assert ": b: " not in answer.out
    assert "not shown: see --half" in shown[-1]
    assert ": b: " in run("check", path, "--half", "all").out
    path = write(lines[0], lines[1] | {"kind": "letter"})
    broken = run("check", path)
    assert broken.code == 1
    assert broken.out.splitlines()[0].startswith(f"{path}:2: error: kind: Input should be 'note' or 'transcript'")


def test_the_schema_is_printed(run: Run) -> None:
    """As JSON that says what it is."""
    answer = run("schema")
    assert answer.code == 0
    assert json.loads(answer.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


# Logs.


def test_a_log_is_shown(run: Run, log: Path) -> None:
    """What it is, how far it came, and no text."""
    answer = run("log", "show", log)
    assert answer.code == 0
    facts = dict(line.split(maxsplit=1) for line in answer.out.splitlines())
    assert facts["rows"] == "3 of 3, 0 failed"
    assert facts["reader"] == "lexicon"
    assert facts["datasets"].startswith("cases ")
    assert "poor" not in answer.out.lower()


def test_old_answers_are_scored_anew(run: Run, log: Path, labels: Path) -> None:
    """The figures are those of the run, until a label changes, which is said."""
    parts = ("--group", "function")
    assert run("log", "score", log, "--dataset", labels, *parts).out == run(labels, "--half", "all", *parts).out
    labels.write_text(labels.read_text().replace('"kind": "sleep"', '"kind": "work"', 1))
    answer = run("log", "score", log, "--dataset", labels, *parts)
    assert answer.code == 0
    assert answer.out.splitlines()[0] == "note: cases has changed since the run"
    assert ".500 .500 .500" in answer.out


def test_a_text_that_changed_is_not_scored(run: Run, log: Path, labels: Path) -> None:
    """What was read is not what is labelled, so the case has no figure, and the exit code says so."""
    labels.write_text(labels.read_text().replace("Sleep is poor.", "Sleep is poor", 1))
    answer = run("log", "score", log, "--dataset", labels, "--group", "function")
    assert answer.code == 1
    assert "a  error  the text of the case is not the one that was read" in answer.out.splitlines()
    rows = scored(read_log(log), load_all([labels])[0].cases).scores
    assert [one.error is None for one in rows] == [False, True, True]


def test_counts_are_exported(run: Run, log: Path, labels: Path, tmp_path: Path) -> None:
    """One row a case and metric, with what could not be scored empty and not zero; no text."""
    path = tmp_path / "counts.parquet"
    assert run("log", "export", log, path, "--dataset", labels) == (0, f"{path}: {3 * len(METRICS)} rows\n", "")
    table = pl.read_parquet(path)
    assert table.height == 3 * len(METRICS)
    found = table.filter(case="a", metric="function.exact").row(0, named=True)
    assert (found["hits"], found["spurious"], found["missed"], found["total"]) == (1, 0, 0, None)
    assert (found["reader"], found["repeat"], found["kind"], found["part"]) == ("lexicon", 0, "note", "function")
    assert table.filter(metric="danger.side_flip")["total"].to_list() == [0, 0, 0]
    assert table.schema["model"] == table.schema["error"] == pl.String
    assert b"poor" not in path.read_bytes()


def test_an_export_that_cannot_be_written(run: Run, log: Path, labels: Path, tmp_path: Path) -> None:
    """Its place is named, without a traceback."""
    answer = run("log", "export", log, tmp_path / "none" / "counts.parquet", "--dataset", labels)
    assert answer.code == 2
    assert "counts.parquet: cannot be written: " in answer.err
