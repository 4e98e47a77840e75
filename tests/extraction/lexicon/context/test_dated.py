"""Specification of results of an earlier day: beside those of today they are no findings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Hip flexors 5/5 in April and 4/5 today.", ["motor_deficit"]),
        ("Hip flexors 5/5, were 4/5 at intake.", ["motor_deficit absent"]),
        ("Slump was positive last visit; negative today.", ["tension_sign absent"]),
        ("The knee jerk, absent in May, is now normal.", ["reflex_deficit absent"]),
        ("Hip flexors 4/5.", ["motor_deficit"]),
        ("Grip was 4/5 on the left and normal in the legs.", ["motor_deficit left"]),
    ],
)
def test_only_the_results_of_today_are_findings(read: Read, text: str, lines: list[str]) -> None:
    """A result that is dated back gives way to one that is not."""
    assert read(f"Exam: {text}", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dear colleague. On June 2 I found a tender right sulcus.", "tenderness sacral right historical"),
        ("Seen today. At the first visit I noted boggy paraspinals at L4.", "tissue_texture lumbar historical"),
        ("Exam. On examination today, March 3, L4 was tender.", "tenderness lumbar"),
        ("Visit of March 3, 2026. On March 3 L4 was tender.", "tenderness lumbar"),
    ],
)
def test_a_statement_that_opens_with_an_earlier_day(read: Read, text: str, line: str) -> None:
    """What was found on a day before this visit is historical; the day that heads a note is its own."""
    assert read(text, "tart") == [line]
