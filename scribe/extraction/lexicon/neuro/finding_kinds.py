"""A neurological finding as its reader finds it, and which kind of finding a term or its value names."""

from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.cauda_equina import names_saddle
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, NeuroKind

_SENSES = 8
_BESIDE = 2
_REFLEXES = frozenset({"reflex", "reflexes", "jerk", "jerks", "dtr", "dtrs"})
_JOINS = frozenset({"and", "/", "&", ",", "tendon", "+"})
PAIRED = frozenset({"reflex_deficit", "motor_deficit"})
"""What the words of a reflex may name: `triceps` is one, and a muscle."""
PROVOKED = frozenset({"tension_sign", "upper_motor_neuron"})
"""What only a test shows, so that its absence is well."""
_JERK_GRADES = frozenset(
    {"1+", "2+", "3+", "4+", "0/4", "1/4", "2/4", "3/4", "4/4", "1 plus", "2 plus", "3 plus", "one plus", "two plus"}
)
"""Grades that no muscle is given."""
_LIVELY = ("+++", "3+", "+3", "+4", "3 plus", "three plus", "4+", "four plus")
"""Grades of reflexes above the normal."""


class Found(NamedTuple):
    """A neurological finding with the words that show it."""

    kind: NeuroKind
    """What was found."""
    assertion: Assertion
    """How it is asserted."""
    parts: tuple[Item, ...]
    """What to quote."""
    laterality: Laterality | None = None
    """The side that an answer gives it."""
    roots: tuple[str, ...] = ()
    """The roots that are named for it elsewhere."""


def kind_of(scene: Scene, hit: Hit) -> NeuroKind:
    """Return what a term names; numbness of the saddle is an alarm of its own."""
    kind: NeuroKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
    jerks = kind == "motor_deficit" and words("jerks").intersection(hit.term.text.split())
    if jerks and _under_reflexes(scene, hit):
        return "reflex_deficit"
    if kind == "bowel_bladder" and hit.term.text.endswith("hold it") and _is_of_limb(scene, hit):
        return "motor_deficit"
    felt = hit.term.role == "symptom" or _is_dull(scene, hit)
    saddle = kind == "sensory_deficit" and felt and names_saddle(scene, hit)
    return "saddle_anesthesia" if saddle else kind


def _is_dull(scene: Scene, hit: Hit) -> bool:
    """Tell whether a touch is felt less where it is told of, as in `Pinprick is dull around the saddle`."""
    values = scene.terms("neuro", "value", part=scene.chunk(hit)) if hit.term.role == "sign" else []
    down = "from" in scene.words(scene.chunk(hit))  # Of `dull from the groin down` the groin is where it begins.
    return bool(values) and not down and all(value.term.value == "abnormal" for value in values)


def _is_of_limb(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a limb that cannot be held, as in `Toes? Left can't hold it.` of an examiner."""
    before = scene.view.sides(Chunk(max(scene.statement.start, hit.start - 2), hit.start))
    if scene.view.tokens.word(hit.end) == "up":
        return True  # Nobody holds water up.
    return scene.by_clinician and scene.statement.turn >= 0 and bool(before)


def _under_reflexes(scene: Scene, hit: Hit) -> bool:
    """Tell whether a muscle is named after reflexes: `Reflexes, triceps, right is one`, `Reflex biceps, triceps 2+`."""
    before = scene.terms("neuro", "sign", part=Chunk(scene.statement.start, hit.start))
    if not before or before[0].term.value != "reflex_deficit":
        return scene.statement.turn >= 0 and any(sign.term.value == "reflex_deficit" for sign in before)
    behind = scene.view.norms[before[0].end : before[0].end + 1]
    return scene.statement.turn >= 0 or behind == [":"] or not words("jerks").isdisjoint(behind)


def opens_reflexes(scene: Scene, hit: Hit) -> bool:
    """Tell whether a muscle only says of which reflex, as in `triceps and biceps reflexes`."""
    if hit.term.value != "motor_deficit" or words("jerks").isdisjoint(hit.term.text.split()):
        return False
    norms, at = scene.view.norms, hit.end
    while at < scene.statement.end and (norms[at] in _JOINS or norms[at] in words("jerks")):
        at += 1
    return at < scene.statement.end and norms[at] in _REFLEXES


def is_of_senses(scene: Scene, hit: Hit) -> bool:
    """Tell whether a change is one of the eyes or ears, as in `sensory changes like changes to vision`."""
    after = scene.view.norms[hit.end : min(hit.end + _SENSES, scene.statement.end)]
    return "sensory" in hit.term.text and not words("senses").isdisjoint(after)


def graded_kind(sign: Hit, kind: NeuroKind, value: Hit) -> NeuroKind:
    """Return what a value makes of a sign: a reflex above the normal speaks of the upper motor neuron."""
    told = value.term.text
    jerk = told in _JERK_GRADES or (told.split()[0] in _JERK_GRADES and "5" not in told)
    jerk = jerk or (value.term.value == "normal" and told.split()[-1] in {"two", "2"})
    jerk = jerk or not words("lively").isdisjoint(told.split())
    jerk = jerk or (told == "absent" and 0 <= value.start - sign.end <= _BESIDE)
    if kind == "motor_deficit" and jerk and words("jerks").intersection(sign.term.text.split()):
        kind = "reflex_deficit"
    lively = told.startswith(_LIVELY) or is_too_lively(value)
    return "upper_motor_neuron" if lively and kind == "reflex_deficit" else kind


def is_too_lively(value: Hit) -> bool:
    """Tell whether a reflex is called lively, and not well with it, as `brisk and equal` and `lively enough` are."""
    return value.term.value != "normal" and not words("lively").isdisjoint(value.term.text.split())
