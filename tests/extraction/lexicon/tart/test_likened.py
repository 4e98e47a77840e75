"""Specification of muscles that are likened to a thing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("The muscle beside L4 on the left is like a tent peg.", ["tissue_texture lumbar left"]),
        ("Your right trap is like a turkey leg.", ["tissue_texture cervical right"]),
        ("The suboccipitals feel like an old shoe on the right.", ["tissue_texture head right"]),
        ("Both scalenes are like two violin strings.", ["tissue_texture cervical bilateral"]),
        ("The left piriformis feels like a golf ball.", ["tissue_texture pelvic left"]),
        ("The rhomboids are just like a cloud on both sides.", ["tissue_texture thoracic bilateral absent"]),
        ("L4 is stiff. The muscle on the right is like a tent peg. Other side's soft.", [
            "restriction lumbar", "tissue_texture lumbar right", "tissue_texture lumbar left absent",
        ]),
        ("That's all cable on the left of L3. And the right side, butter.", [
            "tissue_texture lumbar left", "tissue_texture lumbar right absent",
        ]),
        ("The neck muscles work like a charm.", []),
        ("In the neck a muscle is like a rubber band, it shortens.", []),
        ("The right trap looks like a good one.", []),
        ("The muscle beside L4 is like a normal one.", []),
    ],
)  # fmt: skip
def test_likened(read: Read, told: str, lines: list[str]) -> None:
    """Hands liken what they feel to anything; what is soft, well or only explained is no finding."""
    assert read(f"DR: {told}\nPT: Okay.", "tart", "transcript") == lines
