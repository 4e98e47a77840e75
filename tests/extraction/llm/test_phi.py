"""What a patient said is in requests, reports and the cache's values, and nowhere else.

Words that stand in no other text are put into every place of a document, a server that fails in every way repeats
them wherever it can, and all that a process leaves behind is searched for them.
"""

import asyncio
import json
import logging
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from scribe.errors import InputError, ScribeError
from scribe.evaluation.completions import MODEL, Completions
from scribe.evaluation.dataset import load
from scribe.evaluation.provider import Provider, Reaction, Step, answer, chunk, events, failure, findings, lesion
from scribe.evaluation.recordings import DATASETS, record
from scribe.extraction.llm import reader as module
from scribe.extraction.llm.budget import Budget
from scribe.extraction.llm.chunking import segments
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.reader import LlmReader
from scribe.extraction.llm.redaction import Redacted
from scribe.pipeline import aprocess, process, resume
from scribe.schema import Report

pytest.importorskip("opentelemetry.sdk", reason="OpenTelemetry is not installed: pip install opentelemetry-sdk")

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from scribe.extraction.llm.opentelemetry import OpenTelemetry

NAME, BODY, LABEL, QUOTE, SMALL = CANARIES = ("Zanzibar", "Quixotism", "Xanadu", "Zyzzyva", "gnomonic")
NOTE = (
    f"Patient: {NAME} {LABEL}\nS: {BODY} pain since a {SMALL} fall.\n"
    f"O: L5 tender on the right, {SMALL}.\nA: L5 FRS right ({QUOTE}).\n"
)
TALK = (
    f"Dr. {LABEL}: What brings you in, {NAME}?\n{NAME}: {BODY} pain since a {SMALL} fall.\n"
    f"Dr. {LABEL}: Let me feel that.\nDr. {LABEL}: L5 is flexed, rotated and sidebent right ({QUOTE}).\n"
)
LESION = lesion()
QUOTED = {
    NOTE: LESION | {"evidence": [{"line": 4, "quote": f"L5 FRS right ({QUOTE})"}]},
    TALK: LESION | {"evidence": [{"line": 4, "quote": f"sidebent right ({QUOTE})"}]},
}
LOGGERS = ("", "openai", "httpx2", "httpcore2", "instructor", "tenacity", "asyncio", "scribe")
ECHO = " ".join(CANARIES)


def echoed(status: int, **extra: Any) -> Step:  # noqa: ANN401  # JSON
    """Fail with the document in every field of the error."""
    error = {"message": ECHO, "type": QUOTE, "param": BODY, "code": SMALL, "detail": ECHO, **extra}
    return Step(json.dumps({"error": error, "message": ECHO, "detail": ECHO}), status)


def posing(step: Step) -> Step:
    """Answer with the document in every field that is none of the answer's."""
    body = json.loads(step.body)
    return step._replace(
        body=json.dumps(body | {"id": NAME, "model": ECHO, "system_fingerprint": QUOTE, "object": BODY, "x": ECHO})
    )


def script(lesion: dict[str, Any]) -> dict[str, list[Reaction]]:
    """Return all that a server may do, by name."""
    good = posing(findings(lesions=[lesion]))
    wrong = lesion | {"evidence": [{"line": 4, "quote": f"L4 FRS right {QUOTE}"}]}
    odd = lesion | {"laterality": SMALL, NAME: ECHO}
    html = {"Content-Type": "text/html"}
    return {
        "good": [good],
        "wrong quote": [findings(lesions=[wrong]), good],
        "wrong for good": [findings(lesions=[wrong])],
        "wrong value": [findings(lesions=[odd]), good],
        "wrong value for good": [findings(lesions=[odd])],
        "no JSON": [answer(ECHO)],
        "half of JSON": [answer(f'{{"lesions": [{{"{NAME}": "{ECHO}')],
        "another schema": [answer(json.dumps({NAME: ECHO}))],
        "refusal": [answer(None, refusal=ECHO)],
        "filtered": [answer(ECHO, finish="content_filter")],
        "odd finish": [answer(ECHO, finish=SMALL)],
        "cut off": [answer(ECHO, finish="length")],
        "empty": [answer(" ")],
        **{str(status): [echoed(status)] for status in (400, 401, 404, 409, 422, 429, 500, 501, 503)},
        "429 long": [failure(429, SMALL, retry_after="300")],
        "error as a success": [Step(json.dumps({"error": {"message": ECHO, "code": SMALL}}))],
        "error with a code as a success": [Step(json.dumps({"error": {"message": ECHO, "code": 503}}))],
        "a site": [Step(f"<html>{ECHO}", headers=html)],
        "an error site": [Step(f"<html>{ECHO}", 502, html)],
        "dropped": [Step(sent=-1.0)],
        "half a body": [good._replace(sent=0.5)],
        "a body cut off": [Step(good.body[:-40])],
        "too slow": [good._replace(delay=0.5)],
        "zipped and broken": [Step(ECHO, headers={"Content-Encoding": "deflate"})],
        "an error in a stream": [
            events(chunk(f'{{"lesions": [{{"{NAME}'), {"error": {"message": ECHO, "code": SMALL}})
        ],
        "an event that is no JSON": [events(chunk("{"), f'{{"{ECHO}')],
        "a stream without end": [events(chunk(ECHO))],
        "odd events": [events({"choices": [{"delta": {"content": [ECHO]}, "finish_reason": ECHO}], "usage": ECHO})],
    }


class Trap:
    """All that a process leaves behind: output, logs, spans, errors."""

    def __init__(self, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
        """Begin to collect."""
        self.exporter = InMemorySpanExporter()
        self.telemetry = TracerProvider()
        self.telemetry.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.errors: list[BaseException] = []
        self._caplog = caplog
        self._capfd = capfd

    def leaks(self) -> list[str]:
        """Return the words of the document that stand in what was collected."""
        out, err = self._capfd.readouterr()
        spans = "".join(span.to_json() for span in self.exporter.get_finished_spans())
        left = "\n".join([out, err, self._caplog.text, spans, *map(_told, self.errors)])
        assert spans
        assert "httpcore2" in self._caplog.text
        return [word for word in CANARIES if word.lower() in left.lower()]


def _told(error: BaseException) -> str:
    """Return all that an error and those behind it hold."""
    chain, behind = [], [error]
    while behind:
        one = behind.pop()
        chain.append(f"{one!r} {vars(one)} {one.args} {getattr(one, '__notes__', '')}")
        behind += [other for other in (one.__cause__, one.__context__) if other]
        behind += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
    return "".join([*chain, *traceback.format_exception(error)])


@pytest.fixture
def trap(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Trap:
    """Log everything, and collect it."""
    for name in LOGGERS:
        caplog.set_level(logging.DEBUG, name)
    return Trap(caplog, capfd)


def _process(text: str, reader: LlmReader) -> Report:
    return process(text, reader=reader)


def _aprocess(text: str, reader: LlmReader) -> Report:
    return asyncio.run(aprocess(text, reader=reader))


WAYS: tuple[Callable[[str, LlmReader], Report], ...] = (_process, _aprocess)
STREAMED: dict[str, Any] = {"on_finding": lambda _: None}
WHOLE: dict[str, Any] = {}
FORMS: tuple[tuple[Mode, dict[str, Any]], ...] = (
    ("schema", WHOLE),
    ("tools", WHOLE),
    ("json", STREAMED),
    ("tools", STREAMED),
)
COURSES: dict[str, list[tuple[Callable[[str, LlmReader], Report], Mode, dict[str, Any]]]] = {
    NOTE: [(way, *form) for way in WAYS for form in FORMS],
    TALK: [(_process, "tools", WHOLE), (_aprocess, "schema", STREAMED)],
}


@pytest.mark.parametrize("text", [NOTE, TALK], ids=["note", "transcript"])
@pytest.mark.parametrize("fault", script({}))
def test_nothing_is_left_behind(provider: Provider, trap: Trap, tmp_path: Path, fault: str, text: str) -> None:
    """Whatever happens, in every mode and both ways of waiting, whole and streamed, with a cache and a second pass."""
    policy = Policy(tries=2, first_wait=0.001, longest_wait=1.0, timeout=0.2 if fault == "too slow" else 10.0)
    reports: list[Report] = []
    for number, (way, mode, streaming) in enumerate(COURSES[text]):
        provider.requests.clear()
        provider.script = script(QUOTED[text])[fault]
        cache = tmp_path / f"{number}.db"
        reader = LlmReader(
            model="m",
            base_url=provider.url,
            mode=mode,
            policy=policy,
            cache=cache,
            recall=2,
            on_event=lambda _: None,
            telemetry=OpenTelemetry(trap.telemetry),
            **streaming,
        )
        try:
            reports.append(way(text, reader))
        except ScribeError as error:
            trap.errors.append(error)
        assert BODY in provider.asked[0]
        with closing(sqlite3.connect(cache)) as connection:
            rows = connection.execute("SELECT key, text FROM answers").fetchall()
        assert not any(word in key for key, _ in rows for word in CANARIES)
        if fault == "good":
            assert QUOTE in "".join(kept for _, kept in rows)
    assert trap.leaks() == []
    assert len(reports) + len(trap.errors) == len(COURSES[text])
    for report in reports:
        made = report.provenance.model_copy(update={"unread": ()})
        assert [word for word in CANARIES if word in made.model_dump_json()] == []
    if fault == "good":
        assert all(report.extraction.lesions[0].evidence[0].match == "exact" for report in reports)


def test_a_trap_catches(provider: Provider, trap: Trap) -> None:
    """A word that a host itself lets out is seen wherever it does."""
    provider.script = [findings()]
    process(NOTE, reader=LlmReader(model="m", base_url=provider.url, telemetry=OpenTelemetry(trap.telemetry)))
    assert trap.leaks() == []
    print(BODY)  # noqa: T201  # what is tested
    assert trap.leaks() == [BODY]
    trap.telemetry.get_tracer("host").start_span(NAME).end()
    assert trap.leaks() == [NAME]
    harmless = InputError("harmless")
    harmless.__context__ = KeyError(LABEL)
    trap.errors.append(harmless)
    assert trap.leaks() == [NAME, LABEL]
    logging.getLogger("scribe.extraction").debug(QUOTE)
    assert trap.leaks() == [NAME, LABEL, QUOTE]


class _Failing:
    """A redactor that fails with the text in its error."""

    def redact(self, text: str) -> Redacted:
        """Fail."""
        raise ValueError(text)


class _Useless:
    """A redactor whose text does not restore."""

    def redact(self, text: str) -> Redacted:
        """Change it."""
        return Redacted(text.upper(), {NAME: BODY})


@pytest.mark.parametrize(
    "options",
    [
        {"budget": Budget(max_tokens=5)},
        {"redactor": _Failing()},
        {"redactor": _Useless()},
        {"base_url": "http://127.0.0.1:9/v1"},
        {"base_url": "http://no-such-host.invalid/v1"},
    ],
    ids=["budget", "failing redactor", "useless redactor", "no server", "no host"],
)
@pytest.mark.parametrize("way", WAYS)
def test_what_fails_before_a_request(
    provider: Provider, trap: Trap, way: Callable[[str, LlmReader], Report], options: dict[str, Any]
) -> None:
    """It leaves nothing either."""
    policy = Policy(tries=1)
    provider.script = [findings()]
    way(NOTE, LlmReader(model="m", base_url=provider.url, telemetry=OpenTelemetry(trap.telemetry)))
    chosen: dict[str, Any] = {
        "base_url": provider.url,
        "policy": policy,
        "telemetry": OpenTelemetry(trap.telemetry),
    } | options
    with pytest.raises(ScribeError) as raised:
        way(NOTE, LlmReader(model="m", **chosen))
    trap.errors.append(raised.value)
    assert trap.leaks() == []


def test_a_report_of_somebody_else(provider: Provider, trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error about two documents names neither."""
    monkeypatch.setattr(module, "segments", lambda document: segments(document, 60))
    provider.script = [findings(), failure(401)]
    reader = LlmReader(model="m", base_url=provider.url, telemetry=OpenTelemetry(trap.telemetry))
    report = process(NOTE, reader=reader)
    assert report.provenance.unread
    forged = report.model_copy(update={"document": report.document.model_copy(update={"text": NOTE + TALK})})
    for wrong in (forged, NOTE, json.dumps({NAME: ECHO}), report.model_dump_json()[:-9]):
        with pytest.raises(ScribeError) as raised:
            resume(wrong, reader)
        trap.errors.append(raised.value)
    assert trap.leaks() == []


def test_a_cancelled_reading(provider: Provider, trap: Trap) -> None:
    """The cancellation and the spans of what it ends hold nothing."""
    provider.script = [findings()._replace(delay=5.0)]
    reader = LlmReader(model="m", base_url=provider.url, telemetry=OpenTelemetry(trap.telemetry))

    async def use() -> None:
        async with asyncio.timeout(0.3):
            await aprocess(NOTE, reader=reader)

    with pytest.raises(TimeoutError) as raised:
        asyncio.run(use())
    trap.errors.append(raised.value)
    assert "CancelledError" in "".join(span.to_json() for span in trap.exporter.get_finished_spans())
    assert trap.leaks() == []


def test_names_of_files(tmp_path: Path) -> None:
    """Requests that wait for a completion, and cassettes, are named by digests and cases."""
    with Provider(Completions(tmp_path).react) as server, suppress(ScribeError):
        process(NOTE, reader=LlmReader(model=MODEL, base_url=server.url, policy=Policy(tries=1)))
    case = load(DATASETS / "dev_notes.jsonl").cases[0].model_copy(update={"text": NOTE})
    with Provider(findings(lesions=[QUOTED[NOTE]])) as server:
        record(case, LlmReader(model=MODEL, base_url=server.url), tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert all(BODY in path.read_text("utf-8") for path in files)
    assert [word for word in CANARIES for path in files if word.lower() in path.name.lower()] == []
