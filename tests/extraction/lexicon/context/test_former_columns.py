"""Specification of tables that have a column of another visit beside that of today."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("former", "now"), [("Last visit", "Today"), ("Initial exam", "Now"), ("Previous", "Current"), ("Before", "Today")]
)
def test_only_today_counts(read: Read, former: str, now: str) -> None:
    """What stands in the column of another visit is of that visit."""
    table = f"| Area | {former} | {now} |\n|---|---|---|\n| Neck | SD C2 | free |\n| Ribs | free | SD rib 6 |"
    lines = read(table, "lesions")
    assert [line for line in lines if not line.endswith(("historical", "absent"))] == [
        "somatic_dysfunction rib_cage rib 6"
    ]
