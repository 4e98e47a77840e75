"""How somebody is told to lie, sit or hold the limbs in speech: `Belly down.`, `Hands on the wall.`, `Arms crossed.`.

What is only put somewhere is not what the hands of the examiner go to next, so that it is no place of the text.
"""

from collections.abc import Sequence
from itertools import takewhile

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Tokens

_PUT = frozenset({
    "belly", "tummy", "stomach", "hands", "arms", "elbows", "forearms", "palms", "fists", "knees", "legs", "feet",
    "ankles", "heels", "toes",
})  # fmt: skip
"""What is put somewhere, by words that name no side."""
_LYING = frozenset({"belly", "tummy", "stomach"})
_WHERE = frozenset({
    "on", "onto", "over", "behind", "across", "crossed", "cross", "fold", "folded", "up", "out", "down", "straight",
    "bent", "together", "apart", "overhead", "relaxed", "loose", "dangling", "flat", "forward", "wide", "clasped",
    "interlaced", "against", "under", "off", "by", "lie", "lay", "lying",
})  # fmt: skip
"""Words for how or where it is put."""
_LIGHT = frozenset({
    "your", "the", "a", "both", "with", "put", "place", "keep", "let", "hold", "rest", "hang", "bring", "reach",
    "stand", "sit", "me", "for", "now", "just", "please", "okay", "ok", "so", "alright", "right", "wall", "table",
    "counter", "bench", "couch", "bed", "chair", "desk", "edge", "side", "sides", "head", "neck", "chest", "lap",
    "hips", "thighs", "shoulders", "shoulder", "face", "floor", "ceiling", "pillow", "roll", "back", "good", "great",
    "perfect", "like", "that", "this", "of", "in", "front", "open", "close", "again", "here", "there", "to", "width",
    "one", "go", "all", "way", "as", "before", "nice", "easy", "pop", "prop", "propped", "get", "yourself", "come",
})  # fmt: skip
_PAUSES = frozenset({"and", "then", "while"})
_LONGEST = 9


def without_posed(tokens: Tokens, places: Sequence[Place]) -> list[Place]:
    """Return the places of speech without those that somebody is only told to lie on or to put somewhere.

    Args:
        tokens: The words.
        places: The places that they name.
    """
    if _PUT.isdisjoint(tokens.said):
        return [*places]
    posed: set[int] = set()
    for at in tokens.indices(_PUT):
        posed.update(_pose(tokens.norms, at))
    return [place for place in places if place.start not in posed]


def _pose(norms: Sequence[str], at: int) -> range:
    """Return the words around a part of the body between two pauses that only say how it is put; none of others."""
    before = [*takewhile(lambda index: _goes_on(norms[index]), range(at - 1, max(-1, at - _LONGEST), -1))]
    after = [*takewhile(lambda index: _goes_on(norms[index]), range(at + 1, min(len(norms), at + _LONGEST)))]
    said = {norms[index] for index in (*before, *after)}
    if not (_LIGHT | _WHERE | _PUT).issuperset(said):
        return range(0)
    if norms[at] in _LYING and norms[at + 1 : at + 2] != ["down"]:
        return range(0)
    start, end = min([at, *before]), max([at, *after]) + 1
    return range(start, end) if not _WHERE.isdisjoint(said) else range(0)


def _goes_on(norm: str) -> bool:
    """Tell whether a word parts nothing; signs and joining words do."""
    return norm[0].isalnum() and norm not in _PAUSES
