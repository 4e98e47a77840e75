"""Regions that a list names by a letter: `SD C, T, L`."""

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.sides import follows_code, names_ribs
from scribe.schema import Region

_RIBS: tuple[Region, str] = ("rib_cage", "rib")
SEPARATORS = frozenset({",", "and", "&", "/", ";", "comma", "plus"})
"""Words and marks between the members of a list."""
_AROUND_LETTER = frozenset({",", "/", "and", "&", ";", ".", "-", ":", "+"})


def letter_place(scene: Scene, index: int) -> Place | None:
    """Read a region by its letter in a list such as `SD C, T, L`."""
    norms = scene.view.norms
    known = _RIBS if norms[index] == "r" and names_ribs(norms, index) else REGION_LETTERS.get(norms[index])
    if known is not None and follows_code(norms, index):
        return Place(index, index + 1, known[0], known[1], "", ())
    after = norms[index + 1] if index + 1 < scene.statement.end else ","
    if known is None or not scene.view.is_capital(index) or after not in _AROUND_LETTER:
        return None
    behind = norms[index + 1 : min(scene.statement.end, index + 3)]
    around = {*norms[max(scene.statement.start, index - 2) : index], *behind, *_letters_before(scene, index)}
    if norms[index] == "l" and not REGION_LETTERS.keys() & around - {"l"}:
        # Alone an L is the left side; only between other letters it is the lumbar spine.
        return None
    return Place(index, index + 1, known[0], known[1], "", ())


def _letters_before(scene: Scene, index: int) -> set[str]:
    """Return the letters that head brackets earlier in a list, as the C of `C (C2-3), T (T4), L`."""
    norms, start = scene.view.norms, scene.statement.start
    return {
        norms[at]
        for at in range(start, index)
        if norms[at] in REGION_LETTERS and norms[at + 1 : at + 2] == ["("] and norms[index - 1] in SEPARATORS
    }
