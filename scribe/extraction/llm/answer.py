"""The answer that a model is held to, and how it becomes findings.

The classes follow from the records: their fields and vocabularies, evidence as
cited quotes, nothing optional, every object closed. That is what strict
structured outputs ask for. Codes have no field here.
"""

import json
from collections.abc import Mapping
from types import GenericAlias
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic.json_schema import GenerateJsonSchema

from scribe.extraction.likeness import OURS
from scribe.schema import Care, Diagnosis, Evidence, Finding, Function, Imaging, Lesion, Neuro, Tart, field_names

_RECORDS: Mapping[str, type[Finding]] = {
    "lesions": Lesion,
    "tart": Tart,
    "neuro": Neuro,
    "imaging": Imaging,
    "diagnoses": Diagnosis,
    "care": Care,
    "function": Function,
}


class _Untitled(GenerateJsonSchema):
    """A schema without titles, which repeat names at the cost of tokens."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  # pydantic's signature
        return False


class _Part(BaseModel):
    """Closed for the model that writes; what a weak server lets through beside the fields has no meaning."""

    model_config = ConfigDict(extra="ignore", json_schema_extra={"additionalProperties": False})

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:  # noqa: ANN401  # pydantic's signature
        """Return the JSON Schema that strict structured outputs take."""
        schema = super().model_json_schema(schema_generator=_Untitled)
        return {"title": cls.__name__, **_bare(schema)}


class Quote(_Part):
    """Words of the document, and where the model says that they stand."""

    line: int
    quote: str


def _bare(schema: Any) -> Any:  # noqa: ANN401  # any part of a schema
    """Return a schema without the texts of our docstrings and the titles of its definitions."""
    if isinstance(schema, dict):
        drop = ("description", "title")
        return {key: _bare(value) for key, value in schema.items() if not (key in drop and isinstance(value, str))}
    return [_bare(part) for part in schema] if isinstance(schema, list) else schema


def _answered(record: type[Finding]) -> type[_Part]:
    """Return the class of a record's findings as a model writes them: quotes first, to look before judging."""
    hints = {name: _listed(hint) for name, hint in get_type_hints(record).items() if name in field_names(record)}
    fields: dict[str, Any] = {name: (hint, ...) for name, hint in hints.items() if name not in OURS}
    return create_model(record.__name__, __base__=_Part, evidence=(list[Quote], ...), **fields)


def _listed(hint: Any) -> Any:  # noqa: ANN401  # an annotation may be anything
    return GenericAlias(list, get_args(hint)[:1]) if get_origin(hint) is tuple else hint


_PARTS = {name: _answered(record) for name, record in _RECORDS.items()}
_FIELDS: dict[str, Any] = {name: (GenericAlias(list, (part,)), ...) for name, part in _PARTS.items()}

LISTS = tuple(_PARTS)
"""The names of the lists of an answer."""
Findings: type[BaseModel] = create_model("Findings", __base__=_Part, **_FIELDS)
"""The whole answer: one list for each kind of finding."""


class Fault(NamedTuple):
    """A finding of an answer that cannot be used as it is."""

    name: str
    """The list it stands in."""
    item: Any
    """What the model wrote."""
    reasons: tuple[str, ...]
    """What is wrong, in words for the model."""
    finding: Finding | None = None
    """The finding, where only its quotes are wrong."""

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that it cites."""
        cited = self.item.get("evidence") if isinstance(self.item, dict) else None
        quotes = [quote for quote in cited if isinstance(quote, dict)] if isinstance(cited, list) else []
        return tuple(quote["line"] for quote in quotes if type(quote.get("line")) is int)


class Answer(NamedTuple):
    """What a model wrote, sorted: findings in their order, and what cannot be used."""

    findings: tuple[tuple[str, Finding], ...]
    """Each with the list it belongs to."""
    faults: tuple[Fault, ...]
    """The rest."""


class FormError(ValueError):
    """An answer that is no JSON object with the seven lists; the message holds none of its text."""

    def __init__(self, reason: str, text: str) -> None:
        """Take why it cannot be used, and what the model wrote."""
        super().__init__(reason)
        self.text = text


def read_answer(text: str) -> Answer:
    """Sort what a model wrote.

    Args:
        text: Its answer.

    Raises:
        FormError: It is no JSON object with the seven lists.
    """
    data = _object(text)
    missing = [name for name in _PARTS if not isinstance(data.get(name), list)]
    if missing:
        raise FormError(f"it has no list {', '.join(missing)}", text)
    findings: list[tuple[str, Finding]] = []
    faults: list[Fault] = []
    for name in _PARTS:
        for item in data[name]:
            read = read_item(name, item)
            if isinstance(read, Fault):
                faults.append(read)
            else:
                findings.append((name, read))
    return Answer(tuple(findings), tuple(faults))


def read_item(name: str, item: object) -> Finding | Fault:
    """Return what an item of a list says, or what is wrong with it.

    Args:
        name: The list.
        item: What the model wrote.
    """
    try:
        return _finding(name, _PARTS[name].model_validate(item))
    except ValidationError as error:
        return Fault(name, item, _reasons(error))


def _object(text: str) -> dict[str, Any]:
    # Weak servers wrap their JSON in a fence, or in a sentence.
    start, end = text.find("{"), text.rfind("}")
    try:
        data = json.loads(text[start : end + 1])
    except (ValueError, RecursionError):
        raise FormError("it is not complete JSON", text) from None
    if not isinstance(data, dict):
        raise FormError("it is no JSON object", text)
    return data


def _finding(name: str, part: BaseModel) -> Finding:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in vars(part).items()
    }
    values["evidence"] = tuple(Evidence(quote=quote.quote, line=quote.line) for quote in values["evidence"])
    return _RECORDS[name](**values)


def _reasons(error: ValidationError) -> tuple[str, ...]:
    faults = error.errors(include_input=False, include_url=False)
    return tuple(f"{'.'.join(map(str, fault['loc'])) or 'finding'}: {fault['msg']}" for fault in faults)
