"""Specification of labels of a template: without a value they say nothing, and the line below may hold their value."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Numbness:\nWeakness:\nReflexes: 2+ bilat", ["reflex_deficit bilateral absent"]),
        ("- Numbness:\n- Weakness: none", ["motor_deficit absent"]),
        ("Pain: none. Numbness:\nWeakness: none.", ["motor_deficit absent"]),
        ("Numbness: ____  Weakness: ____  SLR: neg", ["tension_sign absent"]),
        ("Weakness:", []),
        ("Numbness: ***\nWeakness: [***]\nSLR: neg", ["tension_sign absent"]),
        ("Numbness: ☐ Yes ☐ No\nWeakness [ ] Y [ ] N", []),
        ("Numbness: Y/N\nWeakness {Yes/No:63}\nPain radiates: Y / N", []),
        ("Numbness: ☐ Yes ☒ No", ["sensory_deficit absent"]),
        ("Numbness (Y/N): N", ["sensory_deficit absent"]),
        ("Numbness: Y/N left foot", ["sensory_deficit left"]),
        ("SLR +/-", ["tension_sign"]),
        ("Numbness:\n\nWeakness:\n", []),
        ("Numbness:\nLeft foot since March.", ["sensory_deficit left"]),
        ("SLR:\nRight: negative\nLeft: positive", ["tension_sign right absent", "tension_sign left"]),
        ("Numbness: __left foot__", ["sensory_deficit left"]),
        ("Numbness of the left foot. Weakness: none.", ["sensory_deficit left", "motor_deficit absent"]),
    ],
)
def test_a_label_without_a_value_says_nothing(read: Read, text: str, lines: list[str]) -> None:
    """An unfilled label is no finding; one that heads other lines is filled by them."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    "value",
    [
        "N/A",
        "NT",
        "not assessed",
        "(not tested)",
        "Deferred",
        "unable to assess",
        "see HPI",
        "unknown",
        "not yet examined",
    ],
)
def test_what_nobody_looked_at(read: Read, value: str) -> None:
    """A value that says that nobody looked or asked makes nothing of its label, and nothing of those beside it."""
    assert read(f"Numbness: {value}. Weakness: left foot.", "neuro") == ["motor_deficit left"]


@pytest.mark.parametrize("value", ["N/T in the left foot", "not better", "not new, left foot", "unchanged"])
def test_values_that_only_begin_alike(read: Read, value: str) -> None:
    """What is told of a finding stays one."""
    assert read(f"Numbness: {value}.", "neuro")[0].startswith("sensory_deficit")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Numbness: N Weakness: Y Gait changes: N", ["sensory_deficit absent", "motor_deficit", "gait absent"]),
        ("SLR: neg  Slump: pos  Clonus: none", ["tension_sign absent", "tension_sign", "upper_motor_neuron absent"]),
        ("Numbness: no change in the left foot", ["sensory_deficit left"]),
        ("Numbness: Y  side: L", ["sensory_deficit left"]),
        ("Seen at 10:30 Numbness: no", ["sensory_deficit absent"]),
    ],
)
def test_labels_that_are_answered_in_a_row(read: Read, text: str, lines: list[str]) -> None:
    """An answer is that of the label before it, and ends there."""
    assert read(text, "neuro") == lines


def test_a_form_of_labels_and_values_on_lines_of_their_own(read: Read) -> None:
    """A line that only answers belongs to the line above it, which only asks."""
    text = "Numbness/Tingling\nDenies\nWeakness\nYes\nKemp's\nPositive R\nSLR\nNegative\nSlump\nPositive L"
    assert read(text, "neuro") == [
        "sensory_deficit absent", "motor_deficit", "tension_sign right", "tension_sign absent", "tension_sign left",
    ]  # fmt: skip


def test_blanks_behind_letters_are_no_study(read: Read) -> None:
    """A `C_` beside a `T_` is a blank for the level."""
    assert read("Adjusted: C_ T_ L_", "imaging") == []
    assert read("MRI_lumbar: normal", "imaging") == ["mri unremarkable lumbar"]


def test_lesions_that_nobody_looked_for(read: Read) -> None:
    """A lesion is not stated where its line is empty or nobody looked."""
    text = "Subluxation: ____\nSomatic dysfunction: not assessed\nSegmental dysfunction: L5"
    assert read(text, "lesions") == ["somatic_dysfunction lumbar L5"]


def test_unfilled_labels_of_an_examination(read: Read) -> None:
    """Nothing was felt where nothing was filled in."""
    text = "Lumbar\nTenderness:\nSpasm:\nEdema: none\nROM: full"
    assert read(text, "tart") == ["tissue_texture lumbar absent", "restriction lumbar absent"]


def test_a_label_heads_a_diagnosis(read: Read) -> None:
    """Only what is asked for needs a value: a diagnosis may head its plan."""
    assert read("Assessment\nLumbar radiculopathy:\nIce, NSAIDs.", "diagnoses") == ["radiculopathy lumbar"]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("none", "sensory_deficit absent"),
        ("Denies", "sensory_deficit absent"),
        ("none. Bowels fine.", "sensory_deficit absent"),
        ("Present in the left foot", "sensory_deficit left"),
    ],
)
def test_a_value_on_the_line_below_its_label(read: Read, value: str, line: str) -> None:
    """What only answers belongs to the label above it."""
    assert read(f"Numbness:\n{value}", "neuro")[0] == line
