"""Specification of the endpoint whose completions are written into files."""

import json
from pathlib import Path
from typing import Any

import pytest

from scribe.documents import parse
from scribe.evaluation.completions import MODEL, Completions, request_key
from scribe.evaluation.provider import Provider
from scribe.extraction.llm.answer import Findings
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import process

NOTE = "O: Left sacral sulcus tender.\nA: ```Sacral``` torsion, naïvely.\n"
NOTHING = json.dumps({name: [] for name in Findings.model_fields})


def request(**fields: object) -> dict[str, Any]:
    """Return a request; keywords replace its fields."""
    schema = {"type": "json_schema", "json_schema": {"name": "Findings", "schema": {"type": "object"}}}
    messages = [{"role": "system", "content": "List."}, {"role": "user", "content": NOTE}]
    return {"model": MODEL, "messages": messages, "response_format": schema} | fields


@pytest.mark.parametrize("mode", ["schema", "tools", "json"])
def test_a_request_is_asked_for_once_and_then_answered(tmp_path: Path, mode: Mode) -> None:
    """A user who starts the endpoint is told what is missing; with the completion beside it the report is made."""
    completions = Completions(tmp_path)
    with Provider(completions.react) as server:
        reader = LlmReader(model=MODEL, base_url=server.url, mode=mode, policy=Policy(tries=1))
        (unread,) = process(NOTE, reader=reader).provenance.unread
        assert "HTTP 503, completion_pending" in unread.reason
        (asked,) = completions.pending
        asked.with_suffix(".json").write_text(NOTHING)
        assert process(NOTE, reader=reader).provenance.usage
    assert {path.name for path in tmp_path.iterdir()} == {asked.name, asked.with_suffix(".json").name}
    assert len(server.requests) == 2


def test_a_request_is_written_out_word_for_word(tmp_path: Path) -> None:
    """Messages and schema as they were sent, each in a fence that they do not hold."""
    completions, sent = Completions(tmp_path), request()
    completions.react(sent)
    text = completions.pending[0].read_text("utf-8")
    assert f"\n````text\n{NOTE}\n````\n" in text
    assert "\n## Message of role system\n\n```text\nList.\n```\n" in text
    assert '\n```json\n{"type": "object"}\n```\n' in text
    assert f"`{request_key(sent)}.json`" in text


def test_no_words_of_a_document_are_in_a_file_name(tmp_path: Path) -> None:
    """Names are digests."""
    completions = Completions(tmp_path)
    completions.react(request())
    assert [path.stem for path in tmp_path.iterdir()] == [request_key(request())]
    assert int(request_key(request()), 16)


@pytest.mark.parametrize("completion", [NOTHING, "", "I can't.\n", '{"a": 1}\r\n', "naïve “quotes” 🦴 \u2028 end  "])
def test_completions_are_served_as_they_were_written(tmp_path: Path, completion: str) -> None:
    """Right or wrong."""
    (tmp_path / f"{request_key(request())}.json").write_bytes(completion.encode())
    step = Completions(tmp_path).react(request())
    assert step.status == 200
    choice = json.loads(step.body)["choices"][0]
    assert (choice["message"]["content"], choice["finish_reason"]) == (completion, "stop")


def test_tokens_are_taken_to_be_four_bytes(tmp_path: Path) -> None:
    """Those of messages, schema and completion, each sum rounded up."""
    completion = "é" * 5
    (tmp_path / f"{request_key(request())}.json").write_text(completion, "utf-8")
    usage = json.loads(Completions(tmp_path).react(request()).body)["usage"]
    sent = len("List.") + len(NOTE.encode()) + len('{"type": "object"}')
    assert usage == {"prompt_tokens": -(-sent // 4), "completion_tokens": 3, "total_tokens": -(-sent // 4) + 3}


@pytest.mark.parametrize(
    ("fields", "is_same"),
    [
        ({"temperature": 0, "max_completion_tokens": 9, "user": "x"}, True),
        ({"messages": request()["messages"][:1]}, False),
        ({"messages": [{"role": "user", "content": NOTE}]}, False),
        ({"response_format": {"type": "json_object"}}, False),
        ({"response_format": {"json_schema": {"schema": {"type": "array"}}}}, False),
    ],
)
def test_a_completion_belongs_to_messages_and_schema(fields: dict[str, Any], *, is_same: bool) -> None:
    """What a model does not see does not matter; all that it sees does."""
    assert (request_key(request(**fields)) == request_key(request())) == is_same


def test_known_completions_are_served_and_those_of_the_folder_first(tmp_path: Path) -> None:
    """So a recorded case is answered without being asked for, and can be answered anew."""
    completions = Completions(tmp_path, [(request(), "known")])
    assert _said(completions) == "known"
    (tmp_path / f"{request_key(request())}.json").write_text("written")
    assert _said(completions) == "written"
    assert completions.pending == []


def test_another_model_is_refused(tmp_path: Path) -> None:
    """No provider's model is imitated, and nothing is asked for."""
    step = Completions(tmp_path).react(request(model="gpt-5"))
    assert (step.status, json.loads(step.body)["error"]["code"]) == (404, "model_not_found")
    assert list(tmp_path.iterdir()) == []


def test_the_document_is_shown_as_the_reader_shows_it(tmp_path: Path) -> None:
    """Numbered lines, of a note that the reader parsed."""
    completions = Completions(tmp_path)
    with Provider(completions.react) as server:
        process(NOTE, reader=LlmReader(model=MODEL, base_url=server.url, policy=Policy(tries=1)))
    assert parse(NOTE).kind == "note"
    assert "\n2 [assessment] A: ```Sacral``` torsion, naïvely.\n" in completions.pending[0].read_text("utf-8")


def _said(completions: Completions) -> str:
    content: str = json.loads(completions.react(request()).body)["choices"][0]["message"]["content"]
    return content
