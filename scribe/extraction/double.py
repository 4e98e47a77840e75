"""The reader that reads twice: by the lexicon, and by a model or whoever else reads."""

from collections.abc import Awaitable, Callable
from functools import partial

from scribe.errors import InputError, ReaderError
from scribe.extraction.agreement import agree
from scribe.extraction.checking import checked
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.reader import Reader, Reading, areading_by, aresumed_by, reading_by, resumed_by, whole
from scribe.schema import Document, Extraction, Report, Unread


class DoubleReader:
    """Reads a document by the lexicon and by a model, and puts together what they found.

    What both found stands as it is; where they disagree, verification decides, and where it cannot, the finding is
    shown and supports no code. What the model fails to read, the lexicon has read.
    """

    name = "double"

    def __init__(self, model_reader: Reader, lexicon_reader: LexiconReader | None = None) -> None:
        """Take the two readers.

        Args:
            model_reader: A model reader, or any other.
            lexicon_reader: The lexicon; with the built-in vocabulary when not given.
        """
        self._model = model_reader
        self._lexicon = lexicon_reader or LexiconReader()

    def read(self, document: Document) -> Extraction:
        """Read the findings of a document.

        Raises:
            PartialError: The model left a part unread; `reading` returns what was read.
        """
        return whole(self.reading(document))

    async def aread(self, document: Document) -> Extraction:
        """Do what `read` does without holding a thread."""
        return whole(await self.areading(document))

    def reading(self, document: Document) -> Reading:
        """Read a document twice, the lexicon while the model is waited for; what the model cannot read is named."""
        return self._beside(document, partial(self._told, document))

    async def areading(self, document: Document) -> Reading:
        """Do what `reading` does, and hold a thread only while the lexicon reads."""
        return await self._abeside(document, self._atold(document))

    def resume(self, document: Document, report: Report) -> Reading:
        """Let the model read what it left unread in a partial report, and put the readings together again.

        Raises:
            InputError: The report is not of two readings, or the model reader cannot resume it.
            ReaderError: Again no part of the rest could be read.
        """
        earlier = self._of_model(report)
        if earlier.provenance.model is None:
            return self.reading(document)
        return self._beside(document, partial(resumed_by, self._model, document, earlier))

    async def aresume(self, document: Document, report: Report) -> Reading:
        """Do what `resume` does, and hold a thread only while the lexicon reads."""
        earlier = self._of_model(report)
        if earlier.provenance.model is None:
            return await self.areading(document)
        return await self._abeside(document, aresumed_by(self._model, document, earlier))

    def _told(self, document: Document) -> Reading:
        try:
            return reading_by(self._model, document)
        except ReaderError as error:
            return _nothing(document, error)

    async def _atold(self, document: Document) -> Reading:
        try:
            return await areading_by(self._model, document)
        except ReaderError as error:
            return _nothing(document, error)

    def _beside(self, document: Document, tell: Callable[[], Reading]) -> Reading:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # costs start-up, and few read twice

        with ThreadPoolExecutor(1) as beside:
            found = beside.submit(self._lexicon.read, document)
            told = tell()
            return self._agreed(document, found.result(), told)

    async def _abeside(self, document: Document, telling: Awaitable[Reading]) -> Reading:
        from asyncio import create_task, to_thread  # noqa: PLC0415  # as above

        found = create_task(to_thread(self._lexicon.read, document))
        try:
            told = await telling
        finally:
            read = await found
        return self._agreed(document, read, told)

    def _agreed(self, document: Document, found: Extraction, told: Reading) -> Reading:
        """Put together what the lexicon found and what the model told."""
        lexicon = checked(document, Reading(found), self._lexicon)
        extraction, disagreements = agree(lexicon, checked(document, told, self._model))
        return told._replace(extraction=extraction, is_located=True, is_verified=True, disagreements=disagreements)

    def _of_model(self, report: Report) -> Report:
        """Return what a report of two readings would be by the model alone, as far as that shows in it."""
        if report.provenance.reader != self.name:
            raise InputError(
                f"The report to resume was made by the {report.provenance.reader} reader: resume it by that one."
            )
        disputed = {one.at: one.model for one in report.disagreements}
        read = {
            name: tuple(
                disputed.get(f"{name}[{i}]", finding)
                for i, finding in enumerate(found)
                if finding.agreement != "lexicon only"
            )
            for name, found in report.extraction
        }
        made = report.provenance.model_copy(update={"reader": self._model.name})
        return report.model_copy(update={"extraction": Extraction(**read), "provenance": made})


def _nothing(document: Document, error: ReaderError) -> Reading:
    return Reading(Extraction(), unread=(Unread(span=(0, len(document.text)), reason=str(error)),))
