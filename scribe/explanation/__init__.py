"""What stands behind a code, a rule or a coding decision, joined from all tables and from the rules themselves."""

from scribe.explanation.terms import explain

__all__ = ["explain"]
