"""Label Studio: a dataset as tasks with pre-annotations, the interface that they are labelled in, and the way back.

A finding is a region of the text: its group is the label, and every field of the contract is a choice or a line of
text of that region. What is labelled of a document as a whole (visit, codes, issues) belongs to no region. The
vocabularies come from the schema, so that nothing can be chosen that a dataset does not take.

The format is that of https://labelstud.io/guide/task_format and https://labelstud.io/tags.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, Group
from scribe.evaluation.interchange.contract import (
    ABOUT,
    CODES,
    ENCOUNTER,
    ISSUES,
    Field,
    Labels,
    case_of,
    fields_of,
    labels_of,
    span_of,
)

Task = dict[str, Any]
"""A task as Label Studio imports and exports it."""

_TEXT = "text"
_FINDING = "finding"
_MOST_BUTTONS = 7
_DATA = (*(field.name for field in ABOUT), _TEXT)


class _Control(NamedTuple):
    """A tag of the interface that takes the value of a field."""

    field: Field
    of: str
    """The group, `encounter`, `codes`, or `case`."""

    @property
    def name(self) -> str:
        return f"{self.of}_{self.field.name}"

    @property
    def kind(self) -> str:
        """The type of its results."""
        if self.field.words:
            return "choices"
        return "datetime" if self.field.name == "date_of_service" else "textarea"


_OF_FINDINGS: Mapping[Group, tuple[_Control, ...]] = {
    group: tuple(_Control(field, group) for field in fields_of(group)) for group in GROUPS
}
_OF_CASES = (
    *(_Control(field, "encounter") for field in ENCOUNTER),
    *(_Control(field, "codes") for field in CODES),
    _Control(ISSUES, "case"),
)
_CONTROLS = {control.name: control for control in (*chain.from_iterable(_OF_FINDINGS.values()), *_OF_CASES)}


def interface() -> str:
    """Write the labelling interface of a project as XML, for *Settings · Labeling Interface · Code*."""
    view = ET.Element("View")
    labels = ET.SubElement(view, "Labels", name=_FINDING, toName=_TEXT)
    for group in GROUPS:
        ET.SubElement(labels, "Label", value=group)
    ET.SubElement(view, "Text", name=_TEXT, value=f"${_TEXT}", granularity="word")
    for group, controls in _OF_FINDINGS.items():
        shown = {"visibleWhen": "region-selected", "whenTagName": _FINDING, "whenLabelValue": group}
        # Shown on the tag too: what its region does not show must not be required of it.
        _add(ET.SubElement(view, "View", shown), controls, {"perRegion": "true", **shown})
    _add(view, _OF_CASES, {})
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def tasks(cases: Iterable[Case]) -> list[Task]:
    """Write cases as tasks, with their labels as a pre-annotation."""
    return [_task(case) for case in cases]


def cases(exported: object, *, annotator: str | None = None) -> list[Case]:
    """Read the completed annotations of tasks that Label Studio exported as JSON.

    Args:
        exported: What was exported: a list of tasks.
        annotator: Id or e-mail address of who annotated; only needed where several annotated one task.

    Raises:
        InputError: It is no such export, an annotation breaks the contract, or several people annotated one task.
    """
    if not isinstance(exported, list) or not all(isinstance(task, dict) and "data" in task for task in exported):
        raise InputError("Not a list of tasks: export from Label Studio as JSON, not as JSON-MIN.")
    return [_case(task, annotation) for task in exported for annotation in _completed(task, annotator)]


def _add(parent: ET.Element, controls: Iterable[_Control], attributes: Mapping[str, str]) -> None:
    for control in controls:
        field = control.field
        ET.SubElement(parent, "Header", value=f"{control.of}: {field.name}", size="6")
        named = {"name": control.name, "toName": _TEXT, **attributes}
        required = {"required": "true"} if field.is_required else {}
        if control.kind == "choices":
            layout = "select" if len(field.words) > _MOST_BUTTONS else "inline"
            choice = "multiple" if field.is_list else "single"
            tag = ET.SubElement(parent, "Choices", {**named, **required, "choice": choice, "layout": layout})
            for word in field.words:
                ET.SubElement(tag, "Choice", value=word)
        elif control.kind == "datetime":
            ET.SubElement(parent, "DateTime", {**named, "only": "date", "format": "%Y-%m-%d"})
        else:
            single = {} if field.is_list else {"maxSubmissions": "1"}
            ET.SubElement(parent, "TextArea", {**named, **required, **single, "editable": "true"})


def _task(case: Case) -> Task:
    labels = labels_of(case)
    number = count()
    regions = [
        result
        for group in GROUPS
        for label in labels["findings"][group]
        for result in _region(f"{group}-{next(number)}", group, label, case.text)
    ]
    whole = [
        _result(control, f"case-{next(number)}", value, {})
        for control in _OF_CASES
        if (value := _of_case(control, labels))
    ]
    data = {name: labels[name] for name in _DATA}
    return {"data": data, "predictions": [{"model_version": "labels", "result": [*regions, *whole]}]}


def _region(name: str, group: Group, label: Labels, text: str) -> Iterator[Labels]:
    start, end = span_of(label["quote"], text)
    place = {"start": start, "end": end}
    value = {**place, "text": label["quote"], "labels": [group]}
    yield {"id": name, "from_name": _FINDING, "to_name": _TEXT, "type": "labels", "value": value}
    for control in _OF_FINDINGS[group]:
        if said := label[control.field.name]:
            yield _result(control, name, said, place)


def _result(control: _Control, name: str, said: str | list[str], place: Mapping[str, int]) -> Labels:
    several = said if isinstance(said, list) else [said]
    key = {"choices": "choices", "textarea": "text", "datetime": "datetime"}[control.kind]
    value = {**place, key: said if control.kind == "datetime" else several}
    return {"id": name, "from_name": control.name, "to_name": _TEXT, "type": control.kind, "value": value}


def _of_case(control: _Control, labels: Labels) -> Any:  # noqa: ANN401  # JSON
    return labels[control.field.name] if control.of == "case" else labels[control.of][control.field.name]


def _completed(task: Task, annotator: str | None) -> Sequence[Task]:
    """Return the annotation of a task that counts, or none where nobody completed it."""
    given = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    if annotator is not None:
        given = [one for one in given if annotator in _people(one.get("completed_by"))]
    if len(given) > 1:
        raise InputError(f"{_place(task)}: {len(given)} annotations of one task: name one annotator.")
    return given


def _people(by: Any) -> set[str]:  # noqa: ANN401  # JSON
    """Return what an annotator is called: exports give an id, or an id and an address."""
    return {str(by[key]) for key in ("id", "email") if key in by} if isinstance(by, dict) else {str(by)}


def _case(task: Task, annotation: Task) -> Case:
    place, data = _place(task), task["data"]
    try:
        results = [(one["id"], one["from_name"], one["value"]) for one in annotation["result"] if "from_name" in one]
        base = {name: data[name] for name in _DATA}
    except (KeyError, TypeError) as error:
        raise InputError(f"{place}: lacks {error.args[0]}; use the interface that the export wrote.") from None
    if unknown := sorted({name for _, name, _ in results} - {_FINDING, *_CONTROLS}):
        raise InputError(f"{place}: unknown tags {', '.join(unknown)}; use the interface that the export wrote.")
    findings = _findings(results, data[_TEXT], place)
    said = {name: _said(_CONTROLS[name], value) for _, name, value in results if name != _FINDING}
    whole = {control: said.get(control.name, _nothing(control)) for control in _OF_CASES}
    parts = {
        of: {control.field.name: value for control, value in whole.items() if control.of == of}
        for of in ("encounter", "codes", "case")
    }
    return case_of({**base, "findings": findings, **parts.pop("case"), **parts}, place)


def _findings(results: Sequence[tuple[str, str, Labels]], text: str, place: str) -> Labels:
    groups = {name: value["labels"][0] for name, tag, value in results if tag == _FINDING and value.get("labels")}
    findings: dict[str, dict[str, Labels]] = {group: {} for group in GROUPS}
    for name, tag, value in results:
        if tag == _FINDING and name in groups:
            group = groups[name]
            empty = {control.field.name: _nothing(control) for control in _OF_FINDINGS[group]}
            findings[group][name] = {**empty, "quote": _quote(value, text)}
    for name, tag, value in results:
        control = _CONTROLS.get(tag)
        if control is None or control.of not in findings:
            continue
        # A region that was given another label keeps the choices of its old one.
        if name not in groups:
            raise InputError(f"{place}: a value of {tag} belongs to no labelled region.")
        if groups[name] == control.of:
            findings[control.of][name][control.field.name] = _said(control, value)
    return {group: [*labelled.values()] for group, labelled in findings.items()}


def _quote(value: Labels, text: str) -> str:
    """Return the words of a region; offsets only count where none are given: older versions count an emoji twice."""
    words: str = value["text"] if isinstance(value.get("text"), str) else text[value["start"] : value["end"]]
    return words


def _said(control: _Control, value: Labels) -> Any:  # noqa: ANN401  # JSON
    if control.kind == "datetime":
        return value["datetime"]
    said = value["choices"] if control.kind == "choices" else value["text"]
    several = said if isinstance(said, list) else [said]
    return several if control.field.is_list else (several[0] if several else None)


def _nothing(control: _Control) -> list[str] | None:
    return [] if control.field.is_list else None


def _place(task: Task) -> str:
    return f"task {task.get('id') or task['data'].get('id', 'without id')}"
