"""Specification of weakness and strange feelings in everyday words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She fails to complete five heel raises on the left", ["motor_deficit left"]),
        ("He is not able to perform a single leg squat on the right", ["motor_deficit right"]),
        ("Cannot resist dorsiflexion on the right", ["motor_deficit right"]),
        ("She has lost most of the power in her left arm", ["motor_deficit left"]),
        ("He is losing the feeling in his right thumb", ["sensory_deficit right"]),
        ("She can't feel the pedals under her feet", ["sensory_deficit"]),
        ("He hasn't been able to urinate since noon", ["bowel_bladder"]),
        ("She doesn't always make it to the restroom", ["bowel_bladder"]),
        ("He wees without noticing", ["bowel_bladder"]),
    ],
)
def test_what_cannot_be_done_or_felt(read: Read, text: str, lines: list[str]) -> None:
    """A word of failing and what it keeps from being done make a finding."""
    assert read(f"Subjective: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    "text",
    [
        "He could not complete the heel raises because of knee pain",
        "She couldn't come on Tuesday",
        "He makes it to the bathroom in good time",
        "She lost her keys",
    ],
)
def test_what_is_no_loss(read: Read, text: str) -> None:
    """What pain prevents, and what has nothing to do with strength or feeling, is no finding."""
    assert "motor_deficit" not in read(f"Subjective: {text}.", "neuro")


def test_a_question_asks_for_a_loss(read: Read) -> None:
    """What was lost may be asked for."""
    text = "Doctor: Have you lost any strength in the hand?\nPatient: None."
    assert read(text, "neuro", "transcript") == ["motor_deficit absent"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: If your legs turn heavy, come straight in.", ["motor_deficit hypothetical"]),
    ],
)
def test_a_limb_may_become_weak(read: Read, turns: str, lines: list[str]) -> None:
    """What a limb might become is a warning."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("My left foot keeps going dead", ["sensory_deficit left"]),
        ("The fingers feel woolly", ["sensory_deficit"]),
        ("There's a fizzing in my right calf", ["sensory_deficit right"]),
        ("My heel feels weird", ["sensory_deficit"]),
        ("It's like walking on moss", ["sensory_deficit"]),
        ("My arm feels feeble", ["motor_deficit"]),
        ("My left knee buckles on the stairs", ["motor_deficit left"]),
        ("My foot flops", ["motor_deficit"]),
    ],
)
def test_what_a_limb_does(read: Read, text: str, lines: list[str]) -> None:
    """A part of a limb and what it does or feels like make a symptom."""
    assert read(f"Doctor: Go on.\nPatient: {text}.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    "text",
    [
        "My phone is dead",
        "There's a dull ache in my leg",
        "I was walking on the pillows of the sofa",
        "That's a funny thing to ask about a foot",
    ],
)
def test_what_is_no_strange_feeling(read: Read, text: str) -> None:
    """Other things are dead, dull and funny as well."""
    assert read(f"Doctor: Go on.\nPatient: {text}.", "neuro", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I was on pins and needles until you rang.", []),
        ("My foot is all pins and needles.", ["sensory_deficit"]),
    ],
)
def test_who_waits_on_pins_and_needles_feels_none(read: Read, said: str, lines: list[str]) -> None:
    """The figure of speech is no feeling."""
    assert read(f"DR: How are you?\nPT: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("If that leg starts to give, call me.", ["motor_deficit hypothetical"]),
        ("Should your grip go, come in.", ["motor_deficit hypothetical"]),
        ("Your arm goes up fine.", []),
    ],
)
def test_a_limb_that_might_fail(read: Read, text: str, lines: list[str]) -> None:
    """A warning names the limb and that it fails, in whatever words."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("On your toes. The left heel doesn't come up.", ["motor_deficit left"]),
        ("Rib six on the left won't come up when you breathe in.", []),
        ("I can't do reflexes on a screen.", []),
        ("I can't check your reflexes by video.", []),
        ("I can't get a reflex at the left ankle.", ["reflex_deficit left"]),
    ],
)
def test_what_cannot_be_done(read: Read, said: str, lines: list[str]) -> None:
    """A heel that does not rise is weak, unlike a rib; a test that is not done shows nothing."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She goes to sleep without trouble.", []),
        ("He went to sleep at ten.", []),
        ("His left hand goes to sleep.", ["sensory_deficit left"]),
    ],
)
def test_a_person_goes_to_sleep(read: Read, text: str, lines: list[str]) -> None:
    """Who goes to sleep is well; a limb that does is numb."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("My foot feels like I have a sock on.", ["sensory_deficit"]),
        ("The toes feel like through a stocking.", ["sensory_deficit"]),
        ("My hands feel like gloves.", ["sensory_deficit"]),
        ("The foot feels like a wet sock.", []),
        ("The ankle feels like an old stocking.", []),
        ("I folded the wrist, I folded it down.", []),
        ("Arms folded, I sat there.", []),
        ("My knee folded on the stairs.", ["motor_deficit"]),
    ],
)
def test_a_garment_is_worn(read: Read, text: str, lines: list[str]) -> None:
    """Who feels as if through a sock has lost feeling; a foot like a wet sock has not, and what is bent is not weak."""
    assert read(f"D: Go on.\nP: {text}", "neuro", "transcript") == lines
