"""The three systems of body regions, which disagree, and the site digits of the spine.

ICD-10-CM's fifth character of M99, CPT's regions of chiropractic manipulation
(CMT) and the regions of osteopathic manipulation (OMT) each divide the body
their own way: a sacroiliac joint is sacral, pelvic and sacral. Never derive one
from another where the structure is known.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from scribe.errors import TerminologyError
from scribe.schema import REGIONS, Discipline, Region
from scribe.terminology.lookup import records

CMT_SPINAL = frozenset({"cervical", "thoracic", "lumbar", "sacral", "pelvic"})
CMT_EXTRASPINAL = frozenset({"head", "lower_extremity", "upper_extremity", "rib_cage", "abdomen"})

M99_DIGIT: dict[Region, str] = {region: str(digit) for digit, region in enumerate(REGIONS)}
"""The fifth character of M99.0- to M99.8- for each region."""

Site = Literal[
    "occipito_atlanto_axial",
    "cervical",
    "high_cervical",
    "mid_cervical",
    "c4_c5",
    "c5_c6",
    "c6_c7",
    "cervicothoracic",
    "thoracic",
    "thoracolumbar",
    "lumbar",
    "lumbosacral",
    "sacral",
    "multiple",
    "unspecified",
]
"""The sites of M40 to M54. `sacral` includes sacrococcygeal; the levels are those of M50 alone."""


LIMBS: frozenset[Region] = frozenset({"lower_extremity", "upper_extremity"})
"""The regions that any physical examination touches."""

MANUAL: frozenset[Discipline] = frozenset({"osteopathic", "chiropractic", "physical_therapy"})
"""The disciplines that examine limbs for dysfunction of their joints."""


class Structure(NamedTuple):
    """A part of the body, and its region in each system."""

    name: str
    """Its name, such as `sacroiliac_joint`."""
    region: Region | None
    """Its M99 region; None where the word alone fixes none."""
    cmt: str | None
    """Its CMT region."""
    omt: str | None
    """Its OMT region."""


class _Places(NamedTuple):
    """Where a region counts in the procedure systems when no structure is known."""

    cmt: str
    omt: str
    words: str


def structures() -> tuple[Structure, ...]:
    """Return every structure of the table."""
    return tuple(_structures().values())


def structure(name: str) -> Structure:
    """Return a structure by name.

    Raises:
        TerminologyError: the table has no such structure.
    """
    if name not in _structures():
        raise TerminologyError(f"Unknown structure {name!r}: its names stand in structures.csv.")
    return _structures()[name]


def m99_digit(region: Region) -> str:
    """Return the fifth character of M99.0- to M99.8- for a region."""
    return M99_DIGIT[region]


def m99_region(code: str) -> Region | None:
    """Return the region of an M99 code such as `M99.03`; None for a header, M99.9 or another code."""
    known = (
        len(code) == len("M99.03") and code.startswith("M99.") and code[4] in "012345678" and code[5] in "0123456789"
    )
    return REGIONS[int(code[5])] if known else None


def region_words(region: Region) -> str:
    """Return the name of a region in a sentence, such as `sacral region`."""
    return _procedure_regions()[region].words


def cmt_regions(places: Iterable[Region | Structure]) -> frozenset[str]:
    """Return the CMT regions of structures, or the likeliest ones where only M99 regions are known.

    The head counts as cervical there (atlanto-occipital), the rib cage as
    thoracic (costovertebral); see `possible_cmt_regions`.
    """
    return frozenset(region for region in map(_cmt, places) if region)


def possible_cmt_regions(places: Iterable[Region | Structure]) -> frozenset[str]:
    """Return every CMT region in which these places may count.

    An M99 region can hold structures of two CMT regions: sacral the sacrum, and
    the sacroiliac joint, which is pelvic.
    """
    return cmt_regions(meant for place in places for meant in _structures_of(place))


def omt_regions(places: Iterable[Region | Structure]) -> frozenset[str]:
    """Return the OMT regions of structures or of M99 regions."""
    return frozenset(region for region in map(_omt, places) if region)


def site_digit(site: Region | Site, family: str) -> str | None:
    """Return what a code of M40 to M54 takes for a site of the spine.

    Args:
        site: A site; a region of the spine stands for the site of that name.
        family: The code before the digit (`M48.0`, `M51.1`, `M53.2X`), or `M40-M54`, `M50` or `M51` for the
            scheme of all its families, gaps left out of account.

    Returns:
        The digit (two for the levels of M50), or None where the family has no code for the site. What
        comes after it is not this table's matter: `M48.0` and `6` make a header.
    """
    digits = _site_digits().get(family, {})
    return digits.get("occipito_atlanto_axial" if site == "head" else site) or None


def _structures_of(place: Region | Structure) -> list[Structure]:
    return [place] if isinstance(place, Structure) else [each for each in structures() if each.region == place]


def _cmt(place: Region | Structure) -> str | None:
    return place.cmt if isinstance(place, Structure) else _procedure_regions()[place].cmt


def _omt(place: Region | Structure) -> str | None:
    return place.omt if isinstance(place, Structure) else _procedure_regions()[place].omt


@cache
def _structures() -> dict[str, Structure]:
    regions: dict[str, Region] = {region: region for region in REGIONS}
    return {
        row["structure"]: Structure(
            row["structure"], regions[row["region"]] if row["region"] else None, row["cmt"] or None, row["omt"] or None
        )
        for row in records("structures.csv")
    }


@cache
def _procedure_regions() -> dict[str, _Places]:
    return {row["region"]: _Places(row["cmt"], row["omt"], row["words"]) for row in records("regions.csv")}


@cache
def _site_digits() -> dict[str, dict[str, str]]:
    return {row["family"]: row for row in records("site_digits.csv")}
