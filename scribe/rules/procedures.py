"""PX: manipulation codes against the regions treated today."""

from collections.abc import Iterator
from itertools import product

from scribe.rules.chart import Chart, Claim, manipulations
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import System, Tier, tiers
from scribe.schema import Care, Region
from scribe.terminology.regions import CMT_SPINAL, omt_regions, possible_cmt_regions

_ALL = 10
"""Regions in the largest of the systems."""


@rule("PX01", "error", topic="procedure_region_mismatch", cites=("omt-regions", "inference-omt-regions", "a56954"))
def osteopathic_tier_unlike_regions(chart: Chart) -> Iterator[Problem]:
    """Flag an osteopathic manipulation code whose number of regions was not treated.

    98925 to 98929 step by two body regions of ten. The note says which regions
    were treated; the code says how many.
    """
    yield from _unlike(chart, "omt", "body regions")


@rule("PX02", "error", topic="procedure_region_mismatch", cites=("cmt-regions", "mbpm-15-240-1-4"))
def chiropractic_tier_unlike_regions(chart: Chart) -> Iterator[Problem]:
    """Flag a chiropractic manipulation code whose number of spinal regions was not treated.

    98940 to 98942 count five spinal regions, which are not those of M99: the
    sacroiliac joint counts as pelvic, the occiput as cervical and the
    costovertebral joints as thoracic. Where the record admits several
    readings, any that fits the code is accepted.
    """
    yield from _unlike(chart, "cmt", "spinal regions")


@rule("PX03", "error", topic="procedure_region_mismatch", cites=("cmt-regions",))
def extraspinal_code_unlike_regions(chart: Chart) -> Iterator[Problem]:
    """Flag the extraspinal manipulation code where no extraspinal region was treated.

    98943 is for the head with the jaw, the limbs, the ribs away from the spine
    and the abdomen. What lies in the spine belongs to 98940 to 98942.
    """
    yield from _unlike(chart, "extraspinal", "extraspinal regions")


def _unlike(chart: Chart, system: System, unit: str) -> Iterator[Problem]:
    treated = [care for _, care in manipulations(chart)]
    counts = _counts(treated, system)
    for claim, tier in _claimed(chart, system):
        if not any(tier.least <= count <= tier.most for count in counts):
            message = (
                f"{claim.code} stands for {_span(tier)} {unit}; the document records {_treated(counts)} treated today."
            )
            quotes = tuple(quote for care in treated for quote in care.evidence)
            yield Problem(claim.at, message, (*claim.evidence, *quotes))


def _claimed(chart: Chart, system: System) -> Iterator[tuple[Claim, Tier]]:
    for claim in chart.claims:
        tier = tiers().get(claim.code)
        if tier is not None and tier.system == system:
            yield claim, tier


def _counts(treated: list[Care], system: System) -> range | list[int]:
    """Every number of regions of a system that the treatments may amount to.

    A region of M99 may stand for several structures, and those for several
    regions of the system. A treatment without a region leaves the number open.
    """
    regions = dict.fromkeys(region for care in treated for region in care.regions)
    readings = {len({*reading} - {None}) for reading in product(*(_places(region, system) for region in regions))}
    open_ended = any(not care.regions for care in treated)
    return range(min(readings), _ALL + 1) if open_ended else sorted(readings)


def _places(region: Region, system: System) -> list[str | None]:
    """The regions of a system that treating a region of M99 may mean; None where it does not count."""
    if system == "omt":
        return [*omt_regions([region])]
    spinal = system == "cmt"
    meant = possible_cmt_regions([region])
    return sorted({place if (place in CMT_SPINAL) == spinal else None for place in meant}, key=str)


def _span(tier: Tier) -> str:
    return str(tier.least) if tier.least == tier.most else f"{tier.least} to {tier.most}"


def _treated(counts: range | list[int]) -> str:
    if isinstance(counts, range):
        return f"at least {counts[0]}"
    return "none" if counts == [0] else " or ".join(map(str, counts))
