"""Specification of times that date what is told."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Before the operation your left calf was weak.", ["motor_deficit left historical"]),
        ("You had a foot drop on the left before your fusion.", ["motor_deficit left historical"]),
        ("The left foot was weak before surgery and it's still weak.", ["motor_deficit left"]),
    ],
)
def test_what_was_before_an_operation_is_past(read: Read, text: str, lines: list[str]) -> None:
    """What was there before an operation is of that time, unless it is said to stay."""
    assert read(f"Doctor: {text}", "neuro", "transcript") == lines


def test_a_list_of_old_records(read: Read) -> None:
    """Each entry below a label of the past is past, with a year or without, whatever ends the one before it."""
    listed = "Former records, sorted today: segmental dysfunction C3, 2014, no pain since; sacral dysfunction, over."
    assert read(listed, "lesions") == [
        "somatic_dysfunction cervical C3 historical",
        "somatic_dysfunction sacral historical",
    ]
