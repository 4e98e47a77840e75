"""Specification of the visits that a plan sets."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("plan", "lines"),
    [
        ("2x/wk x 4 wks, then re-examine.", ["manipulation planned"]),
        ("Return 1 x wk x 6.", ["manipulation planned"]),
        ("F/u weekly for a month.", ["manipulation planned"]),
        ("Three visits per week for two weeks; walk daily.", ["exercise planned", "manipulation planned"]),
        ("Gym 3x/wk.", []),
        ("Physical therapy twice a week.", ["physical_therapy planned"]),
        ("Labs weekly.", []),
    ],
)
def test_visits_of_somebody_treated_by_hand(read: Read, plan: str, lines: list[str]) -> None:
    """Who is treated by hand today is to come again as often as the plan says; other things are done often too."""
    assert read(f"Procedure: HVLA to L4.\nPlan: {plan}", "care") == ["manipulation today lumbar", *lines]


def test_visits_of_others(read: Read) -> None:
    """Where nobody treats by hand, visits are no manipulation."""
    assert read("Plan: Return weekly for a month.", "care") == []
