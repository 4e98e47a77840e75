"""Specification of the plain form of a text."""

import pytest

from scribe.documents import parse
from scribe.documents.plain import plain, plain_names, plain_note


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_spaces_of_all_kinds_are_common_ones(space: str) -> None:
    """Every character stays in its place."""
    assert plain(f"L5{space}tender") == "L5 tender"


def test_curly_apostrophes_are_common_ones() -> None:
    """Quotes around what somebody says stay as they are."""
    assert plain("won\u2019t \u2018turn\u2019, \u201chere\u201d") == "won't 'turn', \u201chere\u201d"


def test_a_note_without_capitals_is_in_capitals() -> None:
    """So that an `l` may be a side, as it is in a note whose writer uses capitals."""
    assert plain_note("l5 tender r, spasm l") == "L5 TENDER R, SPASM L"
    assert plain_note("L5 tender r, spasm l") == "L5 tender r, spasm l"
    assert plain_note("stra\u00dfe, l5 tender") == "stra\u00dfe, l5 tender"


def test_a_talk_without_capitals_has_its_names_in_capitals() -> None:
    """So that what stands before a colon may be a name."""
    assert plain_names("dr. ruiz: sore?\nada: no") == "Dr. Ruiz: Sore?\nAda: No"
    assert plain_names("Ada: no") == "Ada: no"
    assert plain_names("ada: \ufb01ne") == "ada: \ufb01ne"


def test_a_document_keeps_its_text() -> None:
    """Sections are found by the plain form; the text is as given."""
    text = "exam\nl5\u00a0tender\n\nassessment\nlumbar sprain"
    document = parse(text, "note")
    assert document.text == text
    assert [(section.name, text[slice(*section.span)]) for section in document.sections] == [
        ("exam", "l5\u00a0tender"),
        ("assessment", "lumbar sprain"),
    ]
