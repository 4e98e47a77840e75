"""Dysfunctions that speech lists one by one: `Somatic dysfunction of T4. Left innominate, posterior.`."""

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.notation import positions
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_LONGEST = 9


def recited(scene: Scene) -> tuple[Place, Laterality | None] | None:
    """Return the joint that a statement adds to a list of dysfunctions, and its side; None where it adds none."""
    statement = scene.statement
    if statement.turn < 0 or scene.stance != "conclusion" or statement.end - statement.start > _LONGEST:
        return None
    places = scene.view.fixing(statement)
    if len(places) != 1 or places[0].structure not in words("landmarks") or not _goes_on(scene):
        return None
    sides = scene.view.sides(statement)
    stands = scene.terms("tart", "position")
    named: list[Item] = [places[0], *sides, *stands]
    covered = {index for item in named for index in range(item.start, item.end)}
    rest = (scene.view.norms[at] for at in range(statement.start, statement.end) if at not in covered)
    if not stands or any(word[0].isalnum() and word not in words("reciting") for word in rest):
        return None
    return places[0], nearest(sides, places[0]).value if sides else None


def _goes_on(scene: Scene) -> bool:
    """Tell whether a dysfunction was named right before in the same turn."""
    before = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn]
    return any(position.place for one in before for position in positions(scene.view, one)) or any(
        hit.term.value == "somatic_dysfunction"
        for one in before
        for hit in scene.view.terms("lesions", Chunk(one.start, one.end))
        if hit.term.role == "head"
    )
