"""Findings that a statement names and says to be no more: `the spasm we had here is all gone`, `I don't feel that`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.words.tokens import Item

_THAT = frozenset({"that", "it", "them", "those"})
_FINDING = (["feel"], ["find"], ["see"], ["notice"], ["get"], ["have"], ["appreciate"], ["palpate"])
_BEING = frozenset({"is", "are", "has", "have", "that's", "it's", "they're", "it", "they", "that"})
_GONE = frozenset({"gone", "cleared", "resolved", "vanished", "disappeared", "settled", "melted"})
_WHOLLY = frozenset({"all", "completely", "totally", "pretty", "much", "just", "now", "about", "entirely", "basically"})
_ENDING = frozenset({".", ",", "!", "?", ";", "today", "and", "so", "since", "this", "on", "in", "but", "too"})


def as_felt_now(scene: Scene, found: Found) -> Found:
    """Return a finding as it is felt today: as it was told, as one of before, or as absent.

    Args:
        scene: The statement.
        found: The finding.
    """
    return found._replace(assertion="absent") if _is_not_felt(scene, found) else _as_gone(scene, found)


def _is_not_felt(scene: Scene, found: Found) -> bool:
    """Tell whether what was named is denied later, as in `The spasm on both sides, I don't feel that today`."""
    if scene.statement.turn < 0 or found.assertion != "present":
        return False
    if "i" not in scene.said:
        return False
    later = (scene.words(part) for part in scene.statement.chunks if part.start > found.parts[0].start)
    return any(
        said[:2] in (["i", "don't"], ["i", "didn't"]) and said[2:3] in _FINDING and not _THAT.isdisjoint(said[3:4])
        for said in later
    )


def _as_gone(scene: Scene, found: Found) -> Found:
    """Return a finding as one of before, where speech says that it is no more: `The spasm we had here is all gone`."""
    told = scene.statement.turn >= 0 and found.assertion == "present" and found.rule != "tart.answered"
    return found._replace(assertion="historical") if told and _is_gone(scene, found.parts[0]) else found


def _is_gone(scene: Scene, mention: Item) -> bool:
    """Tell whether the words behind a finding say that it is no more."""
    said = [word for word in scene.view.norms[mention.end : scene.statement.end] if word not in _WHOLLY]
    ends = (
        one[0] in _BEING and one[1] in _GONE and one[2] in _ENDING
        for one in zip(said, said[1:], [*said[2:], "."], strict=False)
    )
    return any(ends)
