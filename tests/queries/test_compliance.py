"""Every query that we write passes our own rules for queries, whatever it is asked about."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.evaluation.dataset import load
from scribe.pipeline import assess, process
from scribe.queries import ask
from scribe.reports.queries import to_query_markdown, to_query_text
from scribe.rules import check_query, read_queries, worded
from scribe.schema import (
    REGIONS,
    Assertion,
    Care,
    Condition,
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
    Tart,
    TartComponent,
    Topic,
)

DATASETS = Path(__file__).parents[2] / "eval" / "datasets"
SAYING = {
    "osseous": ["facet spurs", "bony overgrowth M99.33"],
    "bony_overgrowth": ["uncinate hypertrophy", "osteophytes on the left"],
    "connective_tissue": ["scar tissue", "thick ligamentum flavum"],
    "ligament_hypertrophy": ["thick ligament"],
    "fibrosis": ["epidural fibrosis"],
    "disc": ["disc material"],
    "disc_herniation": ["right disc bulge", "protrusion, claim pending"],
    "subluxation": ["L5 subluxed"],
    "malalignment": ["retrolisthesis of L4"],
    "canal_narrowing": ["narrow canal, both sides"],
    "foraminal_narrowing": ["narrow left foramen"],
    "anything": [
        "deep left sulcus [x]",
        "M54.16 stiff right joint",
        "T12 FRS right",
        "Would you agree, he asked",
        "payer denied the claim",
        "HVLA to the sacrum ( )",
        "better since last visit; must sit",
        "possible on the L",
    ],
}
TEXT = "\n".join(dict.fromkeys(words for several in SAYING.values() for words in several))
DOCUMENT = parse(TEXT, "note")


def saying(what: str) -> st.SearchStrategy[tuple[Evidence, ...]]:
    """Words of the document that say this, or words that say nothing particular."""
    return st.sampled_from(SAYING.get(what, SAYING["anything"])).map(_quoted)


def _quoted(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(quote=words, span=(start, start + len(words)), match="exact"),)


REGION = st.sampled_from([None, *REGIONS])
SIDE = st.sampled_from([None, *get_args(Laterality)])
ASSERTION = st.sampled_from(get_args(Assertion))
MECHANISM = st.sampled_from([None, *get_args(Mechanism)])
LESIONS = MECHANISM.flatmap(
    lambda cause: st.builds(
        Lesion,
        kind=st.sampled_from(get_args(LesionKind)),
        mechanisms=st.just((cause,) if cause else ()),
        evidence=saying(cause or "anything"),
        region=REGION,
        laterality=SIDE,
        assertion=ASSERTION,
    )
)
IMAGES = st.sampled_from(get_args(ImagingKind)).flatmap(
    lambda kind: st.builds(
        Imaging, kind=st.just(kind), evidence=saying(kind), region=REGION, laterality=SIDE, assertion=ASSERTION
    )
)
FELT = st.builds(
    Tart,
    component=st.sampled_from(get_args(TartComponent)),
    evidence=saying("anything"),
    region=REGION,
    laterality=SIDE,
    assertion=ASSERTION,
)
DIAGNOSES = st.builds(
    Diagnosis,
    condition=st.sampled_from(get_args(Condition)),
    evidence=saying("anything"),
    region=REGION,
    laterality=SIDE,
    assertion=ASSERTION,
)
TREATED = st.builds(
    Care,
    kind=st.sampled_from(["manipulation", "surgery"]),
    timing=st.just("today"),
    evidence=saying("anything"),
    regions=st.lists(st.sampled_from(REGIONS), max_size=2, unique=True).map(tuple),
)
EXTRACTIONS = st.builds(
    Extraction,
    lesions=st.lists(LESIONS, max_size=4).map(tuple),
    imaging=st.lists(IMAGES, max_size=4).map(tuple),
    tart=st.lists(FELT, max_size=4).map(tuple),
    diagnoses=st.lists(DIAGNOSES, max_size=3).map(tuple),
    care=st.lists(TREATED, max_size=2).map(tuple),
)
PATHS = st.builds(
    "extraction.{}[{}]".format,
    st.sampled_from(["lesions", "imaging", "tart", "diagnoses", "care"]),
    st.integers(0, 3),
)
ISSUES = st.lists(
    st.builds(
        Issue,
        rule=st.just("XX01"),
        topic=st.sampled_from(get_args(Topic)),
        severity=st.just("warning"),
        at=PATHS | st.just("codes[0]"),
        message=st.just("Something lacks."),
        evidence=saying("anything"),
    ),
    max_size=6,
).map(tuple)


def objections(query: Query, document_text: str) -> list[str]:
    """The rules that object to a query: as a record, as text and as Markdown."""
    document = parse(document_text)
    readings = [
        worded(query),
        *read_queries(to_query_text(query, document)),
        *read_queries(to_query_markdown(query, document)),
    ]
    assert len(readings) == 3
    return [issue.rule for reading in readings for issue in check_query(reading)]


@settings(deadline=None)
@given(EXTRACTIONS, ISSUES)
def test_whatever_was_found_our_queries_are_compliant(extraction: Extraction, issues: tuple[Issue, ...]) -> None:
    """In every form, and every indicator is a piece of the document."""
    for query in ask(extraction, (), issues):
        assert objections(query, TEXT) == []
        for indicator in query.indicators:
            assert indicator.span is not None
            assert TEXT[slice(*indicator.span)] == indicator.quote


@pytest.mark.parametrize("path", sorted(DATASETS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_our_queries_about_every_case_are_compliant(path: Path) -> None:
    """From the built-in reading and from the labels; only rule ids are counted, no case is shown."""
    raised: Counter[str] = Counter()
    asked = 0
    for case in load(path).cases:
        for report in (
            process(case.text, kind=case.kind),
            assess(case.text, case.findings, kind=case.kind, encounter=case.encounter),
        ):
            asked += len(report.queries)
            raised.update(rule for query in report.queries for rule in objections(query, case.text))
    assert asked > 0
    assert raised == Counter()
