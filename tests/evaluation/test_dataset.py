"""Datasets: what the contract asks for is read, and everything else is refused by file, line and field."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Half, label_fields, load
from scribe.schema import Evidence, Extraction, Function, Tart, field_names

Label = Callable[..., dict[str, Any]]
Write = Callable[..., Path]


def test_groups_are_the_lists_of_an_extraction() -> None:
    """The groups are the fields of an extraction, in its order."""
    assert field_names(Extraction) == GROUPS


def test_label_fields_are_those_of_the_finding_but_its_evidence() -> None:
    """A label names the fields of its record and leaves evidence to its quote."""
    assert label_fields("lesions") == ("kind", "region", "mechanisms", "segments", "laterality", "assertion")
    assert label_fields("care") == ("kind", "timing", "regions")


def test_labels_become_an_extraction(label: Label, write: Write) -> None:
    """Each label is read as the record of its group, with its quote as evidence."""
    dataset = load(write(label()))
    assert dataset.name == "cases"
    assert dataset.cases[0].findings == Extraction(
        tart=(
            Tart(
                component="restriction",
                region="lumbar",
                laterality="left",
                evidence=(Evidence(quote="L4 is restricted on the left"),),
            ),
        ),
        function=(Function(kind="sleep", evidence=(Evidence(quote="Sleep is poor"),)),),
    )


@pytest.mark.parametrize(
    ("half", "names"),
    [("development", ["a", "c", "e"]), ("held-out", ["b", "d"]), ("all", ["a", "b", "c", "d", "e"])],
)
def test_halves_alternate(half: Half, names: list[str], label: Label, write: Write) -> None:
    """Cases at even places are for development and those at odd places held out."""
    dataset = load(write(*(label(id=name) for name in "abcde")))
    assert [case.id for case in dataset.half(half)] == names


def test_every_half_is_tested() -> None:
    """The three halves above are all there are."""
    assert get_args(Half) == ("development", "held-out", "all")


def test_blank_lines_count_as_lines_and_not_as_cases(label: Label, write: Write) -> None:
    """A blank line holds no case, and the lines after it keep their number."""
    with pytest.raises(InputError, match=r"cases\.jsonl:3: the id 'case-1' is used twice; give each case its own"):
        load(write(label(), "  ", label()))


TART = {"component": "restriction", "region": "lumbar", "laterality": None, "assertion": "present", "quote": "L4"}


def findings(**groups: object) -> dict[str, object]:
    """Label some groups and leave the others empty."""
    return {group: [] for group in GROUPS} | groups


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"kind": "letter"}, "kind: Input should be 'note' or 'transcript'"),
        ({"id": ""}, "id: String should have at least 1 character"),
        ({"split": "test"}, "split: Extra inputs are not permitted"),
        ({"issues": ["side_missing"]}, "issues.0: Input should be 'region_nonspecific', "),
        ({"encounter": {"payer": None}}, "encounter: Value error, encounter lacks date_of_service, discipline, visit"),
        ({"findings": {"tart": []}}, "findings: Value error, findings lacks lesions, neuro, "),
        ({"findings": findings(pain=[])}, "findings: Value error, findings has unknown fields: pain"),
        ({"findings": findings(tart={})}, "findings: Value error, tart is not a list"),
        ({"findings": findings(tart=["L4"])}, "findings: Value error, tart[0] is not an object"),
        (
            {"findings": findings(tart=[TART, {"component": "restriction", "quote": "L4"}])},
            "findings: Value error, tart[1] lacks region, laterality, assertion",
        ),
        (
            {"findings": findings(tart=[TART | {"evidence": []}])},
            "findings: Value error, tart[0] has unknown fields: evidence",
        ),
        ({"findings": findings(tart=[TART | {"region": "back"}])}, "findings.tart.0.region: Input should be 'head', "),
        (
            {"findings": findings(tart=[TART | {"quote": "l4"}])},
            "case: Value error, findings.tart[0].quote is not verbatim in the text",
        ),
        (
            {"findings": findings(tart=[TART | {"quote": ""}])},
            "case: Value error, findings.tart[0].quote is not verbatim in the text",
        ),
        (
            {"codes": {"assign": ["M99.3"], "query": [], "never": ["M99.3"]}},
            "case: Value error, codes.never holds codes to assign: M99.3",
        ),
        ({"codes": {"assign": ["98925"], "query": [], "never": []}}, "codes.assign.0: String should match pattern "),
        ({"codes": {"assign": [], "query": []}}, "codes.never: Field required"),
    ],
)
def test_a_case_against_the_contract_is_refused(fields: dict[str, Any], fault: str, label: Label, write: Write) -> None:
    """A label that the contract does not allow is named by file, line and field, without text of the case."""
    with pytest.raises(InputError) as raised:
        load(write(label(id="first"), label(**fields)))
    message = str(raised.value)
    assert re.sub(r"^.*cases", "cases", message).startswith(f"cases.jsonl:2: {fault}")
    assert "restricted on the left" not in message
    assert raised.value.__cause__ is None


def test_a_line_that_is_not_json_is_refused(write: Write) -> None:
    """A broken line is named, and its words are not repeated."""
    with pytest.raises(InputError, match=r"cases\.jsonl:1: case: Invalid JSON: .* at line 1 column \d+$") as raised:
        load(write('{"text": "The sacrum is boggy" oops}'))
    assert "sacrum" not in str(raised.value)


def test_a_dataset_without_cases_is_refused(write: Write) -> None:
    """An empty file is no dataset."""
    with pytest.raises(InputError, match=r"cases\.jsonl: no cases; a dataset has one JSON object a line"):
        load(write(""))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read: No such file or directory"):
        load(tmp_path / "none.jsonl")


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are named by their place."""
    path = tmp_path / "latin.jsonl"
    path.write_bytes(b'{"id": "caf\xe9"}')
    with pytest.raises(InputError, match=r"latin\.jsonl: not UTF-8 at byte 11; save it as UTF-8"):
        load(path)
