"""Tests of tension: how they are named or done, and what they give as they are done.

As in `Left leg up, that bites at forty. The right goes all the way, nothing.`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.times_of_findings import is_dated
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.neuro.tests_done import LEGS, bends_neck, does_test, lifted, may_raise, may_test
from scribe.extraction.lexicon.view.saying import saying, whole
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality
from scribe.terminology.regions import LIMBS

RESULTS = frozenset({"negative", "positive", "equivocal", "neg", "pos"})
"""Names of results."""
_LEAST, _PAINFUL, _LEG_FREE, _MOST = 15, 35, 70, 110
"""Degrees: what is a measure at all, up to where a root is stretched, and from where a leg is free."""
_BETWEEN = frozenset({
    "to", "at", "of", "is", "was", ":", "=", "about", "the", "on", "test", "degrees", "deg", "side", "sides", "b",
    "and", "/", "only", "limited",
})  # fmt: skip
_BACK, _TURNS = 5, 3
"""Statements and turns for which a test goes on to the other side."""
_LONGEST = 16
"""Words of a statement that only tells a result."""
_DONE = 2
"""Statements in which a test may be done before its result, as in `Slump. Kick out the left. There's the jolt.`."""
_OPENING = 4
EVOKED = frozenset({"radicular_pain", "sensory_deficit"})
"""What a test of tension gives."""
_BEFORE = 3
_ABOUT_LEG = 4
_AT_MOST_A_LIMB = LIMBS | {None}
_RAISING = frozenset({"lifting", "raising"})
_OTHERS = frozenset({"side", "one", "leg", "way", "arm"})
_TAKING_UP = frozenset({"that", "that's", "it", "there", "there's", "this", "which", "and"})
_MOVING = frozenset({
    "glides", "moves", "springs", "slides", "rotates", "turns", "gives", "rises", "drops", "glide", "move", "spring",
    "rotate", "turn", "bend", "bends",
})  # fmt: skip
"""What a joint does under the hands."""
_ASKING = frozenset({"does", "do", "is", "any", "did"})
_NOT = frozenset({"no", "not", "doesn't", "didn't", "don't", "without", "never", "nothing", "isn't"})
_DENYING = frozenset({"doesn't", "didn't"})
_SIDES = frozenset({"left", "right"})
_UNHURT = frozenset({"pain", "complaint", "complaints", "trouble", "problem", "symptoms", "symptom", "bother", "thing"})
_FREE = (["all", "the", "way"], ["straight", "up"])
_GIVING = frozenset({"gives", "gave", "giving"})
_GIVEN = frozenset({"you", "me", "him", "her"})
_THE = frozenset({"the", "your", "my", "his", "her", "that", "it", "some"})
_ARRIVING = frozenset({"goes", "is", "comes"})
_MEASURED = 8
_ELSEWHERE = frozenset({
    "hamstring", "hamstrings", "tight", "behind", "only", "pillow", "keep", "night", "swelling", "prop", "just", "if",
    "when", "used",
})  # fmt: skip
"""Words with which a leg pulls that no root holds back, or of another day."""


def is_test(scene: Scene) -> bool:
    """Tell whether an examiner names or does a test of tension, and asks what it does: `leg up, does that shoot?`."""
    if scene.statement.turn < 0 or not scene.by_clinician:
        return False
    if any(hit.term.value == "tension_sign" for hit in scene.terms("neuro", "sign")):
        return True
    if does_test(scene.view, scene.statement) or bends_neck(scene.view, scene.statement):
        return True
    before = scene.earlier_in_turn[-1:]
    return any(bends_neck(scene.view, one) or any(lifted(scene.view, one)) for one in before)


def provokes(scene: Scene) -> bool:
    """Tell whether a pain is only what a test provokes, as in `Spurling to the left sends pain into the forearm`."""
    return scene.may_examine and any(hit.term.value == "tension_sign" for hit in scene.terms("neuro", "sign"))


def provoked_pain(scene: Scene, test: Hit) -> Hit | None:
    """Return the pain that a test is said to give, as in `raising the leg gives you that leg pain`."""
    after = Chunk(test.end, max(test.end, scene.chunk(test).end))
    pains = scene.terms("neuro", "symptom", part=after) if scene.may_examine else []
    return next((hit for hit in pains if hit.term.value == "radicular_pain"), None)


def raised_to(scene: Scene, sign: Hit) -> Found | None:
    """Return how far a straight leg is raised in a note that says nothing else of it."""
    if scene.statement.turn >= 0 or not sign.term.text.startswith(("slr", "straight leg")):
        return None
    chunk, norms = scene.chunk(sign), scene.view.norms
    sided = covered_by(scene.view.sides(chunk))
    told = [at for at in range(sign.end, chunk.end) if at not in sided and norms[at][0].isalnum()]
    degrees = [at for at in told if norms[at].isdecimal()]
    if not degrees or any(norms[at] not in _BETWEEN | words("measures") for at in told if at not in degrees):
        return None
    reached = {int(norms[at]) for at in degrees}
    part = Chunk(degrees[0], degrees[-1] + 1)
    if all(_LEAST <= one <= _PAINFUL for one in reached):
        return Found("tension_sign", "present", (sign, part))
    return Found("tension_sign", "absent", (sign, part)) if all(_LEG_FREE <= one <= _MOST for one in reached) else None


class _Outcome(NamedTuple):
    """What a test is said to give."""

    start: int
    """Index of its first token."""
    assertion: Assertion
    """Whether the test gives something."""


class _Sided(NamedTuple):
    """A side, or both that are named together."""

    start: int
    """Index of its first token."""
    value: Laterality
    """The side."""


def stretched(scene: Scene) -> tuple[Found, ...]:
    """Read what the test of a statement gives in it, or what the test before gives on this side or the other.

    Args:
        scene: The statement.
    """
    if scene.statement.turn < 0 or not scene.by_clinician or scene.stance == "imaging":
        return ()
    if scene.statement.start not in may_tell(scene.view) or not _ELSEWHERE.isdisjoint(scene.said):
        return ()
    tests = _tests(scene.view, scene.statement)
    if tests:
        found = (*_told(scene, Chunk(tests[0].start, scene.statement.end), None),)
        return found or (*_told(scene, scene.statement, None),)
    if scene.statement.start not in after_tests(scene.view) or not _only_tells(scene):
        return ()
    before = _test_before(scene)
    return () if before is None else (*_told(scene, scene.statement, before),)


@lru_cache(maxsize=1)
def may_tell(view: View) -> frozenset[int]:
    """Return where the statements start that may tell what a test gives."""
    return saying(
        view, words("evoking") | words("unevoked") | _UNHURT | _DENYING | _GIVING | {"all", "straight", "there"}
    )


def _tests(view: View, statement: Statement) -> list[Item]:
    """Return the tests that a statement names or does; none where another sign or the name of a result stands by."""
    if statement.start not in may_test(view):
        return []
    named = view.terms("neuro", statement)
    signs = [hit for hit in named if hit.term.role == "sign"]
    named_so = any(not RESULTS.isdisjoint(hit.term.text.split()) for hit in named)
    if named_so or any(hit.term.value != "tension_sign" for hit in signs):
        return []
    return sorted([*signs, *lifted(view, statement), *_raised(view, statement)], key=lambda item: item.start)


@lru_cache(maxsize=1)
def after_tests(view: View) -> frozenset[int]:
    """Return where the statements start that closely follow one which names a test of tension or may raise a leg."""
    named = (hit.start for hit in view.terms("neuro", whole(view)) if hit.term.value == "tension_sign")
    tested = (*named, *may_raise(view))
    return frozenset(one.start for at in tested for one in view.statements_after(Chunk(at, at + 1)))


def _raised(view: View, statement: Statement) -> Iterator[Chunk]:
    """Yield the raising of a leg that says nothing of who does it: `lifting your leg`, `leg, straight up`."""
    norms = view.norms
    for at in range(statement.start, statement.end) if statement.start in may_raise(view) else ():
        if norms[at] not in LEGS:
            continue
        before = norms[max(statement.start, at - _ABOUT_LEG) : at]
        after = [word for word in norms[at + 1 : min(at + 1 + _ABOUT_LEG, statement.end)] if word != ","]
        if not _RAISING.isdisjoint(before) or after[:2] == ["straight", "up"]:
            yield Chunk(at, at + 1)


def _only_tells(scene: Scene) -> bool:
    """Tell whether a short statement names no other sign or place: `To the right, nothing`, `That lights it up`."""
    statement = scene.statement
    moves, long = not _MOVING.isdisjoint(scene.said), statement.end - statement.start > _LONGEST
    if moves or long or _is_elsewhere(scene.view, statement):
        return False
    if words("evoking").isdisjoint(scene.said) and scene.view.fixing(statement):
        return False  # What is well is another part of the body.
    opening = scene.view.norms[statement.start : min(statement.end, statement.start + _OPENING)]
    arrives = scene.said >= {"there", "it"}
    return _names_side(scene) or arrives or not _TAKING_UP.isdisjoint(opening) or opening[0] in words("unevoked")


def _names_side(scene: Scene) -> bool:
    opens = scene.view.norms[scene.statement.start] in OPPOSITE
    return opens or bool(scene.view.sides(scene.statement)) or _is_other(scene)


def _is_other(scene: Scene) -> bool:
    return any(one in {"other", "opposite"} and other in _OTHERS for one, other in pairwise(scene.words()))


def _is_elsewhere(view: View, statement: Statement) -> bool:
    """Tell whether a statement is of another sign, of what hands feel, or of another part of the body."""
    named = (hit for hit in view.terms("neuro", statement) if hit.term.role != "value")
    other = any(hit.term.role != "symptom" or hit.term.value not in EVOKED for hit in named)
    other = other or not words("orthopedic_tests").isdisjoint(view.norms[statement.start : statement.end])
    felt = any(hit.term.role in {"test", "motion", "landmark"} for hit in view.terms("tart", statement))
    return other or felt or any(place.region not in _AT_MOST_A_LIMB for place in view.fixing(statement))


def _test_before(scene: Scene) -> Statement | None:
    """Return the statement with the test that goes on; a result that names no side is of the last words alone."""
    earlier = [one for one in scene.view.statements_before(scene.statement)[-2 * _BACK :] if one.speaker != "patient"]
    sided = _names_side(scene)
    for one in reversed(earlier[-_BACK:] if sided else earlier[-_DONE:]):
        if scene.statement.turn - one.turn > _TURNS:
            return None
        if _tests(scene.view, one):
            bare = not _outcomes(scene.view, one)
            return one if sided or (bare and one.turn == scene.statement.turn) else None
        if _is_elsewhere(scene.view, one) or (not sided and _outcomes(scene.view, one)):
            return None
    return None


def _told(scene: Scene, part: Item, before: Statement | None) -> Iterator[Found]:
    """Yield the results of a part, each with its own side: all of them behind their sides, or all before them."""
    outcomes = _answered(scene, _outcomes(scene.view, part))
    if not outcomes:
        return
    sides = _sides(scene, before)
    first, last = outcomes[0].start, outcomes[-1].start
    opens = min([part.start, *(one.start for one in sides if one.start >= scene.statement.start)])
    quoted = Chunk(opens, scene.chunk(Chunk(last, last)).end)
    if len(sides) > 1 and len(sides) == len(outcomes) and len({one.value for one in sides}) > 1:
        for side, outcome in zip(sides, outcomes, strict=True):
            start, end = sorted((side.start, outcome.start))
            yield Found("tension_sign", _when(scene, outcome), (Chunk(start, end + 1),), side.value)
        return
    assertion = _when(scene, next((one for one in outcomes if one.assertion == "present"), outcomes[0]))
    near = [one for one in sides if one.start <= first] or list(sides)
    yield Found("tension_sign", assertion, (quoted,), near[-1].value if near else None)


def _when(scene: Scene, outcome: _Outcome) -> Assertion:
    """Return what a test gives, or once gave, as in `Slump set it off last month`."""
    past = is_dated(scene, Chunk(outcome.start, outcome.start + 1))
    return "historical" if past and outcome.assertion == "present" else outcome.assertion


def _sides(scene: Scene, before: Statement | None) -> list[_Sided]:
    """Return the sides of a statement, two that are joined as both; those of the test before where it names none."""
    own = _joined(scene, scene.statement)
    opening = scene.view.norms[scene.statement.start]
    if own or before is None:
        return own
    if opening in OPPOSITE:
        return [_Sided(scene.statement.start, OPPOSITE[OPPOSITE[opening]])]
    told = _joined(scene, Chunk(before.start, scene.statement.start))
    if _is_other(scene):
        return [_Sided(one.start, OPPOSITE[one.value]) for one in told[-1:] if one.value in OPPOSITE]
    return told[-1:]


def _joined(scene: Scene, part: Item) -> list[_Sided]:
    found: list[_Sided] = []
    for side in scene.view.sides(part):
        joins = scene.view.norms[side.start - 1] in {"or", "and", "nor"} and side.start - 2 == (
            found[-1].start if found else None
        )
        if joins:
            found[-1] = _Sided(found[-1].start, "bilateral")
        else:
            found.append(_Sided(side.start, side.value))
    return found


def _outcomes(view: View, part: Item) -> list[_Outcome]:
    """Return what words of a part say that a test gives, in order; the words of one side's result count once."""
    norms = view.norms
    found: list[_Outcome] = []
    for at in range(part.start, part.end):
        assertion = _outcome(norms, at, part.end)
        again = found and found[-1].assertion == assertion and not view.sides(Chunk(found[-1].start, at))
        if assertion and not again:
            found.append(_Outcome(at, assertion))
    return found


def _outcome(norms: Sequence[str], at: int, end: int) -> Assertion | None:
    if norms[at] == "not" and not _SIDES.isdisjoint(norms[at + 1 : at + 4]):
        return "absent"  # As in `brings it on to the left, not to the right`.
    denied = not _NOT.isdisjoint(norms[max(0, at - _BEFORE) : at])
    if norms[at] in words("evoking") or _gives(norms, at) or _arrives(norms, at):
        return "absent" if denied else "present"
    if norms[at] in _DENYING and norms[at + 1 : at + 2] in ([], ["."], ["?"]):
        return "absent"
    if norms[at] in words("unevoked") or (denied and norms[at] in _UNHURT):
        return "absent"
    return "absent" if any(list(norms[at : min(end, at + len(free))]) == free for free in _FREE) else None


def _answered(scene: Scene, outcomes: list[_Outcome]) -> list[_Outcome]:
    """Return what a test gives once the patient has answered; a bare question that none answers tells nothing."""
    if not scene.statement.asks:
        return outcomes
    reply = scene.statement.reply
    if reply is not None and reply.answer == "no":
        return [one._replace(assertion="absent") for one in outcomes]
    bare = reply is None or reply.answer != "yes"
    return [] if bare and not _ASKING.isdisjoint(scene.said) else outcomes


def _gives(norms: Sequence[str], at: int) -> bool:
    """Tell whether a test gives somebody the pain again: `that gives you the foot`, unlike in `the knee gives way`."""
    after = norms[at + 1 : at + 3]
    return norms[at] in _GIVING and after[:1] != [] and after[0] in _GIVEN and after[1:] != [] and after[1] in _THE


def _arrives(norms: Sequence[str], at: int) -> bool:
    """Tell whether pain comes at a measure of degrees, as in `Thirty-five degrees, and there it goes`."""
    if norms[at] != "there" or norms[at + 1 : at + 2] != ["it"] or _ARRIVING.isdisjoint(norms[at + 2 : at + 3]):
        return False
    told = norms[max(0, at - _MEASURED) : at]
    return not words("measures").isdisjoint(told) or any(word.isdecimal() for word in told)
