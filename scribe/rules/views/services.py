"""What was done today: the procedure codes, and the regions that the record says were treated."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from scribe.rules.chart import Chart, Claim, lesions, manipulations, once, sentences_of
from scribe.rules.tables import System, Tier, TreatedStructure, tiers, treated_structures
from scribe.rules.views.claims import diagnosis_claims
from scribe.schema import Evidence, Region
from scribe.terminology.regions import (
    CMT_EXTRASPINAL,
    CMT_SPINAL,
    cmt_regions,
    omt_regions,
    possible_cmt_regions,
    structure,
)

_COUNTED: dict[System, frozenset[str]] = {"cmt": CMT_SPINAL, "extraspinal": CMT_EXTRASPINAL}
"""The regions that the codes of chiropractic manipulation count; those of osteopathic manipulation count all."""


class Treated(NamedTuple):
    """The regions manipulated today."""

    regions: Mapping[Region, str]
    """Each region of M99, and the sentences about its treatments."""
    open_ended: bool
    """Whether none of the treatments has a region, or the words of one are not in the text: there may be more."""
    evidence: tuple[Evidence, ...]
    """The quotes of the treatments."""


@once
def treated(chart: Chart) -> Treated:
    """The regions that the record says were manipulated today."""
    words: dict[Region, str] = {}
    found = [care for _, care in manipulations(chart)]
    for care in found:
        for region in care.regions:
            words[region] = f"{words.get(region, '')} {sentences_of(chart, care)}"
    stated = sum(care.kind == "manipulation" and care.timing == "today" for care in chart.extraction.care)
    open_ended = stated > len(found) or (stated > 0 and not words)
    return Treated(words, open_ended, tuple(quote for care in found for quote in care.evidence))


def counts(regions: Mapping[Region, str], system: System) -> tuple[int, ...]:
    """Every number of regions of a system that treating these regions of M99 may amount to, smallest first."""
    readings = product(*(_readings(region, words, system) for region, words in regions.items()))
    counted = _COUNTED.get(system)
    merged = (frozenset[str]().union(*reading) for reading in readings)
    return tuple(sorted({len(places if counted is None else places & counted) for places in merged}))


def undiagnosed(chart: Chart) -> tuple[Region, ...]:
    """The treated regions for which no lesion is stated; none where a lesion has no region."""
    stated = {lesion.region for assertion in ("present", "possible") for _, lesion in lesions(chart, assertion)}
    return () if None in stated else tuple(region for region in treated(chart).regions if region not in stated)


def differences(regions: Mapping[Region, str], system: System) -> tuple[str, ...]:
    """What a system counts in another region than M99 does, in words: the structures named, or that may be meant."""
    if system == "omt":
        return ()
    return tuple(
        f"the {it.words} counts as {place.replace('_', ' ')}"
        for region, words in regions.items()
        for it in _meant(region, words)
        for place in cmt_regions([structure(it.structure)]) - {region}
    )


def manipulation_claims(chart: Chart, *systems: System) -> Iterator[tuple[Claim, Tier]]:
    """The claimed manipulation codes that count in one of these systems, with what they stand for."""
    for claim in chart.claims:
        tier = tiers().get(claim.code)
        if tier is not None and tier.system in systems:
            yield claim, tier


def system_of(claim: Claim) -> System | None:
    """The system in which a code counts regions, if it is one of manipulation."""
    tier = tiers().get(claim.code)
    return None if tier is None else tier.system


def claim_lists(chart: Chart) -> tuple[tuple[Claim, ...], ...]:
    """The claims, those written in the document apart from those given for audit."""
    given = tuple(claim for claim in chart.claims if not is_written(claim))
    return tuple(claim for claim in chart.claims if is_written(claim)), given


def with_modifiers(chart: Chart) -> tuple[tuple[Claim, ...], ...]:
    """The lists of claims whose modifiers are known: where a document writes none, the claim may still have them."""
    written, given = claim_lists(chart)
    return (written if any(claim.modifiers for claim in written) else ()), given


def listed_diagnoses(chart: Chart) -> tuple[Claim, ...]:
    """The diagnosis codes in claim order: those given for audit, or without any those written in the document."""
    claims = tuple(diagnosis_claims(chart))
    return tuple(claim for claim in claims if not is_written(claim)) or claims


def is_written(claim: Claim) -> bool:
    """Whether a code is written in the document, not given for audit."""
    return claim.at.startswith("extraction")


def _readings(region: Region, words: str, system: System) -> tuple[frozenset[str], ...]:
    """The regions of a system that treating a region of M99 may mean.

    A region of M99 may hold structures of two regions of the system. Where the words name one, that one counts;
    where they name both, either or both; where they name none, either.
    """
    if system == "omt":
        return (omt_regions([region]),)
    named = [structure(it.structure) for it in _named(region, words)]
    if named:
        return (cmt_regions(named), *(cmt_regions([it]) for it in named))
    return tuple(frozenset({place}) for place in sorted(possible_cmt_regions([region])))


def _meant(region: Region, words: str) -> tuple[TreatedStructure, ...]:
    """The structures of a region that words name, or all that they may mean."""
    return _named(region, words) or tuple(it for it in treated_structures() if it.region == region)


def _named(region: Region, words: str) -> tuple[TreatedStructure, ...]:
    return tuple(it for it in treated_structures() if it.region == region and _words_for(it).search(words))


@cache
def _words_for(treated_structure: TreatedStructure) -> re.Pattern[str]:
    return re.compile(treated_structure.pattern, re.IGNORECASE)
