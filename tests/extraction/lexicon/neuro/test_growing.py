"""Specification of weakness that grows."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Progressive weakness of the left hand.", ["Progressive weakness"]),
        ("The leg weakness has been getting worse.", ["leg weakness has been getting worse"]),
        ("Weakness of the left hand since May.", ["Weakness"]),
        ("No progressive weakness.", ["No progressive weakness"]),
    ],
)
def test_the_quote_tells_it(quotes: Callable[..., list[list[str]]], text: str, told: list[str]) -> None:
    """The words that say so belong into the quote, by which it alarms."""
    assert quotes(f"HPI: {text}", "neuro") == [told]


def test_an_assessment_may_alarm(read: Read) -> None:
    """What is only named in an assessment is read where it grows."""
    assert read("Assessment: L5 radiculopathy with worsening foot drop.", "neuro") == ["motor_deficit L5"]
