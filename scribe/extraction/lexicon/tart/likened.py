"""Muscles that are likened to a thing, which only a thing unlike healthy tissue is worth: `the trap is like a log`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 9
"""Words between a muscle and its likeness, as in `the muscle beside it on the left is like a log`."""
_BEING = frozenset(
    {"is", "are", "it", "that", "it's", "that's", "feels", "feel", "they're", "thats", "kind", "of", "just"}
)
_LIKE = frozenset({"like"})
_ARTICLES = frozenset({"a", "an", "two", "some", "somebody's", "someone's", "one"})
_THING = 2
_NOTHING = frozenset({
    "charm", "normal", "healthy", "different", "new", "muscle", "good", "pull", "tear", "strain", "little", "bit",
    "lot", "million", "better", "nice", "tissue", "team", "machine", "system", "spring",
})  # fmt: skip
"""Words behind `like a` that liken a muscle to nothing that is hard or soft."""


@lru_cache(maxsize=1)
def may_liken(view: View) -> frozenset[int]:
    """Return where the statements start that may liken a muscle to a thing."""
    return saying(view, _LIKE) & saying(view, words("muscle_names"))


def likens(view: View, statement: Statement) -> bool:
    """Tell whether a statement likens a muscle to a thing.

    Args:
        view: The document's words.
        statement: The statement.
    """
    return statement.start in may_liken(view) and any(_likeness_at(view, part) for part in statement.chunks)


def likened(scene: Scene) -> Iterator[Found]:
    """Read the texture of a muscle that is likened to a thing, where no term of it names the thing."""
    if scene.statement.start not in may_liken(scene.view):
        return
    for chunk in scene.statement.chunks:
        likeness = _likeness_at(scene.view, chunk)
        if likeness is None or any(hit.term.value == "tissue_texture" for hit in scene.terms("tart", part=chunk)):
            continue
        soft = not words("likened_soft").isdisjoint(scene.words(likeness))
        denied = scene.context.negates(likeness)
        yield Found("tissue_texture", "absent" if soft != denied else "present", (likeness,), rule="tart.finding")


def _likeness_at(view: View, part: Chunk) -> Chunk | None:
    """Return the words that liken the muscle which a part names before them, as the `like a log` of it."""
    for at in range(part.start + 1, part.end - _THING):
        if view.norms[at] != "like" or view.norms[at - 1] not in _BEING or view.norms[at + 1] not in _ARTICLES:
            continue
        thing = view.norms[at + _THING : at + _THING + 2]
        if _names_muscle(view, Chunk(max(part.start, at - _REACH), at)) and _NOTHING.isdisjoint(thing):
            return Chunk(at, at + _THING + 1)
    return None


def _names_muscle(view: View, part: Chunk) -> bool:
    """Tell whether words name a certain muscle; what `a muscle is like` is only explained."""
    named = (at for at in range(part.start, part.end) if view.norms[at] in words("muscle_names"))
    return any(view.norms[at - 1] not in {"a", "any", "every"} for at in named)
