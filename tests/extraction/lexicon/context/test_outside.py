"""Specification of opinions from outside, which are no lesions of the one who writes."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "He has a printout from a gym that speaks of a C2 subluxation.",
        "A therapist abroad had recorded a segmental dysfunction of L3.",
        "Recent diagnosis from another practice of a T7 subluxation.",
        "Outside dx: segmental dysfunction of T7.",
        "Her chiropractor's records: T7 subluxation.",
        "The handout lists a subluxation of the atlas.",
        "What his physio took for a rib dysfunction is shingles.",
        "Sent after a diagnosis of sacral dysfunction elsewhere.",
    ],
)
def test_what_others_hold(read: Read, text: str) -> None:
    """What somebody else has called it is nothing that the clinician states."""
    assert read(text, "lesions") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Her osteopath found nothing; I find a segmental dysfunction of T7.", "somatic_dysfunction thoracic T7"),
        ("Seen by a surgeon. Segmental dysfunction of T7.", "somatic_dysfunction thoracic T7"),
        ("Diagnosis: segmental dysfunction of T7, copy to her GP.", "somatic_dysfunction thoracic T7"),
        ("Her osteopath noted a segmental dysfunction of T7, and I agree.", "somatic_dysfunction thoracic T7"),
    ],
)
def test_what_the_writer_holds(read: Read, text: str, line: str) -> None:
    """What the clinician finds beside somebody else, or agrees with, is stated."""
    assert line in read(text, "lesions")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("My colleague and I found a segmental dysfunction of T7.", ["somatic_dysfunction thoracic T7"]),
        ("Neither I nor my colleague found a subluxation of T7.", ["subluxation_complex thoracic T7 absent"]),
        ("Nothing is left of the sacral dysfunction.", ["somatic_dysfunction sacral historical"]),
    ],
)
def test_what_two_hold(read: Read, text: str, lines: list[str]) -> None:
    """What somebody finds together with the clinician is the clinician's; a rest names no left side."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize("source", ["the chatbot says", "my computer says", "the software printed"])
def test_what_a_machine_says(read: Read, source: str) -> None:
    """The opinion of a machine is none of the clinician's."""
    assert read(f"DR: Well, {source} T4 somatic dysfunction.", "lesions", "transcript") == []


def test_a_name_that_is_set_against_that_of_others(read: Read) -> None:
    """Who says what others call it and what it is to be called states the latter."""
    said = "DR: The computer calls it a strain, I call it a T4 dysfunction."
    assert read(said, "lesions", "transcript") == ["somatic_dysfunction thoracic T4"]
