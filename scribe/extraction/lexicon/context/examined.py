"""Histories of notes that come to an examination without a heading, by their words or by lines of regions.

Below `S: driving is hard.` a line `C: C3 FRSR, pillar tender R` tells what was found.
"""

import re
from functools import cache

from scribe.extraction.lexicon.context.attachment import heading_of
from scribe.extraction.lexicon.view.view import Statement, View

_EXAMINED = frozenset({"examined", "examination", "exam"})
_ELSEWHERE = frozenset({
    "er", "ed", "urgent", "outside", "hospital", "pcp", "prior", "previous", "last", "their", "his",
})  # fmt: skip
_EXAMINING = 3
_FELT = frozenset({
    "boggy", "ropy", "ropey", "ttp", "doughy", "hypertonic", "nontender", "hypertonicity", "bogginess", "tta", "ttc",
    "palpation", "fibrotic", "spongy", "ttx",
})  # fmt: skip
"""Words that nobody says of himself."""


def comes_to_examination(view: View, statement: Statement, previous: Statement | None, *, below: bool) -> bool:
    """Tell whether a history without headings comes to its examination, as in `On examination ...`, or goes on with it.

    What was found elsewhere, as `on exam in the ER`, stays a part of the history.

    Args:
        view: The document's words.
        statement: A statement of a history.
        previous: The statement before it.
        below: Whether the statement before it tells of an examination.
    """
    said = view.norms[statement.start : statement.end]
    opens = not _EXAMINED.isdisjoint(said[:_EXAMINING]) and _ELSEWHERE.isdisjoint(said)
    same_line = previous is not None and previous.line == statement.line and previous.section == statement.section
    return opens or (same_line and below) or _opens_region(view, statement, previous, below=below)


def _opens_region(view: View, statement: Statement, previous: Statement | None, *, below: bool) -> bool:
    """Tell whether a line of a history tells what was found in the region that heads it."""
    if previous is not None and previous.line == statement.line:
        return False
    if heading_of(view, statement) is None:
        return False
    said = view.norms[statement.start : statement.end]
    noted = sum(_position().fullmatch(word) is not None for word in said)
    return below or noted > 0 or not _FELT.isdisjoint(said)


@cache
def _position() -> re.Pattern[str]:
    """Match the shorthand of a position, as in `FRSR`, `ERS` and `SL`."""
    return re.compile(r"[fe]rs[rl]?|[fe]sr[rl]?|nsr[rl]?|[rs][rl]|[rs][rl][rs][rl]")
