"""Specification of look-ups by offset."""

import pytest

from scribe.documents import line_of, parse, section_at, sentence_at, turn_at

DIALOGUE = parse("Doctor: Any pain?\nPatient: Yes. It hurts.\nDoctor: Where is it?\n")
NOTE = parse("S: LBP.\nNo numbness.\nA: Lumbar somatic dysfunction\n")


def test_a_turn_is_found_by_any_of_its_characters() -> None:
    """The first and the last character of a turn find it; its label and the break after it find none."""
    start, end = DIALOGUE.turns[1].span
    found = [turn_at(DIALOGUE, offset) for offset in (start - 1, start, end - 1, end)]
    assert found == [None, DIALOGUE.turns[1], DIALOGUE.turns[1], None]


def test_a_section_is_found_by_any_of_its_characters() -> None:
    """The words of a section find it, its heading does not."""
    start, end = NOTE.sections[1].span
    found = [section_at(NOTE, offset) for offset in (start - 1, start, end - 1, end)]
    assert found == [None, NOTE.sections[1], NOTE.sections[1], None]


def test_a_sentence_is_found_by_any_of_its_characters() -> None:
    """The space between two sentences belongs to neither."""
    first, second = DIALOGUE.sentences[1:3]
    found = [sentence_at(DIALOGUE, offset) for offset in (first[0], first[1] - 1, first[1], second[0])]
    assert found == [first, first, None, second]


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (7, 1), (8, 2), (20, 2), (21, 3), (1000, 3)])
def test_a_line_number_counts_from_one(offset: int, line: int) -> None:
    """A line break belongs to the line it ends; beyond the text it is the last line."""
    assert line_of(NOTE, offset) == line


def test_nothing_is_found_in_an_empty_document() -> None:
    """An empty document holds no part; its only line is the first."""
    empty = parse("")
    assert (turn_at(empty, 0), section_at(empty, 0), sentence_at(empty, 0), line_of(empty, 0)) == (None, None, None, 1)
