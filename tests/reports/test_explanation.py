"""An explanation as text, as Markdown and as JSON: the same record, with every source and its trust."""

import json

import pytest

from scribe.reports.explanation import (
    Explanation,
    Part,
    Point,
    explanation_json,
    explanation_markdown,
    explanation_text,
)
from scribe.terminology.sources import Citation

LIST = Citation("list-a", "The list", "FY2026", "category A", "https://example.org/list", "official")
SAME = Citation("list-b", "The list", "FY2026", "category B", "https://example.org/list", "official")
ALSO = Citation("list-c", "The list", "FY2026", "category B", "https://example.org/list", "official")
OURS = Citation("ours", "Our reading", "2026", "a junction", "", "inference")
TOLD = Citation("told", "A page", "undated", "an account", "https://example.org/page", "secondary")
EXPLANATION = Explanation(
    term="M99.24",
    kind="code",
    title="Some title of a code",
    remark="FY2026, may be reported",
    text=("First.", "Second."),
    parts=(
        Part("needs", "What it needs", "", (Point("CD01", "A finding & its quote."), Point("", "Stands alone."))),
        Part("near", "Same region, another lesion", "how they differ", (Point("M99.34", "bone"), Point("A" * 25, "b"))),
    ),
    sources=(OURS, TOLD, LIST, SAME, ALSO),
)


def test_text_has_its_labels_in_a_column_and_its_sources_by_trust() -> None:
    """The most trustworthy source comes first, with all its places once; a label too wide goes inline."""
    assert explanation_text(EXPLANATION, width=60, color=False) == (
        """\
M99.24   Some title of a code
         FY2026, may be reported

  First.

  Second.

WHAT IT NEEDS
  CD01  A finding & its quote.
  Stands alone.

SAME REGION, ANOTHER LESION  how they differ
  M99.34  bone
  AAAAAAAAAAAAAAAAAAAAAAAAA: b

SOURCES
  - The list, FY2026: category A; category B (official)
    https://example.org/list

  - A page, undated: an account (secondary)
    https://example.org/page

  - Our reading, 2026: a junction (inference)
"""
    )


@pytest.mark.parametrize(("label", "line"), [("B" * 24, f"  {'B' * 24}  b"), ("B" * 25, f"  {'B' * 25}: b")])
def test_text_sets_a_column_for_labels_of_up_to_24_letters(label: str, line: str) -> None:
    """The longest name of a condition has room; what is longer stands in the line."""
    wide = EXPLANATION._replace(parts=(Part("near", "Near", "", (Point("M99.34", "bone"), Point(label, "b"))),))
    assert line in explanation_text(wide, width=60, color=False).splitlines()


def test_text_keeps_to_a_narrow_page() -> None:
    """What has no room beside its label goes below it."""
    text = explanation_text(EXPLANATION, width=40, color=False)
    assert max(map(len, text.splitlines())) <= 40
    assert text.startswith("M99.24   Some title of a code\n   FY2026, may be reported\n\n  First.\n")


@pytest.mark.parametrize(("kind", "ink"), [("code", "1;32"), ("heading", "1;33"), ("rule", "1;32")])
def test_colour_tells_a_heading_from_a_code(kind: str, ink: str) -> None:
    """A heading may not be reported, and looks so."""
    shown = explanation_text(EXPLANATION._replace(kind=kind), width=60, color=True)  # type: ignore[arg-type]  # parametrized
    assert shown.startswith(f"\x1b[{ink}mM99.24\x1b[0m")


def test_markdown_holds_the_same_and_no_markup_of_its_words() -> None:
    """Words cannot turn into markup; a link is one."""
    assert explanation_markdown(EXPLANATION) == (
        """\
# M99.24 Some title of a code

*FY2026, may be reported*

First.

Second.

## What it needs

- **CD01** A finding \\& its quote.
- Stands alone.

## Same region, another lesion

How they differ.

- **M99.34** bone
- **AAAAAAAAAAAAAAAAAAAAAAAAA** b

## Sources

- The list, FY2026: category A; category B (official) <https://example.org/list>
- A page, undated: an account (secondary) <https://example.org/page>
- Our reading, 2026: a junction (inference)
"""
    )


def test_json_is_the_record_field_by_field() -> None:
    """Every field of the record is there under its name, sources one by one with their keys."""
    record = json.loads(explanation_json(EXPLANATION))
    assert list(record) == ["term", "kind", "title", "remark", "text", "parts", "sources"]
    assert record["parts"][0] == {
        "name": "needs",
        "title": "What it needs",
        "remark": "",
        "points": [{"label": "CD01", "text": "A finding & its quote."}, {"label": "", "text": "Stands alone."}],
    }
    assert [source["key"] for source in record["sources"]] == ["ours", "told", "list-a", "list-b", "list-c"]
    assert record["sources"][1]["trust"] == "secondary"
    assert explanation_json(EXPLANATION).startswith('{\n  "term": "M99.24",\n')
    assert explanation_json(EXPLANATION).endswith("}\n")
