"""The checks of labels: errors of the contract, and what the rules derive otherwise."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scribe.evaluation.checks import check
from scribe.evaluation.commands.printing import DATASETS
from scribe.evaluation.dataset import case_schema

Label = Callable[..., dict[str, Any]]
Write = Callable[..., Path]
Said = Callable[..., list[str]]

TEXT = "Exam: L4 restricted, tender at L4.\nAssessment: Somatic dysfunction of the lumbar region. Poor sleep."
DYSFUNCTION: dict[str, Any] = {
    "kind": "somatic_dysfunction",
    "region": "lumbar",
    "mechanisms": [],
    "segments": [],
    "laterality": None,
    "assertion": "present",
    "quote": "Somatic dysfunction of the lumbar region",
}
RESTRICTED = {
    "component": "restriction",
    "region": "lumbar",
    "laterality": None,
    "assertion": "present",
    "quote": "L4 restricted",
}
TENDER = RESTRICTED | {"component": "tenderness", "quote": "tender at L4"}


@pytest.fixture
def sound(label: Label) -> dict[str, Any]:
    """Label a note whose codes and issues are those that follow from its findings."""
    findings: dict[str, list[Any]] = {group: [] for group in label()["findings"]}
    findings |= {
        "lesions": [DYSFUNCTION],
        "tart": [RESTRICTED, TENDER],
        "function": [{"kind": "sleep", "quote": "Poor sleep"}],
    }
    return label(text=TEXT, findings=findings, codes={"assign": ["M99.03"], "query": [], "never": ["M99.04"]})


@pytest.fixture
def said(write: Write) -> Said:
    """Write labels into a dataset, check it, and return what is said with `error` or `warning`."""

    def call(*labels: dict[str, Any] | str) -> list[str]:
        faults = check([write(*labels)])
        return [f"{'error' if one.is_error else 'warning'} {one.line} {one.case} {one.message}" for one in faults]

    return call


def changed(sound: dict[str, Any], **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    """Copy a label, with other codes or other findings of a group."""
    copy = deepcopy(sound)
    for name, value in fields.items():
        copy["codes" if name in copy["codes"] else "findings"][name] = value
    return copy


def test_sound_labels_have_no_fault(said: Said, sound: dict[str, Any]) -> None:
    """Nothing is wrong, and the rules derive what is labelled."""
    assert said(sound) == []


def test_every_line_is_checked(said: Said, sound: dict[str, Any]) -> None:
    """One broken line does not hide the next."""
    lines = said("{", sound | {"kind": "letter"}, sound | {"text": "Another text."}, sound)
    assert [line.split(": ")[0] for line in lines] == ["error 1  case", "error 2  kind", "error 3  case"]
    assert lines[2].endswith(
        "findings.lesions[0].quote, findings.tart[0].quote, findings.tart[1].quote, findings.function[0].quote are not "
        "verbatim in the text"
    )
    assert "restricted" not in "".join(lines)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"assign": ["M99.03", "M99.99"]}, "codes.assign: M99.99 does not exist in FY2026"),
        ({"never": ["M99.0"]}, "codes.never: M99.0 is a header, which nobody bills, in FY2026"),
        ({"query": ["M99.1"]}, "codes.query: M99.1 is a header, which nobody bills, in FY2026"),
        ({"assign": ["M99.03", "M99.03"]}, "codes.assign: M99.03 stands twice"),
        ({"query": ["M99.03"]}, "codes.query: M99.03 is to be assigned; ask only about what is not"),
        ({"tart": [RESTRICTED, TENDER, RESTRICTED]}, "findings.tart[2]: the same as [0]; label it once"),
    ],
)
def test_an_error(fields: dict[str, Any], fault: str, said: Said, sound: dict[str, Any]) -> None:
    """What is wrong by the contract is an error of its case and field."""
    label = changed(sound, **fields) | {"encounter": sound["encounter"] | {"date_of_service": "2026-03-11"}}
    assert f"error 1 case-1 {fault}" in said(label)


def test_codes_are_those_of_the_day(said: Said, sound: dict[str, Any]) -> None:
    """M54.5 was a code until October 2021, and is a header since; the label of the year is named."""
    lines = said(changed(sound, never=["M54.5"]))
    assert len(lines) == 1
    assert lines[0].startswith("error 1 case-1 codes.never: M54.5 is a header, which nobody bills, in FY")


def test_issues_stand_once(said: Said, sound: dict[str, Any]) -> None:
    """A topic is raised or it is not."""
    assert "error 1 case-1 issues: red_flag stands twice" in said(sound | {"issues": ["red_flag", "red_flag"]})


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        (
            {"assign": ["M99.03", "M99.02"]},
            "codes.assign: M99.02 is labelled, and the rules do not derive it from the findings",
        ),
        ({"assign": []}, "codes.assign: the rules derive M99.03 from the findings, and it is not labelled"),
        (
            {"assign": [], "never": ["M99.03"]},
            "codes.assign: the rules derive M99.03 from the findings, which is labelled never, and it is not labelled",
        ),
        ({"query": ["M99.01"]}, "codes.query: M99.01 is labelled, and the rules do not derive it from the findings"),
        ({"query": ["M54.2"]}, "codes.query: M54.2 is not of M99, and only M99 codes to query are scored"),
        (
            {"tart": [RESTRICTED, TENDER, TENDER | {"quote": "tender"}]},
            "findings.tart[2]: the same as [1] but for the quote; is it another finding?",
        ),
        (
            {"tart": [RESTRICTED]},
            "issues: the rules derive tart_insufficient from the findings, and it is not labelled",
        ),
    ],
)
def test_a_warning(fields: dict[str, Any], fault: str, said: Said, sound: dict[str, Any]) -> None:
    """What may be right and should be looked at is a warning."""
    lines = said(changed(sound, **fields))
    assert f"warning 1 case-1 {fault}" in lines
    assert not [line for line in lines if line.startswith("error")]


def test_an_issue_that_the_rules_do_not_raise(said: Said, sound: dict[str, Any]) -> None:
    """It is labelled, and does not follow from the findings."""
    fault = "issues: red_flag is labelled, and the rules do not derive it from the findings"
    assert said(sound | {"issues": ["red_flag"]}) == [f"warning 1 case-1 {fault}"]


def test_another_order_of_codes(said: Said, sound: dict[str, Any]) -> None:
    """The codes are the same, and the claim is not."""
    text = f"{TEXT} Somatic dysfunction of the sacral region."
    sacral = DYSFUNCTION | {"region": "sacral", "quote": "Somatic dysfunction of the sacral region"}
    label = changed(sound, lesions=[DYSFUNCTION, sacral], assign=["M99.04", "M99.03"], never=[]) | {"text": text}
    fault = "codes.assign: the rules put them in another order, M99.03, M99.04"
    assert f"warning 1 case-1 {fault}" in said(label)


def test_what_stands_twice_in_datasets(write: Write, sound: dict[str, Any]) -> None:
    """One id in two files is an error; one text in two cases, whatever its case and spaces, is a warning."""
    other = sound | {
        "id": "case-2",
        "text": TEXT.replace(" ", "  ").replace("Poor", "POOR"),
        "findings": {g: [] for g in sound["findings"]},
    }
    folder = write(sound, other, name="a.jsonl").parent
    write(sound, name="b.jsonl")
    faults = [(one.path.name, one.line, one.is_error, one.message) for one in check([folder])]
    twice = "text: it is the text of case-1; one document counts twice"
    assert [fault for fault in faults if fault[3].startswith(("id", "text"))] == [
        ("a.jsonl", 2, False, twice),
        ("b.jsonl", 1, True, "id: case-1 stands in a.jsonl too; give each case its own"),
        ("b.jsonl", 1, False, twice),
    ]


def test_an_empty_dataset_is_an_error(said: Said) -> None:
    """It has nothing to score."""
    assert said(" ") == ["error 1  no cases; a dataset has one JSON object a line"]


def test_the_gold_sets_have_no_error() -> None:
    """Every label of the project keeps the contract."""
    assert [str(fault) for fault in check([DATASETS]) if fault.is_error] == []


def test_the_schema_takes_the_gold_sets() -> None:
    """Every case of the project fits the exported schema."""
    validator = jsonschema.Draft202012Validator(case_schema())
    lines = [line for path in sorted(DATASETS.glob("*.jsonl")) for line in path.read_bytes().split(b"\n") if line]
    assert len(lines) == 146
    assert [number for number, line in enumerate(lines) if not validator.is_valid(json.loads(line))] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("kind",), "letter"),
        (("id",), ""),
        (("split",), "test"),
        (("issues",), ["side_missing"]),
        (("encounter",), {"payer": None}),
        (("encounter", "payer"), "blue"),
        (("findings",), {"tart": []}),
        (("findings", "pain"), []),
        (("findings", "tart"), {}),
        (("findings", "tart", 0, "region"), "back"),
        (("findings", "tart", 0, "evidence"), []),
        (("findings", "tart", 0, "quote"), ""),
        (("findings", "tart", 0), {"component": "restriction", "quote": "L4"}),
        (("codes", "assign"), ["98925"]),
        (("codes",), {"assign": [], "query": []}),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(
    path: tuple[str | int, ...], value: object, said: Said, sound: dict[str, Any]
) -> None:
    """A field that is missing, unknown or outside its vocabulary fits neither."""
    validator = jsonschema.Draft202012Validator(case_schema())
    assert validator.is_valid(sound)
    broken: Any = deepcopy(sound)
    target = broken
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert not validator.is_valid(broken)
    assert [line[:7] for line in said(broken)] == ["error 1"]
