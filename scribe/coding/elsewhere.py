"""Lesions and stenoses: which take an M99 code, and which are classified elsewhere."""

from collections.abc import Iterable
from typing import NamedTuple

from scribe.coding.candidates import Candidate, each_once, reportable
from scribe.coding.diagnoses import coded
from scribe.coding.facts import Fact, Facts, plain, says
from scribe.coding.levels import apart, levels_of, places
from scribe.coding.matrix import STENOSES, lesion_name, m99_codes
from scribe.coding.statements import stated_stenosis
from scribe.coding.tables import Cause, causes, competitors
from scribe.schema import Diagnosis, Encounter, Finding, Lesion
from scribe.terminology import CodeSet

_FAR_LATERAL = r"extra-?foraminal|far[- ]lateral"
_FORAMINAL = r"(?:neuro-?\s?)?foram\w+"


class Classified(NamedTuple):
    """What became of the lesions."""

    lesions: tuple[Candidate, ...]
    """M99 codes."""
    stenoses: tuple[Candidate, ...]
    """Codes outside M99 that a stenosis itself takes."""
    replaced: tuple[Candidate, ...]
    """M99 codes that give way, each with what excludes it."""


def classify(facts: Facts, encounter: Encounter, codes: CodeSet) -> Classified:
    """Give every lesion its codes, in M99 or elsewhere."""
    lesions: list[Candidate] = []
    stenoses: list[Candidate] = []
    replaced: list[Candidate] = []
    for fact in facts.lesions:
        cause = _own_cause(fact)
        if _is_plain_stenosis(fact):
            if not any(_same_narrowing(fact, other) for other in facts.lesions):
                stenoses += coded(stated_stenosis(fact), facts, encounter, codes)
            continue
        if cause is not None:
            stenoses += _cause_codes(fact, cause, codes)
        for candidate in m99_codes(fact):
            exclusion = _exclusion(candidate, fact, cause, facts)
            if exclusion is None:
                lesions.append(candidate)
            else:
                replaced.append(exclusion)
    return Classified(each_once(lesions), each_once(stenoses), each_once(replaced))


def explaining(fact: Fact[Finding], candidate: Candidate, facts: Facts) -> Fact[Diagnosis] | None:
    """Return the diagnosis that explains at its site what a finding says in favour of an M99 code, if any does."""
    levels = levels_of(fact.words, fact.finding.segments if isinstance(fact.finding, Lesion) else ())
    for other in facts.diagnoses:
        same_site = other.finding.region in {candidate.region, None} and not apart(levels, levels_of(other.words))
        if same_site and other is not fact and _competes(other.finding, candidate):
            return other
    return None


def _exclusion(candidate: Candidate, fact: Fact[Lesion], cause: Cause | None, facts: Facts) -> Candidate | None:
    """Return the candidate with what excludes it, or None where nothing does."""
    if cause is not None:
        return candidate.but("CD07", f"Its words name {cause.cause}, which has a code of its own outside M99.")
    if candidate.about == "foraminal_stenosis" and _is_far_lateral(fact.words):
        return candidate.but("CD32", "The narrowing lies outside the foramen, where no M99 category fits.")
    if candidate.about == "subluxation_complex" and any(_one_concept(fact, other) for other in facts.lesions):
        return candidate.but("CD31", "The same words state segmental dysfunction, which is coded once, in M99.0.")
    other = explaining(fact, candidate, facts)
    if other is None:
        return None
    rule = "CD15" if other.finding.condition == "traumatic_subluxation" else "CD07"
    diagnosis = plain(other.finding.condition)
    name = lesion_name(fact.finding.kind, fact.finding.region, candidate.mechanisms)
    named = candidate._replace(facts=(*candidate.facts, other))
    return named.but(rule, f"The diagnosis of {diagnosis} explains the {name} and takes its place.")


def _competes(diagnosis: Diagnosis, candidate: Candidate) -> bool:
    mechanisms = {
        row.mechanism for row in competitors() if row.condition == diagnosis.condition and row.kind == candidate.about
    }
    return "any" in mechanisms or bool(mechanisms & set(candidate.mechanisms or (None,)))


def _own_cause(fact: Fact[Lesion]) -> Cause | None:
    return next(
        (cause for cause in causes() if fact.finding.kind in cause.kinds and says(fact.words, cause.words)), None
    )


def _cause_codes(fact: Fact[Lesion], cause: Cause, codes: CodeSet) -> Iterable[Candidate]:
    for place in places(fact.finding.region, levels_of(fact.words, fact.finding.segments)):
        code = cause.code.format(site=place.digit)
        if reportable(code, codes):
            reason = f"The narrowing or lesion is put down to {cause.cause}."
            yield Candidate(code, "definitive", None, place.region, ("CD01", "CD07"), (fact,), reason)


def _is_plain_stenosis(fact: Fact[Lesion]) -> bool:
    return fact.finding.kind in STENOSES and not fact.finding.mechanisms and _own_cause(fact) is None


def _same_narrowing(fact: Fact[Lesion], other: Fact[Lesion]) -> bool:
    """Whether another finding states the same narrowing with its mechanism."""
    one, two = fact.finding, other.finding
    if (one.kind, one.region) != (two.kind, two.region) or not two.mechanisms:
        return False
    return not apart(levels_of(fact.words, one.segments), levels_of(other.words, two.segments))


def _one_concept(fact: Fact[Lesion], other: Fact[Lesion]) -> bool:
    """Whether another finding states the same joint, in the same words, as segmental dysfunction."""
    if other.finding.kind != "somatic_dysfunction" or other.finding.region != fact.finding.region:
        return False
    return any(
        one.span is not None and two.span is not None and one.span[0] < two.span[1] and two.span[0] < one.span[1]
        for one in fact.finding.evidence
        for two in other.finding.evidence
    )


def _is_far_lateral(words: str) -> bool:
    return says(words, _FAR_LATERAL) and not says(words, _FORAMINAL)
