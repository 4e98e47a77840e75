"""Listings that a note reads from films: `C1 ASR, C5 PLS`, `R ilium PI 3 mm`, `sacrum base post L`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Laterality, Modality

_PELVIC = frozenset({"innominate", "pelvis"})
_VERTEBRAE = frozenset({"vertebra", "atlas", "axis"})
_SIDES: dict[str, Laterality] = {"l": "left", "r": "right"}
_LETTERS = 3
"""Words of a listing in which its letters are parted, as in `PI - In`."""


def listed(scene: Scene, modality: Modality | None) -> Iterator[Described]:
    """Read the bones of a written report that are listed by the way they lie.

    Args:
        scene: The statement.
        modality: The study that is spoken of; only films are listed so.
    """
    if scene.statement.turn >= 0 or modality != "xray":
        return
    for place in scene.view.fixing(scene.statement):
        found = _letters_behind(scene, place)
        if found is not None:
            said, letters = found
            side = _SIDES.get(letters["side"] or "")
            yield Described("malalignment", scene.assertion(said), place, said, side, place.region)


def _letters_behind(scene: Scene, place: Place) -> tuple[Chunk, re.Match[str]] | None:
    """Return the letters of a listing behind a bone, which are written in capitals."""
    pattern = _pelvic() if place.structure in _PELVIC else _vertebral() if place.structure in _VERTEBRAE else None
    start = place.end
    if pattern is None or start >= scene.statement.end or not scene.view.is_capital(start):
        return None
    for end in range(min(start + _LETTERS, scene.statement.end), start, -1):
        letters = "".join(scene.view.norms[start:end]).replace("-", "")
        if match := pattern.fullmatch(letters):
            return Chunk(start, end), match
    return None


@cache
def _pelvic() -> re.Pattern[str]:
    """Match how an innominate lies: posterior and inferior or anterior and superior, turned in or out, or both."""
    return re.compile(r"(?:(?:pi|as)(?:in|ex)?|in|ex)(?P<side>(?!))?")


@cache
def _vertebral() -> re.Pattern[str]:
    """Match how a vertebra lies: posterior to a side, and higher or lower; or the atlas, up or down and to a side."""
    contact = "(?:m|t|la|sp|in|ex|inf)?"
    return re.compile(rf"(?:p(?=[lr])|a[si](?=[lr]))(?P<side>[lr])[siap]?{contact}")
