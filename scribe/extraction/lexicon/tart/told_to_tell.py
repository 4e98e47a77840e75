"""Pain that patients tell who were told to say so, or rate it: `I'm tapping down T4 to T8, tell me.`, `No. No. There!`.

Of a place that is only named then, as of any under the fingers, they tell as well: `Say if it's sore. Left L4.`. An
examiner also asks how sore it is: `How tender, one to ten?`, `About six.`. Who is pressed may as well cry out, or
call it sore, with nothing asked: `I'm over the left SI joint.`, `Mm!`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.context.times_of_findings import is_at_work
from scribe.extraction.lexicon.neuro.sensory_test import tests_feeling
from scribe.extraction.lexicon.tart.asked_of_pressure import only_names, presses, presses_on_place
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.named_after import named_after
from scribe.extraction.lexicon.tart.other_questions import loads_joint
from scribe.extraction.lexicon.view.saying import holding, saying, statements_at, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_HANDS = frozenset({
    "press", "pressing", "push", "pushing", "tap", "tapping", "poke", "poking", "walk", "walking", "palpate",
    "palpating", "prod", "prodding", "touch", "touching", "squeeze", "squeezing", "run", "running", "work", "working",
    "go", "going", "feel", "feeling", "thumb", "thumbs", "finger", "fingers", "fingertips",
})  # fmt: skip
_WAYS = frozenset({"down", "up", "along", "over", "on", "each", "every", "around", "across", "through", "in", "beside"})
_EXAMINER = frozenset({"i'm", "i'll", "i", "let", "gonna", "my"})
_TELL = frozenset({("tell", "me"), ("me", "know"), ("say", "when"), ("say", "ow"), ("holler", "when"), ("shout", "if")})
_OF_PAIN = frozenset({
    "if", "when", "where", "which", "one", "ones", "it", "anything", "what", "any", "is", "that", "this", "you",
    "feels", "one's", "bad", "that's", "worse", "i", "i'm", "hit", "get", "to", "on", "find", "found", "the",
    "spot", "worst", "of", "these", "those", "there", "here",
})  # fmt: skip
_NONE = frozenset({"no", "nope", "nah", "nothing", "none", "uh-uh", "fine"})
_HURTS = frozenset({"yes", "yeah", "yep", "yup", "there", "ow", "ouch", "oof", "ooh", "ah", "that"})
_AT_SPOT = _HURTS | {"right"}
_EXCLAIMED = _HURTS | {"mm", "oh", "mmm", "hey"}
_SLIGHTLY = frozenset({("a", "bit"), ("a", "little"), ("little", "bit"), ("a", "touch")})
"""How somebody answers who is a little sore."""
_BONES = frozenset({"vertebra", "rib"})
_SLIGHT = frozenset({"a", "little", "bit", "very", "some"})
_EASED = frozenset({"better", "good", "nice", "less", "further", "more", "not", "no"})
_FEW = 5
_SPOTS = frozenset({
    ("right", "there"), ("that's", "it"), ("there", "!"), ("that's", "the"), ("that", "one"), ("yes", "!"),
    ("that's", "where"), ("gets", "me"), ("found", "it"),
})  # fmt: skip
_NUMBERS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zero", "0", "1", "2", "3", "4", "5",
    "6", "7", "8", "9", "10",
})  # fmt: skip
_NO_PAIN = frozenset({"zero", "0"})
_ROUNDING = frozenset({"a", "about", "maybe", "like", "um", "uh", "hm", "mm", "oh", "probably", ",", "solid"})
_BACK = 16
"""Statements over which a touch goes on from one short question to the next, at most."""
_LONGEST = 10


@lru_cache(maxsize=1)
def may_report(view: View) -> frozenset[int]:
    """Return where the short statements start that open the turn of a patient who may have been told to tell."""
    touched = saying(view, _HANDS | words("hurting") | {"i'm", "tell", "know", "say"})
    touched |= holding(view, (place.start for place in view.places(whole(view)) if place.structure in _BONES))
    led = (one for before in statements_at(view, touched) for one in view.statements_after(before))
    answers = saying(view, _NONE | _EXCLAIMED | _NUMBERS | words("cries") | words("sore") | _SLIGHT)
    short = (one for one in led if one.start in answers and _counted(view, one) <= _LONGEST)
    return frozenset(one.start for one in short if one.turn > 0 and one.speaker == "patient")


def _counted(view: View, statement: Statement) -> int:
    """Return how many words a statement has, without its marks, which a hesitation is full of."""
    return sum(word[0].isalnum() for word in view.norms[statement.start : statement.end])


def reported(scene: Scene) -> Iterator[Found]:
    """Read what a patient answers who was told to tell of pain under the fingers, or was asked how sore it is."""
    if scene.statement.start not in may_report(scene.view):
        return
    told = _turn_before(scene)
    if not told or told[-1].turn != scene.statement.turn - 1 or any(tests_feeling(scene.view, one) for one in told):
        return
    if _rates(scene, told[-1]):
        if not _NUMBERS.isdisjoint(_opening(scene)):
            yield _found(scene, told, hurts=_NO_PAIN.isdisjoint(_opening(scene)))
    elif _is_pained(scene) and not told[-1].asks and _presses(scene, told):
        yield _found(scene, told[-1:], hurts=True)
    elif not told[-1].asks and only_names(scene, told[-1]) and _is_pressed_along(scene, told[-1]):
        felt = _felt_at_name(scene)
        yield from () if felt is None else (_found(scene, told[-1:], hurts=felt),)
    elif told[-1].reply is None and not any(_names_nerve(scene, one) for one in told):
        yield from _told(scene, told)


def _opening(scene: Scene) -> list[str]:
    """Return the word with which an answer begins, without those that only round what it says."""
    return [word for word in _aloud(scene.words()) if word[0].isalnum() and word not in _ROUNDING][:1]


def _told(scene: Scene, told: Sequence[Statement]) -> Iterator[Found]:
    """Read what somebody says of the fingers that go over a place, who may have been told to.

    Args:
        scene: The statement of the patient.
        told: The statements of the turn before.
    """
    bidden, opening = is_told_to_tell(scene), _opening(scene)
    named = told[-1:] if bidden and only_names(scene, told[-1]) and not _moves(scene, told) else []
    touching = [one for one in told if _touches(scene, one)] or named
    if not touching:
        yield from _named_then(scene, told) if bidden and not _HURTS.isdisjoint(opening) else ()
    elif not _NONE.isdisjoint(opening) and bidden:
        yield _found(scene, touching, hurts=False)
    elif (bidden and not _HURTS.isdisjoint(opening)) or (_points(scene) and not _AT_SPOT.isdisjoint(opening)):
        yield _found(scene, touching, hurts=True)


def _is_pressed_along(scene: Scene, named: Statement) -> bool:
    """Tell whether fingers go from bone to bone, each named: `I'll push on L3.`, `Fine.`, `L4.`, `Little.`."""
    for earlier in reversed(scene.view.statements_before(named)):
        if earlier.speaker != "patient" and not only_names(scene, earlier):
            return presses(scene, earlier) and not is_at_work(scene, earlier)
    return False


def _felt_at_name(scene: Scene) -> bool | None:
    """Tell whether somebody is sore at the bone that was named; None where the words say neither."""
    said = [word for word in _aloud(scene.words()) if word[0].isalnum() and word not in _ROUNDING - {"a", "oh"}]
    if len(said) > _FEW or not said:
        return None
    if not (_NONE | {"okay", "ok", "good"}).isdisjoint(said) or denies(said):
        return False
    return True if said[0] in _EXCLAIMED | _SLIGHT | words("cries") | words("sore") else None


def _aloud(said: list[str]) -> list[str]:
    """Return words without those in brackets that open them, as in `[winces] Yeah.`."""
    return said[said.index("]") + 1 :] if said[0] == "[" and "]" in said else said


def _named_then(scene: Scene, told: Sequence[Statement]) -> Iterator[Found]:
    """Read the place that is named only then: `Say when I'm on it.`, `There.`, `That's the left fifth rib.`."""
    named = named_after(scene, scene.statement)
    if named is not None and not _moves(scene, told):
        opening = Chunk(scene.statement.start, scene.statement.end)
        yield Found("tenderness", "present", (opening,), named.region, named.laterality, "tart.answered")


def _presses(scene: Scene, told: Sequence[Statement]) -> bool:
    """Tell whether an examiner said last where the hands lie, and neither tests a nerve nor treats."""
    if any(_names_nerve(scene, one) or is_at_work(scene, one) or loads_joint(scene.words(one)) for one in told):
        return False
    return presses_on_place(scene, told[-1])


def _is_pained(scene: Scene) -> bool:
    """Tell whether a statement opens with a cry, or calls it sore in few words: `Mm!`, `A bit.`, `Yep, very sore.`."""
    said = scene.words()
    opening = [word for word in said if word[0].isalnum()][:_FEW]
    if not _EASED.isdisjoint(opening) or denies(opening):
        return False
    exclaims = said[0] in words("cries") or (said[0] in _EXCLAIMED and said[1:2] == ["!"])
    return exclaims or tuple(opening) in _SLIGHTLY or not words("sore").isdisjoint(opening)


def _turn_before(scene: Scene) -> list[Statement]:
    """Return the few statements of the turn before that of a statement, which opens its own."""
    before = scene.view.statements_before(scene.statement)
    return (
        []
        if any(one.turn == scene.statement.turn for one in before)
        else [one for one in before[-3:] if one.speaker != "patient"]
    )


def _found(scene: Scene, told: Sequence[Statement], *, hurts: bool) -> Found:
    named = (side for one in told for side in scene.view.sides(one) if not is_way(scene.view, side))
    sides: set[Laterality] = {side.value for side in named}
    answer = Chunk(scene.statement.start, scene.statement.end)
    side = sides.pop() if len(sides) == 1 else None
    return Found("tenderness", "present" if hurts else "absent", (answer,), None, side, "tart.answered")


def _rates(scene: Scene, asked: Statement) -> bool:
    """Tell whether a question asks how sore it is under the fingers, as in `How sore, one to ten?`."""
    said = scene.words(asked)
    rated = any(one == "how" and other in words("sore") for one, other in pairwise(said))
    return asked.asks and rated and words("of_days").isdisjoint(said) and scene.topic.place is not None


def _names_nerve(scene: Scene, told: Statement) -> bool:
    return any(hit.term.role != "value" for hit in scene.view.terms("neuro", told))


def _touches(scene: Scene, told: Statement) -> bool:
    """Tell whether an examiner says to go over a place with the fingers."""
    said = scene.words(told)
    hands = any(one in _HANDS and other in _WAYS for one, other in pairwise(said))
    placed = bool(scene.view.fixing(told)) or (scene.topic.place is not None and "bone" in said)
    hands = hands or presses_on_place(scene, told)
    return hands and placed and not _EXAMINER.isdisjoint(said) and not told.asks


def is_told_to_tell(scene: Scene) -> bool:
    """Tell whether a patient was told a few statements ago to tell of pain, as in `Tell me if it hurts. The left L4?`.

    Args:
        scene: The statement that goes on from there.
    """
    before = (one for one in scene.view.statements_before(scene.statement, _BACK) if one.speaker != "patient")
    return any(_bids_tell(scene, one) for one in before)


def _moves(scene: Scene, told: Sequence[Statement]) -> bool:
    """Tell whether somebody moves a part, so that the pain may be that of a motion: `I'll bend it. The left hip.`."""
    return any(not words("motion_commands").union(words("moving")).isdisjoint(scene.words(one)) for one in told)


def _bids_tell(scene: Scene, told: Statement) -> bool:
    """Tell whether somebody is told to tell, and of nothing else than pain."""
    said = scene.words(told)
    at = next((at for at, pair in enumerate(pairwise(said)) if pair in _TELL), None)
    if at is None:
        return False
    behind = [word for word in said[at + 2 :] if word[0].isalnum()]
    return (_OF_PAIN | words("hurting")).issuperset(behind)


def _points(scene: Scene) -> bool:
    """Tell whether a patient says that the fingers are where it hurts, as in `Yes! Right there.`."""
    said = [word for one in (scene.statement, *scene.later_in_turn[:1]) for word in scene.words(one)]
    return not _SPOTS.isdisjoint(pairwise(said))
