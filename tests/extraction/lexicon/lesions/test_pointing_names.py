"""Specification of whether the words for a lesion name a joint that stands elsewhere."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T9 won't budge, now that's a proper dysfunction.", [f"{SD} thoracic T9"]),
        ("The left SI is stuck, and that's a real dysfunction.", [f"{SD} sacral left"]),
        ("The lower ribs are stiff, but I'm not calling those a dysfunction.", [f"{SD} rib_cage absent"]),
        ("The ribs ache, I wouldn't call them a dysfunction.", [f"{SD} rib_cage absent"]),
    ],
)
def test_names_with_a_qualifier(read: Read, said: str, lines: list[str]) -> None:
    """A name may be qualified, and may point to several joints."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "T9 is stiff, and some people call that a dysfunction.",
        "The sacrum is sore. A real dysfunction would feel different.",
    ],
)
def test_names_of_nothing(read: Read, said: str) -> None:
    """Who explains the word names no joint."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == []
