"""Specification of who speaks."""

import pytest

from scribe.documents.speakers import infer_speakers, named_speaker, voice_of
from scribe.schema import Speaker


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("DR", "clinician"),
        ("Dr. Soto", "clinician"),
        ("Ana Soto, DO", "clinician"),
        ("Guest_clinician", "clinician"),
        ("Doctor_2", "clinician"),
        ("Attending Physician", "clinician"),
        ("PT", "patient"),
        ("Paciente", "patient"),
        ("Patient 1", "patient"),
        ("Patient's mother", "other"),
        ("Guest_family_1", "other"),
        ("Interpreter", "other"),
        ("Speaker 1", None),
        ("Ana", None),
        ("", None),
    ],
)
def test_labels_state_roles(label: str, speaker: Speaker | None) -> None:
    """Titles, degrees, numbers and relatives are understood; names and numbers alone state nothing."""
    assert named_speaker(voice_of(label)) == speaker


def test_stated_roles_are_kept() -> None:
    """What a label states stands, whatever is said."""
    assert infer_speakers({"doctor": "my back hurts", "patient": "let me press here, any numbness?"}) == {
        "doctor": "clinician",
        "patient": "patient",
    }


def test_the_other_of_two_voices_is_the_patient() -> None:
    """Beside one clinician, the only other voice is the patient's."""
    assert infer_speakers({"dr soto": "hello", "ana": "hello"}) == {"dr soto": "clinician", "ana": "patient"}


def test_a_third_voice_that_does_not_tell_stays_unknown() -> None:
    """Among several voices only clear ones get a role."""
    speakers = infer_speakers({"a": "any numbness? let me press", "b": "my back hurts, i can't sit", "c": "hello"})
    assert speakers == {"a": "clinician", "b": "patient", "c": "unknown"}


def test_a_voice_without_a_name_stays_unknown() -> None:
    """Words between unlabelled cues may be anybody's."""
    assert infer_speakers({"": "any numbness? let me press here, do you have pain?"}) == {"": "unknown"}
