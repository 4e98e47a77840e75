"""Specification of warnings: what a patient is told to come back for, and what a procedure may do."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Call/ED: new weakness of the foot.", ["motor_deficit hypothetical"]),
        ("To A&E with any numbness between the legs.", ["saddle_anesthesia hypothetical"]),
        (
            "New saddle numbness or urinary retention require same-day assessment.",
            ["saddle_anesthesia", "bowel_bladder"],
        ),
        ("Risks incl. infection, dural tear and foot drop.", ["motor_deficit hypothetical"]),
        ("Back sooner with arm weakness.", ["motor_deficit hypothetical"]),
        ("Went to the ED last week with leg weakness.", ["motor_deficit"]),
        ("L foot drop 3/5: to ED now.", ["motor_deficit left"]),
        ("Hoffmann positive: urgent referral.", ["upper_motor_neuron"]),
    ],
)
def test_a_note_warns(read: Read, said: str, lines: list[str]) -> None:
    """An urgent visit or the harms of a procedure make symptoms hypothetical, unless something has happened."""
    if len(lines) > 1:
        lines = [f"{line} hypothetical" for line in lines]
    assert read(said, "neuro") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Numbness in the saddle area, that's an ambulance.", ["saddle_anesthesia hypothetical"]),
        ("DR: What should make you call me? A weak foot.", ["motor_deficit hypothetical"]),
        ("DR: They include infection and, as a risk, paralysis.", ["motor_deficit hypothetical"]),
        ("DR: Your foot is weak, three out of five. I'm calling the ER.", ["motor_deficit"]),
        ("DR: A numb saddle, that's the hospital.", ["saddle_anesthesia hypothetical"]),
        ("DR: Don't be sitting at home with a weak foot.", ["motor_deficit hypothetical"]),
        ("DR: All that would change my mind is weakness.", ["motor_deficit hypothetical"]),
        ("DR: Your foot's dropping, so I'm sending you to the emergency room.", ["motor_deficit"]),
    ],
)
def test_a_clinician_warns(read: Read, said: str, lines: list[str]) -> None:
    """What was asked goes on over the list that answers it; a finding on which somebody acts is there."""
    assert read(said, "neuro", "transcript") == lines


def test_the_letters_of_external_rotation(read: Callable[..., list[str]]) -> None:
    """An examination that measures ER names no emergency."""
    assert read("EXAM\nL shoulder: AC joint TTP, ER 40.", "tart") == ["tenderness upper_extremity left"]
