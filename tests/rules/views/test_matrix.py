"""The cells of M99 and the words of other titles, compared with the code set."""

from itertools import chain, combinations
from typing import get_args

import pytest

from scribe.documents import parse
from scribe.rules import Chart, Claim
from scribe.rules.tables import code_facts, condition_facts, families
from scribe.rules.views.claims import judge
from scribe.rules.views.matrix import Cell, cell, codes_of, facts_of, mechanisms_in, regions_of, side_of
from scribe.schema import (
    REGIONS,
    Assertion,
    Encounter,
    Evidence,
    Extraction,
    Laterality,
    Lesion,
    LesionKind,
    Mechanism,
    Region,
)
from scribe.terminology import code_set

FAMILIES: dict[tuple[LesionKind, Mechanism | None], str] = {
    ("somatic_dysfunction", None): "0",
    ("subluxation_complex", None): "1",
    ("canal_stenosis", "subluxation"): "2",
    ("canal_stenosis", "osseous"): "3",
    ("canal_stenosis", "connective_tissue"): "4",
    ("canal_stenosis", "disc"): "5",
    ("foraminal_stenosis", "subluxation"): "6",
    ("foraminal_stenosis", "osseous"): "6",
    ("foraminal_stenosis", "connective_tissue"): "7",
    ("foraminal_stenosis", "disc"): "7",
    ("other_biomechanical_lesion", None): "8",
}
"""The subcategory of each kind of lesion and each mechanism, as the list prints them."""

PHRASES = (
    "head region",
    "cervical region",
    "thoracic region",
    "lumbar region",
    "sacral region",
    "pelvic region",
    "lower extremity",
    "upper extremity",
    "rib cage",
    "abdomen and other regions",
)
TITLES: dict[str, tuple[LesionKind, tuple[Mechanism, ...]]] = {
    "Segmental and somatic dysfunction": ("somatic_dysfunction", ()),
    "Subluxation complex (vertebral)": ("subluxation_complex", ()),
    "Subluxation stenosis of neural canal": ("canal_stenosis", ("subluxation",)),
    "Osseous stenosis of neural canal": ("canal_stenosis", ("osseous",)),
    "Connective tissue stenosis of neural canal": ("canal_stenosis", ("connective_tissue",)),
    "Intervertebral disc stenosis of neural canal": ("canal_stenosis", ("disc",)),
    "Osseous and subluxation stenosis of intervertebral foramina": ("foraminal_stenosis", ("osseous", "subluxation")),
    "Connective tissue and disc stenosis of intervertebral foramina": (
        "foraminal_stenosis",
        ("connective_tissue", "disc"),
    ),
    "Other biomechanical lesions": ("other_biomechanical_lesion", ()),
}


def lesion(kind: LesionKind, region: Region | None, *mechanisms: Mechanism) -> Lesion:
    """A lesion that only has what a code depends on."""
    return Lesion(kind=kind, region=region, mechanisms=mechanisms, evidence=(Evidence(quote="as stated"),))


@pytest.mark.parametrize("digit", range(10))
@pytest.mark.parametrize("place", range(9))
def test_cell_reads_what_the_title_says(place: int, digit: int) -> None:
    """For all ninety cells, lesion, mechanisms and region are those of the printed title."""
    code = f"M99.{place}{digit}"
    found, known = cell(code), code_set(None).find(code)
    assert found is not None
    assert known is not None
    subject, phrase = known.title.rsplit(" of ", 1) if " of " in known.title else (known.title, "")
    assert (found.family.kind, found.family.mechanisms) == TITLES[subject]
    assert PHRASES[REGIONS.index(found.region)] == phrase


@pytest.mark.parametrize("code", ["M99", "M99.0", "M99.9", "M99.90", "M99.044", "M54.16", "98925", ""])
def test_other_codes_have_no_cell(code: str) -> None:
    """Headers, M99.9, codes that are too long and other categories are no cells."""
    assert cell(code) is None


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        (lesion("somatic_dysfunction", "rib_cage"), ("M99.08",)),
        (lesion("somatic_dysfunction", None), ()),
        (lesion("canal_stenosis", "sacral", "subluxation", "osseous"), ("M99.24", "M99.34")),
        (lesion("foraminal_stenosis", "lumbar", "subluxation", "osseous"), ("M99.63",)),
        (lesion("foraminal_stenosis", "lumbar", "osseous", "disc"), ("M99.63", "M99.73")),
        (lesion("canal_stenosis", "sacral"), ()),
        (lesion("other_biomechanical_lesion", "head"), ("M99.80",)),
    ],
)
def test_codes_of_a_lesion(stated: Lesion, codes: tuple[str, ...]) -> None:
    """Each canal mechanism has a code, a pair of foraminal ones shares one, and what is missing gives none."""
    assert codes_of(stated) == codes


def test_every_code_of_a_lesion_is_its_own_cell() -> None:
    """Reading a code back gives the family and the region it was made of."""
    for family in families():
        for region in REGIONS:
            for code in codes_of(lesion(family.kind, region, *family.mechanisms)):
                assert cell(code) == Cell(family, region)


def test_longest_start_of_a_code_decides() -> None:
    """M51.17 is read by M51.1 and not by M51; what no table row begins is not our field."""
    assert facts_of("M51.17") == code_facts()["M51.1"]
    assert facts_of("I10") is None


def test_every_start_begins_codes_of_the_set_and_names_known_conditions() -> None:
    """A row for codes that do not exist, or for an unknown condition, would never be used."""
    codes = code_set(None)
    assert [start for start in code_facts() if codes.find(start) is None] == []
    assert {it for facts in code_facts().values() for it in facts.conditions} <= set(condition_facts())


@pytest.mark.parametrize(
    ("title", "regions", "side"),
    [
        ("Radiculopathy, sacral and sacrococcygeal region", ("sacral",), None),
        ("Spondylolisthesis, lumbosacral region", ("lumbar", "sacral"), None),
        ("Sciatica, left side", ("lumbar", "sacral", "pelvic", "lower_extremity"), "left"),
        ("Low back pain, unspecified", ("lumbar", "sacral", "pelvic"), None),
        ("Osteoarthritis of hip, unspecified", ("pelvic", "lower_extremity"), None),
        ("Subluxation of C0/C1 cervical vertebrae, initial encounter", ("head", "cervical", "cervical"), None),
        ("Unspecified fracture of sacrum, initial encounter for closed fracture", ("sacral",), None),
        ("Biomechanical lesion, unspecified", (), None),
        ("Scoliosis of left and right side", (), None),
    ],
)
def test_title_names_regions_and_side(title: str, regions: tuple[Region, ...], side: Laterality | None) -> None:
    """A junction admits both neighbours; a title with both sides names none."""
    assert (regions_of(title), side_of(title)) == (regions, side)


@pytest.mark.parametrize(
    ("text", "mechanisms"),
    [
        ("osteophytes and a bulging disc", ("osseous", "disc")),
        ("ligamentum flavum thickening", ("connective_tissue",)),
        ("S1 is subluxed on S2", ("subluxation",)),
        ("discussed at discharge, discomfort", ()),
    ],
)
def test_mechanisms_in_words(text: str, mechanisms: tuple[Mechanism, ...]) -> None:
    """Words name mechanisms whole or by their beginning; a chance beginning names none."""
    assert mechanisms_in(text) == mechanisms


@pytest.mark.parametrize("kind", get_args(LesionKind))
@pytest.mark.parametrize("assertion", ["present", "absent", "possible", "historical"])
def test_claim_is_documented_exactly_where_the_table_says(kind: LesionKind, assertion: Assertion) -> None:
    """Of the 91 complete codes of M99, a present lesion bears out those of its kind, mechanisms and region."""
    claims = tuple(Claim(f"M99.{family}{digit}", (), "codes[0]", ()) for family in range(9) for digit in range(10))
    quote = Evidence(quote="as stated", span=(0, 9), match="exact")
    for mechanisms in chain.from_iterable(combinations(get_args(Mechanism), size) for size in range(5)):
        for region in (*REGIONS, None):
            stated = Lesion(kind=kind, region=region, mechanisms=mechanisms, assertion=assertion, evidence=(quote,))
            record = (parse("as stated", "note"), Encounter(), Extraction(lesions=(stated,)), ())
            chart = Chart(*record, (*claims, Claim("M99.9", (), "codes[90]", ())), code_set(None))
            found = {judgement.code for judgement in judge(chart) if judgement.verdict == "documented"}
            families = {FAMILIES.get((kind, cause)) for cause in (*mechanisms, None)} - {None}
            due = {f"M99.{family}{REGIONS.index(region)}" for family in families} if region else set()
            assert found == (due if assertion == "present" else set())
