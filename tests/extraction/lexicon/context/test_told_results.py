"""Specification of what patients tell of studies made elsewhere."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Patient: Urgent care took films and said nothing's broken.", ["xray fracture absent"]),
        ("Patient: They did a CT of my neck there, no fractures.", ["ct fracture cervical absent"]),
        ("Patient: They x-rayed my hip last spring and that was clear.", ["xray unremarkable pelvic"]),
        ("Patient: I had a CT of my head and it was normal.", ["ct other head absent"]),
        ("Doctor: X-ray?\nPatient: At the hospital. Nothing broken in the wrist.",
         ["xray other upper_extremity absent"]),
        ("Doctor: Did you get the MRI the school wanted?\nPatient: Yes, they said no stress fracture.",
         ["mri fracture absent"]),
        ("Patient: The walk-in did an x-ray. They didn't see a break.", ["xray fracture absent"]),
    ],
)  # fmt: skip
def test_nothing_was_found(read: Read, text: str, lines: list[str]) -> None:
    """That a study made before has shown nothing is taken from a patient."""
    assert read(text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Patient: The x-ray showed a cracked rib.",
        "Patient: My brother had a CT and nothing was broken.",
        "Patient: They did an x-ray. I hope nothing's broken.",
        "Patient: They did an MRI and my walking was fine after.",
        "Doctor: Any x-rays?\nPatient: No. My appetite is good.",
        "Patient: If it was broken the x-ray would have been fine?",
        "Patient: I had films. I fell on Monday and my hip hurt. Nothing I did was any good for it at all.",
    ],
)
def test_nothing_is_told(read: Read, text: str) -> None:
    """What is wrong the clinician goes over; another person's film, a hope and other health tell nothing."""
    assert read(text, "imaging", "transcript") == []


def test_a_side_of_before(read: Read) -> None:
    """A patient's study takes no side from what was examined before."""
    text = "Doctor: The left hip is stiff.\nPatient: They did a hip x-ray last year, that was clean."
    assert read(text, "imaging", "transcript") == ["xray unremarkable pelvic"]


def test_a_clinician_who_asks_orders_nothing(read: Read) -> None:
    """A question for a study that was made orders none, nor does urgent care."""
    assert read("Doctor: Did you ever get the MRI of the neck?", "imaging", "transcript") == []
    assert read("Patient: Urgent care x-rayed it.", "imaging", "transcript") == []
