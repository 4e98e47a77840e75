"""No finding, visit or code makes coding or a rule fail, and none makes them waver."""

import re
from dataclasses import fields
from datetime import date
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.coding import derive
from scribe.documents import parse
from scribe.rules import Chart, check, collect_claims
from scribe.schema import Encounter, Evidence, Extraction, Speaker
from scribe.schema.record import Record
from scribe.terminology import code_set

TEXT = (
    "Subjective: neurogenic claudication, denies saddle anesthesia; her mother had a disc at L4-5.\n"
    "Objective: left SI joint tender, C5 rotated right, sulcus deep on the right.\n"
    "Assessment: osseous stenosis of the canal at L4-5, synovial cyst, L5 radiculopathy. M99.33-RT, 98941-AT.\n"
    "Plan: HVLA to lumbar and sacrum, maintenance care."
)
WORDS = st.sampled_from(["L4", "L5", "S1", "C8", "OA", "AA", "rib 5", "T13", "", "nonsense"])
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: WORDS,
    date: st.dates(date(2024, 1, 1), date(2029, 1, 1)),
    float: st.floats(0, 1),
    type(None): st.none(),
}
PAYMENT = re.compile(
    r"\b(?:pay(?:er|ment|s)?|deni(?:al|ed)|deny|reimburs\w+|downcod\w+|audit\w*|bill\w*)\b", re.IGNORECASE
)


@st.composite
def quoted(draw: st.DrawFn) -> Evidence:
    """A piece of the text where it stands, or words that are not in it."""
    speaker = draw(st.none() | st.sampled_from(get_args(Speaker)))
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, min(start + 90, len(TEXT))))
    if draw(st.booleans()):
        return Evidence(quote=TEXT[start:end], span=(start, end), match="exact", speaker=speaker, section="assessment")
    return Evidence(quote=draw(st.text(max_size=20)), speaker=speaker)


def any_of(annotation: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401  # an annotation may be anything
    """Every value of a field's type: words of a vocabulary, tuples, records, text and dates."""
    parts = get_args(annotation)
    if annotation is Evidence:
        return quoted()
    if get_origin(annotation) is Literal:
        return st.sampled_from(parts)
    if get_origin(annotation) is tuple:
        return st.lists(any_of(parts[0]), max_size=3).map(tuple)
    if parts:
        return st.one_of(*(any_of(part) for part in parts))
    return of_record(annotation) if issubclass(annotation, Record) else PLAIN[annotation]


def of_record(record: type[Record]) -> st.SearchStrategy[Any]:
    """Records with any value in any field."""
    hints = get_type_hints(record)
    values = {field.name: any_of(hints[field.name]) for field in fields(record)}  # type: ignore[arg-type]  # no base
    if "unverified" in values:
        values["unverified"] = st.sampled_from([(), (), (), ("region",)])
    if "assertion" in values:
        values["assertion"] = st.just("present") | values["assertion"]
    return st.builds(record, **values)


CODES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["", " ", "-", "--", ".", "M", "M99.", "M99.03-", "m9903-rt-50", "٩٩٩", "M99.03" * 400]),
        st.sampled_from(["M99.33", "M48.061", "M48.062", "M54.16", "M51.16", "M43.5X6", "S33.5XXA", "98941-AT-GA"]),
        st.builds(lambda family, digit: f"M99.{family}{digit}", st.integers(0, 9), st.integers(0, 9)),
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(of_record(Extraction), of_record(Encounter), CODES)
def test_any_findings_visit_and_codes_have_one_judgement(
    extraction: Extraction, visit: Encounter, claimed: list[str]
) -> None:
    """Whatever was read and claimed, codes and issues come out, the same ones twice, each resting on the text."""
    document, codes = parse(TEXT, "note"), code_set(visit.date_of_service)
    suggestions = derive(extraction, visit, codes)
    assert suggestions == derive(extraction, visit, codes)
    record = (document, visit, extraction, suggestions, collect_claims(document, extraction, claimed), codes)
    issues = check(Chart(*record))
    assert issues == check(Chart(*record))
    given = " ".join(claimed + [stated.code for stated in extraction.stated_codes])
    for issue in issues:
        assert issue.at
        assert PAYMENT.search(given) or not PAYMENT.search(issue.message)
        for evidence in issue.evidence:
            assert evidence.span is None or TEXT[slice(*evidence.span)] == evidence.quote
