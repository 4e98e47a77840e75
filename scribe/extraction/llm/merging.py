"""Findings of several segments → one extraction, without loss or double."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scribe.extraction.likeness import OURS
from scribe.schema import Evidence, Extraction, Finding, Lesion

Listed = tuple[str, Finding]
"""A finding with the name of its list."""
_MAY_LACK = frozenset({"laterality", "mechanisms", "segments"})


def merge(findings: Iterable[Listed]) -> Extraction:
    """Collect findings into an extraction.

    What is found twice is one finding with all quotes. A lesion that says less than another of its kind, region and
    assertion (no side, no levels, no mechanism) is the same lesion.

    Args:
        findings: Findings with the name of their list, in the order of the document.
    """
    lists: dict[str, list[Finding]] = {}
    for name, finding in findings:
        _add(lists.setdefault(name, []), finding)
    return collect((name, finding) for name, found in lists.items() for finding in found)


def collect(findings: Iterable[Listed]) -> Extraction:
    """Put findings into their lists as they come.

    Args:
        findings: Findings with the name of their list.
    """
    lists: dict[str, list[Any]] = {}
    for name, finding in findings:
        lists.setdefault(name, []).append(finding)
    return Extraction(**{name: tuple(found) for name, found in lists.items()})


def unlisted(findings: Iterable[Listed], listed: Sequence[Listed]) -> Iterator[Listed]:
    """Yield the findings that say something that none of those listed says.

    Args:
        findings: Findings with the name of their list.
        listed: Those that are there.
    """
    for name, finding in findings:
        if not any(name == other and _fuller(one, finding) is one for other, one in listed):
            yield name, finding


def _add(found: list[Finding], finding: Finding) -> None:
    for index, other in enumerate(found):
        if fuller := _fuller(other, finding):
            found[index] = fuller.model_copy(update={"evidence": (*_distinct(other.evidence, finding.evidence),)})
            return
    found.append(finding)


def _fuller(one: Finding, other: Finding) -> Finding | None:
    """Return which of two findings says what both say, or None where they are different findings.

    One whose quotes are not all in the document is none that they bear out.
    """
    mine, yours = vars(one), vars(other)
    may_lack = _MAY_LACK if isinstance(one, Lesion) else frozenset()
    different = []
    for name in mine.keys() - OURS:
        if mine[name] != yours[name]:
            if name not in may_lack:
                return None
            different.append(name)
    if _is_located(one) != _is_located(other):
        return None
    if not any(yours[name] for name in different):
        return one
    return None if any(mine[name] for name in different) else other


def _is_located(finding: Finding) -> bool:
    return all(quote.span for quote in finding.evidence)


def _distinct(*quoted: Iterable[Evidence]) -> Iterator[Evidence]:
    seen: set[tuple[str, int | None]] = set()
    for evidence in (quote for quotes in quoted for quote in quotes):
        if (evidence.quote, evidence.line) not in seen:
            seen.add((evidence.quote, evidence.line))
            yield evidence
