"""What a touch does to somebody, as an examiner sees it: `You came off the table at L4.`, `Nothing lit up.`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.denials import denies_by
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.asked_of_pressure import names_palpated, only_names
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.hands import hands_at_work
from scribe.extraction.lexicon.tart.looked_for import is_looked_for
from scribe.extraction.lexicon.view.saying import naming
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_ROLES = frozenset({"reaction", "wincing"})
_WHO = frozenset({"you", "you're", "your", "he", "she", "he's", "she's", "him", "her", "patient", "you'll", "you've"})
_PRESSED = frozenset(
    {"press", "pressed", "pressing", "push", "touch", "touched", "poke", "palpate", "pressure", "palpation"}
)
_NO = frozenset({"no", "not", "never", "without", "nothing", "none", "neither", "nor", "barely", "hardly"})
_REACH = 6
_DENIAL = 4
_LATER = frozenset({"if", "will", "would", "might", "may", "been", "should", "used", "after", "tomorrow"})
"""Words of what may be, or of what somebody has told."""


@lru_cache(maxsize=1)
def may_react(view: View) -> frozenset[int]:
    """Return where the statements start that may tell what a touch does to somebody."""
    return naming(view, "feel", lambda hit: hit.term.role in _ROLES)


def reacted(scene: Scene) -> Iterator[Found]:
    """Read how somebody bears the touch that the statement, or the one before it, tells of."""
    if scene.statement.turn < 0 or scene.statement.start not in may_react(scene.view):
        return
    for hit in scene.terms("feel", *_ROLES):
        denied = _is_denied(scene, hit)
        if is_looked_for(scene, hit):
            continue
        if not _is_somebody(scene, hit, denied=denied) or not _is_touched(scene, hit, denied=denied):
            continue
        painless = denied != (hit.term.assertion == "absent")
        yield Found(
            "tenderness",
            "absent" if painless else scene.assertion(hit),
            (hit,),
            rule="tart.normal" if painless else "tart.finding",
        )


def _is_denied(scene: Scene, hit: Hit) -> bool:
    before = scene.view.norms[max(scene.chunk(hit).start, hit.start - _DENIAL) : hit.start]
    return denies_by(before, _NO)


def _is_somebody(scene: Scene, hit: Hit, *, denied: bool) -> bool:
    """Tell whether it is the patient who starts or complains, as in `you nearly hit the roof`, or nobody at all."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _REACH) : hit.start]
    return hit.term.role == "reaction" or denied or not _WHO.isdisjoint(before)


def _is_touched(scene: Scene, hit: Hit, *, denied: bool) -> bool:
    """Tell whether a touch is told of: by its words, or by the place under the hands that alone is named."""
    if not _LATER.isdisjoint(scene.said) or (scene.says("of_days") and not _is_told(scene)):
        return False
    if not _PRESSED.isdisjoint(hit.term.text.split()) or _is_told(scene):
        return True
    if hit.term.assertion or denied:
        return False
    named = [one for one in scene.earlier_in_turn[-1:] if only_names(scene, one)]
    return any(names_palpated(scene.view, part) for part in (scene.statement, *named))


def _is_told(scene: Scene) -> bool:
    near = (scene.statement, *scene.earlier_in_turn[-1:])
    return any(hands_at_work(scene.words(one)) or not words("touching").isdisjoint(scene.words(one)) for one in near)
