"""Statements → neurological symptoms and signs."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.abilities import lacking
from scribe.extraction.lexicon.answers import answered, named_in_answer
from scribe.extraction.lexicon.attachment import nearest
from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.cues import Cue
from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.view import Chunk, Item
from scribe.extraction.lexicon.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Neuro, NeuroKind

_VALUES: dict[str, Assertion] = {
    "normal": "absent",
    "abnormal": "present",
    "negative": "absent",
    "possible": "possible",
}
WELL = frozenset({"normal", "negative"})
"""Values of a sign that find nothing wrong."""

_AWAY = frozenset({"historical", "hypothetical", "other_person"})
_BESIDE = 2
_GIVEN = frozenset({"reflex_deficit", "sensory_deficit"})
"""What a healthy person has, and an examiner may miss."""
_LACKS = frozenset({"no", "absence of", "lack of", "without", "lacks"})
_REPLIED: dict[str, Assertion] = {"past": "historical"}
_PERCEIVING = frozenset({"feel", "perceive", "sense", "detect", "appreciate", "discern", "have"})
_UNMET = frozenset({
    "cannot", "can't", "could not", "couldn't", "unable", "not able", "unobtainable", "not elicited", "not elicitable",
    "not present", "not obtained", "not obtainable", "missing", "abolished",
})  # fmt: skip
"""Values that say a reaction was not met: of a reflex a loss, of a sign that a test provokes its absence."""
_FAILING = frozenset({"cannot", "can't", "could not", "couldn't", "unable", "unobtainable"})
_PROVOKED = frozenset({"tension_sign", "upper_motor_neuron"})
_LOST = frozenset({"reflex_deficit", "sensory_deficit", "motor_deficit"})
_ROOTED = frozenset(
    {
        "root",
        "roots",
        "dermatome",
        "dermatomes",
        "distribution",
        "dermatomal",
        "myotome",
        "radicular",
        "nerve",
        "pattern",
    }
)


_ALARMS = frozenset({"bowel_bladder", "saddle_anesthesia"})


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


def read_neuro(scene: Scene) -> Iterator[Neuro]:
    """Read the neurological findings of one statement."""
    if scene.stance == "codes" or scene.statement.section == "imaging":
        return
    for found in _found(scene):
        # An assessment repeats what was found; an alarm in it may stand nowhere else.
        if scene.statement.section == "assessment" and (found.kind not in _ALARMS or found.assertion != "present"):
            continue
        chunk = scene.chunk(found.parts[0])
        yield Neuro(
            kind=found.kind,
            roots=_roots(scene, chunk),
            laterality=_laterality(scene, found),
            assertion=found.assertion,
            read_by="neuro.answered" if scene.statement.asks else rule_of("neuro", *found.parts),
            evidence=scene.quote(*found.parts),
        )


def _found(scene: Scene) -> Iterator[Found]:
    if scene.statement.asks:
        yield from _answered(scene)
        return
    taken: set[int] = set()
    for hit in scene.terms("neuro", "symptom", "sign", "organ"):
        kind = _kind(scene, hit)
        value = _value(scene, hit, taken)
        if value is not None:
            taken.add(value.start)
            yield Found(kind, _valued(scene, hit, value), (hit, value))
        elif hit.term.role == "symptom" or (hit.term.role == "organ" and _troubled(scene, hit)):
            assertion = scene.assertion(hit)
            yield Found(kind, assertion, scene.cued(hit, assertion))
        elif (cue := scene.context.cue(hit, "absent")) is not None:
            yield Found(kind, "present" if _is_lost(scene, hit, cue) else "absent", (cue, hit))
    yield from _contrasted(scene, taken)
    yield from _graded(scene, taken)
    yield from (Found(kind, scene.assertion(part), (part,)) for kind, part in lacking(scene) if part.start not in taken)


def _kind(scene: Scene, hit: Hit) -> NeuroKind:
    """Return what a term names; numbness of the saddle is an alarm of its own."""
    kind: NeuroKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
    saddle = kind == "sensory_deficit" and words("saddle").intersection(scene.words(scene.chunk(hit)))
    return "saddle_anesthesia" if saddle and hit.term.role == "symptom" else kind


def _troubled(scene: Scene, organ: Hit) -> bool:
    """Tell whether a statement says more of bowel or bladder than its name: trouble, or its denial."""
    return bool(words("trouble").intersection(scene.words())) or scene.assertion(organ) in {"absent", "hypothetical"}


def _answered(scene: Scene) -> Iterator[Found]:
    reply = scene.statement.reply
    if reply is None:
        return
    answer = Chunk(reply.end - 1, reply.end)
    named = named_in_answer(scene)
    asked = scene.terms("neuro", "symptom", "organ")
    for hit in asked:
        kind = _kind(scene, hit)
        unchanged = reply.answer == "same" and hit.term.role == "organ"
        if unchanged or (kind == "bowel_bladder" and _asks_health(scene)):
            # "Bladder okay?" "No." may deny trouble as well as health; nobody is charged with a red flag by it.
            if reply.answer != "no" or scene.view.questions_of(scene.statement.turn) > 1:
                yield Found(kind, "absent", (hit, answer))
            continue
        for one in answered(scene, hit):
            if _tells(named, {other.term.value for other in asked}, kind, one.assertion):
                told = Chunk(answer.start, reply.remark.end) if one.laterality else answer
                yield Found(kind, one.assertion, (hit, told), one.laterality)


def _asks_health(scene: Scene) -> bool:
    """Tell whether a question asks whether all is well, not whether there is a loss of control."""
    said = words("well").intersection(scene.words())
    return bool(said) and not (words("trouble") - words("well")).intersection(scene.words())


def _tells(named: dict[str, Assertion], asked: set[str], kind: str, assertion: Assertion) -> bool:
    """Tell whether an answer speaks of one of the kinds asked about, and says nothing else of it in its own words."""
    if kind in named:
        return named[kind] == assertion
    only_others = any(named.get(other) == "present" for other in asked)
    return not (assertion == "present" and only_others)


def _value(scene: Scene, sign: Hit, taken: set[int]) -> Hit | None:
    """Return the value that a statement gives a sign; a symptom takes only a normal one right after it."""
    values = [hit for hit in scene.values(sign) if hit.start not in taken and not _is_untested(scene, hit)]
    if sign.term.text == "toes":
        # Of `cannot rise on the toes` no reflex is told.
        values = [hit for hit in values if hit.start >= sign.end]
    if sign.term.role in {"symptom", "organ"}:
        values = [hit for hit in values if hit.term.value in WELL and 0 <= hit.start - sign.end <= _BESIDE]
    return values[0] if values else None


def _judge(kind: NeuroKind, value: Hit) -> Assertion:
    if kind in _PROVOKED and value.term.text in {"absent", "present", "is present", "are present"}:
        return "absent" if value.term.text == "absent" else "present"
    if kind in _PROVOKED and value.term.text in _UNMET:
        return "absent"
    if kind in _PROVOKED and value.term.text in {"downgoing", "down going", "flexor", "down"}:
        return "absent"
    if kind not in _LOST and value.term.text in {"gone", "is gone"}:
        return "absent"
    return _VALUES[value.term.value]


def _is_lost(scene: Scene, sign: Hit, cue: Cue) -> bool:
    """Tell whether what cannot be found is a function, as in `no ankle jerk`, unlike in `no reflex changes`."""
    given = sign.term.value in _GIVEN or sign.term.text.endswith("strength")
    if not given or words("trouble").intersection(scene.words()):
        return False
    if cue.role == "after" or scene.view.norms[cue.end] in _PERCEIVING:
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
        words("testing").intersection(scene.view.norms[value.end : value.end + _BESIDE + 1])
    )


def _valued(scene: Scene, sign: Hit, value: Hit) -> Assertion:
    """Return what a value asserts; one of another day, another person or a mere possibility says nothing of today."""
    if scene.carried:
        return "historical"
    told = scene.assertion(sign)
    cue = scene.context.cue(sign, told)
    is_value = cue is not None and cue.start < value.end and value.start < cue.end
    if told in _AWAY and not is_value:
        return told
    judged = _judge(sign.term.value, value)  # type: ignore[arg-type]  # the table holds the schema's words
    if judged == "absent":
        return "present" if scene.context.denies_health(value) else judged
    return "absent" if scene.context.negates(value) else judged


def _contrasted(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Read a further value for the other side, as in `right Achilles trace, left 2+`."""
    kind: NeuroKind | None = None
    for chunk in scene.statement.chunks:
        signs = scene.terms("neuro", "symptom", "sign", part=chunk)
        if signs:
            kind = signs[-1].term.value if signs[-1].term.role == "sign" else None  # type: ignore[assignment]
            continue
        sides = scene.view.sides(chunk)
        values = [hit for hit in scene.terms("neuro", "value", part=chunk) if hit.start not in taken]
        if kind and sides and values and chunk.end - chunk.start <= 5:  # noqa: PLR2004  # a bare side and value
            yield Found(kind, _judge(kind, values[0]), (values[0], sides[0]))


def _graded(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Read a grade of strength beside a muscle, as in `left triceps 4/5`."""
    for value in scene.terms("neuro", "value"):
        chunk = scene.chunk(value)
        if _is_grade(value) and value.start not in taken and not scene.terms("neuro", "sign", "symptom", part=chunk):
            yield Found("motor_deficit", _VALUES[value.term.value], (chunk,))


def _is_grade(value: Hit) -> bool:
    return value.term.text.endswith(("/5", "out of 5", "out of five", "of 5", "over five"))


def _roots(scene: Scene, chunk: Chunk) -> tuple[str, ...]:
    places = [place for place in scene.view.places(chunk) if place.structure == "vertebra"]
    if not places or not (_ROOTED.intersection(scene.words(chunk)) or scene.stance != "exam"):
        return ()
    return tuple(dict.fromkeys(segment for place in places for segment in place.segments if segment[0] in "CLST"))


def _laterality(scene: Scene, found: Found) -> Laterality | None:
    if found.laterality is not None:
        return found.laterality
    for part in found.parts:
        if scene.statement.start <= part.start < scene.statement.end and (sides := scene.view.sides(scene.chunk(part))):
            return nearest(sides, part).value
    return None
