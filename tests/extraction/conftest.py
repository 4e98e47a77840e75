"""Findings as one line each: the values of their fields in the order of the schema, what is not said left out."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from scribe.documents import parse
from scribe.evaluation.dataset import load
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import vocabulary
from scribe.schema import Finding, Kind, field_names

DATASETS = Path(__file__).parents[2] / "eval/datasets"


@pytest.fixture
def read() -> Callable[..., list[str]]:
    """Read the findings of one list of a text, each as a line such as `somatic_dysfunction lumbar L5 right`."""

    def lines(text: str, name: str, kind: Kind = "note") -> list[str]:
        return [_line(finding) for finding in _findings(text, name, kind)]

    return lines


@pytest.fixture
def quotes() -> Callable[..., list[list[str]]]:
    """Read the quotes of each finding of one list of a text."""

    def quoted(text: str, name: str, kind: Kind = "note") -> list[list[str]]:
        return [[evidence.quote for evidence in finding.evidence] for finding in _findings(text, name, kind)]

    return quoted


@pytest.fixture
def view() -> Callable[..., View]:
    """Return a text as the reader sees it."""

    def seen(text: str, kind: Kind = "note") -> View:
        return View(parse(text, kind), vocabulary())

    return seen


@pytest.fixture(scope="session")
def labelled() -> list[View]:
    """Return the labelled texts as the reader sees them."""
    named = itertools.product(("dev", "challenge", "further"), get_args(Kind))
    cases = (case for name, kind in named for case in load(DATASETS / f"{name}_{kind}s.jsonl").cases)
    return [View(parse(case.text, case.kind), vocabulary()) for case in cases]


def _findings(text: str, name: str, kind: Kind) -> tuple[Finding, ...]:
    extraction = LexiconReader().read(parse(text, kind))
    found: tuple[Finding, ...] = getattr(extraction, name)
    return found


def _line(finding: Finding) -> str:
    return " ".join(_values(finding))


def _values(finding: Finding) -> Iterator[str]:
    for name, value in finding:
        if name in field_names(Finding) or value is None or (name == "assertion" and value == "present"):
            continue
        yield from value if isinstance(value, tuple) else (value,)
