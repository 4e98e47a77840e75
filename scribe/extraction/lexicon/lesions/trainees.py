"""What a trainee finds and the one who teaches does not: `That rib is moving.`, `Lumbar? I felt nothing there.`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import overlap
from scribe.extraction.lexicon.quoted import turn_of
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Finding, Lesion, Region, Tart, Turn

_TURNS = 6
"""Turns within which somebody answers what a trainee presents."""
_DENIALS = frozenset({"no", "nope", "nah", "nothing", "disagree"})


class _Doubt(NamedTuple):
    """A part in which the one who teaches does not find what a trainee found."""

    place: Place
    """The part."""
    turn: int
    """Index of the turn."""


def without_overruled(
    view: View, scenes: Iterable[Scene], lesions: Sequence[Lesion], tart: Iterable[Finding]
) -> list[Lesion]:
    """Leave out what a trainee presents and the one who teaches finds otherwise, or does not find at all.

    Args:
        view: The document's words.
        scenes: Its statements.
        lesions: What was read in them.
        tart: What was found on examination.
    """
    trainees = _trainees(view) if lesions else frozenset()
    if not trainees:
        return [*lesions]
    turns = view.document.turns
    taught = [lesion for lesion in lesions if turn_of(turns, lesion) not in trainees]
    found = [one for one in tart if isinstance(one, Tart) and turn_of(turns, one) not in trainees]
    scenes = list(scenes)
    doubts = list(_doubts(scenes, trainees, found, turns))
    refused = frozenset(
        scene.statement.turn for scene in scenes if _refuses(scene) and scene.statement.turn not in trainees
    )
    return [
        lesion
        for lesion in lesions
        if turn_of(turns, lesion) not in trainees
        or not (
            _is_refused(lesion, refused, turns)
            or _is_doubted(lesion, doubts, taught, turns)
            or _is_other_side(lesion, taught, turns)
            or _is_renamed(lesion, taught, turns)
            or _is_hedged(lesion, taught, turns)
        )
    ]


def _trainees(view: View) -> frozenset[int]:
    """Return the turns of students and residents, where somebody else examines too."""
    turns = view.document.turns
    clinicians = {index for index, turn in enumerate(turns) if turn.speaker == "clinician"}
    named = ((index, (turns[index].label or "").lower().split()) for index in clinicians)
    learning = {index for index, label in named if not words("trainees").isdisjoint(label)}
    return frozenset(learning) if clinicians - learning else frozenset()


def _doubts(
    scenes: Iterable[Scene], trainees: frozenset[int], found: Sequence[Tart], turns: Sequence[Turn]
) -> Iterator[_Doubt]:
    """Find the parts of which the one who teaches says that there is nothing."""
    last: Place | None = None
    turn = -1
    for scene in scenes:
        statement = scene.statement
        if statement.turn < 0 or statement.turn in trainees or statement.speaker != "clinician":
            continue
        # A low back is a place of its own, though it fixes no region.
        places = [place for place in scene.view.places(statement) if place.role in {"", "vague"}]
        last = places[0] if places else last if statement.turn == turn else None
        turn = statement.turn
        if last is None or not (_denies(scene.view, statement) or _moves(scene, found)):
            continue
        held = (one for one in found if one.region == last.region and one.assertion == "present")
        if turn not in {turn_of(turns, one) for one in held} and len({place.region for place in places}) <= 1:
            yield _Doubt(last, turn)


_REFUSED = 3
"""Turns from what is presented to what is refused."""


def _refuses(scene: Scene) -> bool:
    """Tell whether somebody refuses a name by what was heard: `Then you can't.`, `Then it isn't one.`, `Then no.`."""
    said = scene.words()
    denied = any(map(is_not, said[:_REFUSED])) or said[1:2] in (["no"], ["not"])
    return said[:1] == ["then"] and denied and not scene.view.fixing(scene.statement)


def _is_refused(lesion: Lesion, refused: frozenset[int], turns: Sequence[Turn]) -> bool:
    turn = turn_of(turns, lesion)
    return lesion.assertion == "present" and any(turn < one <= turn + _REFUSED for one in refused)


def _denies(view: View, statement: Statement) -> bool:
    """Tell whether somebody denies what was said: `The SI, no.`, `I don't agree with that one.`."""
    said = view.norms[statement.start : statement.end]
    if statement.asks or not words("sure_of").isdisjoint(said):
        return False
    denied = any(map(is_not, said))
    return not _DENIALS.isdisjoint(said) or (denied and not words("agreeing_not").isdisjoint(said))


def _moves(scene: Scene, found: Iterable[Tart]) -> bool:
    """Tell whether a part is found to move in a statement: `That rib is moving.`."""
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    moving = (one for one in found if one.component == "restriction" and one.assertion == "absent")
    return any(start <= (one.evidence[0].span or (-1, 0))[0] < end for one in moving)


def _is_doubted(lesion: Lesion, doubts: Iterable[_Doubt], taught: Iterable[Lesion], turns: Sequence[Turn]) -> bool:
    turn = turn_of(turns, lesion)
    answers = [doubt for doubt in doubts if turn < doubt.turn <= turn + _TURNS and overlap(doubt.place, lesion)]
    if not answers or lesion.assertion != "present":
        return False
    # Who finds it after all, or something else there, does not deny the region.
    return not any(_is_held(one, lesion.region, turn, turns) for one in taught)


def _is_held(one: Lesion, region: Region | None, turn: int, turns: Sequence[Turn]) -> bool:
    return one.region == region and one.assertion == "present" and turn_of(turns, one) > turn


def _is_other_side(lesion: Lesion, taught: Iterable[Lesion], turns: Sequence[Turn]) -> bool:
    """Tell whether the one who teaches has the same lesion on the other side."""
    turn = turn_of(turns, lesion)
    return lesion.assertion == "present" and any(
        {one.laterality, lesion.laterality} == {"left", "right"}
        and (one.kind, one.assertion) == (lesion.kind, "present")
        and overlap(one, lesion)
        and turn < turn_of(turns, one) <= turn + _TURNS
        for one in taught
    )


def _is_renamed(lesion: Lesion, taught: Iterable[Lesion], turns: Sequence[Turn]) -> bool:
    """Tell whether the one who teaches gives what was presented another name: `I'd write dysfunction at T2`."""
    turn = turn_of(turns, lesion)
    return bool(lesion.segments) and any(
        {one.kind, lesion.kind} == {"subluxation_complex", "somatic_dysfunction"}
        and (one.assertion, lesion.assertion) == ("present", "present")
        and overlap(one, lesion)
        and turn < turn_of(turns, one) <= turn + _TURNS
        for one in taught
    )


def _is_hedged(lesion: Lesion, taught: Iterable[Lesion], turns: Sequence[Turn]) -> bool:
    """Tell whether the one who teaches finds the same lesion only likely in the end: `Put down a probable one.`."""
    same = [one for one in taught if (one.kind, one.region) == (lesion.kind, lesion.region)]
    hedged = any(one.assertion == "possible" and turn_of(turns, one) > turn_of(turns, lesion) for one in same)
    return lesion.assertion == "present" and hedged and all(one.assertion != "present" for one in same)
