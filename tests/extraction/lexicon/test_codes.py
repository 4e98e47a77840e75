"""Specification of the codes written in a document."""

import re
from collections.abc import Callable
from itertools import product

import pytest

from scribe.documents import parse
from scribe.extraction.lexicon import codes

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("M99.03", ["M99.03"]),
        ("M99.03.", ["M99.03"]),
        ("(M99.04)", ["M99.04"]),
        ("M99.03, M54.50", ["M99.03", "M54.50"]),
        ("M99.03 and again M99.03", ["M99.03"]),
        ("S33.5XXA", ["S33.5XXA"]),
        ("M48.061", ["M48.061"]),
        ("M99.9", ["M99.9"]),
        ("M99", ["M99"]),
        ("ICD-10: M99.31  CPT: 98940", ["M99.31", "98940"]),
        ("98941-AT", ["98941"]),
        ("98926-59 and 99213-25", ["98926", "99213"]),
        ("98940 AT", ["98940"]),
        ("CPT 97140-59-GP", ["97140"]),
        ("Billed 72148", ["72148"]),
        ("Codes:\nI10 72148", ["I10", "72148"]),
        ("Assessment: Somatic dysfunction (M99.03), hypertension I10", ["M99.03", "I10"]),
        ("Hypertension I10", []),
        ("Codes: I10", ["I10"]),
        ("Plan: 98940, G0283, 20553", ["98940", "G0283", "20553"]),
        ("Plan: 98940, vitamin B12", ["98940"]),
        ("Account 98765, 97210 Portland", []),
        ("Chart 72148", []),
        ("T12 and L5 tender, C5 too", []),
        ("Seen 2026-03-11 at 10:30, BP 120/80", []),
        ("XM99.03", []),
        ("", []),
    ],
)
def test_codes(read: Read, text: str, codes: list[str]) -> None:
    """Codes stand once each, without modifiers; a bare category or number counts among other signs of coding only."""
    assert read(text, "stated_codes") == codes


def test_the_quote_keeps_the_modifiers(quotes: Callable[..., list[list[str]]]) -> None:
    """A code is quoted as written, with its modifiers."""
    assert quotes("98941-AT, M99.03", "stated_codes") == [["98941-AT"], ["M99.03"]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[ ] Thoracic M99.02\n[x] Lumbar M99.03", ["M99.03"]),
        ("( ) 98925  (x) 98926", ["98926"]),
        ("☐ Cervicalgia M54.2  ☑ Headache R51.9", ["R51.9"]),
        ("Cervical M99.01 [ ]", ["M99.01"]),
    ],
)
def test_codes_of_empty_boxes(read: Read, text: str, codes: list[str]) -> None:
    """The code of an unticked box is not stated."""
    assert read(text, "stated_codes") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("codes are m99.05 and m54.2 thanks", ["M99.05", "M54.2"]),
        ("for the desk g44.209 and s33.5xxa", ["G44.209", "S33.5XXA"]),
        ("e11.9 and n18.31 are on the list", ["E11.9", "N18.31"]),
        ("we got to t12.then the ribs", []),
        ("numb at l4.5 or c5.6", []),
    ],
)
def test_codes_without_capitals(read: Read, text: str, codes: list[str]) -> None:
    """Recognized speech may write codes small; they are stated as they are billed."""
    assert read(text, "stated_codes", "transcript") == codes


def test_every_code_is_found_by_its_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same codes would be found if one were looked for at every character."""
    parts = ("M99", "M54.2", "s33.5", "98940", "-25", "G0283", "T12", "an", "5", "A", "z", ".", " ", "(")
    documents = [parse("".join(written), "note") for written in product(parts, repeat=3)]
    found = [[*codes.read_codes(document)] for document in documents]
    monkeypatch.setattr(codes, "_second", lambda: re.compile("(?<=.)."))
    assert sum(map(len, found)) > 500
    assert [[*codes.read_codes(document)] for document in documents] == found
