"""Label Studio: tasks and interface, and completed annotations back; the shapes are those of its server 1.23."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, label_fields, load_all
from scribe.evaluation.interchange import label_studio
from scribe.evaluation.recordings import DATASETS
from scribe.schema import Assertion, Condition, Topic

TEXT = "O: L4 is restricted on the left. A: Somatic dysfunction L4 left, M99.03. Sleep is poor."
LESION = {
    "kind": "somatic_dysfunction",
    "region": "lumbar",
    "mechanisms": [],
    "segments": ["L4", "L5"],
    "laterality": None,
    "assertion": "present",
    "quote": "Somatic dysfunction L4 left",
}
CODE = {"code": "M99.03", "quote": "M99.03"}


@pytest.fixture
def labelled(label: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """A case with a lesion, a code, a date, and two issues."""
    empty: dict[str, list[Any]] = {group: [] for group in GROUPS}
    return label(
        text=TEXT,
        encounter={"date_of_service": "2026-03-11", "discipline": "osteopathic", "visit": None, "payer": None},
        findings={**empty, "lesions": [LESION], "stated_codes": [CODE]},
        codes={"assign": ["M99.03", "M54.50"], "query": [], "never": ["M99.04"]},
        issues=["tart_insufficient", "function_missing"],
    )


@pytest.fixture
def task(labelled: dict[str, Any]) -> dict[str, Any]:
    """The task of that case, completed as it was suggested."""
    (task,) = label_studio.tasks([Case.model_validate(labelled)])
    return completed(task)


def completed(task: dict[str, Any]) -> dict[str, Any]:
    """Accept a pre-annotation as it is, as whoever submits it unchanged does."""
    task = json.loads(json.dumps(task))
    annotation = {"id": 7, "completed_by": 3, "was_cancelled": False, "result": task["predictions"][0]["result"]}
    return {**task, "id": 12, "annotations": [annotation]}


def results(task: dict[str, Any], tag: str) -> list[dict[str, Any]]:
    """Return the results of a tag in the first annotation."""
    return [result for result in task["annotations"][0]["result"] if result["from_name"] == tag]


def test_every_gold_case_comes_back_as_it_was() -> None:
    """All of it is the same after the way to Label Studio and back: findings, codes, issues, visit, order."""
    cases = {case.id: case for dataset in load_all([DATASETS]) for case in dataset.cases}
    back = label_studio.cases([completed(task) for task in label_studio.tasks(cases.values())])
    assert [case.id for case in back] == [*cases]
    assert [case.id for case in back if case != cases[case.id]] == []


def test_a_finding_is_a_region_with_its_fields(task: dict[str, Any]) -> None:
    """The region has the place of the quote; what a field says is a result of the same id and place."""
    lesion, code = results(task, "finding")
    assert lesion["value"] == {"start": 36, "end": 63, "text": "Somatic dysfunction L4 left", "labels": ["lesions"]}
    assert TEXT[36:63] == "Somatic dysfunction L4 left"
    (kind,) = results(task, "lesions_kind")
    assert (kind["id"], kind["type"]) == (lesion["id"], "choices")
    assert kind["value"] == {"start": 36, "end": 63, "choices": ["somatic_dysfunction"]}
    (segments,) = results(task, "lesions_segments")
    assert (segments["type"], segments["value"]["text"]) == ("textarea", ["L4", "L5"])
    assert results(task, "lesions_laterality") == results(task, "lesions_mechanisms") == []
    assert code["id"] != lesion["id"]


def test_what_is_labelled_of_the_document_belongs_to_no_region(task: dict[str, Any]) -> None:
    """Visit, codes and issues have no place."""
    said = {name: results(task, name)[0]["value"] for name in ("encounter_date_of_service", "codes_assign")}
    assert said["encounter_date_of_service"] == {"datetime": "2026-03-11"}
    assert said["codes_assign"] == {"text": ["M99.03", "M54.50"]}
    assert results(task, "case_issues")[0]["value"] == {"choices": ["tart_insufficient", "function_missing"]}
    assert task["data"] == {"id": "case-1", "kind": "note", "style": ["soap"], "text": TEXT}


def test_an_annotator_corrects(task: dict[str, Any], labelled: dict[str, Any]) -> None:
    """A side is added, a segment removed, a region deleted with its code, an issue withdrawn."""
    (lesion, code), (kind,) = results(task, "finding"), results(task, "lesions_kind")
    side = {**kind, "from_name": "lesions_laterality", "value": {"start": 36, "end": 63, "choices": ["left"]}}
    results(task, "lesions_segments")[0]["value"]["text"] = ["L4"]
    results(task, "case_issues")[0]["value"]["choices"].pop()
    kept = [one for one in task["annotations"][0]["result"] if one["id"] != code["id"]]
    task["annotations"][0]["result"] = [*kept, side]
    (case,) = label_studio.cases([task])
    findings = labelled["findings"] | {
        "lesions": [{**LESION, "segments": ["L4"], "laterality": "left"}],
        "stated_codes": [],
    }
    assert case == Case.model_validate(labelled | {"findings": findings, "issues": ["tart_insufficient"]})
    assert lesion["id"] == side["id"]


def test_a_region_may_be_given_another_label(task: dict[str, Any]) -> None:
    """What it said under the old one does not count."""
    lesion = results(task, "finding")[0]
    lesion["value"]["labels"] = ["function"]
    place = {"start": 36, "end": 63}
    kind = {
        "id": lesion["id"],
        "from_name": "function_kind",
        "type": "choices",
        "value": {**place, "choices": ["sleep"]},
    }
    task["annotations"][0]["result"].append(kind)
    (case,) = label_studio.cases([task])
    assert (case.findings.lesions, case.findings.function[0].kind) == ((), "sleep")


def test_words_count_before_offsets(task: dict[str, Any]) -> None:
    """Older versions count an emoji twice, so a region whose words are given is where they are."""
    task["data"]["text"] = "🙂 " + TEXT
    (case,) = label_studio.cases([task])
    assert case.findings.lesions[0].evidence[0].quote == "Somatic dysfunction L4 left"
    for region in results(task, "finding"):
        del region["value"]["text"]
    (case,) = label_studio.cases([task])
    assert case.findings.lesions[0].evidence[0].quote == ("🙂 " + TEXT)[36:63]


def test_tasks_that_nobody_completed_are_left_out(task: dict[str, Any]) -> None:
    """No annotation, or one that was cancelled, is no case."""
    assert label_studio.cases([{**task, "annotations": []}]) == []
    task["annotations"][0]["was_cancelled"] = True
    assert label_studio.cases([task]) == []


@pytest.mark.parametrize("by", [9, {"id": 9, "email": "second"}])
def test_one_of_several_annotators_is_named(task: dict[str, Any], by: object) -> None:
    """Two annotations of one task are two answers: somebody says which."""
    second = json.loads(json.dumps(task["annotations"][0])) | {"completed_by": by}
    second["result"] = [one for one in second["result"] if one["from_name"] != "case_issues"]
    task["annotations"].append(second)
    with pytest.raises(InputError, match=r"task 12: 2 annotations of one task: name one annotator\."):
        label_studio.cases([task])
    assert [case.issues for case in label_studio.cases([task], annotator="9")] == [()]
    assert len(label_studio.cases([task], annotator="3")[0].issues) == 2
    assert len(label_studio.cases([task], annotator="second")) == isinstance(by, dict)


def broken() -> Iterator[tuple[str, Callable[[dict[str, Any]], object], str]]:
    """What may be wrong with an export, and what is said of it."""

    def another_project(task: dict[str, Any]) -> None:
        results(task, "lesions_kind")[0]["from_name"] = "sentiment"

    def no_word(task: dict[str, Any]) -> None:
        results(task, "lesions_kind")[0]["value"]["choices"] = ["dislocation"]

    def no_kind(task: dict[str, Any]) -> None:
        task["annotations"][0]["result"].remove(results(task, "lesions_kind")[0])

    def no_region(task: dict[str, Any]) -> None:
        task["annotations"][0]["result"].remove(results(task, "finding")[0])

    def not_verbatim(task: dict[str, Any]) -> None:
        results(task, "finding")[0]["value"]["text"] = "dysfunction of L4"

    yield "another project", another_project, "task 12: unknown tags sentiment; use the interface that the export wrote"
    yield "not in the vocabulary", no_word, "task 12: findings.lesions.0.kind: "
    yield "a required field is empty", no_kind, "task 12: findings.lesions.0.kind: "
    yield "a value without a region", no_region, "task 12: a value of lesions_"
    yield "not verbatim", not_verbatim, "quote is not verbatim in the text"
    yield "no id", lambda task: task["data"].pop("style"), "task 12: lacks style"


@pytest.mark.parametrize(("breaking", "message"), [pytest.param(*rest, id=name) for name, *rest in broken()])
def test_what_breaks_the_contract_is_refused(
    task: dict[str, Any], breaking: Callable[[dict[str, Any]], object], message: str
) -> None:
    """It is said in which task, and no words of it are shown."""
    breaking(task)
    with pytest.raises(InputError) as caught:
        label_studio.cases([task])
    assert message in str(caught.value)
    assert "ysfunction L4" not in str(caught.value)


@pytest.mark.parametrize("exported", [{}, [1], [{"text": "a"}]])
def test_another_export_is_refused(exported: object) -> None:
    """JSON-MIN has no results to read."""
    with pytest.raises(InputError, match="export from Label Studio as JSON, not as JSON-MIN"):
        label_studio.cases(exported)


def test_the_interface_offers_the_contract_and_nothing_else() -> None:
    """Every field of every group has a control for regions of that group, with the words of the schema."""
    view = ET.fromstring(label_studio.interface())  # noqa: S314  # our own
    assert [label.get("value") for label in view.iterfind("Labels/Label")] == [*GROUPS]
    shown = {part.get("whenLabelValue"): part for part in view.iterfind("View")}
    assert [*shown] == [*GROUPS]
    for group in GROUPS:
        part = shown[group]
        assert [tag.get("name") for tag in part if tag.tag != "Header"] == [
            f"{group}_{name}" for name in label_fields(group)
        ]
        assert {tag.get("perRegion") for tag in part if tag.tag != "Header"} == {"true"}
        # Otherwise what a region does not show is required of it, and nothing can be submitted.
        assert {tag.get("whenLabelValue") for tag in part if tag.tag != "Header"} == {group}
    for name, words in (
        ("lesions_assertion", Assertion),
        ("diagnoses_condition", Condition),
        ("case_issues", Topic),
    ):
        (tag,) = view.findall(f".//Choices[@name='{name}']")
        assert tuple(choice.get("value") for choice in tag) == words.__args__  # type: ignore[attr-defined]  # a Literal
    required = {tag.get("name") for tag in view.iter() if tag.get("required")}
    assert {"lesions_kind", "lesions_assertion", "care_timing", "stated_codes_code"} <= required
    assert not required & {"lesions_region", "lesions_mechanisms", "codes_assign", "encounter_payer"}


def test_names_are_used_once() -> None:
    """Label Studio refuses two tags of one name."""
    names = [tag.get("name") for tag in ET.fromstring(label_studio.interface()).iter() if tag.get("name")]  # noqa: S314  # our own
    assert len(names) == len({*names})
