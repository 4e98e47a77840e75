"""A manipulation code in our own words: how many regions it stands for, and what counts as each of them."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.explanation.parts import Told, told
from scribe.reports.explanation import Point
from scribe.rules.tables import System, Tier, companions, modifiers, tiers
from scribe.rules.words import listed
from scribe.schema import REGIONS
from scribe.terminology.regions import CMT_EXTRASPINAL, CMT_SPINAL, region_words, structures


class _Counting(NamedTuple):
    """How the codes of a system count."""

    name: str
    """What is done, in our own words."""
    unit: str
    """What is counted."""
    regions: frozenset[str]
    """The regions there are."""
    cites: tuple[str, ...]
    """Keys of the sources."""


def title(code: str) -> str | None:
    """Say what a procedure code stands for, or None where the tables do not know it."""
    if tier := tiers().get(code):
        counting = _systems()[tier.system]
        span = str(tier.least) if tier.least == tier.most else f"{tier.least} to {tier.most}"
        return f"{counting.name}, {span} {counting.unit}"
    if companion := companions().get(code):
        return f"{'Another service' if companion.care else 'An evaluation'} on the day of a manipulation"
    return None


def details(code: str) -> Iterator[Told]:
    """Tell the regions that a manipulation code counts, or what sets another service apart from a manipulation."""
    if tier := tiers().get(code):
        yield from _regions(tier)
    if companion := companions().get(code):
        beside = Point("beside", listed((it for it, tier in tiers().items() if tier.system in companion.beside), "or"))
        apart = [Point(modifier, modifiers()[modifier]) for modifier in companion.modifiers]
        yield from told("scope", "What sets it apart", (beside, *apart))


def _regions(tier: Tier) -> Iterator[Told]:
    """Tell the regions of a code's system, and what counts as each although M99 has it elsewhere."""
    counting = _systems()[tier.system]
    points = [Point(place.replace("_", " "), _counted(place, tier.system)) for place in sorted(counting.regions)]
    yield from told("region", f"The {len(points)} {counting.unit}", points, cites=counting.cites)


def _counted(place: str, system: System) -> str:
    also: dict[str, list[str]] = {}
    for it in structures():
        counts_as = it.omt if system == "omt" else it.cmt
        if counts_as == place and it.region is not None and region_words(it.region) != _own(place):
            also.setdefault(region_words(it.region), []).append(it.name.replace("_", " "))
    others = "".join(f"; {listed(names)} ({region} in M99)" for region, names in also.items())
    return f"{_own(place)}{others}"


def _own(place: str) -> str:
    """The region of M99 with the name of a region of the system."""
    return next(region_words(region) for region in REGIONS if region.removesuffix("_other") == place)


@cache
def _systems() -> dict[System, _Counting]:
    omt = frozenset(it.omt for it in structures() if it.omt)
    return {
        "cmt": _Counting("Chiropractic manipulation of the spine", "spinal regions", CMT_SPINAL, ("cmt-regions",)),
        "extraspinal": _Counting(
            "Chiropractic manipulation away from the spine", "extraspinal regions", CMT_EXTRASPINAL, ("cmt-regions",)
        ),
        "omt": _Counting("Osteopathic manipulation", "body regions", omt, ("omt-regions", "inference-omt-regions")),
    }
