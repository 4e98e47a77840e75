"""Speech that is not about the patient: `Room four is the sacral dysfunction`, `Boards question. L5 flexed, ...`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.view.places import NUMBERS
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_ROOMS = frozenset({"room", "bed", "bay", "booth", "cubicle", "suite"})
_SUBJECT = 3
_OWN = frozenset({"we", "i", "you", "we're", "you're", "us", "your"})
"""Words of who is in the room."""
_QUIZZES = frozenset({
    ("boards", "question"), ("board", "question"), ("boards", "style"), ("board", "style"), ("test", "question"),
    ("exam", "question"), ("quiz", "me"), ("quiz", "question"), ("quiz", "you"), ("pop", "quiz"), ("quiz", "time"),
    ("practice", "question"), ("trivia", "question"), ("hypothetical", "patient"), ("hypothetical", "case"),
    ("comlex", "question"), ("flash", "card"), ("made-up", "case"), ("practice", "case"),
})  # fmt: skip
_QUIZ_WORDS = frozenset(word for pair in _QUIZZES for word in pair)
_LONGEST_QUIZ = 16
"""Statements in which a quiz goes on."""
_REAL = frozenset({"our", "this", "my", "your", "actual", "real", "his", "her"})
_CASES = frozenset({"patient", "patients", "lady", "guy", "man", "woman", "gentleman", "case", "one", "fellow"})
_NOW = frozenset({"today", "anyway", "seriously"})


def apart(view: View) -> Iterator[Assertion | None]:
    """Tell for each statement whether it speaks of somebody else, or of nobody, as a quiz does.

    Args:
        view: The document's words.
    """
    waiting = _has_room(view)
    if not waiting and (not view.document.turns or view.said.isdisjoint(_QUIZ_WORDS)):
        yield from (None for _ in view.statements)
        return
    left = 0
    for statement in view.statements:
        said = view.norms[statement.start : statement.end]
        if _has_quiz(said):
            left = _LONGEST_QUIZ
        elif left and (statement.speaker == "patient" or _turns_to_patient(said)):
            left = 0
        yield "hypothetical" if left else "other_person" if waiting and _is_of_room(view, statement) else None
        left = max(0, left - 1)


def _has_room(view: View) -> bool:
    """Tell whether rooms or numbers may stand for other patients: where the patient is heard, and not presented."""
    if view.said.isdisjoint(_ROOMS) and ("in" not in view.said or view.said.isdisjoint(_CASES)):
        return False
    return any(turn.speaker == "patient" for turn in view.document.turns)


def _has_quiz(said: list[str]) -> bool:
    return any(pair in _QUIZZES for pair in pairwise(said))


def _turns_to_patient(said: list[str]) -> bool:
    """Tell whether words turn from a quiz to somebody real: `And our patient in two?`, `back to today`."""
    return not _NOW.isdisjoint(said) or any(one in _REAL and other in _CASES for one, other in pairwise(said))


def _is_of_room(view: View, statement: Statement) -> bool:
    """Tell whether a clinician speaks of who waits elsewhere: `Bed two is the rib`, `the lumbar in room three`."""
    if statement.speaker == "patient":
        return False
    norms = view.norms
    for at in range(statement.start, statement.end - 1):
        if norms[at] == "in" and norms[at - 1] in _CASES and norms[at + 1] in NUMBERS:
            return _OWN.isdisjoint(norms[statement.start : at])
        if norms[at] in _ROOMS and (norms[at + 1] in NUMBERS or norms[at + 1].isdecimal()):
            before, behind = norms[statement.start : at], norms[at + 2 : min(statement.end, at + 2 + _SUBJECT)]
            told = not (words("be_forms") | {"has", "that", "that's", "gets"}).isdisjoint(behind)
            located = before[-1:] in (["in"], ["from"])
            return (told or located) and _OWN.isdisjoint(before)
    return False
