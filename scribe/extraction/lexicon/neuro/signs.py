"""Statements → neurological symptoms and signs."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.answers import answered, named_in_answer, own_assertion
from scribe.extraction.lexicon.context.attachment import nearest, trailing_side
from scribe.extraction.lexicon.context.deixis import pointed_side
from scribe.extraction.lexicon.context.negations import Cue, is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.abilities import giving_out, lacking
from scribe.extraction.lexicon.neuro.feelings import strange_feelings
from scribe.extraction.lexicon.neuro.grades import called_out
from scribe.extraction.lexicon.neuro.pairs import paired
from scribe.extraction.lexicon.neuro.radiation import running
from scribe.extraction.lexicon.neuro.sensory_test import felt
from scribe.extraction.lexicon.neuro.sphincters import asks_health, is_meant, is_troubled, suffered
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
from scribe.schema import Assertion, Laterality, Neuro, NeuroKind

_VALUES: dict[str, Assertion] = {
    "normal": "absent",
    "abnormal": "present",
    "negative": "absent",
    "possible": "possible",
}
WELL = frozenset({"normal", "negative"})
"""Values of a sign that find nothing wrong."""

_STAYING = frozenset({"present", "stable", "unchanged", "same"})
_AWAY = frozenset({"historical", "hypothetical", "other_person"})
_BESIDE = 2
_SENSES = 8
_GIVEN = frozenset({"reflex_deficit", "sensory_deficit"})
"""What a healthy person has, and an examiner may miss."""
_LACKS = frozenset({"no", "absence of", "lack of", "without", "lacks"})
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


_PAIRED = frozenset({"reflex_deficit", "motor_deficit"})
"""What the words of a reflex may name: `triceps` is one, and a muscle."""
_LIVELY = ("3+", "3 plus", "three plus", "4+", "four plus")
"""Grades of reflexes above the normal."""
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
    roots: tuple[str, ...] = ()
    """The roots that are named for it elsewhere."""


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
            roots=found.roots or _roots(scene, chunk, found),
            laterality=_laterality(scene, found),
            assertion=found.assertion,
            read_by="neuro.answered" if scene.statement.asks else rule_of("neuro", *found.parts),
            evidence=scene.quote(*found.parts),
        )


def _found(scene: Scene) -> Iterator[Found]:
    if scene.statement.asks:
        if (test := felt(scene)) is not None:
            yield Found("sensory_deficit", test.assertion, (test.part,), test.laterality, test.roots)
            return
        yield from _answered(scene)
        yield from _strength_asked(scene)
        return
    taken: set[int] = set()
    pairs = paired(scene)
    yield from (
        Found(one.kind, "historical" if scene.carried else one.assertion, (one.part,), one.laterality) for one in pairs
    )
    lacks = [*lacking(scene), *strange_feelings(scene)]
    for hit in scene.terms("neuro", "symptom", "sign", "organ"):
        kind = _kind(scene, hit)
        covered = any(lack.start < hit.start < lack.end for lack in lacks)
        if covered or (pairs and kind in _PAIRED) or not is_meant(scene, hit) or _is_of_senses(scene, hit):
            continue
        value = _value(scene, hit, taken)
        if value is not None:
            taken.add(value.start)
            yield Found(_graded_kind(kind, value), _valued(scene, hit, value), (hit, value))
        elif _is_value(scene, hit):
            continue
        elif hit.term.role == "symptom" or (hit.term.role == "organ" and is_troubled(scene, hit)):
            assertion = suffered(scene, hit)
            yield Found(kind, own_assertion(hit, assertion), scene.cued(hit, assertion))
        elif (cue := scene.context.cue(hit, "absent")) is not None:
            yield Found(kind, "present" if _is_lost(scene, hit, cue) else "absent", (cue, hit))
    yield from () if pairs else _contrasted(scene, taken)
    yield from _graded(scene, taken)
    yield from (Found(one.kind, one.assertion, (one.part,), one.laterality) for one in called_out(scene))
    yield from (_lack(scene, hit) for hit in lacks if hit.start not in taken)
    yield from (Found("motor_deficit", "hypothetical", (part,)) for part in giving_out(scene))
    yield from (Found("radicular_pain", scene.assertion(part), (part,)) for part in running(scene))


def _lack(scene: Scene, hit: Hit) -> Found:
    return Found(_kind(scene, hit), scene.assertion(hit), (hit,))


def _graded_kind(kind: NeuroKind, value: Hit) -> NeuroKind:
    """Return what a value makes of a sign: a reflex above the normal speaks of the upper motor neuron."""
    told = value.term.text
    lively = told.startswith(_LIVELY) or not words("lively").isdisjoint(told.split())
    return "upper_motor_neuron" if lively and kind == "reflex_deficit" else kind


def _is_value(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of a symptom are what a sign beside them shows, as in `no leg pain with SLR`."""
    chunk = scene.chunk(hit)
    shown = any(value.start == hit.start for value in scene.terms("neuro", "value", part=chunk))
    return shown and hit.term.role == "symptom" and bool(scene.terms("neuro", "sign", part=chunk))


def _is_of_senses(scene: Scene, hit: Hit) -> bool:
    """Tell whether a change is one of the eyes or ears, as in `sensory changes like changes to vision`."""
    after = scene.view.norms[hit.end : min(hit.end + _SENSES, scene.statement.end)]
    return "sensory" in hit.term.text and not words("senses").isdisjoint(after)


def _kind(scene: Scene, hit: Hit) -> NeuroKind:
    """Return what a term names; numbness of the saddle is an alarm of its own."""
    kind: NeuroKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
    if kind == "motor_deficit" and words("jerks").intersection(hit.term.text.split()) and _under_reflexes(scene, hit):
        return "reflex_deficit"
    saddle = kind == "sensory_deficit" and words("saddle").intersection(scene.words(scene.chunk(hit)))
    return "saddle_anesthesia" if saddle and hit.term.role == "symptom" else kind


def _under_reflexes(scene: Scene, hit: Hit) -> bool:
    """Tell whether speech names a muscle after reflexes, as in `Reflexes, triceps, right is one`."""
    before = scene.terms("neuro", "sign", part=Chunk(scene.statement.start, hit.start))
    return scene.statement.turn >= 0 and any(sign.term.value == "reflex_deficit" for sign in before)


def _answered(scene: Scene) -> Iterator[Found]:
    reply = scene.statement.reply
    if reply is None:
        return
    answer = Chunk(reply.end - 1, reply.end)
    named = named_in_answer(scene)
    runs = [Hit(*part, Term("", "neuro", "symptom", "radicular_pain")) for part in running(scene)]
    asked = [*scene.terms("neuro", "symptom", "organ"), *lacking(scene), *strange_feelings(scene), *runs]
    for hit in asked:
        kind = _kind(scene, hit)
        if not is_meant(scene, hit) or _is_of_senses(scene, hit):
            continue
        unchanged = reply.answer == "same" and hit.term.role == "organ"
        if unchanged or (kind == "bowel_bladder" and asks_health(scene)):
            # "Bladder okay?" "No." may deny trouble as well as health; nobody is charged with a red flag by it.
            if reply.answer != "no" or scene.view.questions_of(scene.statement.turn) > 1:
                yield Found(kind, "absent", (hit, answer))
            continue
        if kind == "saddle_anesthesia" and kind not in named and (felt := named.get("sensory_deficit")):
            # Who asks about the saddle is told of feeling in general.
            yield Found(kind, felt, (hit, answer))
            continue
        for one in answered(scene, hit):
            if _tells(named, {other.term.value for other in asked}, kind, one.assertion):
                told = Chunk(answer.start, reply.remark.end) if one.laterality else answer
                yield Found(kind, one.assertion, (hit, told), one.laterality)


def _strength_asked(scene: Scene) -> Iterator[Found]:
    """Read the answer to whether a limb is strong, as in `Is the arm strong?`, `Yeah.`."""
    reply, said = scene.statement.reply, scene.words()
    well = reply is not None and reply.answer in {"yes", "normal"}
    if reply and well and "strong" in said and (words("muscles") | words("limb_ends")).intersection(said):
        yield Found("motor_deficit", "absent", (scene.statement, Chunk(reply.end - 1, reply.end)))


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
        values = [hit for hit in values if _finds_nothing(hit) and _is_beside(scene, sign, hit)]
        values = [hit for hit in values if "pain" not in hit.term.text or sign.term.value == "radicular_pain"]
    concluded = [hit for hit in values if words("concluding").intersection(scene.view.norms[hit.start - 2 : hit.start])]
    return next(iter(concluded or values), None)


def _is_beside(scene: Scene, complaint: Hit, value: Hit) -> bool:
    """Tell whether a value stands right after a complaint, but for unticked boxes and the names of other organs."""
    named = {at for hit in scene.terms("neuro", "organ") for at in range(hit.start, hit.end)}
    between = range(complaint.end, value.start)
    said = [at for at in between if at not in scene.view.dropped and at not in named]
    boxed = any(scene.view.norms[at] in {"[", "]"} for at in said)
    kept = [at for at in said if scene.view.norms[at].isalnum()] if boxed else said
    return complaint.end <= value.start and len(kept) <= _BESIDE


def _finds_nothing(value: Hit) -> bool:
    """Tell whether a value beside a complaint denies it: what is normal of a reflex is none of numbness."""
    return value.term.value in WELL and not _STAYING.intersection(value.term.text.split())


def _judge(kind: NeuroKind, value: Hit) -> Assertion:
    if kind in _PROVOKED and value.term.text in {"absent", "present", "is present", "are present"}:
        return "absent" if value.term.text == "absent" else "present"
    if kind in _PROVOKED and (value.term.text in _UNMET or any(map(is_particle, value.term.text.split()))):
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
    if any(hit.term.role == "symptom" for hit in scene.terms("neuro", part=Chunk(cue.end, sign.start))):
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
            kind = _kind(scene, signs[-1]) if signs[-1].term.role == "sign" else None
            continue
        sides = scene.view.sides(chunk)
        values = [hit for hit in scene.terms("neuro", "value", part=chunk) if hit.start not in taken]
        if kind and sides and values and chunk.end - chunk.start <= 7:  # noqa: PLR2004  # a bare side and value
            yield Found(kind, _judge(kind, values[0]), (values[0], sides[0]))


def _graded(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Read a grade of strength beside a muscle, as in `left triceps 4/5`."""
    for value in scene.terms("neuro", "value"):
        chunk = scene.chunk(value)
        if _is_grade(value) and value.start not in taken and not scene.terms("neuro", "sign", "symptom", part=chunk):
            yield Found("motor_deficit", _VALUES[value.term.value], (chunk,))


def _is_grade(value: Hit) -> bool:
    return value.term.text.endswith(("/5", "out of 5", "out of five", "of 5", "over five", "from 5"))


def _roots(scene: Scene, chunk: Chunk, found: Found) -> tuple[str, ...]:
    places = [place for place in scene.view.places(chunk) if place.structure == "vertebra"]
    if not places and (added := _named_root(scene, chunk)) is not None:
        return added
    felt = found.kind == "sensory_deficit" and found.assertion == "present"
    if not places or not (felt or _ROOTED.intersection(scene.words(chunk)) or scene.stance != "exam"):
        return ()
    return tuple(dict.fromkeys(segment for place in places for segment in place.segments if segment[0] in "CLST"))


def _named_root(scene: Scene, chunk: Chunk) -> tuple[str, ...] | None:
    """Return the root that the next part of speech names for a finding, as in `dull over the thumb, that's C6`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    if scene.statement.turn < 0 or later is None or scene.view.norms[later.start] not in {"that", "which", "so"}:
        return None
    places = [place for place in scene.view.places(later) if place.structure == "vertebra"]
    alone = len(places) == 1 and later.end - places[0].end <= 1 and places[0].start - later.start <= _BESIDE
    return places[0].segments if alone else None


def _laterality(scene: Scene, found: Found) -> Laterality | None:
    if found.laterality is not None:
        return found.laterality
    for part in found.parts:
        if scene.statement.start <= part.start < scene.statement.end and (sides := scene.view.sides(scene.chunk(part))):
            return nearest(sides, part).value
    first = scene.chunk(found.parts[0])
    trailing = trailing_side(scene.view, scene.statement, first)
    if found.assertion == "absent":
        return trailing if trailing == "bilateral" else None
    return trailing or pointed_side(scene, first)
