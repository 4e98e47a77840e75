"""Results of tests that an examiner tells after them: `Straight leg raise on the left.`, `Ow!`, `Okay, positive.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.neuro.tests_done import TESTED, lifted, may_test
from scribe.extraction.lexicon.neuro.values import judge
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import NeuroKind

_AHEAD = 4
_TURNS = 2
_LONGEST = 8
_BEATS = frozenset({"beat", "beats"})
_CONCLUDING = frozenset({"so", "that", "which", "it", "okay", "ok", "good", "and", "then"})


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
    found = _concluded(scene, test) or _later(scene)
    if found is not None:
        value, part = found
        sides = scene.view.sides(part) or scene.view.sides(scene.statement)
        side = sides[0].value if sides else None
        kind: NeuroKind = test.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Found(kind, judge(kind, value), (Chunk(test.start, value.end),), side)


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
        if statement.turn - scene.statement.turn > _TURNS:
            return None
        if statement.speaker == "patient" or statement.asks:
            continue
        tested = [hit for hit in scene.view.terms("neuro", statement) if hit.term.role != "value"]
        if any(hit.term.role != "symptom" or hit.term.value != "radicular_pain" for hit in tested):
            return None
        values = [hit for hit in scene.view.terms("neuro", statement) if _tells(hit)]
        if values and _only_tells(scene, statement, values[-1]):
            between = Chunk(scene.statement.end, statement.start)
            return values[-1], Chunk(between.start if scene.view.sides(between) else statement.start, statement.end)
    return None


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
