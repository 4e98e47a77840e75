"""Specification of questions about daily life and their answers."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("And sitting?", "Twenty minutes, then I'm up.", ["sitting"]),
        ("How's the walking?", "To the gate. That's all.", ["walking"]),
        ("And sleeping?", "Terrible.", ["sleep"]),
        ("Can you drive?", "No.", ["driving"]),
        ("Can you drive?", "Yes, fine.", []),
        ("Any trouble bending?", "Yeah.", ["bending"]),
        ("Any trouble bending?", "No.", []),
        ("Any falls?", "Two since June.", ["fall_risk"]),
        ("Any falls?", "None.", []),
        ("And sitting?", "Sitting is fine.", []),
        ("Can you walk on your heels?", "No.", []),
        ("Are you working?", "I retired in May.", []),
        ("Any numbness where you sit?", "A little, yes.", []),
        ("And standing? Like when you cook?", "Ten minutes.", ["standing"]),
        ("And when you sit?", "A minute and it's gone.", []),
        ("Winded on the stairs?", "No, only on hills.", []),
        ("Any falls lately?", "Twice, on the step.", ["fall_risk"]),
        ("You still working?", "I go in. Three hours, maybe.", ["work"]),
        ("You still working?", "Forty hours a week.", []),
        ("And work?", "Half days.", ["work"]),
        ("And sitting?", "Sitting's okay. Walking kills me.", ["walking"]),
        ("And driving?", "No trouble. I can't sleep, though.", ["sleep"]),
        ("How far can you walk?", "One block, then I sit on a wall.", ["walking"]),
    ],
)
def test_an_activity_that_is_asked_for(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """An activity is limited where the answer tells a limit of it, and of no other."""
    assert read(f"Doctor: {asked}\nPatient: {answer}\nDoctor: Okay.", "function", "transcript") == lines


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("Gardening. And the stairs.", ["sport", "walking"]),
        ("Lifting the grandkids, mostly.", ["lifting"]),
        ("Nothing really.", []),
        ("My golf swing, I have to sit down after.", ["sport"]),
    ],
)
def test_who_asks_what_cannot_be_done(read: Read, answer: str, lines: list[str]) -> None:
    """What opens an answer to who asks what cannot be done is limited."""
    text = f"Doctor: So what's it keeping you from?\nPatient: {answer}\nDoctor: Okay."
    assert read(text, "function", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("What sets it off?", "Lifting, mostly.", ["lifting"]),
        ("What makes it worse?", "Uh, bending over the tub.", ["bending"]),
        ("what makes it worse", "standing in line", ["standing"]),
        ("What brings it on?", "Driving. And sitting at church.", ["driving", "sitting"]),
        ("Anything aggravate it?", "Sitting on that side in the car.", ["sitting"]),
        ("When is it worst?", "When I'm walking uphill.", ["walking"]),
        ("When do you feel it?", "Rolling over in bed.", ["sleep"]),
        ("What irritates it?", "Sitting. I eat standing up.", ["sitting"]),
        ("What makes it better?", "Sitting.", []),
        ("When does it get better?", "When I'm walking.", []),
        ("Is it worse when you sit?", "No, sitting's fine.", []),
        ("What brings you in?", "I was lifting boxes.", []),
        ("What makes it worse?", "I was lifting a couch when it started.", []),
        ("What makes it worse?", "Nothing. Walking is good for it.", []),
    ],
)
def test_who_asks_what_brings_it_on(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """What is named to who asks what brings a pain on is limited, other than what eases it or happened once."""
    talk = f"Doctor: Hello.\nPatient: Hi.\nDoctor: {asked}\nPatient: {answer}\nDoctor: Okay."
    assert read(talk, "function", "transcript") == lines


def test_another_question_takes_the_answer(read: Read) -> None:
    """The answer belongs to the question right before it."""
    text = "Doctor: How's sleeping? Any fever?\nPatient: Yes, bad.\nDoctor: Okay."
    assert read(text, "function", "transcript") == []
