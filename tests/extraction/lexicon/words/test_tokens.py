"""Specification of tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import covered_by, tokenize


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Tender at L4-5.", ["tender", "at", "l4", "-", "5", "."]),
        ("T4\u20136 boggy", ["t4", "-", "6", "boggy"]),
        ("Spurling's and Kemp\u2019s test", ["spurling", "and", "kemp", "test"]),
        ("doesn't, isn\u2019t", ["doesn't", ",", "isn't"]),
        ("it doesnt and thats it", ["it", "doesn't", "and", "that", "it"]),
        ("its the disc, its height and its", ["it", "the", "disc", ",", "its", "height", "and", "its"]),
        ("strength 4+/5 (R)", ["strength", "4", "+", "/", "5", "(", "r", ")"]),
        ("s/p [x] ☐ M99.03", ["s", "/", "p", "[", "x", "]", "☐", "m99", ".", "03"]),
        ("L5_S1", ["l5", "_", "s1"]),
        ("LonR, Ronald, London", ["l", "on", "r", ",", "ronald", ",", "london"]),
        (
            "RLE, LUE and BLE: BLUE, rue, RLEs",
            ["r", "le", ",", "l", "ue", "and", "b", "le", ":", "blue", ",", "rue", ",", "rles"],
        ),
        ("terapia física", ["terapia", "física"]),
        (" \t\r\n", []),
        ("", []),
    ],
)
def test_words_and_signs(text: str, norms: list[str]) -> None:
    """Words and numbers stand together, signs alone; dashes and curly quotes become plain, a possessive is dropped."""
    assert tokenize(text).norms == norms


def test_spans() -> None:
    """A range of characters finds the tokens that start in it, a range of tokens the characters they cover."""
    tokens = tokenize("Left L5 is  tender.")
    assert (tokens.between((5, 12)), tokens.between((6, 6)), tokens.cover(1, 4)) == (range(1, 3), range(2, 2), (5, 18))


def test_words_are_found_where_they_stand() -> None:
    """Any of some words are found in order, and those that are not said are nowhere."""
    tokens = tokenize("sore to sit, sore")
    assert tokens.said == {"sore", "to", "sit", ","}
    assert tokens.indices({"sore", "sit", "stand"}) == [0, 2, 4]


@given(st.text(max_size=80))
def test_every_text_has_tokens(text: str) -> None:
    """Tokens lie in order within any text, none empty, with nothing but white space between them."""
    spans = tokenize(text).spans
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    assert not gaps.strip()
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())


def test_what_items_cover() -> None:
    """The tokens of some items are the whole range of each, once; those between them belong to none."""
    assert covered_by([Chunk(1, 3), Chunk(2, 4), Chunk(6, 7)]) == {1, 2, 3, 6}
    assert covered_by([]) == set()
