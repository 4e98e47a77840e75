"""The hands with which an examiner feels, which are no place of the text: `My hands sink in.`, `hot to my hand`."""

from collections.abc import Sequence

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.schema import Document

_HANDS = frozenset({"hand", "hands", "thumb", "thumbs", "finger", "fingers", "fingertips", "knuckle", "knuckles"})
_NEAR = 2


def without_own_hands(document: Document, tokens: Tokens, places: Sequence[Place]) -> list[Place]:
    """Return the places of speech without the hands that a clinician calls the own.

    Args:
        document: The document.
        tokens: Its words.
        places: The places that they name.
    """
    own = {at for at in tokens.indices(_HANDS) if "my" in tokens.norms[max(0, at - _NEAR) : at]}
    if not own:
        return [*places]
    told = [tokens.between(turn.span) for turn in document.turns if turn.speaker == "clinician"]
    feeling = {at for at in own if any(at in turn for turn in told)}
    return [place for place in places if feeling.isdisjoint(range(place.start, place.end))]
