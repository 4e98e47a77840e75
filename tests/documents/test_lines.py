"""Specification of lines."""

from scribe.documents.lines import find_lines, trim


def test_every_kind_of_line_break_ends_a_line() -> None:
    r"""`\n`, `\r\n` and `\r` end a line and belong to none."""
    text = "a\nbc\r\nd\re"
    assert [text[start:end] for start, end in find_lines(text)] == ["a", "bc", "d", "e"]


def test_blank_lines_count() -> None:
    """A blank line is a line of its own."""
    assert find_lines("a\n\nb") == ((0, 1), (2, 2), (3, 4))


def test_a_last_break_opens_no_line() -> None:
    """Nothing after the last break is no line."""
    assert find_lines("a\n") == ((0, 1),)


def test_an_empty_text_has_no_line() -> None:
    """No text, no line."""
    assert find_lines("") == ()


def test_trim_takes_white_space_and_the_byte_order_mark() -> None:
    """White space goes on both sides, a byte order mark in front."""
    assert trim("\ufeff  LBP \t\n", 0, 9) == (3, 6)


def test_trim_of_nothing_but_space_is_empty() -> None:
    """Where all is space the span is empty."""
    start, end = trim("   ", 0, 3)
    assert start == end
