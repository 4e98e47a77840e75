"""How a landmark sits, behind the contracted `is` of its name: `the fibular head's back on the left`."""

from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, Term

_SET_BACK = Term("is back", "tart", "position", "asymmetry")
_CLOSING = frozenset({".", ",", ";", "!", "?", "on", "and", "a", "too", "but", "there", "here", "at", "compared"})
_PRONOUNS = frozenset({"it", "that", "this", "one"})


def set_back(text: str, tokens: Tokens, places: Sequence[Place]) -> tuple[list[Hit], list[Place]]:
    """Return the words that say of a landmark or pronoun that it is back, and the places without those words.

    Args:
        text: The text.
        tokens: Its words.
        places: Its places, of which such a `back` is none.
    """
    said = {place.start for place in places if _is_said(text, tokens, place)}
    if not said:
        return [], [*places]
    return [*_landmarks(tokens, said, places)], [place for place in places if place.start not in said]


def _is_said(text: str, tokens: Tokens, back: Place) -> bool:
    if tokens.norms[back.start : back.end] != ["back"] or not back.start:
        return False
    start, end = tokens.spans[back.start - 1]
    after = tokens.norms[back.end : back.end + 1]
    return text[start:end].endswith(("'s", "\u2019s")) and (not after or not _CLOSING.isdisjoint(after))


def _landmarks(tokens: Tokens, said: set[int], places: Sequence[Place]) -> Iterator[Hit]:
    ends = {place.end for place in places if place.fixes}
    for start in sorted(said):
        if start in ends or tokens.norms[start - 1] in _PRONOUNS:
            yield Hit(start, start + 1, _SET_BACK)
