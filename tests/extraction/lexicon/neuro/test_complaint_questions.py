"""Specification of questions about complaints."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("Is the tingling constant?", ["sensory_deficit"]),
        ("Is the weakness getting worse?", ["motor_deficit"]),
        ("Has the numbness been there all day?", ["sensory_deficit"]),
        ("Is there constant numbness?", ["sensory_deficit absent"]),
        ("Is the numbness still there?", ["sensory_deficit absent"]),
    ],
)
def test_a_no_to_its_manner_denies_no_complaint(read: Read, asked: str, lines: list[str]) -> None:
    """Who is asked how a complaint is, has it."""
    assert read(f"Doctor: {asked}\nPatient: No.", "neuro", "transcript") == lines


def test_an_answer_that_names_its_side_first(read: Read) -> None:
    """A yes may follow the side that it is about."""
    text = "Doctor: Any numbness?\nPatient: The top of the left foot, yeah.\nDoctor: Okay."
    assert read(text, "neuro", "transcript") == ["sensory_deficit left"]


@pytest.mark.parametrize("asked", ["Peeing all right?", "Passing water normally?", "Bladder all right?"])
def test_asked_whether_all_is_well(read: Read, asked: str) -> None:
    """A yes to a question of health is no red flag."""
    assert read(f"Doctor: {asked}\nPatient: Yes.", "neuro", "transcript") == ["bowel_bladder absent"]


def test_one_side_answers_for_all_that_is_asked_about(read: Read) -> None:
    """A side answers for each of the complaints of which a question only asks where they are."""
    text = "Doctor: Where's the weakness and the numbness?\nPatient: In my left leg."
    assert read(text, "neuro", "transcript") == ["motor_deficit left", "sensory_deficit left"]


@pytest.mark.parametrize(
    ("asked", "said", "lines"),
    [
        ("Passing urine normally?", "No, that's the thing. I sit there and it won't start.", ["bowel_bladder"]),
        ("Bladder normal?", "Not really, I stand there and nothing comes.", ["bowel_bladder"]),
        ("Water works okay?", "No, I have to push.", ["bowel_bladder"]),
        ("Passing urine normally?", "No.", []),
        ("Bladder okay?", "No, nothing to complain about.", []),
    ],
)
def test_trouble_told_behind_a_no(read: Read, asked: str, said: str, lines: list[str]) -> None:
    """A no to health charges nobody with trouble, unless the answer goes on to tell of it."""
    assert read(f"Doctor: {asked}\nPatient: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["D: And what is it like is it numb", "P: It's more of a burn."], []),
        (["D: Is it numb?", "P: It's more like a burn."], []),
        (["D: What is the foot like, is it weak?", "P: It just aches."], []),
        (["D: What does that foot feel like, is it numb?", "P: Hard to say."], []),
        (["D: Where is the numbness?", "P: On top."], ["sensory_deficit"]),
        (["D: Any numbness where you wipe?", "P: And no numbness there."],
         ["saddle_anesthesia absent"]),
        (["D: Any numbness, where you'd sit on a bike?", "P: No."], ["saddle_anesthesia absent"]),
    ],
)  # fmt: skip
def test_what_is_only_asked(read: Read, turns: list[str], lines: list[str]) -> None:
    """A complaint that is offered is not taken for granted, and an answer is of the place that is asked for."""
    assert sorted(read("\n".join(turns), "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("DR: Can you hold your water?\nPT: No.", ["bowel_bladder"]),
        ("DR: Can you hold your water?\nPT: Yes, fine.", ["bowel_bladder absent"]),
        ("DR: Are you able to control your bowels?\nPT: Yes.", ["bowel_bladder absent"]),
        ("DR: Can you feel the paper when you wipe?\nPT: No.", ["saddle_anesthesia"]),
        ("DR: Feeling it when you wipe?\nPT: Yeah.", ["saddle_anesthesia absent"]),
        ("DR: Can you feel the pin here, around the saddle?\nPT: No.", ["saddle_anesthesia"]),
        ("DR: Do you feel this, in the saddle?\nPT: Yes.", ["saddle_anesthesia absent"]),
        ("DR: Do you feel any numbness in the saddle?\nPT: No.", ["saddle_anesthesia absent"]),
        (
            "DR: Any numbness in the saddle?\nPT: No, only the heel goes numb.",
            ["saddle_anesthesia absent", "sensory_deficit"],
        ),
        ("DR: Bowels working?\nPT: No, not since Sunday.", []),
    ],
)
def test_abilities_that_are_asked_for(read: Read, talk: str, lines: list[str]) -> None:
    """Who cannot do, or feel, what is asked for has lost it."""
    assert sorted(read(talk, "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The left grip is a bit weaker, see that?", ["motor_deficit left"]),
        ("Do you feel weakness, see that?", ["motor_deficit absent"]),
        ("The left grip is weaker, -?", ["motor_deficit left absent"]),
        ("The left grip is weaker, do you think?", ["motor_deficit left absent"]),
        ("Is the left grip a bit weaker, do you think?", ["motor_deficit left absent"]),
    ],
)
def test_what_is_only_shown(read: Read, said: str, lines: list[str]) -> None:
    """Who shows what is seen asks nothing."""
    assert read(f"Doctor: {said}\nPatient: No.", "neuro", "transcript") == lines


def test_what_a_patient_shows(read: Read) -> None:
    """A patient who points to something asks whether it is there."""
    talk = "Doctor: Hm.\nPatient: The left grip is weaker, see that?\nDoctor: No."
    assert read(talk, "neuro", "transcript") == ["motor_deficit left absent"]
