"""Specification of what is a question where no mark shows it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

ANSWERED = "DR: Are you sleeping.\nPT: Yes, I am.\nDR: Do you smoke.\nPT: No, I quit.\n"
"""Talk whose questions end in full stops."""


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        ("DR: Any numbness in the arms with it.\nPT: No.", ["sensory_deficit absent"]),
        ("DR: Any vomiting, numbness, balance worse.\nPT: No, nothing.", ["sensory_deficit absent"]),
        ("DR: Numbness down the arm.\nPT: No.", ["sensory_deficit absent"]),
        ("DR: Any numbness in the arms with it.\nPT: It's the neck.", ["sensory_deficit"]),
        ("DR: So your left calf tingles.\nPT: No, the right.", ["sensory_deficit right"]),
        ("DR: If you get numb, call.\nPT: No problem.", ["sensory_deficit hypothetical"]),
    ],
)
def test_a_full_stop_ends_what_a_no_answers(read: Read, turns: str, found: list[str]) -> None:
    """Recognition may write a full stop for a question mark; a no then shows the question."""
    assert read(turns, "neuro", "transcript") == found


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        ("DR: Numb at all.\nPT: Yes.", ["sensory_deficit"]),
        ("DR: Numb anywhere.\nPT: Not really.", ["sensory_deficit absent"]),
        ("DR: Numb. Weak.\nPT: No.", ["sensory_deficit absent", "motor_deficit absent"]),
        ("DR: Bladder and bowels.\nPT: All normal.", ["bowel_bladder absent"]),
        ("DR: Does the hand go numb.\nPT: Nope.", ["sensory_deficit absent"]),
        ("DR: If you get numb in both hands, call.\nPT: So no soccer.", ["sensory_deficit bilateral hypothetical"]),
    ],
)
def test_talk_without_question_marks(read: Read, turns: str, found: list[str]) -> None:
    """Where people answer and nobody has a question mark, what is answered is a question."""
    assert read(ANSWERED + turns, "neuro", "transcript") == found


def test_what_is_only_agreed_to_is_stated(read: Read) -> None:
    """Two answers show talk whose questions have no marks; who names what a stenosis is not, answers nothing."""
    stated = "DR: Connective tissue foraminal stenosis at L4-5, right.\nPT: Not the bone, not the disc."
    assert read(ANSWERED + stated, "lesions", "transcript") == read(stated, "lesions", "transcript")


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        ("DR: Sore here, over L5.\nPT: Not really.", ["tenderness lumbar absent"]),
        ("DR: Is L5 sore.\nPT: Very.", ["tenderness lumbar"]),
    ],
)
def test_touch_without_question_marks(read: Read, turns: str, found: list[str]) -> None:
    """The same holds of what is asked of touch."""
    assert read(ANSWERED + turns, "tart", "transcript") == found
