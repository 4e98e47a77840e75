"""Tests of tension whose result the patient tells: `And leg raise, left, forty degrees?`, `Ow, that pulls.`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.neuro.results import bends_neck, lifted
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_LONGEST = 24
_REPLIES = 4
_WAY = 4
_RUNNING = frozenset({
    "pulls", "pull", "pulling", "zings", "zing", "zaps", "zap", "shoots", "shooting", "shot", "shock", "electric",
    "lightning", "burns", "burning", "tingles", "tingling", "fires", "sciatica", "nerve",
})  # fmt: skip
"""Words for what a nerve does that is pulled."""
_TOWARD = frozenset({"down", "into", "to", "in"})
_LOCAL = frozenset({
    "back", "neck", "tight", "tightness", "stretch", "stretchy", "hamstring", "hamstrings", "spine", "muscle",
    "pressure",
})  # fmt: skip
"""Words for what no nerve does."""
_NO = frozenset({"no", "nope", "nah", "nothing", "nuh"})
_WELL = frozenset({"fine", "okay", "ok", "good"})
"""Words that deny what is asked, and else only say that somebody listens."""
_YES = frozenset({"yes", "yeah", "yep", "yup", "there", "mm-hm", "uh-huh", "that's"})


def felt_by_patient(scene: Scene) -> Iterator[Found]:
    """Read a test of tension that closes the examiner's turn, and what the next turn says of it."""
    test = _test(scene)
    reply = _reply(scene) if test is not None else None
    if test is None or reply is None:
        return
    assertion = _felt(scene, reply)
    if assertion is not None:
        sides = {side.value for side in scene.view.sides(scene.statement)}
        side = sides.pop() if len(sides) == 1 else None
        yield Found("tension_sign", assertion, (test, Chunk(reply.start, reply.end)), side)


def _test(scene: Scene) -> Item | None:
    """Return the test that a statement names or does, and gives no result of."""
    if scene.statement.turn < 0 or not scene.by_clinician or scene.statement.speaker == "patient":
        return None
    named = [hit for hit in scene.terms("neuro", "sign") if hit.term.value == "tension_sign"]
    tests: list[Item] = [*named] or [*lifted(scene.view, scene.statement)]
    if not tests and scene.statement.asks and bends_neck(scene.view, scene.statement) and scene.says("pressing"):
        tests = [scene.statement]
    told = scene.terms("neuro", "value") if not scene.statement.asks else []
    result = any(not hit.term.text[:1].isdigit() for hit in told)
    return tests[-1] if len(tests) == 1 and not result and not scene.carried else None


def _reply(scene: Scene) -> Chunk | None:
    """Return what the patient says at once, where no other question stands between."""
    after = scene.view.statements_after(scene.statement)[:_REPLIES]
    told = [one for one in after if one.turn == scene.statement.turn + 1 and _is_patients(scene, one)]
    if not after or not told or after[0] != told[0] or told[0].asks:
        return None
    verdict = next((one for one in after if one.turn > told[0].turn), None)
    if verdict is not None and any(hit.term.role == "value" for hit in scene.view.terms("neuro", verdict)):
        return None
    end = next((one.start for one in told if one.asks), told[-1].end)
    return Chunk(told[0].start, end) if end - told[0].start <= _LONGEST else None


def _is_patients(scene: Scene, one: Statement) -> bool:
    return one.speaker == "patient" or (one.speaker == "unknown" and scene.statement.asks)


def _felt(scene: Scene, reply: Chunk) -> Assertion | None:
    """Return whether a nerve was pulled; what stays in the back is no sign of tension."""
    said = [word for word in scene.words(reply) if word[0].isalnum()]
    limbs = words("limb_ends") | words("limb_parts")
    runs = any(way in _TOWARD and not limbs.isdisjoint(said[at : at + _WAY]) for at, way in enumerate(said))
    none = _NO | _WELL if scene.statement.asks else _NO
    denied = said[:1] and (said[0] in none or ("not", "really") in [*pairwise(said[:2])])
    if denied:
        return "absent"
    if runs or not _RUNNING.isdisjoint(said):
        return "present"
    if not _LOCAL.isdisjoint(said):
        return "absent"
    yes = words("cries") | (_YES if scene.statement.asks else frozenset())
    cries = not yes.isdisjoint(said[:2])
    return "present" if cries else None
