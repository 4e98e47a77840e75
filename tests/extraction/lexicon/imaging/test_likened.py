"""Specification of the everyday things to which a canal or foramen is likened."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "Here's your MRI. Picture a corridor with the cord in it. At C6-7 the corridor is pinched.",
            ["mri canal_narrowing cervical"],
        ),
        (
            "Here's your MRI. It's a hose, and the nerves lie inside. At L2-3 the hose is wide open.",
            ["mri canal_narrowing lumbar absent"],
        ),
        (
            "Here's your MRI. The window on the right at L4-5, where the nerve gets out, is down to a slit.",
            ["mri foraminal_narrowing lumbar right"],
        ),
    ],
)
def test_pictures_stand_for_spaces(read: Read, talk: str, lines: list[str]) -> None:
    """What a talk has likened to the canal or to a foramen is told of as that."""
    assert read(f"Doctor: {talk}", "imaging", kind="transcript") == lines


def test_things_that_nobody_likens_are_none(read: Read) -> None:
    """A corridor in which somebody walks is no canal."""
    talk = "Doctor: Here's your MRI. It's fine.\nPatient: Good.\nDoctor: The corridor is narrow, mind the cart."
    assert [line for line in read(talk, "imaging", kind="transcript") if "canal" in line] == []
