"""Denials: the plain words that deny, wherever they stand, as in `is not full` and `the exam does not bear this out`.

Any room may ask whether words deny; what a denial does to the other cues of its statement is the matter of negations.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.tokens import KEPT, Item
from scribe.extraction.lexicon.words.vocabulary import words

_EMBEDDED = 8
_VERB = 3
_TRACE = 4
_PARTICLES = frozenset({"not", "cannot", "never", "longer", "fails", "fail", "failed", "n't"})
_ANAPHORS = frozenset({"it", "this", "that", "them", "these", "those", "any", "one"})
_AFTER_ANAPHOR = frozenset({"out", "up", "here", "there", "anymore", "anywhere", "any", "either", "again", "or", "but"})
OF_WHAT = frozenset({"for", "of", "to", "from", "about", "behind"})
"""Small words between a trace, a lack or a remedy and what it is one of, as in `no evidence of it`."""
REFUSING = frozenset({"no", "nor", "neither", "agree", "disagree", "disagrees", "disagreed"})
"""Words of which a denial of what was named before has one, if it has no particle."""


def is_negated(view: View, statement: Statement, mention: Item) -> bool:
    """Tell whether a mention is denied right before it, as in `is not full`, or as in `it is not true that it is`."""
    norms, start = view.norms, mention.start
    while start > statement.start and norms[start - 1] in words("light"):
        start -= 1
    if start > statement.start and is_particle(norms[start - 1]):
        return True
    if _is_one_of_none(norms[statement.start : start]):
        return True
    before = norms[max(statement.start, mention.start - _EMBEDDED) : mention.start]
    held = next((index for index, word in enumerate(before) if word in words("held_true")), 0)
    return "," not in before and any(is_particle(word) for word in before[max(0, held - 2) : held])


def _is_one_of_none(before: list[str]) -> bool:
    """Tell whether all do what none fails to do, as in `not one joint that is not stiff`."""
    related = before[-2:-1] in (["that"], ["which"]) and before[-1] in words("be_forms")
    return related and bool({"no", "not", "none", "nothing", "hardly", "scarcely"}.intersection(before))


@lru_cache(maxsize=KEPT)
def is_particle(word: str) -> bool:
    """Tell whether a word denies the verb beside it."""
    return word in _PARTICLES or word.endswith("n't")


def is_not(word: str) -> bool:
    """Tell whether a word is a plain `not`, alone or at the end of a verb, as in `isn't`."""
    return word == "not" or word.endswith("n't")


def denies(said: Iterable[str]) -> bool:
    """Tell whether words deny anything, be it by a no or beside a verb, as in `No.` and `That isn't sore.`."""
    return denies_by(said, words("denials"))


def denies_by(said: Iterable[str], denying: AbstractSet[str]) -> bool:
    """Tell whether words hold a plain `not`, or one of the words that deny where they stand.

    Args:
        said: The words.
        denying: What else denies there.
    """
    return any(word in denying or is_not(word) for word in said)


def particles(said: frozenset[str]) -> frozenset[str]:
    """Return those of some words that deny the verb beside them."""
    return (said & _PARTICLES).union(word for word in said if word.endswith("n't"))


def denies_it(view: View, part: Item) -> bool:
    """Tell whether a part denies what was named before it, as in `the exam does not bear this out`.

    Args:
        view: The document's words.
        part: Some words that name no finding.
    """
    norms = view.norms
    for at in range(part.start, part.end):
        if norms[at] == "no" and _is_trace_of_it(norms[at + 1 : part.end]):
            return True
        if norms[at] in {"agree", "disagree", "disagrees", "disagreed"} and _rejects(norms, at, part):
            return True
        if is_particle(norms[at]) or norms[at] in {"nor", "neither"}:
            after = norms[at + 1 : min(at + 1 + _VERB, part.end)]
            verb = next((index for index, word in enumerate(after) if word in words("bearing_out")), None)
            if verb is not None and _ends_in_anaphor(norms[at + verb + 2 : min(at + verb + 5, part.end)]):
                return True
    return False


def _rejects(norms: list[str], at: int, part: Item) -> bool:
    """Tell whether somebody does not agree, and that is all that is said: `I do not agree`, `she disagrees`."""
    denied = norms[at].startswith("disagree") or any(map(is_particle, norms[max(part.start, at - 2) : at]))
    return denied and (at + 1 >= part.end or not norms[at + 1][0].isalnum())


def _is_trace_of_it(said: list[str]) -> bool:
    """Tell whether words after a no name a trace of what was named, as in `no evidence of it today`."""
    opening = [word for word in said[: _TRACE + 1] if word not in words("degree")]
    traced = opening[:1] and opening[0] in words("traces") and opening[1:2] and opening[1] in OF_WHAT
    return bool(traced) and _ends_in_anaphor(said[said.index(opening[1]) + 1 :][:_TRACE])


def _ends_in_anaphor(said: list[str]) -> bool:
    """Tell whether an object stands for itself, as in `this out` and `that today`, unlike in `those pictures`."""
    at = next((index for index, word in enumerate(said[:2]) if word in _ANAPHORS), None)
    if at is None or "else" in said:
        return False
    following = said[at + 1 : at + 2]
    return not following or not following[0][0].isalnum() or following[0] in words("after_end") | _AFTER_ANAPHOR
