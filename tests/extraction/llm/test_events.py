"""Specification of events: what a listener hears, in order, in both ways of waiting."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest

from scribe.errors import ReaderError
from scribe.evaluation.provider import Provider, Reaction, answer, failure, findings, lesion
from scribe.extraction.llm.events import (
    AnswerReceived,
    Event,
    FindingRead,
    Reasked,
    RequestRetried,
    RequestSent,
    SegmentDone,
    SegmentFailed,
    SegmentSplit,
    SegmentStarted,
)
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process

NOTE = "O: L5 tender on the right.\nA: L5 FRS right.\n"
WHOLE = (0, len(NOTE))
LESION = lesion(line=2)
WRONG = LESION | {"evidence": [{"line": 2, "quote": "L4 FRS right"}]}


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    """How to wait."""
    name: str = request.param
    return name


def heard(provider: Provider, way: str, *script: Reaction, **options: Any) -> list[Event]:  # noqa: ANN401  # of the reader
    """Return what is told while a note is read."""
    provider.script = [*script]
    events: list[Event] = []
    policy = Policy(tries=2, first_wait=0.001, timeout=5)
    reader = LlmReader(model="m", base_url=provider.url, policy=policy, on_event=events.append, **options)
    with suppress(ReaderError):
        process(NOTE, reader=reader) if way == "sync" else asyncio.run(aprocess(NOTE, reader=reader))
    return events


def test_a_reading_from_start_to_end(provider: Provider, way: str) -> None:
    """A failure, an answer with a wrong quote, its correction; the finding comes with its place."""
    events = heard(
        provider, way, failure(429, retry_after="0.01"), findings(lesions=[WRONG]), findings(lesions=[LESION])
    )
    assert [type(event) for event in events] == [
        SegmentStarted,
        RequestSent,
        RequestRetried,
        RequestSent,
        AnswerReceived,
        Reasked,
        RequestSent,
        AnswerReceived,
        FindingRead,
        SegmentDone,
    ]
    assert {event.span for event in events} == {WHOLE}
    assert events[2] == RequestRetried(WHOLE, "HTTP 429", 0.01)
    received = events[4]
    assert isinstance(received, AnswerReceived)
    assert received[:6] == (WHOLE, 1000, 800, 100, None, None)
    assert received.seconds > 0
    read = events[8]
    assert isinstance(read, FindingRead)
    assert read.name == "lesions"
    assert NOTE[slice(*read.finding.evidence[0].span or ())] == "L5 FRS right"
    assert events[9] == SegmentDone(WHOLE, 1, 0)


def test_a_segment_that_fails(provider: Provider, way: str) -> None:
    """Its reason is told, and each try."""
    events = heard(provider, way, failure(500))
    kinds = [SegmentStarted, RequestSent, RequestRetried, RequestSent, SegmentFailed]
    assert [type(event) for event in events] == kinds
    failed = events[4]
    assert isinstance(failed, SegmentFailed)
    assert failed.reason.endswith("fails (HTTP 500) after 2 tries; try again later.")


def test_a_split(provider: Provider, way: str) -> None:
    """A cut-off answer is followed by one for each half; the segment stays one."""
    events = heard(provider, way, answer("{", finish="length"), findings(), findings(lesions=[LESION]))
    cut = NOTE.index("A:")
    split = next(event for event in events if isinstance(event, SegmentSplit))
    assert split == SegmentSplit(WHOLE, ((0, cut), (cut, len(NOTE))))
    assert [type(event) for event in events if isinstance(event, SegmentStarted | SegmentDone)] == [
        SegmentStarted,
        SegmentDone,
    ]
    assert events[-1] == SegmentDone(WHOLE, 1, 0)


@pytest.mark.usefixtures("_short_segments")
def test_a_shut_door_fails_every_segment(provider: Provider, way: str) -> None:
    """Segments that are not asked about fail without having started, or after their own try."""
    events = heard(provider, way, failure(401))
    failed = [event for event in events if isinstance(event, SegmentFailed)]
    assert len({event.span for event in failed}) == 2
    assert sum(isinstance(event, RequestSent) for event in events) == len(provider.requests) <= 2


def test_what_a_listener_raises_ends_the_reading(provider: Provider, way: str) -> None:
    """As it was raised, and with nothing sent after it."""
    provider.script = [findings()]

    def stop(event: Event) -> None:
        if isinstance(event, AnswerReceived):
            raise KeyError("a mistake of the host")

    reader = LlmReader(model="m", base_url=provider.url, on_event=stop)
    with pytest.raises(KeyError, match="a mistake of the host"):
        process(NOTE, reader=reader) if way == "sync" else asyncio.run(aprocess(NOTE, reader=reader))
    assert len(provider.requests) == 1
