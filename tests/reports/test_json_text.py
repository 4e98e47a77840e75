"""The JSON report is the record itself."""

import json

from scribe.reports import to_json
from scribe.schema import Document, Report


def test_a_report_survives_the_round_trip(report: Report) -> None:
    """What is written validates to the same record, and ends in one line break."""
    written = to_json(report)
    assert Report.model_validate_json(written) == report
    assert written.endswith("\n}\n")


def test_a_lone_surrogate_survives_as_an_escape(report: Report) -> None:
    """UTF-8 has no lone surrogate; JSON does."""
    broken = report.model_copy(update={"document": Document(text="sacrum \ud800 left", kind="note")})
    written = to_json(broken)
    assert written.encode()
    assert json.loads(written)["document"]["text"] == "sacrum \ud800 left"
    assert json.loads(written)["encounter"]["date_of_service"] == "2026-03-11"
