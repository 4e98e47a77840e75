"""Pain where a note tells of hands that push on a joint: `PA at T6 stiff, reproduces pain`, `CPA L5 pain +`.

A glide, a spring or a pressure from behind tests how a joint moves, and whether that hurts.
"""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import heading, saying, writing
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Assertion

_PUSHED = frozenset({
    "pa", "pas", "cpa", "cpas", "upa", "upas", "pam", "pams", "paivm", "paivms", "ppivm", "ppivms", "springing",
    "pressures", "accessory", "mobility", "spring", "challenge",
})  # fmt: skip
"""Words for a push on a joint."""
_PRESSES = frozenset({"p", "posteroanterior", "anterior", "posterior", "joint", "a", "unilateral", "central"})
_GIVEN = frozenset({"pressure", "glide", "glides", "play"})
"""Words for a push behind those that say which."""
_PAINED = frozenset({"pain", "painful", "painfull", "sore", "soreness", "p+", "lbp", "symptoms", "sx", "ache"})
_FREE = frozenset({"painfree", "painless"})
_BROUGHT = frozenset({
    "reproduces", "reproduced", "reproducing", "provoke", "reproduce", "provokes", "provoked", "provoking", "elicits",
    "repro",
})  # fmt: skip
_NONE = frozenset({"no", "not", "non", "without", "nil", "denies"})
_PALPATION = frozenset({"palpation", "palp", "palpatory"})
_REACH = 3
_PLUS = frozenset({"+", "++", "+++"})


@lru_cache(maxsize=1)
def may_push(view: View) -> frozenset[int]:
    """Return where the written statements start that tell of a push on a joint, and of pain."""
    pushed = saying(view, _PUSHED) | (saying(view, _GIVEN) & saying(view, _PRESSES))
    pushed |= heading(view, view.indices(_PALPATION))
    return writing(view) & pushed & saying(view, _PAINED | _FREE)


def pushed_on(scene: Scene) -> Iterator[Found]:
    """Read whether it hurts where hands push on a joint.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_push(scene.view) or not (_place(scene) and _is_pushed(scene)):
        return
    for at in range(scene.statement.start, scene.statement.end):
        word, part = scene.view.norms[at], Chunk(at, at + 1)
        if word not in _PAINED | _FREE or scene.terms("tart", "finding", "normal", part=part):
            continue
        told = _told(scene, at)
        if told is not None:
            yield Found("tenderness", told, (part,))


def _place(scene: Scene) -> bool:
    return bool(scene.view.fixing(scene.statement)) or scene.topic.place is not None


def _is_pushed(scene: Scene) -> bool:
    """Tell whether a statement names a push itself, or in two words, as in `P-A pressure` and `joint play`."""
    if _is_of_palpation(scene) or not _PUSHED.isdisjoint(scene.said):
        return True
    at = (at for at in scene.view.indices(_GIVEN) if scene.statement.start < at < scene.statement.end)
    return any(not _PRESSES.isdisjoint(scene.view.norms[max(scene.statement.start, one - _REACH) : one]) for one in at)


def _is_of_palpation(scene: Scene) -> bool:
    """Tell whether a statement stands behind the label `Palpation:`, so that all its pain is one of touch."""
    before = scene.view.norms[max(0, scene.statement.start - 2) : scene.statement.start]
    return len(before) == 2 and before[0] in _PALPATION and before[1] in {":", "-"}  # noqa: PLR2004  # a word and a mark


def _told(scene: Scene, at: int) -> Assertion | None:
    """Return whether a word of pain says that it hurts; None where it tells of a motion or a complaint."""
    norms = scene.view.norms
    before = norms[max(scene.statement.start, at - _REACH) : at]
    after = norms[at + 1 : min(at + _REACH, scene.statement.end)]
    if norms[at] in _FREE or "free" in after[:2] or not _NONE.isdisjoint(before) or after[:1] in (["-"], ["nil"]):
        return "absent"
    plain = (
        norms[at] in {"painful", "sore"}
        or _is_of_palpation(scene)
        or not _PLUS.isdisjoint(after[:1])
        or norms[at] == "p+"
    )
    brought = not _BROUGHT.isdisjoint(norms[max(scene.statement.start, at - 2 * _REACH) : at])
    with_it = not {"with", "w", "and", "on", "c"}.isdisjoint(before[-1:])
    moves = bool(scene.terms("tart", "motion", part=scene.chunk(Chunk(at, at + 1)))) and scene.says("limited")
    return "present" if (plain or brought or with_it or "on" in after) and not (moves and not brought) else None
