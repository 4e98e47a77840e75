"""The side of a finding that is told behind it: `a bulge at L5-S1, it's small, it leans to the left`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_EPITHET = 1
_ASIDE = frozenset({
    "off", "to", "toward", "towards", "out", "a", "little", "bit", "kind", "slightly", "that", "is", "touch", "tad",
    "paracentral", "eccentric", "lateral", "paracentrally", "mostly", "foraminal", "wing", "ala", "edge", "corner",
})  # fmt: skip
"""Words around a side that stands apart."""
_LEANS = frozenset({
    "asymmetric", "asymmetrical", "asymmetrically", "lateralizing", "lateralising", "more", "greater", "worse",
    "low", "lower", "high", "higher", "predominantly", "predominant", "larger", "biased", "skewed", "prominent", "most",
    "centered", "centred", "side",
})  # fmt: skip
_GOING = frozenset({
    "it", "it's", "and", "leans", "leaning", "goes", "going", "points", "pointing", "sits", "sitting", "heads",
    "favors", "comes", "pushes", "pushing", "one", "center", "centre", "mainly", "more", "right", "smack", "exactly",
})  # fmt: skip
"""Words with which speech goes on to the side to which something leans: `there's a bulge, it goes to the left`."""
_SORTS = frozenset({
    "it", "it's", "and", "a", "is", "that", "that's", "pretty", "fairly", "kind", "of", "small", "little", "big",
    "large", "tiny", "mild", "moderate", "flat", "broad", "one", "not", "too", "bad", "just", "modest", "decent",
    "size", "sized", "good", "an", "old", "new", "fresh", "yes", "yeah",
})  # fmt: skip
"""Words that say of what sort something is."""
_ALONE = frozenset(
    {"that's", "that", "it's", "it", "is", "at", "just", "only", "mostly", "yes", "yeah", "again", "and", "so"}
)
"""Words beside a side that is told by itself."""
_SHORT = 5
_LEANING_KINDS = frozenset({"disc_herniation", "bony_overgrowth"})
"""Kinds of findings of a level that lie more on one side than on the other."""


def side_after(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side of a finding that follows after a pause, as in `a bulge at L5-S1, off to the left`.

    Args:
        scene: The statement.
        hit: The words of the finding.
    """
    chunk = scene.chunk(hit)
    if scene.view.sides(chunk):
        return None
    if scene.statement.turn < 0:
        leans = not isinstance(hit, Hit) or hit.term.value in _LEANING_KINDS
        return _side_leaned_to(scene, chunk) if leans else None
    after = [part for part in scene.statement.chunks if part.start >= chunk.end]
    later = next((part for part in after if scene.view.sides(part)), None)
    if later is None:
        return _side_of_fragment(scene)
    between = [part for part in after if part.end <= later.start]
    return _side_of(scene, later) if all(_only_describes(scene, part, hit) for part in between) else None


def _side_of(scene: Scene, later: Chunk) -> Laterality | None:
    """Return the side that a part tells, if it tells nothing else."""
    sides = scene.view.sides(later)
    if {side.value for side in sides} >= {"left", "right"}:
        compares = words("comparing_sides").issuperset(words_beside(scene.view, later, sides))
        return "bilateral" if compares else None
    places = [place for place in scene.view.places(later) if not scene.terms("imaging", "finding", part=later)]
    rest = {word for word in scene.rest_of(later, *places) if word[0].isalnum()}
    return sides[0].value if len(sides) == 1 and rest <= words("side_fillers") | _ASIDE | _GOING else None


def _side_of_fragment(scene: Scene) -> Laterality | None:
    """Return the side that the next few words of a turn tell alone: `A spur there. L4-5, on both sides.`."""
    after = scene.view.statements_after(scene.statement, 1) if not scene.view.sides(scene.statement) else []
    for one in after:
        named: list[Item] = [*scene.view.sides(one), *scene.view.places(one)]
        rest = {word for word in words_beside(scene.view, one, named) if word[0].isalnum()}
        sides = {side.value for side in scene.view.sides(one)} - {"midline"}
        ends = not scene.view.norms[one.end - 1].isalnum()  # Speech without marks goes on: `left`, `hip is normal`.
        alone = ends and not one.asks and one.turn == scene.statement.turn and rest <= words("side_fillers") | _ALONE
        return sides.pop() if alone and len(sides) == 1 else None
    return None


def _only_describes(scene: Scene, part: Chunk, hit: Item) -> bool:
    """Tell whether a part between something and its side names its level, or only how it is: `it's a small one`.

    It may give it another name: `a crack, a stress fracture, on the right`.
    """
    if _only_names(scene, part, hit):
        return True
    if scene.terms("imaging", "finding", part=part) or scene.terms("lesions", "compartment", part=part):
        return False
    said = [word for word in scene.rest_of(part, *scene.view.places(part)) if word[0].isalnum()]
    return len(said) <= _EPITHET or _SORTS.issuperset(said)


def _only_names(scene: Scene, part: Chunk, hit: Item) -> bool:
    found = scene.terms("imaging", "finding", part=part)
    same = isinstance(hit, Hit) and all(one.term.value == hit.term.value for one in found)
    return bool(found) and same and part.end - part.start <= _SHORT


def _side_leaned_to(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side to which a report says something leans: `broad protrusion, eccentric L`, `bulge, worse right`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    sides = scene.view.sides(later) if later else []
    if later is None or len(sides) != 1:
        return None
    named = set(range(sides[0].start, sides[0].end))
    rest = {word for at, word in enumerate(scene.words(later), later.start) if at not in named and word[0].isalnum()}
    return sides[0].value if rest and rest <= words("side_fillers") | _ASIDE | _LEANS else None
