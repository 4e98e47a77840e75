"""What a failed request means: whether to try again, after how long, and what a caller is told."""

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from random import random
from time import time
from typing import Literal, NamedTuple

from scribe.errors import ProviderError

_RETRIED = frozenset({408, 409, 429})
_KEY_REFUSED = frozenset({401, 403})
_SERVER_ERROR = 500
_USED_UP = "insufficient_quota"


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


_NOT_STREAMED = frozenset({400, 422, 501})

Kind = Literal["timeout", "unreachable", "connection", "garbled", "interrupted", "foreign", "status"]
"""No answer in time; no connection; one that breaks off; a body cut off; a stream with no end; no chat server; an HTTP
status."""


class RequestError(Exception):
    """A request that failed on the way. Neither what was sent nor what a server said in sentences stands in it."""

    def __init__(
        self, kind: Kind, status: int | None = None, *, code: str | None = None, asked_wait: float | None = None
    ) -> None:
        """Take what decides what becomes of it.

        Args:
            kind: How it failed.
            status: HTTP status, where there is one.
            code: The server's own word for the error.
            asked_wait: Seconds that the server asks to wait.
        """
        super().__init__(kind)
        self.kind = kind
        self.status = status
        self.code = code
        self.asked_wait = asked_wait

    @property
    def said(self) -> str:
        """What happened, in a few words."""
        status = f"HTTP {self.status}{f', {self.code}' if self.code else ''}"
        return {
            "timeout": "no answer in time",
            "unreachable": "no connection",
            "connection": "a connection that breaks off",
            "garbled": "an answer cut off on the way",
            "interrupted": "an answer that it does not end",
            "foreign": "no answer of a chat server",
            "status": status,
        }[self.kind]

    @property
    def may_refuse_streams(self) -> bool:
        """Whether it may be that the server does not stream, or does not count what it streams."""
        return self.status in _NOT_STREAMED

    def is_passing(self, policy: Policy) -> bool:
        """Tell whether it may pass within the wait that a policy allows."""
        return self._is_transient() and (self.asked_wait is None or self.asked_wait <= policy.longest_wait)

    def wait(self, policy: Policy, tries: int) -> float:
        """Return the seconds before the next try."""
        if self.asked_wait is not None:
            return self.asked_wait
        wait = min(policy.first_wait * 2.0 ** (tries - 1), policy.longest_wait)
        return wait * (1 - random() / 2)  # noqa: S311  # a wait is no secret

    def told(self, server: str, policy: Policy) -> ProviderError:
        """Return what a caller is told.

        Args:
            server: Host and port.
            policy: By which it was tried again.
        """
        match self.kind:
            case "timeout":
                return ProviderError(f"{server} did not answer within {policy.timeout:g} seconds.")
            case "unreachable":
                reason = f"{server} cannot be reached: start the server, or check --base-url."
                return ProviderError(reason, is_lasting=True)
            case "connection":
                return ProviderError(f"{server} breaks off: check the server and --base-url.")
            case "garbled" | "foreign":
                return ProviderError(f"{server} sends what is no answer of a chat server: check --base-url.")
            case "interrupted":
                return ProviderError(f"{server} fails ({self.said}) after {policy.tries} tries; try again later.")
            case "status":
                return self._refusal(server, policy)

    def _refusal(self, server: str, policy: Policy) -> ProviderError:
        if self.asked_wait is not None and self.asked_wait > policy.longest_wait:
            reason = f"{server} takes no requests now ({self.said}): resume after {self.asked_wait:g} s."
            return ProviderError(reason, resume_after=self.asked_wait)
        if self.status in _KEY_REFUSED:
            return ProviderError(f"{server} refuses the key ({self.said}): set OPENAI_API_KEY.", is_lasting=True)
        if not self._is_transient():
            remedy = "add to the account" if self.code == _USED_UP else "check model, mode and --base-url"
            return ProviderError(f"{server} refuses the request ({self.said}): {remedy}.", is_lasting=True)
        return ProviderError(f"{server} fails ({self.said}) after {policy.tries} tries; try again later.")

    def _is_transient(self) -> bool:
        if self.status is None:
            return self.kind != "foreign"
        # An account that is used up answers 429 as well, and will for long.
        return (self.status in _RETRIED or self.status >= _SERVER_ERROR) and self.code != _USED_UP


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a server asks to wait, in whichever way it says so.

    Args:
        headers: Of its response.
    """
    for header, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            return max(0.0, float(headers[header]) / unit)
        except (KeyError, ValueError):
            continue
    try:
        return max(0.0, parsedate_to_datetime(headers["retry-after"]).timestamp() - time())
    except (KeyError, ValueError):
        return None
