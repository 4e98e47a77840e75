"""Corrections: what a speaker takes back, and what stands in its place.

`On the left, sorry, on the right` names one side, the right one. The words from
what is taken back to what replaces it become one mention with the meaning of
the latter, so that nothing after this step sees the former.
"""

import sys
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.view.announced import MARKS, PAUSES, announcements, last_mark
from scribe.extraction.lexicon.view.other_side import Sided, is_heard, settle_side
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.quoting import TURNS_BACK, quotes_own_turn, quotes_self
from scribe.extraction.lexicon.view.record import (
    STATED_ANEW,
    STATING,
    STOPS,
    Mentions,
    Record,
    Shelf,
    clause_of,
    last_stated,
    loosely_between,
    start_of,
    states,
    take_back,
)
from scribe.extraction.lexicon.view.restated import Voice, drop_places, is_denied_again, restate
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS, Item, ItemT, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_QUOTES = frozenset({"'", '"', "\u201c", "\u2018"})
_ADDING = frozenset({"too", "also", "as"})
_DENIALS = frozenset({"no", "not", "isn't", "aren't", "doesn't", "don't", "without", "normal", "negative"})
_INTERJECTIONS = frozenset({"oh", "ah", "um", "uh", "well", "and", "but", "no", "hmm", "disregard", "please", "error"})
_ANSWERING = frozenset({"no", "actually", "well"})
_AMENDING = frozenset({"should read", "should say", "should have read", "amended to", "corrected to", "changed to"})
"""Words that set right what stands anywhere before them in a note."""
_SUBJECTS = frozenset({"it", "there", "i", "my", "that"})
_ASIDE = 8
_PHRASE = 16
_BACK = 30
_NEAR = 4
_TURN_OPENING = 4
_DEMONSTRATIVES = frozenset({"that", "it"})


class _Range(NamedTuple):
    """A range of words."""

    start: int
    """Index of the first token."""
    end: int
    """Index after the last token."""


class Corrected(NamedTuple):
    """Mentions without those that were taken back."""

    mentions: Mentions
    """What holds."""
    seams: frozenset[int]
    """Indices of the words inside a correction, where no statement breaks."""
    denied: frozenset[int] = frozenset()
    """Where the terms start that are denied afterwards, as in `L5 is tender. Actually, no, it isn't`."""
    void: frozenset[int] = frozenset()
    """Indices of the words of the clauses that were taken back."""


class _Phrase(NamedTuple):
    """The words that replace what was said."""

    places: list[Place]
    sides: list[Side]
    terms: list[Hit]
    opening: str
    """Its first word."""
    denies: bool
    """Whether it denies what it names."""
    ends: bool
    """Whether nothing else is said in it."""


def correct(tokens: Tokens, mentions: Mentions, starts: Sequence[int], sentences: Sequence[int] = ()) -> Corrected:
    """Carry out the corrections of a document.

    Args:
        tokens: Its words.
        mentions: What they mention.
        starts: Indices of the first tokens of its turns and sections, in order.
        sentences: Indices of the first tokens of its sentences and items, in order.

    Returns:
        What still holds.
    """
    cues = list(announcements(tokens, mentions.hits["replies"], starts))
    drops = not words("dropping_places").isdisjoint(tokens.said)
    if not cues and not drops:
        return Corrected(mentions, frozenset())
    record = Record(mentions)
    if drops:
        drop_places(tokens.norms, record, starts)
    seams: set[int] = set()
    for cue in cues:
        inside = set() if is_heard(cue) else _correct(tokens, record, cue, starts, sentences)
        seams |= inside
        if not inside:
            settle_side(tokens.norms, Sided(record.sides, record.places, record.hits["lesions"]), cue, starts)
    return Corrected(record.mentions(), frozenset(seams), frozenset(record.denied), frozenset(record.void))


def _correct(tokens: Tokens, said: Record, cue: Hit, starts: Sequence[int], sentences: Sequence[int]) -> set[int]:
    """Carry out one correction, and return the indices of the words in it."""
    turn = bisect_right(starts, cue.start) - 1
    anywhere = turn < 0 or cue.term.text in _AMENDING
    own = max(0 if anywhere else starts[turn], cue.start - _BACK)
    until = starts[turn + 1] if turn + 1 < len(starts) else len(tokens.norms)
    if cue.term.text not in _AMENDING and (item := _item(said, sentences, cue)):
        own, until = max(own, item.start), min(until, item.end)
    inside = _exchanged(tokens, said, cue, starts, _Range(own, until))
    if not inside:
        opens = turn > 0 and cue.start - starts[turn] <= _TURN_OPENING
        earlier = starts[turn - TURNS_BACK] if opens and turn >= TURNS_BACK else own
        restate(tokens.norms, said, cue, Voice(max(earlier, cue.start - _BACK), own, until))
    return inside


def _item(said: Record, sentences: Sequence[int], cue: Hit) -> _Range | None:
    """Return the reach of a cue whose sentence or item names what it takes back itself; None elsewhere."""
    at = bisect_right(sentences, cue.start) - 1
    if at < 0 or not said.places.between(sentences[at], cue.start):
        return None
    following = next((start for start in sentences[at + 1 : at + 2] if 0 <= start - cue.end <= _NEAR), sys.maxsize)
    return _Range(sentences[at], following)


def _exchanged(tokens: Tokens, said: Record, cue: Hit, starts: Sequence[int], said_by: _Range) -> set[int]:
    """Let what follows a cue take the place of what it corrects, and return the indices of the words between them."""
    own, until = said_by
    turn = bisect_right(starts, cue.start) - 1
    phrase = _phrase(tokens, said, cue, until)
    if cue.term.role != "retraction" and not (phrase.places or phrase.sides or phrase.terms):
        return set()
    opening = _opening(tokens, own, cue)
    sentence = own if cue.term.text in _AMENDING else _sentence(tokens, own, opening)
    if _only_takes_back(tokens, phrase, cue) and _took_back(tokens, said, cue, phrase, (_Range(own, until), sentence)):
        return set()
    if not phrase.ends and (tokens.norms[opening - 1] in SENTENCE_ENDS or "actually" in cue.term.text):
        return set()
    stated = _restated(said, phrase, sentence, cue)
    if stated and not _names_another_place(said, phrase, stated, cue):
        _take_back(said, phrase, clause_of(tokens.norms, stated, own), cue)
        return set()
    since = sentence
    if phrase.ends and not phrase.terms:
        since = own
        if (
            (cue.start - own <= _TURN_OPENING or quotes_own_turn(tokens, said, cue, starts))
            and turn > 0
            and _may_reach(tokens, cue, own)
        ):
            since = max(starts[max(0, turn - TURNS_BACK)], cue.start - _BACK)
    values = [hit for hit in phrase.terms if hit.term.role == "value"]
    anew = own if phrase.ends and len(values) == len(phrase.terms) and phrase.sides else since
    finds = any(hit.term.table in STATED_ANEW and states(hit) for hit in phrase.terms)
    if finds and (last_stated(said, sentence, cue) or not _opens_with_place(phrase)):
        return set()
    echoed = cue.start if quotes_self(tokens, cue) else own
    inside = {
        *_replace(said.hits["neuro"], values, cue, since, echoed),
        *_replace(said.places, phrase.places, cue, since, echoed),
        *_replace(said.sides, phrase.sides, cue, min(anew, since), echoed),
    }
    if inside:
        _uncue(said.hits["cues"], inside | _denied_anew(tokens.norms, said, inside))
    elif cue.term.role == "retraction" and (last := last_stated(said, sentence, cue)):
        _take_back(said, phrase, clause_of(tokens.norms, last, own), cue)
    return inside


def _opens_with_place(phrase: _Phrase) -> bool:
    """Tell whether a phrase finds something at what it sets right: `on the left, sorry, on the right, it's tight`."""
    named: list[Place | Side] = [*phrase.places, *phrase.sides]
    return any(all(item.start < hit.start for hit in phrase.terms) for item in named)


def _took_back(tokens: Tokens, said: Record, cue: Hit, phrase: _Phrase, part: tuple[_Range, int]) -> bool:
    """Take back the last finding before a cue; where no term tells of one, all that its sentence says."""
    (own, until), sentence = part
    last = _last_told(said, sentence, own, cue)
    if last is None:
        said.void.update(range(sentence, cue.end))
        return False
    if is_denied_again(tokens.norms, cue.end, until):
        said.denied.add(last.start)
        return True
    since = sentence if last.start >= sentence else own
    start = _clause(tokens.norms, said, last, _Range(since, cue.start))
    joined = tokens.norms[start - 1] == "and"
    take_back(said, start, cue.start, places=joined or bool(phrase.places), sides=joined or bool(phrase.sides))
    return True


def _only_takes_back(tokens: Tokens, phrase: _Phrase, cue: Hit) -> bool:
    """Tell whether a pause closes words that take back, as in `no, forget that, it moves`: nothing is exchanged."""
    closed = tokens.norms[cue.end : cue.end + 1]
    named = (phrase.places or phrase.sides) and not phrase.terms
    return cue.term.role == "retraction" and not named and (not closed or closed[0] in STOPS | {"]", ")"})


def _clause(norms: list[str], said: Record, last: Hit, part: _Range) -> int:
    """Return where the clause begins that is taken back; speech without pauses joins findings at their places."""
    start = clause_of(norms, last, part.start)
    if start > part.start:
        return start
    joints = (at for at in range(last.start - 1, start, -1) if norms[at] == "and")
    named = (at for at in joints if said.places.between(start, at) and said.places.between(at, part.end))
    return next(named, start - 1) + 1


def _last_told(said: Record, sentence: int, own: int, cue: Hit) -> Hit | None:
    """Return the last finding before words that take back: in their sentence, told there in part, or told before."""
    loose = [hit for hit in loosely_between(said, sentence, cue.start) if hit.end <= cue.start]
    last = last_stated(said, sentence, cue) or max(loose, key=start_of, default=None)
    # What is taken back of `OMT to the ribs. Strike that.` is a treatment, and of `The ribs, scratch that.` a place.
    named = said.hits["care"].between(sentence, cue.start) or said.places.between(sentence, cue.start)
    return last if last or named else last_stated(said, own, cue)


def _take_back(said: Record, phrase: _Phrase, start: int, cue: Hit) -> None:
    """Drop what is mentioned in a clause before a cue, but for a place or side that is not named anew."""
    take_back(said, start, cue.start, places=bool(phrase.places), sides=bool(phrase.sides))


def _denied_anew(norms: list[str], said: Record, inside: set[int]) -> set[int]:
    """Drop the place that a correction denies once more, as in `C1, sorry, C2, not C1`, and return those words."""
    end = max(inside) + 1
    denial = end + (norms[end : end + 1] == [","])
    denied = said.places.between(denial + 1, denial + 2) if norms[denial : denial + 1] == ["not"] else []
    for place in denied:
        said.places.change(place, None)
        for meant in said.places.between(min(inside), end):
            said.places.change(meant, _moved(meant, meant.start, place.end))
    return {at for place in denied for at in range(end, place.end)}


def _uncue(cues: Shelf[Hit], inside: set[int]) -> None:
    """Drop the denials inside a correction: the no of `left, no, right` denies nothing else."""
    for hit in cues.between(min(inside), max(inside) + 1):
        if hit.term.value == "absent":
            cues.change(hit, None)


def _may_reach(tokens: Tokens, cue: Hit, turn: int) -> bool:
    """Tell whether a cue may correct an earlier turn; a mere no after a question answers it."""
    return cue.term.text.split()[0] not in _ANSWERING or last_mark(tokens, turn) == "."


def _opening(tokens: Tokens, since: int, cue: Hit) -> int:
    """Return where a cue begins with the interjections before it, as in `oh wait`."""
    start = cue.start
    while start > since and _interjects(tokens.norms, start - 1):
        start -= 1
    return start


def _interjects(norms: list[str], at: int) -> bool:
    """Tell whether a word or mark belongs to an interjection, as both of `no, forget that` do."""
    if norms[at] in PAUSES:
        return at > 0 and norms[at - 1] in _INTERJECTIONS
    return norms[at] in _INTERJECTIONS or norms[at] in {"[", "(", "*"}


def _sentence(tokens: Tokens, since: int, opening: int) -> int:
    """Return where the sentence begins that a cue stands in or, where it opens one, the sentence before."""
    ends = (at for at in range(opening - 2, since - 1, -1) if tokens.norms[at] in SENTENCE_ENDS | {")"})
    return next((at + 1 for at in ends if tokens.norms[at] != ")" or _numbers(tokens.norms, at)), since)


def _numbers(norms: list[str], at: int) -> bool:
    """Tell whether a bracket closes the number of an item, as in `2) dysfunction C3`."""
    return at > 1 and norms[at - 1].isdecimal() and norms[at - 2] != "("


def _phrase(tokens: Tokens, said: Record, cue: Hit, until: int) -> _Phrase:
    """Collect what is mentioned right after a cue, up to the first word that goes on with something else."""
    start = cue.end
    norms = tokens.norms
    while start < until and norms[start] in MARKS | _QUOTES:
        start += 1
    phrase = _mentioned(norms, said, start, until)
    if phrase.places or phrase.sides or phrase.terms or norms[start : start + 1] != ["i"]:
        return phrase
    pause = next((at for at in range(start, min(until, start + _ASIDE + 1)) if norms[at] in PAUSES), None)
    return phrase if pause is None else _mentioned(norms, said, pause + 1, until)


def _mentioned(norms: list[str], said: Record, start: int, until: int) -> _Phrase:
    at: dict[int, list[Place | Side | Hit]] = {}
    end = min(until, start + _PHRASE)
    mentioned: list[Place | Side | Hit] = [*said.places.between(start, end), *said.sides.between(start, end)]
    for table in STATING:
        mentioned += [hit for hit in said.hits[table].between(start, end) if states(hit) or hit.term.role == "value"]
    for item in mentioned:
        at.setdefault(item.start, []).append(item)
    found: list[Place | Side | Hit] = []
    position, last = start, start
    while position < end:
        if position in at and not _assents(norms, position):
            found += at[position]
            last = position = max(item.end for item in at[position])
        elif found and norms[position] == "not":
            break  # Of `C2, not C1` only the former is meant.
        elif norms[position] in words("correction_fillers"):
            if norms[position] in PAUSES and "not" in norms[start:position]:
                found = []  # Of `not the ribs, the thoracic spine` only the latter is meant.
            position += 1
        else:
            break
    if norms[position : position + 1] and norms[position] in _ADDING:
        found = []
    terms = [item for item in found if isinstance(item, Hit)]
    if len(terms) < len(found) and all(hit.term.role == "sign" for hit in terms):
        terms = []  # The dermatome of `left, correction, right L5 dermatome` only names the place.
    return _Phrase(
        [item for item in found if isinstance(item, Place)],
        [item for item in found if isinstance(item, Side)],
        terms,
        norms[start] if start < until else "",
        bool(_DENIALS.intersection(norms[start:position])),
        position >= until or any(word in STOPS or word in SENTENCE_ENDS for word in norms[last : position + 1]),
    )


def _assents(norms: list[str], position: int) -> bool:
    """Tell whether a right says that something is right, as in `sorry, that's right` and `sorry, right?`."""
    if norms[position] != "right":
        return False
    return norms[position - 1] in _DEMONSTRATIVES or norms[position + 1 : position + 2] == ["?"]


def _restated(said: Record, phrase: _Phrase, since: int, cue: Hit) -> Hit | None:
    """Return the last finding before a cue of the sort that is stated anew after it."""
    tables = [hit.term.table for hit in phrase.terms if states(hit)]
    stated = last_stated(said, since, cue, tables)
    if cue.term.role == "retraction" or phrase.denies:
        return stated
    goes_on = phrase.opening in _SUBJECTS and not (phrase.places or phrase.sides)
    return None if goes_on or "actually" in cue.term.text else stated


def _names_another_place(said: Record, phrase: _Phrase, stated: Hit, cue: Hit) -> bool:
    """Tell whether a place is exchanged that was named after the last finding: `T4 hurts okay L1 no sorry L2 is tight`.

    What is then found at the new place takes nothing back.
    """
    named = [place.start for place in phrase.places]
    if not named or cue.term.role == "retraction" or any(hit.start < named[0] for hit in phrase.terms):
        return False
    return bool(said.places.between(stated.end, cue.start))


def _replace(shelf: Shelf[ItemT], new: Sequence[ItemT], cue: Hit, since: int, turn: int) -> range:
    """Let the last item before a cue take the meaning of the new one, and near it all words between the two.

    Said in an earlier turn, it may be an echo: then what it repeats is corrected with it.
    """
    before = [item for item in shelf.between(since, cue.start) if item.end <= cue.start and _rivals(item, new)]
    if not before or _meaning(before[-1]) == _meaning(new[0]):
        return range(0)
    old, one = before[-1], new[0]
    shelf.change(one, None)
    for item in before[:-1]:
        if old.end <= turn and _meaning(item) == _meaning(old):
            shelf.change(item, _moved(one, item.start, item.end))
    apart = cue.start - old.end > _NEAR
    shelf.change(old, _moved(one, old.start, old.end if apart else one.end))
    return range(cue.start if apart else old.start, one.end)


def _rivals(item: Item, new: Sequence[Item]) -> bool:
    """Tell whether the first new item may stand for another: of terms only a value may, for a value."""
    return bool(new) and (not isinstance(item, Hit) or item.term.role == "value")


def _moved(item: ItemT, start: int, end: int) -> ItemT:
    moved: ItemT = item._replace(start=start, end=end)  # type: ignore[attr-defined]  # all of them are named tuples
    return moved


def _meaning(item: object) -> object:
    match item:
        case Place():
            return (item.region, item.structure, item.segments)
        case Side():
            return item.value
        case Hit():
            return item.term
        case _:
            return item
