"""What a question in an examination asks of beside a touch: a movement, a nerve, days, or a story."""

from collections.abc import Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.degrees_said import number_words
from scribe.extraction.lexicon.tart.hands import hands_at_work
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_TRAVELLING = frozenset({
    "go", "goes", "travel", "travels", "radiate", "radiates", "shoot", "shoots", "spread", "spreads",
})  # fmt: skip
"""Words for the way of a pain, which no touch brings on."""
_TENDER = frozenset({"tender", "tenderness"})
_MOVING = frozenset({
    "moving", "rolling", "rotating", "turning", "bending", "swinging", "circling", "move", "roll", "rotate", "turn",
    "bend", "swing", "circle",
})  # fmt: skip
_FELT_LESS = frozenset({"less", "dull", "duller", "numb", "fuzzy", "different", "fainter"})
_SOON = 3
_GOING_TO = frozenset(
    {"goes", "gets", "bends", "turns", "comes", "rotates", "lifts", "reaches", "stops", "quits", "flexes"}
)
"""Verbs with which it is told how far a motion goes."""
_ONLY = frozenset({"just", "only", "gently", "also", "now", "gonna", "going", "to", "will"})
"""Words between an examiner and what is done."""
_LOADING = frozenset({
    "tip", "tipping", "tilt", "tilting", "push", "pushing", "press", "pressing", "lean", "leaning", "bring", "take",
    "thrust", "load", "loading", "shove", "drive",
})  # fmt: skip
_LOADED = frozenset({"head", "thigh", "thighbone", "femur", "knee", "leg", "heel", "hip"})
_FELT_AT = frozenset({"base", "back", "side", "sides", "bottom"})
"""Words for a part of the head that fingers feel."""
_LED = 7
"""Words between a pressure and what it loads, at most."""
_WHOSE = frozenset({"your", "the", "his", "her"})
_GOING = frozenset({"go", "run", "walk", "slide", "come", "move", "work"})
_ALONG = frozenset({"along", "over", "down", "up", "across", "around", "through"})
_OWNED = frozenset({"the", "your", "it", "they", "that", "this", "his", "her"})
_BENDING = frozenset((verb, way) for verb in ("lean", "bend", "arch") for way in ("back", "forward", "over"))


def asks_of_else(scene: Scene) -> bool:
    """Tell whether a question asks of a nerve, of days or for a story."""
    nerves = scene.terms("neuro", "symptom", "sign", "organ") or not _TRAVELLING.isdisjoint(scene.said)
    return bool(nerves) or asks_of_days(scene) or asks_for_story(scene)


def asks_of_movement(scene: Scene) -> bool:
    """Tell whether a question asks whether a movement hurts, as in `Lean back. Any pain there?`, not a touch."""
    if not _TENDER.isdisjoint(scene.said):
        return False
    near = [one for one in scene.earlier_in_turn[-1:] if not one.asks]
    bends = any(pair in _BENDING for one in (*near, scene.statement) for pair in pairwise(scene.words(one)))
    if bends and not scene.says("pressing"):
        return True
    if not scene.says("pressing") and any(_moves_limb(scene, one) for one in (scene.statement, *near)):
        return True
    if not scene.says("pressing") and any(_measures_motion(scene, one) for one in near):
        return True
    named = [*scene.view.places(scene.statement), *(place for one in near for place in scene.view.places(one))]
    return not named and any(
        command_at(scene.view, one, words("motion_commands") | {"lean", "come"}) is not None for one in near
    )


def _measures_motion(scene: Scene, statement: Statement) -> bool:
    """Tell whether an examiner has just told how far a motion goes, as in `The right goes back to about forty.`."""
    norms = scene.view.norms
    told = (at for at in range(statement.start, statement.end - 1) if norms[at] in _GOING_TO)
    goes = any(not number_words().isdisjoint(norms[at + 1 : min(at + _LED, statement.end)]) for at in told)
    return goes and words("pressing").isdisjoint(scene.words(statement))


def _moves_limb(scene: Scene, statement: Statement) -> bool:
    """Tell whether an examiner moves a joint, as in `I'm rolling the hip in and out.`, and presses nothing."""
    said = scene.words(statement)
    opening = [word for word in said if word[0].isalnum() and word not in _ONLY]
    moves = any(one in {"i'm", "i"} and other in _MOVING for one, other in pairwise(opening))
    return moves and words("pressing").isdisjoint(said)


def tells_feeling(scene: Scene) -> bool:
    """Tell whether it is answered how a touch feels, as in `I touch here, and here?`, `There is less.`."""
    reply = scene.statement.reply
    said = scene.view.norms[reply.start : reply.end + _SOON] if reply is not None and "touch" in scene.said else []
    return not _FELT_LESS.isdisjoint(said)


def asks_how_it_is(scene: Scene) -> bool:
    """Tell whether a question asks how it is after a treatment, as in `How's that?`, `Better, I can bend it.`."""
    opening = [word for word in scene.words() if word.isalpha() or "'" in word][:2]
    asks_how = opening[:1] in (["how's"], ["how"], ["hows"]) and opening != ["how", "about"]
    return (
        asks_how and not scene.says("hurting") and not hands_at_work(scene.words()) and _TENDER.isdisjoint(scene.said)
    )


def asks_of_nerve(scene: Scene) -> bool:
    """Tell whether a touch is asked for what a nerve does, as in `Pressing here, does it shoot down the arm?`."""
    if terms_of_tenderness(scene):
        return False
    if loads_joint(scene.words()):
        return True
    runs = bool(scene.terms("neuro", "symptom"))
    tested = any(hit.term.value == "tension_sign" for hit in scene.terms("neuro", "sign"))
    return tested or (runs and not scene.says("hurting"))


def loads_joint(said: Sequence[str]) -> bool:
    """Tell whether an examiner tests a nerve or a joint by weight: `I press on the top of your head`, `down the thigh`.

    Args:
        said: The words of a statement.
    """
    return any(_is_loaded(said, at) for at, word in enumerate(said) if word in _LOADED)


def _is_loaded(said: Sequence[str], at: int) -> bool:
    """Tell whether somebody tips or presses a head, or presses through a thigh; the base of a skull is only felt."""
    led = said[max(0, at - _LED) : at]
    pressed = next((way for way, word in enumerate(led) if word in _LOADING), None)
    if pressed is None or not _FELT_AT.isdisjoint(led):
        return False
    return said[at - 1] in _WHOSE if said[at] == "head" else "through" in led[pressed:]


def asks_for_story(scene: Scene) -> bool:
    """Tell whether a question asks to tell of a complaint, as in `What kind of pain is it?`, not of a touch.

    What comes before the part that asks of pain only tells, as in `It won't come down, and it's sore, isn't it?`.
    """
    if {"did", "touch"} <= scene.said:
        return True  # `Did that touch it?` asks whether something has helped.
    if _compares_sides(scene):
        return False
    parts = scene.statement.chunks
    since = next((part.start for part in parts if not words("sore").isdisjoint(scene.words(part))), None)
    told = since is not None and scene.view.fixing(Chunk(scene.statement.start, since))
    said = scene.words(Chunk(since, scene.statement.end) if since is not None and told else None)
    story = next((at for at, word in enumerate(said) if word in words("of_story") and not _is_of_place(said, at)), None)
    return story is not None and "about" not in said[story + 1 : story + 2] and not is_touching(scene)


def _compares_sides(scene: Scene) -> bool:
    """Tell whether a question only asks which of two sides is the more tender, as in `Which one's more sore?`."""
    reply = scene.statement.reply
    compares = not _TENDER.isdisjoint(scene.said) or {"more", "sore"} <= scene.said or "sorer" in scene.said
    return compares and "which" in scene.said and reply is not None and reply.named and reply.remark.side is not None


def is_touching(scene: Scene) -> bool:
    """Tell whether an examiner says to be pressing, or goes along a place, as in `Sore when I go along the rib?`."""
    goes = (pair for pair in zip(scene.words(), scene.words()[1:], scene.words()[2:], strict=False))
    return scene.says("pressing") or any(one == "i" and verb in _GOING and way in _ALONG for one, verb, way in goes)


def _is_of_place(said: list[str], at: int) -> bool:
    """Tell whether a word of stories only says where, or that it is sore: `where the ribs meet`, `anything sore`."""
    behind = said[at + 1 : at + 2]
    if said[at] == "where":
        return bool(behind) and behind[0] in _OWNED
    return said[at] == "anything" and bool(behind) and behind[0] in words("sore")


def asks_of_days(scene: Scene) -> bool:
    """Tell whether a question asks when or at what it hurts, as in `Is it sore after driving?`."""
    if "yourself" in scene.said:
        return True  # `Does it hurt if you press it yourself?` asks of no touch of an examiner.
    asking = scene.statement.chunks[-1] if scene.view.fixing(scene.statement) else scene.statement
    timed = scene.says("of_days") or bool(scene.terms("function", "activity", "limitation", part=asking))
    return timed and not is_touching(scene)


def terms_of_tenderness(scene: Scene) -> list[Hit]:
    """Return the terms by which a question itself speaks of tenderness."""
    return [hit for hit in scene.terms("tart", "finding") if hit.term.value == "tenderness"]
