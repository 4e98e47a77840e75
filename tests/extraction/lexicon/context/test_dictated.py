"""Specification of speech that turns to whoever writes."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: These are your x-rays of the lumbar spine. L4 has slid forward on L5.\nPatient: Oh.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Doctor: Ines, so, degenerative spondylolisthesis at L4-5.",
        "Doctor: Tom, put down lumbar spondylolisthesis, L4 on L5.",
        "Doctor: Okonkwo, for the chart, spondylolisthesis of L4 on L5, grade one.",
    ],
)
def test_what_is_dictated_is_concluded(read: Read, text: str) -> None:
    """What somebody is called by name to write down is a diagnosis, and no picture shows it again."""
    assert read(_OPENING + text, "diagnoses", "transcript") == ["spondylolisthesis lumbar"]
    assert read(_OPENING + text, "imaging", "transcript") == ["xray malalignment lumbar"]


@pytest.mark.parametrize("text", ["Doctor: Look, here, the slip at L4.", "Doctor: Right, so, a slip at L4."])
def test_what_is_shown_is_not(read: Read, text: str) -> None:
    """Who bids somebody look dictates nothing."""
    assert not read(_OPENING + text, "diagnoses", "transcript")
