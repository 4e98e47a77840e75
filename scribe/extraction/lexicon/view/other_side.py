"""The other side, said some sentences after the words that announce a correction, or by somebody who heard otherwise.

`The right hip is stuck. Hang on, which leg is up? The left one.` speaks of the left hip, and so does
`On the right.`, `You said left.`, `Left, thanks.`
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.record import Shelf
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS, Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_BACK, _AHEAD = 40, 40
_LONGEST = 12
_NEAR = 16
_HEARD = 3
_DENIED = 3
_OPENING = 4
_BESIDE = 3
_LABEL = 6


class Sided(NamedTuple):
    """What may have a side, as it is being corrected."""

    sides: Shelf[Side]
    """Sides."""
    places: Shelf[Place]
    """Places."""
    lesions: Shelf[Hit]
    """Terms of lesions."""


def settle_side(norms: Sequence[str], said: Sided, cue: Hit, starts: Sequence[int]) -> None:
    """Give the last side before a correction the value of the other one, where that is what is meant.

    Args:
        norms: The words of the document.
        said: What they mention; the sides are changed in place.
        cue: The words that announce the correction.
        starts: Indices of the first tokens of its turns and sections, in order.
    """
    turn = bisect_right(starts, cue.start) - 1
    own = max(starts[turn] if turn >= 0 else 0, cue.start - _BACK)
    until = min(starts[turn + 1] if turn + 1 < len(starts) else len(norms), cue.end + _AHEAD)
    heard = is_heard(cue)
    reaches = heard or cue.start - own <= _OPENING
    old = _last(said.sides.between(cue.start - _BACK if reaches else own, cue.start))
    if old is None:
        return
    after = said.sides.between(cue.start, until)
    new = next((side for side in after if side.value == OPPOSITE[old.value]), None)
    if new is None:
        return
    if heard:
        meant = new.start - cue.end <= _HEARD and until < len(norms) and _confirms(norms, until, new)
    else:
        alone = _stands_alone(norms, said, new, cue, old) and _at_one_place(norms, said, old, new)
        meant = alone and _hints(norms, cue, new)
    if not meant:
        return
    told = not words("telling_before").isdisjoint(norms[cue.start : new.start])
    for side in (old, *(_told_before(said, old) if told else ())):
        said.sides.change(side, side._replace(value=new.value))


def _told_before(said: Sided, old: Side) -> list[Side]:
    """Return the sides of the same place that were told earlier, as in `I told her left. It's my right hand.`."""
    named = {place.structure for place in said.places.between(old.start - _BESIDE, old.end + _BESIDE)}
    return [
        side
        for side in said.sides.between(0, old.start)
        if side.value == old.value
        and any(place.structure in named for place in said.places.between(side.start - _BESIDE, side.end + _BESIDE))
    ]


def is_heard(cue: Hit) -> bool:
    """Tell whether words announce what somebody else has heard or noted, as in `You said left.`."""
    return cue.term.text in words("heard_otherwise")


def _last(sides: Sequence[Side]) -> Side | None:
    return next((side for side in reversed(sides) if side.value in OPPOSITE), None)


def _confirms(norms: Sequence[str], opening: int, side: Side) -> bool:
    """Tell whether the next turn agrees with who heard another side, as in `You said left.`, `Left, thanks.`."""
    said = norms[opening : opening + _LABEL]
    if norms[side.start - 1] == "my":  # Somebody may tell of the own side, and correct nobody.
        return side.value in said
    return side.value in said or not words("confirming").isdisjoint(said)


def _hints(norms: Sequence[str], cue: Hit, side: Side) -> bool:
    """Tell whether more than a `wait` or `sorry` says that a side was wrong: `other side`, `that's`, `the left one`."""
    denied = not {"no", "nope", "not"}.isdisjoint(norms[max(0, cue.start - _DENIED) : cue.end + _DENIED])
    return denied or not words("side_hints").isdisjoint(norms[cue.start : _end(norms, side)])


def _stands_alone(norms: Sequence[str], said: Sided, side: Side, cue: Hit, old: Side) -> bool:
    """Tell whether the sentence of a side only names it, with its place and lesion, and tells of nothing new."""
    start = next((at + 1 for at in range(side.start - 1, cue.end - 1, -1) if norms[at] in SENTENCE_ENDS), cue.end)
    clause = next((at + 1 for at in range(side.start - 1, start - 1, -1) if norms[at] == ","), start)
    end = _end(norms, side)
    items: list[Item] = [*said.sides.between(clause, end), *said.places.between(clause, end)]
    items += said.lesions.between(clause, end)
    covered = covered_by(items)
    rest = (norms[at] for at in range(clause, end) if at not in covered)
    light = words("naming_side").union(norms[old.end : min(old.end + _NEAR, cue.start)])
    return end - clause <= _LONGEST and all(word in light or not word[0].isalnum() for word in rest)


def _at_one_place(norms: Sequence[str], said: Sided, old: Side, new: Side) -> bool:
    """Tell whether the other side is given to the place that was spoken of, or to none."""
    earlier = {place.region for place in said.places.between(old.start - _NEAR, old.start + _NEAR)}
    later = {place.region for place in said.places.between(new.start - 2, _end(norms, new))}
    return later <= earlier


def _end(norms: Sequence[str], side: Side) -> int:
    return next((at for at in range(side.end, len(norms)) if norms[at] in SENTENCE_ENDS), len(norms))
