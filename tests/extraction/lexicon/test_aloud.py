"""Specification of codes that are said aloud."""

import re
from collections.abc import Callable
from itertools import product

import pytest

from scribe.extraction.lexicon import aloud

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("put em ninety-nine point oh two on it", ["M99.02"]),
        ("bill m nine nine point zero eight", ["M99.08"]),
        ("letter M ninety nine oh four", ["M99.04"]),
        ("em ninety nine thirteen", ["M99.13"]),
        ("gee forty-four point two oh nine", ["G44.209"]),
        ("M as in Mary, fifty-four point two", ["M54.2"]),
        ("M99 point 2 3, and M 99.05", ["M99.23", "M99.05"]),
        ("s thirteen point four x x a", ["S13.4XXA"]),
        ("em ninety nine double oh", ["M99.00"]),
    ],
)
def test_diagnoses(read: Read, said: str, codes: list[str]) -> None:
    """A letter and its numbers are one code, however they are said; those of M99 may leave out the point."""
    assert read(f"DR: {said}.", "stated_codes", kind="transcript") == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("nine eight nine four two", ["98942"]),
        ("ninety-eight nine forty and ninety eight nine twenty seven", ["98940", "98927"]),
        ("em ninety nine point oh one nine eight nine four oh", ["M99.01", "98940"]),
        ("nine nine two one four", ["99214"]),
    ],
)
def test_procedures(read: Read, said: str, codes: list[str]) -> None:
    """Five digits that are those of a procedure are one code, also right behind another one."""
    assert read(f"DR: {said}.", "stated_codes", kind="transcript") == codes


@pytest.mark.parametrize(
    "said",
    [
        "I'm ninety nine point five in kilos",
        "see you at nine eight o'clock",
        "the desk is nine eight nine, two five five one",
        "thirty three point five degrees",
    ],
)
def test_numbers_that_are_none(read: Read, said: str) -> None:
    """Weights, times and telephones are no codes."""
    assert read(f"DR: {said}.", "stated_codes", kind="transcript") == []


def test_no_code_is_said_where_no_sign_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same codes would be found if lines without a point and a nine were read too."""
    said = ("em", "m", "nine", "ninety", "double", "99", "forty", "point", ".4")
    text = "\n".join(" ".join(words).replace(" .", ".") for words in product(said, repeat=4))
    found = [*aloud.said_codes(text)]
    monkeypatch.setattr(aloud, "_sign", lambda: re.compile(r"[^\n]"))
    assert len(found) > 100
    assert [*aloud.said_codes(text)] == found
