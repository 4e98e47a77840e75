"""The positional diagnoses of sacrum and innominate, and the landmarks that do not go with them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from scribe.rules.chart import Chart, lesions, once
from scribe.rules.landmark_tables import (
    ExpectedLandmark,
    PositionalDiagnosis,
    expected_landmarks,
    landmarks,
    positional_diagnoses,
)
from scribe.rules.views.landmarks import LEVEL, OPPOSITE, Stated, stated_landmarks
from scribe.rules.views.mentions import quoted, sentence_of
from scribe.schema import Evidence, Laterality, Lesion, Span

_RING = ("sacral", "pelvic")
_OTHER = {"left": "right", "right": "left"}
_UNRELATED_TO_LEVEL = ("medial", "lateral")
_BORDERS = r"[,;.\n]| and | with "
_LIMITS = r"\b(?:restrict|limit|decreas|reduc|resist|loss|lack|won't|cannot|not\b|last |previous|prior)"
"""Words of motion that is lacking, or of another day."""


class Position(NamedTuple):
    """A positional diagnosis of a bone of the pelvic ring, as a lesion states it."""

    at: str
    """Path of the lesion."""
    key: str
    """Its key in the tables."""
    bone: str
    """`sacrum` or `innominate`."""
    side: str
    """The side that it is named for; empty where it is named for both."""
    words: str
    """The diagnosis in words."""
    span: Span
    """Where the document states it."""

    def expected(self) -> tuple[ExpectedLandmark, ...]:
        """Its landmarks, with their sides."""
        sides = {"same": self.side, "other": _OTHER.get(self.side, "")}
        return tuple(it._replace(side=sides.get(it.side, it.side)) for it in expected_landmarks()[self.key])


class Mismatch(NamedTuple):
    """A positional diagnosis and the landmarks that speak against it."""

    position: Position
    """The diagnosis."""
    expected: tuple[ExpectedLandmark, ...]
    """The landmarks as the diagnosis has them."""
    stated: tuple[Stated, ...]
    """The same landmarks as the document has them."""

    def message(self) -> str:
        """The mismatch in words."""
        has = _listed(_words(it.landmark, it.side, it.state) for it in self.expected)
        found = _listed(_words(it.landmark, it.side or "both", it.state) for it in self.stated)
        return (
            f"A {self.position.words} has {has}; the document has {found}. "
            "Confirm the diagnosis, or correct the landmark that is mistaken."
        )


def mismatches(chart: Chart, bone: str) -> Iterator[tuple[Mismatch, tuple[Evidence, ...]]]:
    """The positional diagnoses of a bone that its landmarks contradict, with the quotes of both."""
    stated = stated_positions(chart)
    for position in stated:
        # Two innominates share one comparison of sides: what the other one explains is not held against this one.
        others = [it for it in stated if it is not position and bone == "innominate"]
        mismatch = _mismatch(position, others, stated_landmarks(chart)) if position.bone == bone else None
        if mismatch is not None:
            spans = dict.fromkeys((position.span, *(it.span for it in mismatch.stated)))
            yield mismatch, tuple(quoted(chart.document, span) for span in spans)


def _mismatch(position: Position, others: Iterable[Position], stated: tuple[Stated, ...]) -> Mismatch | None:
    explained = [expected for other in others for expected in other.expected()]
    wrong: dict[ExpectedLandmark, list[Stated]] = {}
    for expected in position.expected():
        # A landmark that the document also states as expected is stated in two ways: it decides nothing.
        if not any(_bears_out(expected, it) for it in stated):
            against = [it for it in stated if _contradicts(expected, it)]
            wrong[expected] = [it for it in against if not any(_bears_out(other, it) for other in explained)]
    found = tuple(dict.fromkeys(it for several in wrong.values() for it in several))
    return Mismatch(position, tuple(it for it, several in wrong.items() if several), found) if found else None


def _bears_out(expected: ExpectedLandmark, stated: Stated) -> bool:
    return _compares(expected, stated) and not _contradicts(expected, stated)


def _contradicts(expected: ExpectedLandmark, stated: Stated) -> bool:
    """Whether a landmark cannot be as stated where the diagnosis holds; sides are compared with each other."""
    if not _compares(expected, stated):
        return False
    one_sided = expected.side in _OTHER
    if stated.state == LEVEL:
        return one_sided
    reverse = stated.state != expected.state
    if not one_sided:
        return reverse
    return stated.side == "both" or reverse == (stated.side == expected.side)


def _compares(expected: ExpectedLandmark, stated: Stated) -> bool:
    """Whether both speak of the same direction of the same landmark."""
    if stated.landmark != expected.landmark:
        return False
    if stated.state == LEVEL:
        return expected.state not in _UNRELATED_TO_LEVEL
    return expected.state in (stated.state, OPPOSITE.get(stated.state))


@once
def stated_positions(chart: Chart) -> tuple[Position, ...]:
    """The positional diagnoses of the stated lesions, each once."""
    found: dict[tuple[str, str], Position] = {}
    for at, lesion in lesions(chart):
        if lesion.region in _RING:
            for position in _positions_of(chart, at, lesion):
                found.setdefault((position.key, position.side), position)
    return tuple(found.values())


def _positions_of(chart: Chart, at: str, lesion: Lesion) -> Iterator[Position]:
    """The positional diagnoses in the quotes of a lesion, or else in the sentences of these."""
    spans = [evidence.span for evidence in lesion.evidence if evidence.span is not None]
    for several in (spans, [sentence_of(chart.document, span) for span in spans]):
        found = [it for span in several for it in _read(chart, at, span, lesion.laterality)]
        if found:
            yield from found
            return


def _read(chart: Chart, at: str, span: Span, laterality: Laterality | None) -> Iterator[Position]:
    for clause in _borders().split(_plain(chart.document.text[slice(*span)])):
        said = clause.lower()
        sides = {side for side in _OTHER if side in said.split()} or {laterality or ""}
        for diagnosis in positional_diagnoses():
            if not any(stem in said for stem in diagnosis.stems.split()):
                continue
            found = _pattern(diagnosis).search(clause)
            if found is None or _limits().search(clause):
                continue
            own = {side.lower() for side in found.groups() if side} or sides
            side = next(iter(own)) if len(own) == 1 else ""
            if "{side}" not in diagnosis.name or side in _OTHER:
                words = diagnosis.name.format(side=side, other=_OTHER.get(side, ""))
                yield Position(at, diagnosis.key, diagnosis.bone, side, words, span)


def _plain(text: str) -> str:
    """The words with their sides spelled out and their hyphens gone."""
    words = re.sub(r"[\s-]+", " ", text.replace("\n", " "))
    words = _initials().sub(lambda found: f"{found[1]} on {found[2]}", words)
    return _letters().sub(lambda letter: "left" if letter[0] in "lL" else "right", words)


def _words(landmark: str, side: str, state: str) -> str:
    shown = landmarks()[landmark]
    return (shown.both if side in ("", "both") else shown.one).format(side=side, state=state)


def _listed(words: Iterable[str]) -> str:
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} and {last}" if most else last


@cache
def _pattern(diagnosis: PositionalDiagnosis) -> re.Pattern[str]:
    gap = r"(?: [\w']+){0,4}? "
    return re.compile(rf"\b(?:{diagnosis.pattern.replace('~', gap)})\b", re.IGNORECASE)


@cache
def _borders() -> re.Pattern[str]:
    return re.compile(_BORDERS, re.IGNORECASE)


@cache
def _limits() -> re.Pattern[str]:
    return re.compile(_LIMITS, re.IGNORECASE)


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"\b(?:l|lt|r|rt)\b", re.IGNORECASE)


@cache
def _initials() -> re.Pattern[str]:
    """`LOL` or `LonR`: rotation and axis in one word."""
    return re.compile(r"\b([LR])(?:O|on)([LR])\b")
