"""A completion that comes in chunks, put together as if it had come whole."""

from types import SimpleNamespace
from typing import Any

from scribe.extraction.llm.failures import RequestError


class Gathered:
    """What has come of a completion."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._content: list[str] = []
        self._arguments: list[str] = []
        self._refusal: list[str] = []
        self._finish: str | None = None
        self._usage: object = None
        self._is_begun = False

    def add(self, chunk: Any) -> str:  # noqa: ANN401  # servers send what they like
        """Take a chunk, and return the piece of the answer in it."""
        self._usage = getattr(chunk, "usage", None) or self._usage
        choices = getattr(chunk, "choices", None)
        # The last chunk may tell the usage and nothing else.
        if not choices:
            return ""
        self._is_begun = True
        self._finish = getattr(choices[0], "finish_reason", None) or self._finish
        delta = getattr(choices[0], "delta", None)
        _put(self._refusal, getattr(delta, "refusal", None))
        said = _put(self._content, getattr(delta, "content", None))
        # One tool is offered, and a model that calls it twice is heard once.
        calls = [call for call in getattr(delta, "tool_calls", None) or () if not getattr(call, "index", 0)]
        called = [_put(self._arguments, getattr(getattr(call, "function", None), "arguments", None)) for call in calls]
        return "".join(called) if self._arguments else said

    def completion(self) -> SimpleNamespace:
        """Return the whole.

        Raises:
            RequestError: It came to no end.
        """
        if self._is_begun and self._finish is None:
            raise RequestError("interrupted")
        function = SimpleNamespace(arguments="".join(self._arguments))
        message = SimpleNamespace(
            content="".join(self._content) or None,
            refusal="".join(self._refusal) or None,
            tool_calls=[SimpleNamespace(function=function)] if self._arguments else None,
        )
        choices = [SimpleNamespace(message=message, finish_reason=self._finish)] if self._is_begun else []
        return SimpleNamespace(choices=choices, usage=self._usage)


def _put(pieces: list[str], piece: object) -> str:
    """Keep a piece of text, and return it; anything else is none."""
    if not isinstance(piece, str) or not piece:
        return ""
    pieces.append(piece)
    return piece
