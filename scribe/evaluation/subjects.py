"""What is measured: labels, a reader, or the recorded answers of a model; how it is run, and what a log says of it."""

import asyncio
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from scribe.errors import InputError, ReaderError
from scribe.evaluation.dataset import Case
from scribe.evaluation.log import Source
from scribe.evaluation.runner import Job, Listener, Task, arun, run
from scribe.extraction.llm.dialogue import Wording
from scribe.extraction.llm.prompts import DEFAULT, chosen_prompt, load_recall
from scribe.extraction.reader import Reader
from scribe.options import ReaderOptions
from scribe.pipeline import aprocess, assess, process
from scribe.schema import Encounter, Extraction, Report

_PACKAGE = Path(__file__).parents[1]

Visit = Callable[[Case], Encounter | None]
"""What the reader is told of the visit of a case."""


class Subject(NamedTuple):
    """What is measured."""

    reader: str
    """Name of the reader; `labels` where labelled findings stand in for a reading."""
    run: Callable[[Sequence[Job], Listener], None]
    """Runs cases, and tells what became of each as soon as it ends."""
    tables: tuple[Source, ...] = ()
    """Tables of further vocabulary."""
    model: str | None = None
    """Model that reads, if any."""
    server: str | None = None
    """Host of its server, where one is named."""
    mode: str | None = None
    """How the model is held to the form of an answer."""
    recall: int | None = None
    """Passes over each part of a document."""
    prompt: str | None = None
    """Name and version of the prompt."""
    prompt_digest: str | None = None
    """SHA-256 of the prompt's files."""
    replay: Task | None = None
    """Reads a case from recorded answers, and refuses where they are stale; None where nothing is replayed."""


def labels(visit: Visit) -> Subject:
    """Measure the rules alone, on labelled findings instead of a reading."""

    def task(case: Case) -> Report:
        return assess(case.text, case.findings, kind=case.kind, encounter=visit(case))

    return Subject("labels", _one_by_one(task))


def reading(options: ReaderOptions, visit: Visit, *, concurrency: int) -> Subject:
    """Measure a reader and the rules.

    Args:
        options: Who reads.
        visit: What the reader is told of the visit.
        concurrency: How many cases a model reads at the same time.

    Raises:
        InputError: The options do not go together, or one is missing.
    """
    _check(options)
    reader = options.chosen()
    tables = tuple(Source(name=path.stem, digest=_digest(path)) for path in options.table or ())
    if options.reader == "lexicon":
        return Subject("lexicon", _one_by_one(_reading_task(reader, visit)), tables)

    async def task(case: Case) -> Report:
        return _told(await aprocess(case.text, kind=case.kind, reader=reader, encounter=visit(case)))

    def side_by_side(jobs: Sequence[Job], tell: Listener) -> None:
        asyncio.run(arun(jobs, task, tell, concurrency=concurrency))

    return _of_model(options, Subject(reader.name, side_by_side, tables))


def replaying(options: ReaderOptions, visit: Visit) -> Subject:
    """Measure a model reader on recorded answers, without a network.

    Args:
        options: Who reads; which model and server is known.
        visit: What the reader is told of the visit.

    Raises:
        InputError: No model reads, or its server is named; or as for `reading`.
    """
    # vcrpy takes most of a second.
    from scribe.evaluation.cassettes import SERVER, replayed  # noqa: PLC0415
    from scribe.evaluation.completions import MODEL  # noqa: PLC0415
    from scribe.evaluation.recordings import cassette  # noqa: PLC0415

    _check(options)
    if options.reader == "lexicon":
        raise InputError("--replay is for a model reader: add --reader llm or --reader double.")
    if options.base_url or options.cache:
        raise InputError("--replay asks nobody: leave --base-url and --cache out.")
    options = options._replace(model=options.model or MODEL, base_url=SERVER)
    read = _reading_task(options.chosen(), visit)
    tables = tuple(Source(name=path.stem, digest=_digest(path)) for path in options.table or ())

    def task(case: Case) -> Report:
        with replayed(cassette(case)):
            return read(case)

    return _of_model(options, Subject(options.reader, _one_by_one(task), tables, replay=task))


def code_digest() -> str:
    """Return a digest of the code and tables that read and decide; how that is measured is left out."""
    digest = sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.is_file() and place.parts[0] != "evaluation" and path.parent.name != "__pycache__":
            digest.update(place.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _check(options: ReaderOptions) -> None:
    if options.progress:
        raise InputError("--progress shows texts, and cases may be held out: leave it out.")


def _reading_task(reader: Reader, visit: Visit) -> Task:
    def task(case: Case) -> Report:
        return _told(process(case.text, kind=case.kind, reader=reader, encounter=visit(case)))

    return task


def _told(report: Report) -> Report:
    """Return a report; one of a document that nobody could read is no result, which is not the same as zero."""
    unread = sum(end - start for start, end in (part.span for part in report.provenance.unread))
    if unread >= len(report.document.text) > 0 and report.extraction == Extraction(
        stated_codes=report.extraction.stated_codes
    ):
        raise ReaderError(report.provenance.unread[0].reason)
    return report


def _one_by_one(task: Task) -> Callable[[Sequence[Job], Listener], None]:
    # The lexicon on all gold cases: 1.2 s in one process, 1.5 s forked into two, 2.5 s in two fresh ones.
    return lambda jobs, tell: run(jobs, task, tell)


def _of_model(options: ReaderOptions, subject: Subject) -> Subject:
    wording = Wording(chosen_prompt(options.prompt or DEFAULT), load_recall(), options.recall)
    return subject._replace(
        model=options.model,
        server=urlsplit(options.base_url).hostname,
        mode=options.mode,
        recall=options.recall,
        prompt=wording.label,
        prompt_digest=wording.digest,
    )


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
