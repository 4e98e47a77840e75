"""Template boxes: the words of an unticked box are not said."""

from collections.abc import Iterator

from scribe.extraction.lexicon.tokens import Tokens

_LONGEST_LABEL = 8
_GAP = 2


def unticked(text: str, tokens: Tokens) -> set[int]:
    """Return the indices of the tokens that belong to unticked boxes (`[ ]`, `☐`).

    A label follows its box (`[ ] ROM`) unless the box ends its line or column (`ribs [ ]  head [ ]`).
    """
    return {index for start, end in _empty(tokens) for index in _label(text, tokens, start, end)}


def _empty(tokens: Tokens) -> Iterator[tuple[int, int]]:
    for index, word in enumerate(tokens.norms):
        if word == "☐":
            yield index, index + 1
        elif word == "[" and tokens.norms[index + 1 : index + 2] == ["]"]:
            yield index, index + 2


def _label(text: str, tokens: Tokens, start: int, end: int) -> range:
    after = _after(text, tokens, end)
    before = _before(text, tokens, start)
    return before if before and (not after or _gap(text, tokens, end) > _GAP) else after


def _after(text: str, tokens: Tokens, end: int) -> range:
    last = end
    while (
        last < len(tokens.norms) and tokens.norms[last] not in {"[", "☐", "☑", "☒"} and not _breaks(text, tokens, last)
    ):
        last += 1
    return range(end, last)


def _before(text: str, tokens: Tokens, start: int) -> range:
    first = start
    while (
        first > 0
        and start - first < _LONGEST_LABEL
        and tokens.norms[first - 1] not in {"]", "☐", "☑", "☒", ":"}
        and not _breaks(text, tokens, first)
    ):
        first -= 1
    return range(first, start)


def _breaks(text: str, tokens: Tokens, index: int) -> bool:
    """Tell whether a line break stands before a token."""
    return index > 0 and "\n" in text[tokens.spans[index - 1][1] : tokens.spans[index][0]]


def _gap(text: str, tokens: Tokens, index: int) -> int:
    """Return the width of the space before a token; the end of a line counts as wide."""
    if index >= len(tokens.spans) or _breaks(text, tokens, index):
        return _GAP + 1
    return tokens.spans[index][0] - tokens.spans[index - 1][1]
