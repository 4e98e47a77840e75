"""Where care is given: the regions of a treatment, also of one that two capitals name, as in `ME T12`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import holding, placing, saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Care, Region, Timing
from scribe.terminology.regions import structure

_LEFT = 4
_UPON = frozenset({"on", "to", "for"})
_COUNTING_ALL = frozenset({"those", "these", "all", "both"})
_ABOUT = frozenset({"gonna", "i'll", "me", "let's", "to", "we'll", "just"})
_DOING = frozenset({"i'm", "we're", "am", "i'll", "we'll"})
_LEFT_BEHIND = frozenset(
    {(who, verb) for who in ("i", "we", "i'll", "we'll", "i'm", "we're") for verb in ("leave", "left", "leaving")}
    | {("stays", "alone"), ("stay", "alone"), ("gets", "nothing"), ("get", "nothing")}
)
"""Words right behind a place that is not treated."""
_UNTREATED = frozenset(
    (denial, verb)
    for denial in ("not", "wasn't", "isn't")
    for verb in ("treated", "adjusted", "manipulated", "done", "addressed", "mobilized", "mobilised", "thrust")
)
_UNDONE = frozenset({"not", "never", "don't", "without"})
_BY_HAND = frozenset({"my", "by", "using", "crossed", "both", "flat"})
_MOVED = frozenset({
    "let", "bend", "bring", "drop", "lift", "raise", "cross", "turn", "push", "straighten", "relax", "hold", "grab",
    "hug", "keep", "squeeze", "pull", "spread", "hang", "tuck",
})  # fmt: skip
_TECHNIQUES = frozenset({"me", "cs", "st", "ra"})
_REACH = 4
_LEADING = frozenset({"to", "of", "for", "the", "r", "l", "right", "left", "b", ":", "-"})


def treated_regions(scene: Scene, hit: Hit) -> tuple[Region, ...]:
    """Return the regions named with the care; none where the words count more regions than they name."""
    whole = hit.term.value == "manipulation" and scene.stance != "history"
    statement = scene.statement if whole else scene.chunk(hit)
    named = [place for place in scene.view.places(statement) if place.role == "" and place.start >= statement.start]
    if hit.term.value != "manipulation":
        own = [place for place in named if hit.start <= place.start < hit.end]
        named = [place for place in named if place not in own]
        named = [nearest(named, hit)] if named else _named_later(scene, hit) or own
        told = structure(hit.term.structure).region if hit.term.structure and not named else None
        return (told,) if told else tuple(place.region for place in named if place.region)
    named = sorted([*named, *_worked_muscles(scene)])
    others = [other for other in scene.terms("care") if other.term.value != "manipulation"]
    named = [place for place in named if not any(other.start <= place.start < other.end for other in others)]
    named = [place for place in named if not (_is_left_alone(scene, place) or _is_tool(scene, place))]
    named = [place for place in named if not _is_of_other(scene, place, others)] or named
    # The `P` of `P-A` is a way to thrust.
    # The `L/S` of `C/T/L/S` is two regions, that of `L/S` alone the lumbar spine.
    inside = covered_by(place for place in scene.view.places(statement) if scene.view.norms[place.start - 1] != "/")
    single = (at for at in range(statement.start + 1, statement.end) if scene.view.norms[at + 1 : at + 2] != ["-"])
    single = (at for at in single if at not in inside)
    letters = [letter_place(scene, at) for at in single]
    places = sorted([*named, *(place for place in letters if place)])
    if not places and scene.topic.place is not None and _points_back(scene, hit):
        places = [scene.topic.place]
    implied = [structure(term.term.structure).region for term in scene.terms("lesions", "position", part=statement)]
    domed: list[Region] = ["abdomen_other"] if "doming" in scene.said else []
    named_regions = [*domed, *(place.region for place in places), *implied]
    regions = tuple(dict.fromkeys(region for region in named_regions if region))
    return () if _counted(scene) > len(regions) else regions


_BEFORE_POINTER = frozenset({"just", "only", "on", "to", "at"})
_POINTERS_BACK = frozenset({"that", "it", "this", "there"})
_GIVING = frozenset({"give", "giving", "gave"})


def _points_back(scene: Scene, hit: Hit) -> bool:
    """Tell whether talk treats what was spoken of last: `adjust it`, `give that a thrust`, `that one I'll adjust`."""
    norms, statement = scene.view.norms, scene.statement
    after = norms[hit.end : min(statement.end, hit.end + 3)]
    if words("anaphors").intersection(after[:1]):
        return True
    while after and after[0] in _BEFORE_POINTER:
        after = after[1:]
    before = norms[max(statement.start, hit.start - _REACH) : hit.start]
    given = any(one in _GIVING and other in _POINTERS_BACK for one, other in pairwise(before))
    fronted = norms[statement.start : statement.start + 2] == ["that", "one"]
    behind = after[:1] != [] and after[0] in _POINTERS_BACK and len(after) < len(norms[hit.end : hit.end + 3])
    by_hand = scene.by_clinician and not hit.term.text.endswith("s")
    return by_hand and not scene.view.places(statement) and (given or fronted or behind)


_ONTO = frozenset({
    "for", "to", "on", "across", "around", "over", "of", "in", "at", "the", "your", "his", "her", "my", "that", "this",
    "front", "back", "outside", "inside", "top", "anterior", "ant", "posterior", "post", "right", "left", "r", "l",
    "rt", "lt", "bilateral", "both", "muscles", "muscle", "joint", "x", "min", "mins", "minutes", "ten", "fifteen",
    "twenty", "(", "some", ",", "/", "program", "work",
})  # fmt: skip
"""Words between a measure of comfort and where it is put, as in `moist heat, ten minutes, to the right shoulder`."""
_ONTO_REACH = 8
_AIMS = frozenset({"strength", "mobility", "flexibility", "motion", "lift", "lifts", "cane", "stick", "crutch"})
"""Words beside a place that only tell what the care is good for, as in `PT for hip strength`, or what holds it."""
_PUT_UPON = frozenset({"for", "to", "on", "across", "around", "over", "of", "in", "at", "the"})


def regions_beside(scene: Scene, hit: Hit) -> tuple[Region, ...]:
    """Return the region right behind care that may be for any place: `therapy for the neck`, `ice to the knee`.

    What only tells the care apart names none, as in `pelvic floor PT`, `an SI belt` and `calf raises`.
    """
    norms = scene.view.norms
    near = Chunk(hit.end, min(scene.statement.end, hit.end + _ONTO_REACH))
    place = next((place for place in scene.view.places(near) if place.region and place.role != "vague"), None)
    if place and norms[place.end : place.end + 2] == ["and", "knees"]:
        return ()  # Who is on hands and knees exercises something else.
    between = norms[hit.end : place.start] if place else []
    led = hit.term.value == "other" or not _PUT_UPON.isdisjoint(between) or norms[hit.end - 1] in _PUT_UPON
    if place is None or place.region is None or not (led and _leads_onto(between)):
        return ()
    aims = not _AIMS.isdisjoint(norms[place.end : place.end + 1]) or not _AIMS.isdisjoint(norms[hit.start : hit.end])
    return () if aims else (place.region,)


def _leads_onto(between: list[str]) -> bool:
    return all(word in _ONTO or word.isdecimal() for word in between)


def _worked_muscles(scene: Scene) -> list[Place]:
    """Return the muscles that one technique of several is given to, as in `soft tissue to the thoracic paraspinals`."""
    norms = scene.view.norms
    muscles = [place for place in scene.view.fixing(scene.statement) if place.role == "muscle"]
    led = ((place, norms[max(scene.chunk(place).start, place.start - _LEFT) : place.start]) for place in muscles)
    return [place for place, before in led if _is_worked(before) or _has_technique(scene, place, before)]


def _is_worked(before: list[str]) -> bool:
    return ("soft", "tissue") in pairwise(before) and "to" in before


def _has_technique(scene: Scene, muscle: Place, before: list[str]) -> bool:
    """Tell whether one of several techniques is for a muscle: `HVLA to C2, some counterstrain on those hip muscles`."""
    hits = [hit for hit in scene.terms("care") if hit.term.value == "manipulation"]
    near = any(hit.start >= scene.chunk(muscle).start and 0 <= muscle.start - hit.end < _LEFT for hit in hits)
    return len(hits) > 1 and near and not _UPON.isdisjoint(before)


def _named_later(scene: Scene, hit: Hit) -> list[Place]:
    """Return the place that a later part of speech names for it, as in `an injection, transforaminal, at L5-S1`."""
    if scene.statement.turn < 0 or scene.stance == "history":
        return []
    return scene.view.fixing(Chunk(hit.end, scene.statement.end))[:1] or _named_next(scene)


def _named_next(scene: Scene) -> list[Place]:
    """Return the level that opens what is said next, as in `I'd try an epidural first. L4-5, under the x-ray.`."""
    following = scene.view.statements_after(scene.statement)[:1]
    if not following or following[0].turn != scene.statement.turn or not scene.by_clinician:
        return []
    return [place for place in scene.view.fixing(following[0]) if place.start == following[0].start and place.segments]


def _is_left_alone(scene: Scene, place: Place) -> bool:
    """Tell whether a place is not to be treated: `adjust L4, leave the sacrum alone`, `the sacrum I leave`."""
    before = scene.view.norms[max(scene.statement.start, place.start - _LEFT) : place.start]
    after = (*scene.view.norms[place.end : place.end + 2],)
    untreated = after in _UNTREATED or after[:1] in {("untreated",), ("deferred",), ("skipped",)}
    return bool(words("leaving").intersection(before)) or after in _LEFT_BEHIND or untreated


def _is_of_other(scene: Scene, place: Place, others: list[Hit]) -> bool:
    """Tell whether a part of its own gives a place other care, as in `traction on the neck, then I adjust T4`."""
    part = scene.chunk(place)
    inside = [other for other in others if part.start <= other.start < place.start]
    return bool(inside) and not any(hit.term.value == "manipulation" for hit in scene.terms("care", part=part))


def _is_tool(scene: Scene, place: Place) -> bool:
    """Tell whether hands treat, as in `just hands on`, or a part is only moved: `let your knee go`."""
    norms = scene.view.norms
    led = (*norms[max(0, place.start - 3) : place.start],)
    if led[-2:] in {("with", "your"), ("between", "your")}:
        return True
    if led[-2:-1] and led[-2] in _MOVED and (led[-1] == "your" or (led[0], led[-1]) == ("you", "the")):
        return True
    if norms[place.end : place.end + 1] == ["chest"] or norms[place.end : place.end + 2] == ["to", "chest"]:
        return True
    if norms[place.start] not in {"hand", "hands"}:
        return False
    after = norms[place.end : place.end + 2]
    return after[:1] in (["on"], ["only"]) or after == ["-", "on"] or norms[place.start - 1] in _BY_HAND


def _counted(scene: Scene) -> int:
    """Return the number of regions that the words give, as in `OMT x 4 regions`."""
    said = scene.words()
    numbers = (before for before, word in pairwise(said) if word in {"regions", "areas", "region"})
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


@lru_cache(maxsize=1)
def may_handle(view: View) -> frozenset[int]:
    """Return where the statements start that name, or count, places and have a word with which they may be treated.

    A technique is named in two capitals.
    """
    named = placing(view) | saying(view, _COUNTING_ALL)
    capitals = (at for at in view.indices(_TECHNIQUES) if view.is_capital(at))
    return named & (saying(view, words("handling")) | holding(view, capitals))


def _may_treat_now(scene: Scene) -> bool:
    """Tell whether a clinician may be about to treat: what comes later, was done or depends on something is not."""
    if scene.stance not in {"conclusion", "plan"} or "if" in scene.said or not scene.says("handling"):
        return False
    return not (scene.says("past_times") or scene.says("days_to_come"))


def about_to_treat(scene: Scene) -> Chunk | None:
    """Return the verb by which a clinician is about to treat what has been named, as in `We'll clear those two`."""
    if not _may_treat_now(scene):
        return None
    for verb in scene.said_words(scene.statement, words("handling")):
        led = {*scene.view.norms[max(scene.statement.start, verb.start - _LEFT) : verb.start]}
        if not led.isdisjoint(_ABOUT | _DOING) and _UNDONE.isdisjoint(led):
            return verb
    return None


def read_two_capitals(scene: Scene) -> Iterator[Care]:
    """Read the techniques of a note that two capitals name, each with the places right behind it."""
    if scene.statement.turn >= 0 or _TECHNIQUES.isdisjoint(scene.said) or scene.stance in {"codes", "imaging"}:
        return
    for at in range(scene.statement.start, scene.statement.end):
        regions = _regions(scene, at) if _is_technique(scene, at) else ()
        if regions:
            yield Care(
                kind="manipulation",
                timing=_timing(scene),
                regions=regions,
                read_by="care.today",
                evidence=scene.quote(Chunk(at, at + 1)),
            )


def _is_technique(scene: Scene, at: int) -> bool:
    return scene.view.norms[at] in _TECHNIQUES and scene.view.is_capital(at)


def _regions(scene: Scene, at: int) -> tuple[Region, ...]:
    """Return the regions of the part that opens with a technique, where a place follows at once."""
    norms, part = scene.view.norms, scene.statement
    first = at + 1
    while first < part.end and norms[first] in _LEADING:
        first += 1
    places = [place for place in scene.view.fixing(part) if place.start >= first and place.region]
    if not places or places[0].start != first or first - at > _REACH:
        return ()
    return tuple(dict.fromkeys(place.region for place in places if place.region))


def _timing(scene: Scene) -> Timing:
    if scene.stance == "history" or scene.carried:
        return "prior"
    return "planned" if scene.says("days_to_come") or "next" in scene.said else "today"
