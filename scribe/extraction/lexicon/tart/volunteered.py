"""Pain that a patient tells under the hands without a question: `Ow, that's the spot.`, `L4.`, `Very sore.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.recheck import is_at_work
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.touch import is_of_touch
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST = 9


def volunteered(scene: Scene) -> Iterator[Found]:
    """Read the pain that a patient tells under the hands without a question, as in `Ow, that's the spot.`."""
    said = scene.words()
    if (named := _sore_at_name(scene)) is not None:
        yield Found("tenderness", "present", (named,), rule="tart.answered")
        return
    if (
        scene.statement.speaker != "patient"
        or scene.says("of_easing")
        or "why" in said
        or len(said) > _LONGEST
        or not (scene.says("pointing") or _cries_and_points(scene))
    ):
        return
    before = [one for one in scene.view.statements_before(scene.statement) if one.turn != scene.statement.turn]
    if any(one.reply is not None and one.reply.start in range(*scene.statement[:2]) for one in before):
        return
    if any(is_at_work(scene, one) for one in before[-2:] if scene.statement.turn - one.turn == 1):
        return
    handled = any(is_of_touch(scene, one) for one in before if scene.statement.turn - one.turn == 1)
    felt = handled or (bool(before) and _touches(scene, before[-1]))
    gasps = said[0] == "oh" and said[1:2] in (["my"], ["god"], ["boy"], ["wow"], ["jeez"], ["lord"], ["!"])
    cries = felt and scene.topic.place is not None and (scene.says("cries") or gasps)
    pressed = any(_has_pressed(scene, one) for one in before if scene.statement.turn - one.turn == 1)
    hurts = pressed and len(said) <= _LONGEST and scene.says("pointing_now") and scene.says("touch_pain")
    if not before or before[-1].asks or not (cries or hurts or _touches(scene, before[-1])):
        return
    if cries:
        yield Found(
            "tenderness", "present", (Chunk(scene.statement.start, scene.statement.start + 1),), rule="tart.answered"
        )
        return
    sore = next((at for at, word in enumerate(said) if word in words("touch_pain") | {"tender", "spot"}), None)
    if sore is not None and not any(word in words("denials") or word.endswith("n't") for word in said):
        part = Chunk(scene.statement.start + sore, scene.statement.start + sore + 1)
        yield Found("tenderness", "present", (part,), rule="tart.answered")


def _has_pressed(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner says to be pressing somewhere, as in `I'm going to press on the pubic bone`."""
    said = scene.words(before)
    presses = not words("pressing").isdisjoint(said) and not {"i", "i'm", "i'll", "let"}.isdisjoint(said)
    return before.speaker != "patient" and presses and not before.asks


def _cries_and_points(scene: Scene) -> bool:
    """Tell whether a cry is followed by words that point in the same turn, as in `Ow. Yeah. There.`."""
    if not (scene.says("cries") or scene.words()[:1] == ["oh"]):
        return False
    later = (one for one in scene.view.statements_after(scene.statement) if one.turn == scene.statement.turn)
    return any(not words("pointing_now").union(("yes", "yeah")).isdisjoint(scene.words(one)) for one in later)


def _sore_at_name(scene: Scene) -> Chunk | None:
    """Return the word of pain with which a patient answers the bare name of a vertebra, as in `L4.` `Very sore.`."""
    if scene.statement.speaker != "patient" or not scene.says("sore") or len(scene.words()) > _LONGEST // 2 + 1:
        return None
    before = scene.view.statements_before(scene.statement)[-1:]
    named = [place for one in before for place in scene.view.places(one) if place.structure == "vertebra"]
    if len(named) != 1 or before[0].asks or scene.statement.turn - before[0].turn != 1:
        return None
    rest = [at for at in range(before[0].start, before[0].end) if at not in range(named[0].start, named[0].end)]
    if any(scene.view.norms[at][0].isalnum() and scene.view.norms[at] not in words("next_place") for at in rest):
        return None
    sore = next(at for at in range(scene.statement.start, scene.statement.end) if scene.view.norms[at] in words("sore"))
    denied = any(word in words("denials") or word == "not" or word.endswith("n't") for word in scene.words())
    return None if denied else Chunk(sore, sore + 1)


def _touches(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner has just told of what the fingers feel."""
    found = [hit for hit in scene.view.terms("tart", before) if hit.term.role in {"finding", "position", "normal"}]
    told = before.speaker == "clinician" and not before.asks and scene.statement.turn - before.turn == 1 and bool(found)
    return told and command_at(scene.view, before, words("body_commands")) is None
