"""The reading of one document, from its first question to its result."""

from collections.abc import Sequence
from time import perf_counter

from scribe.errors import BudgetError, ProviderError, ReaderError
from scribe.extraction.lexicon.codes import read_codes
from scribe.extraction.llm.arrivals import Arrivals, OnFinding
from scribe.extraction.llm.budget import Budget, Spending
from scribe.extraction.llm.chunking import Segment
from scribe.extraction.llm.completion import Tokens
from scribe.extraction.llm.dialogue import Dialogue, Told, Wording, lost
from scribe.extraction.llm.events import Event, Listener, SegmentDone, SegmentFailed, SegmentStarted
from scribe.extraction.llm.exchange import Exchange, Means
from scribe.extraction.llm.merging import merge
from scribe.extraction.llm.resuming import in_order
from scribe.extraction.llm.steps import Steps
from scribe.extraction.llm.usage import Tally, total
from scribe.extraction.reader import Reading
from scribe.schema import Document, Extraction, Report, SegmentUsage, Usage


class Run:
    """One reading under way: what each segment told, and what it took."""

    def __init__(  # noqa: PLR0913  # the document, and what the reader brings to it
        self,
        document: Document,
        segments: Sequence[Segment],
        earlier: Report | None,
        *,
        wording: Wording,
        means: Means,
        budget: Budget,
        listener: Listener | None,
        on_finding: OnFinding | None,
    ) -> None:
        """Begin.

        Args:
            document: The document.
            segments: The parts to ask about, in order.
            earlier: A report that has the other parts.
            wording: What the model is told.
            means: What the reader has.
            budget: What may be used.
            listener: Who is told what happens.
            on_finding: Who is told of findings as they arrive.
        """
        self.segments = tuple(segments)
        """The parts to ask about, in order."""
        self._document = document
        self._earlier = earlier
        self._wording = wording
        self._means = means
        self._spending = Spending(budget, self._cost)
        self._listener = listener
        self._on_finding = on_finding
        self._told: dict[Segment, list[Told]] = {}
        self._tallies: dict[Segment, Tally] = {}
        self._start = perf_counter()

    def read(self, segment: Segment) -> Steps[None]:
        """Ask about one segment, unless an earlier failure would meet it too."""
        tally = self._tallies[segment] = Tally(self._means.prices.table)
        listeners = [listener for listener in (tally, self._listener) if listener]

        def tell(event: Event) -> None:
            for listener in listeners:
                listener(event)

        if closed := next(filter(_is_closed, self._failures()), None):
            self._told[segment] = [lost(segment, closed)]
            tell(SegmentFailed(segment.span, str(closed)))
            return
        tell(SegmentStarted(segment.span))
        arrivals = Arrivals(self._document, segment.span, self._on_finding) if self._on_finding else None
        exchange = Exchange(self._means, self._spending, segment.span, tell, arrivals)
        dialogue = Dialogue(self._document, segment, self._wording, ask=exchange.ask, tell=tell)
        told = self._told[segment] = yield from dialogue.read()
        if all(part.failure for part in told):
            tell(SegmentFailed(segment.span, str(told[0].failure)))
        else:
            findings, unread = sum(len(part.findings) for part in told), sum(len(part.unread) for part in told)
            tell(SegmentDone(segment.span, findings, unread))

    def reading(self) -> Reading:
        """Put together what was told.

        Raises:
            ReaderError: The model could not be asked at all, for a reason that only the caller can mend.
        """
        told = [part for segment in self.segments for part in self._told[segment]]
        if mistake := self._mistake():
            raise mistake
        earlier = self._earlier.extraction if self._earlier else Extraction()
        findings = in_order(self._document, earlier, [(part.span, part.findings) for part in told])
        # Codes that are written in a document would look unsupported where nothing else of it was read.
        is_read = any(part.failure is None for part in told)
        stated = tuple(read_codes(self._document)) if is_read else earlier.stated_codes
        return Reading(
            merge(findings).model_copy(update={"stated_codes": stated}),
            unread=tuple(gap for part in told for gap in part.unread),
            model=self._means.client.model,
            prompt=self._wording.label,
            prompt_digest=self._wording.digest,
            usage=self._usage(),
            segments=self._usage_of_segments(),
            is_located=True,
        )

    def _mistake(self) -> ReaderError | None:
        """Return what has to be mended before anybody reads: the server's address, its key, the model, the limits."""
        if any(tally.is_answered for tally in self._tallies.values()):
            return None
        return next(filter(_is_mistake, self._failures()[:1]), None)

    def _failures(self) -> list[ReaderError]:
        return [part.failure for told in self._told.values() for part in told if part.failure]

    def _usage(self) -> Usage:
        """Add up what this reading used, and the one that it continues."""
        seconds = perf_counter() - self._start
        usages = [tally.usage() for tally in self._tallies.values()]
        if self._earlier and (before := self._earlier.provenance.usage):
            usages.insert(0, before)
            seconds += before.seconds or 0.0
        return total(usages, seconds)

    def _usage_of_segments(self) -> tuple[SegmentUsage, ...]:
        earlier = self._earlier.provenance.segments if self._earlier else ()
        used = (SegmentUsage(span=one.span, usage=self._tallies[one].usage()) for one in self.segments)
        return (*earlier, *(one for one in used if one.usage.requests or one.usage.cached_requests))

    def _cost(self, tokens: Tokens) -> float | None:
        price = self._means.prices.of(tokens)
        return price.dollars if price else None


def _is_mistake(error: ReaderError) -> bool:
    """Tell whether a failure will stay until somebody mends the command."""
    return isinstance(error, BudgetError) or (isinstance(error, ProviderError) and error.is_lasting)


def _is_closed(error: ReaderError) -> bool:
    """Tell whether a failure would meet the next segment too."""
    return isinstance(error, ProviderError) and (error.is_lasting or error.resume_after is not None)
