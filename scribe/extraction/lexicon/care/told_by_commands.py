"""Treatments that talk only lets one hear: `Push into my hand. Relax.`, `Deep breath, let it out. There it goes.`.

Whoever treats while talking names no technique, but has the patient breathe, push or lie, and is pleased with what
gives way.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.view.view import View
from scribe.schema import Care, Finding, Lesion

TOLD = "care.told_by_commands"
"""The rule of a treatment that is only heard."""
_DYSFUNCTIONS = frozenset({"somatic_dysfunction", "subluxation_complex"})
_BREATHS = frozenset({
    ("deep", "breath"), ("big", "breath"), ("breathe", "in"), ("breath", "in"), ("and", "breathe"), ("just", "breathe"),
    ("breathe", "for"),
})  # fmt: skip
_OUT = frozenset(
    {("breathe", "out"), ("breath", "out"), ("all", "out"), ("it", "out"), ("and", "out"), ("blow", "out")}
)
_EFFORTS = frozenset({"push", "press", "pull", "squeeze", "resist", "kick", "lift", "hold", "meet"})
_AGAINST = frozenset({"into", "against", "in"})
_MINE = frozenset({"me", "my"})
_LETTING_GO = frozenset({"relax", "rest", "soften", "release"})
_POSES = frozenset({
    ("your", "side"), ("your", "belly"), ("your", "stomach"), ("your", "tummy"), ("your", "back"), ("your", "front"),
    ("face", "down"), ("face", "up"), ("face", "in"), ("hang", "on"), ("cross", "your"), ("hug", "yourself"),
    ("other", "side"), ("heavy", "head"), ("head", "heavy"), ("stay", "loose"), ("go", "limp"), ("roll", "over"),
    ("hold", "still"),
})  # fmt: skip
_THERE = frozenset(("there", who) for who in ("she", "he", "it", "we", "they"))
_GOES = frozenset({"goes", "go", "went"})
_GAVE = frozenset({"moved", "popped", "released", "cavitated", "clunked", "loud", "pop", "crunch"})
_GIVING = frozenset({
    ("hear", "that"), ("felt", "that"), ("felt", "it"), ("it", "go"), ("that", "go"), ("let", "go"), ("give", "way"),
})  # fmt: skip
_NOT_NOW = frozenset({"if", "when", "home", "no", "not", "don't", "didn't", "won't", "last", "next", "times", "day"})
_SHORT = 14
_NEAR = 6
_REACH = 5


def with_heard(
    view: View, scenes: Sequence[Scene], lesions: Iterable[Lesion], care: Iterable[Finding]
) -> list[Finding]:
    """Add the treatment that is heard once a dysfunction is stated, where none of this visit is told.

    It is given where the dysfunctions are.

    Args:
        view: The document's words.
        scenes: Its statements.
        lesions: What was read in them.
        care: The care that was read in them.
    """
    told = [*care]
    stated = [it for it in lesions if it.assertion == "present" and it.kind in _DYSFUNCTIONS]
    if not view.document.turns or not stated or any(_is_of_hands_today(it) for it in told):
        return told
    after = min(first_span(lesion)[0] for lesion in stated)
    late = [scene for scene in scenes if view.tokens.spans[scene.statement.start][0] >= after]
    at = next((at for at, scene in enumerate(late) if _works_along(scene) and _goes_on(late, at)), None)
    if at is None:
        return told
    worked = late[at].statement
    regions = tuple(dict.fromkeys(lesion.region for lesion in stated if lesion.region))
    quote = view.evidence(worked.start, worked.end, worked)
    return [*told, Care(kind="manipulation", timing="today", regions=regions, read_by=TOLD, evidence=(quote,))]


def _is_of_hands_today(finding: Finding) -> bool:
    return isinstance(finding, Care) and (finding.kind, finding.timing) == ("manipulation", "today")


def _works_along(scene: Scene) -> bool:
    """Tell whether the patient is to breathe, to push against a hand or to lie for a treatment."""
    if not _is_said_now(scene) or scene.statement.speaker == "patient":
        return False
    return _breathes(scene) or _lets_out(scene) or _resists(scene) or _is_posed(scene)


def _goes_on(late: Sequence[Scene], at: int) -> bool:
    """Tell whether a treatment is heard to go on, or to succeed, right after the patient was to work along."""
    scene = late[at]
    near = [one for one in late[at + 1 : at + 1 + _NEAR] if one.statement.turn <= scene.statement.turn + 1]
    if any(_gives_way(one) for one in near):
        return True
    here = [scene, *(one for one in near if one.statement.turn == scene.statement.turn)]
    signs = (_breathes, _lets_out, _resists, _lets_go, _is_posed)
    return sum(any(sign(one) for one in here) for sign in signs) > 1


def _is_said_now(scene: Scene) -> bool:
    return scene.statement.turn >= 0 and not scene.statement.asks and _NOT_NOW.isdisjoint(scene.said)


def _breathes(scene: Scene) -> bool:
    return _is_said_now(scene) and any(pair in _BREATHS for pair in pairwise(scene.words()))


def _lets_out(scene: Scene) -> bool:
    return _is_said_now(scene) and any(pair in _OUT for pair in pairwise(scene.words()))


def _resists(scene: Scene) -> bool:
    """Tell whether the patient is to work against a hand, as in `push your elbow into my hand`, `squeeze my fist`."""
    said = scene.words()
    at = next((index for index, word in enumerate(said) if word in _EFFORTS), len(said))
    behind = said[at + 1 : at + 1 + 2 * _REACH]
    mine = not _MINE.isdisjoint(behind[:1]) or not (_MINE.isdisjoint(behind) or _AGAINST.isdisjoint(behind))
    return _is_said_now(scene) and mine


def _lets_go(scene: Scene) -> bool:
    return _is_said_now(scene) and not _LETTING_GO.isdisjoint(scene.said)


def _is_posed(scene: Scene) -> bool:
    said = scene.words()
    return _is_said_now(scene) and len(said) <= _SHORT and any(pair in _POSES for pair in pairwise(said))


def _gives_way(scene: Scene) -> bool:
    """Tell whether something has given way, as in `There she goes.` and `Oh, it popped!`."""
    said = scene.words()
    if not _is_said_now(scene) or len(said) > _SHORT:
        return False
    pairs = [*pairwise(said)]
    there = any(pair in _THERE and not _GOES.isdisjoint(said[at + 2 : at + 3]) for at, pair in enumerate(pairs))
    return there or not _GIVING.isdisjoint(pairs) or not _GAVE.isdisjoint(said)
