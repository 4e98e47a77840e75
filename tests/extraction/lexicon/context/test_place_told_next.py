"""Specification of places that are told in the next words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: This one's stuck. That's T8.", ["restriction thoracic"]),
        ("DR: That's restricted.\nSTUDENT: Which level?\nDR: L3.", ["restriction lumbar"]),
        (
            "DR: It's boggy here.\nPT: Ow.\nDR: That's C4 on the left.",
            ["tissue_texture cervical left", "tenderness cervical left"],
        ),
        (
            "DR: C3 is fine. It's ropy here.\nPT: Ow.\nDR: That's your L4.",
            ["tissue_texture lumbar", "tenderness lumbar"],
        ),
        ("DR: This one's stuck.\nPT: Ow.\nDR: And this is T8.", []),
        ("DR: This one's stuck.\nPT: Ow.\nDR: T8 glides nicely.", ["restriction thoracic absent"]),
        ("DR: This one's stuck. Come look. This is L4-5.", []),
        ("DR: That's stuck, that drawer.\nPT: Which one?\nDR: The top one.", []),
    ],
)
def test_the_place_of_what_was_found(read: Read, turns: str, lines: list[str]) -> None:
    """What is found under the hands is at the place that is only named right behind it, and at no other one."""
    found = [line for line in read(turns, "tart", "transcript") if not line.startswith("restriction cervical")]
    assert [line for line in found if line != "restriction"] == lines
