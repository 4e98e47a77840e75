"""Labelled cases: one JSON object a line, checked against the contract while they are read.

A label names the same fields and values as an extraction, with one `quote`
where an extraction has evidence; here it becomes an extraction, so that a
label and a reading compare without translation.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self, get_args

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
    return tuple(name for name in field_names(_finding(group)) if name not in field_names(Finding))


def _finding(group: Group) -> type[Finding]:
    """Return the record of a group's findings."""
    finding: type[Finding] = get_args(Extraction.__annotations__[group])[0]
    return finding


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
        loose = [
            f"findings.{group}[{i}].quote"
            for group in GROUPS
            for i, finding in enumerate(getattr(self.findings, group))
            for quote in [finding.evidence[0].quote]
            if not quote or quote not in self.text
        ]
        if loose:
            raise ValueError(f"{', '.join(loose)} {'is' if len(loose) == 1 else 'are'} not verbatim in the text")
        if both := sorted({*self.codes.assign} & {*self.codes.never}):
            raise ValueError(f"codes.never holds codes to assign: {', '.join(both)}")
        return self


class Dataset(NamedTuple):
    """Cases of one file."""

    name: str
    """Name of the file without its ending."""
    cases: tuple[Case, ...]
    """Cases in the order of the file."""
    digest: str
    """SHA-256 of the file, in hexadecimal."""

    def half(self, half: Half) -> tuple[Case, ...]:
        """Pick the cases to develop with, those held out, or all."""
        start, step = {"development": (0, 2), "held-out": (1, 2), "all": (0, 1)}[half]
        return self.cases[start::step]


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of a labelled case, as it stands in a line of a dataset.

    That quotes are verbatim, ids unique and codes real is not said in it; `check` sees to that.
    """
    schema = Case.model_json_schema()
    definitions = schema["$defs"]
    labels: dict[str, Any] = {group: {"type": "array", "items": _label_schema(group, definitions)} for group in GROUPS}
    encounter = definitions["Encounter"]
    for name in field_names(Encounter):
        encounter["properties"][name].pop("default", None)
    encounter["required"] = [*field_names(Encounter)]
    schema["properties"]["findings"] = _closed(labels) | {"description": "The labelled findings."}
    for name in ("Evidence", "Extraction", *(_finding(group).__name__ for group in GROUPS)):
        del definitions[name]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _label_schema(group: Group, definitions: Mapping[str, Any]) -> dict[str, Any]:
    finding = definitions[_finding(group).__name__]["properties"]
    fields = {name: {k: v for k, v in finding[name].items() if k != "default"} for name in label_fields(group)}
    quote = {"type": "string", "minLength": 1, "description": "A verbatim, contiguous piece of the text."}
    return _closed(fields | {"quote": quote})


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Say that an object has these properties, all of them and no other."""
    names = [*properties]
    return {"type": "object", "properties": properties, "required": names, "additionalProperties": False}


class Fault(NamedTuple):
    """Something in a dataset that is wrong, or that somebody should look at; it holds no text of a case."""

    path: Path
    """The file."""
    line: int
    """Number of the line, from 1."""
    case: str
    """Id of the case, or empty where it has none that can be read."""
    place: int
    """Place of the case in the file, from 0."""
    message: str
    """Which field, and what is wrong with it."""
    is_error: bool = True
    """Whether it makes the case unusable or its labels wrong; otherwise it is to be looked at."""

    @property
    def is_held_out(self) -> bool:
        """Whether the case is one of those that nobody who works on the reader looks at."""
        return self.place % 2 == 1

    def __str__(self) -> str:
        """Write it in one line."""
        return f"{self.path}:{self.line}: {self.message}"


def load(path: Path) -> Dataset:
    """Read a dataset.

    Raises:
        InputError: The file cannot be read, holds no case, names one twice, or
            a case breaks the contract. It names file, line and field, and holds
            no text of a case.
    """
    content = _content(path)
    cases: list[Case] = []
    for _, item in _parsed(path, content):
        if isinstance(item, Fault):
            raise InputError(str(item))
        cases.append(item)
    if not cases:
        raise InputError(f"{path}: no cases; a dataset has one JSON object a line")
    return Dataset(path.stem, tuple(cases), sha256(content).hexdigest())


def read_cases(path: Path) -> Iterator[tuple[int, Case | Fault]]:
    """Read every line of a dataset, and yield its number with its case, or with what is wrong with it.

    Args:
        path: The file.

    Raises:
        InputError: The file cannot be read.
    """
    return _parsed(path, _content(path))


def load_all(paths: Iterable[Path]) -> list[Dataset]:
    """Read the datasets of files and folders.

    Args:
        paths: JSONL files, and folders of them.

    Raises:
        InputError: As for `load`; or there is none, or two of them have a case of the same id.
    """
    datasets = [load(path) for path in spread(paths)]
    homes: dict[str, str] = {}
    for dataset in datasets:
        for case in dataset.cases:
            if case.id in homes:
                both = f"{homes[case.id]} and {dataset.name}"
                raise InputError(f"{both} both have the case {case.id!r}; give each case its own id")
            homes[case.id] = dataset.name
    return datasets


def spread(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are given, and those of the folders that are given.

    Args:
        paths: JSONL files, and folders of them.

    Raises:
        InputError: A file or folder does not exist, or a folder has no dataset.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not found or not path.exists():
            raise InputError(f"No datasets at '{path}': pass a file or a folder, or run from a checkout.")
        files += found
    return files


def selected(cases: Iterable[Case], where: Iterable[str]) -> list[Case]:
    """Return the cases that have all of some properties.

    Args:
        cases: The cases.
        where: Properties such as `kind=note`, `style=soap`, `payer=none` or `id=dev-note-001`.

    Raises:
        InputError: A property is not written so, or is of no field that cases can be chosen by.
    """
    wanted = [_property(words) for words in where]
    return [case for case in cases if all(value in _values(case, name) for name, value in wanted)]


_CHOICES = ("id", "kind", "style", *field_names(Encounter))


def _property(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    if not sign or name not in _CHOICES:
        raise InputError(f"--where {words}: write NAME=VALUE, such as kind=note; names are {', '.join(_CHOICES)}")
    return name, value


def _values(case: Case, name: str) -> tuple[str, ...]:
    if name == "style":
        return case.style
    value = getattr(case.encounter if name in field_names(Encounter) else case, name)
    return ("none" if value is None else str(value),)


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
        content.decode()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    return content


def _parsed(path: Path, content: bytes) -> Iterator[tuple[int, Case | Fault]]:
    """Yield what the lines of a dataset hold that are not blank, with their numbers from 1."""
    known: set[str] = set()
    # Only a line feed ends a line of JSONL: bytes.splitlines would break at a carriage return.
    lines = [(number, line) for number, line in enumerate(content.split(b"\n"), 1) if line.strip()]
    for place, (number, line) in enumerate(lines):
        try:
            case = Case.model_validate_json(line)
        except ValidationError as error:
            yield number, Fault(path, number, "", place, _describe(error))
            continue
        if case.id in known:
            message = f"the id {case.id!r} is used twice; give each case its own"
            yield number, Fault(path, number, case.id, place, message)
        else:
            yield number, case
        known.add(case.id)


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
