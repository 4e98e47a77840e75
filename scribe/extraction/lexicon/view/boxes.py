"""Template boxes: the words of an unticked box are not said."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.view.layout import breaks_before
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import words

_ANSWERS = frozenset({
    "yes", "no", "y", "n", "pos", "neg", "positive", "negative", "+", "-", "normal", "abnormal", "nl", "abnl",
    "present", "absent", "intact", "decreased",
})  # fmt: skip
"""Answers of which a template lets one be circled."""
_LONGEST_LABEL = 8
_GAP = 2
_CLOSING = {"[": "]", "(": ")"}
_TICKS = frozenset({"☑", "☒", "✓", "✔", "✗", "✘"})
_FULL = _TICKS | {"x", "√"}
_MARKS = _FULL | {"_"}
_HELD = _MARKS | _ANSWERS | {"]", ")"}
_SIDES = frozenset({"r", "l", "rt", "lt", "right", "left", "b", "bilat", "both"})
_ENDING = frozenset({"]", ")", "☐", "☑", "☒"})
_EDGES = frozenset({"[", "☐", "☑", "☒"})


def unticked(text: str, tokens: Tokens) -> set[int]:
    """Return the indices of the tokens of unticked boxes (`[ ]`, `☐`) and of their labels.

    A label follows its box (`[ ] ROM`) unless the box ends its line or column (`ribs [ ]  head [ ]`).
    """
    boxes = {
        index for start, end in _empty(tokens) for index in (*range(start, end), *_label(text, tokens, start, end))
    }
    return boxes | set(_not_circled(tokens))


def _not_circled(tokens: Tokens) -> Iterator[int]:
    """Yield the answer that is not the circled one, with the marks between the two: `Numbness: (yes) / no`."""
    norms = tokens.norms
    for index in _brackets(tokens):
        closed = norms[index + 2 : index + 3] == [_CLOSING[norms[index]]]
        if not closed or norms[index + 1] not in _ANSWERS:
            continue
        if norms[index + 3 : index + 4] == ["/"] and norms[index + 4 : index + 5] and norms[index + 4] in _ANSWERS:
            yield from (index, index + 2, index + 3, index + 4)
        elif index > 1 and norms[index - 1] == "/" and norms[index - 2] in _ANSWERS:
            yield from (index - 2, index - 1, index, index + 2)


def choices(text: str, tokens: Tokens) -> set[int]:
    """Return the indices of the tokens that draw the boxes of a choice of answers: `SLR: ( ) pos (x) neg`.

    What such a box answers stands before it; other boxes open an item of their own.
    """
    drawn = sorted([*_empty(tokens), *_full(tokens)])
    answering = [tokens.word(end) in words("choices") or _grades(tokens, end) for _, end in drawn]
    for at in range(len(drawn) - 1, 0, -1):
        # The unticked boxes before an answer are other answers to the same.
        answering[at - 1] |= answering[at] and _is_empty(tokens, drawn[at - 1]) and _in_line(text, drawn, tokens, at)
    return {index for box, answers in zip(drawn, answering, strict=True) if answers for index in range(*box)}


def _grades(tokens: Tokens, at: int) -> bool:
    """Tell whether a grade of reflexes stands behind a box, as in `[x] 2+ equal`."""
    return tokens.word(at).isdecimal() and tokens.word(at + 1) == "+"


def _is_empty(tokens: Tokens, box: tuple[int, int]) -> bool:
    return box[1] - box[0] == len("[]") or tokens.norms[box[0]] == "☐"


def _in_line(text: str, drawn: list[tuple[int, int]], tokens: Tokens, at: int) -> bool:
    """Tell whether a box stands in the line of the one before it."""
    return "\n" not in text[tokens.spans[drawn[at - 1][0]][0] : tokens.spans[drawn[at][0]][0]]


def _empty(tokens: Tokens) -> Iterator[tuple[int, int]]:
    for index in tokens.indices({"☐"}):
        yield index, index + 1
    for index in _brackets(tokens):
        word = tokens.norms[index]
        if tokens.norms[index + 1 : index + 2] == [_CLOSING[word]]:
            yield index, index + 2
        elif tokens.norms[index + 1 : index + 3] == ["_", _CLOSING[word]]:
            yield index, index + 3


def _full(tokens: Tokens) -> Iterator[tuple[int, int]]:
    for index in tokens.indices(_TICKS):
        if tokens.norms[index - 1 : index] != ["["]:
            yield index, index + 1
    for index in _brackets(tokens):
        closing = _CLOSING[tokens.norms[index]]
        if tokens.norms[index + 2 : index + 3] == [closing] and tokens.norms[index + 1] in _FULL:
            yield index, index + 3


@lru_cache(maxsize=1)
def _brackets(tokens: Tokens) -> list[int]:
    """Return the opening brackets that hold nothing, or that a word follows which a box may hold."""
    return [at for at in tokens.indices(_CLOSING.keys()) if tokens.word(at + 1) in _HELD]


def _label(text: str, tokens: Tokens, start: int, end: int) -> range:
    if _is_in_row(text, tokens, start, end):
        return range(end, end)
    if _is_between(tokens, start, end):
        return range(start - 1, start)
    if tokens.norms[end : end + 1] and (tokens.norms[end] in words("telling") or _is_second_answer(tokens, start, end)):
        # Of `[x] neg [ ] pos R` the side belongs to the box that is not ticked.
        sided = tokens.word(end + 1) in _SIDES and tokens.spans[end + 1][0] - tokens.spans[end][1] < _GAP
        return range(end, end + 1 + sided)
    after = _after(text, tokens, end)
    before = _before(text, tokens, start)
    if before and _ends_in_box(text, tokens, end):
        return before
    return before if before and (not after or _gap(text, tokens, end) > _GAP) else after


def _is_in_row(text: str, tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a box stands in a row of boxes whose labels head their columns: `C2  [ ] [x]`, `C2 | [ ] | [x]`."""
    start -= tokens.norms[start - 1 : start] == ["|"]
    end += tokens.norms[end : end + 1] == ["|"]
    closed = start > 0 and _closes_box(tokens, start - 1) and not breaks_before(text, tokens, start)
    opens = end < len(tokens.norms) and _opens(tokens, end) and not breaks_before(text, tokens, end)
    return closed or opens


def _closes_box(tokens: Tokens, at: int) -> bool:
    """Tell whether a token closes a box, and no words in brackets: `[x] stretches (page 2)  [ ] brace` has no row."""
    word = tokens.norms[at]
    if word not in {"]", ")"}:
        return word in _ENDING
    return not {"[", "("}.isdisjoint(tokens.norms[max(0, at - 2) : at])


def _ends_in_box(text: str, tokens: Tokens, end: int) -> bool:
    """Tell whether the line of a box ends with one, so that its labels stand before their boxes."""
    last = end
    while last < len(tokens.norms) and not breaks_before(text, tokens, last):
        last += 1
    return tokens.norms[last - 1] in _ENDING and any(tokens.norms[last - n] in _EDGES | {"("} for n in (1, 2, 3))


def _is_between(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a box stands behind the first of two answers, as in `Numb: Y [ ] N [x]`."""
    around = tokens.norms[start - 1 : start] + tokens.norms[end : end + 1]
    led = start > 1 and tokens.norms[start - 2] not in _ENDING
    return len(around) > 1 and words("choices").issuperset(around) and led


def _is_second_answer(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a box stands before the second of two answers, as in `tingling [x]Y [ ]N | weakness [x]Y [ ]N`."""
    answers = start > 1 and {tokens.norms[start - 1], tokens.norms[end]} <= words("choices")
    return answers and tokens.norms[start - 2] in _ENDING


def _after(text: str, tokens: Tokens, end: int) -> range:
    last = end
    while last < len(tokens.norms) and not _opens(tokens, last) and not breaks_before(text, tokens, last):
        if tokens.norms[last] == "|":
            break
        if last > end and (_gap(text, tokens, last) > _GAP or _begins_sentence(text, tokens, last)):
            break
        last += 1
    return range(end, last)


def _begins_sentence(text: str, tokens: Tokens, index: int) -> bool:
    """Tell whether a capital stands behind a full stop."""
    return tokens.norms[index - 1] == "." and text[tokens.spans[index][0]].isupper()


def _before(text: str, tokens: Tokens, start: int) -> range:
    first = start
    while (
        first > 0
        and start - first < _LONGEST_LABEL
        and tokens.norms[first - 1] not in {"]", "☐", "☑", "☒", ":"}
        and not breaks_before(text, tokens, first)
    ):
        first -= 1
    return range(first, start)


def _opens(tokens: Tokens, index: int) -> bool:
    """Tell whether a box starts at a token."""
    if tokens.norms[index] != "(":
        return tokens.norms[index] in _EDGES
    first, second = [*tokens.norms[index + 1 : index + 3], "", ""][:2]
    return first == ")" or (second == ")" and first in _MARKS)


def _gap(text: str, tokens: Tokens, index: int) -> int:
    """Return the width of the space before a token; the end of a line counts as wide."""
    if index >= len(tokens.spans) or breaks_before(text, tokens, index):
        return _GAP + 1
    return tokens.spans[index][0] - tokens.spans[index - 1][1]
