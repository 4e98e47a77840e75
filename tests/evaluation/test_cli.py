"""The command: what it measures, what it refuses, and its exit codes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from scribe.evaluation.commands.printing import DATASETS
from scribe.evaluation.dataset import load
from scribe.evaluation.log import read_log
from scribe.evaluation.provider import Provider, Step, failure, findings

Label = Callable[..., dict[str, Any]]
Write = Callable[..., Path]
Run = Callable[..., Any]
"""Runs the command, and gives back its exit code, its output and its complaints."""

ROOT = Path(__file__).parents[2]


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


def test_the_built_in_reader_is_scored(run: Run, write: Write, stated: dict[str, Any]) -> None:
    """The pipeline reads each text and its codes are compared with the labelled ones."""
    answer = run("run", write(stated), "--group", "codes")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[:5] == [
        "                                 notes (1)",
        "                               P    R   F1",
        "codes",
        "  M99 assigned              1.00 1.00 1.00",
        "  M99 set exact                   1/1 1.00",
    ]


def test_without_a_command_cases_are_run(run: Run, write: Write, stated: dict[str, Any]) -> None:
    """Options and datasets may follow at once."""
    path = write(stated)
    named = run("run", path, "--group", "issues")
    assert run(path, "--group", "issues") == run("--group", "issues", path) == named


def test_labels_are_assessed_instead_of_a_reading(run: Run, write: Write, stated: dict[str, Any]) -> None:
    """With --labels, the codes follow from the labelled findings, whatever a reader would make of the text."""
    stated["findings"]["lesions"][0]["region"] = "rib_cage"
    answer = run(write(stated), "--labels", "--misses", "--group", "lesions")
    assert answer.out.splitlines()[2:4] == ["lesions", "  exact                     1.00 1.00 1.00"]


@pytest.mark.parametrize("options", [("--reader", "llm", "--model", "m"), ("--replay",)])
def test_labels_are_read_by_nobody(options: tuple[str, ...], run: Run, write: Write, label: Label) -> None:
    """A reader beside --labels would do nothing."""
    answer = run(write(label()), "--labels", *options)
    assert answer == (2, "", "--labels reads nothing: leave the options of readers and --replay out.\n")


def test_misses_are_listed(run: Run, write: Write, stated: dict[str, Any]) -> None:
    """What the reader did not find is listed with its quote."""
    stated["findings"]["lesions"][0]["region"] = "rib_cage"
    answer = run(write(stated), "--misses", "--group", "lesions")
    line = (
        'lesions       missed    somatic_dysfunction rib_cage - - - present  "Somatic dysfunction of the sacral region"'
    )
    assert answer.out.splitlines()[:2] == ["case-1 (note)", f"  {line}"]


@pytest.mark.parametrize("half", ["held-out", "all"])
def test_misses_of_held_out_cases_are_refused(half: str, run: Run, write: Write, label: Label) -> None:
    """Texts are shown of development cases only."""
    answer = run(write(label()), "--misses", "--half", half)
    assert answer == (2, "", f"--misses shows texts, and {half} has cases held out; leave --half out\n")


def test_only_the_half_asked_for_is_scored(run: Run, write: Write, label: Label) -> None:
    """Three cases are two for development and one held out."""
    path = write(*(label(id=name) for name in "abc"))
    heads = {half: run(path, "--half", half).out.splitlines()[0].strip() for half in ("development", "held-out", "all")}
    assert heads == {"development": "notes (2)", "held-out": "notes (1)", "all": "notes (3)"}


def test_cases_are_chosen(run: Run, write: Write, label: Label, tmp_path: Path) -> None:
    """By what they are and who paid, and then the first few of them; each as often as asked."""
    path = write(
        label(id="a"),
        label(id="b", kind="transcript"),
        label(id="c", style=["soap", "raw"]),
        label(id="d", encounter={"date_of_service": None, "discipline": None, "visit": None, "payer": "medicare"}),
    )

    def cases(*options: str) -> list[tuple[str, int]]:
        log = tmp_path / "log.jsonl"
        log.unlink(missing_ok=True)
        assert run(path, "--half", "all", "--log", log, *options).code == 0
        return [entry.step for entry in read_log(log).entries]

    assert cases("--where", "kind=note") == [("a", 0), ("c", 0), ("d", 0)]
    assert cases("--where", "kind=note", "--where", "style=raw") == [("c", 0)]
    assert cases("--where", "payer=none", "--limit", "2") == [("a", 0), ("b", 0)]
    assert cases("--where", "payer=medicare", "--repeats", "2") == [("d", 0), ("d", 1)]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--where", "kind"), "--where kind: write NAME=VALUE, such as kind=note; names are id, kind, style, "),
        (("--where", "text=boggy"), "--where text=boggy: write NAME=VALUE"),
        (("--where", "kind=letter"), "No case is left to run: see --half, --where and --replay."),
        (("--limit", "0"), "Invalid value for '--limit'"),
        (("--reader", "llm"), "--reader llm needs --model"),
        (("--replay",), "--replay is for a model reader: add --reader llm or --reader double."),
        (("--replay", "--reader", "llm", "--base-url", "http://x"), "--replay asks nobody: leave --base-url"),
        (("--prompt", "extraction/v1"), "--prompt is for a model reader: add --reader llm or --reader double."),
        (("--reader", "llm", "--model", "m", "--prompt", "extraction/v9"), "There is no prompt extraction/v9: choose "),
        (("--reader", "llm", "--model", "m", "--progress"), "--progress shows texts, and cases may be held out"),
        (("--reader", "llm", "--model", "m", "--repeats", "2", "--cache", "c"), "--repeats asks anew, and --cache"),
    ],
)
def test_options_that_do_not_go_together(
    options: tuple[str, ...], said: str, run: Run, write: Write, label: Label
) -> None:
    """They are refused before anything is read, and the remedy is said."""
    answer = run(write(label()), *options)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)


def test_a_folder_is_all_its_datasets(run: Run, write: Write, label: Label) -> None:
    """Datasets of a folder are scored together, each with its own halves."""
    write(label(), name="notes.jsonl")
    folder = write(label(id="visit-1", kind="transcript"), name="visits.jsonl").parent
    assert run(folder).out.splitlines()[0].split() == ["notes", "(1)", "transcripts", "(1)", "all", "(2)"]


def test_a_case_has_one_home(run: Run, write: Write, label: Label) -> None:
    """Two cases of one id could not be told apart in a log."""
    folder = write(label(), name="notes.jsonl").parent
    write(label(), name="visits.jsonl")
    message = "notes and visits both have the case 'case-1'; give each case its own id\n"
    assert run(folder) == (2, "", message)


def test_no_dataset_is_said(run: Run, tmp_path: Path) -> None:
    """A folder without datasets is named, with what to do."""
    assert run(tmp_path) == (2, "", f"No datasets at '{tmp_path}': pass a file or a folder, or run from a checkout.\n")


def test_a_broken_dataset_is_said(run: Run, write: Write) -> None:
    """A dataset that breaks the contract stops the run."""
    answer = run(write("{}"))
    assert (answer.code, answer.out) == (2, "")
    assert "cases.jsonl:1: id: Field required" in answer.err


def react(body: dict[str, Any]) -> Step:
    """Answer about notes, and fail about transcripts."""
    return findings() if body["messages"][-1]["content"].startswith("A note") else failure(400, "bad_request")


def test_a_failed_case_makes_the_exit_code_1(run: Run, write: Write, label: Label, tmp_path: Path) -> None:
    """The other cases are scored, the failed one is a row and listed, and the exit code is 1."""
    path = write(label(), label(id="case-2", kind="transcript"), label(id="case-3"))
    log = tmp_path / "log.jsonl"
    with Provider(react) as server:
        url = ("--base-url", server.url)
        answer = run(path, "--half", "all", "--reader", "llm", "--model", "m", *url, "--log", log, "--group", "issues")
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert lines[0].strip() == "notes (2)"
    assert lines[-1].startswith("case-2  error  ProviderError at ")
    assert [entry.error is None for entry in read_log(log).entries] == [True, False, True]
    assert "boggy" not in answer.out


def test_a_model_without_a_key_is_said_once(
    run: Run, write: Write, label: Label, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no case can be read without ends the run."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    answer = run(write(*(label(id=name) for name in "abc")), "--reader", "llm", "--model", "m")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("The model reader has no key and no server")
    assert answer.err.count("\n") == 1


def test_a_model_reads_cases_side_by_side(run: Run, write: Write, label: Label, tmp_path: Path) -> None:
    """Whichever ends first, the log is in the order of the cases; each repeat is asked anew."""
    path = write(*(label(id=name) for name in "abcd"))
    log = tmp_path / "log.jsonl"
    with Provider(findings()._replace(delay=0.3), findings()) as server:
        model = ("--reader", "llm", "--model", "m", "--base-url", server.url, "--concurrency", "3")
        answer = run(path, "--half", "all", *model, "--repeats", "2", "--log", log, "--group", "codes")
        assert len(server.requests) == 8
    assert answer.code == 0
    steps = [(name, repeat) for name in "abcd" for repeat in (0, 1)]
    assert [entry.step for entry in read_log(log).entries] == steps
    header = read_log(log).header
    assert (header.reader, header.model, header.server, header.prompt) == ("llm", "m", "127.0.0.1", "extraction/v1")


def test_the_encounter_is_given_only_when_asked_for(run: Run, write: Write, label: Label, tmp_path: Path) -> None:
    """The reader has to find out by itself who pays, unless it is told."""
    logs = [tmp_path / name for name in ("without.jsonl", "with.jsonl")]
    path = write(label())
    run(path, "--log", logs[0])
    run(path, "--log", logs[1], "--encounter")
    reports = [read_log(log).entries[0].report for log in logs]
    assert [report and report.encounter.discipline for report in reports] == [None, "osteopathic"]


def test_a_run_goes_on_where_it_stopped(run: Run, write: Write, label: Label, tmp_path: Path) -> None:
    """What stands in the log is not read again, and another run is refused."""
    path = write(label(id="a"), label(id="b"), label(id="c"))
    log = tmp_path / "log.jsonl"
    table = run(path, "--half", "all", "--log", log).out
    whole = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(whole[:2]) + whole[2][:9])
    answer = run(path, "--half", "all", "--log", log)
    assert answer == (0, table, f"{log} has 1 of 3 already.\n")
    assert [entry.step for entry in read_log(log).entries] == [("a", 0), ("b", 0), ("c", 0)]
    assert log.read_bytes().splitlines(keepends=True)[:2] == whole[:2]
    refused = run(path, "--half", "all", "--encounter", "--log", log)
    assert refused.code == 2
    assert refused.err.startswith(f"{log} is the log of another run: encounter was False, is True.")


def test_recorded_answers_are_read_without_a_network(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked up or connected to."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for reader in ("llm", "double"):
        answer = run("--replay", "--reader", reader, "--where", "id=dev-note-001", "--group", "codes")
        assert (answer.code, answer.err) == (0, "16 of 73 cases are recorded.\n")
        assert answer.out.splitlines()[0].strip() == "notes (1)"


def in_checkout(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a copy."""
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "scribe.evaluation", *arguments],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_word_of_the_prompt_makes_every_recording_stale(checkout: Path) -> None:
    """The run fails and names them all; nothing is scored, and no answer of theirs is kept."""
    arguments = ("--replay", "--reader", "llm", "--half", "all", "--limit", "3", "--log", "log.jsonl")
    assert in_checkout(checkout, *arguments).returncode == 0
    (checkout / "log.jsonl").unlink()
    prompt = checkout / "prompts" / "extraction" / "v1" / "system.md"
    text = prompt.read_text("utf-8")
    prompt.write_text(text.replace(" the ", " that ", 1), "utf-8")
    answer = in_checkout(checkout, *arguments)
    prompt.write_text(text, "utf-8")
    assert (answer.returncode, answer.stdout) == (1, "")
    recorded, *lines = answer.stderr.splitlines()
    assert recorded == "24 of 146 cases are recorded."
    stems = [line.partition(".yaml is stale, a request is not in it")[0].rpartition("/")[2] for line in lines]
    log = read_log(checkout / "log.jsonl")
    assert stems == [*log.header.cases]
    assert log.entries == ()
    (checkout / "log.jsonl").unlink()


def test_a_prompt_is_chosen(checkout: Path) -> None:
    """One of the same words plays the recordings under its own name; one word of it changed, none of them."""
    prompts = checkout / "prompts" / "extraction"
    copy = shutil.copytree(prompts / "v1", prompts / "v0")
    arguments = ("--replay", "--reader", "llm", "--half", "all", "--limit", "2", "--prompt", "extraction/v0")
    assert in_checkout(checkout, *arguments, "--log", "same.jsonl").returncode == 0
    text = (copy / "user.md").read_text("utf-8")
    (copy / "user.md").write_text(f"Please. {text}", "utf-8")
    changed = in_checkout(checkout, *arguments, "--log", "changed.jsonl")
    shutil.rmtree(copy)
    same, other = (read_log(checkout / f"{name}.jsonl").header for name in ("same", "changed"))
    assert same.prompt == other.prompt == "extraction/v0"
    assert same.prompt_digest != other.prompt_digest
    assert (changed.returncode, changed.stdout) == (1, "")
    assert all(f"{case}.yaml is stale" in changed.stderr for case in same.cases)


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
    assert {path.stem: len(load(path).cases) for path in sorted(DATASETS.rglob("*_*.jsonl"))} == {
        "blind_notes": 24,
        "blind_transcripts": 36,
        "challenge_notes": 20,
        "challenge_transcripts": 20,
        "dev_notes": 32,
        "dev_transcripts": 20,
        "further_notes": 26,
        "further_transcripts": 28,
        "opened_notes": 252,
        "opened_transcripts": 362,
    }


def test_a_run_that_is_stopped_says_how_it_goes_on(checkout: Path) -> None:
    """Ctrl-C leaves the log, no traceback, and the exit code of shells."""
    log = checkout / "stopped.jsonl"
    command = [sys.executable, "-m", "scribe.evaluation", "--half", "all", "--log", log.name]
    with subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own command
        while not (log.exists() and log.stat().st_size > 20_000):
            sleep(0.005)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out) == (130, "")
    assert err == "Stopped. The same command goes on from stopped.jsonl.\n"
    assert 0 < len(read_log(log).entries) < 92
