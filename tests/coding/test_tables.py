"""The tables agree with the code set, the citations and the vocabularies."""

import re
from datetime import date
from typing import get_args

import pytest

from scribe.coding import DECISIONS
from scribe.coding.tables import (
    causes,
    cells,
    competitors,
    conditions,
    integral,
    joints,
    mechanism_words,
    vague_words,
    vertebrae,
)
from scribe.schema import REGIONS, Condition, LesionKind, Mechanism
from scribe.terminology import code_set
from scribe.terminology.sources import citation

YEARS = [date(2026, 3, 2), date(2026, 11, 2)]


def _templates() -> set[str]:
    rows = [row for found in conditions().values() for row in found]
    sides = [codes for row in rows for codes in (row.code, row.right, row.left, row.bilateral)]
    return {template for codes in sides for template in codes.split()} | {cause.code for cause in causes()}


def _fills(template: str) -> list[str]:
    """Every code that a template can become."""
    injuries = {
        "subluxation": [joint.subluxation for joint in joints().values()],
        "compression": [vertebra.compression for vertebra in vertebrae().values()],
        "burst": [vertebra.burst for vertebra in vertebrae().values()],
        "fracture": [vertebra.fracture for vertebra in vertebrae().values()],
        "site": list("12345678"),
        "disc": ["0", "1", "21", "22", "23", "3"],
        "encounter": list("ADS"),
    }
    codes = [template]
    for blank in re.findall(r"\{(\w+)\}", template):
        codes = [code.replace(f"{{{blank}}}", fill) for code in codes for fill in injuries[blank] if fill]
    return codes


@pytest.mark.parametrize("day", YEARS)
def test_every_code_without_a_site_is_billable(day: date) -> None:
    """Codes, injury codes and discs exist with each of their fills, in both years."""
    codes = code_set(day)
    filled = {code for template in _templates() if "{site}" not in template for code in _fills(template)}
    found = {code: codes.find(code) for code in filled}
    assert {code for code, entry in found.items() if entry is None or not entry.billable} == set()


@pytest.mark.parametrize("day", YEARS)
def test_every_template_reaches_billable_codes(day: date) -> None:
    """A family has gaps among its sites, but no template is all gap."""
    codes = code_set(day)
    reached = {
        template: any((entry := codes.find(code)) is not None and entry.billable for code in _fills(template))
        for template in _templates()
    }
    assert {template for template, found in reached.items() if not found} == set()


def test_every_condition_is_coded_but_other() -> None:
    """Only a competing condition without a code of this scope has no row."""
    assert {condition for condition in get_args(Condition) if not conditions()[condition]} == {"other"}


def test_vocabularies() -> None:
    """Tables use the words of the schema."""
    assert {row.condition for row in competitors()} | set(integral()) <= set(get_args(Condition))
    assert {cell.kind for cell in cells()} == set(get_args(LesionKind))
    assert {kind for cause in causes() for kind in cause.kinds} <= set(get_args(LesionKind))
    assert {cell.mechanism for cell in cells()} - {None} == set(mechanism_words()) == set(get_args(Mechanism))
    assert {region for _, regions in vague_words() for region in regions} <= set(REGIONS)
    assert {region for regions in integral().values() for region in regions} <= set(REGIONS)


def test_regions_of_the_conditions() -> None:
    """A row holds for regions of the schema, or for none known."""
    regions = {region for rows in conditions().values() for row in rows for region in row.regions}
    assert regions - {*REGIONS, "none"} == set()


def test_sources_are_known() -> None:
    """Every source is a citation."""
    keys = {decision.source for decision in DECISIONS.values()}
    keys |= {row.source for row in competitors()} | {cause.source for cause in causes()}
    assert {citation(key).key for key in keys} == keys


def test_decisions() -> None:
    """Ids are two letters and two digits in order, names are unique, explanations are one sentence."""
    rules = list(DECISIONS.values())
    assert [rule.id for rule in rules] == [f"CD{number:02}" for number in range(1, len(rules) + 1)]
    assert len({rule.name for rule in rules}) == len(rules)
    assert [rule.id for rule in rules if not rule.explanation.endswith(".") or ". " in rule.explanation] == []


def test_patterns_compile() -> None:
    """Every pattern of words is a regular expression."""
    patterns = [row.words for rows in conditions().values() for row in rows]
    patterns += [cause.words for cause in causes()] + [words for words, _ in vague_words()]
    assert all(re.compile(pattern) for pattern in patterns)
