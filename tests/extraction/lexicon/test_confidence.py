"""Specification of rules of reading: each finding names its rule, and the table says what that rule has proved."""

import csv
from inspect import cleandoc
from pathlib import Path

import pytest

from scribe import process
from scribe.documents import parse
from scribe.evaluation.dataset import load
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.lexicon import confidence as module
from scribe.extraction.lexicon.confidence import COLUMNS, proof, proved
from scribe.extraction.lexicon.merge import merge, merge_lesions
from scribe.schema import Evidence, Extraction, Finding, Kind, Lesion, Tart

TABLE = Path(module.__file__).parent / "tables" / "precision.csv"
DATASETS = Path(__file__).parents[3] / "eval" / "datasets"


def table() -> list[dict[str, str]]:
    """Return the rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        assert tuple(rows.fieldnames or ()) == COLUMNS
        return list(rows)


def test_the_table_holds_together() -> None:
    """Each rule has one row; its share follows from its counts."""
    rules = [row["rule"] for row in table()]
    assert rules == sorted({*rules})
    for row in table():
        cases, right = int(row["cases"]), int(row["right"])
        assert 0 <= right <= cases
        assert row["confidence"] == f"{(right + 0.5) / (cases + 1):.3f}"


def test_every_reading_names_a_rule_of_the_table() -> None:
    """Whatever is read in labelled documents has a rule of its list that `make precision` counted."""
    rules = {row["rule"] for row in table()}
    for case in (case for path in sorted(DATASETS.glob("*.jsonl")) for case in load(path).half("development")):
        for group, findings in LexiconReader().read(parse(case.text, case.kind)):
            for finding in findings:
                assert finding.read_by in rules, finding
                assert finding.read_by.startswith(f"{group}.")
                assert finding.confidence == proved(finding.read_by)


@pytest.mark.parametrize(
    ("text", "group", "rule"),
    [
        ("Assessment: Lumbar somatic dysfunction.", "lesions", "lesions.head"),
        ("Assessment: L4 ERSL.", "lesions", "lesions.notation"),
        ("Assessment: Left posterior innominate.", "lesions", "lesions.position"),
        ("Assessment: Lumbar central canal stenosis from a disc protrusion.", "lesions", "lesions.narrowing"),
        ("Exam: T9 ropy.", "tart", "tart.finding"),
        ("Exam: Lumbar flexion 40 degrees, limited.", "tart", "tart.motion"),
        ("Exam: Right ASIS low.", "tart", "tart.position"),
        ("Exam: Standing flexion test positive on the left.", "tart", "tart.test"),
        ("Exam:\nSacrum: T+ A- R+ T-", "tart", "tart.grid"),
        ("Subjective: Tingling in the hand.", "neuro", "neuro.symptom"),
        ("Exam: SLR negative.", "neuro", "neuro.sign"),
        ("Doctor: Any tingling?\nPatient: Yes.", "neuro", "neuro.answered"),
        ("MRI: L4-5 disc protrusion.", "imaging", "imaging.finding"),
        ("Plan: Order MRI of the lumbar spine.", "imaging", "imaging.modality"),
        ("Assessment: Sciatica.", "diagnoses", "diagnoses.condition"),
        ("Plan: OMT to the neck today.", "care", "care.today"),
        ("Subjective: Trouble with sitting.", "function", "function.activity"),
        ("Assessment: M99.03", "stated_codes", "stated_codes.written"),
    ],
)
def test_a_finding_is_read_by_a_rule(text: str, group: str, rule: str) -> None:
    """The role of the term that a finding hangs on, or the other way in which it was read."""
    kind: Kind = "transcript" if text.startswith("Doctor") else "note"
    found: tuple[Finding, ...] = getattr(LexiconReader().read(parse(text, kind)), group)
    assert {finding.read_by for finding in found} == {rule}


def tart(rule: str | None) -> Tart:
    """Return a finding that a rule read."""
    return Tart(component="tenderness", read_by=rule, evidence=(Evidence(quote=rule or "none"),))


def test_the_rule_keeps_no_findings_apart() -> None:
    """Mentions of one thing are one finding, read by the surest of their rules."""
    sure = max(("tart.finding", "tart.answered"), key=lambda rule: proved(rule) or 0)
    for rules in (["tart.finding", "tart.answered"], ["tart.answered", "tart.finding"], [None, sure]):
        (merged,) = merge(map(tart, rules))
        assert (merged.read_by, merged.confidence) == (sure, proved(sure))
    plain = Lesion(kind="somatic_dysfunction", read_by="lesions.notation", evidence=(Evidence(quote="one"),))
    sided = plain.model_copy(update={"laterality": "left", "read_by": "lesions.head"})
    (lesion,) = merge_lesions([plain, sided])
    assert lesion.confidence == max(proved("lesions.notation") or 0, proved("lesions.head") or 0)


def test_what_is_not_known_stays_open() -> None:
    """A finding without a rule, or of a rule that was never judged, has no confidence."""
    assert proof([None, None]) == {"read_by": None, "confidence": None}
    assert proved(None) is None
    assert proved("tart.guess") is None


def test_a_given_extraction_has_no_rule() -> None:
    """What somebody else read says nothing of it."""
    given = Extraction.model_validate({"tart": [{"component": "tenderness", "evidence": [{"quote": "sore"}]}]})
    assert (given.tart[0].read_by, given.tart[0].confidence) == (None, None)


def test_the_rule_of_a_finding_survives_the_pipeline() -> None:
    """Grounding and verification leave it."""
    text = cleandoc("""
        Exam: L5 tender.
        Assessment: Lumbar somatic dysfunction.
    """)
    (lesion,) = process(text, kind="note").extraction.lesions
    assert (lesion.read_by, lesion.confidence) == ("lesions.head", proved("lesions.head"))
