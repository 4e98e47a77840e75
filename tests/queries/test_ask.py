"""Queries quote this record, ask without a lead, and hold no code and no word about payment."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.queries import ask
from scribe.queries.ask import ESCAPES
from scribe.queries.templates import TEMPLATES
from scribe.schema import (
    Assertion,
    Care,
    Diagnosis,
    Evidence,
    Extraction,
    Imaging,
    ImagingKind,
    Issue,
    Laterality,
    Lesion,
    LesionKind,
    Mechanism,
    Query,
    Region,
    Suggestion,
    Tart,
    TartComponent,
    Topic,
)

CODE = re.compile(r"\b[A-Z]\d[\dA-Z]\.\w|\bM99|\b\d{5}\b|\b[A-Z]\d{4}\b")
PAYMENT = re.compile(r"(?i)\b(pay|paid|payer|payment|reimburs|bill|claim|denial|audit|insur|medicare|code)")
REGIONS = get_args(Region)


def quote(words: str, start: int = 0) -> tuple[Evidence, ...]:
    """Cite words found verbatim at an offset."""
    return (Evidence(quote=words, span=(start, start + len(words)), match="exact"),)


def issue(topic: Topic, at: str, evidence: tuple[Evidence, ...] = ()) -> Issue:
    """Raise an issue about a finding."""
    return Issue(rule="XX01", topic=topic, severity="warning", at=at, message="Something lacks.", evidence=evidence)


def only(queries: tuple[Query, ...]) -> Query:
    """Return the one query there is."""
    (query,) = queries
    return query


STENOSIS = Lesion(kind="foraminal_stenosis", region="lumbar", evidence=quote("foraminal stenosis", 100))
SPUR = Imaging(kind="bony_overgrowth", region="lumbar", evidence=quote("facet spurring", 200))
BULGE = Imaging(kind="disc_herniation", region="lumbar", evidence=quote("disc bulge", 300))
FLAVUM = Imaging(kind="ligament_hypertrophy", region="cervical", evidence=quote("thick ligamentum flavum", 400))


def test_a_missing_mechanism_offers_the_causes_that_the_record_shows_in_that_region() -> None:
    """Two indicated causes are offered beside each other; a third of another region is not."""
    extraction = Extraction(lesions=(STENOSIS,), imaging=(FLAVUM, SPUR, BULGE))
    assert ask(extraction, (), (issue("mechanism_missing", "extraction.lesions[0]"),)) == (
        Query(
            topic="mechanism_missing",
            at="lesions[0]",
            indicators=(*STENOSIS.evidence, *SPUR.evidence, *BULGE.evidence),
            question="The record describes a narrowing and does not say what causes it. "
            "Based on your clinical judgement, please clarify the cause.",
            options=("Bony overgrowth", "Intervertebral disc", "More than one of these: ____", *ESCAPES),
        ),
    )


def test_a_single_supported_cause_is_quoted_and_not_offered() -> None:
    """One option on its own would lead, so the question stays open."""
    query = only(ask(Extraction(lesions=(STENOSIS,), imaging=(SPUR,)), (), (issue("mechanism_missing", "lesions[0]"),)))
    assert query.options == ESCAPES
    assert query.indicators == (*STENOSIS.evidence, *SPUR.evidence)


@pytest.mark.parametrize("assertion", [one for one in get_args(Assertion) if one != "present"])
def test_what_is_not_present_supports_no_option(assertion: Assertion) -> None:
    """A denied, possible, past, feared or another person's finding is no indicator."""
    doubtful = BULGE.model_copy(update={"assertion": assertion})
    query = only(
        ask(Extraction(lesions=(STENOSIS,), imaging=(SPUR, doubtful)), (), (issue("mechanism_missing", "lesions[0]"),))
    )
    assert query.indicators == (*STENOSIS.evidence, *SPUR.evidence)
    assert query.options == ESCAPES


def test_a_quote_that_is_not_in_the_text_is_no_indicator() -> None:
    """Nothing found to quote, nothing asked."""
    ungrounded = STENOSIS.model_copy(update={"evidence": (Evidence(quote="foraminal stenosis"),)})
    assert ask(Extraction(lesions=(ungrounded,)), (), (issue("mechanism_missing", "lesions[0]"),)) == ()


def test_an_unclear_compartment_offers_the_narrowed_spaces_that_imaging_shows() -> None:
    """Canal and foramen are both shown, so both are offered, and their sum."""
    stenosis = Diagnosis(condition="spinal_stenosis", region="lumbar", evidence=quote("stenosis from spurs"))
    canal = Imaging(kind="canal_narrowing", region="lumbar", evidence=quote("narrow canal", 50))
    foramen = Imaging(kind="foraminal_narrowing", region="lumbar", evidence=quote("narrow foramen", 80))
    extraction = Extraction(diagnoses=(stenosis,), imaging=(canal, foramen))
    query = only(ask(extraction, (), (issue("compartment_unclear", "extraction.diagnoses[0]"),)))
    assert query.options == ("Spinal canal", "Neural foramen", "Both", *ESCAPES)
    assert query.indicators == (*stenosis.evidence, *canal.evidence, *foramen.evidence)


def test_a_vague_region_offers_the_examined_regions_with_findings() -> None:
    """Each region with a present finding is an option, with one quote that shows it."""
    vague = Lesion(kind="somatic_dysfunction", evidence=quote("low back dysfunction"))
    lumbar = Tart(component="tenderness", region="lumbar", evidence=quote("L4 tender", 30))
    more = Tart(component="restriction", region="lumbar", evidence=quote("L4 restricted", 50))
    sacral = Tart(component="asymmetry", region="sacral", evidence=quote("deep sulcus", 70))
    extraction = Extraction(lesions=(vague,), tart=(sacral, lumbar, more))
    query = only(ask(extraction, (), (issue("region_nonspecific", "extraction.lesions[0].region"),)))
    assert query.indicators == (*vague.evidence, *lumbar.evidence, *sacral.evidence)
    assert query.options == ("Lumbar region", "Sacral region", "More than one of these: ____", *ESCAPES)


def test_findings_without_a_diagnosis_are_one_open_question_for_each_region() -> None:
    """Two issues on findings of one region lead to one query with all of them."""
    sulcus = Tart(component="asymmetry", region="sacral", evidence=quote("deep sulcus"))
    boggy = Tart(component="tissue_texture", region="sacral", evidence=quote("boggy", 30))
    issues = (
        issue("dysfunction_not_stated", "extraction.tart[1]"),
        issue("dysfunction_not_stated", "extraction.tart[0]"),
    )
    query = only(ask(Extraction(tart=(sulcus, boggy)), (), issues))
    assert query.at == "tart[0]"
    assert {*query.indicators} == {*sulcus.evidence, *boggy.evidence}
    assert query.question == (
        "The record holds examination findings of the sacral region and no assessment of them. "
        "Based on your clinical judgement, please document your assessment of these findings."
    )
    assert query.options == ESCAPES


def test_a_missing_side_offers_the_sides_that_the_region_shows() -> None:
    """Findings on both sides make both sides options."""
    joint = Lesion(kind="somatic_dysfunction", region="sacral", evidence=quote("SI joint dysfunction"))
    left = Tart(component="tenderness", region="sacral", laterality="left", evidence=quote("left SI tender", 30))
    right = Tart(component="restriction", region="sacral", laterality="right", evidence=quote("right SI stuck", 60))
    knee = Tart(component="tenderness", region="lower_extremity", laterality="left", evidence=quote("left knee", 90))
    query = only(
        ask(Extraction(lesions=(joint,), tart=(knee, left, right)), (), (issue("laterality_missing", "lesions[0]"),))
    )
    assert query.options == ("Left", "Right", "Both sides", *ESCAPES)
    assert query.indicators == (*joint.evidence, *left.evidence, *right.evidence)


def test_a_treated_region_without_diagnosis_is_named_and_the_diagnosed_one_is_not() -> None:
    """The question is about what was treated and not assessed."""
    care = Care(
        kind="manipulation", timing="today", regions=("lumbar", "sacral"), evidence=quote("HVLA to L5 and sacrum")
    )
    sacral = Lesion(kind="somatic_dysfunction", region="sacral", evidence=quote("sacral dysfunction", 40))
    query = only(
        ask(Extraction(lesions=(sacral,), care=(care,)), (), (issue("region_not_diagnosed", "extraction.care[0]"),))
    )
    assert query.question.startswith("The record describes treatment of the lumbar region and no assessment of it.")


def test_statements_that_disagree_are_quoted_and_offered_as_they_stand() -> None:
    """Both sides of the contradiction are options, in the order of the record."""
    right = Lesion(kind="somatic_dysfunction", region="sacral", laterality="right", evidence=quote("right SI"))
    left = Tart(component="restriction", region="sacral", laterality="left", evidence=quote("left SI", 30))
    conflict = issue("conflicting_findings", "extraction.lesions[0]", (*right.evidence, *left.evidence))
    query = only(ask(Extraction(lesions=(right,), tart=(left,)), (), (conflict,)))
    assert query.indicators == (*right.evidence, *left.evidence)
    assert query.options == ("Right", "Left", *ESCAPES)


def test_an_uncertain_diagnosis_is_asked_about_only_where_a_code_was_chosen_for_it() -> None:
    """A clinician may leave a diagnosis open; a code for it says otherwise."""
    possible = Diagnosis(condition="radiculopathy", assertion="possible", evidence=quote("possible radiculopathy"))
    extraction = Extraction(diagnoses=(possible,))
    assert ask(extraction, (), (issue("uncertain_diagnosis", "extraction.diagnoses[0]"),)) == ()
    chosen = issue("uncertain_diagnosis", "codes[0]", possible.evidence)
    query = only(ask(extraction, (), (chosen,)))
    assert (query.at, query.indicators, query.options) == ("diagnoses[0]", possible.evidence, ESCAPES)


def test_a_code_to_ask_about_leads_to_a_query_even_where_no_rule_speaks() -> None:
    """The suggestion's own finding shows what lacks; two codes of one finding are one question."""
    suggestions = tuple(
        Suggestion(code=code, title="", status="query", rank=1, reason="", derivation=("CD05", "lesions[0]"))
        for code in ("M99.63", "M99.73")
    )
    query = only(ask(Extraction(lesions=(STENOSIS,)), suggestions, ()))
    assert (query.topic, query.at) == ("mechanism_missing", "lesions[0]")


def test_examinations_that_carry_too_little_are_one_question() -> None:
    """Several regions are asked about together, each with its findings."""
    lumbar = Lesion(kind="somatic_dysfunction", region="lumbar", evidence=quote("lumbar dysfunction"))
    sacral = Lesion(kind="somatic_dysfunction", region="sacral", evidence=quote("sacral dysfunction", 30))
    sulcus = Tart(component="asymmetry", region="sacral", evidence=quote("deep sulcus", 60))
    issues = tuple(issue("tart_insufficient", f"extraction.lesions[{index}]") for index in (0, 1, 1))
    query = only(ask(Extraction(lesions=(lumbar, sacral), tart=(sulcus,)), (), issues))
    assert query.indicators == (*lumbar.evidence, *sacral.evidence, *sulcus.evidence)
    assert query.question == (
        "The record states an assessment of the lumbar region and the sacral region. Please document what "
        "the examination of this visit found there, as far as it was examined."
    )


def test_an_issue_at_a_suggestion_is_about_the_findings_it_rests_on() -> None:
    """The path of a suggestion is followed to its findings."""
    suggestion = Suggestion(
        code="M99.63", title="", status="query", rank=1, reason="", derivation=("CD05", "lesions[0]")
    )
    queries = ask(Extraction(lesions=(STENOSIS,)), (suggestion,), (issue("mechanism_missing", "suggestions[0].code"),))
    assert [query.at for query in queries] == ["lesions[0]"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Sacral somatic dysfunction (M99.04)", "Sacral somatic dysfunction"),
        ("M99.04: sacral somatic dysfunction", "sacral somatic dysfunction"),
        ("98926-25, M99.04 sacral dysfunction", "sacral dysfunction"),
        ("T12 dysfunction", "T12 dysfunction"),
    ],
)
def test_a_code_at_the_end_of_a_quote_is_left_out(words: str, shown: str) -> None:
    """What remains is verbatim, and its span still slices to it."""
    lesion = Lesion(kind="somatic_dysfunction", region="sacral", evidence=quote(words))
    query = only(ask(Extraction(lesions=(lesion,)), (), (issue("tart_insufficient", "lesions[0]"),)))
    (indicator,) = query.indicators
    assert indicator.quote == shown
    assert indicator.span is not None
    assert words[slice(*indicator.span)] == shown


@pytest.mark.parametrize("words", ["sacral M99.04, lumbar M99.03", "dysfunction, insurance denied it", "M99.04"])
def test_a_quote_that_would_show_a_code_or_speak_of_payment_is_not_shown(words: str) -> None:
    """With no other indicator there is no query."""
    lesion = Lesion(kind="somatic_dysfunction", region="sacral", evidence=quote(words))
    assert ask(Extraction(lesions=(lesion,)), (), (issue("tart_insufficient", "lesions[0]"),)) == ()


def test_topics_without_a_template_are_not_asked_about() -> None:
    """A red flag needs a look, not a question."""
    assert "red_flag" not in TEMPLATES
    assert ask(Extraction(lesions=(STENOSIS,)), (), (issue("red_flag", "lesions[0]"),)) == ()


WORDS = st.sampled_from(
    [
        "deep left sulcus",
        "Sacral dysfunction M99.04",
        "M54.16 and M99.03 of the spine",
        "payer denied the claim",
        "98941-AT for L5",
        "T12 FRS right",
        "disc bulge at L4-5",
        "G0283 applied",
        "M99.-",
    ]
)
EVIDENCE = st.builds(
    lambda words, at, found: (
        Evidence(quote=words, span=(at, at + len(words)) if found else None, match="exact" if found else "none"),
    ),
    WORDS,
    st.integers(0, 900),
    st.booleans(),
)
ANY_REGION = st.sampled_from([None, *REGIONS])
ANY_SIDE = st.sampled_from([None, *get_args(Laterality)])
ANY_ASSERTION = st.sampled_from(get_args(Assertion))
EXTRACTIONS = st.builds(
    Extraction,
    lesions=st.lists(
        st.builds(
            Lesion,
            evidence=EVIDENCE,
            kind=st.sampled_from(get_args(LesionKind)),
            region=ANY_REGION,
            mechanisms=st.lists(st.sampled_from(get_args(Mechanism)), max_size=2).map(tuple),
            laterality=ANY_SIDE,
            assertion=ANY_ASSERTION,
        ),
        max_size=4,
    ).map(tuple),
    tart=st.lists(
        st.builds(
            Tart,
            evidence=EVIDENCE,
            component=st.sampled_from(get_args(TartComponent)),
            region=ANY_REGION,
            laterality=ANY_SIDE,
            assertion=ANY_ASSERTION,
        ),
        max_size=4,
    ).map(tuple),
    imaging=st.lists(
        st.builds(
            Imaging,
            evidence=EVIDENCE,
            kind=st.sampled_from(get_args(ImagingKind)),
            region=ANY_REGION,
            laterality=ANY_SIDE,
            assertion=ANY_ASSERTION,
        ),
        max_size=4,
    ).map(tuple),
    care=st.lists(
        st.builds(
            Care,
            evidence=EVIDENCE,
            kind=st.just("manipulation"),
            timing=st.just("today"),
            regions=st.lists(st.sampled_from(REGIONS), max_size=3).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)
ISSUES = st.lists(
    st.builds(
        issue,
        st.sampled_from(get_args(Topic)),
        st.builds(
            "{}[{}]".format,
            st.sampled_from(
                [
                    "extraction.lesions",
                    "extraction.tart",
                    "extraction.care",
                    "suggestions",
                    "codes",
                    "extraction.imaging",
                ]
            ),
            st.integers(0, 5),
        ),
        EVIDENCE,
    ),
    max_size=6,
).map(tuple)


@given(EXTRACTIONS, ISSUES)
def test_every_query_is_compliant(extraction: Extraction, issues: tuple[Issue, ...]) -> None:
    """Over any findings and issues: indicators, neutral words, no code, no payment, no option alone, both escapes."""
    for query in ask(extraction, (), issues):
        shown = " ".join([query.question, *query.options, *(indicator.quote for indicator in query.indicators)])
        assert query.indicators
        assert all(indicator.span for indicator in query.indicators)
        assert query.options[-2:] == ESCAPES
        assert len(query.options) != 3
        assert len(set(query.options)) == len(query.options)
        assert not CODE.search(shown)
        assert not PAYMENT.search(shown)


@given(EXTRACTIONS, ISSUES)
def test_asking_is_deterministic_and_asks_each_thing_once(extraction: Extraction, issues: tuple[Issue, ...]) -> None:
    """The same input gives the same queries, and no two about the same gap."""
    queries = ask(extraction, (), issues)
    assert queries == ask(extraction, (), issues)
    assert len({(query.topic, query.at) for query in queries}) == len(queries)
