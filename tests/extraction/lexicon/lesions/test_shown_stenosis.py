"""Specification of stenoses that are named after what was shown."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_SHOWN = "This is your MRI."


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "At C5-6 on the left there's a spur in the foramen. That's a foraminal stenosis.",
            ["foraminal_stenosis cervical osseous C5 C6 left"],
        ),
        (
            "On the right a spur at L4-5, and a disc. They narrow the foramen. That's your foraminal stenosis.",
            ["foraminal_stenosis lumbar osseous disc L4 L5 right"],
        ),
        (
            "At L3-4 the canal is tight from the ligament. So that is a canal stenosis.",
            ["canal_stenosis lumbar connective_tissue L3 L4"],
        ),
        (
            "At C5-6 there's a spur. The foramen there is not tight. That's no foraminal stenosis.",
            [],
        ),
    ],
)
def test_what_was_shown_is_named(read: Read, said: str, lines: list[str]) -> None:
    """Its cause, its joint and its side are those of the picture."""
    assert read(f"Doctor: {_SHOWN} {said}\nPatient: Oh.", "lesions", "transcript") == lines
