"""How an examiner sees somebody walk: `I watched you come in, that's even.`, `Walk. There's a slap on the left.`.

Terms of the tables name most gaits; here a walk is looked at, and what is said of it is everyday words.
"""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.schema import Laterality

_WALKS = frozenset({"walk", "walked", "walking", "walks", "gait", "stride", "steps", "step"})
_WATCHING = frozenset({"watched", "watch", "saw", "watching", "see", "seen"})
_LOOKING = frozenset({"let", "take", "watch", "see", "show", "i'd", "i"})
_WALKED = frozenset({"walk", "walking", "steps"})
"""Words of a command to walk, as in `let me see you walk` and `take a few steps`."""
_FEW = frozenset({"few", "couple", "some"})
_TIPPED = frozenset({"heels", "toes", "tiptoes"})
"""What somebody is bidden to walk on whose strength is tried, and not the walk."""
_COMING = frozenset({"come", "came", "coming", "walk", "walking", "go", "going"})
_EVEN = frozenset({
    "fine", "even", "normal", "smooth", "steady", "good", "okay", "ok", "level", "normally", "smoothly", "evenly",
    "steadily", "easy", "great", "symmetric", "symmetrical", "nice", "perfect",
})  # fmt: skip
_BARELY_GOOD = frozenset({"okay", "ok", "good", "nice", "great", "perfect", "fine", "easy"})
"""Words that alone only say that somebody has walked enough."""
_VERBS = frozenset({"is", "was", "looks", "looked", "seems", "seemed", "that", "that's", "are", "were"})
_MANNERS = frozenset({"pretty", "nice", "very", "quite", "perfectly", "completely", "totally", "real", "really", "and"})
_UNEVEN = frozenset({
    "tip", "tips", "tipping", "lean", "leans", "leaning", "hitch", "hitches", "hitching", "drag", "drags", "dragging",
    "slap", "slaps", "slapping", "roll", "rolls", "rolling", "swing", "swings", "swinging", "circle", "drop", "drops",
    "dip", "dips", "dipping", "lurch", "waddle", "wobble", "wobbles", "wobbling", "sway", "sways", "swaying", "scuff",
    "scuffs", "scuffing", "catches", "stiff", "short", "shorter", "guarded", "crooked", "bent",
})  # fmt: skip
_PERSONS = frozenset({"you", "you're", "she", "he", "she's", "he's", "your", "her", "his"})
_WHEN = frozenset(
    {"if", "can", "should", "could", "every", "dog", "daily", "outside", "minutes", "miles", "don't", "call"}
)
"""Words of a walk that is no look at a walk."""
_DENYING = frozenset({"no", "not", "never", "without", "isn't", "doesn't", "don't", "aren't", "wasn't"})
_THAT = frozenset({"that", "that's", "there", "there's", "here", "a", "little", "yes", "yeah", "okay", "so", "it"})
_LEADING = frozenset(
    {"and", "now", "okay", "so", "just", "then", "please", "stand", "up", "go", "ahead", "let's", "me"}
)
_NEAR = 8
_SHORT = 9
_SIDES: dict[str, Laterality] = {"left": "left", "right": "right"}


@lru_cache(maxsize=1)
def may_walk(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how somebody walks, or follow the command to."""
    looked = saying(view, _WALKS | _WATCHING) & saying(view, _EVEN | _UNEVEN)
    commands = (one for one in statements_at(view, saying(view, _WALKS | _WALKED)) if _bids(view, one))
    after = (later for one in commands for later in view.statements_after(one, 1) if later.turn == one.turn)
    return looked | frozenset(one.start for one in after)


def seen_walking(scene: Scene) -> Iterator[Found]:
    """Read what an examiner sees of a walk, where no term of the tables names it.

    Args:
        scene: The statement.
    """
    statement = scene.statement
    if statement.start not in may_walk(scene.view) or statement.turn < 0 or not scene.may_examine or statement.asks:
        return
    if any(hit.term.value == "gait" and hit.term.role == "symptom" for hit in scene.terms("neuro")):
        return
    found = _after_command(scene) or (_looked_at(scene) if _WHEN.isdisjoint(scene.said) else None)
    if found is not None and scene.assertion(scene.statement) == "present":
        yield found


def _after_command(scene: Scene) -> Found | None:
    """Return what is said right behind a command to walk: `Walk to the sink. Steady.`, `Walk a bit. That's a slap.`."""
    before = earlier_in_turn(scene.view, scene.statement)[-1:]
    if not before or not _bids(scene.view, before[0]) or scene.statement.end - scene.statement.start > _SHORT:
        return None
    said = [word for word in scene.words() if word[0].isalnum()]
    part = Chunk(before[0].start, scene.statement.end)
    told = [word for word in said if word not in _THAT | _MANNERS | _WALKS | _VERBS]
    if told[:1] and told[0] in _EVEN and _EVEN.issuperset(told) and not _BARELY_GOOD.issuperset(told):
        return Found("gait", "absent", (part,))
    uneven = not _UNEVEN.isdisjoint(said) and _DENYING.isdisjoint(said)
    return Found("gait", "present", (scene.statement,), _side(scene)) if uneven else None


def _looked_at(scene: Scene) -> Found | None:
    """Return what is said of a walk in one sentence: `your walk looked even`, `you dip to the left as you walk`."""
    norms, statement = scene.view.norms, scene.statement
    named = [at for at in range(statement.start, statement.end) if norms[at] in _WALKS | _WATCHING]
    walk = next((at for at in named if norms[at] in _WALKS), next(iter(named), None))
    if walk is None or _PERSONS.isdisjoint(scene.said) or not _is_seen(scene, walk):
        return None
    after = range(walk + 1, min(statement.end, walk + 2 * _NEAR))
    even = next((at for at in after if norms[at] in _EVEN and _is_verdict(norms, at)), None)
    if even is not None and _DENYING.isdisjoint(norms[walk:even]):
        return Found("gait", "absent", (Chunk(walk, even + 1),))
    near = range(max(statement.start, walk - 2 * _NEAR), min(statement.end, walk + _NEAR))
    uneven = next((at for at in near if norms[at] in _UNEVEN and not _is_leant_on(norms, at)), None)
    if uneven is None or not _DENYING.isdisjoint(scene.said) or norms[walk] in _WATCHING:
        return None
    return Found("gait", "present", (Chunk(min(walk, uneven), max(walk, uneven) + 1),), _side(scene))


def _is_seen(scene: Scene, walk: int) -> bool:
    """Tell whether a walk is somebody's, or watched: `your walk`, `when she walks`, `I watched you come in`."""
    norms = scene.view.norms
    if norms[walk - 1] == "a":
        return False  # One that is taken.
    owned = norms[walk] in _WALKS and norms[walk - 1] in _PERSONS
    watched = norms[walk] in _WATCHING and scene.view.tokens.word(walk + 1) in {"you", "her", "him"}
    return owned or (watched and not _COMING.isdisjoint(norms[walk : walk + _NEAR]))


def _is_leant_on(norms: list[str], at: int) -> bool:
    return norms[at].startswith("lean") and norms[at + 1 : at + 2] == ["on"]


def _is_verdict(norms: list[str], at: int) -> bool:
    """Tell whether a word is said of a walk, as in `that was even` and `pretty smoothly`."""
    first = at
    while norms[first - 1] in _MANNERS:
        first -= 1
    return norms[first - 1] in _VERBS or norms[at].endswith("ly")


def _bids(view: View, one: Statement) -> bool:
    """Tell whether a short statement bids to walk, as in `Walk to the sink and back.` and `Now walk for me?`."""
    said = [word for word in view.norms[one.start : one.end] if word[0].isalnum()]
    command = [word for word in said if word not in _LEADING]
    if command[:1] == ["take"] and _FEW.isdisjoint(command):
        return False
    walks = command[:1] == ["walk"] or (bool(command) and command[0] in _LOOKING and not _WALKED.isdisjoint(command))
    return one.speaker != "patient" and walks and _TIPPED.isdisjoint(said) and len(said) <= _SHORT


def _side(scene: Scene) -> Laterality | None:
    """Return the only side of a statement."""
    sides = {side.value for side in scene.view.sides(scene.statement)}
    named = sides or {_SIDES[word] for word in scene.said if word in _SIDES}
    return named.pop() if len(named) == 1 else None
