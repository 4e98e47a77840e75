"""The way of a pain as a patient lists it, and questions whether it goes any way at all.

As in `Left cheek, back of the thigh, out to the little toe.`, and `Does it travel?`, `No, it stays in my back.`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.view.saying import asking, saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Laterality

_SPREADING = frozenset(
    {"travel", "travels", "traveling", "spread", "spreads", "radiate", "radiates", "shoot", "shoots"}
)
"""What a pain does that leaves its place."""
_GOING = frozenset({"go", "goes", "run", "runs", "move", "moves"})
_WHITHER = frozenset({"down", "anywhere", "out", "further", "farther", "past", "anyplace"})
_SUBJECTS = frozenset({"it", "that", "this", "pain"})
_NEAR = 4
_LONGEST_QUESTION = 12
_EVER = frozenset({"ever", "too"})
_BACK = 4
_ORIGINS = frozenset({"butt", "buttock", "cheek", "rump", "neck", "back", "hip", "shoulder", "thigh", "blade"})
"""Where a pain that goes along a limb begins."""
_ENDS = frozenset({
    "foot", "toe", "toes", "calf", "shin", "ankle", "heel", "hand", "thumb", "finger", "fingers", "wrist", "forearm",
})  # fmt: skip
"""Where it ends."""
_ON_THE_WAY = frozenset({
    "starts", "begins", "goes", "runs", "comes", "ends", "up", "down", "out", "into", "in", "on", "to", "of", "all",
    "way",
    "the", "my", "and", "then", "from", "through", "over", "along", "side", "outside", "inside", "top", "front", "it",
    "here", "there", "this", "a", "bit", "far", "as", "still", "left", "right", "one", "leg", "arm", "knee", "elbow",
    "little", "big", "middle", "index", "ring", "two", "these", "last", "yeah", "yes", "so", "same", "um", "uh", "well",
    "outer", "inner", "upper", "lower", "kind", "sort", "like",
    "across", "around", "behind", "past", "backs", "fronts", "sides", "outsides", "insides", "them", "both",
})  # fmt: skip
_WAYS = frozenset({"down", "out", "into", "to", "through", "along", "goes", "runs", "ends", "side", "top", "outside"})
_FEWEST = 3
_OWN = frozenset({"my", "mine", "me"})
_DOWN = frozenset({"down"})
_FACES = frozenset({
    "back", "backs", "front", "fronts", "side", "sides", "outside", "outsides", "inside", "insides", "outer", "inner",
})  # fmt: skip
"""What of a limb a pain goes down."""
_AT_FIRST = 4
_HOW_FAR = frozenset({"far", "where"})
_STOPPING = frozenset({"stop", "stops", "end", "ends", "quit", "reach"})
_REACHING = frozenset({
    "to", "down", "into", "all", "right", "at", "just", "about", "past", "below", "out", "almost", "maybe", "clear",
    "it", "bottom", "tip", "tips", "somewhere", "usually", "even", "around",
})  # fmt: skip
"""Words with which somebody says how far a pain goes."""
_SIDED = frozenset(
    {"on", "the", "left", "right", "side", "leg", "arm", "one", "just", "only", "it's", "my", "both", "sides"}
)
_SIDES: dict[str, Laterality] = {"left": "left", "right": "right", "both": "bilateral"}
_NAMING = frozenset({"pain", "leg", "legs", "arm", "arms", "thigh", "thighs"})


@lru_cache(maxsize=1)
def may_list_way(view: View) -> frozenset[int]:
    """Return where the statements start that may list the way of a pain."""
    return (
        _told_how_far(view)
        | (saying(view, _ORIGINS) & saying(view, _ENDS) & saying(view, _WAYS))
        | (saying(view, _DOWN) & saying(view, _FACES))
    )


def listed_way(scene: Scene) -> Iterator[Found]:
    """Read the way of a pain that a patient lists from where it begins to where it ends, or down a limb just named.

    Args:
        scene: The statement.
    """
    statement, norms = scene.statement, scene.view.norms
    if statement.start not in may_list_way(scene.view) or statement.asks or not _is_patients(scene):
        return
    if (found := _goes_down(scene) or _reaches(scene)) is not None:
        yield found
        return
    said = [at for at in range(statement.start, statement.end) if norms[at][0].isalnum()]
    named = [at for at in said if norms[at] in _parts()]
    lists = _ON_THE_WAY.issuperset(norms[at] for at in said if at not in named)
    first, last = norms[named[0]] if named else "", norms[named[-1]] if named else ""
    sides = {side.value for side in scene.view.sides(statement)}
    runs = first in _ORIGINS and last in _ENDS and len({norms[at] for at in named}) >= _few(scene)
    if lists and runs and len(sides) <= 1:
        yield Found("radicular_pain", scene.assertion(Chunk(named[0], named[0] + 1)), (Chunk(named[0], named[-1] + 1),))


def _is_patients(scene: Scene) -> bool:
    """Tell whether a patient speaks, or one whom no label names and who has just said my: `It's my left leg.`."""
    if scene.statement.speaker != "unknown" or scene.statement.turn < 0:
        return scene.statement.speaker == "patient"
    said = (scene.statement, *scene.earlier_in_turn[-1:])
    return any(not _OWN.isdisjoint(scene.view.norms[one.start : one.end]) for one in said)


def _goes_down(scene: Scene) -> Found | None:
    """Read a pain that goes down the limb which was named before: `It's both legs. Down the backs of them.`."""
    view, statement = scene.view, scene.statement
    said = [word for word in view.norms[statement.start : statement.end] if word[0].isalnum()]
    opens = "down" in said[:_AT_FIRST] and not _FACES.isdisjoint(said)
    if not opens or not (_ON_THE_WAY | _FACES | _parts()).issuperset(said):
        return None
    before = view.statements_before(statement)[-1:]
    named = [one for one in before if not _NAMING.isdisjoint(view.norms[one.start : one.end])]
    if (
        not named
        or named[0].end - named[0].start > _LONGEST_QUESTION
        or (named[0].speaker == "clinician" and not named[0].asks)
    ):
        return None
    sides = {side.value for side in (*view.sides(statement), *view.sides(named[0]))}
    side = sides.pop() if len(sides) == 1 else None
    return Found("radicular_pain", "present", (Chunk(named[0].start, statement.end),), side)


def _reaches(scene: Scene) -> Found | None:
    """Read how far a pain goes down a limb, as it is asked: `How far down does it go?`, `To the left knee.`."""
    view, statement = scene.view, scene.statement
    if statement.start not in _told_how_far(view):
        return None
    said = [word for word in view.norms[statement.start : statement.end] if word[0].isalnum()]
    limb = next((word for word in said if word in words("limb_ends")), None)
    if limb is None or said[0] not in _REACHING or not (_ON_THE_WAY | _FACES | _REACHING | _parts()).issuperset(said):
        return None
    later = [one for one in scene.later_in_turn[:1] if _SIDED.issuperset(_said(view, one))]
    # Of `right to the foot` the right is no side.
    own = Chunk(statement.start + (said[:1] == ["right"] and said[1:2] != ["leg"]), statement.end)
    sides = {side.value for part in (own, *(Chunk(one.start, one.end) for one in later)) for side in view.sides(part)}
    sides |= {_SIDES[word] for one in later for word in _said(view, one) if word in _SIDES}
    return Found("radicular_pain", "present", (statement,), sides.pop() if len(sides) == 1 else None)


def _said(view: View, one: Statement) -> list[str]:
    return [word for word in view.norms[one.start : one.end] if word[0].isalnum()]


@lru_cache(maxsize=1)
def _told_how_far(view: View) -> frozenset[int]:
    """Return where the statements start that answer how far a pain goes."""
    asked = (
        saying(view, _HOW_FAR) & saying(view, _SPREADING | _GOING | _STOPPING) & saying(view, _SUBJECTS) & asking(view)
    )
    asked -= saying(view, words("numb_like"))
    after = (later for one in statements_at(view, asked) for later in view.statements_after(one, 1))
    return frozenset(one.start for one in after if one.speaker == "patient")


def _few(scene: Scene) -> int:
    """Return how many parts make a way: fewer where it is said to begin or to end."""
    return _FEWEST - 1 if not {"starts", "begins", "ends", "goes", "runs"}.isdisjoint(scene.said) else _FEWEST


@cache
def _parts() -> frozenset[str]:
    return (_ORIGINS | _ENDS | words("limb_ends") | limb_words()) - {"leg", "arm", "legs", "arms", "knee", "elbow"}


@lru_cache(maxsize=1)
def may_ask_way(view: View) -> frozenset[int]:
    """Return where the questions start that may ask whether a pain goes anywhere, or whether another limb has it."""
    ways = saying(view, _SPREADING) | (saying(view, _GOING) & saying(view, _WHITHER))
    return ((ways & saying(view, _SUBJECTS)) | saying(view, _EVER)) & asking(view)


def stays(scene: Scene) -> Iterator[Found]:
    """Read the denial that a pain leaves its place, or that another limb ever has it: `Left arm ever?`, `Nope.`.

    Args:
        scene: The statement.
    """
    statement, view = scene.statement, scene.view
    if statement.start not in may_ask_way(view) or statement.turn < 0 or not scene.by_clinician:
        return
    asked, reply = _last_asked(view, statement)
    if reply is None or reply.answer != "no" or scene.terms("neuro", "symptom", "sign"):
        return
    if _asks_way(scene):
        yield Found("radicular_pain", "absent", (Chunk(statement.start, max(asked.end, reply.end)),))
    elif _asks_limb(scene) and _is_of_limbs(view, statement):
        side = view.sides(statement)[0].value
        yield Found("radicular_pain", "absent", (Chunk(statement.start, reply.end),), side)


def _last_asked(view: View, statement: Statement) -> tuple[Statement, Reply | None]:
    """Return a question, or the one behind it that only names limbs, with its answer: `Does it go? Calf, foot?`."""
    later = next(iter(view.statements_after(statement, 1)), None)
    if later is None or later.turn != statement.turn or not later.asks:
        return statement, statement.reply
    said = frozenset(word for word in view.norms[later.start : later.end] if word[0].isalnum())
    lists = said <= _parts() | limb_words() | _ON_THE_WAY | {"or", "any"}
    return (later, later.reply) if lists else (statement, statement.reply)


def _asks_way(scene: Scene) -> bool:
    """Tell whether a short question asks whether a pain goes anywhere: `Does it travel?`, `Does that go down?`."""
    norms, statement = scene.view.norms, scene.statement
    if statement.end - statement.start > _LONGEST_QUESTION:
        return False
    for at in range(statement.start + 1, statement.end):
        ahead = scene.view.tokens.word(at + 1)
        goes = norms[at] in _GOING and ahead in _WHITHER and norms[at + 2 : at + 3] in (["?"], [","])
        spreads = norms[at] in _SPREADING and ahead in _WHITHER | {"?", ","}
        if (goes or spreads) and not _SUBJECTS.isdisjoint(norms[max(statement.start, at - _NEAR) : at]):
            return True
    return False


def _asks_limb(scene: Scene) -> bool:
    """Tell whether a question only asks whether a limb ever has it too, as in `Right leg ever?`."""
    rest = [word for word in scene.rest_of(scene.statement) if word[0].isalnum()]
    limbs = [word for word in rest if word in {"leg", "arm", "foot", "hand"}]
    among = {"the", "and", "or", "other", "side", "one", "ever", "too", "in", "at", "all", *limbs}
    return (
        bool(limbs)
        and not _EVER.isdisjoint(rest)
        and among.issuperset(rest)
        and bool(scene.view.sides(scene.statement))
    )


def _is_of_limbs(view: View, statement: Statement) -> bool:
    """Tell whether the patient has just spoken of a limb."""
    before = [one for one in view.statements_before(statement)[-_BACK:] if one.speaker == "patient"]
    return any(not limb_words().isdisjoint(view.norms[one.start : one.end]) for one in before)
