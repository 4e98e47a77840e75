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
