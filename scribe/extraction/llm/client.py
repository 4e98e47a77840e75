"""The wire: requests to an OpenAI-compatible server, and what becomes of them. Nothing else here speaks to models.

What fails on the way is tried again by one policy: time-outs, connections,
408, 409, 429 and 5xx, with the wait that the server asks for. What a model
answers is judged elsewhere. No error and no log line holds words of a document.
"""

import json
import logging
import os
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from functools import cache
from ssl import SSLContext
from time import monotonic
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx2
import openai
from instructor import Mode as InstructorMode
from instructor import Provider
from instructor.v2.core.registry import mode_registry
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from scribe.errors import InputError
from scribe.extraction.llm.answer import Findings
from scribe.extraction.llm.budget import estimated
from scribe.extraction.llm.completion import Tokens, told_failure
from scribe.extraction.llm.failures import Policy, RequestError, asked_wait
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.prompts import Message
from scribe.extraction.llm.steps import Hear, Pause, Steps
from scribe.extraction.llm.streaming import Gathered

_MODES = {"schema": InstructorMode.JSON_SCHEMA, "tools": InstructorMode.TOOLS, "json": InstructorMode.JSON}
_OPENAI = "https://api.openai.com/v1"
_CHAT = "/chat/completions"
_NO_KEY = "none"
_STREAMED: Mapping[str, Any] = {"stream": True, "stream_options": {"include_usage": True}}
_CODE = re.compile(r"(?=.{3,40}\Z)[a-z0-9]+(_[a-z0-9]+)+")
"""A code of an error, such as `invalid_api_key`: no word of prose has such a line in it."""
T = TypeVar("T")

Connection = openai.OpenAI
"""A client of the SDK: server, key and sockets."""
AsyncConnection = openai.AsyncOpenAI
"""An asynchronous one."""


class Client:
    """A model behind a server, held to the form of an answer.

    The form is worked out once, by instructor's handler of the mode, and sent with every request.
    """

    def __init__(  # noqa: PLR0913  # all that a request has in common with the next
        self,
        model: str,
        opening: list[Message],
        *,
        mode: Mode,
        base_url: str | None,
        given: Connection | AsyncConnection | None,
        policy: Policy,
    ) -> None:
        """Prepare what every request has in common.

        Args:
            model: The model's name, as its server knows it.
            opening: The messages that come first in every request.
            mode: How the model is held to the form.
            base_url: The server; OpenAI's, or that of `OPENAI_BASE_URL`, when not given.
            given: A client of the host application, which stays open; its server counts.
            policy: How requests are tried again.
        """
        self.model = model
        """The model's name."""
        self.policy = policy
        """How requests are tried again."""
        self._named = base_url or os.environ.get("OPENAI_BASE_URL") or None
        self.server = str(given.base_url) if given else self._named or _OPENAI
        """The base URL."""
        self.given = given if isinstance(given, Connection) else None
        """The host's client."""
        self.agiven = given if isinstance(given, AsyncConnection) else None
        """The host's asynchronous client."""
        self.streams = True
        """Whether the server streams answers, as far as is known."""
        handlers = mode_registry.get_handlers(Provider.OPENAI, _MODES[mode])
        _, self._form = handlers.request_handler(Findings, {"model": model, "messages": opening})
        if mode == "schema":
            self._form["response_format"]["json_schema"]["strict"] = True
        if mode == "tools":
            self._form["tools"][0]["function"]["strict"] = True
        self._size = len(json.dumps(self._form).encode())

    @property
    def host(self) -> str:
        """Host and port of the server, as errors name it."""
        server = urlsplit(self.server)
        return f"{server.hostname}{f':{server.port}' if server.port else ''}"

    def request(self, message: Message) -> dict[str, Any]:
        """Return all that is sent with a message."""
        return {**self._form, "messages": [*self._form["messages"], message]}

    def estimate(self, message: Message) -> Tokens:
        """Return how many tokens a request with a message may take, from above."""
        return estimated(self._size, message)

    @contextmanager
    def open(self) -> Iterator["Line"]:
        """Open a line to the server; a client of the host stays open, one of our own does not.

        Raises:
            InputError: There is neither a key nor a server.
        """
        if self.given:
            yield Line(self.given, self.policy)
        else:
            http = openai.DefaultHttpxClient(verify=_certificates())
            with Connection(**self._access(), http_client=http) as connection:
                yield Line(connection, self.policy)

    @asynccontextmanager
    async def aopen(self) -> AsyncIterator["AsyncLine"]:
        """Do what `open` does for those who wait without holding a thread."""
        if self.agiven:
            yield AsyncLine(self.agiven, self.policy)
        else:
            http = openai.DefaultAsyncHttpxClient(verify=_certificates())
            async with AsyncConnection(**self._access(), http_client=http) as connection:
                yield AsyncLine(connection, self.policy)

    def _access(self) -> dict[str, Any]:
        key = os.environ.get("OPENAI_API_KEY")
        if not key and not self._named:
            raise InputError(
                "The model reader has no key and no server: set OPENAI_API_KEY, or give the --base-url of a server "
                "that needs none, such as http://localhost:8000/v1."
            )
        return {"api_key": key or _NO_KEY, "base_url": self._named}


class Line:
    """An open line to a server. The SDK's own retries are off: one policy decides.

    The SDK's `chat.completions.create` walks through messages, schema and answer to check their types, which takes
    longer than sending them; so JSON is sent and read through its `post`, with the same sockets, keys and errors.
    """

    def __init__(self, connection: Connection, policy: Policy) -> None:
        """Take a client of the SDK."""
        self._connection = connection
        self._timeout = policy.timeout

    def send(self, request: Mapping[str, Any], hear: Hear | None = None) -> object:
        """Send a request, and return the completion.

        Args:
            request: What a chat endpoint takes.
            hear: Who hears the answer while it is written; it comes whole where nobody does.

        Raises:
            RequestError: There is none.
        """
        if hear:
            return self._streamed(request, hear)
        with _unlogged(), _translated():
            said = self._connection.post(_CHAT, body=request, cast_to=object, options=_options(self._timeout))
            return _read(said)

    def _streamed(self, request: Mapping[str, Any], hear: Hear) -> object:
        deadline, gathered = monotonic() + self._timeout, Gathered()
        with _unlogged(), _translated():
            stream = self._connection.post(
                _CHAT,
                body={**request, **_STREAMED},
                cast_to=object,
                options=_options(self._timeout),
                stream=True,
                stream_cls=openai.Stream[object],
            )
        with stream:
            if _is_whole(stream.response):
                with _translated():
                    return json.loads(stream.response.read())
            while True:
                with _translated():
                    chunk = next(stream, None)
                if chunk is None:
                    return gathered.completion()
                _check_time(deadline)
                # What a listener raises is its own.
                hear(gathered.add(chunk))


class AsyncLine:
    """A line that holds no thread."""

    def __init__(self, connection: AsyncConnection, policy: Policy) -> None:
        """Take a client of the SDK."""
        self._connection = connection
        self._timeout = policy.timeout

    async def asend(self, request: Mapping[str, Any], hear: Hear | None = None) -> object:
        """Do what `Line.send` does without holding a thread."""
        if hear:
            return await self._streamed(request, hear)
        with _unlogged(), _translated():
            said = await self._connection.post(_CHAT, body=request, cast_to=object, options=_options(self._timeout))
            return _read(said)

    async def _streamed(self, request: Mapping[str, Any], hear: Hear) -> object:
        deadline, gathered = monotonic() + self._timeout, Gathered()
        with _unlogged(), _translated():
            stream = await self._connection.post(
                _CHAT,
                body={**request, **_STREAMED},
                cast_to=object,
                options=_options(self._timeout),
                stream=True,
                stream_cls=openai.AsyncStream[object],
            )
        async with stream:
            if _is_whole(stream.response):
                with _translated():
                    return json.loads(await stream.response.aread())
            while True:
                with _translated():
                    chunk = await anext(stream, None)
                if chunk is None:
                    return gathered.completion()
                _check_time(deadline)
                hear(gathered.add(chunk))


def tried(once: Callable[[], Steps[T]], policy: Policy, told: Callable[[RequestError, float], None]) -> Steps[T]:
    """Take steps again where a request among them fails and a policy allows it.

    Args:
        once: The steps, from the start.
        policy: How often, and after which wait.
        told: Who is told of each failure that will be tried again, with the wait.

    Raises:
        RequestError: The last one.
    """
    pauses: list[float] = []
    for attempt in Retrying(
        stop=stop_after_attempt(policy.tries),
        retry=retry_if_exception(lambda error: isinstance(error, RequestError) and error.is_passing(policy)),
        wait=lambda state: _failure(state).wait(policy, state.attempt_number),
        before_sleep=lambda state: told(_failure(state), state.upcoming_sleep),
        # Waiting is a step as well: whoever carries the steps out knows how.
        sleep=pauses.append,
        reraise=True,
    ):
        yield from map(Pause, pauses)
        pauses.clear()
        with attempt:
            return (yield from once())
    raise AssertionError("Tries end with a result or an error.")


def _failure(state: RetryCallState) -> RequestError:
    error = state.outcome and state.outcome.exception()
    if not isinstance(error, RequestError):
        raise TypeError("Only a request that failed is tried again.")
    return error


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the SDK's errors into ours, which hold neither request nor response."""
    try:
        yield
    except (openai.OpenAIError, httpx2.RequestError, ValueError) as error:
        failure = _meaning(error)
    else:
        return
    # Outside the handlers: the error that was handled holds the request.
    raise failure


def _meaning(error: openai.OpenAIError | httpx2.RequestError | ValueError) -> RequestError:
    match error:
        # What breaks while a stream is read, the SDK leaves as it is.
        case openai.APITimeoutError() | httpx2.TimeoutException():
            failure = RequestError("timeout")
        case openai.APIConnectionError(__cause__=httpx2.ConnectError()):
            failure = RequestError("unreachable")
        case openai.APIConnectionError() | httpx2.RequestError():
            failure = RequestError("connection")
        case openai.APIStatusError():
            wait = asked_wait(error.response.headers)
            failure = RequestError("status", error.status_code, code=_code(error.code), asked_wait=wait)
        case openai.APIError() if not isinstance(error, openai.APIResponseValidationError):
            # A stream tells of a failure after it has begun.
            failure = told_failure(error.body, "interrupted")
        case openai.OpenAIError():
            failure = RequestError("foreign")
        case _:
            # A success whose body is cut off or is no JSON came through something that broke.
            failure = RequestError("garbled")
    return failure


def _is_whole(response: httpx2.Response) -> bool:
    """Tell whether a server that was asked for a stream sends its answer in one piece."""
    return "json" in response.headers.get("content-type", "")


def _options(timeout: float) -> openai.RequestOptions:
    return {"max_retries": 0, "timeout": timeout, "security": {"bearer_auth": True}}


def _read(said: object) -> object:
    """Return the JSON that a server sent, under whatever name of its type."""
    if not isinstance(said, str):
        return said
    try:
        return json.loads(said)
    except ValueError:
        return said


def _check_time(deadline: float) -> None:
    """End an answer that takes too long in all, though each of its pieces comes in time."""
    if monotonic() > deadline:
        raise RequestError("timeout")


def _code(code: object) -> str | None:
    """Return a server's own word for an error; its sentences stay out, they may repeat what was sent."""
    return code if isinstance(code, str) and _CODE.fullmatch(code) else None


@cache
def _certificates() -> SSLContext:
    """Return the certificates that servers are checked against; reading them takes 20 ms, so it is done once."""
    return httpx2.create_ssl_context()


_is_ours: ContextVar[bool] = ContextVar("_is_ours", default=False)


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep the SDK from logging requests, documents among them, whatever the level of its logger."""
    token = _is_ours.set(True)
    try:
        yield
    finally:
        _is_ours.reset(token)


def _is_loggable(_: logging.LogRecord) -> bool:
    return not _is_ours.get()


logging.getLogger("openai._base_client").addFilter(_is_loggable)
