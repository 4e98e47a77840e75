"""Specification of the side that a lesion is stated for."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("exam", "line"),
    [
        ("L hemidiaphragm restricted, boggy below the left costal margin.", "somatic_dysfunction abdomen_other left"),
        ("Both hemidiaphragms restricted.", "somatic_dysfunction abdomen_other"),
        ("L4 restricted on the left.", "somatic_dysfunction abdomen_other"),
    ],
)
def test_the_half_of_a_diaphragm(read: Callable[..., list[str]], exam: str, line: str) -> None:
    """A diaphragm that is concluded without a side has that of the one half that was found."""
    assert read(f"Exam: {exam}\nAssessment: Somatic dysfunction of the abdomen.", "lesions") == [line]


@pytest.mark.parametrize(
    ("exam", "line"),
    [
        ("T6 is rotated right.", "thoracic T6 right"),
        ("T6 is stood back on the right.", "thoracic T6 right"),
        ("T6 is shifted over to the left.", "thoracic T6 left"),
        ("T6 is posterior on the left.", "thoracic T6 left"),
        ("T6 is tender on the left.", "thoracic T6"),
        ("T6 sits forward on the left.", "thoracic T6"),
    ],
)
def test_the_side_of_a_vertebra(read: Callable[..., list[str]], exam: str, line: str) -> None:
    """A vertebra that is concluded without a side has the one on which it was found to stand back."""
    text = f"Doctor: {exam} So, somatic dysfunction at T6."
    assert read(text, "lesions", "transcript") == [f"somatic_dysfunction {line}"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Exam: T7 rotated left, tender.\nAssessment: Somatic dysfunction T7.", "somatic_dysfunction thoracic T7 left"),
        ("Exam: T7 rotated left, tender.\nAssessment: Somatic dysfunction T8.", "somatic_dysfunction thoracic T8"),
        ("Exam: T7 not rotated left.\nAssessment: Somatic dysfunction T7.", "somatic_dysfunction thoracic T7"),
        ("Exam: T7 rotated.\nAssessment: Right somatic dysfunction T7.", "somatic_dysfunction thoracic T7 right"),
        ("Assessment: Somatic dysfunction of the pelvis, the right ilium is up.", "somatic_dysfunction pelvic right"),
    ],
)
def test_the_side_of_a_lesion(read: Read, text: str, line: str) -> None:
    """A lesion without a side has that of its vertebra's rotation, or of the part named with its region."""
    assert read(text, "lesions") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sacral segmental dysfunction, left piriformis spasm", ["somatic_dysfunction sacral"]),
        ("Lumbar segmental dysfunction, right sciatica", ["somatic_dysfunction lumbar"]),
        ("Right rib dysfunction with spasm and a segmental dysfunction at T5", [
            "somatic_dysfunction rib_cage right", "somatic_dysfunction thoracic T5",
        ]),
        ("SI dysfunction, left", ["somatic_dysfunction sacral left"]),
        ("Segmental dysfunction of the left SI joint and T8", [
            "somatic_dysfunction sacral left", "somatic_dysfunction thoracic T8",
        ]),
        ("Segmental dysfunction of L3 on the right and some soreness of the left hip", [
            "somatic_dysfunction lumbar L3 right",
        ]),
    ],
)  # fmt: skip
def test_a_side_of_something_else(read: Read, text: str, lines: list[str]) -> None:
    """The side of another diagnosis or finding, before or behind a lesion, is not its own."""
    assert read(f"Assessment: {text}.", "lesions") == lines


def test_a_side_belongs_to_the_place_before_it(read: Read) -> None:
    """A side right behind a place is not that of the next one; a rib's breath is not the diaphragm's."""
    text = "Doctor: It's somatic dysfunction of rib three on the left and the OA.\nPatient: Okay."
    assert sorted(read(text, "lesions", "transcript")) == [f"{SD} head OA", f"{SD} rib_cage rib 3 left"]
    breath = "Doctor: Assessment is an exhalation rib on the left and the diaphragm is tight.\nPatient: Okay."
    assert read(breath, "lesions", "transcript") == [f"{SD} rib_cage left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Innominate dysfunction, right side rotated anterior.", ["somatic_dysfunction pelvic right"]),
        ("Innominate dysfunction, posterior on the left.", ["somatic_dysfunction pelvic left"]),
        ("Rib dysfunction, the left one held down.", ["somatic_dysfunction rib_cage left"]),
        ("Innominate dysfunction, tender on the left.", ["somatic_dysfunction pelvic"]),
        ("Innominate dysfunction, left sciatica.", ["somatic_dysfunction pelvic"]),
    ],
)
def test_a_side_told_with_the_position(read: Read, text: str, lines: list[str]) -> None:
    """A position named behind a joint tells its side; a finding or another diagnosis does not."""
    assert read(f"Assessment: {text}", "lesions") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("On the right, a dysfunction of the sacroiliac joint.", "somatic_dysfunction sacral right"),
        ("And then on the left side, somatic dysfunction of the innominate.", "somatic_dysfunction pelvic left"),
        ("You're tender on the right, so it's a sacroiliac dysfunction.", "somatic_dysfunction sacral"),
        ("That's better, right, so it's a sacroiliac dysfunction.", "somatic_dysfunction sacral"),
        ("On the right, a dysfunction of L4.", "somatic_dysfunction lumbar L4"),
    ],
)
def test_a_side_ahead(read: Read, said: str, line: str) -> None:
    """A side that a part of its own names belongs to the joint that follows; a vertebra has none."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("T9 won't move, that's a segmental dysfunction, right.", "somatic_dysfunction thoracic T9 right"),
        (
            "The SI, now that's a joint dysfunction, on the left side, and an old one.",
            "somatic_dysfunction sacral left",
        ),
        ("T9 won't move, that's a segmental dysfunction, left leg pain aside.", "somatic_dysfunction thoracic T9"),
    ],
)
def test_a_side_alone_behind_a_name(read: Read, said: str, line: str) -> None:
    """A side that stands alone behind the name of a lesion is its side."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("The left SI won't budge. So SI joint dysfunction.", f"{SD} sacral left"),
        ("Right ankle, the talus is stuck. Talar dysfunction.", f"{SD} lower_extremity right"),
        ("Left rib five stays up. It's sore. So a rib dysfunction.", f"{SD} rib_cage rib 5 left"),
        ("Right side, the innominate's gone forward. An innominate dysfunction.", f"{SD} pelvic right"),
        ("T6 is stuck. I'd call that a segmental dysfunction on the left.", f"{SD} thoracic T6 left"),
        ("The left talus glides, the right one is stuck. A talar dysfunction.", f"{SD} lower_extremity"),
        ("The left SI is stuck. Now the paper needs a line, a sacral dysfunction.", f"{SD} sacral"),
        ("The left SI is stuck. Rib dysfunction.", f"{SD} rib_cage"),
    ],
)
def test_a_joint_that_is_only_named(read: Read, said: str, line: str) -> None:
    """A joint named right behind what was found has its side, unless both sides were looked at or more is said."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == [line]


def test_a_torsion_has_the_side_of_its_axis(read: Read) -> None:
    """The side of a low sulcus is no side of the torsion that is named behind it."""
    said = "The right corner of the sacrum is back. It's a sacral torsion. Left on left."
    assert read(f"Doctor: {said}", "lesions", "transcript") == [f"{SD} sacral left"]


@pytest.mark.parametrize(
    ("listing", "lines"),
    [
        ("Listings: C5 PLS, T6 PRS.", [f"{SD} cervical C5 left", f"{SD} thoracic T6 right"]),
        ("Listings: C5 PLS, C2 PRS.", [f"{SD} cervical C5 C2", f"{SD} thoracic"]),
    ],
)
def test_listings_give_levels_and_sides(read: Read, listing: str, lines: list[str]) -> None:
    """A lesion that is stated for its region has the level and side of the one vertebra that is listed there today."""
    assert read(f"{listing}\nDx: segmental dysfunction cervical and thoracic.", "lesions") == lines
    assert read(listing, "tart") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Last visit listings: C5 PLS.\nDx: segmental dysfunction cervical.", [f"{SD} cervical"]),
        ("PMH: C5 PLS.\nDx: segmental dysfunction cervical.", [f"{SD} cervical"]),
        ("Plan: adjust C5 PLS.\nDx: segmental dysfunction cervical.", [f"{SD} cervical"]),
        ("Listings: C5-C6 PLS.\nDx: C5 segmental dysfunction.", [f"{SD} cervical C5"]),
        (
            "Listings: C5 PLS, L4 PRS.\nDx: segmental dysfunction cervical, L3.",
            [f"{SD} cervical C5 left", f"{SD} lumbar L3"],
        ),
    ],
)
def test_listings_that_say_nothing_of_a_lesion(read: Read, text: str, lines: list[str]) -> None:
    """Those of another day or of a plan give no level; one of two no side; a lesion with levels keeps them."""
    assert read(text, "lesions") == lines


def test_a_listing_that_is_spoken(read: Read) -> None:
    """What is said of a vertebra in speech is no listing."""
    said = "Doctor: Listing C5 PLS. Assessment: segmental dysfunction, cervical."
    assert read(said, "lesions", "transcript") == [f"{SD} cervical C5"]


def test_the_words_that_name_a_level(quotes: Callable[..., list[list[str]]]) -> None:
    """A level apart in a list is quoted by itself, one beside its finding with that."""
    text = "Exam: C2 L, C6 R tender.\nDx: segmental dysfunction cervical."
    assert quotes(text, "lesions") == [["segmental dysfunction cervical", "C2", "C6 R tender"]]
