"""Regions that notes name by their letters, cell after cell: `C SD | T NSD | L SD`, `C: SD, T: none, L: SD`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.schema import Document, Region

_REGIONS: dict[str, tuple[Region, str]] = {
    "C": ("cervical", "cervical_spine"),
    "T": ("thoracic", "thoracic_spine"),
    "L": ("lumbar", "lumbar_spine"),
    "S": ("sacral", "sacrum"),
    "P": ("pelvic", "pelvis"),
}
_ROW = ["C", "T", "L"]
"""Letters that show a row to be one of regions."""


def lettered_cells(text: str, document: Document, tokens: Tokens) -> list[Place]:
    """Return the regions whose letters open the cells of a line, where the spine is gone through from neck to back."""
    if document.turns:
        return []
    rows = [place for line in document.lines for place in _row(text, tokens, line)]
    return [*rows, *_spines(text, tokens)]


def _spines(text: str, tokens: Tokens) -> Iterator[Place]:
    """Yield the regions whose letters share one word, as the first two of `C, T and L spine` do."""
    for match in _shared().finditer(text):
        for letter in re.finditer("[CTL]", match["letters"]):
            at = tokens.between((match.start("letters") + letter.start(), match.end())).start
            region, name = _REGIONS[letter[0]]
            yield Place(at, at + 1, region, name, "", ())


def _row(text: str, tokens: Tokens, line: tuple[int, int]) -> Iterator[Place]:
    cells = list(_cell().finditer(text, *line))
    letters = [match["letter"] for match in cells]
    if not any(letters[at : at + len(_ROW)] == _ROW for at in range(len(letters))):
        return
    for match in cells:
        at = tokens.between((match.start("letter"), line[1])).start
        region, name = _REGIONS[match["letter"]]
        yield Place(at, at + 1, region, name, "", ())


@cache
def _shared() -> re.Pattern[str]:
    """Match the letters before the last one that has the word for all of them behind it."""
    return re.compile(
        r"(?<![\w/-])(?P<letters>[CTL]-?(?:[ ]?[,/][ ]?[CTL]-?)?)(?:[ ]?[,/&][ ]?|,? and )[TLS][- ]?[Ss]pines?\b"
    )


@cache
def _cell() -> re.Pattern[str]:
    """Match a capital that opens a cell and is followed by words, not by the next cell."""
    return re.compile(
        r"(?:(?<=[|,;:])[ ]|(?<=[|,;])|^)[ ]*(?P<letter>[CTLSP])(?:[ ]*[:=][ ]*|[ ]+)(?=[A-Za-z+])", re.MULTILINE
    )
