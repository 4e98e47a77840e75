"""The words that announce a correction: `sorry`, `scratch that`, and a `no` between two pauses."""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit

MARKS = frozenset({",", ".", "-", "…", ":", ";", "(", "comma", "period", "colon", "!", "um", "uh", "er"})
PAUSES = frozenset({",", "comma", "-", "…"})
_ANEW = frozenset({"the", "on", "it", "my"})
_LABEL = 6
_APOLOGY = 4


def announcements(tokens: Tokens, replies: Iterable[Hit], starts: Sequence[int]) -> Iterator[Hit]:
    """List the words that announce a correction, in order."""
    openings = frozenset(starts)
    for hit in replies:
        if hit.term.role in {"correction", "retraction"}:
            if not _is_noun(tokens, hit) and not _compares(tokens, hit):
                yield _led_by(tokens, hit, openings) or hit
        elif hit.term.text == "no" and hit.start and _objects(tokens, hit, openings):
            yield hit


def _led_by(tokens: Tokens, hit: Hit, openings: frozenset[int]) -> Hit | None:
    """Return a correction as if it stood before the words that it follows, as in `It's at T4. T5, sorry.`."""
    norms, start = tokens.norms, hit.start - 1
    if norms[start] not in PAUSES or not tokens.ends_at(hit.end):
        return None
    while start > 0 and hit.start - start <= _APOLOGY and norms[start - 1] not in SENTENCE_ENDS:
        start -= 1
    follows = start > 0 and norms[start - 1] in SENTENCE_ENDS and start not in openings
    return hit._replace(start=start, end=start) if follows and hit.start - 1 > start else None


def _objects(tokens: Tokens, no: Hit, openings: frozenset[int]) -> bool:
    """Tell whether a no corrects: between two pauses, or where a turn opens after a statement and no question."""
    after = tokens.norms[no.end] if no.end < len(tokens.norms) else "."
    if after not in PAUSES and after not in _ANEW:
        return False
    before = tokens.norms[no.start - 1]
    if no.start not in openings:
        return before in PAUSES or (before == "." and after in PAUSES)
    return last_mark(tokens, no.start) == "."


def _compares(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a rather prefers one thing to another, as in `left rather than right`."""
    return hit.term.text == "rather" and tokens.norms[hit.end : hit.end + 1] == ["than"]


def _is_noun(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a correction is one of posture or of glasses, and corrects no words."""
    if hit.term.text != "correction":
        return False
    before = tokens.norms[hit.start - 1] if hit.start else "."
    return before not in MARKS or not MARKS.intersection(tokens.norms[hit.end : hit.end + 1])


def last_mark(tokens: Tokens, turn: int) -> str | None:
    """Return the mark that ends the turn before, over the label between the two."""
    return next(
        (tokens.norms[at] for at in range(turn - 1, max(0, turn - _LABEL), -1) if tokens.norms[at] in SENTENCE_ENDS),
        None,
    )
