"""Specification of sides that an examiner turns to, and then names no more."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("On the left side now. The SI is stuck.", ["restriction sacral left"]),
        ("Right side first. Third rib won't drop. Fifth rib is tender.", [
            "restriction rib_cage right", "tenderness rib_cage right",
        ]),
        ("I'm on the right side of your low back. L4, tight. L5, tight and sore.", [
            "tissue_texture lumbar right", "tenderness lumbar right",
        ]),
        ("I'm feeling along the left side here. C3 is boggy.", ["tissue_texture cervical left"]),
        ("Left side now. C3 is restricted.", ["restriction cervical"]),
        ("Left side now. The coccyx is tender.", ["tenderness sacral"]),
        ("Your left side hurts at work. The SI is stuck.", ["restriction sacral"]),
        ("Left side now. Is that the right form? The SI is stuck.", ["restriction sacral"]),
    ],
)  # fmt: skip
def test_the_side_that_was_turned_to(read: Read, said: str, lines: list[str]) -> None:
    """What has two sides is on the one turned to; a vertebra is stuck as a whole, and another side ends the turn."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I'll start on the right.\nPT: Okay.\nDR: L3 is ropy.", ["tissue_texture lumbar right"]),
        ("DR: We're on your right now.\nPT: Okay.\nDR: L3, sore?\nPT: No.", ["tenderness lumbar absent"]),
        ("DR: I'm on your left side now.\nPT: Okay.\nDR: L3 is ropy. Now the other side. L3's tight.", [
            "tissue_texture lumbar left", "tissue_texture lumbar right",
        ]),
        ("DR: Where is it tender, left or right?\nPT: Left.\nDR: Here at L5?\nPT: Yes.", ["tenderness lumbar left"]),
        ("DR: Left side of the neck first.\nPT: Okay.\nDR: C3 is ropy.", ["tissue_texture cervical left"]),
        ("DR: Left side of the neck first.\nPT: Okay.\nDR: L3 is ropy.", ["tissue_texture lumbar"]),
        ("DR: Left side of the neck first.\nPT: Okay.\nDR: L3 is ropy. C3 is tight.", [
            "tissue_texture lumbar", "tissue_texture cervical",
        ]),
        ("DR: I'll start on the right.\nPT: Okay.\nDR: Sit up for me. L3 is ropy.", ["tissue_texture lumbar"]),
        ("DR: Lie on your left side.\nPT: Okay.\nDR: L3 is ropy.", ["tissue_texture lumbar"]),
        ("DR: Turn to the right. Now left.\nPT: Okay.\nDR: L3 is ropy.", ["tissue_texture lumbar"]),
        ("DR: Come to the right side of the table.\nPT: Okay.\nDR: L3 is ropy.", ["tissue_texture lumbar"]),
        ("DR: It's numb. Right side around T8.\nPT: Okay.\nDR: T8, sore?\nPT: No.", ["tenderness thoracic absent"]),
    ],
)  # fmt: skip
def test_the_side_turned_to_holds_over_turns(read: Read, turns: str, lines: list[str]) -> None:
    """It ends with another side, region or position; how somebody lies or turns is no such side."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I'm on T3, T4, right side. There?\nPT: Yep. Yep. Ow.\nDR: That's all rope around T4.", [
            "tenderness thoracic right", "tissue_texture thoracic right",
        ]),
        ("DR: Sore on C4, on the left?\nPT: Yes.\nDR: There's a knot at C4.", [
            "tenderness cervical left", "tissue_texture cervical left",
        ]),
        ("DR: Sore on C4, on the left?\nPT: No.\nDR: It's ropy at C4.", [
            "tenderness cervical left absent", "tissue_texture cervical",
        ]),
        ("DR: Sore on C4, on the left?\nPT: Yes.\nDR: Okay. It's ropy at C4.", [
            "tenderness cervical left", "tissue_texture cervical",
        ]),
    ],
)  # fmt: skip
def test_the_side_of_the_spot_that_was_asked_of(read: Read, turns: str, lines: list[str]) -> None:
    """What is told of a sore spot right after the answer is on the side that was asked of."""
    assert read(turns, "tart", "transcript") == lines
