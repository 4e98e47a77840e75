"""How somebody is kept up at night."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.parts import words_from
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import words

_NIGHT_REACH = 6
NIGHTS = frozenset({"hour", "hours", "night", "nights", "nightly"})
"""Words for the night, and for what it is counted in."""
WAKING = frozenset({"up"})
"""The word of who is up at night."""
_OFTEN = frozenset({"every", "most", "several", "multiple", "many", "twice", "couple", "few", "times", "x"})
_OTHER_UPS = frozenset({
    "stand", "stood", "flares", "flared", "follow", "sit", "pick", "wrap", "set", "back", "made", "make",
})  # fmt: skip
_OTHER_CALLS = frozenset({
    "pee", "bathroom", "toilet", "urinate", "void", "voids", "nocturia", "bladder", "feed", "feeding", "prostate",
    "baby", "newborn", "infant",
})  # fmt: skip


def up_at_night(scene: Scene) -> Chunk | None:
    """Return how often somebody is up at night, as in `up 4x a night`; who goes to the bathroom has another reason."""
    before = scene.view.statements_before(scene.statement)
    if any(not _OTHER_CALLS.isdisjoint(scene.words(one)) for one in (*before, scene.statement)):
        return None
    part = words_from(scene.view, scene.statement, WAKING, NIGHTS, reach=_NIGHT_REACH)
    if part is None or scene.view.norms[part.start - 1] in _OTHER_UPS:
        return None
    return part if any(_is_count(word) for word in scene.view.norms[part.start + 1 : part.end]) else None


def _is_count(word: str) -> bool:
    return word.removesuffix("x").isdecimal() or word in _OFTEN or word in words("numbers")
