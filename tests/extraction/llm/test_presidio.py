"""Specification of redaction by presidio, with its own analyzer and recognizers that need no model."""

import json
import logging
from typing import TYPE_CHECKING

import pytest

from scribe.evaluation.provider import Provider, findings, lesion
from scribe.extraction.llm.presidio import PresidioRedactor
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import process

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

presidio = pytest.importorskip("presidio_analyzer", reason="presidio is not installed: pip install presidio-analyzer")

NOTE = (
    "S: Mrs. Ada Quill-Brown (MRN 4471902, ada@quill.example) fell; phone 212-555-0187.\n"
    "O: Left sacral sulcus tender, says Ada\n"
    "Quill-Brown to Dr. Sol Reyes.\n"
    "A: Left-on-left sacral torsion in Ada Quill-Brown. PERSON_1 is a word of the note.\n"
)
LESION = lesion("Left-on-left sacral torsion in PERSON_2", 4, region="sacral", segments=[], laterality="left")


@pytest.fixture(scope="module")
def analyzer() -> "AnalyzerEngine":
    """Presidio's analyzer with its engine for no language model, its own recognizers of numbers, and patterns."""
    recognizers = pytest.importorskip("presidio_analyzer.predefined_recognizers")
    engine = pytest.importorskip("presidio_analyzer.nlp_engine").NoOpNlpEngine(
        models=[{"lang_code": "en", "model_name": "none"}]
    )
    engine.load()
    registry = presidio.RecognizerRegistry(supported_languages=["en"])
    for recognizer in (
        # Presidio's own recognizer of addresses fetches a list of domains from the network.
        presidio.PatternRecognizer("EMAIL_ADDRESS", patterns=[presidio.Pattern("mail", r"\b\S+@[\w.]+\b", 0.9)]),
        recognizers.PhoneRecognizer(),
        presidio.PatternRecognizer("PERSON", patterns=[presidio.Pattern("name", r"Ada\s+Quill-Brown|Sol Reyes", 0.9)]),
        presidio.PatternRecognizer("PERSON", patterns=[presidio.Pattern("first", r"\bAda\b", 0.5)]),
        presidio.PatternRecognizer("MRN", patterns=[presidio.Pattern("number", r"(?<=MRN )\d+", 0.9)]),
    ):
        registry.add_recognizer(recognizer)
    made: AnalyzerEngine = presidio.AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
    return made


def test_what_is_personal_is_hidden(analyzer: "AnalyzerEngine") -> None:
    """Each wording has its placeholder, what overlaps is hidden whole, and a line break within a name stays."""
    redacted = PresidioRedactor(analyzer, entities=["PERSON", "MRN", "EMAIL_ADDRESS", "PHONE_NUMBER"]).redact(NOTE)
    assert redacted.text == (
        "S: Mrs. PERSON_2 (MRN MRN_1, EMAIL_ADDRESS_1) fell; phone PHONE_NUMBER_1.\n"
        "O: Left sacral sulcus tender, says PERSON_3\n"
        "PERSON_4 to Dr. PERSON_5.\n"
        "A: Left-on-left sacral torsion in PERSON_2. PERSON_1 is a word of the note.\n"
    )
    assert redacted.mapping == {
        "PERSON_2": "Ada Quill-Brown",
        "MRN_1": "4471902",
        "EMAIL_ADDRESS_1": "ada@quill.example",
        "PHONE_NUMBER_1": "212-555-0187",
        "PERSON_3": "Ada",
        "PERSON_4": "Quill-Brown",
        "PERSON_5": "Sol Reyes",
    }


def test_only_what_is_named_is_hidden(analyzer: "AnalyzerEngine") -> None:
    """By kind and by confidence."""
    assert PresidioRedactor(analyzer, entities=["MRN"]).redact(NOTE).mapping == {"MRN_1": "4471902"}
    assert PresidioRedactor(analyzer, entities=["PERSON"], score=0.6).redact("Ada sat.").mapping == {}


def test_a_report_through_presidio(
    provider: Provider, analyzer: "AnalyzerEngine", caplog: pytest.LogCaptureFixture
) -> None:
    """The server sees placeholders, the report has names; no log has either the note's words or its quotes."""
    provider.script = [findings(lesions=[LESION])]
    redactor = PresidioRedactor(analyzer, entities=["PERSON", "MRN", "EMAIL_ADDRESS", "PHONE_NUMBER"])
    with caplog.at_level(logging.DEBUG):
        report = process(NOTE, reader=LlmReader(model="m", base_url=provider.url, redactor=redactor))
    sent = json.dumps(provider.requests)
    assert [word for word in ("Ada", "Quill", "4471902", "555-0187", "Reyes") if word in sent] == []
    quote = report.extraction.lesions[0].evidence[0]
    assert (quote.quote, quote.match) == ("Left-on-left sacral torsion in Ada Quill-Brown", "exact")
    assert [one.code for one in report.suggestions if one.status == "assign"] == ["M99.04"]
    assert "PERSON_2" not in report.model_dump_json()
    assert [word for word in ("Quill", "sacral", "4471902") if word in caplog.text] == []
