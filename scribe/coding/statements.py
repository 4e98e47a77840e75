"""Conditions as they are stated, read for coding."""

from typing import NamedTuple

from scribe.coding.facts import Fact
from scribe.coding.levels import Levels, levels_of
from scribe.schema import Condition, Diagnosis, Laterality, Lesion, Region

DISCS: frozenset[Condition] = frozenset({"disc_herniation", "disc_degeneration"})
"""The disorders of a disc."""

_LIMBS: dict[Region, Region] = {"upper_extremity": "cervical", "lower_extremity": "lumbar"}


class Statement(NamedTuple):
    """A condition as it is stated, read for coding."""

    condition: Condition
    """The condition."""
    region: Region | None
    """Its region."""
    laterality: Laterality | None
    """Its side."""
    words: str
    """Its quotes in lower case."""
    levels: Levels
    """The levels it names."""
    fact: Fact[Diagnosis] | Fact[Lesion]
    """The finding that states it."""


def stated(fact: Fact[Diagnosis]) -> Statement:
    """Read a diagnosis for coding."""
    diagnosis, levels = fact.finding, levels_of(fact.words)
    region = _spinal_region(diagnosis, levels)
    return Statement(diagnosis.condition, region, diagnosis.laterality, fact.words, levels, fact)


def stated_stenosis(fact: Fact[Lesion]) -> Statement:
    """Read a stenosis without mechanism as the diagnosis that it is, spinal stenosis."""
    lesion, levels = fact.finding, levels_of(fact.words, fact.finding.segments)
    return Statement("spinal_stenosis", lesion.region, lesion.laterality, fact.words, levels, fact)


def _spinal_region(diagnosis: Diagnosis, levels: Levels) -> Region | None:
    """Return the region of the spine that a diagnosis is about where its own is a limb or a sacral disc."""
    if diagnosis.condition == "radiculopathy" and diagnosis.region in _LIMBS:
        return _LIMBS[diagnosis.region]
    lumbosacral = any(joint.name == "L5-S1" for joint in levels.joints)
    if diagnosis.condition in DISCS and diagnosis.region == "sacral" and lumbosacral:
        return "lumbar"
    return diagnosis.region
