"""A report of two readings says who found what a code rests on, and shows both readings where they disagree."""

import difflib

from scribe.reports import to_json, to_markdown, to_text
from scribe.schema import Lesion, Report

TEXT = """\
+ READ IN PART  the lexicon alone has read it
+   ! Line 1: The server did not answer.
-      Somatic dysfunction of the sacral region is stated. (CD02)
+      Somatic dysfunction of the sacral region is stated. (CD02) Read by: both.
-      Stenosis of the foramina is stated, and nothing that causes it. (CD05)
+      Stenosis of the foramina is stated, and nothing that causes it. (CD05) Read
+      by: model only.
-      One finding of the lumbar region and no dysfunction stated. (CD02)
+      One finding of the lumbar region and no dysfunction stated. (CD02) Read by:
+      lexicon only.
+ READINGS DISAGREE  compare the quotes
+   ? Laterality: both stand by their quotes, so that no code rests on the
+     finding.
+     lexicon  sacral: foraminal stenosis (left, S1), present
+              line 6  “Foraminal stenosis at S1”
+              line 5  “narrowing of the left S1 foramen”
+     model    sacral: foraminal stenosis (right, S1), present
+              line 6  “Foraminal stenosis at S1”
+   ? Modality: both stand by their quotes, so that no code rests on the finding.
+     lexicon  sacral: foraminal narrowing on MRI (left), present
+              line 5  “narrowing of the left S1 foramen”
+     model    sacral: foraminal narrowing on CT (left), present
+              line 5  “narrowing of the left S1 foramen”
-   sacral           · L · L  somatic dysfunction, foraminal stenosis (S1),
-                             foraminal narrowing on MRI (left), bony overgrowth
-                             on MRI, disc herniation on MRI
+   sacral           · L · L  somatic dysfunction, foraminal narrowing on MRI
+                             (left), bony overgrowth on MRI, disc herniation on
+                             MRI
-   set aside        motor deficit: quote not in the text
+   set aside        foraminal stenosis (left, S1): laterality open, the readings
+                    disagree; motor deficit: quote not in the text
- scribe 0.1.0 · reader lexicon · ICD-10-CM FY2026 · document sha256 0f0f0f0f0f0f
+ scribe 0.1.0 · reader double (m) · ICD-10-CM FY2026 · document sha256
+ 0f0f0f0f0f0f
"""
MARKDOWN = """\
+ ## Read in part
+ The lexicon alone has read it.
+ - **Line 1: The server did not answer.**
- - **1. M99.04 Segmental and somatic dysfunction of sacral region**: \
Somatic dysfunction of the sacral region is stated. (CD02)
+ - **1. M99.04 Segmental and somatic dysfunction of sacral region**: \
Somatic dysfunction of the sacral region is stated. (CD02) Read by: both.
- - **M99.64 Osseous and subluxation stenosis of intervertebral foramina of sacral region**: \
Stenosis of the foramina is stated, and nothing that causes it. (CD05)
+ - **M99.64 Osseous and subluxation stenosis of intervertebral foramina of sacral region**: \
Stenosis of the foramina is stated, and nothing that causes it. (CD05) Read by: model only.
- - **M99.03 Segmental and somatic dysfunction of lumbar region**: \
One finding of the lumbar region and no dysfunction stated. (CD02)
+ - **M99.03 Segmental and somatic dysfunction of lumbar region**: \
One finding of the lumbar region and no dysfunction stated. (CD02) Read by: lexicon only.
+ ## Readings disagree
+ Compare the quotes.
+ - Laterality: both stand by their quotes, so that no code rests on the finding.
+   - lexicon: **sacral: foraminal stenosis (left, S1), present**
+     - line 6: “Foraminal stenosis at S1”
+     - line 5: “narrowing of the left S1 foramen”
+   - model: **sacral: foraminal stenosis (right, S1), present**
+     - line 6: “Foraminal stenosis at S1”
+ - Modality: both stand by their quotes, so that no code rests on the finding.
+   - lexicon: **sacral: foraminal narrowing on MRI (left), present**
+     - line 5: “narrowing of the left S1 foramen”
+   - model: **sacral: foraminal narrowing on CT (left), present**
+     - line 5: “narrowing of the left S1 foramen”
- | sacral | · | L | · | L | somatic dysfunction, foraminal stenosis (S1), foraminal narrowing on MRI (left), \
bony overgrowth on MRI, disc herniation on MRI |
+ | sacral | · | L | · | L | somatic dysfunction, foraminal narrowing on MRI (left), \
bony overgrowth on MRI, disc herniation on MRI |
- - set aside: motor deficit: quote not in the text
+ - set aside: foraminal stenosis (left, S1): laterality open, the readings disagree; \
motor deficit: quote not in the text
- scribe 0.1.0 · reader lexicon · ICD-10-CM FY2026 · document sha256 0f0f0f0f0f0f
+ scribe 0.1.0 · reader double (m) · ICD-10-CM FY2026 · document sha256 0f0f0f0f0f0f
"""


def changed(one: str, other: str) -> list[str]:
    """List the lines of two pages that are not in both, empty ones left out."""
    lines = list(difflib.unified_diff(one.splitlines(), other.splitlines(), n=0, lineterm=""))[2:]
    return [f"{line[0]} {line[1:]}" for line in lines if line[0] in "+-" and line[1:].strip()]


def test_the_text_report_of_two_readings(report: Report, double: Report) -> None:
    """It is that of one reading, with who found what, both readings of what they disagree on, and what stays open."""
    assert changed(to_text(report, width=80, color=False), to_text(double, width=80, color=False)) == TEXT.splitlines()


def test_a_narrow_page_cuts_no_reading(double: Report) -> None:
    """At 40 columns nothing sticks out, and every word is there."""
    narrow = to_text(double, width=40, color=False)
    assert max(map(len, narrow.splitlines())) <= 40
    assert narrow.split() == to_text(double, width=80, color=False).split()


def test_the_markdown_report_of_two_readings(report: Report, double: Report) -> None:
    """It says what the text says."""
    assert changed(to_markdown(report), to_markdown(double)) == MARKDOWN.splitlines()


def test_a_reading_cannot_become_markup(double: Report) -> None:
    """The quotes of a disagreement are shown as characters."""
    text = "*|*" + double.document.text[3:]
    first = double.disagreements[0]
    evidence = first.model.evidence[0].model_copy(update={"quote": "*|*", "span": (0, 3)})
    hostile = first.model_copy(update={"model": first.model.model_copy(update={"evidence": (evidence,)})})
    page = to_markdown(
        double.model_copy(
            update={
                "document": double.document.model_copy(update={"text": text}),
                "disagreements": (hostile,),
            }
        )
    )
    assert "    - line 1: “\\*\\|\\*”\n" in page


def test_json_holds_both_readings(double: Report) -> None:
    """What is written comes back as the records that it was, each finding of its own kind."""
    read = Report.model_validate_json(to_json(double))
    assert read == double
    assert isinstance(read.disagreements[0].model, Lesion)
    assert [one.agreement for one in read.suggestions] == ["both", "model only", "lexicon only"]
