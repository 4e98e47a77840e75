"""Specification of words of touch that tell of none."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Wound clean, no redness or swelling.",
        "Incision dry, no erythema.",
        "Risk of spinal cord damage.",
        "The L4-5 flavum is thickened.",
        "Pain from one nerve at one level.",
        "A far lateral L4-5 disc herniation.",
        "The facet joints at L4 have grown thick.",
        "L4 sits a little forward on L5, a grade one spondylolisthesis.",
        "Pain at L4 when she is leaning back.",
    ],
)
def test_what_no_hand_finds(read: Read, text: str) -> None:
    """A wound, a cord, a ligament on a film and a level are no tissue that was felt."""
    assert read(f"Exam: {text}", "tart") == []


def test_what_a_hand_finds(read: Read) -> None:
    """The same words tell of muscles."""
    assert read("Exam: A ropy cord in the left levator.", "tart") == ["tissue_texture cervical left"]
    assert read("Exam: Thickened paraspinals at L3.", "tart") == ["tissue_texture lumbar"]
