"""Specification of two names of one lesion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Segmental dysfunction, slash subluxation, T6.", ["somatic_dysfunction thoracic T6"]),
        ("I write segmental dysfunction or subluxation, whatever you call it, at C4.",
         ["somatic_dysfunction cervical C4"]),
        ("That's a subluxation, also called segmental dysfunction, of L2.", ["somatic_dysfunction lumbar L2"]),
        ("Segmental dysfunction at C4 and a subluxation at T6.",
         ["somatic_dysfunction cervical C4", "subluxation_complex thoracic T6"]),
    ],
)  # fmt: skip
def test_what_is_one_thing(read: Read, said: str, lines: list[str]) -> None:
    """A dysfunction that is also called a subluxation is one lesion; two places are two."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "said",
    [
        "Segmental dysfunction, subluxation in brackets, C4.",
        "C4, segmental dysfunction, in parentheses subluxation.",
        "C4, the segmental dysfunction, subluxation in brackets.",
    ],
)
def test_a_name_in_spoken_brackets(read: Read, said: str) -> None:
    """What is said in brackets is another name of the same thing."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == ["somatic_dysfunction cervical C4"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T9. Subluxation, segmental dysfunction, same thing to me.", ["somatic_dysfunction thoracic T9"]),
        (
            "Subluxation at T9, segmental dysfunction at L2.",
            [
                "subluxation_complex thoracic T9",
                "somatic_dysfunction lumbar L2",
            ],
        ),
    ],
)
def test_names_that_are_the_same_thing(read: Read, said: str, lines: list[str]) -> None:
    """Two names may be said to be the same thing."""
    assert read(f"Doctor: {said}\nPatient: Oh.", "lesions", "transcript") == lines
