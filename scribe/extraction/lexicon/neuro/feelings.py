"""Statements → strange feelings and weakness of a limb, told by what the part does: `my fingers go to sleep`."""

from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
from scribe.schema import NeuroKind

_BACK = 7
_NOUN = 3
_BEFORE_VERB = 4
_LIMB = 6
_WALK = 5
_FEELING = frozenset({"feels", "feel", "felt", "feeling"})
_BECOME = frozenset({"gone", "goes", "went", "go"})
_BUZZING = frozenset({"buzz", "buzzes", "fizz", "fizzes", "tingles", "prickles", "crawls"})
"""What a limb does that has no feeling of its own."""
_LETTING_FALL = frozenset({"drop", "drops", "dropping"})
_LIKE = frozenset({"like", "if", "though"})
_SENSED = frozenset({"feeling", "sensation", "patch", "area", "spot", "in", "under", "over", "down"})
_FOOT = frozenset({"foot", "feet", "toe", "toes"})
_GIVEN = frozenset({"me", "you", "him", "her", "us", "them", "my", "pain", "a", "the", "some", "any"})
"""Words behind a verb of giving that tell what is given: no limb gives way."""
_PAIN = frozenset({"pain", "ache", "aching", "pains", "aches"})


def strange_feelings(scene: Scene) -> Iterator[Hit]:
    """Read what is said of a part of a limb in everyday words, where no term of the tables says it."""
    if _telling().isdisjoint(scene.said):
        return
    parts = words("limb_parts") | words("limb_ends")
    if parts.isdisjoint(scene.said) and not scene.says("soft_ground") and not scene.says("held_things"):
        return
    for at in range(scene.statement.start, scene.statement.end):
        if scene.view.norms[at] in _telling() and (kind := _told(scene, at, parts)) is not None and _is_free(scene, at):
            yield Hit(at, at + 1, Term("", "neuro", "symptom", kind))


@cache
def _telling() -> frozenset[str]:
    return frozenset().union(
        *(words("wrappings"), words("numb_like"), words("odd"), words("soft_ground")),
        *(words("feeble"), words("giving_way"), words("dropping")),
    )


def _told(scene: Scene, at: int, parts: frozenset[str]) -> NeuroKind | None:
    """Return what a word tells of a limb, if it does."""
    word = scene.view.norms[at]
    if word in words("feeble") and _is_said_of_limb(scene, at, parts):
        return "motor_deficit"
    before = scene.view.norms[max(scene.statement.start, at - _BEFORE_VERB) : at]
    if word in _LETTING_FALL and _falls(scene, at):
        return "motor_deficit"
    if scene.view.norms[at + 1 : at + 2] != [] and scene.view.norms[at + 1] in _GIVEN:
        return None
    if word in words("giving_way") and parts.intersection(before) and not scene.terms("tart", part=Chunk(at, at + 1)):
        return "motor_deficit"
    if word in words("dropping") and _FOOT.intersection(before) and "let" not in before:
        return "motor_deficit"
    strange = word in words("numb_like") and _is_said_of_limb(scene, at, parts)
    odd = word in words("odd") and _is_felt(scene, at)
    soft = word in words("soft_ground") and _is_trodden(scene, at)
    wrapped = word in words("wrappings") and _is_likened(scene, at, parts)
    return "sensory_deficit" if strange or odd or soft or wrapped else None


def _falls(scene: Scene, at: int) -> bool:
    """Tell whether what a hand holds is let fall, as in `I drop my keys`; who drops things off lets nothing fall."""
    after = scene.view.norms[at + 1 : min(at + 1 + _BEFORE_VERB, scene.statement.end)]
    return not words("held_things").isdisjoint(after) and {"off", "by", "in"}.isdisjoint(after)


def _is_said_of_limb(scene: Scene, at: int, parts: frozenset[str]) -> bool:
    """Tell whether a limb stands before a predicate, as in `toes feel woolly`, or after a noun: `a buzz in my toes`."""
    norms, chunk = scene.view.norms, scene.chunk(Chunk(at, at + 1))
    before = norms[max(chunk.start, at - _BACK) : at]
    if (scene.statement.turn < 0 or norms[at] in _BUZZING) and norms[at - 1] in parts:
        return True
    opening = at - len(before)
    linked = [
        index
        for index, word in enumerate(before)
        if word in words("becoming") or (word in parts and _is_said_to_be(scene, opening + index))
    ]
    if linked and parts.intersection(before[: linked[-1] + 1]):
        return True
    after = norms[at + 1 : min(chunk.end, at + 1 + _LIMB)]
    return bool(_SENSED.intersection(after[:_NOUN])) and bool(parts.intersection(after))


def _is_said_to_be(scene: Scene, at: int) -> bool:
    """Tell whether an `is` stands behind a word without a gap, as in `my thigh's kind of dead`."""
    start, end = scene.view.tokens.spans[at]
    return end - start > len(scene.view.norms[at])


def _is_felt(scene: Scene, at: int) -> bool:
    """Tell whether a word that has other uses says how a limb feels, as in `the calf feels funny`."""
    norms, chunk = scene.view.norms, scene.chunk(Chunk(at, at + 1))
    before = norms[max(chunk.start, at - _NOUN) : at]
    parts = words("limb_parts") | words("limb_ends")
    limb = parts.intersection(norms[chunk.start : chunk.end])
    gone = not _BECOME.isdisjoint(before) and not parts.isdisjoint(before)
    return bool(limb) and (gone or bool(_FEELING.intersection(before)))


def _is_likened(scene: Scene, at: int, parts: frozenset[str]) -> bool:
    """Tell whether a limb is as if it were wrapped, as in `my hands feel like I have gloves on`."""
    before = scene.view.norms[max(scene.statement.start, at - 2 * _BACK) : at]
    likened = next((index for index, word in enumerate(before) if word in _LIKE), None)
    return likened is not None and bool(parts.intersection(before[: likened + 1] + scene.view.norms[at : at + _LIMB]))


def _is_trodden(scene: Scene, at: int) -> bool:
    """Tell whether somebody walks as on soft ground, as in `like walking on sponge`."""
    before = scene.view.norms[max(scene.statement.start, at - _WALK) : at]
    walks = {"walking", "standing", "treading", "walk", "stand", "stepping", "step"}.intersection(before)
    likened = _LIKE.intersection(scene.view.norms[max(scene.statement.start, at - 2 * _WALK) : at])
    return bool(walks) and bool(likened) and "on" in before


def _is_free(scene: Scene, at: int) -> bool:
    """Tell whether no term of the tables has a word already, and it names no kind of pain."""
    near = Chunk(max(scene.statement.start, at - _NOUN), at + 1)
    covered = any(hit.start <= at < hit.end for hit in scene.terms("neuro", "symptom", "sign", part=near))
    return not covered and scene.view.norms[at + 1 : at + 2] != [] and scene.view.norms[at + 1] not in _PAIN
