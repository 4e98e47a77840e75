"""Specification of corrections: what is taken back, and what stands in its place."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Boggy on the left, sorry, on the right at T7.", ["tissue_texture thoracic right"]),
        ("The tissue at T7 on the left, I mean on your right, is boggy.", ["tissue_texture thoracic right"]),
        ("The tissue at T7 on the left, I mean the right, is boggy.", ["tissue_texture thoracic right"]),
        ("C5 on the right, sorry, on your left, is ropy.", ["tissue_texture cervical left"]),
        ("Boggy on the left, um, excuse me, the right at T7.", ["tissue_texture thoracic right"]),
        ("Boggy on the left at T7, I'm sorry, I keep doing that, the right.", ["tissue_texture thoracic right"]),
        ("Boggy at T7 on the left. Strike that, right.", ["tissue_texture thoracic right"]),
        ("Boggy at T7 on the left. Let me feel again. No, on the right.", ["tissue_texture thoracic right"]),
        ("The left, no, the right sacrum is boggy.", ["tissue_texture sacral right"]),
        ("The left \u2014 no, the right sacrum is boggy.", ["tissue_texture sacral right"]),
        ("Boggy over the sacrum, or rather the lumbar spine.", ["tissue_texture lumbar"]),
        ("Boggy at T7, make that L2.", ["tissue_texture lumbar"]),
        ("Boggy over the ribs, wait, not the ribs, the thoracic spine.", ["tissue_texture thoracic"]),
        ("Boggy at T7, sorry, L2, not T7.", ["tissue_texture lumbar"]),
        ("Boggy over the ribs sorry the sacrum not the ribs.", ["tissue_texture sacral"]),
        ("Boggy at T7. Actually, not boggy.", ["tissue_texture thoracic absent"]),
        ("No bogginess at T7. Oh wait, some bogginess at T7.", ["tissue_texture thoracic"]),
        ("Boggy at T7, scratch that. The sacrum is boggy.", ["tissue_texture sacral"]),
        ("Boggy at T7 on the right. I mean, the left too.", ["tissue_texture thoracic right"]),
        ("Boggy at T7 on the right. I mean, on the left I can barely press.", ["tissue_texture thoracic right"]),
        ("Boggy at T7 on the right. Sorry, that's right, you told me.", ["tissue_texture thoracic right"]),
        ("Boggy at T7 on the left rather than the right.", ["tissue_texture thoracic left"]),
        (
            "Boggy at T7 on the left, and the correction of her posture on the right helps.",
            ["tissue_texture thoracic left"],
        ),
    ],
)
def test_a_clinician_corrects_a_finding(read: Read, said: str, lines: list[str]) -> None:
    """The last word counts, be it a side, a place or the finding itself; what only goes on corrects nothing."""
    assert read(f"Doctor: Stand up for me.\nDoctor: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Seated slump positive on the right, correction, on the left.", ["tension_sign left"]),
        ("Slump positive on the right, correction, negative.", ["tension_sign right absent"]),
        ("Slump positive right. Correction: left.", ["tension_sign left"]),
        ("Tingling in the left hand (should read right hand).", ["sensory_deficit right"]),
        ("Tingling on the left strike that weakness on the right.", ["motor_deficit right"]),
    ],
)
def test_a_writer_corrects_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A note is corrected as speech is."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ("Patient: My left calf tingles.", "Doctor: Left calf.", "Patient: Sorry, the right."),
            ["sensory_deficit right"],
        ),
        (("Doctor: So your left calf tingles.", "Patient: No, the right."), ["sensory_deficit right"]),
        (
            ("Doctor: So your left calf tingles?", "Patient: No, the right."),
            ["sensory_deficit left absent", "sensory_deficit right"],
        ),
        (("Patient: My left calf tingles.", "Doctor: Sorry, my right hand is cold."), ["sensory_deficit left"]),
    ],
)
def test_a_later_turn_corrects_an_earlier_one(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """Who only names another side corrects the turns before, with their echoes; after a question it is an answer."""
    assert read("\n".join(turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You've got somatic dysfunction of the thoracic, I mean lumbar spine.", ["somatic_dysfunction lumbar"]),
        ("You've got somatic dysfunction at L2, no, L3.", ["somatic_dysfunction lumbar L3"]),
        ("I'd call it a left, no, right sacral torsion.", ["somatic_dysfunction sacral right"]),
        ("You've got thoracic somatic dysfunction. Pardon me, I meant lumbar.", ["somatic_dysfunction lumbar"]),
    ],
)
def test_a_conclusion_is_corrected(read: Read, said: str, lines: list[str]) -> None:
    """Region, segment and side of a lesion are those said last, and the no of a correction denies nothing."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


def test_a_study_outlasts_the_correction_of_its_finding(read: Read) -> None:
    """What shows a finding, and the doubt it is under, hold for what is said instead."""
    text = "MRI shows possible disc bulge at L3-4, correction, foraminal stenosis at L3-4."
    assert read(text, "imaging") == ["mri foraminal_narrowing lumbar possible"]


def test_the_quote_reaches_from_the_mistake_to_its_correction(quotes: Callable[..., list[list[str]]]) -> None:
    """A reader of the quote sees what was corrected."""
    text = "Doctor: Boggy on the left, sorry, on the right at T7."
    assert quotes(text, "tart", "transcript") == [["Boggy on the left, sorry, on the right at T7"]]


@pytest.mark.parametrize(
    "text",
    [
        "DO: T9's stuck. No, forget that, it moves well.",
        "DO: T9 is restricted. Scratch that.",
        "DO: T9 is restricted. I take that back.",
    ],
)
def test_words_that_only_take_back_leave_nothing(read: Read, text: str) -> None:
    """What is taken back before a pause is not found, whatever follows."""
    assert "restriction thoracic" not in read(text, "tart", "transcript")


@pytest.mark.parametrize(
    "text",
    [
        "Slump positive right. (Entered in error.)",
        "Slump positive right [struck out: wrong patient]",
        "Slump positive right. Please disregard.",
    ],
)
def test_an_entry_made_in_error_is_void(read: Read, text: str) -> None:
    """A note that voids an entry leaves nothing of it."""
    assert read(text, "neuro") == []


def test_an_addendum_amends_what_stands_before_it(read: Read) -> None:
    """What should read otherwise may stand sentences before."""
    assert read("Slump positive. Addendum: should read negative.", "neuro") == ["tension_sign absent"]


def test_a_place_exchanged_takes_no_finding_back(read: Read) -> None:
    """What is found at the place that is meant leaves alone what was found before elsewhere."""
    text = "Doctor: T3 is tender there okay T6 on the right no sorry T7 on the right there's a knot"
    assert read(text, "tart", "transcript") == ["tenderness thoracic", "tissue_texture thoracic right"]


@pytest.mark.parametrize(
    "text",
    [
        "L3 somatic dysfunction was charted by mistake.",
        "L3 somatic dysfunction. Disregard the previous line.",
        "L3 somatic dysfunction. Above entry erroneously included.",
        "L3 FRS left \u2014 entered in error.",
        "L3 FRS left \u2014 struck through, wrong patient.",
    ],
)
def test_what_was_written_by_mistake_is_nothing(read: Read, text: str) -> None:
    """A note takes back what it says was a slip, be it words or notation."""
    assert read(f"Assessment: {text}", "lesions") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Left calf weak. I take it back, strength is full.", ["motor_deficit absent"]),
        ("Sensation is down over the left calf. I've got that backwards: it's down on the right calf.",
         ["sensory_deficit right"]),
    ],
)  # fmt: skip
def test_what_is_taken_back_is_read_nowhere(read: Read, text: str, lines: list[str]) -> None:
    """No reader sees what was taken back, and a side said anew replaces that of the sentence before."""
    assert read(f"DR: {text}", "neuro", "transcript") == lines


def test_a_bracket_sets_right(read: Read) -> None:
    """What should be stands for what is, in brackets or behind the word error; a wish corrects nothing."""
    assert read("MRI: canal stenosis - error, should be foraminal stenosis at L4-5.", "imaging") == [
        "mri foraminal_narrowing lumbar"
    ]
    assert read("Exam: Tender right L4. *Correction: left side.", "tart") == ["tenderness lumbar left"]
    assert read("Strength should be better soon. Left leg weak.", "neuro") == ["motor_deficit left"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C5 tender, T4 tender. Scratch T4.", ["tenderness cervical"]),
        ("T4 is tender. Forget about T4, that was my ring. T6 is boggy.", ["tissue_texture thoracic"]),
        ("Don't forget L4 when you stretch. L4 is tender.", ["tenderness lumbar"]),
        ("Left PSIS is a hair low. Or is it? No, they're even.", ["asymmetry pelvic absent"]),
        ("L4 is tight on the right. Let me feel it again. No, that's fine.", []),
    ],
)
def test_a_place_is_dropped_or_tried_again(read: Read, said: str, lines: list[str]) -> None:
    """What was found at a place that is dropped, or that is well on a second try, was not found."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize("said", ["I won't strike that.", "You may scratch it."])
def test_what_takes_nothing_back(read: Callable[..., list[str]], said: str) -> None:
    """A denial and a word to the patient take nothing back."""
    text = f"DR: That's a lumbar dysfunction. {said}\nPT: Okay."
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction lumbar"]


def test_a_slip_in_a_list_takes_back_its_own_item(read: Callable[..., list[str]]) -> None:
    """Items without full stops stand for themselves."""
    text = "Dx:\n1) T4 dysfunction\n2) rib dysfunction - entered in error\n3) L5 dysfunction"
    assert read(text, "lesions") == ["somatic_dysfunction thoracic T4", "somatic_dysfunction lumbar L5"]
