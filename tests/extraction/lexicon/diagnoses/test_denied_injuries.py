"""Specification of injuries that speech denies of a structure."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


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
    """What a clinician says is not torn is an absent diagnosis."""
    assert read(f"DR: Push up.\nPT: Okay.\nDR: {said}", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "PT: It hurts.\nDR: It's not broken.",
        "PT: It hurts.\nDR: Nothing's slipped.",
        "PT: They said nothing's broken.\nDR: Nothing's broken, good.",
        "PT: Could it be cracked?\nDR: It may be cracked.",
        "PT: It hurts.\nDR: I wondered if you broke it.\nPT: Hm.\nDR: It's not broken.",
        "PT: Did I break my wrist?\nDR: The chair isn't broken.",
        "PT: I broke my wrist in May.\nDR: It was broken, I see that.",
        "PT: Did I break it?\nDR: Is it not broken?",
        "PT: My cuff hurts.\nPT: It's not torn, I hope.",
        "PT: Tell me.\nDR: The disc isn't torn.",
        "PT: It's a slipped disc, I think.\nDR: Nothing's broken.",
    ],
)
def test_what_denies_nothing(read: Read, said: str) -> None:
    """Such words deny no diagnosis where no structure of this field is named, or somebody else says them."""
    assert read(f"DR: Hello.\n{said}", "diagnoses", "transcript") == []


@pytest.mark.parametrize(
    ("talk", "line"),
    [
        ("PT: My wife says it's cracked.\nDR: It isn't cracked, you'd be on the ceiling.", "fracture absent"),
        ("PT: Is it broken, you think?\nDR: No, it's not broken.", "fracture absent"),
        ("DR: The eighth rib, sore?\nPT: Did I crack it?\nDR: You didn't crack it.", "fracture rib_cage absent"),
    ],
)
def test_a_break_that_was_guessed(read: Read, talk: str, line: str) -> None:
    """A break that another has guessed and the clinician denies is absent, where the talk has been."""
    assert read(f"DR: Hello.\n{talk}", "diagnoses", "transcript") == [line]


def test_a_note_says_it_otherwise(read: Read) -> None:
    """Only speech is read like this."""
    assert read("Assessment: She feared she broke her wrist. It is not broken.", "diagnoses") == []
