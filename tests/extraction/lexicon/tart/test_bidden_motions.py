"""Specification of motions that an examiner asks for."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("bidden", "region"),
    [
        ("Look up.", "cervical"),
        ("Turn your head left.", "cervical"),
        ("This is T8. Arms crossed, turn left.", "thoracic"),
        ("Bend forward.", "lumbar"),
        ("This is T8. Bend your chest forward.", "thoracic"),
        ("Look here at the picture.", None),
        ("Turn the page.", None),
    ],
)
def test_what_moves(read: Read, bidden: str, region: str | None) -> None:
    """The command tells which part of the spine moves, or what was spoken of before."""
    found = read(f"Doctor: {bidden} That's about half.", "tart", "transcript")
    assert [line.split()[1] for line in found] == ([region] if region else [])
