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


def test_a_contradiction_is_quoted_whole() -> None:
    """What a rule read beside the findings, such as a landmark, belongs to the record elements."""
    torsion = Lesion(kind="somatic_dysfunction", region="sacral", laterality="left", evidence=quote("left on left"))
    landmark = quote("left sulcus deep", 40)
    conflict = issue("conflicting_findings", "extraction.lesions[0]", (*torsion.evidence, *landmark))
    query = only(ask(Extraction(lesions=(torsion,)), (), (conflict,)))
    assert query.indicators == (*torsion.evidence, *landmark)


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


def test_what_the_whole_visit_answers_is_asked_once() -> None:
    """Two stenoses without imaging are one open question that quotes both."""
    other = Lesion(kind="canal_stenosis", region="cervical", evidence=quote("canal stenosis", 400))
    issues = tuple(issue("imaging_missing", f"extraction.lesions[{index}]") for index in (0, 1))
    query = only(ask(Extraction(lesions=(STENOSIS, other)), (), issues))
    assert query.indicators == (*STENOSIS.evidence, *other.evidence)
    assert query.question == (
        "The record states the narrowing above. Please document what imaging of the cervical region and the lumbar "
        "region shows and when it was done, if a study was reviewed."
    )
    assert query.options == ESCAPES


@pytest.mark.parametrize("topic", ["prior_care_missing", "function_missing", "neuro_missing"])
def test_what_else_the_clinician_knows_is_asked_openly(topic: Topic) -> None:
    """Care before, daily life and neurology have no options: nothing in the record supports one."""
    plan = Care(kind="injection", timing="planned", evidence=quote("epidural injection", 300))
    dysfunction = Lesion(kind="somatic_dysfunction", region="lumbar", evidence=quote("lumbar dysfunction", 500))
    extraction = Extraction(lesions=(STENOSIS, dysfunction), care=(plan,))
    query = only(ask(extraction, (), (issue(topic, "extraction.care[0]"),)))
    shown = {
        "prior_care_missing": (*plan.evidence, *STENOSIS.evidence),
        "function_missing": (*plan.evidence, *dysfunction.evidence),
        "neuro_missing": plan.evidence,
    }
    assert query.indicators == shown[topic]
    assert query.options == ESCAPES


SPONDYLOSIS = Diagnosis(condition="spondylosis", region="lumbar", evidence=quote("spondylosis", 200))


def test_the_relation_of_two_statements_is_asked_where_none_is_stated() -> None:
    """A narrowing and a diagnosis that may account for it, in two places."""
    both = issue("classified_elsewhere", "extraction.lesions[0]", (*STENOSIS.evidence, *SPONDYLOSIS.evidence))
    query = only(ask(Extraction(lesions=(STENOSIS,), diagnoses=(SPONDYLOSIS,)), (), (both,)))
    assert query.indicators == (*STENOSIS.evidence, *SPONDYLOSIS.evidence)
    assert query.options == ESCAPES


@pytest.mark.parametrize(("start", "asked"), [(158, 0), (159, 1)])
def test_a_relation_that_one_statement_tells_is_not_asked_about(start: int, asked: int) -> None:
    """Forty characters apart is one statement; the quotes of the stenosis end at 118."""
    near = SPONDYLOSIS.model_copy(update={"evidence": quote("spondylosis", start)})
    both = issue("classified_elsewhere", "extraction.lesions[0]", (*STENOSIS.evidence, *near.evidence))
    assert len(ask(Extraction(lesions=(STENOSIS,), diagnoses=(near,)), (), (both,))) == asked
    alone = issue("classified_elsewhere", "extraction.lesions[0]", STENOSIS.evidence)
    assert ask(Extraction(lesions=(STENOSIS,), diagnoses=(SPONDYLOSIS,)), (), (alone,)) == ()


def test_a_past_condition_is_asked_about_where_something_is_found_there_today() -> None:
    """Its status may have changed; without a finding, or where the findings are asked about, nothing is open."""
    past = Lesion(
        kind="somatic_dysfunction", region="sacral", assertion="historical", evidence=quote("SI dysfunction in 2020")
    )
    tender = Tart(component="tenderness", region="sacral", evidence=quote("sulcus tender", 60))
    elsewhere = tender.model_copy(update={"region": "cervical"})
    denied = tender.model_copy(update={"assertion": "absent"})
    old = issue("historical_only", "extraction.lesions[0]")
    query = only(ask(Extraction(lesions=(past,), tart=(elsewhere, tender)), (), (old,)))
    assert query.indicators == (*past.evidence, *tender.evidence)
    assert query.options == ESCAPES
    for found in ((), (elsewhere,), (denied,)):
        assert ask(Extraction(lesions=(past,), tart=found), (), (old,)) == ()
    image = Imaging(kind="sacroiliac_changes", region="sacral", evidence=quote("SI sclerosis", 90))
    assert ask(Extraction(lesions=(past,), imaging=(image,)), (), (old,)) == ()
    unassessed = issue("dysfunction_not_stated", "extraction.tart[0]")
    queries = ask(Extraction(lesions=(past,), tart=(tender,)), (), (old, unassessed))
    assert [query.topic for query in queries] == ["dysfunction_not_stated"]


def test_statements_that_differ_in_being_there_are_offered_as_such() -> None:
    """Present in one place and negated in another."""
    absent = STENOSIS.model_copy(update={"assertion": "absent", "evidence": quote("no stenosis", 300)})
    conflict = issue("conflicting_findings", "extraction.lesions[0]", (*STENOSIS.evidence, *absent.evidence))
    query = only(ask(Extraction(lesions=(STENOSIS, absent)), (), (conflict,)))
    assert query.options == ("Present at this visit", "Not present at this visit", *ESCAPES)


@pytest.mark.parametrize(
    ("words", "more"),
    [("sulcus deep", quote("right ILA low", 60)), ("left sulcus deep", quote("right ILA low", 60))],
)
def test_landmarks_on_two_sides_are_no_two_answers(words: str, more: tuple[Evidence, ...]) -> None:
    """A quote that does not say its side, and landmarks that differ among themselves, leave the question open."""
    torsion = Lesion(
        kind="somatic_dysfunction", region="sacral", laterality="left", evidence=quote("left on left torsion", 100)
    )
    sulcus = Tart(component="asymmetry", region="sacral", laterality="left", evidence=quote(words))
    angle = Tart(component="asymmetry", region="sacral", laterality="right", evidence=more)
    found = (*torsion.evidence, *sulcus.evidence, *angle.evidence)
    conflict = issue("conflicting_findings", "extraction.lesions[0]", found)
    query = only(ask(Extraction(lesions=(torsion,), tart=(sulcus, angle)), (), (conflict,)))
    assert query.indicators == found
    assert query.options == ESCAPES


@pytest.mark.parametrize("words", ["L PSIS low", "PSIS low on the left", "Lt. PSIS", "L: PSIS"])
def test_a_side_is_offered_where_the_quote_says_it(words: str) -> None:
    """In shorthand too; a side known from elsewhere is not on show."""
    joint = Lesion(kind="somatic_dysfunction", region="pelvic", evidence=quote("innominate dysfunction"))
    left = Tart(component="asymmetry", region="pelvic", laterality="left", evidence=quote(words, 40))
    right = Tart(component="tenderness", region="pelvic", laterality="right", evidence=quote("R ASIS tender", 90))
    hidden = right.model_copy(update={"evidence": quote("ASIS tender", 90)})
    lacking = issue("laterality_missing", "lesions[0]")
    query = only(ask(Extraction(lesions=(joint,), tart=(left, right)), (), (lacking,)))
    assert query.options == ("Left", "Right", "Both sides", *ESCAPES)
    query = only(ask(Extraction(lesions=(joint,), tart=(left, hidden)), (), (lacking,)))
    assert query.options == ESCAPES


def test_a_past_diagnosis_is_asked_about_where_imaging_shows_its_region() -> None:
    """Palpation says nothing of a disc."""
    past = Diagnosis(
        condition="disc_herniation", region="lumbar", assertion="historical", evidence=quote("old L5 herniation")
    )
    tender = Tart(component="tenderness", region="lumbar", evidence=quote("L5 tender", 60))
    old = issue("historical_only", "extraction.diagnoses[0]")
    query = only(ask(Extraction(diagnoses=(past,), tart=(tender,), imaging=(BULGE,)), (), (old,)))
    assert query.indicators == (*past.evidence, *BULGE.evidence)
    assert ask(Extraction(diagnoses=(past,), tart=(tender,)), (), (old,)) == ()


def test_a_quote_inside_another_is_not_shown_again() -> None:
    """The longer one says it already; the same words cited twice are one."""
    whole = Lesion(kind="somatic_dysfunction", region="lumbar", evidence=quote("L4 and L5 dysfunction", 10))
    part = Tart(component="restriction", region="lumbar", evidence=quote("L5 dysfunction", 17))
    again = Tart(component="asymmetry", region="lumbar", evidence=quote("L4 and L5 dysfunction", 10))
    beside = Tart(component="tenderness", region="lumbar", evidence=quote("L5 tender", 30))
    extraction = Extraction(lesions=(whole,), tart=(part, again, beside))
    query = only(ask(extraction, (), (issue("tart_insufficient", "extraction.lesions[0]"),)))
    assert query.indicators == (*whole.evidence, *beside.evidence)


CAUSES = {
    "malalignment": "Displacement of a vertebra",
    "bony_overgrowth": "Bony overgrowth",
    "ligament_hypertrophy": "Ligament or scar tissue",
    "fibrosis": "Ligament or scar tissue",
    "disc_herniation": "Intervertebral disc",
    "subluxation": "Displacement of a vertebra",
    "osseous": "Bony overgrowth",
    "connective_tissue": "Ligament or scar tissue",
    "disc": "Intervertebral disc",
}


@pytest.mark.parametrize(("kind", "cause"), CAUSES.items())
def test_each_cause_is_offered_in_the_same_words_wherever_it_stands(kind: str, cause: str) -> None:
    """Seen on imaging or stated of another narrowing of the region; a second cause makes it a choice."""
    other = "disc_herniation" if cause != "Intervertebral disc" else "bony_overgrowth"
    second = Imaging.model_validate({"kind": other, "region": "lumbar", "evidence": quote("second", 300)})
    shown = quote("first", 200)
    if kind in get_args(ImagingKind):
        first = Imaging.model_validate({"kind": kind, "region": "lumbar", "evidence": shown})
        extraction = Extraction(lesions=(STENOSIS,), imaging=(first, second))
    else:
        stated = Lesion.model_validate(
            {"kind": "canal_stenosis", "region": "lumbar", "mechanisms": (kind,), "evidence": shown}
        )
        extraction = Extraction(lesions=(STENOSIS, stated), imaging=(second,))
    query = only(ask(extraction, (), (issue("mechanism_missing", "lesions[0]"),)))
    assert query.options == (cause, CAUSES[other], "More than one of these: ____", *ESCAPES)


@pytest.mark.parametrize(
    ("extraction", "topic"),
    [
        (Extraction(lesions=(Lesion(kind="somatic_dysfunction", evidence=quote("x")),)), "region_nonspecific"),
        (Extraction(lesions=(STENOSIS.model_copy(update={"kind": "canal_stenosis"}),)), "mechanism_missing"),
        (Extraction(diagnoses=(Diagnosis(condition="spinal_stenosis", evidence=quote("x")),)), "compartment_unclear"),
        (Extraction(tart=(Tart(component="tenderness", evidence=quote("x")),)), "dysfunction_not_stated"),
        (Extraction(diagnoses=(Diagnosis(condition="sciatica", evidence=quote("x")),)), None),
    ],
)
def test_a_code_to_ask_about_shows_its_own_gap(extraction: Extraction, topic: Topic | None) -> None:
    """What a suggestion rests on says what lacks; one that may be assigned asks nothing."""
    path = next(f"{name}[0]" for name, found in extraction if found)
    suggestion = Suggestion(code="M99.03", title="", status="query", rank=1, reason="", derivation=(path,))
    assert [query.topic for query in ask(extraction, (suggestion,), ())] == ([topic] if topic else [])
    assert ask(extraction, (suggestion.model_copy(update={"status": "assign"}),), ()) == ()


def test_an_issue_follows_the_number_of_its_suggestion() -> None:
    """The second suggestion's findings, not the first's; a suggestion that is not there is about nothing."""
    tender = Tart(component="tenderness", region="sacral", evidence=quote("sulcus tender"))
    suggestions = tuple(
        Suggestion(code=code, title="", status="assign", rank=1, reason="", derivation=(path,))
        for code, path in (("M99.04", "tart[0]"), ("M99.63", "lesions[0]"))
    )
    extraction = Extraction(lesions=(STENOSIS,), tart=(tender,))
    asked = ask(extraction, suggestions, (issue("imaging_missing", "suggestions[1].code"),))
    assert [query.at for query in asked] == ["lesions[0]"]
    assert ask(extraction, suggestions, (issue("imaging_missing", "suggestions[2].code"),)) == ()


@pytest.mark.parametrize("topic", ["tart_insufficient", "imaging_missing", "neuro_missing", "prior_care_missing"])
def test_several_issues_of_one_kind_are_one_question(topic: Topic) -> None:
    """The visit is asked about once."""
    other = Lesion(kind="canal_stenosis", region="cervical", evidence=quote("canal stenosis", 400))
    issues = tuple(issue(topic, f"extraction.lesions[{index}]") for index in (0, 1))
    query = only(ask(Extraction(lesions=(STENOSIS, other)), (), issues))
    assert {*STENOSIS.evidence, *other.evidence} <= {*query.indicators}


def test_what_bears_on_the_plan_and_on_daily_life_is_shown() -> None:
    """Every narrowing for the plan, every dysfunction for the treatment, and nothing else."""
    care = Care(kind="manipulation", timing="today", evidence=quote("HVLA", 10))
    plain = Diagnosis(condition="spinal_stenosis", region="lumbar", evidence=quote("stenosis", 30))
    sciatica = Diagnosis(condition="sciatica", evidence=quote("sciatica", 50))
    canal = Lesion(kind="canal_stenosis", region="lumbar", evidence=quote("canal", 70))
    complex_ = Lesion(kind="subluxation_complex", region="lumbar", evidence=quote("complex", 90))
    extraction = Extraction(lesions=(canal, complex_), diagnoses=(plain, sciatica), care=(care,))
    prior = only(ask(extraction, (), (issue("prior_care_missing", "extraction.care[0]"),)))
    assert prior.indicators == (*care.evidence, *canal.evidence, *plain.evidence)
    assert prior.question == (
        "The record states the plan above. Please document what care was given for this complaint before, and with "
        "what result, if any was."
    )
    function = only(ask(extraction, (), (issue("function_missing", "extraction.care[0]"),)))
    assert function.indicators == (*care.evidence, *complex_.evidence)
    assert function.question == (
        "The record states the treatment above. Please document what the complaint keeps the patient from doing in "
        "daily life, if anything."
    )
    neuro = only(ask(extraction, (), (issue("neuro_missing", "extraction.diagnoses[0]"),)))
    assert neuro.question == (
        "The record states the narrowing above. Please document what the neurological history and examination of this "
        "visit found, as far as they were done."
    )
    assert only(ask(extraction, (), (issue("region_not_diagnosed", "extraction.care[0]"),))).question.startswith(
        "The record describes treatment of the body region concerned and no assessment of it."
    )


def test_both_sides_in_one_finding_are_an_answer() -> None:
    """A bilateral finding supports both sides, a left one the left."""
    joint = Lesion(kind="somatic_dysfunction", region="pelvic", evidence=quote("innominate dysfunction"))
    both = Tart(component="tenderness", region="pelvic", laterality="bilateral", evidence=quote("both PSIS", 40))
    left = Tart(component="asymmetry", region="pelvic", laterality="left", evidence=quote("left ASIS", 60))
    query = only(ask(Extraction(lesions=(joint,), tart=(both, left)), (), (issue("laterality_missing", "lesions[0]"),)))
    assert query.options == ("Left", "Both sides", *ESCAPES)
