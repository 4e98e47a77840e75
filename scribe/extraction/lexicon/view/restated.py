"""What a speaker says anew after checking again: the latter of two statements of one finding holds.

`L5 is tender. Wait, no, not tender at all` finds no tenderness, and neither does the denial of `No, it isn't` after it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_AHEAD = 24
_SUBJECTS = frozenset({"it", "it's", "that", "this", "they", "there", "those", "they're", "you"})
_DENYING = frozenset({
    "not", "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "ain't", "none", "nothing",
})  # fmt: skip
_AUXILIARIES = frozenset({"is", "was", "are", "were", "does", "do", "did"})
_LONGEST = 3
_SKIPPED = frozenset({
    ",", ".", "-", "…", "comma", "period", "no", "nope", "um", "uh", "well", "oh", "actually", "sorry", "turns", "out",
})  # fmt: skip


class Said(NamedTuple):
    """What one speaker says around the words that announce a correction."""

    before: Sequence[Hit]
    """The terms before them that state a finding, in order."""
    after: Sequence[Hit]
    """Those after them."""
    places: Sequence[Place]
    """The places on both sides."""


def is_denied_again(norms: Sequence[str], start: int, until: int) -> bool:
    """Tell whether words deny what was said without naming it, as in `no, it isn't` and `it's not`.

    Args:
        norms: The words of the document.
        start: Index after the words that announce the correction.
        until: Index after the last word of the speaker.
    """
    while start < until and (norms[start] in _SKIPPED or norms[start + 1 : start + 2] == ["turns"]):
        start += 1
    said = [*norms[start : min(until, start + _LONGEST + 1)]]
    if _DENYING.isdisjoint(said):
        return False
    end = next((at for at, word in enumerate(said) if not word[0].isalnum()), len(said))
    clause = [word for word in said[:end] if word not in _AUXILIARIES]
    closed = end < len(said) or start + end >= until
    return closed and len(clause) == len(("it", "isn't")) and clause[0] in _SUBJECTS and clause[1] in _DENYING


def outdated(norms: Sequence[str], said: Said, cue: Hit) -> list[Hit]:
    """Return the terms before a correction that are stated anew after it, at the same place or at none."""
    found = []
    for old in said.before:
        anew = next((hit for hit in said.after if _is_rival(old, hit) and hit.start - cue.end <= _AHEAD), None)
        if anew is not None and _at_one_place(norms, said.places, anew, cue):
            found.append(old)
    return found


def _is_rival(old: Hit, new: Hit) -> bool:
    return (old.term.table, old.term.value) == (new.term.table, new.term.value)


def _at_one_place(norms: Sequence[str], places: Sequence[Place], new: Hit, cue: Hit) -> bool:
    """Tell whether the later statement names no other place than the earlier one."""
    reach = range(new.end, min(new.end + _AHEAD, len(norms)))
    until = next((at for at in reach if norms[at] in SENTENCE_ENDS), reach.stop)
    later = {place.segments or place.region for place in places if cue.end <= place.start < until}
    earlier = {place.segments or place.region for place in places if place.start < cue.start}
    return later <= earlier and not words("as_well").intersection(norms[cue.end : until])
