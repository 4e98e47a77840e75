"""Bare words that speech gives what it points to as a name: `There's your dysfunction.`, `That's where I find it`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.referred import GENERAL
from scribe.extraction.lexicon.words.vocabulary import Hit

_DETERMINERS = frozenset({"a", "the", "your", "our", "my", "his", "her"})
_POINTING = frozenset({
    "there", "here", "that", "it", "this", "there's", "here's", "that's", "it's", "where", "is", "still", "remains",
    "find", "found", "feel", "felt", "have", "call", "that'd", "that'll", "be", "got",
})  # fmt: skip
_BEHIND = frozenset({
    ".", ",", ";", "-", "!", "is", "sits", "lives", "here", "there", "today", "now", "not", "right", "and", "we", "i",
    "that", "comes", "but", "then", "stays", "hides",
})  # fmt: skip
_ANCHORS = frozenset({"there", "here", "that", "this", "it", "there's", "here's", "that's", "it's", "where"})
_BEFORE = 6
_SUPPOSING = frozenset({"suppose", "supposing", "imagine", "pretend"})


def is_name(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion's words can name a joint that stands elsewhere: a full term, or one that is pointed with.

    Args:
        scene: The statement.
        head: The lesion.
    """
    if head.term.role == "head":
        return True
    norms, statement = scene.view.norms, scene.statement
    if statement.turn < 0 or statement.asks or head.start - statement.start < 2:  # noqa: PLR2004  # `there the ...`
        return False
    before = norms[max(statement.start, head.start - _BEFORE) : head.start]
    behind = norms[head.end] if head.end < statement.end else "."
    pointed = not _ANCHORS.isdisjoint(before) and GENERAL.isdisjoint(before)
    named = before[-1] in _DETERMINERS and before[-2] in _POINTING and pointed
    return named and not _is_supposed(scene) and behind in _BEHIND and "dysfunction" in head.term.text


def _is_supposed(scene: Scene) -> bool:
    """Tell whether what is pointed to is only imagined, as in `Suppose it doesn't spring. That's a dysfunction.`."""
    before = scene.view.statements_before(scene.statement)[-1:]
    return any(not _SUPPOSING.isdisjoint(scene.view.norms[one.start : one.end]) for one in (*before, scene.statement))
