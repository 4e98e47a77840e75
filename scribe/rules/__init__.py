"""The rules: what is wrong or lacking in a document, its findings and its codes, and in a query."""

from scribe.rules.catalogue import CHART_RULES, QUERY_RULES, RETIRED, RULES, check, check_query
from scribe.rules.chart import Chart, Claim, collect_claims
from scribe.rules.engine import Problem, Rule
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
