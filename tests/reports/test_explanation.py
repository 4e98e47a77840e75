"""A code is explained by its notes and its kin, a rule by its text and its sources."""

from datetime import date

import pytest

from scribe.reports.explanation import Explanation, explain, explain_code
from scribe.terminology import code_set
from scribe.terminology.sources import citation

CODES = code_set(date(2026, 3, 11))


def page_of(code: str) -> str:
    """Explain a code of FY2026 on a page of 80 columns."""
    found = CODES.find(code)
    assert found is not None
    return explain_code(found, CODES, width=80, color=False)


def test_a_code_shows_the_notes_it_has_and_inherits() -> None:
    """What may not stand beside it is named with the place of the note."""
    page = page_of("M54.31")
    assert page.startswith("M54.31   Sciatica, right side\n         ICD-10-CM FY2026, may be reported\n\nNOTE\n")
    excluded = page[page.index("EXCLUDES1: NEVER TOGETHER") :].split("\n\n")[0]
    assert "  at M54.3    sciatica due to intervertebral disc disorder (M51.1-)\n" in excluded
    assert "  at M54      psychogenic dorsalgia (F45.41)\n" in excluded


@pytest.mark.parametrize(
    ("code", "last"),
    [
        ("M54.31", "OTHER CODES OF M54.3\n  M54.30    Sciatica, unspecified side\n  M54.32    Sciatica, left side\n"),
        (
            "M99",
            "CODES BELOW M99\n" + "".join(f"  {code.code:10}{code.title}\n" for code in CODES.children("M99")),
        ),
    ],
)
def test_a_code_shows_its_siblings_and_a_heading_its_codes(code: str, last: str) -> None:
    """The kin come last."""
    assert page_of(code).endswith(last)


def test_a_heading_says_that_it_cannot_be_reported() -> None:
    """It asks for a code below it."""
    assert "         ICD-10-CM FY2026, a heading: report a code below it\n" in page_of("M99.2")


def test_a_rule_shows_its_paragraphs_and_its_sources() -> None:
    """The sources are those of its keys, with how far they can be trusted."""
    explanation = Explanation(
        id="XX01",
        title="a bad pattern",
        remark="rule, error",
        text="Flag a bad pattern.\n\n    It is bad because\n    it is.\n    ",
        citations=("tabular-m99",),
    )
    source = citation("tabular-m99")
    head, sources = explain(explanation, width=80, color=False).split("SOURCES\n")
    assert head == (
        "XX01     a bad pattern\n         rule, error\n\n  Flag a bad pattern.\n\n  It is bad because it is.\n\n"
    )
    assert " ".join(sources.split()) == (
        f"- {source.source}, {source.edition}, {source.locator} ({source.trust}) {source.url}"
    )
