"""Conditions take the most specific code that their words, region, level and side support."""

from typing import TYPE_CHECKING

import pytest

from scribe.schema import Encounter, Laterality, Region

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


@pytest.mark.parametrize(
    ("condition", "region", "words", "expected"),
    [
        ("disc_herniation", "cervical", "C6-7 disc herniation", ["M50.223"]),
        ("disc_herniation", "cervical", "cervical disc herniation", ["M50.20"]),
        ("disc_herniation", "cervical", "disc herniations C4-5 and C6-7", ["M50.221"]),
        ("disc_herniation", "thoracic", "T8-9 disc protrusion", ["M51.24"]),
        ("disc_herniation", "lumbar", "herniations at L4-5 and L5-S1", ["M51.26", "M51.27"]),
        ("disc_herniation", "sacral", "L5-S1 disc herniation", ["M51.27"]),
        ("disc_herniation", "lumbar", "L4-5 disc herniation without radiculopathy", ["M51.26"]),
        ("disc_herniation", "lumbar", "L4-5 disc herniation with radiculopathy", ["M51.16"]),
        ("disc_degeneration", "lumbar", "degenerative disc disease L5-S1", ["M51.379"]),
        ("disc_degeneration", "lumbar", "disc degeneration with low back pain and leg pain", ["M51.362"]),
        ("spondylosis", "lumbar", "lumbar spondylosis", ["M47.816"]),
        ("spondylosis", "cervical", "spondylosis with myelopathy C5-6", ["M47.12"]),
        ("spondylosis", "lumbar", "lumbosacral spondylosis with myelopathy", ["M47.16"]),
        ("facet_syndrome", "lumbar", "L5-S1 facet syndrome", ["M47.817"]),
        ("spondylolisthesis", "lumbar", "grade 1 listhesis of L5 on S1", ["M43.17"]),
        ("spondylolysis", "lumbar", "L5 pars defect", ["M43.06"]),
        ("spinal_stenosis", "cervical", "cervical stenosis", ["M48.02"]),
        ("spinal_stenosis", "lumbar", "lumbar stenosis", ["M48.061"]),
        ("spinal_stenosis", "lumbar", "lumbar stenosis with neurogenic claudication", ["M48.062"]),
        ("spinal_stenosis", "lumbar", "lumbar stenosis without neurogenic claudication", ["M48.061"]),
        ("spinal_stenosis", "lumbar", "L5-S1 stenosis", ["M48.07"]),
        ("instability", "lumbar", "L4-5 instability", ["M53.2X6"]),
        ("sacroiliitis", "sacral", "left sacroiliitis", ["M46.1"]),
        ("osteoarthritis", "sacral", "SI joint osteoarthritis", ["M46.1"]),
        ("coccydynia", "sacral", "coccydynia", ["M53.3"]),
        ("postlaminectomy_syndrome", "lumbar", "postlaminectomy syndrome", ["M96.1"]),
        ("epidural_fibrosis", "lumbar", "epidural fibrosis", ["G96.12"]),
        ("ankylosing_spondylitis", None, "ankylosing spondylitis", ["M45.9"]),
        ("cauda_equina", None, "cauda equina syndrome", ["G83.4"]),
        ("neoplasm", "lumbar", "L3 metastasis", ["C79.51"]),
        ("neoplasm", None, "metastatic disease to the spine", ["C79.51"]),
        ("neoplasm", None, "breast cancer", []),
        ("instability", None, "ankle instability", []),
        ("infection", "lumbar", "discitis L2-3", ["M46.46"]),
        ("scoliosis", "thoracic", "scoliosis", ["M41.9"]),
        ("radiculopathy", "cervical", "C7 radiculopathy", ["M54.12"]),
        ("radiculopathy", "lumbar", "L5 radiculopathy", ["M54.16"]),
        ("radiculopathy", "lumbar", "lumbosacral radiculopathy", ["M54.17"]),
        ("radiculopathy", "sacral", "S2 radiculopathy", ["M54.18"]),
        ("radiculopathy", "upper_extremity", "arm radiculopathy", ["M54.12"]),
        ("low_back_pain", None, "low back pain", ["M54.50"]),
        ("low_back_pain", "sacral", "SI joint pain", ["M53.3"]),
        ("neck_pain", "cervical", "neck pain", ["M54.2"]),
        ("thoracic_pain", "thoracic", "mid back pain", ["M54.6"]),
        ("headache", None, "headache", ["R51.9"]),
        ("headache", None, "cervicogenic headache", ["G44.86"]),
        ("muscle_spasm", "lumbar", "paraspinal spasm", ["M62.830"]),
        ("other", "lumbar", "piriformis syndrome", []),
    ],
)
def test_code_of_a_condition(
    chart: "Chart", condition: str, region: Region | None, words: str, expected: list[str]
) -> None:
    """The first row that fits decides."""
    assert chart.assigned(chart.diagnosis(condition, region, words)) == expected


@pytest.mark.parametrize(
    ("condition", "words", "side", "expected"),
    [
        ("sciatica", "sciatica", None, ["M54.30"]),
        ("sciatica", "right sciatica", "right", ["M54.31"]),
        ("sciatica", "sciatica on both sides", "bilateral", ["M54.31", "M54.32"]),
        ("sprain_strain", "left ankle sprain", "left", ["S93.402A"]),
        ("hip_pathology", "right hip arthritis", "right", ["M16.11"]),
    ],
)
def test_side(chart: "Chart", condition: str, words: str, side: Laterality | None, expected: list[str]) -> None:
    """A stated side chooses the code of that side, both sides both codes."""
    region = "lower_extremity" if condition == "sprain_strain" else None
    assert chart.assigned(chart.diagnosis(condition, region, words, laterality=side)) == expected


@pytest.mark.parametrize(
    ("condition", "region", "words", "expected"),
    [
        ("fracture", "lumbar", "osteoporotic compression fracture of L1", ["M80.08XA"]),
        ("fracture", "lumbar", "L1 compression fracture", ["M48.56XA"]),
        ("fracture", "lumbar", "traumatic L1 compression fracture", ["S32.010A"]),
        ("fracture", "thoracic", "T12 burst fracture", ["S22.081A"]),
        ("fracture", "cervical", "C4 fracture", ["S12.300A"]),
        ("fracture", "sacral", "sacral fracture", ["S32.10XA"]),
        ("fracture", "sacral", "coccyx fracture", ["S32.2XXA"]),
        ("fracture", "lumbar", "stress fracture L4", ["M48.46XA"]),
        ("traumatic_subluxation", "cervical", "subluxation of C4 on C5", ["S13.150A"]),
        ("traumatic_subluxation", "cervical", "traumatic cervical subluxation", ["S13.100A"]),
        ("traumatic_subluxation", "lumbar", "L3-4 traumatic subluxation", ["S33.130A"]),
        ("sprain_strain", "cervical", "whiplash", ["S13.4XXA"]),
        ("sprain_strain", "cervical", "neck strain", ["S16.1XXA"]),
        ("sprain_strain", "thoracic", "thoracic sprain", ["S23.3XXA"]),
        ("sprain_strain", "lumbar", "lumbar sprain/strain", ["S33.5XXA"]),
        ("sprain_strain", "lumbar", "lumbar strain", ["S39.012A"]),
        ("sprain_strain", "sacral", "SI sprain", ["S33.6XXA"]),
    ],
)
def test_injuries(chart: "Chart", condition: str, region: Region, words: str, expected: list[str]) -> None:
    """Injuries go by cause, level and kind, and end in A where no later visit is known."""
    assert chart.assigned(chart.diagnosis(condition, region, words)) == expected


@pytest.mark.parametrize(
    ("visit", "words", "expected"),
    [
        ("initial", "lumbar sprain", "S33.5XXA"),
        ("subsequent", "lumbar sprain", "S33.5XXD"),
        ("subsequent", "sequela of a lumbar sprain", "S33.5XXS"),
        ("subsequent", "acute lumbar sprain", "S33.5XXA"),
        ("subsequent", "acute lumbar sprain, subsequent encounter", "S33.5XXD"),
        ("subsequent", "subacute lumbar sprain", "S33.5XXD"),
    ],
)
def test_seventh_character(chart: "Chart", visit: str, words: str, expected: str) -> None:
    """A at the first visit and while it is acute, D at a later one, S for what is left of an injury."""
    encounter = Encounter.model_validate({"visit": visit})
    assert chart.assigned(chart.diagnosis("sprain_strain", "lumbar", words), encounter=encounter) == [expected]


def test_vaguer_statement_adds_nothing(chart: "Chart") -> None:
    """The same condition said again without its region or side gives no second code."""
    disc, again = (
        chart.diagnosis("disc_herniation", "lumbar", "L4-5 herniation"),
        chart.diagnosis("disc_herniation", None),
    )
    side, vague = chart.diagnosis("sciatica", None, laterality="left"), chart.diagnosis("sciatica", "lumbar")
    assert (chart.assigned(again, disc), chart.assigned(vague, side)) == (["M51.26"], ["M54.32"])


def test_family_without_the_junction(chart: "Chart") -> None:
    """Where a family has no code of the junction, that of its region is given."""
    spondylosis = chart.diagnosis("spondylosis", "lumbar", "L5-S1 spondylosis with myelopathy")
    assert (chart.codes.find("M47.17"), chart.assigned(spondylosis)) == (None, ["M47.16"])
