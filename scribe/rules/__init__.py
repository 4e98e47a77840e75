"""The rules: what is wrong or lacking in a document, its findings and its codes, and in a query."""

from typing import TYPE_CHECKING

from scribe.rules import catalogue
from scribe.rules.catalogue import CHART_RULES, RETIRED, check, check_query
from scribe.rules.chart import Chart, Claim, collect_claims
from scribe.rules.engine import Problem, Rule

if TYPE_CHECKING:
    from scribe.rules.catalogue import QUERY_RULES, RULES
    from scribe.rules.views.wording import Wording, read_queries, worded

__all__ = [
    "CHART_RULES",
    "QUERY_RULES",
    "RETIRED",
    "RULES",
    "Chart",
    "Claim",
    "Problem",
    "Rule",
    "Wording",
    "check",
    "check_query",
    "collect_claims",
    "read_queries",
    "worded",
]


def __getattr__(name: str) -> object:
    """Import what only queries need when somebody asks."""
    if name in ("QUERY_RULES", "RULES"):
        return getattr(catalogue, name)
    if name in ("Wording", "read_queries", "worded"):
        from scribe.rules.views import wording  # noqa: PLC0415  # a report judges no query, and starts without it

        return getattr(wording, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
