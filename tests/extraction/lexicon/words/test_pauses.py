"""Specification of where speech without commas pauses."""

import pytest

from scribe.documents import parse
from scribe.extraction.lexicon.reader import LexiconReader
from scribe.extraction.lexicon.words.pauses import with_pauses
from scribe.extraction.lexicon.words.tokens import tokenize

TALK = "Patient: I sit at work all day. Clinician: Let me see how you move today. " * 12
"""Enough speech to tell that nobody sets commas."""


def heard(said: str) -> str:
    """Return what is heard of a sentence in speech without commas."""
    text = f"{TALK}{said}"
    tokens = with_pauses(text, tokenize(text))
    return " ".join(tokens.norms[len(tokenize(TALK).norms) :])


@pytest.mark.parametrize(
    ("said", "paused"),
    [
        (
            "C4 is shifted to the left and right rotation is short",
            "c4 is shifted to the left , and right rotation is short",
        ),
        ("T8 sits back on the right it won't come forward", "t8 sits back on the right , it won't come forward"),
        ("L2 moves well the muscle is ropy", "l2 moves well , the muscle is ropy"),
        ("T5 is stiff and when I push you jump", "t5 is stiff , and when i push you jump"),
        ("L4 that one is stuck", "l4 , that one is stuck"),
        ("The left knee the cap sits low", "the left knee , the cap sits low"),
        ("L1 moves no spasm", "l1 moves , no spasm"),
        ("The left SI is jammed doesn't drop", "the left si is jammed , doesn't drop"),
        ("Ropy left more than right", "ropy , left more than right"),
        ("It's tender right there", "it tender , right there"),
        ("That's sore isn't it?", "that sore , isn't it ?"),
        ("Yes down the arm", "yes , down the arm"),
    ],
)
def test_a_pause_is_heard_where_another_clause_or_thing_begins(said: str, paused: str) -> None:
    """So it is before what is denied, added or asked."""
    assert heard(said) == paused


@pytest.mark.parametrize(
    "said",
    [
        "the left and right sides are even",
        "C4 and C5 are stuck",
        "there's no spasm at L4",
        "it has nothing to do with that",
        "tender on both sides",
        "the ribs stay up and do not drop",
        "a subluxation left a c joint",
        "tender right at L4",
        "I checked motor and sensation that it's fine",
        "it's the left that's short",
        "right in front of the right ear",
        "turn to the right",
        "I think it's the disc",
        "when I press it",
    ],
)
def test_no_pause_is_heard_where_words_lead_on(said: str) -> None:
    """What a verb takes, a list and what tells which one is meant belong to what they follow."""
    assert "," not in heard(said)


def test_where_commas_are_set_none_are_heard() -> None:
    """Who sets commas leaves them out where there is no pause; a short text does not tell."""
    written = tokenize(TALK.replace("today", "today, please") + "L1 moves no spasm.")
    assert with_pauses("", written) is written
    short = tokenize("L1 moves no spasm.")
    assert with_pauses("L1 moves no spasm.", short) is short


@pytest.mark.parametrize(
    ("said", "side", "restricted"),
    [
        ("C4 is rotated right and left rotation is limited.", "right", "left"),
        ("L3 is rotated left it's stuck turning to the right.", "left", "right"),
    ],
)
def test_a_side_stays_in_its_clause(said: str, side: str, restricted: str) -> None:
    """The side a vertebra is turned to is not the one that it won't go to."""
    read = LexiconReader().read(parse(f"{TALK}{said}", "transcript"))
    sides = {found.component: found.laterality for found in read.tart}
    assert sides == {"asymmetry": side, "restriction": restricted}
