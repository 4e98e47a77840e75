"""The report for programs."""

from scribe.schema import Report


def to_json(report: Report) -> str:
    """Write a report as indented JSON, with one line break at its end."""
    return report.model_dump_json(indent=2) + "\n"
