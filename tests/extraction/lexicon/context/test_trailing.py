"""Specification of sides that stand behind what they belong to."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Lateral epicondyle: swollen, tender, warm left.", {"left"}),
        ("The cuboid is tender, boggy and stuck on the right.", {"right"}),
        ("Rib 7 angle ropy, very tender, fixated L.", {"left"}),
        ("T9 boggy, tender and restricted on the left.", {"left"}),
        ("SI joint tender, puffy bilaterally.", {"bilateral"}),
    ],
)
def test_the_side_at_the_end_of_a_list_is_that_of_all(read: Read, text: str, sides: set[str]) -> None:
    """Findings that share a place share the side behind the last of them."""
    found = read(f"EXAM\n{text}", "tart")
    assert len(found) > 1
    assert {line.split()[-1] for line in found} == sides


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("T6 ropy, tender, restricted right.", ["tissue_texture thoracic", "tenderness thoracic"]),
        ("C3 tender, no spasm on the left.", ["tenderness cervical"]),
        ("L2 tender, SLR positive right.", ["tenderness lumbar"]),
    ],
)
def test_the_side_of_something_else_is_not_shared(read: Read, text: str, lines: list[str]) -> None:
    """The way a vertebra will not go, and the side of a denial or of a test, are not those of the list."""
    assert set(lines) <= set(read(f"EXAM\n{text}", "tart"))
