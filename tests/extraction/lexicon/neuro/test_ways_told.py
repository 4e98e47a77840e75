"""Specification of the way of a pain as it is listed, and of questions whether it goes any way at all."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Left hip, side of the thigh, out to the big toe.", ["radicular_pain left"]),
        ("Right leg. It begins in the buttock, runs down the outside, ends in my heel.", ["radicular_pain right"]),
        ("It starts in the neck and ends up in my thumb. Left arm.", ["radicular_pain left"]),
        ("My left knee, my right hip, my foot, all of it aches.", []),
        ("My hip, my knee and my foot.", []),
        ("Left hip, side of the thigh, out to the right big toe.", []),
        ("I go from the neck of the woods on foot.", []),
        ("I put the heating pad on my back, then my foot.", []),
    ],
)
def test_a_way_is_listed(read: Read, said: str, lines: list[str]) -> None:
    """From where it begins to where it ends, a pain runs along a limb; sore joints one by one do not."""
    assert read(f"Doctor: Where is your back pain?\nPatient: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("Does it go down? Thigh, calf, foot?", "No, it stays in the hip.", ["radicular_pain absent"]),
        ("Does it travel?", "Nope.", ["radicular_pain absent"]),
        ("Does that spread, down an arm?", "No.", ["radicular_pain absent"]),
        ("Does the pain go anywhere?", "No.", ["radicular_pain absent"]),
        ("Anything in the legs?", "Nope.", ["radicular_pain absent"]),
        ("Does it come and go?", "No.", []),
        ("Does it go away at night?", "No.", []),
        ("Does it run in the family?", "No.", []),
        ("Do you travel for work?", "No.", []),
        ("Anything in the hand?", "No.", []),
    ],
)
def test_a_pain_that_stays(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """Who is asked whether a pain goes anywhere, and denies it, has none along a limb."""
    talk = f"Doctor: So the back.\nPatient: Yes, the back.\nDoctor: {asked}\nPatient: {answer}"
    assert read(talk, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("Left leg ever?", ["radicular_pain left absent"]),
        ("And the left leg, ever?", ["radicular_pain left absent"]),
        ("Ever been to Leeds?", []),
        ("Left leg first?", []),
    ],
)
def test_another_limb_is_asked_for(read: Read, asked: str, lines: list[str]) -> None:
    """Whether the other limb ever has it too is asked after the one that has."""
    talk = f"Doctor: Where?\nPatient: It shoots down the right leg.\nDoctor: {asked}\nPatient: Nope."
    assert [line for line in read(talk, "neuro", "transcript") if "absent" in line] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("If the burning in your thighs comes back, call me.", ["radicular_pain hypothetical"]),
        ("If you want a break, the burning in your thighs is why.", []),
    ],
)
def test_a_pain_that_may_come_back(read: Read, said: str, lines: list[str]) -> None:
    """An examiner warns of a pain; what is only explained is no warning."""
    talk = f"Patient: My back is fine.\nDoctor: {said}"
    assert [line for line in read(talk, "neuro", "transcript") if "hypothetical" in line] == lines


def test_a_limb_is_asked_for_after_the_other(read: Read) -> None:
    """Where no limb has been spoken of, a question for one asks for no pain along it."""
    assert (
        read("Doctor: Where?\nPatient: In the jaw.\nDoctor: Left arm ever?\nPatient: Nope.", "neuro", "transcript")
        == []
    )


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("It's both arms. Down the outsides of them.", ["radicular_pain bilateral"]),
        ("The left leg. All the way down the back, to the ankle.", ["radicular_pain left"]),
        ("Pain. Down the side, here, to the foot.", ["radicular_pain"]),
        ("Both legs. Down the stairs it's worse.", []),
        ("A rash. Down the side, to the foot.", []),
    ],
)
def test_down_a_limb_named_before(read: Read, said: str, lines: list[str]) -> None:
    """What goes down the limb that was named in the sentence before runs along it."""
    assert read(f"DR: Low back, then. Where is it?\nPT: {said}", "neuro", "transcript") == lines


def test_who_speaks_of_an_own_limb(read: Read) -> None:
    """One whom no label names is the patient who speaks of an own limb."""
    text = "How's it going?\n\nIt's my left leg. It comes out of the butt, down the side, into the big toe."
    assert read(text, "neuro", "transcript") == ["radicular_pain left"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: How far down does it go?\nPT: Right to my foot. Left side.", ["radicular_pain left"]),
        ("DR: Where does the pain stop?\nPT: Just below the knee, on the right.", ["radicular_pain right"]),
        ("DR: Where does it travel to?\nPT: Into my thumb. The left one.", ["radicular_pain left"]),
        ("DR: Where does it hurt?\nPT: To the left of my knee.", []),
        ("DR: Where does it go?\nPT: Back in the drawer.", []),
    ],
)
def test_how_far_it_goes(read: Read, said: str, lines: list[str]) -> None:
    """Who is asked how far a pain goes answers with a part of the limb."""
    assert sorted(read(said, "neuro", "transcript")) == lines
