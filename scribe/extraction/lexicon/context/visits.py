"""Earlier visits that date what stands before them: `T4 was ERS right last time`, `the rib was out in March`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_LAST = frozenset({"last", "previous", "prior"})
_AT = frozenset({"at", "on", "in", "the", "our", "your", "her", "his", "my", "back"})
_STOPS = frozenset({".", ",", ";", "!", "?", "and", "but", "so", "though", "-", ")", "comma", "period", "then"})
_PAST = frozenset({"was", "were", "had", "wasn't", "weren't"})
_CLAUSE = 8


@lru_cache(maxsize=1)
def _places(view: View) -> list[int]:
    """Return where a document names visits, months and days."""
    return view.indices(words("visits") | words("months"))


def past_visits(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an earlier visit as the date of what stands before it in the clause of a clinician."""
    if statement.speaker == "patient" or statement.asks:
        return
    places = _places(view)
    for index in places[bisect_left(places, statement.start) : bisect_left(places, statement.end)]:
        start = index - 1
        if start <= statement.start or (index + 1 < statement.end and view.norms[index + 1] not in _STOPS):
            continue
        last = view.norms[start] in _LAST
        while start > statement.start and view.norms[start - 1] in _AT:
            start -= 1
        said = view.norms[max(statement.start, start - _CLAUSE) : start]
        visit = last and view.norms[index] in words("visits")
        month = view.norms[index] in words("months") and view.norms[index - 1] in {"in", "on", "last"}
        dated = visit or (month and _is_told(view, statement, said))
        lasts = not words("lasting_on").isdisjoint(said)
        if dated and start > statement.start and not lasts and words("held_against").isdisjoint(said[-1:]):
            yield Cue(start, index + 1, "year", "historical", view.norms[index])


@lru_cache(maxsize=1)
def _strokes(view: View) -> list[int]:
    """Return where the strokes of a document stand, which join the numbers of a date."""
    return view.indices(frozenset("/"))


def past_dates(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a day of a note as the date of what stands before it, as in `C5 was tender on 4/21`."""
    if statement.turn >= 0:
        return
    places = _strokes(view)
    for at in places[bisect_left(places, statement.start) : bisect_left(places, statement.end)]:
        opens = view.norms[at - 2 : at - 1] == ["on"] and at - 2 > statement.start
        day = view.norms[at - 1 : at] + view.norms[at + 1 : at + 2]
        said = view.norms[max(statement.start, at - 2 - _CLAUSE) : at - 2]
        if opens and all(number.isdecimal() for number in day) and _is_told(view, statement, said):
            yield Cue(at - 2, at + 2, "year", "historical", "on")


def _is_told(view: View, statement: Statement, said: list[str]) -> bool:
    """Tell whether a clause tells of the past, and not of a study that was made then."""
    studies = any(hit.term.role == "modality" for hit in view.terms("imaging", statement))
    return not _PAST.isdisjoint(said) and not studies


def names_earlier_visit(norms: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words name an earlier visit, as in `which wasn't there last time`."""
    named = words("visits") | words("months")
    return any(norms[at] in _LAST and norms[at + 1] in named for at in range(start, end - 1))
