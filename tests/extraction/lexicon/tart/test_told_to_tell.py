"""Specification of pain that patients tell who were told to say so, or rate it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I'm tapping down the lumbar spine, tell me.\nPT: No... no... no.", ["tenderness lumbar absent"]),
        ("DR: Now I'm feeling down T4 to T8. Let me know if it hurts.\nPT: Nope.", ["tenderness thoracic absent"]),
        ("DR: I'll go along the left ribs with my thumb. Tell me when.\nPT: There!", ["tenderness rib_cage left"]),
        ("DR: I'm going to walk my fingers up the thoracic spine.\nPT: Yes! Right there.", ["tenderness thoracic"]),
        ("DR: C5 on the right is a knot. How sore, one to ten?\nPT: About six.", [
            "tissue_texture cervical right", "tenderness cervical right",
        ]),
        ("DR: C5 on the right is a knot. How tender is it?\nPT: Zero.", [
            "tissue_texture cervical right", "tenderness cervical right absent",
        ]),
        ("DR: Let me know when I'm on it.\nPT: There.\nDR: That's the right fifth rib.", ["tenderness rib_cage right"]),
        ("DR: Tell me when I hit it.\nPT: There. Ow.\nDR: Okay, so that's the left C6.", ["tenderness cervical left"]),
        ("DR: I'm pressing down the left of your neck. C2.\nPT: Fine.\nDR: C3 left.\nPT: Ow.", [
            "tenderness cervical absent", "tenderness cervical left",
        ]),
        ("DR: So I press on the bottom of the heel, right foot.\nPT: [winces] Yeah, that's where it gets me.", [
            "tenderness lower_extremity right",
        ]),
        ("DR: I've read about your neck. C2.\nPT: Fine.\nDR: C3.\nPT: Little.", []),
        ("DR: I'm going to tap your knee. Tell me if your leg jumps.\nPT: Yes!", []),
        ("DR: I'm running down to the lumbar class. Tell me about your week.\nPT: No.", []),
        ("DR: I'm tapping down the lumbar spine.\nPT: No worries.", []),
        ("DR: How sore were you after work, one to ten?\nPT: Six.", []),
    ],
)  # fmt: skip
def test_pain_that_is_told(read: Read, turns: str, lines: list[str]) -> None:
    """Fingers that go over a place and a bid to tell of pain make a yes or a no an answer, and so does a rating."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("told", "answer", "lines"),
    [
        ("I'm in the sulcus, on the right.", "Mm!", ["tenderness sacral right"]),
        ("Now I'm pressing on the left SI joint.", "yep very sore", ["tenderness sacral left"]),
        ("My thumb is on the right C4 pillar.", "A little.", ["tenderness cervical right"]),
        ("I'm over the left first rib now.", "Ooh, careful.", ["tenderness rib_cage left"]),
        ("I'm in the sulcus, on the right.", "Mm.", []),
        ("I'm on the T6 spinous.", "Not sore.", ["tenderness thoracic absent"]),
        ("I'm putting the needle in the L5 facet.", "A little sore.", []),
        ("I'm over the left first rib now.", "Oh, that's better.", []),
        ("I'm pressing down on your head, over the neck.", "Ow!", []),
        ("Now I push down through the thigh bone from the hip.", "Ow! Yes, that.", []),
        ("Hip is bent, I push down through your knee.", "Ow. That's it.", []),
        ("I'm pressing at the base of your head on the right.", "Ow!", ["tenderness head right"]),
    ],
)
def test_a_cry_where_the_hands_lie(read: Read, told: str, answer: str, lines: list[str]) -> None:
    """Who cries out or calls it sore where fingers press is sore there; weight through a joint tests something else."""
    assert read(f"Doctor: {told}\nPatient: {answer}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Tell me if this hurts. The right side of the neck, about C3.\nPT: Yeah, that's the spot.", [
            "tenderness cervical right",
        ]),
        ("DR: Let me know if it's sore. T10.\nPT: Nope.\nDR: T11.\nPT: Ow.", [
            "tenderness thoracic absent", "tenderness thoracic",
        ]),
        ("DR: Tell me if it hurts. The right wrist, outer side.\nPT: Right there.", [
            "tenderness upper_extremity right",
        ]),
        ("DR: Tell me where it hurts. Outside of the left knee?\nPT: No.", ["tenderness lower_extremity left absent"]),
        ("DR: I'll bend the hip, tell me if it hurts. The left hip.\nPT: No.", []),
        ("DR: Tell me if you feel this. Left foot.\nPT: Yes.", []),
        ("DR: Tell me about work. The left L4.\nPT: No.", []),
        ("DR: Tell me if it hurts. It's the left L4 I care about.\nPT: Ow.", []),
    ],
)  # fmt: skip
def test_places_that_are_named_behind_a_bid(read: Read, turns: str, lines: list[str]) -> None:
    """Who was told to tell of pain answers for each place that is only named then, unless a joint is moved."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: Tell me if any hurts. L4?\nPT: Yes.\nDR: L5?\nPT: No.\nDR: Right SI?\nPT: No.\nDR: Left SI?\nPT: No.",
            [
                "tenderness lumbar",
                "tenderness lumbar absent",
                "tenderness sacral right absent",
                "tenderness sacral left absent",
            ],
        ),
    ],
)
def test_touches_that_go_on_for_long(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A patient told to tell goes on to do so over many places."""
    assert read(said, "tart", "transcript") == lines
