"""Specification of roots that a clinician names for what the patient has just told."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("told", "said", "line"),
    [
        ("My thumb is numb on the left.", "That's C6.", "sensory_deficit C6 left"),
        ("It burns down the back of the right thigh.", "That would be the S1 nerve.", "radicular_pain S1 right"),
        ("And that is the tingling in my big toe?", "L5, yes, that fits.", "sensory_deficit L5"),
        ("My thumb is numb on the left.", "That's not C6.", "sensory_deficit left"),
        ("My thumb is numb on the left.", "The disc at C6 is fine.", "sensory_deficit left"),
        ("My thumb is numb on the left.", "Okay. Now C6 is stiff.", "sensory_deficit left"),
    ],
)
def test_the_next_words_name_the_root(read: Read, told: str, said: str, line: str) -> None:
    """A sentence that only names a root names that of the complaint before it."""
    assert read(f"Patient: {told}\nDoctor: {said}", "neuro", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pinprick reduced C6, C7 left.", ["sensory_deficit C6 C7 left"]),
        ("Weak C5, C6 on the right, sensation intact.", ["motor_deficit C5 C6 right", "sensory_deficit absent"]),
        ("Pinprick reduced C6, tender C7 left.", ["sensory_deficit C6"]),
        ("Pinprick reduced over the thumb, L5 left tender.", ["sensory_deficit"]),
    ],
)
def test_levels_listed_behind_commas(read: Read, text: str, lines: list[str]) -> None:
    """A list of levels goes on over its commas, and may end with the side of all."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)
