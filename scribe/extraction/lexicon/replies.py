"""Answers to questions: what the next turn says to the one before."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from scribe.extraction.lexicon.tokens import Tokens
from scribe.extraction.lexicon.vocabulary import Hit, words

Answer = Literal["yes", "no", "normal"]

_ANSWERS: dict[str, Answer] = {"positive_reply": "yes", "negative_reply": "no", "normal_reply": "normal"}
_REACH = 12


class Reply(NamedTuple):
    """What an answer says, and where its telling words end."""

    answer: Answer
    """Yes, no, or that all is normal."""
    end: int
    """Index after the last token of the telling words."""


def reply_to(tokens: Tokens, cues: Iterable[Hit], first: int, last: int) -> Reply | None:
    """Read the answer at the beginning of a turn.

    Args:
        tokens: The words of the document.
        cues: The cues found in the turn, in order.
        first: Index of the turn's first token.
        last: Index after its last token.

    Returns:
        The answer, or None where the turn does not say yes, no or normal.
    """
    position = first
    cues = list(cues)
    starts = {hit.start for hit in cues}
    while position < last and position not in starts and tokens.norms[position] in words("reply_openers"):
        position += 1
    reply = None
    for hit in cues:
        answer = _ANSWERS.get(hit.term.role)
        if hit.start < position or hit.start - position > _REACH:
            continue
        if hit.term.role == "past_reply":
            return None
        if answer is None or (answer == "yes" and hit.start > position + 3 and not _ends(tokens, hit, last)):
            continue
        if reply is None or (hit.start - reply.end <= 1 and (reply.answer != "no" or answer == "no")):
            reply = Reply(answer, hit.end)
    return reply


def _ends(tokens: Tokens, hit: Hit, last: int) -> bool:
    """Tell whether a yes ends a short answer of its own, as in `The thumb is, yeah.`."""
    closed = hit.end >= last or tokens.norms[hit.end] in {".", "!"}
    return closed and tokens.norms[hit.start - 1] == ","
