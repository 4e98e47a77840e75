"""Specification of fragments that deny what was named before them."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [". Not confirmed.", ". This could not be verified on palpation.", "; not felt today.", ", not upheld by me."],
)
def test_what_is_not_confirmed(read: Read, said: str) -> None:
    """What is said right away not to have been found is absent."""
    assert read(f"Asked about a segmental dysfunction of T9{said}", "lesions") in (
        [],
        ["somatic_dysfunction thoracic T9 absent"],
    )
    assert read(f"Segmental dysfunction of T9 was the first idea{said}", "lesions") == [
        "somatic_dysfunction thoracic T9 absent"
    ]


@pytest.mark.parametrize(
    "said",
    [". Not felt on the last visit.", ". Not confirmed on X-ray.", ". No spasm found.", ". The ribs not involved."],
)
def test_what_stays(read: Read, said: str) -> None:
    """What was not found another time, or by another means, is there."""
    assert read(f"Segmental dysfunction of T9{said}", "lesions") == ["somatic_dysfunction thoracic T9"]


@pytest.mark.parametrize("label", ["Referring diagnosis", "Admission dx", "Triage diagnosis"])
def test_what_a_patient_comes_with(read: Read, label: str) -> None:
    """The diagnosis with which somebody was sent is none of the clinician's."""
    assert read(f"{label}: segmental dysfunction of T9\nExam: all joints free", "lesions") == []
