"""Specification of notes that end with a diagnosis."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gait is antalgic. SLR positive right.\nLumbar radiculopathy, right.", ["radiculopathy lumbar right"]),
        ("Neck pain for three weeks. SLR negative.\nNeck pain since June.", []),
        ("Here for a checkup.\nNeck pain, mechanical.", []),
    ],
)
def test_last_lines(read: Read, text: str, lines: list[str]) -> None:
    """A line that only names a diagnosis after tests or a study concludes; a complaint does not."""
    assert sorted(read(text, "diagnoses")) == sorted(lines)
