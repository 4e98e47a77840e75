"""What a patient says under pressure, asked or not: `Into the right QL.`, `Oof.`, `L5?`, `Just you pressing.`.

Hands are at work where the examiner says so, or the patient does; a bare name of a vertebra, a rib or a muscle is
that of what is pressed where the answer can only be to a touch.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.denials import denies_by
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.context.times_of_findings import is_at_work
from scribe.extraction.lexicon.neuro.sensory_test import tests_feeling
from scribe.extraction.lexicon.tart.asked_of_pressure import names_palpated, only_names
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.hands import hands_at_work
from scribe.extraction.lexicon.tart.named_after import named_after
from scribe.extraction.lexicon.tart.other_questions import loads_joint
from scribe.extraction.lexicon.tart.told_of_touch import SPOT
from scribe.extraction.lexicon.view.parts import end_of_turn_before, opens_turn
from scribe.extraction.lexicon.view.saying import saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST = 9
"""Words of an answer that tell how a touch is, at most."""
_CRY = 2
_FEW = 4
TOUCHED = frozenset({
    "press", "pressing", "push", "pushing", "poke", "poking", "touch", "touching", "pressure", "thumb", "prod",
    "squeeze", "lean", "leaning", "pressed", "pushed", "poked", "dig", "digging",
})  # fmt: skip
"""Words with which a patient speaks of the touch."""
_NO = frozenset({"no", "nope", "nah", "none", "nothing", "never", "without", "neither", "zero", "nowt", "not"})
_ELSE = frozenset({
    "better", "less", "after", "when", "since", "yesterday", "usually", "sometimes", "week", "weeks", "night", "if",
    "morning", "work", "sit", "sitting", "walk", "doctor", "thanks", "because", "was", "used",
})  # fmt: skip
"""Words of an answer that is of no touch; `when you press` is."""
_CONSENTING = frozenset(
    {("no", "worries"), ("no", "rush"), ("no", "problem"), ("no", "bother"), ("fine", "by"), ("go", "on")}
)
_TOUCHED_ONE = frozenset({"that", "that's", "there", "one", "this", "spot"})
_UNPLEASANT = frozenset({
    ("too", "much"), ("not", "great"), ("not", "nice"), ("not", "pleasant"), ("bit", "much"), ("don't", "like"),
    ("didn't", "like"), ("not", "comfortable"), ("no", "fun"),
})  # fmt: skip
_ONLY = frozenset({
    ("just", "you"), ("like", "you're"), ("just", "you're"), ("only", "you"), ("you", "can"), ("can", "feel"),
    ("just", "your"), ("only", "your"), ("like", "you"),
})  # fmt: skip
"""Words of a patient who feels no more than the touch, as in `It's just you pressing.`."""
YOURS = frozenset({"you", "your", "you're"})

_PAIRED = frozenset(word for pair in (SPOT | _UNPLEASANT) for word in pair) - {"it", "the", "that", "not", ","}
_ASKING_LEAVE = frozenset({"can", "may", "could", "mind", "alright", "ready", "okay"})
_PLANNED = frozenset(
    {("going", "to"), ("gonna", "be"), ("i'll", "be"), ("we'll", "be"), ("want", "to"), ("need", "to")}
)


@lru_cache(maxsize=1)
def may_be_felt(view: View) -> frozenset[int]:
    """Return where the statements start that open the turn of a patient and may tell how a touch is."""
    telling = saying(view, words("pained") | words("unpained") | words("cries") | _PAIRED | TOUCHED)
    opening = (one for one in statements_at(view, telling) if one.turn >= 0 and one.speaker == "patient")
    return frozenset(one.start for one in opening if opens_turn(view, one))


def felt_under_pressure(scene: Scene) -> Iterator[Found]:
    """Read how a touch is for a patient who was not asked of it in words that any other rule knows."""
    if (
        scene.statement.start not in may_be_felt(scene.view)
        or scene.statement.asks
        or scene.view.fixing(scene.statement)
    ):
        return
    told = end_of_turn_before(scene.view, scene.statement)
    hurts = pained(_said(scene))
    if hurts is None or (told and told[-1].speaker == "patient"):
        return
    if hurts and (not told or not (told[-1].asks or scene.view.fixing(told[-1]))):
        yield from _named_then(scene, told)
        return
    if not told or told[-1].reply is not None:
        return
    if not _is_pressed(scene, told, hurts=hurts) or _is_of_else(scene, told):
        return
    named = [one for one in told if scene.view.fixing(one)]
    if not named:
        return
    sides = {side.value for side in scene.view.sides(named[-1]) if not is_way(scene.view, side)}
    yield Found(
        "tenderness",
        "present" if hurts else "absent",
        (Chunk(named[-1].start, named[-1].end), Chunk(scene.statement.start, scene.statement.end)),
        laterality=sides.pop() if len(sides) == 1 else None,
        rule="tart.answered",
    )


def _named_then(scene: Scene, told: Sequence[Statement]) -> Iterator[Found]:
    """Read the place that is named once it hurts, where no other was: `Whoa, sore.`, `That's the left levator.`."""
    named = named_after(scene, scene.statement)
    if named is None or (told and _is_of_else(scene, told)) or not _points(scene):
        return
    opening = Chunk(scene.statement.start, scene.statement.end)
    yield Found("tenderness", "present", (opening,), named.region, named.laterality, "tart.answered")


def _points(scene: Scene) -> bool:
    """Tell whether a patient cries out, or says of what is touched that it is sore."""
    said = scene.words()
    cries = said[0] in words("cries") or "found" in said
    return (
        cries
        or (not _TOUCHED_ONE.isdisjoint(said) and not words("pained").isdisjoint(said))
        or not SPOT.isdisjoint(pairwise(said))
    )


def _said(scene: Scene) -> list[str]:
    """Return the words of a patient: those of the statement, and of the next where it only cries."""
    said = scene.words()
    if len(said) <= _CRY:
        said = [*said, *(word for one in scene.later_in_turn[:1] for word in scene.words(one))]
    return said


def pained(said: Sequence[str]) -> bool | None:
    """Tell whether words call a touch painful; None where they tell of none.

    Args:
        said: The words of a patient.
    """
    told = [word for word in said if word[0].isalnum()]
    yours = not YOURS.isdisjoint(said) and not TOUCHED.isdisjoint(said)
    if (
        len(told) > _LONGEST + _FEW * yours
        or not (_ELSE - ({"when", "if"} if yours else set())).isdisjoint(told)
        or not told
        or tuple(told[:2]) in _CONSENTING
    ):
        return None
    if told[0] in words("cries"):
        return True
    hurting = [at for at, word in enumerate(told) if word in words("pained")]
    if hurting:
        before = told[max(0, hurting[0] - _FEW) : hurting[0]]
        return not denies_by(before, _NO)
    if not (SPOT | _UNPLEASANT).isdisjoint(pairwise(said)):
        return True
    if yours and not _ONLY.isdisjoint(pairwise(said)):
        return False
    return False if not words("unpained").isdisjoint(told) else None


def _is_pressed(scene: Scene, told: Sequence[Statement], *, hurts: bool) -> bool:
    """Tell whether hands are at work, as somebody says, or only what is pressed is named."""
    said = scene.words()
    if not YOURS.isdisjoint(said) and not TOUCHED.isdisjoint(said):
        return True
    if any(hands_at_work(scene.words(one)) for one in told):
        return True
    small = names_palpated(scene.view, told[-1]) or not words("muscle_names").isdisjoint(scene.words(told[-1]))
    return hurts and small and only_names(scene, told[-1])


def _is_of_else(scene: Scene, told: Sequence[Statement]) -> bool:
    """Tell whether the words before ask leave, treat, move a part, or test a nerve, a strength or a joint."""
    said = [scene.words(one) for one in told]
    if any(tests_feeling(scene.view, one) or is_at_work(scene, one) for one in told):
        return True
    if any(loads_joint(one) or not words("moving").isdisjoint(one) for one in said):
        return True
    moves = any(command_at(scene.view, one, words("motion_commands")) is not None for one in told)
    asks = told[-1].asks and (not _ASKING_LEAVE.isdisjoint(said[-1]) or not words("of_days").isdisjoint(said[-1]))
    nerves = any(hit.term.role != "value" for one in told for hit in scene.view.terms("neuro", one))
    return moves or asks or nerves or not _PLANNED.isdisjoint(pairwise(said[-1]))
