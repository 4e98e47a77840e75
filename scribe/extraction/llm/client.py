"""The wire: requests to an OpenAI-compatible server, and what becomes of them. Nothing else here speaks to models.

What fails on the way is tried again by one policy: time-outs, connections,
408, 409, 429 and 5xx, with the wait that the server asks for. What a model
answers is judged elsewhere; here an answer is text, or an error that says why
there is none. No error and no log line holds words of a document.
"""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from email.utils import parsedate_to_datetime
from functools import cache
from random import random
from ssl import SSLContext
from time import perf_counter, time
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx2
import openai
from instructor import Mode as InstructorMode
from instructor import Provider
from instructor.v2.core.registry import mode_registry
from tenacity import AsyncRetrying, RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from scribe.errors import AnswerError, InputError, ProviderError
from scribe.extraction.llm.answer import Findings
from scribe.extraction.llm.modes import Mode
from scribe.extraction.llm.prompts import Message
from scribe.schema import Usage

_MODES = {"schema": InstructorMode.JSON_SCHEMA, "tools": InstructorMode.TOOLS, "json": InstructorMode.JSON}
_RETRIED = frozenset({408, 409, 429})
_KEY_REFUSED = frozenset({401, 403})
_SERVER_ERROR = 500
_NO_KEY = "none"
_WORD = re.compile(r"[a-z][a-z0-9_.-]{0,40}")


Connection = openai.OpenAI
"""A client of the SDK: server, key and sockets."""
AsyncConnection = openai.AsyncOpenAI
"""An asynchronous one."""


class Policy(NamedTuple):
    """How a request is tried again when it fails on the way."""

    tries: int = 4
    """Requests at most."""
    first_wait: float = 0.5
    """Seconds before the second try; the wait doubles, up to a half shorter by chance."""
    longest_wait: float = 60.0
    """Seconds that one wait may take; a server that asks for more is not asked again."""
    timeout: float = 180.0
    """Seconds for one answer."""


class Tally:
    """What the requests of one reading used."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.requests = self.input_tokens = self.cached_tokens = self.output_tokens = self.reasks = 0
        self._start = perf_counter()

    def usage(self) -> Usage:
        """Return what was used until now."""
        return Usage(
            requests=self.requests,
            input_tokens=self.input_tokens,
            cached_tokens=self.cached_tokens,
            output_tokens=self.output_tokens,
            seconds=round(perf_counter() - self._start, 3),
            reasks=self.reasks,
        )

    def add(self, usage: Any) -> None:  # noqa: ANN401  # servers send what they like, or nothing
        """Add what a server says that an answer took."""
        details = getattr(usage, "prompt_tokens_details", None)
        self.input_tokens += getattr(usage, "prompt_tokens", None) or 0
        self.cached_tokens += getattr(details, "cached_tokens", None) or 0
        self.output_tokens += getattr(usage, "completion_tokens", None) or 0


class Client:
    """A model behind a server, held to the form of an answer.

    The form is worked out once, by instructor's handler of the mode, and sent with every request.
    """

    def __init__(self, model: str, *, mode: Mode, base_url: str | None, policy: Policy, opening: list[Message]) -> None:
        """Prepare what every request has in common.

        Args:
            model: The model's name, as its server knows it.
            mode: How it is held to the form.
            base_url: The server; OpenAI's, or that of `OPENAI_BASE_URL`, when not given.
            policy: How requests are tried again.
            opening: The messages that come first in every request.
        """
        self._policy = policy
        self._base_url = base_url or os.environ.get("OPENAI_BASE_URL") or None
        handlers = mode_registry.get_handlers(Provider.OPENAI, _MODES[mode])
        form = {"model": model, "messages": opening}
        _, self._form = handlers.request_handler(response_model=Findings, kwargs=form)
        if mode == "schema":
            self._form["response_format"]["json_schema"]["strict"] = True
        if mode == "tools":
            self._form["tools"][0]["function"]["strict"] = True

    def connect(self) -> Connection:
        """Open a client of our own.

        Raises:
            InputError: There is neither a key nor a server.
        """
        return Connection(**self._connection(), http_client=openai.DefaultHttpxClient(verify=_certificates()))

    def aconnect(self) -> AsyncConnection:
        """Open an asynchronous client of our own."""
        return AsyncConnection(**self._connection(), http_client=openai.DefaultAsyncHttpxClient(verify=_certificates()))

    def ask(self, connection: Connection, message: Message, tally: Tally) -> str:
        """Send a message and return the text of the answer.

        Raises:
            ProviderError: The server cannot be reached, refuses or fails.
            AnswerError: The model refuses, says nothing or is cut off.
        """
        failure: Exception
        once = connection.with_options(max_retries=0, timeout=self._policy.timeout)
        try:
            with _unlogged():
                for attempt in Retrying(**self._retrying()):
                    with attempt:
                        tally.requests += 1
                        return _text(once.chat.completions.create(**self._request(message)), tally)
        except (openai.OpenAIError, ValueError, _ErrorBodyError) as error:
            failure = self._failure(error)
        # Outside the handler: the error that was handled holds the request.
        raise failure

    async def aask(self, connection: AsyncConnection, message: Message, tally: Tally) -> str:
        """Do what `ask` does without holding a thread."""
        failure: Exception
        once = connection.with_options(max_retries=0, timeout=self._policy.timeout)
        try:
            with _unlogged():
                async for attempt in AsyncRetrying(**self._retrying()):
                    with attempt:
                        tally.requests += 1
                        return _text(await once.chat.completions.create(**self._request(message)), tally)
        except (openai.OpenAIError, ValueError, _ErrorBodyError) as error:
            failure = self._failure(error)
        raise failure

    def _connection(self) -> dict[str, Any]:
        key = os.environ.get("OPENAI_API_KEY")
        if not key and not self._base_url:
            raise InputError(
                "The model reader has no key and no server: set OPENAI_API_KEY, or give the --base-url of a server "
                "that needs none, such as http://localhost:8000/v1."
            )
        return {"api_key": key or _NO_KEY, "base_url": self._base_url}

    def _request(self, message: Message) -> dict[str, Any]:
        return {**self._form, "messages": [*self._form["messages"], message]}

    def _retrying(self) -> dict[str, Any]:
        return {
            "stop": stop_after_attempt(self._policy.tries),
            "retry": retry_if_exception(self._is_passing),
            "wait": self._wait,
            "reraise": True,
        }

    def _is_passing(self, error: BaseException) -> bool:
        """Tell whether a failure may pass within the wait that the policy allows."""
        asked = _asked_wait(error)
        return _is_transient(error) and (asked is None or asked <= self._policy.longest_wait)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = _asked_wait(error)
        if asked is not None:
            return asked
        wait = self._policy.first_wait * 2.0 ** (state.attempt_number - 1)
        return min(wait, self._policy.longest_wait) * (1 - random() / 2)  # noqa: S311  # a wait is no secret

    def _failure(self, error: Exception) -> ProviderError:
        """Return the error that a caller gets for one of the SDK's."""
        server = urlsplit(self._base_url or "https://api.openai.com/v1")
        name = f"{server.hostname}{f':{server.port}' if server.port else ''}"
        status = _status(error)
        if isinstance(error, openai.APITimeoutError):
            return ProviderError(f"{name} did not answer within {self._policy.timeout:g} seconds.")
        if isinstance(error, openai.APIConnectionError):
            return ProviderError(f"{name} cannot be reached, or breaks off: start the server, or check --base-url.")
        if status is None:
            return ProviderError(f"{name} sends what is no answer of a chat server: check --base-url.")
        return self._refusal(error, name, status)

    def _refusal(self, error: Exception, name: str, status: int) -> ProviderError:
        said, asked = f"HTTP {status}{_code(error)}", _asked_wait(error)
        if asked is not None and asked > self._policy.longest_wait:
            return ProviderError(
                f"{name} takes no requests now ({said}): resume after {asked:g} s.", resume_after=asked
            )
        if status in _KEY_REFUSED:
            return ProviderError(f"{name} refuses the key ({said}): set OPENAI_API_KEY.", is_lasting=True)
        if not _is_transient(error):
            remedy = "check model, mode and --base-url"
            return ProviderError(f"{name} refuses the request ({said}): {remedy}.", is_lasting=True)
        return ProviderError(f"{name} fails ({said}) after {self._policy.tries} tries; try again later.")


class _ErrorBodyError(Exception):
    """A success by its status whose body tells an error, as gateways send it."""

    def __init__(self, status: int | None) -> None:
        super().__init__()
        self.status = status


@cache
def _certificates() -> SSLContext:
    """Return the certificates that servers are checked against; reading them takes 20 ms, so it is done once."""
    return httpx2.create_ssl_context()


def _text(completion: Any, tally: Tally) -> str:  # noqa: ANN401  # servers send what they like
    """Return what a model answered."""
    tally.add(getattr(completion, "usage", None))
    choices = getattr(completion, "choices", None)
    if not choices:
        error = getattr(completion, "error", None)
        code = error.get("code") if isinstance(error, dict) else None
        raise _ErrorBodyError(int(str(code)) if str(code).isdecimal() else None)
    message = choices[0].message
    calls = getattr(message, "tool_calls", None)
    text = calls[0].function.arguments if calls else message.content
    reason = choices[0].finish_reason
    if reason == "length":
        raise AnswerError("The model's answer was cut off at its longest: use a model that may answer longer.")
    if getattr(message, "refusal", None) or reason == "content_filter":
        raise AnswerError("The model refused to answer: use another model.")
    if not isinstance(text, str) or not text.strip():
        raise AnswerError("The model's answer is empty: use another model or mode.")
    return text


def _status(error: BaseException | None) -> int | None:
    if isinstance(error, openai.APIStatusError):
        return error.status_code
    return error.status if isinstance(error, _ErrorBodyError) else None


def _is_transient(error: BaseException | None) -> bool:
    if isinstance(error, openai.APIConnectionError):
        return True
    status = _status(error)
    if status is None:
        # A success whose body is cut off or is no JSON came through something that broke.
        return isinstance(error, ValueError)
    # An account that is used up answers 429 as well, and will for long.
    is_used_up = isinstance(error, openai.APIStatusError) and error.code == "insufficient_quota"
    return (status in _RETRIED or status >= _SERVER_ERROR) and not is_used_up


def _asked_wait(error: BaseException | None) -> float | None:
    """Return the seconds that a server asks to wait, in whichever way it says so."""
    if not isinstance(error, openai.APIStatusError):
        return None
    headers = error.response.headers
    for header, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            return max(0.0, float(headers[header]) / unit)
        except (KeyError, ValueError):
            continue
    try:
        return max(0.0, parsedate_to_datetime(headers["retry-after"]).timestamp() - time())
    except (KeyError, ValueError):
        return None


def _code(error: Exception) -> str:
    """Return a server's own word for an error; its sentences stay out, they may repeat what was sent."""
    code = getattr(error, "code", None)
    return f", {code}" if isinstance(code, str) and _WORD.fullmatch(code) else ""


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
