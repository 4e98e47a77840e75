"""What is said of a run: a table for the terminal, Markdown for a pull request, and a page."""

from scribe.evaluation.report.terminal import code_misses, failures, finding_misses, issue_misses, misses, table

__all__ = ["code_misses", "failures", "finding_misses", "issue_misses", "misses", "table"]
