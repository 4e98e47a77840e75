"""Specification of words that point to a side."""

from collections.abc import Callable

Read = Callable[..., list[str]]


def test_that_side_is_the_one_that_is_ill(read: Read) -> None:
    """The side that is called well last is not pointed to, however far the other one is."""
    talk = "I have your chart open, the girls printed it for me this morning and I went through all of it. " * 3
    found = f"DR: Your left biceps is four out of five. {talk}Right side was all normal. Okay?"
    turns = f"{found}\nPT: I'm weak on that side."
    assert "motor_deficit right" not in read(turns, "neuro", "transcript")
