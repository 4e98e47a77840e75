"""Deriving codes is total, ordered, and the same every time."""

from datetime import date
from typing import TYPE_CHECKING, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.coding import DECISIONS, derive
from scribe.schema import (
    REGIONS,
    Assertion,
    CareKind,
    Condition,
    Encounter,
    Extraction,
    ImagingKind,
    Laterality,
    LesionKind,
    Mechanism,
    TartComponent,
)
from scribe.terminology import code_set

if TYPE_CHECKING:
    from tests.coding.conftest import Chart

CODES = code_set(date(2026, 3, 2))


def _one_of(values: object) -> st.SearchStrategy[object]:
    return st.sampled_from(get_args(values))


WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["L4-5 and L5-S1", "low back", "C6 radiculopathy", "osteoporotic L1 fracture", "l five s one"]),
)
QUOTES = st.lists(
    st.builds(lambda words, found: {"quote": words, "span": (0, len(words)) if found else None}, WORDS, st.booleans()),
    max_size=2,
)
COMMON = {
    "evidence": QUOTES,
    "unverified": st.sampled_from([(), (), ("region",)]),
    "region": st.sampled_from([*REGIONS, None]),
    "laterality": st.sampled_from([*get_args(Laterality), None]),
    "assertion": st.one_of(st.just("present"), _one_of(Assertion)),
}
LESIONS = st.fixed_dictionaries(
    {
        **COMMON,
        "kind": _one_of(LesionKind),
        "mechanisms": st.lists(_one_of(Mechanism), max_size=3),
        "segments": st.lists(st.sampled_from(["L4", "L5", "S1", "OA", "rib 5", "nonsense"]), max_size=3),
    }
)
EXTRACTIONS = st.fixed_dictionaries(
    {
        "lesions": st.lists(LESIONS, max_size=4),
        "diagnoses": st.lists(st.fixed_dictionaries({**COMMON, "condition": _one_of(Condition)}), max_size=6),
        "tart": st.lists(st.fixed_dictionaries({**COMMON, "component": _one_of(TartComponent)}), max_size=4),
        "imaging": st.lists(
            st.fixed_dictionaries({**COMMON, "modality": st.just("mri"), "kind": _one_of(ImagingKind)}), max_size=3
        ),
        "care": st.lists(
            st.fixed_dictionaries({"kind": _one_of(CareKind), "timing": st.just("today"), "evidence": QUOTES}),
            max_size=2,
        ),
        "stated_codes": st.lists(
            st.fixed_dictionaries(
                {
                    "code": st.one_of(
                        st.text(max_size=8), st.sampled_from(["M99.03", "M99.9", "M99.0", "M99", "98941"])
                    ),
                    "evidence": QUOTES,
                }
            ),
            max_size=3,
        ),
    }
).map(Extraction.model_validate)
ENCOUNTERS = st.builds(
    Encounter,
    visit=st.sampled_from(["initial", "subsequent", None]),
    payer=st.sampled_from(["medicare", None]),
    discipline=st.sampled_from(["chiropractic", None]),
)


@settings(max_examples=150, deadline=None)
@given(extraction=EXTRACTIONS, encounter=ENCOUNTERS)
def test_whatever_a_reader_finds(extraction: Extraction, encounter: Encounter) -> None:
    """No extraction raises; what is assigned is billable, supported and ranked; no code comes twice."""
    suggestions = derive(extraction, encounter, CODES)
    assert suggestions == derive(extraction, encounter, CODES)
    assert len({one.code for one in suggestions}) == len(suggestions)
    for status in ("assign", "query", "reject"):
        ranks = [one.rank for one in suggestions if one.status == status]
        assert ranks == list(range(1, len(ranks) + 1))
    for one in suggestions:
        entry = CODES.find(one.code)
        assert entry is not None
        assert (entry.title, entry.billable or one.status != "assign") == (one.title, True)
        rules = [step for step in one.derivation if step in DECISIONS]
        paths = [step for step in one.derivation if step not in DECISIONS]
        assert rules
        assert paths
        if one.status == "assign":
            assert any(quote.span is not None for quote in one.evidence)


def test_nothing_found_nothing_derived(chart: "Chart") -> None:
    """No findings, no suggestions."""
    assert chart.derive() == ()


def test_assign_then_query_then_reject(chart: "Chart") -> None:
    """One document can give all three, in that order, each ranked from 1."""
    findings = (
        chart.lesion("somatic_dysfunction", "pelvic", assertion="possible"),
        chart.tart("tenderness", "cervical"),
        chart.tart("restriction", "cervical"),
        chart.lesion("somatic_dysfunction", "sacral"),
    )
    assert [(one.status, one.rank, one.code) for one in chart.derive(*findings)] == [
        ("assign", 1, "M99.04"),
        ("query", 1, "M99.01"),
        ("reject", 1, "M99.05"),
    ]
