"""Lists of places: `tender at C5, T4 and L4`, and the places that a list of findings shares."""

from collections.abc import Sequence

from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_AND = frozenset({"and", "&", ",", "/", "or", "nor", "+", "comma", "through", "thru", "into"})
_TICKS = frozenset({"x", "[", "]", "☑", "☒", "✓", "✔", "√"})
_LISTED_AT = frozenset({
    "at", "over", "of", "in", "along", "to", "around", "about", "throughout", "across", "on", "the", "his", "her",
    "your", "palpation", "both", "noted", "found", "here", "right", "through", "left", "muscle", "muscles", "tissue",
    "tissues", "side",
})  # fmt: skip
"""Words between the last finding of a list and the place of all."""
_FELT_BY = frozenset({"palpation", "pressure"})
_FELT = _FELT_BY | {"on", "to", "with", "digital", "static", "light", "deep", "firm"}
"""Words of how a list of places was felt, at its end."""
_LABELS = _FELT_BY | {
    "static", "motion", "palp", "p", "o", "obj", "objective", "exam", "spine", "spinal", "segmental", "intersegmental",
    "findings", "touch", "paraspinals", "joint", "joints", "play",
}  # fmt: skip
"""Words of a label before the first place of a list."""
_EARLY = 4
_HEADING = 6
_NEXT = 2
_GRADES = frozenset({
    "graded", "grade", "rated", "mild", "moderate", "marked", "severe", "slight", "of", "out", "mod", "min", "minimal",
    "sev", "exquisite", "acute", "chronic", "worst", "worse", "+", "trace",
})  # fmt: skip
"""Words that say how much of a finding there is."""
_HOW_MUCH = frozenset({"mild", "mildly", "moderate", "moderately", "marked", "severe", "slight", "slightly", "mod"})
"""Words that grade a place of a list, as in `spasm, mild R cervical, moderate L lumbar`."""
_MIDDLE = frozenset({"central", "centrally", "middle"})
"""Words for no side."""
_DIGITS = frozenset({*"0123456789", "10", "+"})


def heads_pair(view: View, statement: Statement) -> bool:
    """Tell whether a line opens with two places as its heading, as in `- Sacrum/pelvis: level`."""
    places = view.places(Chunk(statement.start, min(statement.start + _HEADING, statement.end)))
    if len(places) <= 1:
        return False
    between = view.norms[places[0].end : places[1].start]
    return between in (["/"], ["and"], ["&"]) and view.norms[places[1].end : places[1].end + 1] == [":"]


def is_listed(view: View, before: Place | None, place: Place) -> bool:
    """Tell whether a level follows another one at once, as in `on the right at C4, C5`."""
    if before is None or before.region != place.region or not 0 < place.start - before.end <= _NEXT:
        return False
    return all(word in {",", "and"} for word in view.norms[before.end : place.start])


def joined(view: View, places: list[Place], chosen: Place, mention: Item) -> list[Place]:
    """Return the chosen place with its neighbours in a list such as `lumbar and sacral spine`."""
    joins = words("list_joins") | words("place_nouns") | _TICKS | _ways(mention)
    index = places.index(chosen)
    first = last = index
    while first > 0 and _joins(view, places[first - 1], places[first], joins):
        first -= 1
    while last + 1 < len(places) and _joins(view, places[last], places[last + 1], joins):
        last += 1
    return places[first : last + 1]


def _ways(mention: Item) -> frozenset[str]:
    """Return the words for the way a joint does not go, which a list of restricted joints carries: `C2 LR, T4 flex`."""
    restricts = isinstance(mention, Hit) and mention.term.value == "restriction" and mention.term.role == "finding"
    return words("tested_ways") if restricts else frozenset()


def _joins(view: View, place: Place, following: Place, joins: frozenset[str]) -> bool:
    """Tell whether two places are neighbours of a list, or the halves of a range, as the two of `T10-L2` are."""
    halves = place.end == following.start and place.structure == following.structure == "vertebra"
    return halves or _only_joins(view, place.end, following.start, joins)


def _only_joins(view: View, start: int, end: int, joins: frozenset[str]) -> bool:
    left_out = view.dropped | _bracketed(view, Chunk(start, end))
    between = [view.norms[at] for at in range(start, end) if at not in left_out]
    return bool(between) and joins.issuperset(between) and not (_AND | _TICKS).isdisjoint(between)


def list_before(view: View, statement: Statement, chunk: Chunk, own: list[Place], mention: Item) -> list[Place]:
    """Return the places of the parts before that only name places, as in `C5, T4 and L4 tender`."""
    if (own and own[0].start > chunk.start + 2) or not view.fixing(Chunk(statement.start, chunk.start)):
        return []
    places: list[Place] = []
    ways = _ways(mention) if own and own[0].end <= mention.start else frozenset()
    for earlier in reversed([part for part in statement.chunks if part.end <= chunk.start]):
        named = only_places(view, _behind_label(view, statement, earlier), ways)
        if not named and not _is_box(view, earlier):
            break
        places = [*named, *places]
    return places


def _behind_label(view: View, statement: Statement, part: Chunk) -> Chunk:
    """Return the first part of a statement without its label, as in `Palpation: C2 L, C6 R tender`."""
    if statement.turn >= 0 or part.start != statement.start:
        return part
    if ":" not in view.norms[part.start : part.end]:
        said = view.norms[part.start : part.end]
        label = next((at for at, word in enumerate(said) if word not in _LABELS or len(word) == 1), len(said))
        return Chunk(part.start + label, part.end)
    end = view.norms.index(":", part.start)
    return Chunk(end + 1, part.end) if _LABELS.issuperset(view.norms[part.start : end]) else part


def list_after(view: View, statement: Statement, chunk: Chunk, mention: Item) -> list[Place]:
    """Return the places of the parts after that only name places, as in `tender L4, L5 and the right SI`."""
    if not named_in(view, Chunk(chunk.end, statement.end)):
        return []
    vague = any(place.role == "vague" for place in view.places(chunk)) and not view.fixing(chunk)
    if _first_joined(view, chunk, mention) - chunk.start > _EARLY and not vague:
        return []
    places: list[Place] = []
    ways = _ways(mention) | _grades_like(view, chunk, mention)
    for later in (part for part in statement.chunks if part.start >= chunk.end):
        named = only_places(view, later, ways)
        if (not (places or named or view.fixing(chunk)) and _is_side(view, later)) or _only_grades(view, later):
            continue
        if view.is_excepted(later) or not (named or _is_box(view, later)):
            break
        places += named
    return places


def _first_joined(view: View, chunk: Chunk, mention: Item) -> int:
    """Return where a mention starts, or the finding that an `and` joins to it: `tenderness and spasm at C2, T4`."""
    before = findings(view, Chunk(chunk.start, mention.start))
    joins = bool(before) and view.norms[before[-1].end : mention.start] == ["and"]
    return before[-1].start if joins else mention.start


def _grades_like(view: View, chunk: Chunk, mention: Item) -> frozenset[str]:
    """Return what may grade the places of a list whose first is graded, as in `L5 tender 2/4, R SI 3/4`."""
    graded = any(word.isdecimal() for word in view.norms[mention.end : chunk.end])
    return _DIGITS if graded else frozenset()


def named_in(view: View, part: Item) -> Sequence[Place]:
    """Return the places of a part that a list may name; the buttock is one, of which words alone fix no region.

    Args:
        view: The document's words.
        part: A part of a statement, or what follows it.
    """
    return view.fixing(part) or [place for place in view.places(part) if place.structure == "buttock"]


def only_places(view: View, chunk: Chunk, ways: frozenset[str] = frozenset()) -> Sequence[Place]:
    """Return the places of a part that says nothing else but ways; ticks and labels of unticked boxes do not count."""
    sides = view.sides(chunk)
    places = named_in(view, chunk)
    # `L4 spinous R` tells where a bone lies.
    if not places or any(view.norms[side.start - 1] == "spinous" for side in sides):
        return []
    if places[-1].structure != "vertebra" and view.norms[places[-1].end : places[-1].end + 1] == ["level"]:
        return []
    named: list[Item] = [*view.places(chunk), *sides]
    covered = covered_by(named) | view.dropped
    covered |= _bracketed(view, chunk)
    rest = [view.norms[index] for index in range(chunk.start, chunk.end) if index not in covered]
    felt = _FELT if not _FELT_BY.isdisjoint(rest) else frozenset()
    joins = words("list_joins") | words("place_nouns") | _TICKS | _HOW_MUCH | _MIDDLE | ways | felt
    return places if all(word in joins or word == "?" for word in rest) else []


def _bracketed(view: View, chunk: Chunk) -> set[int]:
    """Return the indices of the grades and sides in brackets behind the places of a list, as in `L5 (1/4), T4 (R)`."""
    norms = view.norms
    sides = {side.start for side in view.sides(chunk)}
    brackets = [at for at in range(chunk.start, chunk.end - 1) if norms[at] == "("]
    opened = [at for at in brackets if norms[at + 1][0].isdecimal() or at + 1 in sides]
    ends = [next((end for end in range(at, chunk.end) if norms[end] == ")"), at) for at in opened]
    return {index for at, end in zip(opened, ends, strict=True) for index in range(at, end + 1)}


def _is_side(view: View, chunk: Chunk) -> bool:
    """Tell whether a part is only a side, as the middle of `paraspinals are tight, both sides, L3 to L5`."""
    sides = view.sides(chunk)
    return bool(sides) and not any(word[0].isalnum() for word in words_beside(view, chunk, sides))


def _only_grades(view: View, chunk: Chunk) -> bool:
    """Tell whether a part only says how much, as the middle of `tender at L4, graded 2/4, and at the left SI`."""
    said = view.norms[chunk.start : chunk.end]
    return any(word.isdecimal() or word in _GRADES for word in said) and all(
        word in _GRADES or word.isdecimal() or not word[0].isalnum() for word in said
    )


def _is_box(view: View, chunk: Chunk) -> bool:
    """Tell whether a part is the tick of a box, or the label of an unticked one."""
    return all(view.norms[at] in _TICKS or at in view.dropped for at in range(chunk.start, chunk.end))


def place_behind(view: View, statement: Statement, chunk: Chunk) -> Place | None:
    """Return the place that speech gives after a pause, as in `It's thick, kind of ropy, from T3 to T6 on the right`.

    None where the statement names a place before that.
    """
    if statement.turn < 0 or view.fixing(Chunk(statement.start, chunk.end)):
        return None
    for later in (part for part in statement.chunks if part.start >= chunk.end):
        places = view.places(later)
        if not places:
            continue
        opening = [word for word in view.norms[later.start : places[0].start] if word not in words("before_where")]
        leads = bool(opening) and opening[0] in words("where_at") and not view.is_excepted(later)
        told = _finds(view, Chunk(places[0].end, later.end)) or _complains(view, later)
        return places[0] if leads and places[0].fixes and not told else None
    return None


def _complains(view: View, part: Chunk) -> bool:
    return any(hit.term.role in {"sign", "symptom"} for hit in view.terms("neuro", part))


def _finds(view: View, part: Chunk) -> bool:
    return any(hit.term.role in {"finding", "normal"} for hit in view.terms("tart", part))


def last_listed(view: View, statement: Statement, chunk: Chunk) -> Hit | None:
    """Return the last finding of a list, whose place all of them share: `tenderness, spasm and restriction at L4`.

    None where a part of the list names another place, or says more than what was found.
    """
    if view.fixing(Chunk(statement.start, chunk.end)) or not _ends_with_finding(view, chunk):
        return None
    for later in (part for part in statement.chunks if part.start >= chunk.end):
        places = _places_beside(view, later)
        if not places:
            if not _ends_with_finding(view, later):
                return None
            continue
        found = [hit for hit in _found(view, later) if hit.end <= places[0].start]
        between = _between(view, found[-1].end, places[0].start) if found else []
        placed = found and places[0].fixes and _LISTED_AT.issuperset(between)
        # Notes leave out the last `and`: `tenderness, spasm at L4`.
        denied = view.norms[later.start] == view.norms[chunk.start] == "no"
        joins = _AND.intersection(view.norms[later.start : places[0].start]) or (
            statement.turn < 0 and (between or denied)
        )
        return found[-1] if placed and joins else None
    return None


def _found(view: View, chunk: Chunk) -> list[Hit]:
    return [hit for hit in view.terms("tart", chunk) if hit.term.role in {"finding", "normal"}]


def _places_beside(view: View, chunk: Chunk) -> list[Place]:
    """Return the places of a part without those inside the name of a finding, as in `muscle spasm`."""
    found = _found(view, chunk)
    return [place for place in view.places(chunk) if not any(hit.start <= place.start < hit.end for hit in found)]


def _ends_with_finding(view: View, chunk: Chunk) -> bool:
    """Tell whether a part of a list ends with what was found, as in `no palpable spasm`."""
    return any(hit.end == chunk.end for hit in _found(view, chunk)) and not _places_beside(view, chunk)


def _between(view: View, start: int, end: int) -> list[str]:
    """Return the words of a range that name no side."""
    part = Chunk(start, end)
    return words_beside(view, part, view.sides(part))
