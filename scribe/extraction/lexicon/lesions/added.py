"""Dysfunctions that speech adds to those it has named: `I'm adding T4 and that rib` and `Oh, and the pelvis.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import SEPARATORS
from scribe.extraction.lexicon.lesions.notation import Position, positions
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit

_ADDING = frozenset({"add", "adding", "added"})
_BETWEEN = SEPARATORS | {"and", "in", "on", "the", "that", "this", "your", "his", "her", "to", "list", "a"}
_GOING_ON = frozenset({"and", "oh", "plus", "also"})
_SMALL = frozenset({"oh", "also", "plus", "too", "as", "well", "uh", "um", "yeah", ".", "!"})
_CLOSING = frozenset({"too", "also", "as", ".", "!", ";"})
_KINDS = frozenset({"somatic_dysfunction", "subluxation_complex"})


def added(scene: Scene) -> tuple[Hit, list[Place]] | None:
    """Return the lesion that a statement adds places to, and these places; None where it adds none."""
    statement, opening = scene.statement, scene.words()[:1]
    if statement.turn < 0 or statement.asks or not scene.by_clinician:
        return None
    if not _ADDING.isdisjoint(scene.said):
        verb = next(at for at in range(statement.start, statement.end) if scene.view.norms[at] in _ADDING)
        places = _listed_from(scene, verb + 1)
    elif opening and opening[0] in _GOING_ON and not (scene.said - _BETWEEN - _SMALL - _named(scene)):
        verb, places = statement.start, _listed_from(scene, statement.start)
    elif scene.stance == "conclusion" and (last := _last_position(scene)) is not None:
        verb, places = last.end, _ended(scene, last.end)
    else:
        return None
    head = _named_before(scene, verb) if places else None
    return (head, places) if head is not None else None


def _last_position(scene: Scene) -> Position | None:
    """Return the last notation of a statement that goes on with a list: `T5 rotated left and the pelvis too`."""
    found = positions(scene.view, scene.statement)
    last = max(found, key=lambda one: one.end, default=None)
    return last if last is not None and last.end < scene.statement.end else None


def _ended(scene: Scene, index: int) -> list[Place]:
    """Return the places of a list behind an index, if nothing but the end or a `too` follows them."""
    if scene.view.norms[index] not in SEPARATORS:
        return []
    places = _listed_from(scene, index)
    after = places[-1].end if places else index
    named = {at for side in scene.view.sides(scene.statement) for at in range(side.start, side.end)}
    while after < scene.statement.end and after in named:
        after += 1
    closed = after == scene.statement.end or scene.view.norms[after] in _CLOSING
    return places if closed else []


def _named(scene: Scene) -> set[str]:
    """Return the words of places and sides."""
    named: list[Item] = [*scene.view.fixing(scene.statement), *scene.view.sides(scene.statement)]
    return {scene.view.norms[at] for item in named for at in range(item.start, item.end)}


def _listed_from(scene: Scene, index: int) -> list[Place]:
    """Return the places of the list that follows a verb, or opens a statement."""
    rest = Chunk(index, scene.statement.end)
    named = {place.start: place for place in scene.view.fixing(rest)}
    sided = {at for side in scene.view.sides(rest) for at in range(side.start, side.end)}
    places: list[Place] = []
    while index < rest.end and (index in named or index in sided or scene.view.norms[index] in _BETWEEN | _SMALL):
        if index in named:
            places.append(named[index])
        index = named[index].end if index in named else index + 1
    return places


def _named_before(scene: Scene, verb: int) -> Hit | None:
    """Return the lesion that was named last before a word in the same turn."""
    before = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn]
    parts = [*(Chunk(one.start, one.end) for one in before), Chunk(scene.statement.start, verb)]
    heads = [hit for part in parts for hit in scene.view.terms("lesions", part) if hit.term.value in _KINDS]
    return heads[-1] if heads else None
