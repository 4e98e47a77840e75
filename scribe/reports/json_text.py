"""The report for programs."""

from scribe.schema import Report


def to_json(report: Report) -> str:
    """Write a report as indented JSON, with one line break at its end."""
    try:
        return report.model_dump_json(indent=2) + "\n"
    except ValueError:
        # Lone surrogates have no UTF-8; as escapes they survive.
        import json  # noqa: PLC0415  # hardly any document needs it

        return json.dumps(report.model_dump(mode="json"), indent=2) + "\n"
