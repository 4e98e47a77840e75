"""What a diagnosis is documented with, where its code depends on it."""

from typing import NamedTuple

from scribe.coding.facts import Fact, Facts, says
from scribe.coding.levels import Levels, Place, by_root, joint_region, levels_of
from scribe.coding.statements import Statement
from scribe.coding.tables import Joint, With
from scribe.schema import Condition, Diagnosis, Lesion, Region

_CARRIERS: tuple[Condition, ...] = ("disc_herniation", "spondylosis", "disc_degeneration")
_LOW: frozenset[Region | None] = frozenset({"lumbar", "sacral", "lower_extremity", None})
_HIGH: frozenset[Region | None] = frozenset({"cervical", "upper_extremity", None})
_WORDS: dict[With, str] = {
    "radiculopathy": r"radiculopath\w+|radiculitis",
    "myelopathy": r"myelopath\w+",
    "back pain": r"back pain|lumbago|discogenic pain|axial pain",
    "leg pain": r"leg pain|lower extremity pain|sciatica",
    "trauma": r"trauma\w*|falls?|fell|fallen|mv[ac]|accident|crash|collision|injur\w+",
}


class Joined(NamedTuple):
    """The radiculopathy and myelopathy that belong to one diagnosis."""

    radiculopathies: tuple[Fact[Diagnosis], ...]
    """Radiculopathies of its site."""
    myelopathies: tuple[Fact[Diagnosis], ...]
    """Myelopathies of its site."""
    reached: tuple[Joint, ...]
    """Joints whose disc reaches the roots that the radiculopathies name."""

    def levels_or(self, levels: Levels) -> Levels:
        """Return the joints that the roots point to, or the levels where they point to none."""
        return Levels(self.reached, ()) if self.reached else levels

    def facts_at(self, place: Place) -> tuple[Fact[Diagnosis], ...]:
        """Return the findings that belong to the diagnosis at one of its places."""
        return (*(self.radiculopathies if self.at(place) else ()), *self.myelopathies)

    def at(self, place: Place) -> bool:
        """Whether the radiculopathy may come from this place: no root is named, or one that its disc reaches."""
        return place.joint is None or not self.reached or place.joint in self.reached


def joined(fact: Fact[Diagnosis] | Fact[Lesion], condition: Condition, region: Region | None, facts: Facts) -> Joined:
    """Return the radiculopathy and myelopathy that belong to a diagnosis of disc or spondylosis.

    Of several such diagnoses in one region only the strongest takes them: herniation, then spondylosis,
    then degeneration.
    """
    if condition not in _CARRIERS or _stronger(fact, condition, region, facts):
        return Joined((), (), ())
    radiculopathies = tuple(
        other
        for other in facts.diagnoses
        if (other.finding.condition == "radiculopathy" and _same_site(region, other.finding.region))
        or (condition == "disc_herniation" and region == "lumbar" and _is_lumbar_sciatica(other.finding))
    )
    roots = [root for other in radiculopathies for root in levels_of(other.words).vertebrae]
    reached = tuple(joint for joint in by_root(roots) if region in (None, joint_region(joint)))
    own = set(levels_of(fact.words).joints)
    myelopathies = tuple(
        other
        for other in facts.diagnoses
        if other.finding.condition == "myelopathy" and other.finding.region in (region, None)
    )
    return Joined(radiculopathies, myelopathies, tuple(joint for joint in reached if not own or joint in own))


def documented_with(with_: With, statement: Statement, place: Place, facts: Facts, merged: Joined) -> bool:
    """Whether a condition is documented with something at one of its places."""
    if with_ == "back and leg pain":
        pains: tuple[With, ...] = ("back pain", "leg pain")
        return all(documented_with(pain, statement, place, facts, merged) for pain in pains)
    return not with_ or _by_its_words(with_, statement, facts) or _by_other_findings(with_, place, facts, merged)


def _by_its_words(with_: With, statement: Statement, facts: Facts) -> bool:
    if with_ == "claudication":
        return any(says(fact.words, with_) for fact in facts.diagnoses + facts.lesions)
    return with_ in _WORDS and says(statement.words, _WORDS[with_])


def _by_other_findings(with_: With, place: Place, facts: Facts, merged: Joined) -> bool:
    stated = {fact.finding.condition for fact in facts.diagnoses}
    canal = any(fact.finding.kind == "canal_stenosis" for fact in facts.lesions)
    found: dict[With, bool] = {
        "radiculopathy": bool(merged.radiculopathies) and merged.at(place),
        "myelopathy": bool(merged.myelopathies),
        "back pain": "low_back_pain" in stated,
        "leg pain": "sciatica" in stated,
        "stenosis": "spinal_stenosis" in stated or canal,
    }
    return found.get(with_, False)


def _stronger(fact: Fact[Diagnosis] | Fact[Lesion], condition: Condition, region: Region | None, facts: Facts) -> bool:
    before = _CARRIERS[: _CARRIERS.index(condition)]
    return any(
        other is not fact and other.finding.condition in before and other.finding.region == region
        for other in facts.diagnoses
    )


def _is_lumbar_sciatica(other: Diagnosis) -> bool:
    """Whether this is a sciatica; with a herniated lumbar disc it is an inclusion term of M51.1."""
    return other.condition == "sciatica" and other.region in _LOW


def _same_site(region: Region | None, other: Region | None) -> bool:
    if region == "cervical":
        return other in _HIGH
    if region in ("lumbar", "sacral"):
        return other in _LOW
    return other in (region, None)
