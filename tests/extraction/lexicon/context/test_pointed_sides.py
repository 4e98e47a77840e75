"""Specification of words that point to a side."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def test_that_side_is_the_one_that_is_ill(read: Read) -> None:
    """The side that is called well last is not pointed to, however far the other one is."""
    talk = "I have your chart open, the girls printed it for me this morning and I went through all of it. " * 3
    found = f"DR: Your left biceps is four out of five. {talk}Right side was all normal. Okay?"
    turns = f"{found}\nPT: I'm weak on that side."
    assert "motor_deficit right" not in read(turns, "neuro", "transcript")


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: L4 is ropy on the right.\nPT: Yes.\nDR: And when I turn it left it's tight. The other side's soft.", [
            "tissue_texture lumbar right", "tissue_texture lumbar", "tissue_texture lumbar left absent",
        ]),
        ("DR: C3 on the right, sore?\nPT: Yes.\nDR: And on the left?\nPT: No, fine.\nDR: It's ropy on that side.", [
            "tenderness cervical right", "tenderness cervical left absent", "tissue_texture cervical right",
        ]),
    ],
)  # fmt: skip
def test_sides_that_nobody_points_back_to(read: Read, turns: str, lines: list[str]) -> None:
    """Neither the way a hand turns a joint nor a side that was asked of and is well is the side spoken of."""
    found = [line for line in read(turns, "tart", "transcript") if not line.startswith("restriction")]
    assert found == lines
