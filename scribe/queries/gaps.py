"""What the record lacks, as the rules and the suggestions show it."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from scribe.queries.indicators import findings_of, holds, regions_of, tells_of_today
from scribe.schema import Diagnosis, Evidence, Extraction, Finding, Issue, Lesion, Region, Suggestion, Tart, Topic

_ASKED_ONCE = frozenset({"tart_insufficient", "imaging_missing", "neuro_missing", "prior_care_missing"})
"""What the whole visit answers: one question, not one for each finding."""
_BETWEEN_SEVERAL = frozenset({"conflicting_findings", "classified_elsewhere"})
"""What is about more findings than the one it points at."""
_BESIDE = 40
"""Two quotes no further apart than this stand in one statement, which says how they relate."""


class Gap(NamedTuple):
    """Something that the record lacks."""

    topic: Topic
    """What is lacking."""
    at: str
    """Path of the first finding it concerns."""
    subjects: tuple[Finding, ...]
    """The findings it concerns."""
    regions: frozenset[Region]
    """The regions it concerns; empty where the record fixes none."""
    quotes: tuple[Evidence, ...] = ()
    """What a contradiction lies between, beyond the findings' own quotes."""


def gaps_of(extraction: Extraction, suggestions: tuple[Suggestion, ...], issues: tuple[Issue, ...]) -> Iterator[Gap]:
    """Return the gaps in the order of the issues, then those that only a code to ask about shows; some come twice."""
    findings = findings_of(extraction)
    for issue in issues:
        # Outpatient records may leave a diagnosis open; only a code chosen for it makes that a gap.
        if issue.topic == "uncertain_diagnosis" and "codes[" not in issue.at:
            continue
        alike = [one for one in issues if one.topic == issue.topic] if issue.topic in _ASKED_ONCE else [issue]
        paths = list(dict.fromkeys(path for one in alike for path in _paths(one, suggestions, findings)))
        if paths and not _is_settled(gap := _gap(issue.topic, paths, findings), findings, issues):
            yield gap._replace(quotes=issue.evidence) if issue.topic == "conflicting_findings" else gap
    for suggestion in suggestions:
        paths = [path for path in suggestion.derivation if path in findings]
        lacking = [topic for path in paths if (topic := _lack(findings[path]))]
        if suggestion.status == "query" and lacking:
            yield _gap(lacking[0], paths, findings)


def _gap(topic: Topic, paths: list[str], findings: Mapping[str, Finding]) -> Gap:
    subjects = tuple(findings[path] for path in paths)
    regions = frozenset(region for finding in subjects for region in regions_of(finding))
    if topic == "region_not_diagnosed":
        regions -= {lesion.region for lesion in findings.values() if isinstance(lesion, Lesion) and holds(lesion)}
    if topic == "dysfunction_not_stated":
        # All findings of one region are one question, whichever of them a rule names.
        felt = (path for path, one in findings.items() if isinstance(one, Tart) and one.region in regions)
        return Gap(topic, next(felt, paths[0]), subjects, regions)
    return Gap(topic, paths[0], subjects, regions)


def _is_settled(gap: Gap, findings: Mapping[str, Finding], issues: tuple[Issue, ...]) -> bool:
    """Tell whether the record answers already, or no answer could change it."""
    match gap.topic:
        case "classified_elsewhere":
            return len(gap.subjects) < 2 or _in_one_statement(gap.subjects)  # noqa: PLR2004  # a relation takes two
        case "historical_only":
            # Past and nothing found today: there is nothing to ask. More found: that is asked about as it stands.
            asked = any(issue.topic == "dysfunction_not_stated" for issue in issues)
            return asked or not any(tells_of_today(past, one) for past in gap.subjects for one in findings.values())
    return False


def _in_one_statement(subjects: tuple[Finding, ...]) -> bool:
    spans = sorted(evidence.span for finding in subjects for evidence in finding.evidence if evidence.span)
    return any(later[0] - earlier[1] <= _BESIDE for earlier, later in pairwise(spans))


def _lack(finding: Finding) -> Topic | None:
    """Tell why a code that rests on this finding can only be asked about."""
    match finding:
        case Lesion(region=None):
            return "region_nonspecific"
        case Lesion(kind="canal_stenosis" | "foraminal_stenosis", mechanisms=()):
            return "mechanism_missing"
        case Diagnosis(condition="spinal_stenosis"):
            return "compartment_unclear"
        case Tart():
            return "dysfunction_not_stated"
    return None


def _paths(issue: Issue, suggestions: tuple[Suggestion, ...], findings: Mapping[str, Finding]) -> list[str]:
    """Return the findings that an issue is about: where it points, or else those with its quotes."""
    pointed = re.search(r"(\w+)\[(\d+)\]", issue.at)
    if pointed and pointed[1] == "suggestions":
        derivations = [suggestion.derivation for suggestion in suggestions[int(pointed[2]) :][:1]]
        return [path for derivation in derivations for path in derivation if path in findings]
    paths = [pointed[0]] if pointed and pointed[0] in findings else []
    if paths and issue.topic not in _BETWEEN_SEVERAL:
        return paths
    # An issue elsewhere is about the findings that it quotes.
    quoted = set(issue.evidence)
    paths += [path for path, finding in findings.items() if not quoted.isdisjoint(finding.evidence)]
    return list(dict.fromkeys(paths))
