"""The other of two joints, which speech calls well with few words: `Edema on the left.`, `The right is quiet.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.canal_and_foramina import side_asked_for
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Imaging, Region
from scribe.terminology.regions import LIMBS

_PAIRED: frozenset[Region | None] = LIMBS | {"pelvic"}
_QUIET = frozenset({"quiet", "unaffected", "spared", "pretty"})
_ALONG = frozenset({
    "the", "one", "side", "is", "looks", "look", "looked", "and", "on", "your", "other", "just", "all", "perfectly",
    "really", "completely", "that", "that's", "it", "it's", "joint", "hip", "knee", "shoulder", "ankle", "wrist",
    "elbow", "foot", "hand", "si", "much", "still", "oh", "yeah", "at", "over", "there", "was", "totally", "by",
    "comparison", "better",
})  # fmt: skip
"""Words beside what calls the other side well."""


def other_side(scene: Scene, before: Imaging | None) -> Iterator[Described]:
    """Read that the other joint of a pair is well.

    Args:
        scene: The statement.
        before: What was told last.
    """
    if before is None or not (scene.statement.turn >= 0 and scene.by_clinician):
        return
    if before.kind != "sacroiliac_changes" and (before.kind != "other" or before.region not in _PAIRED):
        return
    sides = {side.value for side in scene.view.sides(scene.statement)}
    side = sides.pop() if len(sides) == 1 else side_asked_for(scene)
    healthy = scene.said_words(scene.statement, words("well_seen") | _QUIET)
    named: list[Item] = [*scene.view.sides(scene.statement), *scene.view.places(scene.statement), *healthy]
    rest = {word for word in words_beside(scene.view, scene.statement, named) if word[0].isalnum()}
    if healthy and side in OPPOSITE and side != before.laterality and rest <= _ALONG:
        yield Described(before.kind, "absent", healthy[0], healthy[0], side, before.region)
