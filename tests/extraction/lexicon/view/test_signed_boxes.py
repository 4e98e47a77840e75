"""Specification of boxes that hold a minus or a plus."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "ROS: [-] arm numbness  [+] left leg tingling  [-] leg weakness",
            ["sensory_deficit left", "sensory_deficit absent", "motor_deficit absent"],
        ),
        ("ROS: saddle numbness [-]  weakness [+]", ["saddle_anesthesia absent", "motor_deficit"]),
        ("EXAM: [-] Slump [+] Hoffmann", ["tension_sign absent", "upper_motor_neuron"]),
        ("EXAM: SLR L - R + at 40", ["tension_sign left absent", "tension_sign right"]),
        ("EXAM: Slump: R +, L \u2013.", ["tension_sign right", "tension_sign left absent"]),
        ("ROS: weakness -, numbness -", ["motor_deficit absent", "sensory_deficit absent"]),
    ],
)
def test_boxes_with_signs(read: Read, text: str, lines: list[str]) -> None:
    """A label stands behind a box that opens its line, and else before it."""
    assert sorted(read(text, "neuro")) == sorted(lines)
