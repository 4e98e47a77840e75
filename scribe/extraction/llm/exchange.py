"""One question and its answer: from the cache, or from the server, within the budget and at its turn."""

from collections.abc import Mapping
from functools import partial
from time import monotonic, perf_counter
from typing import Any, NamedTuple

from scribe.extraction.llm.answer import Answer, read_answer
from scribe.extraction.llm.arrivals import Arrivals
from scribe.extraction.llm.budget import Spending
from scribe.extraction.llm.cache import AnswerCache, Kept, key_of
from scribe.extraction.llm.client import Client, tried
from scribe.extraction.llm.completion import Tokens, text_of, tokens_of
from scribe.extraction.llm.events import (
    AnswerCached,
    AnswerReceived,
    Listener,
    RequestHeld,
    RequestRetried,
    RequestSent,
)
from scribe.extraction.llm.failures import RequestError
from scribe.extraction.llm.limiter import Limiter, Place
from scribe.extraction.llm.prices import Prices
from scribe.extraction.llm.prompts import Message
from scribe.extraction.llm.steps import Hear, Pause, Send, Steps, Work
from scribe.schema import Span

_NOTHING = Tokens(0, 0, 0)


class Means(NamedTuple):
    """What all readings of a reader share."""

    client: Client
    """The way to the server."""
    prices: Prices
    """What its tokens cost."""
    limiter: Limiter | None
    """When requests may start."""
    cache: AnswerCache | None
    """Where answers are kept."""


class Exchange:
    """Asks questions about one segment."""

    def __init__(
        self,
        means: Means,
        spending: Spending,
        span: Span,
        tell: Listener,
        arrivals: Arrivals | None,
    ) -> None:
        """Prepare to ask.

        Args:
            means: What the reader has.
            spending: What the reading has used.
            span: The segment.
            tell: Who is told what happens.
            arrivals: Where findings are told as they arrive, if anybody is told.
        """
        self._means = means
        self._spending = spending
        self._span = span
        self._tell = tell
        self._arrivals = arrivals

    def ask(self, message: Message) -> Steps[Answer]:
        """Ask, and return the answer.

        Raises:
            BudgetError: The request would pass a limit.
            ProviderError: The server cannot be reached, refuses or fails.
            AnswerError: The model refuses, says nothing or is cut off.
            FormError: The answer has not the form asked for; it is not kept.
        """
        client, cache = self._means.client, self._means.cache
        request = client.request(message)
        key = key_of(client.server, request) if cache else ""
        kept: Kept | None = (yield Work(partial(cache.get, key))) if cache else None
        if kept:
            self._tell(AnswerCached(self._span, kept.tokens.total))
            self._arrive(kept.text)
            return read_answer(kept.text)
        received = yield from self._within_budget(request, client.estimate(message))
        self._arrive(received.text)
        answer = read_answer(received.text)
        if cache:
            yield Work(partial(cache.put, key, received))
        return answer

    def _within_budget(self, request: Mapping[str, Any], estimate: Tokens) -> Steps[Kept]:
        self._spending.reserve(estimate)
        failure: RequestError
        try:
            once = partial(self._heard, request, estimate)
            return (yield from tried(once, self._means.client.policy, self._retried))
        except RequestError as error:
            failure = error
        finally:
            self._spending.release(estimate)
        # Outside the handler: whoever follows the chain of the error finds nothing of the SDK's.
        raise failure.told(self._means.client.host, self._means.client.policy)

    def _heard(self, request: Mapping[str, Any], estimate: Tokens) -> Steps[Kept]:
        """Send a request, and hear its answer while it is written where somebody is told and the server streams."""
        client = self._means.client
        if self._arrivals and client.streams:
            try:
                return (yield from self._sent(request, estimate, self._arrivals.hear()))
            except RequestError as error:
                if not error.may_refuse_streams:
                    raise
            client.streams = False
        return (yield from self._sent(request, estimate))

    def _arrive(self, text: str) -> None:
        """Tell of the findings of an answer that have not been told; all, where it came whole."""
        if self._arrivals:
            self._arrivals.hear()(text)

    def _sent(self, request: Mapping[str, Any], estimate: Tokens, hear: Hear | None = None) -> Steps[Kept]:
        """Send a request at its turn, and count what it took, whatever it brings."""
        place = yield from self._turn(estimate)
        self._tell(RequestSent(self._span))
        start = perf_counter()
        completion = yield Send(request, hear)
        seconds = round(perf_counter() - start, 3)
        tokens = tokens_of(completion)
        self._spending.add(tokens or estimate)
        if self._means.limiter and place and tokens:
            self._means.limiter.settle(place, tokens.total)
        price = self._means.prices.of(tokens) if tokens else None
        cost, day = (price.dollars, price.day) if price else (None, None)
        self._tell(AnswerReceived(self._span, *(tokens or _NOTHING), cost, day, seconds))
        return Kept(text_of(completion), tokens or _NOTHING)

    def _turn(self, estimate: Tokens) -> Steps[Place | None]:
        """Wait until a request may start."""
        limiter = self._means.limiter
        if limiter is None:
            return None
        place = limiter.queue(estimate.total)
        if (held := place.time - monotonic()) > 0:
            self._tell(RequestHeld(self._span, held))
            try:
                yield Pause(held)
            except BaseException:
                limiter.leave(place)
                raise
        return place

    def _retried(self, error: RequestError, seconds: float) -> None:
        self._tell(RequestRetried(self._span, error.said, seconds))
