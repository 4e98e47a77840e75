"""Strength and reflexes as an examiner calls them out: `Big toe up, hold it. Left, five. Right, a four.`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared
from scribe.extraction.lexicon.neuro.calling_out import (
    COUNTS,
    GROUPS,
    LEADING,
    NUMBERS,
    SIGNED,
    TESTING,
    TIPS,
    grading_words,
    may_call_out,
    parts,
    stands_for_limb,
    words_before,
)
from scribe.extraction.lexicon.neuro.finding_kinds import PAIRED, PROVOKED, Found, is_too_lively
from scribe.extraction.lexicon.neuro.reflexes import is_commanded
from scribe.extraction.lexicon.neuro.second_opinion import objects
from scribe.extraction.lexicon.neuro.side_of_grade import only_names_side, part_before, side_of_grade
from scribe.extraction.lexicon.neuro.tension_tests import RESULTS
from scribe.extraction.lexicon.neuro.values import VALUES, is_alike, is_grade, judge, normal_grade
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, NeuroKind

_NEAR = 3
_BESIDE_COUNT = 2
_RUNNING = 4
"""Words of a part of speech that runs on without marks."""
_STRONGLY = (["against"], ["for"], ["as"], ["enough"])
"""Words behind a strong that make it a part of the command."""
_COMMAND = 6
_LIVELY_GRADES = (["two", "plus"], ["2", "+"], ["one", "plus"], ["1", "+"])
"""Grades that are given to reflexes alone."""
_OUT_OF = frozenset({"of", "over", "from"})
"""Words between a grade and the highest one, as in `two out of five`."""
_HIGHEST = frozenset({"five", "5"})
_FULL = 5
_LIVELY = 3
_JUST_BEFORE = 9
"""Words before a result in which the other side is graded."""
_STRONG_GRADES = frozenset({"four", "five", "4", "5"})
_TURNS = frozenset({"turn", "tilt", "rotate", "twist", "bend", "lean", "chin", "nod"})
_WAYS = frozenset({"up", "down", "out", "in", "apart", "together"})
_NOTHING = frozenset({"nothing", "no response", "none"})
"""Values that a test which provokes nothing has, and a reflex that is lost."""
_UP_TO = frozenset({"to", "at", "past"})
_COUNTED = frozenset({"finger", "fingers", "hand", "hands", "thumb", "thumbs", "toe", "toes", "leg", "legs"})
"""What is counted where a number stands right before it."""
_JOINTS = frozenset({
    "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "shoulders", "elbows", "wrists", "hips", "bending",
    "straightening",
})  # fmt: skip
"""What is full of motion, not of strength, unless a muscle has been tried."""


def called_out(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Read the grades and results that a statement calls out for the test spoken of just before.

    Args:
        scene: The statement.
        taken: The words that tell something else.
    """
    if scene.statement.start not in may_call_out(scene.view) or not scene.may_examine:
        return
    yield from _resisted(scene)
    for chunk in parts(scene.view, scene.statement):
        signs = scene.terms("neuro", "sign", "symptom", "organ", part=chunk)
        free = taken.isdisjoint(range(chunk.start, chunk.end))
        if free and (not signs or _only_names_tested(scene, chunk, signs)):
            found = _grade(scene, chunk) or _result(scene, chunk)
            if found is not None:
                yield found


def _only_names_tested(scene: Scene, chunk: Chunk, signs: list[Hit]) -> bool:
    """Tell whether a part names a muscle or reflex and no value of the tables: `Right biceps is a four`."""
    tested = all(sign.term.value in PAIRED and sign.term.role == "sign" for sign in signs)
    return tested and not scene.terms("neuro", "value", part=chunk)


def _resisted(scene: Scene) -> Iterator[Found]:
    """Read a command to resist with its result in speech without marks, as in `grip my fingers good strong`."""
    norms = scene.view.norms
    for chunk in scene.statement.chunks:
        for at in range(chunk.start + 1, chunk.end) if chunk.end - chunk.start > _RUNNING else ():
            if norms[at] in words("strong") - {"full"} and norms[at + 1 : at + 2] not in _STRONGLY:
                before = norms[max(chunk.start, at - _COMMAND) : at]
                tried = words("muscles") | _WAYS
                if words("resisting").intersection(before) and tried.intersection(before):
                    yield Found("motor_deficit", "absent", (Chunk(at, at + 1),))


def _grade(scene: Scene, chunk: Chunk) -> Found | None:
    """Read a part that holds nothing but a grade with its muscle and side, as in `Right's a four minus`."""
    if grading_words().isdisjoint(scene.words(chunk)):
        return None
    norms = scene.view.norms
    said = [at for at in range(chunk.start, chunk.end) if norms[at][0].isalnum()]
    sided = covered_by(scene.view.sides(chunk))
    reflexes = _reflexes(scene, chunk)
    untold, told = words("muscles") | TESTING, sided | covered_by(reflexes)
    rest = [at for at in said if at not in told and norms[at] not in untold and not stands_for_limb(scene, at)]
    rest = [at for at in rest if norms[at] not in _HIGHEST or norms[at - 1] not in _OUT_OF]
    grades = [at for at in rest if norms[at] in grading_words()]
    if grades and (_is_counted(scene, grades[-1]) or (len(said) == 1 and _numbers_diagnosis(scene, chunk))):
        return None
    if grades and (_is_felt_or_moved(scene, chunk, norms[grades[-1]]) or _is_count(scene, grades[-1], sided)):
        return None
    among = words("calling") | SIGNED | LEADING
    if grades and norms[grades[-1]] in NUMBERS:
        among |= words("strong") | _OUT_OF  # `A full five` is a five.
    if not grades or any(norms[at] not in among for at in rest if at != grades[-1]):
        return None
    muscled = any(norms[at] in words("muscles") | GROUPS for at in said) or _names_muscle(scene, chunk)
    jerks = words("jerks").intersection(scene.words(chunk)) and norms[grades[-1] :][:2] in _LIVELY_GRADES
    moves = norms[grades[-1]] == "full" and not _JOINTS.isdisjoint(scene.words(chunk))
    named = muscled and not moves and not _is_jerk(scene, chunk) and not _may_be_jerk(scene, chunk, norms[grades[-1]])
    kind = "motor_deficit" if named else _tested(scene, chunk)
    kind = "reflex_deficit" if jerks or reflexes else kind
    return _judged(scene, chunk, kind, grades[-1]) if kind else None


def _is_felt_or_moved(scene: Scene, chunk: Chunk, told: str) -> bool:
    """Tell whether a word of strength is of what fingers feel or of a motion, as in `solid muscle`."""
    felt = told == "solid" and not {"muscle", "muscles"}.isdisjoint(scene.words(chunk))
    return felt or (told == "full" and (_turned(scene) or _is_raised(scene, chunk)))


def _is_raised(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a test of tension was named last, so that a full is how far it goes: `SLR left full`."""
    signs = scene.terms("neuro", "sign", part=words_before(scene, chunk))
    return bool(signs) and signs[-1].term.value == "tension_sign"


def _is_count(scene: Scene, at: int, sided: set[int]) -> bool:
    """Tell whether a number counts: the finger that points, or what is listed, as in `Three is the left leg`."""
    following = scene.view.tokens.word(at + 1)
    counted = following == "is" or (not sided and following in _COUNTED)
    return counted and scene.view.norms[at] in COUNTS


def _is_counted(scene: Scene, at: int) -> bool:
    """Tell whether a number stands in a row that counts up, as in `One, two, three, four, five.`."""
    norms = scene.view.norms
    if scene.view.sides(scene.chunk(Chunk(at, at + 1))) or norms[at] not in NUMBERS:
        return False
    near = norms[max(scene.statement.start, at - _BESIDE_COUNT) : min(scene.statement.end, at + _BESIDE_COUNT + 1)]
    row = [NUMBERS[one] for one in near if one in NUMBERS]
    return any(other - one == 1 for one, other in pairwise(row))


def _numbers_diagnosis(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part is followed by what is diagnosed, as in `Assessment, one, cervicogenic headache.`."""
    rest = Chunk(chunk.end, scene.statement.end)
    return bool(scene.terms("conditions", part=rest) or scene.terms("lesions", "head", part=rest))


def _turned(scene: Scene) -> bool:
    """Tell whether the statement before bids to turn head or trunk, so that a full is one of motion."""
    before = scene.view.statements_before(scene.statement)[-1:]
    return any(_TURNS.intersection(scene.view.norms[one.start : one.end]) for one in before)


def _is_jerk(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a muscle or joint names a reflex, as in `Reflexes, triceps, right is one`; a hand resists then."""
    before = words_before(scene, Chunk(chunk.end, chunk.end))
    signs = [hit for hit in scene.terms("neuro", "sign", part=before) if hit.term.value == "reflex_deficit"]
    if not signs:
        return False
    said = set(scene.words(Chunk(signs[-1].end, chunk.end)))
    return bool(words("jerks").intersection(said)) and not words("resisting").intersection(said)


def _reflexes(scene: Scene, chunk: Chunk) -> list[Hit]:
    """Return the reflexes that a part names, as in `Achilles two right`."""
    return [sign for sign in scene.terms("neuro", "sign", part=chunk) if sign.term.value == "reflex_deficit"]


def _may_be_jerk(scene: Scene, chunk: Chunk, grade: str) -> bool:
    """Tell whether a low grade beside the name of a reflex is that of one, unless strength has been tried before."""
    low = 0 < NUMBERS.get(grade, 0) < _LIVELY and not words("jerks").isdisjoint(scene.words(chunk))
    return low and TESTING.isdisjoint(scene.words(chunk)) and _tested(scene, chunk) != "motor_deficit"


def _names_muscle(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether the part before is nothing but a muscle and its side, as in `right triceps, four minus`."""
    before = part_before(scene, chunk)
    if before is None or not only_names_side(scene, before):
        return False
    return bool(words("muscles").intersection(scene.words(before)))


def _tested(scene: Scene, chunk: Chunk) -> NeuroKind | None:
    """Return what was tested last before a part of a turn: the strength of a muscle, or a reflex."""
    before = words_before(scene, chunk)
    signs = scene.terms("neuro", "sign", part=before)
    reflexes = [hit.start for hit in signs if hit.term.value == "reflex_deficit"]
    reflexes += [at for at in range(before.start, before.end) if scene.view.norms[at : at + 2] in _LIVELY_GRADES]
    strength = [hit.start for hit in signs if hit.term.value == "motor_deficit" and "strength" in hit.term.text.split()]
    among = words("muscles") | words("resisting")
    muscles = [index for index in range(before.start, before.end) if scene.view.norms[index] in among] + strength
    if reflexes and (not muscles or max(reflexes) + _NEAR >= max(muscles) or _is_of_jerk(scene, chunk)):
        return "reflex_deficit"
    said = scene.words(before)
    tried = words("resisting").intersection(said) or any(_is_tried(*three) for three in _triples(said))
    walks = ("walk" in said or ("up", "on") in pairwise(said)) and not TIPS.isdisjoint(said)
    return "motor_deficit" if walks or (muscles and (tried or _is_graded(said))) else None


def _triples(said: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each word with the next one, and those behind."""
    yield from ((said[at], said[at + 1], said[at + 2 : at + 2 + _NEAR]) for at in range(len(said) - 1))


def _is_of_jerk(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part holds a grade that is given to reflexes alone, as `it's one plus` and `right is two`."""
    said = [word for word in scene.words(chunk) if word[0].isalnum()]
    return said[-1:] in (["two"], ["2"]) or said[-2:] in _LIVELY_GRADES


def _is_tried(one: str, other: str, behind: list[str]) -> bool:
    """Tell whether words are a grade of strength or a command to move, as in `four minus` and `toes up`."""
    return _is_strength(one, other, behind) or (one in words("muscles") and other in _WAYS)


def _is_graded(said: list[str]) -> bool:
    """Tell whether a muscle has a grade that no reflex is given, as in `triceps is a four`."""
    for at, word in enumerate(said):
        near = said[max(0, at - _NEAR) : at]
        before = [one for one in near if one[0].isalnum() and one not in words("calling") | OPPOSITE.keys()]
        if word in _STRONG_GRADES and before and before[-1] in words("muscles"):
            return True
    return False


def _is_strength(grade: str, following: str, behind: list[str]) -> bool:
    """Tell whether words are a grade of strength, as in `four minus` and `four of five`, unlike `three over six`."""
    short = following in {"of", "out", "over"} and not {"5", "five"}.isdisjoint(behind)
    return grade in NUMBERS and (short or (NUMBERS[grade] >= _LIVELY and following in SIGNED))


def _judged(scene: Scene, chunk: Chunk, kind: NeuroKind, at: int) -> Found | None:
    word = scene.view.norms[at]
    grade = NUMBERS.get(word)
    short = scene.view.norms[at + 1 : at + 2] == ["minus"]
    # No reflex is a five: `Reflexes are even, biceps five.` goes on to strength.
    if kind == "motor_deficit" or grade == _FULL:
        well = word in words("strong") if grade is None else grade == _FULL and not short
        return Found("motor_deficit", "absent" if well else "present", (chunk,), side_of_grade(scene, chunk))
    if grade is None:
        return None
    if grade >= _LIVELY:
        return Found("upper_motor_neuron", "present", (chunk,), side_of_grade(scene, chunk))
    well = grade == _LIVELY - 1 or (grade == 1 and is_alike(scene, at + 1))
    return Found(kind, "absent" if well else "present", (chunk,), side_of_grade(scene, chunk))


def _result(scene: Scene, chunk: Chunk) -> Found | None:
    """Read a side and a result alone, which the sign named just before has, as in `Left's negative.`."""
    before = part_before(scene, chunk)
    sides = scene.view.sides(chunk) or (scene.view.sides(before) if before and only_names_side(scene, before) else [])
    sides = [side for side in sides if side.value != "midline" and not is_compared(scene.view, side)]
    values = scene.terms("neuro", "value", part=chunk)
    signs = scene.terms("neuro", "sign", part=words_before(scene, chunk))
    signs = [hit for hit in signs if hit.term.text != "toes" or not is_commanded(scene.view, hit)]
    if values and values[0].term.text in RESULTS:
        signs = [hit for hit in signs if hit.term.value in PROVOKED]
    if not signs:
        return _lively_jerk(scene, chunk, values) or _other_strength(scene, chunk, sides, values)
    kind: NeuroKind = signs[-1].term.value  # type: ignore[assignment]  # the table holds the schema's words
    if values and is_grade(values[0]) and kind != "motor_deficit":
        return None
    far = kind == "tension_sign" and bool(values) and values[0].term.text == "full"
    if values and not far and not (words("weak") | words("strong")).isdisjoint(values[0].term.text.split()):
        kind = "motor_deficit"
    if kind == "motor_deficit" and values and values[0].term.text in _NOTHING:
        return None
    tried = bool(values) and not is_grade(values[0]) and objects(scene.view, scene.statement.turn, chunk.start)
    if not (sides or tried) or not values or not _is_only(scene, chunk, values[0]):
        return None
    lost = kind == "reflex_deficit" and values[0].term.text in _NOTHING
    if kind == "motor_deficit" and values and (is_too_lively(values[0]) or _is_jerk(scene, chunk)):
        kind = "reflex_deficit"
    if kind == "reflex_deficit" and values and is_too_lively(values[0]):
        kind = "upper_motor_neuron"
    assertion: Assertion = "present" if lost else judge(kind, values[0])
    return Found(kind, assertion, (chunk,), nearest(sides, values[0]).value if sides else None)


def _lively_jerk(scene: Scene, chunk: Chunk, values: list[Hit]) -> Found | None:
    """Read the reflex of a joint that is called lively, as in `Knees are brisk`."""
    lively = bool(values) and is_too_lively(values[0]) and normal_grade(scene, values[0]) is None
    named = not words("jerks").isdisjoint(scene.words(chunk))
    told = lively and named and _is_only(scene, chunk, values[0])
    return Found("upper_motor_neuron", "present", (chunk,), side_of_grade(scene, chunk)) if told else None


def _other_strength(scene: Scene, chunk: Chunk, sides: list[Side], values: list[Hit]) -> Found | None:
    """Read that the other side is well where one was graded just before, as in `Right quad's a four. Left's fine.`."""
    well = bool(values) and VALUES.get(values[0].term.value) == "absent" and _is_only(scene, chunk, values[0])
    well = well and values[0].term.text not in _NOTHING
    if not well or not sides or _tested(scene, chunk) != "motor_deficit":
        return None
    before = scene.words(words_before(scene, chunk))[-_JUST_BEFORE:]
    across = OPPOSITE.get(sides[0].value) in before and not COUNTS.isdisjoint(before) and "degrees" not in before
    across = across or _is_graded_next(scene, OPPOSITE.get(sides[0].value))
    return Found("motor_deficit", "absent", (chunk,), sides[0].value) if across else None


def _is_graded_next(scene: Scene, other: str | None) -> bool:
    """Tell whether the other side is graded with the next words: `Right's good. Left, hold it. That's a four.`."""
    later = scene.later_in_turn
    after = scene.view.norms[scene.statement.end : scene.statement.end + _JUST_BEFORE + _JUST_BEFORE] if later else []
    at = next((at for at, word in enumerate(after) if word == other), None)
    graded = [word for word in after[at or 0 :] if word in COUNTS - {"one", "zero"}]
    return at is not None and at <= 1 and bool(graded) and "degrees" not in after


def _is_only(scene: Scene, chunk: Chunk, value: Hit) -> bool:
    """Tell whether a part says no more than a value, its side and the name of a reflex."""
    among = words("calling") | words("jerks")
    signs = scene.terms("neuro", "sign", part=words_before(scene, chunk)) if not is_grade(value) else []
    raised = bool(signs) and signs[-1].term.value == "tension_sign"
    among |= words("measures") | _UP_TO if raised or value.term.text in RESULTS else frozenset()
    return all(not word[0].isalnum() or word in among for word in scene.rest_of(chunk, value))
