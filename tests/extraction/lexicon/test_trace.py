"""Specification of the trace: it tells of each statement what was found in it and what was read."""

from collections.abc import Callable
from inspect import cleandoc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.lexicon.trace import trace
from scribe.schema import Extraction, Kind, field_names
from scribe.schema.trace import TracedCue, TracedPlace, TracedStatement

Traced = Callable[..., tuple[TracedStatement, ...]]


@pytest.fixture
def traced() -> Traced:
    """Trace a text."""

    def of(text: str, kind: Kind = "note") -> tuple[TracedStatement, ...]:
        return trace(parse(text, kind), LexiconReader())

    return of


def test_a_statement_stands_somewhere(traced: Traced) -> None:
    """Line, span, section, stance and speaker are those that the reading goes by."""
    text = "Exam: T6 boggy.\nAssessment: Thoracic somatic dysfunction."
    first, second = traced(text)
    assert (first.quote, first.line, first.section, first.stance) == ("T6 boggy.", 1, "exam", "exam")
    assert (second.line, second.section, second.stance, second.speaker) == (2, "assessment", "conclusion", "clinician")
    assert text[slice(*second.span)] == second.quote


def test_terms_tell_their_rows_and_what_they_are_attached_to(traced: Traced) -> None:
    """A term of palpation has its row, its assertion, and the places and sides that belong to it."""
    (statement,) = traced("Exam: L3 and the left sacrum are boggy, not tender.")
    boggy = next(term for term in statement.terms if term.quote == "boggy")
    assert (boggy.table, boggy.role, boggy.value, boggy.assertion) == ("tart", "finding", "tissue_texture", "present")
    assert boggy.attached == (
        TracedPlace(quote="L3", region="lumbar", segments=("L3",)),
        TracedPlace(quote="sacrum", region="sacral", laterality="left"),
    )
    assert [place.quote for place in statement.places] == ["L3", "sacrum"]
    assert [side.laterality for side in statement.sides] == ["left"]


def test_cues_tell_their_reach(traced: Traced) -> None:
    """A cue names the terms that it reaches; one that reaches none is shown all the same."""
    (statement,) = traced("Subjective: Denies numbness or tingling but reports weakness.")
    denial = next(cue for cue in statement.cues if cue.quote == "Denies")
    assert denial == TracedCue(quote="Denies", role="before", assertion="absent", reaches=("numbness", "tingling"))
    assertions = {term.quote: term.assertion for term in statement.terms if term.table == "neuro"}
    assert assertions == {"numbness": "absent", "tingling": "absent", "weakness": "present"}


def test_a_topic_is_carried(traced: Traced) -> None:
    """What a statement is about before it says so: its heading, and the place named last."""
    _, second = traced("Exam: Left SI joint restricted. Tender too.")
    assert second.topic is not None
    assert (second.topic.quote, second.topic.region, second.topic.laterality) == ("SI joint", "sacral", "left")
    (headed,) = traced("Exam:\nSacrum: deep sulcus.")
    assert headed.heading == TracedPlace(quote="Sacrum", region="sacral")


def test_a_question_has_its_answer(traced: Traced) -> None:
    """Who asks, and what the next turn says."""
    question, answer = traced("Doctor: Any numbness in the foot?\nPatient: No, none.", "transcript")
    assert (question.asks, question.answer, question.by_clinician) == (True, "no", True)
    assert (answer.speaker, answer.stance, answer.by_clinician) == ("patient", "history", False)
    assert [(one.kind, one.read_by) for one in question.findings.neuro] == [("sensory_deficit", "neuro.answered")]


def test_a_positional_diagnosis_is_a_term_of_notation(traced: Traced) -> None:
    """It stands in no table, and fires all the same."""
    (statement,) = traced("Assessment: T4 NSLRR.")
    assert [(term.table, term.quote, term.value) for term in statement.terms] == [
        ("notation", "T4 NSLRR", "somatic_dysfunction")
    ]
    assert [one.read_by for one in statement.findings.lesions] == ["lesions.notation"]


def test_what_is_not_read_is_explained(traced: Traced) -> None:
    """A patient's guess fires its term, and its statement is not the clinician's."""
    guess, _ = traced("Patient: I think I have a lumbar subluxation.\nDoctor: We will see.", "transcript")
    assert [term.quote for term in guess.terms if term.table == "lesions"] == ["subluxation"]
    assert (guess.by_clinician, guess.findings) == (False, Extraction())


def test_text_carried_forward_is_marked(traced: Traced) -> None:
    """Findings of another visit are historical for a reason that can be seen."""
    statements = traced("Exam:\nCopied forward from prior visit:\nL5 tender.\n")
    assert [statement.carried for statement in statements if "L5" in statement.quote] == [True]


TEXT = cleandoc("""
    Subjective: Neck pain. Denies numbness.
    Exam: Neck tender on the right. Spurling negative.
    Sacrum: T+ A+ R- T+
    MRI: L4-5 disc bulge.
    Assessment: Cervical somatic dysfunction. Low back pain. M99.01, M54.50
    Plan: OMT to the neck today. Cannot drive.
""")


@pytest.mark.parametrize("kind", ["note", "transcript"])
def test_the_trace_holds_what_the_reading_holds(traced: Traced, kind: Kind) -> None:
    """Each quote of the reading stands in the findings of a statement, and none beside."""
    read = LexiconReader().read(parse(TEXT, kind))
    for name in field_names(Extraction):
        told = {
            quote for one in traced(TEXT, kind) for finding in getattr(one.findings, name) for quote in finding.evidence
        }
        assert {quote for finding in getattr(read, name) for quote in finding.evidence} == told, name


WORDS = cleandoc("""
    no denies L5 left tender boggy somatic dysfunction ? . , MRI disc Doctor: Patient: yes OMT M99.03 T+ A+
""").split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "\n", "\x00"]), max_size=24).map(" ".join),
    st.sampled_from(["note", "transcript"]),
)
def test_every_text_can_be_traced(text: str, kind: Kind) -> None:
    """Whatever is written, each sentence of the document has its record, in order, and quotes its own words."""
    statements = trace(parse(text, kind), LexiconReader())
    assert [text[slice(*statement.span)] for statement in statements] == [statement.quote for statement in statements]
    assert sorted(statement.span for statement in statements) == [statement.span for statement in statements]
