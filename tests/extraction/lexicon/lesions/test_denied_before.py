"""Specification of denials of a lesion right behind its joint."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Sacrum, no dysfunction there.", [f"{SD} sacral absent"]),
        ("The first ribs spring nicely, so no dysfunction in there.", [f"{SD} rib_cage rib 1 absent"]),
        ("Your hips turn evenly, and no real dysfunction there today.", [f"{SD} pelvic absent"]),
        ("T5-9 and L1-3 no dysfunction.", [f"{SD} lumbar L1 L2 L3 absent", f"{SD} thoracic T5 T6 T7 T8 T9 absent"]),
        ("C3 FRS left, the ribs are fine, no dysfunction at all.", [f"{SD} cervical C3 left", f"{SD} rib_cage absent"]),
    ],
)
def test_joints_before_a_denial(read: Read, said: str, lines: list[str]) -> None:
    """What is denied right behind a joint, or behind what is said of it, is absent there."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "said",
    [
        "The neck and the sacrum are sore, no dysfunction.",
        "Your sacrum aches, no dysfunction of the bladder I hope.",
        "Your sacrum aches, no history of dysfunction.",
    ],
)
def test_denials_of_something_else(read: Read, said: str) -> None:
    """A denial that says more, or behind joints of two regions, is of none of them."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == []
