"""Specification of speaker labels: the shapes in which transcripts say who speaks."""

import pytest

from scribe.documents import parse

TALK = (
    ("clinician", "So what brings you in today?"),
    ("patient", "My low back, for two weeks now."),
    ("clinician", "Any numbness or tingling in the legs?"),
    ("patient", "No, nothing like that."),
    ("clinician", "Okay, lie down for me. L5 is tender here, does that hurt?"),
    ("patient", "Ouch, yeah."),
)


def spoken(form: str, clinician: str, patient: str) -> str:
    """Write the talk down with labels of a form."""
    names = {"clinician": clinician, "patient": patient}
    lines = (form.format(name=names[who], said=said, at=f"{at:02d}") for at, (who, said) in enumerate(TALK))
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("form", "clinician", "patient"),
    [
        ("[{name}] {said}", "SURG", "PT"),
        ("[{name}]: {said}", "ATT", "PATIENT"),
        ("[{name}] {said}", "S1", "S2"),
        ("({name}) {said}", "Speaker 1", "Speaker 2"),
        ("<{name}> {said}", "Doctor", "Patient"),
        ("{{{name}}} {said}", "Doctor", "Patient"),
        ("{name}: {said}", "PM&R", "PT"),
        ("{name}: {said}", "ORTHO", "PT"),
        ("{name}: {said}", "Susan Hart, DO", "Mr. Keller"),
        ("{name}: {said}", "Hart (DO)", "Keller (pt)"),
        ("{name}: {said}", "Speaker 1 (doctor)", "Speaker 2 (patient)"),
        ("{name}: {said}", "Speaker 1 - Doctor", "Speaker 2 - Patient"),
        ("{name}: {said}", "Unknown Speaker 1", "Unknown Speaker 2"),
        ("{name}: {said}", "ch_0", "ch_1"),
        ("{name}: {said}", "MS3", "Pt"),
        ("{name}: {said}", "Student Dr", "Patient"),
        ("{name} (video): {said}", "DR", "PT"),
        ("{name} (0.93): {said}", "Speaker 1", "Speaker 2"),
        ("{name} [00:{at}] {said}", "Doctor", "Patient"),
        ("{name}, 00:{at}: {said}", "Doctor", "Patient"),
        ("00:{at} - 00:{at} {name}: {said}", "Dr", "Pt"),
        ("[00:{at}.000 --> 00:{at}.500] {name}: {said}", "Dr", "Pt"),
        ("0:{at}\n{name}\n{said}\n", "Dr. Lund", "Maria Soto"),
        ("{name}\t{said}", "Doctor", "Patient"),
        ("{name}-- {said}", "Dr", "Pt"),
        ("{name} {said}", "DR", "PT"),
        (">> {said}", "", ""),
    ],
)
def test_labels_of_every_shape(form: str, clinician: str, patient: str) -> None:
    """Whatever the marks around a name, its words are those of who it names, and no time or label is among them."""
    text = spoken(form, clinician, patient)
    assert [(turn.speaker, text[slice(*turn.span)]) for turn in parse(text).turns] == [*TALK]


@pytest.mark.parametrize("label", ["Boyfriend", "INTERP", "Aunt", "CMA", "Coach", "Mother (Linda)", "FAM"])
def test_others_in_the_room(label: str) -> None:
    """Relatives, helpers and interpreters are neither clinician nor patient."""
    text = f"{spoken('{name}: {said}', 'DR', 'PT')}\n{label}: He has been limping since Sunday."
    assert parse(text).turns[-1].speaker == "other"


def test_one_of_a_series_may_speak_once() -> None:
    """A third number beside two that return is a label too."""
    text = f"{spoken('{name}: {said}', 'S1', 'S2')}\nS3: He limps."
    assert parse(text).turns[-1].label == "S3"


def test_notes_with_brackets_stay_notes() -> None:
    """Boxes, sides and events in brackets are no speakers."""
    for text in (
        "[X] Tender L4\n[X] Spasm L5\n[ ] Numbness\n[X] Restricted L5\n",
        "(R) SI joint tender\n(L) SI joint not tender\n(R) PSIS low\n(L) PSIS level\n",
    ):
        assert parse(text).kind == "note"


@pytest.mark.parametrize("remark", ["dictating", "doctor", "to the student", "laughs"])
def test_a_remark_in_brackets_is_no_label(remark: str) -> None:
    """Where names stand before the words, a role in brackets only says how something is said."""
    text = f"{spoken('{name}: {said}', 'Dr', 'Pt')}\nDr: [{remark}] Restriction at L5."
    assert [turn.speaker for turn in parse(text).turns] == [*(who for who, _ in TALK), "clinician"]


def test_a_sentence_that_cues_break() -> None:
    """A cue that goes on with a sentence of the same voice belongs to its turn."""
    text = (
        "1\n00:00:01,000 --> 00:00:03,000\nDoc: The ankle reflex is one plus on the\n\n"
        "2\n00:00:03,100 --> 00:00:05,000\nDoc: right and two plus on the left. Tender over\n\n"
        "3\n00:00:05,100 --> 00:00:07,000\nL4.\n\n"
        "4\n00:00:07,100 --> 00:00:08,000\nPt: Yes.\n"
    )
    document = parse(text)
    assert [turn.speaker for turn in document.turns] == ["clinician", "patient"]
    assert [text[slice(*span)].rsplit(maxsplit=1)[-1] for span in document.sentences] == ["left.", "L4.", "Yes."]
    assert text[slice(*document.sentences[0])].startswith("The ankle reflex")


def test_the_patient_among_several_unnamed_voices() -> None:
    """Who speaks of himself is the patient, beside somebody who speaks of him."""
    text = (
        "Speaker 1: Do you have any numbness? Let me press here.\nSpeaker 2: I get to the end of my drive, I stop.\n"
        "Speaker 3: He doesn't even.\nSpeaker 1: Does your leg hurt?\nSpeaker 2: I can't walk, my calf aches.\n"
        "Speaker 3: He fell twice.\n"
    )
    assert [turn.speaker for turn in parse(text).turns] == ["clinician", "patient", "unknown"] * 2


def test_an_interpreter_alone_speaks_for_the_patient() -> None:
    """Where nobody else answers, the interpreter's words are the patient's."""
    text = "Doctor: Does it go down the leg?\nInterpreter: Yes, to the knee.\nDoctor: Any tingling?\nInterpreter: No.\n"
    assert [turn.speaker for turn in parse(text).turns] == ["clinician", "patient"] * 2


@pytest.mark.parametrize(
    ("form", "voices"),
    [
        ("dr. ruiz: any pain?\nmr. ott: no.\ndr. ruiz: lie down.\nmr. ott: okay.\n", ["dr. ruiz", "mr. ott"]),
        ("[00:01 dr. ruiz] any pain?\n[00:03 ada] no.\n[00:05 dr. ruiz] lie down.\n[00:07 ada] okay.\n", None),
        ("osteopath - any pain?\nrunner - no.\nosteopath - lie down.\nrunner - okay.\n", ["osteopath", "runner"]),
        ("doc any pain\npt no\ndoc lie down\npt okay\n", ["doc", "pt"]),
        ("physio. any pain?\npatient. no.\nphysio. lie down.\npatient. okay.\n", ["physio.", "patient."]),
    ],
)
def test_names_in_small_letters(form: str, voices: list[str] | None) -> None:
    """Who writes no capitals writes names without them, and they are given as they are written."""
    document = parse(form)
    assert document.kind == "transcript"
    assert [turn.speaker for turn in document.turns] == ["clinician", "patient"] * 2
    assert [turn.label for turn in document.turns] == (voices or ["dr. ruiz", "ada"]) * 2


def test_parts_of_a_note_in_small_letters_are_no_names() -> None:
    """Neither regions nor the parts of a note speak."""
    text = "neck: tender c4\nlow back: tight\nslr: neg\nneck again: full motion\n\ndx: neck pain\nplan: heat"
    assert parse(text).kind == "note"
