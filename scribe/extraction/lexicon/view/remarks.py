"""Remarks: what an answer says of sides, besides yes or no, as in `Yes, the right more.` and `Left no. Right, yes.`."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from scribe.extraction.lexicon.view.leaving_out import PAUSES
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

Answer = Literal["yes", "no", "normal", "same", "past"]

ANSWERS: dict[str, Answer] = {
    "assent_reply": "yes",
    "positive_reply": "yes",
    "negative_reply": "no",
    "normal_reply": "normal",
    "same_reply": "same",
}
"""What the terms of each role of the table of replies say."""
_REACH = 12
_BESIDE = 3
_CLAUSE_ENDS = frozenset({".", "!", "?", ";", ","})
_NOT = frozenset({"not", "nothing", "isn't", "doesn't", "never"})
_TURNS = ([",", "not"], ["not", "the"], ["not", "on"], ["but", "not"])
"""Words behind a side that deny only the next, as in `On the left, not on the right.`."""
_BEFORE_SIDE = frozenset({"on", "the", "my", "at", "in"})
_MORE = frozenset({"more", "mostly", "mainly", "worse", "definitely", "especially"})
"""Words behind a side that say yes of it, as in `The right more, the left not so much.`."""
_WHEN = frozenset({"if", "when", "after"})
_SENTENCES = frozenset({".", "!", "?"})
ENDS = frozenset({".", "!", "?", ";"})
"""Marks that end what is said of one thing."""


class Said(NamedTuple):
    """An answering turn."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    cues: Sequence[Hit]
    """The answering words in it, in order."""
    places: Sequence[Place]
    """The places in it."""
    sides: Sequence[Side]
    """The sides in it."""


class Remark(NamedTuple):
    """What an answer says besides yes or no: of which side it speaks."""

    side: Laterality | None
    """The side it names."""
    other: bool
    """Whether it speaks of the other side than the question."""
    too: bool
    """Whether that side comes in addition."""
    whole: bool
    """Whether nothing else is said up to the end of the sentence."""
    end: int
    """Index after its last token."""


def says(hit: Hit) -> Answer:
    """Return what an answering term says by itself."""
    return ANSWERS[hit.term.role]


def remark_of(norms: list[str], said: Said, start: int) -> Remark:
    """Read of which side an answer speaks, in its first words or right after its yes or no."""
    if start < said.end and norms[start] in ENDS:
        start += 1
    named = {place.start: place.end for place in said.places} | {one.start: one.end for one in said.sides}
    side: Laterality | None = None
    position, last = start, start
    fillers = words("answer_fillers")
    while position < said.end and (position in named or norms[position] in fillers):
        last = named.get(position, last if norms[position] == "," else position + 1)
        if side != "bilateral":
            side = next((one.value for one in said.sides if one.start == position), side)
        position = named.get(position, position + 1)
    if start and norms[start - 1] in ENDS and norms[position : position + 1] == ["?"]:
        position = last = start  # A question after the answer is the examiner's next.
        side = None
    crosses = start > 0 and norms[start - 1] in ENDS
    goes_on = "," in norms[start : position + 1]
    clears = _clears(norms, said, start, position)
    if clears or (crosses and (goes_on or _asks_next(norms, position, said.end))):
        position = last = start
        side = None
    opening = norms[start:position]
    return Remark(
        side,
        other=bool(words("opposed").intersection(opening)),
        too=bool(words("as_well").intersection(norms[start : position + 1])),
        whole=position >= said.end or norms[position] in ENDS or _limits(norms, position),
        end=last,
    )


def _clears(norms: list[str], said: Said, start: int, position: int) -> bool:
    """Tell whether the words behind a yes or no say that a side is well, as in `Yeah. The other side's fine.`."""
    end = next((at for at in range(start, said.end) if norms[at] in ENDS), said.end)
    well = any(says(hit) == "normal" for hit in said.cues if start < hit.start < end and hit.term.role in ANSWERS)
    denied = not _NOT.isdisjoint(norms[position:end]) and not _limits(norms, position)
    return position > start and (well or denied)


def _limits(norms: list[str], position: int) -> bool:
    """Tell whether what follows only says when, or sets something apart: `The left one, if I stand too long.`."""
    behind_pause = norms[position - 1] in PAUSES
    return norms[position] == "but" or (behind_pause and norms[position] in _WHEN | {"not", "never"})


def _asks_next(norms: list[str], position: int, stop: int) -> bool:
    """Tell whether the sentence behind an answer is the next question, as in `Yeah, there. And the left side here?`."""
    return next((norms[at] for at in range(position, stop) if norms[at] in _SENTENCES), "") == "?"


def by_side(norms: list[str], said: Said) -> Iterator[tuple[Laterality, Answer]]:
    """Read the yes or no right behind each side that an answer names, or the `not` before it."""
    for side in said.sides:
        if side.start - said.start > _REACH:
            return
        behind = [hit for hit in said.cues if side.end <= hit.start <= side.end + _BESIDE]
        answers = [ANSWERS[hit.term.role] for hit in behind if hit.term.role in ANSWERS]
        turns = norms[side.end : side.end + 2] in _TURNS and not _is_denied_before(norms, said, side)
        if turns or (norms[side.end : side.end + 1] and norms[side.end] in _MORE):
            yield side.value, "yes"
            continue
        if answers and not ENDS.intersection(norms[side.end : behind[0].start]):
            yield side.value, answers[0]
        elif _is_denied(norms, said, side):
            yield side.value, "no"


def _is_denied(norms: list[str], said: Said, side: Side) -> bool:
    """Tell whether an answer only denies a side, as in `Not the left.` and `The right's not sore.`."""
    behind = norms[side.end : min(side.end + _BESIDE, said.end)]
    return _is_denied_before(norms, said, side) or not _NOT.isdisjoint(
        takewhile(lambda word: word not in _CLAUSE_ENDS, behind)
    )


def _is_denied_before(norms: list[str], said: Said, side: Side) -> bool:
    at = side.start - 1
    while at >= said.start and norms[at] in _BEFORE_SIDE:
        at -= 1
    return at >= said.start and norms[at] in _NOT
