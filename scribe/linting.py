"""Queries to a clinician, judged by the rules: ours or anybody's."""

import json
import re

from scribe.errors import InputError
from scribe.rules import check_query, read_queries, worded
from scribe.schema import Evidence, Issue, Query


def lint(text: str) -> tuple[tuple[Issue, ...], ...]:
    """Find what is wrong with queries to a clinician, ours or anybody's.

    Args:
        text: One or several queries in plain text or Markdown; or as JSON a query record, a list of them, or a report.

    Returns:
        The issues of each query, worst first; those of a text quote it with line and span.

    Raises:
        InputError: The text asks nothing, or is JSON that holds no query.
    """
    written = text.strip("\ufeff \t\r\n")
    if written.startswith("{") or re.match(r"\[\s*[{\]]", written):
        records = _records(written)
        found = [check_query(worded(query, f"queries[{i}]")) for i, query in enumerate(records)]
        return tuple(tuple(map(_of_record, issues)) for issues in found)
    queries = read_queries(text)
    if not queries:
        raise InputError("There is no query to check: the text asks nothing. Give the whole message.")
    return tuple(map(check_query, queries))


def _records(text: str) -> tuple[Query, ...]:
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415  # costs 50 ms, and most queries are no JSON

    try:
        data = json.loads(text)
        given = data.get("queries", data) if isinstance(data, dict) else data
        records = TypeAdapter(tuple[Query, ...]).validate_python(given if isinstance(given, list) else [given])
    except (ValueError, ValidationError, RecursionError):
        raise InputError("The JSON holds no query record; see the records of scribe query --format json.") from None
    if not records:
        raise InputError("There is no query to check: the JSON holds none.")
    return records


def _of_record(issue: Issue) -> Issue:
    """An issue of a record, whose lines and offsets nobody has seen."""
    quotes = (Evidence(quote=evidence.quote) for evidence in issue.evidence)
    return issue.model_copy(update={"evidence": tuple(quotes)})
