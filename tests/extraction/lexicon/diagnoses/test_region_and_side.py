"""Specification of the region and the side of a diagnosis."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: Segmental dysfunction C5. Not a disc herniation.", ["disc_herniation cervical absent"]),
        (
            "Assessment: Segmental dysfunction C5. Segmental dysfunction L4. Not a disc herniation.",
            ["disc_herniation absent"],
        ),
        (
            "Assessment: Canal stenosis C4-5 due to osteophytes. Concern for early myelopathy.",
            ["myelopathy cervical possible"],
        ),
        (
            "Past surgical history: L4-5 laminectomy 2019.\n\nAssessment: Postlaminectomy syndrome.",
            ["postlaminectomy_syndrome lumbar"],
        ),
        ("Assessment: Segmental dysfunction C5. His brother has myelopathy.", ["myelopathy other_person"]),
    ],
)
def test_the_only_region_of_the_document(read: Read, text: str, lines: list[str]) -> None:
    """A condition of a cord, a root or a disc is of the region that nothing rivals."""
    assert read(text, "diagnoses") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("On the film, no tumor, no fracture.", []),
        ("I'm putting it down as lumbar spondylosis.", ["spondylosis lumbar"]),
        ("It isn't acting like a disc.", ["disc_herniation absent"]),
        ("If you get the worst headache, go in.", []),
    ],
)
def test_what_a_clinician_says(read: Read, said: str, lines: list[str]) -> None:
    """A review of films is no rejection, what is written down is a conclusion, a warning none."""
    assert read(f"DR: Sit up. {said}\nPT: Okay.", "diagnoses", "transcript") == lines


def test_a_line_with_its_code_is_a_diagnosis(read: Read) -> None:
    """Who writes the code beside a condition has concluded it."""
    assert read("Left C6 radiculopathy (M54.12)", "diagnoses") == ["radiculopathy cervical left"]


@pytest.mark.parametrize(
    ("named", "said", "line"),
    [
        ("2015, L5-S1 on the right. Nothing since.", "Right, that disc herniation healed.", "lumbar right historical"),
        ("It was C5-6, years ago.", "Well, that disc herniation has healed.", "cervical historical"),
        ("It was at L4-5 and at C5-6.", "Well, that disc herniation has healed.", "historical"),
        ("It was L5-S1.", "A disc herniation has healed by then.", "historical"),
    ],
)
def test_a_condition_of_a_level_named_before(read: Read, named: str, said: str, line: str) -> None:
    """Who points to a disc means the level that was just spoken of, where there is one."""
    text = f"Dr: Which level was it?\nPt: {named}\nDr: {said}"
    assert read(text, "diagnoses", "transcript") == [f"disc_herniation {line}"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Acute traumatic subluxation C4-C5 with left deltoid weakness.", ["traumatic_subluxation cervical"]),
        ("L4-5 disc herniation with right leg numbness.", ["disc_herniation lumbar"]),
        ("Right L4-5 disc herniation with right leg numbness.", ["disc_herniation lumbar right"]),
        ("Sciatica with left leg numbness.", ["sciatica left"]),
    ],
)
def test_the_side_of_what_comes_with_a_condition(read: Read, said: str, lines: list[str]) -> None:
    """What a condition brings about has the side for itself, unless it is a nerve that ails."""
    assert read(f"Assessment: {said}", "diagnoses") == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Assessment: L5-S1 disc herniation with S1 radiculopathy.", "radiculopathy lumbar"),
        ("Assessment: S1 radiculopathy.", "radiculopathy sacral"),
        ("Assessment: C5-6 disc herniation. S1 radiculopathy.", "radiculopathy sacral"),
        ("Assessment: L4-5 foraminal stenosis, S1 radiculopathy.", "radiculopathy sacral"),
    ],
)
def test_the_root_of_the_last_disc(read: Read, text: str, line: str) -> None:
    """The first sacral root that a lumbar disc presses on is ill where the disc is."""
    assert line in read(text, "diagnoses")


def test_a_cord_that_is_denied_in_talk(read: Read) -> None:
    """Talk denies a myelopathy of no part of the cord, and a note that of the neck that it is about."""
    talk = "DR: You've got a right C6 radiculopathy.\nPT: Not myelopathy?\nDR: No myelopathy."
    assert "myelopathy absent" in read(talk, "diagnoses", "transcript")
    assert "myelopathy cervical absent" in read("Assessment: C6 radiculopathy. No myelopathy.", "diagnoses")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Assessment: Probable R SI joint strain vs sacroiliitis vs L L4-5 facet pain.",
            [
                "sprain_strain sacral right possible",
                "sacroiliitis sacral possible",
                "facet_syndrome lumbar left possible",
            ],
        ),
    ],
)
def test_a_side_stays_on_its_side_of_a_versus(read: Read, text: str, lines: list[str]) -> None:
    """What a condition is weighed against keeps its side."""
    assert read(text, "diagnoses") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("You have a bad disc herniation in your back, at L4-5.", "disc_herniation lumbar"),
        ("You have a disc herniation in your back, down at L3.", "disc_herniation lumbar"),
        ("You have a disc herniation in your back, and C5 is fine.", "disc_herniation"),
    ],
)
def test_a_level_added_to_a_vague_place(read: Read, said: str, line: str) -> None:
    """The level of which the next part consists says where a back is ill."""
    assert read(f"DR: {said}\nPT: Okay.", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "DR: The x-ray shows L4-5 has slipped. You have a lumbar spondylolisthesis. It's not unstable.\nPT: Okay.",
            ["instability lumbar absent", "spondylolisthesis lumbar"],
        ),
    ],
)
def test_a_film_says_where_nothing_is_unstable(read: Read, text: str, lines: list[str]) -> None:
    """An instability that is denied is one of the region that a film shows to be ill."""
    assert sorted(read(text, "diagnoses", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A: R sciatica, probable L4-5 HNP.", ["disc_herniation lumbar possible", "sciatica right"]),
        ("A: left S1 radiculopathy likely L5-S1 disc herniation",
         ["disc_herniation lumbar possible", "radiculopathy sacral left"]),
        ("A: C5-6 disc herniation with right C6 radiculopathy.",
         ["disc_herniation cervical", "radiculopathy cervical right"]),
        ("A: Left C5-6 disc herniation with C6 radiculopathy.",
         ["disc_herniation cervical left", "radiculopathy cervical left"]),
        ("Dx: 1) T5 subluxation, L M99.12 2) thoracic DDD T5-6", ["disc_degeneration thoracic"]),
        ("A: lumbar strain (midline tenderness at L4).", ["sprain_strain lumbar"]),
        ("Considered and felt not to be present: vertebral fracture, malignancy (no midline lumbar ttp).",
         ["fracture absent", "neoplasm absent"]),
    ],
)  # fmt: skip
def test_sides_and_places_of_something_else(read: Read, text: str, lines: list[str]) -> None:
    """A nerve has the side of its disc, but no disc that of a nerve; an item and a bracket keep their own."""
    assert sorted(read(text, "diagnoses")) == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Your knee is puffy on the inside. That's a strain, a mild one.", "sprain_strain lower_extremity"),
        ("Wrist up, wrist down. Could be a fracture.", "fracture upper_extremity possible"),
        ("Your knee's fine. In the low back, that's a strain.", "sprain_strain"),
        ("The neck turns well. It's a strain.", "sprain_strain"),
    ],
)
def test_injuries_of_what_was_in_hand(read: Read, said: str, line: str) -> None:
    """An injury that is named without a place is one of the limb that was examined last."""
    assert read(f"Doctor: {said}", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A: left hip pain, likely trochanteric bursitis.",
            ["hip_pathology pelvic left", "hip_pathology pelvic left possible"],
        ),
        ("A: knee instability R with generalized hypermobility.", ["instability lower_extremity right"]),
    ],
)
def test_sides_of_a_pain_and_of_what_is_named_again(read: Read, text: str, lines: list[str]) -> None:
    """A cause has the side of its pain, and what is named once more that of its first name."""
    assert sorted(read(text, "diagnoses")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SI joint dysfunction, left; cervical strain", ["sprain_strain cervical"]),
        ("lumbar facet syndrome, L rib dysfunction", ["facet_syndrome lumbar"]),
        ("lumbar strain; left hip arthritis", ["sprain_strain lumbar", "osteoarthritis pelvic left"]),
        ("lumbar radiculopathy, severe, left", ["radiculopathy lumbar left"]),
        ("lumbar radiculopathy; left", ["radiculopathy lumbar left"]),
    ],
)
def test_an_item_keeps_its_side(read: Read, text: str, lines: list[str]) -> None:
    """What a semicolon parts, or a lesion has, is no side of a diagnosis; a bare side at the end is."""
    assert read(f"Dx: {text}.", "diagnoses") == lines
