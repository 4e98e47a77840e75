"""Specification of questions and their answers."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view import View

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
        ("I used to.", None),
        ("Not anymore.", None),
        ("Yes, but that's gone.", None),
        ("My wife drove me here.", None),
        ("What do you mean?", None),
    ],
)
def test_answers(view: Look, reply: str, answer: str | None) -> None:
    """A turn answers the question before it by the words it opens with, unless they speak of the past."""
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
        ("Do tell me if that hurts.", False),
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
        (("Any numbness?", "I used to, but that's gone."), []),
        (("Any numbness?", "Well, I had lunch."), []),
        (("Any numbness?",), []),
        (("Any numbness?", "No.", "Any weakness?", "Yes, the right leg."), ["sensory_deficit absent", "motor_deficit"]),
    ],
)
def test_what_is_asked_is_found_by_its_answer(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """Yes makes what was asked present, no and normal absent; an answer that may mean either charges nobody."""
    assert read(dialogue(*turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (("Does this hurt at L5?", "Yes."), ["tenderness lumbar"]),
        (("Is that tender over the right sacrum?", "No."), ["tenderness sacral right absent"]),
        (("Is that tender over the right sacrum?", "Ow, right there."), ["tenderness sacral right"]),
        (("Any pain here at L4?", "It rained."), []),
    ],
)
def test_palpation_is_answered(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """What the patient says under the examiner's hand is tenderness, present or absent."""
    assert read(dialogue(*turns), "tart", "transcript") == lines


def test_the_quote_reaches_from_question_to_answer(quotes: Callable[..., list[list[str]]]) -> None:
    """A finding by question and answer quotes both."""
    text = dialogue("Any numbness in the left foot?", "Oh yeah, at night.", "Okay.")
    assert quotes(text, "neuro", "transcript") == [["numbness in the left foot?\nPatient: Oh yeah"]]
