"""Specification of what a document is not searched for: nothing would be found there."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from scribe.documents import parse
from scribe.evaluation.dataset import load
from scribe.extraction.lexicon.view.layout import row_letters
from scribe.extraction.lexicon.words import tokens
from scribe.schema import Document, Kind

DATASETS = Path(__file__).parents[4] / "eval/datasets"


def documents() -> Iterator[Document]:
    """The labelled documents."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    for name in ("dev", "challenge", "further"):
        for kind in kinds:
            yield from (parse(case.text, kind) for case in load(DATASETS / f"{name}_{kind}s.jsonl").cases)


def test_texts_without_an_axis_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a text that names an axis is searched for axes; the words of the others are the same."""
    texts = [document.text for document in documents()]
    found = [tokens.tokenize(text).spans for text in texts]
    monkeypatch.setattr(tokens, "_AXES", ("",))
    assert [tokens.tokenize(text).spans for text in texts] == found


def test_row_letters_need_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document without the letters that head rows has no such row."""
    texts = [*documents()]
    found = [row_letters(document.text, document, tokens.tokenize(document.text)) for document in texts]
    monkeypatch.setattr(tokens.Tokens, "said", frozenset("ltar"))
    assert [row_letters(document.text, document, tokens.tokenize(document.text)) for document in texts] == found
