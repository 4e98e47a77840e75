"""Specification of results that stand below the name of their test."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Reflexes\n1+ on the left", ["reflex_deficit left"]),
        ("Reflexes:\n- 2+ and symmetric", ["reflex_deficit absent"]),
        ("Slump test\nR: positive\nL: negative", ["tension_sign right", "tension_sign left absent"]),
        ("SLR:\nRight - negative\nLeft - positive", ["tension_sign right absent", "tension_sign left"]),
        ("Sensation\n- C6 intact\n- C7 decreased right", ["sensory_deficit absent", "sensory_deficit C7 right"]),
        ("Strength\n5/5\nSensation\nIntact", ["motor_deficit absent", "sensory_deficit absent"]),
    ],
)
def test_results_below_their_test(read: Read, text: str, lines: list[str]) -> None:
    """A line that only names a test heads the results of the next lines, each with its side and root."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Reflexes\n\nNormal mood",
        "Reflexes\nCervical ROM normal",
        "Reflexes were not tested\nNormal",
        "SLR\n- right\n- left",
        "Gait normal",
    ],
)
def test_what_is_no_result_below_a_test(read: Read, text: str) -> None:
    """A gap, another examination and a sentence head nothing, and a bullet is no minus."""
    assert not any(line.startswith(("reflex", "tension")) for line in read(f"EXAM\n{text}", "neuro"))


def test_a_test_behind_another_heading(read: Read) -> None:
    """A line that names what it tells of ends the heading before it."""
    found = read("EXAM\nReflexes\nClonus negative\nNormal", "neuro")
    assert "reflex_deficit absent" not in found
