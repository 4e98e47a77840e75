"""Whether a statement tells what a study shows, asks for it, or only says why it was made."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_BARE = 7
_OPENING = 2
_AUXILIARIES = frozenset({"do", "does", "did", "is", "are", "was", "any", "can", "could", "have", "has"})
"""Words that open a question."""
_PRONOUNS = frozenset({"it", "it's"})
_BEFORE_OTHERS = frozenset({"above", "below", "of", "on", "in", "to", "at", "with", "around", "behind", "about"})
_STOREYS = frozenset({"level", "levels", "discs", "floor", "flight", "story", "storey", "step", "notch", "segment"})
_SAME = frozenset({"same", "ditto", "likewise", "another"})
_SUCH = frozenset({"smaller", "similar", "bigger", "larger", "tiny", "little", "milder", "second"})
_REASONS = frozenset({"clinical", "indication", "indications", "history", "hx", "reason", "technique", "comparison"})


def opens_asking(scene: Scene) -> bool:
    """Tell whether a question is no statement with a tag, as in `And the foramina?`, unlike in `bulging, see?`."""
    if not _AUXILIARIES.isdisjoint(scene.words()[:_OPENING]):
        return True
    return len(scene.statement.chunks) == 1 and not words("showing").intersection(scene.words())


def gives_reason(scene: Scene) -> bool:
    """Tell whether a line of a report only says why and how it was made: `CLINICAL HX: fall, r/o fracture`."""
    return scene.statement.turn < 0 and not _REASONS.isdisjoint(scene.words()[:1])


def reports(scene: Scene) -> bool:
    """Tell whether a study has shown something, and is not to be done: `the MRI shows the cord getting squeezed`."""
    return scene.says("reporting") and scene.said.isdisjoint({"if", "what", "will", "until", "whatever"})


def pointed_back(scene: Scene) -> Chunk | None:
    """Return the words that point back to what was named before: `the right one`, `Open.`, `See how it narrows?`."""
    norms = scene.view.norms
    ones = (at for at in range(scene.statement.start, scene.statement.end) if norms[at] in words("ones"))
    one = next(ones, None)
    if one is not None and norms[one + 1] in _STOREYS:
        return None
    return Chunk(one, one + 1) if one is not None else _bare_result(scene) or _taken_up(scene)


def _bare_result(scene: Scene) -> Chunk | None:
    """Return the words that only tell how what was named before is: `Open.`, `On the right it's open.`."""
    if scene.statement.turn < 0 or scene.statement.asks or len(scene.words()) > _BARE:
        return None
    asked = [one.asks for one in scene.view.statements_before(scene.statement)[-1:]]
    told = any(asked) or bool(scene.view.sides(scene.statement))
    return Chunk(scene.statement.start, scene.statement.end) if told else None


def _taken_up(scene: Scene) -> Chunk | None:
    """Return the pronoun that takes up what was named before, as in `See how it pinches down at L4-5?`."""
    if scene.statement.turn < 0 or not scene.by_clinician or scene.says("discs"):
        return None
    norms = scene.view.norms
    said = (at for at in range(scene.statement.start, scene.statement.end) if norms[at] in _PRONOUNS)
    return next((Chunk(at, at + 1) for at in said if norms[at - 1] not in _BEFORE_OTHERS), None)


def fixes_no_place(scene: Scene, hit: Item) -> bool:
    """Tell whether words are of no one region, as in `Low back, everything lines up` and `no slip anywhere`."""
    if "anywhere" in scene.words(scene.chunk(hit)):
        return True
    opening = Chunk(scene.statement.start, min(scene.statement.end, scene.statement.start + _OPENING + 1))
    vague = [place for place in scene.view.places(opening) if place.region is None and "back" in scene.words(place)]
    return scene.statement.turn >= 0 and bool(vague) and not scene.view.fixing(scene.statement)


def same_again(scene: Scene) -> Chunk | None:
    """Return the words that tell of a level what was told of the last one: `the same`, `a smaller one`."""
    if scene.statement.asks or not any(len(place.segments) > 1 for place in scene.view.fixing(scene.statement)):
        return None
    norms = scene.view.norms
    for at in range(scene.statement.start, scene.statement.end):
        after = norms[at + 1 : at + 2]
        if (norms[at] in _SAME and after not in (["as"], ["level"])) or (norms[at] in _SUCH and after == ["one"]):
            return Chunk(at, at + 1)
    return None
