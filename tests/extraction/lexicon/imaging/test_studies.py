"""Specification of imaging findings."""

from collections.abc import Callable
from textwrap import fill

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI: canal stenosis at L4-5", ["mri canal_narrowing lumbar"]),
        ("CT: left foraminal narrowing at C5-6", ["ct foraminal_narrowing cervical left"]),
        ("MRI: ligamentum flavum thickening at L4-5", ["mri ligament_hypertrophy lumbar"]),
        ("MRI: epidural fibrosis at L5", ["mri fibrosis lumbar"]),
        ("X-ray of the cervical spine shows osteophytes at C5-6", ["xray bony_overgrowth cervical"]),
        ("MRI: disc protrusion at C5-6", ["mri disc_herniation cervical"]),
        ("Films show degenerative disc disease at L5-S1", ["xray disc_degeneration lumbar"]),
        ("X-ray: C5 subluxation", ["xray malalignment cervical"]),
        ("X-ray: L5 spondylolisthesis, no fracture", ["xray malalignment lumbar", "xray fracture lumbar absent"]),
        ("CT: compression fracture of T12", ["ct fracture thoracic"]),
        ("Bone scan: negative for metastasis", ["bone_scan neoplasm absent"]),
        ("X-ray pelvis: sclerosis of the left SI joint", ["xray sacroiliac_changes sacral left"]),
        ("X-ray pelvis: right sacroiliitis", ["xray sacroiliac_changes sacral right"]),
        ("X-ray pelvis: sacroiliac arthritis bilaterally", ["xray sacroiliac_changes sacral bilateral"]),
        ("X-ray pelvis: sclerosis on the left", ["xray sacroiliac_changes pelvic left"]),
        ("X-ray: unremarkable", ["xray unremarkable"]),
        ("CT myelogram: severe canal stenosis at L3-4", ["myelogram canal_narrowing lumbar"]),
        ("Imaging: possible compression fracture of T12", ["unspecified fracture thoracic possible"]),
        ("MRI lumbar: canal patent", ["mri canal_narrowing lumbar absent"]),
        ("MRI from last year: disc herniation at L4-5", ["mri disc_herniation lumbar"]),
    ],
)
def test_findings(read: Read, text: str, lines: list[str]) -> None:
    """A study shows or excludes findings, each with modality, region and side; an old one still tells of today."""
    assert read(f"{text}.", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "MRI of the lumbar spine: disc bulge at L4-5. Left foraminal narrowing.",
            ["mri disc_herniation lumbar", "mri foraminal_narrowing lumbar left"],
        ),
        (
            "Imaging:\nMRI lumbar spine\nDisc bulge\nFacet hypertrophy\nNo canal stenosis",
            [
                "mri disc_herniation lumbar",
                "mri bony_overgrowth lumbar",
                "mri canal_narrowing lumbar absent",
            ],
        ),
        (
            "Imaging: X-ray: spurs at C5. MRI: disc protrusion at C5-6.",
            ["xray bony_overgrowth cervical", "mri disc_herniation cervical"],
        ),
        ("MRI: disc bulge at L4-5.\n\nExam: disc bulge.", ["mri disc_herniation lumbar"]),
    ],
)
def test_a_study_goes_on(read: Read, text: str, lines: list[str]) -> None:
    """Modality and region of a study hold until the next study is named or the report ends."""
    assert read(text, "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: Order MRI of the lumbar spine.", ["mri other lumbar hypothetical"]),
        ("Plan: Obtain cervical x-rays.", ["xray other cervical hypothetical"]),
        ("Plan: MRI if no better in 4 weeks.", ["mri other hypothetical"]),
        ("MRI of the lumbar spine ordered.", ["mri other lumbar hypothetical"]),
        ("Plan: Imaging later.", []),
        ("Subjective: Back hurts, no disc bulge known.", []),
    ],
)
def test_a_planned_study(read: Read, text: str, lines: list[str]) -> None:
    """A study that is only ordered is one finding of no kind, hypothetical."""
    assert read(text, "imaging") == lines


def test_spoken(read: Read) -> None:
    """The clinician's words about the films are imaging; a mention later without them is none."""
    text = "Doctor: Your MRI shows a disc bulge at L4-5.\nPatient: Oh.\nDoctor: A disc bulge can heal."
    assert read(text, "imaging", "transcript") == ["mri disc_herniation lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The disc at L3-4 is pushing on a nerve.", ["mri disc_herniation lumbar"]),
        ("The disk at C4-5 is all dried out.", ["mri disc_degeneration cervical"]),
        ("L4 has slid forward.", ["mri malalignment lumbar"]),
        ("The ligament at L3-4 is thickened.", ["mri ligament_hypertrophy lumbar"]),
        ("The disc at L3-4 has slipped.", ["mri disc_herniation lumbar"]),
        ("The disc at L3-4 isn't pushing on anything.", ["mri disc_herniation lumbar absent"]),
    ],
)
def test_everyday_words(read: Read, text: str, lines: list[str]) -> None:
    """A part of the spine and what is wrong with it make a finding, in whatever words the patient is told."""
    assert read(f"Doctor: Here is your MRI. {text}", "imaging", "transcript") == lines


def test_a_report_under_its_heading(read: Read) -> None:
    """The lines right below the name of a study tell what it shows."""
    text = "Objective: Alert.\n\nMRI LUMBAR 4/4/2026 (outside read)\nL4 displaced 3 mm. No fracture."
    assert read(text, "imaging") == ["mri malalignment lumbar", "mri fracture lumbar absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("At L4-5 the left foramen is tight. The right one's open.",
         ["mri foraminal_narrowing lumbar left", "mri foraminal_narrowing lumbar right absent"]),
        ("No fracture. At L3 there's a spur.", ["mri fracture lumbar absent", "mri bony_overgrowth lumbar"]),
        ("At L3-4 these are the facets, swollen.", ["mri bony_overgrowth lumbar"]),
        ("At T9 the cord is bright.", ["mri other thoracic"]),
        ("At C5-6 the canal is a slit.", ["mri canal_narrowing cervical"]),
    ],
)  # fmt: skip
def test_shown_to_the_patient(read: Read, text: str, lines: list[str]) -> None:
    """Who explains pictures points at one thing after the other, and names the level once."""
    assert read(f"Doctor: Here is your MRI. {text}", "imaging", "transcript") == lines


def test_the_study_that_was_done(read: Read) -> None:
    """Of two studies the one counts that could be done."""
    text = "Doctor: You can't have an MRI with that pump, so this is your CT. L4 has slid forward."
    assert read(text, "imaging", "transcript") == ["ct malalignment lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI C 3/2: cord ok.", ["mri other cervical absent"]),
        ("AP/lat lumbar: fusion L4-5 intact, DDD L5-S1.", ["disc_degeneration lumbar"]),
        ("Flexion/extension films of the lumbar spine do not show instability.", ["malalignment lumbar absent"]),
        ("MRI lumbar: left L4-5 foramen tight, facet spur.",
         ["bony_overgrowth lumbar left", "foraminal_narrowing lumbar left"]),
        ("X-ray left ankle: no fracture.", ["other lower_extremity"]),
        ("CT chest: rib 5 fracture.", ["other rib_cage"]),
    ],
)  # fmt: skip
def test_parts_and_their_sides(read: Read, text: str, lines: list[str]) -> None:
    """What narrows a foramen is on its side; of a limb or rib no kind is told; a letter names a region."""
    found = read(f"Imaging: {text}", "imaging")
    assert len(found) == len(lines)
    assert all(line in " ".join(found) for line in lines)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The disc at C4-5, it's pushing back.", ["mri disc_herniation cervical"]),
        ("On the left the hole for the nerve is a slit.", ["mri foraminal_narrowing cervical left"]),
        ("The hole for the nerve is tight. On the right it's open.", [
            "mri foraminal_narrowing cervical", "mri foraminal_narrowing cervical right absent",
        ]),
        ("And the foramina? Open.", ["mri foraminal_narrowing cervical absent"]),
        ("Nothing nasty.", ["mri neoplasm cervical absent"]),
    ],
)  # fmt: skip
def test_pictures_explained(read: Read, said: str, lines: list[str]) -> None:
    """A pronoun goes on with a disc, a leading side with its statement, and a bare word with the space named before."""
    assert read(f"Doctor: This is the MRI of your neck. {said}\nPatient: I see.", "imaging", "transcript") == lines


def test_a_wedged_disc_is_no_fracture(read: Read) -> None:
    """A disc that is open to one side breaks no bone."""
    assert read("X-ray: L4 disc wedging, no fracture.", "imaging") == [
        "xray other lumbar",
        "xray fracture lumbar absent",
    ]


def test_a_colleague_is_asked_what_a_study_says(read: Read) -> None:
    """What one clinician answers to another about a study is what the study shows, and no diagnosis yet."""
    text = (
        "Preceptor: What does the MRI show?\nStudent: Central canal stenosis at L3-4 from facet hypertrophy.\n"
        "Preceptor: And your diagnosis?\nStudent: Lumbar segmental dysfunction.\nPatient: Okay."
    )
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction lumbar"]
    assert read(text, "imaging", "transcript")[0] == "mri canal_narrowing lumbar"


def test_a_side_beyond_a_semicolon_is_of_something_else(read: Read) -> None:
    """A spur takes no side from the foramen of the next clause."""
    assert read("X-ray: C4-5 uncinate spurs; right C5-6 foraminal narrowing.", "imaging") == [
        "xray bony_overgrowth cervical",
        "xray foraminal_narrowing cervical right",
    ]


def test_a_healthy_organ_is_no_study(read: Callable[..., list[str]]) -> None:
    """What is normal of bowel and bladder is none of the film spoken of before."""
    assert read("MRI lumbar spine shows a disc bulge at L4-5. Bowel and bladder are normal.", "imaging") == [
        "mri disc_herniation lumbar"
    ]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Now let me scroll. At L4-5 the disc bulges.", "mri disc_herniation lumbar"),
        ("L1-2 is normal, and so is L2-3.", "mri unremarkable lumbar"),
        ("There's a grade one slip at L4-5.", "mri malalignment lumbar"),
        ("Then, some thickening of the ligamentum flavum at L3-4.", "mri ligament_hypertrophy lumbar"),
    ],
)
def test_pictures_are_gone_through_after_a_word_of_the_patient(read: Read, said: str, line: str) -> None:
    """A healthy disc, a slip or a thick ligament goes on with the study; a subluxation of the exam does not."""
    text = "Doctor: I have your lumbar MRI in front of me.\nPatient: Okay.\nDoctor: {}"
    assert read(text.format(said), "imaging", "transcript") == [line]
    assert read(text.format("I'm not diagnosing a subluxation."), "imaging", "transcript") == []


def test_a_hot_spot_of_a_bone_scan(read: Read) -> None:
    """What lights up at the sacrum is a change of its joint; what would have is no study to come."""
    text = "Doctor: Your bone scan shows a hot spot in the right sacrum. The scan would show it if there was more."
    assert read(text, "imaging", "transcript") == ["bone_scan sacroiliac_changes sacral right"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("T5-6 has a protrusion on the left. T6-7 the same, right side.",
         ["mri disc_herniation thoracic left", "mri disc_herniation thoracic right"]),
        ("T5-6 has a bulge. T6-7 is the same as in the old study.", ["mri disc_herniation thoracic"]),
    ],
)  # fmt: skip
def test_the_same_again(read: Read, text: str, lines: list[str]) -> None:
    """A further level may have the same, which is not to be as it was."""
    assert read(f"Doctor: Here is your MRI. {text}", "imaging", "transcript") == lines


def test_results_of_a_laboratory(read: Read) -> None:
    """Results with which no study is named are none of a study."""
    assert not read("RESULTS:\nTSH was normal.\nRapid test: negative.", "imaging")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Low back, everything lines up.", ["xray malalignment absent"]),
        ("Neck's fine. No slip anywhere.", ["xray malalignment absent"]),
        ("Right hip socket's narrowed.", ["xray other pelvic right"]),
    ],
)
def test_where_films_show_it(read: Read, text: str, lines: list[str]) -> None:
    """What holds for the back or for everywhere is of no one region; a hip is one."""
    found = read(f"Doctor: Here are the pelvic x-rays. {text}", "imaging", "transcript")
    assert [line for line in found if "unremarkable" not in line] == lines


def test_a_study_of_the_head_may_open_a_text(read: Callable[..., list[str]]) -> None:
    """What a study of another part shows is told of that part, also where its name is the first word."""
    assert read("Brain MRI shows mild degenerative changes.", "imaging") == read(
        "A brain MRI shows mild degenerative changes.", "imaging"
    )


def test_a_report_goes_on_in_wrapped_lines(read: Read) -> None:
    """What a study shows is read to the end of its paragraph, wherever its lines break."""
    report = (
        "IMAGING: MRI lumbar spine of 3 May. At L4-5 a disc protrusion narrows the left foramen. The central canal is "
        "wide at every level. There is no fracture and no slip. The right foramen at L4-5 is open and free.\n\n"
        "PLAN: Physical therapy twice a week for six weeks and then a new look at the leg pain, sooner if it grows."
    )
    wrapped = "\n".join(fill(line, 72) for line in report.split("\n"))
    assert wrapped.count("\n") > report.count("\n")
    assert read(wrapped, "imaging") == read(report, "imaging")
    assert len(read(report, "imaging")) == len(
        ("protrusion", "left foramen", "canal", "fracture", "slip", "right foramen")
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "X-rays. Lumbar: normal alignment. No fracture. Cervical: the disc spaces are preserved.",
            [
                "xray disc_degeneration cervical absent",
                "xray fracture lumbar absent",
                "xray malalignment lumbar absent",
            ],
        ),
        (
            "X-rays of the low back. No slippage, no fractures, and your hips look healthy.",
            ["xray fracture absent", "xray malalignment absent", "xray unremarkable pelvic"],
        ),
    ],
)
def test_region_of_what_is_denied(read: Read, text: str, lines: list[str]) -> None:
    """What is denied is of the region that was spoken of, not of one that comes next."""
    assert sorted(read(f"Doctor: {text}", "imaging", "transcript")) == lines
