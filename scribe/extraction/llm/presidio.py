"""Redaction by presidio: its analyzer says what is personal, and that is hidden.

Nothing of presidio is imported here: the host makes the analyzer, with the models that it has.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple, Protocol

from scribe.extraction.llm.redaction import Redacted

_LINE = re.compile(r"[^\r\n]+")


class Found(Protocol):
    """What an analyzer found."""

    entity_type: str
    start: int
    end: int
    score: float


class Analyzer(Protocol):
    """What of presidio's `AnalyzerEngine` is used."""

    def analyze(
        self, text: str, language: str, entities: list[str] | None = None, *, score_threshold: float | None = None
    ) -> Iterable[Any]:
        """Find personal words."""


class _Hidden(NamedTuple):
    start: int
    end: int
    kind: str


class PresidioRedactor:
    """Hides what presidio finds personal, such as `PERSON_1`: each wording by one placeholder."""

    def __init__(
        self,
        analyzer: Analyzer,
        *,
        entities: Sequence[str] | None = None,
        language: str = "en",
        score: float | None = None,
    ) -> None:
        """Take an analyzer.

        Args:
            analyzer: A presidio `AnalyzerEngine`.
            entities: Kinds of words to hide, such as `PERSON`. Name them: a general model takes `L5` for a name or a
                place, and a level that is hidden is a level that is not read. All that it knows when not given.
            language: The language of the text.
            score: The least confidence of what is hidden; the analyzer's own when not given.
        """
        self._analyzer = analyzer
        self._entities = list(entities) if entities is not None else None
        self._language = language
        self._score = score

    def redact(self, text: str) -> Redacted:
        """Put placeholders in the place of personal words; a line break among them stays."""
        found = self._analyzer.analyze(text, self._language, self._entities, score_threshold=self._score)
        places: dict[tuple[str, str], str] = {}
        numbers: dict[str, Iterator[int]] = {}
        shown: list[str] = []
        end = 0
        for one in _in_lines(text, _apart(found)):
            words = text[one.start : one.end]
            key = (one.kind, words)
            if key not in places:
                numbered = (f"{one.kind}_{number}" for number in numbers.setdefault(one.kind, count(1)))
                places[key] = next(place for place in numbered if place not in text)
            shown += [text[end : one.start], places[key]]
            end = one.end
        return Redacted("".join([*shown, text[end:]]), {place: words for (_, words), place in places.items()})


def _apart(found: Iterable[Found]) -> Iterator[_Hidden]:
    """Yield what was found, in order; what overlaps as one, of the kind that begins first and is the longest."""
    whole: _Hidden | None = None
    for one in sorted(found, key=lambda one: (one.start, -one.end, -one.score, one.entity_type)):
        if whole and one.start < whole.end:
            whole = whole._replace(end=max(whole.end, one.end))
            continue
        if whole:
            yield whole
        whole = _Hidden(one.start, one.end, one.entity_type)
    if whole:
        yield whole


def _in_lines(text: str, hidden: Iterable[_Hidden]) -> Iterator[_Hidden]:
    """Divide what goes over several lines, so that each line stays one."""
    for one in hidden:
        for part in _LINE.finditer(text, one.start, one.end):
            yield _Hidden(*part.span(), one.kind)
