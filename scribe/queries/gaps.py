"""What the record lacks, as the rules and the suggestions show it."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scribe.queries.indicators import findings_of, holds, regions_of
from scribe.schema import Diagnosis, Extraction, Finding, Issue, Lesion, Region, Suggestion, Tart, Topic


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


def gaps_of(extraction: Extraction, suggestions: tuple[Suggestion, ...], issues: tuple[Issue, ...]) -> Iterator[Gap]:
    """Return the gaps in the order of the issues, then those that only a code to ask about shows; some come twice."""
    findings = findings_of(extraction)
    for issue in issues:
        # Outpatient records may leave a diagnosis open; only a code chosen for it makes that a gap.
        if issue.topic == "uncertain_diagnosis" and "codes[" not in issue.at:
            continue
        # One question about the examination, not one for each region.
        alike = [one for one in issues if one.topic == issue.topic] if issue.topic == "tart_insufficient" else [issue]
        paths = list(dict.fromkeys(path for one in alike for path in _paths(one, suggestions, findings)))
        if paths:
            yield _gap(issue.topic, paths, findings)
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
    if paths and issue.topic != "conflicting_findings":
        return paths
    # A contradiction is about more than the finding it points at; an issue elsewhere, about those it quotes.
    quoted = set(issue.evidence)
    paths += [path for path, finding in findings.items() if not quoted.isdisjoint(finding.evidence)]
    return list(dict.fromkeys(paths))
