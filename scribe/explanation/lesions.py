"""A code of M99: the statement it needs, its region in each system, and the codes one word away."""

from collections.abc import Iterable, Iterator

from scribe.coding.tables import Competitor, causes, competitors
from scribe.explanation.parts import Told, told
from scribe.explanation.sites import codes_for, digit_words
from scribe.reports.explanation import Point
from scribe.rules.chart import STENOSES
from scribe.rules.tables import Family, families
from scribe.rules.views.matrix import Cell
from scribe.rules.words import condition_words, lesion_words, listed, mechanism_words
from scribe.schema import REGIONS, Condition, Lesion, LesionKind, Region
from scribe.terminology import CodeSet
from scribe.terminology.regions import (
    Structure,
    cmt_regions,
    m99_digit,
    omt_regions,
    region_words,
    site_digit,
    structures,
)
from scribe.terminology.sources import citation

_SPACES: dict[LesionKind, str] = {"canal_stenosis": "the canal", "foraminal_stenosis": "the foramina"}
_JUNCTIONS = "inference-junctions"
_ALONG_THE_SPINE: tuple[Region, ...] = ("head", "cervical", "thoracic", "lumbar", "sacral", "pelvic")


def statement(place: Cell) -> Point:
    """Say what a document has to state for a code, in the words of its title's parts."""
    return Point("statement", f"{_lesion(place.family, place.region)}, as the clinician states it at this visit")


def region(place: Cell) -> Iterator[Told]:
    """Tell what the region of a code holds, and what the other systems of regions call it."""
    known = [it for it in structures() if it.region == place.region]
    points = [
        Point("holds", _names(place.region)),
        Point("digit", digit_words(place.region)),
        Point("CMT", _counted(cmt_regions([place.region]), {it: it.cmt for it in known})),
        Point("OMT", _counted(omt_regions([place.region]), {it: it.omt for it in known})),
    ]
    cites = ("icd-index-m99", _JUNCTIONS, "inference-structures", "cmt-regions", "omt-regions")
    yield from told("region", "Its region in each system", points, remark=region_words(place.region), cites=cites)


def near_misses(place: Cell, codes: CodeSet) -> Iterator[Told]:
    """Tell the codes that one word more or less would lead to, and how they differ."""
    yield from told("near", "Same region, another lesion", _other_lesions(place), cites=("tabular-m99",))
    yield from told("near", "Same lesion, another region", _other_regions(place), cites=(_JUNCTIONS,))
    competing = [*_competing(place)]
    points = _elsewhere(place, dict.fromkeys(it.condition for it in competing), codes)
    yield from told("near", "Classified elsewhere, not in M99", points, cites=[it.source for it in competing])


def _lesion(family: Family, place: Region) -> str:
    """A lesion with its mechanism and region, as a sentence begins."""
    words = lesion_words(Lesion(kind=family.kind, region=place, evidence=()))
    by = f" by {mechanism_words(family.mechanisms, 'or')}" if family.mechanisms else ""
    return f"{words[:1].upper()}{words[1:]}{by}"


def _other_lesions(place: Cell) -> Iterator[Point]:
    for family in families():
        if family != place.family:
            yield Point(family.code + m99_digit(place.region), _difference(family, place.family))


def _difference(other: Family, own: Family) -> str:
    """What another lesion says in place of this one: its kind, its space or its mechanism."""
    if not {other.kind, own.kind} <= {*STENOSES}:
        by = f" by {mechanism_words(other.mechanisms, 'or')}" if other.mechanisms else ""
        return f"{_kind(other)}{by}, not {_kind(own)}"
    said = [] if other.kind == own.kind else [f"{_SPACES[other.kind]}, not {_SPACES[own.kind]}"]
    if not {*other.mechanisms} & {*own.mechanisms}:
        said.append(f"{mechanism_words(other.mechanisms, 'or')}, not {mechanism_words(own.mechanisms, 'or')}")
    return "; ".join(said)


def _kind(family: Family) -> str:
    return lesion_words(Lesion(kind=family.kind, evidence=()))


def _other_regions(place: Cell) -> Iterator[Point]:
    """The codes of a lesion in the other regions; of those beside its own, the words that lead there."""
    yield Point("junctions", citation(_JUNCTIONS).locator)
    for other in REGIONS:
        if other != place.region:
            held = f": {_names(other)}" if _are_neighbours(other, place.region) else ""
            yield Point(place.family.code + m99_digit(other), f"{region_words(other)}{held}")


def _are_neighbours(one: Region, other: Region) -> bool:
    """Whether two regions meet: along the spine, or in a structure that procedure codes count in the other one."""
    if {one, other} <= {*_ALONG_THE_SPINE}:
        return abs(_ALONG_THE_SPINE.index(one) - _ALONG_THE_SPINE.index(other)) == 1
    shared = ({it.region, it.cmt, it.omt} for it in structures())
    return any({one, other} <= places for places in shared)


def _competing(place: Cell) -> Iterator[Competitor]:
    """The diagnoses that classify a lesion elsewhere."""
    family = place.family
    return (it for it in competitors() if it.kind == family.kind and it.mechanism in ("any", None, *family.mechanisms))


def _elsewhere(place: Cell, competing: Iterable[Condition], codes: CodeSet) -> Iterator[Point]:
    """What takes the place of a lesion, and the codes it has in this region."""
    if place.family.kind in STENOSES:
        yield from _replacing("spinal_stenosis", place, codes, ", where no mechanism is stated")
    for condition in competing:
        yield from _replacing(condition, place, codes)
    for cause in causes():
        code = cause.code.format(site=site_digit(place.region, "M40-M54") or "")
        if place.family.kind in cause.kinds and codes.find(code):
            yield Point(cause.cause, f"{code}, where the words name it as the cause")


def _replacing(condition: Condition, place: Cell, codes: CodeSet, where: str = "") -> Iterator[Point]:
    found = codes_for(condition, place.region, codes)
    if found:
        yield Point(condition_words(condition), f"{listed(found, 'or')}{where}")


def _counted(likeliest: frozenset[str], counted: dict[Structure, str | None]) -> str:
    """What a region counts as in a system, and which of its structures count as another."""
    others: dict[str, list[str]] = {}
    for structure, counts_as in counted.items():
        if counts_as is not None and counts_as not in likeliest:
            others.setdefault(counts_as, []).append(_name(structure))
    exceptions = "".join(f"; {other} for {listed(names)}".replace("_", " ") for other, names in others.items())
    return " or ".join(sorted(likeliest)).replace("_", " ") + exceptions


def _names(region: Region) -> str:
    return listed(_name(it) for it in structures() if it.region == region)


def _name(structure: Structure) -> str:
    return structure.name.replace("_", " ")
