"""Specification of spoken tests of feeling."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ["Doctor: Is this sharp or dull?", "Patient: Dull, on the right heel.", "Doctor: That's S1."],
            ["sensory_deficit S1 right"],
        ),
        (["Doctor: Is this sharp or dull?", "Patient: Sharp."], ["sensory_deficit absent"]),
        (["Doctor: Feel this the same?", "Patient: No, fainter on the left."], ["sensory_deficit left"]),
        (["Doctor: Feel me here? And here?", "Patient: Same on both sides."], ["sensory_deficit bilateral absent"]),
        (["Doctor: I touch with the pin, here and here?", "Patient: Not different."], []),
        (["Doctor: How do you feel today?", "Patient: Less tired."], []),
        (["Doctor: Do you feel this is better?", "Patient: Different."], []),
    ],
)
def test_feeling(read: Read, turns: list[str], lines: list[str]) -> None:
    """What is dull or less where it is touched is a deficit; what is the same or sharp is none."""
    assert read("\n".join(turns), "neuro", "transcript") == lines


def test_what_it_is_like_is_not_the_same(read: Read) -> None:
    """Who likens the feeling to something feels it differently."""
    turns = "DR: Front of the thigh, does it feel the same?\nPT: Like cardboard, on the left."
    assert read(turns, "neuro", "transcript") == ["sensory_deficit left"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Eyes shut, tell me if it's dull.\nPatient: The left shin is dull.", ["sensory_deficit left"]),
        ("Doctor: Tell me if it feels the same.\nPatient: All the same.", ["sensory_deficit absent"]),
        ("Doctor: Tell me if it hurts.\nPatient: There's less on the left.", []),
    ],
)
def test_who_is_told_to_say(read: Read, turns: str, lines: list[str]) -> None:
    """A patient who was told to say how a touch feels tells the result of the test."""
    assert read(turns, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            "Doctor: I'm stroking both shins. It's less on the inside of the left shin, that's the L4 strip.",
            ["sensory_deficit L4 left"],
        ),
        ("Doctor: It's less on the left foot these days.", []),
    ],
)
def test_less_is_felt_where_it_is_touched(read: Read, turns: str, lines: list[str]) -> None:
    """An examiner who touches tells where less is felt, with the root that has it."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["D: Is this sharp or dull?", "P: Dull there.", "D: So dull to pin in the L5 strip on the right."],
         ["sensory_deficit L5 right"]),
        (["D: Now I'll just brush you, same, same?", "P: Less on this one.", "D: Light touch is down on the left, S1."],
         ["sensory_deficit S1 left"]),
        (["D: here is the pin sharp or dull sharp", "P: sharp"], []),
    ],
)  # fmt: skip
def test_an_answer_and_its_verdict(read: Read, turns: list[str], lines: list[str]) -> None:
    """The verdict gives an answer its root and side; what may be chosen is no finding."""
    assert read("\n".join(turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Pinprick on the calf?", "I can't feel that."], ["sensory_deficit"]),
        (["Light touch over the thumb?", "Yes, I feel it."], ["sensory_deficit absent"]),
        (["Light touch over the thumb?", "I feel it less."], ["sensory_deficit"]),
        (["Pin on the shin?", "No, I don't feel it.", "And the same spot on the left?", "Ow, yes."],
         ["sensory_deficit", "sensory_deficit left absent"]),
        (["Pinwheel, sharp all over the foot here?", "Yes."], ["sensory_deficit absent"]),
        (["Same feeling in both feet?", "Same."], ["sensory_deficit bilateral absent"]),
        (["Pinprick C7, middle finger?", "Same."], ["sensory_deficit C7 absent"]),
        (["Can you touch your thumb with it?", "Yes."], []),
        (["Which fingers do you feel it in?", "I feel it in the little one."], []),
        (["And the same spot on the left?", "Ow, yes."], []),
    ],
)  # fmt: skip
def test_short_questions_of_touch(read: Callable[..., list[str]], turns: list[str], lines: list[str]) -> None:
    """A pin and where it pricks are question enough; the same on the other side goes on with it."""
    talk = "\n".join(f"{('Doctor', 'Patient')[at % 2]}: {said}" for at, said in enumerate(turns))
    assert sorted(read(talk, "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["P: That's fuzzy.", "D: Reduced over the heel, left."], ["sensory_deficit left"]),
        (["P: Less there.", "D: Decreased on the inner border."], ["sensory_deficit"]),
        (["P: The same.", "D: Reduced on the left, the rotation."], []),
    ],
)
def test_reduced_as_the_patient_says(read: Callable[..., list[str]], turns: list[str], lines: list[str]) -> None:
    """What a patient has just felt less is what the examiner calls reduced."""
    assert read("\n".join(["D: This heel, compared with that one?", *turns]), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I'm touching both forearms. Any difference?\nPT: No.", ["sensory_deficit absent"]),
        ("DR: I'll touch your shins. Same on each side?\nPT: The right is less.", ["sensory_deficit right"]),
        (
            "DR: Can you feel this?\nPT: Yes.\nDR: And the thumb?\nPT: Duller on the left.",
            ["sensory_deficit absent", "sensory_deficit left"],
        ),
        ("DR: I'll press here. And here. Sore?\nPT: Same on both sides.", []),
    ],
)
def test_touch_is_compared(read: Read, said: str, lines: list[str]) -> None:
    """Sides and places are compared behind a touch."""
    assert sorted(read(said, "neuro", "transcript")) == lines
