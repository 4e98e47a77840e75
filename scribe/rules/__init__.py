"""The rules: what is wrong or lacking in a document, its findings and its codes."""

from scribe.rules.catalogue import RETIRED, RULES, check
from scribe.rules.chart import Chart, Claim, collect_claims
from scribe.rules.engine import Problem, Rule

__all__ = ["RETIRED", "RULES", "Chart", "Claim", "Problem", "Rule", "check", "collect_claims"]
