"""Specification of streaming: findings arrive while an answer is written, and nothing else changes."""

import asyncio
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scribe.errors import ProviderError
from scribe.evaluation.provider import (
    Provider,
    Reaction,
    Step,
    answer,
    chunk,
    events,
    failure,
    findings,
    lesion,
    tenderness,
)
from scribe.extraction.llm.events import AnswerReceived, Event, FindingArrived, FindingRead
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process
from scribe.schema import Report

NOTE = "S: Sore since Monday.\nO: L5 tender on the right.\nA: L5 FRS right.\n"
LESION = lesion(line=3)
TENDER = tenderness(line=2)
LISTS: dict[str, list[Any]] = {
    name: [] for name in ("lesions", "tart", "neuro", "imaging", "diagnoses", "care", "function")
}
WRONG = LESION | {"evidence": [{"line": 3, "quote": "L4 FRS right"}]}
GOOD = findings(lesions=[LESION], tart=[TENDER])
QUICK = Policy(first_wait=0.001, longest_wait=1.0, timeout=5.0)
BEGUN = chunk('{"lesions": [')

Way = Callable[[LlmReader], Report]


def _process(reader: LlmReader) -> Report:
    return process(NOTE, reader=reader)


def _aprocess(reader: LlmReader) -> Report:
    return asyncio.run(aprocess(NOTE, reader=reader))


@pytest.fixture(params=[_process, _aprocess], ids=["sync", "async"])
def way(request: pytest.FixtureRequest) -> Way:
    """Make a report in both ways of waiting."""
    made: Way = request.param
    return made


def streamed(provider: Provider, way: Way, *script: Reaction, **options: Any) -> tuple[Report, list[FindingArrived]]:  # noqa: ANN401  # of the reader
    """Return the report of a streamed reading, and the findings that arrived."""
    provider.script = [*script]
    arrived: list[FindingArrived] = []
    chosen: dict[str, Any] = {"policy": QUICK, "on_finding": arrived.append} | options
    return way(LlmReader(model="m", base_url=provider.url, **chosen)), arrived


def timeless(report: Report) -> str:
    """Return a report without the seconds that it took."""
    made = report.provenance
    assert made.usage is not None
    segments = tuple(
        one.model_copy(update={"usage": one.usage.model_copy(update={"seconds": None})}) for one in made.segments
    )
    usage = made.usage.model_copy(update={"seconds": None})
    provenance = made.model_copy(update={"usage": usage, "segments": segments})
    return report.model_copy(update={"provenance": provenance}).model_dump_json()


SCRIPTS: dict[str, list[Reaction]] = {
    "at once": [GOOD],
    "in a fence": [answer(f"```json\n{json.dumps(LISTS | {'lesions': [LESION]}, indent=1)}\n```")],
    "wrong quote": [findings(lesions=[WRONG], tart=[TENDER]), findings(lesions=[LESION])],
    "wrong for good": [findings(lesions=[WRONG])],
    "no JSON": [answer("I found a lesion."), GOOD],
    "cut off": [answer("{", finish="length"), findings(tart=[TENDER]), findings(lesions=[LESION])],
    "a part refused": [answer("{", finish="length"), findings(tart=[TENDER]), answer(None, refusal="no")],
    "recall": [findings(tart=[TENDER]), GOOD],
    "no answer": [findings()],
}


@pytest.mark.parametrize("mode", ["schema", "tools", "json"])
@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_the_same_report(provider: Provider, way: Way, script: list[Reaction], mode: Mode) -> None:
    """Byte for byte, tokens and requests included; each request asks the same beside the stream."""
    provider.script = script
    whole = way(LlmReader(model="m", base_url=provider.url, policy=QUICK, mode=mode, recall=2))
    asked = list(provider.requests)
    provider.requests.clear()
    report, _ = streamed(provider, way, *script, mode=mode, recall=2)
    assert timeless(report) == timeless(whole)
    wished = {"stream": True, "stream_options": {"include_usage": True}}
    assert provider.requests == [request | wished for request in asked]


def test_findings_arrive_before_the_answer_ends(provider: Provider, way: Way) -> None:
    """In the order of the answer, located; what then stands is told as ever."""
    told: list[Event | FindingArrived] = []
    streamed(provider, way, GOOD._replace(pause=0.002), on_finding=told.append, on_event=told.append)
    kinds = [type(event) for event in told if isinstance(event, FindingArrived | AnswerReceived | FindingRead)]
    assert kinds == [FindingArrived, FindingArrived, AnswerReceived, FindingRead, FindingRead]
    arrived = [event for event in told if isinstance(event, FindingArrived)]
    assert [event.name for event in arrived] == ["lesions", "tart"]
    assert [NOTE[slice(*event.finding.evidence[0].span or ())] for event in arrived] == [
        "L5 FRS right",
        "L5 tender on the right",
    ]
    read = [(event.name, event.finding) for event in told if isinstance(event, FindingRead)]
    assert [(event.name, event.finding) for event in arrived] == read


def test_what_is_wrong_does_not_arrive(provider: Provider, way: Way) -> None:
    """Its correction does; what is no finding never does."""
    odd = LESION | {"laterality": "sinister"}
    none = LESION | {"evidence": []}
    _, arrived = streamed(provider, way, findings(lesions=[WRONG, odd, none]), findings(lesions=[LESION]))
    assert [event.finding.evidence[0].quote for event in arrived] == ["L5 FRS right"]


BROKEN: list[tuple[str, Reaction, str]] = [
    ("half a stream", GOOD._replace(sent=0.5), "breaks off"),
    ("a head without a stream", GOOD._replace(sent=0.0), "breaks off"),
    ("an error within", events(BEGUN, {"error": {"message": "what a server says"}}), "an answer that it does not end"),
    ("an error of a kind within", events(BEGUN, {"error": {"code": "oh", "type": "x"}}), "that it does not end"),
    ("an error at once", events({"error": {"message": "busy", "code": 503}}), "(HTTP 503)"),
    ("an error with a status within", events(BEGUN, {"error": {"code": "529"}}), "(HTTP 529)"),
    ("an end without a reason", events(chunk('{"lesions": []'), "[DONE]"), "an answer that it does not end"),
    ("a stream that stops", events(chunk('{"lesions": []')), "an answer that it does not end"),
    ("an event that is no JSON", events(BEGUN, '{"choices": ['), "what is no answer of a chat server"),
    ("a body that is no JSON", Step(GOOD.body[:200], headers={"Content-Type": "application/json"}), "no answer of a"),
    ("a status", failure(500), "(HTTP 500)"),
]


@pytest.mark.parametrize(("broken", "reason"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_stream_that_breaks_is_asked_for_again(provider: Provider, way: Way, broken: Reaction, reason: str) -> None:
    """By the policy of all requests, whole; a finding that had arrived is not told again."""
    report, arrived = streamed(provider, way, broken, GOOD)
    assert len(provider.requests) == 2
    assert [one.code for one in report.suggestions if one.status == "assign"] == ["M99.03"]
    assert [event.name for event in arrived] == ["lesions", "tart"]
    provider.requests.clear()
    report, arrived = streamed(provider, way, broken)
    (part,) = report.provenance.unread
    assert reason in part.reason
    assert len(provider.requests) == QUICK.tries


ODD: list[tuple[str, Reaction, str]] = [
    ("another site", Step("<html>", headers={"Content-Type": "text/html"}), "no answer of a chat server"),
    ("nothing", events("[DONE]"), "no answer of a chat server"),
    ("a list in one piece", Step("[]", headers={"Content-Type": "application/json"}), "no answer of a chat server"),
    ("no choices", events({"choices": None}, "[DONE]"), "no answer of a chat server"),
    ("no delta", events({"choices": [{"delta": None, "finish_reason": "stop"}]}), "is empty"),
    ("numbers", events(chunk(finish="stop", content=5, refusal=[])), "is empty"),  # type: ignore[arg-type]  # as servers do
    ("a refusal", answer(None, refusal="no"), "refused to answer"),
    ("filtered", answer("{", finish="content_filter"), "refused to answer"),
    ("empty", answer(None), "is empty"),
]


@pytest.mark.parametrize("case", ODD, ids=[case[0] for case in ODD])
def test_a_stream_without_an_answer(provider: Provider, way: Way, case: tuple[str, Reaction, str]) -> None:
    """It means what it means without a stream, and costs one request."""
    _, reaction, message = case
    report, arrived = streamed(provider, way, reaction)
    assert [message in part.reason for part in report.provenance.unread] == [True]
    assert (len(provider.requests), arrived) == (1, [])


def test_slow_tokens_have_the_time_of_one_answer(provider: Provider, way: Way) -> None:
    """Not of one piece each: an answer that never ends is given up, and tried again."""
    late, _ = streamed(provider, way, GOOD._replace(pause=0.05), policy=QUICK._replace(timeout=0.4, tries=2))
    assert "did not answer within 0.4 seconds" in late.provenance.unread[0].reason
    assert len(provider.requests) == 2
    report, _ = streamed(provider, way, GOOD._replace(pause=0.002), policy=QUICK)
    assert report.provenance.unread == ()


def test_a_piece_that_does_not_come(provider: Provider, way: Way) -> None:
    """A stream that stalls is given up after the same time."""
    late, _ = streamed(provider, way, GOOD._replace(pause=1.0), policy=QUICK._replace(timeout=0.2, tries=1))
    assert "did not answer within 0.2 seconds" in late.provenance.unread[0].reason


@pytest.mark.parametrize("status", [400, 422, 501])
def test_a_server_that_refuses_streams(provider: Provider, way: Way, status: int) -> None:
    """It is asked once for a stream, and from then on for whole answers; their findings arrive at their end."""

    def react(body: dict[str, Any]) -> Step:
        return failure(status, "unknown_parameter") if "stream_options" in body else GOOD

    provider.script = [react]
    arrived: list[FindingArrived] = []
    reader = LlmReader(model="m", base_url=provider.url, policy=QUICK, on_finding=arrived.append)
    first, second = way(reader), way(reader)
    assert first.extraction == second.extraction
    assert [("stream" in request) for request in provider.requests] == [True, False, False]
    assert [event.name for event in arrived] == ["lesions", "tart"] * 2
    assert [report.provenance.usage and report.provenance.usage.requests for report in (first, second)] == [2, 1]


def test_a_request_that_is_refused_either_way(provider: Provider, way: Way) -> None:
    """The reason is told after one more try without a stream."""
    with pytest.raises(ProviderError, match=r"refuses the request \(HTTP 400, unknown_model\)"):
        streamed(provider, way, failure(400, "unknown_model"))
    assert [("stream" in request) for request in provider.requests] == [True, False]


def test_a_server_that_does_not_know_of_streams(provider: Provider, way: Way) -> None:
    """An answer in one piece, though a stream was asked for, is paid for and read."""
    whole = GOOD._replace(headers={"Content-Type": "application/json; charset=utf-8"})
    report, arrived = streamed(provider, way, whole)
    assert len(provider.requests) == 1
    assert len(report.extraction.lesions) == 1
    assert [event.name for event in arrived] == ["lesions", "tart"]


def test_a_server_that_does_not_count(provider: Provider, way: Way) -> None:
    """No tokens are told where it ignores that wish; the reading is the same."""
    report, _ = streamed(provider, way, events(chunk(json.dumps(LISTS)), chunk(finish="stop"), "[DONE]"))
    assert report.provenance.unread == ()
    assert report.provenance.usage is not None
    assert (report.provenance.usage.requests, report.provenance.usage.input_tokens) == (1, 0)


@pytest.mark.parametrize("error", [KeyError("host"), ValueError("host"), OSError("host")])
def test_what_a_listener_raises_ends_the_reading(provider: Provider, way: Way, error: Exception) -> None:
    """As it was raised, whatever the SDK's errors look like, and with nothing sent after it."""

    def stop(_: FindingArrived) -> None:
        raise error

    with pytest.raises(type(error), match="host") as raised:
        streamed(provider, way, GOOD, on_finding=stop)
    assert raised.value is error
    assert len(provider.requests) == 1


def test_streamed_and_whole_answers_are_kept_alike(provider: Provider, way: Way, tmp_path: Path) -> None:
    """One cache serves both; an answer from it arrives as well."""
    cache = tmp_path / "answers.db"
    report, arrived = streamed(provider, way, GOOD, cache=cache)
    again, arrived_again = streamed(provider, way, GOOD, cache=cache)
    whole = way(LlmReader(model="m", base_url=provider.url, cache=cache))
    assert len(provider.requests) == 1
    assert arrived == arrived_again
    assert report.extraction == again.extraction == whole.extraction


@pytest.mark.usefixtures("_short_segments")
def test_cancellation_in_the_middle_of_a_stream(provider: Provider) -> None:
    """It closes the stream, and no task waits on."""
    begun = threading.Event()
    provider.script = [GOOD._replace(pause=0.02)]

    async def use() -> int:
        reader = LlmReader(model="m", base_url=provider.url, on_finding=lambda _: begun.set())
        reading = asyncio.create_task(aprocess(NOTE, reader=reader))
        await asyncio.to_thread(begun.wait, 10)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        sent = len(provider.requests)
        await asyncio.sleep(0.2)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return len(provider.requests) - sent

    assert asyncio.run(use()) == 0
