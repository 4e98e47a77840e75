"""The Markdown report says what the text report says, and quotes cannot become markup."""

from scribe.reports import to_markdown
from scribe.schema import Report
from scribe.terminology.sources import citation

CITED = citation("tabular-m99")
PAGE = f"""\
# Coding report

Note of 7 lines, 2026-03-11, osteopathic, initial visit

## Red flags

- **Loss of feeling in the saddle area is reported: think of the cauda equina.** (SF01)
  - line 2: “Could not feel when wiping”

## Codes to report

In claim order.

- **1. M99.04 Segmental and somatic dysfunction of sacral region**: \
Somatic dysfunction of the sacral region is stated. (CD02)
  - line 6: “Somatic dysfunction of the sacrum”

## Ask first

The findings point here; the record does not carry the code yet.

- **M99.64 Osseous and subluxation stenosis of intervertebral foramina of sacral region**: \
Stenosis of the foramina is stated, and nothing that causes it. (CD05)
  - line 6: “Foraminal stenosis at S1”

## Not reported

Close, and why not.

- **M99.03 Segmental and somatic dysfunction of lumbar region**: \
One finding of the lumbar region and no dysfunction stated. (CD02)
  - line 4: “Lumbar paraspinals tender”

## Codes audited

| code | from | result |
| --- | --- | --- |
| 98926 | in the text | no issue |
| M99.4 | in the text | error DX02 |

## Issues

- **error** DX02: M99.4 is a heading, not a complete code. \
({CITED.source}, {CITED.locator})
  - line 7: “M99.4”
- **warning** ST01: Foraminal stenosis of the sacral region is stated with nothing that causes it.
  - line 6: “Foraminal stenosis at S1”

## Query 1 of 1

> Record elements:
> - line 6, assessment: “Foraminal stenosis at S1”
> - line 5, imaging: “facet hypertrophy”
> - line 5, imaging: “disc bulge”
>
> Based on your clinical judgement, please clarify the cause of the narrowing.
>
> - ○ Bony overgrowth
> - ○ Intervertebral disc
> - ○ Other: \\_\\_\\_\\_
> - ○ Unable to determine
>
> Please document your response in the record.

## Findings

| region | T | A | R | T | conclusions |
| --- | - | - | - | - | --- |
| lumbar | · | · | · | R |  |
| sacral | · | L | · | L | somatic dysfunction, foraminal stenosis (S1), foraminal narrowing on MRI (left), \
bony overgrowth on MRI, disc herniation on MRI |
| region not said | · | · | · | · | possible: coccydynia |

T tissue texture, A asymmetry, R restriction, T tenderness; \
L left, R right, B both, + present, - absent, ? uncertain, · not documented.

- neurology: saddle anesthesia
- care: manipulation today (sacral, lumbar)
- function: sitting
- set aside: motor deficit: quote not in the text

---

scribe 0.1.0 · reader lexicon · ICD-10-CM FY2026 · document sha256 0f0f0f0f0f0f
"""


def test_everything_has_its_place_on_the_page(report: Report) -> None:
    """The same parts in the same order as the text report, issues with their sources."""
    assert to_markdown(report).split("\n") == PAGE.split("\n")


def test_words_of_the_document_are_no_markup(report: Report) -> None:
    """Tables, emphasis, links, mentions and HTML in a quote are shown as characters."""
    hostile = "|a|*b*`c`[d](e)<img>@f #1\n\x1b[0m"
    text = hostile + report.document.text[len(hostile) :]
    document = report.document.model_copy(update={"text": text})
    evidence = report.suggestions[0].evidence[0].model_copy(update={"quote": hostile, "span": (0, len(hostile))})
    suggestion = report.suggestions[0].model_copy(update={"evidence": (evidence,)})
    page = to_markdown(report.model_copy(update={"document": document, "suggestions": (suggestion,)}))
    assert "  - line 1: “\\|a\\|\\*b\\*\\`c\\`\\[d\\](e)\\<img\\>\\@f \\#1 \ufffd\\[0m”\n" in page
