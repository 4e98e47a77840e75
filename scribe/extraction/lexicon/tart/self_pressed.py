"""Pain that patients feel under their own fingers, as over a screen: `Press beside the spine, left.`, `Sore.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST = 7
_POKING = frozenset({"press", "poke", "prod", "palpate", "touch", "push", "dig"})
_AT = frozenset({"on", "in", "into", "there", "here", "around", "over", "beside", "at", "along", "with", "right"})
_EXAMINER = frozenset({"i", "i'm", "i'll", "my", "against"})
_NONE = frozenset({"nothing", "no", "nope", "fine", "none", "nah", "okay"})


def self_pressed(scene: Scene) -> Iterator[Found]:
    """Read what patients say who were told to press somewhere themselves.

    Args:
        scene: The statement of the patient.
    """
    if scene.statement.speaker != "patient" or scene.statement.asks or len(scene.words()) > _LONGEST:
        return
    before = scene.view.statements_before(scene.statement)[-1:]
    if not any(one.turn == scene.statement.turn - 1 and not one.asks and _bids(scene, one) for one in before):
        return
    said = scene.words()
    denied = any(word in words("denials") or word == "not" or word.endswith("n't") for word in said)
    hurts = not denied and not (words("sore") | words("cries") | words("touch_pain")).isdisjoint(said)
    sides = {side.value for side in scene.view.sides(before[0])}
    if hurts or said[0] in _NONE or (denied and not words("sore").isdisjoint(said)):
        yield Found(
            "tenderness",
            "present" if hurts else "absent",
            (Chunk(scene.statement.start, scene.statement.end),),
            laterality=sides.pop() if len(sides) == 1 else None,
            rule="tart.answered",
        )


def _bids(scene: Scene, before: Statement) -> bool:
    """Tell whether a statement bids the patient press on a place, and no hand push against the examiner."""
    said = scene.words(before)
    poking = [at for at, word in enumerate(said) if word in _POKING]
    if before.speaker == "patient" or not poking or not _EXAMINER.isdisjoint(said):
        return False
    placed = bool(scene.view.fixing(before)) or bool(scene.view.sides(before)) or scene.topic.place is not None
    return placed and not _AT.isdisjoint(said[poking[0] + 1 : poking[0] + 3])
