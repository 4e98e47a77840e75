"""A completion that comes in chunks, put together as if it had come whole."""

from typing import Any

from scribe.extraction.llm.completion import first, member
from scribe.extraction.llm.failures import RequestError


class Gathered:
    """What has come of a completion."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._content: list[str] = []
        self._arguments: list[str] = []
        self._refusal: list[str] = []
        self._finish: object = None
        self._usage: object = None
        self._is_begun = False

    def add(self, chunk: object) -> str:
        """Take the JSON of a chunk, and return the piece of the answer in it."""
        self._usage = member(chunk, "usage") or self._usage
        choice = first(chunk, "choices")
        # The last chunk may tell the usage and nothing else.
        if choice is None:
            return ""
        self._is_begun = True
        self._finish = member(choice, "finish_reason") or self._finish
        delta = member(choice, "delta")
        _put(self._refusal, member(delta, "refusal"))
        said = _put(self._content, member(delta, "content"))
        calls = member(delta, "tool_calls")
        # One tool is offered, and a model that calls it twice is heard once.
        heard = [call for call in calls if not member(call, "index")] if isinstance(calls, list) else []
        called = [_put(self._arguments, member(member(call, "function"), "arguments")) for call in heard]
        return "".join(called) if self._arguments else said

    def completion(self) -> dict[str, Any]:
        """Return the whole.

        Raises:
            RequestError: It came to no end.
        """
        if self._is_begun and self._finish is None:
            raise RequestError("interrupted")
        called = {"function": {"arguments": "".join(self._arguments)}}
        message = {
            "content": "".join(self._content) or None,
            "refusal": "".join(self._refusal) or None,
            "tool_calls": [called] if self._arguments else None,
        }
        choices = [{"message": message, "finish_reason": self._finish}] if self._is_begun else []
        return {"choices": choices, "usage": self._usage}


def _put(pieces: list[str], piece: object) -> str:
    """Keep a piece of text, and return it; anything else is none."""
    if not isinstance(piece, str) or not piece:
        return ""
    pieces.append(piece)
    return piece
