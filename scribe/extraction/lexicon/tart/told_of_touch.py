"""What an answer says of a touch: `Go for it. Okay, that's sore.`, `Not there. Lower. Yeah, there.`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_BARE = 3
SPOT = frozenset({
    ("right", "there"), ("that's", "it"), ("that", "it"), ("the", "spot"), ("the", "one"), (",", "there"),
    ("yes", "there"), ("yeah", "there"), ("yep", "there"), ("that's", "him"), ("that", "him"), ("there", "!"),
    ("it", "exactly"), ("found", "it"), ("that", "one"), ("right", "here"),
})  # fmt: skip
"""Words with which a patient says that the fingers are where it hurts."""
_BEING = frozenset({"that's", "it's", "that", "it", "is", "feels", "thats", "there's"})
"""Words by which something is said to be sore."""
_FORMERLY = frozenset({"was", "were", "used", "less", "been"})
_LED_ON = frozenset({"yeah", "yes", "yep", "there", "ow", "ooh", "oh", "that", "that's", "right", "now"})


def told_of_touch(scene: Scene, answer: Assertion, *, well: bool) -> Assertion:
    """Return what an answer says of tenderness; `Go for it. Okay, yeah, that's sore.` only opens with a leave."""
    sore = _is_sore_after_all(scene) or _is_called_sore_first(scene) or _is_found_further_on(scene)
    if answer == "absent" and not well and sore:
        return "present"
    return "absent" if (well and answer == "present") or answer == "historical" else answer


def _is_sore_after_all(scene: Scene) -> bool:
    """Tell whether an answer that gives leave goes on to call it sore."""
    reply = scene.statement.reply
    if reply is None or reply.answer != "normal":
        return False
    said = (scene.words(one) for one in scene.view.statements_from(reply.start) if one.speaker == "patient")
    return any(not words("sore").isdisjoint(one) and words("denials").isdisjoint(one) for one in said)


def _is_found_further_on(scene: Scene) -> bool:
    """Tell whether an answer leads the fingers on to the spot, as in `Not there. Lower. Yeah, there.`."""
    reply = scene.statement.reply
    if reply is None or reply.answer != "no":
        return False
    told = [one for one in scene.view.statements_from(reply.start) if one.speaker == "patient"]
    later = (scene.words(one) for one in told[1:] if one.turn == told[0].turn)
    return any(said[0] in _LED_ON and not denies(said) and not SPOT.isdisjoint(pairwise(said)) for said in later)


def _is_called_sore_first(scene: Scene) -> bool:
    """Tell whether an answer calls it sore before it denies something else: `That's sore. I didn't know it was.`."""
    reply = scene.statement.reply
    said = scene.view.norms[reply.start : reply.end] if reply is not None else []
    at = next((at for at, word in enumerate(said) if word in words("sore")), None)
    if at is None or denies(said[:at]) or not _FORMERLY.isdisjoint(said[:at]):
        return False
    return not _BEING.isdisjoint(said[max(0, at - _BARE) : at])
