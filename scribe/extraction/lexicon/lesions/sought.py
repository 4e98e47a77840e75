"""Lesions that somebody only examines for: `palpate T5 for segmental dysfunction, adjust if found`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 18
_BEFORE_NAME = 6
_ENDS = frozenset({".", ";", ":", "comma", "period"})
_CONDITIONS = frozenset({"if", "when", "should", "whether", "unless"})


def is_sought(scene: Scene, head: Item) -> bool:
    """Tell whether a lesion is the aim of an examination, and not what it has shown.

    Args:
        scene: The statement.
        head: The words that name the lesion.
    """
    norms, start = scene.view.norms, scene.statement.start
    if "for" not in scene.said or not scene.says("seeking"):
        return False
    aims = [at for at in range(max(start, head.start - _BEFORE_NAME), head.start) if norms[at] == "for"]
    if not aims or not _ENDS.isdisjoint(norms[aims[-1] : head.start]):
        return False
    before = norms[max(start, aims[-1] - _REACH) : aims[-1]]
    clause = before[max((at + 1 for at, word in enumerate(before) if word in _ENDS), default=0) :]
    return not words("seeking").isdisjoint(clause) and not _is_shown(scene, head)


def _is_shown(scene: Scene, head: Item) -> bool:
    """Tell whether the examination is told to have shown it, as in `checked for dysfunction, found at T5`."""
    after = scene.view.norms[head.end : scene.statement.end]
    shown = next((at for at, word in enumerate(after) if word in words("shown_by_search")), None)
    return shown is not None and _CONDITIONS.isdisjoint(after[:shown])
