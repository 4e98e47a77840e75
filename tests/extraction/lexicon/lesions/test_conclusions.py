"""Specification of words that state a lesion of a joint, and of questions and aims."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: recheck the ribs for segmental dysfunction.", [f"{SD} rib_cage hypothetical"]),
        ("Next time examine the neck for somatic dysfunction, treat if found.", [f"{SD} cervical hypothetical"]),
        ("We will screen L5 for subluxation complex.", [f"{VSC} lumbar L5 hypothetical"]),
        ("Rib dysfunction could not be assessed for pain.", [f"{SD} rib_cage hypothetical"]),
        ("To be assessed on Monday: SD of the sacrum.", [f"{SD} sacral hypothetical"]),
        ("Somatic dysfunction of the neck, ribs to be examined later.", [f"{SD} cervical"]),
        ("There was dysfunction of L2 at intake.", [f"{SD} lumbar L2 historical"]),
        ("Treated L5 for segmental dysfunction.", [f"{SD} lumbar L5"]),
        ("Palpation of the neck; C4 segmental dysfunction.", [f"{SD} cervical C4"]),
    ],
)
def test_the_aim_of_an_examination(read: Read, text: str, lines: list[str]) -> None:
    """What is looked for has not been found; what is treated has."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So that's a segmental dysfunction at T6, right?", ["somatic_dysfunction thoracic T6"]),
        ("Is a joint dysfunction of the right SI, yes?", ["somatic_dysfunction sacral right"]),
        ("You have a subluxation at C3, you see?", ["subluxation_complex cervical C3"]),
        ("Is it a subluxation at C3, yes?", []),
        ("What is a somatic dysfunction of the neck, right?", []),
        ("Did he call it a subluxation at C3?", []),
        ("So you were told you have a subluxation at C3, yes?", []),
    ],
)
def test_what_a_clinician_tells_with_a_tag(read: Read, said: str, lines: list[str]) -> None:
    """Who only asks to be followed states; who turns the order of the words asks."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines


def test_who_teaches_is_waited_for(read: Read) -> None:
    """A trainee who asks the one who teaches has not stated anything."""
    turns = "Resident: That's a somatic dysfunction at T6, right?\nAttending: No, T6 moves fine."
    assert read(turns, "lesions", "transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: L5 restriction", [f"{SD} lumbar L5"]),
        ("Assessment: Restrictions at C2, C5 and T6", [f"{SD} cervical C2 C5", f"{SD} thoracic T6"]),
        ("Exam: Lumbar restriction", []),
        ("Exam: T4 fixation", []),
        ("Exam: PI ilium on the right", []),
        ("Plan: PI ilium on the right", [f"{SD} pelvic right"]),
        ("Exam: Lumbar somatic dysfunction", [f"{SD} lumbar"]),
        ("Exam: L5 FRSR", [f"{SD} lumbar L5 right"]),
        ("Lumbar somatic dysfunction", [f"{SD} lumbar"]),
        ("Codes: lumbar somatic dysfunction", []),
        ("Imaging: lumbar subluxation", []),
        ("X-ray: C5 subluxation", []),
    ],
)
def test_where_words_conclude(read: Read, text: str, lines: list[str]) -> None:
    """A restriction is a lesion in an assessment only, a listing not in an exam; films and codes conclude nothing."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Aortic stenosis",
        "Patellar subluxation",
        "Shoulder subluxation",
        "Lens subluxation",
        "Bladder dysfunction",
        "Pelvic floor dysfunction",
        "Thyroid dysfunction with lumbar strain",
        "TMJ dysfunction",
        "Lifting restriction of 20 lb",
        "Return to work with no restrictions",
        "Internal fixation of the hip",
        "Lumbar spine tender, boggy and asymmetric with restricted motion",
        "sd of the lumbar measures",
        "Knee subluxation",
        "Traumatic subluxation of C5",
        "C5 subluxation from the crash",
    ],
)
def test_what_is_no_lesion(read: Read, text: str) -> None:
    """Other organs, an injury, a limb out of joint, TART alone and small letters are no lesion."""
    assert read(f"Assessment: {text}", "lesions") == []


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: You have lumbar somatic dysfunction.", "Patient: Okay."], [f"{SD} lumbar"]),
        (["Doctor: Hello.", "Patient: I think I have lumbar somatic dysfunction."], []),
        (["Doctor: Do you have lumbar somatic dysfunction?", "Patient: Yes."], []),
        (["Doctor: So?", "Patient: My chiropractor told me I have a neck subluxation."], []),
        (["Doctor: So?", "Patient: My mom had a lumbar subluxation."], [f"{VSC} lumbar other_person"]),
        (["Doctor: L5 is rotated right and side bent right.", "Patient: Oh."], [f"{SD} lumbar L5 right"]),
        (["Doctor: What I found is a left on left torsion.", "Patient: Oh."], [f"{SD} sacral left"]),
        (["Doctor: Your sacrum moves poorly. It's a joint dysfunction.", "Patient: Oh."], [f"{SD} sacral"]),
    ],
)
def test_who_concludes(read: Read, turns: list[str], lines: list[str]) -> None:
    """Only the clinician concludes a lesion, and no question does; a patient may tell of another's."""
    assert read("\n".join(turns), "lesions", "transcript") == lines


def test_who_speaks_unlabelled(read: Read) -> None:
    """Where nobody is told apart, what is said counts as the clinician's."""
    text = "okay so what i found today is you have lumbar somatic dysfunction and i am going to treat that um okay"
    assert read(text, "lesions", "transcript") == [f"{SD} lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subjective: Sacral somatic dysfunction treated elsewhere.", []),
        ("Subjective: Sore.\nDiagnoses addressed\nSacral somatic dysfunction.", [f"{SD} sacral"]),
        ("S/ sore\nA/ Sacral somatic dysfunction\nP/ ice", [f"{SD} sacral"]),
        ("Told by her chiropractor that she has a sacral subluxation.", []),
    ],
)
def test_whose_conclusion(read: Read, text: str, lines: list[str]) -> None:
    """What a note's history tells is no conclusion; one under a heading of its own is, and what others said is not."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("Attending: Yes.", ["somatic_dysfunction lumbar L4"]),
        ("Attending: No.", []),
        ("Patient: Yes.", []),
    ],
)
def test_a_question_that_another_clinician_confirms(read: Read, answer: str, lines: list[str]) -> None:
    """What one clinician asks and another says yes to is stated."""
    talk = f"Resident: Let me press here. Somatic dysfunction at L4?\n{answer}\nPatient: My back hurts."
    assert read(talk, "lesions", "transcript") == lines


def test_an_impression_is_a_conclusion(read: Callable[..., list[str]]) -> None:
    """Who writes an impression concludes, in a sentence as under a heading."""
    text = "My impression is of left sacroiliac joint dysfunction."
    assert read(text, "lesions") == ["somatic_dysfunction sacral left"]


@pytest.mark.parametrize(
    "text",
    [
        "Impression: Atlantoaxial subluxation, rheumatoid, 6 mm.",
        "Impression: Congenital atlantoaxial subluxation.",
        "Impression: Traumatic subluxation of C5.",
    ],
)
def test_a_subluxation_of_disease_or_injury(read: Read, text: str) -> None:
    """What a disease or an injury has put out of place is no lesion of joint mechanics."""
    assert read(text, "lesions") == []


@pytest.mark.parametrize("since", ["as before the crash", "which predates the accident", "unlike the new injury"])
def test_a_subluxation_older_than_an_injury(read: Read, since: str) -> None:
    """What was there before the injury is none of its doing."""
    assert read(f"Assessment: Vertebral subluxation complex T5, {since}.", "lesions") == [
        "subluxation_complex thoracic T5"
    ]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("What I thought was cervical dysfunction turned out to be shingles.", [f"{SD} cervical absent"]),
        ("I can't prove a thoracic dysfunction today.", [f"{SD} thoracic absent"]),
        ("Physical therapy called it a pelvic upslip. My landmarks are level.", []),
        ("They called it a strain. I call it a thoracic somatic dysfunction.", [f"{SD} thoracic"]),
        ("I can't call this anything but a lumbar somatic dysfunction.", [f"{SD} lumbar"]),
    ],
)
def test_whose_opinion_it_is(read: Read, said: str, lines: list[str]) -> None:
    """What others called it, or one only thought at first, is no conclusion."""
    assert read(f"DR: {said}\nPT: Okay.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("For the chart: neck arthritis, that's the x-ray, and segmental dysfunction at C3 and of the left SI joint.",
         ["somatic_dysfunction cervical C3", "somatic_dysfunction sacral left"]),
        ("The thermography shows heat low down. So I have one subluxation, at L4.", ["subluxation_complex lumbar L4"]),
        ("assessment fixation c3 and fixation t9",
         ["somatic_dysfunction cervical C3", "somatic_dysfunction thoracic T9"]),
        ("The film shows a subluxation at L4.", []),
    ],
)  # fmt: skip
def test_lesions_named_beside_a_study(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A study shows no dysfunction: who names one in speech has found it."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A vertebral subluxation at T8 and a segmental dysfunction at L2.", [f"{SD} lumbar L2", f"{VSC} thoracic T8"]),
        ("A segmental dysfunction at L2 and a subluxation at T8.", [f"{SD} lumbar L2", f"{VSC} thoracic T8"]),
        ("Subluxation of C5 and somatic dysfunction of the sacrum.", [f"{SD} sacral", f"{VSC} cervical C5"]),
        ("C5 subluxation with L4 joint dysfunction.", [f"{SD} lumbar L4", f"{VSC} cervical C5"]),
        ("Cervical subluxation with segmental dysfunction at C5.", [f"{SD} cervical C5"]),
        ("C5 subluxation/segmental dysfunction and T4.", [f"{SD} cervical C5", f"{SD} thoracic T4"]),
        ("L5 subluxation is a segmental dysfunction of the lumbar spine.", [f"{SD} lumbar"]),
    ],
)
def test_a_subluxation_beside_a_dysfunction(read: Read, text: str, lines: list[str]) -> None:
    """Each with its place is a lesion; two names of one place are one dysfunction."""
    assert sorted(read(f"Assessment: {text}", "lesions")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "So it's the spondylosis you've had for years, and on top of that L3's fixated and so's the left SI.",
            ["somatic_dysfunction lumbar L3", "somatic_dysfunction sacral left"],
        ),
        ("The T6 fixation I was adjusting in May, that's cleared up.", ["somatic_dysfunction thoracic T6 historical"]),
        ("Let me see. L3's fixated.", []),
        (
            "Thoracic and lumbar segmental dysfunction, those were the two. They're all over and done with.",
            ["somatic_dysfunction thoracic historical", "somatic_dysfunction lumbar historical"],
        ),
        ("It was segmental dysfunction at T6, and that's finished.", ["somatic_dysfunction thoracic T6 historical"]),
        (
            "It was a somatic dysfunction of the sacrum. You came in for that in May and it's finished business.",
            ["somatic_dysfunction sacral historical"],
        ),
        ("I wouldn't list the sacrum as a dysfunction.", ["somatic_dysfunction sacral absent"]),
        ("You may call it fixated, I call it stiff.", []),
    ],
)
def test_a_fixation_as_a_diagnosis(read: Read, said: str, lines: list[str]) -> None:
    """In speech a fixation is what the hands find; beside another diagnosis, or once treated, it is one itself."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'd call that a left C4-5 opening restriction.", ["somatic_dysfunction cervical C4 C5 left"]),
        ("So it's a facet restriction at L3, that's my diagnosis.", ["somatic_dysfunction lumbar L3"]),
        ("What we call this is a T7 hypomobility.", ["somatic_dysfunction thoracic T7"]),
        ("I'd call that a restriction of rotation at C4.", []),
        ("There's a restriction at L3.", []),
        ("I'd call that a restriction at work.", []),
    ],
)
def test_restrictions_that_are_the_diagnosis(read: Read, said: str, lines: list[str]) -> None:
    """A restriction of a joint that is called so, or is the diagnosis, is a lesion; one of motion is none."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("That T8 dysfunction, has it cleared up?\nPatient: Yes.", ["somatic_dysfunction thoracic T8 historical"]),
        (
            "The sacral dysfunction from May is gone, right?\nPatient: Totally.",
            ["somatic_dysfunction sacral historical"],
        ),
        ("That T8 dysfunction, has it cleared up?\nPatient: No.", []),
        ("Is that T8 dysfunction any worse?\nPatient: Yes.", []),
    ],
)
def test_lesions_asked_of_as_over(read: Read, said: str, lines: list[str]) -> None:
    """A lesion that is asked of as over, and is, is history."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "dc motion palpation t9 and t10 don't move assessment fixation t9-10",
            ["somatic_dysfunction thoracic T9 T10"],
        ),
        ("dc motion palpation t9 and t10 don't move feels like fixation t9-10", []),
    ],
)
def test_assessments_without_stops(read: Read, said: str, lines: list[str]) -> None:
    """Speech without stops may come to its assessment anywhere."""
    assert read(f"{said}\npt is that bad", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C4 subluxation, so a cervical segmental dysfunction.", [f"{SD} cervical C4"]),
        (
            "L5 and right SI subluxation, that's dysfunction lumbar and sacral.",
            [f"{SD} lumbar L5", f"{SD} sacral right"],
        ),
        ("C4 subluxation on the left, meaning a segmental dysfunction.", [f"{SD} cervical C4 left"]),
        ("C4 subluxation, and a segmental dysfunction at T6.", [f"{VSC} cervical C4", f"{SD} thoracic T6"]),
        ("C4 subluxation, so segmental dysfunction at T6 below.", [f"{VSC} cervical C4", f"{SD} thoracic T6"]),
        ("C4 subluxation, segmental dysfunction C6.", [f"{VSC} cervical C4", f"{SD} cervical C6"]),
    ],
)
def test_a_subluxation_that_is_given_another_name(read: Read, said: str, lines: list[str]) -> None:
    """A subluxation that is next called a dysfunction of the same region is one; another region has its own."""
    assert read(f"DC: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A: thor. segm. dysf.", ["somatic_dysfunction thoracic"]),
        ("A: som. dysf. thoracic, ribs", ["somatic_dysfunction thoracic", "somatic_dysfunction rib_cage"]),
        ("A: segmental restrictions C2, L4", ["somatic_dysfunction cervical C2", "somatic_dysfunction lumbar L4"]),
        ("Exam: segmental restrictions at C2 and L4.", []),
        ("A: left sacral base posterior", ["somatic_dysfunction sacral left"]),
        ("Exam: left sacral base posterior.", []),
        ("Exam: left sacral base anterior.", []),
        ("Exam: posterior sacral base left.", []),
        ("Exam: anterior sacral base left.", []),
        ("Exam: sacral base extended.", []),
        ("Exam: sacral base flexed.", []),
        ("Exam: segmental joint restriction at C2.", []),
        ("Exam: intersegmental fixation at C2.", []),
        ("Exam: intersegmental restriction at C2.", []),
        ("Exam: intersegmental joint restriction at C2.", []),
    ],
)
def test_what_an_examination_only_finds(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """A restricted segment or a base that stands back is a lesion where a note concludes."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A: Seg. dysf. lumbar not found today.", ["somatic_dysfunction lumbar absent"]),
        ("A: Som. dysf. cervical resolved.", ["somatic_dysfunction cervical historical"]),
        ("A: Segm. dysf. ruled out.", ["somatic_dysfunction absent"]),
        ("A: Segm. dysf. T4. Not seen before.", ["somatic_dysfunction thoracic T4"]),
        (
            "A: Segm. dysf. T4, lumbar dysf. Denied: L5.",
            ["somatic_dysfunction thoracic T4", "somatic_dysfunction lumbar"],
        ),
    ],
)
def test_what_is_said_behind_a_point_that_shortens(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """A point in mid-sentence keeps no denial from what it denies; at the end of a sentence it does."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: hypomobile T3-4.", ["somatic_dysfunction thoracic T3 T4"]),
        ("Assessment: left C4/5 facet lock.", ["somatic_dysfunction cervical C4 C5 left"]),
        ("Assessment: hypomobile shoulders.", []),
        ("Assessment: neck pain. T3-6 stiff.", []),
    ],
)
def test_what_an_assessment_calls_stiff(read: Read, text: str, lines: list[str]) -> None:
    """A joint that an assessment calls locked or hypomobile is a lesion right beside its vertebra."""
    assert read(text, "lesions") == lines
