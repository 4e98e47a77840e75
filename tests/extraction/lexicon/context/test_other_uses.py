"""Specification of words of cues that serve another end where they stand."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR neg bilat, tenderness L5 right", ["tenderness lumbar right"]),
        ("Slump neg with tenderness L4", ["tenderness lumbar"]),
        ("Neg tenderness L4", ["tenderness lumbar absent"]),
    ],
)
def test_a_negative_behind_a_test_is_its_result(read: Read, text: str, lines: list[str]) -> None:
    """What is negative of a test denies nothing that follows it."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Same as last month, segmental dysfunction at T6.", "somatic_dysfunction thoracic T6"),
        ("No different from last week, segmental dysfunction at L2.", "somatic_dysfunction lumbar L2"),
        ("Just like three weeks ago, segmental dysfunction at C3.", "somatic_dysfunction cervical C3"),
        ("As in June, the left SI joint has a segmental dysfunction.", "somatic_dysfunction sacral left"),
        ("Last month there was a segmental dysfunction at T6.", "somatic_dysfunction thoracic T6 historical"),
        ("What used to be a segmental dysfunction at T6 is just a little stiffness now.",
         "somatic_dysfunction thoracic T6 historical"),
        ("I was going to say segmental dysfunction of the sacrum, but it moves.", "somatic_dysfunction sacral absent"),
        ("That C3 subluxation we had in May, I can't find it any more.", "subluxation_complex cervical C3 historical"),
        ("No. segmental dysfunction at C3.", "somatic_dysfunction cervical C3"),
    ],
)  # fmt: skip
def test_what_an_earlier_visit_is_a_measure_of(read: Read, said: str, line: str) -> None:
    """What is as it was then is there now; what was there then and is not found any more is history."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subluxations found and corrected: C2, T11.", [f"{VSC} cervical C2", f"{VSC} thoracic T11"]),
        ("Subluxations corrected today: C2, T11.", [f"{VSC} cervical C2", f"{VSC} thoracic T11"]),
        ("Subluxation complexes corrected: left wrist.", [f"{VSC} upper_extremity left"]),
        ("The C2 subluxation has been corrected.", [f"{VSC} cervical C2 historical"]),
    ],
)
def test_what_is_corrected(read: Read, text: str, lines: list[str]) -> None:
    """What is corrected at this visit is there; what has been corrected is gone."""
    assert read(text, "lesions") == lines


def test_words_of_the_past_in_the_name_of_a_finding(read: Read) -> None:
    """What quits early has not gone."""
    said = "C2 is rotated right and it quits early."
    assert read(f"Doctor: {said}", "tart", "transcript") == ["asymmetry cervical right", "restriction cervical"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("assessment probably c five c six disc herniation", ["disc_herniation cervical possible"]),
        ("assessment lumbar strain maybe sixty percent better", ["sprain_strain lumbar"]),
    ],
)
def test_numbers_behind_a_doubt(read: Read, text: str, lines: list[str]) -> None:
    """A number that is said loosely is in doubt itself; that of a vertebra is its name."""
    assert read(text, "diagnoses") == lines
