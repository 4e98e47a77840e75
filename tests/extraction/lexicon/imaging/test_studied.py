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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("CT C/T spine: no fracture.", ["ct fracture absent"]),
        ("CT T spine: no fracture.", ["ct fracture thoracic absent"]),
        ("Old films: C5-6 disc narrow, L4-5 spurs, no fracture.",
         ["xray bony_overgrowth lumbar", "xray disc_degeneration cervical", "xray fracture absent"]),
        ("Lumbar films: L5-S1 disc narrow, no fracture.",
         ["xray disc_degeneration lumbar", "xray fracture lumbar absent"]),
    ],
)  # fmt: skip
def test_a_study_of_several_parts(read: Read, text: str, lines: list[str]) -> None:
    """What a study of several parts excludes is of none of them, whether letters or its findings name them."""
    assert sorted(read(f"IMAGING: {text}", "imaging")) == lines


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("I shot these just now, this is your neck from the side.", "xray"),
        ("We took a lateral of your neck a minute ago.", "xray"),
        ("That's the CT of your neck with contrast, the myelogram, since an MRI was no use.", "myelogram"),
        ("That's the CT of your neck.", "ct"),
    ],
)
def test_which_study_is_looked_at(read: Read, text: str, modality: str) -> None:
    """Films are known by who has just shot them, a scan by the dye that it was made with."""
    found = read(f"Doctor: {text} C5-6 has a spur.", "imaging", "transcript")
    assert found == [f"{modality} bony_overgrowth cervical"]
