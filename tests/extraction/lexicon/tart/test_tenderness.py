"""Specification of pain that a touch brings on, told without a question."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Palpation of T6 is very painful", ["tenderness thoracic"]),
        ("Deep palpation at L5 brings out the pain", ["tenderness lumbar"]),
        ("Percussion over T9 hurts", ["tenderness thoracic"]),
        ("Palpation of the left SI joint was painless", ["tenderness sacral left absent"]),
        ("Palpation did not cause discomfort at C3", ["tenderness cervical absent"]),
    ],
)
def test_touch_and_pain(read: Read, text: str, lines: list[str]) -> None:
    """A word of touch and a word of pain beside a place tell of tenderness there, or of none."""
    assert read(f"Objective: {text}.", "tart") == lines


@pytest.mark.parametrize("text", ["Palpation of the thyroid is painful", "L5 pain for a week", "Pain on palpating"])
def test_what_is_no_tenderness(read: Read, text: str) -> None:
    """It needs a touch, a pain and a place of the body's frame."""
    assert read(f"Objective: {text}.", "tart") == []


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: T6 on the right is ropy. Pain?", "Patient: Ooh, yes."], ["tenderness thoracic right"]),
        (["Doctor: I press on T9, this is painful?", "Patient: No."], ["tenderness thoracic absent"]),
        (["Doctor: L2, this one is a bit stiff, but no pain?", "Patient: Nope."], ["tenderness lumbar absent"]),
        (["Doctor: The left sulcus is boggy.", "Patient: Ow, that's the spot."], ["tenderness sacral left"]),
        (["Doctor: The left sulcus is boggy.", "Patient: Is that bad?"], []),
        (["Doctor: Now L3. Doesn't hurt here? Good."], ["tenderness lumbar absent"]),
        (["Doctor: Feel me touching the foot? And here?", "Patient: Same, both."], []),
    ],
)
def test_pain_under_the_hands_in_speech(read: Read, turns: list[str], lines: list[str]) -> None:
    """It is asked in a word, told without a question, or denied to an examiner who is pleased."""
    found = read("\n".join(turns), "tart", "transcript")
    assert [line for line in found if line.startswith("tenderness")] == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("C4, I felt you flinch.", "tenderness cervical"),
        ("You wince when I press on the right first rib.", "tenderness rib_cage right"),
        ("Left PSIS, no flinch.", "tenderness pelvic left absent"),
    ],
)
def test_a_flinch(read: Read, text: str, line: str) -> None:
    """Who flinches under the fingers is tender there."""
    assert read(f"Doctor: {text}", "tart", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C4-5 facet R painful, L not painful", ["tenderness cervical right", "tenderness cervical left absent"]),
        ("Pain on pressing at T8", ["tenderness thoracic"]),
        ("Lumbar extension painful", []),
    ],
)
def test_painful_under_the_hand(read: Read, text: str, lines: list[str]) -> None:
    """What is painful where a hand presses is tender; a painful motion is not."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Press on L5 with your thumb, left.\nPatient: Sore.", ["tenderness lumbar left"]),
        ("Doctor: Poke around the right SI joint for me.\nPatient: No, nothing.", ["tenderness sacral right absent"]),
        ("Doctor: Push against my hand with the left foot.\nPatient: Ow.", []),
    ],
)
def test_pressed_at_home(read: Read, turns: str, lines: list[str]) -> None:
    """Who is told to press on a place tells whether it hurts; a push against a hand tests strength."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Pressing on the L4 spinous process hurts.", ["tenderness lumbar"]),
        ("Pressing the left SI joint is painful.", ["tenderness sacral left"]),
        ("Pressing on L4 does not hurt.", ["tenderness lumbar absent"]),
    ],
)
def test_pressing_that_hurts(read: Read, said: str, lines: list[str]) -> None:
    """What hurts when it is pressed is tender."""
    assert read(f"Exam:\n{said}", "tart") == lines


@pytest.mark.parametrize(
    ("told", "answer", "lines"),
    [
        ("I'm going to press on C2.", "Yes. That.", ["tenderness cervical"]),
        ("I'm pressing beside L4.", "Ooh, that. More on the right.", ["tenderness lumbar right"]),
        ("I push on the ribs now.", "There. Worse on the left but both.", ["tenderness rib_cage bilateral"]),
        ("I push on the ribs now.", "That. My left hand is cold.", []),
        ("The left pubic bone. Push out into my hands.", "Whoa. There.", []),
        ("I push on the left pubic bone with my hands.", "Whoa. There.", ["tenderness pelvic left"]),
        ("I push on the ribs now.", "There. It goes down the left leg.", ["tenderness rib_cage"]),
    ],
)
def test_pointing_and_the_side_added(read: Read, told: str, answer: str, lines: list[str]) -> None:
    """With a yes a `that` is the spot under the hands, and its side may be added."""
    assert read(f"Doctor: {told}\nPatient: {answer}\nDoctor: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Pressing over the left trochanter.\nPT: Yes, ooh.", ["tenderness pelvic left"]),
        ("DR: Pressing matters on the left hip.\nPT: Yes.", []),
    ],
)
def test_hands_told_of_without_their_owner(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Who opens with what the hands do is pressing."""
    assert read(said, "tart", "transcript") == lines
