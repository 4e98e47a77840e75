"""All rules, and what they find in a chart or in a query."""

from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from types import ModuleType
from typing import TYPE_CHECKING, Any

from scribe.rules.chart import Chart
from scribe.rules.engine import Rule
from scribe.rules.families import (
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
from scribe.schema import Issue, Severity

if TYPE_CHECKING:
    from scribe.rules.views.wording import Wording

    FAMILIES: tuple[ModuleType, ...]
    """Every family of rules."""
    QUERY_RULES: tuple[Rule[Wording], ...]
    """The rules that judge the wording of a query, by id."""
    RULES: tuple[Rule[Any], ...]
    """Every rule, by id."""

CHART_FAMILIES = (codes, elsewhere, evidence, procedures, regions, safety, support, sequence, stenosis)


def _rules_of(families: Iterable[ModuleType]) -> tuple[Rule[Any], ...]:
    rules = (it for family in families for it in vars(family).values() if isinstance(it, Rule))
    return tuple(sorted(rules, key=attrgetter("id")))


CHART_RULES: tuple[Rule[Chart], ...] = _rules_of(CHART_FAMILIES)
"""The rules that judge an encounter, by id."""

RETIRED: tuple[tuple[str, str], ...] = ()
"""Ids that were in use once, each with the reason why no longer; none is given again."""

_WEIGHT: dict[Severity, int] = {"error": 0, "warning": 1, "information": 2}


def check(chart: Chart) -> tuple[Issue, ...]:
    """Find what is wrong or lacking in a chart.

    Args:
        chart: One encounter: findings, claims and suggestions.

    Returns:
        The issues: red flags before all else, then worst first, then by rule and by place.
    """
    issues = [rule.sign(problem) for rule in CHART_RULES for problem in rule.check(chart)]
    return tuple(sorted(issues, key=lambda issue: (issue.topic != "red_flag", _WEIGHT[issue.severity])))


def check_query(query: "Wording") -> tuple[Issue, ...]:
    """Find what makes a query lead, or what it lacks.

    Args:
        query: A query as it is worded.

    Returns:
        The issues, worst first, then by rule and by place.
    """
    issues = [rule.sign(problem) for rule in _with_queries()["QUERY_RULES"] for problem in rule.check(query)]
    return tuple(sorted(issues, key=lambda issue: _WEIGHT[issue.severity]))


def __getattr__(name: str) -> Any:  # noqa: ANN401  # families and rules
    """Import the rules of queries when somebody asks: a report judges none, and starts without them."""
    if name in ("FAMILIES", "QUERY_RULES", "RULES"):
        return _with_queries()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _with_queries() -> dict[str, Any]:
    from scribe.rules.families import queries  # noqa: PLC0415  # as above

    families = (*CHART_FAMILIES, queries)
    return {"FAMILIES": families, "QUERY_RULES": _rules_of((queries,)), "RULES": _rules_of(families)}
