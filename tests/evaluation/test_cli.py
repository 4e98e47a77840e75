"""The command: what it measures, what it refuses, and its exit codes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scribe.evaluation import cli
from scribe.evaluation.dataset import load
from scribe.schema import Encounter, Kind, Report

Label = Callable[..., dict[str, Any]]
Write = Callable[..., Path]
BuildReport = Callable[..., Report]

ROOT = Path(__file__).parents[2]


class Answer(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run the command as a user does."""

    def call(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["scribe.evaluation", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        code = ended.value.code
        assert isinstance(code, int)
        return Answer(code, *capsys.readouterr())

    return call


@pytest.fixture
def stated(label: Label) -> dict[str, Any]:
    """Label a note that states one dysfunction and its code, and one that it leaves to be missed."""
    text = "Assessment: Somatic dysfunction of the sacral region (M99.04)."
    lesion: dict[str, Any] = {
        "kind": "somatic_dysfunction",
        "region": "sacral",
        "mechanisms": [],
        "segments": [],
        "laterality": None,
        "assertion": "present",
        "quote": "Somatic dysfunction of the sacral region",
    }
    findings = label()["findings"] | {"lesions": [lesion], "tart": [], "function": []}
    return label(text=text, findings=findings, codes={"assign": ["M99.04"], "query": [], "never": []})


def test_the_built_in_reader_is_scored(run: Callable[..., Answer], write: Write, stated: dict[str, Any]) -> None:
    """The pipeline reads each text and its codes are compared with the labelled ones."""
    answer = run(write(stated), "--group", "codes")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[:5] == [
        "                             notes (1)",
        "                           P    R   F1",
        "codes",
        "  M99 assigned          1.00 1.00 1.00",
        "  M99 set exact               1/1 1.00",
    ]


def test_labels_are_assessed_instead_of_a_reading(
    run: Callable[..., Answer], write: Write, stated: dict[str, Any]
) -> None:
    """With --labels, the codes follow from the labelled findings, whatever a reader would make of the text."""
    stated["findings"]["lesions"][0]["region"] = "rib_cage"
    answer = run(write(stated), "--labels", "--misses", "--group", "lesions")
    assert answer.out.splitlines()[2:4] == ["lesions", "  exact                 1.00 1.00 1.00"]


def test_misses_are_listed(run: Callable[..., Answer], write: Write, stated: dict[str, Any]) -> None:
    """What the reader did not find is listed with its quote."""
    stated["findings"]["lesions"][0]["region"] = "rib_cage"
    answer = run(write(stated), "--misses", "--group", "lesions")
    line = (
        'lesions       missed    somatic_dysfunction rib_cage - - - present  "Somatic dysfunction of the sacral region"'
    )
    assert answer.out.splitlines()[:2] == ["case-1 (note)", f"  {line}"]


@pytest.mark.parametrize("half", ["held-out", "all"])
def test_misses_of_held_out_cases_are_refused(
    half: str, run: Callable[..., Answer], write: Write, label: Label
) -> None:
    """Texts are shown of development cases only."""
    answer = run(write(label()), "--misses", "--half", half)
    assert answer == Answer(2, "", f"--misses shows texts, and {half} has cases held out; leave --half out\n")


def test_only_the_half_asked_for_is_scored(run: Callable[..., Answer], write: Write, label: Label) -> None:
    """Three cases are two for development and one held out."""
    path = write(*(label(id=name) for name in "abc"))
    heads = {half: run(path, "--half", half).out.splitlines()[0].strip() for half in ("development", "held-out", "all")}
    assert heads == {"development": "notes (2)", "held-out": "notes (1)", "all": "notes (3)"}


def test_a_folder_is_all_its_datasets(run: Callable[..., Answer], write: Write, label: Label) -> None:
    """Datasets of a folder are scored together, each with its own halves."""
    write(label(), name="notes.jsonl")
    folder = write(label(kind="transcript"), name="visits.jsonl").parent
    assert run(folder).out.splitlines()[0].split() == ["notes", "(1)", "transcripts", "(1)", "all", "(2)"]


def test_no_dataset_is_said(run: Callable[..., Answer], tmp_path: Path) -> None:
    """A folder without datasets is named, with what to do."""
    assert run(tmp_path) == Answer(
        2, "", f"No datasets at '{tmp_path}': pass a file or a folder, or run from a checkout.\n"
    )


def test_a_broken_dataset_is_said(run: Callable[..., Answer], write: Write) -> None:
    """A dataset that breaks the contract stops the run."""
    answer = run(write("{}"))
    assert (answer.code, answer.out) == (2, "")
    assert "cases.jsonl:1: id: Field required" in answer.err


def test_a_failed_case_makes_the_exit_code_1(
    run: Callable[..., Answer],
    write: Write,
    label: Label,
    report: BuildReport,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The other cases are scored, the failed one is listed, and the exit code is 1."""

    def process(text: str, *, kind: Kind, encounter: Encounter | None) -> Report:
        if kind == "transcript":
            raise ValueError(text, encounter)
        return report()

    monkeypatch.setattr(cli, "process", process)  # the real one raises on no text
    answer = run(write(label(), label(id="skipped"), label(id="case-2", kind="transcript")), "--group", "issues")
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert lines[0].strip() == "notes (1)"
    assert lines[-1].startswith("case-2  error  ValueError at test_cli.py:")


def test_the_encounter_is_given_only_when_asked_for(
    run: Callable[..., Answer], write: Write, label: Label, report: BuildReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader has to find out by itself who pays, unless it is told."""
    given: list[Encounter | None] = []

    def process(text: str, *, kind: Kind, encounter: Encounter | None) -> Report:
        assert (text, kind) == (label()["text"], "note")
        given.append(encounter)
        return report()

    monkeypatch.setattr(cli, "process", process)  # to see what it is given
    path = write(label())
    run(path)
    run(path, "--encounter")
    assert given == [None, Encounter(discipline="osteopathic")]


@pytest.mark.parametrize("door", [("-m", "scribe.evaluation"), ("eval",)])
def test_the_doors_lead_to_the_same_command(door: tuple[str, ...]) -> None:
    """`python -m scribe.evaluation` and `python eval` are the same command."""
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, *door, "none.jsonl"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "No datasets at 'none.jsonl': pass a file or a folder, or run from a checkout.\n"


def test_the_gold_sets_keep_the_contract() -> None:
    """The gold sets of the checkout load, and are as large as their data card says."""
    assert {path.stem: len(load(path).cases) for path in sorted(cli.DATASETS.glob("*.jsonl"))} == {
        "challenge_notes": 20,
        "challenge_transcripts": 20,
        "dev_notes": 32,
        "dev_transcripts": 20,
    }
