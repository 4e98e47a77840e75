"""Specification of templates: headings of lists, answers and signs."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("heading", "assertion"),
    [
        ("COME BACK SOONER IF", " hypothetical"),
        ("GO TO THE ER FOR:", " hypothetical"),
        ("POSSIBLE COMPLICATIONS", " hypothetical"),
        ("Patient denies:", " absent"),
        ("Negative for:", " absent"),
        ("Ruled out today:", " absent"),
        ("Symptoms:", ""),
    ],
)
def test_a_heading_asserts_its_list(read: Read, heading: str, assertion: str) -> None:
    """A line that ends with a cue asserts the lines below it, up to an empty one."""
    lines = read(f"{heading}\n- foot drop\n- tingling\n\nWeakness of the left hand.", "neuro")
    told = {line.removesuffix(" left") for line in lines}
    assert told == {f"motor_deficit{assertion}", f"sensory_deficit{assertion}", "motor_deficit"}
    assert "motor_deficit left" in lines


def test_a_differential_is_a_list_of_doubts(read: Read) -> None:
    """What a differential lists is possible."""
    assert read("DIFFERENTIAL\n1. L3 radiculopathy\n2. sciatica", "diagnoses") == [
        "radiculopathy lumbar possible",
        "sciatica possible",
    ]


def test_a_section_asserts_before_its_heading(read: Read) -> None:
    """A family history is one of others, whatever else its heading says."""
    assert read("FAMILY HX\nscoliosis", "diagnoses") == ["scoliosis other_person"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tingling: no", ["sensory_deficit absent"]),
        ("Tingling: yes", ["sensory_deficit"]),
        ("Foot drop (Y/N): N", ["motor_deficit absent"]),
        ("Foot drop (Y/N): Y", ["motor_deficit"]),
        ("Limp: [ ] yes [x] no", ["gait absent"]),
        ("Limp: [x] yes [ ] no", ["gait"]),
        ("Slump: ( ) neg (x) pos", ["tension_sign"]),
        ("Slump: (x) neg ( ) pos", ["tension_sign absent"]),
        ("Tingling Y [ ] N [x]   Limp Y [x] N [ ]", ["sensory_deficit absent", "gait"]),
        ("Bladder dysfunction: ☐ Yes ☑ No", ["bowel_bladder absent"]),
        ("Urinary retention? No", ["bowel_bladder absent"]),
        ("ROS: (-) tingling, (-) limp, (+) leg pain", ["sensory_deficit absent", "gait absent", "radicular_pain"]),
        ("ROS (-) tingling, limp", ["sensory_deficit absent", "gait absent"]),
        ("ROS: -tingling, -limp", ["sensory_deficit absent", "gait absent"]),
        ("☑ Denies ☐ Reports: tingling", ["sensory_deficit absent"]),
        ("Tingling = 0", ["sensory_deficit absent"]),
        ("Tingling: Y / [N]", ["sensory_deficit absent"]),
        ("Numbness: [Y] / N", ["sensory_deficit"]),
        ("+ tingling, - limp", ["sensory_deficit", "gait absent"]),
        ("Clonus (+) right", ["upper_motor_neuron right"]),
        ("Clonus (-) right", ["upper_motor_neuron right absent"]),
        ("Clonus: 3 beats left", ["upper_motor_neuron left"]),
        ("Urinary retention: -", ["bowel_bladder absent"]),
        ("- tingling in both hands", ["sensory_deficit bilateral"]),
        ("Clonus - L", ["upper_motor_neuron left absent"]),
        ("Tingling - L foot since May", ["sensory_deficit left"]),
    ],
)
def test_answers(read: Read, text: str, lines: list[str]) -> None:
    """An answer denies the label before it, a minus the word it marks; a minus that opens an item is a bullet."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Spasm: none. Edema 0.", ["tissue_texture absent"]),
        ("L4 spasm (-)", ["tissue_texture lumbar absent"]),
        ("Neck: FROM, NTTP", ["restriction cervical absent", "tenderness cervical absent"]),
        ("Neck sore from the fall", ["tenderness cervical"]),
        ("NECK SORE FROM THE FALL", ["tenderness cervical"]),
    ],
)
def test_short_findings(read: Read, text: str, lines: list[str]) -> None:
    """`FROM` is full range of motion only where its capitals set it off."""
    assert sorted(read(f"Exam: {text}", "tart")) == sorted(lines)


def test_a_cross_beside_ticks_is_a_no(read: Read) -> None:
    """A cross denies what it stands before where others are ticked."""
    assert read("Today: ✓ tingling  ✗ weakness", "neuro") == ["sensory_deficit", "motor_deficit absent"]


def test_a_no_may_close_what_it_denies(read: Read) -> None:
    """In a terse list the no stands behind its finding."""
    assert read("L-spine: boggy no, tender no.", "tart") == ["tissue_texture lumbar absent", "tenderness lumbar absent"]


def test_minuses_before_words_deny_without_a_comma(read: Read) -> None:
    """Several minuses written right before words are signs; a single one may be a bullet."""
    assert read("HPI: -N/T -weakness.", "neuro") == ["sensory_deficit absent", "motor_deficit absent"]
    assert read("HPI: -numbness in the hand", "neuro") == ["sensory_deficit"]
