"""The words that announce a correction: `sorry`, `scratch that`, and a `no` between two pauses."""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.view.restated import is_denied_again
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words

MARKS = frozenset({",", ".", "-", "…", ":", ";", "(", "comma", "period", "colon", "!", "um", "uh", "er"})
PAUSES = frozenset({",", "comma", "-", "…"})
_NOTING = frozenset({"*", "[", "/", "addendum"})
"""What a note sets before a correction."""
_ANNOUNCING = frozenset({"correction", "retraction"})
_ANEW = frozenset({"the", "on", "it", "my"})
_LABEL = 6
_APOLOGY = 4
_CLAUSE = 8
_WRITTEN = 4
_LINE = 6
_DISREGARDED = frozenset({"disregard", "ignore", "omit", "delete", "strike", "remove"})
_ERRORS = frozenset({"error", "wrong", "incorrect", "mistake", "typo"})
_FINDERS = frozenset({"i", "i'd", "would", "i'll", "we"})
"""Words before a `make that` that tells what somebody finds: `I make that four out of five`."""
_ANOTHERS = 2
_NOT_TAKING_BACK = frozenset({"you", "you'll", "you'd", "don't", "won't", "didn't", "wouldn't", "never"})
"""Words before a retraction that takes nothing back: `I won't strike that` and `you may scratch it`."""
_REMOVALS = frozenset({"take it out", "take that out", "remove that", "remove it"})
REMOVERS = frozenset({
    "we'd", "i'd", "would", "could", "can", "might", "may", "to", "surgeon", "he", "she", "they", "they'd", "he'd",
})  # fmt: skip
"""Words before a verb of surgery, unlike before a retraction: `we'd take it out`, `the surgeon can remove that`."""
_AMENDED = Term("should be", "replies", "correction")
_SLIP = Term("in error", "replies", "retraction")
"""What words that tell of a slip of the pen stand for."""


def announcements(tokens: Tokens, replies: Iterable[Hit], starts: Sequence[int]) -> Iterator[Hit]:
    """List the words that announce a correction, in order."""
    slips = list(_slips(tokens))
    found = _announced(tokens, replies, starts)
    return iter(sorted([*found, *slips], key=lambda hit: hit.start)) if slips else found


def _slips(tokens: Tokens) -> Iterator[Hit]:
    """List the words that say that something was written by mistake, or that the last line does not count."""
    norms = tokens.norms
    for at in tokens.indices(words("slips")):
        word = norms[at]
        before = norms[max(0, at - _WRITTEN) : at]
        written = next((back for back in range(1, len(before) + 1) if before[-back] in words("written_down")), 0)
        if word in _DISREGARDED:
            line = next((end for end in range(at + 1, at + _LINE) if norms[end : end + 1] == ["."]), at + _LINE)
            said = norms[at + 1 : line]
            if words("earlier_line").intersection(said) and words("lines").intersection(said):
                yield Hit(at, min(line, len(norms)), _SLIP)
        elif word == "should" and norms[at + 1 : at + 2] == ["be"]:
            error = at - (norms[at - 1] in MARKS) - 1
            if at and (norms[at - 1] in {"(", "["} or norms[error] in _ERRORS):
                yield Hit(error if norms[error] in _ERRORS else at, at + 2, _AMENDED)
        elif written:
            yield Hit(at - written, at + 1, _SLIP)
        elif norms[at + 1 : at + 2] and norms[at + 1] in words("written_down") and word.endswith("ly"):
            yield Hit(at, at + 2, _SLIP)


def _announced(tokens: Tokens, replies: Iterable[Hit], starts: Sequence[int]) -> Iterator[Hit]:
    openings = frozenset(starts)
    for hit in replies:
        if hit.term.role in _ANNOUNCING:
            if not (_tells_otherwise(tokens, hit) or _is_noun(tokens, hit) or _compares(tokens, hit)):
                yield _led_by(tokens, hit, openings) or hit
        elif hit.start and hit.term.text.partition(" ")[0] == "no" and _objects(tokens, hit, openings):
            yield hit._replace(end=hit.start + 1)


def _tells_otherwise(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether words that may announce a correction tell what somebody finds, or what is not taken back."""
    before = tokens.norms[max(0, hit.start - _ANOTHERS) : hit.start]
    if hit.term.text == "make that" and not _FINDERS.isdisjoint(before[-1:]):
        return True
    if hit.term.role != "retraction":
        return False
    # Of `number two, scratch that` nothing was said yet, and `delete number two` says what goes.
    numbered = "number" in (*before[:1], *tokens.norms[hit.end : hit.end + 1])
    operates = hit.term.text in _REMOVALS and not REMOVERS.isdisjoint(before)
    return numbered or operates or not _NOT_TAKING_BACK.isdisjoint(before)


def _led_by(tokens: Tokens, hit: Hit, openings: frozenset[int]) -> Hit | None:
    """Return a correction as if it stood before the words that it follows, as in `It's at T4. T5, sorry.`."""
    norms, start = tokens.norms, hit.start - 1
    if (norms[start] not in PAUSES and hit.term.text != "rather") or not tokens.ends_at(hit.end):
        return None
    while start > 0 and hit.start - start <= _APOLOGY and norms[start - 1] not in SENTENCE_ENDS:
        start -= 1
    follows = start > 0 and norms[start - 1] in SENTENCE_ENDS and start not in openings
    return hit._replace(start=start, end=start) if follows and hit.start - 1 > start else None


def _objects(tokens: Tokens, no: Hit, openings: frozenset[int]) -> bool:
    """Tell whether a no corrects: between two pauses, or where a turn opens after a statement and no question."""
    behind = no.start + 1
    after = tokens.word(behind)
    if after not in PAUSES and after not in _ANEW:
        return False
    before = tokens.norms[no.start - 1]
    if no.start not in openings:
        denies = after in _ANEW and is_denied_again(tokens.norms, behind, min(len(tokens.norms), behind + _CLAUSE))
        return before in PAUSES or (before == "." and (after in PAUSES or denies))
    return last_mark(tokens, no.start) == "."


def _compares(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a rather prefers one thing to another, as in `left rather than right`."""
    return hit.term.text == "rather" and tokens.norms[hit.end : hit.end + 1] == ["than"]


def _is_noun(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a correction is one of posture or of glasses, and corrects no words."""
    if hit.term.text != "correction":
        return False
    before = tokens.norms[hit.start - 1] if hit.start else "."
    return before not in MARKS | _NOTING or not MARKS.intersection(tokens.norms[hit.end : hit.end + 1])


def last_mark(tokens: Tokens, turn: int) -> str | None:
    """Return the mark that ends the turn before, over the label between the two."""
    return next(
        (tokens.norms[at] for at in range(turn - 1, max(0, turn - _LABEL), -1) if tokens.norms[at] in SENTENCE_ENDS),
        None,
    )
