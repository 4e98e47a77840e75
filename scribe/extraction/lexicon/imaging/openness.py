"""Whether a canal or foramen is open, as far as some words tell: `wide open`, `it has room to spare`, `a slit`.

What is said of a space may stand in its own part of a sentence, or in one before or behind it.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.findings_named import tells_of_part
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality

_REACH = 8
INTO = frozenset({"into", "inside", "in", "within"})
_BETWEEN = frozenset({"the", "that", "a", "left", "right", "this", "your", "same", "both"})
_GOING_ON = frozenset({
    "both", "they", "they're", "and", "those", "is", "are", "looks", "nice", "nicely", "all", "really", "pretty",
    "quite", "completely", "totally", "perfectly", "kind",
})  # fmt: skip
ROOM = frozenset({"room", "space"})
_LITTLE = frozenset({
    "no", "little", "hardly", "barely", "less", "not", "isn't", "isnt", "without", "n't", "doesn't", "don't", "hasn't",
    "haven't", "run", "running", "short", "takes", "taking", "take", "took", "steals", "stealing", "robs", "robbing",
    "eats", "eating", "loses", "losing", "lost",
})  # fmt: skip
_MUCH = frozenset({"plenty", "lots", "enough", "ample", "lot", "all", "loads", "good", "tons"})
_OWNING = frozenset({"has", "have", "got", "still"})
HAVING = frozenset({"has", "have", "had", "gets", "get", "got", "with", "of", "doesn't", "don't", "hasn't", "haven't"})
"""Words between a nerve and the room it has."""
_ITS = frozenset({"it", "it's"})
_ASIDE = frozenset({"this", "that's", "the", "which"})
"""Words that open a part which only says what something else is: `the canal, this is the cord, has plenty of room`."""
_BY_WAY = frozenset({"in", "at", "on", "here", "there", "down", "up"})
"""Words that open a part which only says where."""
_SCARCE = frozenset({"no", "barely", "hardly"})
"""Words before an opening that is hardly one."""
_NOTHING = frozenset({"nothing", "nothing's"})
"""What opens a part by which no space is filled, as in `and nothing's pushing back into the canal`."""
TURNING = frozenset({"it's", "its", "but", "instead", "rather"})
"""Words with which speech turns to what is narrow instead."""
_WHERE = frozenset({"where", "which"})
"""Words that open a part which only says more of a space."""
_OUGHT = frozenset({"should", "supposed", "meant", "ought", "normally", "usually", "isn't", "not", "be"})
"""Words beside a `round` that says how a space would be if it were well."""
_TOO = frozenset({"too", "also", "likewise", "same", "as", "well", "so", "are", "similarly", "ditto", "and", "equally"})
"""Words with which something is told of a further space."""
_SHAPES = frozenset({"round", "oval", "circle", "circles", "ovals"})
_EXCEPTING = frozenset({"and", "but", "except", "then", "until"})
_ONE = frozenset({"one", "guy", "fellow"})
_SAT_ON = frozenset({("sat", "on"), ("stepped", "on"), ("stood", "on"), ("stomped", "on"), ("drove", "over")})
"""What looks as if somebody had done it to what is flat."""
_SAME = frozenset({"same", "level", "spot", "place", "here", "at", "the", "that", "floor"})
_MEASURED = 4
_EPITHETS = frozenset({"a", "an", "nice", "big", "pretty", "real", "really", "very", "so", "all", "quite"})
"""Words before what is said of a space."""
_REMARK = 6
_SIZING = frozenset(
    {"maybe", "perhaps", "mildly", "slightly", "moderately", "severely", "a", "only", "just", "somewhat"}
)
"""Words that open a part which says how much, as in `the foramina, maybe a little tight on the left`."""
_DEGREES = frozenset(
    {"mild", "moderate", "severe", "mod", "sev", "minimal", "marked", "mildly", "moderately", "severely"}
)
_WITH_DEGREE = _DEGREES | frozenset({
    "is", "are", "on", "the", "at", "side", "only", "and", "to", "i'd", "say", "call", "it", "that", "level", "in",
    "but", "there", "here",
})  # fmt: skip
"""Words of a part that says of a space only how bad it is."""


def openness(scene: Scene, space: Item) -> Assertion | None:
    """Return `absent` where a space is called open, and else how it is called small or filled, if it is.

    Of several such words the nearest one counts, since speech without marks runs
    on to the next space; where a part says nothing, the next may go on with it.
    """
    chunk = scene.chunk(space)
    room = _room(scene, chunk, space) or _room_next(scene, chunk)
    if room is not None:
        return room
    if _is_hardly_there(scene, space) or _but_one(scene, chunk):
        return "present"
    told = _told(scene, chunk, space) or _told_next(scene, chunk, space) or _told_before(scene, chunk, space)
    empty = not _NOTHING.isdisjoint(scene.view.norms[chunk.start : chunk.start + 2])
    if empty and (told is None or scene.words(told)[0] not in words("open")):
        return "absent" if told is not None or _is_entered(scene, space, chunk) else None
    if told is None and (before := _part_before(scene, chunk, space)) is not None:
        told = _told(scene, before, Chunk(before.end - 1, before.end))
    if told is None:
        small = _is_entered(scene, space, chunk) or _shrinks(scene, space, chunk) or _graded(scene, space)
        return "present" if small else None
    if scene.words(told)[0] in words("open"):
        return "present" if scene.context.denies_health(told) else "absent"
    denied = scene.assertion(told) == "absent" and not _goes_to_nothing(scene, told)
    return "absent" if denied and not _is_instead(scene, chunk, told) else "present"


def side_of_grade(scene: Scene, space: Item) -> Laterality | None:
    """Return the side of a space with what grades it: `Foramina: severe R, mild L` are both.

    Args:
        scene: The statement.
        space: The space.
    """
    grade = _graded(scene, space)
    sides = {side.value for side in scene.view.sides(Chunk(scene.chunk(space).start, grade.end))} if grade else set()
    return "bilateral" if sides >= {"left", "right"} else next(iter(sides), None)


def _graded(scene: Scene, space: Item) -> Chunk | None:
    """Return the words that only say how bad a space is, as in `Foramina: severe R, mild L`."""
    chunk = scene.chunk(space)
    told: Chunk | None = None
    for part in (Chunk(space.end, chunk.end), *(part for part in scene.statement.chunks if part.start >= chunk.end)):
        said = {word for word in scene.rest_of(part, *scene.view.places(part)) if word[0].isalnum()}
        only = _WITH_DEGREE.issuperset(said)
        if told is None and only and said.isdisjoint(_DEGREES):
            continue
        if not only or said.isdisjoint(_DEGREES):
            break
        told = Chunk(told.start if told else part.start, part.end)
    return told


def _is_instead(scene: Scene, chunk: Chunk, told: Chunk) -> bool:
    """Tell whether speech without marks has turned from what it denies: `no narrowing there its the holes, tight`."""
    norms = scene.view.norms
    turns = [at for at in range(chunk.start, told.start) if norms[at] in TURNING]
    denied = words("denials") | {"not", "isn't", "aren't"}
    return scene.statement.turn >= 0 and bool(turns) and denied.isdisjoint(norms[turns[-1] : told.start])


def _room(scene: Scene, part: Chunk, space: Item) -> Assertion | None:
    """Return how a space is told by the room in it, as in `no room in the canal` and `plenty of room for the cord`."""
    norms = scene.view.norms
    for at in range(max(part.start, space.start - _REACH), min(part.end, space.end + _REACH)):
        if norms[at] in ROOM:
            before = set(norms[max(part.start, at - _MEASURED) : at])
            if before & _LITTLE:
                return "present"
            if before & _MUCH or norms[at - 1] in _OWNING:
                return "absent"
    return None


def _room_next(scene: Scene, chunk: Chunk) -> Assertion | None:
    """Return how a space is told by the room it has behind a pause, as in `the canal, down here, has room to spare`."""
    for part in scene.statement.chunks if scene.statement.turn >= 0 else ():
        opening = scene.view.norms[part.start]
        if part.start < chunk.end or (opening in _BY_WAY and part.end - part.start <= _REMARK):
            continue
        if opening in _ASIDE and not scene.terms("lesions", "compartment", part=part):
            continue
        told = opening in HAVING | _ITS
        return _room(scene, part, Chunk(part.start, part.start + 1)) if told else None
    return None


def _told(scene: Scene, part: Chunk, space: Item) -> Chunk | None:
    among = words("open") | words("small") | words("invading")
    norms = scene.view.norms
    said = scene.said_words(part, among)
    said = [one for one in said if norms[one.start : one.end + 1] not in (["clear", "that"], ["clear", "to"])]
    said = [one for one in said if scene.words(one)[0] not in words("open") or tells_of_part(scene, one)]
    if not _OUGHT.isdisjoint(scene.words(part)):
        said = [one for one in said if norms[one.start] not in _SHAPES]
    return nearest(said, space) if said else None


def _told_next(scene: Scene, chunk: Chunk, space: Item) -> Chunk | None:
    """Return what the next part says, as in `this hole on the right, that's squeezed as well`."""
    for part in scene.statement.chunks:
        if part.start < chunk.end or scene.view.norms[part.start] in _WHERE or _is_place(scene, part):
            continue
        if "why" in scene.view.norms[part.start : part.start + _MEASURED]:
            return None
        own = scene.terms("lesions", "compartment", part=part) and part.start - chunk.end > 1
        bare = part.end - part.start <= _MEASURED and _calls(scene, part)
        if own or not (bare or scene.view.norms[part.start] in words("going_on") | _GOING_ON | _SIZING):
            return None
        if (told := _told(scene, part, space)) is not None:
            return told
    return None


def _calls(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part only calls what stands before it open or narrow: `tight`, `a nice oval`."""
    return {word for word in scene.words(part) if word[0].isalnum()} <= words("open") | words("small") | _EPITHETS


def _told_before(scene: Scene, chunk: Chunk, space: Item) -> Chunk | None:
    """Return what crowds a space only named behind a pause, as in `it fills this corner, the lateral recess`."""
    named = [word for word in scene.rest_of(chunk, space) if word[0].isalnum()]
    if scene.statement.turn < 0 or not _BETWEEN.issuperset(named):
        return None
    before = next((part for part in scene.statement.chunks if part.end in {chunk.start, chunk.start - 1}), None)
    crowding = scene.said_words(before, words("invading")) if before else []
    other = before is not None and scene.terms("lesions", "compartment", part=before)
    return crowding[-1] if crowding and not other else None


def _part_before(scene: Scene, chunk: Chunk, space: Item) -> Chunk | None:
    """Return the part before one that has the same to tell of a space: `canal wide open throughout, foramina too`."""
    rest = {word for word in scene.rest_of(chunk, space) if word[0].isalnum()}
    if rest.isdisjoint(_TOO) or not (_TOO | _BETWEEN).issuperset(rest):
        return None
    return next((part for part in scene.statement.chunks if part.end in {chunk.start, chunk.start - 1}), None)


def _is_place(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part only says where, as in `this is the left one, C5-6, it's a slit` and `same level`."""
    if _SAME.issuperset(word for word in scene.words(part) if word[0].isalnum()):
        return True
    return any(place.start == part.start and place.end >= part.end - 1 for place in scene.view.fixing(part))


def _is_entered(scene: Scene, space: Item, chunk: Chunk) -> bool:
    """Tell whether something lies in a space, as in `it's in the left S1 hole too`."""
    norms, at = scene.view.norms, space.start - 1
    levels = covered_by(scene.view.places(chunk))
    while at > chunk.start and (norms[at] in _BETWEEN or at in levels):
        at -= 1
    disc = any(hit.term.value == "disc_herniation" for hit in scene.terms("imaging", "finding", part=chunk))
    denied = not words("denials").isdisjoint(norms[chunk.start : space.start])
    if scene.statement.turn < 0 or norms[at] not in INTO or disc or denied:
        return False
    return scene.assertion(space) == "present" and (norms[at] == "into" or norms[chunk.end - 1] == "too")


def _shrinks(scene: Scene, space: Item, chunk: Chunk) -> bool:
    """Tell whether a space is down to some measure, as in `the canal is down to nine`."""
    after = scene.view.norms[space.end : min(space.end + _REACH, chunk.end)]
    return any(after[at : at + 2] == ["down", "to"] for at in range(len(after)))


def _is_hardly_there(scene: Scene, space: Item) -> bool:
    """Tell whether speech has it that there is no opening, as in `there's barely a door` and `there's no hole left`."""
    opening = Chunk(scene.chunk(space).start, space.start)
    if scene.statement.turn < 0 or scene.view.norms[space.start] not in words("doors"):
        return False
    return opening.end - opening.start <= _MEASURED and not _SCARCE.isdisjoint(scene.words(opening))


def _but_one(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether one of several openings is not like the others: `round, round, but this one is squashed`."""
    for part in scene.statement.chunks if scene.statement.turn >= 0 else ():
        opening = scene.words(part)[:_MEASURED]
        one = part.start > chunk.start and opening[0] in _EXCEPTING and not _ONE.isdisjoint(opening)
        said = scene.words(part) if one else []
        flat = not (words("small") | words("invading")).isdisjoint(said)
        flat = flat or any(pair in _SAT_ON for pair in pairwise(said))
        if flat and not any(map(is_not, said)):
            return True
    return False


def _goes_to_nothing(scene: Scene, told: Chunk) -> bool:
    """Tell whether a space is narrow down to nothing, which denies none of it: `it's closed down to nothing`."""
    behind = scene.view.norms[told.end : scene.chunk(told).end]
    return ("to", "nothing") in pairwise(behind)
