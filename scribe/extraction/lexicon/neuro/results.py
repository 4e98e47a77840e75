"""Results of tests that an examiner tells after them: `Straight leg raise on the left.`, `Ow!`, `Okay, positive.`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
from scribe.schema import Laterality, NeuroKind

_AHEAD = 4
_TURNS = 2
_LONGEST = 8
_TESTED = frozenset({"tension_sign", "upper_motor_neuron", "gait"})
"""Kinds of tests whose result stands alone; that of others is called out with its side or grade."""
_LIFTING = frozenset({"lift", "lifting", "raise", "raising", "bring", "bringing"})
_EXAMINER = frozenset({"i", "i'm", "i'll", "me", "gonna"})
_OWN = frozenset({"your", "my"})
_RAISES = frozenset({"raise", "raises", "raising", "lift", "lifts"})
_COMING = frozenset({"come", "comes", "go", "goes", "get", "gets"})
RESULTS = frozenset({"negative", "positive", "equivocal", "neg", "pos"})
"""Names of results."""
_BOTH = frozenset({"both", "either"})
_BENDING = frozenset({"tilt", "tip", "look", "lean", "bend", "drop", "side"})
_NECK = frozenset({"head", "neck", "ear", "chin", "up", "back", "ceiling"})
_WHEN = frozenset({"when", "if", "whenever", "does", "can"})
_LEGS = frozenset({"leg", "legs"})
_RESTING = frozenset({"keep", "keeps", "keeping", "prop", "put", "rest", "hang", "elevate", "kept"})
"""Words of a leg that lies high and is not tried."""
_SUBJECT, _OBJECT = 4, 6
_BEATS = frozenset({"beat", "beats"})
_CONCLUDING = frozenset({"so", "that", "which", "it", "okay", "ok", "good", "and", "then"})


class Result(NamedTuple):
    """A test with the result that follows it."""

    kind: NeuroKind
    """What is tested."""
    value: Hit
    """The words of the result."""
    part: Chunk
    """The words from the test to its result."""
    laterality: Laterality | None
    """The side of the test, or that of the result."""


def told_later(scene: Scene) -> Iterator[Result]:
    """Read the result that a later part or statement tells of a test, which has none where it is named."""
    if scene.statement.turn < 0 or not scene.by_clinician:
        return
    signs = scene.terms("neuro", "sign")
    named = [hit for hit in signs if hit.term.value in _TESTED and hit.term.text != "toes"]
    tests = named or [*lifted(scene.view, scene.statement)]
    if not tests or (named and _has_value(scene, tests[-1])):
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
        yield Result(kind, value, Chunk(test.start, value.end), side)


def is_test(scene: Scene) -> bool:
    """Tell whether an examiner names or does a test of tension, and asks what it does: `leg up, does that shoot?`."""
    if scene.statement.turn < 0 or not scene.by_clinician:
        return False
    if any(hit.term.value == "tension_sign" for hit in scene.terms("neuro", "sign")):
        return True
    if any(lifted(scene.view, scene.statement)) or bends_neck(scene.view, scene.statement):
        return True
    before = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn][-1:]
    return any(bends_neck(scene.view, one) or any(lifted(scene.view, one)) for one in before)


def bends_neck(view: View, statement: Statement) -> bool:
    """Tell whether the neck is bent for a test, as in `tip your head back`, unlike in `when you look up`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    said = view.norms[statement.start : statement.end]
    if _BENDING.isdisjoint(said) or not _WHEN.isdisjoint(said):
        return False
    at = next(index for index, word in enumerate(said) if word in _BENDING)
    return said[at - 1 : at] != ["you"] and not _NECK.isdisjoint(said[at:])


def lifted(view: View, statement: Statement) -> Iterator[Hit]:
    """Yield the raising of a leg by the examiner, as in `I'll lift the right leg` and `Legs I raise`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    norms = view.norms
    if _LEGS.isdisjoint(norms[statement.start : statement.end]):
        return
    for at in range(statement.start, statement.end - 1):
        if norms[at] in _LEGS and norms[at - 1] not in _OWN and _goes_up(norms, at + 1) and not _rests(norms, at):
            yield Hit(at, at + 2, Term("", "neuro", "sign", "tension_sign"))
        if norms[at] in _LIFTING and _EXAMINER.intersection(norms[max(statement.start, at - _SUBJECT) : at]):
            behind = [index for index in range(at + 1, min(at + _OBJECT, statement.end)) if norms[index] in _LEGS]
            before = [index for index in range(max(statement.start, at - _SUBJECT), at) if norms[index] in _LEGS]
            if legs := behind or before:
                yield Hit(min(at, legs[0]), max(at, legs[0]) + 1, Term("", "neuro", "sign", "tension_sign"))


def _rests(norms: list[str], at: int) -> bool:
    """Tell whether a leg only lies high, as in `keep the leg up` and `left leg up on the pillow`."""
    upon = norms[at + 1 : at + 3] == ["up", "on"] and {"left", "right"}.isdisjoint(norms[at + 3 : at + 5])
    return upon or not _RESTING.isdisjoint(norms[max(0, at - _SUBJECT) : at])


def _goes_up(norms: list[str], at: int) -> bool:
    """Tell whether a leg goes up: `leg up`, `leg raise`, `legs come up to eighty`."""
    if norms[at : at + 1] == ["up"] or norms[at] in _RAISES:
        return True
    return norms[at] in _COMING and norms[at + 1 : at + 2] in (["up"], ["to"])


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


def _has_value(scene: Scene, test: Hit) -> bool:
    return bool(scene.values(test))


def _concluded(scene: Scene, test: Hit) -> tuple[Hit, Chunk] | None:
    """Return the value of a later part of the statement, as in `only bothers your back, so that's negative`."""
    for chunk in scene.statement.chunks:
        values = scene.terms("neuro", "value", part=chunk)
        beats = bool(values) and not _BEATS.isdisjoint(values[-1].term.text.split())
        opens = scene.view.norms[chunk.start] in _CONCLUDING or beats
        if chunk.start >= test.end and opens and values and not scene.terms("neuro", "sign", part=chunk):
            return values[-1], chunk
    return None


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
    return value.term.role == "value" and not {"5", "five", "2", "two"}.intersection(value.term.text.split("/"))


def _only_tells(scene: Scene, statement: Statement, value: Hit) -> bool:
    """Tell whether a statement says no more than a result and its side, as in `Good, negative on both sides.`."""
    if statement.end - statement.start > _LONGEST:
        return False
    named = {at for side in scene.view.sides(statement) for at in range(side.start, side.end)}
    named |= set(range(value.start, value.end))
    rest = (scene.view.norms[at] for at in range(statement.start, statement.end) if at not in named)
    among = words("calling") | words("measures") | _CONCLUDING
    return all(not word[0].isalnum() or word in among or word.isdigit() for word in rest)
