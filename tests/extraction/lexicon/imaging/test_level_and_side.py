"""Specification of the levels and sides of what a study shows."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("L5-S1 extrusion compressing the traversing S1 root, severe left lateral recess stenosis", "lumbar"),
        ("A fragment touches the S1 nerve, left lateral recess stenosis", "lumbar"),
        ("S1 left foraminal stenosis", "sacral"),
    ],
)
def test_a_root_is_no_region(read: Read, text: str, region: str) -> None:
    """A sacral root is touched at a joint above it."""
    found = read(f"IMAGING: MRI: {text}.", "imaging")[-1]
    assert region in found.split()


def test_pictures_after_a_limb(read: Read) -> None:
    """Pictures whose part nobody names are of the one region of the spine that was spoken of."""
    text = "Doctor: Your neck again. The right shoulder is tight.\nPatient: Yes.\nDoctor: On the films, no fracture."
    assert read(text, "imaging", "transcript") == ["xray fracture cervical absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "MRI C-spine: left uncinate spur and right foraminal disc protrusion",
            ["mri bony_overgrowth cervical left", "mri disc_herniation cervical right"],
        ),
        ("MRI lumbar: L5-S1 bulge extending into the right foramen", ["mri disc_herniation lumbar right"]),
        (
            "CT neck: spurs narrow the left C5-6 foramen",
            ["ct bony_overgrowth cervical left", "ct foraminal_narrowing cervical left"],
        ),
        (
            "MRI lumbar: enhancing scar in the left lateral recess at L5-S1, lateral recess narrowed",
            ["mri fibrosis lumbar left", "mri canal_narrowing lumbar left"],
        ),
        (
            "MRI: granulation tissue within the right L4-5 foramen, foramen narrowed",
            ["mri fibrosis lumbar right", "mri foraminal_narrowing lumbar right"],
        ),
        (
            "CT lumbar: facet spurs at L4-5 encroaching on the right lateral recess",
            ["ct bony_overgrowth lumbar right", "ct canal_narrowing lumbar right"],
        ),
        (
            "MRI lumbar: ligament thickening at L4-5; right foramen narrow",
            ["mri ligament_hypertrophy lumbar", "mri foraminal_narrowing lumbar right"],
        ),
        ("XR L elbow: no fracture", ["xray other upper_extremity left absent"]),
        ("MRI R hip: labral tear", ["mri other pelvic right"]),
        ("MRI brain: normal", ["mri other head absent"]),
        ("Bone scan: uptake at the right SI joint", ["bone_scan sacroiliac_changes sacral right"]),
    ],
)
def test_whose_side_it_is(read: Read, text: str, lines: list[str]) -> None:
    """A side belongs to the words right behind it, to the foramen that is entered, or to the limb studied."""
    assert read(f"Imaging: {text}.", "imaging") == lines


def test_what_results_is_not_entered(read: Read) -> None:
    """A bulge that results in a narrow foramen has no side of its own."""
    assert read("Imaging: MRI L4-5: disc bulge resulting in moderate right foraminal narrowing.", "imaging") == [
        "mri disc_herniation lumbar",
        "mri foraminal_narrowing lumbar right",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("There's a bulge at L5-S1, off to the left.", ["mri disc_herniation lumbar left"]),
        ("The left recess at L4-5 is tight. The ligament is thick.",
         ["mri canal_narrowing lumbar left", "mri ligament_hypertrophy lumbar"]),
        ("At L4-5 there's scar in the right foramen, and the foramen is narrowed.",
         ["mri fibrosis lumbar right", "mri foraminal_narrowing lumbar right"]),
        ("The SI joints, the left one has some sclerosis.", ["mri sacroiliac_changes sacral left"]),
        ("The nerve openings, on the left at L4-5 that's narrowed, on the right they're open.",
         ["mri foraminal_narrowing lumbar left", "mri foraminal_narrowing lumbar right absent"]),
    ],
)  # fmt: skip
def test_spoken_sides(read: Read, text: str, lines: list[str]) -> None:
    """In speech a side may follow after a pause; what lies in the middle takes none from what was told before."""
    assert read(f"Doctor: Here is your MRI. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize("text", ["severe R > moderate L", "moderate left and severe right"])
def test_both_sides(read: Read, text: str) -> None:
    """Two sides with their measures are both."""
    assert read(f"Imaging: MRI: L5-S1 {text} foraminal narrowing.", "imaging") == [
        "mri foraminal_narrowing lumbar bilateral"
    ]


def test_a_disc_beside_the_middle(read: Read) -> None:
    """Where in the canal a disc lies may follow after a pause, with its side."""
    turns = "DR: On the MRI there's a herniation at L4-5, paracentral to the left."
    assert read(turns, "imaging", "transcript") == ["mri disc_herniation lumbar left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI lumbar: L3-4 protrusion, eccentric right", ["mri disc_herniation lumbar right"]),
        ("MRI lumbar: L5-S1 bulge, worse on the left", ["mri disc_herniation lumbar left"]),
        (
            "MRI neck: C4-5 protrusion on the right, foramen tight",
            ["mri disc_herniation cervical right", "mri foraminal_narrowing cervical right"],
        ),
        (
            "MRI neck: C3-4 and C4-5 spurs, left C4-5 foraminal narrowing",
            ["mri bony_overgrowth cervical", "mri foraminal_narrowing cervical left"],
        ),
    ],
)
def test_where_a_report_leans(read: Read, text: str, lines: list[str]) -> None:
    """A part of its own says to which side a disc leans, and a foramen takes the side of what fills it."""
    assert sorted(read(f"Imaging: {text}.", "imaging")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The right L4-5 foramen is reduced to half of the left.", "mri foraminal_narrowing lumbar right"),
        ("A spur from the left facet is crowding the foramen.", "mri foraminal_narrowing lumbar left"),
        ("A spur from the left facet at L5-S1, foramina patent.", "mri foraminal_narrowing lumbar absent"),
    ],
)
def test_the_side_of_a_foramen(read: Read, text: str, line: str) -> None:
    """A foramen is on the side of what crowds it, and not on the one that it is measured by."""
    assert line in read(f"MRI lumbar spine: {text}", "imaging")


def test_the_same_spot(read: Read) -> None:
    """What lies in the same spot is on the same side."""
    text = "Doctor: MRI of the neck. At C5-6, on the right, there's a spur, and the disc bulges into the same spot."
    assert read(text, "imaging", "transcript") == [
        "mri bony_overgrowth cervical right",
        "mri disc_herniation cervical right",
    ]


def test_speech_without_marks_leads_to_the_other_side(read: Read) -> None:
    """A side at the end of a sentence that nobody set a mark behind belongs to the next."""
    text = (
        "D: so here's the MRI of your lower back\nP: uh huh\n"
        "D: the holes on the left side are tight at L3-4 and on the right they're open"
    )
    assert sorted(read(text, "imaging", "transcript")) == [
        "mri foraminal_narrowing lumbar left",
        "mri foraminal_narrowing lumbar right absent",
    ]


def test_a_limb_examined_before_gives_no_side(read: Read) -> None:
    """The side of a limb that was examined is none of the spine."""
    text = "Doctor: The right knee is weak.\nDoctor: On the MRI of your low back these joints put on bone."
    assert read(text, "imaging", "transcript") == ["mri bony_overgrowth"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("This dot on the left is your nerve. Now look at the right. So that's scar.", "mri fibrosis lumbar right"),
        ("The left window is open. Come over to the right. There's a spur off the facet.",
         "mri bony_overgrowth lumbar right"),
        ("Right side's roomy. And on the left... Well, there's the disc bulging.", "mri disc_herniation lumbar left"),
        ("The facets on both sides are big. There's a bulge too.", "mri disc_herniation lumbar"),
        ("These knobs on the two sides are the facet joints, they're big.", "mri bony_overgrowth lumbar bilateral"),
    ],
)  # fmt: skip
def test_the_side_that_pictures_have_come_to(read: Read, text: str, line: str) -> None:
    """What is shown is on the side that the talk has turned to last; a disc is on both only where somebody says so."""
    assert line in read(f"Doctor: Here's the MRI of the lumbar spine. At L4-5. {text}", "imaging", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "MRI L-spine: facets enlarged on both sides and the ligament is thick.",
            ["mri bony_overgrowth lumbar bilateral", "mri ligament_hypertrophy lumbar"],
        ),
        ("MRI L-spine: ligamentum flavum thick and folded bilaterally.", ["mri ligament_hypertrophy lumbar bilateral"]),
        (
            "MRI C-spine: spur on the right and the cord looks normal.",
            ["mri bony_overgrowth cervical right", "mri other cervical absent"],
        ),
        (
            "MRI L-spine: disc bulge and thick facets on both sides.",
            ["mri bony_overgrowth lumbar bilateral", "mri disc_herniation lumbar"],
        ),
        (
            "MRI L-spine: severe spinal canal stenosis and mild right, moderate left neural foraminal stenosis.",
            ["mri canal_narrowing lumbar", "mri foraminal_narrowing lumbar bilateral"],
        ),
        ("MRI L-spine: severe right, mild left foraminal narrowing.", ["mri foraminal_narrowing lumbar bilateral"]),
        (
            "MRI L-spine: bulge to the right, left foraminal narrowing.",
            ["mri disc_herniation lumbar right", "mri foraminal_narrowing lumbar left"],
        ),
    ],
)
def test_sides_of_the_other_part(read: Read, text: str, lines: list[str]) -> None:
    """A side goes to its own part, not over an `and` to a canal, a cord or a ligament."""
    assert sorted(read(text, "imaging")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The discs at C5-6 and C6-7 are thin, and there are spurs at both of those.",
            ["xray bony_overgrowth cervical", "xray disc_degeneration cervical"],
        ),
        (
            "At C5-6 and C6-7 the facets are overgrown on both of those sides.",
            ["xray bony_overgrowth cervical bilateral"],
        ),
        ("The vertebrae stack up right on top of each other.", ["xray malalignment cervical absent"]),
    ],
)
def test_words_that_name_no_side(read: Read, text: str, lines: list[str]) -> None:
    """Both of two levels are no sides, and what lies right on top lies just there."""
    assert sorted(read(f"Doctor: X-ray of the neck. {text}", "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("moderate L, mild R foraminal narrowing at C4-5", ["mri foraminal_narrowing cervical bilateral"]),
        (
            "bulge L, mild R foraminal narrowing at C4-5",
            ["mri foraminal_narrowing cervical right", "mri disc_herniation cervical left"],
        ),
        ("C5-6 central stenosis w/o cord compression", ["mri canal_narrowing cervical", "mri other cervical absent"]),
        ("no cord compression at C5-6", ["mri canal_narrowing cervical absent"]),
        (
            "canal narrowing at C5-6, no canal narrowing at L4-5",
            ["mri canal_narrowing cervical", "mri canal_narrowing lumbar absent"],
        ),
        (
            "C5-6 disc bulge w/o cord compression",
            ["mri canal_narrowing cervical absent", "mri disc_herniation cervical"],
        ),
        ("C5-6 central stenosis with cord compression", ["mri canal_narrowing cervical"]),
        ("no central stenosis or cord compression at C5-6", ["mri canal_narrowing cervical absent"]),
        (
            "moderate L, bulge C3-4, mild R foraminal narrowing at C4-5",
            ["mri disc_herniation cervical", "mri foraminal_narrowing cervical right"],
        ),
        ("mild L, mild L foraminal narrowing at C4-5", ["mri foraminal_narrowing cervical left"]),
        ("severe L recess, mild R foraminal narrowing at C4-5", ["mri foraminal_narrowing cervical right"]),
        ("L, mild R foraminal narrowing at C4-5", ["mri foraminal_narrowing cervical right"]),
    ],
)
def test_sides_graded_apart_and_a_cord_that_is_spared(read: Read, text: str, lines: list[str]) -> None:
    """How much of it there is may be told for each side; a narrow canal is none whose narrowing is denied."""
    assert sorted(read(f"IMAGING: MRI: {text}.", "imaging")) == sorted(lines)
