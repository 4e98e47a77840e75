"""Specification of the answer that a model is held to."""

import json
from collections.abc import Iterator
from typing import Any

import llguidance
import pytest

from scribe.evaluation.provider import lesion
from scribe.extraction.llm.answer import Findings, read_answer
from scribe.schema import Evidence, Lesion

LISTS = ("lesions", "tart", "neuro", "imaging", "diagnoses", "care", "function")
# The limits that the provider first published; later ones are wider.
MOST_PROPERTIES = 100
MOST_LEVELS = 5
MOST_VALUES = 500
MOST_CHARACTERS = 15_000
KEYWORDS = {"$defs", "$ref", "type", "title", "enum", "anyOf", "items"} | {
    "properties",
    "required",
    "additionalProperties",
}
LESION = lesion(line=3)


def written(**lists: object) -> str:
    """Return an answer as a model writes it."""
    return json.dumps({name: [] for name in LISTS} | lists)


def objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # any part of a schema
    """Walk through the objects of a schema, its definitions among them."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def depth(schema: dict[str, Any], definitions: dict[str, Any]) -> int:
    """Count the levels of objects."""
    schema = definitions[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    parts = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *filter(None, [schema.get("items")])]
    return (schema.get("type") == "object") + max((depth(part, definitions) for part in parts), default=0)


def keywords(schema: Any) -> Iterator[str]:  # noqa: ANN401  # any part of a schema
    """Walk through the keywords of a schema, names of properties and definitions left out."""
    if isinstance(schema, list):
        for part in schema:
            yield from keywords(part)
    elif isinstance(schema, dict):
        for key, part in schema.items():
            yield key
            yield from keywords(list(part.values()) if key in {"properties", "$defs"} else part)


def test_strict_mode_takes_the_schema() -> None:
    """Every object is closed and requires all it has; no keyword is unknown to strict mode, defaults among them."""
    schema = Findings.model_json_schema()
    found = list(objects(schema))
    assert len(found) == 9
    assert all(one["additionalProperties"] is False for one in found)
    assert all(one["required"] == list(one["properties"]) for one in found)
    assert set(keywords(schema)) == KEYWORDS


def test_the_schema_is_within_the_published_limits() -> None:
    """Properties, levels, values and characters stay under the limits."""
    schema = Findings.model_json_schema()
    properties = [name for one in objects(schema) for name in one["properties"]]
    enums = [part.split("]")[0] for part in json.dumps(schema).split('"enum": [')[1:]]
    values = [value for enum in enums for value in json.loads(f"[{enum}]")]
    assert len(properties) <= MOST_PROPERTIES
    assert depth(schema, schema["$defs"]) == 3 <= MOST_LEVELS
    assert len(values) <= MOST_VALUES
    assert sum(map(len, [*properties, *values, *schema["$defs"]])) <= MOST_CHARACTERS


def test_constrained_decoders_compile_the_schema() -> None:
    """The engine behind several servers makes a grammar of it."""
    grammar = llguidance.LLMatcher.grammar_from_json_schema(Findings.model_json_schema())
    assert llguidance.LLMatcher.validate_grammar(grammar) == ""


def test_no_field_takes_a_code() -> None:
    """Codes have no place in an answer."""
    assert tuple(Findings.model_json_schema()["properties"]) == LISTS
    assert "code" not in json.dumps(Findings.model_json_schema())


def test_an_answer_becomes_findings() -> None:
    """A finding keeps its fields, and of its evidence the quote and the line."""
    evidence = (Evidence(quote="L5 FRS right", line=3),)
    lesion = Lesion(
        kind="somatic_dysfunction", region="lumbar", segments=("L5",), laterality="right", evidence=evidence
    )
    assert read_answer(written(lesions=[LESION])).findings == (("lesions", lesion),)


@pytest.mark.parametrize("frame", ["```json\n{}\n```", "Here it is:\n{}\nDone.", "\ufeff{}"])
def test_what_stands_around_the_json_is_passed_over(frame: str) -> None:
    """Weak servers wrap their JSON."""
    assert len(read_answer(frame.replace("{}", written(lesions=[LESION]))).findings) == 1


def test_codes_that_slip_in_have_no_meaning() -> None:
    """Fields that do not exist are no findings and no faults, in the answer and in a finding."""
    answer = read_answer(written(lesions=[LESION | {"code": "M99.05"}], codes=["M99.05"]))
    assert (len(answer.findings), answer.faults) == (1, ())
    assert "M99.05" not in repr(answer)


def test_one_bad_finding_costs_itself_alone() -> None:
    """A value outside its vocabulary is named to the model with what is allowed; the finding beside it stands."""
    answer = read_answer(written(lesions=[LESION | {"laterality": "sinister"}, LESION]))
    assert len(answer.findings) == 1
    fault = answer.faults[0]
    assert (fault.name, fault.lines, fault.finding) == ("lesions", (3,), None)
    assert fault.reasons == ("laterality: Input should be 'left', 'right', 'bilateral' or 'midline'",)


@pytest.mark.parametrize("item", ["words", 3, None, [], {}, {"evidence": 3}, {"evidence": [3, {"line": "x"}]}])
def test_any_item_is_a_finding_or_a_fault(item: object) -> None:
    """What is no finding at all is a fault with lines, maybe none."""
    fault = read_answer(written(tart=[item])).faults[0]
    assert (fault.item, fault.lines) == (item, ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The patient has a secret.", "it is not complete JSON"),
        (written(lesions=[LESION])[:60], "it is not complete JSON"),
        ("[" * 100_000, "it is not complete JSON"),
        ('{"secret": 1}', "it has no list lesions, tart, neuro, imaging, diagnoses, care, function"),
        (written(care={"secret": 1}), "it has no list care"),
    ],
)
def test_what_is_no_answer_is_named_without_its_words(text: str, reason: str) -> None:
    """The reason goes to the model and to errors, so it holds nothing of the text."""
    with pytest.raises(ValueError, match=f"^{reason}$"):
        read_answer(text)
