"""Specification of text of other visits: copied or recalled, of an earlier day, or in a column of the visit before."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Prior exam: L5 tender. T4 boggy.", ["tenderness lumbar historical", "tissue_texture thoracic historical"]),
        ("Prior exam: L5 tender.\n3/2/2026 L5 NT.", ["tenderness lumbar historical", "tenderness lumbar absent"]),
        ("Last visit (1/5): L5 tender, boggy.\nL5 non-tender.",
         ["tenderness lumbar historical", "tissue_texture lumbar historical", "tenderness lumbar absent"]),
        ("[Copied from 1/5 note]\nExam: L5 tender.\n\nExam 3/2/2026: T4 tender.",
         ["tenderness lumbar historical", "tenderness thoracic"]),
        ("Since last visit L5 tender.", ["tenderness lumbar"]),
        ("CXR from 4/2, the lines that matter pasted here:\nL5 tender.", ["tenderness lumbar"]),
        ("Labs of Monday pasted below.\nL5 tender.", ["tenderness lumbar"]),
        ("Chest film 2/8, radiologist's text copied.\nL5 tender.", ["tenderness lumbar"]),
        ("EMG summary pasted.\nL5 tender.", ["tenderness lumbar"]),
        ("Exam of 4/2, the lines that matter pasted here:\nL5 tender.", ["tenderness lumbar historical"]),
    ],
)  # fmt: skip
def test_where_it_ends(read: Read, text: str, lines: list[str]) -> None:
    """It ends with its line, its section, a later date or words that speak of today."""
    assert sorted(read(text, "tart")) == sorted(lines)


def test_read_aloud_it_ends_with_its_turn(read: Read) -> None:
    """Who reads out an earlier note in a talk speaks of today in the next turn."""
    text = cleandoc("""
        Doctor: Here is what I wrote last visit. Sacrum boggy on the left. Still sore there?
        Patient: It went away.
        Doctor: I see. T4 is tender.
    """)
    assert read(text, "tart", "transcript") == ["tissue_texture sacral left historical", "tenderness thoracic"]


def test_it_does_not_swallow_the_assessment(read: Read) -> None:
    """The assessment after a copied exam is of today."""
    text = cleandoc("""
        Copied from previous note:
        L5 FRS left.
        Assessment: Somatic dysfunction of the sacrum.
    """)
    assert read(text, "lesions") == ["somatic_dysfunction lumbar L5 left historical", "somatic_dysfunction sacral"]


def test_it_reaches_to_the_mark_of_its_end(read: Read) -> None:
    """Where the note marks the end of what it copied, headings do not end it."""
    text = cleandoc("""
        Copied from previous note:
        Exam: T4 FRS left.
        Assessment: Somatic dysfunction of the sacrum.
        [end of copied text]
        Assessment: Somatic dysfunction of the neck.
    """)
    assert read(text, "lesions") == [
        "somatic_dysfunction thoracic T4 left historical",
        "somatic_dysfunction sacral historical",
        "somatic_dysfunction cervical",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Prior exam: ankle reflex absent on the right.", "reflex_deficit right historical"),
        ("At his last visit Spurling was positive on the left.", "tension_sign left historical"),
        ("Family history: gait antalgic in his brother.", "gait other_person"),
    ],
)
def test_a_value_of_another_day(read: Read, text: str, line: str) -> None:
    """The value of a sign says nothing of today where its statement does not."""
    assert read(text, "neuro") == [line]


def test_what_changed_since_another_visit_is_of_today(read: Read) -> None:
    """A heading that holds today against another visit copies nothing from it."""
    assert read("CHANGE SINCE LAST VISIT: better.\nL4 tender.", "tart") == ["tenderness lumbar"]


FIRST = "Date: 3/1/2026\nA: Somatic dysfunction lumbar."
SECOND = "Date: 3/8/2026\nA: Somatic dysfunction thoracic."


@pytest.mark.parametrize("text", [f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}"], ids=["oldest first", "newest first"])
def test_only_the_latest_visit_is_of_today(read: Read, text: str) -> None:
    """What an earlier visit found is past, wherever it stands."""
    assert sorted(read(text, "lesions")) == [
        "somatic_dysfunction lumbar historical",
        "somatic_dysfunction thoracic",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\nSigned by J. Park\nDate: 3/2/2026",
        "Date: 3/1/2026\nA: Somatic dysfunction lumbar.\nVisit 4",
        "DOS 3/1/26\nA: Somatic dysfunction lumbar.\nNext visit: 3/8/26",
    ],
)
def test_a_single_visit(read: Read, text: str) -> None:
    """The date of a signature or of the next visit heads no note."""
    assert read(text, "lesions") == ["somatic_dysfunction lumbar"]


def test_days_that_open_records(read: Read) -> None:
    """A day alone heads a visit where a record with its own headings stands behind it."""
    text = "8/4 S: stiff. O: T6 fixed. A: T6 dysfunction.\n8/9 S: better. O: L4 fixed. A: L4 dysfunction."
    assert read(text, "lesions") == ["somatic_dysfunction thoracic T6 historical", "somatic_dysfunction lumbar L4"]
    assert read("3/1/25 MRI: bulge\n4/2/25 seen.\nA: L4 dysfunction.", "lesions") == ["somatic_dysfunction lumbar L4"]


def test_days_that_go_up(read: Read) -> None:
    """Entries of a card in order of date are visits, though all but the last have no headings; studies are none."""
    card = "1/4/26 #3 VSC T6, adj. 98940\n1/18/26 #4 T6 cleared\n2/1/26 #5 new complaint\nO L5 tender\nA VSC L5"
    assert read(card, "lesions") == [
        "subluxation_complex thoracic T6 historical",
        "subluxation_complex lumbar L5",
    ]
    study = "1/4/26 MRI: L4-5 bulge\n1/18/26 epidural L4-5\nA: L4 dysfunction."
    assert read(study, "lesions") == ["somatic_dysfunction lumbar L4"]


def test_what_an_earlier_visit_did_not_find(read: Read) -> None:
    """A negative test of an earlier visit was no finding then either."""
    first = "Visit 3/1/25\nO: SLR negative. L4 tender.\nA: L4 dysfunction."
    second = "Visit 3/8/25\nO: L5 tender.\nA: L5 dysfunction."
    assert read(f"{first}\n\n{second}", "neuro") == ["tension_sign absent"]


RECALLED = "Doctor: So last visit you had a left on left sacral torsion. L5 was FRS right."
PAST = ["somatic_dysfunction sacral left historical", "somatic_dysfunction lumbar L5 right historical"]


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ("", PAST),
        (
            "\nPatient: And the neck.\nDoctor: And C3 was ERS left.",
            [*PAST, "somatic_dysfunction cervical C3 left historical"],
        ),
        (" Today T4 is ERS left.", [*PAST, "somatic_dysfunction thoracic T4 left"]),
        ("\nPatient: Yes.\nDoctor: Okay, T4 is stuck. It's ERS left.", [*PAST, "somatic_dysfunction thoracic T4 left"]),
    ],
)
def test_an_earlier_visit(read: Read, more: str, lines: list[str]) -> None:
    """It goes on over what the patient throws in, and ends with words of today."""
    assert sorted(read(RECALLED + more, "lesions", "transcript")) == sorted(lines)


def test_the_visit_of_today(read: Read) -> None:
    """Who tells in the past tense what was just found tells of today."""
    assert read("Doctor: Let me write this up. L5 was FRS right.", "lesions", "transcript") == [
        "somatic_dysfunction lumbar L5 right"
    ]


@pytest.mark.parametrize(
    ("former", "now"), [("Last visit", "Today"), ("Initial exam", "Now"), ("Previous", "Current"), ("Before", "Today")]
)
def test_only_today_counts(read: Read, former: str, now: str) -> None:
    """What stands in the column of another visit is of that visit."""
    table = f"| Area | {former} | {now} |\n|---|---|---|\n| Neck | SD C2 | free |\n| Ribs | free | SD rib 6 |"
    lines = read(table, "lesions")
    assert [line for line in lines if not line.endswith(("historical", "absent"))] == [
        "somatic_dysfunction rib_cage rib 6"
    ]


@pytest.mark.parametrize(
    ("said", "assertion"),
    [
        ("What I wrote on your plan is segmental dysfunction at L4.", ""),
        ("Here's what I wrote down: segmental dysfunction at L4.", ""),
        ("What I wrote on the superbill is segmental dysfunction at L4.", ""),
        ("What I wrote last time was segmental dysfunction at L4.", " historical"),
        ("Here's what I wrote in January: segmental dysfunction at L4.", " historical"),
    ],
)
def test_what_was_just_written(read: Callable[..., list[str]], said: str, assertion: str) -> None:
    """What a clinician wrote on a sheet of today is no earlier note."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == [f"somatic_dysfunction lumbar L4{assertion}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam: fine.\nMRI report copied from the portal:\n> L4-5: disc bulge.\n> L5-S1: normal.",
         ["mri disc_herniation lumbar", "mri unremarkable lumbar"]),
        ("Copied from last visit:\nMRI 3/2: L4-5 disc bulge.", ["mri disc_herniation lumbar historical"]),
    ],
)  # fmt: skip
def test_a_copied_report_is_no_visit(read: Read, text: str, lines: list[str]) -> None:
    """The report of a study that was put into a note tells of today, unless a visit was copied with it."""
    assert read(text, "imaging") == lines


@pytest.mark.parametrize(
    ("heading", "assertion"),
    [
        ("MRI C-SPINE 3/2/2026 (pasted)", ""),
        ("CT of the cervical spine w/o contrast, 3/2/2026, pasted in:", ""),
        ("MRI cervical, pasted from last visit:", " historical"),
    ],
)
def test_the_report_of_a_study_that_was_put_in(read: Read, heading: str, assertion: str) -> None:
    """A report that was put into a note tells of today, unless it was in that of another visit."""
    found = read(f"Neck pain.\n\n{heading}\nC5-6: Broad bulge.\n\nA: neck pain\n", "imaging")
    assert found == [f"{heading.split(maxsplit=1)[0].lower()} disc_herniation cervical{assertion}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment from 5/2: dysfunction at T3. Today: moves well.", ["somatic_dysfunction thoracic T3 historical"]),
        ("Exam from 5/2/26:\n- T3 FRS L\nToday: all level.", ["somatic_dysfunction thoracic T3 left historical"]),
        (
            "Exam from 5/2/26:\n- T3 FRS L\nToday: L2 FRS R.",
            [
                "somatic_dysfunction thoracic T3 left historical",
                "somatic_dysfunction lumbar L2 right",
            ],
        ),
        ("Pain from 5/2 on. Assessment: dysfunction at T3.", ["somatic_dysfunction thoracic T3"]),
    ],
)
def test_headings_from_a_day(read: Read, text: str, lines: list[str]) -> None:
    """What stands below a heading from a day is of that day, up to words of today."""
    assert read(text, "lesions") == lines


def test_copies_of_notes(read: Read) -> None:
    """What is a copy of somebody's note is of another day."""
    assert read('Copy of the note from Dr. Ode: "T3 FRS R". Not seen today.', "lesions") == [
        "somatic_dysfunction thoracic T3 right historical"
    ]


def test_who_says_where_something_stands_reads_none_of_it(read: Read) -> None:
    """What follows is of today."""
    told = "DC: You had an L3 subluxation in April, you will find it in the old notes. Rib five on the left is sore."
    assert read(told, "tart", "transcript") == ["tenderness rib_cage left"]
