"""Parts of the spine that pictures show, and what is said of them: no pair is one term, and together they tell."""

from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import ImagingKind


class Pair(NamedTuple):
    """A part and what is said of it."""

    parts: frozenset[str]
    """Words for the part."""
    told: frozenset[str]
    """Words for what is said of it."""
    kind: ImagingKind
    """The finding that they make together."""


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the words for parts, those for what is wrong with them, and the finding that they make together."""
    return (
        Pair(words("discs"), words("displaced"), "disc_herniation"),
        Pair(words("discs"), words("worn"), "disc_degeneration"),
        Pair(words("ligaments"), words("thickened"), "ligament_hypertrophy"),
        Pair(words("facets"), words("enlarged"), "bony_overgrowth"),
        Pair(words("cords"), words("bright"), "other"),
        Pair(words("cords"), words("dented"), "other"),
        Pair(words("cords"), words("crushed"), "canal_narrowing"),
        Pair(words("liquor"), words("effaced"), "canal_narrowing"),
        Pair(words("bones"), words("outgrown"), "bony_overgrowth"),
        Pair(words("joints"), words("enlarged"), "bony_overgrowth"),
        Pair(words("disc_spaces"), words("worn") | words("lessened"), "disc_degeneration"),
        Pair(words("curves"), words("straightened"), "other"),
        Pair(words("sacroiliacs"), words("joint_changes"), "sacroiliac_changes"),
    )


def tells_of_part(said: frozenset[str]) -> bool:
    """Tell whether words name a part that a picture shows, and how it is.

    Args:
        said: The words of a statement.
    """
    if any(not said.isdisjoint(pair.parts) and not said.isdisjoint(pair.told) for pair in pairs()):
        return True
    if not said.isdisjoint(words("nerves_seen")) and not said.isdisjoint(words("doors")):
        return True
    if not said.isdisjoint(words("plump")) and not said.isdisjoint(words("all_discs") | words("disc_spaces")):
        return True
    if not said.isdisjoint(words("tubes")) and not said.isdisjoint(words("small") | words("open")):
        return True
    return not said.isdisjoint(words("well_seen")) and not said.isdisjoint(_pictured())


@cache
def _pictured() -> frozenset[str]:
    return words("discs") | words("facets") | words("cords") | words("disc_spaces") | words("of_spine")
