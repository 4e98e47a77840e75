"""Specification of exceptions: what holds for all but a side, a place or a muscle is the contrary there."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sensation intact except over the right heel.", ["sensory_deficit absent", "sensory_deficit right"]),
        ("Strength 5/5 throughout, apart from the left biceps.", ["motor_deficit absent", "motor_deficit left"]),
        ("Strength normal in every muscle but the left biceps.", ["motor_deficit absent", "motor_deficit left"]),
        ("Other than the left biceps, strength is full.", ["motor_deficit absent", "motor_deficit left"]),
        ("Strength is full.", ["motor_deficit absent"]),
    ],
)
def test_a_normal_nerve_has_an_exception(read: Read, text: str, lines: list[str]) -> None:
    """What is normal everywhere else falls short at the exception."""
    assert sorted(read(f"Exam: {text}", "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No tenderness except at T9.", ["tenderness absent", "tenderness thoracic"]),
        ("Not tender anywhere save for L2.", ["tenderness absent", "tenderness lumbar"]),
        ("No tenderness except for a tender L2.", ["tenderness lumbar"]),
    ],
)
def test_a_normal_spine_has_an_exception(read: Read, text: str, lines: list[str]) -> None:
    """Palpation finds nothing but at the exception."""
    found = read(f"Exam: {text}", "tart")
    assert set(lines) - {"tenderness absent"} <= set(found)
    assert "tenderness lumbar absent" not in found


def test_an_exception_with_words_of_its_own_speaks_for_itself(read: Read) -> None:
    """A part that names a finding or a value needs no contrary."""
    found = read("Exam: Sensation intact except for numbness of the right heel.", "neuro")
    assert found.count("sensory_deficit right") == 1


@pytest.mark.parametrize(
    ("text", "group", "lines"),
    [
        ("Assessment: No somatic dysfunction other than at T6.", "lesions", ["somatic_dysfunction thoracic T6"]),
        ("Assessment: No somatic dysfunction except for the sacrum.", "lesions", ["somatic_dysfunction sacral"]),
        ("MRI: No disc herniation other than L5-S1.", "imaging", ["mri disc_herniation lumbar"]),
        ("MRI: Neural foramina patent at all levels except C5-6 on the left.", "imaging",
         ["mri foraminal_narrowing cervical left"]),
    ],
)  # fmt: skip
def test_an_exception_to_none_is_found(read: Read, text: str, group: str, lines: list[str]) -> None:
    """Who finds nothing but at one place finds it there."""
    assert read(text, group) == lines


def test_an_exception_may_stand_first(read: Read) -> None:
    """What is excepted may be named before the word for it."""
    assert "restriction thoracic" in read("Exam: All segments move well, T5 excepted.", "tart")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Except for T4 there is no somatic dysfunction.", ["somatic_dysfunction thoracic T4"]),
        ("Apart from T4, no somatic dysfunction.", ["somatic_dysfunction thoracic T4"]),
        ("With the exception of T4, no segmental dysfunction.", ["somatic_dysfunction thoracic T4"]),
        ("Aside from the left SI joint there is no joint dysfunction.", ["somatic_dysfunction sacral left"]),
        ("Except for T4 and L2 there is no somatic dysfunction.",
         ["somatic_dysfunction thoracic T4", "somatic_dysfunction lumbar L2"]),
        ("No somatic dysfunction. Exception: T4.", ["somatic_dysfunction absent", "somatic_dysfunction thoracic T4"]),
        ("No somatic dysfunction. The only exception is T4.",
         ["somatic_dysfunction absent", "somatic_dysfunction thoracic T4"]),
        ("SD at C2. Exception: T4.", ["somatic_dysfunction cervical C2"]),
        ("Except for T4 stiffness there is no somatic dysfunction.", ["somatic_dysfunction thoracic T4 absent"]),
    ],
)  # fmt: skip
def test_an_exception_before_or_behind_a_denial(read: Read, text: str, lines: list[str]) -> None:
    """What a denial excepts in its opening words, or in the next sentence, is there."""
    assert read(f"Assessment: {text}", "lesions") == lines
