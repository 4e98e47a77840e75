"""Speech in which the words of a finding tell of no touch: idioms, and what is said over again for a layman.

`Sit tight`, `as if you were grabbing a handrail`, `once you're less guarded`, `In plain English, that joint is jammed`.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit

_BIDDEN = frozenset({"sit", "hang", "hold", "sleep"})
"""Words before a `tight` that bids somebody to wait."""
_SCARCE = frozenset({"schedule", "budget", "week", "squeeze", "deadline", "timeline", "spot", "fit", "ship"})
"""What is tight and no tissue."""
_OWN = frozenset({"your", "his", "her", "my", "a"})
_UNTIL = frozenset({"when", "once", "until", "till"})
_YOU = frozenset({"you're", "you", "youre"})
_LAYMEN = (
    ("in", "plain"), ("in", "english"), ("in", "everyday", "words"), ("in", "layman"), ("in", "lay"),
    ("in", "simple", "words"), ("put", "simply"), ("you", "came", "in", "with"), ("you", "walked", "in", "with"),
)  # fmt: skip
"""How somebody begins to say for a layman what was found before."""
_NEAR = 4


def is_everyday_speech(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words of a finding are those of an idiom, of a time to come, or of what is said over again."""
    if scene.statement.turn < 0:
        return False
    return _is_idiom(scene, hit) or _is_to_come(scene, hit) or _is_for_layman(scene, hit)


def _is_idiom(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody is told to wait, time is short, or a hand holds a thing: `grabbing your seat belt`."""
    before = scene.view.norms[hit.start - 1 : hit.start]
    after = scene.view.norms[hit.end : hit.end + 2]
    if hit.term.text == "tight":
        return not _BIDDEN.isdisjoint(before) or not _SCARCE.isdisjoint(after[:1])
    holds = hit.term.text.startswith("grab") and not _OWN.isdisjoint(after[:1])
    return holds and not scene.view.places(Chunk(hit.end, min(hit.end + _NEAR, scene.statement.end)))


def _is_to_come(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is said of a patient at a later time, as in `once you're not so guarded`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _NEAR) : hit.start]
    return any(one in _UNTIL and other in _YOU for one, other in pairwise(before))


def _is_for_layman(scene: Scene, hit: Hit) -> bool:
    """Tell whether a statement says in plain words what was found, as in `In plain English, your neck is jammed`."""
    before = scene.view.norms[scene.statement.start : hit.start]
    return any(tuple(before[at : at + len(one)]) == one for one in _LAYMEN for at in range(len(before)))
