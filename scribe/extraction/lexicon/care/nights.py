"""How somebody is kept up at night."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.parts import words_from
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_NIGHT_REACH = 6
NIGHTS = frozenset({"hour", "hours", "night", "nights", "nightly"})
"""Words for the night, and for what it is counted in."""
WAKING = frozenset({"up"})
"""The word of who is up at night."""
_OFTEN = frozenset({"every", "most", "several", "multiple", "many", "twice", "couple", "few", "times", "x"})
_OTHER_UPS = frozenset({
    "look", "looked", "looking", "looks", "bring", "called", "end", "ended",
    "stand", "stood", "flares", "flared", "follow", "sit", "pick", "wrap", "set", "back", "made", "make",
})  # fmt: skip
_OBJECTS = frozenset({"it", "that", "this", "them", "him", "her", "things", "stuff"})
_OTHER_CALLS = frozenset({
    "pee", "bathroom", "toilet", "urinate", "void", "voids", "nocturia", "bladder", "feed", "feeding", "prostate",
    "baby", "newborn", "infant",
})  # fmt: skip


def up_at_night(scene: Scene) -> Chunk | None:
    """Return how often somebody is up at night, as in `up 4x a night`; who goes to the bathroom has another reason."""
    before = scene.view.statements_before(scene.statement)
    if any(not _OTHER_CALLS.isdisjoint(scene.words(one)) for one in before):
        return None
    part = words_from(scene.view, scene.statement, WAKING, NIGHTS, reach=_NIGHT_REACH)
    if part is None or is_up_for_another_reason(scene, part):
        return None
    return part if any(_is_count(word) for word in scene.view.norms[part.start + 1 : part.end]) else None


def is_up_for_another_reason(scene: Scene, part: Item) -> bool:
    """Tell whether an up is of looking, or somebody has to go: `I looked it up at night`, `up twice, the prostate`."""
    before = scene.view.norms[part.start - 1]
    verb = scene.view.norms[part.start - 2] if before in _OBJECTS else before
    return verb in _OTHER_UPS or not _OTHER_CALLS.isdisjoint(scene.said)


def _is_count(word: str) -> bool:
    return word.removesuffix("x").isdecimal() or word in _OFTEN or word in words("numbers")
