"""Places with the letters of what was found there: `C2-5 (T, R), T4 (A/R/T), sacrum (A)`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Span, Tart, TartComponent

_FEWEST = 2
_REACH = 4
"""Words between a place and its letters: its side, or its position as in `L5 ERSL (A, R)`."""
_LETTERS: dict[str, TartComponent] = {"A": "asymmetry", "R": "restriction"}


def read_lettered(view: View) -> Iterator[tuple[int, Tart]]:
    """Read the letters in brackets behind the places of a line that has several of them.

    Yields:
        The number of a line, from 1, with a finding of it.
    """
    for number, line in enumerate(view.document.lines, 1):
        brackets = [match.span() for match in _brackets().finditer(view.text, *line)]
        if len(brackets) >= _FEWEST:
            for span in brackets:
                yield from ((number, finding) for finding in _findings(view, line, span))


def _findings(view: View, line: Span, bracket: Span) -> Iterator[Tart]:
    before = view.tokens.between((line[0], bracket[0]))
    near = Chunk(max(before.start, before.stop - _REACH), before.stop)
    places = view.fixing(near)
    if not places:
        return
    sides = view.sides(Chunk(places[-1].start, before.stop))
    start = view.tokens.spans[places[-1].start][0]
    for component in _components(re.findall("[TAR]", view.text[slice(*bracket)])):
        yield Tart(
            component=component,
            region=places[-1].region,
            laterality=sides[0].value if sides else None,
            assertion="present",
            read_by="tart.grid",
            evidence=(view.quote_span((start, bracket[1])),),
        )


def _components(letters: list[str]) -> Iterator[TartComponent]:
    """Yield what letters stand for; the first T of TART is tissue texture, one behind the others tenderness."""
    for index, letter in enumerate(letters):
        yield _LETTERS.get(letter) or ("tenderness" if index else "tissue_texture")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([TAR](?: ?[,/+&]? ?[TAR]){0,3}\)")
