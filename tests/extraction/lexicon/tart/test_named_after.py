"""Specification of the place that an examiner names once a patient has said that it hurts."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Let me tap down your back.\nPT: There! There.\nDR: That's T12, dead center.", [
            "tenderness thoracic midline",
        ]),
        ("DR: I'm going to press along here.\nPT: Ow, right there.\nDR: That's your right L5.", [
            "tenderness lumbar right",
        ]),
        ("DR: I'm pressing down the spine.\nPT: Ooh. There.\nDR: That's T7.", ["tenderness thoracic"]),
        ("DR: I'm pressing over L4-5 on the right.\nPT: That's it.\nDR: Thank you.", ["tenderness lumbar right"]),
        ("DR: The sacrum. I push on the left and there's no give.\nPT: Whoa. That one's sore.", [
            "restriction sacral left", "tenderness sacral left",
        ]),
        ("DR: T5 is stiff. Sore?\nPT: That one, yeah.\nDR: And this is your third rib.", [
            "restriction thoracic", "tenderness thoracic",
        ]),
        ("DR: Let me press along here.\nPT: Okay.\nDR: That's T6.", []),
        ("DR: Let me tap on your back.\nPT: There you go.\nDR: That's T6.", []),
        ("DR: I'm pressing here.\nPT: Right there.\nDR: We order an MRI of the lumbar spine next week.", []),
    ],
)  # fmt: skip
def test_the_place_named_after_a_cry(read: Read, turns: str, lines: list[str]) -> None:
    """Whoever cries out under the hands, or says that it is there, is sore where the examiner says the hands were."""
    assert read(turns, "tart", "transcript") == lines


def test_a_place_named_after_two_spots(read: Callable[..., list[str]]) -> None:
    """The place that is named at last is that of both spots, its side only that of the last one."""
    text = "Doctor: I press in the middle first. Sore?\nPatient: No.\nDoctor: And here?\nPatient: Ouch.\n"
    assert read(f"{text}Doctor: That's the left SI.", "tart", "transcript") == [
        "tenderness sacral absent",
        "tenderness sacral left",
    ]
    assert read(f"{text}Doctor: Okay, next the left SI.", "tart", "transcript") == []


@pytest.mark.parametrize(
    ("named", "lines"),
    [
        ("On the left, at C4, and it's tight.", ["tenderness cervical left", "tissue_texture cervical left"]),
        ("Over the left C4.", ["tenderness cervical left"]),
        ("On the phone they said C4.", []),
    ],
)
def test_the_place_that_opens_what_is_said_next(read: Read, named: str, lines: list[str]) -> None:
    """Only the first words say where it hurt; what follows may tell more of the place."""
    turns = f"DR: The cervical spine. Is it sore here?\nPT: Ow. Yes.\nDR: {named}"
    found = [line for line in read(turns, "tart", "transcript") if line != "tenderness cervical"]
    assert found == lines


def test_the_next_spot_on_the_other_side(read: Read) -> None:
    """A place named with the side opposite to the one asked of is the next one that is felt."""
    text = "DR: I'm in the sulcus, on the left. Tender?\nPT: Yes.\nDR: And the right?\nPT: No.\nDR: That's the left L5."
    assert read(text, "tart", "transcript") == ["tenderness sacral left", "tenderness sacral right absent"]
