"""Statements → neurological symptoms and signs."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.attachment import nearest
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
_WELL = frozenset({"normal", "negative"})
_BESIDE = 2
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
            evidence=scene.quote(*found.parts),
        )


def _found(scene: Scene) -> Iterator[Found]:
    if scene.statement.asks:
        yield from _answered(scene)
        return
    taken: set[int] = set()
    for hit in scene.terms("neuro", "symptom", "sign", "organ"):
        kind: NeuroKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        value = _value(scene, hit, taken)
        if value is not None:
            taken.add(value.start)
            yield Found(kind, _judge(kind, value), (hit, value))
        elif hit.term.role == "symptom" or (hit.term.role == "organ" and _troubled(scene, hit)):
            assertion = scene.assertion(hit)
            yield Found(kind, assertion, scene.cued(hit, assertion))
        elif (cue := scene.context.cue(hit, "absent")) is not None:
            yield Found(kind, "absent", (cue, hit))
    yield from _contrasted(scene, taken)
    yield from _graded(scene, taken)


def _troubled(scene: Scene, organ: Hit) -> bool:
    """Tell whether a statement says more of bowel or bladder than its name: trouble, or its denial."""
    return bool(words("trouble").intersection(scene.words())) or scene.assertion(organ) in {"absent", "hypothetical"}


def _answered(scene: Scene) -> Iterator[Found]:
    reply = scene.statement.reply
    if reply is None:
        return
    answer = Chunk(reply.end - 1, reply.end)
    for hit in scene.terms("neuro", "symptom", "organ"):
        kind: NeuroKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        present = reply.answer == "yes"
        if kind == "bowel_bladder" and words("well").intersection(scene.words()):
            if reply.answer == "no" and scene.view.questions_of(scene.statement.turn) == 1:
                # "Bladder okay?" "No." may deny trouble as well as health; nobody is charged with a red flag by it.
                continue
            present = False
        yield Found(kind, "present" if present else "absent", (hit, answer))


def _value(scene: Scene, sign: Hit, taken: set[int]) -> Hit | None:
    """Return the value that a statement gives a sign; a symptom takes only a normal one right after it."""
    values = [hit for hit in scene.values(sign) if hit.start not in taken]
    if sign.term.role in {"symptom", "organ"}:
        values = [hit for hit in values if hit.term.value in _WELL and 0 <= hit.start - sign.end <= _BESIDE]
    return values[0] if values else None


def _judge(kind: NeuroKind, value: Hit) -> Assertion:
    if kind in _PROVOKED and value.term.text in {"absent", "present", "is present", "are present"}:
        return "absent" if value.term.text == "absent" else "present"
    if kind in _PROVOKED and value.term.text in {"downgoing", "down going", "flexor", "down"}:
        return "absent"
    if kind not in _LOST and value.term.text in {"gone", "is gone"}:
        return "absent"
    return _VALUES[value.term.value]


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
    for part in found.parts:
        if scene.statement.start <= part.start < scene.statement.end and (sides := scene.view.sides(scene.chunk(part))):
            return nearest(sides, part).value
    return None
