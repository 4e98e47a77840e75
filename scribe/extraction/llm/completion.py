"""What a chat server sent back: text or why there is none, and how many tokens it took."""

from typing import Any, NamedTuple

from scribe.errors import AnswerError
from scribe.extraction.llm.failures import Kind, RequestError


class Tokens(NamedTuple):
    """Tokens of a request and its answer."""

    input: int
    """Tokens sent, cached ones included."""
    cached: int
    """Sent tokens that the provider had cached."""
    output: int
    """Tokens received."""

    @property
    def total(self) -> int:
        """Tokens sent and received."""
        return self.input + self.output


class CutOffError(AnswerError):
    """An answer that ended at its longest."""


def text_of(completion: Any) -> str:  # noqa: ANN401  # servers send what they like
    """Return what a model answered.

    Raises:
        RequestError: It is no completion, but the body of an error, as gateways send it with a status of success.
        CutOffError: The answer was cut off.
        AnswerError: The model refuses, or says nothing.
    """
    choices = getattr(completion, "choices", None)
    if not choices:
        raise told_failure(getattr(completion, "error", None), "foreign")
    message = choices[0].message
    calls = getattr(message, "tool_calls", None)
    text = calls[0].function.arguments if calls else message.content
    reason = choices[0].finish_reason
    if reason == "length":
        raise CutOffError("The model's answer was cut off at its longest: use a model that may answer longer.")
    if getattr(message, "refusal", None) or reason == "content_filter":
        raise AnswerError("The model refused to answer: use another model.")
    if not isinstance(text, str) or not text.strip():
        raise AnswerError("The model's answer is empty: use another model or mode.")
    return text


def told_failure(error: object, kind: Kind) -> RequestError:
    """Return the failure that a server tells of in what it sends as a success.

    Args:
        error: What it says.
        kind: What it is where the server names no status.
    """
    code = str(error.get("code")) if isinstance(error, dict) else ""
    return RequestError("status", int(code)) if code.isascii() and code.isdecimal() else RequestError(kind)


def tokens_of(completion: Any) -> Tokens | None:  # noqa: ANN401  # as above
    """Return what a server says that an answer took, or None where it does not say."""
    usage = getattr(completion, "usage", None)
    sent, received = (_count(usage, name) for name in ("prompt_tokens", "completion_tokens"))
    if sent is None or received is None:
        return None
    cached = _count(getattr(usage, "prompt_tokens_details", None), "cached_tokens") or 0
    return Tokens(sent, min(cached, sent), received)


def _count(counts: object, name: str) -> int | None:
    count = getattr(counts, name, None)
    return count if type(count) is int and count >= 0 else None
