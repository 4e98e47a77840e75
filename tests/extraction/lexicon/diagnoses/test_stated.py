"""Specification of diagnoses other than lesions."""

from collections.abc import Callable, Iterable
from inspect import cleandoc

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.diagnoses import stated
from scribe.extraction.lexicon.diagnoses.spoken import shared
from scribe.extraction.lexicon.lesions.stenosis import read_stenoses
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Lumbar disc herniation", "disc_herniation lumbar"),
        ("L4-5 disc herniation, left", "disc_herniation lumbar left"),
        ("DDD at L5-S1", "disc_degeneration lumbar"),
        ("Cervical spondylosis", "spondylosis cervical"),
        ("Facet syndrome, lumbar", "facet_syndrome lumbar"),
        ("L5 spondylolisthesis", "spondylolisthesis lumbar"),
        ("Lumbar spinal stenosis", "spinal_stenosis lumbar"),
        ("Possible L1 compression fracture", "fracture lumbar possible"),
        ("No fracture", "fracture absent"),
        ("Sacroiliitis", "sacroiliitis sacral"),
        ("Osteoarthritis of the right hip", "osteoarthritis pelvic right"),
        ("Coccydynia", "coccydynia sacral"),
        ("Left L5 radiculopathy", "radiculopathy lumbar left"),
        ("Right sciatica", "sciatica right"),
        ("Sciatica, right", "sciatica right"),
        ("Low back pain", "low_back_pain"),
        ("Neck pain", "neck_pain cervical"),
        ("Cervicogenic headache", "headache head"),
        ("Cervical myelopathy", "myelopathy cervical"),
        ("Rule out cauda equina", "cauda_equina possible"),
        ("Metastatic disease of L2", "neoplasm lumbar"),
        ("Post-laminectomy syndrome", "postlaminectomy_syndrome"),
        ("Epidural fibrosis", "epidural_fibrosis"),
        ("Lumbar sprain", "sprain_strain lumbar"),
        ("Lumbar muscle spasm", "muscle_spasm lumbar"),
        ("Ankylosing spondylitis", "ankylosing_spondylitis"),
        ("History of lumbar disc herniation", "disc_herniation lumbar historical"),
        ("Neck pain, right", "neck_pain cervical right"),
        ("Low back pain with two weak feet", "low_back_pain"),
        ("Traumatic subluxation of C5", "traumatic_subluxation cervical"),
        ("C5 subluxation after the crash", "traumatic_subluxation cervical"),
    ],
)
def test_conditions(read: Read, text: str, line: str) -> None:
    """A condition has the region and side of its words, or the region that it implies."""
    assert read(f"Assessment: {text}.", "diagnoses") == [line]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("Doctor: So the name is degenerative spondylolisthesis, L4 on L5.", ["spondylolisthesis lumbar"]),
        ("Doctor: It's the posture. It's not your discs.", ["disc_herniation absent"]),
        ("Patient: My aunt had a crumbled vertebra.", ["fracture other_person"]),
        ("Doctor: That's your subluxation complex at T4, same as before the accident.", []),
        ("Doctor: That's a C5 subluxation from the accident.", ["traumatic_subluxation cervical"]),
    ],
)
def test_conditions_in_talk(read: Read, talk: str, lines: list[str]) -> None:
    """A name that is given, what is rejected, another's break; what was there before an injury is none of it."""
    assert read(f"{talk}\nPatient: I see.", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lumbar foraminal narrowing from disc herniation", []),
        ("Lumbar canal narrowing due to spondylosis with osteophytes", []),
        ("Cervical foraminal stenosis from osteophytes", []),
        ("Lumbar canal narrowing due to disc bulge. Lumbar spondylosis", ["spondylosis lumbar"]),
        ("Lumbar disc herniation", ["disc_herniation lumbar"]),
    ],
)
def test_the_cause_of_a_narrowing(read: Read, text: str, lines: list[str]) -> None:
    """What narrows a space is the mechanism of the lesion and no diagnosis beside it."""
    assert read(f"Assessment: {text}.", "diagnoses") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subjective: Low back pain and sciatica.", []),
        ("Exam: Lumbar spasm, scoliosis.", []),
        ("Imaging: MRI shows disc herniation at L4-5.", []),
        ("Plan: Exercise for low back pain.", []),
        ("Assessment: Sciatica?", ["sciatica possible"]),
        ("Assessment: Hypertension, diabetes, aortic stenosis.", []),
        ("Subjective: Mother with scoliosis.", ["scoliosis other_person"]),
        ("Impression: Sciatica.", ["sciatica"]),
        ("Dx: Sciatica.", ["sciatica"]),
    ],
)
def test_only_an_assessment_diagnoses(read: Read, text: str, lines: list[str]) -> None:
    """Complaints, findings and films are no diagnoses, nor are conditions of other organs."""
    assert read(text, "diagnoses") == lines


def test_a_numbered_assessment(read: Read) -> None:
    """Each item of an assessment has its own region."""
    text = cleandoc("""
        Assessment:
        1. Lumbar radiculopathy, left
        2. Cervical strain
        3. Headache
    """)
    assert read(text, "diagnoses") == ["radiculopathy lumbar left", "sprain_strain cervical", "headache head"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: You have sciatica on the right.", "Patient: Oh."], ["sciatica right"]),
        (["Doctor: Do you have sciatica?", "Patient: Yes."], []),
        (["Doctor: So?", "Patient: I think I have sciatica."], []),
    ],
)
def test_spoken(read: Read, turns: list[str], lines: list[str]) -> None:
    """The clinician diagnoses, by no question; a patient's guess is none."""
    assert read("\n".join(turns), "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("PMH: Hypertension, cervical disc herniation.", ["disc_herniation cervical historical"]),
        ("Resolved problems:\nSciatica, right", ["sciatica right historical"]),
        ("PMH: Ankle fracture, breast cancer, migraine.", []),
        ("S: History of T11 compression fx.", ["fracture thoracic historical"]),
        ("Consent: Risks include disc herniation.", ["disc_herniation hypothetical"]),
        ("FH: AS in a brother.", ["ankylosing_spondylitis other_person"]),
        ("FH: healthy as far as known.", []),
        ("Subjective: Radiculopathy worries him.", []),
        ("Imaging: Previous MRI with history of disc herniation.", []),
    ],
)
def test_past_and_feared(read: Read, text: str, lines: list[str]) -> None:
    """Outside an assessment a condition of the spine counts as a past or feared one; other diseases stay unread."""
    assert read(text, "diagnoses") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I don't think it's a disc in the neck.", ["disc_herniation cervical absent"]),
        ("It isn't the meniscus.", ["other lower_extremity absent"]),
        ("It could be strain, or maybe the lumbar facet joints.", ["facet_syndrome lumbar possible"]),
        ("Perhaps your rotator cuff.", ["other upper_extremity possible"]),
        ("It's not a disc replacement that you need.", []),
        ("The hip moves well.", []),
    ],
)
def test_a_structure_as_the_cause(read: Read, text: str, lines: list[str]) -> None:
    """In speech a structure stands for what is wrong with it, where it is blamed or cleared."""
    found = read(f"Doctor: {text}\nPatient: Okay.", "diagnoses", "transcript")
    assert [line for line in found if not line.startswith("sprain_strain")] == lines


def test_a_stenosis_beside_a_lesion(read: Read) -> None:
    """A stenosis without a cause is a diagnosis, also beside one of another region whose cause is said."""
    text = "Assessment: L4-5 canal stenosis from the disc bulge and cervical spinal stenosis."
    assert "spinal_stenosis cervical" in read(text, "diagnoses")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Spondylolisthesis, lumbosacral region", "Spondylolisthesis, lumbosacral region"),
        ("Radiculopathy, cervicothoracic region", "Radiculopathy, cervicothoracic region"),
        ("Spondylolisthesis - L5-S1", "Spondylolisthesis - L5-S1"),
        ("Disc herniation, tender at L4", "Disc herniation"),
    ],
)
def test_the_place_behind_a_comma_is_quoted(quotes: Callable[..., list[list[str]]], text: str, quote: str) -> None:
    """A part that names nothing but a place belongs to the condition before it, which its code needs."""
    assert [quote] in quotes(f"Assessment: {text}", "diagnoses")


def test_a_strain_of_the_cranial_base_is_no_strain(read: Read) -> None:
    """The name of a position holds no diagnosis of its own."""
    assert read("DR: There's a right lateral strain at the skull base.", "diagnoses", "transcript") == []


def test_what_narrows_is_quoted_with_a_stenosis(quotes: Callable[..., list[list[str]]]) -> None:
    """The quote of a stenosis holds its cause, from which codes may be asked about."""
    said = "Impression: Lumbar stenosis L4-5 from broad based disc bulge."
    assert quotes(said, "diagnoses") == [["Lumbar stenosis L4-5 from broad based disc bulge"]]
    denied = "Impression: Lumbar spinal stenosis, not from the disc."
    assert quotes(denied, "diagnoses") == [["Lumbar spinal stenosis"]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("HA, cervicogenic", "HA, cervicogenic"),
        ("Headaches - cervicogenic", "Headaches - cervicogenic"),
        ("Headache (cervicogenic), neck pain", "Headache (cervicogenic"),
    ],
)
def test_what_decides_the_code_of_a_headache_is_quoted(
    quotes: Callable[..., list[list[str]]], text: str, quote: str
) -> None:
    """The word that makes a headache one of the neck may stand behind a mark."""
    assert [quote] in quotes(f"Assessment: {text}", "diagnoses")


def test_a_shortened_laminectomy(read: Read) -> None:
    """The syndrome after a laminectomy has a short name."""
    assert read("Assessment: Post-lami syndrome, lumbar", "diagnoses") == ["postlaminectomy_syndrome lumbar"]


EXAM = "Exam: tender T8, reflexes equal."


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Thoracic pain, from posture most likely. Home program.", ["thoracic_pain thoracic"]),
        ("Acute lumbar strain.", ["sprain_strain lumbar"]),
        ("L1 compression fracture, stable. Brace.", ["fracture lumbar"]),
        ("Headache since Monday.", []),
    ],
)
def test_a_line_below_the_examination(read: Read, line: str, lines: list[str]) -> None:
    """What a line opens with below the examination is the diagnosis; a story or a finding is none."""
    assert read(f"{EXAM}\n{line}", "diagnoses") == lines


def test_a_complaint_above_the_examination(read: Read) -> None:
    """A complaint at the head of a note is no diagnosis."""
    assert read(f"Clinic visit.\nNeck pain.\n{EXAM}", "diagnoses") == []


def test_what_holds_no_condition_names_none(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement without a term of a condition, and without a word that stands for one, names none itself."""
    refused = [
        scene for view in labelled for scene in scenes(view) if scene.statement.start not in stated.may_name(scene.view)
    ]
    assert refused
    monkeypatch.setattr(stated, "may_name", lambda view: {one.start for one in view.statements})
    for scene in refused:
        narrowed = frozenset(stenosis.region for stenosis in read_stenoses(scene))
        assert [*stated.read_diagnoses(scene, narrowed)] == [*shared(scene)]


@pytest.mark.parametrize("head", ["1. ?", "2) ??", "3. ?", "- ?", "#4 ?", "?"])
def test_a_question_mark_at_the_head_of_an_item(read: Read, head: str) -> None:
    """What a list heads with a question mark is doubted."""
    assert read(f"Assessment:\n{head} L5 radiculopathy", "diagnoses") == ["radiculopathy lumbar possible"]
    assert read("Assessment:\n1. Worse? Yes.\n2. L5 radiculopathy", "diagnoses") == ["radiculopathy lumbar"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So. Left L4-5 disc herniation with L5 radiculopathy.",
         ["disc_herniation lumbar left", "radiculopathy lumbar left"]),
        ("Okay. Spondylolisthesis at L4, grade one.", ["spondylolisthesis lumbar"]),
        ("Osteoarthritis of the right hip.", ["osteoarthritis pelvic right"]),
        ("Cervical radiculopathy on the right.", ["radiculopathy cervical right"]),
        ("Sciatica runs in families.", []),
        ("Disc herniations heal by themselves.", []),
        ("Lumbar disc herniation at twenty, hypertension.", []),
        ("Scoliosis clinic called.", []),
    ],
)  # fmt: skip
def test_a_bare_name_said_aloud(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A clinician who says nothing but a condition with its place states it; who tells of it does not."""
    assert sorted(read(f"Doctor: {said}", "diagnoses", "transcript")) == lines


def test_a_name_that_is_taken_up(read: Callable[..., list[str]]) -> None:
    """Who repeats what another has named has concluded nothing."""
    turns = "Patient: I have sciatica.\nDoctor: Sciatica on the left. Since when?"
    assert read(turns, "diagnoses", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Stenosis L4-5 from ligament thickening and left foraminal stenosis L3-4 from a spur.",
            ["spinal_stenosis lumbar"],
        ),
        ("Lumbar stenosis; left foraminal stenosis L3-4 from a spur.", []),
        ("Canal stenosis L4-5 from ligament thickening and left foraminal stenosis L3-4 from a spur.", []),
    ],
)
def test_a_stenosis_without_a_space_beside_one_with(read: Read, said: str, lines: list[str]) -> None:
    """A stenosis at a level of its own, of which no space is named, is a diagnosis beside the lesion."""
    assert read(f"Impression: {said}", "diagnoses") == lines


@pytest.mark.parametrize(
    "said",
    [
        "That worries me for cauda equina.",
        "This makes me think about cauda equina.",
        "I want to be sure this isn't cauda equina.",
    ],
)
def test_a_worry_is_a_possible_diagnosis(read: Read, said: str) -> None:
    """What worries a clinician is possible, also where a denial is what is hoped for."""
    assert read(f"DR: {said}", "diagnoses", "transcript") == ["cauda_equina possible"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So in front you've got the disc bulging.", []),
        ("And off to the left you have a herniated disc.", []),
        ("So what you have is a herniated disc at L4-5.", ["disc_herniation lumbar"]),
    ],
)
def test_what_is_only_pointed_out(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A disc that is pointed out on a picture is seen, and not yet diagnosed."""
    talk = f"Doctor: This is your MRI. And now L4-5.\nPatient: Where?\nDoctor: {said}"
    assert read(talk, "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("Doctor: Nothing from the nerves. Mechanical neck pain.", ["neck_pain cervical"]),
        ("Doctor: So, tension headache.", ["headache head"]),
        ("Doctor: Plain low back pain.", ["low_back_pain"]),
        ("Doctor: Mechanical knee pain.", []),
        ("Doctor: Chronic neck pain.", []),
        ("Doctor: Mechanical sprain.", ["sprain_strain"]),
        ("Doctor: Low back pain.", []),
        ("Doctor: Headache.", []),
        ("Patient: Tension headache.", []),
        ("Patient: I get tension headaches.\nDoctor: Tension headaches. Since when?", []),
    ],
)
def test_a_bare_pain(read: Read, talk: str, lines: list[str]) -> None:
    """A pain named alone is a diagnosis where a clinician gives it a name that patients do not."""
    assert read(f"{talk}\nPatient: I see.", "diagnoses", "transcript") == lines
