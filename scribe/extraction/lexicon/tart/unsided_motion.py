"""Restrictions that have no side though one stands near them: `L4 tender left, flexion limited`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_of_position, trailing_side
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.tissue import names_muscle
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_BENT = frozenset({"cervical", "thoracic", "lumbar"})
_BENDING = frozenset({"flexion", "flex", "extension", "ext", "rom", "range"})
"""Motions that go to no side."""
_FELT = frozenset({"tenderness", "tissue_texture"})
_FAR = 40


def has_no_side(scene: Scene, found: Found) -> bool:
    """Tell whether a side beside a restriction is not its own: a mouth opens on no side.

    Args:
        scene: The statement.
        found: The restriction.
    """
    part = found.parts[0]
    opens = isinstance(part, Hit) and "opening" in part.term.text.split()
    whole = found.region in _BENT and found.rule == "tart.motion" and found.laterality is None
    if whole and scene.statement.turn >= 0 and not scene.view.sides(scene.statement):
        return True  # A spine that goes up, down or back goes to no side, whatever was spoken of before.
    return opens or _only_stands(scene, found) or _is_of_tissue_before(scene, found) or _bends_whole(scene, found)


def _bends_whole(scene: Scene, found: Found) -> bool:
    """Tell whether a spine bends to no side, beside another finding that has one: `L4 tender left, flexion limited`."""
    chunk = scene.chunk(found.parts[0])
    if _bends_apart(scene, found, chunk):
        return True
    sided = scene.view.sides(chunk) or trailing_side(scene.view, scene.statement, chunk)
    if scene.statement.turn >= 0 or sided or _BENDING.isdisjoint(scene.words(chunk)):
        return False
    return scene.attach(found.parts[0])[0].region in _BENT


def _bends_apart(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Tell whether all sides are those of what else was felt, as in `tender on the right and reduced extension`."""
    part, sides = found.parts[0], scene.view.sides(chunk)
    moves = isinstance(part, Hit) and part.term.text in _BENDING and found.laterality is None
    if scene.statement.turn >= 0 or not moves or not sides or scene.attach(part)[0].region not in _BENT:
        return False
    felt = [hit for hit in scene.terms("tart", "finding", part=chunk) if hit.term.value in _FELT]
    behind = next((hit.start for hit in felt if hit.start >= part.end), None)
    if behind is not None and sides[0].start >= behind:
        return "and" in scene.words(Chunk(part.end, behind))
    before = any(hit.end <= part.start for hit in felt) and sides[-1].end < part.start
    return before and "and" in scene.words(Chunk(sides[-1].end, part.start))


def _is_of_tissue_before(scene: Scene, found: Found) -> bool:
    """Tell whether a side is only that of a muscle named before a motion: `paraspinals ropy bilat, flexion 20`."""
    part, chunk = found.parts[0], scene.chunk(found.parts[0])
    moves = isinstance(part, Hit) and part.term.role == "motion" and found.laterality is None
    if not moves or scene.statement.turn >= 0 or scene.view.sides(chunk):
        return False
    before = [one for one in scene.statement.chunks if one.end <= chunk.start and scene.view.sides(one)][-1:]
    return any(names_muscle(scene, one) for one in before)


def _only_stands(scene: Scene, found: Found) -> bool:
    """Tell whether the side of a stuck vertebra is only that of its position: `T3 is posterior left and won't move`."""
    chunk = scene.chunk(found.parts[0])
    before = Chunk(max(0, chunk.start - _FAR), chunk.start)
    sides = scene.view.sides(chunk) or scene.view.sides(before)[-1:]
    place = scene.attach(found.parts[0])[0].place
    central = place is not None and place.structure in words("central")
    if central and scene.statement.turn >= 0 and not scene.view.sides(chunk) and _moves_only(scene, found):
        return True
    return central and bool(sides) and all(is_of_position(scene.view, side) for side in sides)


def _moves_only(scene: Scene, found: Found) -> bool:
    """Tell whether a verb says of a joint that it moves or will not, and only another finding before has a side.

    Such is the side of `a thick cord on the left, and the segment won't flex`, and not that of `C2 on the left`.
    """
    if found.rule != "tart.motion" or found.laterality is not None:
        return False
    before = Chunk(scene.statement.start, scene.chunk(found.parts[0]).start)
    sided = [part for part in scene.statement.chunks if part.end <= before.end and scene.view.sides(part)][-1:]
    felt = (hit for part in sided for hit in scene.terms("tart", "finding", "position", part=part))
    return any(hit.term.value in {"tissue_texture", "asymmetry"} for hit in felt)
