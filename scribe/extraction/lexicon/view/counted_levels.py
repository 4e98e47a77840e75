"""Levels that an examiner counts aloud while moving one after the other: `Three moves, four moves. Five won't.`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS, Tokens

_LEVELS = {"cervical": ("C", 7), "thoracic": ("T", 12), "lumbar": ("L", 5)}
_LOWEST = 2
"""The first number that is counted so; a `one` stands for anything."""
_MOVES = frozenset({"moves", "glides", "springs", "slides", "rotates", "bends", "sidebends", "gives"})
_STOPS = frozenset({
    "doesn't", "won't", "isn't", "is", "stuck", "barely", "hardly", "refuses", "feels", "stays", "catches", "sticks",
})  # fmt: skip
"""What is said of a level beside one that moves."""
_BREAKS = SENTENCE_ENDS | {",", ";", ":", "and", "but", "-"}
_RATED = frozenset({"scale", "ten", "10", "rate", "weeks", "days", "months", "years", "times"})
"""Words near a number that rates pain or counts something else."""
_SKIPPED = 2
"""How far from the level named last one is that is only asked of."""
_FAR = 80
_BESIDE = 20


def counted_levels(tokens: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Find the numbers that stand for the levels of the part of the spine that was named last.

    Args:
        tokens: The words of speech.
        places: The places that are named in full, in order.
    """
    if tokens.said.isdisjoint(_MOVES | {"?"}):
        return
    numbered = [at for at in tokens.indices(NUMBERS.keys()) if at == 0 or tokens.norms[at - 1] in _BREAKS]
    moving = [at for at in numbered if tokens.word(at + 1) in _MOVES]
    starts = [place.start for place in places if place.fixes]
    fixing = [place for place in places if place.fixes]
    last_asked = (-1, 0)
    for at in numbered:
        beside = any(abs(at - other) <= _BESIDE for other in moving)
        tells = at in moving or (beside and tokens.word(at + 1) in _STOPS)
        last = bisect_left(starts, at) - 1
        asks = tokens.word(at + 1) == "?" and tokens.norms[at - 1] in SENTENCE_ENDS | {":"}
        asks = asks and _RATED.isdisjoint(tokens.norms[max(0, at - _BESIDE) : at])
        if not (tells or asks) or last < 0 or at - fixing[last].end > _FAR:
            continue
        letter, lowest = _LEVELS.get(fixing[last].region or "", ("", 0))
        number = NUMBERS[tokens.norms[at]]
        if not tells:
            # What is only asked of goes on from the level that was named last: `Sore at C2?`, `No.`, `Three?`.
            named = fixing[last].segments[-1:] if last_asked[0] != last else (f"{letter}{last_asked[1]}",)
            if not any(one[1:].isdecimal() and abs(number - int(one[1:])) <= _SKIPPED for one in named):
                continue
            last_asked = (last, number)
        if _LOWEST <= number <= lowest:
            yield Place(at, at + 1, fixing[last].region, "vertebra", "", (f"{letter}{number}",))
