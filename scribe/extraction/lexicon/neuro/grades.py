"""Strength and reflexes as an examiner calls them out: `Big toe up, hold it. Left, five. Right, a four.`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared, trailing_side
from scribe.extraction.lexicon.neuro.calling_out import (
    BEFORE,
    COUNTS,
    GROUPS,
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
from scribe.extraction.lexicon.neuro.finding_kinds import PAIRED, PROVOKED, Found
from scribe.extraction.lexicon.neuro.reflexes import is_commanded
from scribe.extraction.lexicon.neuro.tension_tests import RESULTS
from scribe.extraction.lexicon.neuro.values import is_alike, judge
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, NeuroKind

_NEAR = 3
_LIVELY_GRADES = (["two", "plus"], ["2", "+"], ["one", "plus"], ["1", "+"])
"""Grades that are given to reflexes alone."""
_OUT_OF = frozenset({"of", "over", "from"})
"""Words between a grade and the highest one, as in `two out of five`."""
_HIGHEST = frozenset({"five", "5"})
_FULL, _LIVELY = 5, 3
_TURNS = frozenset({"turn", "tilt", "rotate", "twist", "bend", "lean", "chin", "nod"})
_STRONG_GRADES = frozenset({"four", "five", "4", "5"})
"""Grades that no reflex is given."""
_BEHIND = 4
_WAYS = frozenset({"up", "down", "out", "in", "apart", "together"})
_NOTHING = frozenset({"nothing", "no response", "none"})
"""Values that a test which provokes nothing has, and a reflex that is lost."""
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
    if grades and (_is_count(scene, grades[-1], sided) or (norms[grades[-1]] == "full" and _turned(scene))):
        return None
    among = words("calling") | SIGNED
    if grades and norms[grades[-1]] in NUMBERS:
        among |= words("strong") | _OUT_OF  # `A full five` is a five.
    if not grades or any(norms[at] not in among for at in rest if at != grades[-1]):
        return None
    muscled = any(norms[at] in words("muscles") | GROUPS for at in said) or _names_muscle(scene, chunk)
    jerks = words("jerks").intersection(scene.words(chunk)) and norms[grades[-1] :][:2] in _LIVELY_GRADES
    moves = norms[grades[-1]] == "full" and not _JOINTS.isdisjoint(scene.words(chunk))
    named = muscled and not moves and not _may_be_jerk(scene, chunk, norms[grades[-1]])
    kind = "motor_deficit" if named else _tested(scene, chunk)
    kind = "reflex_deficit" if jerks or reflexes else kind
    return _judged(scene, chunk, kind, grades[-1]) if kind else None


def _is_count(scene: Scene, at: int, sided: set[int]) -> bool:
    """Tell whether a number counts: the finger that points, or what is listed, as in `Three is the left leg`."""
    following = scene.view.tokens.word(at + 1)
    counted = following == "is" or (not sided and following in _COUNTED)
    return counted and scene.view.norms[at] in COUNTS


def _reflexes(scene: Scene, chunk: Chunk) -> list[Hit]:
    """Return the reflexes that a part names, as in `Achilles two right`."""
    return [sign for sign in scene.terms("neuro", "sign", part=chunk) if sign.term.value == "reflex_deficit"]


def _turned(scene: Scene) -> bool:
    """Tell whether the statement before bids to turn head or trunk, so that a full is one of motion."""
    before = scene.view.statements_before(scene.statement)[-1:]
    return any(_TURNS.intersection(scene.view.norms[one.start : one.end]) for one in before)


def _may_be_jerk(scene: Scene, chunk: Chunk, grade: str) -> bool:
    """Tell whether a low grade beside the name of a reflex is that of one, unless strength has been tried before."""
    low = 0 < NUMBERS.get(grade, 0) < _LIVELY and not words("jerks").isdisjoint(scene.said)
    return low and TESTING.isdisjoint(scene.words(chunk)) and _tested(scene, chunk) != "motor_deficit"


def _names_muscle(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether the part before is nothing but a muscle and its side, as in `right triceps, four minus`."""
    before = _part_before(scene, chunk)
    if before is None or not _is_bare(scene, before):
        return False
    return bool(words("muscles").intersection(scene.words(before)))


def _part_before(scene: Scene, chunk: Chunk) -> Chunk | None:
    return next((part for part in reversed(scene.statement.chunks) if part.end <= chunk.start), None)


def _is_bare(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part only names a side, with or without a muscle."""
    opening = [Chunk(part.start, part.start + 1)] if scene.view.norms[part.start] in OPPOSITE else []
    return (words("calling") | words("muscles")).issuperset(scene.rest_of(part, *opening))


def _tested(scene: Scene, chunk: Chunk) -> NeuroKind | None:
    """Return what was tested last before a part of a turn: the strength of a muscle, or a reflex."""
    before = words_before(scene, chunk)
    signs = scene.terms("neuro", "sign", part=before)
    reflexes = [hit.start for hit in signs if hit.term.value == "reflex_deficit"]
    strength = [hit.start for hit in signs if hit.term.value == "motor_deficit" and "strength" in hit.term.text.split()]
    among = words("muscles") | words("resisting")
    muscles = [index for index in range(before.start, before.end) if scene.view.norms[index] in among] + strength
    if reflexes and (not muscles or max(reflexes) + _NEAR >= max(muscles)):
        return "reflex_deficit"
    said = scene.words(before)
    behind = [said[at + 1 : at + 1 + _BEHIND] for at, word in enumerate(said) if word in words("muscles")]
    tried = not words("resisting").isdisjoint(said) or any(map(_is_tried, behind))
    walks = ("walk" in said or ("up", "on") in pairwise(said)) and not TIPS.isdisjoint(said)
    return "motor_deficit" if walks or (muscles and tried) else None


def _is_tried(behind: list[str]) -> bool:
    """Tell whether the words behind a muscle grade it, or bid to move it, as in `triceps is a four` and `toes up`."""
    return not _WAYS.isdisjoint(behind[:1]) or not _STRONG_GRADES.isdisjoint(behind)


def _judged(scene: Scene, chunk: Chunk, kind: NeuroKind, at: int) -> Found | None:
    word = scene.view.norms[at]
    grade = NUMBERS.get(word)
    short = scene.view.norms[at + 1 : at + 2] == ["minus"]
    # No reflex is a five: `Reflexes are even, biceps five.` goes on to strength.
    if kind == "motor_deficit" or grade == _FULL:
        well = word in words("strong") if grade is None else grade == _FULL and not short
        return Found("motor_deficit", "absent" if well else "present", (chunk,), _side(scene, chunk))
    if grade is None:
        return None
    if grade >= _LIVELY:
        return Found("upper_motor_neuron", "present", (chunk,), _side(scene, chunk))
    well = grade == _LIVELY - 1 or (grade == 1 and is_alike(scene, at + 1))
    return Found(kind, "absent" if well else "present", (chunk,), _side(scene, chunk))


def _side(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side of a part, or the only one that was named just before."""
    sides = scene.view.sides(chunk)
    if not sides and not words("others").isdisjoint(scene.words(chunk)):
        return _other_side(scene, chunk)
    if sides:
        return sides[0].value
    own = {side.value for side in scene.view.sides(scene.statement)}
    before = own or {side.value for side in scene.view.sides(_since_sign(scene, chunk))}
    trailing = trailing_side(scene.view, scene.statement, chunk)
    named = (words("muscles") if own else words("muscles") | GROUPS).intersection(scene.words(chunk))
    return trailing or (before.pop() if len(before) == 1 and not named else None)


def _other_side(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side across from the last one, as in `The other one's five.`; all the rest has none."""
    before = scene.view.sides(words_before(scene, chunk))
    other = "other" in scene.words(chunk) and before
    return OPPOSITE.get(before[-1].value) if other else None


def _since_sign(scene: Scene, chunk: Chunk) -> Chunk:
    """Return the words before a part, without those of what was tested or felt earlier."""
    before, view = words_before(scene, chunk), scene.view
    statements = view.statements_after(Chunk(before.start, before.start), BEFORE)
    statements = [one for one in statements if one.end <= chunk.start]
    tested = [one.end for one in statements if view.terms("neuro", one) or view.terms("tart", one)]
    return Chunk(max([before.start, *tested]), chunk.start)


def _result(scene: Scene, chunk: Chunk) -> Found | None:
    """Read a side and a result alone, which the sign named just before has, as in `Left's negative.`."""
    before = _part_before(scene, chunk)
    sides = scene.view.sides(chunk) or (scene.view.sides(before) if before and _is_bare(scene, before) else [])
    sides = [side for side in sides if side.value != "midline" and not is_compared(scene.view, side)]
    values = scene.terms("neuro", "value", part=chunk)
    signs = scene.terms("neuro", "sign", part=words_before(scene, chunk))
    signs = [hit for hit in signs if hit.term.text != "toes" or not is_commanded(scene.view, hit)]
    if values and values[0].term.text in RESULTS:
        signs = [hit for hit in signs if hit.term.value in PROVOKED]
    if not signs:
        return _lively_jerk(scene, chunk, values)
    kind: NeuroKind = signs[-1].term.value  # type: ignore[assignment]  # the table holds the schema's words
    if not sides or not values or not _is_only(scene, chunk, values[0]):
        return None
    lost = kind == "reflex_deficit" and values[0].term.text in _NOTHING
    if kind == "reflex_deficit" and not words("lively").isdisjoint(values[0].term.text.split()):
        kind = "upper_motor_neuron"
    assertion: Assertion = "present" if lost else judge(kind, values[0])
    return Found(kind, assertion, (chunk,), nearest(sides, values[0]).value)


def _lively_jerk(scene: Scene, chunk: Chunk, values: list[Hit]) -> Found | None:
    """Read the reflex of a joint that is called lively, as in `Knees are brisk`."""
    lively = bool(values) and not words("lively").isdisjoint(values[0].term.text.split())
    named = not words("jerks").isdisjoint(scene.words(chunk))
    told = lively and named and _is_only(scene, chunk, values[0])
    return Found("upper_motor_neuron", "present", (chunk,), _side(scene, chunk)) if told else None


def _is_only(scene: Scene, chunk: Chunk, value: Hit) -> bool:
    """Tell whether a part says no more than a value, its side and the name of a reflex."""
    among = words("calling") | words("jerks")
    among |= words("measures") if value.term.text in RESULTS else frozenset()
    return all(not word[0].isalnum() or word in among for word in scene.rest_of(chunk, value))
