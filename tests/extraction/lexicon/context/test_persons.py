"""Specification of persons beside the patient, of opinions from outside, and of speech about other patients."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She talked about her aunt's MRI with a disc herniation.", ["disc_herniation other_person"]),
    ],
)
def test_whose_study(read: Read, text: str, lines: list[str]) -> None:
    """A study of a relative shows nothing of the patient, however it is brought up."""
    assert sorted(read(text, "diagnoses")) == sorted(lines)


@pytest.mark.parametrize(
    "text",
    [
        "He has a printout from a gym that speaks of a C2 subluxation.",
        "A therapist abroad had recorded a segmental dysfunction of L3.",
        "Recent diagnosis from another practice of a T7 subluxation.",
        "Outside dx: segmental dysfunction of T7.",
        "Her chiropractor's records: T7 subluxation.",
        "The handout lists a subluxation of the atlas.",
        "What his physio took for a rib dysfunction is shingles.",
        "Sent after a diagnosis of sacral dysfunction elsewhere.",
    ],
)
def test_what_others_hold(read: Read, text: str) -> None:
    """What somebody else has called it is nothing that the clinician states."""
    assert read(text, "lesions") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Her osteopath found nothing; I find a segmental dysfunction of T7.", "somatic_dysfunction thoracic T7"),
        ("Seen by a surgeon. Segmental dysfunction of T7.", "somatic_dysfunction thoracic T7"),
        ("Diagnosis: segmental dysfunction of T7, copy to her GP.", "somatic_dysfunction thoracic T7"),
        ("Her osteopath noted a segmental dysfunction of T7, and I agree.", "somatic_dysfunction thoracic T7"),
    ],
)
def test_what_the_writer_holds(read: Read, text: str, line: str) -> None:
    """What the clinician finds beside somebody else, or agrees with, is stated."""
    assert line in read(text, "lesions")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("My colleague and I found a segmental dysfunction of T7.", ["somatic_dysfunction thoracic T7"]),
        ("Neither I nor my colleague found a subluxation of T7.", ["subluxation_complex thoracic T7 absent"]),
        ("Nothing is left of the sacral dysfunction.", ["somatic_dysfunction sacral historical"]),
    ],
)
def test_what_two_hold(read: Read, text: str, lines: list[str]) -> None:
    """What somebody finds together with the clinician is the clinician's; a rest names no left side."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize("source", ["the chatbot says", "my computer says", "the software printed"])
def test_what_a_machine_says(read: Read, source: str) -> None:
    """The opinion of a machine is none of the clinician's."""
    assert read(f"DR: Well, {source} T4 somatic dysfunction.", "lesions", "transcript") == []


def test_a_name_that_is_set_against_that_of_others(read: Read) -> None:
    """Who says what others call it and what it is to be called states the latter."""
    said = "DR: The computer calls it a strain, I call it a T4 dysfunction."
    assert read(said, "lesions", "transcript") == ["somatic_dysfunction thoracic T4"]


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


@pytest.mark.parametrize(
    ("companion", "said", "line"),
    [
        ("DAUGHTER", "What your mother has is a sacral dysfunction.", "somatic_dysfunction sacral"),
        ("WIFE", "Your husband has a sacral dysfunction.", "somatic_dysfunction sacral"),
        ("MOTHER", "Your son has a sacral dysfunction.", "somatic_dysfunction sacral"),
        ("DAUGHTER", "Your aunt has a sacral dysfunction.", "somatic_dysfunction sacral other_person"),
        ("PATIENT", "Your mother has a sacral dysfunction.", "somatic_dysfunction sacral other_person"),
    ],
)
def test_a_companion_is_told_of_the_patient(read: Read, companion: str, said: str, line: str) -> None:
    """To a daughter her mother is the patient; to the patient she is somebody else."""
    talk = f"DR: How long?\nPATIENT: A month.\n{companion}: What is it?\nDR: {said}"
    assert read(talk, "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("What I told him is that he has a sacral dysfunction.", ["somatic_dysfunction sacral"]),
        ("His chiropractor told him that he has a sacral dysfunction.", []),
    ],
)
def test_what_a_clinician_has_told_somebody(read: Read, said: str, lines: list[str]) -> None:
    """Clinicians conclude with what they have told the patient, and not with what others have."""
    assert read(f"DR: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("My brother. He has numbness in both feet.", ["sensory_deficit bilateral other_person"]),
        ("It's in my family, my aunt. Her leg is weak.", ["motor_deficit other_person"]),
        ("My husband drove me. He says my leg is weak.", ["motor_deficit"]),
        ("My wife came along. My leg is weak.", ["motor_deficit"]),
    ],
)
def test_a_patient_goes_on_with_somebody_else(read: Read, said: str, lines: list[str]) -> None:
    """Who has just been named is who a he or she is, unless the patient comes back to the own complaint."""
    assert read(f"Doctor: Tell me.\nPatient: {said}", "neuro", "transcript") == lines
