"""Specification of lesions that are named one behind the other without a comma, each with a side of its own."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("a dysfunction of the neck and there's a dysfunction of the ribs on the left", "cervical|rib_cage left"),
        ("segmental dysfunction at C3 and segmental dysfunction at the SI on the right", "cervical C3|sacral right"),
        ("a T4 dysfunction a sacral dysfunction on the left", "sacral left|thoracic T4"),
        ("segmental dysfunction at T4 and the right wrist", "thoracic T4|upper_extremity right"),
        ("segmental dysfunction L2 and the sacrum on the left", "lumbar L2|sacral left"),
        ("a dysfunction of the right knee and a dysfunction of the second rib", "lower_extremity right|rib_cage rib 2"),
        ("segmental dysfunction T9 left SI and C4", "cervical C4|sacral left|thoracic T9"),
        ("somatic dysfunction of the right shoulder and of the pelvis", "pelvic|upper_extremity right"),
        (
            "somatic dysfunction of the neck C4 rotated left and an elevated first rib",
            "cervical C4 left|rib_cage rib 1",
        ),
        ("somatic dysfunction OA C4 rotated left and a stiff rib", "cervical C4 left|head OA|rib_cage"),
        ("the right shoulder is stuck so that's a dysfunction of the shoulder", "upper_extremity right"),
        ("sacroiliac dysfunction and the shoulder is restricted on the left", "sacral"),
    ],
)
def test_each_has_its_own_side(read: Read, said: str, lines: str) -> None:
    """A side that stands with a lesion named later or earlier is not that of the one beside it."""
    found = [
        line.removeprefix("somatic_dysfunction ") for line in read(f"Doctor: I find {said}.", "lesions", "transcript")
    ]
    assert sorted(found) == lines.split("|")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Somatic dysfunction of the wrist and elbow on the right.", "upper_extremity right"),
        ("SI dysfunction, a sacral dysfunction on the left.", "sacral left"),
        (
            "Both on the left: dysfunction of rib 2 and dysfunction of the shoulder.",
            "rib_cage rib 2 left|upper_extremity left",
        ),
    ],
)
def test_a_side_that_is_shared(read: Read, said: str, lines: str) -> None:
    """A side holds for what is named with it: joints of one list, one joint called twice, and all behind a colon."""
    found = [line.removeprefix("somatic_dysfunction ") for line in read(f"Assessment: {said}", "lesions")]
    assert sorted(found) == lines.split("|")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("number two segmental dysfunction of the ribs number three headache", ["rib_cage"]),
        (
            "number one dysfunction of the neck number two dysfunction of the pelvis number three headache on the left",
            ["cervical", "pelvic"],
        ),
        ("somatic dysfunction of rib number three on the left", ["rib_cage rib 3 left"]),
    ],
)
def test_numbered_diagnoses(read: Read, said: str, lines: list[str]) -> None:
    """A spoken list goes on to its next number, and what stands behind it is another matter."""
    assert read(said, "lesions", "transcript") == [f"somatic_dysfunction {line}" for line in lines]
