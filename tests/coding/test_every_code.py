"""Every code of M99 against every lesion there can be, by a table of this test's own."""

from itertools import chain, combinations
from typing import TYPE_CHECKING, get_args

import pytest

from scribe.schema import Assertion, LesionKind, Mechanism, Region

if TYPE_CHECKING:
    from tests.coding.conftest import Chart

DIGITS: dict[Region | None, str] = {
    "head": "0",
    "cervical": "1",
    "thoracic": "2",
    "lumbar": "3",
    "sacral": "4",
    "pelvic": "5",
    "lower_extremity": "6",
    "upper_extremity": "7",
    "rib_cage": "8",
    "abdomen_other": "9",
}
NARROWED: dict[LesionKind, dict[Mechanism, str]] = {
    "canal_stenosis": {"subluxation": "2", "osseous": "3", "connective_tissue": "4", "disc": "5"},
    "foraminal_stenosis": {"subluxation": "6", "osseous": "6", "connective_tissue": "7", "disc": "7"},
}
PLAIN: dict[LesionKind, str] = {
    "somatic_dysfunction": "0",
    "subluxation_complex": "1",
    "other_biomechanical_lesion": "8",
}
STENOSIS_OF_REGION: dict[Region | None, str] = {
    "head": "M48.01",
    "cervical": "M48.02",
    "thoracic": "M48.04",
    "lumbar": "M48.061",
    "sacral": "M48.08",
    None: "M48.00",
}
SETS: list[tuple[Mechanism, ...]] = [*chain.from_iterable(combinations(get_args(Mechanism), size) for size in range(5))]
REGIONS: list[Region | None] = [*DIGITS, None]


def expected(kind: LesionKind, mechanisms: tuple[Mechanism, ...], region: Region | None) -> set[str]:
    """The codes of M99 that a present lesion takes, by its kind, mechanisms and region."""
    if region is None:
        return set()
    families = {PLAIN[kind]} if kind in PLAIN else {NARROWED[kind][mechanism] for mechanism in mechanisms}
    return {f"M99.{family}{DIGITS[region]}" for family in families}


@pytest.mark.parametrize("kind", get_args(LesionKind))
@pytest.mark.parametrize("assertion", get_args(Assertion))
def test_codes_follow_kind_mechanisms_region_and_assertion(
    chart: "Chart", kind: LesionKind, assertion: Assertion
) -> None:
    """A present lesion takes the codes of the table and no other of M99; any other assertion takes none."""
    for mechanisms in SETS:
        for region in REGIONS:
            lesion = chart.lesion(kind, region, mechanisms=list(mechanisms), assertion=assertion)
            assigned = chart.assigned(lesion)
            assert assigned == chart.assigned(lesion)
            due = expected(kind, mechanisms, region) if assertion == "present" else set()
            assert {code for code in assigned if code.startswith("M99")} == due
            assert len(assigned) == len(set(assigned))


@pytest.mark.parametrize("kind", list(NARROWED))
@pytest.mark.parametrize("region", REGIONS)
def test_stenosis_without_mechanism_is_plain(chart: "Chart", kind: LesionKind, region: Region | None) -> None:
    """Without a mechanism a stenosis is M48.0 of its region; only of the foramina the mechanism is asked for."""
    suggestions = chart.derive(chart.lesion(kind, region))
    assigned = [one.code for one in suggestions if one.status == "assign"]
    queried = {one.code for one in suggestions if one.status == "query"}
    assert assigned == ([STENOSIS_OF_REGION[region]] if region in STENOSIS_OF_REGION else [])
    both = {f"M99.{family}{DIGITS[region]}" for family in "67"} if region and kind == "foraminal_stenosis" else set()
    assert queried == both


@pytest.mark.parametrize("mechanism", get_args(Mechanism))
@pytest.mark.parametrize("region", list(DIGITS))
def test_mechanism_without_compartment_asks_for_both(chart: "Chart", mechanism: Mechanism, region: Region) -> None:
    """A mechanism whose space is not named assigns nothing of M99 and points to a code of canal and of foramina."""
    words = {
        "subluxation": "stenosis from subluxation",
        "osseous": "osseous stenosis",
        "connective_tissue": "stenosis from ligament thickening",
        "disc": "stenosis from disc bulging",
    }[mechanism]
    suggestions = chart.derive(chart.diagnosis("spinal_stenosis", region, words))
    assert not any(one.code.startswith("M99") for one in suggestions if one.status == "assign")
    asked = {one.code for one in suggestions if one.status == "query"}
    assert asked == {f"M99.{NARROWED[kind][mechanism]}{DIGITS[region]}" for kind in NARROWED}


@pytest.mark.parametrize("kind", get_args(LesionKind))
def test_finding_that_is_not_borne_out_takes_no_code(chart: "Chart", kind: LesionKind) -> None:
    """Neither a quote that is not in the text nor a field that its words do not show carries a code."""
    for region in DIGITS:
        stated = chart.lesion(kind, region, mechanisms=["osseous"])
        (quote,) = stated.evidence
        not_found = stated.model_copy(update={"evidence": (quote.model_copy(update={"span": None, "match": "none"}),)})
        not_shown = stated.model_copy(update={"unverified": ("region",)})
        assert chart.assigned(stated) == [*expected(kind, ("osseous",), region)]
        assert [chart.assigned(not_found), chart.assigned(not_shown)] == [[], []]


def test_ninety_codes_are_reached_and_the_unspecified_one_is_not(chart: "Chart") -> None:
    """Every complete code of M99 but M99.9 is assigned to some lesion, and M99.9 to none."""
    reached = {
        code
        for kind in get_args(LesionKind)
        for mechanisms in SETS
        for region in REGIONS
        for code in chart.assigned(chart.lesion(kind, region, mechanisms=list(mechanisms)))
        if code.startswith("M99")
    }
    assert reached == {f"M99.{family}{digit}" for family in range(9) for digit in range(10)}
