"""Tests of feeling that go on from place to place: `I'll use the pin. Front of the thigh?`, `Same.`, `The shin?`."""

from functools import lru_cache

from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words

_ANSWERED = 2
"""Turns from one touch to the next."""
_LONGEST = 9
_TOUCHING = frozenset({"touch", "touching", "stroke", "stroking", "brush", "brushing", "wisp", "tissue"})
_FELT = frozenset({"feel", "feels", "feeling", "same", "sharp", "dull", "light", "lightly", "sensation"})
_TREATING = frozenset({"needle", "needling", "sore", "hurt", "hurts", "tender", "therapeutic", "healing", "painful"})
"""Words of a touch that tests no feeling."""
_WAY = frozenset({
    "and", "now", "the", "same", "place", "spot", "on", "over", "left", "right", "other", "side", "one", "here", "this",
    "there", "what", "about", "thing", "?", ",", "your", "that", "in", "of", "or", "to", "okay", "then", "how", "next",
    "front", "back", "behind", "inside", "outside", "inner", "outer", "top", "bottom", "edge", "between", "along",
    "first", "second", "web", "space", "little", "middle", "index", "ring", "big", "part", "upper", "lower", "shoulder",
    "above", "below", "down", "up", "lateral", "medial", "border", "surface", "tip",
})  # fmt: skip
"""Words that with a part of a limb only name where it is touched next."""

_PLACES = frozenset({"edge", "inside", "outside", "side", "left", "right", "other"})
"""Words that name a place where no part of a limb is named."""

_POINTING = frozenset({"here", "there", "this", "that"})
"""Words that point to where hands press, where nothing else is named."""


def goes_on_at(said: set[str] | frozenset[str]) -> bool:
    """Tell whether words only name where somebody is touched next, as in `And the inside of the shin?`."""
    return said <= _WAY | limb_words()


@lru_cache(maxsize=1)
def touched_next(view: View) -> frozenset[int]:
    """Return where the questions start that only name the next place of a test of feeling."""
    opening = _opening(view)
    found: set[int] = set()
    last: int | None = None
    for one in view.statements if opening else ():
        if one.speaker == "patient" or one.turn < 0:
            continue
        if one.start in opening:
            last = one.turn
        elif last is not None and one.turn - last <= _ANSWERED and _is_place(view, one):
            found.add(one.start)
            last = one.turn
        elif _tests_else(view, one):
            last = None
    return frozenset(found)


def _opening(view: View) -> frozenset[int]:
    """Return where the statements start that announce or make a touch, whose feeling is asked for."""
    touched = saying(view, words("stimuli")) | (saying(view, _TOUCHING) & saying(view, _FELT))
    asked = saying(view, frozenset({"feel"})) & saying(view, words("touched"))
    chosen = saying(view, frozenset({"sharp"})) & saying(view, frozenset({"dull"}))
    unlike = saying(view, _TREATING | words("of_wellbeing") - words("touched"))
    return (touched | asked | chosen) - unlike if view.document.turns else frozenset()


def _is_place(view: View, one: Statement) -> bool:
    said = frozenset(view.norms[one.start : one.end])
    named = not said.isdisjoint(limb_words()) or (not said.isdisjoint(_PLACES) and said.isdisjoint(_POINTING))
    return one.asks and named and one.end - one.start <= _LONGEST and goes_on_at(said)


def _tests_else(view: View, one: Statement) -> bool:
    """Tell whether an examiner goes over to something else than feeling, or to what the hands find."""
    named = (hit for hit in view.terms("neuro", one) if hit.term.role == "sign")
    felt = any(hit.term.role == "finding" for hit in view.terms("tart", one))
    other = any(hit.term.value != "sensory_deficit" for hit in named)
    return felt or other or not words("resisting").isdisjoint(view.norms[one.start : one.end])
