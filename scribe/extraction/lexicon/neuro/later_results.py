"""Results of tests that are told after them: by the examiner, by the patient, or with a question and its answer.

As in `Straight leg raise on the left.`, `Ow!`, `Okay, positive.`.
"""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.neuro.patients_word import felt
from scribe.extraction.lexicon.neuro.tension_tests import RESULTS
from scribe.extraction.lexicon.neuro.tests_done import TESTED, bends_neck, does_test, lifted, may_test
from scribe.extraction.lexicon.neuro.values import judge
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
from scribe.schema import Assertion, NeuroKind

_AHEAD = 4
_TURNS = 2
_LONGEST = 8
_BOTH = frozenset({"both", "either"})
_BEATS = frozenset({"beat", "beats"})
_CONCLUDING = frozenset({"so", "that", "which", "it", "okay", "ok", "good", "and", "then"})
_LONGEST_REPLY = 24
_REPLIES = 4
_NEAR = 4
"""Turns for which a test goes on: its question and answer, and those for the other side."""
_JOINING = frozenset({"and", "now", "okay", "what", "about", "how", "on", "the", "to", "side", "?", ","})
_DECIDED: dict[str, Assertion] = {"yes": "present", "no": "absent"}


def told_later(scene: Scene) -> Iterator[Found]:
    """Read the result that a later part or statement tells of a test, which has none where it is named."""
    if scene.statement.start not in may_test(scene.view) or scene.statement.turn < 0 or not scene.by_clinician:
        return
    signs = scene.terms("neuro", "sign")
    named = [hit for hit in signs if hit.term.value in TESTED and hit.term.text != "toes"]
    tests = named or [*lifted(scene.view, scene.statement)]
    if not tests or (named and scene.values(tests[-1])):
        return
    test = tests[-1]
    found = (None if named else _shown(scene, test)) or _concluded(scene, test) or _later(scene)
    if found is not None:
        value, part = found
        sides = scene.view.sides(part) or scene.view.sides(scene.statement)
        side = sides[0].value if sides else None
        if side is None and not _BOTH.isdisjoint(scene.words(part)):
            side = "bilateral"
        kind: NeuroKind = test.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Found(kind, judge(kind, value), (Chunk(test.start, value.end),), side)


def _shown(scene: Scene, test: Hit) -> tuple[Hit, Chunk] | None:
    """Return what the raising of a leg is said to give in the same statement: pain, none, or a name of the result."""
    rest = Chunk(test.end, scene.statement.end)
    for hit in scene.terms("neuro", "value", "symptom", part=rest):
        told = hit.term.text
        if hit.term.role == "value" and (told in RESULTS or "pain" in told.split()):
            return hit, rest
        if hit.term.role == "symptom" and hit.term.value == "radicular_pain" and scene.assertion(hit) == "absent":
            return Hit(hit.start, hit.end, Term(told, "neuro", "value", "negative")), rest
    return None


def _concluded(scene: Scene, test: Hit) -> tuple[Hit, Chunk] | None:
    """Return the value of a later part of the statement, as in `only bothers your back, so that's negative`."""
    for chunk in scene.statement.chunks:
        values = scene.terms("neuro", "value", part=chunk)
        beats = bool(values) and not _BEATS.isdisjoint(values[-1].term.text.split())
        alone = _is_alone(scene, values, chunk)
        opens = scene.view.norms[chunk.start] in _CONCLUDING or beats or alone
        if chunk.start >= test.end and opens and values and not scene.terms("neuro", "sign", part=chunk):
            return values[-1], chunk
    return None


def _is_alone(scene: Scene, values: list[Hit], part: Chunk) -> bool:
    """Tell whether a part is only the one result of its statement, as in `SLR right, forty degrees, positive`."""
    only = len(values) == 1 == len(scene.terms("neuro", "value")) and values[0].term.text in RESULTS
    return only and not any(word[0].isalnum() for word in scene.rest_of(part, *values))


def _later(scene: Scene) -> tuple[Hit, Chunk] | None:
    """Return the value of a short statement that the examiner says next, or after a word of the patient."""
    for statement in scene.view.statements_after(scene.statement)[:_AHEAD]:
        if statement.turn - scene.statement.turn > _TURNS or _names_study(scene, statement):
            return None
        if statement.speaker == "patient" or statement.asks:
            continue
        tested = [hit for hit in scene.view.terms("neuro", statement) if hit.term.role != "value"]
        if any(hit.term.role != "symptom" or hit.term.value != "radicular_pain" for hit in tested):
            return None
        if _is_of_other_side(scene, statement):
            return None
        if tested:
            continue
        values = [hit for hit in scene.view.terms("neuro", statement) if _tells(hit)]
        if values and _only_tells(scene, statement, values[-1]):
            between = Chunk(scene.statement.end, statement.start)
            return values[-1], Chunk(between.start if scene.view.sides(between) else statement.start, statement.end)
    return None


def _is_of_other_side(scene: Scene, statement: Statement) -> bool:
    """Tell whether a statement names only the side across from that of the test."""
    own = {side.value for side in scene.view.sides(scene.statement)}
    other = {side.value for side in scene.view.sides(statement)}
    return len(own) == len(other) == 1 and own | other == {"left", "right"}


def _names_study(scene: Scene, statement: Statement) -> bool:
    return any(hit.term.role == "modality" for hit in scene.view.terms("imaging", statement))


def _tells(value: Hit) -> bool:
    """Tell whether a value is a result: no grade, and no `Okay.` that only ends a test."""
    graded = {"5", "five", "2", "two"}.intersection(value.term.text.split("/"))
    return value.term.role == "value" and value.term.text not in {"okay", "ok"} and not graded


def _only_tells(scene: Scene, statement: Statement, value: Hit) -> bool:
    """Tell whether a statement says no more than a result and its side, as in `Good, negative on both sides.`."""
    if statement.end - statement.start > _LONGEST:
        return False
    among = words("calling") | words("measures") | _CONCLUDING
    rest = scene.rest_of(statement, value)
    return all(not word[0].isalnum() or word in among or word.isdigit() for word in rest)


def felt_by_patient(scene: Scene) -> Iterator[Found]:
    """Read a test of tension that closes the examiner's turn, and what the next turn says of it."""
    test = _test(scene) if scene.statement.start in may_test(scene.view) else None
    reply = _reply(scene) if test is not None else None
    if test is None or reply is None:
        return
    assertion = felt(scene.view, reply, asked=scene.statement.asks)
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
    tests = tests if does_test(scene.view, scene.statement) else []
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
    return Chunk(told[0].start, end) if end - told[0].start <= _LONGEST_REPLY else None


def _is_patients(scene: Scene, one: Statement) -> bool:
    return one.speaker == "patient" or (one.speaker == "unknown" and scene.statement.asks)


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
    return _JOINING.issuperset(scene.rest_of(scene.statement))


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
