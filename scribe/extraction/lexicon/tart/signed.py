"""Places with a sign each: `TTP: + L4, - L5`, `tender at L4 (+), L5 (-)`, `tender at L4, not at L5`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_SIGNS: dict[str, Assertion] = {
    **dict.fromkeys(("+", "yes", "y", "pos", "positive"), "present"),
    **dict.fromkeys(("-", "no", "n", "neg", "negative", "0", "none"), "absent"),
}
_AT = frozenset({"at", "in", "on", "over", "the"})
_OPENING = frozenset({"(", ":", "="})
_FEWEST = 2


def signed_places(scene: Scene, mention: Item) -> list[tuple[Place, Assertion]]:
    """Return the places after a finding with what the sign of each says; none where they share one assertion."""
    others = [hit.start for hit in scene.terms("tart", "finding", "test", "motion") if hit.start >= mention.end]
    said = Chunk(mention.end, min([scene.statement.end, *others]))
    places = scene.view.fixing(said)
    found = [(place, sign) for place in places if (sign := _sign(scene, place)) is not None]
    if len(found) < _FEWEST or len(found) < len(places):
        found = list(_contrasted(scene, places))
    return found if len({sign for _, sign in found}) > 1 else []


def _sign(scene: Scene, place: Place) -> Assertion | None:
    """Return what the sign beside a place says: the one behind it, else the one right before it."""
    norms, after = scene.view.norms, place.end
    while after < scene.statement.end and norms[after] in _OPENING:
        after += 1
    if after < scene.statement.end and norms[after] in _SIGNS and not scene.view.is_joined(after):
        return _SIGNS[norms[after]]
    graded = place.start - 1
    while graded > 0 and (
        norms[graded] in _AT or any(side.start == graded for side in scene.view.sides(scene.statement))
    ):
        graded -= 1
    if norms[graded] in words("graded") or (norms[graded] in {"none", "absent"} and graded < place.start - 1):
        return "present" if norms[graded] in words("graded") else "absent"
    before = norms[place.start - 1]
    if before == ")":
        before = norms[place.start - 2]
    return _SIGNS[before] if before in {"+", "-"} else None


def _contrasted(scene: Scene, places: list[Place]) -> Iterator[tuple[Place, Assertion]]:
    """Tell places apart of which one is denied, as in `at L4, not at L5`."""
    norms = scene.view.norms
    for place in places:
        start = place.start
        while norms[start - 1] in _AT:
            start -= 1
        yield place, "absent" if norms[start - 1] == "not" else "present"
