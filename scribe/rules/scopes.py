"""Which rules are about a code."""

from typing import Any

from scribe.rules.catalogue import RULES
from scribe.rules.engine import Rule
from scribe.rules.tables import rule_scopes
from scribe.terminology import Code
from scribe.terminology.excludes import covers

EVERY = "every"
"""The scope of a rule that is about whatever code is chosen."""


_OF_NO_CODE = (EVERY, "headings", "unknown", "queries")
"""Scopes in words: whatever code, headings, codes that do not exist, and the wording of queries."""


def rules_about(code: Code) -> tuple[Rule[Any], ...]:
    """Return the rules that are about this code more than about any other."""
    return tuple(rule for rule in RULES if any(_is_about(scope, code) for scope in rule_scopes().get(rule.id, ())))


def general_rules() -> tuple[Rule[Any], ...]:
    """Return the rules that are about whatever code is chosen."""
    return tuple(rule for rule in RULES if EVERY in rule_scopes().get(rule.id, ()))


def _is_about(scope: str, code: Code) -> bool:
    if not code.billable:
        return scope == "headings"
    if scope == "unspecified":
        return "unspecified" in code.title.lower()
    return scope not in _OF_NO_CODE and covers(scope, code.code)
