"""The landmarks of the pelvic ring as the document states them: which one, on which side, how it lies.

A sentence is read word by word. A landmark takes the side and the state that
stand before it, then those behind it, as far as its clause reaches; a clause
of nothing but sides and states goes on with the landmark before it: `sulcus
deep R, shallow L`. What a sentence leaves open is not stated.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple, cast

from scribe.documents import section_at, sentence_at, turn_at
from scribe.rules.chart import Chart, once
from scribe.rules.landmark_tables import landmark_states, landmark_words, landmarks
from scribe.rules.views.mentions import mentions, says
from scribe.rules.views.notation import positions
from scribe.schema import Assertion, Document, Span

LEVEL = "level"
"""The state of a landmark that lies alike on both sides."""

OPPOSITE = {
    one: other
    for pair in (
        ("deep", "shallow"),
        ("posterior", "anterior"),
        ("inferior", "superior"),
        ("medial", "lateral"),
        ("positive", "negative"),
        ("long", "short"),
    )
    for one, other in (pair, pair[::-1])
}
"""The state that each state excludes."""

_SIDELESS = ("spring",)
_TESTS = ("seated_flexion", "standing_flexion")
_ASIDE = (
    "subjective",
    "history",
    "past_history",
    "family_history",
    "social_history",
    "review_of_systems",
    "records",
    "medications",
    "imaging",
    "plan",
    "return_precautions",
    "education",
    "consent",
    "codes",
)
"""Sections that do not report the examination."""
_NOT_NOW: tuple[Assertion, ...] = ("historical", "hypothetical", "possible", "other_person")
_FAR = 3
"""Words of other matter after which a state no longer belongs to the landmark before it."""
_AT_ONCE = 12
"""Characters within which a correction follows on what it corrects."""


class Stated(NamedTuple):
    """A landmark as the document states it."""

    landmark: str
    """The landmark."""
    side: str | None
    """`left`, `right`, `both`, or None where it has none or lies level."""
    state: str
    """How it lies, or what the test shows."""
    span: Span
    """Where the document says so."""


@once
def stated_landmarks(chart: Chart) -> tuple[Stated, ...]:
    """The landmarks as the examination before treatment found them, in the order of the document."""
    text = chart.document.text
    corrections, rechecks = mentions(chart, "correction"), _rechecks(chart)
    apart = _set_aside(chart)
    found: list[Stated] = []
    for start, end in _telling_sentences(chart, (*corrections, *rechecks)):
        if found:
            apart += [_from_here_on(chart.document, place[0]) for place in rechecks if start <= place[0] < end]
        if not any(start < until and since < end for since, until in apart):
            corrected = [place for place in corrections if start <= place[0] < end]
            if corrected and corrected[0][0] - start < _AT_ONCE:
                found = [stated for stated in found if start - stated.span[1] > _AT_ONCE]
            found += read_landmarks(text, corrected[-1][1] if corrected else start, end)
    return (*found, *_lowest_vertebra(chart))


def read_landmarks(text: str, start: int, end: int) -> Iterator[Stated]:
    """Read the landmarks that a sentence states.

    Args:
        text: The text.
        start: Where the sentence begins.
        end: Where it ends.
    """
    reading = _Reading()
    for token in _tokens().finditer(text, start, end):
        reading.take(token)
    for part in reading.parts():
        yield from part.stated()


def _lowest_vertebra(chart: Chart) -> Iterator[Stated]:
    """The side to which L5 is rotated."""
    for _, span, position in positions(chart):
        if position.segment.upper() == "L5":
            yield Stated("l5", position.rotation, "rotated", span)


def _telling_sentences(chart: Chart, cues: Iterable[Span]) -> Iterator[Span]:
    """The sentences that may name a landmark, or hold a cue, as far as the clinician reports them of now."""
    sentences = (
        sentence_at(chart.document, start) for start, _ in sorted((*mentions(chart, "pelvic_landmark"), *cues))
    )
    for sentence in dict.fromkeys(sentences):
        if sentence is not None and _reports(chart.document, sentence):
            yield sentence


def _reports(document: Document, sentence: Span) -> bool:
    start, end = sentence
    turn, section = turn_at(document, start), section_at(document, start)
    return not (
        (turn is not None and turn.speaker in ("patient", "other"))
        or (section is not None and section.name in _ASIDE)
        or document.text.endswith("?", start, end)
        or says(document.text[start:end], "another_time")
    )


def _rechecks(chart: Chart) -> list[Span]:
    """Where something is examined once more; whoever comes for a recheck, or will, is not being treated."""
    text = chart.document.text.lower()
    return [
        (start, end)
        for start, end in mentions(chart, "recheck")
        if not text[:start].endswith(("for ", "for a ")) and not text.startswith((" in ", " visit", " next"), end)
    ]


def _set_aside(chart: Chart) -> list[Span]:
    """Stretches that do not tell how the patient was before treatment: of other times or people, and afterwards."""
    others = [
        evidence.span
        for finding in chart.extraction.tart
        if finding.assertion in _NOT_NOW
        for evidence in finding.evidence
        if evidence.span is not None
    ]
    treated = mentions(chart, "after_treatment")
    return [*others, *(_from_here_on(chart.document, start) for start, _ in treated)]


def _from_here_on(document: Document, start: int) -> Span:
    """From a place to the end of its section, or of the conversation."""
    section = section_at(document, start)
    return start, len(document.text) if section is None or document.turns else section.span[1]


class _Part:
    """One landmark of a sentence, and what is said of it."""

    def __init__(self, landmark: str, span: Span) -> None:
        self.landmark = landmark
        self.side: str | None = None
        self.states: list[str] = []
        self.start, self.end = span
        self.joined = False
        self.followed = False

    def take(self, token: re.Match[str]) -> bool:
        """Take a word as the side or a state, unless it is neither or there is one already."""
        word = token[0].lower()
        side = _sides().get(word)
        taken = self._take_side(side) if side else self._take_states(_states().get((self.landmark, word), ()))
        if taken:
            self.start, self.end = min(self.start, token.start()), max(self.end, token.end())
        return taken

    def _take_side(self, side: str) -> bool:
        if self.side is not None:
            return side == "both"
        self.side = side
        return True

    def _take_states(self, states: Iterable[str]) -> bool:
        new = [it for it in states if not {it, OPPOSITE.get(it, it)} & {*self.states} and LEVEL not in self.states]
        self.states += new
        return bool(new)

    def stated(self) -> Iterator[Stated]:
        """What is stated, as far as it is complete."""
        for state in self.states:
            side = self.side
            if self.landmark in _SIDELESS or state == LEVEL:
                side = None
            elif self.landmark in _TESTS and side in (None, "both"):
                # On both sides a positive test is equivocal, and a negative one says that no side is restricted.
                side = "both" if state == "negative" else None
            if side is not None or self.landmark in _SIDELESS or state == LEVEL:
                yield Stated(self.landmark, side, state, (self.start, self.end))


class _Reading:
    """A sentence on the way: the landmarks so far, and the words that wait for one."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self._current: _Part | None = None
        self._last: _Part | None = None
        self._waiting: list[re.Match[str]] = []
        self._strange = 0
        self._silent = False
        self._abroad = False
        self._joins = False

    def take(self, token: re.Match[str]) -> None:
        """Go on by a word."""
        word, role = token[0].lower(), _role(token)
        if role in landmarks():
            self._begin(role, token)
        elif role in ("stop", "join"):
            self._end_clause(joins=role == "join")
        elif role == "elsewhere":
            self._leave()
        elif role != "strange" and (word in _sides() or word in _state_words()):
            self._hold(token, role)
        else:
            self._pass(role)
        self._silent |= role in ("negation", "comparison")

    def parts(self) -> list[_Part]:
        """The landmarks of the whole sentence."""
        self._end_clause(joins=False)
        for one, following in pairwise(self._parts):
            alike = one.side is None or following.side in (None, one.side)
            if following.joined and alike and not one.states and not one.followed:
                one.side = following.side = following.side or one.side
                one.states = [it for it in following.states if it in _possible()[one.landmark]]
                one.end = following.end
        return self._parts

    def _begin(self, landmark: str, token: re.Match[str]) -> None:
        if self._abroad and landmark in _SIDELESS:
            # Ribs and vertebrae are sprung as well.
            return
        part = _Part(landmark, token.span())
        part.joined, self._joins = self._joins, False
        for word in reversed(self._waiting):
            part.take(word)
        self._parts.append(part)
        self._current = self._last = part
        self._waiting, self._strange, self._abroad = [], 0, False

    def _hold(self, token: re.Match[str], role: str) -> None:
        """Give a side or a state to the landmark before it; what that has already waits for the next."""
        if role != "negation":
            if self._silent or self._abroad:
                return
            near = self._current is not None and self._strange <= _FAR and not self._waiting
            if near and self._current is not None and self._current.take(token):
                return
        self._waiting.append(token)

    def _pass(self, role: str) -> None:
        """Go past a word that says nothing of a landmark."""
        if self._current is not None:
            self._current.followed = True
        if role == "strange":
            self._strange += 1
            self._waiting.clear()

    def _end_clause(self, *, joins: bool) -> None:
        if joins and self._current is None and not self._strange:
            return
        if self._current is None and self._strange:
            self._last = None
        elif self._last is not None and self._strange <= _FAR:
            self._go_on(self._last)
        self._joins = joins and self._current is not None
        self._current, self._waiting, self._strange, self._silent, self._abroad = None, [], 0, False, False

    def _leave(self) -> None:
        """Go to another part of the body, of which the next words speak."""
        self._end_clause(joins=False)
        self._last, self._abroad = None, True

    def _go_on(self, last: _Part) -> None:
        """Read sides and states that have no landmark of their own on the one before them."""
        waiting = [word for word in self._waiting if _roles().get(word[0].lower()) != "negation"]
        sides = {_sides()[word[0].lower()] for word in waiting if word[0].lower() in _sides()}
        if last.side is not None and sides - {last.side, "both"}:
            last = _Part(last.landmark, (last.start, last.end))
            self._parts.append(last)
        for word in waiting:
            last.take(word)


def _role(token: re.Match[str]) -> str:
    """The part of a word in reading: a landmark, or what it does to one."""
    kind = cast("str", token.lastgroup)
    if kind in ("word", "sign"):
        return _roles().get(token[0].lower(), "" if token[0].lower() in _state_words() | _sides().keys() else "strange")
    return {"end": "stop", "vertebra": "elsewhere", "remark": "strange"}.get(kind, kind)


@cache
def _sides() -> dict[str, str]:
    return {word: side for side in ("left", "right", "both") for word in landmark_words()[side]}


@cache
def _states() -> dict[tuple[str, str], tuple[str, ...]]:
    """What a word says of a landmark."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for landmark, state, words in landmark_states():
        for word in words:
            found[landmark, word] = (*found.get((landmark, word), ()), state)
    return found


@cache
def _state_words() -> frozenset[str]:
    return frozenset(word for _, word in _states())


@cache
def _possible() -> dict[str, frozenset[str]]:
    """The states that a landmark may have."""
    return {key: frozenset(state for landmark, state, _ in landmark_states() if landmark == key) for key in landmarks()}


@cache
def _roles() -> dict[str, str]:
    """The part of each word in reading; a word that is not listed is strange to landmarks."""
    roles = ("plain", "join", "stop", "elsewhere", "negation", "comparison")
    return {word: role for role in roles for word in landmark_words()[role]}


@cache
def _tokens() -> re.Pattern[str]:
    named = "|".join(f"(?P<{key}>{it.pattern})" for key, it in landmarks().items() if it.pattern)
    words = {*_roles(), *_sides(), *_state_words()}
    signs = _listed(word for word in words if not word[0].isalpha())
    phrases = _listed(word for word in words if word[0].isalpha() and not word.isalpha())
    vertebra = r"[ctls][ -]?(?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    remark = r"(?:all |al)right\b|right(?= now| here| there| away| over| around|\?)|right so\b"
    border = r"[,;|()\n]|\.(?!\w)|[ ][-\u2013\u2014]+[ ]"
    return re.compile(
        rf"\b(?:{named})\b|\b(?P<vertebra>{vertebra})|\b(?P<remark>{remark})"
        rf"|(?P<sign>{signs})|\b(?P<word>(?:{phrases})(?!\w)|[a-z]+(?:'[a-z]+)?)|(?P<end>{border})",
        re.IGNORECASE,
    )


def _listed(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
