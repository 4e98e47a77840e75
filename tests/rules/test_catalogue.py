"""The catalogue: every rule is complete, and check puts what they find in order."""

import re
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.rules import RETIRED, RULES, Chart, Claim, Rule, check
from scribe.rules.catalogue import FAMILIES
from scribe.rules.page import reason, summary
from scribe.schema import (
    Assertion,
    Care,
    Condition,
    Diagnosis,
    Encounter,
    Evidence,
    Extraction,
    Function,
    Imaging,
    Laterality,
    Lesion,
    LesionKind,
    Mechanism,
    Neuro,
    NeuroKind,
    Region,
    Tart,
    TartComponent,
    Topic,
)
from scribe.terminology import code_set
from scribe.terminology.sources import citations

PAYMENT = re.compile(
    r"\b(?:pay(?:er|ment|s)?|deni(?:al|ed)|deny|reimburs\w+|downcod\w+|audit\w*|bill\w*)\b", re.IGNORECASE
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_complete(rule: Rule[Any]) -> None:
    """A rule has a well-formed id of its family, a name, known sources, and says what it flags and why."""
    assert re.fullmatch(r"[A-Z]{2}\d\d", rule.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.cites
    assert set(rule.cites) <= set(citations())
    assert len(rule.cites) == len(set(rule.cites))
    assert summary(rule).startswith("Flag ")
    assert summary(rule).endswith(".")
    assert len(reason(rule)) > 60


def test_every_rule_stands_in_the_module_of_its_family() -> None:
    """A module opens with the two letters of its rules, and no two modules share them."""
    letters = [(family.__doc__ or "")[:2] for family in FAMILIES]
    assert len(set(letters)) == len(letters)
    for family, prefix in zip(FAMILIES, letters, strict=True):
        members = [it for it in vars(family).values() if isinstance(it, Rule)]
        assert members
        assert {it.id[:2] for it in members} == {prefix}


def test_rules_are_sorted_and_unique() -> None:
    """Ids and names are given once, in order, and never again after retirement."""
    identities = [rule.id for rule in RULES]
    assert identities == sorted(set(identities))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert not {identity for identity, _ in RETIRED} & set(identities)


def test_every_topic_has_a_rule() -> None:
    """Nothing on the closed list of topics goes unlooked for."""
    assert {rule.topic for rule in RULES} == set(get_args(Topic))


def evidence(text: str, quote: str) -> tuple[Evidence, ...]:
    """A quote where it stands in a text."""
    return (Evidence(quote=quote, span=(text.find(quote), text.find(quote) + len(quote)), match="exact"),)


def test_check_puts_red_flags_first_and_then_the_worst() -> None:
    """Red flags lead, a warning among them too; errors come before warnings before information, then by rule."""
    text = "SI joint dysfunction. Cannot feel when she wipes. Possible L4 dysfunction. Fever, night pain."
    extraction = Extraction(
        lesions=(
            Lesion(kind="somatic_dysfunction", region="sacral", evidence=evidence(text, "SI joint dysfunction")),
            Lesion(
                kind="somatic_dysfunction",
                region="lumbar",
                assertion="possible",
                evidence=evidence(text, "Possible L4 dysfunction"),
            ),
        ),
        neuro=(Neuro(kind="saddle_anesthesia", evidence=evidence(text, "Cannot feel when she wipes")),),
    )
    claims = tuple(Claim(code, (), f"codes[{i}]", ()) for i, code in enumerate(("M99.03", "M99.0")))
    issues = check(Chart(parse(text, "note"), Encounter(), extraction, (), claims, code_set(None)))
    assert [(issue.severity, issue.rule, issue.at) for issue in issues] == [
        ("error", "SF01", "extraction.neuro[0]"),
        ("warning", "SF08", "document"),
        ("error", "DX02", "codes[1]"),
        ("error", "EV02", "codes[0]"),
        ("warning", "SP01", "extraction.lesions[0]"),
        ("information", "EV01", "extraction.lesions[1]"),
        ("information", "SP03", "extraction.lesions[0]"),
    ]


def test_empty_document_has_no_issue() -> None:
    """Where nothing is documented and nothing chosen, nothing is wrong."""
    assert check(Chart(parse("", "note"), Encounter(), Extraction(), (), (), code_set(None))) == ()


TEXT = (
    "left SI joint, torsion; progressive weakness, contraindicated. Osseous stenosis: L4 and rib 5. Carried forward: "
    "is pregnant, on warfarin, fever, night pain; positive FADIR at the SI joint, pelvic foramen, scar."
)
QUOTES = st.sampled_from(["left SI joint", "torsion", "progressive weakness", "stenosis", "rib 5", "not in the text"])


@st.composite
def quoted(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """One quote, in the text or not."""
    quote = draw(QUOTES)
    at = TEXT.find(quote)
    return (Evidence(quote=quote, span=None if at < 0 else (at, at + len(quote))),)


REGIONS = st.none() | st.sampled_from(get_args(Region))
SIDES = st.none() | st.sampled_from(get_args(Laterality))
ASSERTED = {"evidence": quoted(), "assertion": st.sampled_from(get_args(Assertion)), "laterality": SIDES}
EXTRACTIONS = st.builds(
    Extraction,
    lesions=st.lists(
        st.builds(
            Lesion,
            kind=st.sampled_from(get_args(LesionKind)),
            region=REGIONS,
            mechanisms=st.lists(st.sampled_from(get_args(Mechanism)), unique=True).map(tuple),
            segments=st.lists(st.sampled_from(["L4", "L5", "rib 5"]), unique=True).map(tuple),
            unverified=st.sampled_from([(), ("region",)]),
            **ASSERTED,
        )
    ).map(tuple),
    tart=st.lists(st.builds(Tart, component=st.sampled_from(get_args(TartComponent)), region=REGIONS, **ASSERTED)).map(
        tuple
    ),
    neuro=st.lists(st.builds(Neuro, kind=st.sampled_from(get_args(NeuroKind)), **ASSERTED)).map(tuple),
    imaging=st.lists(
        st.builds(Imaging, kind=st.sampled_from(["fracture", "foraminal_narrowing"]), region=REGIONS, **ASSERTED)
    ).map(tuple),
    diagnoses=st.lists(
        st.builds(Diagnosis, condition=st.sampled_from(get_args(Condition)), region=REGIONS, **ASSERTED)
    ).map(tuple),
    care=st.lists(
        st.builds(
            Care,
            kind=st.sampled_from(["manipulation", "injection", "surgery"]),
            timing=st.sampled_from(["today", "planned"]),
            regions=st.lists(st.sampled_from(get_args(Region)), unique=True).map(tuple),
            evidence=quoted(),
        )
    ).map(tuple),
    function=st.lists(st.builds(Function, kind=st.just("sitting"), evidence=quoted()), max_size=1).map(tuple),
)
ENCOUNTERS = st.builds(
    Encounter,
    date_of_service=st.none() | st.sampled_from([date(2026, 3, 1), date(2026, 11, 1)]),
    discipline=st.sampled_from([None, "chiropractic", "osteopathic"]),
    payer=st.sampled_from([None, "medicare"]),
)
CODES = st.lists(
    st.sampled_from(
        ["M99.9", "M99", "M99.0", "M99.09", "M99.044", "98941", "98926", "98943", "M43.5X6", "M54.31", "M51.17"]
    )
    | st.builds(lambda family, digit: f"M99.{family}{digit}", st.integers(0, 8), st.integers(0, 9))
    | st.text(alphabet="Mm9.0-X ", max_size=8)
)


@settings(max_examples=60, deadline=None)
@given(EXTRACTIONS, ENCOUNTERS, CODES)
def test_check_is_total_pure_and_neutral(extraction: Extraction, encounter: Encounter, chosen: list[str]) -> None:
    """Any findings with any codes give issues, the same ones twice, none of which speaks of payment."""
    claims = tuple(Claim(code, (), f"codes[{i}]", ()) for i, code in enumerate(chosen))
    record = (parse(TEXT, "note"), encounter, extraction, (), claims, code_set(encounter.date_of_service))
    issues = check(Chart(*record))
    assert issues == check(Chart(*record))
    assert [issue.message for issue in issues if PAYMENT.search(issue.message)] == []
