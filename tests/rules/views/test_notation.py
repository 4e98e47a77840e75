"""Notation: the position of a vertebra, in shorthand and spelled out, and what speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.rules.views.notation import Position, fault_of, read_positions

POSITIONS = {
    "L5 FRSR": "L5 flexed right right",
    "L4 FRS left": "L4 flexed left left",
    "L4 FRS L": "L4 flexed left left",
    "T7 ERSL": "T7 extended left left",
    "L4 F RR SL": "L4 flexed right left",
    "L4 F, SR, RL": "L4 flexed left right",
    "T4-6 N SL RR": "T4-6 neutral right left",
    "T4 - T6: N SBL RotR": "T4 - T6 neutral right left",
    "L3 NSRRL": "L3 neutral left right",
    "L3 RL SR N": "L3 neutral left right",
    "oa f sl rr": "oa flexed right left",
    "L2 RR SL": "L2 None right left",
    "L2 rr sr": "L2 None right right",
    "L5 eff are ess right": "L5 flexed right right",
    "L4 ee are ess ell": "L4 extended left left",
    "L5 eff are ess are": "L5 flexed right right",
    "C5 en ess ell are are": "C5 neutral right left",
    "L4 FRSR, L5 NRLSR": "L4 flexed right right; L5 neutral left right",
    "T3 N S left R rt": "T3 neutral right left",
    "L5 NS": "",
    "L5 RR": "",
    "FRSR": "",
    "L5 FRSRA": "",
    "L5-S1 FRSR": "",
    "L5 is neutral, side bent left and rotated right": "L5 neutral right left",
    "C3 rotates to the left, side-bends to the left in flexion": "C3 flexed left left",
    "T6 extended, rotated and sidebent left": "T6 extended left left",
    "T6 sidebent and rotated to the right": "T6 None right right",
    "L4 rotated right": "",
    "L4 rotated right and left, sidebent left": "L4 None right left",
    "L4 rotated right, rotated left, sidebent left": "",
    "L4 flexed or extended, rotated right, sidebent left": "",
    "L4 and L5 rotated right, sidebent left": "",
    "L4 cannot be rotated right or sidebent left": "",
    "rotated right, sidebent left": "",
}


@pytest.mark.parametrize(("text", "expected"), POSITIONS.items())
def test_positions_that_words_state(text: str, expected: str) -> None:
    """A position is a segment with one rotation and one side-bending, and a plane where one is stated."""
    found = "; ".join(" ".join(map(str, position)) for position in read_positions(text))
    assert found == expected


def test_segment_of_the_lesion_stands_in_where_the_words_name_none() -> None:
    """A spelled position is of the lesion's segment, if that is one, and of its own where the words name it."""
    words = "rotated right, sidebent left"
    assert [it.segment for it in read_positions(words, ("L4",))] == ["L4"]
    assert [it.segment for it in read_positions(words, ("L4", "L5"))] == []
    assert [it.segment for it in read_positions(f"L2 {words}", ("L4",))] == ["L2"]


SEGMENTS = {
    "OA": ("opposite", "opposite", "opposite"),
    "c0": ("opposite", "opposite", "opposite"),
    "occiput": ("opposite", "opposite", "opposite"),
    "C2": ("same", "same", "same"),
    "C7-T1": ("same", "same", "same"),
    "c3": ("same", "same", "same"),
    "T1": ("opposite", "same", None),
    "T4-6": ("opposite", "same", None),
    "L5": ("opposite", "same", None),
    "AA": (None, None, None),
    "C1": (None, None, None),
    "C1-2": (None, None, None),
    "rib 5": (None, None, None),
    "": (None, None, None),
}
"""How rotation and side-bending go together in each segment: neutral, flexed or extended, plane unknown."""


@pytest.mark.parametrize("segment", SEGMENTS)
def test_coupled_motion_of_every_segment(segment: str) -> None:
    """Rotation and side-bending are at fault exactly where the segment couples them the other way."""
    neutral, bent, unknown = SEGMENTS[segment]
    for sagittal, together in (("neutral", neutral), ("flexed", bent), ("extended", bent), (None, unknown)):
        same, opposite = Position(segment, sagittal, "left", "left"), Position(segment, sagittal, "right", "left")
        assert (fault_of(same) is not None) == (together == "opposite")
        assert (fault_of(opposite) is not None) == (together == "same")


WORDS = ["L5", "C5", "OA", "F", "RR", "SL", "R", "es\u017f", "r\u0131ght", "rotated", "sidebent", "left", "right"]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3)).map(" ".join), st.lists(st.text(max_size=3)))
def test_any_words_are_read(text: str, segments: list[str]) -> None:
    """No text raises, and whatever is read has two sides."""
    for position in read_positions(text, segments):
        fault_of(position)
        assert {position.rotation, position.bending} <= {"left", "right"}
