"""Specification of what a talk about pictures only sums up."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The left facet at L4-5 is overgrown. So the facet is overgrown, that's all.",
         ["mri bony_overgrowth lumbar left"]),
        ("The left facet at L4-5 is overgrown. At L5-S1 the facet is overgrown.",
         ["mri bony_overgrowth lumbar left", "mri bony_overgrowth lumbar"]),
        ("The ligament at L4-5 is thick. On the films nothing has slid. And then the thick ligament behind.",
         ["mri ligament_hypertrophy lumbar", "xray malalignment lumbar absent"]),
    ],
)  # fmt: skip
def test_what_is_summed_up(read: Read, text: str, lines: list[str]) -> None:
    """What is told again without its side adds nothing, and no film shows a ligament."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == sorted(lines)
