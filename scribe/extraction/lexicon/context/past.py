"""Years and ages that date what is told: `disc herniation 2011`, `fracture aged 19`, `scoliosis as a teenager`."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_LIFE = 3
_OPENING = 2
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "previous", "earlier"})
_WHEN = frozenset({"when"})
_OPERATIONS = frozenset({
    "surgery", "operation", "fusion", "discectomy", "microdiscectomy", "laminectomy", "decompression", "procedure",
})  # fmt: skip
_STAYING = frozenset({"still", "unchanged", "persists", "remains", "same"})
_OPERATED = 4
AGE = frozenset({"age", "aged"})
"""Words that a number follows which is an age."""


def preoperative(said: list[str]) -> bool:
    """Tell whether words tell of the time before an operation, as in `you had a foot drop before the surgery`.

    Args:
        said: The words of a statement.
    """
    if "before" not in said or not _STAYING.isdisjoint(said):
        return False
    at = said.index("before")
    return not _OPERATIONS.isdisjoint(said[at + 1 : at + 1 + _OPERATED])


def is_year(word: str) -> bool:
    """Tell whether a word is a year of living memory."""
    return word[:2] in {"19", "20"} and len(word) == 4 and word.isdecimal()  # noqa: PLR2004  # the digits of a year


@lru_cache(maxsize=1)
def _year_places(view: View) -> list[int]:
    """Return where a document names years."""
    return view.indices(frozenset(filter(is_year, view.said)))


@lru_cache(maxsize=1)
def _years(view: View) -> Counter[str]:
    """Return how often a document names each year."""
    return Counter(view.norms[index] for index in _year_places(view))


def past_years(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a bare year as the date of what stands before it, as in `disc herniation 2011`."""
    places = _year_places(view)
    for index in places[bisect_left(places, statement.start) : bisect_left(places, statement.end)]:
        said = view.norms[_part_start(view.norms, statement.start, index) : index]
        dated = bool(said) and said[-1] not in {"/", "-", "since", "onset"} and not words("lasting").intersection(said)
        if dated and not is_current(view, index):
            told = {"in", "of"}.intersection(said[-1:]) and view.norms[index + 1 : index + 2] in (["for"], ["with"])
            opens = bool(told) and not words("seen_then").isdisjoint(said)
            yield Cue(index, index + 1, "before" if opens else "year", "historical", view.norms[index])


def _part_start(norms: list[str], start: int, index: int) -> int:
    """Return where the entry of a list begins that a date stands in, as behind the `;` of `L4 2014; L5 2015`."""
    while index > start and norms[index - 1] not in {";", ":"}:
        index -= 1
    return index


@lru_cache(maxsize=1)
def _age_places(view: View) -> list[int]:
    """Return where a document names ages and times of life."""
    return view.indices(words("life") | AGE | _WHEN)


def past_ages(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an age as the date of what stands before it, as in `fracture aged 19` and `scoliosis as a teenager`."""
    places = _age_places(view)
    ages = places[bisect_left(places, statement.start) : bisect_left(places, statement.end)]
    for at in ages:
        part = next(chunk for chunk in statement.chunks if at < chunk.end)
        said = view.norms[part.start : part.end]
        index = at - part.start
        if index < 0 or words("lasting").intersection(said):
            continue
        if said[index] in _WHEN:
            if was := _aged(said, index):
                yield Cue(at, at + was, "before" if index <= _OPENING else "year", "historical", said[index])
        elif said[index] not in AGE:
            if span := life(said, index):
                role = "before" if at - span - statement.start <= _OPENING else "year"
                yield Cue(at - span, at + 1, role, "historical", said[index])
        elif any(word.isdecimal() or word in words("ages") for word in said[index + 1 : index + 3]):
            yield Cue(at, at + 2, "year", "historical", said[index])


def _aged(said: list[str], when: int) -> int:
    """Return how many words tell of an age, as in `when I was nineteen`, unlike in `when I was 2 hours in`; or 0."""
    following = said[when + 1 : when + 5]
    if following[1:2] not in (["was"], ["were"]):
        return 0
    aged = following[2:3]
    measured = words("durations").intersection(following[3:4]) and said[when + 5 : when + 6] not in (["old"], ["of"])
    return 4 if aged and (aged[0].isdecimal() or aged[0] in words("ages")) and not measured else 0


def life(said: list[str], index: int) -> int:
    """Return how many words before a time of life name it, as the two of `as a teenager`."""
    for back in range(1, min(_LIFE, index) + 1):
        between = said[index - back + 1 : index]
        ordinal = bool(_ORDINALS.intersection(between))
        if said[index - back] in {"in", "as", "during"} and (ordinal or said[index - back] != "during"):
            # Who is pregnant now has pain in pregnancy; only another pregnancy is past.
            return back if ordinal or said[index] != "pregnancy" else 0
    return 0


def is_current(view: View, index: int) -> bool:
    """Tell whether a year is the document's own: the last one it names, and named elsewhere too."""
    year, years = view.norms[index], _years(view)
    return year == max(years) and years[year] > 1
