"""The command line with a model reader, as a user runs it."""

from pathlib import Path

import pytest

from scribe.cli import run
from scribe.evaluation.provider import Provider, failure, findings
from scribe.extraction.llm import reader as module
from scribe.extraction.llm.chunking import segments
from scribe.schema import Report

NOTE = "S: Sore since Monday.\nO: L5 tender on the right.\nA: L5 FRS right.\nP: Heat.\n"
LESION = {
    "evidence": [{"line": 3, "quote": "L5 FRS right"}],
    "kind": "somatic_dysfunction",
    "region": "lumbar",
    "mechanisms": [],
    "segments": ["L5"],
    "laterality": "right",
    "assertion": "present",
}


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
        (["--model", "m"], "--model and --base-url are for a model reader: add --reader llm."),
        (["--reader", "llm", "--model", "m"],
            ("The model reader has no key and no server: set OPENAI_API_KEY, or give the --base-url of a server that "
             "needs none, such as http://localhost:8000/v1.")),
        (["--reader", "llm", "--model", "m", "--table", "words.csv"],
            "--table is for the built-in reader: leave it out, or leave out --reader llm."),
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
