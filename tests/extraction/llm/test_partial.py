"""Specification of partial answers: what is complete is given, once, wherever the pieces are cut."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.extraction.llm.answer import LISTS
from scribe.extraction.llm.partial import PartialAnswer

_WORDS = st.text(st.sampled_from('abé"\\{}[],: \n\U0001f9b4'), max_size=8)
_ITEMS = st.recursive(
    st.none() | st.booleans() | st.integers() | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=6,
)
_OBJECTS = st.dictionaries(_WORDS, _ITEMS, max_size=4)
_ANSWERS = st.dictionaries(st.sampled_from([*LISTS, "note"]), st.lists(_OBJECTS, max_size=3), max_size=4)


def given_by(pieces: list[str]) -> list[tuple[str, object]]:
    """Return what an answer gives, piece by piece."""
    answer = PartialAnswer()
    return [item for piece in pieces for item in answer.add(piece)]


def cut(text: str, size: int) -> list[str]:
    """Cut a text into pieces."""
    return [text[start : start + size] for start in range(0, len(text), size)]


@given(
    answer=_ANSWERS,
    size=st.integers(1, 40),
    dumps=st.sampled_from([json.dumps, partial(json.dumps, ensure_ascii=False), partial(json.dumps, indent=2)]),
    wrapped=st.sampled_from(["{}", "```json\n{}\n```", "Here it is: {} Good."]),
)
def test_every_item_is_given_once(
    answer: dict[str, Any], size: int, dumps: Callable[[object], str], wrapped: str
) -> None:
    """As a parser of the whole gives them, in order; whatever stands around, beside or in them."""
    text = wrapped.replace("{}", dumps(answer))
    items = [(name, item) for name, found in answer.items() if name in LISTS for item in found]
    assert given_by(cut(text, size)) == items


def test_an_item_is_given_with_its_last_sign() -> None:
    """Not before, and not only when the next one begins."""
    answer = PartialAnswer()
    assert list(answer.add('{"lesions": [{"kind": "x", "evidence": [{"line": 1}]')) == []
    assert list(answer.add("}")) == [("lesions", {"kind": "x", "evidence": [{"line": 1}]})]


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[]", "{", "{{{{", '{"lesions": 5}', '{"lesions": [}', '{"tart": [' + "[" * 9999 + "]" * 99]
)
def test_what_is_no_answer_gives_nothing(text: str) -> None:
    """And breaks nothing: the whole is judged elsewhere."""
    assert given_by(cut(text, 3)) == []


def test_a_value_of_no_list_is_passed() -> None:
    """A number too, of which more digits may come."""
    pieces = ['{"sure": 1', '2, "note": "}', '", "tart": [{}', '], "lesions": [', '1, {"a": 2}]}']
    assert given_by(pieces) == [("tart", {}), ("lesions", 1), ("lesions", {"a": 2})]
