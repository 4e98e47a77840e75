"""Tissues that a statement clears of a narrowing: `the disc plays no part in it`, `and the bony walls are regular`."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import is_particle
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_SUBJECT = 7
"""Words from a tissue to what its clause says of it."""
_PREDICATE = 8
_BEFORE = 6
_DESCRIBED = 2
_BLAMED = 3
_NONE = frozenset({"no", "nothing", "none", "neither", "nor", "without", "hardly", "little", "cannot", "free"})
_NOT_ALL = frozenset({"only", "just", "alone", "sole", "merely", "solely"})
_COUNTER = frozenset({
    ("rather", "than"), ("instead", "of"), ("opposed", "to"), ("distinct", "from"), ("nothing", "of"), ("exonerates", "the"),
})  # fmt: skip
"""Words that set a tissue against the one that narrows."""
_ENDS = frozenset({",", ";", ".", "but", "(", ")", "which", "while", "whereas", "comma", "period"})
_ARTICLES = frozenset({"the", "a", "an", "any", "your", "his", "her"})
_LINKS = frozenset({"and", "or", "nor", "&", "/"})
_FROM = frozenset({"with", "from", "by", "due", "into", "on", "at"})
"""Words behind a tissue with which its clause goes on to something else."""


def uncleared(view: View, statement: Item, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out the tissues that the words around them clear.

    Args:
        view: The document's words.
        statement: The statement that names them.
        hits: What it names as possible mechanisms, in order.
    """
    if words("sound").isdisjoint(view.said) and words("in_blame").isdisjoint(view.said):
        return [hit for hit in hits if not _is_set_aside(view.norms, statement, hit)]
    starts = {hit.start for hit in hits}
    blamed: list[Hit] = []
    listed = False
    for at in reversed(range(len(hits))):
        hit = hits[at]
        joined = at + 1 < len(hits) and _is_joined(view.norms, hit, hits[at + 1], in_list=listed)
        shared = joined and hits[at + 1] not in blamed and not _is_caused_by(view.norms, statement, hit)
        listed = joined
        if not (
            shared or _is_set_aside(view.norms, statement, hit) or _is_spared(view.norms, statement, hit, starts)
        ):
            blamed.append(hit)
    return blamed[::-1]


def _is_joined(norms: list[str], hit: Hit, following: Hit, *, in_list: bool) -> bool:
    """Tell whether a tissue is named in one list with the next: `disc and ligament`, `bone, disc and ligament`."""
    between = [word for word in norms[hit.end : following.start] if word not in _ARTICLES]
    return between in (["and"], ["or"], ["nor"], ["&"], ["/"]) or (in_list and between == [","])


def _is_caused_by(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether a tissue stands right behind a word of cause, as in `due to osteophytes`."""
    before = norms[max(statement.start, hit.start - _BLAMED) : hit.start]
    return not words("causing").isdisjoint(before) and "," not in before


def _is_spared(norms: list[str], statement: Item, hit: Hit, starts: Collection[int]) -> bool:
    """Tell whether the clause of a tissue finds it sound or without a part in it: `the disc is blameless`."""
    for at in range(hit.end, min(statement.end, hit.end + _SUBJECT)):
        if norms[at] in _ENDS | _LINKS | _FROM or at in starts:
            return False
        if _is_verb(norms[at]) or norms[at] in words("sound") | words("open") | {":", "no", "not"}:
            return _clears(_clause(norms, at, statement.end, starts))
    return False


def _is_verb(word: str) -> bool:
    return word in words("be_forms") | words("plays") | words("in_blame") or is_particle(word)


def _clause(norms: list[str], start: int, end: int, starts: Collection[int]) -> list[str]:
    """Return the words of a predicate, up to the next part or tissue."""
    until = start
    while until < min(end, start + _PREDICATE) and norms[until] not in _ENDS and until not in starts:
        until += 1
    return norms[start:until]


def _clears(said: Sequence[str]) -> bool:
    """Tell whether a predicate finds a tissue sound or denies its part."""
    denied = any(word in _NONE or is_particle(word) for word in said)
    if denied:
        return not words("in_blame").isdisjoint(said) and _NOT_ALL.isdisjoint(said)
    return not (words("sound") | words("open")).isdisjoint(said)


def _is_set_aside(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether the words before a tissue clear it: `not by the disc`, `nothing wrong with the bone`."""
    start = hit.start
    while start > max(statement.start, hit.start - _BEFORE) and norms[start - 1] not in _ENDS:
        start -= 1
    before = norms[start : hit.start]
    if not before:
        return False
    if not words("sound").isdisjoint(before[-_DESCRIBED:]) or not _COUNTER.isdisjoint(pairwise(before)):
        return True
    denial = next((at for at, word in enumerate(before) if word in _NONE or is_particle(word)), None)
    if denial is None or not _NOT_ALL.isdisjoint(before[denial:]):
        return False
    near = is_particle(before[denial]) and len(before) - denial <= _BLAMED
    return near or not words("in_blame").isdisjoint(before[denial:])
