"""Values of neurological signs: which belongs to a sign, and what it says of it."""

from functools import lru_cache

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.times_of_findings import is_outdated, later_values
from scribe.extraction.lexicon.neuro.finding_kinds import PROVOKED, is_too_lively
from scribe.extraction.lexicon.view.saying import naming
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, NeuroKind

_LOW = frozenset({"1+", "1 plus", "one plus", "+1"})
"""Grades of a reflex that is no loss where both sides are alike, as in `ankles 1+ and symmetric`."""
_ALIKE_REACH = 6
_MATCHING = frozenset({"match", "matched", "matching"})
"""Values of reflexes alone: all else that matches is like something else."""
_BIDDING = frozenset({"way", "push", "pushing", "press", "pressing", "pull", "pulling", "bear", "lie", "sit"})
"""Words before a down that calls nothing less."""
VALUES: dict[str, Assertion] = {
    "normal": "absent",
    "abnormal": "present",
    "negative": "absent",
    "possible": "possible",
}
WELL = frozenset({"normal", "negative"})
"""Values of a sign that find nothing wrong."""
_STAYING = frozenset({"there", "present", "stable", "unchanged", "same"})
_EVEN_SO = frozenset({"with", "when", "if", "after", "though"})
"""Words behind an even that say nothing of sides."""
_REGAINED = frozenset({"back", "returned"})
_AWAY = frozenset({"historical", "hypothetical", "other_person"})
BESIDE = 2
_GIVEN = frozenset({"reflex_deficit", "sensory_deficit"})
"""What a healthy person has, and an examiner may miss."""
_LACKS = frozenset({"no", "absence of", "lack of", "without", "lacks"})
_PERCEIVING = frozenset({"feel", "perceive", "sense", "detect", "appreciate", "discern", "have"})
_UNMET = frozenset({
    "cannot", "can't", "could not", "couldn't", "unable", "not able", "unobtainable", "not elicited", "not elicitable",
    "not present", "not obtained", "not obtainable", "missing", "abolished",
})  # fmt: skip
"""Values that say a reaction was not met: of a reflex a loss, of a sign that a test provokes its absence."""
_MET = frozenset({"is there", "are there", "present", "is present", "are present"})
"""Values that say that a reaction was met."""
_CHOICES = frozenset({"dull", "blunt", "different", "less"})
"""What somebody may choose who is tested: `Sharp or dull?`."""
_FAILING = frozenset({"cannot", "can't", "could not", "couldn't", "unable", "unobtainable"})
_POSITIVE = frozenset({"pos", "positive", "+"})
_JOINED = frozenset({",", "and", "&", "but"})
_DISCHARGES = frozenset({"fibrillation", "fibrillations", "fibs", "fib", "psw", "psws", "waves", "fasciculations"})
"""What a needle counts in a muscle at rest, whose grade is none of strength or of a reflex."""
_BOTH_SIDES = frozenset({"b", "b/l", "bilat", "bilaterally", "bilateral", "throughout"})
_ALTERNATIVES = frozenset({"or", "nor"})
_LOST = frozenset({"reflex_deficit", "sensory_deficit", "motor_deficit"})
ANSWERS_OF_TOES = frozenset({"flexor", "plantar flexor", "extensor"})
"""Values that are muscles beside a test of strength."""
_TOE_WAYS = frozenset({
    "up", "down", "downgoing", "upgoing", "going", "flexor", "extensor", "upward", "downward", "equivocal", "mute",
})  # fmt: skip
_NO_ANSWER = frozenset({
    "none", "nothing", "no response", "i get nothing", "i got nothing", "i get none", "get nothing", "nothing there",
    "nothing at all", "stayed silent", "stays silent", "is silent", "are silent", "remains silent", "remained silent",
    "was silent",
})  # fmt: skip
"""Values with which a reflex is missing, and all else is well."""


@lru_cache(maxsize=1)
def valuing(view: View) -> frozenset[int]:
    """Return where the statements start that have a value."""
    return naming(view, "neuro", lambda hit: hit.term.role == "value")


def is_value(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of a symptom are what a sign beside them shows, as in `no leg pain with SLR`."""
    if hit.term.role != "symptom" or scene.statement.start not in valuing(scene.view):
        return False
    chunk = scene.chunk(hit)
    shown = any(value.start == hit.start for value in scene.terms("neuro", "value", part=chunk))
    return shown and bool(scene.terms("neuro", "sign", part=chunk))


def value_of(scene: Scene, sign: Hit, taken: set[int]) -> Hit | None:
    """Return the value that a statement gives a sign; a symptom takes only a normal one right after it."""
    values = [hit for hit in _values_of_today(scene, sign) if hit.start not in taken and not _is_untested(scene, hit)]
    if not values:
        return None
    values = [hit for hit in values if not (_is_of_others(scene, sign, hit) or _is_of_later(scene, sign, hit))]
    values = [hit for hit in values if _DISCHARGES.isdisjoint(scene.view.norms[hit.end : hit.end + BESIDE])]
    values = [hit for hit in values if hit.term.text != "down" or scene.view.norms[hit.start - 1] not in _BIDDING]
    values = [hit for hit in values if hit.term.text != "even" or scene.view.tokens.word(hit.end) not in _EVEN_SO]
    values = [hit for hit in values if not _is_of_earlier(scene, sign, hit)]
    if sign.term.value not in _LOST | {"gait"}:
        values = [hit for hit in values if not _is_regained(hit)]
    values = [hit for hit in values if scene.view.norms[hit.start - 1] != "or" or hit.term.text not in _CHOICES]
    values = [hit for hit in values if hit.term.text != "=" or _is_alike_on_both_sides(scene, sign, hit)]
    if sign.term.text.startswith("slump"):
        values = [hit for hit in values if hit.term.text != "down"]  # A command.
    if sign.term.text == "toes":
        # Of `cannot rise on the toes` no reflex is told.
        values = [hit for hit in values if hit.start >= sign.end and not _TOE_WAYS.isdisjoint(hit.term.text.split())]
    if sign.term.value == "motor_deficit":
        values = [hit for hit in values if hit.term.text not in ANSWERS_OF_TOES]
    if sign.term.value == "reflex_deficit":
        # Of `I can't do reflexes on a screen` nothing is known.
        values = [hit for hit in values if hit.term.text not in _FAILING or scene.view.tokens.word(hit.end) != "do"]
    if sign.term.value != "reflex_deficit":
        values = [hit for hit in values if hit.term.text not in _MATCHING]
    values = [hit for hit in values if not (hit.term.text in _MATCHING and _has_object(scene, hit))]
    if sign.term.value != "reflex_deficit" and words("jerks").isdisjoint(sign.term.text.split()):
        values = [hit for hit in values if hit.term.text != "0"]
    if sign.term.role in {"symptom", "organ"}:
        values = [hit for hit in values if _finds_nothing(hit) and _is_beside(scene, sign, hit)]
        values = [hit for hit in values if "pain" not in hit.term.text or sign.term.value == "radicular_pain"]
        values = [hit for hit in values if hit.term.text != "none"]
    concluded = [hit for hit in values if words("concluding").intersection(scene.view.norms[hit.start - 2 : hit.start])]
    return next(iter(concluded or values), None)


def _has_object(scene: Scene, value: Hit) -> bool:
    """Tell whether it is something else that is matched, as in `reflex changes match the films`."""
    return scene.view.tokens.word(value.end)[:1].isalpha() and scene.view.tokens.word(value.end) not in _BOTH_SIDES


def _is_alike_on_both_sides(scene: Scene, sign: Hit, value: Hit) -> bool:
    """Tell whether an equals sign stands for alike on both sides, as in `DTR =`, and not before a measure."""
    after = scene.view.norms[value.end : value.end + 1]
    ends = not after or not after[0][0].isalnum() or after[0] in _BOTH_SIDES
    return ends and after != ["+"] and sign.term.value in {"reflex_deficit", "motor_deficit"}


def _is_of_others(scene: Scene, sign: Hit, value: Hit) -> bool:
    """Tell whether a result is that of all the rest, as in `reduced in left wrist extension and full elsewhere`."""
    between = scene.view.norms[sign.end : value.start]
    return "and" in between and not words("others").isdisjoint(scene.view.norms[value.end : value.end + 1])


def _is_of_earlier(scene: Scene, sign: Hit, value: Hit) -> bool:
    """Tell whether a side with its own grade stands between a value and a sign: `four plus right five triceps two`."""
    between = Chunk(value.end, sign.start)
    graded = not (words("measures") | {"five", "5"}).isdisjoint(scene.view.norms[between.start : between.end])
    return value.end <= sign.start and graded and bool(scene.view.sides(between))


def _is_of_later(scene: Scene, sign: Hit, value: Hit) -> bool:
    """Tell whether a positive result is that of a sign behind one that is denied: `No clonus, Hoffmann positive`."""
    if value.start < sign.end or value.term.text.strip(".") not in _POSITIVE or scene.assertion(sign) != "absent":
        return False
    return bool(scene.terms("neuro", "sign", part=Chunk(sign.end, value.start)))


def _is_beside(scene: Scene, complaint: Hit, value: Hit) -> bool:
    """Tell whether a value stands right after a complaint, but for unticked boxes and the names of other organs."""
    named = covered_by(scene.terms("neuro", "organ"))
    between = range(complaint.end, value.start)
    said = [at for at in between if at not in scene.view.dropped and at not in named]
    boxed = any(scene.view.norms[at] in {"[", "]"} for at in said)
    kept = [at for at in said if scene.view.norms[at].isalnum()] if boxed else said
    return complaint.end <= value.start and len(kept) <= BESIDE


def _finds_nothing(value: Hit) -> bool:
    """Tell whether a value beside a complaint denies it: what is normal of a reflex is none of numbness."""
    stays = _is_regained(value) or not _STAYING.isdisjoint(value.term.text.split())
    return value.term.value in WELL and not stays


def _is_regained(value: Hit) -> bool:
    """Tell whether a value says of a function that it is there again; of a complaint or a test it tells no good."""
    said = value.term.text.split()
    return not _REGAINED.isdisjoint(said) and "pain" not in said


def judge(kind: NeuroKind, value: Hit) -> Assertion:
    """Return what a value asserts of a kind of sign."""
    if kind in PROVOKED and (told := _provoked(value.term.text)) is not None:
        return told
    if kind == "reflex_deficit" and value.term.text in _NO_ANSWER:
        return "present"
    if kind == "reflex_deficit" and value.term.text == "++":
        return "absent"
    if kind not in _LOST and value.term.text in {"gone", "is gone", "are gone"}:
        return "absent"
    return VALUES[value.term.value]


def told_by(scene: Scene, kind: NeuroKind, value: Hit) -> Assertion:
    """Return what a value asserts of a kind of sign where it stands: strength of `5-/5` is not full."""
    return "present" if kind == "motor_deficit" and _falls_short(scene, value) else judge(kind, value)


def _falls_short(scene: Scene, value: Hit) -> bool:
    return "-" in scene.view.norms[value.start + 1 : value.end]


def _provoked(told: str) -> Assertion | None:
    """Return what a value says of a sign that a test provokes; None where it says the same of all signs."""
    if told in _MET:
        return "present"
    missed = told in _UNMET or any(map(is_particle, told.split()))
    return "absent" if missed or told in {"absent", "downgoing", "down going", "flexor", "down", "↓"} else None


def is_lost(scene: Scene, sign: Hit, cue: Cue) -> bool:
    """Tell whether what cannot be found is a function, as in `no ankle jerk`, unlike in `no reflex changes`."""
    given = sign.term.value in _GIVEN or sign.term.text.endswith("strength")
    if not given or words("trouble").intersection(scene.words(scene.chunk(sign))):
        return False
    earlier = scene.terms("neuro", "sign", part=Chunk(cue.end, sign.start)) if cue.end <= sign.start else []
    sign = next((hit for hit in earlier if hit.term.value == sign.term.value), sign)
    if any(hit.term.role == "symptom" for hit in scene.terms("neuro", part=Chunk(cue.end, sign.start))):
        return False
    if cue.role == "after" or not _PERCEIVING.isdisjoint(scene.view.norms[cue.end : cue.end + 1]):
        return True
    return cue.text in _LACKS and not _words_between(scene, cue, sign)


def _words_between(scene: Scene, cue: Cue, sign: Hit) -> int:
    """Count the words between a cue and a sign, without those that name a place or a side."""
    between = Chunk(cue.end, sign.start)
    named: list[Item] = [*scene.view.places(between), *scene.view.sides(between)]
    return sign.start - cue.end - sum(item.end - item.start for item in named)


def _is_untested(scene: Scene, value: Hit) -> bool:
    """Tell whether words of failing only say that a test was not done, as in `could not be performed`."""
    return value.term.text in _FAILING and bool(
        words("testing").intersection(scene.view.norms[value.end : value.end + BESIDE + 1])
    )


def valued(scene: Scene, sign: Hit, value: Hit) -> Assertion:
    """Return what a value asserts; one of another day, another person or a mere possibility says nothing of today."""
    if scene.carried:
        return "absent" if judge(sign.term.value, value) == "absent" else "historical"  # type: ignore[arg-type]  # the table holds the schema's words
    told = scene.assertion(sign)
    cue = scene.context.cue(sign, told)
    is_value = cue is not None and value.start <= cue.start and cue.end <= value.end
    if told in _AWAY and not is_value:
        return told
    judged = judge(sign.term.value, value)  # type: ignore[arg-type]  # the table holds the schema's words
    if sign.term.value == "reflex_deficit" and value.term.text in _LOW and is_alike(scene, value.end):
        return "absent"
    own = judged == "present" and cue is not None and _has_own_result(scene, sign, value, cue)
    if told == "absent" and not own and sign.term.value in PROVOKED and cue is not None and cue.end <= sign.start:
        return "absent"
    if judged == "absent":
        short = sign.term.value == "motor_deficit" and _falls_short(scene, value)
        return "present" if short or scene.context.denies_health(value) else judged
    return "absent" if not own and scene.context.negates(value) else judged


def is_alike(scene: Scene, start: int) -> bool:
    """Tell whether the next words say that both sides are alike, before another value or side is named.

    Args:
        scene: The statement.
        start: Index after the grade.
    """
    for at in range(start, min(start + _ALIKE_REACH, scene.statement.end)):
        word = scene.view.norms[at]
        if word in words("on_both_sides"):
            return True
        if word[0].isdecimal() or scene.view.sides(Chunk(at, at + 1)):
            return False
    return False


def _has_own_result(scene: Scene, sign: Hit, value: Hit, cue: Cue) -> bool:
    """Tell whether a sign with a positive result comes after a negative one: `Spurling neg R, Jackson pos L`."""
    norms = scene.view.norms
    between = norms[cue.end : sign.start]
    if value.term.text.strip(".") not in _POSITIVE or not sign.end <= value.start <= sign.end + BESIDE:
        return False
    if _JOINED.isdisjoint(between) or not _ALTERNATIVES.isdisjoint(norms[cue.end : value.start]):
        return False
    earlier = Chunk(scene.statement.start, sign.start)
    return bool(scene.terms("neuro", "sign", part=earlier))


def is_grade(value: Hit) -> bool:
    """Tell whether a value is a grade of strength."""
    return value.term.text.removesuffix(" throughout").endswith(
        ("/5", "out of 5", "out of five", "of 5", "over five", "from 5", "from five")
    )


def _values_of_today(scene: Scene, sign: Hit) -> list[Hit]:
    """Return the values of a sign, without those of an earlier day that another one has taken the place of."""
    if scene.statement.start not in valuing(scene.view) and sign.start not in scene.view.signed:
        return []
    values = scene.values(sign)
    outdated = [hit for hit in values if is_outdated(scene, hit)]
    return [hit for hit in values if hit not in outdated] or (later_values(scene, outdated[-1]) if outdated else [])


_NEXT = 4
_NORMAL_GRADES = frozenset({"2+", "2 +", "2 plus", "two plus"})
"""Grades of reflexes that are normal."""


def normal_grade(scene: Scene, value: Hit) -> Hit | None:
    """Return the normal grade right behind a lively reflex, which is a well one then: `Knees are brisk, two plus.`."""
    behind = scene.terms("neuro", "value", part=Chunk(value.end, min(value.end + _NEXT, scene.statement.end)))
    normal = is_too_lively(value) and behind and behind[0].term.text in _NORMAL_GRADES
    return behind[0] if normal else None
