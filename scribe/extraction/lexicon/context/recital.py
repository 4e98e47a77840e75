"""Clinicians who go over an earlier visit aloud: `Last visit we had a torsion. L5 was FRS right.`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import words

_LAST = frozenset({"last", "previous", "prior"})
_PAST = frozenset({"was", "were", "had", "wasn't", "weren't", "found", "treated"})
_LONGEST_ASIDE = 4


def recitals(view: View) -> Iterator[bool]:
    """Tell for each statement whether a clinician goes on in it with what an earlier visit found.

    The first one is dated by its own words. It goes on over what the patient throws in, and ends with a question,
    with words of today, and with the first statement that is not in the past.
    """
    if view.said.isdisjoint(_PAST) or view.said.isdisjoint(_LAST | {"ago"}):
        yield from (False for _ in view.statements)
        return
    goes_on = False
    for statement in view.statements:
        said = view.norms[statement.start : statement.end]
        if statement.turn < 0 or statement.speaker == "patient" or (goes_on and len(said) <= _LONGEST_ASIDE):
            yield False
            continue
        told = _is_past(said) and not statement.asks
        yield goes_on and told
        goes_on = told and (goes_on or _is_dated(said))


def _is_past(said: list[str]) -> bool:
    return not _PAST.isdisjoint(said) and words("nowadays").isdisjoint(said)


def _is_dated(said: list[str]) -> bool:
    """Tell whether words name an earlier visit, as `last time`, `in the previous session`, `two weeks ago` do."""
    named = words("visits") | words("months")
    return "ago" in said or any(one in _LAST and other in named for one, other in pairwise(said))
