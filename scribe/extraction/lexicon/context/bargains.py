"""What might yet happen, told without an if: `You start dropping things, you call me.`, `What worries me is ...`.

The condition stands first, in the present of what begins; what is to be done then follows, or the name of an emergency.
"""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Chunk, Statement, View

_BEGINNING = frozenset({
    "start", "starts", "get", "gets", "lose", "loses", "go", "goes", "stop", "stops", "begin", "begins", "notice",
    "notices", "develop", "develops", "change", "changes", "becomes", "become",
})  # fmt: skip
_GOING = frozenset({"go", "goes", "get", "gets", "becomes", "become"})
_FAILING = frozenset({
    "weak", "weaker", "numb", "dead", "limp", "a", "any", "worse", "clumsy", "heavy", "floppy", "new",
})  # fmt: skip
"""What a limb becomes; who goes anywhere else, or where a pain goes, is no condition."""
_LEADS = frozenset({
    "you", "then", "and", "please", "just", "so", "i", "want", "to", "need", "that", "it", "is", "that's",
})  # fmt: skip
_URGES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("call", "ring", "phone", "page", "text", "tell"), frozenset({"me", "us", "911", "999", "right"})),
    "let": frozenset({"me", "us"}),
    "come": frozenset({"back", "in", "right", "straight", "see", "down"}),
    **dict.fromkeys(("go", "get", "head"), frozenset({"to", "straight", "right", "in", "yourself"})),
}
_EMERGENCIES = frozenset({"er", "ed", "emergency", "911", "999", "ambulance", "casualty"})
_WORRIES = (("worry", "about"), ("worries", "me"), ("scares", "me"), ("worry", "me"), ("concerns", "me"))
_OPENING = 6
_NEAR = 3


def bargains(view: View, statement: Statement) -> Iterator[Cue]:
    """Find where a spoken statement begins to tell what might happen.

    Args:
        view: The document's words.
        statement: The statement.

    Yields:
        What makes the words behind it hypothetical.
    """
    if statement.turn < 0 or statement.speaker == "patient" or statement.asks:
        return
    if (worry := _worry(view, statement)) is not None:
        yield Cue(statement.start, worry, "before", "hypothetical", "worry")
        return
    if _BEGINNING.isdisjoint(view.norms[statement.start : statement.end]) or len(statement.chunks) == 1:
        return
    urged = next((chunk.start for chunk in statement.chunks[1:] if _urges(view, chunk)), statement.start)
    for chunk in statement.chunks:
        if chunk.start < urged and _begins(view, chunk):
            yield Cue(chunk.start, chunk.start + 1, "before", "hypothetical", "bargain")


def _worry(view: View, statement: Statement) -> int | None:
    """Return where a worry ends to be announced, as in `what I worry about is ...`."""
    opening = view.norms[statement.start : min(statement.end, statement.start + _OPENING)]
    if "what" not in opening[:2]:
        return None
    return next((statement.start + at + 2 for at, pair in enumerate(pairwise(opening)) if pair in _WORRIES), None)


def _begins(view: View, chunk: Chunk) -> bool:
    """Tell whether a part says that something begins, and not what somebody has."""
    said = view.norms[chunk.start : chunk.end]
    at = next((index for index, word in enumerate(said) if word in _BEGINNING), None)
    if at is None:
        return False
    return said[at] not in _GOING or not _FAILING.isdisjoint(said[at + 1 : at + 1 + _NEAR])


def _urges(view: View, chunk: Chunk) -> bool:
    """Tell whether a part says what is to be done, or that it is an emergency."""
    said = view.norms[chunk.start : chunk.end]
    if not _EMERGENCIES.isdisjoint(said):
        return True
    at = next((index for index, word in enumerate(said) if word not in _LEADS), None)
    return at is not None and at <= _NEAR and not _URGES.get(said[at], frozenset()).isdisjoint(said[at + 1 : at + 3])
