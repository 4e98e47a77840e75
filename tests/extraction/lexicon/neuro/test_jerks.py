"""Specification of reflexes that an examiner with a hammer tells the answer of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Knee's there, ankle's there, both of them.", ["reflex_deficit bilateral absent"]),
        ("Ankle jerk's there, knee's there.", ["reflex_deficit absent"]),
        ("Knee reflex, left, there it is. And the right, there it is too.",
         ["reflex_deficit left absent", "reflex_deficit right absent"]),
        ("Triceps jerk, the left one jumps. The right one, hmm, it's there but it's lazy.",
         ["reflex_deficit left absent", "reflex_deficit right"]),
        ("Okay, the hammer. Left one kicks ... right one jumps right out.",
         ["reflex_deficit left absent", "reflex_deficit right absent"]),
        ("Left biceps is there but it's sluggish.", ["reflex_deficit left"]),
        ("The right ankle jerk is present but weak.", ["reflex_deficit right"]),
        ("Left knee jerk is there, but you have to hunt for it.", ["reflex_deficit left"]),
        ("Right triceps reflex, it's there, but fainter than the left.", ["reflex_deficit right"]),
        ("Ankle jerks I don't get, right or left, and I lose no sleep over it.", ["reflex_deficit bilateral"]),
        ("Reflexes one plus, the same on both sides.", ["reflex_deficit bilateral absent"]),
        ("Left ankle jerk, hm, it's there. It's one plus.", ["reflex_deficit left"]),
        ("His reflexes are just what they should be.", ["reflex_deficit absent"]),
    ],
)  # fmt: skip
def test_how_a_reflex_answers(read: Read, said: str, lines: list[str]) -> None:
    """One that is met is well, one that is there but slow is not, and a muscle that is tapped is not weak."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "The knee is there, and that's the calf.",
        "So he jumps off the table. The right one is bigger.",
        "Push against me. There it is.",
        "The hammer is there. The left one is broken.",
        "Spurling's to the left, there it is.",
    ],
)
def test_what_answers_no_hammer(read: Read, said: str) -> None:
    """A place that is pointed to, and what is found without a hammer, is no reflex."""
    found = read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript")
    assert not [line for line in found if line.startswith(("reflex", "motor"))]


def test_what_the_patient_tells_is_no_reflex(read: Read) -> None:
    """Who tells of a hammer at work strikes no tendon."""
    assert read("Doctor: Go on.\nPatient: I swing the hammer. The left one jumps.", "neuro", "transcript") == []
