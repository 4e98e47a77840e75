"""Dangers: what counts as an event, and what as an occasion for one."""

from collections.abc import Callable
from typing import Any

import pytest

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics import METRICS, Share
from scribe.evaluation.metrics.danger import (
    code_without_statement,
    invented_finding,
    level_flip,
    never_assigned,
    polarity_flip,
    side_flip,
    ungrounded_quote,
)
from scribe.pipeline import process
from scribe.schema import (
    Assertion,
    Care,
    Diagnosis,
    Evidence,
    Extraction,
    Finding,
    Function,
    Laterality,
    Lesion,
    Neuro,
    Region,
    Speaker,
    Suggestion,
    Tart,
)

Match = Callable[..., Matched]

TEXT = "Lumbar dysfunction on the left. Sleep is poor."
HERE = (Evidence(quote="Lumbar dysfunction", span=(0, 18), match="exact"),)


def lesion(region: Region | None = "lumbar", evidence: tuple[Evidence, ...] = HERE, **fields: Any) -> Lesion:  # noqa: ANN401  # fields of any kind
    """Write a lesion in one line."""
    return Lesion(kind="somatic_dysfunction", region=region, evidence=evidence, **fields)


def one(finding: Finding) -> Extraction:
    """Put one finding into an extraction."""
    groups = {
        Lesion: "lesions",
        Tart: "tart",
        Neuro: "neuro",
        Care: "care",
        Diagnosis: "diagnoses",
        Function: "function",
    }
    return Extraction().model_copy(update={groups[type(finding)]: (finding,)})


@pytest.mark.parametrize(
    ("gold", "finding", "share"),
    [
        ("left", "right", Share(1, 1)),
        ("right", "left", Share(1, 1)),
        ("left", "left", Share(0, 1)),
        ("left", None, Share(0, 0)),
        (None, "right", Share(0, 0)),
        ("left", "bilateral", Share(0, 0)),
        ("midline", "left", Share(0, 0)),
    ],
)
def test_side_flip(gold: Laterality | None, finding: Laterality | None, share: Share, matched: Match) -> None:
    """Left for right is a flip; a side lost or gained is none, and no occasion."""
    assert side_flip(matched(one(lesion(laterality=gold)), one(lesion(laterality=finding)), TEXT)) == share


def test_groups_without_a_side_have_no_flip(matched: Match) -> None:
    """Care and function are no occasion."""
    care = Care(kind="manipulation", timing="today", evidence=HERE)
    assert side_flip(matched(one(care), one(care), TEXT)) == Share(0, 0)
    assert polarity_flip(matched(one(care), one(care), TEXT)) == Share(0, 0)


@pytest.mark.parametrize(
    ("gold", "finding", "share"),
    [
        (lesion("lumbar"), lesion("sacral"), Share(1, 1)),
        (lesion("lumbar"), lesion("lumbar"), Share(0, 1)),
        (lesion("lumbar"), lesion(None), Share(0, 0)),
        (lesion(segments=("L4",)), lesion(segments=("L5",)), Share(1, 1)),
        (lesion(segments=("L4",)), lesion(segments=("L4", "L5")), Share(0, 1)),
        (lesion(segments=("L4",)), lesion(), Share(0, 1)),  # both say lumbar
        (
            Neuro(kind="sensory_deficit", roots=("L5",), evidence=HERE),
            Neuro(kind="sensory_deficit", roots=("S1",), evidence=HERE),
            Share(1, 1),
        ),
        (
            Care(kind="massage", timing="today", regions=("lumbar", "sacral"), evidence=HERE),
            Care(kind="massage", timing="today", regions=("sacral", "head"), evidence=HERE),
            Share(0, 1),
        ),
        (
            Care(kind="massage", timing="today", regions=("lumbar",), evidence=HERE),
            Care(kind="massage", timing="today", regions=("head",), evidence=HERE),
            Share(1, 1),
        ),
        (Function(kind="sleep", evidence=HERE), Function(kind="sleep", evidence=HERE), Share(0, 0)),
    ],
)
def test_level_flip(gold: Finding, finding: Finding, share: Share, matched: Match) -> None:
    """Two regions, or levels of which none is in both, contradict; a level lost is none."""
    assert level_flip(matched(one(gold), one(finding), TEXT)) == share


@pytest.mark.parametrize(
    ("gold", "finding", "share"),
    [
        ("present", "absent", Share(1, 1)),
        ("absent", "present", Share(1, 1)),
        ("other_person", "present", Share(1, 1)),
        ("other_person", "absent", Share(0, 1)),
        ("present", "present", Share(0, 1)),
        ("present", "possible", Share(0, 0)),
        ("historical", "absent", Share(0, 0)),
    ],
)
def test_polarity_flip(gold: Assertion, finding: Assertion, share: Share, matched: Match) -> None:
    """Has it and has it not is a flip; degrees in between are neither."""
    assert polarity_flip(matched(one(lesion(assertion=gold)), one(lesion(assertion=finding)), TEXT)) == share


@pytest.mark.parametrize(
    ("labels", "findings", "share"),
    [
        ((), (lesion(),), Share(1, 1)),
        ((), (lesion(assertion="absent"),), Share(0, 0)),
        ((lesion(),), (lesion(),), Share(0, 1)),
        # found twice, with another side: no label is left for it, but one says so
        ((lesion(),), (lesion(), lesion(laterality="left")), Share(0, 2)),
        # a second place, and a second polarity, that no label knows
        ((lesion(),), (lesion(), lesion("sacral")), Share(1, 2)),
        ((lesion(assertion="absent"),), (lesion(assertion="absent"), lesion()), Share(1, 1)),
        # no place is a place of its own
        ((lesion(None),), (lesion(None), lesion(None, laterality="left")), Share(0, 2)),
        ((lesion(None),), (lesion(None), lesion("lumbar")), Share(1, 2)),
    ],
)
def test_invented_finding(
    labels: tuple[Lesion, ...], findings: tuple[Lesion, ...], share: Share, matched: Match
) -> None:
    """What is reported as present, and no label says of that place, is invented."""
    assert invented_finding(matched(Extraction(lesions=labels), Extraction(lesions=findings), TEXT)) == share


def test_a_limitation_is_invented_too(matched: Match) -> None:
    """A finding of a group without an assertion is reported as present; one found twice is not invented."""
    sleep, work = (Function(kind=kind, evidence=HERE) for kind in ("sleep", "work"))
    both = matched(Extraction(function=(sleep,)), Extraction(function=(sleep, sleep, work)), TEXT)
    assert invented_finding(both) == Share(1, 3)


@pytest.mark.parametrize(
    ("evidence", "share"),
    [
        (HERE, Share(0, 1)),
        ((Evidence(quote="Lumbar dysfunction"),), Share(1, 1)),
        ((*HERE, Evidence(quote="no such words")), Share(1, 2)),
        ((Evidence(quote="lumbar  dysfunction", span=(0, 18), match="normalised"),), Share(0, 1)),
        ((Evidence(quote="lumbar  dysfunction", span=(0, 18), match="exact"),), Share(1, 1)),
        ((), Share(1, 1)),
    ],
)
def test_ungrounded_quote(evidence: tuple[Evidence, ...], share: Share, matched: Match) -> None:
    """A quote has a place that holds its words; no quote is no ground."""
    assert ungrounded_quote(matched(None, one(lesion(evidence=evidence)), TEXT)) == share


def test_never_assigned(matched: Match) -> None:
    """Of three codes labelled never, one is assigned; one that is only queried is not."""
    never = {"never": ["M99.04", "M99.05", "M54.50"]}
    both = matched(labelled_codes=never, assign=("M99.03", "M99.04"), query=("M99.05",))
    assert never_assigned(both) == Share(1, 3)


def coded(both: Matched, *derivation: str) -> Matched:
    """Assign M99.03 by a derivation, and reject another code without any."""
    assigned = Suggestion(code="M99.03", title="", status="assign", rank=1, reason="", derivation=("CD01", *derivation))
    rejected = assigned.model_copy(update={"code": "M99.04", "status": "reject", "derivation": ()})
    return both._replace(report=both.report.model_copy(update={"suggestions": (assigned, rejected)}))


@pytest.mark.parametrize(
    ("labels", "code", "finding", "events"),
    [
        # labelled, or paired with a label that is present
        ((), ["M99.03"], lesion(), 0),
        ((lesion(laterality="left"),), [], lesion(), 0),
        # neither
        ((), [], lesion(), 1),
        ((lesion(assertion="possible"),), [], lesion(), 1),
        # labelled, but the report itself has no statement
        ((lesion(),), ["M99.03"], lesion(assertion="possible"), 1),
        ((lesion(),), ["M99.03"], lesion(evidence=(Evidence(quote="Lumbar dysfunction"),)), 1),
    ],
)
def test_code_without_statement(
    labels: tuple[Lesion, ...], code: list[str], finding: Lesion, events: int, matched: Match
) -> None:
    """A code needs a quoted statement that is present, and that the labels bear out."""
    both = matched(Extraction(lesions=labels), one(finding), TEXT, labelled_codes={"assign": code})
    assert code_without_statement(coded(both, "lesions[0]")) == Share(events, 1)


def test_another_statement_does_not_help(matched: Match) -> None:
    """The label has to be of the very lesion that the code is derived from."""
    both = matched(one(lesion("sacral")), Extraction(lesions=(lesion("lumbar"), lesion("sacral"))), TEXT)
    assert code_without_statement(coded(both, "lesions[0]")) == Share(1, 1)
    assert code_without_statement(coded(both, "lesions[1]")) == Share(0, 1)


@pytest.mark.parametrize(
    ("speaker", "events"), [(None, 0), ("clinician", 0), ("unknown", 0), ("patient", 1), ("other", 1)]
)
def test_a_patient_states_no_code(speaker: Speaker | None, events: int, matched: Match) -> None:
    """The words of the patient or of another are no statement of a clinician."""
    said = lesion(evidence=(HERE[0].model_copy(update={"speaker": speaker}),))
    both = matched(one(lesion()), one(said), TEXT, labelled_codes={"assign": ["M99.03"]})
    assert code_without_statement(coded(both, "lesions[0]")) == Share(events, 1)


@pytest.mark.parametrize("path", ["tart[0]", "lesions[1]", "diagnoses[0]", "somewhere"])
def test_only_lesions_and_diagnoses_state_a_code(path: str, matched: Match) -> None:
    """A derivation without a lesion or diagnosis of the report has no statement."""
    both = matched(one(lesion()), one(lesion()), TEXT, labelled_codes={"assign": ["M99.03"]})
    assert code_without_statement(coded(both, path)) == Share(1, 1)
    assert code_without_statement(coded(both, path, "lesions[0]")) == Share(0, 1)


def test_a_diagnosis_states_its_code(matched: Match) -> None:
    """Diagnoses are looked up among the diagnoses."""
    finding = Diagnosis(condition="sciatica", evidence=HERE)
    both = matched(one(finding), one(finding), TEXT)
    assert code_without_statement(coded(both, "diagnoses[0]")) == Share(0, 1)
    assert code_without_statement(coded(both, "lesions[0]")) == Share(1, 1)


def test_a_real_report_has_statements(matched: Match) -> None:
    """The paths that the rules write are the paths that are looked up here."""
    report = process("Assessment: somatic dysfunction of the lumbar region.", kind="note")
    both = matched(report.extraction, report.extraction, report.document.text)
    assert [one.code for one in report.suggestions if one.status == "assign"] == ["M99.03"]
    assert code_without_statement(both._replace(report=report)) == Share(0, 1)
    assert code_without_statement(matched(None, None, report.document.text)._replace(report=report)) == Share(1, 1)


def test_dangers_come_first_and_are_better_low() -> None:
    """The seven dangers lead the table."""
    assert [metric.name for metric in METRICS[:7]] == [
        "side flip",
        "level flip",
        "polarity flip",
        "invented finding",
        "ungrounded quote",
        "never assigned",
        "code without statement",
    ]
    assert {metric.better for metric in METRICS[:7]} == {"lower"}
