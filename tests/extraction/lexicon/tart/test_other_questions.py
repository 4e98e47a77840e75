"""Specification of questions in an examination that ask of something else than a touch."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "question",
    [
        "What kind of pain is it in the knee, sharp or dull?",
        "Is your neck sore after driving?",
        "Which hip is it that hurts?",
        "You are here for your shoulder, correct?",
        "I will be in touch about the knee, okay?",
    ],
)
def test_a_complaint_is_no_touch(read: Read, question: str) -> None:
    """Questions of kinds, days and visits ask for a story, though they name pain and place."""
    assert read(f"Doctor: {question}\nPatient: Yes.", "tart", "transcript") == []


@pytest.mark.parametrize(
    "turns",
    [
        ["Doctor: I press on your neck, does that shoot down the arm?", "Patient: It does."],
        ["Doctor: The right wrist goes back to about forty. Does that hurt?", "Patient: At the end, yeah."],
        ["Doctor: Lean back for me. Does that hurt?", "Patient: It does."],
        ["Doctor: Lean back. How's that?", "Patient: That hurts."],
        ["Doctor: Tapping at the wrist here, any tingling?", "Patient: Nah."],
        ["Doctor: I'll adjust L3. There. How's that?", "Patient: Better, I can twist."],
    ],
)
def test_questions_of_nerves_and_of_relief(read: Read, turns: list[str]) -> None:
    """Whether a touch sends something down a limb, and how it is after treatment, tells of no tenderness."""
    assert read("\n".join(turns), "tart", "transcript") == []


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Where the ribs meet the sternum, does any of that hurt?\nPT: No.", ["tenderness rib_cage absent"]),
        ("DR: Anything sore when I go along the left clavicle?\nPT: Yep.", ["tenderness upper_extremity left"]),
        ("DR: Where does the neck hurt?\nPT: Yes, all of it.", []),
        ("DR: I'll tip your head back over the left and press. Ooh?\nPT: Ooh.", []),
        ("DR: I'm going to tip your head back and press.\nPT: Ooh, the thumb goes.", []),
        ("DR: When I push your head down, does the arm light up?\nPT: No.", []),
    ],
)  # fmt: skip
def test_where_and_what_for(read: Read, turns: str, lines: list[str]) -> None:
    """A place may be told by what meets there; a head that is tipped and pressed is tested for a nerve."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    "turns",
    [
        "DR: They worked on your knee. Did that touch it?\nPT: Not really, no.",
        "DR: I touch the left foot here, and here?\nPT: There is less.",
        "DR: Your left foot. I've got Thursday.\nPT: This Thursday? Jeez.",
    ],
)
def test_what_only_sounds_like_a_touch(read: Read, turns: str) -> None:
    """Whether something helped, how a touch feels and a day that is named tell of no tenderness."""
    assert read(turns, "tart", "transcript") == []
