"""Specification of what is a note and what a transcript."""

import pytest

from scribe.documents import parse

TRANSCRIPTS = {
    "roles in brackets": "[doctor] how is it ?\n[patient] sore .\n",
    "roles before a colon": "DR: How is the neck?\nPT: Stiff.\n",
    "single letters": "D: Where does it hurt?\nP: My neck.\nD: Since when?\nP: Monday.\n",
    "roles in Spanish": "Doctora: ¿Cómo sigue?\nPaciente: Me duele.\n",
    "numbered speakers": "Speaker 1: any numbness\nSpeaker 2: no\nSpeaker 1: good\n",
    "names": "Ana: My back hurts.\nDr. Soto: Since when?\nAna: Since May.\nDr. Soto: I see.\n",
    "one long line": "Doctor: How is it? Patient: Sore. Doctor: Where? Patient: My back.",
    "cues": "WEBVTT\n\n00:01.000 --> 00:02.000\nStand up.\n",
    "dashes": "- How is your back?\n- Better.\n- Any numbness?\n- No.\n",
    "no labels": "So how is your neck? It's okay, I can turn it. Alright, let me feel. Yeah, that's sore, you know.",
    "numbers in words": "Speaker one: any numbness\nSpeaker two: no\nSpeaker one: good\n",
    "no marks at all": (
        "so how has your hip been since the last visit yeah it is about the same i'd say the stairs are the worst "
        "and it wakes me at night okay you can stand up and bend forward the right side moves first lie on the table "
        "and the leg is a bit short on the right the muscles over the hip are tight so we will work on the hip today"
    ),
    "many questions": (
        "Where does it hurt? Low back, on the right. When? Since May. Any numbness? No. Any weakness? No, you know me."
    ),
    "spoken punctuation": "gait normal comma no limp period new paragraph plan colon rest period",
    "dictated prose": (
        "This is a follow-up visit for the knee. Strength five out of five. Reflexes two plus. "
        "Impression. One, knee sprain. Plan, ice and rest. Thank you."
    ),
}
NOTES = {
    "SOAP": "S: LBP\nO: L5 TTP\nA: Lumbar strain\nP: Rest. P: 72\n",
    "names of people on top": "Patient: Jane Roe\nProvider: A. Smith, DO\nHPI: Neck pain.\nPlan: Rest.\n",
    "lines about the patient": "Pt: here for LBP.\nExam: L5 tender.\nPT: 2x/wk.\nProvider: signed 10:22\nPt: agrees.\n",
    "relatives": "FAMILY HISTORY\nMother: lupus.\nFather: gout.\nBrother: well.\nSister: well.\n",
    "two visits of data, assessment and plan": "D: LBP.\nA: Strain.\nP: Rest.\nD: Better.\nA: Strain.\nP: Work.\n",
    "bullets": "- Cervical: full ROM\n- Thoracic: T4 tender\n- Lumbar: L5 restricted\n- Sacrum: level\n",
    "a quoted question": 'Pt asks "do I need surgery?" Told no. Reviewed the MRI, the options and the home program.',
    "two words that could be said marks": "Colon cancer and a comma shaped scar",
    "one line in the first person": (
        "Pt: LBP.\nExam: tender.\nExam: stiff.\nExam: level.\nProvider: A. Roe\nPt: says I can't sit.\n"
        "Plan: rest\nPlan: ice\nPlan: heat\nPt: agrees.\nPt: left.\n"
    ),
    "a patient who speaks on top": (
        "Patient: says I am better\nProvider: A. Roe\nHPI: LBP.\nExam: L5 tender.\nDx: Strain.\nPlan: rest\n"
    ),
    "menstrual period and colon": "Last period in May. Colon cancer in 2010. Comma-shaped scar.",
    "nothing": "",
}


@pytest.mark.parametrize("text", TRANSCRIPTS.values(), ids=TRANSCRIPTS.keys())
def test_speech_is_a_transcript(text: str) -> None:
    """Dialogue, however labelled, and dictation are transcripts."""
    assert parse(text).kind == "transcript"


@pytest.mark.parametrize("text", NOTES.values(), ids=NOTES.keys())
def test_writing_is_a_note(text: str) -> None:
    """Notes stay notes, whoever they name."""
    assert parse(text).kind == "note"


@pytest.mark.parametrize("text", [*TRANSCRIPTS.values(), *NOTES.values()])
def test_a_given_kind_is_kept(text: str) -> None:
    """A caller who knows the kind is believed; a note has no turns."""
    note, transcript = parse(text, "note"), parse(text, "transcript")
    assert (note.kind, note.turns, transcript.kind) == ("note", (), "transcript")
