"""The JSON report is the record itself."""

import json

from pydantic import TypeAdapter

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


def test_what_is_written_is_what_pydantic_would_write(report: Report) -> None:
    """Records write their JSON themselves: dates as ISO 8601, text as UTF-8, compact or indented."""
    record = report.model_copy(update={"document": Document(text="Größe: ≥ 3 mm\n\x00", kind="note")})
    pydantic = TypeAdapter(Report)
    assert record.model_dump_json().encode() == pydantic.dump_json(record)
    assert record.model_dump_json(indent=2).encode() == pydantic.dump_json(record, indent=2)
    assert json.loads(record.model_dump_json()) == record.model_dump(mode="json")
