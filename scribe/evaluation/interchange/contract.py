"""The contract of cases as tools need it: the fields of every group, their vocabularies, and where quotes stand."""

from functools import cache
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import ValidationError

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, Codes, Group, label_fields
from scribe.schema import Encounter, Extraction, Finding, Span, field_names

Labels = dict[str, Any]
"""A case as the JSON object that a dataset holds."""


class Field(NamedTuple):
    """One field of a label, or of a case as a whole."""

    name: str
    """Its name."""
    words: tuple[str, ...]
    """Its vocabulary; empty where it takes any words."""
    is_list: bool
    """Whether it takes several."""
    is_required: bool
    """Whether it must say something."""


def _field(name: str, annotation: Any) -> Field:  # noqa: ANN401  # an annotation may be anything
    is_list = get_origin(annotation) is tuple
    parts = get_args(annotation) if is_list or NoneType in get_args(annotation) else (annotation,)
    words = get_args(parts[0]) if get_origin(parts[0]) is Literal else ()
    return Field(name, words, is_list, is_required=parts == (annotation,))


def _of_case(name: str) -> Field:
    return _field(name, Case.model_fields[name].annotation)


ABOUT = (_of_case("id"), _of_case("kind"), _of_case("style"))
"""What says which case it is; it is not labelled."""

ENCOUNTER = tuple(_field(name, Encounter.__annotations__[name]) for name in field_names(Encounter))
"""What is labelled of the visit; the date of service has no vocabulary."""

CODES = tuple(_field(name, info.annotation) for name, info in Codes.model_fields.items())
"""The lists of codes."""

ISSUES = _of_case("issues")
"""What a reviewer would raise."""


@cache
def finding_of(group: Group) -> type[Finding]:
    """Return the record of the findings of a group."""
    record: type[Finding] = get_args(Extraction.__annotations__[group])[0]
    return record


@cache
def fields_of(group: Group) -> tuple[Field, ...]:
    """List the fields that a label of a group has beside its quote."""
    record = finding_of(group)
    return tuple(_field(name, record.__annotations__[name]) for name in label_fields(group))


def labels_of(case: Case) -> Labels:
    """Write a case as the JSON object that a dataset holds."""
    findings = {group: [_label(finding, group) for finding in getattr(case.findings, group)] for group in GROUPS}
    return {name: findings if name == "findings" else value for name, value in case.model_dump(mode="json").items()}


def case_of(labels: Labels, place: str) -> Case:
    """Read a case.

    Args:
        labels: The case as a JSON object.
        place: Where it stands, for the message of an error.

    Raises:
        InputError: It breaks the contract; the message names fields and holds no text of the case.
    """
    try:
        return Case.model_validate(labels)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'case'}: {fault['msg']}" for fault in error.errors())
        raise InputError(f"{place}: {faults}") from None


def span_of(quote: str, text: str) -> Span:
    """Return where a quote stands; a label does not say which of several places, so it is the first."""
    start = text.index(quote)
    return start, start + len(quote)


def _label(finding: Finding, group: Group) -> Labels:
    values = {field.name: getattr(finding, field.name) for field in fields_of(group)}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {**plain, "quote": finding.evidence[0].quote}
