"""Specification of harms that are told with their odds, or to who asks what may go wrong."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("DR: A numb hand, about one in fifty.", ["sensory_deficit hypothetical"]),
        ("DR: Weakness of the arm, two or three in a thousand.", ["motor_deficit hypothetical"]),
        ("DR: One in a thousand gets bladder trouble from this shot.", ["bowel_bladder hypothetical"]),
        ("DR: The risk you should know is that one in fifty arms is weaker.", ["motor_deficit hypothetical"]),
        ("PT: What are the risks?\nDR: A leak. A foot drop.", ["motor_deficit hypothetical"]),
        ("PT: Can anything go wrong?\nDR: It can. You could lose your bladder.", ["bowel_bladder hypothetical"]),
        ("DR: What's the downside? Hoarseness. A weaker hand.", ["motor_deficit hypothetical"]),
        ("PT: What goes wrong?\nDR: Nothing yet. But you have a foot drop.", ["motor_deficit"]),
        ("PT: What's wrong?\nDR: A foot drop.", ["motor_deficit"]),
        ("PT: Any risks?\nDR: No.\nPT: Okay.\nDR: A weak foot, that's what I find.", ["motor_deficit"]),
        ("DR: You have the foot drop that one in fifty has.", ["motor_deficit"]),
        ("PT: My foot is weak, one day in ten.", ["motor_deficit"]),
    ],
)
def test_harms(read: Read, text: str, lines: list[str]) -> None:
    """A harm that is told with its odds, or as what may go wrong, has not happened."""
    assert read(text, "neuro", "transcript") == lines


def test_what_is_done_all_the_same(read: Read) -> None:
    """Who answers that something may go wrong, and goes on to what is planned, plans it."""
    text = "PT: Any risks?\nDR: A weak hand, rarely. So physical therapy twice a week."
    assert read(text, "care", "transcript") == ["physical_therapy planned"]
