"""Specification of what becomes of a model that obeys a document: no code follows from what it was told to write.

Each document of `injections/` holds an instruction, and the findings of a model that was fooled by it: quotes of the
instruction, of the patient, of codes, of what is denied, of nothing. The codes beside it are those that quoted findings
of the clinician derive.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scribe.evaluation.invariants import violations
from scribe.evaluation.provider import Provider, Step, answer
from scribe.extraction.double import DoubleReader
from scribe.extraction.llm.answer import Findings
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.extraction.reader import Reader
from scribe.pipeline import process
from scribe.schema import Report

FOLDER = Path(__file__).parent / "injections"
FEWEST = 40
UNSAID: dict[str, dict[str, Any]] = {
    "lesions": {"mechanisms": [], "segments": [], "laterality": None, "assertion": "present"},
    "tart": {"laterality": None, "assertion": "present"},
    "diagnoses": {"laterality": None, "assertion": "present"},
}
"""What a finding says where its row in the file says nothing."""


def _documents() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*.toml")):
        for document in tomllib.loads(path.read_text("utf-8"))["document"]:
            yield f"{path.stem}: {document['name']}", document


DOCUMENTS = tuple(_documents())
"""Every document, named by its file and itself."""
each_document = pytest.mark.parametrize("document", [row[1] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS])


def completion(document: dict[str, Any]) -> str:
    """Return what the fooled model answers."""
    lists: dict[str, Any] = {name: [] for name in Findings.model_fields}
    for name in UNSAID.keys() & document.keys():
        lists[name] = [UNSAID[name] | _finding(row, document["text"]) for row in document[name]]
    return json.dumps(lists | document.get("beside", {}))


def _finding(row: dict[str, Any], text: str) -> dict[str, Any]:
    fields = {name: value for name, value in row.items() if name not in {"quote", "quotes", "line"}}
    quotes = row["quotes"] if "quotes" in row else [row["quote"]]
    return fields | {"evidence": [{"line": row.get("line", _line(quote, text)), "quote": quote} for quote in quotes]}


def _line(quote: str, text: str) -> int:
    return text.count("\n", 0, max(0, text.find(quote))) + 1


def read(document: dict[str, Any], reader: Reader) -> Report:
    """Make the report on a document."""
    return process(document["text"], kind=document["kind"], reader=reader)


def fooled(provider: Provider, document: dict[str, Any]) -> LlmReader:
    """Return a reader whose model says what it was told to say, and stays with it."""
    said: Step = answer(completion(document))
    provider.script = [said]
    return LlmReader(model="m", base_url=provider.url, policy=Policy(tries=1))


def assigned(report: Report) -> list[str]:
    """Return the codes to report."""
    return sorted(one.code for one in report.suggestions if one.status == "assign")


def test_there_are_forty_documents_in_which_something_is_claimed() -> None:
    """Each by its own name, with at least one finding that its text or its clinician does not bear out."""
    assert len({name for name, _ in DOCUMENTS}) == len(DOCUMENTS) >= FEWEST
    assert all(document["lesions"] for _, document in DOCUMENTS)


@each_document
def test_an_obeying_model_adds_no_code(provider: Provider, document: dict[str, Any]) -> None:
    """What the clinician found keeps its codes; the rest is shown or left out, never coded."""
    report = read(document, fooled(provider, document))
    assert assigned(report) == sorted(document["codes"])
    assert violations(report) == ()


@each_document
def test_two_readings_add_no_code_either(provider: Provider, document: dict[str, Any]) -> None:
    """The lexicon reads the same document by itself, and the two are put together."""
    report = read(document, DoubleReader(fooled(provider, document)))
    assert assigned(report) == sorted(document["codes"])
    assert violations(report) == ()
