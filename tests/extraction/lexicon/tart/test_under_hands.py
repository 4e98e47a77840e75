"""Specification of touch that goes on from one question to the next."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I press on T3, T4. Pain?\nPT: No.", ["tenderness thoracic absent"]),
        ("DR: I'm on the left T3. There?\nPT: Yes.\nDR: And T5, on the right?\nPT: Nope.", [
            "tenderness thoracic left", "tenderness thoracic right absent",
        ]),
        ("DR: Let me press on C4, the right.\nPT: Ooh. There.\nDR: And over on the left, same level?\nPT: No.", [
            "tenderness cervical right", "tenderness cervical left absent",
        ]),
        ("DR: Leaning on the right SI joint now. Does that reproduce it?\nPT: Exactly.\nDR: Left one?\nPT: No.", [
            "tenderness sacral right", "tenderness sacral left absent",
        ]),
        ("DR: I'll push along here. T4, anything?\nPT: No.\nDR: T5?\nPT: Nope.\nDR: T6, right on it?\nPT: Yes.", [
            "tenderness thoracic absent", "tenderness thoracic",
        ]),
        ("DR: This is the outside of your elbow, on the left. Any pain?\nPT: Yes.\nDR: And the inside?\nPT: No.", [
            "tenderness upper_extremity left", "tenderness upper_extremity left absent",
        ]),
        ("DR: I'm on the left at C5, it's boggy. Sore?\nPT: Yes.\nDR: Nothing on the right?\nPT: Nothing.", [
            "tenderness cervical left", "tenderness cervical right absent",
        ]),
        ("DR: I press on the left, C2, C3.\nPT: That one.\nDR: C4. And C5?\nPT: A bit.\nDR: The right side?\nPT: No.", [
            "tenderness cervical left", "tenderness cervical", "tenderness cervical right absent",
        ]),
        ("DR: The right hip. Knee out to the side. Does that reproduce it?\nPT: Yes.", []),
        ("DR: I'm on the left at C5. Sore?\nPT: Yes.\nDR: Anything in the arm?\nPT: No.", ["tenderness cervical left"]),
        ("DR: I read the film of T3. There?\nPT: Yes.\nDR: And T5, on the right?\nPT: Nope.", []),
        ("DR: I'll lift this leg, the right.\nPT: Ow.\nDR: Forty, that's positive. And the left?\nPT: Yes.", []),
        ("DR: The C4 nerve is tight.\nPT: Okay, and?\nDR: And over on the left, same level?\nPT: No.", []),
    ],
)  # fmt: skip
def test_touch_that_goes_on(read: Read, turns: str, lines: list[str]) -> None:
    """Once fingers lie somewhere, or a patient has cried out, a bare place is the next that is touched."""
    found = [line for line in read(turns, "tart", "transcript") if line.startswith("tenderness")]
    assert found == lines
