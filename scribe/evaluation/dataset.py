"""Labelled cases: one JSON object a line, checked against the contract while they are read.

A label names the same fields and values as an extraction, with one `quote`
where an extraction has evidence; here it becomes an extraction, so that a
label and a reading compare without translation.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, field_validator, model_validator

from scribe.errors import InputError
from scribe.schema import Encounter, Extraction, Finding, Kind, Topic, field_names

Half = Literal["development", "held-out", "all"]
"""Which cases of a dataset: those at even places counted from 0, those at odd places, or both."""

Group = Literal["lesions", "tart", "neuro", "imaging", "diagnoses", "care", "function", "stated_codes"]
"""A list of findings in an extraction."""

GROUPS: tuple[Group, ...] = get_args(Group)

IcdCode = Annotated[str, StringConstraints(pattern=r"^[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")]
"""An ICD-10-CM code, by its shape."""

Name = Annotated[str, StringConstraints(min_length=1)]
"""A string that is not empty."""


def label_fields(group: Group) -> tuple[str, ...]:
    """Name the fields that a label of `group` has beside its quote, in the order of the schema."""
    finding = get_args(Extraction.__annotations__[group])[0]
    return tuple(name for name in field_names(finding) if name not in field_names(Finding))


class Label(BaseModel):
    """A part of a labelled case: frozen, and refusing unknown fields; an error shows no text of the case."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Codes(Label):
    """What a careful coder reports, asks about and avoids."""

    assign: tuple[IcdCode, ...]
    """Codes to report, in claim order."""
    query: tuple[IcdCode, ...]
    """M99 codes that the findings point to and the document does not support yet."""
    never: tuple[IcdCode, ...]
    """Codes that are tempting and wrong here."""


class Case(Label):
    """One document with its labels."""

    id: Name
    """Name of the case, once in a dataset."""
    kind: Kind
    """Note or transcript."""
    style: tuple[str, ...]
    """Free tags for slices."""
    encounter: Encounter
    """What the text says of the visit."""
    text: Name
    """The whole document."""
    findings: Extraction
    """The labelled findings; each has one piece of evidence, its quote, not located."""
    codes: Codes
    """The labelled codes."""
    issues: tuple[Topic, ...]
    """What a reviewer would raise."""

    @field_validator("encounter", mode="before")
    @classmethod
    def _say_all_of_encounter(cls, encounter: object) -> object:
        if isinstance(encounter, Mapping):
            _expect("encounter", encounter, field_names(Encounter))
        return encounter

    @field_validator("findings", mode="before")
    @classmethod
    def _turn_quotes_into_evidence(cls, findings: object) -> object:
        if not isinstance(findings, Mapping):
            return findings
        _expect("findings", findings, GROUPS)
        return {group: tuple(_as_findings(group, findings[group])) for group in GROUPS}

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        for group in GROUPS:
            for i, finding in enumerate(getattr(self.findings, group)):
                quote = finding.evidence[0].quote
                if not quote or quote not in self.text:
                    raise ValueError(f"findings.{group}[{i}].quote is not verbatim in the text")
        if both := sorted({*self.codes.assign} & {*self.codes.never}):
            raise ValueError(f"codes.never holds codes to assign: {', '.join(both)}")
        return self


class Dataset(NamedTuple):
    """Cases of one file."""

    name: str
    """Name of the file without its ending."""
    cases: tuple[Case, ...]
    """Cases in the order of the file."""

    def half(self, half: Half) -> tuple[Case, ...]:
        """Pick the cases to develop with, those held out, or all."""
        start, step = {"development": (0, 2), "held-out": (1, 2), "all": (0, 1)}[half]
        return self.cases[start::step]


def load(path: Path) -> Dataset:
    """Read a dataset.

    Raises:
        InputError: The file cannot be read, holds no case, names one twice, or
            a case breaks the contract. It names file, line and field, and holds
            no text of a case.
    """
    cases: dict[str, Case] = {}
    for number, line in _lines(path):
        try:
            case = Case.model_validate_json(line)
        except ValidationError as error:
            raise InputError(f"{path}:{number}: {_describe(error)}") from None
        if case.id in cases:
            raise InputError(f"{path}:{number}: the id {case.id!r} is used twice; give each case its own")
        cases[case.id] = case
    if not cases:
        raise InputError(f"{path}: no cases; a dataset has one JSON object a line")
    return Dataset(path.stem, tuple(cases.values()))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers from 1."""
    try:
        # Only a line feed ends a line of JSONL: str.splitlines would break inside strings.
        lines = path.read_bytes().decode().split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, line


def _as_findings(group: Group, labels: object) -> Iterator[object]:
    if not isinstance(labels, list):
        raise ValueError(f"{group} is not a list")  # noqa: TRY004  # pydantic reports ValueError, not TypeError
    fields = (*label_fields(group), "quote")
    for i, label in enumerate(labels):
        if not isinstance(label, Mapping):
            raise ValueError(f"{group}[{i}] is not an object")  # noqa: TRY004  # as above
        _expect(f"{group}[{i}]", label, fields)
        yield {name: label[name] for name in fields[:-1]} | {"evidence": ({"quote": label["quote"]},)}


def _expect(place: str, given: Mapping[str, object], fields: Collection[str]) -> None:
    if missing := [name for name in fields if name not in given]:
        raise ValueError(f"{place} lacks {', '.join(missing)}")
    if unknown := [name for name in given if name not in fields]:
        raise ValueError(f"{place} has unknown fields: {', '.join(unknown)}")


def _describe(error: ValidationError) -> str:
    """Say which fields are wrong and why, without what they hold."""
    return "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'case'}: {fault['msg']}" for fault in error.errors())
