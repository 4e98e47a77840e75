"""Lesions that speech takes up by a pronoun: `There's another one lower, T8.`, `with a smaller one at T10`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.kinds import JOINTS, heads_in
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import LesionKind

_ONES = frozenset({"one", "another", "ones"})
_BEFORE_ONE = frozenset({
    "a", "the", "other", "another", "second", "third", "fourth", "further", "smaller", "small", "bigger", "milder",
    "similar", "new", "got", "have", "has", "with", "and", "find", "found", "feel", "there", "still", "also", "is",
    "more", "only", "us", "plus", "then", "least",
})  # fmt: skip
_BEHIND_ONE = frozenset({
    "at", "in", "of", "on", "over", "the", "your", "his", "her", "one", "lower", "higher", "further", "up", "down",
    "around", "left", "right", ",", "also", "too", "about", "near", "here", "there", "side",
})  # fmt: skip
_NEAR = 2
"""Statements after a lesion in which a pronoun may take it up."""
_TELLING = ("tart", "neuro", "conditions", "imaging", "care")
"""The tables of what a pronoun may take up instead of a lesion."""


def another(scene: Scene) -> Iterator[tuple[LesionKind, Place]]:
    """Yield the places of a statement that takes up a lesion by a pronoun, with the lesion.

    Args:
        scene: The statement.
    """
    statement = scene.statement
    if statement.turn < 0 or statement.asks or scene.said.isdisjoint(_ONES) or not scene.by_clinician:
        return
    own = scene.terms("lesions", "head", "weak_head")
    rest = Chunk(own[-1].end if own else statement.start, statement.end)
    if any(hit.term.role != "position" for table in _TELLING for hit in scene.terms(table, part=rest)):
        return
    places = next((places for at in range(*rest) if (places := _places_of(scene, at))), [])
    named = (own or _named_before(scene))[-1:] if places else []
    for hit in named:
        if hit.term.value in JOINTS:
            yield from ((hit.term.value, place) for place in places)  # type: ignore[misc]  # the schema's words


def _named_before(scene: Scene) -> list[Hit]:
    """Return the lesions of the last statement of the same turn that names any."""
    near = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn]
    for statement in reversed(near[-_NEAR:]):
        named = heads_in(scene.view, statement)
        if named:
            return [] if statement.asks else named
    return []


def _places_of(scene: Scene, at: int) -> list[Place]:
    """Return the places of a pronoun: right behind it, or right before as in `a lumbar one`."""
    norms, end = scene.view.norms, scene.statement.end
    named = scene.view.fixing(scene.statement)
    if norms[at] not in _ONES or any(place.start <= at < place.end for place in scene.view.places(scene.statement)):
        return []
    leads = [place for place in named if place.end == at]
    before = norms[(leads[0].start if leads else at) - 1]
    if norms[at] != "another" and before not in _BEFORE_ONE:
        return []
    if leads:
        return leads
    index = at + 1
    while index < end and norms[index] in _BEHIND_ONE | words("list_fillers") - {"."}:
        index += 1
    behind = [place for place in named if at < place.start <= index]
    return behind[:1]
