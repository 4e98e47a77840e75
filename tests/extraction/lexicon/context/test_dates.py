"""Specification of years, ages and earlier visits that date what stands before them."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Before the operation your left calf was weak.", ["motor_deficit left historical"]),
        ("You had a foot drop on the left before your fusion.", ["motor_deficit left historical"]),
        ("The left foot was weak before surgery and it's still weak.", ["motor_deficit left"]),
    ],
)
def test_what_was_before_an_operation_is_past(read: Read, text: str, lines: list[str]) -> None:
    """What was there before an operation is of that time, unless it is said to stay."""
    assert read(f"Doctor: {text}", "neuro", "transcript") == lines


def test_a_list_of_old_records(read: Read) -> None:
    """Each entry below a label of the past is past, with a year or without, whatever ends the one before it."""
    listed = "Former records, sorted today: segmental dysfunction C3, 2014, no pain since; sacral dysfunction, over."
    assert read(listed, "lesions") == [
        "somatic_dysfunction cervical C3 historical",
        "somatic_dysfunction sacral historical",
    ]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T4 was ERS right last time.", ["somatic_dysfunction thoracic T4 right historical"]),
        ("The sacrum was left on left at the last visit.", ["somatic_dysfunction sacral left historical"]),
        ("Your right innominate was posterior in March.", ["somatic_dysfunction pelvic right historical"]),
        ("L5, last visit that was FRS left, today it moves.", ["somatic_dysfunction lumbar L5 left historical"]),
        ("T4 is ERS right, same as last time.", ["somatic_dysfunction thoracic T4 right"]),
        ("T4 is ERS right.", ["somatic_dysfunction thoracic T4 right"]),
        ("There's the same L5 dysfunction you had last visit.", ["somatic_dysfunction lumbar L5"]),
        ("We skipped the back last week and now there's an L5 dysfunction.", ["somatic_dysfunction lumbar L5"]),
    ],
)
def test_what_was_found_at_another_visit(read: Read, said: str, lines: list[str]) -> None:
    """What a clinician found last time is past; what it is only compared with it is not."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


def test_a_study_of_an_earlier_month(read: Read) -> None:
    """When a study was made does not date what it shows."""
    text = "Doctor: There was a disc herniation at L4-5 on the MRI in March."
    assert read(text, "imaging", "transcript") == ["mri disc_herniation lumbar"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Lumbar spondylosis (XR 2024 multilevel facet hypertrophy)", "spondylosis lumbar"),
        ("Lumbar spondylosis (CT from March 2021)", "spondylosis lumbar"),
        ("Lumbar spondylosis on 2024 films", "spondylosis lumbar"),
        ("Lumbar spondylosis 2024", "spondylosis lumbar historical"),
        ("Lumbar spondylosis (seen for it 2024)", "spondylosis lumbar historical"),
    ],
)
def test_the_year_of_a_study(read: Read, said: str, line: str) -> None:
    """An assessment that rests on a study of an earlier year is one of today."""
    assert read(f"Assessment: {said}.", "diagnoses") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Left SI joint dysfunction - 2022.", "somatic_dysfunction sacral left historical"),
        ("Left SI joint dysfunction, 2022.", "somatic_dysfunction sacral left historical"),
        ("Left SI joint dysfunction, seen 6-2022 and 11-2026.", "somatic_dysfunction sacral left"),
        ("Left SI joint dysfunction, seen Jun-2022 and today.", "somatic_dysfunction sacral left"),
    ],
)
def test_a_year_behind_a_lesion(read: Read, said: str, line: str) -> None:
    """A year behind a dash dates what stands before it, where it is not the rest of a date."""
    assert read(said, "lesions") == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The T3 dysfunction from two visits ago is quiet.", "somatic_dysfunction thoracic T3 historical"),
        ("T3 dysfunction, three sessions back.", "somatic_dysfunction thoracic T3 historical"),
        ("The T3 dysfunction from two visits ago is still there.", "somatic_dysfunction thoracic T3"),
        ("T3 dysfunction, the same as two visits ago.", "somatic_dysfunction thoracic T3"),
    ],
)
def test_counts_of_visits(read: Read, text: str, line: str) -> None:
    """A count of visits dates what stands before it, unless it is still there."""
    assert read(text, "lesions") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("What I treated: somatic dysfunction of the neck.", "somatic_dysfunction cervical"),
        ("I just treated the dysfunction of the neck.", "somatic_dysfunction cervical"),
        ("I treated the dysfunction of the neck just now.", "somatic_dysfunction cervical"),
        ("I treated the dysfunction of the neck last time.", "somatic_dysfunction cervical historical"),
        ("What I treated was, last May, a dysfunction of the neck.", "somatic_dysfunction cervical historical"),
    ],
)
def test_what_was_just_treated(read: Read, said: str, line: str) -> None:
    """What was just treated is of today."""
    assert read(f"Doctor: {said}\nPatient: I see.", "lesions", "transcript") == [line]
