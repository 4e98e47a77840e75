"""Specification of lesions that a clinician is asked for."""

from collections.abc import Callable

Read = Callable[..., list[str]]


def test_places_that_answer_what_dysfunctions_there_are(read: Read) -> None:
    """Who writes asks, and the clinician names no more than places."""
    turns = "Doctor: Ready?\nScribe: Dysfunctions?\nDoctor: C3, L2 and the right SI."
    lines = ["somatic_dysfunction cervical C3", "somatic_dysfunction lumbar L2", "somatic_dysfunction sacral right"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


def test_a_patient_who_asks_is_told_of_no_lesion(read: Read) -> None:
    """What a patient asks about has not been found."""
    assert read("Patient: Any dysfunctions?\nDoctor: The neck.", "lesions", "transcript") == []


def test_places_that_answer_what_else_there_is(read: Read) -> None:
    """Who asks for more means what was named before."""
    turns = "Doctor: Somatic dysfunction, lumbar.\nScribe: Anything else?\nDoctor: Sacrum and pelvis."
    lines = ["somatic_dysfunction lumbar", "somatic_dysfunction pelvic", "somatic_dysfunction sacral"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


def test_places_that_answer_where_it_is(read: Read) -> None:
    """A patient who asks where it is hears the places of the lesion."""
    turns = "Doctor: I'd list this as segmental dysfunction.\nPatient: Where?\nDoctor: C6 and L2, to be exact."
    lines = ["somatic_dysfunction cervical C6", "somatic_dysfunction lumbar L2"]
    assert sorted(read(turns, "lesions", "transcript")) == lines
