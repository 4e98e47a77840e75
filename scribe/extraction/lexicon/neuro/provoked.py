"""Tests that a question and its answer decide: `Spurling's to the right. Does that send it down the arm?`, `Yeah.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.neuro.results import lifted
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.schema import Assertion

_NEAR = 4
"""Turns for which a test goes on: its question and answer, and those for the other side."""
_JOINING = frozenset({"and", "now", "okay", "what", "about", "how", "on", "the", "to", "side", "?", ","})
_DECIDED: dict[str, Assertion] = {"yes": "present", "no": "absent"}


def decided_by_answer(scene: Scene) -> Iterator[Found]:
    """Read a test of tension whose result is asked, as the next words of the examiner or for the other side."""
    reply = scene.statement.reply
    if reply is None or reply.answer not in _DECIDED or scene.statement.turn < 0 or not scene.by_clinician:
        return
    asked, sides = _asks_of_radiation(scene), scene.view.sides(scene.statement)
    if not asked and not (sides and _names_only_side(scene)):
        return
    test = _test_before(scene)
    if test is None:
        return
    side = next(iter(sides or scene.view.sides(test)), None)
    part = Chunk(scene.statement.start, reply.end)
    yield Found("tension_sign", _DECIDED[reply.answer], (part,), side.value if side else None)


def _asks_of_radiation(scene: Scene) -> bool:
    """Tell whether a question asks whether something runs down a limb."""
    return any(hit.term.value == "radicular_pain" for hit in scene.terms("neuro", "symptom"))


def _names_only_side(scene: Scene) -> bool:
    named = {at for side in scene.view.sides(scene.statement) for at in range(side.start, side.end)}
    rest = (scene.view.norms[at] for at in range(scene.statement.start, scene.statement.end) if at not in named)
    return _JOINING.issuperset(rest)


def _test_before(scene: Scene) -> Statement | None:
    """Return the statement right before that names a test without a result; for a side alone one a few turns back."""
    earlier = [one for one in scene.view.statements_before(scene.statement) if one.speaker != "patient"]
    if _asks_of_radiation(scene):
        earlier = [one for one in earlier if one.turn == scene.statement.turn][-1:]
    for one in reversed(earlier):
        named = scene.view.terms("neuro", one)
        tests = [hit for hit in named if hit.term.role == "sign" and hit.term.value == "tension_sign"]
        if scene.statement.turn - one.turn > _NEAR or any(hit.term.role == "value" for hit in named):
            return None
        if (tests or any(lifted(scene.view, one))) and not one.asks:
            return one
    return None
