"""Specification of where a statement parts."""

import pytest

from scribe.documents import parse
from scribe.extraction.lexicon.view.breaks import Breaks
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import tokenize
from scribe.extraction.lexicon.words.vocabulary import vocabulary


def parts_of(text: str) -> list[str]:
    """Return the parts of the first statement of a note."""
    view = View(parse(text, "note"), vocabulary())
    return [" ".join(view.norms[part.start : part.end]) for part in view.statements[0].chunks]


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("L4 tender, T6 free; C2 boggy", ["l4 tender", "t6 free", "c2 boggy"]),
        ("L4 tender (on springing) and warm", ["l4 tender", "on springing", "and warm"]),
        ("L4 tender comma T6 free", ["l4 tender", "t6 free"]),
        ("L4 is tender but T6 is free", ["l4 is tender", "t6 is free"]),
        ("SLR neg. on R, pos. on L", ["slr neg", "on r", "pos", "on l"]),
        ("SLR R pos / L neg", ["slr r pos", "l neg"]),
        ("SLR R pos/L neg", ["slr r pos / l neg"]),
        ("calf soft on the right and tight on the left", ["calf soft on the right", "tight on the left"]),
        ("rotation full to the right and short to the left", ["rotation full to the right", "short to the left"]),
        ("tender on the right and the left", ["tender on the right and the left"]),
        ("mild left and severe right narrowing", ["mild left and severe right narrowing"]),
        ("a door on the left and a door on the right", ["a door on the left and a door on the right"]),
        ("neck on the left and hip on the right", ["neck on the left and hip on the right"]),
        ("C5 on the left and T4 on the right", ["c5 on the left and t4 on the right"]),
        ("it's sore and the left crest is high", ["it sore", "the left crest is high"]),
        ("it is tender and C6 is stiff", ["it is tender", "c6 is stiff"]),
        ("it is tender and the rib next to it moves", ["it is tender", "the rib next to it moves"]),
        ("L4 and the sacrum moves", ["l4 and the sacrum moves"]),
        ("L4 and L5 feel stuck", ["l4 and l5 feel stuck"]),
        ("it's tender at L4 and the left SI", ["it tender at l4 and the left si"]),
        ("strength 5/5 - sensation intact", ["strength 5 / 5", "sensation intact"]),
        ("right-sided pain", ["right - sided pain"]),
        ("SLR -", ["slr -"]),
        ("pain, uh, at L4", ["pain , uh , at l4"]),
        ("all levels move except T5", ["all levels move", "t5"]),
        ("all levels move save T5", ["all levels move", "t5"]),
        ("all segments but L5 move", ["all segments", "l5 move"]),
        ("save for T5 all move", ["for t5 all move"]),
        ("anything but free at L4", ["anything", "free at l4"]),
    ],
)
def test_commas_dashes_and_exceptions_part_a_statement(said: str, parts: list[str]) -> None:
    """A sign inside a word, a hesitation and the minus of a test part nothing."""
    assert parts_of(said) == parts


def test_a_seam_parts_nothing_and_a_column_begins_a_part() -> None:
    """What is known to join stays whole; a column parts what no sign does."""
    text = "neck , back free tender"
    assert [*Breaks(text, tokenize(text), ((), ()), frozenset({3}), {1}).between(0, 5)] == [(0, 3), (3, 5)]


@pytest.mark.parametrize(
    ("said", "excepted"),
    [
        ("all levels move except T5", ["t5"]),
        ("all levels move, apart from T5", ["from t5"]),
        ("everything but T5 moves", ["t5 moves"]),
        ("all levels move, T5 excepted", ["t5 excepted"]),
        ("nothing but T5 moves", []),
        ("tender along the outside of T5", []),
    ],
)
def test_an_exception_is_what_follows_its_word_or_stands_before_it(said: str, excepted: list[str]) -> None:
    """`but` excepts from all alone; `nothing but` and `outside of` except nothing."""
    view = View(parse(said, "note"), vocabulary())
    parts = (part for part in view.statements[0].chunks if view.is_excepted(part))
    assert [" ".join(view.norms[part.start : part.end]) for part in parts] == excepted
