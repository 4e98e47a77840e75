"""Coding and the rules agree: the codes that coding assigns pass the audit, and what the rules leave out it assigns."""

from datetime import date
from itertools import combinations
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.coding import derive
from scribe.coding.tables import competitors
from scribe.documents import parse
from scribe.rules import Chart, check, collect_claims
from scribe.rules.tables import condition_facts
from scribe.rules.views.matrix import regions_of
from scribe.schema import (
    REGIONS,
    Condition,
    Diagnosis,
    Encounter,
    Evidence,
    Extraction,
    Laterality,
    Lesion,
    LesionKind,
    Mechanism,
    Region,
    Suggestion,
)
from scribe.terminology import code_set

STENOSES = ("canal_stenosis", "foraminal_stenosis")
LEVELS = ("", "L1-2", "L4-5", "L5-S1", "C5-6", "T8", "sacroiliac", "claudication", "hip")
FELT: dict[Condition, tuple[Region | None, ...]] = {
    "sacroiliitis": ("sacral", "pelvic", None),
    "coccydynia": ("sacral", None),
    "sciatica": ("lumbar", "sacral", "lower_extremity", None),
    "low_back_pain": ("lumbar", "sacral", None),
    "neck_pain": ("cervical", None),
    "thoracic_pain": ("thoracic", None),
    "headache": ("head", None),
    "hip_pathology": ("pelvic", "lower_extremity", None),
}
"""The regions of conditions whose names leave little choice."""


@st.composite
def findings(draw: st.DrawFn) -> tuple[str, Extraction]:
    """A text of one line per finding, and the findings."""
    lines: list[str] = []
    span = 0

    def evidence(words: str) -> tuple[Evidence, ...]:
        nonlocal span
        line = f"{words} {draw(st.sampled_from(LEVELS))}."
        start, span = span, span + len(line) + 1
        lines.append(line)
        return (Evidence(quote=line, span=(start, start + len(line)), match="exact"),)

    regions = st.sampled_from([*REGIONS, "lumbar", "lumbar", "cervical", None])
    sides = st.none() | st.sampled_from(get_args(Laterality))
    lesions, diagnoses = [], []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(get_args(LesionKind)))
        causes = st.lists(st.sampled_from(get_args(Mechanism)), unique=True, max_size=2).map(tuple)
        mechanisms = draw(causes) if kind in STENOSES else ()
        region, side = draw(regions), draw(sides)
        quotes = evidence(kind)
        lesions.append(Lesion(kind=kind, region=region, mechanisms=mechanisms, laterality=side, evidence=quotes))
    for _ in range(draw(st.integers(0, 4))):
        condition = draw(st.sampled_from(get_args(Condition)))
        felt = st.sampled_from(FELT[condition]) if condition in FELT else regions
        diagnoses.append(
            Diagnosis(condition=condition, region=draw(felt), laterality=draw(sides), evidence=evidence(condition))
        )
    return "\n".join(lines), Extraction(lesions=tuple(lesions), diagnoses=tuple(diagnoses))


VISITS = st.builds(
    Encounter,
    date_of_service=st.sampled_from([None, date(2026, 3, 1), date(2026, 11, 1)]),
    visit=st.sampled_from(["initial", "subsequent", None]),
)


def audited(text: str, extraction: Extraction, visit: Encounter) -> tuple[Chart, tuple[Suggestion, ...]]:
    """The chart in which exactly the codes that coding assigns are claimed, and these codes."""
    codes = code_set(visit.date_of_service)
    suggestions = derive(extraction, visit, codes)
    assigned = tuple(suggestion for suggestion in suggestions if suggestion.status == "assign")
    document = parse(text, "note")
    claims = collect_claims(document, extraction, [suggestion.code for suggestion in assigned])
    return Chart(document, visit, extraction, suggestions, claims, codes), assigned


@settings(max_examples=300, deadline=None)
@given(findings(), VISITS)
def test_assigned_codes_pass_the_audit(found: tuple[str, Extraction], visit: Encounter) -> None:
    """No rule about a claim objects to what coding assigns, nor does one miss a code in it."""
    text, extraction = found
    chart, assigned = audited(text, extraction, visit)
    raised = [
        (issue.rule, issue.message)
        for issue in check(chart)
        if issue.at.startswith(("codes", "suggestions")) or issue.rule in ("RG04", "ST08")
    ]
    beside_injury = any(suggestion.code.startswith("S") for suggestion in assigned)
    assert [issue for issue in raised if not (issue[0] == "EL03" and beside_injury)] == []


@settings(max_examples=300, deadline=None)
@given(findings(), VISITS)
def test_assigned_codes_do_not_exclude_each_other(found: tuple[str, Extraction], visit: Encounter) -> None:
    """No two assigned codes stand apart by Excludes1, but for other regions and an injury beside a disease."""
    text, extraction = found
    chart, assigned = audited(text, extraction, visit)
    for one, other in combinations(assigned, 2):
        injury = one.code.startswith("S") != other.code.startswith("S")
        here, there = regions_of(one.title), regions_of(other.title)
        elsewhere = here and there and not {*here} & {*there}
        assert injury or elsewhere or chart.codes.excluding(one.code, other.code) is None, (one.code, other.code)


def test_coding_and_rules_know_the_same_competitors() -> None:
    """What a diagnosis explains is one fact, written in the tables of coding and of the rules alike."""
    coded = {
        (row.condition, cause)
        for row in competitors()
        if row.kind in STENOSES
        for cause in (get_args(Mechanism) if row.mechanism == "any" else (row.mechanism,))
    }
    ruled = {(condition, cause) for condition, facts in condition_facts().items() for cause in facts.explains}
    assert coded == ruled
