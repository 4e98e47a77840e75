"""Specification of speakers who quote themselves."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "Doctor: L4 is stuck.\nPatient: Between my shoulder blades?\nDoctor: Did I say L4? I meant T4.",
            ["restriction thoracic"],
        ),
        (
            "Doctor: L4 is stuck.\nPatient: You mean up here?\nDoctor: Oh, did I say L4? T4, I meant.",
            ["restriction thoracic"],
        ),
        (
            "Doctor: The left rib is stuck.\nPatient: That's my right.\nDoctor: I said left, didn't I? I meant right.",
            ["restriction rib_cage right"],
        ),
        (
            "Doctor: L4 is stuck.\nPatient: Did I say L4 hurt? I meant my hip.\nDoctor: Okay.",
            ["restriction lumbar"],
        ),
    ],
)
def test_speakers_quote_their_turn_before(read: Callable[..., list[str]], talk: str, lines: list[str]) -> None:
    """Who quotes himself corrects what he said before the other spoke."""
    assert read(talk, "tart", "transcript") == lines
