"""Specification of joints that are corrected at this visit."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subluxations found and corrected: C2, T11.", [f"{VSC} cervical C2", f"{VSC} thoracic T11"]),
        ("Subluxations corrected today: C2, T11.", [f"{VSC} cervical C2", f"{VSC} thoracic T11"]),
        ("Subluxation complexes corrected: left wrist.", [f"{VSC} upper_extremity left"]),
        ("The C2 subluxation has been corrected.", [f"{VSC} cervical C2 historical"]),
    ],
)
def test_what_is_corrected(read: Read, text: str, lines: list[str]) -> None:
    """What is corrected at this visit is there; what has been corrected is gone."""
    assert read(text, "lesions") == lines
