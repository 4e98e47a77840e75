"""The parts of a spine that pictures show, and what is told of each in plain words."""

from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import ImagingKind

OF_HIP = frozenset({"cartilage", "ball", "socket"})
"""Words beside a gap that is none between vertebrae."""
GONE = frozenset({"gone", "disappears", "disappeared", "vanishes", "vanished", "missing", "obliterated"})
"""Words for a space or its fluid that is there no longer."""
SPACES: frozenset[ImagingKind] = frozenset({"canal_narrowing", "foraminal_narrowing"})
"""Findings of a space that is narrow."""
MEASURED: frozenset[ImagingKind] = SPACES | {"disc_degeneration", "ligament_hypertrophy", "bony_overgrowth"}
"""Findings that are told by a measure."""


class Part(NamedTuple):
    """A part that pictures show."""

    names: frozenset[str]
    """Words for it."""
    kind: ImagingKind
    """What is wrong with it where it is not as it should be."""
    told: tuple[tuple[frozenset[str], ImagingKind], ...]
    """Words for what is said of it, and the finding that they make."""
    sided: bool
    """Whether it comes in pairs."""
    grows: bool
    """Whether it is wrong where it is bigger than it should be, and not smaller."""


@cache
def parts() -> tuple[Part, ...]:
    """Return the parts, those first that are named by the plainest words."""
    small = words("small") | words("invading") | GONE
    return (
        Part(
            words("discs") | words("all_discs"),
            "disc_degeneration",
            ((words("displaced"), "disc_herniation"), (words("worn"), "disc_degeneration")),
            sided=False,
            grows=False,
        ),
        Part(
            words("ligaments"),
            "ligament_hypertrophy",
            ((words("thickened"), "ligament_hypertrophy"),),
            sided=False,
            grows=True,
        ),
        Part(
            words("facets") | words("joints"),
            "bony_overgrowth",
            ((words("enlarged") | words("outgrown"), "bony_overgrowth"),),
            sided=True,
            grows=True,
        ),
        bone(),
        other_part(),
        Part(words("canals"), "canal_narrowing", ((small, "canal_narrowing"),), sided=False, grows=False),
        Part(words("recesses"), "canal_narrowing", ((small, "canal_narrowing"),), sided=True, grows=False),
        Part(
            words("doors") | words("foramens"),
            "foraminal_narrowing",
            ((small, "foraminal_narrowing"),),
            sided=True,
            grows=False,
        ),
        fluid(),
    )


@cache
def fluid() -> Part:
    """Return the fluid around the nerves, which is there no longer where a canal is narrow."""
    told = words("effaced") | words("small") | GONE
    return Part(words("liquor"), "canal_narrowing", ((told, "canal_narrowing"),), sided=False, grows=False)


@cache
def other_part() -> Part:
    """Return what else is shown, of which nothing is told here."""
    names = words("cords") | words("curves") | words("sacroiliacs") | OF_HIP | {"hip", "hips"}
    return Part(names, "other", (), sided=False, grows=False)


@cache
def bone() -> Part:
    """Return a vertebra, which may have slid."""
    names = words("bones") - words("facets") - words("joints")
    return Part(names, "malalignment", ((words("slid"), "malalignment"),), sided=False, grows=False)


def is_bone(place: Place) -> bool:
    """Tell whether a place is one vertebra, and not what lies between two."""
    return place.structure == "vertebra" and len(place.segments) == 1
