"""Records for programs."""

from collections.abc import Iterable
from textwrap import indent

from scribe.schema import Issue, Query, Report


def to_json(report: Report) -> str:
    """Write a report as indented JSON, with one line break at its end."""
    return report.model_dump_json(indent=2) + "\n"


def records_json(records: Iterable[Query | Issue]) -> str:
    """Write a list of records as indented JSON, with one line break at its end."""
    written = ",\n".join(indent(record.model_dump_json(indent=2), "  ") for record in records)
    return f"[\n{written}\n]\n" if written else "[]\n"
