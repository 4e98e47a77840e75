"""Specification of bare names of lesions that speech points with."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("T9 won't budge. There's your dysfunction.", "somatic_dysfunction thoracic T9"),
        ("Left sacroiliac, no glide. And here you have the dysfunction.", "somatic_dysfunction sacral left"),
        ("The fifth rib on the left, that's where your dysfunction is.", "somatic_dysfunction rib_cage rib 5 left"),
        ("C4 is better but it's still a dysfunction.", "somatic_dysfunction cervical C4"),
    ],
)
def test_a_name_for_what_is_under_the_hand(read: Read, said: str, line: str) -> None:
    """A dysfunction that is pointed to is of the place that was named last."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "T9 is sore. There's a dysfunction of the thyroid.",
        "Suppose T9 won't spring. That's a dysfunction.",
        "T9, that's where people usually have the dysfunction.",
    ],
)
def test_a_name_for_something_else(read: Read, said: str) -> None:
    """What is only supposed, general or of an organ is no lesion of a joint."""
    assert read(f"DR: {said}", "lesions", "transcript") == []
