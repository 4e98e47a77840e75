"""The fault matrix: whatever fails on the way or in an answer, a document ends complete, or partial and resumable.

Each row is a fault of the server or the model. It meets the last of three segments, once or for good, in every form of
asking where it matters, with and without holding a thread. None of the findings of the others is lost, none invented,
and the number of requests is the policy's.
"""

import asyncio
import json
import logging
import re
import traceback
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from scribe.errors import ProviderError
from scribe.evaluation.invariants import violations
from scribe.evaluation.provider import Provider, Step, answer, failure, findings
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, aresume, process, resume
from scribe.schema import Extraction, Report

CANARY = "Zanzibar"
NOTE = f"""S: Tailbone sore since {CANARY}, no fall.
O: Left sacral sulcus tender on touch.
A: L5 FRS right. Left-on-left torsion.
"""
SAID: dict[str, dict[str, Any]] = {
    "care": {"kind": "massage", "timing": "prior", "regions": []},
    "tart": {"component": "tenderness", "region": "sacral", "laterality": "left", "assertion": "present"},
    "lesions": {
        "kind": "somatic_dysfunction",
        "region": "lumbar",
        "mechanisms": [],
        "segments": ["L5"],
        "laterality": "right",
        "assertion": "present",
    },
}


def quoted(name: str, line: int, quote: str, **changed: object) -> dict[str, Any]:
    """Return a finding as a model writes it."""
    return {"evidence": [{"line": line, "quote": quote}], **SAID[name], **changed}


FRS = quoted("lesions", 3, "L5 FRS right")
BY_LINE = {
    1: findings(care=[]),
    2: findings(tart=[quoted("tart", 2, "Left sacral sulcus tender")]),
    3: findings(lesions=[FRS]),
}
WELL = BY_LINE[3]
TRIES = 3
QUICK = Policy(tries=TRIES, first_wait=0.001, longest_wait=1.0, timeout=5.0)
BRIEF = QUICK._replace(timeout=1.5)


class Fault(NamedTuple):
    """One row."""

    name: str
    """What fails."""
    reaction: Step
    """How."""
    once: int
    """Requests about the segment where it happens once; 1: it is not asked again."""
    lasting: int
    """Requests where it stays."""
    reason: str
    """What the report says of the segment then, as a pattern."""
    policy: Policy = QUICK
    """By which it is asked."""
    is_mistake: bool = False
    """Whether it is the caller's to mend: then nothing is read, and it is raised."""


BROKEN = r"breaks off: check the server|fails \(an answer that it does not end\)"
LATE = "did not answer within 1.5 seconds"
NO_CHAT = "what is no answer of a chat server"

TRANSPORT = (
    Fault("delay over the time-out", WELL._replace(delay=2.0), 2, TRIES, LATE, BRIEF),
    Fault("dropped before the head", Step(sent=-1.0), 2, TRIES, BROKEN),
    Fault("dropped after the head", WELL._replace(sent=0.0), 2, TRIES, BROKEN),
    Fault("half a body", WELL._replace(sent=0.5), 2, TRIES, BROKEN),
    Fault("408", failure(408), 2, TRIES, r"\(HTTP 408\) after 3 tries"),
    Fault("409", failure(409), 2, TRIES, r"\(HTTP 409\) after 3 tries"),
    Fault("429", failure(429), 2, TRIES, r"\(HTTP 429\) after 3 tries; try again later\."),
    Fault("429 with Retry-After", failure(429, retry_after="0.01"), 2, TRIES, r"\(HTTP 429\) after 3 tries"),
    Fault("429 with milliseconds", failure(429, retry_after_ms="10"), 2, TRIES, r"\(HTTP 429\) after 3 tries"),
    Fault("429 over the cap", failure(429, retry_after="300"), 1, 1, r"\(HTTP 429\): resume after 300 s\."),
    Fault(
        "used up",
        failure(429, "insufficient_quota"),
        1,
        1,
        r"\(HTTP 429, insufficient_quota\): add to the account\.",
        is_mistake=True,
    ),
    Fault("500", failure(500), 2, TRIES, r"\(HTTP 500\) after 3 tries"),
    Fault("502", Step("<html>", 502, {"Content-Type": "text/html"}), 2, TRIES, r"\(HTTP 502\) after 3 tries"),
    Fault("401", failure(401), 1, 1, r"refuses the key \(HTTP 401\): set OPENAI_API_KEY\.", is_mistake=True),
    Fault("404", failure(404), 1, 1, r"\(HTTP 404\): check model, mode and --base-url\.", is_mistake=True),
    Fault("a body cut off by a proxy", Step(WELL.body[:200]), 2, TRIES, NO_CHAT),
    Fault("another site", Step("<html>", 200, {"Content-Type": "text/html"}), 1, 1, NO_CHAT),
    Fault("200 with an error body", Step('{"error": {"message": "no"}}'), 1, 1, NO_CHAT),
    Fault("200 with a passing error", Step('{"error": {"code": 503}}'), 2, TRIES, r"\(HTTP 503\) after 3 tries"),
)
"""What fails between the reader and the model; three tries."""

UNUSABLE = "cannot be used after 2 re-asks: it "
ANSWERED = (
    Fault("prose", answer(f"I read of {CANARY}."), 2, 3, f"{UNUSABLE}is not complete JSON"),
    Fault("invalid JSON", answer('{"lesions": [{'), 2, 3, f"{UNUSABLE}is not complete JSON"),
    Fault("another schema", answer('{"a": "M99.05"}'), 2, 3, f"{UNUSABLE}has no list lesions"),
    Fault("no object", answer("[]"), 2, 3, f"{UNUSABLE}is no"),
    Fault("refusal", answer(None, refusal=f"not {CANARY}"), 1, 1, "refused to answer"),
    Fault("content filter", answer(CANARY, finish="content_filter"), 1, 1, "refused to answer"),
    Fault("empty", answer(" "), 1, 1, "answer is empty"),
    Fault("nothing", answer(None), 1, 1, "answer is empty"),
    # The segment, and its two sentences.
    Fault("length", answer('{"lesions"', finish="length"), 3, 3, "cut off at its longest"),
)
"""What a model says that is no answer; two re-asks."""

BAD_REQUEST = Fault(
    "400", failure(400, "unknown_parameter"), 1, 1, r"\(HTTP 400, unknown_parameter\): check model", is_mistake=True
)
"""Where it answers a request for a stream, the server may be one that has none: it is asked again without."""

SLOW_TOKENS = Fault("slow tokens", WELL._replace(pause=0.15), 2, TRIES, LATE, BRIEF)
"""Only a stream has any."""

FORMS: dict[str, dict[str, Any]] = {
    "schema": {"mode": "schema"},
    "tools": {"mode": "tools"},
    "json": {"mode": "json"},
    "streamed": {"on_finding": lambda _: None},
}
"""How it is asked. A fault before there is an answer does not depend on the mode."""

MATRIX = (
    *((fault, form) for fault in TRANSPORT for form in ("schema", "streamed")),
    *((fault, form) for fault in ANSWERED for form in FORMS),
    (BAD_REQUEST, "schema"),
    (BAD_REQUEST._replace(once=2, lasting=2), "streamed"),
    (SLOW_TOKENS, "streamed"),
)
each = pytest.mark.parametrize(("fault", "form"), MATRIX, ids=[f"{fault.name}-{form}" for fault, form in MATRIX])


class Way(NamedTuple):
    """How a report is made."""

    make: Callable[[LlmReader], Report]
    """Of the note."""
    complete: Callable[[Report, LlmReader], Report]
    """Of a partial report."""


WAYS = {
    "sync": Way(lambda reader: process(NOTE, reader=reader), resume),
    "async": Way(
        lambda reader: asyncio.run(aprocess(NOTE, reader=reader)),
        lambda report, reader: asyncio.run(aresume(report, reader)),
    ),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    """Make a report in both ways."""
    return WAYS[request.param]


class Ill:
    """A server that answers two segments well, and the third as a script says, again and again at its end."""

    def __init__(self, *script: Step) -> None:
        """Take the script."""
        self.script = [*script]
        self.asked = 0
        """Requests about the third segment."""

    def __call__(self, body: dict[str, Any]) -> Step:
        """React to a request."""
        asked = re.search(r"lines (\d) to \d", body["messages"][-1]["content"])
        # A correction shows lines without naming a part; only the third segment has one.
        if asked and (line := int(asked[1])) < len(BY_LINE):
            return BY_LINE[line]
        self.asked += 1
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


def reader(provider: Provider, form: str, policy: Policy = QUICK) -> LlmReader:
    """Return a reader that asks in a form."""
    return LlmReader(model="m", base_url=provider.url, policy=policy, **FORMS[form])


def untroubled(provider: Provider, way: Way, form: str) -> Report:
    """Return the report where nothing fails."""
    provider.script = [Ill(WELL)]
    report = way.make(reader(provider, form))
    assert len(provider.requests) == len(BY_LINE)
    provider.requests.clear()
    return report


def codes(report: Report) -> list[str]:
    """Return the codes to report."""
    return [one.code for one in report.suggestions if one.status == "assign"]


@pytest.mark.usefixtures("_short_segments")
@each
def test_a_fault_that_happens_once(provider: Provider, way: Way, fault: Fault, form: str) -> None:
    """What is tried again leaves no trace but a request; what is not is told, and nothing else is touched."""
    expected = untroubled(provider, way, form)
    ill = Ill(fault.reaction, WELL)
    provider.script = [ill]
    report = way.make(reader(provider, form, fault.policy))
    assert (ill.asked, len(provider.requests)) == (fault.once, len(BY_LINE) - 1 + fault.once)
    assert report.provenance.usage
    assert report.provenance.usage.requests == len(provider.requests)
    if fault.once == 1:
        assert [part.reason for part in report.provenance.unread if re.search(fault.reason, part.reason)]
    else:
        assert (report.extraction, codes(report)) == (expected.extraction, ["M99.03"])
        assert report.provenance.unread == ()


@pytest.mark.usefixtures("_short_segments")
@each
def test_a_fault_that_stays(provider: Provider, way: Way, fault: Fault, form: str) -> None:
    """The report is partial, says where and why, holds what was read and no more; resumed, it is the whole one."""
    expected = untroubled(provider, way, form)
    ill = Ill(fault.reaction)
    provider.script = [ill]
    partial = way.make(reader(provider, form, fault.policy))
    assert (ill.asked, len(provider.requests)) == (fault.lasting, len(BY_LINE) - 1 + fault.lasting)
    assert all(re.search(fault.reason, part.reason) for part in partial.provenance.unread)
    assert "".join(NOTE[slice(*part.span)] for part in partial.provenance.unread).strip() == NOTE.splitlines()[-1]
    assert partial.extraction == Extraction(tart=expected.extraction.tart)
    assert (codes(partial), violations(partial)) == ([], ())
    provider.script = [Ill(WELL)]
    provider.requests.clear()
    whole = way.complete(partial, reader(provider, form))
    assert (whole.extraction, codes(whole), whole.provenance.unread) == (expected.extraction, ["M99.03"], ())
    assert len(provider.requests) == len(partial.provenance.unread)


ALONE = [
    (fault, "streamed" if fault is SLOW_TOKENS else "schema")
    for fault in (*TRANSPORT, *ANSWERED, BAD_REQUEST, SLOW_TOKENS)
]


MISTAKES = [fault for fault, _ in ALONE if fault.is_mistake]
FAILURES = [(fault, form) for fault, form in ALONE if not fault.is_mistake]


@pytest.mark.parametrize(("fault", "form"), FAILURES, ids=[fault.name for fault, _ in FAILURES])
def test_a_fault_of_the_whole_document(
    provider: Provider, way: Way, caplog: pytest.LogCaptureFixture, fault: Fault, form: str
) -> None:
    """There is still a report: it names all that is unread and why, assigns nothing, and is completed."""
    provider.script = [fault.reaction]
    with caplog.at_level(logging.DEBUG):
        partial = way.make(reader(provider, form, fault.policy))
    # The whole, its halves, the two lines of the one, and the two sentences of the other.
    assert len(provider.requests) == (1 + 2 + 2 + 2 if fault.name == "length" else fault.lasting)
    assert "".join(NOTE[slice(*part.span)] for part in partial.provenance.unread) == NOTE
    assert all(re.search(fault.reason, part.reason) for part in partial.provenance.unread)
    assert (codes(partial), partial.extraction, violations(partial)) == ([], Extraction(), ())
    assert partial.provenance.usage
    assert partial.provenance.usage.requests == len(provider.requests)
    assert CANARY in provider.asked[0]
    assert CANARY not in caplog.text + "".join(part.reason for part in partial.provenance.unread)
    stored = Report.model_validate_json(partial.model_dump_json())
    provider.script = [findings(lesions=[FRS])]
    whole = way.complete(stored, reader(provider, form))
    assert (codes(whole), whole.provenance.unread) == (["M99.03"], ())


@pytest.mark.parametrize("fault", MISTAKES, ids=[fault.name for fault in MISTAKES])
def test_a_mistake_of_the_caller(provider: Provider, way: Way, caplog: pytest.LogCaptureFixture, fault: Fault) -> None:
    """What stays until somebody mends the command is an error; neither it nor any log holds words of the document."""
    provider.script = [fault.reaction]
    with caplog.at_level(logging.DEBUG), pytest.raises(ProviderError, match=fault.reason) as raised:
        way.make(reader(provider, "schema", fault.policy))
    assert len(provider.requests) == fault.lasting
    assert CANARY in provider.asked[0]
    told = "".join(traceback.format_exception(raised.value))
    assert CANARY not in caplog.text + told + repr(vars(raised.value))
    # The SDK's own error holds request and response, for whoever follows the chain.
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


class Wrong(NamedTuple):
    """An answer in the right form that says what is not so."""

    name: str
    """What is wrong."""
    said: dict[str, Any]
    """The finding beside the right one."""
    requests: int
    """About the segment, where the model stays with it."""


WRONG = (
    Wrong("words that are not there", quoted("lesions", 3, "Sacral somatic dysfunction", region="sacral"), 3),
    Wrong("words of another side", quoted("lesions", 3, "L5 FRS left", laterality="left"), 3),
    Wrong("no words", quoted("lesions", 3, "", region="pelvic"), 3),
    Wrong("no quotes", quoted("lesions", 3, "") | {"evidence": []}, 3),
    Wrong("another region", quoted("lesions", 3, "L5 FRS right", region="pelvic", segments=[]), 1),
    Wrong("a code for a kind", quoted("lesions", 3, "L5 FRS right", kind="M99.05"), 3),
    Wrong("a code beside the rest", quoted("lesions", 3, "L5 FRS right") | {"code": "M99.05"}, 1),
)


@pytest.mark.usefixtures("_short_segments")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.name for wrong in WRONG])
def test_an_answer_that_is_wrong(provider: Provider, way: Way, wrong: Wrong, form: str) -> None:
    """At most two re-asks of equal length, and no code rests on it; the right finding keeps its own."""
    ill = Ill(findings(lesions=[FRS, wrong.said]), findings(lesions=[wrong.said]))
    provider.script = [ill]
    report = way.make(reader(provider, form))
    assert ill.asked == wrong.requests
    reasks = [asked for asked in provider.asked if "FINDINGS, each with what is wrong" in asked]
    assert len(reasks) == wrong.requests - 1
    assert len({len(asked) for asked in reasks}) <= 1
    assert (codes(report), violations(report)) == (["M99.03"], ())
    assert "M99.05" not in json.dumps(report.extraction.model_dump(mode="json"))
