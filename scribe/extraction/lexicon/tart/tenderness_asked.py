"""Pain of a touch that an examiner asks about, and what the patient answers: `Sore there?`, `And this?`.

The place may be named after the answer, as in `Sore?`, `Yes.`, `That's the left
L5.`; and a question may deny it: `That's not sore at L4, is it?`, `No.`.
"""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.answers import answered
from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.times_of_findings import is_at_work
from scribe.extraction.lexicon.neuro.sensory_test import tests_feeling
from scribe.extraction.lexicon.tart.asked_of_pressure import asks_for_anything, has_hands_on
from scribe.extraction.lexicon.tart.asked_sides import side_asked
from scribe.extraction.lexicon.tart.asked_under_hands import asks_under_hands
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.hands import hands_at_work
from scribe.extraction.lexicon.tart.named_after import located
from scribe.extraction.lexicon.tart.other_questions import (
    asks_for_story,
    asks_how_it_is,
    asks_of_days,
    asks_of_else,
    asks_of_movement,
    asks_of_nerve,
    tells_feeling,
    terms_of_tenderness,
)
from scribe.extraction.lexicon.tart.tenderness import is_of_touch
from scribe.extraction.lexicon.tart.told_of_touch import SPOT, told_of_touch
from scribe.extraction.lexicon.tart.told_to_tell import is_told_to_tell
from scribe.extraction.lexicon.tart.under_hands import (
    REPRODUCING,
    has_cried,
    only_points,
    points_under_hands,
    was_pressed,
)
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words

_LONGEST = 9
_BARE = 3
_ANSWERS = frozenset({"yes", "no"})
_TELLING = frozenset({"yes", "no", "normal"})
_ONTO = frozenset({"on", "over", "along", "in", "into", "down", "beside", "at", "here", "under", "around", "up", "the"})
_JOINING = frozenset({"where", "it", "they", "meets", "meet", "joins", "join", "attaches", "attach", "hooks"})
"""Words for a spot at which two things meet, as in `How about where it meets the breastbone?`."""
_BESIDE_PLACE = frozenset({"nothing", "all", "right"})
"""Words beside a place or side that is asked of next, as in `L5, right in the middle?` and `Nothing on the left?`."""
_LOOSE = frozenset({"hurt", "hurts", "hurting", "painful"})


def may_ask(scene: Scene) -> bool:
    """Tell whether a question that is answered asks of pain, or names no more than a place or only points to one."""
    reply = scene.statement.reply
    if reply is None or reply.answer not in _TELLING:
        return False
    if any(hit.term.role == "ask" or hit.term.value == "tenderness" for hit in scene.terms("tart")):
        return True
    asks = _asks_of_touch(scene) or _names_next(scene) or _is_found_sore(scene, reply) or asks_for_anything(scene)
    asks = asks or _only_points(scene, reply) or points_under_hands(scene) or asks_under_hands(scene, reply)
    return asks or (not _LOOSE.isdisjoint(scene.said) and any(_denials(scene)))


def asked_of_touch(scene: Scene) -> Iterator[Found]:
    """Read the tenderness that a question asks about, or denies, and its answer tells."""
    yield from [*_tender_by_answer(scene)] or _denied_of_touch(scene)


def _tender_by_answer(scene: Scene) -> Iterator[Found]:
    """Read the tenderness that a question asks about and its answer tells."""
    reply = scene.statement.reply
    if reply is None or not (reply.answer in _ANSWERS or _is_content(scene, reply)):
        return
    asked = _asked(scene, reply)
    if asked is None or asks_of_movement(scene) or asks_of_nerve(scene):
        return
    if _asks_consent(scene):
        return
    if asks_how_it_is(scene) and not (_has_felt(scene) and (winces(scene) or _says_spot(scene))):
        return
    if _goes_on_testing(scene) or tells_feeling(scene):
        return
    between = [one for one in scene.view.statements_after(scene.statement) if one.end <= reply.start]
    if _is_reported(scene, reply) or _asks_again(scene) or any(is_at_work(scene, one) for one in between):
        return
    placed = _placed_behind(scene, asked)
    answer = Chunk(reply.end - 1, reply.end)
    well = _asks_whether_well(scene)
    named = located(scene)
    for one in answered(scene, asked):
        told = Chunk(answer.start, reply.remark.end) if one.laterality else answer
        counts = one.laterality == "bilateral" and _asks_of_several(scene)
        told_side = None if counts or _only_assents(scene, reply) else one.laterality
        side = told_side or side_asked(scene, placed, one.assertion, named)
        yield Found(
            "tenderness",
            told_of_touch(scene, one.assertion, well=well),
            (placed, asked, told),
            region=named.region if named else None,
            laterality=side,
            rule="tart.answered",
        )


def _placed_behind(scene: Scene, asked: Item) -> Item:
    """Return the part that names the place where the words that ask name none: `Press here, any pain over the SI?`."""
    before = Chunk(scene.statement.start, scene.chunk(asked).end)
    if scene.view.fixing(before) or scene.view.sides(before):
        return asked
    if not isinstance(asked, Hit) and scene.topic.place is not None:
        return asked
    since = asked.end if isinstance(asked, Hit) else before.end
    behind = (part for part in scene.statement.chunks if part.start >= since and scene.view.fixing(part))
    return next(behind, asked)


def _asks_of_several(scene: Scene) -> bool:
    """Tell whether a question asks of several places and of no side, which a `both` counts: `Are T7 and T8 sore?`."""
    return not scene.view.sides(scene.statement) and len(scene.view.fixing(scene.statement)) > 1


def _only_assents(scene: Scene, reply: Reply) -> bool:
    """Tell whether a `Right.` only agrees, as it does after `T6 is sore, right?`."""
    asks = [word for word in scene.words(scene.statement.chunks[-1]) if word[0].isalnum()]
    answer = [word for word in scene.view.norms[reply.start : reply.end] if word[0].isalnum()]
    return asks == ["right"] == answer


def _asked(scene: Scene, reply: Reply) -> Item | None:
    """Return the words of a question that ask of a touch, or all of it; None where it asks of something else."""
    if (named := next(_words_asking(scene), None)) is not None:
        return named
    asks = _asks_of_touch(scene) or _goes_on_touching(scene) or asks_for_anything(scene)
    asks = asks or _is_sore_there(scene, reply) or _only_points(scene, reply) or points_under_hands(scene)
    asks = asks or asks_under_hands(scene, reply)
    return scene.statement if asks else None


def _words_asking(scene: Scene) -> Iterator[Hit]:
    """Yield the terms that ask of a touch, likeliest first; none where they ask for a story."""
    hits = scene.terms("tart", "finding", "ask")
    if not hits or ((asks_for_story(scene) or asks_of_days(scene)) and not winces(scene)):
        return
    tender = terms_of_tenderness(scene)
    yield from (hit for hit in tender if scene.view.fixing(scene.chunk(hit)))
    yield from (hit for hit in hits if hit.term.role == "ask" and _is_asked(scene, hit))
    yield from tender


def _is_reported(scene: Scene, reply: Reply) -> bool:
    """Tell whether another clinician answers, who reports what was found and feels nothing."""
    answering = next(iter(scene.view.statements_from(reply.start)), None)
    if answering is None or answering.turn == scene.statement.turn:
        return False
    return answering.speaker == "clinician" == scene.statement.speaker


def _asks_again(scene: Scene) -> bool:
    """Tell whether an examiner goes on to ask of another place, so that the answer is not to the first question."""
    later = scene.later_in_turn
    told = scene.statement.reply
    asked = [one for one in later if one.asks and told is not None and one.end <= told.start]
    return any(bool(scene.view.fixing(one)) and is_of_touch(scene, one) for one in asked)


def _is_asked(scene: Scene, hit: Hit) -> bool:
    """Tell whether words that only point, as `here` does, stand in a short question or beside a word of touch."""
    norms = scene.view.norms
    if norms[hit.start] == "sores" or not words("of_visits").isdisjoint(norms[hit.end : hit.end + 1]):
        return False
    if not words("next_place").issuperset(hit.term.text.split()) or scene.says("hurting") or scene.says("pressing"):
        return True
    last = scene.chunk(hit) == scene.statement.chunks[-1] or _only_names(scene)
    return len(scene.words(scene.chunk(hit))) <= _LONGEST and last


def _is_content(scene: Scene, reply: Reply) -> bool:
    """Tell whether a reply opens with an answer that all is well; after a `yeah` the examiner only goes on."""
    said = scene.view.norms[reply.start : reply.end]
    return reply.answer == "normal" and words("answering").isdisjoint(said)


def _asks_of_touch(scene: Scene) -> bool:
    """Tell whether an examiner asks of what the fingers touch: `And this?`, `Is that sharp?`, `If I press?`."""
    if not (_presses(scene) or scene.says("hurting") or winces(scene) or not REPRODUCING.isdisjoint(scene.said)):
        return False
    said = {word for word in scene.words() if word.isalnum()}
    last = {word for word in scene.words(scene.statement.chunks[-1]) if word.isalnum()}
    placed = bool(scene.topic.place or scene.view.fixing(scene.statement) or located(scene))
    placed = placed or (_presses(scene) and bool(scene.view.places(scene.statement)))
    if not scene.by_clinician or len(last) > _LONGEST or not placed or asks_of_else(scene):
        return False
    if _presses(scene):
        return True
    if words("next_place").issuperset(last - words("places_asked")):
        last = said
    points = bool(words("pointing").intersection(said))
    if _speaks_of_life(scene, last) and not winces(scene):
        return False
    reproduces = not REPRODUCING.isdisjoint(last) and _has_touched(scene)
    if reproduces or words("hurting").intersection(last):
        return reproduces or points or "press" in said or "push" in said or (len(said) <= _BARE and _has_touched(scene))
    return points and len(said) <= _LONGEST and winces(scene)


def _speaks_of_life(scene: Scene, last: set[str]) -> bool:
    """Tell whether a question asks of the patient's days; the `you` of `does it bother you` does not."""
    norms = scene.view.norms
    asked = {
        norms[at] for at in range(scene.statement.start + 1, scene.statement.end) if norms[at - 1] in words("hurting")
    }
    return bool(words("of_life").intersection(last) - (asked & {"you"}))


def _presses(scene: Scene) -> bool:
    """Tell whether an examiner says to be pressing, as in `when I push on the middle?`, and asks no leave to."""
    said = scene.words()
    if not scene.says("pressing"):
        return hands_at_work(said) and not _asks_leave(said) and not _taps_nerve(said)
    pressed = any(said[at] in words("pressing") and said[at - 1] not in {"in", "keep"} for at in range(1, len(said)))
    light = [word for word in said if word[0].isalnum() and word not in words("before_command")]
    opens = light[:1] != [] and light[0].endswith("ing") and light[1:2] != [] and light[1] in _ONTO
    return (pressed or opens) and (opens or not {"i", "i'm"}.isdisjoint(said)) and not _asks_leave(said)


def _taps_nerve(said: list[str]) -> bool:
    """Tell whether an examiner taps a limb for what its nerve does, as in `I'm tapping on your wrist, any zing?`."""
    return not {"tap", "tapping"}.isdisjoint(said) and not (limb_words() | {"wrist", "wrists", "elbow"}).isdisjoint(
        said
    )


def _asks_consent(scene: Scene) -> bool:
    """Tell whether a question asks leave for what is to come, as in `I'm going to press on it, is that okay?`."""
    said, last = scene.words(), scene.words(scene.statement.chunks[-1])
    planned = ("going", "to") in pairwise(said) or not {"gonna", "i'll"}.isdisjoint(said)
    return planned and not {"okay", "ok", "alright", "mind"}.isdisjoint(last) and not winces(scene)


def _asks_leave(said: list[str]) -> bool:
    return said[0] in {"can", "may"} or "mind" in said


def _asks_whether_well(scene: Scene) -> bool:
    """Tell whether a question ends by asking whether it is well, so that a yes denies pain."""
    last = scene.words(scene.statement.chunks[-1])
    named = words("asked_well").intersection(last) and {"that's", "is", "it's", "this"}.intersection(last)
    return bool(named) and len(last) <= _BARE + 3 and not winces(scene)


def _is_sore_there(scene: Scene, reply: Reply) -> bool:
    """Tell whether a bare place is asked of in the course of an examination, and called sore: `Coccyx?`, `Bit sore`.

    Who answers `Right there` says so as well, as after `Here, over the left SI?`.
    """
    if not _is_found_sore(scene, reply):
        return False
    before = [one for one in scene.view.statements_before(scene.statement) if one.speaker != "patient"]
    felt = (hit for one in before for hit in scene.view.terms("tart", one))
    return any(hit.term.role in {"finding", "normal", "position"} for hit in felt) or (
        not _is_called_sore(scene, reply)
        and any(command_at(scene.view, one, words("body_commands")) is not None for one in before)
    )


def _is_found_sore(scene: Scene, reply: Reply) -> bool:
    """Tell whether a bare place that is asked of is called sore, or said to be the one."""
    if not scene.by_clinician or "or" in scene.said or not scene.view.fixing(scene.statement):
        return False
    return _is_called_sore(scene, reply) or (_says_spot(scene) and _only_names(scene))


def _says_spot(scene: Scene) -> bool:
    """Tell whether an answer says that the fingers are on the spot, as in `That's the one.`."""
    reply = scene.statement.reply
    said = scene.view.norms[reply.start : reply.start + _LONGEST] if reply is not None else []
    return any(pair in SPOT for pair in pairwise(said))


def _is_called_sore(scene: Scene, reply: Reply) -> bool:
    answer = scene.view.norms[reply.start : reply.start + _LONGEST]
    named = len(scene.words()) <= _BARE or _only_names(scene)
    return named and not words("sore").isdisjoint(answer)


def _only_names(scene: Scene) -> bool:
    """Tell whether a question names no more than the place under the fingers, as in `Right over C5, in the middle?`."""
    rest = scene.rest_of(scene.statement, *scene.view.places(scene.statement))
    light = words("next_place") | words("before_command") | _JOINING
    return all(not word[0].isalnum() or word in light for word in rest)


def _goes_on_touching(scene: Scene) -> bool:
    """Tell whether a question only names the next place under the fingers, as in `And the right SI?`."""
    if not _names_next(scene):
        return False
    before = [one for one in scene.view.statements_before(scene.statement) if one.speaker != "patient"]
    touched = any(is_of_touch(scene, one) for one in before) or has_cried(scene) or was_pressed(scene)
    return touched or is_told_to_tell(scene)


def _names_next(scene: Scene) -> bool:
    """Tell whether a question says no more than where it asks of next."""
    if "or" in scene.said or not scene.by_clinician:
        return False
    named: list[Item] = [*scene.view.places(scene.statement), *scene.view.sides(scene.statement)]
    rest = words_beside(scene.view, scene.statement, named) if named else scene.words()
    light = words("next_place") | (_BESIDE_PLACE if "nothing" in scene.said else {"right"} if named else frozenset())
    return light.issuperset(word for word in rest if word[0].isalnum())


def _only_points(scene: Scene, reply: Reply) -> bool:
    """Tell whether a question points right after a finding of the hands, as in `T6 is stuck. And there?`."""
    if "when" in scene.view.norms[reply.start : reply.end]:
        return False
    return only_points(scene) and _has_felt(scene)


def _goes_on_testing(scene: Scene) -> bool:
    """Tell whether a question goes on with a test of feeling, as in `Feel this? And here?`."""
    reply = scene.statement.reply
    answer = scene.view.norms[reply.start : reply.end] if reply is not None else []
    sore = (words("sore") | words("pained")).intersection(answer)
    hurts = winces(scene) or scene.says("sore") or sore
    tested = any(tests_feeling(scene.view, one) for one in (*scene.earlier_in_turn, scene.statement))
    return tested and not hurts and not _has_felt(scene)


def _has_felt(scene: Scene) -> bool:
    """Tell whether the tissues or a joint were told of right before in the same turn, so that fingers lie there."""
    before = scene.earlier_in_turn[-1:]
    told = (hit for one in before for hit in scene.view.terms("tart", one) if hit.term.role == "finding")
    return any(hit.term.value in {"tissue_texture", "restriction"} for hit in told)


def _has_touched(scene: Scene) -> bool:
    """Tell whether something was felt right before, or fingers were laid there, as in `My thumb is on it. Hurt?`."""
    before = scene.view.statements_before(scene.statement)[-1:]
    laid = any(words("hands_on").intersection(scene.words(one)) for one in before if one.speaker != "patient")
    return laid or has_hands_on(scene) or _has_found(scene)


def _has_found(scene: Scene) -> bool:
    """Tell whether something was felt right before in the same turn, as in `It's ropy here. Pain?`."""
    return any(bool(scene.view.terms("tart", one)) for one in scene.earlier_in_turn[-1:])


def winces(scene: Scene) -> bool:
    """Tell whether the answer starts with a cry of pain."""
    reply = scene.statement.reply
    return reply is not None and bool(words("cries").intersection(scene.view.norms[reply.start : reply.end]))


def _denied_of_touch(scene: Scene) -> Iterator[Found]:
    """Read a denial of tenderness that an examiner asks to agree to; who says yes outright objects."""
    reply = scene.statement.reply
    denied = next(_denials(scene), None)
    if denied is None or reply is None or reply.answer not in _TELLING:
        return
    if not scene.by_clinician or scene.says("of_days") or not _is_placed(scene):
        return
    objects = reply.answer == "yes" and not reply.agrees
    told = Chunk(reply.end - 1, reply.end)
    sides = {side.value for side in scene.view.sides(scene.statement)}
    yield Found(
        "tenderness",
        "present" if objects else "absent",
        (denied, told),
        laterality=sides.pop() if len(sides) == 1 else None,
        rule="tart.answered",
    )


def _is_placed(scene: Scene) -> bool:
    return bool(scene.view.fixing(scene.statement)) or scene.topic.place is not None


def _denials(scene: Scene) -> Iterator[Hit | Chunk]:
    """Yield the words that deny tenderness where they stand."""
    for hit in scene.terms("tart", "normal"):
        if hit.term.value == "tenderness":
            yield hit
    loose = not _LOOSE.isdisjoint(scene.said)
    for at in range(scene.statement.start + 1, scene.statement.end) if loose else ():
        if scene.view.norms[at] in _LOOSE and scene.view.norms[at - 1].endswith("n't"):
            yield Chunk(at - 1, at + 1)
