"""Specification of who speaks."""

import pytest

from scribe.documents import parse
from scribe.documents.speakers import infer_alternating, infer_speakers, named_speaker, voice_of
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


def test_another_clinician_beside_a_named_one() -> None:
    """A voice that examines and concludes is a clinician's, though another one is named."""
    said = {"pa": "strength is five", "s": "any numbness? this is a lumbar stenosis, let me press here", "p": "my back"}
    assert infer_speakers(said) == {"pa": "clinician", "s": "clinician", "p": "patient"}


def test_turns_that_only_a_dash_parts() -> None:
    """Two people speak in turn until words tell that a third has spoken between."""
    said = ["Any numbness?", "My foot.", "He limps.", "My back hurts, yeah.", "Let me press, any pain?", "Ow."]
    expected: list[Speaker] = ["clinician", "patient"] * 3
    assert infer_alternating(said, expected) == [*expected[:3], "patient", "clinician", "patient"]


def test_a_third_voice_shifts_the_turns() -> None:
    """Who speaks out of turn moves all turns after."""
    said = ["Any pain?", "My hip.", "Mine too.", "Does it, any numbness? Lie back, let me press.", "No.", "Good."]
    expected: list[Speaker] = ["clinician", "patient"] * 3
    assert infer_alternating(said, expected) == [
        "clinician", "patient", "clinician", "clinician", "patient", "clinician",
    ]  # fmt: skip


def test_pt_is_the_therapist_where_another_is_the_patient() -> None:
    """`PT` is the patient of a doctor, and the physical therapist of a client."""
    said = "PT: How is your back?\nClient: I feel it less.\nPT: Let me see you bend.\nClient: Okay.\n"
    assert [turn.speaker for turn in parse(said).turns] == ["clinician", "patient"] * 2
    assert [turn.speaker for turn in parse(said.replace("PT", "PT1")).turns] == ["clinician", "patient"] * 2
    assert [turn.speaker for turn in parse(said.replace("PT", "DO").replace("Client", "PT")).turns] == [
        "clinician",
        "patient",
    ] * 2


@pytest.mark.parametrize(("opening", "closing"), [("[", "] "), ("", " > "), ("", "\n"), ("", ": ")])
def test_pt_is_told_in_labels_of_every_style(opening: str, closing: str) -> None:
    """Brackets, arrows and lines of their own name the therapist as a colon does."""
    said = [("PT", "Any numbness?"), ("Client", "No."), ("PT", "Lift your leg."), ("Client", "It hurts.")]
    text = "".join(f"{opening}{who}{closing}{words}\n" for who, words in said)
    assert [turn.speaker for turn in parse(text).turns] == ["clinician", "patient"] * 2


def test_pt_is_who_examines_where_nobody_else_does() -> None:
    """Without a clinician among the labels the words tell which of the two `PT` means."""
    asks = "How's your back? Any numbness? Lie down, let me test your reflexes. Rotation is restricted."
    answers = "It hurts when I bend. My leg, yeah."
    assert infer_speakers({"pt": asks, "rob": answers}) == {"pt": "clinician", "rob": "patient"}
    assert infer_speakers({"pt": answers, "rob": asks}) == {"pt": "patient", "rob": "clinician"}


@pytest.mark.parametrize(
    "said",
    [
        "It's not the hip. I think it's probably the joint, and I can't tell you more with my hands.",
        "I suspect the joint. I think it's coming from there, and I can't rule out the disc.",
        "I don't think you need a doctor for that, but I can't say whether it's the joint or the disc.",
    ],
)
def test_a_doctor_who_thinks_aloud(said: str) -> None:
    """Who thinks, and cannot tell, may be a doctor: no third has spoken."""
    turns = ["So what brings you in?", "My hip.", "Lie back for me.", "Okay.", said, "Can I work?", "You can work."]
    pair: tuple[Speaker, Speaker] = ("clinician", "patient")
    expected: list[Speaker] = [*pair, *pair, *pair, "clinician"]
    assert infer_alternating(turns, expected) == expected
