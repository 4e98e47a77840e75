"""What a speaker says anew after checking again: the latter of two statements of one finding holds.

`L5 is tender. Wait, no, not tender at all` finds no tenderness, and neither does the denial of `No, it isn't` after it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.record import (
    STOPS,
    Record,
    clause_of,
    loosely_between,
    start_of,
    stated_between,
    take_back,
)
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_AHEAD = 24
_BACK = 30
_SUBJECTS = frozenset({"it", "it's", "that", "this", "they", "there", "there's", "those", "they're", "you"})
DENYING = frozenset({
    "not", "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "ain't", "none", "nothing",
    "haven't",
})  # fmt: skip
"""Words of which a denial that names nothing has one."""
_AUXILIARIES = frozenset({
    "is", "was", "are", "were", "does", "do", "did", "have", "got", "just", "simply", "really", "actually", "plain",
})  # fmt: skip
_LONGEST = 3
_CLOSING = 2
_WHEN = frozenset({"on", "upon", "at", "after", "by", "with", "today", "now"})
"""Words that open what says when, as in `on repeat it was not there`."""
_LEADING = 6
_FINE = frozenset({"fine", "normal", "okay", "ok", "good", "symmetric", "symmetrical", "even", "equal", "alright"})
_LAST = frozenset({
    "there", "here", "today", "now", "present", "so", "after", "all", "actually", "really", "though", "one", "any",
    "either", "anymore", "more", "longer", "that", "this", "it",
})  # fmt: skip
"""Words that may close a denial, as in `it is not there` and `it isn't that`."""
_SKIPPED = frozenset({
    ",", ".", "-", "…", "comma", "period", "no", "nope", "um", "uh", "well", "oh", "actually", "sorry", "turns", "out",
    "and", "but",
})  # fmt: skip


class Voice(NamedTuple):
    """Where the speaker of a correction is heard."""

    earlier: int
    """Index of the first word of the speaker's turn before, or of this one."""
    start: int
    """Index of the first word of this turn, near the correction."""
    end: int
    """Index after the last word of this turn."""


class _Clause(NamedTuple):
    """The words of a clause, and of what goes on with it."""

    start: int
    end: int


def is_denied_again(norms: Sequence[str], start: int, until: int) -> bool:
    """Tell whether words deny what was said without naming it, as in `no, it isn't` and `it's not`.

    Args:
        norms: The words of the document.
        start: Index after the words that announce the correction.
        until: Index after the last word of the speaker.
    """
    while start < until and (norms[start] in _SKIPPED or norms[start + 1 : start + 2] == ["turns"]):
        start += 1
    if norms[start : start + 1] and norms[start] in _WHEN:
        opening = range(start + 1, min(until, start + _LEADING))
        start = next((at for at in opening if norms[at] in _SUBJECTS), start)
    said = [*norms[start : min(until, start + _LONGEST + _CLOSING + 1)]]
    if DENYING.isdisjoint(said):
        return False
    end = next((at for at, word in enumerate(said) if not word[0].isalnum()), len(said))
    last = end
    while last > _LONGEST - 1 and said[last - 1] in _LAST:
        last -= 1
    clause = [word for word in said[:last] if word not in _AUXILIARIES]
    closed = end < len(said) or start + end >= until
    return closed and len(clause) == len(("it", "isn't")) and clause[0] in _SUBJECTS and clause[1] in DENYING


def restate(norms: Sequence[str], said: Record, cue: Hit, voice: Voice) -> None:
    """Let what a speaker says anew, or denies without naming it, take the place of what was said before a cue.

    Args:
        norms: The words of the document.
        said: What they mention; it is changed in place.
        cue: The words that announce the correction.
        voice: Where the speaker is heard.
    """
    before = _stated_before(said, voice.start, cue)
    if before and is_denied_again(norms, cue.end, voice.end):
        said.denied.add(max(before, key=start_of).start)
        return
    if cue.term.text.startswith("let me") and _is_fine(norms, cue.end, voice.end):
        told = range(voice.start, max(voice.start, cue.start - 1))
        start = next((at + 1 for at in reversed(told) if norms[at] in SENTENCE_ENDS), voice.start)
        said.void.update(range(start, cue.start))
        return
    until = min(voice.end, cue.end + _BACK)
    later = stated_between(said, cue.end, until)
    if not later:
        return
    places = said.places.between(voice.earlier, until)
    for old in (*stated_between(said, voice.earlier, cue.start), *loosely_between(said, voice.start, cue.start)):
        anew = next((hit for hit in later if _is_rival(old, hit)), None)
        if anew is None or anew.start - cue.end > _AHEAD or not _at_one_place(norms, places, old, anew, cue):
            continue
        if old.end <= cue.start and (old.start >= voice.start or _is_denied(norms, anew)):
            _drop(norms, said, old, _Clause(clause_of(norms, old, voice.earlier), cue.start))


def _is_fine(norms: Sequence[str], start: int, until: int) -> bool:
    """Tell whether a second try finds all well, as in `Let me do that again. Hm, no, that's fine.`."""
    while start < until and (norms[start] in _SKIPPED or norms[start] in {"hm", "hmm", "okay", "ok", "yeah"}):
        start += 1
    said = norms[start : min(until, start + _LONGEST + 1)]
    return said[:1] in (["that"], ["it"], ["they're"], ["that's"], ["it's"]) and not _FINE.isdisjoint(said[1:])


def _stated_before(said: Record, start: int, cue: Hit) -> list[Hit]:
    stated = stated_between(said, start, cue.start) or loosely_between(said, start, cue.start)
    return [hit for hit in stated if hit.end <= cue.start]


def _drop(norms: Sequence[str], said: Record, old: Hit, clause: _Clause) -> None:
    """Drop a term, with those of the same words that mean the same, and its clause where that says nothing else."""
    until = next((at for at in range(old.end, clause.end) if norms[at] in STOPS), clause.end)
    if all(_is_rival(old, hit) for hit in stated_between(said, clause.start, until)):
        said.void.update(range(clause.start, until))
    shelf = said.hits[old.term.table]
    for twin in shelf.between(old.start, old.end):
        if twin.term.value == old.term.value:
            shelf.change(twin, None)


def _is_denied(norms: Sequence[str], new: Hit) -> bool:
    """Tell whether what is said anew is a denial, so that it also holds against the turn before."""
    before = norms[max(0, new.start - _LONGEST) : new.start]
    return new.term.assertion == "absent" or any(word in DENYING or word in {"no", "never"} for word in before)


def _is_rival(old: Hit, new: Hit) -> bool:
    return (old.term.table, old.term.value) == (new.term.table, new.term.value)


def _at_one_place(norms: Sequence[str], places: Sequence[Place], old: Hit, new: Hit, cue: Hit) -> bool:
    """Tell whether the later statement names no other place than the earlier one, or than the last before that."""
    reach = range(new.end, min(new.end + _AHEAD, len(norms)))
    until = next((at for at in reach if norms[at] in SENTENCE_ENDS or _begins_clause(norms, at)), reach.stop)
    later = {place.segments or place.region for place in places if cue.end <= place.start < until}
    start = next((at + 1 for at in range(old.start - 1, -1, -1) if norms[at] in SENTENCE_ENDS), 0)
    end = next((at for at in range(old.end, cue.start) if norms[at] in SENTENCE_ENDS), cue.start)
    named = [place for place in places if start <= place.start < end]
    named = named or [place for place in places if place.start < start][-1:]
    earlier = {place.segments or place.region for place in named}
    return later <= earlier and not words("as_well").intersection(norms[cue.end : until])


def _begins_clause(norms: Sequence[str], at: int) -> bool:
    """Tell whether a clause of its own begins behind a comma, as in `not tender, that was my cold hand`."""
    return norms[at] == "," and not words("subjects").isdisjoint(norms[at + 1 : at + 2])


def drop_places(norms: Sequence[str], said: Record, starts: Sequence[int]) -> None:
    """Take back what was found at a place that is then dropped, as in `L4 is rotated. No, it evens out. Forget L4.`.

    Args:
        norms: The words of the document.
        said: What they mention; it is changed in place.
        starts: Indices of the first tokens of its turns and sections, in order.
    """
    for place in said.places.all():
        verb = place.start - 1 - (norms[place.start - 1] in {"the", "that", "about"})
        closes = place.end >= len(norms) or norms[place.end] in SENTENCE_ENDS or norms[place.end] == ","
        opens = verb < 1 or not norms[verb - 1][0].isalnum() or norms[verb - 1] in _SKIPPED
        if verb < 0 or norms[verb] not in words("dropping_places") or not (closes and opens):
            continue
        turn = bisect_right(starts, verb) - 1
        since = max(starts[turn] if turn >= 0 else 0, verb - _BACK)
        for old in said.places.between(since, verb):
            if (old.region, old.segments) == (place.region, place.segments):
                stops = (at for at in range(old.end, verb) if norms[at] in STOPS)
                start = next((at + 1 for at in range(old.start - 1, since - 1, -1) if norms[at] in STOPS), since)
                take_back(said, start, next(stops, verb), places=False, sides=False)
