"""Specification of how far cues reach back to what was named before them."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Numbness and tingling of the hand are denied.", ["sensory_deficit absent"]),
        ("Foot drop, calf weakness: neither has been noted.", ["motor_deficit absent"]),
        ("Tingling, which began in the garden in spring, has fully recovered.", ["sensory_deficit historical"]),
        ("She reported tingling, but today's exam could not reproduce this.", ["sensory_deficit absent"]),
        ("He had numbness for a month, but that has gone.", ["sensory_deficit historical"]),
        ("He doesn't get the tingling any longer.", ["sensory_deficit historical"]),
        ("Tingling was there in May; she denies fever.", ["sensory_deficit"]),
    ],
)
def test_what_is_said_of_all_that_was_named(read: Read, text: str, lines: list[str]) -> None:
    """A verb speaks of the list or the subject before it, and a clause may take up or deny what was last named."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "L5 dysfunction with possible SI dysfunction",
            ["somatic_dysfunction lumbar L5", "somatic_dysfunction sacral possible"],
        ),
        ("L5 dysfunction, probable", ["somatic_dysfunction lumbar L5 possible"]),
        ("L5 dysfunction is likely at this point", ["somatic_dysfunction lumbar L5 possible"]),
    ],
)
def test_a_doubt_behind_a_mention_ends_its_part(read: Read, text: str, lines: list[str]) -> None:
    """A word of doubt that goes on with something doubts that, and nothing before it."""
    assert read(f"Assessment: {text}.", "lesions") == lines


def test_a_ticked_yes_ends_what_a_later_no_denies(read: Read) -> None:
    """Of two questions in a line each has its own answer."""
    text = "Numbness: (x) Yes ( ) No   Weakness: ( ) Yes (x) No"
    assert sorted(read(text, "neuro")) == ["motor_deficit absent", "sensory_deficit"]


@pytest.mark.parametrize("told", ["that we treated in May that's gone", "we were adjusting in May, that's resolved"])
def test_what_was_treated_and_is_over(read: Read, told: str) -> None:
    """What was treated once and is gone is of the past."""
    text = f"Doctor: the rib seven dysfunction on the left {told}\nPatient: Okay."
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction rib_cage rib 7 left historical"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A: lumbar strain; neck pain, resolved.", ["neck_pain cervical historical", "sprain_strain lumbar"]),
        ("A: lumbar strain; resolved.", ["sprain_strain lumbar historical"]),
        ("A: cervical strain, lumbar strain, resolved.",
         ["sprain_strain cervical historical", "sprain_strain lumbar historical"]),
    ],
)  # fmt: skip
def test_an_end_of_the_last_item(read: Read, text: str, lines: list[str]) -> None:
    """A `resolved` behind a semicolon ends the item that it closes, and none before that."""
    assert sorted(read(text, "diagnoses")) == lines
