"""Specification of OpenTelemetry spans: one a reading, one a request, with counts and kinds and no content."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from scribe.errors import ReaderError
from scribe.evaluation.provider import Provider, Reaction, Step, answer, failure, findings, lesion
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process

pytest.importorskip("opentelemetry.sdk", reason="OpenTelemetry is not installed: pip install opentelemetry-sdk")

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from scribe.extraction.llm.opentelemetry import OpenTelemetry

NOTE = "O: L5 tender on the right.\nA: L5 FRS right.\n"
LESION = lesion(line=2)
WRONG = LESION | {"evidence": [{"line": 2, "quote": "L4 FRS right"}]}
GOOD = findings(lesions=[LESION])

Way = Callable[[LlmReader], Any]


@pytest.fixture(
    params=[lambda reader: process(NOTE, reader=reader), lambda reader: asyncio.run(aprocess(NOTE, reader=reader))],
    ids=["sync", "async"],
)
def way(request: pytest.FixtureRequest) -> Way:
    """Make a report in both ways of waiting."""
    made: Way = request.param
    return made


def spans(provider: Provider, way: Way, *script: Reaction, **options: Any) -> tuple[ReadableSpan, ...]:  # noqa: ANN401  # of the reader
    """Return the spans of a reading, through the host's SDK and exporter, in the order of their ends."""
    provider.script = [*script]
    exporter = InMemorySpanExporter()
    tracers = TracerProvider()
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    policy = Policy(tries=2, first_wait=0.001, timeout=5)
    reader = LlmReader(model="m", base_url=provider.url, policy=policy, telemetry=OpenTelemetry(tracers), **options)
    with suppress(ReaderError):
        way(reader)
    return exporter.get_finished_spans()


def test_a_request_and_its_reading(provider: Provider, way: Way) -> None:
    """The request is a child of the reading; all that stands in them is stated here."""
    request, reading = spans(provider, way, GOOD)
    shared = {
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "m",
        "server.address": "127.0.0.1",
        "server.port": provider.server_port,
    }
    assert (request.name, request.kind, request.status.status_code) == ("chat m", SpanKind.CLIENT, StatusCode.UNSET)
    assert dict(request.attributes or {}) == shared | {
        "gen_ai.operation.name": "chat",
        "gen_ai.output.type": "json",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.input_tokens": 1000,
        "gen_ai.usage.cache_read.input_tokens": 800,
        "gen_ai.usage.output_tokens": 100,
    }
    assert (reading.name, reading.kind, reading.status.status_code) == ("read m", SpanKind.INTERNAL, StatusCode.UNSET)
    assert dict(reading.attributes or {}) == shared | {
        "scribe.findings": 1,
        "scribe.unread": 0,
        "scribe.requests": 1,
        "scribe.cached_requests": 0,
        "scribe.reasks": 0,
        "scribe.input_tokens": 1000,
        "scribe.cached_tokens": 800,
        "scribe.output_tokens": 100,
    }
    assert request.parent is not None
    assert reading.context is not None
    assert request.parent.span_id == reading.context.span_id
    assert (request.events, reading.events) == ((), ())


def test_a_streamed_request(provider: Provider, way: Way) -> None:
    """It tells what one in one piece tells."""
    whole, _ = spans(provider, way, GOOD)
    streamed, _ = spans(provider, way, GOOD, on_finding=lambda _: None)
    assert provider.requests[-1]["stream"] is True
    assert streamed.attributes == whole.attributes


FAILURES: list[tuple[str, list[Reaction], list[str | None], str | None]] = [
    ("tried again", [failure(429), GOOD], ["429", None], None),
    ("asked again", [findings(lesions=[WRONG]), GOOD], [None, None], None),
    ("lasting", [failure(401)], ["401"], "ProviderError"),
    ("dropped", [Step(sent=-1.0)], ["connection"] * 2, None),
    ("an error as a success", [Step('{"error": {"message": "no"}}')], ["foreign"], None),
    ("refusal", [answer(None, refusal="no")], [None], None),
]


@pytest.mark.parametrize(
    ("script", "requests", "reading"), [case[1:] for case in FAILURES], ids=[c[0] for c in FAILURES]
)
def test_each_request_has_its_kind_of_failure(
    provider: Provider, way: Way, script: list[Reaction], requests: list[str | None], reading: str | None
) -> None:
    """A status, a kind, or the name of a class; no message and no trace of a stack."""
    made = spans(provider, way, *script)
    assert [(span.attributes or {}).get("error.type") for span in made] == [*requests, reading]
    for span in made:
        is_failed = "error.type" in (span.attributes or {})
        assert (span.status.status_code is StatusCode.ERROR) == is_failed
        assert span.status.description is None
        assert span.events == ()


def test_a_finish_reason_that_is_none(provider: Provider, way: Way) -> None:
    """What a server makes up is not repeated."""
    request, _ = spans(provider, way, answer("{}", finish="L5 tender"), answer("{}"))[:2]
    assert "gen_ai.response.finish_reasons" not in (request.attributes or {})


@pytest.mark.usefixtures("_short_segments")
def test_segments_side_by_side(provider: Provider, way: Way) -> None:
    """Each has its request, and all have one reading."""
    *requests, reading = spans(provider, way, GOOD)
    assert len(requests) == 2
    assert reading.context is not None
    assert {span.parent and span.parent.span_id for span in requests} == {reading.context.span_id}


def test_a_reading_belongs_to_the_span_of_its_caller(provider: Provider, way: Way) -> None:
    """So that a host finds it in its own trace."""
    provider.script = [GOOD]
    exporter = InMemorySpanExporter()
    tracers = TracerProvider()
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    reader = LlmReader(model="m", base_url=provider.url, telemetry=OpenTelemetry(tracers))
    with tracers.get_tracer("host").start_as_current_span("visit"):
        way(reader)
    _, reading, visit = exporter.get_finished_spans()
    assert reading.parent is not None
    assert visit.context is not None
    assert reading.parent.span_id == visit.context.span_id


def test_nothing_is_imported_that_nobody_asked_for() -> None:
    """The reader needs no telemetry; who wants it without the package is told what to install."""
    code = (
        "import sys\nfrom scribe.errors import InputError\nfrom scribe.extraction.llm.reader import LlmReader\n"
        "LlmReader(model='m')\nloaded = 'opentelemetry' in sys.modules\nsys.modules['opentelemetry'] = None\n"
        "try:\n import scribe.extraction.llm.opentelemetry\nexcept InputError as error:\n print(loaded, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    assert done.stdout == "False Telemetry needs opentelemetry.trace: install scribe[telemetry].\n"
