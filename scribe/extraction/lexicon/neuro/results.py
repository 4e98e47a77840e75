"""Results of tests that an examiner tells after them: `Straight leg raise on the left.`, `Ow!`, `Okay, positive.`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, Statement
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
_LEGS = frozenset({"leg", "legs"})
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
    tests = [hit for hit in signs if hit.term.value in _TESTED and hit.term.text != "toes"] or [*_lifted(scene)]
    if not tests or _has_value(scene, tests[-1]):
        return
    test = tests[-1]
    found = _concluded(scene, test) or _later(scene)
    if found is not None:
        value, part = found
        sides = scene.view.sides(part) or scene.view.sides(scene.statement)
        side = sides[0].value if sides else None
        kind: NeuroKind = test.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Result(kind, value, Chunk(test.start, value.end), side)


def is_test(scene: Scene) -> bool:
    """Tell whether an examiner names or does a test of tension, and asks what it does: `leg up, does that shoot?`."""
    if scene.statement.turn < 0 or not scene.by_clinician:
        return False
    return any(hit.term.value == "tension_sign" for hit in scene.terms("neuro", "sign")) or any(_lifted(scene))


def _lifted(scene: Scene) -> Iterator[Hit]:
    """Yield the raising of a leg by the examiner, as in `I'll lift the right leg`."""
    norms, statement = scene.view.norms, scene.statement
    if _LEGS.isdisjoint(scene.said):
        return
    for at in range(statement.start, statement.end - 1):
        if norms[at] in _LEGS and norms[at + 1 : at + 2] == ["up"] and norms[at - 1] not in _OWN:
            yield Hit(at, at + 2, Term("", "neuro", "sign", "tension_sign"))
        if norms[at] in _LIFTING and _EXAMINER.intersection(norms[max(statement.start, at - _SUBJECT) : at]):
            legs = [index for index in range(at + 1, min(at + _OBJECT, statement.end)) if norms[index] in _LEGS]
            if legs:
                yield Hit(at, legs[0] + 1, Term("", "neuro", "sign", "tension_sign"))


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
        if tested:
            return None
        values = [hit for hit in scene.view.terms("neuro", statement) if _tells(hit)]
        if values and _only_tells(scene, statement, values[-1]):
            return values[-1], Chunk(statement.start, statement.end)
    return None


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
    return all(not word[0].isalnum() or word in words("calling") or word in _CONCLUDING for word in rest)
