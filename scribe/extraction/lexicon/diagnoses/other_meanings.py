"""Words that name a condition elsewhere, and here a position, a walk, an operation, a valve, or what was operated."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit

_HEART = frozenset({"tavr", "tavi", "avr", "savr", "valve", "murmur", "aortic", "cabg", "echo"})
_VALVE_GRADES = frozenset({"severe", "moderate", "mild", "mod"})
"""Words beside which an AS is a narrow valve."""
_UNSTABLE = frozenset({"gait", "balance", "postural", "emotional", "ankle", "knee", "shoulder", "patellar", "housing"})


def means_another(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word for a condition names another thing: a position, how somebody walks, or an operation."""
    return _is_of_position(scene, hit) or _is_of_balance(scene, hit) or _is_operation(scene, hit)


def is_abbreviated(scene: Scene, hit: Hit) -> bool:
    """Tell whether capitals are a condition: in a history one of the spine, and not one of the heart beside them."""
    if hit.term.text == "ha":
        return scene.statement.turn < 0
    heart = not _HEART.isdisjoint(scene.said) or not _VALVE_GRADES.isdisjoint(scene.words(scene.chunk(hit)))
    return scene.stance == "history" and not heart


def _is_of_position(scene: Scene, hit: Hit) -> bool:
    """Tell whether the word is part of the name of a position, as in `lateral strain` of the cranial base."""
    named = scene.terms("lesions", "position") if hit.term.value == "sprain_strain" else ()
    return any(one.start <= hit.start and hit.end <= one.end for one in named)


def _is_operation(scene: Scene, hit: Hit) -> bool:
    """Tell whether words only tell of an operation and name no syndrome after it: `status post laminectomy`."""
    return hit.term.text == "post laminectomy" and scene.view.norms[hit.start - 1] == "status"


def _is_of_balance(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a walk or another joint that is unstable, as in `gait instability`."""
    return hit.term.value == "instability" and scene.view.norms[hit.start - 1] in _UNSTABLE


_AFTER = frozenset({"post", "s/p", "after", "following", "status", "p"})
_NO = frozenset({"no", "without", "not", "nor", "never", "w/o"})
_OPERATED = frozenset({"disc_herniation", "spinal_stenosis", "epidural_fibrosis", "neoplasm"})
_TRACE = 5


def is_operated_away(scene: Scene, hit: Hit) -> bool:
    """Tell whether a condition is one that was operated and is no more: `disc bulge, post fusion, no recurrence`.

    Args:
        scene: The statement.
        hit: The condition.
    """
    if hit.term.value not in _OPERATED:
        return False
    norms = scene.view.norms
    operations = (one for one in scene.terms("care") if one.term.value == "surgery" and one.start >= hit.end)
    done = any(not _AFTER.isdisjoint(norms[one.start - 2 : one.start]) for one in operations)
    again = (
        at for at in range(hit.end, scene.statement.end) if norms[at].startswith(("recur", "reherniat", "residual"))
    )
    return done and any(not _NO.isdisjoint(norms[at - _TRACE : at]) for at in again)
