"""Specification of lesions as they are said aloud: what is one, and of which side."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
BEFORE = "Doctor: Okay, here is what I found.\nPatient: Sure.\nDoctor: "


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("There's definitely a segmental dysfunction at T6.", "thoracic T6"),
        ("I can't find anything but the L5 dysfunction.", "lumbar L5"),
        ("I don't think it's a disc, I think it's an L5 dysfunction.", "lumbar L5"),
        ("It wasn't there last time but now there's an L5 dysfunction.", "lumbar L5"),
        ("Last time it was the neck, today it's an L5 dysfunction.", "lumbar L5"),
        ("Same L5 dysfunction as last time.", "lumbar L5"),
        ("The L5 dysfunction isn't resolved yet.", "lumbar L5"),
        ("If you feel here, that's the L5 dysfunction.", "lumbar L5"),
        ("The X-ray's normal, so this is an L5 dysfunction.", "lumbar L5"),
        ("It's not the hip, it's a sacral dysfunction on the left.", "sacral left"),
        ("it's not a sprain it's a segmental dysfunction at t six", "thoracic T6"),
        ("It's a facet lock, a segmental dysfunction at C3, on the right.", "cervical C3 right"),
        ("Right SI fine, left SI dysfunction.", "sacral left"),
        ("An SI dysfunction, and it's the right side.", "sacral right"),
        ("The right hip joint dysfunction, not the SI.", "pelvic right"),
        ("Left rib four's stuck in inhalation, that's a rib dysfunction.", "rib_cage rib 4 left"),
        ("Left elbow, radial head. That's an upper extremity somatic dysfunction.", "upper_extremity left"),
        ("So an anterior innominate, left.", "pelvic left"),
        ("Somatic dysfunction from C5 to T1.", "cervical C5 C6 C7 T1"),
        ("It's C2 that's dysfunctional.", "cervical C2"),
        ("Dysfunction right where L5 meets the sacrum.", "lumbar L5"),
        ("Somatic dysfunction of T4, 5 and 6.", "thoracic T4 T5 T6"),
    ],
)
def test_what_is_found(read: Read, said: str, line: str) -> None:
    """A dysfunction is found where it is stated, with its own side and levels."""
    assert read(BEFORE + said, "lesions", "transcript") == [f"somatic_dysfunction {line}"]


@pytest.mark.parametrize(
    "said",
    [
        "I'm not ready to call that a pelvic dysfunction.",
        "That's borderline, I won't call T4 a dysfunction.",
        "That C2 dysfunction we kept treating, it finally let go.",
        "I was expecting a T4 dysfunction and I don't feel one.",
        "I considered a lumbar dysfunction but did not find it.",
        "Sometimes an L5 dysfunction does that.",
        "SI dysfunction can feel just like this.",
        "Let me see whether there's a dysfunction at L5.",
        "So much for the sacroiliac dysfunction theory.",
        "It's more of a muscle strain than a sacroiliac dysfunction.",
        "SI joint dysfunction is at the bottom of my list.",
        "The referral says SI joint dysfunction.",
        "They coded a sacroiliac dysfunction by mistake.",
        "I'm going to explain what somatic dysfunction is.",
        "I don't think the neck pain means it's a C5 dysfunction.",
        "T4 somatic dysfunction in the student's note, I do not agree.",
    ],
)
def test_what_is_not(read: Read, said: str) -> None:
    """What is doubted, taught, recalled, told by others or given up is no finding of today."""
    found = [line.split() for line in read(BEFORE + said, "lesions", "transcript")]
    assert all(words[-1] in {"absent", "possible", "historical", "hypothetical"} for words in found)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "L5 and the right SI. Segmental dysfunction.",
            ["somatic_dysfunction lumbar L5", "somatic_dysfunction sacral right"],
        ),
        (
            "I'm adjusting L5, T9 and C2. Those three are subluxated.",
            ["subluxation_complex cervical C2", "subluxation_complex lumbar L5", "subluxation_complex thoracic T9"],
        ),
        ("L5 is tender and T4 is not. Segmental dysfunction.", ["somatic_dysfunction thoracic T4"]),
    ],
)
def test_a_list_that_a_name_sums_up(read: Read, said: str, lines: list[str]) -> None:
    """A name behind a list of places and nothing else is said of all of them."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("of the head, at the OA, flexed, sidebent left and rotated right, and then C3 in the neck, rotated right",
         ["somatic_dysfunction head OA", "somatic_dysfunction cervical C3 right"]),
        ("at C2, which is extended, rotated and sidebent right, and then T4",
         ["somatic_dysfunction cervical C2 right", "somatic_dysfunction thoracic T4"]),
        ("of the neck, C4 extended, rotated left, sidebent left, and then the sacrum",
         ["somatic_dysfunction cervical C4 left", "somatic_dysfunction sacral"]),
        ("of the neck, and the sacrum is free", ["somatic_dysfunction cervical"]),
    ],
)  # fmt: skip
def test_positions_between_the_places_of_a_list(read: Read, said: str, lines: list[str]) -> None:
    """How a joint is held ends no list of places."""
    assert read(f"DO: My diagnosis is somatic dysfunction {said}.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Ribs 7-8 no dysfx.", ["somatic_dysfunction rib_cage rib 7 rib 8 absent"]),
        ("T6 no dysfunction.", ["somatic_dysfunction thoracic T6 absent"]),
        ("Sacrum without dysfunction.", ["somatic_dysfunction sacral absent"]),
        ("T5 and L1 no somatic dysfunction.",
         ["somatic_dysfunction thoracic T5 absent", "somatic_dysfunction lumbar L1 absent"]),
        ("L5 SD, sacrum and pelvis no dysfunction.",
         ["somatic_dysfunction lumbar L5", "somatic_dysfunction sacral absent", "somatic_dysfunction pelvic absent"]),
        ("L4 no dysfunction at T6.", ["somatic_dysfunction thoracic T6 absent"]),
        ("T5 dysfunction.", ["somatic_dysfunction thoracic T5"]),
    ],
)  # fmt: skip
def test_the_place_before_a_denial(read: Read, said: str, lines: list[str]) -> None:
    """A place right before the denial of a lesion is where none was found, but for one that is named behind it."""
    assert read(f"Exam: {said}", "lesions") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "The right SC joint doesn't track. I call it joint dysfunction, your ribs move alright.",
            ["somatic_dysfunction upper_extremity right"],
        ),
        (
            "it's the right SC joint i call it joint dysfunction the ribs are another matter altogether",
            ["somatic_dysfunction upper_extremity right"],
        ),
        ("The diaphragm makes it three, that's dysfunction too.", ["somatic_dysfunction abdomen_other"]),
        ("You've got a subluxation at C1. I can't find one anywhere else.", ["subluxation_complex cervical C1"]),
        ("There's no SI dysfunction here, and the hip's not it either.", ["somatic_dysfunction sacral absent"]),
        (
            "Your pelvis and your sacrum all have somatic dysfunction.",
            ["somatic_dysfunction pelvic", "somatic_dysfunction sacral"],
        ),
        (
            "Somatic dysfunction of the head and the thoracic region is what I chart.",
            ["somatic_dysfunction head", "somatic_dysfunction thoracic"],
        ),
        (
            "You've got segmental dysfunction at L5. The insurance likes to call it a subluxation.",
            ["somatic_dysfunction lumbar L5"],
        ),
        ("T4 won't turn, I call it dysfunction.", ["somatic_dysfunction thoracic T4"]),
        ("T4 won't turn, and I treated that dysfunction before.", []),
        (
            "L4 won't turn left. That's a segmental dysfunction, and the left SI as well.",
            ["somatic_dysfunction lumbar L4", "somatic_dysfunction sacral left"],
        ),
    ],
)
def test_what_was_spoken_of_is_called_a_lesion(read: Read, said: str, lines: list[str]) -> None:
    """A pronoun takes up the joint spoken of, not the one that a clause behind it is about."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T6 has its own dysfunction.", ["somatic_dysfunction thoracic T6"]),
        ("T6 has got another dysfunction.", ["somatic_dysfunction thoracic T6"]),
        ("The occiput is subluxated on the atlas.", ["subluxation_complex head"]),
        ("L4 is subluxed on L5.", ["subluxation_complex lumbar L4"]),
        ("It's subluxated at the atlas.", ["subluxation_complex cervical C1"]),
    ],
)
def test_what_has_its_own(read: Read, said: str, lines: list[str]) -> None:
    """A joint may have a dysfunction of its own; beside what it is out is no second one."""
    assert read(BEFORE + said, "lesions", "transcript") == lines


def test_places_of_another_matter(read: Read) -> None:
    """A place behind another matter is none of the lesion's, though a comma stands between."""
    text = "Doctor: You came for the shoulder shot, the SI dysfunction is next.\nPatient: Oh."
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction sacral"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: costovertebral dysfunction L 7.", ["somatic_dysfunction rib_cage rib 7 left"]),
        ("Assessment: costovertebral joint dysfunction T4 right.", ["somatic_dysfunction rib_cage right"]),
        ("Assessment: somatic dysfunction ribs (3-4 on right).", ["somatic_dysfunction rib_cage rib 3 rib 4 right"]),
        ("Assessment: rib dysfunctions, left 5 and 6.", ["somatic_dysfunction rib_cage rib 5 rib 6 left"]),
    ],
)
def test_ribs_by_number(read: Read, text: str, lines: list[str]) -> None:
    """A rib has its number behind its dysfunction and side; of a joint at a vertebra only the region is told."""
    assert read(text, "lesions") == lines
