"""Specification of double reading: the lexicon reads while a model is waited for, and nothing of either is lost."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Any

import pytest

from scribe.documents import parse
from scribe.errors import InputError, PartialError, ProviderError, ReaderError
from scribe.evaluation.provider import Provider, Step, answer, failure, findings
from scribe.extraction.checking import checked
from scribe.extraction.double import DoubleReader
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.llm import reader as module
from scribe.extraction.llm.chunking import segments
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.extraction.reader import AccountingReader, AsyncReader, Reader, Reading
from scribe.pipeline import aprocess, aresume, assess, process, resume
from scribe.schema import Assertion, Document, Evidence, Extraction, Laterality, Lesion, Report

NOTE = cleandoc("""
    S: Denies bladder changes.
    O: L5 tender and boggy on the right.
    A: Right L5 somatic dysfunction. Low back pain.
    P: OMT to the lumbar region today. M99.03
""")
LESION = {
    "evidence": [{"line": 3, "quote": "Right L5 somatic dysfunction"}],
    "kind": "somatic_dysfunction",
    "region": "lumbar",
    "mechanisms": [],
    "segments": ["L5"],
    "laterality": "right",
    "assertion": "present",
}
BLADDER = {
    "evidence": [{"line": 1, "quote": "Denies bladder changes"}],
    "kind": "bowel_bladder",
    "roots": [],
    "laterality": None,
    "assertion": "present",
}

Run = Callable[[str, Reader], Report]


class Saying:
    """A reader of an extraction that it was given; it has neither a model nor an asynchronous way."""

    name = "saying"

    def __init__(self, extraction: Extraction) -> None:
        """Take what it says."""
        self.extraction = extraction

    def read(self, document: Document) -> Extraction:
        """Say it of any document."""
        assert document.text
        return self.extraction


class Failing:
    """A reader that fails."""

    name = "failing"

    def __init__(self, error: Exception) -> None:
        """Take what it raises."""
        self.error = error

    def read(self, document: Document) -> Extraction:
        """Read nothing."""
        assert document.text
        raise self.error


class Watching:
    """A reader that notes which threads run while it is waited for."""

    name = "watching"

    def __init__(self) -> None:
        """Note nothing yet."""
        self.threads: list[int] = []
        self.is_main = False

    def read(self, document: Document) -> Extraction:
        """Refuse: nobody reads without waiting here."""
        raise ReaderError(f"{len(document.text)} characters wait to be read.")

    async def aread(self, document: Document) -> Extraction:
        """Let the lexicon finish, then look."""
        assert document.text
        self.is_main = threading.current_thread() is threading.main_thread()
        for _ in range(100):
            await asyncio.sleep(0.01)
            self.threads.append(sum(frame is not None for frame in map(_reading_frame, sys._current_frames().values())))  # noqa: SLF001  # there is no other way to see the threads' work
        return Extraction()


def _reading_frame(frame: object) -> object:
    while frame is not None and "lexicon" not in frame.f_code.co_filename:  # type: ignore[attr-defined]  # a frame
        frame = frame.f_back  # type: ignore[attr-defined]  # as above
    return frame


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest) -> Run:
    """Make a report by a reader, in both ways."""
    if request.param == "sync":
        return lambda text, reader: process(text, reader=reader)
    return lambda text, reader: asyncio.run(aprocess(text, reader=reader))


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Serve on the loopback while a test runs."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    with Provider() as server:
        yield server


def model(provider: Provider) -> LlmReader:
    """A model reader of the local server."""
    return LlmReader(model="m", base_url=provider.url, policy=Policy(tries=1))


def agreements(report: Report) -> list[tuple[str, str | None]]:
    """Return the codes to report, each with who found what it rests on."""
    return [(one.code, one.agreement) for one in report.suggestions if one.status == "assign"]


def test_it_is_a_reader_of_every_kind() -> None:
    """It reads at once, waits, and tells what was used."""
    reader = DoubleReader(LexiconReader())
    assert isinstance(reader, AccountingReader)
    assert isinstance(reader, AsyncReader)


def test_a_model_and_the_lexicon(provider: Provider, run: Run) -> None:
    """Each code says who found it; provenance is the model's, and one request was sent."""
    provider.script = [findings(lesions=[LESION])]
    report = run(NOTE, DoubleReader(model(provider)))
    assert agreements(report) == [("M99.03", "both"), ("M54.50", "lexicon only")]
    assert (report.provenance.reader, report.provenance.model, len(provider.requests)) == ("double", "m", 1)
    assert report.provenance.usage is not None
    assert report.provenance.usage.input_tokens == 1000
    (lesion,) = report.extraction.lesions
    assert (lesion.agreement, lesion.unverified, lesion.read_by is None) == ("both", (), False)
    assert {one.agreement for one in report.extraction.stated_codes} == {"both"}
    assert report.disagreements == ()


def test_a_model_finds_what_the_lexicon_does_not(run: Run) -> None:
    """A finding of the model alone is grounded and verified like any other, and may carry a code."""
    text = "A: Right L5 somatic dysfunction. Sacrum is out of true."
    quote = Evidence(quote="Sacrum is out of true")
    lesion = Lesion(kind="somatic_dysfunction", region="sacral", evidence=(quote,))
    report = run(text, DoubleReader(Saying(Extraction(lesions=(lesion,)))))
    assert agreements(report) == [("M99.03", "lexicon only"), ("M99.04", "model only")]


def test_a_wrong_reading_of_either_is_settled_by_the_words(provider: Provider, run: Run) -> None:
    """The model swaps the side: the words say which reading stands, and both are shown."""
    provider.script = [findings(lesions=[LESION | {"laterality": "left"}])]
    report = run(NOTE, DoubleReader(model(provider)))
    assert [(one.laterality, one.unverified) for one in report.extraction.lesions] == [("right", ())]
    assert agreements(report)[0] == ("M99.03", "both")
    (disagreement,) = report.disagreements
    assert (disagreement.at, disagreement.fields) == ("lesions[0]", ("laterality",))


def test_what_stays_open_carries_no_code(run: Run) -> None:
    """Where the same words bear out both, the code waits for the reviewer."""
    text = "A: Left L4, right L5 somatic dysfunction."
    left, right = lumbar("left", text[3:]), lumbar("right", text[3:])
    document = parse(text)
    for lesion in (left, right):
        assert checked(document, Reading(Extraction(lesions=(lesion,)))).lesions[0].unverified == ()
    lexicon = Spoken(Extraction(lesions=(left,)))
    report = run(text, DoubleReader(Saying(Extraction(lesions=(right,))), lexicon))
    assert [(one.unverified, one.agreement) for one in report.extraction.lesions] == [(("laterality",), "both")]
    assert agreements(report) == []
    assert [(one.code, one.status, one.reason) for one in report.suggestions] == [
        (
            "M99.03",
            "reject",
            "Somatic dysfunction of the lumbar region is not settled by the quoted words (laterality).",
        )
    ]


def test_what_stands_in_different_words_are_two_findings(run: Run) -> None:
    """That each reader has found one of two lesions is no disagreement, and costs no code."""
    text = "A: Left L4 somatic dysfunction. Right L5 somatic dysfunction."
    left, right = lumbar("left", "Left L4 somatic dysfunction"), lumbar("right", "Right L5 somatic dysfunction")
    report = run(text, DoubleReader(Saying(Extraction(lesions=(right,))), Spoken(Extraction(lesions=(left,)))))
    assert [(one.unverified, one.agreement) for one in report.extraction.lesions] == [
        ((), "lexicon only"),
        ((), "model only"),
    ]
    assert (agreements(report), report.disagreements) == ([("M99.03", "both")], ())


def lumbar(side: Laterality, words: str) -> Lesion:
    """A lumbar dysfunction that is quoted, and not located yet."""
    return Lesion(kind="somatic_dysfunction", region="lumbar", laterality=side, evidence=(Evidence(quote=words),))


class Spoken(LexiconReader):
    """A lexicon that reads what it is told to, as it would have been located."""

    def __init__(self, extraction: Extraction) -> None:
        """Take what it reads."""
        super().__init__()
        self.extraction = extraction

    def read(self, document: Document) -> Extraction:
        """Read it where it stands."""
        return checked(document, Reading(self.extraction))


FLAGS: dict[str, tuple[str, dict[str, Any]]] = {
    "S: Cannot hold my urine, no change of the bladder.": ("neuro", {"kind": "bowel_bladder"}),
    "A: Cauda equina syndrome, no change of plan.": ("diagnoses", {"condition": "cauda_equina"}),
    "Imaging: MRI shows a vertebral fracture, no change since.": ("imaging", {"kind": "fracture", "modality": "mri"}),
}


@pytest.mark.parametrize(("text", "name", "values"), [(text, *flag) for text, flag in FLAGS.items()])
def test_no_disagreement_hides_a_red_flag(run: Run, text: str, name: str, values: dict[str, Any]) -> None:
    """What one reading finds and the other denies is flagged, and shown as open."""
    words = text.partition(": ")[2]
    said: dict[Assertion, str] = {"present": words.partition(",")[0], "absent": words}
    found, denied = (
        Extraction.model_validate({name: [values | {"assertion": assertion, "evidence": [{"quote": quote}]}]})
        for assertion, quote in said.items()
    )
    flags = [one.rule for one in assess(text, found).issues if one.topic == "red_flag"]
    assert flags
    for lexicon, other in ((found, denied), (denied, found)):
        report = run(text, DoubleReader(Saying(other), Spoken(lexicon)))
        assert [one.unverified for one in getattr(report.extraction, name)] == [("assertion",)]
        assert [one.rule for one in report.issues if one.topic == "red_flag"] == flags
        assert [one.fields for one in report.disagreements] == [("assertion",)]


def test_an_unproven_red_flag_of_the_model_does_not_stand(provider: Provider, run: Run) -> None:
    """Where the words deny what the model says, the denial of the lexicon stands."""
    provider.script = [findings(neuro=[BLADDER])]
    report = run(NOTE, DoubleReader(model(provider)))
    assert [(one.kind, one.assertion) for one in report.extraction.neuro] == [("bowel_bladder", "absent")]
    assert not [one for one in report.issues if one.topic == "red_flag"]
    assert [one.fields for one in report.disagreements] == [("assertion",)]


@pytest.mark.parametrize("fault", [failure(401), answer(None, refusal="no"), answer("prose")])
def test_a_model_that_fails_leaves_the_lexicon(provider: Provider, run: Run, fault: object) -> None:
    """The report is the lexicon's, with the whole document named as unread by the model."""
    provider.script = [fault]  # type: ignore[list-item]  # a step
    report = run(NOTE, DoubleReader(model(provider)))
    alone = process(NOTE)
    assert [one.model_copy(update={"agreement": None}) for one in report.suggestions] == [*alone.suggestions]
    assert (report.issues, report.queries) == (alone.issues, alone.queries)
    assert {one.agreement for _, several in report.extraction for one in several} == {"lexicon only"}
    (gap,) = report.provenance.unread
    assert (gap.span, bool(gap.reason), report.disagreements) == ((0, len(NOTE)), True, ())


@pytest.mark.parametrize(("error", "kind"), [(ProviderError("No server."), None), (InputError("No key."), InputError)])
def test_only_a_failure_to_read_is_survived(run: Run, error: Exception, kind: type[Exception] | None) -> None:
    """What is wrong with how the reader is used reaches the caller, as itself."""
    reader = DoubleReader(Failing(error))
    if kind is None:
        assert [one.reason for one in run(NOTE, reader).provenance.unread] == ["No server."]
    else:
        with pytest.raises(kind, match=r"^No key\.$"):
            run(NOTE, reader)


def test_a_broken_reader_is_heard(run: Run) -> None:
    """An error that nobody planned for is no failure to read, and comes without a wrapping."""
    with pytest.raises(ZeroDivisionError):
        run(NOTE, DoubleReader(Failing(ZeroDivisionError())))


def test_reading_alone_refuses_a_partial_document() -> None:
    """Who asks for findings only would not see that a part was not read."""
    document, reader = parse(NOTE), DoubleReader(Failing(ProviderError("No server.")))
    with pytest.raises(PartialError, match=r"^1 part of the document was not read: No server\. Use process"):
        reader.read(document)
    with pytest.raises(PartialError):
        asyncio.run(reader.aread(document))
    whole = DoubleReader(LexiconReader())
    assert whole.read(document) == asyncio.run(whole.aread(document)) == whole.reading(document).extraction


def test_two_lexicons_read_as_one(run: Run) -> None:
    """The codes, issues and queries of a reading that agrees with itself are those of one reading."""
    report, alone = run(NOTE, DoubleReader(LexiconReader())), process(NOTE)
    assert [one.model_copy(update={"agreement": None}) for one in report.suggestions] == [*alone.suggestions]
    assert {one.agreement for one in report.suggestions} == {"both"}
    assert (report.issues, report.queries) == (alone.issues, alone.queries)


def test_a_table_of_the_lexicon_proves_its_own_words(tmp_path_factory: pytest.TempPathFactory, run: Run) -> None:
    """What a lexicon reads by a table of its own is verified by that table."""
    table = tmp_path_factory.mktemp("tables") / "terms.csv"
    rows = "table,term,role,value,structure\nanatomy,lumbus,,,lumbar_spine\nlesions,hitch,head,somatic_dysfunction,\n"
    table.write_text(rows, encoding="utf-8")
    text = "Assessment: Lumbus hitch, left."
    lexicon = LexiconReader([table])
    expected = process(text, reader=lexicon)
    report = run(text, DoubleReader(Saying(Extraction()), lexicon))
    assert [(one.code, one.status) for one in expected.suggestions] == [("M99.03", "assign")]
    assert agreements(report) == [("M99.03", "lexicon only")]
    assert [one.unverified for one in report.extraction.lesions] == [()]


def test_a_reader_that_waits_holds_no_thread() -> None:
    """While the model is waited for, the lexicon reads once beside it, and then nothing does."""
    watching = Watching()
    report = asyncio.run(aprocess(NOTE * 5, reader=DoubleReader(watching)))
    assert watching.is_main
    assert watching.threads[-1] == 0
    assert {one.agreement for one in report.extraction.lesions} == {"lexicon only"}


def test_the_lexicon_reads_while_the_model_is_waited_for() -> None:
    """Neither way do they read one after the other."""
    for way in ("sync", "async"):
        meeting = threading.Barrier(2, timeout=10)

        class Meeting(Saying):
            def read(self, document: Document) -> Extraction:
                meeting.wait()  # noqa: B023  # used within its turn
                return super().read(document)

        class MeetingLexicon(LexiconReader):
            def read(self, document: Document) -> Extraction:
                meeting.wait()  # noqa: B023  # as above
                return super().read(document)

        reader = DoubleReader(Meeting(Extraction()), MeetingLexicon())
        report = process(NOTE, reader=reader) if way == "sync" else asyncio.run(aprocess(NOTE, reader=reader))
        assert report.extraction.lesions


def test_cancelling_cancels_the_model() -> None:
    """A reading that nobody waits for any more leaves no task behind."""

    async def abandon() -> tuple[bool, int]:
        cancelled = asyncio.Event()

        class Endless(Watching):
            async def aread(self, document: Document) -> Extraction:
                assert document.text
                try:
                    await asyncio.sleep(60)
                except asyncio.CancelledError:
                    cancelled.set()
                    raise
                return Extraction()

        task = asyncio.create_task(aprocess(NOTE, reader=DoubleReader(Endless())))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return cancelled.is_set(), len(asyncio.all_tasks())

    assert asyncio.run(abandon()) == (True, 1)


@pytest.fixture(params=["sync", "async"])
def complete(request: pytest.FixtureRequest) -> Run:
    """Complete a stored report by a reader, in both ways."""
    if request.param == "sync":
        return resume
    return lambda stored, reader: asyncio.run(aresume(stored, reader))


@pytest.fixture
def _short_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a segment of each line of a short note."""
    monkeypatch.setattr(module, "segments", lambda document: segments(document, 50))


def on_lines(steps: dict[int, Step]) -> Callable[[dict[str, Any]], Step]:
    """React to the questions about some lines with steps, and find nothing in the others."""

    def react(body: dict[str, Any]) -> Step:
        asked = body["messages"][-1]["content"]
        return next((step for line, step in steps.items() if f"lines {line} to {line}," in asked), findings())

    return react


@pytest.mark.usefixtures("_short_segments")
def test_what_the_model_left_unread_is_read_later(provider: Provider, complete: Run) -> None:
    """One more request, and the report is that of two whole readings."""
    wrong = findings(lesions=[LESION | {"laterality": "left"}])
    provider.script = [on_lines({3: wrong})]
    whole = process(NOTE, reader=DoubleReader(model(provider)), codes=("98925",))
    assert whole.disagreements
    for lines in ({2: failure(500), 3: wrong}, {3: failure(500)}):
        provider.script = [on_lines(lines)]
        stored = process(NOTE, reader=DoubleReader(model(provider)), codes=("98925",))
        assert len(stored.provenance.unread) == 1
        provider.requests.clear()
        provider.script = [on_lines({3: wrong})]
        done = complete(stored.model_dump_json(), DoubleReader(model(provider)))
        assert len(provider.requests) == 1
        assert done.provenance.unread == ()
        assert done.extraction == whole.extraction
        assert (done.suggestions, done.issues, done.disagreements, done.codes) == (
            whole.suggestions,
            whole.issues,
            whole.disagreements,
            ("98925",),
        )


def test_a_model_that_failed_wholly_reads_anew(provider: Provider, complete: Run) -> None:
    """Of a report without the model's part the lexicon's is complete, and the model reads all."""
    provider.script = [failure(401)]
    stored = process(NOTE, reader=DoubleReader(model(provider)))
    provider.script = [findings(lesions=[LESION])]
    done = complete(stored.model_dump_json(), DoubleReader(model(provider)))
    assert (done.provenance.unread, agreements(done)[0]) == ((), ("M99.03", "both"))


def test_only_a_report_of_two_readings_is_resumed(provider: Provider, complete: Run) -> None:
    """A report of one reading is resumed by its reader."""
    stored = process(NOTE).model_dump_json()
    with pytest.raises(InputError, match=r"made by the lexicon reader: resume it by that one\.$"):
        complete(stored, DoubleReader(model(provider)))
