"""Text → words, numbers and signs in a form that compares across spellings."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.extraction.quotes.spellings import ABBREVIATIONS, APOSTROPHES, STEMS, UNSEEN, forms_of

_HYPHENS = "-\u2010\u2011"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_MINUSES = frozenset("-\u2010\u2011\u2012\u2013\u2212\uff0d")
_SLASHES = "/\u2044\u2215\uff0f"

_LETTER = rf"(?:[^\W\d_]|[\u0300-\u036f{UNSEEN}])"
_ALNUM = rf"(?:[^\W_]|[\u0300-\u036f{UNSEEN}])"
_ALNUMS = rf"(?:[^\W_]++|[\u0300-\u036f{UNSEEN}])++"
_LINE_END = r"(?:[ \t]*(?:\r\n?|\n)[ \t]*)?"

PAUSE_DASH = "\u2013"
"""The form of a dash that only parts what stands beside it."""
ARROW = "\u2192"
_BAR = "|"
_MEANT = frozenset("?+%/-")
"""Punctuation that says something, in the forms that `_sign` lets stand."""
_UNMEANT = frozenset("|^`")
"""Symbols that say nothing."""
_SPACED_NOT = frozenset(f" n{apostrophe}t" for apostrophe in APOSTROPHES)
_CODE_LENGTH = 5
_MOST_JOINTS = 40
_BESIDE = 40
"""Characters that are read to see what stands beside a sign."""


class Token(NamedTuple):
    """A word, a number or a sign."""

    form: str
    """Its comparable form, such as `l4`, `not` or `?`; a line feed for a line break."""
    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    glued: bool
    """Whether it goes on with the written word before it, as `tender` in `non-tender` and `5` in `4/5` do."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Split a stretch of text into tokens.

    Args:
        text: The text.
        start: Where the stretch starts.
        end: Where it ends; the end of the text by default.

    Yields:
        The tokens in order. A contraction gives two, the second glued to the first; a hyphen gives none unless it
        writes a range or a minus.
    """
    for match in _written().finditer(text, start, len(text) if end is None else end):
        raw, (begin, stop) = match[0], match.span()
        if raw.isalnum():
            glued = False
            for form in forms_of(raw):
                yield Token(form, begin, stop, glued)
                glued = True
        elif match.lastgroup == "line":
            yield Token("\n", begin, stop, glued=False)
        elif match.lastgroup == "sign":
            yield Token(_sign(text, raw, begin, stop), begin, stop, glued=False)
        else:
            yield from _compound(raw, begin)


def is_mark(form: str) -> bool:
    """Whether a form is punctuation that says nothing by itself, or a line break."""
    return not form[-1].isalnum() and form not in _MEANT and _is_punctuation(form[0])


@cache
def _is_punctuation(sign: str) -> bool:
    return sign in _UNMEANT or unicodedata.category(sign) not in {"Sm", "So", "Sc"}


@cache
def _written() -> re.Pattern[str]:
    """A written word with all that is joined to it, a line break, or a sign."""
    joints = (
        rf"(?<!\d)[{_HYPHENS}]{_LINE_END}(?={_LETTER})",
        r"(?<=[^\W\d_])[\u2013\u2212](?=[^\W\d_])",
        rf"[{APOSTROPHES}](?={_LETTER})",
        rf" (?=n[{APOSTROPHES}]t(?![^\W_]))",
        rf"(?<=\d)[{_DASHES}]{_LINE_END}(?={_ALNUM})",
        rf"(?<=\d)(?:[.:](?=\d)|,(?=\d{{3}}(?!\d))|[+\u2212-]?[{_SLASHES}](?={_ALNUM}))",
        r"(?<=(?<![^\W_])[A-Za-z])/(?=[A-Za-z](?![^\W_]))",
    )
    suffix = r"(?<=\d)[+%\u00b0](?!\w)|(?<=\d)[-\u2212](?=[\s,;.)])"
    # Most words are letters with nothing joined to them, and are told from the others at once.
    plain = rf"[A-Za-z]++(?=[ \n]|[.,;:)][ \n])(?! n[{APOSTROPHES}]t)"
    return re.compile(
        rf"{plain}|[{APOSTROPHES}](?:m|s|re|ve|ll|d|t)(?![^\W_])"
        rf"|{_ALNUMS}(?:(?:{'|'.join(joints)}){_ALNUMS}){{0,{_MOST_JOINTS}}}(?:{suffix})?"
        rf"|(?P<line>[\r\n]+)|(?P<sign>[{_DASHES}=]{{1,2}}>|[^\s_])"
    )


@cache
def _part() -> re.Pattern[str]:
    """A word, a number or a sign inside a written word."""
    return re.compile(
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
        rf"|{_ALNUM}+(?:(?<=\d)[.:](?=\d){_ALNUM}+)*(?:[{APOSTROPHES}]{_LETTER}+)*"
        rf"|[{APOSTROPHES}]{_LETTER}+|\S"
    )


def _compound(raw: str, offset: int) -> Iterator[Token]:
    """The tokens of a word with hyphens, apostrophes or accents, or of a number with its signs."""
    if (expanded := ABBREVIATIONS.get(raw.lower())) is not None:
        for index, form in enumerate(expanded):
            yield Token(form, offset, offset + len(raw), glued=index > 0)
        return
    glued = False
    left = ""
    for part in _part().finditer(raw):
        written = part[0]
        right = raw[part.end() : part.end() + _BESIDE]
        if len(written) > 1 or written.isalnum():
            # What follows the hyphen of a procedure code is a modifier, not more of the word.
            glued = glued and not (left.isdigit() and len(left) == _CODE_LENGTH)
            left = written
            forms = forms_of(written)
            if forms[0] in STEMS and right.lower() in _SPACED_NOT:
                forms = (STEMS[forms[0]],)
        else:
            forms = _joint(written, left, right)
        for form in forms:
            yield Token(form, offset + part.start(), offset + part.end(), glued)
            glued = True


def _joint(sign: str, left: str, right: str) -> tuple[str, ...]:
    """What a sign inside a written word says: a hyphen between words and a slash between letters say nothing."""
    if sign in _DASHES:
        return ("-",) if _writes_range(left, right) else ()
    if sign in _SLASHES:
        return ("/",) if left[-1:].isdigit() else ()
    return (_plain(sign),)


def _writes_range(left: str, right: str) -> bool:
    """Whether a hyphen between (or after) these writes a range, or a minus after a number."""
    if not right or right[0] in _SLASHES:
        return left.isdigit()
    return left[-1:].isdigit() and _level_or_number().match(right) is not None


@cache
def _level_or_number() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[A-Za-z]{1,2})?\d")


def _sign(text: str, raw: str, start: int, end: int) -> str:
    """The form of a sign that stands alone."""
    if len(raw) > 1:
        return ARROW
    if raw in _DASHES:
        return "-" if _dash_counts(text, raw, start, end) else PAUSE_DASH
    if raw in _SLASHES:
        beside = text[max(0, start - 2) : start].rstrip()[-1:] + text[end : end + 2].lstrip()[:1]
        return "/" if any(map(str.isdigit, beside)) else _BAR
    return _plain(raw)


def _dash_counts(text: str, raw: str, start: int, end: int) -> bool:
    """Whether a dash that stands alone writes a range or a minus, rather than a pause or a bullet."""
    before = text[max(0, start - _BESIDE) : start].rstrip(" \t")[-1:]
    after = text[end : end + _BESIDE]
    if before in "\r\n":
        return False
    if before.isdigit() and _level_or_number().match(after.lstrip(" \t")):
        return True
    if raw not in _MINUSES or text[start - 1] not in " \t:(":
        return False
    return after[:1].isdigit() or (before == "(" and after[:1] == ")") or _minus_before().match(after) is not None


@cache
def _minus_before() -> re.Pattern[str]:
    """What follows a minus that says *negative*: nothing more, or no more than a side."""
    return re.compile(r"[ \t]*(?:(?:[LRBlrb]|left|right|bilat\w*|b/l)[ \t]*)?(?:$|[\r\n.,;)])")


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign)[:1].strip() or sign
