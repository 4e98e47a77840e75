"""Places of a lesion that other statements name: `C4 and L5 are stuck. Dysfunction at both.`, `Two lesions: ...`."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene, place_of, scenes
from scribe.extraction.lexicon.lesions.joint_kinds import overlap
from scribe.extraction.lexicon.lesions.pointing_names import GENERAL
from scribe.extraction.lexicon.lesions.region_letters import SEPARATORS
from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_ALL = frozenset({"all", "each", "both", "every"})
_POINTING = frozenset({"those", "these", "them"})
_SAME = _POINTING | {"the", "same", "first", "last", "other", "my", "your", "our"}
_PARTS = frozenset({
    "levels", "regions", "areas", "segments", "spots", "joints", "places", "parts", "sites", "findings",
    "restrictions", "level", "region", "area", "segment", "spot", "joint", "place", "site",
})  # fmt: skip
_BETWEEN_ALL = frozenset({"of", "one", "single", "the", "last"})
_WHERE = frozenset({"where", "which", "whereabouts", "where's"})
_NONE = frozenset({"none", "neither"})
_TREATING = frozenset({"treat", "adjust", "see", "fix"})
_BEING = frozenset({"is", "are"})
_RELATIVE = 7
_BEFORE_THOSE = frozenset({"in", "at", "of", "for", "on", "call", "across", "with", "under"})
_VERBS = frozenset({"is", "are", "have", "has", "get", "gets", "were", "as"})
_EXCEPTING = frozenset({"not", "but", "minus", "without", "except", "excluding", "barring", "bar", "leaving"})
_EXCEPTED = 4
_VERDICTS = frozenset({"yes", "no", "not", "isn't", "aren't", "none"})
_FAR = 24
_TURNS = 6
_ASIDE = 6
_LONGEST = 24
_LONGEST_NAME = 6
_THOSE = frozenset({"those", "these", "they", "they're", "all"})
_TELLING = {
    "tart": {"finding", "position", "test"},
    "neuro": {"symptom", "sign"},
    "conditions": {"condition"},
    "imaging": {"finding", "modality"},
    "care": {"care"},
}
"""The roles of terms that tell something of a list of places."""
_COUNTING = NUMBERS.keys() - {"zero", "one"} | {str(number) for number in range(2, 13)}
_QUANTITIES = _COUNTING | {
    "several",
    "some",
    "multiple",
    "few",
    "couple",
    "many",
    "various",
    "these",
    "list",
    "following",
}
_FEW = 3
_PLACES = frozenset({"places", "spots", "areas", "levels", "regions", "segments", "joints", "sites", "them", "things"})
_LIST = (
    SEPARATORS
    | _COUNTING
    | {
        "exact", "precise", "exactly", "precisely", "to", "one", "first", "second", "third", "fourth", "fifth",
        "last", "next", "another", "other", "is", "at", "in", "on", "of", "the", "your", "his", "her", "my", "a",
        "an", "also", "then", "there", "there's", "it's", "that's", "that", "it", "these", "those", "one's",
        "number", "joint", "around", "over", "level", "uh", "um", "okay", "ok", "well", "so", ":", ".", "too", "as",
        "up", "down", "side", "region", "area", "base", "bone", "finally", "they're", "would", "be", "being", "-",
        "…", "!",
    }
)  # fmt: skip
"""Words of a statement that does no more than list places."""


class Named(NamedTuple):
    """A place that another statement names."""

    scene: Scene
    """The statement."""
    place: Place
    """The place."""


def referred(scene: Scene, head: Hit) -> list[Named]:
    """Return the places that a lesion points back to, as in `Somatic dysfunction in those three`.

    Args:
        scene: The statement of the lesion.
        head: The lesion.

    Returns:
        The places in order, without those that it excepts; none where it names its own beside the lesion.
    """
    if _sums_up_all(scene, head):
        return _antecedents(scene, None)
    at = _pointer(scene) if scene.statement.turn >= 0 else None
    if at is None:
        return []
    own = scene.view.fixing(scene.statement)
    before = [Named(scene, place) for place in _distinct(own) if place.end < head.start and _stands(scene, place)]
    if len(before) == _count(scene, at) and all(place.end < head.start for place in own) and at > before[-1].place.end:
        return before
    if not all(_is_excepted(scene, place) for place in own):
        return []
    found = _antecedents(scene, _count(scene, at))
    found = _of_ends(scene, at, found)
    return [one for one in found if not any(overlap(one.place, excepted) for excepted in own)]


def _sums_up_all(scene: Scene, head: Hit) -> bool:
    """Tell whether a statement names a lesion of all that it follows: `Neck: C3. Low back: L5. All dysfunctions.`."""
    alone = scene.statement.end <= head.end + 1 and head.start == scene.statement.start + 1
    return alone and scene.view.norms[scene.statement.start] == "all"


def listed_next(scene: Scene, head: Hit) -> list[Named]:
    """Return the places that are listed behind a lesion announced without one: `Two subluxations. C1 and the sacrum.`.

    Args:
        scene: The statement of the lesion.
        head: The lesion.
    """
    if scene.statement.turn < 0 or scene.statement.asks or scene.view.fixing(scene.statement):
        return _behind_colon(scene, head)
    if _is_general(scene):
        return []
    found: list[Named] = []
    for one in _going_on(scene):
        named = scene.view.fixing(one.statement)
        if not named or not only_lists(one):
            break
        found += [Named(one, place) for place in _distinct(named)]
    asked = _is_asked_where(scene)
    found = found or (_answering(scene) if asked else [])
    announced = not _QUANTITIES.isdisjoint(scene.said) or head.term.text.endswith("s") or asked
    return found if announced or len(found) > 1 else []


def announces_list(scene: Scene, head: Hit) -> bool:
    """Tell whether speech counts the places of a lesion that it then names: `somatic dysfunction, three places. ...`.

    Args:
        scene: The statement of the lesion.
        head: The lesion, without a place.
    """
    following = scene.following
    if following is None or following.turn != scene.statement.turn:
        return False
    behind = scene.view.norms[head.end : min(scene.statement.end, head.end + 2 * _FEW)]
    counted = any(one in _QUANTITIES and other in _PLACES for one, other in pairwise(w for w in behind if w != "of"))
    return counted and bool(scene.view.places(following) or scene.view.terms("lesions", following))


def listed_later(scene: Scene, head: Hit) -> list[Named]:
    """Return the places behind an aside, as in `a dysfunction, a joint that is stuck, at C2`, `the one I find is C1`.

    Args:
        scene: The statement of the lesion.
        head: The lesion.
    """
    if scene.statement.turn < 0:
        return []
    end = scene.statement.end
    verb = next((at for at in range(head.end, min(end, head.end + _RELATIVE)) if scene.view.norms[at] in _BEING), end)
    parts = [Chunk(verb + 1, end)] if verb + 1 < end and only_lists(scene, Chunk(verb + 1, end)) else []
    for part in scene.statement.chunks if not parts else ():
        if part.start > head.end and scene.view.fixing(part) and only_lists(scene, part):
            parts.append(part)
        elif parts:
            break
    return [Named(scene, place) for part in parts for place in _distinct(scene.view.fixing(part))]


def listed_before(scene: Scene) -> list[Named]:
    """Return the places of a list that speech sums up by a name alone: `L5 and the right SI. Dysfunctions.`.

    Args:
        scene: The statement of the lesion.
    """
    statement = scene.statement
    before = next(_earlier(scene), None) if statement.end - statement.start <= _LONGEST_NAME else None
    if before is None or before.statement.turn != statement.turn or statement.turn < 0:
        return []
    places = scene.view.fixing(before.statement)
    points = scene.view.norms[statement.start] in _THOSE
    tables = [table for table in _TELLING if not (points and table == "care")]
    told = any(before.terms(table, *_TELLING[table]) for table in tables)
    return [] if told or len(places) <= 1 or "not" in before.said else [Named(before, place) for place in places]


def denies_all(scene: Scene) -> bool:
    """Tell whether a lesion is denied of what it points back to, as in `Somatic dysfunction in none of those`.

    Args:
        scene: The statement of the lesion.
    """
    if scene.statement.turn < 0 or scene.said.isdisjoint(_NONE):
        return False
    norms, end = scene.view.norms, scene.statement.end
    return any(
        norms[at] in _NONE and norms[at + 1] == "of" and norms[at + 2 : at + 3] and norms[at + 2] in _SAME
        for at in range(scene.statement.start, end - 1)
    )


def _is_general(scene: Scene) -> bool:
    """Tell whether a statement tells of lesions in general, as in `Subluxations happen in three places`."""
    if not GENERAL.isdisjoint(scene.said):
        return True
    said = scene.words()
    return any(who in {"we", "i"} and does in _TREATING for who, does in pairwise(said)) and "today" not in said


def only_lists(scene: Scene, part: Item | None = None) -> bool:
    """Tell whether words name nothing but places, sides and how they stand, as in `one at C1 and one at the sacrum`."""
    part = part or scene.statement
    if part.end - part.start > _LONGEST:
        return False
    return _LIST.issuperset(scene.rest_of(part, *scene.view.places(part), *scene.terms("tart", "position", part=part)))


def _is_asked_where(scene: Scene) -> bool:
    """Tell whether somebody asks right away where it is, as in `Where?` and `Which ones?`."""
    following = scene.view.statements_after(scene.statement)[:1]
    return any(
        one.turn == scene.statement.turn + 1
        and (
            not _WHERE.isdisjoint(scene.view.norms[one.start : one.end])
            or scene.view.norms[one.start : one.start + 2] == ["of", "what"]
        )
        for one in following
    )


def _answering(scene: Scene) -> list[Named]:
    """Return the places that answer where it is, whatever else is said: `Where?`, `Under my thumb, T9.`."""
    reply = next((one for one in _going_on(scene) if one.statement.turn == scene.statement.turn + 2), None)
    if reply is None or denies(reply.words()):
        return []
    return [Named(reply, place) for place in _distinct(reply.view.fixing(reply.statement))]


def _behind_colon(scene: Scene, head: Hit) -> list[Named]:
    """Return the places behind a colon with words in between: `Dysfunction, and I will list them: neck, pelvis`."""
    norms, end = scene.view.norms, scene.statement.end
    colon = next((at for at in range(head.end, end) if norms[at] in {":", "colon"}), None)
    if colon is None or scene.view.fixing(Chunk(scene.statement.start, colon)):
        return []
    rest = Chunk(colon + 1, end)
    return [Named(scene, place) for place in _distinct(scene.view.fixing(rest))] if only_lists(scene, rest) else []


def _going_on(scene: Scene) -> Iterator[Scene]:
    """Yield the statements of the same speaker after one, over a short word of somebody else."""
    at = place_of(scene.view, scene.statement.end)
    for one in scenes(scene.view)[at : at + _ASIDE]:
        statement = one.statement
        aside = statement.speaker == "patient" and statement.end - statement.start <= _ASIDE
        if aside and not one.view.fixing(statement):
            continue
        if not one.by_clinician or statement.asks:
            return
        yield one


def _pointer(scene: Scene) -> int | None:
    """Return where a statement points to several places that were named, as in `those three` and `all of the above`."""
    if scene.said.isdisjoint(_ALL | _POINTING | {"same", "above", "first", "last"}):
        return None
    norms, end = scene.view.norms, scene.statement.end
    return next((at for at in range(scene.statement.start, end) if _points_at(norms, at, end)), None)


def _points_at(norms: list[str], at: int, end: int) -> bool:
    """Tell whether a word begins to point to several places."""
    word, rest = norms[at], norms[at + 1 : min(end, at + _EXCEPTED)]
    before = norms[at - 1] if at else "."
    following = next((one for one in rest if one not in _BETWEEN_ALL), ".")
    ends = not rest or not rest[0][0].isalnum() or rest[0] in _VERBS
    if word in _ALL:
        return following in _POINTING | _COUNTING | _PARTS | {"above"} or (word == "both" and ends)
    if word in _SAME and rest[:1] and rest[0] in _COUNTING:
        return word not in {"the", "my", "your", "our", "other"} or (len(rest) > 1 and rest[1] in _PARTS | {"of"})
    if word in _POINTING | {"same", "above"} and rest[:1] and rest[0] in _PARTS:
        return rest[0].endswith("s")
    return (word in _POINTING and (before in _BEFORE_THOSE or (ends and bool(rest)))) or (word, before) == (
        "above",
        "the",
    )


def _count(scene: Scene, at: int) -> int | None:
    """Return how many places are pointed to, if that is said."""
    said = scene.view.norms[at : min(scene.statement.end, at + _EXCEPTED)]
    if said[0] == "both":
        return 2
    number = next((word for word in said if word in _COUNTING), None)
    return None if number is None else NUMBERS.get(number) or int(number)


def _of_ends(scene: Scene, at: int, found: list[Named]) -> list[Named]:
    """Keep the first or the last ones where that is said."""
    word, count = scene.view.norms[at], _count(scene, at)
    return found[:count] if word == "first" else found[-(count or 0) :] if word == "last" else found


def _antecedents(scene: Scene, count: int | None) -> list[Named]:
    """Return the places that were last named together before a statement, as many as are counted."""
    ends = scene.view.norms[scene.statement.start : scene.statement.end]
    count = None if {"first", "last"}.intersection(ends) else count
    found: list[Named] = []
    turn = scene.statement.turn
    for one in _earlier(scene):
        if len(found) > 1 and count is None and one.statement.turn != turn:
            break
        if scene.statement.turn < 0 and one.statement.line != scene.statement.line:
            break
        new = [Named(one, place) for place in _distinct(scene.view.fixing(one.statement)) if _stands(one, place)]
        turn = one.statement.turn if new or not found else turn
        found = [*(one for one in new if not any(overlap(one.place, other.place) for other in found)), *found]
        if count is not None and len(found) >= count:
            break
    regions = {one.place.region for one in found}
    return found if len(found) > 1 and count in {None, len(found), len(regions)} else []


def _earlier(scene: Scene) -> Iterator[Scene]:
    """Yield what clinicians stated before a statement, the last first."""
    at = place_of(scene.view, scene.statement.start)
    for one in reversed(scenes(scene.view)[max(0, at - _FAR) : at]):
        statement = one.statement
        if scene.statement.turn - statement.turn > _TURNS or statement.section != scene.statement.section:
            return
        if one.by_clinician and not statement.asks and not one.carried:
            yield one


def _distinct(places: Iterable[Place]) -> list[Place]:
    """Return the places without the regions whose levels are named beside them, as in `the neck at C5`."""
    places = list(places)
    leveled = {place.region for place in places if place.segments}
    kept = [place for place in places if place.segments or place.region not in leveled]
    return sorted({(place.region, place.segments): place for place in reversed(kept)}.values(), key=attrgetter("start"))


def _stands(scene: Scene, place: Place) -> bool:
    """Tell whether nothing says that a place is well, as the second one of `T4 is stuck, the ribs spring fine`."""
    chunk = scene.chunk(place)
    later = [other.start for other in scene.view.fixing(scene.statement) if other.start >= chunk.end]
    part = Chunk(chunk.start, min(later, default=scene.statement.end))
    found = scene.terms("tart", "finding", "position", "normal", "test", part=part)
    stated = [hit for hit in found if hit.term.role != "normal" and scene.assertion(hit) == "present"]
    answered = _VERDICTS.intersection(scene.words(part))
    if stated or answered:
        return bool(stated) or answered == {"yes"}
    lesions = scene.terms("lesions", "head", "weak_head", part=part)
    denied = any(scene.assertion(hit) == "absent" for hit in (*found, *lesions)) or scene.assertion(place) == "absent"
    well = any(hit.term.role == "normal" for hit in found) or words("found_well").intersection(scene.words(part))
    return not denied and not well


def _is_excepted(scene: Scene, place: Place) -> bool:
    """Tell whether a place is left out of what is pointed to, as in `all of those except the ribs`."""
    before = scene.view.norms[max(scene.statement.start, place.start - _EXCEPTED) : place.start]
    return scene.view.is_excepted(scene.chunk(place)) or not _EXCEPTING.isdisjoint(before)
