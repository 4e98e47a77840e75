"""What a chat server sent back: text or why there is none, and how many tokens it took."""

from typing import NamedTuple

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


def member(data: object, name: str) -> object:
    """Return a member of a JSON object, or None where there is none; servers send what they like.

    Args:
        data: What should be an object.
        name: The member's name.
    """
    return data.get(name) if isinstance(data, dict) else None


def first(data: object, name: str) -> object:
    """Return the first item of a list that is a member of a JSON object, or None where there is none.

    Args:
        data: What should be an object.
        name: The list's name.
    """
    items = member(data, name)
    return items[0] if isinstance(items, list) and items else None


def text_of(completion: object) -> str:
    """Return what a model answered.

    Args:
        completion: The JSON of a completion.

    Raises:
        RequestError: It is no completion, but the body of an error, as gateways send it with a status of success.
        CutOffError: The answer was cut off.
        AnswerError: The model refuses, or says nothing.
    """
    choice = first(completion, "choices")
    if choice is None:
        raise told_failure(member(completion, "error"), "foreign")
    message = member(choice, "message")
    call = first(message, "tool_calls")
    text = member(member(call, "function"), "arguments") if call else member(message, "content")
    reason = member(choice, "finish_reason")
    if reason == "length":
        raise CutOffError("The model's answer was cut off at its longest: use a model that may answer longer.")
    if member(message, "refusal") or reason == "content_filter":
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
    code = str(member(error, "code"))
    return RequestError("status", int(code)) if code.isascii() and code.isdecimal() else RequestError(kind)


def tokens_of(completion: object) -> Tokens | None:
    """Return what a server says that an answer took, or None where it does not say.

    Args:
        completion: The JSON of a completion.
    """
    usage = member(completion, "usage")
    sent, received = (_count(usage, name) for name in ("prompt_tokens", "completion_tokens"))
    if sent is None or received is None:
        return None
    cached = _count(member(usage, "prompt_tokens_details"), "cached_tokens") or 0
    return Tokens(sent, min(cached, sent), received)


def _count(counts: object, name: str) -> int | None:
    count = member(counts, name)
    return count if type(count) is int and count >= 0 else None
