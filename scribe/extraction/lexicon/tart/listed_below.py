"""The list of places that a finding heads: `Restricted motion` above `[x] C2` and `[x] T4`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_LONGEST_HEADING = 6
_LONGEST_LIST = 16
_BULLETS = frozenset({"x", "_"})


def listed_below(scene: Scene, mention: Item) -> list[Attachment]:
    """Return the places and sides of the list that a finding heads; none where it heads no list of mere places."""
    statement = scene.statement
    if statement.turn >= 0 or statement.end - statement.start > _LONGEST_HEADING:
        return []
    if scene.chunk(mention) != statement.chunks[-1] or scene.view.fixing(statement):
        return []
    return [] if _stands_below_place(scene) else [attachment for row in _rows(scene) for attachment in row]


def _stands_below_place(scene: Scene) -> bool:
    """Tell whether places head what is found, as where `Flexion limited` stands between `Lumbar` and `Cervical`."""
    previous, opening = scene.statement, scene.statement
    for statement in reversed(scene.view.statements_before(scene.statement, _LONGEST_LIST)):
        if previous.line - statement.line > 1 or statement.section != previous.section:
            break
        previous = statement
        if scene.view.terms("tart", statement) or scene.view.fixing(statement):
            opening = statement
    return opening is not scene.statement and _row(scene, opening) is not None


def _rows(scene: Scene) -> Iterator[list[Attachment]]:
    previous = scene.statement
    for statement in scene.view.list_after(scene.statement):
        row = _row(scene, statement)
        if statement.line - previous.line > 1 or statement.line == scene.statement.line or row is None:
            return
        yield row
        previous = statement


def _row(scene: Scene, statement: Statement) -> list[Attachment] | None:
    """Return the places of a line with the side of each; None where it says anything else."""
    view, places = scene.view, scene.view.fixing(statement)
    items: list[Item] = [*places, *view.sides(statement)]
    named = covered_by(items) | view.dropped
    rest = [view.norms[at] for at in range(statement.start, statement.end) if at not in named]
    light = words("list_joins") | words("place_nouns") | _BULLETS
    if any(word[0].isalnum() and word not in light for word in rest):
        return None
    if not places and not view.dropped.intersection(range(statement.start, statement.end)):
        return None
    return [Attachment(place, _side(scene, statement, places, at)) for at, place in enumerate(places)]


def _side(scene: Scene, statement: Statement, places: list[Place], at: int) -> Laterality | None:
    """Return the side between a place and its neighbours: that before it, or behind the last one."""
    start = places[at - 1].end if at else statement.start
    end = statement.end if places[at] == places[-1] else places[at].start
    return next((side.value for side in scene.view.sides(Chunk(start, end))), None)
