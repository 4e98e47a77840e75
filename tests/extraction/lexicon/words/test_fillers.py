"""Specification of what fillers are, and of what goes with them."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.words.fillers import without_fillers
from scribe.extraction.lexicon.words.tokens import tokenize

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("The left, um, sacrum is, uh, stuck.", "the left sacrum is stuck ."),
        ("Um, it's tender, uh, at L5.", "it tender , at l5 ."),
        ("Numbness, um, tingling, weakness?", "numbness tingling , weakness ?"),
        ("My neck, um, my back hurts.", "my neck , my back hurts ."),
        ("No weakness, uhm. Okay?", "no weakness . okay ?"),
        ("No fillers here, none.", "no fillers here , none ."),
        ("She had the, the fusion.", "she had the fusion ."),
        ("On my, my hip of, of all things.", "on my hip of all things ."),
        ("Now left, left again, the right one.", "now left , left again , the right one ."),
    ],
)
def test_fillers_go_with_the_commas_that_set_them_off(said: str, left: str) -> None:
    """A comma stays where something else begins behind it."""
    assert " ".join(without_fillers(tokenize(said)).norms) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("It's on, on the the left.", "it on the left ."),
        ("On the dorsal aspect of your- of your arm.", "on the dorsal aspect of your arm ."),
        ("Triceps jerk on- on the left.", "triceps jerk on the left ."),
        ("The ri- right biceps is a- is a four.", "the right biceps is a four ."),
        ("L5 - L5 is next.", "l5 - l5 is next ."),
        ("Edema - none.", "edema - none ."),
        ("At the A A joint, and that, that hurts.", "at the a a joint , and that , that hurts ."),
        ("No, no. Left, left.", "no , no . left , left ."),
    ],
)
def test_what_is_said_again_at_once_is_said_once(said: str, left: str) -> None:
    """A small word behind a pause or none, and any word that was broken off; a dash between spaces breaks nothing."""
    assert " ".join(without_fillers(tokenize(said)).norms) == left


@pytest.mark.parametrize(
    "said",
    [
        "Pain, uh-huh.",
        "Numb? Uh uh.",
        "Uh oh, it hurts.",
        "The left, uh, the right.",
        "On the right, um right, no, left.",
        "It's L4, uh, L5, yes.",
    ],
)
def test_answers_cries_and_corrections_stay(said: str) -> None:
    """What says something itself, or may take something back, is no mere filler."""
    tokens = tokenize(said)
    assert without_fillers(tokens).norms == tokens.norms


def test_speech_without_commas() -> None:
    """There a filler may part two sentences, but no level."""
    said = "tender on the right there um ribs rib four is stuck and l uh four is sore on the uh left"
    left = "tender on the right there um ribs rib four is stuck and l four is sore on the left"
    assert " ".join(without_fillers(tokenize(said)).norms) == left


def test_findings_are_read_through_fillers(read: Read) -> None:
    """Hesitation changes no finding."""
    said = "Doctor: L5 is{} rotated right, and it's{} tender there."
    fluent, hesitant = (read(said.format(*pauses), "tart", "transcript") for pauses in (("", ""), (", um,", ", uh,")))
    assert hesitant == fluent
    assert len(fluent) == len(("asymmetry", "tenderness"))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I have numbness- it comes and goes.", ["sensory_deficit"]),
        ("The left calf is numb- numb on the outside.", ["sensory_deficit left"]),
        ("Numbness -, weakness -.", ["sensory_deficit absent", "motor_deficit absent"]),
    ],
)
def test_a_dash_that_breaks_off_denies_nothing(read: Read, said: str, lines: list[str]) -> None:
    """In speech written down a dash at the end of a word is a pause; one between spaces may be a minus."""
    assert read(f"PT: {said}", "neuro", "transcript") == lines
