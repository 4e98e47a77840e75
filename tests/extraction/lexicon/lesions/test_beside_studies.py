"""Specification of joint lesions that speech concludes beside a study."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("We'll order an MRI. T3 is ERS right.", [f"{SD} thoracic T3 right"]),
        ("I'd like films of that hip first. Right posterior innominate.", [f"{SD} pelvic right"]),
        ("No thrust before I have an x-ray. C4 is flexed and rotated left.", [f"{SD} cervical C4 left"]),
        ("The films are clean, so this is a T4 dysfunction.", [f"{SD} thoracic T4"]),
    ],
)
def test_what_hands_find_beside_a_study(read: Read, said: str, lines: list[str]) -> None:
    """A study that is only wanted shows nothing: what is positioned behind it was found by hand."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "The MRI is back. L3 is rotated right and sidebent right.",
        "Let's get your x-ray up. There, L4 is rotated right and sidebent right.",
        "I want to go over the films with you. C2 is rotated left and sidebent left.",
    ],
)
def test_what_a_study_shows(read: Read, said: str) -> None:
    """The position of a vertebra in a picture that is looked at is no lesion."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == []
