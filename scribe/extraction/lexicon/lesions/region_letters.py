"""Regions that a list names by a letter: `SD C, T, L`."""

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.sides import follows_code, names_ribs
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Region

_LETTERS: dict[str, tuple[Region, str]] = {**REGION_LETTERS, "r": ("rib_cage", "rib"), "h": ("head", "head")}
_LISTED = (["l"], ["r"])
"""Letters that end a listing, as in `sacral subluxation P-L`."""
_SIDES = frozenset({"l", "r"})
"""Letters that name sides as well."""
SEPARATORS = frozenset({",", "and", "&", "/", ";", "comma", "plus"})
"""Words and marks between the members of a list."""
_BETWEEN = SEPARATORS | {"+"}
_AROUND_LETTER = frozenset({",", "/", "and", "&", ";", ".", "-", ":", "+"})
_BOXES = frozenset({"[", "]", "x", "☐", "☑", "☒", "✓", "✔", "_", "(", ")"})
"""What draws the boxes that stand between letters."""
_FEWEST = 2
_REACH = 6
"""Words of the longest place before a side."""
_WIDEST = 2
"""Marks between two letters of a list."""


def letter_place(scene: Scene, index: int) -> Place | None:
    """Read a region by its letter in a list such as `SD C, T, L`."""
    norms = scene.view.norms
    known = _LETTERS.get(norms[index])
    if known is None or index in scene.view.dropped or not (scene.view.is_capital(index) or follows_code(norms, index)):
        return None
    if any(norms[at : at + 2] == ["p", "-"] and norms[at + 2 : at + 3] in _LISTED for at in {index, index - 2}):
        return None
    alone = follows_code(norms, index) or _is_alone_behind(scene, index)
    if alone or (not _is_of_level(scene, index) and _is_listed(scene, index)):
        return Place(index, index + 1, known[0], known[1], "", ())
    return None


def is_two_letters(norms: list[str], place: Place) -> bool:
    """Tell whether a place is two letters of a longer list, as the `L/S` of `SD T/L/S/P`."""
    beside = (*norms[max(0, place.start - 1) : place.start], *norms[place.end : place.end + 1])
    return norms[place.start : place.end] == ["l", "/", "s"] and "/" in beside


def _is_listed(scene: Scene, index: int) -> bool:
    """Tell whether a letter stands in a list of regions; L and R name sides where no other letter does."""
    norms = scene.view.norms
    named = _list_around(scene, index)
    if norms[index] == "r":
        return (_is_parted(norms, index) and len(named - _SIDES) >= _FEWEST) or names_ribs(norms, index)
    if norms[index] != "l" and len(named) >= _FEWEST and norms[index + 1 : index + 2] != [":"]:
        return _is_parted(norms, index) or {"c", "t"} <= named
    listed = norms[index] == "l" and bool(named - _SIDES)
    return listed or (norms[index] != "h" and _beside_others(scene, index))


def _is_of_level(scene: Scene, index: int) -> bool:
    """Tell whether a letter belongs to the vertebra right before it, as in the listing `T6 P`."""
    before = scene.view.places(Chunk(max(scene.statement.start, index - _REACH), index))
    return any(place.end == index and place.segments for place in before)


def _beside_others(scene: Scene, index: int) -> bool:
    """Tell whether a letter stands in a list whose other members are written out or stand before brackets."""
    norms = scene.view.norms
    after = norms[index + 1] if index + 1 < scene.statement.end else ","
    if after not in _AROUND_LETTER:
        return False
    behind = norms[index + 1 : min(index + 3, scene.statement.end)]
    around = {*norms[max(scene.statement.start, index - 2) : index], *behind, *_letters_before(scene, index)}
    # Alone an L is the left side; only between other letters it is the lumbar spine.
    return norms[index] != "l" or bool(REGION_LETTERS.keys() & around - {"l"})


def _list_around(scene: Scene, index: int) -> frozenset[str]:
    """Return the letters of the list that a letter stands in, none where it is the side of a place beside it."""
    if _is_side(scene, index):
        return frozenset()
    norms = scene.view.norms
    found = {norms[index]}
    for step in (-1, 1):
        at, gap = index + step, 0
        while scene.statement.start <= at < scene.statement.end and gap <= _WIDEST:
            if norms[at] in _LETTERS and scene.view.is_capital(at) and at not in scene.view.dropped:
                found |= set() if _is_side(scene, at) else {norms[at]}
                gap = 0
            elif norms[at] in _BETWEEN:
                gap += 1
            elif norms[at] not in _BOXES and at not in scene.view.dropped and not _is_member(scene, at):
                break
            at += step
    return frozenset(found)


def _is_member(scene: Scene, index: int) -> bool:
    """Tell whether a member of a list is a region written out, as the ribs of `C, T, ribs, L`."""
    named = scene.view.places(Chunk(index, index + 1))
    beside = scene.view.norms[index - 1 : index] + scene.view.norms[index + 1 : index + 2]
    return any(not place.segments for place in named) and _BETWEEN.issuperset(beside)


def _is_side(scene: Scene, index: int) -> bool:
    """Tell whether an L or R is the side of a place right beside it, as in `T4 L` and `R SI`."""
    if scene.view.norms[index] not in _SIDES:
        return False
    places = scene.view.places(Chunk(max(scene.statement.start, index - _REACH), index + 2))
    return any(place.end == index or place.start == index + 1 for place in places)


def _is_alone_behind(scene: Scene, index: int) -> bool:
    """Tell whether a letter stands right behind the short name of a dysfunction, as in `SD S, new today`.

    Where a place stands before the name, an L is its side: `rib 1 SD L`.
    """
    norms, end = scene.view.norms, scene.statement.end
    before = scene.view.places(Chunk(max(scene.statement.start, index - _REACH), index))
    if norms[index] == "l" and any(place.end == index - 1 for place in before):
        return False
    named = norms[index] != "r" and index > scene.statement.start and norms[index - 1] in {"sd", "sds"}
    opens = scene.view.places(Chunk(index + 1, index + 2))
    return named and not opens and (index + 1 >= end or norms[index + 1] not in {":", "-", ">", "<", "="})


def _is_parted(norms: list[str], index: int) -> bool:
    """Tell whether a mark of a list stands beside a letter, unlike in the notation `E R S right`."""
    return not (SEPARATORS | _BOXES).isdisjoint((*norms[index - 1 : index], *norms[index + 1 : index + 2]))


def _letters_before(scene: Scene, index: int) -> set[str]:
    """Return the letters that head brackets earlier in a list, as the C of `C (C2-3), T (T4), L`."""
    norms, start = scene.view.norms, scene.statement.start
    return {
        norms[at]
        for at in range(start, index)
        if norms[at] in REGION_LETTERS and norms[at + 1 : at + 2] == ["("] and norms[index - 1] in SEPARATORS
    }
