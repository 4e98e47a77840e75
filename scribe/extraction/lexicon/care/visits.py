"""Statements → how often the patient is to be treated again: `2x/wk x 4 wks`, `twice a week for a month`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Care

_WEEKS = frozenset({"wk", "wks", "week", "weeks", "month", "mo"})
_EACH = frozenset({"a", "per", "each", "every", "/", "x"})
_OFTEN = frozenset({"once", "twice", "thrice", "times", "x", "visits", "visit"})
_ADVERBS = frozenset({"weekly", "biweekly", "monthly"})
_VISITS = frozenset({"visit", "visits", "treatments", "adjustments", "sessions"})
_REACH = 3


class Frequency(NamedTuple):
    """Where a statement says how often."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""


def read_visits(scene: Scene) -> Iterator[Care]:
    """Read the visits that a plan sets, where the words name no other care that is given so often."""
    if scene.stance not in {"plan", "conclusion"} or scene.carried or not scene.by_clinician or scene.statement.asks:
        return
    said = frequency(scene)
    if said is None or _is_of_other_care(scene, said):
        return
    if scene.assertion(said) == "present":
        yield Care(
            kind="manipulation",
            timing="planned",
            regions=(),
            read_by="care.visits",
            evidence=scene.quote(*scene.cued(said, "present")),
        )


def _is_of_other_care(scene: Scene, said: Frequency) -> bool:
    """Tell whether something else is done so often, as in `gym 3x/wk` and `PT twice a week`."""
    part = scene.chunk(said)
    return bool(scene.terms("care", part=part)) or not words("done_often").isdisjoint(scene.words(part))


def frequency(scene: Scene) -> Frequency | None:
    """Return the first words of a statement that count visits by the week or month, if some do."""
    norms, end = scene.view.norms, scene.statement.end
    for index in range(scene.statement.start, end):
        if norms[index] in _ADVERBS and (_returns(scene) or not _VISITS.isdisjoint(scene.words())):
            return Frequency(index, index + 1)
        if norms[index] not in _WEEKS:
            continue
        start = index
        while start > scene.statement.start and index - start < _REACH and _counts(norms[start - 1]):
            start -= 1
        counted = norms[start:index]
        if any(word in _EACH for word in counted[-1:]) and (_OFTEN.intersection(counted) or _number(counted[0])):
            return Frequency(start, _through(scene, index + 1))
    return None


def _counts(word: str) -> bool:
    return word in _EACH | _OFTEN or _number(word)


def _number(word: str) -> bool:
    return word.removesuffix("x").isdecimal() or word in words("numbers")


def _returns(scene: Scene) -> bool:
    """Tell whether a statement speaks of seeing the patient again."""
    return not words("returning").isdisjoint(scene.words())


def _through(scene: Scene, index: int) -> int:
    """Return the index after how long it goes on, as in `x 4 wks` and `for six weeks`."""
    norms, end = scene.view.norms, scene.statement.end
    last = index
    while last < end and last - index <= _REACH and (norms[last] in {"x", "for", *_WEEKS} or _number(norms[last])):
        last += 1
    return last if norms[last - 1] in _WEEKS or _number(norms[last - 1]) else index
