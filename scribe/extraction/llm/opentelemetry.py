"""OpenTelemetry: a span for each reading and each request, by the conventions for generative AI, without content.

The names are in development there and have changed before: they stand here and nowhere else. What a server says in
its own words (response model, id, error messages) may repeat a document and is left out.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from scribe.errors import InputError
from scribe.extraction.llm.completion import first, member, tokens_of
from scribe.extraction.llm.failures import RequestError
from scribe.extraction.llm.steps import AsyncSender, Hear, Sender
from scribe.extraction.reader import Reading
from scribe.version import __version__

try:
    from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer, TracerProvider, get_tracer
except ModuleNotFoundError as error:
    raise InputError(f"Telemetry needs {error.name}: install scribe[telemetry].") from None

_FINISH_REASONS = frozenset({"stop", "length", "tool_calls", "content_filter", "function_call"})
_PORTS = {"http": 80, "https": 443}
Attributes = dict[str, Any]


class OpenTelemetry:
    """Makes spans with the tracer of the host, which brings SDK and exporter.

    A reading is a span `read {model}` with what it used in all; each of its requests is a child `chat {model}` of kind
    client, re-asks and repeated tries among them.
    """

    def __init__(self, provider: TracerProvider | None = None) -> None:
        """Take the host's provider of tracers; the global one when not given."""
        self._tracer = get_tracer("scribe", __version__, provider)

    @contextmanager
    def reading(self, model: str, server: str) -> Iterator["_Watched"]:
        """Watch one reading."""
        address = urlsplit(server)
        shared = {
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": model,
            "server.address": address.hostname or "",
            "server.port": address.port or _PORTS.get(address.scheme, 0),
        }
        with _span(self._tracer, f"read {model}", SpanKind.INTERNAL, shared) as span:
            yield _Watched(self._tracer, span, shared)


class _Watched:
    """A reading under way."""

    def __init__(self, tracer: Tracer, span: Span, shared: Attributes) -> None:
        self._tracer = tracer
        self._span = span
        self._shared = shared

    def sender(self, line: Sender, /) -> Sender:
        return _Sender(self, line)

    def asender(self, line: AsyncSender, /) -> AsyncSender:
        return _AsyncSender(self, line)

    def done(self, reading: Reading, /) -> None:
        """Tell what the reading came to; the names are ours, as sums under those of requests would count twice."""
        self._span.set_attribute("scribe.findings", sum(len(found) for _, found in reading.extraction))
        self._span.set_attribute("scribe.unread", len(reading.unread))
        if reading.usage:
            for name in ("requests", "cached_requests", "reasks", "input_tokens", "cached_tokens", "output_tokens"):
                self._span.set_attribute(f"scribe.{name}", getattr(reading.usage, name))

    @contextmanager
    def request(self) -> Iterator[Span]:
        attributes = {"gen_ai.operation.name": "chat", "gen_ai.output.type": "json", **self._shared}
        with _span(self._tracer, f"chat {self._shared['gen_ai.request.model']}", SpanKind.CLIENT, attributes) as span:
            yield span


class _Sender(NamedTuple):
    """Sends requests, and watches each."""

    watched: _Watched
    line: Sender

    def send(self, request: Mapping[str, Any], hear: Hear | None, /) -> object:
        with self.watched.request() as span:
            completion = self.line.send(request, hear)
            _describe(span, completion)
            return completion


class _AsyncSender(NamedTuple):
    """Sends requests without holding a thread, and watches each."""

    watched: _Watched
    line: AsyncSender

    async def asend(self, request: Mapping[str, Any], hear: Hear | None, /) -> object:
        with self.watched.request() as span:
            completion = await self.line.asend(request, hear)
            _describe(span, completion)
            return completion


@contextmanager
def _span(tracer: Tracer, name: str, kind: SpanKind, attributes: Attributes) -> Iterator[Span]:
    """Make a span that knows the kind of a failure, and none of its words."""
    with tracer.start_as_current_span(
        name, kind=kind, attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield span
        except BaseException as error:
            _fail(span, _kind_of(error))
            raise


def _describe(span: Span, completion: object) -> None:
    """Tell what a completion says of itself."""
    choice = first(completion, "choices")
    if choice is None:
        # The body of an error with a status of success.
        _fail(span, "foreign")
        return
    if str(reason := member(choice, "finish_reason")) in _FINISH_REASONS:
        span.set_attribute("gen_ai.response.finish_reasons", [str(reason)])
    if tokens := tokens_of(completion):
        span.set_attribute("gen_ai.usage.input_tokens", tokens.input)
        span.set_attribute("gen_ai.usage.cache_read.input_tokens", tokens.cached)
        span.set_attribute("gen_ai.usage.output_tokens", tokens.output)


def _fail(span: Span, kind: str) -> None:
    span.set_attribute("error.type", kind)
    span.set_status(Status(StatusCode.ERROR))


def _kind_of(error: BaseException) -> str:
    """Return a failure's status or kind, else the name of its class."""
    if isinstance(error, RequestError):
        return str(error.status or error.kind)
    return type(error).__name__
