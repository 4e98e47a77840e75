"""The reader that asks a language model."""

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scribe.errors import InputError
from scribe.extraction.llm.budget import Budget
from scribe.extraction.llm.chunking import Segment, segment_of, segments
from scribe.extraction.llm.dialogue import Wording
from scribe.extraction.llm.events import Listener
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.limiter import Limiter
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.prompts import DEFAULT, Prompt, chosen_prompt, load_recall, opening
from scribe.extraction.llm.resuming import check_same, open_spans
from scribe.extraction.llm.steps import AsyncSender, acarry_out, carry_out
from scribe.extraction.llm.telemetry import Telemetry, Unwatched, Watch
from scribe.extraction.reader import Reading, whole
from scribe.schema import Document, Extraction, Report

if TYPE_CHECKING:
    from scribe.extraction.llm.arrivals import OnFinding
    from scribe.extraction.llm.client import AsyncConnection, Connection
    from scribe.extraction.llm.redaction import RedactedRun, Redactor
    from scribe.extraction.llm.run import Run

# What only this reader needs is imported when one is made: it takes a second.
# ruff: noqa: PLC0415

_AT_ONCE = 4
"""Segments of one document that are asked about at the same time."""


class LlmReader:
    """Reads a document through a model behind any OpenAI-compatible server.

    The model finds and quotes. Codes written in the document are read by rule, and what codes follow from the findings
    is decided elsewhere, so that no words of a document can put a code into a report.

    A reader holds nothing of what it read and may serve any number of documents, threads and tasks; events of one
    document are told apart from those of another by giving each a reader of its own, which costs milliseconds.
    """

    name = "llm"

    def __init__(  # noqa: PLR0913  # what a host may decide, each with its default
        self,
        *,
        model: str,
        base_url: str | None = None,
        mode: Mode = "schema",
        prompt: str | Prompt = DEFAULT,
        client: "Connection | AsyncConnection | None" = None,
        policy: Policy | None = None,
        limiter: Limiter | None = None,
        budget: Budget | None = None,
        cache: Path | None = None,
        recall: int = 1,
        on_event: Listener | None = None,
        on_finding: "OnFinding | None" = None,
        telemetry: Telemetry | None = None,
        redactor: "Redactor | None" = None,
    ) -> None:
        """Prepare to read.

        Args:
            model: The model's name, as its server knows it.
            base_url: The server; OpenAI's, or that of `OPENAI_BASE_URL`, when not given.
            mode: How the model is held to the form of an answer.
            prompt: Name and version of what the model is told, such as `extraction/v1`, or a prompt of one's own.
            client: An `openai.OpenAI` or `AsyncOpenAI` of the host application, which stays open; the reader's own
                when not given.
            policy: How requests are tried again when they fail on the way.
            limiter: When requests may start; readers that share it keep within its limits together.
            budget: The most that the reading of one document may use.
            cache: A file that answers are kept in, so that the same question is paid for once. It holds quotes of
                patients, see `AnswerCache`; nothing is kept when not given.
            recall: Passes over each segment: from the second on, the model is asked only for what is missing.
            on_event: Who is told what happens while reading, findings included.
            on_finding: Who is told of each finding as soon as it is complete. Answers are streamed for it, where the
                server can; what is read, and the report of it, stay the same.
            telemetry: Who watches times, counts and failures, such as `OpenTelemetry`; none of it holds content.
            redactor: Who hides words from the server, such as `PresidioRedactor`. What is read is told in the words of
                the document; server, cache and recordings see placeholders. Nobody hides anything when not given.

        Raises:
            InputError: The extra `llm` is not installed, there is no such prompt, the cache cannot be used, or a cost
                is to be limited that is not known.
        """
        try:
            from scribe.extraction.llm.cache import AnswerCache
            from scribe.extraction.llm.client import Client
            from scribe.extraction.llm.exchange import Means
            from scribe.extraction.llm.prices import Prices
            from scribe.extraction.llm.run import Run
        except ModuleNotFoundError as error:
            raise InputError(f"The model reader needs {error.name}: install scribe[llm].") from None
        if recall < 1:
            raise InputError("The recall is a number of passes: 1 or more.")
        self.model = model
        self._wording = Wording(chosen_prompt(prompt), load_recall(), recall)
        told = opening(self._wording.prompt)
        self._client = Client(model, told, mode=mode, base_url=base_url, given=client, policy=policy or Policy())
        prices = Prices(model, self._client.server)
        if budget and budget.max_cost is not None and not prices.table:
            raise InputError(
                f"No price of {model} at {self._client.host} is known, so --max-cost cannot be kept: use --max-tokens."
            )
        self._telemetry = telemetry
        self._run = partial(
            Run,
            wording=self._wording,
            means=Means(self._client, prices, limiter, AnswerCache(cache) if cache else None),
            budget=budget or Budget(),
        )
        self._redactor = redactor
        self._on_event = on_event
        self._on_finding = on_finding

    def read(self, document: Document) -> Extraction:
        """Read the findings of a document.

        Raises:
            PartialError: A part, or all of it, could not be read; `reading` returns the rest.
            ReaderError: As for `reading`.
        """
        return whole(self.reading(document))

    async def aread(self, document: Document) -> Extraction:
        """Do what `read` does without holding a thread."""
        return whole(await self.areading(document))

    def reading(self, document: Document) -> Reading:
        """Read a document, and tell what was used and what could not be read, be it all of it.

        Raises:
            ReaderError: The model could not be asked at all, for a reason that stays: no server at that address, a
                refused key, an unknown model, a limit below the first request.
        """
        return self._finish(self._begin(document))

    async def areading(self, document: Document) -> Reading:
        """Do what `reading` does without holding a thread; cancelled, it leaves no request and no connection."""
        return await self._afinish(await self._abegin(document))

    def resume(self, document: Document, report: Report) -> Reading:
        """Read what a partial report left unread, and put it together with what that report holds.

        Args:
            document: The document that the report was made of.
            report: A report by a reader of the same model and wording.

        Raises:
            InputError: The report is of another document, model or wording.
            ReaderError: As for `reading`.
        """
        return self._finish(self._begin(document, report))

    async def aresume(self, document: Document, report: Report) -> Reading:
        """Do what `resume` does without holding a thread."""
        return await self._afinish(await self._abegin(document, report))

    def _begin(self, document: Document, earlier: Report | None = None) -> "Run | RedactedRun":
        if earlier:
            check_same(document, earlier, self.model, self._wording.digest)
        if self._redactor is None:
            return self._started(document, earlier, self._on_event, self._on_finding)
        from scribe.extraction.llm.redaction import RedactedRun, redaction_of

        redaction = redaction_of(self._redactor, document)
        run = self._started(
            redaction.document,
            earlier and redaction.shown_report(earlier),
            self._on_event and redaction.listener(self._on_event),
            self._on_finding and redaction.on_finding(self._on_finding),
        )
        return RedactedRun(run, redaction)

    async def _abegin(self, document: Document, earlier: Report | None = None) -> "Run | RedactedRun":
        if self._redactor is None:
            return self._begin(document, earlier)
        from asyncio import to_thread

        return await to_thread(self._begin, document, earlier)

    def _started(
        self,
        document: Document,
        earlier: Report | None,
        listener: Listener | None,
        on_finding: "OnFinding | None",
    ) -> "Run":
        if earlier:
            parts = tuple(segment_of(document, span) for span in open_spans(earlier.provenance))
        else:
            parts = segments(document) if any(map(str.isalnum, document.text)) else ()
        return self._run(document, parts, earlier, listener=listener, on_finding=on_finding)

    def _finish(self, run: "Run | RedactedRun") -> Reading:
        with self._watched() as watch:
            if run.segments:
                if self._client.agiven:
                    raise InputError(
                        "The reader has an AsyncOpenAI client: use aread or aprocess, or give it an OpenAI one."
                    )
                with self._client.open() as line:
                    for segment in run.segments:
                        carry_out(run.read(segment), watch.sender(line))
            return _done(run, watch)

    async def _afinish(self, run: "Run | RedactedRun") -> Reading:
        from asyncio import to_thread

        if run.segments and self._client.given:
            return await to_thread(self._finish, run)
        with self._watched() as watch:
            if run.segments:
                async with self._client.aopen() as line:
                    await _at_once(run, watch.asender(line))
            return _done(run, watch)

    def _watched(self) -> AbstractContextManager[Watch]:
        if self._telemetry is None:
            return nullcontext(Unwatched())
        return self._telemetry.reading(self.model, self._client.server)


def _done(run: "Run | RedactedRun", watch: Watch) -> Reading:
    reading = run.reading()
    watch.done(reading)
    return reading


async def _at_once(run: "Run | RedactedRun", line: AsyncSender) -> None:
    """Read the segments of a document side by side, few at a time."""
    from asyncio import Semaphore, TaskGroup

    places = Semaphore(_AT_ONCE)

    async def read(segment: Segment) -> None:
        async with places:
            await acarry_out(run.read(segment), line)

    try:
        async with TaskGroup() as group:
            for segment in run.segments:
                group.create_task(read(segment))
    except BaseExceptionGroup as errors:
        # What the segments' own policy does not know, such as an error of a listener, leaves as it came.
        raise errors.exceptions[0] from None
