"""Where a sentence says that a lesion lies: `the dysfunction I treated in May lay at T4`, `... concerns the sacrum`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_REACH = 24
"""Words between a lesion and where it lies."""
_BEHIND_VERB = 5
_BESIDE = 3
_AT = frozenset({"at", "in", "of", "to", "on", "within", "around", "involving"})
_BE = frozenset({"is", "was", "are", "were", "being", "been"})
_OF = (["that", "of"], ["those", "of"], ["one", "of"], ["ones", "of"])
_ENDS = frozenset({";", ":", ".", "but", "colon", "because", "while", "whereas"})
_DENIALS = frozenset({"not", "never", "no", "nor", "neither", "without"})
_LEADING = frozenset({
    "the", "a", "an", "his", "her", "their", "your", "both", "left", "right", "upper", "lower", "mid", "segment",
    "level",
})  # fmt: skip


def seat_of(scene: Scene, head: Hit) -> int | None:
    """Return where the place begins in which a sentence says that a lesion lies, if it does.

    Args:
        scene: The statement.
        head: The lesion, with no place right behind it.
    """
    if not (scene.says("lying_at") or scene.says("holding_in") or not _BE.isdisjoint(scene.said)):
        return None
    norms, until = scene.view.norms, min(scene.statement.end, head.end + _REACH)
    place = next(iter(scene.view.fixing(Chunk(head.end, until))), None)
    if place is None:
        return None
    if norms[place.end : place.end + 1] == ["but"] and "not" in norms[head.end : place.start]:
        instead = next(iter(scene.view.fixing(Chunk(place.end, until))), None)
        return instead.start if instead else None
    said = norms[head.end : place.start]
    while said and said[-1] in _LEADING:
        said.pop()
    denied = any(word in _DENIALS or word.endswith("n't") for word in said)
    named_anew = bool(scene.terms("lesions", "head", part=Chunk(head.end, place.start)))
    if not said or denied or named_anew or not _ENDS.isdisjoint(said):
        return None
    return place.start if _lies(said) else None


def _lies(said: list[str]) -> bool:
    """Tell whether words end by saying where something lies: `lay at`, `was confined to`, `was that of`, `concerns`."""
    if said[-1] in words("holding_in"):
        return True
    if said[-1] not in _AT:
        return False
    near = said[-_BEHIND_VERB - 1 : -1]
    be = near[-1:] and near[-1] in _BE
    return bool(be) or not words("lying_at").isdisjoint(near) or (said[-2:] in _OF and said[-_BESIDE] in _BE)
