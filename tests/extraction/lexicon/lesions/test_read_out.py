"""Specification of lists of lesions that are read out, and of what a clinician confirms of them."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"


def test_a_patient_who_asks_is_told_of_no_lesion(read: Read) -> None:
    """What a patient asks about has not been found."""
    assert read("Patient: Any dysfunctions?\nDoctor: The neck.", "lesions", "transcript") == []


def test_places_that_answer_where_it_is(read: Read) -> None:
    """A patient who asks where it is hears the places of the lesion."""
    turns = "Doctor: I'd list this as segmental dysfunction.\nPatient: Where?\nDoctor: C6 and L2, to be exact."
    lines = ["somatic_dysfunction cervical C6", "somatic_dysfunction lumbar L2"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


LIST = "PT: The letter says cervical dysfunction, lumbar dysfunction and pelvic dysfunction."


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The first two, yes.", [f"{SD} cervical", f"{SD} lumbar"]),
        ("I find the first and the last.", [f"{SD} cervical", f"{SD} pelvic"]),
        ("All three are still there.", [f"{SD} cervical", f"{SD} lumbar", f"{SD} pelvic"]),
        ("Only the second.", [f"{SD} lumbar"]),
        ("I don't find the first.", []),
        ("Let's see first.", []),
    ],
)
def test_items_by_their_order(read: Read, said: str, lines: list[str]) -> None:
    """What is confirmed holds, and nothing else of the list."""
    assert sorted(read(f"{LIST}\nDR: {said}", "lesions", "transcript")) == lines


def test_a_list_of_somebody_else(read: Read) -> None:
    """What a relative has is not confirmed of the patient."""
    turns = "PT: My mother has lumbar dysfunction and pelvic dysfunction.\nDR: Right, both of them run in families."
    assert all(line.endswith("other_person") for line in read(turns, "lesions", "transcript"))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So, somatic dysfunction of T7. The left innominate is fine.", ["somatic_dysfunction thoracic T7"]),
        ("It's a strain. Right innominate, anterior.", []),
        ("You've got segmental dysfunction of that left sacroiliac.", ["somatic_dysfunction sacral left"]),
        ("What I'm dictating is somatic dysfunction of L3.", ["somatic_dysfunction lumbar L3"]),
    ],
)
def test_what_stands_beside_a_dysfunction(read: Read, said: str, lines: list[str]) -> None:
    """A joint that is well, or only out of place, is no dysfunction."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines
