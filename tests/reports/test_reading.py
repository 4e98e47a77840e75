"""What was read, on a page: findings with quotes, rule and confidence, and below them how it was read."""

import json
import re

import pytest

from scribe.documents import parse
from scribe.reports.reading import proof_of, reading_json, reading_text
from scribe.schema import Document, Evidence, Extraction, Lesion, StatedCode, Tart
from scribe.schema.trace import TracedCue, TracedPlace, TracedStatement, TracedTerm

TEXT = "Exam: Left sacrum not boggy.\nAssessment: Sacral somatic dysfunction. M99.04"


@pytest.fixture
def document() -> Document:
    """A note of two lines."""
    return parse(TEXT, "note")


def quoted(words: str) -> tuple[Evidence, ...]:
    """Quote words of the note."""
    start = TEXT.index(words)
    return (Evidence(quote=words, span=(start, start + len(words)), match="exact"),)


READ = Extraction(
    lesions=(
        Lesion(
            kind="somatic_dysfunction",
            region="sacral",
            evidence=quoted("Sacral somatic dysfunction"),
            read_by="lesions.head",
            confidence=0.8766,
        ),
    ),
    tart=(
        Tart(
            component="tissue_texture",
            region="sacral",
            laterality="left",
            assertion="absent",
            evidence=quoted("not boggy"),
            unverified=("laterality",),
            read_by="tart.normal",
        ),
    ),
    stated_codes=(StatedCode(code="M99.04", evidence=quoted("M99.04")),),
)
TRACE = TracedStatement(
    quote="Left sacrum\nnot boggy.",
    line=1,
    span=(6, 28),
    speaker="clinician",
    section="structural_exam",
    stance="exam",
    by_clinician=False,
    carried=True,
    asks=True,
    answer="no",
    heading=TracedPlace(quote="Sacrum", region="sacral"),
    topic=TracedPlace(quote="L5", region="lumbar", segments=("L5",), laterality="right"),
    terms=(
        TracedTerm(
            quote="boggy",
            table="tart",
            term="boggy",
            role="finding",
            value="tissue_texture",
            assertion="absent",
            attached=(TracedPlace(quote="sacrum", region="sacral", laterality="left"), TracedPlace(laterality="right")),
        ),
        TracedTerm(quote="exam", table="stances", term="exam", role="conclusion", value=""),
    ),
    cues=(
        TracedCue(quote="not", role="before", assertion="absent", reaches=("boggy", "tender")),
        TracedCue(quote="but", role="terminator", assertion=""),
    ),
    places=(TracedPlace(quote="sacrum", region="sacral"), TracedPlace(quote="back")),
    sides=(TracedPlace(quote="Left", laterality="left"),),
    findings=Extraction(tart=READ.tart),
)


def test_findings_are_listed(document: Document) -> None:
    """Each with region, side and assertion, its quotes where they stand, and the rule that read it."""
    assert reading_text(document, READ, width=80, color=False) == (
        "LESIONS  1\n"
        "  - sacral: somatic dysfunction, present\n"
        "    line 2, assessment  “Sacral somatic dysfunction”\n"
        "    read by lesions.head, confidence 0.88\n"
        "\n"
        "TART  1\n"
        "  - tissue texture (sacral, left), absent\n"
        "    line 1, exam  “not boggy”\n"
        "    not borne out by the quote: laterality\n"
        "    read by tart.normal, not measured\n"
        "\n"
        "STATED CODES  1\n"
        "  - M99.04\n"
        "    line 2, assessment  “M99.04”\n"
    )


def test_a_trace_stands_below(document: Document) -> None:
    """Where a statement stands, what fired in it and why, and what was read."""
    page = reading_text(document, READ, [TRACE], width=100, color=False)
    assert page[page.index("line 1     “Left") :] == (
        "line 1     “Left sacrum not boggy.”\n"
        "  stands   speaker clinician, section structural exam, stance exam, not the clinician's, carried\n"
        "           forward, question, answered no\n"
        "  heading  “Sacrum” sacral\n"
        "  topic    “L5” lumbar L5 right\n"
        "  term     “boggy” tart, finding, tissue texture, absent, at “sacrum” sacral left and right\n"
        "  term     “exam” stances, conclusion\n"
        "  cue      “not” before, absent, reaches “boggy”, “tender”\n"
        "  cue      “but” terminator, reaches no term\n"
        "  place    “sacrum” sacral\n"
        "  place    “back”\n"
        "  side     “Left” left\n"
        "  read     tissue texture (sacral, left), absent, by tart.normal\n"
    )


def test_a_question_without_answer_says_so(document: Document) -> None:
    """An answer that tells nothing is why nothing was read."""
    page = reading_text(document, READ, [TRACE.model_copy(update={"answer": ""})], width=100, color=False)
    assert "question without a telling answer" in page


def test_nothing_read_is_said(document: Document) -> None:
    """An empty page would look like a fault."""
    assert reading_text(document, Extraction(), width=80, color=False) == "Nothing was read in the document.\n"


def test_colour_is_only_ink(document: Document) -> None:
    """Without the escapes the page is the same."""
    page = reading_text(document, READ, [TRACE], width=80, color=True)
    assert "\x1b[" in page
    assert re.sub(r"\x1b\[[\d;]+m", "", page) == reading_text(document, READ, [TRACE], width=80, color=False)


def test_json_is_the_record() -> None:
    """The extraction by itself; with a trace, an object of both."""
    assert Extraction.model_validate_json(reading_json(READ)) == READ
    both = json.loads(reading_json(READ, [TRACE, TRACE]))
    assert Extraction.model_validate(both["extraction"]) == READ
    assert [TracedStatement.model_validate_json(json.dumps(one)) for one in both["trace"]] == [TRACE, TRACE]
    assert json.loads(reading_json(Extraction(), []))["trace"] == []


@pytest.mark.parametrize(
    ("rule", "confidence", "said"),
    [
        (None, None, ""),
        ("tart.test", None, "read by tart.test, not measured"),
        ("tart.test", 1, "read by tart.test, confidence 1.00"),
    ],
)
def test_the_proof_of_a_finding(rule: str | None, confidence: float | None, said: str) -> None:
    """What is not known is not said."""
    finding = Tart(component="tenderness", evidence=(), read_by=rule, confidence=confidence)
    assert proof_of(finding) == said
