"""Specification of the pipeline: a text becomes a checked report."""

import asyncio
import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from inspect import cleandoc

import pytest

from scribe.documents import parse
from scribe.errors import InputError, ReaderError
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.verification import verify
from scribe.pipeline import aprocess, aread, assess, process, read
from scribe.schema import Document, Encounter, Evidence, Extraction, Lesion, Provenance, Report
from scribe.version import __version__

NOTE = cleandoc("""
    Date: 03/11/2026   New patient

    Exam: L5 tender, boggy. SLR negative.

    Assessment: L5 FRSR. Low back pain. No sacral somatic dysfunction.

    Plan: OMT to the lumbar region today. M99.03
""")
LESION = {
    "kind": "somatic_dysfunction",
    "region": "lumbar",
    "segments": ["L5"],
    "laterality": "right",
    "evidence": [{"quote": "L5 FRSR"}],
}
ODD_TEXTS = {
    "empty": "",
    "white space": " \n\t \r\n",
    "nul": "Assessment: L5 FRSR.\x00 Low back pain.",
    "byte order mark": "\ufeffAssessment: L5 FRSR.",
    "lone surrogate": "Assessment: \ud800 L5 FRSR \udfff.",
    "windows lines": NOTE.replace("\n", "\r\n"),
    "old mac lines": NOTE.replace("\n", "\r"),
    "one long line": "L5 FRSR, tender. " * 200,
    "other scripts": "\u0628\u0627\u0644\u0639\u0631\u0628\u064a\u0629 L5 FRSR \U0001f9b4 \u8170\u690e",
}


class Waiting:
    """A reader that waits for its findings."""

    name = "waiting"

    def read(self, document: Document) -> Extraction:
        """Refuse to read without waiting."""
        raise ReaderError(f"{len(document.text)} characters wait to be read.")

    async def aread(self, document: Document) -> Extraction:
        """Let others run, then read."""
        await asyncio.sleep(0)
        return LexiconReader().read(document)


class Inventing:
    """A reader that finds what no text says."""

    name = "inventing"

    def read(self, document: Document) -> Extraction:
        """Find a lesion in any text."""
        evidence = Evidence(quote="cervical somatic dysfunction", span=(0, len(document.text)), match="exact")
        return Extraction(lesions=(Lesion(kind="somatic_dysfunction", region="cervical", evidence=(evidence,)),))


def codes(report: Report) -> list[tuple[str, str]]:
    """Return the codes of a report with their status."""
    return [(one.code, one.status) for one in report.suggestions]


def test_process() -> None:
    """A note becomes a report: its document, its encounter, findings, codes, and how it was made."""
    report = process(NOTE)
    assert report.document == parse(NOTE)
    assert report.encounter == Encounter(date_of_service=date(2026, 3, 11), discipline="osteopathic", visit="initial")
    assert report.extraction == verify(report.document, ground_extraction(report.document, read(report.document)))
    assert codes(report) == [("M99.03", "assign"), ("M54.50", "assign")]
    assert report.provenance == Provenance(
        document_digest=sha256(NOTE.encode()).hexdigest(),
        package_version=__version__,
        reader="lexicon",
        code_set="FY2026",
    )


def test_the_encounter_given_wins() -> None:
    """What is known of the visit comes before what the text says, and decides the code set."""
    report = process(NOTE, encounter=Encounter(date_of_service=date(2026, 11, 2), payer="medicare"))
    assert (report.encounter, report.provenance.code_set) == (
        Encounter(date_of_service=date(2026, 11, 2), discipline="osteopathic", visit="initial", payer="medicare"),
        "FY2027",
    )


def test_codes_to_audit() -> None:
    """Codes given beside the text are audited with those written in it."""
    found = {issue.at for issue in process(NOTE, codes=("M99.01",)).issues} - {
        issue.at for issue in process(NOTE).issues
    }
    assert found == {"codes[0]"}


def test_kind() -> None:
    """The kind given decides what the text is."""
    assert [process(NOTE, kind=kind).document.kind for kind in ("note", "transcript")] == ["note", "transcript"]


def test_assess_needs_quotes_only() -> None:
    """An extraction as a dictionary, its evidence bare quotes, is grounded, verified and coded."""
    report = assess(NOTE, {"lesions": [LESION]})
    start = NOTE.index("L5 FRSR")
    assert report.extraction == Extraction(
        lesions=(
            Lesion(
                kind="somatic_dysfunction",
                region="lumbar",
                segments=("L5",),
                laterality="right",
                evidence=(Evidence(quote="L5 FRSR", span=(start, start + 7), match="exact", section="assessment"),),
            ),
        )
    )
    assert (codes(report), report.provenance.reader) == ([("M99.03", "assign")], "given")


def test_assess_takes_an_extraction() -> None:
    """An extraction as a record gives the report of its dictionary."""
    extraction = Extraction.model_validate({"lesions": [LESION]})
    assert assess(NOTE, extraction) == assess(NOTE, {"lesions": [LESION]})


def test_assessing_what_was_read_is_processing() -> None:
    """The deterministic half gives for a reading what the whole gives, but for the name of the reader."""
    processed = process(NOTE)
    assessed = assess(NOTE, read(parse(NOTE)))
    named = assessed.provenance.model_copy(update={"reader": "lexicon"})
    assert assessed.model_copy(update={"provenance": named}) == processed


@pytest.mark.parametrize(
    "extraction",
    [
        {"lesion": []},
        {"lesions": [{"kind": "somatic_dysfunction"}]},
        {"lesions": [LESION | {"kind": "dysfunction"}]},
        {"lesions": [LESION | {"certainty": 0.9}]},
        {"lesions": [LESION | {"evidence": [{"text": "L5 FRSR"}]}]},
    ],
)
def test_assess_refuses_what_is_no_extraction(extraction: dict[str, object]) -> None:
    """An unknown list, kind or field, or a finding without evidence, is refused; the error repeats no content."""
    with pytest.raises(InputError, match=r"^Not an extraction \(\d faults\): lesions?\b") as refused:
        assess(NOTE, extraction)
    assert "FRSR" not in str(refused.value)


def test_assess_takes_json() -> None:
    """An extraction may come as JSON; what is none is refused."""
    extraction = Extraction(lesions=(Lesion.model_validate(LESION),))
    assert assess(NOTE, extraction.model_dump_json()) == assess(NOTE, extraction)
    with pytest.raises(InputError, match="Invalid JSON"):
        assess(NOTE, "L5 FRSR")


def test_an_invented_finding_assigns_nothing() -> None:
    """A reader's own span is not believed: what is not in the text is found nowhere and supports no code."""
    report = process(NOTE, reader=Inventing())
    evidence = Evidence(quote="cervical somatic dysfunction")
    assert report.extraction.lesions[0].evidence == (evidence,)
    assert codes(report) == [("M99.01", "reject")]
    assert report.provenance.reader == "inventing"


def test_a_failing_reader_is_heard() -> None:
    """What a reader raises reaches the caller."""
    with pytest.raises(ReaderError, match=r"^\d+ characters wait to be read\.$"):
        process(NOTE, reader=Waiting())


def test_aprocess() -> None:
    """Waiting gives the same report, with a reader that can wait, one that cannot, or the built-in."""
    processed = process(NOTE)
    assert asyncio.run(aprocess(NOTE)) == processed
    assert asyncio.run(aprocess(NOTE, reader=LexiconReader())) == processed
    waited = asyncio.run(aprocess(NOTE, reader=Waiting()))
    assert (waited.extraction, waited.provenance.reader) == (processed.extraction, "waiting")


def test_aread() -> None:
    """Reading and waiting for a reading give the same extraction."""
    document = parse(NOTE)
    expected = read(document)
    readers = (None, LexiconReader(), Waiting())
    assert [asyncio.run(aread(document, reader)) for reader in readers] == [expected] * 3
    assert asyncio.run(aread(document, Inventing())) == read(document, Inventing())


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_every_text_has_a_report(text: str) -> None:
    """No text raises; every span slices back to its quote, and the report survives being written and read."""
    report = process(text)
    evidence = [each for _, findings in report.extraction for finding in findings for each in finding.evidence]
    assert [each.quote for each in evidence] == [text[slice(*each.span)] for each in evidence if each.span]
    assert report.document.text == text
    assert Report.model_validate(report.model_dump()) == report


@pytest.mark.parametrize("name", ["nul", "byte order mark", "lone surrogate", "other scripts"])
def test_odd_characters_hide_no_finding(name: str) -> None:
    """A character that is no word leaves the words beside it readable."""
    assert [(one.region, one.segments, one.laterality) for one in process(ODD_TEXTS[name]).extraction.lesions] == [
        ("lumbar", ("L5",), "right")
    ]


@pytest.mark.parametrize("name", ["windows lines", "old mac lines"])
def test_line_breaks_do_not_matter(name: str) -> None:
    """A note with other line breaks has the same findings and codes."""
    report, expected = process(ODD_TEXTS[name]), process(NOTE)
    assert [
        [finding.model_dump(exclude={"evidence"}) for finding in findings] for _, findings in report.extraction
    ] == [[finding.model_dump(exclude={"evidence"}) for finding in findings] for _, findings in expected.extraction]
    assert codes(report) == codes(expected)


def test_every_path_of_a_report_leads_somewhere() -> None:
    """Derivations and issues name findings and codes that the report has."""
    report = process(NOTE, codes=("M99.01",))
    assert [path for one in report.suggestions for path in one.derivation if path.startswith("lesions")] == [
        "lesions[0]"
    ]


def test_the_same_text_gives_the_same_bytes() -> None:
    """Two processes with other hash seeds write the same report."""
    code = "import sys; from scribe.pipeline import process; print(process(sys.stdin.read()).model_dump_json())"
    written = {
        subprocess.run(  # noqa: S603  # our own interpreter and our own words
            [sys.executable, "-c", code],
            input=NOTE,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert written == {process(NOTE).model_dump_json() + "\n"}
