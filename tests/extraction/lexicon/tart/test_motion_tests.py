"""Specification of tests of motion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Standing flexion test positive on the right", ["restriction pelvic right"]),
        ("Standing flexion test: + R", ["restriction pelvic right"]),
        ("Seated flexion test negative", ["restriction sacral absent"]),
        ("- Sacrum: seated flexion test positive on the right", ["restriction sacral right"]),
        ("Sacral base spring test negative", ["restriction sacral absent"]),
        ("Standing flexion test performed", []),
        ("FABER positive on the right", []),
    ],
)
def test_motion_tests(read: Read, text: str, lines: list[str]) -> None:
    """A motion test implies its region, and says something only with its result; a provocation test is none."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Lumbosacral spring: poor.", ["restriction sacral"]),
        ("Sacral spring good.", ["restriction sacral absent"]),
        ("Spring test dull at T8.", ["restriction thoracic"]),
        ("Intersegmental motion reduced at L2.", ["restriction lumbar"]),
        ("Seated FT positive R.", ["restriction sacral right"]),
        ("Motion palpation performed.", []),
    ],
)
def test_how_a_note_springs_a_joint(read: Read, line: str, lines: list[str]) -> None:
    """A word says how a spring test feels, at a level too; a test that names no place is read as a motion is."""
    assert read(f"Exam:\n{line}", "tart") == lines
