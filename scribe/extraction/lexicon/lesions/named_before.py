"""Statements that give only the place of a lesion, which was named before: in a question, in a list, by its code."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.assertions import Context
from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.exceptions import exceptions_only
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import JOINTS, SIDED, heads_in
from scribe.extraction.lexicon.lesions.places_elsewhere import only_lists
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import saying, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Lesion, LesionKind
from scribe.terminology.regions import M99_DIGIT


def named_before(scene: Scene) -> Iterator[tuple[LesionKind, Place]]:
    """Yield the places of a statement that take their lesion from what was said before, with that lesion."""
    yield from _coded(scene)
    yield from _asked_for(scene)
    yield from _another(scene)
    yield from _finished(scene)
    yield from _excepted(scene)


def _excepted(scene: Scene) -> Iterator[tuple[LesionKind, Place]]:
    """Yield the exceptions to a denial right before them: `No somatic dysfunction. Exception: T4.`."""
    places = exceptions_only(scene) if scene.by_clinician else []
    before = scene.view.statements_before(scene.statement)[-1:] if places else []
    for one in before:
        heads = [hit for hit in scene.view.terms("lesions", one) if hit.term.role in {"head", "weak_head"}]
        denied = heads and not _NONE.isdisjoint(scene.view.norms[one.start : heads[-1].start])
        if one.stands_with(scene.statement) and denied and heads[-1].term.value in JOINTS:
            yield from ((heads[-1].term.value, place) for place in places)  # type: ignore[misc]  # the schema's words


_NONE = frozenset({"no", "not", "without", "nowhere"})
_ONES = frozenset({"one", "another", "ones"})
_BEFORE_ONE = frozenset({
    "a", "the", "other", "another", "second", "third", "fourth", "further", "smaller", "small", "bigger", "milder",
    "similar", "new", "got", "have", "has", "with", "and", "find", "found", "feel", "there", "still", "also", "is",
    "more", "only", "us", "plus", "then", "least",
})  # fmt: skip
_BEHIND_ONE = frozenset({
    "at", "in", "of", "on", "over", "the", "your", "his", "her", "one", "lower", "higher", "further", "up", "down",
    "around", "left", "right", ",", "also", "too", "about", "near", "here", "there", "side",
})  # fmt: skip
_TAKEN_UP = 2
"""Statements after a lesion in which a pronoun may take it up."""
_TELLING = ("tart", "neuro", "conditions", "imaging", "care")
"""The tables of what a pronoun may take up instead of a lesion."""


def _another(scene: Scene) -> Iterator[tuple[LesionKind, Place]]:
    """Yield the places of a statement that takes up a lesion by a pronoun, with the lesion.

    Args:
        scene: The statement.
    """
    statement = scene.statement
    if statement.turn < 0 or statement.asks or scene.said.isdisjoint(_ONES) or not scene.by_clinician:
        return
    own = scene.terms("lesions", "head", "weak_head")
    rest = Chunk(own[-1].end if own else statement.start, statement.end)
    if any(hit.term.role != "position" for table in _TELLING for hit in scene.terms(table, part=rest)):
        return
    places = next((places for at in range(*rest) if (places := _places_of(scene, at))), [])
    named = (own or _last_named(scene))[-1:] if places else []
    for hit in named:
        if hit.term.value in JOINTS:
            yield from ((hit.term.value, place) for place in places)  # type: ignore[misc]  # the schema's words


def _last_named(scene: Scene) -> list[Hit]:
    """Return the lesions of the last statement of the same turn that names any."""
    for statement in reversed(scene.earlier_in_turn[-_TAKEN_UP:]):
        named = heads_in(scene.view, statement)
        if named:
            return [] if statement.asks else named
    return []


def _places_of(scene: Scene, at: int) -> list[Place]:
    """Return the places of a pronoun: right behind it, or right before as in `a lumbar one`."""
    norms, end = scene.view.norms, scene.statement.end
    named = scene.view.fixing(scene.statement)
    if norms[at] not in _ONES or any(place.start <= at < place.end for place in scene.view.places(scene.statement)):
        return []
    leads = [place for place in named if place.end == at]
    before = norms[(leads[0].start if leads else at) - 1]
    if norms[at] != "another" and before not in _BEFORE_ONE:
        return []
    if leads:
        return leads
    index = at + 1
    while index < end and norms[index] in _BEHIND_ONE | words("list_fillers") - {"."}:
        index += 1
    behind = [place for place in named if at < place.start <= index]
    return behind[:1]


_LONGEST_QUESTION = 8
_ASKED_BEFORE = 2
_FURTHER = frozenset({"else", "other", "others", "more"})
"""Words that ask for more of what was named before."""


def _asked_for(scene: Scene) -> list[tuple[LesionKind, Place]]:
    """Return the places of a statement that only lists them in answer to a question, with the lesion asked for.

    Args:
        scene: The statement.
    """
    view, statement = scene.view, scene.statement
    if statement.turn < 1 or statement.speaker != "clinician" or statement.asks or "lesions" in scene.named:
        return []
    asked = next(iter(view.statements_before(statement)[-1:]), None)
    if asked is None or not asked.asks or statement.turn - asked.turn > 1 or asked.speaker == "patient":
        return []
    further = not _FURTHER.isdisjoint(view.norms[asked.start : asked.end])
    named = (asked, *(reversed(view.statements_before(asked)[-_ASKED_BEFORE:]) if further else ()))
    heads = [hit for one in named for hit in heads_in(view, one)]
    if not heads or view.fixing(asked) or asked.end - asked.start > _LONGEST_QUESTION or not only_lists(scene):
        return []
    kind: LesionKind = heads[0].term.value  # type: ignore[assignment]  # the table holds the schema's words
    return [(kind, place) for place in view.fixing(statement)]


_INTERRUPTION = 4
_LEAD = 6
_BACK = 10
"""Statements between the words that were interrupted and the place."""
_OPEN = frozenset({
    "is", "are", "at", "in", "of", "on", "your", "the", "a", "an", "his", "her", "and", "called", "over", "around",
    "with", "for", "that's", "it's", "was", "-", "\u2014", "\u2013", "...", "\u2026", ",", ":",
})  # fmt: skip
"""Words and marks with which nobody ends."""
_BEFORE_NOUN = frozenset({"of", "at", "the", "your", "his", "her", "a", "an", "and"})
_CLOSED = frozenset({".", "!", "?", ";"})
_STAGE = {"]": "[", ")": "("}


def _finished(scene: Scene) -> list[tuple[LesionKind, Place]]:
    """Return the places of a statement that only lists them, with the lesion that its speaker was about to place.

    Args:
        scene: The statement.
    """
    statement, view = scene.statement, scene.view
    if statement.turn < 1 or statement.asks or not scene.by_clinician or "lesions" in scene.named:
        return []
    own = view.fixing(statement)
    cut = _cut_off(scene) if own and _only_goes_on(scene, own[0]) else None
    if cut is None:
        return []
    earlier, head = cut
    named = [(place.region, place.segments) for place in view.fixing(earlier)]
    places = [place for place in own if (place.region, place.segments) not in named]
    kind: LesionKind = head.term.value  # type: ignore[assignment]  # the table holds the schema's words
    return [(kind, place) for place in places] if not named or len(places) < len(own) else []


def _only_goes_on(scene: Scene, place: Place) -> bool:
    """Tell whether a statement does no more than list places, behind a few words: `As I was saying, C2 and T4.`."""
    start = scene.chunk(place).start
    lead = start - scene.statement.start
    return lead <= _LEAD and only_lists(scene, Chunk(start, scene.statement.end))


def _cut_off(scene: Scene) -> tuple[Statement, Hit] | None:
    """Return the last words of the same speaker that were cut off before a place, and the lesion that they name."""
    view, turns = scene.view, scene.view.document.turns
    at = bisect_left(view.statements, scene.statement.start, key=attrgetter("start"))
    label = turns[scene.statement.turn].label
    near = reversed(view.statements[max(0, at - _BACK) : at])
    for one in takewhile(lambda one: scene.statement.turn - one.turn <= _INTERRUPTION, near):
        if one.turn == scene.statement.turn or turns[one.turn].label != label or one.speaker == "patient":
            if view.fixing(one) and one.turn == scene.statement.turn:
                return None
            continue
        heads = heads_in(view, one)
        if heads:
            stated = _is_cut(view, one, heads[-1]) and Context(view, one).assertion(heads[-1]) == "present"
            return (one, heads[-1]) if stated else None
        if view.fixing(one):
            return None
    return None


def _is_cut(view: View, statement: Statement, head: Hit) -> bool:
    """Tell whether a statement ends its turn without an end of its own."""
    following = next(iter(view.statements_after(statement)), None)
    if statement.asks or head.term.text in {"sd", "sds"} or following is None:
        return False
    if following.turn == statement.turn:
        return False
    said = _without_stage(view.norms[statement.start : statement.end])
    last = next((word for word in reversed(said) if word[0].isalnum()), "")
    listing = bool(view.fixing(statement)) and said[-1] not in _CLOSED and head.end < statement.end
    return listing or said[-1] in _OPEN or last in _BEFORE_NOUN


def _without_stage(said: Sequence[str]) -> Sequence[str]:
    """Leave out the stage direction with which words end: `what I find is [phone rings]`."""
    opening = _STAGE.get(said[-1])
    if opening is None or opening not in said[1:]:
        return said
    return said[: len(said) - 1 - [*reversed(said)].index(opening)]


_LONGEST_ANSWER = 9
_READ_OUT = 2
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_HOLDING = frozenset({
    "yes", "yeah", "yep", "find", "found", "still", "agree", "confirm", "true", "correct", "stand", "stands", "holds",
    "hold", "stay", "stays", "present", "there", "right", "feel", "only", "real", "confirmed", "same", "keep",
})  # fmt: skip
"""Words that confirm an item."""
_READ = frozenset({"list", "lists", "listed", "chart", "note", "notes", "portal", "got", "written", "write", "reads"})
_POINTING = frozenset({"first", "second", "third", "fourth", "last", "both", "former", "latter", "all"})


@lru_cache(maxsize=1)
def may_confirm(view: View) -> frozenset[int]:
    """Return where the statements start that may point to an item of a list of lesions and confirm it."""
    return saying(view, _POINTING) & saying(view, _HOLDING) if heads_in(view, whole(view)) else frozenset()


def confirmed(scene: Scene) -> Iterator[Lesion]:
    """Read the lesions that somebody else lists and a clinician confirms by their order alone.

    Args:
        scene: The statement.
    """
    statement = scene.statement
    if statement.start not in may_confirm(scene.view) or statement.turn < 1:
        return
    if statement.asks or not scene.by_clinician:
        return
    short = statement.end - statement.start <= _LONGEST_ANSWER and not scene.view.places(statement)
    if not short or any(map(is_particle, scene.words())) or "lesions" in scene.named:
        return
    listed = _list_read_out(scene)
    if listed is not None:
        told, head, places = listed
        for place in _meant(scene.words(), places):
            yield Lesion(
                kind=head.term.value,  # type: ignore[arg-type]  # the table holds the schema's words
                region=place.region,
                segments=place.segments,
                laterality=_side_beside(scene, told, place),
                assertion=scene.assertion(statement),
                read_by=rule_of("lesions", head),
                evidence=(scene.view.evidence(place.start, place.end, told), *scene.quote(statement)),
            )


def _list_read_out(scene: Scene) -> tuple[Statement, Hit, list[Place]] | None:
    """Return the list that was read out shortly before: its statement, the lesion and its places."""
    view, turns = scene.view, scene.view.document.turns
    for one in reversed(view.statements_before(scene.statement)):
        if scene.statement.turn - one.turn > _READ_OUT:
            return None
        if one.turn == scene.statement.turn or turns[one.turn].label == turns[scene.statement.turn].label:
            continue
        heads = heads_in(view, one)
        places = view.fixing(one)
        if heads and len(places) > 1:
            read_out = not (words("papers") | words("verdicts") | _READ).isdisjoint(view.norms[one.start : one.end])
            own = Context(view, one).assertion(heads[-1]) != "other_person"
            return (one, heads[-1], places) if read_out and own else None
        if heads or places:
            return None
    return None


def _side_beside(scene: Scene, told: Statement, place: Place) -> Laterality | None:
    """Return the side that stands right beside a place in the list."""
    beside = (one for one in scene.view.sides(told) if place.start in {one.start, one.end} or one.start == place.end)
    return next((one.value for one in beside if place.region in SIDED), None)


def _meant(said: list[str], places: list[Place]) -> list[Place]:
    """Return the items that are pointed to: `the first two`, `both`, `the first and the last`."""
    at = next(index for index, word in enumerate(said) if word in _POINTING)
    number = next((NUMBERS[word] for word in said[at + 1 : at + 2] if word in NUMBERS), 1)
    if said[at] in {"all", "both"}:
        count = 2 if said[at] == "both" else number if number > 1 else len(places)
        return places if count == len(places) else []
    if number > 1:
        return places[:number] if said[at] == "first" else places[-number:] if said[at] == "last" else []
    order = [_ORDER[word] for word in said if word in _ORDER]
    order += [len(places) - 1 for word in said if word in {"last", "latter"}]
    order += [0 for word in said if word == "former"]
    return [places[one] for one in dict.fromkeys(order) if one < len(places)]


_LONGEST_ITEM = 9


def recited(scene: Scene) -> tuple[Place, Laterality | None] | None:
    """Return the joint that a statement adds to a list of dysfunctions, and its side; None where it adds none."""
    statement = scene.statement
    if statement.turn < 0 or scene.stance != "conclusion" or statement.end - statement.start > _LONGEST_ITEM:
        return None
    places = scene.view.fixing(statement)
    if len(places) != 1 or places[0].structure not in words("landmarks") or not _follows_dysfunction(scene):
        return None
    sides = scene.view.sides(statement)
    stands = scene.terms("tart", "position")
    rest = scene.rest_of(statement, places[0], *stands)
    if not stands or any(word[0].isalnum() and word not in words("reciting") for word in rest):
        return None
    return places[0], nearest(sides, places[0]).value if sides else None


def _follows_dysfunction(scene: Scene) -> bool:
    """Tell whether a dysfunction was named right before in the same turn."""
    before = scene.earlier_in_turn
    return any(position.place for one in before for position in positions(scene.view, one)) or any(
        hit.term.value == "somatic_dysfunction"
        for one in before
        for hit in scene.view.terms("lesions", Chunk(one.start, one.end))
        if hit.term.role == "head"
    )


_FAMILY = "m99"
_WRITTEN = 3
"""Words of a code: `m99`, `.` and its digits."""
_KINDS: dict[str, LesionKind] = {"0": "somatic_dysfunction", "1": "subluxation_complex"}


def _coded(scene: Scene) -> Iterator[tuple[LesionKind, Place]]:
    """Yield the regions right behind codes whose dysfunction the list named before, and its kind."""
    if scene.statement.turn >= 0 or scene.stance != "conclusion" or _FAMILY not in scene.said:
        return
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end - _WRITTEN):
        kind = _KINDS.get(norms[at + 2][0]) if norms[at] == _FAMILY and norms[at + 1] == "." else None
        if kind is None or (place := _place_at(scene, at + _WRITTEN)) is None:
            continue
        if norms[at + 2][1:] == M99_DIGIT.get(place.region or "head") and _is_named_above(scene, at, kind):
            yield kind, place


def _place_at(scene: Scene, start: int) -> Place | None:
    """Return the place that a word opens, or the region of its letter."""
    start += any(side.start == start for side in scene.view.sides(scene.statement))
    opening = (place for place in scene.view.fixing(scene.statement) if place.start == start)
    return next(opening, None) or (letter_place(scene, start) if start < scene.statement.end else None)


def _is_named_above(scene: Scene, before: int, kind: LesionKind) -> bool:
    """Tell whether a dysfunction was named between the codes of the list that leads up to a word."""
    view = scene.view
    if _of_kind(scene, Chunk(scene.statement.start, before), kind):
        return True
    above = bisect_left(view.statements, scene.statement.start, key=attrgetter("start"))
    for one in reversed(view.statements[:above]):
        if _FAMILY not in view.norms[one.start : one.end]:
            return False
        if _of_kind(scene, Chunk(one.start, one.end), kind):
            return True
    return False


def _of_kind(scene: Scene, part: Chunk, kind: LesionKind) -> list[Hit]:
    return [hit for hit in scene.view.terms("lesions", part) if hit.term.value == kind]
