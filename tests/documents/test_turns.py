"""Specification of turns."""

import pytest

from scribe.documents import parse
from scribe.schema import Kind

Said = list[tuple[str, str | None, str]]


def said(text: str, kind: Kind | None = None) -> Said:
    """Speaker, label and words of each turn."""
    return [(turn.speaker, turn.label, text[slice(*turn.span)]) for turn in parse(text, kind).turns]


STYLES: dict[str, tuple[str, Said]] = {
    "brackets": (
        "[doctor] how is it ?\n[patient] sore .\n[patient_guest] very sore .\n",
        [
            ("clinician", "doctor", "how is it ?"),
            ("patient", "patient", "sore ."),
            ("other", "patient_guest", "very sore ."),
        ],
    ),
    "brackets in one line": (
        "[doctor] how is it ? [patient] sore .",
        [("clinician", "doctor", "how is it ?"), ("patient", "patient", "sore .")],
    ),
    "PT is the patient": (
        "DR: Neck?\nPT: Stiff, and\nsore.\nDR: Okay.\n",
        [("clinician", "DR", "Neck?"), ("patient", "PT", "Stiff, and\nsore."), ("clinician", "DR", "Okay.")],
    ),
    "a relative": (
        "Provider: How is he?\nMother: Sore.\nProvider: Since when?\n",
        [
            ("clinician", "Provider", "How is he?"),
            ("other", "Mother", "Sore."),
            ("clinician", "Provider", "Since when?"),
        ],
    ),
    "the patient's relative": (
        "Doctor: How is she?\nPatient's mother: Sore.\nDoctor: I see.\n",
        [
            ("clinician", "Doctor", "How is she?"),
            ("other", "Patient's mother", "Sore."),
            ("clinician", "Doctor", "I see."),
        ],
    ),
    "Spanish": (
        "Doctora: ¿Le duele?\nPaciente: Sí.\n",
        [("clinician", "Doctora", "¿Le duele?"), ("patient", "Paciente", "Sí.")],
    ),
    "bold": (
        "**Doctor:** How are you?\n\n**Patient:** Sore.\n",
        [("clinician", "Doctor", "How are you?"), ("patient", "Patient", "Sore.")],
    ),
    "times before labels": (
        "[00:01:23] Doctor: How are you?\n[00:01:25] Patient: Sore.\n",
        [("clinician", "Doctor", "How are you?"), ("patient", "Patient", "Sore.")],
    ),
    "times and no colon": (
        "00:12 DR How are you?\n00:15 PT Sore.\n00:17 DR Where?\n",
        [("clinician", "DR", "How are you?"), ("patient", "PT", "Sore."), ("clinician", "DR", "Where?")],
    ),
    "labels and times above the words": (
        "Dr. Soto  0:03\nHello?\n\nAna Ruiz  0:07\nMy back hurts.\n\nDr. Soto  0:09\nOh.\n\nAna Ruiz  0:12\nYes.\n",
        [
            ("clinician", "Dr. Soto", "Hello?"),
            ("patient", "Ana Ruiz", "My back hurts."),
            ("clinician", "Dr. Soto", "Oh."),
            ("patient", "Ana Ruiz", "Yes."),
        ],
    ),
    "labels above the words": (
        "Doctor:\nHow are you?\n\nPatient:\nSore.\n",
        [("clinician", "Doctor", "How are you?"), ("patient", "Patient", "Sore.")],
    ),
    "labels alone above the words": (
        "Surgeon\nWhere is it?\n\nPatient\nMy hip.\nThe left one.\n\nSurgeon\nI see.\n",
        [
            ("clinician", "Surgeon", "Where is it?"),
            ("patient", "Patient", "My hip.\nThe left one."),
            ("clinician", "Surgeon", "I see."),
        ],
    ),
    "brackets of angles after labels": (
        "Dr> Which knee?\nPt> Left.\nDr> Since when?\n",
        [("clinician", "Dr", "Which knee?"), ("patient", "Pt", "Left."), ("clinician", "Dr", "Since when?")],
    ),
    "dashes after labels, and a name": (
        "(0:02) Therapist - You okay?\n(0:05) Swimmer - Stiff.\n(0:07) Therapist - Where?\n(0:09) Swimmer - Here.\n",
        [
            ("clinician", "Therapist", "You okay?"),
            ("patient", "Swimmer", "Stiff."),
            ("clinician", "Therapist", "Where?"),
            ("patient", "Swimmer", "Here."),
        ],
    ),
    "one long line": (
        "Doctor: How is it? Patient: Sore. Doctor: L5 is tender.",
        [
            ("clinician", "Doctor", "How is it?"),
            ("patient", "Patient", "Sore."),
            ("clinician", "Doctor", "L5 is tender."),
        ],
    ),
    "a label that strayed into a line": (
        "Doctor: How is it?\nPatient: Sore. Doctor: Where?\nPatient: Here.\n",
        [
            ("clinician", "Doctor", "How is it?"),
            ("patient", "Patient", "Sore."),
            ("clinician", "Doctor", "Where?"),
            ("patient", "Patient", "Here."),
        ],
    ),
    "WebVTT": (
        (
            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Doctor>Any\npain?</v>\n\nNOTE nobody says this\n\n"
            "2\n00:00:03.000 --> 00:00:04.000\n<v Patient>Yes.</v>\n"
        ),
        [("clinician", "Doctor", "Any\npain?"), ("patient", "Patient", "Yes.")],
    ),
    "SRT, where a cue without a label goes on": (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nPT: Sore.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nAt night.\r\n",
        [("patient", "PT", "Sore."), ("patient", None, "At night.")],
    ),
    "numbered speakers, by what they say": (
        "Speaker 1: My back hurts, I can't sit.\nSpeaker 2: Any numbness? Lie down, let me see.\nSpeaker 1: No.\n",
        [
            ("patient", "Speaker 1", "My back hurts, I can't sit."),
            ("clinician", "Speaker 2", "Any numbness? Lie down, let me see."),
            ("patient", "Speaker 1", "No."),
        ],
    ),
    "numbered speakers who do not tell": (
        "SPEAKER_00: hello\nSPEAKER_01: hi there\nSPEAKER_00: nice day\n",
        [
            ("unknown", "SPEAKER_00", "hello"),
            ("unknown", "SPEAKER_01", "hi there"),
            ("unknown", "SPEAKER_00", "nice day"),
        ],
    ),
    "dashes": (
        "- Do you have any pain? Let me press here.\n- Ow, my back.\n- Any numbness?\n- No.\n",
        [
            ("clinician", None, "Do you have any pain? Let me press here."),
            ("patient", None, "Ow, my back."),
            ("clinician", None, "Any numbness?"),
            ("patient", None, "No."),
        ],
    ),
    "no labels": (
        "So how is your back? It's okay, I guess. Let me see you bend. Ow. Yeah, you're tight.",
        [("unknown", None, "So how is your back? It's okay, I guess. Let me see you bend. Ow. Yeah, you're tight.")],
    ),
    "dictation": (
        "gait normal comma no limp period plan colon rest period\n",
        [("clinician", None, "gait normal comma no limp period plan colon rest period")],
    ),
    "a label without words": (
        "Doctor: How are you?\nPatient:\nDoctor: Hello?\nPatient: Yes.\n",
        [("clinician", "Doctor", "How are you?"), ("clinician", "Doctor", "Hello?"), ("patient", "Patient", "Yes.")],
    ),
}


@pytest.mark.parametrize(("text", "turns"), STYLES.values(), ids=STYLES.keys())
def test_each_style_of_transcript_has_its_turns(text: str, turns: Said) -> None:
    """Turns name speaker and label, and hold the words alone."""
    assert said(text) == turns


def test_lines_that_nobody_says_are_in_no_turn() -> None:
    """The head and foot of a recording, and codes added below, are sections and not speech."""
    text = (
        "Recording started 09:42\nDR: Any pain?\nPT: No.\nDR: Good.\n"
        "Recording stopped 09:51\nVISIT CODES (carried forward): M99.04\n"
    )
    document = parse(text)
    assert said(text) == [
        ("clinician", "DR", "Any pain?"),
        ("patient", "PT", "No."),
        ("clinician", "DR", "Good."),
    ]
    assert [(section.name, text[slice(*section.span)]) for section in document.sections] == [
        ("preamble", "Recording started 09:42"),
        ("preamble", "Recording stopped 09:51"),
        ("codes", "M99.04"),
    ]


def test_headings_in_speech_are_no_sections() -> None:
    """What stands before the first label ends there, though the line goes on."""
    text = "Visit 3. Plan: none. Doctor: How is it? Patient: Sore. Plan: I rest. Doctor: Good."
    assert [(section.name, text[slice(*section.span)]) for section in parse(text).sections] == [
        ("preamble", "Visit 3."),
        ("plan", "none."),
    ]


def test_a_single_label_counts_where_the_kind_is_given() -> None:
    """A transcript of one turn is labelled as it says."""
    assert said("Doctor: Lie down.", "transcript") == [("clinician", "Doctor", "Lie down.")]


def test_plain_dictation_is_the_clinicians_where_the_kind_is_given() -> None:
    """Prose about a patient was dictated by the clinician."""
    text = "The patient denies numbness. L5 is tender."
    assert said(text, "transcript") == [("clinician", None, text)]


def test_an_empty_transcript_has_no_turn() -> None:
    """Nobody speaks in an empty text."""
    assert said(" \n", "transcript") == []


def test_a_surgeon_and_a_patient_may_have_the_letters_of_a_note() -> None:
    """S and P that take turns talk; they are no headings."""
    text = "S: Where is it?\nP: My neck.\nS: Any numbness?\nP: No.\nS: Okay, sit up for me.\nP: Yes."
    assert [speaker for speaker, _, _ in said(text)] == ["clinician", "patient"] * 3


def test_times_part_the_words_of_people_whom_nothing_names() -> None:
    """Each time in brackets starts a turn of nobody known."""
    text = "[00:01] How is your neck?\n[00:04] It's sore, yeah.\n[00:07] Any tingling?\n[00:09] No, I don't think so."
    assert said(text)[1:3] == [("unknown", None, "It's sore, yeah."), ("unknown", None, "Any tingling?")]


def test_lines_that_nothing_names_are_turns() -> None:
    """Where nobody is named each line is somebody's words; wrapped prose is one turn."""
    said = "how is the back\nmuch better doc\nany numbness\nno none at all"
    document = parse(said, "transcript")
    assert [document.text[slice(*turn.span)] for turn in document.turns] == said.splitlines()
    assert [document.text[slice(*sentence)] for sentence in document.sentences] == said.splitlines()
    wrapped = "\n".join(["so the pain began in march and it has been with me ever since"] * 5)
    assert len(parse(wrapped, "transcript").turns) == 1


def test_a_label_may_tell_more_than_a_name() -> None:
    """What stands behind the comma of a title or role is no new speaker, and no words of a turn."""
    text = (
        "Dr. Vance, pain medicine: Any numbness?\nPatient, Mr. Ott: No.\n"
        "Dr. Vance, pain medicine: Good.\nPatient, Mr. Ott: Thanks.\n"
    )
    assert said(text, "transcript") == [
        ("clinician", "Dr. Vance, pain medicine", "Any numbness?"),
        ("patient", "Patient, Mr. Ott", "No."),
        ("clinician", "Dr. Vance, pain medicine", "Good."),
        ("patient", "Patient, Mr. Ott", "Thanks."),
    ]
