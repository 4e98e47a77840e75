"""Specification of assertion: how a statement says what it mentions."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

Read = Callable[..., list[str]]

DYSFUNCTION = "somatic_dysfunction lumbar"


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Lumbar somatic dysfunction", ""),
        ("Chronic lumbar somatic dysfunction", ""),
        ("No lumbar somatic dysfunction", "absent"),
        ("Without lumbar somatic dysfunction", "absent"),
        ("Lumbar somatic dysfunction was ruled out", "absent"),
        ("Lumbar somatic dysfunction is absent", "absent"),
        ("Possible lumbar somatic dysfunction", "possible"),
        ("Likely lumbar somatic dysfunction", "possible"),
        ("Rule out lumbar somatic dysfunction", "possible"),
        ("R/o lumbar somatic dysfunction", "possible"),
        ("Concern for lumbar somatic dysfunction", "possible"),
        ("Findings consistent with lumbar somatic dysfunction", "possible"),
        ("Lumbar somatic dysfunction versus strain", "possible"),
        ("Strain vs lumbar somatic dysfunction", "possible"),
        ("Lumbar somatic dysfunction is likely", "possible"),
        ("Lumbar somatic dysfunction cannot be ruled out", "possible"),
        ("Cannot rule out lumbar somatic dysfunction", "possible"),
        ("History of lumbar somatic dysfunction", "historical"),
        ("Prior lumbar somatic dysfunction", "historical"),
        ("Lumbar somatic dysfunction, resolved", "historical"),
        ("Lumbar somatic dysfunction has resolved", "historical"),
        ("Lumbar somatic dysfunction previously", "historical"),
        ("Lumbar somatic dysfunction has resolved so that comes off the list", "historical"),
        ("Lumbar somatic dysfunction is gone now I'll take it off the list", "historical"),
        ("Lumbar somatic dysfunction comes off the list", "absent"),
        ("If lumbar somatic dysfunction recurs, call", "hypothetical"),
        ("Mother had lumbar somatic dysfunction", "other_person"),
        ("Lumbar somatic dysfunction has not resolved", ""),
        ("Unresolved lumbar somatic dysfunction", ""),
        ("No doubt lumbar somatic dysfunction", ""),
        ("Not only strain, lumbar somatic dysfunction too", ""),
        ("No, lumbar somatic dysfunction", ""),
        ("No the lumbar somatic dysfunction", ""),
        ("No left lumbar somatic dysfunction", "left absent"),
        ("6-week history of lumbar somatic dysfunction", ""),
        ("Two weeks ago history of lumbar somatic dysfunction", "historical"),
        ("For the past 6 weeks lumbar somatic dysfunction", ""),
        ("In the past lumbar somatic dysfunction", "historical"),
        ("Maybe two weeks of lumbar somatic dysfunction", ""),
        ("Maybe lumbar somatic dysfunction", "possible"),
        ("Possible fracture, it was lumbar somatic dysfunction", ""),
        ("Possible strain, lumbar somatic dysfunction", "possible"),
        ("Lumbar somatic dysfunction, likely", "possible"),
        ("Lumbar somatic dysfunction likely from lifting", ""),
        ("Lumbar somatic dysfunction stopped", "historical"),
        ("Lumbar somatic dysfunction stopped him from working", ""),
        ("Does not move well and there is lumbar somatic dysfunction", ""),
    ],
)
def test_cues(read: Read, text: str, assertion: str) -> None:
    """Cues before or after a mention negate, hedge, date or hand it to another person; a double negative does not."""
    assert read(f"Assessment: {text}.", "lesions") == [f"{DYSFUNCTION} {assertion}".strip()]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Denies numbness, tingling, or weakness.", ["sensory_deficit absent", "motor_deficit absent"]),
        (
            "Denies numbness, weakness, bowel or bladder changes.",
            ["sensory_deficit absent", "motor_deficit absent", "bowel_bladder absent"],
        ),
        ("No numbness or tingling.", ["sensory_deficit absent"]),
        ("No numbness or weakness of the left leg.", ["sensory_deficit left absent", "motor_deficit left absent"]),
        (
            "Negative for saddle anesthesia, bowel incontinence.",
            ["saddle_anesthesia absent", "bowel_bladder absent"],
        ),
        ("No numbness, but has tingling in the left foot.", ["sensory_deficit absent", "sensory_deficit left"]),
        ("No numbness; tingling in the left foot.", ["sensory_deficit absent", "sensory_deficit left"]),
        ("No numbness, weakness is worse.", ["sensory_deficit absent", "motor_deficit"]),
        ("Numbness of the right foot, no weakness.", ["sensory_deficit right", "motor_deficit absent"]),
        ("Numbness without weakness.", ["sensory_deficit", "motor_deficit absent"]),
        ("Weakness: none.", ["motor_deficit absent"]),
        ("Numbness denied.", ["sensory_deficit absent"]),
        ("Weakness neg.", ["motor_deficit absent"]),
        (
            "Denies numbness; weakness; bladder changes.",
            ["sensory_deficit absent", "motor_deficit absent", "bowel_bladder absent"],
        ),
        ("Not only numbness but weakness of the right leg.", ["sensory_deficit right", "motor_deficit right"]),
    ],
)
def test_the_scope_of_a_negation(read: Read, text: str, lines: list[str]) -> None:
    """A negation reaches through its list to a verb, a `but` or a semicolon; a denial reaches over semicolons too."""
    assert read(f"Subjective: {text}", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tingling in the left hand has resolved.", ["sensory_deficit left historical"]),
        ("History of foot drop on the left.", ["motor_deficit left historical"]),
        ("Possible weakness of the left leg.", ["motor_deficit left possible"]),
        (
            "If you develop saddle numbness or bladder incontinence, go to the ED.",
            ["saddle_anesthesia hypothetical", "bowel_bladder hypothetical"],
        ),
        ("Watch for foot drop.", ["motor_deficit hypothetical"]),
        ("Risks of numbness explained.", ["sensory_deficit hypothetical"]),
        ("Her mother has foot drop.", ["motor_deficit other_person"]),
        ("His brother denies weakness.", ["motor_deficit other_person"]),
    ],
)
def test_time_chance_and_person(read: Read, text: str, lines: list[str]) -> None:
    """What was, what may come and what others have is not present; of several the weightiest counts."""
    assert read(f"Subjective: {text}", "neuro") == lines


@pytest.mark.parametrize(
    ("heading", "assertion"),
    [
        ("Assessment", ""),
        ("Past medical history", "historical"),
        ("Family history", "other_person"),
        ("Return precautions", "hypothetical"),
    ],
)
def test_sections_assert(read: Read, heading: str, assertion: str) -> None:
    """A section of the past, of the family or of precautions gives its assertion to what carries no cue."""
    assert read(f"{heading}: lumbar somatic dysfunction.", "lesions") == [f"{DYSFUNCTION} {assertion}".strip()]


def test_what_is_concluded_from_a_denial(read: Read) -> None:
    """A denial ends where a consequence begins."""
    text = "Assessment: The left SI joint isn't moving, so sacral somatic dysfunction."
    assert read(text, "lesions") == ["somatic_dysfunction sacral left"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Low back pain in pregnancy.", "low_back_pain"),
        ("Low back pain in her first pregnancy.", "low_back_pain historical"),
        ("Low back pain in childhood.", "low_back_pain historical"),
    ],
)
def test_times_of_life(read: Read, text: str, line: str) -> None:
    """A time of life is past, but a pregnancy only where it is another one."""
    assert read(f"Assessment: {text}", "diagnoses") == [line]


def test_who_complains_instead(read: Read) -> None:
    """An instead stands between a complaint and what it is of, or before what is not there."""
    assert read("No back pain; complains instead of numbness in the hand.", "neuro")[-1:] == ["sensory_deficit"]


def test_words_read_out_of_an_earlier_record(read: Read) -> None:
    """What stands in quotes behind an earlier visit is of that visit, whatever verb comes between."""
    text = 'Doctor: Last visit was the back, and I wrote "L3 FRSL, somatic dysfunction." Today T8 is ERS right.'
    assert read(text, "lesions", "transcript") == [
        "somatic_dysfunction lumbar L3 left historical",
        "somatic_dysfunction thoracic T8 right",
    ]


def test_text_carried_forward(read: Read) -> None:
    """Text of an earlier note is historical from the line that says so to the line that speaks of today."""
    text = cleandoc("""
        Copied forward from prior note:
        Assessment: Lumbar somatic dysfunction.
        L5 FRSR.

        Today's exam:
        T4 FRSL.
        Assessment: Cervical somatic dysfunction.
    """)
    assert read(text, "lesions") == [
        "somatic_dysfunction lumbar L5 right historical",
        "somatic_dysfunction thoracic T4 left",
        "somatic_dysfunction cervical",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Was told she has a sacral subluxation.", []),
        ("Her chiropractor said she has a sacral subluxation.", []),
        ("According to the chiropractor the sacrum is subluxated.", []),
    ],
)
def test_what_somebody_was_told(read: Read, text: str, lines: list[str]) -> None:
    """A lesion that only repeats what another said is none."""
    assert read(f"Assessment: {text}", "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Last week we treated a lumbar somatic dysfunction.", ["somatic_dysfunction lumbar historical"]),
        ("You had a lumbar somatic dysfunction.", ["somatic_dysfunction lumbar historical"]),
        ("You have a lumbar somatic dysfunction.", ["somatic_dysfunction lumbar"]),
        ("In June there was a lumbar dysfunction, that one's gone.", ["somatic_dysfunction lumbar historical"]),
        ("Most likely it's a lumbar somatic dysfunction.", ["somatic_dysfunction lumbar possible"]),
        ("The hip isn't the trouble, I'm calling it a lumbar dysfunction.", ["somatic_dysfunction lumbar"]),
    ],
)
def test_the_spoken_past(read: Read, text: str, lines: list[str]) -> None:
    """In speech `you had` tells of the past."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "lesions", "transcript") == lines


def test_in_writing_had_is_no_past(read: Read) -> None:
    """A note that says what the patient had at this visit does not speak of the past."""
    assert read("Assessment: She had lumbar somatic dysfunction on exam.", "lesions") == [DYSFUNCTION]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("No lumbar somatic dysfunction", "No lumbar somatic dysfunction"),
        ("Lumbar somatic dysfunction, resolved", "Lumbar somatic dysfunction, resolved"),
        ("Possible lumbar somatic dysfunction", "Possible lumbar somatic dysfunction"),
        ("Chronic lumbar somatic dysfunction", "lumbar somatic dysfunction"),
    ],
)
def test_the_cue_belongs_to_the_quote(quotes: Callable[..., list[list[str]]], text: str, quote: str) -> None:
    """The words that change how a finding is asserted stand in its quote."""
    assert quotes(f"Assessment: {text}", "lesions") == [[quote]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: Any new tingling, phone the clinic.", ["sensory_deficit hypothetical"]),
        ("Doctor: Many people get tingling after this.", ["sensory_deficit hypothetical"]),
        ("Doctor: What I don't want to see is weakness.", ["motor_deficit hypothetical"]),
        ("Doctor: It isn't true that there is no weakness.", ["motor_deficit"]),
        ("Patient: It's not like I don't feel the tingling.", ["sensory_deficit"]),
    ],
)
def test_what_may_happen_and_what_is_not_denied(read: Read, text: str, lines: list[str]) -> None:
    """Instructions and warnings tell of what may come; a denied denial leaves what it denies."""
    assert read(text, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No spasm, SLR neg, L5 tender on R", ["tissue_texture absent", "tenderness lumbar right"]),
        ("no scoliosis, tender L4", ["tenderness lumbar"]),
        ("No tenderness, edema or spasm at L4", ["tenderness lumbar absent", "tissue_texture lumbar absent"]),
        ("No tender, tight or ropy segments at T4", ["tenderness absent", "tissue_texture thoracic absent"]),
        ("neg spasm, edema", ["tissue_texture absent"]),
    ],
)
def test_where_a_list_of_what_is_not_there_ends(read: Read, text: str, lines: list[str]) -> None:
    """A part that says how a place is has ended the list, unless an or goes on with it; a test's result opens none."""
    assert list(dict.fromkeys(read(f"Exam: {text}.", "tart"))) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Spring L5 for me. No, nothing, doesn't spring.", ["restriction lumbar"]),
        ("It's resolved and the SI is stuck on the left.", ["restriction sacral left"]),
        ("the tightness in your neck on the right side that's gone",
         ["tissue_texture cervical right historical"]),
    ],
)  # fmt: skip
def test_clauses_that_assert_for_themselves(read: Read, said: str, lines: list[str]) -> None:
    """A denial of its own and what became of something else stay apart; a pointer takes up what was named."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "tart", "transcript") == lines


def test_against_the_other_side(read: Read) -> None:
    """A finding that is compared with the other side is not in doubt."""
    assert read("EXAM\nLeft SIJ hypomobile vs right.", "tart") == ["restriction sacral left"]


@pytest.mark.parametrize(
    "said",
    [
        "We see a lot of somatic dysfunction in the neck with painters. Yours is a strain.",
        "I want to see you twice before I call it a sacral dysfunction.",
        "The form wants me to tick somatic dysfunction of the lumbar region.",
        "There's a chance it's a pelvic dysfunction, but I'd bet on the hip.",
        "That's the textbook picture of a sacral torsion. On you it's the disc.",
        "We'd have to prove an L3 dysfunction first.",
        "I'm treating you like it's an SI dysfunction, but I don't know what it is.",
        "The template put lumbar somatic dysfunction in by itself.",
        "It's anybody's guess whether it's a sacral dysfunction or the disc.",
        "I can't in good conscience write down a cervical dysfunction.",
        "Some of my colleagues would say that's a pelvic dysfunction.",
        "On paper it's an L5 subluxation.",
        "Suppose it's an SI dysfunction. Then the belt should help.",
        "It's a rib dysfunction till proven otherwise.",
        "I wish it were a rib dysfunction.",
        "That would make it a sacral dysfunction, if the test were positive.",
        "They've coded you a lumbar dysfunction, which is wrong.",
        "I'm tempted to call it a sacral dysfunction.",
        "Everything points away from an SI dysfunction.",
        "Far from a pelvic dysfunction, this is a groin pull.",
    ],
)
def test_what_speech_names_and_does_not_assert(read: Read, said: str) -> None:
    """What is supposed, refused, put in by others, or said of people in general, is not present."""
    found = read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript")
    assert all(line.endswith(("absent", "possible", "hypothetical", "historical")) for line in found)


@pytest.mark.parametrize(
    "text",
    [
        "Cannot call this a lumbar dysfunction without motion testing.",
        "Insufficient TART to support cervical somatic dysfunction.",
        "Lumbar somatic dysfunction cannot be diagnosed without palpation.",
        "She requests treatment for pelvic dysfunction diagnosed elsewhere.",
        "Palpation argues against a sacral somatic dysfunction.",
    ],
)
def test_what_a_note_names_and_does_not_assert(read: Read, text: str) -> None:
    """What is supposed, refused, put in by others, or said of people in general, is not present."""
    assert all(line.endswith(("absent", "possible", "hypothetical", "historical")) for line in read(text, "lesions"))
