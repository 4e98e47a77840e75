"""The three systems of body regions and the site digits of the spine."""

import re

import pytest

from scribe.errors import TerminologyError
from scribe.schema import REGIONS, Region
from scribe.terminology import code_set
from scribe.terminology.lookup import records
from scribe.terminology.regions import (
    CMT_EXTRASPINAL,
    CMT_SPINAL,
    M99_DIGIT,
    Site,
    Structure,
    cmt_regions,
    m99_digit,
    m99_region,
    omt_regions,
    possible_cmt_regions,
    site_digit,
    structure,
    structures,
)
from scribe.terminology.sources import citations

OMT = {region.removesuffix("_other") for region in REGIONS}
TITLES = {
    "occipito_atlanto_axial": "occipito-atlanto-axial",
    "cervical": "cervical",
    "high_cervical": "high cervical",
    "mid_cervical": "unspecified level",
    "c4_c5": "C4-C5",
    "c5_c6": "C5-C6",
    "c6_c7": "C6-C7",
    "cervicothoracic": "cervicothoracic",
    "thoracic": "thoracic",
    "thoracolumbar": "thoracolumbar",
    "lumbar": "lumbar",
    "lumbosacral": "lumbosacral",
    "sacral": "sacral and sacrococcygeal",
    "multiple": "multiple sites",
    "unspecified": "unspecified",
}
SCHEMES = ("M40-M54", "M50", "M51")
FAMILIES = [row["family"] for row in records("site_digits.csv") if row["family"] not in SCHEMES]


@pytest.mark.parametrize(
    ("name", "region", "cmt", "omt"),
    [
        ("atlanto_occipital", "head", "cervical", "head"),
        ("temporomandibular_joint", "head", "head", "head"),
        ("cervicothoracic", "cervical", "cervical", "cervical"),
        ("thoracolumbar", "thoracic", "thoracic", "thoracic"),
        ("lumbosacral", "lumbar", "lumbar", "lumbar"),
        ("sacroiliac_joint", "sacral", "pelvic", "sacral"),
        ("sacrococcygeal", "sacral", "sacral", "sacral"),
        ("innominate", "pelvic", "pelvic", "pelvic"),
        ("hip", "pelvic", "lower_extremity", "lower_extremity"),
        ("costovertebral", "rib_cage", "thoracic", "rib_cage"),
        ("costochondral", "rib_cage", "rib_cage", "rib_cage"),
        ("sternoclavicular", "upper_extremity", "upper_extremity", "upper_extremity"),
        ("diaphragm", "abdomen_other", "abdomen", "abdomen"),
        ("low_back", None, None, None),
    ],
)
def test_each_system_has_its_own_region(name: str, region: Region | None, cmt: str | None, omt: str | None) -> None:
    """The systems disagree on joints at the border, and a vague word has no region at all."""
    assert structure(name) == Structure(name, region, cmt, omt)


def test_an_unknown_structure_is_an_error() -> None:
    """A name that the table does not hold is a mistake of the caller."""
    with pytest.raises(TerminologyError, match="Unknown structure 'elbows'"):
        structure("elbows")


def test_every_structure_speaks_the_vocabularies() -> None:
    """Names are single; a structure has a region in all systems or in none; its source is known."""
    names = [found.name for found in structures()]
    assert len(set(names)) == len(names) == len(records("structures.csv"))
    for found in structures():
        assert (found.region, found.cmt, found.omt) == (None, None, None) or (
            found.region in REGIONS and found.cmt in CMT_SPINAL | CMT_EXTRASPINAL and found.omt in OMT
        )
    assert {found.region for found in structures()} == {*REGIONS, None}
    assert {row["source"] for row in records("structures.csv")} <= citations().keys()


def test_the_fifth_character_follows_the_titles() -> None:
    """Each region has the digit under which M99.0- names it."""
    assert [m99_digit(region) for region in REGIONS] == list("0123456789")
    for region, digit in M99_DIGIT.items():
        code = code_set(None).find(f"M99.0{digit}")
        assert code is not None
        assert region.partition("_")[0] in code.title
        assert m99_region(code.code) == region


@pytest.mark.parametrize("code", ["M99", "M99.0", "M99.9", "M99.90", "M99.0A", "M99.03X", "M54.16", ""])
def test_only_m99_codes_with_a_fifth_character_have_a_region(code: str) -> None:
    """A header, the unspecified code, and other codes carry no region digit of M99."""
    assert m99_region(code) is None


def test_cmt_regions_count_structures_where_they_are_known() -> None:
    """A sacroiliac joint and the pubis are one CMT region; a rib joint counts with the thoracic spine."""
    assert cmt_regions([structure("sacroiliac_joint"), structure("pubis")]) == {"pelvic"}
    assert cmt_regions([structure("costovertebral"), "thoracic"]) == {"thoracic"}
    assert cmt_regions([structure("low_back")]) == frozenset()


def test_cmt_regions_of_m99_regions_are_likely_ones() -> None:
    """Where only the M99 region is known, head counts as cervical and rib cage as thoracic."""
    assert cmt_regions(["head", "rib_cage", "sacral", "lower_extremity"]) == {
        "cervical",
        "thoracic",
        "sacral",
        "lower_extremity",
    }


def test_possible_cmt_regions_hold_every_reading() -> None:
    """A sacral dysfunction may be one of the sacroiliac joint, which is pelvic; a known structure has one reading."""
    assert possible_cmt_regions(["sacral"]) == {"sacral", "pelvic"}
    assert possible_cmt_regions(["head", "lumbar"]) == {"head", "cervical", "lumbar"}
    assert possible_cmt_regions([structure("sacrum")]) == {"sacral"}


def test_omt_regions_stand_one_to_one_beside_m99() -> None:
    """Ten M99 regions are ten OMT regions; the hip joint alone moves to the lower extremity."""
    assert omt_regions(REGIONS) == OMT
    assert omt_regions([structure("hip"), structure("knee")]) == {"lower_extremity"}


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_counts_in_both_procedure_systems(region: Region) -> None:
    """Each M99 region has its row, in the words of the two systems."""
    assert possible_cmt_regions([region]) <= CMT_SPINAL | CMT_EXTRASPINAL
    assert cmt_regions([region]) <= possible_cmt_regions([region])
    assert len(cmt_regions([region])) == len(omt_regions([region])) == 1


@pytest.mark.parametrize(
    ("site", "family", "digit"),
    [
        ("head", "M48.0", "1"),
        ("sacral", "M48.0", "8"),
        ("lumbosacral", "M48.0", "7"),
        ("sacral", "M54.1", "8"),
        ("thoracic", "M51.1", "4"),
        ("lumbosacral", "M51.2", "7"),
        ("sacral", "M51.1", None),  # sacral disorders are M53.3
        ("lumbosacral", "M51.0", None),
        ("cervical", "M50.1", "0"),
        ("c5_c6", "M50.1", "22"),
        ("cervicothoracic", "M50.1", "3"),
        ("multiple", "M45", "0"),
        ("unspecified", "M45", "9"),
        ("unspecified", "M53.2X", "9"),
        ("cervical", "M40-M54", "2"),
        ("pelvic", "M48.0", None),
        ("lumbar", "M99.0", None),
    ],
)
def test_site_digits_differ_from_m99_digits(site: Region | Site, family: str, digit: str | None) -> None:
    """Sacral is 8 in M40 to M54, where 4 is thoracic; a gap and a family without sites give none."""
    assert site_digit(site, family) == digit


@pytest.mark.parametrize("family", FAMILIES)
def test_site_digits_agree_with_every_title(family: str) -> None:
    """A digit makes a code whose title names the site, and no code of the family with such a title is missing."""
    row = next(row for row in records("site_digits.csv") if row["family"] == family)
    stem = family if "." in family else f"{family}."
    held = {stem + row[site]: TITLES[site] for site in TITLES if row[site]}
    for code, words in held.items():
        entry = code_set(None).find(code)
        assert entry is not None
        assert re.search(rf"\b{words}\b", entry.title)
    below = [child.code for child in code_set(None).children(family)]
    levels = ["M50." + family[-1] + "2"] if family.startswith("M50") else []
    assert sorted([code for code in held if len(code) == len(below[0])] + levels) == [c for c in below if c != "M45.A"]
