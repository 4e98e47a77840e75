"""The columns of a note: what stands behind wide gaps, tabs or leaders."""

import re
from functools import cache

from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.schema import Document


def column_starts(document: Document, tokens: Tokens) -> frozenset[int]:
    """Return the indices of the first words of the third and later columns of a note's lines.

    What stands in the second column belongs to the word that heads the line.
    """
    if document.kind != "note":
        return frozenset()
    return frozenset(
        tokens.between((match.end(), line[1])).start
        for line in document.lines
        for match in [*_gap().finditer(document.text, *line)][1:]
    )


def row_letters(document: Document, tokens: Tokens) -> frozenset[int]:
    """Return the indices of the letters that head the rows of a T-A-R-T or P-A-R-T list, of which R is no side."""
    heads = [tokens.between(line).start for line in document.lines if document.text[slice(*line)].strip()]
    named = [document.text[slice(*tokens.spans[head])] if head < len(tokens.spans) else "" for head in heads]
    return frozenset(
        head
        for first in range(len(heads) - 3)
        if named[first] in {"P", "T"} and named[first + 1 : first + 4] == ["A", "R", "T"]
        for head in heads[first : first + 4]
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)(?: {3,}| ?\t\s*|[ ]?\.{4,}[ ]?)(?=\S)")
