"""Fragments that deny what was named before them: `Not confirmed.`, `On examination: not reproduced.`."""

from scribe.extraction.lexicon.context.negations import is_particle
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_OPENING = 6
_LEADS = frozenset({
    "but", "and", "today", "here", "on", "exam", "examination", "palpation", "testing", "at", "this", "visit", ":", ",",
    "-", "by", "me", "us", "it", "was", "is", "which", "were", "could", "that", "dx", "diagnosis", "the", "these",
    "also",
})  # fmt: skip
"""Words that name nothing, before a denial."""
_BETWEEN = frozenset({"be", "been", "able", "to", "yet"})
_AFTER = frozenset({"today", "here", "now", "either", "by", "out", "me", "us"})
_EXAMS = frozenset({"exam", "examination", "palpation", "testing", "recheck", "our", "my", "today"})


def is_unverified(view: View, part: Item) -> bool:
    """Tell whether a part only says that something was not confirmed.

    Args:
        view: The document's words.
        part: A clause or statement that names nothing itself.
    """
    norms = view.norms
    opening = range(part.start, min(part.end, part.start + _OPENING))
    denial = next((at for at in opening if is_particle(norms[at]) or norms[at] not in _LEADS), None)
    if denial is None or not is_particle(norms[denial]):
        return False
    verb = denial + 1
    while verb < part.end and norms[verb] in _BETWEEN:
        verb += 1
    return verb < part.end and norms[verb] in words("unverified") and _ends(norms[verb + 1 : part.end])


def _ends(behind: list[str]) -> bool:
    """Tell whether nothing else is said behind the verb: `today`, `on palpation`, or no more at all."""
    if not behind or not behind[0][0].isalnum() or behind[0] in _AFTER:
        return True
    return behind[0] in {"on", "at"} and not _EXAMS.isdisjoint(behind[1:3])
