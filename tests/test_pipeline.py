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
from scribe.extraction.double import DoubleReader
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.reader import Reader
from scribe.extraction.verification import verify
from scribe.pipeline import aprocess, aread, assess, process, read, replay
from scribe.schema import (
    Disagreement,
    Document,
    Encounter,
    Evidence,
    Extraction,
    Lesion,
    Provenance,
    Report,
    Section,
    Turn,
    Unread,
    Usage,
)
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


READERS: dict[str, Reader | None] = {
    "lexicon": None,
    "another": Inventing(),
    "double": DoubleReader(Inventing()),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_a_replay_is_the_report(reader: Reader | None) -> None:
    """The version that made a report makes the same bytes of it again, whoever read and whatever codes were given."""
    encounter = Encounter(payer="medicare", date_of_service=date(2026, 3, 11))
    report = process(NOTE, reader=reader, encounter=encounter, codes=("98941-AT", "M99.01"))
    stored = report.model_dump_json()
    assert replay(stored).model_dump_json() == stored
    assert replay(report) == replay(report.model_dump()) == replay(report.model_dump_json(indent=2)) == report
    assert {issue.at for issue in replay(stored).issues} & {"codes[0]", "codes[1]"}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_every_report_has_a_replay(text: str) -> None:
    """Characters that JSON can only escape come back as they were."""
    stored = process(text).model_dump_json()
    assert replay(stored).model_dump_json() == stored


def test_a_replay_keeps_how_it_was_read_and_renews_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reader, model, prompt and usage are those of the reading; version, codes, issues and queries those of now."""
    report = process(NOTE)
    made = report.provenance.model_copy(
        update={
            "reader": "llm",
            "model": "m",
            "prompt": "extraction/v1",
            "prompt_digest": "ab" * 32,
            "usage": Usage(requests=2, input_tokens=10),
            "unread": (Unread(span=(0, 4), reason="The server did not answer."),),
        }
    )
    old = made.model_copy(update={"package_version": "0.0.1", "code_set": "FY2019"})
    stored = report.model_copy(update={"provenance": old, "suggestions": (), "issues": (), "queries": ()})
    monkeypatch.setattr(LexiconReader, "read", Waiting.read)
    assert replay(stored.model_dump_json()) == report.model_copy(update={"provenance": made})


def test_a_replay_follows_what_was_read() -> None:
    """Findings are taken as stored: without the lesion there is no code of it, and an unverified one supports none."""
    report = process(NOTE)
    (lesion,) = [one for one in report.extraction.lesions if one.assertion == "present"]
    for lesions in ((), (lesion.model_copy(update={"unverified": ("laterality",)}),)):
        extraction = report.extraction.model_copy(update={"lesions": lesions})
        replayed = replay(report.model_copy(update={"extraction": extraction}))
        assert replayed.extraction == extraction
        assert ("M99.03", "assign") not in codes(replayed)


def test_a_report_of_another_text_is_refused() -> None:
    """Codes never follow from words that were not read; the error repeats none of them."""
    report = process(NOTE)
    changed = report.document.model_copy(update={"text": NOTE.replace("FRSR", "FRSL")})
    with pytest.raises(InputError, match=r"^The report is not of the text that it holds: ") as refused:
        replay(report.model_copy(update={"document": changed}))
    assert "FRS" not in str(refused.value)


def test_a_damaged_report_is_refused() -> None:
    """A span outside the text, or a quote that does not stand where it should, is no ground for a code."""
    report = process(NOTE, reader=DoubleReader(LexiconReader()))
    lesion = report.extraction.lesions[0]
    quote, beyond = lesion.evidence[0], (0, len(NOTE) + 1)

    def quoting(evidence: Evidence) -> Report:
        found = lesion.model_copy(update={"evidence": (evidence,)})
        return report.model_copy(update={"extraction": report.extraction.model_copy(update={"lesions": (found,)})})

    disagreement = Disagreement(
        at="lesions[0]",
        fields=("laterality",),
        lexicon=lesion,
        model=lesion.model_copy(update={"evidence": (quote.model_copy(update={"span": beyond}),)}),
        reason="They differ.",
    )
    unread = report.provenance.model_copy(update={"unread": (Unread(span=beyond, reason="No."),)})
    damaged = [
        quoting(quote.model_copy(update={"quote": "sacral dysfunction"})),
        quoting(quote.model_copy(update={"span": beyond, "match": "normalised"})),
        quoting(quote.model_copy(update={"span": (5, 4), "match": "normalised"})),
        report.model_copy(update={"disagreements": (disagreement,)}),
        report.model_copy(update={"provenance": unread}),
        *(
            report.model_copy(update={"document": report.document.model_copy(update={name: (value,)})})
            for name, value in {
                "lines": beyond,
                "sentences": beyond,
                "sections": Section(name="plan", span=beyond),
                "turns": Turn(speaker="clinician", label=None, span=(-1, 4)),
            }.items()
        ),
    ]
    for one in damaged:
        with pytest.raises(InputError, match=r"^The report is damaged: "):
            replay(one)
    assert replay(quoting(quote)).suggestions


@pytest.mark.parametrize("stored", ["L5 FRSR", "{}", '{"text": "L5 FRSR"}', "[]", "[" * 100_000, {"text": "L5 FRSR"}])
def test_what_is_no_report_is_refused(stored: str | dict[str, str]) -> None:
    """Prose, another record or a list is named as no report, without its words."""
    with pytest.raises(InputError, match=r"^Not a report") as refused:
        replay(stored)
    assert "FRSR" not in str(refused.value)


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
