"""Specification of how somebody manages in spite of what hurts."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Son now has to carry the shopping.", ["lifting"]),
        ("Her partner helps her get dressed.", ["self_care"]),
        ("A neighbour walks the dog for her.", ["walking"]),
        ("The ironing is done by her daughter.", ["self_care"]),
        ("Wife carries boxes at a warehouse.", []),
        ("Her sister does yoga.", []),
    ],
)
def test_what_others_do(read: Read, text: str, lines: list[str]) -> None:
    """What another person does in the patient's place is a limit; what a relative does for himself is none."""
    assert read(f"Subjective: {text}", "function") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pays somebody for the windows.", ["self_care"]),
        ("At the market she hangs onto the trolley.", ["walking"]),
        ("Holds the handrail coming down.", ["walking"]),
        ("Sleeps half sitting in an armchair.", ["sleep"]),
        ("Up three times a night.", ["sleep"]),
        ("Up 3x nightly to urinate.", []),
        ("Up twice a night with the new baby.", []),
        ("Follow up most nights by phone.", []),
    ],
)
def test_ways_round_what_hurts(read: Read, text: str, lines: list[str]) -> None:
    """Who pays for help, leans on something or is up at night for pain is limited."""
    assert read(f"Subjective: {text}", "function") == lines


def test_a_night_that_answers_a_question_of_the_bladder(read: Read) -> None:
    """Who is asked about the bladder is up for another reason."""
    assert read("Doctor: Bladder okay?\nPatient: Up twice a night, as ever.", "function", "transcript") == []
