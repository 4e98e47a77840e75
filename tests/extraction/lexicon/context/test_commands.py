"""Specification of what an examiner tells the patient to do."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("SI joints first. Chin up for me. Tender here?\nPT: No.", ["tenderness cervical absent"]),
        ("L5 is stuck. Bend your knee. Sore here?\nPT: Yes.", ["restriction lumbar", "tenderness lumbar"]),
        ("L5 is stuck. Sorry, cold hands. Sore here?\nPT: Yes.", ["restriction lumbar", "tenderness lumbar"]),
        ("L5 is stuck. Reach down to your ankles. It's tender.", ["restriction lumbar", "tenderness lumbar"]),
        ("L5 is stuck. Let me see your knee. It's swollen.", ["restriction lumbar", "tissue_texture lower_extremity"]),
    ],
)
def test_what_is_moved_is_not_felt(read: Read, said: str, lines: list[str]) -> None:
    """The neck is felt once the head was moved; a limb that is moved, and the hands of the examiner, are not."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    "told", ["I can't turn my head.", "It hurts when I tilt my head back.", "I keep moving my head."]
)
def test_who_cannot_turn_the_head_is_felt_at_the_neck(read: Read, told: str) -> None:
    """A patient turns the head with the neck; the muscles in spasm are there."""
    assert read(f"PT: {told}\nDR: Okay. It's in spasm here.", "tart", "transcript") == ["tissue_texture cervical"]
