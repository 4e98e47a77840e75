"""Specification of speech that is not about the patient."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [
        "[to the desk] Room seven is the lumbar dysfunction, give her a gown. [back] Well, your knee.",
        "The sacral dysfunction in bay two may get dressed. Now your knee.",
        "Hold on. The lady in three has the thoracic dysfunction. Now your knee.",
    ],
)
def test_who_waits_in_another_room(read: Read, said: str) -> None:
    """A patient who is heard here is not the one of another room."""
    lines = read(f"DR: {said}\nPT: It clicks.", "lesions", "transcript")
    assert [line.split()[-1] for line in lines] == ["other_person"]


def test_a_patient_who_is_presented_by_room(read: Read) -> None:
    """Where no patient is heard, the room may be the one that is spoken of."""
    said = "RESIDENT: Room seven has a lumbar dysfunction.\nATTENDING: Which level?"
    assert read(said, "lesions", "transcript") == ["somatic_dysfunction lumbar"]


def test_a_quiz(read: Read) -> None:
    """A question for the boards has no patient, until the talk turns to one."""
    said = "ATTENDING: Pop quiz. T7 flexed, rotated left, sidebent left. Name it.\nSTUDENT: FRS left."
    now = "\nATTENDING: Good. And our patient has a C3 dysfunction."
    assert all(line.endswith("hypothetical") for line in read(said, "lesions", "transcript"))
    assert "somatic_dysfunction cervical C3" in read(said + now, "lesions", "transcript")
