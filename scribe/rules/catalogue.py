"""All rules, and what they find in a chart."""

from operator import attrgetter

from scribe.rules import (
    codes,
    elsewhere,
    evidence,
    procedures,
    regions,
    safety,
    sequence,
    stenosis,
    support,
)
from scribe.rules.chart import Chart
from scribe.rules.engine import Rule
from scribe.schema import Issue, Severity

FAMILIES = (codes, elsewhere, evidence, procedures, regions, safety, support, sequence, stenosis)

RULES: tuple[Rule, ...] = tuple(
    sorted((it for family in FAMILIES for it in vars(family).values() if isinstance(it, Rule)), key=attrgetter("id"))
)
"""Every rule, by id."""

RETIRED: tuple[tuple[str, str], ...] = ()
"""Ids that were in use once, each with the reason why no longer; none is given again."""

_WEIGHT: dict[Severity, int] = {"error": 0, "warning": 1, "information": 2}


def check(chart: Chart) -> tuple[Issue, ...]:
    """Find what is wrong or lacking in a chart.

    Args:
        chart: One encounter: findings, claims and suggestions.

    Returns:
        The issues, worst first; red flags first among equals, then by rule and by place.
    """
    issues = [rule.sign(problem) for rule in RULES for problem in rule.check(chart)]
    return tuple(sorted(issues, key=lambda issue: (_WEIGHT[issue.severity], issue.topic != "red_flag")))
