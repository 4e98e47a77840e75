"""Specification of several studies in one statement."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "On the CT there's a bony ridge at C4-5, and on the MRI the disc is bulging there.",
            ["ct bony_overgrowth cervical", "mri disc_herniation cervical"],
        ),
        ("I got a CT besides the MRI. At L4-5 the canal is narrow.", ["mri canal_narrowing lumbar"]),
        (
            "The MRI: at L5-S1 the jelly has come out to the right, that's an extrusion.",
            ["mri disc_herniation lumbar right"],
        ),
    ],
)
def test_each_study_has_its_own_findings(read: Read, talk: str, lines: list[str]) -> None:
    """What is told behind the name of a study is what that one shows, and a bare name for it is said once."""
    assert sorted(read(f"Doctor: {talk}", "imaging", kind="transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "XR shows L5 slip on S1, MRI same level both foramina tight.",
            ["mri foraminal_narrowing lumbar bilateral", "xray malalignment lumbar"],
        ),
        (
            "MRI L4-5 bulge, unchanged since the CT of 2022, mild canal narrowing.",
            ["mri canal_narrowing lumbar", "mri disc_herniation lumbar"],
        ),
        ("MRI shows an L4-5 bulge, recommend CT for a possible L5 fracture.",
         ["mri disc_herniation lumbar", "mri fracture lumbar possible"]),
    ],
)  # fmt: skip
def test_several_studies_in_a_line(read: Read, text: str, lines: list[str]) -> None:
    """In a line of a note too each study has its own findings, but for one that is only compared with or wanted."""
    found = read(f"Imaging: {text}", "imaging")
    assert sorted(line for line in found if "hypothetical" not in line) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Lumbar and pelvic x-rays at urgent care negative for fracture.",
            ["xray fracture lumbar absent", "xray fracture pelvic absent"],
        ),
        ("MRI of the cervical and thoracic spine: normal.", ["mri unremarkable cervical", "mri unremarkable thoracic"]),
        ("XR L-spine & pelvis neg.", ["xray unremarkable lumbar", "xray unremarkable pelvic"]),
        ("MRI cervical and lumbar spine: bulge at C5-6.", ["mri disc_herniation cervical"]),
        ("AP and lateral full spine x-rays: no fracture.", ["xray fracture absent"]),
        ("Scoliosis series: no fracture.", ["xray fracture absent"]),
        ("Full-spine films, 3/4/2026. No fracture.", ["xray fracture absent"]),
        ("Cervical spine films, full series: no fracture.", ["xray fracture cervical absent"]),
    ],
)
def test_a_study_of_several_regions(read: Read, text: str, lines: list[str]) -> None:
    """All is well in each region that a study names, and in none by itself where it is of the whole spine."""
    assert read(f"Imaging: {text}", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Nothing is pushed into the canal. There are spurs, small ones.",
            ["ct bony_overgrowth lumbar", "ct canal_narrowing lumbar absent"],
        ),
        (
            "The left foramen is tight. The right one is open.",
            ["ct foraminal_narrowing lumbar left", "ct foraminal_narrowing lumbar right absent"],
        ),
    ],
)
def test_ones_that_point_back(read: Read, text: str, lines: list[str]) -> None:
    """One of a pair points back to it; of ones that are counted or sized nothing was told before."""
    assert sorted(read(f"Doctor: The CT of your lumbar spine. {text}", "imaging", "transcript")) == lines
