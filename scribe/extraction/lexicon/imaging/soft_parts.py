"""Tendons, cartilages and ligaments of the limbs, by which a study is known: `The MRI was clean, cuff intact`."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Region

_REACH = 5
_JOINT_SPACE = ["joint", "space"]
_USED_UP = frozenset({
    "gone", "lost", "loss", "obliterated", "absent", "collapsed", "thin", "thinned", "down", "reduced", "decreased",
    "less", "diminished", "half",
})  # fmt: skip
"""What is said of the space of a worn joint."""
_ARTHROSIS = frozenset({"oa", "osteoarthritis", "osteoarthritic"})
_HARDWARE = frozenset({"pressure", "epidural", "root"})
"""Words before a cuff that is none of the shoulder."""


def limb_of(scene: Scene, part: Item) -> Region | None:
    """Return the limb whose tendon or cartilage some words name, as in `the ultrasound was clean, the cuff's fine`.

    Args:
        scene: The statement that names a study.
        part: Its words, with what stands before them; in speech, the next statement may name the tendon.
    """
    parts: list[Item] = [part]
    later = scene.following
    if later is not None and later.turn == scene.statement.turn >= 0 and not scene.view.fixing(later):
        parts.append(later)
    return next((region for one in parts for _, region in _named(scene, one)), None)


def intact_parts(scene: Scene) -> Iterator[tuple[Chunk, Region]]:
    """Find the tendons and cartilages that a study shows to be well, each with the limb it belongs to."""
    named = not scene.said.isdisjoint(_soft_parts())
    for chunk in scene.statement.chunks if named else ():
        healthy = scene.said_words(chunk, words("well_seen") - {"thin"})
        for part, region in _named(scene, chunk) if healthy else ():
            well = next((one for one in healthy if part.end <= one.start <= part.end + _REACH), None)
            if well is not None and not scene.context.denies_health(well):
                yield Chunk(part.start, well.end), region


def changed_joints(scene: Scene, *, outside: bool, pelvic: bool) -> Iterator[Chunk]:
    """Find the words that tell that a joint or tendon has changed: `cuff worn`, `the hip's joint space is gone`.

    Args:
        scene: The statement.
        outside: Whether the study is of a part outside the spine and pelvis.
        pelvic: Whether it is of the pelvis, whose joints it may leave unnamed.
    """
    if not (scene.says("outside_changes") or "space" in scene.said):
        return
    hips = {scene.chunk(one) for one in scene.view.fixing(scene.statement) if one.structure == "hip"}
    for part in scene.statement.chunks:
        space = _JOINT_SPACE in map(list, pairwise(scene.words(part)))
        worn = _ARTHROSIS.intersection(scene.words(part))
        told = outside or part in hips or (pelvic and (bool(worn) or space))
        discs = not (words("discs") | words("all_discs")).isdisjoint(scene.words(part))
        changes = _changes(scene, part) if told and not discs else []
        if changes and not scene.terms("imaging", "finding", part=part):
            yield changes[0]


def change_asserted(scene: Scene, change: Item) -> Assertion:
    """Return how a change is asserted; of what is `down to nothing` nothing is denied.

    Args:
        scene: The statement.
        change: The words that tell it.
    """
    behind = scene.view.norms[change.end : scene.chunk(change).end]
    return "present" if ("to", "nothing") in pairwise(behind) else scene.assertion(change)


def _changes(scene: Scene, part: Chunk) -> list[Chunk]:
    changes = scene.said_words(part, words("outside_changes"))
    return changes or (scene.said_words(part, _USED_UP) if set(_JOINT_SPACE).issubset(scene.words(part)) else [])


@cache
def _soft_parts() -> frozenset[str]:
    return words("soft_parts_of_arm") | words("soft_parts_of_leg")


def _named(scene: Scene, part: Item) -> Iterator[tuple[Chunk, Region]]:
    regions: tuple[tuple[frozenset[str], Region], ...] = (
        (words("soft_parts_of_arm"), "upper_extremity"),
        (words("soft_parts_of_leg"), "lower_extremity"),
    )
    for names, region in regions:
        for found in scene.said_words(part, names):
            before = scene.view.norms[max(0, found.start - 1) : found.start]
            if _HARDWARE.isdisjoint(before):
                yield found, region
