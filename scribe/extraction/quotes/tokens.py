"""Text → words, numbers and signs in a form that compares across spellings of the same words."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.extraction.quotes.spellings import ABBREVIATIONS, CLITICS, CONTRACTIONS, NEGATED, SAME, STEMS

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "'\u2019\u2018\u02bc\uff07"
_HYPHENS = "-\u2010\u2011"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_MINUSES = frozenset("-\u2010\u2011\u2012\u2013\u2212\uff0d")
_SLASHES = "/\u2044\u2215\uff0f"

_LETTER = rf"(?:[^\W\d_]|[\u0300-\u036f{_UNSEEN}])"
_ALNUM = rf"(?:[^\W_]|[\u0300-\u036f{_UNSEEN}])"
_LINE_END = r"(?:[ \t]*(?:\r\n?|\n)[ \t]*)?"

_SIGNS = frozenset("?+%/-")
"""Signs of plain punctuation that say something, where `_sign` lets them stand."""
_UNMEANT = frozenset("|^`")
"""Symbols that say nothing."""
_CODE_LENGTH = 5
_MOST_JOINTS = 40
_SPACED_NOT = frozenset(f" n{apostrophe}t" for apostrophe in _APOSTROPHES)
_LONGEST_GAP = 40
"""Characters that are read to see what stands beside a dash or a slash."""
_SHORTEST_WITHOUT_ACCENT = 4
"""In shorter words the accent is the word: Spanish `sí` and `si`."""


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


@cache
def _written() -> re.Pattern[str]:
    """A written word with all that is joined to it, a line break, or a sign."""
    joints = (
        rf"(?<!\d)[{_HYPHENS}]{_LINE_END}(?={_LETTER})",
        r"(?<=[^\W\d_])[\u2013\u2212](?=[^\W\d_])",
        rf"[{_APOSTROPHES}](?={_LETTER})",
        rf" (?=n[{_APOSTROPHES}]t(?![^\W_]))",
        rf"(?<=\d)[{_DASHES}]{_LINE_END}(?={_ALNUM})",
        rf"(?<=\d)(?:[.:](?=\d)|,(?=\d{{3}}(?!\d))|[+\u2212-]?[{_SLASHES}](?={_ALNUM}))",
        r"(?<=(?<![^\W_])[A-Za-z])/(?=[A-Za-z](?![^\W_]))",
    )
    suffix = r"(?<=\d)[+%\u00b0](?!\w)|(?<=\d)[-\u2212](?=[\s,;.)])"
    return re.compile(
        rf"[{_APOSTROPHES}](?:m|s|re|ve|ll|d|t)(?![^\W_])"
        rf"|{_ALNUM}+(?:(?:{'|'.join(joints)}){_ALNUM}+){{0,{_MOST_JOINTS}}}(?:{suffix})?"
        rf"|(?P<line>[\r\n]+)|(?P<sign>[{_DASHES}=]{{1,2}}>|[^\s_])"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
        rf"|{_ALNUM}+(?:(?<=\d)[.:](?=\d){_ALNUM}+)*(?:[{_APOSTROPHES}]{_LETTER}+)*"
        rf"|[{_APOSTROPHES}]{_LETTER}+|\S"
    )


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
    known: dict[str, tuple[str, ...]] = {}
    for match in _written().finditer(text, start, len(text) if end is None else end):
        raw = match[0]
        if match.lastgroup == "line":
            yield Token("\n", match.start(), match.end(), glued=False)
        elif match.lastgroup == "sign":
            yield Token(_sign(text, raw, match.start(), match.end()), match.start(), match.end(), glued=False)
        elif raw.isalnum():
            forms = known.get(raw)
            if forms is None:
                forms = known[raw] = _forms(raw)
            for index, form in enumerate(forms):
                yield Token(form, match.start(), match.end(), glued=index > 0)
        else:
            yield from _compound(raw, match.start())


@cache
def is_mark(form: str) -> bool:
    """Whether a form is punctuation that says nothing by itself, or a line break."""
    if form[-1].isalnum() or form in _SIGNS:
        return False
    return form in _UNMEANT or unicodedata.category(form[0]) not in {"Sm", "So", "Sc"}


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
        forms: tuple[str, ...]
        if len(written) > 1 or written.isalnum():
            # What follows the hyphen of a procedure code is a modifier, not more of the word.
            glued = glued and not (left.isdigit() and len(left) == _CODE_LENGTH)
            left = written
            forms = _forms(written)
            if forms[0] in STEMS and raw[part.end() : part.end() + _LONGEST_GAP].lower() in _SPACED_NOT:
                forms = (STEMS[forms[0]],)
        elif written in _DASHES:
            forms = ("-",) if _writes_range(left, raw[part.end() : part.end() + _LONGEST_GAP]) else ()
        elif written in _SLASHES:
            forms = ("/",) if left[-1:].isdigit() else ()
        else:
            forms = (_plain(written),)
        for form in forms:
            yield Token(form, offset + part.start(), offset + part.end(), glued)
            glued = True


@cache
def _level_or_number() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[A-Za-z]{1,2})?\d")


def _writes_range(left: str, right: str) -> bool:
    """Whether a hyphen between (or after) these writes a range, or a minus after a number."""
    if not right or right[0] in _SLASHES:
        return left.isdigit()
    return left[-1:].isdigit() and _level_or_number().match(right) is not None


def _sign(text: str, raw: str, start: int, end: int) -> str:
    """The form of a sign that stands alone; a dash or slash that says nothing becomes an en dash or a bar."""
    if len(raw) > 1:
        return "\u2192"
    if raw in _DASHES:
        return "-" if _means_something(text, raw, start, end) else "\u2013"
    if raw in _SLASHES:
        beside = text[max(0, start - 2) : start].rstrip()[-1:] + text[end : end + 2].lstrip()[:1]
        return "/" if any(map(str.isdigit, beside)) else "|"
    return _plain(raw)


@cache
def _minus_before() -> re.Pattern[str]:
    """What follows a minus that says *negative*: nothing more, or no more than a side."""
    return re.compile(r"[ \t]*(?:$|[\r\n.,;)]|(?:[LRBlrb]|left|right|bilat\w*|b/l)[ \t]*(?:$|[\r\n.,;)]))")


def _means_something(text: str, raw: str, start: int, end: int) -> bool:
    """Whether a dash that stands alone writes a range or a minus, rather than a pause or a bullet."""
    before = text[max(0, start - _LONGEST_GAP) : start].rstrip(" \t")[-1:]
    spaced = start > 0 and text[start - 1] in " \t:("
    if before in "\r\n":
        return False
    after = text[end : end + _LONGEST_GAP]
    if before.isdigit() and _level_or_number().match(after.lstrip(" \t")):
        return True
    if raw not in _MINUSES or not spaced:
        return False
    return after[:1].isdigit() or (before == "(" and after[:1] == ")") or _minus_before().match(after) is not None


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign)[:1].strip() or sign


def _forms(written: str) -> tuple[str, ...]:
    """The comparable forms of a word or number, one for each word that it contracts."""
    word = _fold(written)
    for apostrophe in _APOSTROPHES[1:]:
        word = word.replace(apostrophe, "'")
    if (same := SAME.get(word)) is not None:
        return (same,)
    if (words := CONTRACTIONS.get(word)) is not None:
        return words
    stem, apostrophe, clitic = word.rpartition("'")
    if not apostrophe:
        if word.endswith("nt") and word[:-2] in NEGATED:
            return STEMS.get(word[:-2], word[:-2]), "not"
        return (word or written,)
    if clitic == "t" and stem.endswith("n"):
        stem = stem[:-1]
        return (STEMS.get(stem, stem), "not") if stem else ("not",)
    if clitic in CLITICS:
        return (stem, CLITICS[clitic]) if stem else (CLITICS[clitic],)
    return (word.replace("'", ""),)


def _fold(written: str) -> str:
    """A word without case, ligatures, invisible characters and accents; a number without thousands separators."""
    if written.isascii():
        return written.lower().replace(",", "")
    # A fraction or a power is a number of its own: ½ is not 1/2 after a 1, and 10² is not 102.
    kept = (char if unicodedata.category(char) == "No" else unicodedata.normalize("NFKC", char) for char in written)
    folded = unicodedata.normalize("NFC", "".join(char for char in "".join(kept) if char not in _UNSEEN)).casefold()
    if len(folded) < _SHORTEST_WITHOUT_ACCENT:
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
