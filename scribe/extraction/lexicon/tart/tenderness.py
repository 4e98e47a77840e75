"""Pain that a touch brings on, told without a question: `palpation of L5 is painful`, `Ow, that's the spot.`, `L4.`.

Patients may also feel it under their own fingers, as over a screen: `Press
beside the spine, left.`, `Sore.`.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.context.times_of_findings import is_at_work
from scribe.extraction.lexicon.neuro.sensory_test import tests_feeling
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.named_after import named_after
from scribe.extraction.lexicon.tart.other_questions import loads_joint
from scribe.extraction.lexicon.view.saying import holding, naming, placing, saying, statements_at, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_NOT = frozenset({"non", "not", "no"})
_PRESSED = frozenset({"palpation", "palp", "facet", "facets", "process", "spinous", "muscle", "joint", "angle", "tp"})
_PALPABLE = frozenset({"vertebra", "sacroiliac_joint", "paraspinals", "rib"})
"""What an examiner presses, and finds painful."""
_PAINFUL = frozenset({"painful"})
_LONGEST = 9
_GASPED = frozenset({"my", "god", "boy", "wow", "jeez", "lord", "!"})
"""Words behind an `oh` that is a gasp."""
_POINTING_OUT = frozenset({
    "there", "right", "that's", "that", "it", "the", "spot", "one", "here", "exactly", "yes", "yeah", "yep", "yup",
    "oh", "is", "it's", "this", "him", "her", "too", "mm", "uh", "huh", "ooh", "ow", "just", "same",
})  # fmt: skip
_SPOTS = frozenset({"there", "spot", "it", "one", "here", "him"})
"""Words with which patients say that the fingers are where it hurts."""
_ASSENTING = frozenset({"yes", "yeah", "yep", "yup", "oh", "ooh"})
_RESISTING = frozenset({
    ("my", "hand"), ("my", "hands"), ("against", "me"), ("my", "palm"), ("my", "fist"), ("my", "leg"), ("into", "me"),
})  # fmt: skip
_READY = frozenset({"okay", "ok", "ready", "alright", "good", "so"})
_LONGEST_ANSWER = 7
_POKING = frozenset({"press", "poke", "prod", "palpate", "touch", "push", "dig"})
_AT = frozenset({"on", "in", "into", "there", "here", "around", "over", "beside", "at", "along", "with", "right"})
_EXAMINER = frozenset({"i", "i'm", "i'll", "my", "against"})
_POINTERS = frozenset({"this", "that", "here", "there", "one", "how's", "spot"})
_FINGERED = frozenset({
    "my", "under", "with", "right", "left", "how's", "hows", "is", "does", "feel", "when", "i", "press", "push", "on",
    "top", "okay", "so", "even", "still", "too", "your", "that's", "for",
})  # fmt: skip
_FELT = frozenset({"finding", "position", "normal", "motion", "test"})
_AT_WORK = frozenset({"pressing", "pushing", "poking", "squeezing", "tapping", "palpating"})
"""Words with which an examiner opens who tells what the hands do, as in `Pressing over the hip.`."""
_NONE = frozenset({"nothing", "no", "nope", "fine", "none", "nah", "okay"})


@lru_cache(maxsize=1)
def may_touch(view: View) -> frozenset[int]:
    """Return where the statements start that may tell of a touch at a place which brings on pain."""
    touched = saying(view, words("touching") | _POKING) & saying(view, words("touch_pain"))
    return placing(view) & (touched | saying(view, _PAINFUL))


def pressed(scene: Scene) -> Iterator[Found]:
    """Read the tenderness that a part of a statement tells of a named place, where no term of it says so."""
    if scene.statement.start not in may_touch(scene.view):
        return
    yield from _painful(scene)
    for chunk in scene.statement.chunks if not _touching(scene).isdisjoint(scene.said) else ():
        if _is_told_already(scene, chunk) or not scene.view.fixing(chunk):
            continue
        said = scene.words(chunk)
        pain = next((index for index, word in enumerate(said) if word in words("touch_pain")), None)
        if pain is None or not (_touching(scene).intersection(said)):
            continue
        found = Chunk(chunk.start + pain, chunk.start + pain + 1)
        painless = said[pain] in words("painless")
        yield Found("tenderness", "absent" if painless else scene.assertion(found), (found,))


def _touching(scene: Scene) -> frozenset[str]:
    """Return the words for a touch; a note may also tell of one as in `does not hurt when I press on it`."""
    return words("touching") | (_POKING if scene.statement.turn < 0 and "i" in scene.said else frozenset())


def _painful(scene: Scene) -> Iterator[Found]:
    """Read what an examination of a note calls painful where a hand presses: `C2-3 facet L painful, R non painful`."""
    if scene.statement.turn >= 0 or scene.stance != "exam" or "painful" not in scene.said:
        return
    if scene.terms("tart", "motion", "test") or scene.terms("neuro", "sign") or scene.says("moving"):
        return
    for at in range(scene.statement.start, scene.statement.end):
        chunk = scene.chunk(Chunk(at, at + 1))
        if scene.view.norms[at] != "painful" or scene.terms("tart", part=Chunk(at, at + 1)):
            continue
        before = Chunk(scene.statement.start, at)
        pressed_there = not _PRESSED.isdisjoint(scene.words(before)) or any(
            place.structure in _PALPABLE for place in scene.view.places(before)
        )
        if pressed_there and scene.view.fixing(scene.statement) and not _is_told_already(scene, chunk):
            painless = scene.view.norms[at - 1] in _NOT or (scene.view.norms[at - 2] in _NOT)
            said = Chunk(at, at + 1)
            yield Found("tenderness", "absent" if painless else scene.assertion(said), (said,))


def _is_told_already(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a term tells of tenderness already, or of a nerve that is tested."""
    tender = any(hit.term.value == "tenderness" for hit in scene.terms("tart", "finding", "normal", part=chunk))
    return tender or bool(scene.terms("neuro", "sign", "symptom", part=chunk))


def is_of_touch(scene: Scene, before: Statement) -> bool:
    """Tell whether a statement tells of fingers at work: asks of tenderness, or says what is felt or will be.

    Args:
        scene: A statement of the document.
        before: The statement.
    """
    asks = any(hit.term.role == "ask" or hit.term.value == "tenderness" for hit in scene.view.terms("tart", before))
    said = scene.words(before)
    feels = _feeling().intersection(said) and not _is_resisted(said)
    tested = any(hit.term.role != "value" for hit in scene.view.terms("neuro", before))
    return (asks or bool(feels)) and not loads_joint(said) and not tests_feeling(scene.view, before) and not tested


def _is_resisted(said: list[str]) -> bool:
    """Tell whether somebody is told to push against an examiner, as in `Push into my hand`, and is not pressed."""
    resists = any(pair in _RESISTING for pair in pairwise(said))
    return resists and {"i", "i'm", "i'll", "let"}.isdisjoint(said)


@cache
def _feeling() -> frozenset[str]:
    return words("hands_on") | {"feel", "feeling", "press", "pressing", "palpate", "push"}


@cache
def _pains() -> frozenset[str]:
    return words("sore") | words("cries") | words("touch_pain") | {"oh", "tender", "spot"}


@lru_cache(maxsize=1)
def may_volunteer(view: View) -> frozenset[int]:
    """Return where the few words of a patient start that may tell of pain, or are said by who may press somewhere.

    Somebody is felt or pressed then in the turn before.
    """
    felt = statements_at(view, _may_be_felt(view))
    pairs = ((before, one) for before in felt for one in view.statements_after(before))
    told = {one.start: one for before, one in pairs if one.turn - before.turn == 1 and one.speaker == "patient"}
    short = (one for one in told.values() if one.end - one.start <= _LONGEST)
    return frozenset(one.start for one in short if _may_be_pained(view, one))


def _may_be_pained(view: View, statement: Statement) -> bool:
    """Tell whether a statement has a word of pain, only points out a spot, or says that nothing is felt of a touch."""
    if not _pains().isdisjoint(view.norms[statement.start : statement.end]) or _only_points_out(view, statement):
        return True
    before = view.statements_before(statement)[-1]
    return view.norms[statement.start] in _NONE and not _POKING.isdisjoint(view.norms[before.start : before.end])


@lru_cache(maxsize=1)
def _may_be_felt(view: View) -> frozenset[int]:
    """Return where the statements start that may tell of fingers at work, or of what they feel."""
    vertebrae = (place.start for place in view.places(whole(view)) if place.structure == "vertebra")
    return naming(view, "tart") | saying(view, words("pressing") | _feeling() | _POKING) | holding(view, vertebrae)


def _only_points_out(view: View, statement: Statement) -> bool:
    """Tell whether a patient only says that it is there, as in `There!` and `That's it, right there.`."""
    said = {word for word in view.norms[statement.start : statement.end] if word[0].isalnum()}
    points = not _SPOTS.isdisjoint(said) or _assents_to_that(view, statement, said)
    return _POINTING_OUT.issuperset(said) and points


def _assents_to_that(view: View, statement: Statement, said: set[str]) -> bool:
    """Tell whether a bare `that` points to what is touched, as it does with a yes: `Yes. That.`."""
    before = [one for one in view.statements_before(statement)[-1:] if one.turn == statement.turn]
    assenting = said.union(*(view.norms[one.start : one.end] for one in before))
    return "that" in said and said <= _ASSENTING | {"that"} and not _ASSENTING.isdisjoint(assenting)


def volunteered(scene: Scene) -> Iterator[Found]:
    """Read the pain that a patient tells under the hands without a question, as in `Ow, that's the spot.`."""
    if scene.statement.start in may_volunteer(scene.view) and not (scene.statement.asks and "my" in scene.said):
        yield from [*_self_pressed(scene)] or _cried(scene)


def _cried(scene: Scene) -> Iterator[Found]:
    """Read the pain that a patient tells while an examiner presses, or names what lies under the fingers."""
    if _pains().isdisjoint(scene.said) and not _only_points_out(scene.view, scene.statement):
        return
    named = _sore_at_name(scene)
    if named is not None:
        yield Found("tenderness", "present", (named,), rule="tart.answered")
        return
    told = [one for one in scene.view.statements_before(scene.statement) if one.turn != scene.statement.turn]
    if told and (sore := _sore_where_pointed(scene, told)) is not None:
        yield Found("tenderness", "present", (sore,), rule="tart.answered")
        return
    before = [one for one in told if not _warns(scene, one)]
    if not before or before[-1].asks or not _may_tell(scene, before) or _is_answer(scene, before):
        return
    located = named_after(scene, scene.statement)
    pressed = any(_has_pressed(scene, one) for one in _last_turn(scene, before))
    if located is None and pressed and _only_points_out(scene.view, scene.statement) and scene.topic.place is not None:
        located = Attachment(None, _side_pressed(scene, before))
    if located is not None and pressed:
        opening = Chunk(scene.statement.start, scene.statement.end)
        side = located.laterality or _side_added(scene)
        yield Found("tenderness", "present", (opening,), located.region, side, "tart.answered")
    elif _cries(scene, before):
        opening = Chunk(scene.statement.start, scene.statement.start + 1)
        yield Found("tenderness", "present", (opening,), laterality=_side_pressed(scene, before), rule="tart.answered")
    elif (sore := _sore_word(scene)) is not None and (_touches(scene, before[-1]) or _hurts(scene, before)):
        yield Found("tenderness", "present", (sore,), rule="tart.answered")


def _sore_where_pointed(scene: Scene, told: Sequence[Statement]) -> Chunk | None:
    """Return the word of pain with which a question that only points is answered, as in `And this?`, `That's sore.`.

    Args:
        scene: The statement of the patient.
        told: The statements of the turns before.
    """
    asked = told[-1]
    if scene.statement.turn - asked.turn != 1 or not is_pointer(scene, asked) or scene.says("of_easing"):
        return None
    felt = (hit for one in _last_turn(scene, told) for hit in scene.view.terms("tart", one) if hit.term.role in _FELT)
    last = _last_turn(scene, told)
    moves = any(command_at(scene.view, one, words("motion_commands")) is not None for one in last)
    if next(felt, None) is None or moves or any(tests_feeling(scene.view, one) for one in last):
        return None
    said = [*takewhile(lambda word: word != "but", scene.words())]
    at = next((at for at, word in enumerate(said) if word in words("sore") | words("touch_pain")), None)
    denied = denies(said) or (at is not None and said[at] in words("painless"))
    return None if at is None or denied else Chunk(scene.statement.start + at, scene.statement.start + at + 1)


def is_pointer(scene: Scene, asked: Statement) -> bool:
    """Tell whether an examiner's question only points to what the fingers touch, as in `And this?`, `Here, on top?`.

    Args:
        scene: A statement of the document.
        asked: The question; what is told before it, up to a comma, is no part of it.
    """
    if not asked.asks or asked.speaker == "patient" or scene.view.terms("neuro", asked):
        return False
    last = [word for word in scene.words(asked.chunks[-1]) if word[0].isalnum()]
    points = not _POINTERS.isdisjoint(last) or not words("hands_on").isdisjoint(last)
    if not points and len(asked.chunks) > 1:
        last = [word for word in scene.words(asked) if word[0].isalnum()]
        points = not _POINTERS.isdisjoint(last)
    light = words("next_place") | words("hands_on") | _FINGERED
    placed = {scene.view.norms[at] for at in covered_by(scene.view.places(asked))}
    return points and len(last) <= _LONGEST and (light | placed).issuperset(last)


def _may_tell(scene: Scene, before: Sequence[Statement]) -> bool:
    """Tell whether a short statement of a patient points somewhere, or is a cry under the hands."""
    if scene.says("of_easing") or "why" in scene.said:
        return False
    pressed = any(_has_pressed(scene, one) for one in _last_turn(scene, before)) and scene.says("cries")
    return pressed or scene.says("pointing") or _cries_and_points(scene)


def _is_answer(scene: Scene, before: Sequence[Statement]) -> bool:
    """Tell whether a statement answers a question, or goes with a treatment."""
    answers = any(one.reply is not None and one.reply.start in range(*scene.statement[:2]) for one in before)
    return answers or any(is_at_work(scene, one) for one in _last_turn(scene, before[-2:]))


def _last_turn(scene: Scene, before: Sequence[Statement]) -> list[Statement]:
    return [one for one in before if scene.statement.turn - one.turn == 1]


def _cries(scene: Scene, before: Sequence[Statement]) -> bool:
    """Tell whether a patient cries out or gasps while fingers lie on a place."""
    said = scene.words()
    gasps = said[0] == "oh" and not _GASPED.isdisjoint(said[1:2])
    felt = any(is_of_touch(scene, one) for one in _last_turn(scene, before)) or _touches(scene, before[-1])
    return felt and scene.topic.place is not None and (scene.says("cries") or gasps)


def _side_pressed(scene: Scene, before: Sequence[Statement]) -> Laterality | None:
    """Return the side that an examiner has pressed, as in `I push on the left and there's no give.`, `Whoo.`."""
    pressed = [one for one in _last_turn(scene, before) if _has_pressed(scene, one)][-1:]
    sides = {side.value for one in pressed for side in scene.view.sides(one) if not is_way(scene.view, side)}
    return sides.pop() if len(sides) == 1 else None


def _side_added(scene: Scene) -> Laterality | None:
    """Return the side that a patient goes on to tell, as in `Yes, that. Mostly the right, but it's both.`."""
    added = next(iter(scene.later_in_turn), None)
    if added is None or added.end - added.start > _LONGEST + 1 or scene.view.places(added):
        return None
    sides = {side.value for side in scene.view.sides(added)}
    both = "bilateral" in sides or "both" in scene.words(added)
    return "bilateral" if both else sides.pop() if len(sides) == 1 else None


def _hurts(scene: Scene, before: Sequence[Statement]) -> bool:
    """Tell whether a patient says where it hurts that an examiner presses."""
    pressed = any(_has_pressed(scene, one) for one in _last_turn(scene, before))
    return pressed and scene.says("pointing_now") and scene.says("touch_pain")


def _sore_word(scene: Scene) -> Chunk | None:
    """Return the word of pain in a statement that denies nothing."""
    said = scene.words()
    sore = next((at for at, word in enumerate(said) if word in words("touch_pain") | {"tender", "spot"}), None)
    if sore is None or denies(said):
        return None
    return Chunk(scene.statement.start + sore, scene.statement.start + sore + 1)


def _warns(scene: Scene, before: Statement) -> bool:
    """Tell whether a question only makes ready for a touch, as in `Let me press on the tailbone. Okay?`."""
    return before.asks and all(word in _READY for word in scene.words(before) if word[0].isalnum())


def _has_pressed(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner says to be pressing somewhere, as in `I'm going to press on the pubic bone`."""
    said = scene.words(before)
    opening = [word for word in said if word not in words("before_command")][:1]
    at_work = not _AT_WORK.isdisjoint(opening) or not {"i", "i'm", "i'll", "let"}.isdisjoint(said)
    presses = at_work and not words("pressing").isdisjoint(said)
    return before.speaker != "patient" and presses and not before.asks and not loads_joint(said)


def _cries_and_points(scene: Scene) -> bool:
    """Tell whether a cry is followed by words that point in the same turn, as in `Ow. Yeah. There.`."""
    if not (scene.says("cries") or scene.words()[:1] == ["oh"]):
        return False
    pointing = words("pointing_now") | {"yes", "yeah"}
    return any(not pointing.isdisjoint(scene.words(one)) for one in scene.later_in_turn)


def _sore_at_name(scene: Scene) -> Chunk | None:
    """Return the word of pain with which a patient answers the bare name of a vertebra, as in `L4.` `Very sore.`."""
    if not scene.says("sore") or len(scene.words()) > _LONGEST // 2 + 1:
        return None
    before = scene.view.statements_before(scene.statement)[-1:]
    named = [place for one in before for place in scene.view.places(one) if place.structure == "vertebra"]
    if len(named) != 1 or before[0].asks or scene.statement.turn - before[0].turn != 1:
        return None
    rest = [at for at in range(before[0].start, before[0].end) if at not in range(named[0].start, named[0].end)]
    if any(scene.view.norms[at][0].isalnum() and scene.view.norms[at] not in words("next_place") for at in rest):
        return None
    sore = next(at for at in range(scene.statement.start, scene.statement.end) if scene.view.norms[at] in words("sore"))
    denied = denies(scene.words())
    return None if denied else Chunk(sore, sore + 1)


def _touches(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner has just told of what the fingers feel."""
    found = [hit for hit in scene.view.terms("tart", before) if hit.term.role in {"finding", "position", "normal"}]
    told = before.speaker == "clinician" and not before.asks and scene.statement.turn - before.turn == 1 and bool(found)
    tests = loads_joint(scene.words(before)) or command_at(scene.view, before, words("body_commands")) is not None
    return told and not tests


def _self_pressed(scene: Scene) -> Iterator[Found]:
    """Read what patients say who were told to press somewhere themselves.

    Args:
        scene: The statement of the patient.
    """
    if scene.statement.asks or len(scene.words()) > _LONGEST_ANSWER:
        return
    before = scene.view.statements_before(scene.statement)[-1:]
    if not any(one.turn == scene.statement.turn - 1 and not one.asks and _bids(scene, one) for one in before):
        return
    said = scene.words()
    denied = denies(said)
    hurts = not denied and not (words("sore") | words("cries") | words("touch_pain")).isdisjoint(said)
    sides = {side.value for side in scene.view.sides(before[0])}
    if hurts or said[0] in _NONE or (denied and not words("sore").isdisjoint(said)):
        yield Found(
            "tenderness",
            "present" if hurts else "absent",
            (Chunk(scene.statement.start, scene.statement.end),),
            laterality=sides.pop() if len(sides) == 1 else None,
            rule="tart.answered",
        )


def _bids(scene: Scene, before: Statement) -> bool:
    """Tell whether a statement bids the patient press on a place, and no hand push against the examiner."""
    said = scene.words(before)
    poking = [at for at, word in enumerate(said) if word in _POKING]
    if before.speaker == "patient" or not poking or not _EXAMINER.isdisjoint(said) or said[:2] == ["let", "me"]:
        return False
    placed = bool(scene.view.fixing(before)) or bool(scene.view.sides(before)) or scene.topic.place is not None
    return placed and not _AT.isdisjoint(said[poking[0] + 1 : poking[0] + 3])
