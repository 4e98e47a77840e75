"""Where the quotes of a finding stand: in the text, among its words, and among the turns."""

from bisect import bisect_right
from collections.abc import Sequence

from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.schema import Finding, Span, Turn


def first_span(finding: Finding) -> Span:
    """Return where the first quote of a finding stands; the start of the text where that is not known."""
    return finding.evidence[0].span or (0, 0)


def last_span(finding: Finding) -> Span:
    """Return where the last quote of a finding stands; the start of the text where that is not known."""
    return finding.evidence[-1].span or (0, 0)


def first_token(tokens: Tokens, finding: Finding) -> int:
    """Return the index of the first word of a finding's first quote."""
    return tokens.between(first_span(finding)).start


def turn_of(turns: Sequence[Turn], finding: Finding) -> int:
    """Return which of the turns of a transcript a finding's first quote stands in; -1 for a note."""
    return bisect_right(turns, first_span(finding)[0], key=lambda turn: turn.span[0]) - 1
