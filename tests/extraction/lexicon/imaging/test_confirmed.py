"""Specification of what a clinician confirms of a report."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the neck. The canal at C5-6 is tight.\nPatient: "
_CANAL = "mri canal_narrowing cervical"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("And C3-4? The report said a bulge.\nDoctor: It's a tiny one, it's on the right. The canal is fine there.",
         ["mri disc_herniation cervical right"]),
        ("The letter says there's a protrusion at C6-7.\nDoctor: It's a small one, on the left of the canal.",
         ["mri disc_herniation cervical left"]),
    ],
)  # fmt: skip
def test_a_finding_confirmed(read: Read, text: str, lines: list[str]) -> None:
    """Who gives the size of what a patient has read has seen it too."""
    found = read(_OPENING + text, "imaging", "transcript")
    assert [line for line in found if "disc" in line] == lines


@pytest.mark.parametrize(
    "text",
    [
        "The report said a bulge.\nDoctor: It's not a small one, it isn't there. The canal is what's tight.",
        "My leg has a bulge.\nDoctor: It's a small one. The canal is what's tight.",
        "The report said no bulge.\nDoctor: It's a small canal at C5-6.",
        "The report said a bulge.\nDoctor: The canal is small at C5-6.",
    ],
)
def test_nothing_confirmed(read: Read, text: str) -> None:
    """What is denied, was not read, or is something else is not confirmed."""
    assert not [line for line in read(_OPENING + text, "imaging", "transcript") if "disc" in line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: The MRI of your neck is back.\nPatient: So no herniation?\nDoctor: Not on the MRI.",
         ["mri disc_herniation cervical absent"]),
        ("Patient: Is there a fracture?\nDoctor: No. Nothing on the lumbar x-ray.", ["xray unremarkable lumbar"]),
        ("Patient: Any tumor?\nDoctor: No, not on the CT.", ["ct neoplasm absent"]),
        ("Patient: Is there a fracture?\nDoctor: Not sure, I haven't gone through the x-ray.", []),
        ("Patient: Is it normal?\nDoctor: Not on the MRI.", []),
        ("Patient: Is it a slipped disc?\nDoctor: Not without an MRI can I say.", []),
        ("Patient: Is the room on this floor?\nDoctor: Not on the day of the MRI.", []),
    ],
)  # fmt: skip
def test_what_is_denied_by_a_study(read: Read, text: str, lines: list[str]) -> None:
    """Who answers that it is not on the study denies what was asked."""
    assert read(text, "imaging", "transcript") == lines
