"""An answer that is still being written: what of it is complete already."""

import json
import re
from collections.abc import Iterator

from scribe.extraction.llm.answer import LISTS

_BETWEEN = re.compile(r"[\s,]*")
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*(?=\S)')
_CLOSED = '}]"'
_decode = json.JSONDecoder().raw_decode


class PartialAnswer:
    """Takes an answer in pieces, and gives each item of its lists once it is complete.

    jiter, which the SDK brings, can parse what is partial as well; but it begins anew with every piece, and does not
    tell whether its last item is complete.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._rest = ""
        self._is_begun = False
        self._list: str | None = None

    def add(self, piece: str) -> Iterator[tuple[str, object]]:
        """Take a piece, and yield what it completes, each with the name of its list.

        What is no JSON yields nothing: the whole answer is judged elsewhere.
        """
        self._rest += piece
        if not self._is_begun:
            # Weak servers wrap their JSON in a fence, or in a sentence.
            _, brace, self._rest = self._rest.partition("{")
            self._is_begun = bool(brace)
        if self._is_begun and any(map(piece.__contains__, _CLOSED)):
            yield from self._completed()

    def _completed(self) -> Iterator[tuple[str, object]]:
        while text := self._skip(_BETWEEN):
            if self._list is None:
                if not self._enter_list(text):
                    return
            elif text.startswith("]"):
                self._list, self._rest = None, text[1:]
            elif value := _value(text, 0):
                item, end = value
                self._rest = text[end:]
                yield self._list, item
            else:
                return

    def _enter_list(self, text: str) -> bool:
        """Go on to the next list, past a value that is none of ours; tell whether there was enough of the text."""
        key = _KEY.match(text)
        if key is None:
            return False
        if key[1] in LISTS and text.startswith("[", key.end()):
            self._list, self._rest = key[1], text[key.end() + 1 :]
            return True
        value = _value(text, key.end())
        if value:
            self._rest = text[value[1] :]
        return value is not None

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._rest)
        self._rest = self._rest[match.end() :] if match else self._rest
        return self._rest


def _value(text: str, start: int) -> tuple[object, int] | None:
    """Return a value and where it ends, or None where it may go on."""
    try:
        value, end = _decode(text, start)
    except (ValueError, RecursionError):
        return None
    # More digits may follow a number.
    return (value, end) if end < len(text) or text[end - 1] in _CLOSED else None
