"""What a region is treated for: a condition, a symptom or a complaint of it."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.rules.chart import Chart, diagnoses, neuro, once, tart, title_of
from scribe.rules.tables import complaint_areas, condition_regions
from scribe.rules.views.claims import spelled
from scribe.rules.views.matrix import facts_of, regions_of
from scribe.rules.views.mentions import denied, mentions, says, sentence_of
from scribe.rules.views.services import listed_diagnoses
from scribe.schema import REGIONS, Condition, Region

_OF_THE_BODY = ("G", "M", "R", "S")
"""The chapters of nerves, of the musculoskeletal system, of symptoms and of injuries."""


@once
def regions_with_condition(chart: Chart) -> frozenset[Region | None]:
    """The regions with a condition, symptom or complaint, documented or coded; what fixes none may be of any."""
    if any(neuro(chart)):
        return frozenset(REGIONS)
    tender = (finding.region for _, finding in tart(chart) if finding.component == "tenderness")
    return frozenset((*tender, *_diagnosed(chart), *_coded(chart), *_complained(chart)))


def _diagnosed(chart: Chart) -> Iterator[Region]:
    for _, diagnosis in (*diagnoses(chart), *diagnoses(chart, "possible")):
        felt = condition_regions().get(diagnosis.condition, ())
        yield from felt or (REGIONS if diagnosis.region is None else ())
        if diagnosis.region is not None:
            yield diagnosis.region


def _coded(chart: Chart) -> Iterator[Region]:
    for code in (spelled(claim.code) for claim in listed_diagnoses(chart)):
        if code.startswith(_OF_THE_BODY) and not code.startswith("M99"):
            facts = facts_of(code)
            yield from regions_of(title_of(chart, code)) or _felt(() if facts is None else facts.conditions)


def _felt(conditions: tuple[Condition, ...]) -> tuple[Region, ...]:
    return tuple(region for condition in conditions for region in condition_regions().get(condition, ())) or REGIONS


def _complained(chart: Chart) -> Iterator[Region]:
    """The regions of which a sentence of the text complains."""
    for area, regions in complaint_areas().items():
        for place in mentions(chart, area):
            sentence = chart.document.text[slice(*sentence_of(chart.document, place))]
            if (says(sentence, "complaint") or _score().search(sentence)) and not denied(chart.document, place):
                yield from regions
                break


@cache
def _score() -> re.Pattern[str]:
    return re.compile(r"\d\s?/\s?10\b")
