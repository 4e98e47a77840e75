"""The text report shows what a clinician needs first, at any width, and never steers a terminal."""

import re

import pytest

from scribe.documents import parse
from scribe.reports import to_text
from scribe.schema import Encounter, Evidence, Extraction, Lesion, Provenance, Report, Suggestion

WIDE = """\
Note of 7 lines, 2026-03-11, osteopathic, initial visit

RED FLAGS  look at these before any code
  ! Loss of feeling in the saddle area is reported: think of the cauda equina.
    (SF01)
    line 2  “Could not feel when wiping”

CODES TO REPORT  in claim order
  1  M99.04   Segmental and somatic dysfunction of sacral region
     Somatic dysfunction of the sacral region is stated. (CD02)
     line 6  “Somatic dysfunction of the sacrum”

ASK FIRST  the findings point here; the record does not carry the code yet
  ?  M99.64   Osseous and subluxation stenosis of intervertebral foramina of
              sacral region
     Stenosis of the foramina is stated, and nothing that causes it. (CD05)
     line 6  “Foraminal stenosis at S1”

NOT REPORTED  close, and why not
  -  M99.03   Segmental and somatic dysfunction of lumbar region
     One finding of the lumbar region and no dysfunction stated. (CD02)
     line 4  “Lumbar paraspinals tender”

CODES AUDITED
  in the text  no issue    98926
  in the text  error DX02  M99.4

ISSUES  1 error, 1 warning
  error        DX02  M99.4 is a heading, not a complete code.
                     line 7  “M99.4”
  warning      ST01  Foraminal stenosis of the sacral region is stated with
                     nothing that causes it.
                     line 6  “Foraminal stenosis at S1”
  Reasons and sources: scribe explain DX02

QUERIES  ready to send

  1 of 1
  Record elements:
  - line 6, assessment: “Foraminal stenosis at S1”
  - line 5, imaging: “facet hypertrophy”
  - line 5, imaging: “disc bulge”

  Based on your clinical judgement, please clarify the cause of the narrowing.

  ○ Bony overgrowth
  ○ Intervertebral disc
  ○ Other: ____
  ○ Unable to determine

  Please document your response in the record.

FINDINGS
                   T A R T
  lumbar           · · · R
  sacral           · L · L  somatic dysfunction, foraminal stenosis (S1),
                            foraminal narrowing on MRI (left), bony overgrowth
                            on MRI, disc herniation on MRI
  region not said  · · · ·  possible: coccydynia
  T tissue texture, A asymmetry, R restriction, T tenderness; L left, R right, B
  both, + present, - absent, ? uncertain, · not documented
  neurology        saddle anesthesia
  care             manipulation today (sacral, lumbar)
  function         sitting
  set aside        motor deficit: quote not in the text

scribe 0.1.0 · reader lexicon · ICD-10-CM FY2026 · document sha256 0f0f0f0f0f0f
"""

NARROW = """\
Note of 7 lines, 2026-03-11,
osteopathic, initial visit

RED FLAGS  look at these before any code
  ! Loss of feeling in the saddle area
    is reported: think of the cauda
    equina. (SF01)
    line 2  “Could not feel when wiping”

CODES TO REPORT  in claim order
  1  M99.04
     Segmental and somatic dysfunction
     of sacral region
"""


def report_on(text: str, extraction: Extraction, *suggestions: Suggestion) -> Report:
    """A report on a note, with nothing but these parts."""
    return Report(
        document=parse(text, "note"),
        encounter=Encounter(),
        extraction=extraction,
        suggestions=suggestions,
        issues=(),
        queries=(),
        provenance=Provenance(document_digest="ab" * 32, package_version="0.1.0", reader="lexicon", code_set="FY2027"),
    )


def test_everything_has_its_place_on_a_page_of_eighty_columns(report: Report) -> None:
    """Red flags come first, whatever the codes; provenance comes last."""
    assert to_text(report, width=80, color=False).split("\n") == WIDE.split("\n")


def test_a_narrow_page_puts_long_words_below_their_labels(report: Report) -> None:
    """At 40 columns nothing is cut and nothing sticks out."""
    text = to_text(report, width=40, color=False)
    assert text.startswith(NARROW)
    assert max(map(len, text.splitlines())) <= 40
    assert text.split() == to_text(report, width=80, color=False).split()


def test_colour_changes_no_word(report: Report) -> None:
    """Without its escape sequences the coloured report is the plain one."""
    colored = to_text(report, width=80, color=True)
    assert "\x1b[1;31mRED FLAGS\x1b[0m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored).split("\n") == WIDE.split("\n")


def test_codes_given_for_audit_come_before_the_codes_to_report(report: Report) -> None:
    """An auditor sees first how each code stands."""
    text = to_text(report, width=80, color=False, codes=("M99.04", "M99.64", "M9903", "97140-59", "99213-25"))
    assert text.index("CODES AUDITED") < text.index("CODES TO REPORT")
    assert text[text.index("CODES AUDITED") :].split("\n\n")[0] == (
        "CODES AUDITED\n"
        "  given        borne out           M99.04\n"
        "  given        ask first           M99.64\n"
        "  given        not to be reported  M9903\n"
        "  given        no issue            97140-59, 99213-25\n"
        "  in the text  no issue            98926\n"
        "  in the text  error DX02          M99.4"
    )


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff\r\n", "\0\0"])
def test_nothing_to_read_is_said(text: str) -> None:
    """An empty document has a report of three paragraphs."""
    said = to_text(report_on(text, Extraction()), width=80, color=False)
    assert said.split("\n\n")[1:] == [
        "The document has no clinical content: there is nothing to read.",
        "ISSUES  none",
        "scribe 0.1.0 · reader lexicon · ICD-10-CM FY2027 · document sha256 abababababab\n",
    ]


def test_a_text_without_findings_is_said_to_have_none() -> None:
    """A shopping list is no note."""
    said = to_text(report_on("Milk, eggs, bread.", Extraction()), width=80, color=False)
    assert "\n\nThe reader found no clinical content that bears on a code.\n\n" in said


def test_findings_without_a_code_are_said_plainly() -> None:
    """The clinician need not search for a code that is not there."""
    lesion = Lesion(kind="somatic_dysfunction", evidence=(Evidence(quote="back is out", span=(0, 11), match="exact"),))
    said = to_text(report_on("back is out", Extraction(lesions=(lesion,))), width=80, color=False)
    assert "\n\nThere are findings, but no code can be reported from this document.\n\n" in said


def test_words_of_the_document_cannot_steer_the_terminal() -> None:
    """Escape sequences, bidirectional marks and lone surrogates are shown as such."""
    text = "sacrum\x1b[2J stuck\u202e on\ud800 the\r\nleft"
    lesion = Lesion(
        kind="somatic_dysfunction",
        region="sacral",
        evidence=(Evidence(quote=text, span=(0, len(text)), match="exact"),),
    )
    suggestion = Suggestion(
        code="M99.04", title="T", status="assign", rank=1, reason="R", derivation=(), evidence=lesion.evidence
    )
    said = to_text(report_on(text, Extraction(lesions=(lesion,)), suggestion), width=80, color=False)
    assert "line 1  “sacrum\ufffd[2J stuck\ufffd on\ufffd the left”" in said
    assert said.encode()


def test_more_than_three_quotes_are_counted() -> None:
    """The text report shows three quotes of a code and says how many there are."""
    text = "\n".join(f"finding {number}" for number in range(5))
    evidence = tuple(Evidence(quote=f"finding {n}", span=(10 * n, 10 * n + 9), match="exact") for n in range(5))
    lesion = Lesion(kind="somatic_dysfunction", region="sacral", evidence=evidence)
    suggestion = Suggestion(
        code="M99.04", title="T", status="assign", rank=1, reason="R", derivation=("CD02",), evidence=evidence
    )
    said = to_text(report_on(text, Extraction(lesions=(lesion,)), suggestion), width=80, color=False)
    assert "     line 3  “finding 2”\n     and 2 more\n" in said
