"""Specification of lesions whose places stand behind an interruption."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: What I'd name a dysfunction is\nMA: The lab is here.\nDR: Later. The sacrum.", [f"{SD} sacral"]),
        ("DR: There's a dysfunction in your [phone rings]\nPT: Go on.\nDR: Sorry. C7.", [f"{SD} cervical C7"]),
        ("DR: Somatic dysfunction of the...\nPT: Ouch!\nDR: Sorry. Of the pelvis.", [f"{SD} pelvic"]),
        ("DR: Somatic dysfunction, neck,\nMA: Doctor?\nDR: Soon. As I was saying, neck and ribs.",
         [f"{SD} cervical", f"{SD} rib_cage"]),
    ],
)  # fmt: skip
def test_what_is_taken_up_again(read: Read, turns: str, lines: list[str]) -> None:
    """Who was cut off goes on with the place, or with the list."""
    assert sorted(read(turns, "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "turns",
    [
        "DR: I find no dysfunction in your\nPT: Ouch!\nDR: Sorry. Your neck.",
        "DR: Sexual dysfunction is common.\nPT: Okay.\nDR: Now lie down. Lumbar.",
    ],
)
def test_what_is_not(read: Read, turns: str) -> None:
    """A denial is not taken up, and neither is what had come to its end."""
    assert not any(line.split()[-1] != "absent" for line in read(turns, "lesions", "transcript"))
