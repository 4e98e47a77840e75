"""Specification of cassettes: what they answer, what they refuse and say about it, and what they never hold."""

import asyncio
import json
import logging
import os
import re
import socket
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, NoReturn

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.errors import InputError, ProviderError
from scribe.evaluation import cassettes
from scribe.evaluation.cassettes import SERVER, answers, recorded, replayed
from scribe.evaluation.provider import Provider, Step, failure, findings
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process
from scribe.schema import Report

NOTE = "O: Left sacral sulcus tender, naïvely “dolorosa” 🦴.\nA: Sacral torsion.\n"
OTHER = "O: L4 is restricted on the left.\n"
TENDER = {
    "evidence": [{"line": 1, "quote": "Left sacral sulcus tender, naïvely “dolorosa” 🦴"}],
    "component": "tenderness",
    "region": "sacral",
    "laterality": "left",
    "assertion": "present",
}
MISQUOTED = TENDER | {"evidence": [{"line": 1, "quote": "Right sacral sulcus tender"}]}
GOOD = findings(tart=[TENDER])
NOTHING = findings()
SLOW = Policy(first_wait=60)
"""A policy under which any retry would be noticed."""

Run = Callable[[str, str], Report]


def _process(text: str, url: str) -> Report:
    return process(text, reader=LlmReader(model="m", base_url=url, policy=SLOW))


def _aprocess(text: str, url: str) -> Report:
    return asyncio.run(aprocess(text, reader=LlmReader(model="m", base_url=url, policy=SLOW)))


@pytest.fixture(params=[_process, _aprocess], ids=["sync", "async"])
def run(request: pytest.FixtureRequest) -> Run:
    """Make a report through the reader, in both ways."""
    way: Run = request.param
    return way


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Serve on the loopback while a test runs."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-canary")
    with Provider(_answer) as server:
        yield server


@pytest.fixture
def cassette(tmp_path: Path) -> Path:
    """Return where a cassette may be recorded."""
    return tmp_path / "eval" / "case.yaml"


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every look-up of a name."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a replay reaches for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def record(cassette: Path, provider: Provider, *texts: str) -> list[Report]:
    """Record the reports on texts."""
    with recorded(cassette):
        return [_process(text, provider.url) for text in texts]


def content(report: Report) -> str:
    """Return a report without the time that it took."""
    return re.sub(r'"seconds":[^,}]+', "", report.model_dump_json())


@pytest.mark.usefixtures("no_sockets")
def test_sockets_are_refused(provider: Provider) -> None:
    """The fixture below holds: without a cassette nothing is reached."""
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("127.0.0.1", provider.server_port))


def test_a_replay_is_the_recorded_report(
    provider: Provider, cassette: Path, run: Run, request: pytest.FixtureRequest
) -> None:
    """It needs no server, no socket, and whatever the base URL is."""
    (report,) = record(cassette, provider, NOTE)
    request.getfixturevalue("no_sockets")
    with replayed(cassette):
        replay = run(NOTE, SERVER)
    assert content(replay) == content(report)
    assert replay.extraction.tart


def test_reasks_and_several_documents_replay(provider: Provider, cassette: Path, run: Run) -> None:
    """Each request gets its own answer, in whichever order they come."""
    provider.script = [findings(tart=[MISQUOTED]), GOOD, NOTHING]
    first, second = record(cassette, provider, NOTE, OTHER)
    with replayed(cassette):
        replays = run(OTHER, SERVER), run(NOTE, SERVER)
    assert [content(replay) for replay in replays] == [content(second), content(first)]


def test_a_miss_ends_the_block_at_once_and_says_what_renews(provider: Provider, cassette: Path, run: Run) -> None:
    """No policy tries it again, and the error neither holds nor brings along words of the document."""
    record(cassette, provider, NOTE)
    start = perf_counter()
    with pytest.raises(InputError) as caught, replayed(cassette):
        run(NOTE + "Zanzibar", SERVER)
    assert perf_counter() - start < SLOW.first_wait / 4
    assert str(caught.value) == (
        f"{cassette} is stale, a request is not in it (prompt, schema, parameters or document changed): "
        "renew it with `make record`."
    )
    assert "Zanzibar" not in "".join(traceback.format_exception(caught.value))
    assert len(provider.requests) == 1


def test_a_cassette_that_was_played_is_not_played_again(provider: Provider, cassette: Path, run: Run) -> None:
    """An answer serves one request."""
    record(cassette, provider, NOTE)
    with pytest.raises(InputError, match="is stale"), replayed(cassette):
        assert not [run(NOTE, SERVER) for _ in range(2)]


def test_a_miss_that_is_caught_on_the_way_is_still_told(provider: Provider, cassette: Path) -> None:
    """Whoever hides it does not make the cassette whole."""
    record(cassette, provider, NOTE)

    def careless() -> None:
        try:
            _process(OTHER, SERVER)
        except BaseException as error:
            raise RuntimeError from error

    with pytest.raises(InputError, match="is stale"), replayed(cassette):
        careless()


def test_half_played(provider: Provider, cassette: Path) -> None:
    """An answer that nobody asks for any more is told."""
    record(cassette, provider, NOTE, OTHER)
    told = r"is half played, 1 of 2 answers: renew it with `make record`\.$"
    with pytest.raises(InputError, match=told), replayed(cassette):
        _process(OTHER, SERVER)


def test_an_error_of_the_block_comes_before_what_is_not_played(provider: Provider, cassette: Path) -> None:
    """What went wrong first is what one wants to know."""
    record(cassette, provider, NOTE)
    with pytest.raises(ZeroDivisionError), replayed(cassette):
        raise ZeroDivisionError


@pytest.mark.parametrize("text", [None, "", "version: 1\ninteractions: [", "- odd", "interactions:\n- request: 1"])
def test_a_cassette_that_cannot_be_read(tmp_path: Path, text: str | None) -> None:
    """It says so and what renews it; vcrpy would call it empty."""
    path = tmp_path / "case.yaml"
    if text is not None:
        path.write_text(text)
    told = r"(missing|cannot be read).*: renew it with `make record`\.$"
    with pytest.raises(InputError, match=told), replayed(path):
        raise AssertionError("the block is entered")


def test_one_cassette_at_a_time(provider: Provider, cassette: Path) -> None:
    """A second one would take answers of the first; afterwards the next may open."""
    record(cassette, provider, NOTE)
    with pytest.raises(InputError, match="one at a time"), replayed(cassette), replayed(cassette):
        raise AssertionError("the block is entered")
    with replayed(cassette):
        _process(NOTE, SERVER)


def test_no_secrets_and_no_server(provider: Provider, cassette: Path) -> None:
    """Of headers in either direction only the type of the content is kept."""
    sent = {"Set-Cookie": "canary", "openai-organization": "canary", "x-request-id": "canary"}
    provider.script = [GOOD._replace(headers=sent)]
    record(cassette, provider, NOTE)
    text = cassette.read_text("utf-8")
    assert provider.keys == ["Bearer sk-canary"]
    assert "canary" not in text
    assert "127.0.0.1" not in text
    headers = [part["headers"] for one in interactions(text) for part in (one["request"], one["response"])]
    assert [[name.lower() for name in header] for header in headers] == [["content-type"]] * 2


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_bodies_are_readable(provider: Provider, cassette: Path, encoding: str) -> None:
    """JSON is unfolded, texts stand line by line, letters of every language as such."""
    steps = _said("Naïvely “said” 🦴: " + "word " * 99), GOOD
    provider.script = [step._replace(headers={"Content-Encoding": encoding}) for step in steps]
    record(cassette, provider, NOTE)
    lines = [line.strip() for line in cassette.read_text("utf-8").splitlines()]
    first = lines.index("1 [objective] O: Left sacral sulcus tender, naïvely “dolorosa” 🦴.")
    assert lines[first + 1] == "2 [assessment] A: Sacral torsion."
    assert "- role: system" in lines
    assert sum("Naïvely “said” 🦴: word" in line and line.count("word ") == 99 for line in lines) == 1
    with replayed(cassette):
        assert _process(NOTE, SERVER).extraction.tart


def test_answers_are_kept_as_they_came(provider: Provider, cassette: Path) -> None:
    """Text that is no JSON, quotes and white space at the end included."""
    odd = '  I can\'t.\n\n```json\n{"a": 1}\n```\n  \n'
    provider.script = [_said(odd), _said(odd), GOOD]
    record(cassette, provider, NOTE)
    assert [text for _, text in answers(cassette)][:2] == [odd, odd]
    assert [body for body, _ in answers(cassette)] == provider.requests


def test_failures_are_not_kept(provider: Provider, cassette: Path) -> None:
    """What failed and was tried again replays without the failure and its wait."""
    provider.script = [failure(429, retry_after="0"), failure(500), GOOD]
    with recorded(cassette):
        process(NOTE, reader=LlmReader(model="m", base_url=provider.url, policy=Policy(first_wait=0.001)))
    assert len(interactions(cassette.read_text("utf-8"))) == 1
    with replayed(cassette):
        assert _process(NOTE, SERVER).provenance.usage


def test_a_recording_that_fails_leaves_the_cassette(provider: Provider, cassette: Path) -> None:
    """So does one that is broken off while it is written."""
    record(cassette, provider, NOTE)
    before = cassette.read_bytes()
    provider.script = [failure(400)]
    with pytest.raises(ProviderError), recorded(cassette):
        _process(OTHER, provider.url)
    assert cassette.read_bytes() == before


def test_a_write_that_breaks_off_leaves_the_cassette(
    provider: Provider, cassette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is replaced when the new one is on the disk, and the process is left as it was."""
    record(cassette, provider, NOTE)
    before, send = cassette.read_bytes(), httpx2.HTTPTransport.handle_request

    def full(_: int) -> NoReturn:
        raise OSError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space"):
            record(cassette, provider, OTHER)
    assert httpx2.HTTPTransport.handle_request is send
    assert cassette.read_bytes() == before
    record(cassette, provider, OTHER)
    assert [path.name for path in cassette.parent.iterdir()] == ["case.yaml"]
    assert "L4 is restricted" in cassette.read_text("utf-8")
    assert "sacral sulcus" not in cassette.read_text("utf-8").split("role: user")[1]


def test_the_order_of_keys_does_not_matter_and_every_value_does() -> None:
    """Bodies are compared as JSON, whatever it is; what is none is compared as bytes."""
    same, digest = {"a": [1, 2], "b": None}, cassettes._digest  # noqa: SLF001  # the whole of the matcher
    assert digest(json.dumps(same).encode()) == digest(b'{"b":null, "a":[1,2]}')
    others = [b'{"b":null,"a":[2,1]}', b'{"a":[1,2]}', b'{"b":null,"a":[1,2],"c":0}', b'{"b":0,"a":[1,2]}', b"", b"{"]
    assert len({digest(body) for body in [json.dumps(same).encode(), *others]}) == len(others) + 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(sent=st.dictionaries(st.text(), JSON, max_size=4), came=JSON | st.text())
def test_what_is_written_is_read(sent: dict[str, Any], came: Any) -> None:  # noqa: ANN401  # JSON
    """Whatever JSON holds comes back, and text that is none comes back as it was."""
    text = came if isinstance(came, str) else json.dumps(came)
    tape = {"interactions": [{"request": {"body": json.dumps(sent)}, "response": {"body": {"string": text}}}]}
    readable = cassettes._Readable  # noqa: SLF001  # what vcrpy is given
    (back,) = readable.deserialize(readable.serialize(tape))["interactions"]
    assert json.loads(back["request"]["body"]) == sent
    string = back["response"]["body"]["string"]
    assert string == text or json.loads(string) == json.loads(text)


def test_no_answer_is_logged(provider: Provider, cassette: Path, caplog: pytest.LogCaptureFixture) -> None:
    """By vcrpy, which logs answers whole, at any level that a host application sets for all."""
    caplog.set_level(logging.DEBUG)
    record(cassette, provider, NOTE)
    with replayed(cassette):
        _process(NOTE, SERVER)
    assert "dolorosa" not in caplog.text
    assert "evidence" not in caplog.text


def interactions(text: str) -> list[dict[str, Any]]:
    """Return the interactions of a cassette."""
    found: list[dict[str, Any]] = cassettes._Readable.deserialize(text)["interactions"]  # noqa: SLF001  # its format
    return found


def _answer(body: dict[str, Any]) -> Step:
    return GOOD if "sacral sulcus tender, na" in body["messages"][-1]["content"] else NOTHING


def _said(text: str) -> Step:
    body = json.loads(GOOD.body)
    body["choices"][0]["message"]["content"] = text
    return Step(json.dumps(body))
