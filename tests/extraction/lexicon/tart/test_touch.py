"""Specification of pain that a touch brings on."""

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
    ("turns", "lines"),
    [
        (["Doctor: L4, sore?", "Patient: Yes.", "Doctor: And the left SI?", "Patient: No."], [
            "tenderness lumbar", "tenderness sacral left absent",
        ]),
        (["Doctor: C4 on the left, tender?", "Patient: Ow.", "Doctor: And the other side?", "Patient: Nothing."], [
            "tenderness cervical left", "tenderness cervical right absent",
        ]),
        (["Doctor: I push on rib 6, that's all right?", "Patient: That's okay."], ["tenderness rib_cage absent"]),
        (["Doctor: Tell me if it's sore. Left side of the neck.", "Patient: Ow, right there."], [
            "tenderness cervical left",
        ]),
    ],
)  # fmt: skip
def test_fingers_that_go_on(read: Read, turns: list[str], lines: list[str]) -> None:
    """A question may only name the next place; a cry answers where nothing is asked."""
    assert read("\n".join(turns), "tart", "transcript") == lines


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


def test_an_explanation_is_no_cry(read: Read) -> None:
    """A patient who understands a picture is not under the hands."""
    text = "Doctor: You see here, it's pushing on the S1 nerve.\nPatient: Oh, that's why my left leg hurts."
    assert read(text, "tart", "transcript") == []


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: Hips are level. I'll feel along here. Sore?", "Patient: Yes.", "Doctor: That's T9."], [
            "tenderness thoracic",
        ]),
        (["Doctor: L4 moves well. This one hurt?", "Patient: Ow, yes.", "Doctor: Okay, that's L5. Now relax."], [
            "tenderness lumbar",
        ]),
        (["Doctor: C3 is fine. Bend to the side. Any pain there?", "Patient: Yes."], []),
        (["Doctor: I'll press. Neck or shoulder?", "Patient: No, the shoulder."], []),
    ],
)  # fmt: skip
def test_a_place_named_after_its_answer(read: Read, turns: list[str], lines: list[str]) -> None:
    """Examiners may name a place once it was sore; a movement and a choice are no touch."""
    found = read("\n".join(turns), "tart", "transcript")
    assert [line for line in found if line.startswith("tenderness")] == lines


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("L2.", "Pretty sore.", ["tenderness lumbar"]),
        ("And T9.", "That's tender.", ["tenderness thoracic"]),
        ("L2.", "Not sore.", []),
        ("L2 was fine last week.", "Sore.", []),
        ("T3, left or right sore?", "Neither.", ["tenderness thoracic bilateral absent"]),
        ("T8. Feel that?", "Tender, yeah.", ["tenderness thoracic"]),
    ],
)
def test_a_level_is_named_and_answered(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """A vertebra that is only named is asked about, and a no to either side denies both."""
    assert read(f"DR: {asked}\nPatient: {answer}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("i'm pressing on the mid back is that sore\nPT: no not really", ["tenderness thoracic absent"]),
        ("the left si is stuck does that hurt\nPT: yeah", ["restriction sacral left", "tenderness sacral left"]),
        ("T7, that's jammed, little sore?\nPT: Yes.", ["restriction thoracic", "tenderness thoracic"]),
        ("Down the middle of the neck? Sore?\nPT: No.", ["tenderness cervical absent"]),
        ("I'm adjusting T6. Breathe out.\nPT: Ow.", []),
        ("T6 won't flex.\nPT: Ow. Yeah. There.", ["restriction thoracic", "tenderness thoracic"]),
        ("Pressing on both SI joints, sore?\nPT: No.", ["tenderness sacral bilateral absent"]),
        ("Ribs?\nRESIDENT: Ribs were fine, no.", []),
    ],
)
def test_questions_without_a_mark(read: Read, said: str, lines: list[str]) -> None:
    """Words without a mark that end in a question are answered, and what they tell before it stands."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    "turns",
    [
        ["Doctor: I press on your neck, does that shoot down the arm?", "Patient: It does."],
        ["Doctor: Tapping at the wrist here, any tingling?", "Patient: Nah."],
        ["Doctor: I'll adjust L3. There. How's that?", "Patient: Better, I can twist."],
    ],
)
def test_questions_of_nerves_and_of_relief(read: Read, turns: list[str]) -> None:
    """Whether a touch sends something down a limb, and how it is after treatment, tells of no tenderness."""
    assert read("\n".join(turns), "tart", "transcript") == []


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


def test_a_denial_that_is_asked(read: Read) -> None:
    """A denial with its side, put as a question and agreed to, denies tenderness there."""
    turns = "Doctor: Levator on the right still ropy, not tender?\nPatient: No."
    assert "tenderness cervical right absent" in read(turns, "tart", "transcript")


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
        (
            (
                "Doctor: Ribs five and six on the left, they don't drop when you breathe out, so those are "
                "sore?\nPatient: Very."
            ),
            ["restriction rib_cage left", "tenderness rib_cage left"],
        ),
        (
            "Doctor: Jaw has full motion, and I'm pressing on the joint, nothing?\nPatient: Nothing.",
            ["restriction head absent", "tenderness head absent"],
        ),
    ],
)
def test_what_is_told_before_a_question(read: Read, turns: str, lines: list[str]) -> None:
    """What is told before a question of pain is found, and its answer too."""
    assert sorted(read(turns, "tart", kind="transcript")) == sorted(lines)
