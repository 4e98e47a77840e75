"""Modifiers as notes and transcripts write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.rules import collect_claims
from scribe.rules.views.modifiers import written_modifiers
from scribe.schema import Evidence, Extraction, StatedCode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98941-AT", {"98941": ("AT",)}),
        ("98941 AT", {"98941": ("AT",)}),
        ("98941 AT.", {"98941": ("AT",)}),
        ("98941, AT modifier", {"98941": ("AT",)}),
        ("98941 (AT)", {"98941": ("AT",)}),
        ("98941 - AT", {"98941": ("AT",)}),
        ("98941-at", {"98941": ("AT",)}),
        ("98941 with AT modifier", {"98941": ("AT",)}),
        ("98941 w/ the AT modifier", {"98941": ("AT",)}),
        ("98941 modifier AT", {"98941": ("AT",)}),
        ("98941, modifier: AT", {"98941": ("AT",)}),
        ("98941 mod AT", {"98941": ("AT",)}),
        ("98941 dash AT", {"98941": ("AT",)}),
        ("modifier AT on 98941", {"98941": ("AT",)}),
        ("Modifier 25 was appended to the 99213", {"99213": ("25",)}),
        ("99213-25, 98941 AT, M99.03", {"99213": ("25",), "98941": ("AT",)}),
        ("99213 with modifier 25", {"99213": ("25",)}),
        ("99213 (modifier 25)", {"99213": ("25",)}),
        ("99213 with a 25 modifier", {"99213": ("25",)}),
        ("97140-59-GP", {"97140": ("59", "GP")}),
        ("98941-AT GA", {"98941": ("AT", "GA")}),
        ("98941 AT 99213-25", {"98941": ("AT",), "99213": ("25",)}),
        ("98941 AT M99.03", {"98941": ("AT",)}),
        ("98940 plan\n98940-AT", {"98940": ("AT",)}),
        ("98940-AT today, 98940-AT tomorrow", {"98940": ("AT",)}),
        ("98940-AT, then 98940-GA", {"98940": ("AT", "GA")}),
        ("G0283-59", {"G0283": ("59",)}),
        ("98941 AT\nM99.03", {"98941": ("AT",)}),
    ],
)
def test_modifier_is_read_as_it_is_written(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """Hyphens, blanks, brackets and the word itself join a modifier to its code."""
    assert written_modifiers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "98941",
        "98941 at L5",
        "98941 AT L5",
        "98941 AT THE LUMBAR SPINE",
        "98941 without modifier AT",
        "98941, no AT modifier",
        "99213, 25 minutes",
        "99213 - 25 minutes",
        "97140-25 min",
        "97140 - 59 minutes",
        "97140 25",
        "97140, 59",
        "98940-98942",
        "98941-ATX",
        "98941-ZZ",
        "98941\nAT home: ice",
        "M99.03-AT",
        "1-800-98941",
        "modifier AT",
    ],
)
def test_what_only_looks_like_a_modifier_is_none(text: str) -> None:
    """A word, an amount of time, a range and an unknown pair of letters are no modifiers."""
    assert written_modifiers(text) == {}


@given(st.text(alphabet="98941AT25-, ()modifer\n", max_size=60))
def test_reading_is_total(text: str) -> None:
    """Any text can be read, and what is found are codes with modifiers."""
    assert all(len(code) == 5 and several for code, several in written_modifiers(text).items())


def stated(text: str, *codes: str) -> Extraction:
    """An extraction that states codes of a text."""
    spans = [(text.find(code), text.find(code) + len(code)) for code in codes]
    return Extraction(
        stated_codes=tuple(
            StatedCode(code=code, evidence=(Evidence(quote=code, span=span, match="exact"),))
            for code, span in zip(codes, spans, strict=True)
        )
    )


def test_claims_carry_the_modifiers_of_the_text_and_of_the_list() -> None:
    """A written code has the modifiers that stand beside it, wherever; a given one those that it is given with."""
    text = "L5 adjusted, 98941. Codes: M99.03, 98941 AT, 99213-25"
    claims = collect_claims(parse(text, "note"), stated(text, "98941", "M99.03", "99213"), ["98941", " 97140-59-gp"])
    assert [(claim.code, claim.modifiers, claim.at) for claim in claims] == [
        ("98941", ("AT",), "extraction.stated_codes[0]"),
        ("M99.03", (), "extraction.stated_codes[1]"),
        ("99213", ("25",), "extraction.stated_codes[2]"),
        ("98941", (), "codes[0]"),
        ("97140", ("59", "GP"), "codes[1]"),
    ]


def test_modifier_in_a_stated_code_counts_once() -> None:
    """Where a reader leaves the modifier on the code, the text does not add it again."""
    text = "98941-AT"
    (claim,) = collect_claims(parse(text, "note"), stated(text, "98941-AT"), [])
    assert (claim.code, claim.modifiers) == ("98941", ("AT",))
