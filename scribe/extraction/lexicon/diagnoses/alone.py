"""Diagnoses that a note states in a line of their own below the examination, under no heading."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_FELT = frozenset({"muscle_spasm", "scoliosis", "instability", "neoplasm", "infection"})
"""Conditions that a line of an examination names as what is found."""
_SMALL = frozenset({"acute", "chronic", "mild", "moderate", "severe", "mechanical", "new", "known", "stable", "simple",
                    "probable", "likely", "suspected", "left", "right", "bilateral", "l", "r", "recurrent", "subacute",
                    "-", ":", "1", ".", ")"})  # fmt: skip
_EXAMINED = frozenset({"exam", "examination", "palpation", "tender", "tenderness", "reflexes", "strength", "slr"})
_VERBS = frozenset({"is", "has", "was", "had", "reports", "started", "since", "denies", "presents", "for"})


def stands_alone(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether a condition opens a line of its own below what was examined, and nothing in it tells a story.

    Args:
        scene: The statement.
        hit: The condition.
        assertion: How it is asserted.
    """
    if scene.statement.turn >= 0 or assertion not in {"present", "possible"} or hit.term.value in _FELT:
        return False
    if scene.stance not in {"neutral", "exam"} or scene.carried or not _opens(scene, hit):
        return False
    if scene.terms("tart", "finding") or scene.terms("neuro", "sign") or not _VERBS.isdisjoint(scene.said):
        return False
    return _begins_line(scene) and not _EXAMINED.isdisjoint(scene.view.norms[: scene.statement.start])


def _opens(scene: Scene, hit: Hit) -> bool:
    """Tell whether nothing but its place and the small words before it open the statement."""
    before = Chunk(scene.statement.start, hit.start)
    placed = {at for place in scene.view.places(before) for at in range(place.start, place.end)}
    return all(at in placed or scene.view.norms[at] in _SMALL | words("place_nouns") for at in range(*before))


def _begins_line(scene: Scene) -> bool:
    before = scene.view.statements_before(scene.statement)[-1:]
    return bool(before) and before[0].line != scene.statement.line
