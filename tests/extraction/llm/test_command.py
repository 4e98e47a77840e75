"""The command line with a model reader, as a user runs it."""

from pathlib import Path

import pytest

from scribe.cli import run
from scribe.evaluation.provider import Provider, answer, failure, findings, lesion
from scribe.extraction.llm import reader as module
from scribe.extraction.llm.chunking import segments
from scribe.schema import Report

NOTE = "S: Sore since Monday.\nO: L5 tender on the right.\nA: L5 FRS right.\nP: Heat.\n"
LESION = lesion(line=3)


@pytest.fixture
def note(tmp_path: Path) -> str:
    """A note in a file."""
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return str(path)


def test_code_through_a_server(provider: Provider, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is that of any reader, and its last line says model, prompt and use."""
    provider.script = [findings(lesions=[LESION])]
    assert run(["code", note, "--reader", "llm", "--model", "some-model", "--base-url", provider.url]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "1 M99.03 Segmental and somatic dysfunction of lumbar region" in printed
    assert "reader llm (some-model) · prompt extraction/v1 · 1 request, 1000 tokens in (800 cached), 100 out" in printed
    assert provider.requests[0]["model"] == "some-model"


@pytest.mark.parametrize("mode", ["tools", "json"])
def test_check_and_query_take_the_same_options(
    provider: Provider, note: str, mode: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One way to name a reader."""
    provider.script = [findings(lesions=[LESION])]
    chosen = ["--reader", "llm", "--model", "m", "--base-url", provider.url, "--mode", mode]
    assert run(["check", note, "--codes", "M99.03", *chosen]) == 0
    assert "borne out  M99.03" in capsys.readouterr().out
    assert run(["query", note, *chosen]) == 0
    assert len(provider.requests) == 2


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_report_in_part_says_so_and_leaves_with_3(
    provider: Provider, note: str, form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines and reason come before any code."""
    monkeypatch.setattr(module, "segments", lambda document: segments(document, 40))
    provider.script = [findings(), failure(401)]
    assert run(["code", note, "--reader", "llm", "--model", "m", "--base-url", provider.url, "--format", form]) == 3
    printed = capsys.readouterr().out
    if form == "json":
        part, *_ = Report.model_validate_json(printed).provenance.unread
        assert part.span[0] == NOTE.index("O:")
    else:
        assert "read in part" in printed.lower()
        assert "Lines 2-" in printed or "Line 2:" in printed
        assert "refuses the key" in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reader", "llm"], "--reader llm needs --model, the model's name as its server knows it."),
        (["--model", "m"], "--model is for a model reader: add --reader llm or --reader double."),
        (["--max-cost", "1"], "--max-cost is for a model reader: add --reader llm or --reader double."),
        (["--reader", "double"], "--reader double needs --model, the model's name as its server knows it."),
        (["--prompt", "extraction/v1"], "--prompt is for a model reader: add --reader llm or --reader double."),
        (["--reader", "llm", "--model", "m", "--prompt", "recall/v1"],
            "There is no prompt recall/v1: choose extraction/v1."),
        (["--reader", "llm", "--model", "m", "--rpm", "0"], "--rpm is above 0; leave it out for no limit."),
        (["--reader", "llm", "--model", "m"],
            ("The model reader has no key and no server: set OPENAI_API_KEY, or give the --base-url of a server that "
             "needs none, such as http://localhost:8000/v1.")),
        (["--reader", "llm", "--model", "m", "--table", "words.csv"],
            "--table is for the built-in reader: leave it out, or choose --reader double."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("provider")
def test_what_is_missing_is_said_in_one_line(
    note: str, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, nothing printed but what to do."""
    assert run(["code", note, *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"scribe: {message}\n")


def test_two_readings_say_who_found_a_code(provider: Provider, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With --reader double each code says who read what it rests on; a side that its quote refutes is no conflict."""
    provider.script = [findings(lesions=[LESION])]
    chosen = ["--reader", "double", "--model", "m", "--base-url", provider.url]
    assert run(["code", note, *chosen]) == 0
    assert "Read by: both" in capsys.readouterr().out
    provider.script = [findings(lesions=[LESION | {"laterality": "left"}])]
    assert run(["code", note, *chosen]) == 0
    printed = capsys.readouterr().out
    assert "Read by: both" in printed
    assert "disagree" not in printed


def test_a_partial_report_is_completed(
    provider: Provider, note: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --resume only the unread part is asked for, and the report is whole."""
    monkeypatch.setattr(module, "segments", lambda document: segments(document, 40))
    partial = str(tmp_path / "partial.json")
    chosen = ["--reader", "llm", "--model", "m", "--base-url", provider.url]
    provider.script = [findings(), failure(401)]
    assert run(["code", note, *chosen, "--format", "json", "-o", partial]) == 3
    asked = len(provider.requests)
    provider.script = [findings(lesions=[LESION])]
    assert run(["code", note, *chosen, "--resume", partial]) == 0
    assert "M99.03" in capsys.readouterr().out
    assert all(", lines 1 to" not in question for question in provider.asked[asked:])


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_document_that_nobody_could_read_is_not_called_empty(
    provider: Provider, note: str, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page says so, with the reason, and the report in JSON is completed."""
    partial = str(tmp_path / "partial.json")
    chosen = ["--reader", "llm", "--model", "m", "--base-url", provider.url]
    provider.script = [answer(None, refusal="no")]
    assert run(["code", note, *chosen, "--format", form]) == 3
    printed = " ".join(capsys.readouterr().out.split())
    assert "not read" in printed.lower()
    assert "omplete this report with --resume" in printed
    assert "The model refused to answer" in printed
    assert "Nobody has read this document: that no code stands here says nothing of it." in printed
    assert "issues" not in printed.lower()
    assert run(["code", note, *chosen, "--format", "json", "-o", partial]) == 3
    provider.script = [findings(lesions=[LESION])]
    assert run(["code", note, *chosen, "--resume", partial]) == 0
    assert "M99.03" in capsys.readouterr().out


def test_a_server_that_is_not_there_is_said_in_one_line(note: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was asked, so there is no report to complete."""
    chosen = ["--reader", "llm", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"]
    assert run(["code", note, *chosen]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "scribe: 127.0.0.1:9 cannot be reached: start the server, or check --base-url.\n"


def test_a_report_of_another_document_is_not_completed(
    provider: Provider, note: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was read of one patient is not put beside another's."""
    other, report = tmp_path / "other.txt", str(tmp_path / "report.json")
    other.write_text("A: T4 tender.\n", encoding="utf-8")
    assert run(["code", str(other), "--format", "json", "-o", report]) == 0
    chosen = ["--reader", "llm", "--model", "m", "--base-url", provider.url]
    assert run(["code", note, *chosen, "--resume", report]) == 2
    assert capsys.readouterr().err == (
        f"scribe: --resume: {report} is not a report of {note}; give the report of this document.\n"
    )


def test_progress_shows_findings_as_they_come(
    provider: Provider, note: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What happens stands on standard error, the report alone on standard output."""
    provider.script = [findings(lesions=[LESION])]
    chosen = ["--reader", "llm", "--model", "m", "--base-url", provider.url]
    assert run(["code", note, *chosen, "--progress"]) == 0
    captured = capsys.readouterr()
    lines = [line.partition(": ")[2] for line in captured.err.splitlines()]
    assert lines[:2] == ["begun", "asked"]
    assert "lesions: “L5 FRS right”" in lines
    assert lines[-1] == "read, 1 findings"
    assert "“L5 FRS right”" in captured.out


def test_a_kept_answer_is_not_paid_for_twice(
    provider: Provider, note: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --cache the same question is asked once."""
    provider.script = [findings(lesions=[LESION])]
    chosen = ["--reader", "llm", "--model", "m", "--base-url", provider.url, "--cache", str(tmp_path / "answers.db")]
    assert run(["code", note, *chosen]) == 0
    capsys.readouterr()
    assert run(["code", note, *chosen]) == 0
    assert "0 requests, 1 answer from the cache, 0 tokens in" in " ".join(capsys.readouterr().out.split())
    assert len(provider.requests) == 1


def test_a_stored_report_is_derived_again(note: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same version makes the same bytes of it, and --changes has nothing to show."""
    stored = str(tmp_path / "report.json")
    assert run(["check", note, "--codes", "M99.04", "--format", "json", "-o", stored]) == 1
    assert run(["replay", stored, "--format", "json"]) == 0
    assert capsys.readouterr().out == Path(stored).read_text(encoding="utf-8")
    assert run(["replay", stored, "--changes"]) == 0
    assert "M99" not in capsys.readouterr().out
    assert run(["replay", note]) == 2
    assert capsys.readouterr().err.startswith("scribe: Not a report: ")
