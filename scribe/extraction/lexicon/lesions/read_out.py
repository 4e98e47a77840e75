"""Lists of lesions that somebody reads out, and of which a clinician confirms members by their order alone."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.assertions import Context
from scribe.extraction.lexicon.context.negations import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import SIDED, heads_in
from scribe.extraction.lexicon.view.places import NUMBERS, Place
from scribe.extraction.lexicon.view.saying import saying, whole
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Lesion

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
