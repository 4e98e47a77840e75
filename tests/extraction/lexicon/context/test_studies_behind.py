"""Specification of studies that are named behind what they show."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: The left foramen at C6-7 is narrow. That's on your MRI from May.",
         ["mri foraminal_narrowing cervical left"]),
        ("Doctor: There's a bulge at L3-4 and the canal is tight. It's all on the lumbar MRI.",
         ["mri canal_narrowing lumbar", "mri disc_herniation lumbar"]),
        ("Doctor: L4 has slid forward on L5. Not by much.\nPatient: On the x-ray?\nDoctor: On the x-ray, yes.",
         ["xray malalignment lumbar"]),
        ("Doctor: There's a spur at C5. You can see it on the CT.", ["ct bony_overgrowth cervical"]),
        ("Doctor: No slip, no fracture. These are plain x-rays of your low back.",
         ["xray fracture absent", "xray malalignment absent"]),
        ("Doctor: The report says mild stenosis at L3-4. That's the CT from the hospital.", ["ct other lumbar"]),
        ("Doctor: There's a hemangioma at L2. Otherwise the MRI's clean.",
         ["mri other lumbar", "mri unremarkable lumbar"]),
        ("Surgeon: The disc has lost its water, L4-5. It bulges. Lumbar MRI, two weeks ago.",
         ["mri disc_degeneration lumbar", "mri disc_herniation lumbar"]),
    ],
)  # fmt: skip
def test_a_study_named_behind_what_it_shows(read: Read, text: str, lines: list[str]) -> None:
    """Who goes through a picture may say only then which it was."""
    assert sorted(read(text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: The bulge at L4-5 is on the MRI. On the CT there's a spur at L3.",
         ["ct bony_overgrowth lumbar", "mri disc_herniation lumbar"]),
        ("Doctor: I suspect a foraminal stenosis at C5-6.\nPatient: Oh.\nDoctor: The MRI is on Friday.",
         ["mri other hypothetical"]),
        ("Doctor: I suspect a foraminal stenosis at C5-6. We'll see it on the MRI.", []),
        ("Doctor: The shoulder is swollen and doesn't lift. The films from last week are fine.", []),
        ("Resident: Hips turn freely, no groin pain.\nSurgeon: I agree. This is the MRI from June, and L4-5 bulges.",
         ["mri disc_herniation lumbar"]),
        ("Patient: I have a slipped disc.\nDoctor: That's on the MRI?", []),
        ("Doctor: There's a bulge at L4-5. That's what the MRI will show.", ["mri other hypothetical"]),
        ("Doctor: I suspect a foraminal narrowing at C5-6. That's your MRI from May.", []),
        ("Doctor: A fracture at L2 heals. This is your lumbar x-ray. The L4-5 disc space is thin.",
         ["xray disc_degeneration lumbar"]),
        ("Doctor: A fracture at L2 heals in weeks. We compared it with the x-ray.", []),
        ("Doctor: There's a spur at L3. The knee is swollen and warm. That's on the x-ray.", []),
    ],
)  # fmt: skip
def test_a_study_that_is_not_named_behind(read: Read, text: str, lines: list[str]) -> None:
    """What is announced, to come or told by itself is no name for what was told before."""
    assert sorted(read(text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pictures gone over with pt: L4-5 bulge, facets overgrown. (MRI 6/20)",
         ["mri bony_overgrowth lumbar", "mri disc_herniation lumbar"]),
        ("L5 sits back on S1 by 3 mm, no fracture. (XR 2/1)",
         ["xray fracture lumbar absent", "xray malalignment lumbar"]),
        ("Tender L4-5, hips free. (MRI 6/20)", []),
        ("L4-5 bulges on palpation. MRI lumbar.", []),
        ("Right C5-6 foraminal narrowing, dx: foraminal stenosis. CT next.", []),
    ],
)  # fmt: skip
def test_a_note_that_adds_which_study_it_was(read: Read, text: str, lines: list[str]) -> None:
    """A study in brackets is the one of the line; one that is to come is none."""
    assert sorted(read(text, "imaging", "note")) == lines


def test_what_is_felt_stays_felt(read: Read) -> None:
    """An examination by another clinician or in a note is not told of a study that is named behind it."""
    spoken = "Resident: L4 is rotated right, and the disc at L4-5 bulges.\nSurgeon: That's on the MRI."
    assert read(spoken, "imaging", "transcript") == []
    assert read("Exam: SLR positive left. L4-5 rotated right. (MRI 6/20)", "imaging", "note") == []


@pytest.mark.parametrize(
    "study", ["That's last week's MRI.", "That's from the MRI in March.", "It's on yesterday's MRI."]
)
def test_a_dated_study_behind(read: Read, study: str) -> None:
    """A study that is pointed from may be dated before its name."""
    text = f"Doctor: The left C5-6 foramen is tight. {study}"
    assert read(text, "imaging", "transcript") == ["mri foraminal_narrowing cervical left"]
