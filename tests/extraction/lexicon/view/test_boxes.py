"""Specification of template boxes."""

from inspect import cleandoc

import pytest

from scribe.extraction.lexicon.view.boxes import unticked
from scribe.extraction.lexicon.words.tokens import tokenize


def left_over(text: str) -> str:
    """Return the words of a text that do not belong to unticked boxes."""
    tokens = tokenize(text)
    dropped = unticked(text, tokens)
    return " ".join(norm for index, norm in enumerate(tokens.norms) if index not in dropped and norm.isalnum())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[ ] tender", ""),
        ("[x] tender", "x tender"),
        ("[] tender", ""),
        ("☐ tender ☑ restricted", "restricted"),
        ("☐ tender ☒ restricted ☐ boggy", "restricted"),
        ("[ ] cervical tender [x] lumbar tender", "x lumbar tender"),
        ("[x] tender [ ] boggy [x] restricted", "x tender x restricted"),
        ("Lumbar: [ ] tender [x] boggy", "lumbar x boggy"),
        ("ribs [ ]   head [x]", "head x"),
        ("ribs [x]   head [ ]", "ribs x"),
        ("☑ denies ☐ reports: tingling", "denies tingling"),
        ("OMT [ ] 1-2 [x] 3-4 [ ] 5-6 regions. Thrust to L4.", "omt x 3 4 thrust to l4"),
        ("Numbness: (yes) / no", "numbness yes"),
        ("Weakness: yes / (no)", "weakness no"),
        ("Reflexes [normal] / abnormal", "reflexes normal"),
        ("Bladder (yes) or no", "bladder yes or no"),
        ("no box here", "no box here"),
        ("[", ""),
        ("", ""),
    ],
)
def test_the_words_of_an_unticked_box_are_not_said(text: str, words: str) -> None:
    """An empty box takes the words after it, or where it ends its line or column those before it."""
    assert left_over(text) == words


def test_a_box_keeps_to_its_line() -> None:
    """An empty box takes no word of another line."""
    text = cleandoc("""
        [ ] tender
        boggy
        restricted [ ]
        [x] warm
    """)
    assert left_over(text) == "boggy x warm"


def test_a_label_ends_with_its_column() -> None:
    """What stands behind a gap after the label of an unticked box is said."""
    assert left_over("Pelvis  [ ] SD     PSIS level") == "pelvis psis level"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cough [x]Y [ ]N | cramps [ ]Y [x]N", "cough x y cramps x n"),
        ("cough [x] yes [ ] no cramps [ ] yes [x] no", "cough x yes cramps x no"),
        ("[ ] cough | [x] cramps", "x cramps"),
    ],
)
def test_the_second_of_two_answers_takes_only_itself(text: str, words: str) -> None:
    """What stands behind the unticked one of a pair of answers, or behind a bar, is another item."""
    assert left_over(text) == words
