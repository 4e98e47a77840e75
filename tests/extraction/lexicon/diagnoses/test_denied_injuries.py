"""Specification of injuries that speech denies by a participle."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("guess", "denial", "line"),
    [
        ("So did I break my wrist?", "It's not broken.", "fracture upper_extremity absent"),
        ("I reckon I cracked my elbow, honestly.", "No, it isn't cracked.", "fracture upper_extremity absent"),
        ("My wife says it's a slipped vertebra in the low back.", "Nothing has slipped.", "spondylolisthesis absent"),
        ("I think I blew out a disc.", "It hasn't herniated.", "disc_herniation absent"),
        ("My uncle says it's a slipped disc.", "Nothing's slipped.", "disc_herniation absent"),
        ("It's a broken rib, I'm sure.", "I don't think it's cracked.", "fracture rib_cage absent"),
    ],
)
def test_a_guess_is_denied_by_what_did_not_happen(read: Read, guess: str, denial: str, line: str) -> None:
    """What a patient fears to be broken, slipped or burst is an absent diagnosis where the clinician says it is not."""
    assert read(f"DR: Hello.\nPT: {guess}\nDR: {denial}", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Then that cuff isn't torn.", "other upper_extremity absent"),
        ("I don't believe the meniscus is torn.", "other lower_extremity absent"),
        ("The cuff holds, so it's not a tear.", "other upper_extremity absent"),
        ("Your achilles hasn't ruptured.", "other lower_extremity absent"),
        ("The disc hasn't herniated.", "disc_herniation absent"),
    ],
)
def test_a_structure_is_whole(read: Read, said: str, line: str) -> None:
    """A structure that is named needs no guess before it."""
    assert read(f"DR: Push up.\nPT: Okay.\nDR: {said}", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "PT: It hurts.\nDR: It's not broken.",
        "PT: It hurts.\nDR: Nothing's slipped.",
        "PT: It hurts.\nDR: I wondered if you broke it.\nPT: Hm.\nDR: It's not broken.",
        "PT: Did I break my wrist?\nDR: The chair isn't broken.",
        "PT: I broke my wrist in May.\nDR: It was broken, I see that.",
        "PT: Did I break it?\nDR: Is it not broken?",
        "PT: My cuff hurts.\nPT: It's not torn, I hope.",
        "PT: Tell me.\nDR: The disc isn't torn.",
        "PT: It's a slipped disc, I think.\nDR: Nothing's broken.",
        "PT: Tell me.\nDR: Look at the MRI. Here the cuff isn't torn.",
    ],
)
def test_what_nobody_guessed(read: Read, said: str) -> None:
    """Without a guess, from the patient or of another thing, such words deny no diagnosis."""
    assert read(f"DR: Hello.\n{said}", "diagnoses", "transcript") == []


def test_a_note_says_it_otherwise(read: Read) -> None:
    """Only speech is read like this."""
    assert read("Assessment: She feared she broke her wrist. It is not broken.", "diagnoses") == []
