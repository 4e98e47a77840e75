"""Specification of questions and their answers."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import View

Look = Callable[..., View]
Read = Callable[..., list[str]]


def dialogue(*turns: str) -> str:
    """Return a transcript of the clinician and the patient in turn."""
    return "\n".join(f"{('Doctor', 'Patient')[index % 2]}: {said}" for index, said in enumerate(turns))


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("Yes.", "yes"),
        ("Yeah, a little.", "yes"),
        ("Um, yeah.", "yes"),
        ("The big toe is, yeah.", "yes"),
        ("The outside of it yeah.", "yes"),
        ("In my toes yes.", "yes"),
        ("The big toe is what the last doctor asked about yeah.", None),
        ("Sometimes.", "yes"),
        ("Mm-hmm.", "yes"),
        ("No.", "no"),
        ("Nope, nothing like that.", "no"),
        ("Well, not really.", "no"),
        ("Not that I've noticed.", "no"),
        ("I don't think so.", "no"),
        ("All normal.", "normal"),
        ("Fine.", "normal"),
        ("No problems there.", "normal"),
        ("I used to.", "past"),
        ("Same as last week.", "same"),
        ("Not anymore.", "past"),
        ("Yes, but that's gone.", None),
        ("My wife drove me here.", None),
        ("What do you mean?", None),
    ],
)
def test_answers(view: Look, reply: str, answer: str | None) -> None:
    """A turn answers the question before it by the words it opens with: yes, no, all is normal, as it was, or past."""
    asked = view(dialogue("Any numbness in the foot?", reply, "Okay."), "transcript").statements[0]
    assert (asked.asks, asked.reply and asked.reply.answer) == (True, answer)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Any numbness?", True),
        ("any numbness or tingling", True),
        ("Okay, so do you have any weakness", True),
        ("is that tender", True),
        ("Any numbness question mark", True),
        ("That is tender.", False),
        ("Do tell me if that hurts.", True),
        ("I feel a knot here", False),
    ],
)
def test_what_asks(view: Look, said: str, asks: bool) -> None:  # noqa: FBT001  # a column of the table
    """A sentence asks by its mark, or in speech without marks by the words it opens with."""
    assert view(dialogue(said, "Okay."), "transcript").statements[0].asks is asks


def test_a_note_asks_by_its_mark_only(view: Look) -> None:
    """In a note only a question mark asks."""
    assert [statement.asks for statement in view("Any numbness\n\nWeakness?\n").statements] == [False, True]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (("Any numbness?", "No."), ["sensory_deficit absent"]),
        (("Any numbness or weakness?", "Yes."), ["sensory_deficit", "motor_deficit"]),
        (("Any numbness in your left foot?", "Yeah, a little."), ["sensory_deficit left"]),
        (("Any trouble with your bladder?", "Nope."), ["bowel_bladder absent"]),
        (("Bowels and bladder working fine?", "All normal."), ["bowel_bladder absent"]),
        (("Bladder okay?", "Yes."), ["bowel_bladder absent"]),
        (("Bladder okay?", "No."), []),
        (("any numbness or tingling", "no"), ["sensory_deficit absent"]),
        (("Any numbness?", "I used to, but that's gone."), ["sensory_deficit historical"]),
        (("And the tingling?", "Oh, that cleared up."), ["sensory_deficit historical"]),
        (("And the tingling?", "About the same."), ["sensory_deficit"]),
        (("And the tingling, as on Friday?", "Same. It doesn't let up."), ["sensory_deficit"]),
        (("Is the foot still numb?", "Same as in June, I don't see it ending."), ["sensory_deficit"]),
        (("Any tingling?", "No, same as last time."), ["sensory_deficit absent"]),
        (("Bowels and bladder?", "No change."), ["bowel_bladder absent"]),
        (("Any numbness?", "Well, I had lunch."), []),
        (("Any numbness?",), []),
        (
            ("Any numbness?", "No.", "Any weakness?", "Yes, the right leg."),
            ["sensory_deficit absent", "motor_deficit right"],
        ),
        (("No numbness in the saddle area?", "It's normal there."), ["saddle_anesthesia absent"]),
    ],
)
def test_what_is_asked_is_found_by_its_answer(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """Yes makes what was asked present, no and normal absent; what is gone is past, what is the same remains."""
    assert read(dialogue(*turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (("Any tingling?", "Not sure."), []),
        (("Any tingling or weakness?", "Tingling, yeah."), ["sensory_deficit"]),
        (("Any tingling or weakness?", "Weak, yes. No tingling."), ["sensory_deficit absent", "motor_deficit"]),
        (("Any tingling? Weakness?", "Neither."), ["sensory_deficit absent", "motor_deficit absent"]),
        (("No tingling, right?", "Right."), ["sensory_deficit absent"]),
        (("No tingling?", "Well, sometimes."), ["sensory_deficit"]),
        (("No tingling?", "No."), ["sensory_deficit absent"]),
        (("Don't you have some tingling?", "Yes."), ["sensory_deficit"]),
        (("You still have the tingling, don't you?", "Yep."), ["sensory_deficit"]),
        (("Any tingling?", "No. Well, actually yes."), ["sensory_deficit"]),
        (("Any tingling?", "Yeah. Wait, no."), ["sensory_deficit absent"]),
        (("Has the tingling come back?", "I'm afraid so."), ["sensory_deficit"]),
        (("Any tingling?", "A veces, en los pies."), ["sensory_deficit"]),
        (("Any loss of bladder control?", "Never."), ["bowel_bladder absent"]),
        (("Is the saddle area numb?", "Not at all."), ["saddle_anesthesia absent"]),
    ],
)
def test_an_answer_may_say_more_than_yes_or_no(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """It names one thing of several, or agrees to a denial; its last word counts."""
    assert read(dialogue(*turns), "neuro", "transcript") == lines


def test_who_goes_on_in_another_turn_does_not_answer(read: Read) -> None:
    """The answer is what somebody else says next."""
    text = "Doctor: Any tingling?\nDoctor: In the calf, say?\nPatient: Nope."
    assert read(text, "neuro", "transcript") == ["sensory_deficit absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Patient: So it's sciatica?\nDoctor: No.", ["sciatica absent"]),
        ("Patient: So it's sciatica?\nDoctor: Yes, exactly.", ["sciatica"]),
        ("Patient: So it's sciatica?\nDoctor: Yeah, could be, we'll see.", []),
        ("Patient: So it's sciatica?\nDoctor: We'll see.", []),
        ("Doctor: Have you had sciatica in the past?\nPatient: Yes.", ["sciatica historical"]),
        ("Doctor: Have you had sciatica in the past?\nPatient: No.", []),
        ("Doctor: Do you think it is sciatica?\nPatient: Yes.", []),
    ],
)
def test_a_diagnosis_needs_the_clinician_or_the_past(read: Read, text: str, lines: list[str]) -> None:
    """A guess counts as the clinician answers it plainly; a patient's yes makes nothing but a history."""
    assert read(text, "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ("Does this hurt at L2 on the left?", "No, more on the right."),
            ["tenderness lumbar left absent", "tenderness lumbar right"],
        ),
        (("Does this hurt at L5?", "Yes."), ["tenderness lumbar"]),
        (("Is that tender over the right sacrum?", "No."), ["tenderness sacral right absent"]),
        (("Is that tender over the right sacrum?", "Ow, right there."), ["tenderness sacral right"]),
        (("Any pain here at L4?", "It rained."), []),
        (("Sore here at L4?", "Mm-hm. Alright."), ["tenderness lumbar"]),
        (("Sore here at L4?", "Well, the left. Okay, a bit."), ["tenderness lumbar left"]),
        (("Sore here at L4?", "Okay, no."), ["tenderness lumbar absent"]),
        (("Sore here at L4?", "It's okay."), ["tenderness lumbar absent"]),
    ],
)
def test_palpation_is_answered(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """What the patient says under the examiner's hand is tenderness, present or absent."""
    assert read(dialogue(*turns), "tart", "transcript") == lines


def test_the_quote_reaches_from_question_to_answer(quotes: Callable[..., list[list[str]]]) -> None:
    """A finding by question and answer quotes both."""
    text = dialogue("Any numbness in the left foot?", "Oh yeah, at night.", "Okay.")
    assert quotes(text, "neuro", "transcript") == [["numbness in the left foot?\nPatient: Oh yeah, at night"]]


@pytest.mark.parametrize(
    "text",
    [
        "Doctor: Tingling?\nPatient: Sí, en las manos.",
        "Doctor: Tingling?\nPatient: Sí, cuando me siento en las gradas.",
    ],
)
def test_small_spanish_words_are_no_abbreviations(read: Read, text: str) -> None:
    """The article of a Spanish answer is no technique, and its yes is one."""
    assert (read(text, "care", "transcript"), read(text, "neuro", "transcript")) == ([], ["sensory_deficit"])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "sacrum colon no tenderness comma no spasm period",
            ["tenderness sacral absent", "tissue_texture sacral absent"],
        ),
        ("next line exam colon sacrum tender comma restricted period", ["tenderness sacral", "restriction sacral"]),
        (
            "new paragraph exam colon sacrum boggy full stop ribs tender period",
            ["tissue_texture sacral", "tenderness rib_cage"],
        ),
    ],
)
def test_a_note_may_be_dictated_without_headings(read: Read, text: str, lines: list[str]) -> None:
    """Spoken marks are structure, whether or not a heading is spoken, and a break may open the text."""
    assert read(text, "tart") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (("Any tingling?", "Let me think a moment.", "Take your time.", "No, none."), ["sensory_deficit absent"]),
        (("Any tingling?", "Sorry?", "In the foot.", "Oh. Yes."), ["sensory_deficit"]),
        (("Any tingling?", "Good question.", "The insurance asked me that as well, you know, twice, on a form."), []),
        (("Any tingling in the foot?", "In the last two toes."), ["sensory_deficit"]),
        (("Any tingling?", "Since Tuesday."), ["sensory_deficit"]),
        (("Any tingling?", "That's why I'm here."), ["sensory_deficit"]),
        (("Any tingling?", "Just pain."), ["sensory_deficit absent"]),
        (("Any tingling?", "No, feels the same as the other one."), ["sensory_deficit absent"]),
        (("No tingling?", "No, there is some."), ["sensory_deficit"]),
        (("You still have the tingling?", "That settled down."), ["sensory_deficit historical"]),
        (("Is either leg weaker?", "They're about the same."), ["motor_deficit absent"]),
    ],
)  # fmt: skip
def test_answers_are_given_in_many_ways(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """An answer may be put off, and may name a place, a time or another complaint."""
    assert read(dialogue(*turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: Any tingling in the fingers?\nPatient: Tingling in the fingers.", ["sensory_deficit"]),
        ("Doctor: Any tingling?\nSon: We drove two hours.\nPatient: I do, yes.", ["sensory_deficit"]),
        ("Doctor: Ask her whether she has tingling.\nPatient: No.", ["sensory_deficit absent"]),
        ("Doctor: The tingling, any better?\nPatient: No.", ["sensory_deficit"]),
        ("Doctor: How's the tingling?\nPatient: None at all.", ["sensory_deficit historical"]),
        ("Doctor: How about tingling?\nPatient: No.", ["sensory_deficit absent"]),
        (
            "Doctor: Tingling or weakness?\nPatient: Tingling, yes. It's just as strong.",
            ["sensory_deficit", "motor_deficit absent"],
        ),
        ("Doctor: Any sensory changes, like changes in taste?\nPatient: Yes.", []),
    ],
)
def test_what_answers_besides_yes_and_no(read: Read, text: str, lines: list[str]) -> None:
    """An echo is a yes, a remark of somebody else is waited over, and a question after change takes it for granted."""
    assert sorted(read(text, "neuro", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: pins and needles\nPatient: nope\nDoctor: alright", ["sensory_deficit absent"]),
        ("S1: leg weakness\nS2: uh-uh\nS1: okay what do you do\nS2: I'm a cook", ["motor_deficit absent"]),
        ("Doctor: there is numbness here\nPatient: no", ["sensory_deficit"]),
    ],
)
def test_a_few_bare_words_that_are_denied(read: Read, text: str, lines: list[str]) -> None:
    """Bare words of an examiner ask, where the next turn denies them; who states something has a verb."""
    assert read(text, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (("DR: Any leaking?\nPT: How do you mean?\nDR: When you cough, say, or not getting to the loo in time.\n"
          "PT: Oh. No, nothing like that."), ["bowel_bladder absent"]),
        ("DR: Trouble breathing, anything down the arm?\nPT: It catches. No chest pain. Nothing down the arm.",
         ["radicular_pain absent"]),
        ("DR: Does it go into the legs?\nPT: No. Well, for a day or two, but not anymore.", ["radicular_pain absent"]),
        ("DR: No problems peeing, right?\nPT: That's right.", ["bowel_bladder absent"]),
        ("DR: If your foot gets weak, you go to the ER, okay?\nPT: Okay.", ["motor_deficit hypothetical"]),
        ("DR: Any numbness, you let me know, okay?\nPT: Okay.", ["sensory_deficit hypothetical"]),
    ],
)  # fmt: skip
def test_an_answer_is_that_of_its_question(read: Read, turns: str, lines: list[str]) -> None:
    """Examples are part of a question, a longer answer is read to its end, and a promise answers nothing."""
    assert read(turns, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Tell me if this hurts over L4.\nPT: No.", ["tenderness lumbar absent"]),
        ("DR: Tell me if this hurts over L4.\nPT: Okay.", []),
        ("DR: I'm feeling T4, T5, T6. Does that hurt?\nPT: No. No. Yeah, that one.", ["tenderness thoracic"]),
        ("DR: Tender on either side of L4?\nPT: The right more, the left not so much.",
         ["tenderness lumbar right", "tenderness lumbar left absent"]),
        ("DR: Up here, L4 is tender, isn't it?\nPT: Yeah.", ["tenderness lumbar"]),
        ("DR: Is that tender, left L5?\nPT: Sure is.", ["tenderness lumbar left"]),
    ],
)  # fmt: skip
def test_who_is_told_to_say_where_it_hurts_answers(read: Read, turns: str, lines: list[str]) -> None:
    """A command to tell asks as well as a question does; of places touched in turn the last may hurt."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("I wee all the time, but no.", "bowel_bladder absent"),
        ("Constantly with this bump, but nope, no trouble.", "bowel_bladder absent"),
        ("Yes, but no numbness.", "bowel_bladder"),
    ],
)
def test_a_no_that_ends_how_often(read: Read, answer: str, line: str) -> None:
    """A no behind `but` denies what only was told to be often; behind a yes it denies something else."""
    assert line in read(dialogue("Any trouble with your bladder?", answer), "neuro", "transcript")


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["numbness or weakness in the left arm", "no"],
         ["sensory_deficit left absent", "motor_deficit left absent"]),
        (["Weakness in the left leg.", "No, none."], ["motor_deficit left absent"]),
        (["Numbness over the left foot, decreased to light touch.", "Okay."], ["sensory_deficit left"]),
        (["numbness over the left foot decreased to light touch", "okay"], ["sensory_deficit left"]),
        (["Any numbness between your legs?", "I get up at night to pee."], []),
    ],
)  # fmt: skip
def test_complaints_that_are_only_named(read: Read, turns: list[str], lines: list[str]) -> None:
    """Bare complaints are denied by a no and found by a grade; nights answer nothing by themselves."""
    assert read(dialogue(*turns), "neuro", "transcript") == lines


def test_a_patient_does_not_answer_himself(read: Read) -> None:
    """What a patient asks is not answered by what he says after the clinician's turn."""
    turns = "Patient: Is that why the arm hurts?\nDoctor: Could be, we will see.\nPatient: Good."
    assert "radicular_pain absent" not in read(turns, "neuro", "transcript")
