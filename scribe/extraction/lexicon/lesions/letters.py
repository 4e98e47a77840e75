"""Regions that a list names by a letter: `SD C, T, L`."""

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.sides import follows_code, names_ribs
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Region

_LETTERS: dict[str, tuple[Region, str]] = {**REGION_LETTERS, "r": ("rib_cage", "rib"), "h": ("head", "head")}
_SIDES = frozenset({"l", "r"})
"""Letters that name sides as well."""
SEPARATORS = frozenset({",", "and", "&", "/", ";", "comma", "plus"})
"""Words and marks between the members of a list."""
_BETWEEN = SEPARATORS | {"+"}
_AROUND_LETTER = frozenset({",", "/", "and", "&", ";", ".", "-", ":", "+"})
_FEWEST = 2
_REACH = 6
"""Words of the longest place before a side."""
_WIDEST = 2
"""Marks between two letters of a list."""


def letter_place(scene: Scene, index: int) -> Place | None:
    """Read a region by its letter in a list such as `SD C, T, L`."""
    norms = scene.view.norms
    known = _LETTERS.get(norms[index])
    if known is None or not (scene.view.is_capital(index) or follows_code(norms, index)):
        return None
    place = Place(index, index + 1, known[0], known[1], "", ())
    named = _list_around(scene, index)
    if follows_code(norms, index):
        return place
    if norms[index] == "r":
        return place if len(named - _SIDES) >= _FEWEST or names_ribs(norms, index) else None
    if norms[index] == "l":
        # Alone an L is the left side; only between other letters it is the lumbar spine.
        return place if named - _SIDES else _beside_others(scene, index, place)
    if len(named) >= _FEWEST and not _is_label(norms, index):
        return place
    return None if norms[index] == "h" else _beside_others(scene, index, place)


def _beside_others(scene: Scene, index: int, place: Place) -> Place | None:
    """Return the place of a letter in a list whose other members are written out or stand before brackets."""
    norms = scene.view.norms
    after = norms[index + 1] if index + 1 < scene.statement.end else ","
    if after not in _AROUND_LETTER:
        return None
    around = {*norms[index - 2 : index], *norms[index + 1 : index + 3], *_letters_before(scene, index)}
    return None if norms[index] == "l" and not REGION_LETTERS.keys() & around - {"l"} else place


def _list_around(scene: Scene, index: int) -> frozenset[str]:
    """Return the letters of the list that a letter stands in, none where it is the side of a place beside it."""
    if _is_side(scene, index):
        return frozenset()
    norms = scene.view.norms
    found = {norms[index]}
    for step in (-1, 1):
        at, gap = index + step, 0
        while scene.statement.start <= at < scene.statement.end and gap <= _WIDEST:
            if norms[at] in _LETTERS and scene.view.is_capital(at):
                found |= set() if _is_side(scene, at) else {norms[at]}
                gap = 0
            elif norms[at] in _BETWEEN:
                gap += 1
            else:
                break
            at += step
    return frozenset(found)


def _is_side(scene: Scene, index: int) -> bool:
    """Tell whether an L or R is the side of a place right beside it, as in `T4 L` and `R SI`."""
    if scene.view.norms[index] not in _SIDES:
        return False
    places = scene.view.places(Chunk(max(scene.statement.start, index - _REACH), index + 2))
    return any(place.end == index or place.start == index + 1 for place in places)


def _is_label(norms: list[str], index: int) -> bool:
    return norms[index + 1 : index + 2] == [":"]


def _letters_before(scene: Scene, index: int) -> set[str]:
    """Return the letters that head brackets earlier in a list, as the C of `C (C2-3), T (T4), L`."""
    norms, start = scene.view.norms, scene.statement.start
    return {
        norms[at]
        for at in range(start, index)
        if norms[at] in REGION_LETTERS and norms[at + 1 : at + 2] == ["("] and norms[index - 1] in SEPARATORS
    }
