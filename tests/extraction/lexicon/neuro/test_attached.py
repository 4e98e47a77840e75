"""Specification of the roots and sides of neurological findings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Derm L2-S1 intact", ["sensory_deficit L2 L3 L4 L5 S1 absent"]),
        ("Sensation intact C5-T1", ["sensory_deficit C5 C6 C7 C8 T1 absent"]),
        ("Myotomes: C5-C7 5/5", ["motor_deficit C5 C6 C7 absent"]),
        ("Motor 5/5 L2-S1", ["motor_deficit absent"]),
        ("Pinprick dull over the left thumb (C6)", ["sensory_deficit C6 left"]),
        ("Numb in the feet L>R", ["sensory_deficit bilateral"]),
    ],
)
def test_roots(read: Read, text: str, lines: list[str]) -> None:
    """Roots are as they are named; a span from one region to the next holds those between."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)
