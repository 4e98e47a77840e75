"""The reader that asks a language model."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from scribe.errors import InputError, PartialError, ProviderError, ReaderError
from scribe.extraction.lexicon.codes import read_codes
from scribe.extraction.llm.chunking import Segment, segments
from scribe.extraction.llm.dialogue import Talk, Told
from scribe.extraction.llm.merging import merge
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.prompts import load_prompt, opening
from scribe.extraction.reader import Reading
from scribe.schema import Document, Extraction, Unread

if TYPE_CHECKING:
    from scribe.extraction.llm.client import AsyncConnection, Connection, Policy, Tally

_AT_ONCE = 4
"""Segments of one document that are asked about at the same time."""


class LlmReader:
    """Reads a document through a model behind any OpenAI-compatible server.

    The model finds and quotes. Codes written in the document are read by rule, and what codes follow from the findings
    is decided elsewhere, so that no words of a document can put a code into a report.
    """

    name = "llm"

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None = None,
        mode: Mode = "schema",
        client: "Connection | AsyncConnection | None" = None,
        policy: "Policy | None" = None,
    ) -> None:
        """Prepare to read.

        Args:
            model: The model's name, as its server knows it.
            base_url: The server; OpenAI's, or that of `OPENAI_BASE_URL`, when not given.
            mode: How the model is held to the form of an answer.
            client: An `openai.OpenAI` or `AsyncOpenAI` of the host application, which stays open; the reader's own
                when not given.
            policy: How requests are tried again when they fail on the way.

        Raises:
            InputError: The extra `llm` is not installed.
        """
        try:
            from scribe.extraction.llm import client as wire  # noqa: PLC0415  # one second, and only this reader needs it
        except ModuleNotFoundError as error:
            raise InputError(f"The model reader needs {error.name}: install scribe[llm].") from None
        self.model = model
        self._prompt = load_prompt()
        self._tally = wire.Tally
        self._client = wire.Client(
            model, mode=mode, base_url=base_url, policy=policy or wire.Policy(), opening=opening(self._prompt)
        )
        self._given = client if isinstance(client, wire.Connection) else None
        self._agiven = client if isinstance(client, wire.AsyncConnection) else None

    def read(self, document: Document) -> Extraction:
        """Read the findings of a document.

        Raises:
            PartialError: A part could not be read; `reading` returns the rest.
            ReaderError: No part could be read.
        """
        return _whole(self.reading(document))

    async def aread(self, document: Document) -> Extraction:
        """Do what `read` does without holding a thread."""
        return _whole(await self.areading(document))

    def reading(self, document: Document) -> Reading:
        """Read a document, and tell what was used and what could not be read.

        Raises:
            ReaderError: No part could be read.
        """
        tally, parts = self._tally(), _parts(document)
        if not parts:
            return self._read(document, tally, [])
        if self._agiven:
            raise InputError("The reader has an AsyncOpenAI client: use aread or aprocess, or give it an OpenAI one.")
        if self._given:
            return self._read(document, tally, self._ask_all(self._given, document, parts, tally))
        with self._client.connect() as connection:
            return self._read(document, tally, self._ask_all(connection, document, parts, tally))

    async def areading(self, document: Document) -> Reading:
        """Do what `reading` does without holding a thread; cancelled, it leaves no request and no connection."""
        from asyncio import to_thread  # noqa: PLC0415  # costs 15 ms at start-up, and few wait

        tally, parts = self._tally(), _parts(document)
        if not parts:
            return self._read(document, tally, [])
        if self._given:
            return await to_thread(self.reading, document)
        if self._agiven:
            return self._read(document, tally, await self._aask_all(self._agiven, document, parts, tally))
        async with self._client.aconnect() as connection:
            return self._read(document, tally, await self._aask_all(connection, document, parts, tally))

    def _ask_all(
        self, connection: "Connection", document: Document, parts: Sequence[Segment], tally: "Tally"
    ) -> "list[Told | ReaderError]":
        told: list[Told | ReaderError] = []
        for part in parts:
            closed = next((one for one in told if _is_closed(one)), None)
            told.append(closed or self._ask(connection, Talk(self._prompt, document, part), tally))
        return told

    async def _aask_all(
        self, connection: "AsyncConnection", document: Document, parts: Sequence[Segment], tally: "Tally"
    ) -> "list[Told | ReaderError]":
        from asyncio import Semaphore, TaskGroup  # noqa: PLC0415  # as above

        places = Semaphore(_AT_ONCE)
        told: dict[int, Told | ReaderError] = {}

        async def ask(number: int, part: Segment) -> None:
            async with places:
                closed = next((one for one in told.values() if _is_closed(one)), None)
                told[number] = closed or await self._aask(connection, Talk(self._prompt, document, part), tally)

        async with TaskGroup() as group:
            for number, part in enumerate(parts):
                group.create_task(ask(number, part))
        return [told[number] for number in range(len(parts))]

    def _ask(self, connection: "Connection", talk: Talk, tally: "Tally") -> Told | ReaderError:
        while talk.message:
            try:
                answer = self._client.ask(connection, talk.message, tally)
            except ReaderError as error:
                talk.miss(error)
            else:
                talk.receive(answer)
        tally.reasks += talk.reasks
        return talk.outcome

    async def _aask(self, connection: "AsyncConnection", talk: Talk, tally: "Tally") -> Told | ReaderError:
        while talk.message:
            try:
                answer = await self._client.aask(connection, talk.message, tally)
            except ReaderError as error:
                talk.miss(error)
            else:
                talk.receive(answer)
        tally.reasks += talk.reasks
        return talk.outcome

    def _read(self, document: Document, tally: "Tally", told: "Sequence[Told | ReaderError]") -> Reading:
        """Put together what was told of the segments."""
        failures = [one for one in told if isinstance(one, ReaderError)]
        if failures and len(failures) == len(told):
            raise failures[0]
        parts = zip(_parts(document), told, strict=True)
        extraction = merge(finding for one in told if isinstance(one, Told) for finding in one.findings)
        return Reading(
            extraction.model_copy(update={"stated_codes": tuple(read_codes(document))}),
            unread=tuple(gap for part, one in parts for gap in _gaps(part, one)),
            model=self.model,
            prompt=self._prompt.label,
            prompt_digest=self._prompt.digest,
            usage=tally.usage(),
        )


def _parts(document: Document) -> tuple[Segment, ...]:
    """Return the segments of a document; none of one without a word."""
    return segments(document) if any(map(str.isalnum, document.text)) else ()


def _is_closed(told: Told | ReaderError) -> bool:
    """Tell whether a failure would meet the next segment too."""
    return isinstance(told, ProviderError) and (told.is_lasting or told.resume_after is not None)


def _gaps(part: Segment, told: Told | ReaderError) -> Iterator[Unread]:
    if isinstance(told, Told):
        yield from told.unread
    else:
        yield Unread(span=part.span, reason=str(told))


def _whole(reading: Reading) -> Extraction:
    if reading.unread:
        count, reason = len(reading.unread), reading.unread[0].reason
        parts = "1 part of the document was" if count == 1 else f"{count} parts of the document were"
        raise PartialError(f"{parts} not read: {reason} Use process, which reports the rest.")
    return reading.extraction
