"""Tissues that a statement clears of a narrowing: `the disc plays no part in it`, `and the bony walls are regular`."""

from collections.abc import Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import is_particle
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_SUBJECT = 10
"""Words from a tissue to what its clause says of it."""
_PREDICATE = 8
_LONGEST_ITEM = 6
_BETWEEN = 4
_BEFORE = 6
_DESCRIBED = 2
_BLAMED = 3
_NONE = frozenset({"no", "nothing", "none", "neither", "nor", "without", "hardly", "little", "cannot", "free"})
_NOT_ALL = frozenset({"only", "just", "alone", "sole", "merely", "solely"})
_COUNTER = frozenset({
    ("rather", "than"), ("instead", "of"), ("opposed", "to"), ("distinct", "from"), ("exonerates", "the"),
})  # fmt: skip
"""Words that set a tissue against the one that narrows."""
_OR = frozenset({"or", "versus", "vs"})
_UNSURE = frozenset({
    "either", "whether", "undetermined", "unclear", "uncertain", "unsettled", "undecided", "unknown",
})  # fmt: skip
_ENDS = frozenset({",", ";", ".", "but", "(", ")", "which", "while", "whereas", "comma", "period"})
_PLURALS = frozenset({
    "are", "were", "being", "have", "having", "play", "look", "do", "don't", "aren't", "weren't", "contribute",
})  # fmt: skip
_LINKS = frozenset({"and", "or", "nor", "&", "/"})
_FROM = frozenset({"with", "from", "by", "due", "into"})
"""Words behind a tissue with which its clause goes on to something else."""


def uncleared(view: View, statement: Item, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out the tissues, or spaces, that the words around them clear.

    Args:
        view: The document's words.
        statement: The statement that names them.
        hits: What it names as possible mechanisms, or as narrow, in order.
    """
    norms = view.norms
    hits = [hit for hit in hits if hit not in _alternatives(norms, statement, hits)]
    return [hit for hit in hits if not (_is_set_aside(norms, statement, hit) or _is_spared(norms, statement, hit))]


def _alternatives(norms: list[str], statement: Item, hits: Sequence[Hit]) -> list[Hit]:
    """Return the tissues between which a statement does not decide: `either disc or ligament`, `disc versus spur`."""
    said = norms[statement.start : statement.end]
    if _OR.isdisjoint(said):
        return []
    unsure = not _UNSURE.isdisjoint(said)
    pairs = (
        (one, other)
        for one, other in pairwise(hits)
        if other.start - one.end <= _BETWEEN and not _OR.isdisjoint(norms[one.end : other.start])
    )
    return [hit for pair in pairs if unsure or "or" not in norms[pair[0].end : pair[1].start] for hit in pair]


def _is_caused_by(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether a tissue stands right behind a word of cause, as in `due to osteophytes`."""
    before = norms[max(statement.start, hit.start - _BLAMED) : hit.start]
    return not words("causing").isdisjoint(before) and "," not in before


def _is_spared(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether a clause finds a tissue sound or without a part in it: `disc and ligament are blameless`."""
    at = _predicate_of(norms, statement, hit)
    if at is None or _is_caused_by(norms, statement, hit):
        return False
    until = next((one for one in range(at, statement.end) if norms[one] in _ENDS), statement.end)
    return _clears(norms[at : min(until, at + _PREDICATE)])


def _predicate_of(norms: list[str], statement: Item, hit: Hit) -> int | None:
    """Return where a clause begins to say something of a tissue, alone or in a list: `bone, disc and ligament play`."""
    link, item = "", hit.end
    for at in range(hit.end, min(statement.end, hit.end + _SUBJECT)):
        word = norms[at]
        if word in _LINKS or word == ",":
            following = norms[at + 1] if at + 1 < statement.end else "."
            if word == "," and ((not link and following in _LINKS) or (following == "the" != norms[hit.start - 1])):
                return None
            link, item = word, at + 1
        elif _is_verb(word) or (at > hit.start and word in words("sound") | words("open") | {":", "no", "not"}):
            alone = not link
            return at if alone or (link in _LINKS and word in _PLURALS) else None
        elif word in _ENDS | _FROM or at - item >= _LONGEST_ITEM:
            return None
    return None


def _is_verb(word: str) -> bool:
    return word in words("be_forms") | words("plays") | words("in_blame") or is_particle(word)


def _clears(said: Sequence[str]) -> bool:
    """Tell whether a predicate finds a tissue sound or denies its part."""
    if any(word in _NONE or is_particle(word) for word in said):
        blamed = words("in_blame") | words("projecting")
        return not blamed.isdisjoint(said) and _NOT_ALL.isdisjoint(said)
    return not (words("sound") | words("open")).isdisjoint(said) or said[-3:] == ["it", "should", "be"]


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
