"""Specification of the persons that own a study."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She talked about her aunt's MRI with a disc herniation.", ["disc_herniation other_person"]),
    ],
)
def test_whose_study(read: Read, text: str, lines: list[str]) -> None:
    """A study of a relative shows nothing of the patient, however it is brought up."""
    assert sorted(read(text, "diagnoses")) == sorted(lines)
