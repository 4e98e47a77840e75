"""The vertebrae that words name, and whether the examination and the diagnosis name the same."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.documents import section_at
from scribe.rules.chart import Chart, dysfunctions, once, sentences_of, tart
from scribe.schema import Lesion, Region, Tart

_LETTERS: dict[Region | None, str] = {"cervical": "C", "thoracic": "T", "lumbar": "L", "sacral": "S"}
"""How the vertebrae of a region begin."""


_CONCLUSIONS = ("assessment", "plan", "procedure", "codes")
"""Sections in which a diagnosis is stated or treated, not found."""


def vertebrae_in(text: str) -> frozenset[str]:
    """The vertebrae that a text names, such as `L4`; a range or a joint names both its ends and what lies between.

    Args:
        text: Words such as `L4-5`, `C7-T1`, `T4-T6 rotated left`.
    """
    found: set[str] = set()
    for first, above, last, below in _vertebrae().findall(text):
        found.add(f"{first}{above}")
        if below and last in ("", first):
            found.update(f"{first}{number}" for number in range(int(above), int(below) + 1))
        elif below:
            found.add(f"{last}{below}")
    return frozenset(found)


def found_at_other_levels(chart: Chart) -> Iterator[tuple[str, Lesion, list[Tart], list[str]]]:
    """The dysfunctions whose region was found abnormal at other vertebrae only.

    Args:
        chart: The encounter.

    Yields:
        Path, dysfunction, the findings that name vertebrae of its region, and those vertebrae.
    """
    for at, lesion in dysfunctions(chart):
        if lesion.region not in _LETTERS or not _stated(lesion):
            continue
        found = [item for _, item in tart(chart) if item.region == lesion.region and _examined(chart, item)]
        named = frozenset(vertebra for item in found for vertebra in _examined(chart, item))
        stated = {vertebra for _, other in dysfunctions(chart) for vertebra in other.segments}
        moves = any(item.component in ("restriction", "asymmetry") for item in found)
        if moves and named.isdisjoint(stated) and stated.isdisjoint(_named_before(chart)):
            yield at, lesion, found, sorted(named, key=lambda vertebra: int(vertebra[1:]))


def _stated(lesion: Lesion) -> bool:
    """Whether a dysfunction names a vertebra of its region."""
    return any(segment.startswith(_LETTERS[lesion.region]) for segment in lesion.segments)


def _examined(chart: Chart, found: Tart) -> frozenset[str]:
    """The vertebrae of its region that the sentences of an examination finding name."""
    letter = _LETTERS[found.region]
    return frozenset(vertebra for vertebra in vertebrae_in(sentences_of(chart, found)) if vertebra[0] == letter)


@once
def _named_before(chart: Chart) -> frozenset[str]:
    """The vertebrae that the text names outside its conclusions and what follows from them."""
    concluded = [evidence.span for _, lesion in dysfunctions(chart) for evidence in lesion.evidence if evidence.span]
    return frozenset(
        vertebra
        for start, end in chart.document.sentences
        if not any(first < end and start < last for first, last in concluded) and not _follows(chart, start)
        for vertebra in vertebrae_in(chart.document.text[start:end])
    )


def _follows(chart: Chart, start: int) -> bool:
    section = section_at(chart.document, start)
    return section is not None and section.name in _CONCLUSIONS


@cache
def _vertebrae() -> re.Pattern[str]:
    return re.compile(r"\b([CTLS])(\d{1,2})(?:\s?[-/\u2013]\s?([CTLS]?)(\d{1,2}))?\b")
