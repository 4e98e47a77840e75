"""How far somebody gets, told by what stands there: `I make it to the church steps and I have to sit`."""

from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View

_GETTING = frozenset({
    "get", "gets", "getting", "got", "make", "makes", "made", "go", "goes", "walk", "walks", "walking", "walked",
    "i'm", "halfway", "far", "from",
})  # fmt: skip
_TOWARDS = frozenset({
    ("get", "to"), ("gets", "to"), ("getting", "to"), ("make", "it"), ("makes", "it"), ("made", "it"), ("go", "from"),
    ("goes", "from"), ("walk", "to"), ("walks", "to"), ("walking", "to"), ("walked", "to"), ("walk", "from"),
    ("walks", "from"), ("walking", "from"), ("i'm", "at"), ("halfway", "to"), ("far", "as"), ("get", "from"),
    ("gets", "from"),
})  # fmt: skip
_SMALL = frozenset({"to", "as", "about", "the", "my", "a", "maybe", "just", "her", "his", "from", "around", "past"})
_NO_LANDMARKS = frozenset({
    "point", "work", "home", "bed", "sleep", "school", "where", "office", "gym", "stage", "desk", "be", "it", "this",
    "that", "do", "see", "know", "therapy", "computer", "you",
})  # fmt: skip
"""Words behind `gets to` that are no place on foot, as in `gets to the point where I have to stop`."""
_RIDING = frozenset({"drive", "drives", "driving", "drove", "mile", "miles", "gas", "exit", "highway", "shift"})
_NEEDING = frozenset({"to", "gotta", "must"})
_NEEDS = frozenset({"have", "has", "had", "need", "needs", "got", "gotta", "must"})
_STOPPING = frozenset({"sit", "stop", "rest", "lean", "pause", "turn", "squat", "bend", "find"})
_NOT_FOR = frozenset(
    {("sit", "all"), ("sit", "at"), ("stop", "for"), ("turn", "right"), ("turn", "left"), ("find", "my")}
)
_SPENT = frozenset({"bent", "stooped", "done", "finished", "spent", "doubled"})
_LEGS = frozenset({"legs", "calves", "thighs", "leg", "calf"})
_FAILING = frozenset({
    "start", "starts", "quit", "quits", "give", "gives", "turn", "turns", "burn", "cramp", "buckle", "die", "seize",
    "go", "goes", "get", "gets",
})  # fmt: skip
_REACH = 18
_BESIDE = 3


@lru_cache(maxsize=1)
def may_get_far(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how far somebody gets."""
    if view.said.isdisjoint(_GETTING):
        return frozenset()
    return saying(view, _GETTING) & saying(view, _STOPPING | _SPENT | _LEGS)


def gets_far(scene: Scene) -> Chunk | None:
    """Return the words by which somebody gets to a landmark on foot, and no farther, if some do."""
    if scene.statement.start not in may_get_far(scene.view) or scene.statement.asks:
        return None
    if (scene.statement.turn >= 0 and scene.by_clinician) or scene.stance in {"plan", "imaging", "exam"}:
        return None
    said, start = scene.words(), scene.statement.start
    if "if" in said or not _RIDING.isdisjoint(said):
        return None
    at = next((at for at, pair in enumerate(pairwise(said)) if pair in _TOWARDS and _leads_to_place(said, at)), None)
    end = _end_of_way(said, at) if at is not None else None
    return Chunk(start + at, start + end) if at is not None and end is not None else None


def _leads_to_place(said: list[str], at: int) -> bool:
    """Tell whether a landmark follows, as in `get to about the mailbox`, and not `get to work`."""
    rest = [word for word in said[at + 2 : at + 2 + _BESIDE * 2] if word not in _SMALL]
    articled = not {"the", "my", "a", "her", "his"}.isdisjoint(said[at + 2 : at + 2 + _BESIDE + 1])
    return articled and bool(rest) and rest[0][0].isalpha() and rest[0] not in _NO_LANDMARKS


def _end_of_way(said: list[str], at: int) -> int | None:
    """Return the index after the word that says that somebody goes no farther."""
    for index in range(at + _BESIDE, min(len(said), at + _REACH)):
        before, word = said[max(0, index - _BESIDE) : index], said[index]
        needed = not _NEEDS.isdisjoint(before) and not _NEEDING.isdisjoint(before)
        if word in _STOPPING and needed and tuple(said[index : index + 2]) not in _NOT_FOR:
            return index + 1
        if word in _SPENT and not {"i'm", "is", "he", "she", "am"}.isdisjoint(before[-1:]):
            return index + 1
        if word in _FAILING and not _LEGS.isdisjoint(before[-1:]):
            return index + 1
    return None
