"""A code that findings point to, before it is decided what becomes of it."""

from collections.abc import Iterable
from typing import NamedTuple

from scribe.coding.facts import Fact
from scribe.coding.tables import Role
from scribe.schema import Agreement, Condition, Evidence, Finding, LesionKind, Mechanism, Region
from scribe.terminology import CodeSet


class Candidate(NamedTuple):
    """A code, what it rests on and why."""

    code: str
    """ICD-10-CM code."""
    role: Role
    """What it is on a claim."""
    about: Condition | LesionKind | None
    """The condition or kind of lesion it stands for, or None for neither."""
    region: Region | None
    """Region of the findings."""
    decisions: tuple[str, ...]
    """Ids of the coding rules."""
    facts: tuple[Fact[Finding], ...]
    """The findings."""
    reason: str
    """One sentence: why."""
    mechanisms: tuple[Mechanism, ...] = ()
    """What narrows the space, for an M99 stenosis."""

    @property
    def derivation(self) -> tuple[str, ...]:
        """Ids of the coding rules, then paths of the findings, each once."""
        return (*dict.fromkeys(self.decisions), *dict.fromkeys(fact.path for fact in self.facts))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Quotes of the findings, each once."""
        return tuple(dict.fromkeys(quote for fact in self.facts for quote in fact.finding.evidence))

    @property
    def agreement(self) -> Agreement | None:
        """Which of two readings found the findings."""
        found = {fact.finding.agreement for fact in self.facts}
        return "both" if len(found) > 1 else next(iter(found), None)

    def but(self, decision: str, reason: str) -> "Candidate":
        """Return the candidate with one more rule and another reason."""
        return self._replace(decisions=(*self.decisions, decision), reason=reason)


def each_once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Merge candidates of one code: the first keeps its place and reason and gains the findings of the rest."""
    merged: dict[str, Candidate] = {}
    for candidate in candidates:
        first = merged.get(candidate.code)
        merged[candidate.code] = candidate if first is None else _merge(first, candidate)
    return tuple(merged.values())


def reportable(code: str, codes: CodeSet) -> bool:
    """Whether a code exists in the code set and is billable."""
    found = codes.find(code)
    return found is not None and found.billable


def _merge(first: Candidate, second: Candidate) -> Candidate:
    facts = first.facts + tuple(fact for fact in second.facts if fact not in first.facts)
    decisions = first.decisions + tuple(rule for rule in second.decisions if rule not in first.decisions)
    return first._replace(facts=facts, decisions=decisions)
