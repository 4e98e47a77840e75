"""Words of a finding that tell of no touch: idioms, aims, what holds for all, and what is said over for a layman.

`Sit tight`, `as if you were grabbing a handrail`, `once you're less guarded`, `to restore full motion`, `Desk work
makes anybody tight`, `In plain English, that joint is jammed`.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit

_BIDDEN = frozenset({"sit", "hang", "hold", "sleep"})
"""Words before a `tight` that bids somebody to wait."""
_SCARCE = frozenset({"schedule", "budget", "week", "squeeze", "deadline", "timeline", "spot", "fit", "ship"})
"""What is tight and no tissue."""
_MADE_OF = frozenset({"schedule", "budget", "money", "time", "deadline", "parking", "calendar"})
"""What is said to be tight, and is no tissue."""
_BEING = frozenset(
    {"is", "are", "was", "were", "gets", "got", "pretty", "so", "really", "too", "very", "a", "bit", "little"}
)
_STUCK_IN = frozenset({"a", "needle", "needles", "you", "me", "with", "to"})
"""Words behind a sticking that is none of a joint, as in `before anybody sticks a needle in`."""
_WARM = frozenset({
    "room", "day", "water", "shower", "bath", "towel", "weather", "compress", "outside", "enough", "blanket", "pack",
})  # fmt: skip
"""What is warm and no tissue."""
_ALL = frozenset({"anybody", "anyone", "everybody", "everyone", "people", "people's", "folks", "most"})
"""Of whom somebody speaks who explains what befalls all."""
_SPOKEN_TO = frozenset({"you're", "you've", "your", "yours", "i", "i'm", "here", "this", "today"})
_LEADING_TO = frozenset({"to", "goal", "goals", ":", "help", "helps", "and", "will", "aim", "aims"})
_AIMING = frozenset({
    "restore", "improve", "increase", "decrease", "reduce", "normalize", "normalise", "relieve", "restoring",
    "improving", "increasing", "decreasing", "reducing",
})  # fmt: skip
"""Verbs for what a treatment is to do."""
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
    return _is_idiom(scene, hit) or _is_to_come(scene, hit) or _is_for_layman(scene, hit) or _holds_for_all(scene)


def is_aim(scene: Scene, hit: Item) -> bool:
    """Tell whether words say what a treatment is for, as in `to restore full rotation and decrease muscle spasm`."""
    norms = scene.view.norms
    before = range(scene.statement.start + 1, hit.start)[-_NEAR:]
    return any(norms[at] in _AIMING and norms[at - 1] in _LEADING_TO for at in before)


def _holds_for_all(scene: Scene) -> bool:
    """Tell whether speech explains what befalls anybody, as in `Sitting makes the hip flexors tight in everyone`."""
    return not _ALL.isdisjoint(scene.said) and _SPOKEN_TO.isdisjoint(scene.said)


def _is_idiom(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody is told to wait, time is short, or a hand holds a thing: `grabbing your seat belt`."""
    before = scene.view.norms[hit.start - 1 : hit.start]
    after = scene.view.norms[hit.end : hit.end + 2]
    if hit.term.text in {"sticks", "sticking"}:
        return not _STUCK_IN.isdisjoint(after[:1])
    if hit.term.text.startswith("warm"):
        return after == ["in", "here"] or not _WARM.isdisjoint(scene.view.norms[hit.end : hit.end + _NEAR])
    if hit.term.text == "tight":
        return not _BIDDEN.isdisjoint(before) or not _SCARCE.isdisjoint(after[:1]) or _is_scarce(scene, hit)
    holds = hit.term.text.startswith("grab") and not _OWN.isdisjoint(after[:1])
    return holds and not scene.view.places(Chunk(hit.end, min(hit.end + _NEAR, scene.statement.end)))


def _is_scarce(scene: Scene, hit: Hit) -> bool:
    """Tell whether what is said to be tight is no tissue, as in `Your schedule is pretty tight`."""
    start = hit.start
    while start > scene.statement.start and scene.view.norms[start - 1] in _BEING:
        start -= 1
    return not _MADE_OF.isdisjoint(scene.view.norms[start - 1 : start])


def _is_to_come(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is said of a patient at a later time, as in `once you're not so guarded`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _NEAR) : hit.start]
    return any(one in _UNTIL and other in _YOU for one, other in pairwise(before))


def _is_for_layman(scene: Scene, hit: Hit) -> bool:
    """Tell whether a statement says in plain words what was found, as in `In plain English, your neck is jammed`."""
    before = scene.view.norms[scene.statement.start : hit.start]
    return any(tuple(before[at : at + len(one)]) == one for one in _LAYMEN for at in range(len(before)))
