"""Places and components with a mark each: `TTP: + L4, - L5`, `tender at L4, not at L5`, `T plus, A plus, R minus`.

The last is a grid that is dictated: `Cervical: T plus, A plus, R plus, tender
minus. Lumbar: all minus.`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import holding, saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region, Tart, TartComponent

_SIGNS: dict[str, Assertion] = {
    **dict.fromkeys(("+", "yes", "y", "pos", "positive"), "present"),
    **dict.fromkeys(("-", "no", "n", "neg", "negative", "0", "none"), "absent"),
}
_AT = frozenset({"at", "in", "on", "over", "the"})
_OPENING = frozenset({"(", ":", "="})
_BRACKETS = frozenset({"(", ")", ":", "=", "++", "+++"})
_MOST = (["3"], ["4"], ["5"], ["10"])
"""What grades of pain go up to."""
_FEWEST = 2
_LINKING = frozenset({"is", "was", ",", ":", "texture", "motion", "test"})
_LETTERS: dict[str, TartComponent] = {
    "a": "asymmetry", "asymmetry": "asymmetry", "r": "restriction", "restriction": "restriction",
    "tissue": "tissue_texture", "texture": "tissue_texture", "tender": "tenderness", "tenderness": "tenderness",
    "p": "tenderness",
}  # fmt: skip
_MARKS: dict[str, Assertion] = {
    "plus": "present", "positive": "present", "pos": "present", "yes": "present", "+": "present",
    "minus": "absent", "negative": "absent", "neg": "absent", "no": "absent", "-": "absent",
}  # fmt: skip
_ALL: tuple[TartComponent, ...] = ("tissue_texture", "asymmetry", "restriction", "tenderness")
_WHOLE = frozenset({"all", "four", "of", "them", "everything", "across", "the", "board", "throughout", "is", "was"})
_GRID = frozenset({"t", "tissue", "texture"})
_SINGLE = frozenset({"t", "a", "r", "p"})
_NAMED = _GRID.union(_LETTERS)
_EACH = frozenset({"all", "across"})
_MARKED = frozenset(_MARKS)


def marked(scene: Scene, found: Found) -> list[Tart]:
    """Return what is found at each of the places that have a mark of their own; none where they share one assertion."""
    return [
        Tart(
            component=found.component,
            region=place.region,
            laterality=_side_beside(scene, place),
            assertion=assertion,
            read_by=rule_of("tart", *found.parts),
            evidence=scene.quote(found.parts[0], place),
        )
        for place, assertion in _signed_places(scene, found.parts[0])
    ]


def _side_beside(scene: Scene, place: Place) -> Laterality | None:
    """Return the side right before a place, or behind it beside its mark, as in `L4 (2/4) R`."""
    sides = scene.view.sides(scene.statement)
    beside = [side for side in sides if side.start >= place.end and _only_marks(scene, place.end, side.start)]
    beside += [side for side in sides if place.start - side.end in range(2) and scene.view.norms[side.end] != ","]
    return next((side.value for side in beside), None)


def _only_marks(scene: Scene, start: int, end: int) -> bool:
    """Tell whether nothing stands between a place and its side but its mark."""
    between = scene.view.norms[start:end]
    return all(word in _BRACKETS or word in _SIGNS or word == "/" or word.isdecimal() for word in between)


def _signed_places(scene: Scene, mention: Item) -> list[tuple[Place, Assertion]]:
    """Return the places after a finding with what the sign of each says; none where they share one assertion."""
    others = [hit.start for hit in scene.terms("tart", "finding", "test", "motion") if hit.start >= mention.end]
    said = Chunk(mention.end, min([scene.statement.end, *others]))
    places = scene.view.fixing(said)
    if len(places) < _FEWEST:
        return []
    found = [(place, sign) for place in places if (sign := _sign(scene, place)) is not None]
    if len(found) == len(places) and all(_behind(scene, place) is not None for place in places):
        return found
    if len(found) < _FEWEST or len(found) < len(places):
        found = list(_contrasted(scene, places))
    return found if len({sign for _, sign in found}) > 1 else []


def _behind(scene: Scene, place: Place) -> Assertion | None:
    """Return what the mark behind a place says, beside its side: a sign, or a grade such as `2/4` or `++`."""
    norms, at, end = scene.view.norms, place.end, scene.statement.end
    sided = covered_by(scene.view.sides(scene.statement))
    while at < end and (norms[at] in _OPENING or at in sided):
        at += 1
    if at >= end or scene.view.is_joined(at):
        return None
    if norms[at : at + 2][-1:] == ["/"] and norms[at + 2 : at + 3] in _MOST and norms[at].isdecimal():
        return "absent" if norms[at] == "0" else "present"
    return "present" if set(norms[at]) == {"+"} else _SIGNS.get(norms[at])


def _sign(scene: Scene, place: Place) -> Assertion | None:
    """Return what the sign beside a place says: the one behind it, else the one right before it."""
    norms = scene.view.norms
    if (told := _behind(scene, place)) is not None:
        return told
    graded = place.start - 1
    while graded > 0 and (
        norms[graded] in _AT or any(side.start == graded for side in scene.view.sides(scene.statement))
    ):
        graded -= 1
    if norms[graded] in words("graded") or (norms[graded] in {"none", "absent"} and graded < place.start - 1):
        return "present" if norms[graded] in words("graded") else "absent"
    before = norms[place.start - 1]
    if before == ")":
        before = norms[place.start - 2]
    return _SIGNS[before] if before in {"+", "-"} else None


def _contrasted(scene: Scene, places: list[Place]) -> Iterator[tuple[Place, Assertion]]:
    """Tell places apart of which one is denied, as in `at L4, not at L5`."""
    norms = scene.view.norms
    for place in places:
        start = place.start
        while norms[start - 1] in _AT:
            start -= 1
        yield place, "absent" if norms[start - 1] == "not" else "present"


class _Cell(NamedTuple):
    """A letter with its mark."""

    component: TartComponent
    assertion: Assertion
    part: Chunk


@lru_cache(maxsize=1)
def may_spell_out(view: View) -> frozenset[int]:
    """Return where the spoken statements start that name several letters with their marks, or one mark for them all."""
    named = _named_with_mark(view)
    if not named:
        return frozenset()
    whole = saying(view, _EACH) & saying(view, _MARKED)
    told = statements_at(view, holding(view, named) | whole)
    spoken = (one for one in told if one.turn >= 0 and not one.asks)
    counted = ((one, sum(one.start <= at < one.end for at in named)) for one in spoken)
    return frozenset(one.start for one, cells in counted if one.start in whole or cells >= _FEWEST)


def _named_with_mark(view: View) -> list[int]:
    """Return where the letters and names of what is felt stand that a mark follows."""
    marks = view.indices(_MARKED)
    linked = (at - 2 for at in marks if view.norms[at - 1] in _LINKING)
    before = {at for at in (*(at - 1 for at in marks), *linked) if at >= 0}
    return [at for at in before if view.norms[at] in _NAMED]


def spelled_out(scene: Scene) -> Iterator[Tart]:
    """Read the letters or names of what is felt, each with its mark, that speech gives of a region.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_spell_out(scene.view):
        return
    cells = [*_cells(scene)] or [*_all_alike(scene)]
    if not cells or (region := _region(scene)) is None:
        return
    for cell in cells:
        yield Tart(
            component=cell.component,
            region=region,
            laterality=None,
            assertion=cell.assertion,
            read_by="tart.grid",
            evidence=scene.quote(cell.part),
        )


def _region(scene: Scene) -> Region | None:
    named = scene.view.fixing(scene.statement)
    return named[0].region if named else scene.topic.region


def _cells(scene: Scene) -> Iterator[_Cell]:
    norms = scene.view.norms
    found: list[_Cell] = []
    for at in range(scene.statement.start, scene.statement.end - 1):
        component = _LETTERS.get(norms[at]) or _touched(norms[at], found)
        mark = at + 1 + (norms[at + 1] in _LINKING)
        if component is not None and mark < scene.statement.end and norms[mark] in _MARKS:
            found.append(_Cell(component, _MARKS[norms[mark]], Chunk(at, mark + 1)))
    lettered = any(norms[cell.part.start] in _SINGLE for cell in found)
    yield from found if len(found) >= _FEWEST and lettered else ()


def _touched(word: str, found: list[_Cell]) -> TartComponent | None:
    """Return what a T stands for: the texture that opens a grid, or the tenderness that closes it."""
    if word != "t":
        return None
    return "tenderness" if any(cell.component in {"asymmetry", "restriction"} for cell in found) else "tissue_texture"


def _all_alike(scene: Scene) -> Iterator[_Cell]:
    """Read one mark for all letters of a region in a dictated grid, as in `Lumbar: all minus`."""
    norms = scene.view.norms
    marks = [at for at in range(*scene.statement[:2]) if norms[at] in _MARKS]
    named = covered_by(scene.view.fixing(scene.statement))
    said = [at for at in range(scene.statement.start, scene.statement.end) if norms[at][0].isalnum()]
    rest = {norms[at] for at in said if at not in named and at not in marks}
    if len(marks) != 1 or not named or _EACH.isdisjoint(rest) or not rest <= _WHOLE:
        return
    if any(_opens_grid(scene, Chunk(one.start, one.end)) for one in scene.earlier_in_turn):
        part = Chunk(said[0], said[-1] + 1)
        yield from (_Cell(component, _MARKS[norms[marks[0]]], part) for component in _ALL)


def _opens_grid(scene: Scene, part: Chunk) -> bool:
    said = scene.words(part)
    return any(word in _GRID and after in _MARKS for word, after in pairwise(said))
