"""Specification of what a study is of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("XR left elbow: no fracture.", "xray other upper_extremity left absent"),
        ("X-rays of the right hip: normal.", "xray unremarkable pelvic right"),
        ("MRI L 3/2: no fracture.", "mri fracture lumbar absent"),
        ("Chest x-ray: no fracture.", "xray other rib_cage absent"),
    ],
)
def test_what_it_is_of(read: Read, text: str, line: str) -> None:
    """A study is of the part beside its name, with its side, or of what it is known for."""
    assert read(f"Imaging: {text}", "imaging") == [line]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "On the MRI you lie on your back, seen from the side, tummy over on that edge. The disc is worn at L4-5.",
            ["mri disc_degeneration lumbar"],
        ),
        (
            "You had a CT of the belly, and it shows the spine too. The disc at L4-5 is worn. More spurs below that.",
            ["ct bony_overgrowth lumbar", "ct disc_degeneration lumbar"],
        ),
        (
            "On the MRI you lie on your back, and seen from the side that's your tummy. The ligament has gotten thick.",
            ["mri ligament_hypertrophy"],
        ),
        ("You had a CT of the belly. There's a cyst on the kidney.", ["ct other abdomen_other"]),
    ],
)
def test_a_spine_on_a_study_of_the_trunk(read: Read, talk: str, lines: list[str]) -> None:
    """How somebody lies on a picture is not what it is of, and a study of the belly shows the spine as well."""
    assert sorted(read(f"Doctor: {talk}", "imaging", "transcript")) == lines
