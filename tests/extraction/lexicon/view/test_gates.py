"""Specification of what a document is not searched for: nothing would be found there."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from scribe.documents import parse, seams
from scribe.evaluation.dataset import load
from scribe.extraction.lexicon.view import boxes
from scribe.extraction.lexicon.view.layout import row_letters
from scribe.extraction.lexicon.view.saying import whole
from scribe.extraction.lexicon.view.signed_boxes import bracketed
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words import spelling, tokens, vocabulary
from scribe.schema import Document, Kind

DATASETS = Path(__file__).parents[4] / "eval/datasets"


def documents() -> Iterator[Document]:
    """The labelled documents."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    for name in ("dev", "challenge", "further"):
        for kind in kinds:
            yield from (parse(case.text, kind) for case in load(DATASETS / f"{name}_{kind}s.jsonl").cases)


def test_texts_without_joined_words_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a text that joins an axis or a limb with its side is searched for them; the others' words are the same."""
    texts = [document.text for document in documents()]
    found = [tokens.tokenize(text).spans for text in texts]
    monkeypatch.setattr(tokens, "_JOINED", ("",))
    assert [tokens.tokenize(text).spans for text in texts] == found


def test_a_text_without_times_is_all_said() -> None:
    """Only between the times of a recording stand words that nobody says."""
    texts = [document for document in documents() if "-->" not in document.text]
    assert texts
    assert [seam for document in texts for turn in document.turns for seam in seams(document.text, *turn.span)] == []


@pytest.mark.parametrize("spoken", [False, True])
def test_words_that_are_like_none_of_the_field_stay(monkeypatch: pytest.MonkeyPatch, *, spoken: bool) -> None:
    """Only a word that begins or ends as one of the field is taken for a misspelled one."""
    texts = [tokens.tokenize(document.text) for document in documents()]
    found = [spelling.respelled(text, spoken=spoken).norms for text in texts]
    monkeypatch.setattr(spelling, "_ends_as_one", lambda _word: True)
    assert [spelling.respelled(text, spoken=spoken).norms for text in texts] == found


def test_words_behind_which_no_term_goes_on_are_read_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may follow the first word of a term tells where no longer one is looked for; none would be found there."""
    texts = [tokens.tokenize(document.text) for document in documents()]
    said = frozenset[str]().union(*(text.said for text in texts), [""])
    found = [vocabulary.vocabulary().scan(text) for text in texts]
    monkeypatch.setattr(vocabulary, "_PASSED", said)
    anew = vocabulary.vocabulary.__wrapped__()
    assert [anew.scan(text) for text in texts] == found


def test_row_letters_need_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document without the letters that head rows has no such row."""
    texts = [*documents()]
    found = [row_letters(document.text, document, tokens.tokenize(document.text)) for document in texts]
    monkeypatch.setattr(tokens.Tokens, "said", frozenset("ltar"))
    assert [row_letters(document.text, document, tokens.tokenize(document.text)) for document in texts] == found


class Everything(frozenset[str]):
    """Words of which each is one."""

    def __contains__(self, word: object) -> bool:
        """Tell that any word is among them."""
        return True


def test_brackets_without_a_mark_or_an_answer_are_no_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only brackets that hold nothing or what a box may hold are boxes."""
    texts = [document.text for document in documents()]

    def drawn() -> list[tuple[set[int], set[int]]]:
        said = [tokens.tokenize(text) for text in texts]
        return [(boxes.unticked(text, one), boxes.choices(text, one)) for text, one in zip(texts, said, strict=True)]

    found = drawn()
    assert any(unticked and choices for unticked, choices in found)
    monkeypatch.setattr(boxes, "_HELD", Everything())
    assert drawn() == found


def test_no_value_or_side_is_bracketed_without_a_bracket() -> None:
    """A text without an opening bracket holds no value or side in brackets."""
    views = [View(document, vocabulary.vocabulary()) for document in documents()]
    held = [bracketed(view.norms, view.terms("neuro", whole(view)), view.sides(whole(view))) for view in views]
    assert any(held)
    assert not any(at for view, at in zip(views, held, strict=True) if "(" not in view.said)
