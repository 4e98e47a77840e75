"""Specification of sides that speech only points to."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import View


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The left hip is free. The other one isn't.", ["left", "right"]),
        ("The left hip is free. And on the opposite side?", ["left", "right"]),
        ("The left hip is free. How about this one?", ["left", "right"]),
        ("The left hip is free. The other one, fine. The other one again.", ["left", "right", "right"]),
        ("The left hip is higher than the other one.", ["left"]),
        ("It is down from the other side, the left hip.", ["left"]),
        ("The left hip is free. And this ligament is thick.", ["left"]),
        ("I move it left. The other one is free.", ["left"]),
        ("I get neither left or right. The other one is free.", ["left", "right"]),
        ("The other one is free.", []),
    ],
)
def test_the_other_of_two(view: Callable[..., View], text: str, sides: list[str]) -> None:
    """The other one is on the side opposite to the one named last, where it is not only compared with."""
    seen = view(f"Doctor: {text}", "transcript")
    assert [side.value for statement in seen.statements for side in seen.sides(statement)] == sides
