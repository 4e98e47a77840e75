"""Specification of stenosis: a space, what narrows it, and where."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
CANAL = "canal_stenosis"
FORAMEN = "foraminal_stenosis"


@pytest.mark.parametrize(
    ("cause", "mechanisms"),
    [
        ("subluxation", "subluxation"),
        ("osteophytes", "osseous"),
        ("bony overgrowth", "osseous"),
        ("facet hypertrophy", "osseous"),
        ("uncinate spurring", "osseous"),
        ("ligamentum flavum hypertrophy", "connective_tissue"),
        ("scar tissue", "connective_tissue"),
        ("fibrosis", "connective_tissue"),
        ("disc bulge", "disc"),
        ("disc protrusion", "disc"),
        ("disc osteophyte complex", "disc osseous"),
        ("disc bulge and facet hypertrophy", "disc osseous"),
        ("facet and ligamentum flavum hypertrophy", "osseous connective_tissue"),
        ("ligamentous and facet overgrowth", "connective_tissue osseous"),
        ("ligament thickening with a disc bulge", "connective_tissue disc"),
    ],
)
@pytest.mark.parametrize(("space", "kind"), [("canal", CANAL), ("foraminal", FORAMEN)], ids=["canal", "foramen"])
def test_mechanisms(read: Read, space: str, kind: str, cause: str, mechanisms: str) -> None:
    """Subluxation, bone, connective tissue and disc narrow a canal or a foramen, alone or together."""
    assert read(f"Assessment: L4-5 {space} narrowing due to {cause}.", "lesions") == [
        f"{kind} lumbar {mechanisms} L4 L5"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cervical canal narrowing", f"{CANAL} cervical osseous"),
        ("C5-6 central canal narrowing", f"{CANAL} cervical osseous C5 C6"),
        ("Lateral recess stenosis at L4-5", f"{CANAL} lumbar osseous L4 L5"),
        ("Thoracic canal narrowing", f"{CANAL} thoracic osseous"),
        ("Sacral canal stenosis", f"{CANAL} sacral osseous"),
        ("Narrowing of the spinal canal at T10", f"{CANAL} thoracic osseous T10"),
        ("Thecal sac compromise at L3-4", f"{CANAL} lumbar osseous L3 L4"),
        ("Central stenosis at L3-4", f"{CANAL} lumbar osseous L3 L4"),
        ("Left C5-6 foraminal stenosis", f"{FORAMEN} cervical osseous C5 C6 left"),
        ("Bilateral neural foraminal stenosis at L4-5", f"{FORAMEN} lumbar osseous L4 L5 bilateral"),
        ("Encroachment of the right L5 foramen", f"{FORAMEN} lumbar osseous L5 right"),
        ("IVF encroachment at C6-7 on the left", f"{FORAMEN} cervical osseous C6 C7 left"),
        ("Narrowing of the L5-S1 foramina", f"{FORAMEN} lumbar osseous L5 S1"),
    ],
)
def test_spaces(read: Read, text: str, line: str) -> None:
    """Canal, recess and sac are the canal; a foramen by any of its names has its side."""
    assert read(f"Assessment: {text} from bone spurs.", "lesions") == [line]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [("Possible", " possible"), ("Rule out", " possible"), ("History of", " historical")],
)
def test_assertion(read: Read, text: str, assertion: str) -> None:
    """A narrowing is asserted as its words say."""
    assert read(f"Assessment: {text} canal narrowing from disc bulge at L4-5.", "lesions") == [
        f"{CANAL} lumbar disc L4 L5{assertion}"
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L4-5 canal narrowing. This is due to the disc bulge.", [f"{CANAL} lumbar disc L4 L5"]),
        ("L4-5 canal narrowing. It comes from bone spurs.", [f"{CANAL} lumbar osseous L4 L5"]),
        ("L4-5 canal narrowing. Disc bulge seen in May.", []),
    ],
)
def test_the_cause_may_follow(read: Read, text: str, lines: list[str]) -> None:
    """The cause may stand in the next sentence where that goes on with it."""
    assert read(f"Assessment: {text}", "lesions") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Assessment: Lumbar canal narrowing.",
        "Assessment: Lumbar narrowing from disc bulge.",
        "Assessment: Lumbar disc bulge near the canal.",
        "Assessment: Aortic stenosis with bone spurs of the neck.",
        "Assessment: Is the canal narrowed by a disc bulge at L4-5?",
        "MRI: L4-5 canal narrowing from disc bulge.",
        "Imaging: L4-5 canal narrowing from disc bulge.",
        "Subjective: L4-5 canal narrowing from disc bulge.",
        "Exam: Narrow canal of the ear, bone conduction good.",
    ],
)
def test_what_is_no_stenosis_lesion(read: Read, text: str) -> None:
    """Without a space, a cause or a conclusion there is no lesion: films and histories conclude nothing."""
    assert read(text, "lesions") == []


def test_a_narrow_foramen_needs_no_cause(read: Read) -> None:
    """Of a foramen the narrowing alone is a lesion, of which the cause is asked; of a canal it is a diagnosis."""
    assert read("Assessment: Foraminal stenosis L2-3 on the left.", "lesions") == [f"{FORAMEN} lumbar L2 L3 left"]
    assert read("Assessment: Canal stenosis L2-3.", "lesions") == []


def test_spoken(read: Read) -> None:
    """The clinician concludes a narrowing in plain words."""
    text = "Doctor: What I see is the canal narrowed at L4-5 by a bulging disc.\nPatient: Oh."
    assert read(text, "lesions", "transcript") == [f"{CANAL} lumbar disc L4 L5"]


def test_no_subluxation_beside(read: Read) -> None:
    """A subluxation that narrows a space is its mechanism and no complex of its own."""
    assert read("Assessment: L5 subluxation narrows the neural canal.", "lesions") == [f"{CANAL} lumbar subluxation L5"]


def test_a_cause_that_is_pointed_to(read: Callable[..., list[str]]) -> None:
    """What narrows is the diagnosis named before, where the words point back to it."""
    said = "Doctor: The diagnosis is spondylolisthesis L3-4, and the canal stenosis is because of that.\nPatient: Okay."
    assert read(said, "lesions", "transcript") == ["canal_stenosis lumbar subluxation L3 L4"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("foraminal stenosis at L4-5 because of the slippage", [f"{FORAMEN} lumbar subluxation L4 L5"]),
        ("a spondylolisthesis at L4-5, and that slip is narrowing the canal", [f"{CANAL} lumbar subluxation L4 L5"]),
        ("canal stenosis at L4-5 from a disc bulge, with a stable slip", [f"{CANAL} lumbar disc L4 L5"]),
    ],
)
def test_a_slip(read: Read, said: str, lines: list[str]) -> None:
    """A slipped vertebra narrows where it is named as the cause, and is the diagnosis then."""
    text = f"Doctor: The diagnosis is {said}."
    assert read(text, "lesions", "transcript") == lines
    blamed = ["spondylolisthesis lumbar"] if "subluxation" in lines[0] else []
    assert read(text, "diagnoses", "transcript") == blamed


@pytest.mark.parametrize(
    "said",
    ["from a disc protrusion", "2/2 disc protrusion", "d/t disc protrusion", "on the basis of a disc protrusion"],
)
def test_a_disc_that_is_only_the_cause(read: Read, said: str) -> None:
    """A disc that is named as the cause is the mechanism and no diagnosis."""
    text = f"Assessment: L4-5 canal stenosis {said}."
    assert read(text, "lesions") == [f"{CANAL} lumbar disc L4 L5"]
    assert read(text, "diagnoses") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "It's lateral recess stenosis, L4-5 on the left, from the ligament.",
            [f"{CANAL} lumbar connective_tissue L4 L5 left"],
        ),
        ("Canal stenosis at L4-5 from the facets, it's not the disc.", [f"{CANAL} lumbar osseous L4 L5"]),
        (
            "The foramen at L5-S1 is tight from a spur. So that's foraminal stenosis.",
            [f"{FORAMEN} lumbar osseous L5 S1"],
        ),
    ],
)
def test_said_aloud(read: Read, said: str, lines: list[str]) -> None:
    """A recess has the side that follows; what is denied narrows nothing; a name sums up what was just told."""
    assert read(f"Doctor: My diagnosis, then. {said}", "lesions", "transcript") == lines


def test_a_narrowing_on_the_films_alone(read: Read) -> None:
    """What a film shows to be narrow, and from what, is no lesion until it is called a stenosis."""
    text = "Doctor: On your lumbar MRI at L4-5 there's a bulge and it's big and the canal is narrowed from it."
    assert not read(text, "lesions", "transcript")


def test_there(read: Read) -> None:
    """A stenosis that is there is on the side that the talk has come to."""
    text = (
        "Doctor: On the MRI there's a herniation at L4-5 on the left.\nPatient: Goodness.\n"
        "Doctor: So the foraminal stenosis there is from the disc."
    )
    assert read(text, "lesions", "transcript") == ["foraminal_stenosis lumbar disc L4 L5 left"]


@pytest.mark.parametrize(
    "text",
    [
        "Diagnosis: canal stenosis L2-3. Fibrous tissue does it.",
        "Diagnosis: canal stenosis L2-3. The culprit is scar tissue, the disc is fine.",
        "Diagnosis: canal stenosis L2-3. Mechanism: ligamentous thickening.",
        "Diagnosis entered on the sheet today:\n1. Canal stenosis L2-3 by scar tissue",
    ],
)
def test_a_cause_named_next(read: Read, text: str) -> None:
    """The next statement may say what narrows; a label of a diagnosis may be long."""
    assert read(text, "lesions") == [f"{CANAL} lumbar connective_tissue L2 L3"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I take it to be a canal stenosis at L2-3 from scar tissue.", [f"{CANAL} lumbar connective_tissue L2 L3"]),
        ("On the MRI I see a canal stenosis at L2-3 from scar tissue.", [f"{CANAL} lumbar connective_tissue L2 L3"]),
        ("The claimant has a canal stenosis at L2-3 by scar tissue.", [f"{CANAL} lumbar connective_tissue L2 L3"]),
        ("MRI: canal stenosis at L2-3 from scar tissue.", []),
        ("Her surgeon wrote that she has a canal stenosis at L2-3 from scar tissue.", []),
    ],
)
def test_who_concludes(read: Read, text: str, lines: list[str]) -> None:
    """A writer who holds it concludes; a report and somebody else do not."""
    assert read(text, "lesions") == lines


def test_a_report_read_aloud_concludes_nothing(read: Read) -> None:
    """What a report says is narrow is no stenosis of the clinician's, though another is denied in it."""
    text = "Doctor: I have the report. It says no central stenosis, moderate left foraminal narrowing at C6-7."
    assert read(text, "lesions", "transcript") == []


def test_causes_that_nobody_can_decide_between(read: Read) -> None:
    """A question that stays open names no cause."""
    said = "DR: I'd call it right C5-6 foraminal stenosis, but I can't tell you if it's bone or disc."
    assert read(said, "lesions", "transcript") == [f"{FORAMEN} cervical C5 C6 right"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Left L2-3 foramen. Stenosis, from a spur.", f"{FORAMEN} lumbar osseous L2 L3 left"),
        ("Left L2-3 foramen. Stenosis from both, spur and disc.", f"{FORAMEN} lumbar osseous disc L2 L3 left"),
        ("Foraminal stenosis L2-3, both bone and disc.", f"{FORAMEN} lumbar osseous disc L2 L3"),
        ("Foraminal stenosis both sides from a spur, L2-3.", f"{FORAMEN} lumbar osseous L2 L3 bilateral"),
        ("Foraminal stenosis L2-3, left. Culprits: spur and disc.", f"{FORAMEN} lumbar osseous disc L2 L3 left"),
    ],
)
def test_causes_that_share_a_foramen(read: Read, said: str, line: str) -> None:
    """A both before causes is no side, and a space may be named right before its narrowing."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So it's still what I called it, left lateral recess stenosis at L4-5 with the disc bulging into it.",
         [f"{CANAL} lumbar disc L4 L5 left"]),
        ("It's what I've been calling it, L4-5 canal stenosis from the disc.", [f"{CANAL} lumbar disc L4 L5"]),
        ("It's what we called it then, canal stenosis at L4-5 from the disc.", [f"{CANAL} lumbar disc L4 L5"]),
        ("The last office called it canal stenosis at L4-5 from the disc.", []),
    ],
)  # fmt: skip
def test_a_name_of_ones_own(read: Read, said: str, lines: list[str]) -> None:
    """What a clinician called it and still does is a conclusion; what others called it is none."""
    assert read(f"MD: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("The canal is open. And on the right, foraminal stenosis at L4-5 from the spur.",
         "foraminal_stenosis lumbar osseous L4 L5 right"),
        ("On the left, canal stenosis at L3 from the disc.", "canal_stenosis lumbar disc L3"),
        ("It's a C6-7 disc herniation with a left C7 radiculopathy. The left foramen is stenotic because of the disc.",
         "foraminal_stenosis cervical disc C6 C7 left"),
    ],
)  # fmt: skip
def test_a_side_ahead_and_a_level_before(read: Read, said: str, line: str) -> None:
    """A foramen has the side named ahead of it, and the level of the disc, not of the root."""
    assert line in read(f"DR: {said}", "lesions", "transcript")


@pytest.mark.parametrize(
    ("text", "kind", "lines"),
    [
        ("Her walking gives out because the canal at L3-4 is stenosed by a spur: canal stenosis from bone.", "note",
         ["canal_stenosis lumbar osseous L3 L4"]),
        ("Dx: L4-5 disc extrusion, L5 radiculopathy. Right lateral recess stenosis from the extrusion.", "note",
         ["canal_stenosis lumbar disc L4 L5 right"]),
        ("T8-9 canal stenosis, caused by a disc bulge. Foramina wide.", "note",
         ["canal_stenosis thoracic disc T8 T9"]),
        ("MRI: T8-9 canal stenosis, caused by a disc bulge.", "note", []),
        ("The CT shows a spur. T8-9 canal stenosis from it, says the reader.", "note", []),
        ("Doctor: The scan shows bone off the joints. Osseous stenosis of the lumbar canal.", "transcript",
         ["canal_stenosis lumbar osseous"]),
        ("Doctor: So a disc stenosis of the thoracic canal, and another MRI in June.", "transcript",
         ["canal_stenosis thoracic disc"]),
        ("IMAGING\nConnective tissue stenosis of the lumbar canal.", "note", []),
        ("Doctor: We looked at the MRI.\nPatient: And?\nDoctor: Foraminal stenosis from the disc, left L5-S1.",
         "transcript", ["foraminal_stenosis lumbar disc L5 S1 left"]),
        ("Assessment: pain along the sixth rib from a foraminal stenosis at T6-7, left, due to a disc bulge.", "note",
         ["foraminal_stenosis thoracic disc T6 T7 left"]),
        ("Assessment: right L4-5 stenosis of the exit canal due to a spur.", "note",
         ["foraminal_stenosis lumbar osseous L4 L5 right"]),
    ],
)  # fmt: skip
def test_what_is_concluded_beside_studies(read: Read, text: str, kind: str, lines: list[str]) -> None:
    """A note concludes what it says of no study; the names of diagnoses, as `osseous stenosis`, are no report's."""
    assert read(text, "lesions", kind) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The narrowing of the canal at L3-4 is from the ligament.", [f"{CANAL} lumbar connective_tissue L3 L4"]),
        ("The foraminal narrowing on the left at C5-6 comes from a spur, it's due to the spur.",
         [f"{FORAMEN} cervical osseous C5 C6 left"]),
        ("What's narrowing your canal at T9-10 is the disc.", [f"{CANAL} thoracic disc T9 T10"]),
        ("Your leg hurts because of the narrowing of the canal at L4-5, which is from the disc.",
         [f"{CANAL} lumbar disc L4 L5"]),
        ("Your hand is numb from the narrowed foramen at C6-7 on the left, the spur is doing it.",
         [f"{FORAMEN} cervical osseous C6 C7 left"]),
        ("The narrowing of the canal at L3-4 makes your legs heavy.", []),
        ("On the MRI the narrowing of the canal at L3-4 is from the ligament.", []),
        ("Look at your MRI.\nPatient: Where?\nDR: It's the narrowing of the canal at L3-4, from the ligament.", []),
        ("There's a narrowing of the canal at L3-4, and a disc.", []),
        ("If it were a narrowing of the canal at L3-4 from the disc, you'd limp.", []),
    ],
)  # fmt: skip
def test_what_a_narrowing_comes_from(read: Read, said: str, lines: list[str]) -> None:
    """Speech that says what a narrowing comes from concludes it, though nobody calls it a stenosis."""
    assert [line for line in read(f"DR: {said}", "lesions", "transcript") if "hypothetical" not in line] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("There's foraminal stenosis at C6-7 on the left.", [f"{FORAMEN} cervical C6 C7 left"]),
        ("You may have foraminal stenosis at L5-S1 on the right.", [f"{FORAMEN} lumbar L5 S1 right possible"]),
        ("You've no foraminal stenosis at L4-5.", [f"{FORAMEN} lumbar L4 L5 absent"]),
        ("The MRI shows foraminal stenosis at C6-7 on the left.", []),
        ("Foraminal stenosis is common.", []),
        ("If it were foraminal stenosis at C6-7, your arm would be weak.", []),
    ],
)
def test_a_foramen_told_aloud(read: Read, said: str, lines: list[str]) -> None:
    """Who names aloud a foraminal stenosis and its level, no study near, states it, whatever its cause."""
    assert read(f"DR: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The MRI and your legs tell the same story: canal stenosis at L2-3 from the disc.", True),
        ("Your walking and the scan match: canal stenosis at L2-3 from the disc.", True),
        ("The MRI shows canal stenosis at L2-3 from the disc.", False),
        ("The MRI report says canal stenosis at L2-3 from the disc, same as in May.", False),
    ],
)
def test_studies_that_tally(read: Read, said: str, *, lines: bool) -> None:
    """Who holds what a study shows against the patient concludes from it."""
    found = read(f"Doctor: {said}\nPatient: I see.", "lesions", "transcript")
    assert found == (["canal_stenosis lumbar disc L2 L3"] if lines else [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "L2-3: canal stenosis from the disc bulge, concluded after CT myelogram.",
            ["canal_stenosis lumbar disc L2 L3"],
        ),
        ("CT myelogram: canal stenosis at L2-3 from a disc bulge.", []),
    ],
)
def test_what_is_concluded_from_a_study(read: Read, text: str, lines: list[str]) -> None:
    """A note may say that it concludes."""
    assert read(text, "lesions") == lines


def test_studies_that_tally_before(read: Read) -> None:
    """What a study shows may be held against the complaint right before it is named."""
    said = "On the CT a lip of bone leans in. That's where your calf pain comes from."
    text = f"Doctor: {said} Left L2-3 foraminal stenosis, bony."
    assert read(text, "lesions", "transcript") == ["foraminal_stenosis lumbar osseous L2 L3 left"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("C5-6 foraminal stenosis R>L from spurs", "foraminal_stenosis cervical osseous C5 C6 bilateral"),
        ("C6 radiculopathy R; C5-6 foraminal stenosis from spurs", "foraminal_stenosis cervical osseous C5 C6"),
        ("C5-6 foraminal stenosis on R, disc + facet", "foraminal_stenosis cervical disc osseous C5 C6 right"),
        ("L3-4 canal stenosis (facet, LF)", "canal_stenosis lumbar osseous connective_tissue L3 L4"),
    ],
)
def test_sides_and_causes_in_shorthand(read: Callable[..., list[str]], text: str, line: str) -> None:
    """Compared sides are both; the side of a diagnosis before a semicolon is not that of a foramen behind it."""
    assert read(f"Imp: {text}.", "lesions") == [line]


def test_a_label_is_no_pronoun(read: Callable[..., list[str]]) -> None:
    """An I before a colon heads the imaging, whose words conclude nothing."""
    assert read("I: MRI - L3-4 canal stenosis, facet hypertrophy.", "lesions") == []
    assert read("Assessment: CT 3/26 L3-4 canal stenosis from facet hypertrophy.", "lesions") == []
    confirmed = read("Assessment: CT 3/26 confirms L3-4 canal stenosis from facet hypertrophy.", "lesions")
    assert confirmed == ["canal_stenosis lumbar osseous L3 L4"]


@pytest.mark.parametrize(
    ("label", "concludes"),
    [
        ("MRI:", False),
        ("MRI -", False),
        ("MRI lumbar spine 3/26:", False),
        ("CT 3/26:", False),
        ("Imaging -", True),
        ("MRI-confirmed", True),
        ("CT", True),
        ("CT 3", True),
    ],
)
def test_labels_of_studies(read: Callable[..., list[str]], label: str, concludes: bool) -> None:  # noqa: FBT001
    """A study before a colon, a dash or its day heads what it shows; a number alone is no day."""
    found = read(f"Assessment: {label} L3-4 canal stenosis from facet hypertrophy.", "lesions")
    assert found == (["canal_stenosis lumbar osseous L3 L4"] if concludes else [])
