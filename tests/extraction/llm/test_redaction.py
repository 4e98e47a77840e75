"""Specification of redaction: what is hidden is never sent, and what is read is told in the words of the document."""

import asyncio
import json
import re
import traceback
from collections.abc import Callable
from inspect import cleandoc
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.errors import InputError, ReaderError
from scribe.evaluation.provider import Provider, Reaction, Step, answer, failure, findings, lesion
from scribe.extraction.llm import reader as module
from scribe.extraction.llm.alignment import Alignment
from scribe.extraction.llm.chunking import segments
from scribe.extraction.llm.events import Event, FindingArrived, FindingRead, SegmentSplit
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.reader import LlmReader
from scribe.extraction.llm.redaction import Redacted, Redaction
from scribe.pipeline import aprocess, aresume, parse, process, resume
from scribe.schema import Report

NAMES = ("Anastasia Featherstonehaugh", "Wu", "Wu-Ferreira")
NOTE = cleandoc("""
    S: Anastasia Featherstonehaugh, wife of Wu, fell on Monday.
    O: Wu-Ferreira found left sacral sulcus tender. Sacral base deep on the left.
    A: Left-on-left sacral torsion in Anastasia Featherstonehaugh.
    P: Muscle energy to the sacrum by Wu today. M99.04
""")
TALK = cleandoc("""
    Dr. Wu: What brings you in, Anastasia Featherstonehaugh?
    Anastasia Featherstonehaugh: My tailbone hurts since the fall.
    Dr. Wu: Your sacral base is deep on the left. That is a left-on-left sacral torsion, Anastasia Featherstonehaugh.
    Anastasia Featherstonehaugh: Thank you.
""")
QUICK = Policy(first_wait=0.001, longest_wait=1.0, timeout=5.0, tries=2)
LESION = lesion(region="sacral", segments=[], laterality="left")
TENDER = {"component": "tenderness", "region": "sacral", "laterality": "left", "assertion": "present"}


class Words(NamedTuple):
    """A redactor of given words."""

    words: tuple[str, ...] = NAMES
    form: str = "PERSON_{}"

    def redact(self, text: str) -> Redacted:
        """Hide each word by a placeholder of its own."""
        places = {word: self.form.format(number) for number, word in enumerate(self.words)}
        longest = "|".join(map(re.escape, sorted(self.words, key=len, reverse=True)))
        hidden = re.sub(longest, lambda found: places[found[0]], text)
        return Redacted(hidden, {place: word for word, place in places.items()})


class Quoting(NamedTuple):
    """A model's quotes, in the words of the document or as it is shown them."""

    hide: Callable[[str], str]

    def lesion(self, quote: str, line: int = 3) -> dict[str, Any]:
        """Return a lesion with a quote."""
        return LESION | {"evidence": [{"line": line, "quote": self.hide(quote)}]}

    def tender(self, quote: str, line: int = 2) -> dict[str, Any]:
        """Return a sign with a quote."""
        return TENDER | {"evidence": [{"line": line, "quote": self.hide(quote)}]}


Script = Callable[[Quoting], list[Reaction]]
Way = Callable[..., Report]


@pytest.fixture(
    params=[
        lambda text, reader: process(text, reader=reader),
        lambda text, reader: asyncio.run(aprocess(text, reader=reader)),
    ],
    ids=["sync", "async"],
)
def way(request: pytest.FixtureRequest) -> Way:
    """Make a report in both ways of waiting."""
    made: Way = request.param
    return made


def shown_by(redactor: Words) -> Quoting:
    """Return the quotes of a model that sees what a redactor leaves."""
    return Quoting(lambda quote: redactor.redact(quote).text)


def timeless(report: Report) -> dict[str, Any]:
    """Return a report without its seconds."""
    dumped = report.model_dump(mode="json")
    for usage in (dumped["provenance"]["usage"], *(one["usage"] for one in dumped["provenance"]["segments"])):
        usage["seconds"] = None
    return dumped


SCRIPTS: dict[str, tuple[str, Script]] = {
    "words around a name": (
        NOTE,
        lambda quoting: [
            findings(
                lesions=[quoting.lesion("Left-on-left sacral torsion in Anastasia Featherstonehaugh")],
                tart=[quoting.tender("Wu-Ferreira found left sacral sulcus tender")],
            )
        ],
    ),
    "words beside a name": (
        NOTE,
        lambda quoting: [
            findings(
                lesions=[quoting.lesion("Left-on-left sacral torsion")],
                tart=[quoting.tender("left sacral sulcus tender")],
            )
        ],
    ),
    "other spelling": (
        NOTE,
        lambda quoting: [findings(tart=[quoting.tender("left  SACRAL sulcus tender.")])],
    ),
    "a wrong quote": (
        NOTE,
        lambda quoting: [findings(lesions=[quoting.lesion("Right sacral torsion in Anastasia Featherstonehaugh, Wu")])],
    ),
    "no form": (
        NOTE,
        lambda quoting: [
            findings(lesions=[quoting.lesion("Left-on-left sacral torsion in Wu") | {"laterality": quoting.hide("Wu")}])
        ],
    ),
    "halves": (
        NOTE,
        lambda quoting: [
            answer("{", finish="length"),
            answer(quoting.hide("Wu and Wu-Ferreira said nothing")),
            answer(quoting.hide("Wu and Wu-Ferreira said nothing")),
            answer(quoting.hide("Wu and Wu-Ferreira said nothing")),
            findings(lesions=[quoting.lesion("sacral torsion in Anastasia Featherstonehaugh")]),
        ],
    ),
    "a transcript with names as labels": (
        TALK,
        lambda quoting: [
            findings(
                lesions=[quoting.lesion("That is a left-on-left sacral torsion, Anastasia Featherstonehaugh")],
                tart=[quoting.tender("Your sacral base is deep on the left", 3) | {"component": "asymmetry"}],
            )
        ],
    ),
}


@pytest.mark.parametrize("mode", ["schema", "tools"])
@pytest.mark.parametrize("form", ["PERSON_{}", "<P{}>", "[[a very long placeholder for the person number {}]]"])
@pytest.mark.parametrize(("text", "script"), SCRIPTS.values(), ids=SCRIPTS)
def test_the_report_of_the_document(  # noqa: PLR0913, PLR0917  # what may matter
    provider: Provider, way: Way, text: str, script: Script, form: str, mode: Mode
) -> None:
    """It is the one that is made without redaction, and no hidden word has left."""
    provider.script = script(Quoting(lambda quote: quote))
    plain = way(text, LlmReader(model="m", base_url=provider.url, policy=QUICK, mode=mode))
    assert "Featherstonehaugh" in json.dumps(provider.requests)
    provider.requests.clear()
    redactor = Words(form=form)
    provider.script = script(shown_by(redactor))
    report = way(text, LlmReader(model="m", base_url=provider.url, policy=QUICK, mode=mode, redactor=redactor))
    sent = json.dumps(provider.requests)
    assert [name for name in NAMES if name in sent] == []
    assert timeless(report) == timeless(plain)


def test_part_of_a_placeholder(provider: Provider, way: Way) -> None:
    """A quote that cuts it stands for the whole of the hidden words."""
    redactor = Words(form="THE PERSON {}")
    quoting = Quoting(lambda quote: quote)
    provider.script = [findings(lesions=[quoting.lesion("Left-on-left sacral torsion in THE PERSON")])]
    report = way(NOTE, LlmReader(model="m", base_url=provider.url, policy=QUICK, redactor=redactor))
    quote = report.extraction.lesions[0].evidence[0]
    assert quote.quote == "Left-on-left sacral torsion in Anastasia Featherstonehaugh"
    assert quote.match == "exact"
    assert report.document.text[slice(*quote.span or ())] == quote.quote


def test_codes_are_read_in_the_document(provider: Provider, way: Way) -> None:
    """A redactor may take a code for a number of somebody."""
    provider.script = [findings()]
    redactor = Words((*NAMES, "M99.04"))
    report = way(NOTE, LlmReader(model="m", base_url=provider.url, policy=QUICK, redactor=redactor))
    assert "M99.04" not in provider.asked[0]
    assert [code.code for code in report.extraction.stated_codes] == ["M99.04"]


def test_events_tell_of_the_document(provider: Provider, way: Way) -> None:
    """Places and words of every event are the document's."""
    redactor = Words(form="P{}")
    quoting = shown_by(redactor)
    provider.script = [
        answer("{", finish="length"),
        findings(tart=[quoting.tender("Wu-Ferreira found left sacral sulcus tender")]),
        findings(lesions=[quoting.lesion("sacral torsion in Anastasia Featherstonehaugh")]),
    ]
    events: list[Event] = []
    arrived: list[FindingArrived] = []
    way(
        NOTE,
        LlmReader(
            model="m",
            base_url=provider.url,
            policy=QUICK,
            redactor=redactor,
            on_event=events.append,
            on_finding=arrived.append,
        ),
    )
    assert {event.span for event in (*events, *arrived)} == {(0, len(NOTE))}
    cut = NOTE.index("A:")
    assert [event.halves for event in events if isinstance(event, SegmentSplit)] == [((0, cut), (cut, len(NOTE)))]
    read = [event.finding for event in events if isinstance(event, FindingRead)]
    assert [event.finding for event in arrived] == read
    quotes = [one.evidence[0] for one in read]
    assert [quote.quote for quote in quotes] == [
        "Wu-Ferreira found left sacral sulcus tender",
        "sacral torsion in Anastasia Featherstonehaugh",
    ]
    assert [NOTE[slice(*quote.span or ())] for quote in quotes] == [quote.quote for quote in quotes]


def test_what_differs_in_hidden_words_is_one_question(provider: Provider, way: Way, tmp_path: Path) -> None:
    """The cache sees placeholders: the same note of another person is answered from it, in that person's words."""
    provider.script = [
        findings(lesions=[Quoting(str).lesion("Left-on-left sacral torsion in PERSON_0")]),
    ]
    cache = tmp_path / "answers.db"
    first = way(NOTE, LlmReader(model="m", base_url=provider.url, cache=cache, redactor=Words()))
    others = ("Ana Bo", "Li", "Li-Gomez")
    other = NOTE
    for name, new in zip(
        ("Anastasia Featherstonehaugh", "Wu-Ferreira", "Wu"), (others[0], others[2], others[1]), strict=True
    ):
        other = other.replace(name, new)
    second = way(other, LlmReader(model="m", base_url=provider.url, cache=cache, redactor=Words(others)))
    assert len(provider.requests) == 1
    assert first.extraction.lesions[0].evidence[0].quote.endswith("in Anastasia Featherstonehaugh")
    assert second.extraction.lesions[0].evidence[0].quote.endswith("in Ana Bo")
    kept = cache.read_bytes() + b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Featherstonehaugh" not in kept
    assert b"PERSON_0" in kept


def test_a_report_in_part_is_completed(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read later joins what was read before, as if all had been read at once, though each part was redacted."""
    monkeypatch.setattr(module, "segments", lambda document: segments(document, 100))
    redactor = Words(form="THE PERSON {}")
    quoting = shown_by(redactor)

    def react(body: dict[str, Any]) -> Step:
        asked = body["messages"][-1]["content"]
        if "lines 2 to" in asked:
            return findings(tart=[quoting.tender("PERSON 2 found left sacral sulcus tender")])
        if "lines 3 to" in asked:
            return findings(lesions=[quoting.lesion("sacral torsion in Anastasia Featherstonehaugh")])
        return findings()

    def fail(body: dict[str, Any]) -> Step:
        return failure(500) if "lines 2 to" in body["messages"][-1]["content"] else react(body)

    reader = LlmReader(model="m", base_url=provider.url, policy=QUICK, redactor=redactor)
    provider.script = [react]
    whole = process(NOTE, reader=reader)
    provider.script = [fail]
    part = process(NOTE, reader=reader)
    assert [NOTE[slice(*one.span)].strip()[:2] for one in part.provenance.unread] == ["O:"]
    provider.script = [react]
    for completed in (resume(part, reader), asyncio.run(aresume(part, reader))):
        assert completed.extraction == whole.extraction
        assert completed.suggestions == whole.suggestions
        assert completed.provenance.unread == ()
        spans = [one.span for one in whole.provenance.segments]
        assert sorted({one.span for one in completed.provenance.segments}) == spans
    assert "Featherstonehaugh" not in json.dumps(provider.requests)


class Given(NamedTuple):
    """A redactor that returns what it is given, or raises it."""

    redacted: Redacted | Exception

    def redact(self, _: str) -> Redacted:
        """Return it."""
        if isinstance(self.redacted, Exception):
            raise self.redacted
        return self.redacted


BAD: dict[str, tuple[Redacted | Exception, type[Exception], str]] = {
    "a line break": (
        Redacted(NOTE.replace("Monday.\nO: Wu-Ferreira", "X"), {"X": "Monday.\nO: Wu-Ferreira"}),
        InputError,
        "hides a line break",
    ),
    "nothing": (Redacted(NOTE, {"X": ""}), InputError, "or nothing"),
    "an empty placeholder": (Redacted(NOTE, {"": "Wu"}), InputError, "or nothing"),
    "a change without a name": (Redacted(NOTE.replace("Wu", "X"), {}), InputError, "does not restore"),
    "one placeholder for two": (Redacted(re.sub(r"Wu|Monday", "X", NOTE), {"X": "Wu"}), InputError, "does not restore"),
    "a word of the document": (Redacted(NOTE.replace("Wu", "deep"), {"deep": "Wu"}), InputError, "does not restore"),
    "an error": (ValueError(NOTE), ReaderError, r"The redactor fails \(ValueError\), so nothing is sent"),
}


@pytest.mark.parametrize(("redacted", "kind", "message"), BAD.values(), ids=BAD)
def test_a_redactor_that_cannot_be_used(
    provider: Provider, way: Way, redacted: Redacted | Exception, kind: type[Exception], message: str
) -> None:
    """Nothing is sent, and the error says what to do in no word of the document."""
    with pytest.raises(kind, match=message) as raised:
        way(NOTE, LlmReader(model="m", base_url=provider.url, redactor=Given(redacted)))
    assert provider.requests == []
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)
    assert "Featherstonehaugh" not in "".join(traceback.format_exception_only(raised.value))


_TEXTS = st.text(st.sampled_from("abc .:\n"), max_size=60)


@given(
    text=_TEXTS,
    words=st.lists(st.sampled_from(["a", "ab", "bc", "b c", ": "]), unique=True, max_size=4),
    wide=st.integers(0, 9),
)
def test_offsets_go_there_and_back(text: str, words: list[str], wide: int) -> None:
    """Lines stay; a part that cuts no hidden words comes back as it was, one that does comes back with them."""
    redactor = Words(tuple(words), "X" * wide + "{}")
    redacted = redactor.redact(text) if words else Redacted(text, {})
    offsets = Alignment(text, *redacted)
    document, shown = parse(text), Redaction(parse(text), redacted).document
    assert len(shown.lines) == len(document.lines)
    assert [redactor.redact(text[slice(*line)]).text if words else text[slice(*line)] for line in document.lines] == [
        shown.text[slice(*line)] for line in shown.lines
    ]
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            there = offsets.shown((start, end))
            if there[0] == there[1]:
                continue
            back = offsets.original(there)
            assert back[1] >= end
            assert offsets.shown(back) == there
            if not offsets.hides(there):
                assert shown.text[slice(*there)] == text[slice(*back)]
