"""Specification of pain of a touch that is asked about."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("And this?", "Ouch! Yes.", ["tenderness lumbar"]),
        ("If I press here?", "Ooh. A bit.", ["tenderness lumbar"]),
        ("Is that sharp?", "No.", ["tenderness lumbar absent"]),
        ("And this?", "Yes, that's my phone.", []),
        ("Does it hurt when you walk?", "Yes.", []),
    ],
)
def test_asked_of_touch(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """An examiner who presses points at a spot, and a cry of pain answers."""
    text = f"Doctor: L4 now. {asked}\nPatient: {answer}\nDoctor: I see."
    assert read(text, "tart", "transcript") == lines


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


def test_a_denial_that_is_asked(read: Read) -> None:
    """A denial with its side, put as a question and agreed to, denies tenderness there."""
    turns = "Doctor: Levator on the right still ropy, not tender?\nPatient: No."
    assert "tenderness cervical right absent" in read(turns, "tart", "transcript")


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


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("Tender here?\nPatient: Oh yes.\nDoctor: That's right over the left SI joint.", ["tenderness sacral left"]),
        ("Does that hurt?\nPatient: It does.\nDoctor: That's the right L4 facet.", ["tenderness lumbar right"]),
        ("Sore when I push there?\nPatient: No.\nDoctor: Okay, so that's your L2.", ["tenderness lumbar absent"]),
    ],
)
def test_a_place_named_after_the_answer(read: Read, talk: str, lines: list[str]) -> None:
    """Who asks about a spot and names it next speaks of one place, with its side."""
    assert read(f"Doctor: {talk}", "tart", "transcript") == lines


def test_what_was_turned_before_is_not_touched(read: Read) -> None:
    """The place named last is that of the touch, not the head that the patient was told to turn."""
    asked = "Doctor: Turn your head to the right. Does it hurt when I press here?"
    text = f"{asked}\nPatient: Yep.\nDoctor: That's C4 on the left."
    assert "tenderness cervical left" in read(text, "tart", "transcript")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Here, on top?", "Yes. Tender."),
        ("And this?", "That's sore, yeah."),
        ("How's that under my thumb?", "Tender. Yep."),
        ("How about here?", "Ow, yeah, that hurts."),
        ("And right there?", "Sore."),
        ("What about this one?", "Oh that's tender."),
        ("And there?", "Yeah, that one."),
        ("And this?", "That's it."),
        ("Right there?", "You found it."),
        ("This one?", "Yes, right there."),
        ("Now can I press there, flat hand?", "Go for it. Ooh. Okay, yeah, that's sore."),
    ],
)
def test_a_question_that_only_points(read: Read, asked: str, answer: str) -> None:
    """Right after a finding of the hands a question that only points asks whether it is sore there."""
    lines = read(f"DR: T6 is stuck. {asked}\nPT: {answer}", "tart", "transcript")
    assert lines == ["restriction thoracic", "tenderness thoracic"]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("How's that?", "That's better."),
        ("Is that okay?", "Yeah."),
        ("You see that?", "Yeah."),
        ("And this?", "It hurts when I work."),
        ("Is that new?", "It's been sore a week."),
        ("You had this before?", "It was sore in May."),
    ],
)
def test_a_question_that_asks_for_more(read: Read, asked: str, answer: str) -> None:
    """What asks how it is, whether it is seen or for a story, asks of no touch."""
    lines = read(f"DR: T6 is stuck. {asked}\nPT: {answer}", "tart", "transcript")
    assert lines == ["restriction thoracic"]


def test_what_is_told_before_a_question_that_points(read: Read) -> None:
    """What an examiner tells before `and this?` is found, and leave to press is no answer."""
    lines = read("DR: T3 and T4 are fixed, and this?\nPT: That's sore, yeah.", "tart", "transcript")
    assert lines == ["restriction thoracic", "tenderness thoracic"]
    said = "DR: Let me push on T8.\nPT: Okay. Ouch. Yeah, tender."
    assert read(said, "tart", "transcript") == ["tenderness thoracic"]


@pytest.mark.parametrize("answer", ["That's a hot spot.", "Bullseye.", "On the money.", "Now that I felt.", "Hoo boy."])
def test_a_saying_that_it_hurts(read: Read, answer: str) -> None:
    """Patients have many words for a yes under the fingers."""
    assert "tenderness lumbar" in read(f"DR: L5 is fixed. Tender?\nPT: {answer}", "tart", "transcript")


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: L4 is level. Press here, any pain over the SI?\nPT: None.", ["tenderness sacral absent"]),
        ("DR: L4 is level. Tender, when I press over the first rib?\nPT: No.", ["tenderness rib_cage absent"]),
        ("DR: Tender in front of the ear?\nPT: The left one, yes.", ["tenderness head left"]),
        ("DR: Is the ear tender?\nPT: Yes.", []),
        ("DR: Tender in the middle, over C5?\nPT: Yes.", ["tenderness cervical midline"]),
    ],
)
def test_the_place_behind_what_is_asked(read: Read, turns: str, lines: list[str]) -> None:
    """What is pressed may be named after the words that ask, and is no organ beside it."""
    assert [line for line in read(turns, "tart", "transcript") if line.startswith("tend")] == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: T6 is stuck. Right over C5, in the middle?\nPT: Yep, there.", ["tenderness cervical midline"]),
        ("DR: Roll over for me. Here, left SI?\nPT: Yep. That's it exactly.", ["tenderness sacral left"]),
        ("DR: L4 is stuck. And the left SI?\nPT: That's the one.", ["tenderness sacral left"]),
        ("DR: Where's it hurt? The left SI?\nPT: Yeah, right there.", []),
        ("DR: L4 is stuck. The nerve, C5 or C6?\nPT: That one.", []),
    ],
)
def test_who_says_that_the_fingers_are_there(read: Read, turns: str, lines: list[str]) -> None:
    """In an examination a bare place with `right there` is one that hurts; in the history it is where a pain is."""
    assert [line for line in read(turns, "tart", "transcript") if line.startswith("tend")] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The right fifth rib won't come down, and that angle is sore, isn't it?", ["tenderness rib_cage right"]),
        ("When did it come on, and is it sore?", []),
        ("T6 is stuck and sore, right?", ["tenderness thoracic"]),
    ],
)
def test_what_is_told_before_it_is_asked(read: Read, said: str, lines: list[str]) -> None:
    """A rib that won't come down asks for no story; a right that agrees is no side."""
    found = read(f"DR: {said}\nPT: Right.", "tart", "transcript")
    assert [line for line in found if line.startswith("tend")] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'm rolling the hip in and out, full motion. Does that hurt?", ["restriction pelvic absent"]),
        ("I'm just moving the hip, it rolls all the way, no pain?", ["restriction pelvic absent"]),
        ("I'm pressing on the hip. Does that hurt?", ["tenderness pelvic absent"]),
    ],
)
def test_a_joint_that_is_moved_is_not_touched(read: Read, said: str, lines: list[str]) -> None:
    """Pain of a motion is no tenderness."""
    assert read(f"DR: {said}\nPT: No.", "tart", "transcript") == lines


def test_a_leave_that_is_asked_for(read: Read) -> None:
    """Who asks whether somebody minds being pressed has not pressed yet."""
    assert read("Doctor: Do you mind if I press on your neck?\nPatient: No.", "tart", "transcript") == []


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Pressing on the ribs themselves?\nPT: That's alright.", ["tenderness rib_cage absent"]),
        ("DR: Pushing along the left first rib?\nPT: Ow, yes.", ["tenderness rib_cage left"]),
        ("DR: Pulling and pushing it at work, the knee?\nPT: No.", []),
        ("DR: L4 is sore. Over the left clavicle?\nPT: That's sore, yes.", [
            "tenderness lumbar", "tenderness upper_extremity left",
        ]),
        ("DR: T4 is tender. End of the clavicle?\nPT: Ah! Yeah.", [
            "tenderness thoracic", "tenderness upper_extremity",
        ]),
        ("DR: The sacrum is fine. Does it hurt on the bone? Here, on the left fibula.\nPT: No.", [
            "tenderness lower_extremity left absent",
        ]),
    ],
)  # fmt: skip
def test_questions_of_few_words(read: Read, turns: str, lines: list[str]) -> None:
    """Who is pressing names the place alone, or shows it behind the question; what is pulled at work is no touch."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("Tender over the atlas?", "A little. Not like my jaw.", ["tenderness cervical"]),
        ("Is T9 sore?", "A bit. Not as bad as before.", ["tenderness thoracic"]),
        ("Is T9 sore?", "Yeah. Not terrible.", ["tenderness thoracic"]),
        ("T9, you feel that?", "That's tender. I didn't know it was.", ["tenderness thoracic"]),
        ("Is rib four sore?", "It's sore, I haven't had it pressed.", ["tenderness rib_cage"]),
        ("Tender over C2?", "Yeah, not there.", ["tenderness cervical absent"]),
        ("Sore over T9?", "Sore? No.", ["tenderness thoracic absent"]),
        ("Sore over T9?", "Less sore. Not today.", ["tenderness thoracic absent"]),
    ],
)
def test_answers_that_go_on_to_deny_something_else(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """Who calls a spot sore, and says what it is not like or was not known, has not denied it."""
    assert read(f"Doctor: {asked}\nPatient: {answer}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Along the left, T3 to T5, it's ropy, and, does that hurt?\nPT: Yes.", [
            "tissue_texture thoracic left", "tenderness thoracic left",
        ]),
        ("DR: The left fifth rib is stuck. How about where it joins the sternum, on that side?\nPT: Bit sore.", [
            "restriction rib_cage left", "tenderness rib_cage left",
        ]),
        ("DR: Sore on the angle of the right sixth rib?\nPT: Yes.\nDR: And how about the left?\nPT: Nothing.", [
            "tenderness rib_cage right", "tenderness rib_cage left absent",
        ]),
        ("DR: C5's rotated to the left, does that hurt?\nPT: Yes.", ["asymmetry cervical left", "tenderness cervical"]),
    ],
)  # fmt: skip
def test_a_side_told_before_the_words_that_ask(read: Read, turns: str, lines: list[str]) -> None:
    """The side of a question may stand in its first words, or be pointed back to; that of a position is none."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: T5 is stiff. How's that one?\nPT: That's the one, ow.", ["restriction thoracic", "tenderness thoracic"]),
        ("DR: T5 is stiff. How's that?\nPT: Better, I can turn.", ["restriction thoracic"]),
    ],
)
def test_how_that_one_is_under_the_fingers(read: Read, turns: str, lines: list[str]) -> None:
    """Whoever is asked how a stiff joint is, and says that it is the spot, is sore there."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("T7 and T8 are tender?", ["tenderness thoracic"]),
        ("Both SI joints tender?", ["tenderness sacral bilateral"]),
        ("Left and right SI, sore?", ["tenderness sacral bilateral"]),
    ],
)
def test_both_of_several_levels_or_of_two_sides(read: Read, asked: str, lines: list[str]) -> None:
    """A `both` counts levels that are asked of, and only else tells of both sides."""
    assert read(f"DR: {asked}\nPT: Yes, both.", "tart", "transcript") == lines


def test_who_presses_alone_is_not_examined(read: Read) -> None:
    """What hurts a patient's own finger is a complaint."""
    asked = "DR: Is there a spot on the {} that hurts when {} press on it?\nPT: Yes."
    assert read(asked.format("right rib", "you yourself"), "tart", "transcript") == []
    assert read(asked.format("right rib", "I"), "tart", "transcript") == ["tenderness rib_cage right"]


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("Which side's more tender, here at L4?", ["tenderness lumbar left"]),
        ("I'm on both sides of L4. Which one's more tender?", ["tenderness lumbar left"]),
        ("Which of them is sorer at L4?", ["tenderness lumbar left"]),
        ("Which side is sore at L4 after work?", []),
        ("Which shoulder is sore?", []),
    ],
)
def test_which_of_two_sides_is_the_more_tender(read: Read, asked: str, lines: list[str]) -> None:
    """The side that answers is tender; a question of days asks for a story."""
    assert read(f"DR: {asked}\nPT: The left.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: Sore on the left at C5?\nPT: Yes. The right's fine.",
            ["tenderness cervical left", "tenderness cervical right absent"],
        ),
        (
            "DR: C5 on the left's the sore one, isn't it?\nPT: Yeah. The other side's okay.",
            ["tenderness cervical left", "tenderness cervical right absent"],
        ),
        (
            "DR: Does it hurt under the skull, both sides?\nPT: On the left, yeah. Not the right.",
            ["tenderness head left", "tenderness head right absent"],
        ),
        (
            "DR: Tender at T4?\nPT: On the right but not on the left.",
            ["tenderness thoracic right", "tenderness thoracic left absent"],
        ),
        (
            "DR: Tender at T4?\nPT: Yes, on the right, not on the left.",
            ["tenderness thoracic right", "tenderness thoracic left absent"],
        ),
        ("DR: Tender at T4?\nPT: Yes. I sleep on the left, not on my back.", ["tenderness thoracic"]),
        (
            "DR: Tender on the left at T4?\nPT: No. The right.",
            ["tenderness thoracic left absent", "tenderness thoracic right"],
        ),
        ("DR: Tender at T4?\nPT: You're not kidding.", ["tenderness thoracic"]),
        ("DR: Tender at T4?\nPT: Can't say it is.", ["tenderness thoracic absent"]),
        ("DR: Tender at T4?\nPT: I can feel you there.", ["tenderness thoracic absent"]),
        (
            "DR: L4, does that hurt?\nPT: Yes it does when I'm sitting and driving and the right's not great.",
            ["tenderness lumbar"],
        ),
        (
            "DR: L4, does that bother you?\nPT: Oh yeah that's it and I can hardly bend to the right not at all.",
            ["tenderness lumbar"],
        ),
    ],
)
def test_sides_that_an_answer_clears(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """An answer may clear a side, or tell the sides apart."""
    assert read(said, "tart", "transcript") == lines
