"""Specification of neurological symptoms and signs."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Left foot is numb", ["sensory_deficit left"]),
        ("Tingling in both hands", ["sensory_deficit bilateral"]),
        ("Weakness of the right leg", ["motor_deficit right"]),
        ("Foot drop", ["motor_deficit"]),
        ("Pain radiates down the right leg", ["radicular_pain right"]),
        ("Left L5 radicular pain", ["radicular_pain L5 left"]),
        ("Numbness in the left L5 and S1 dermatomes", ["sensory_deficit L5 S1 left"]),
        ("Urinary incontinence", ["bowel_bladder"]),
        ("Saddle anesthesia", ["saddle_anesthesia"]),
        ("Back pain", []),
    ],
)
def test_symptoms(read: Read, text: str, lines: list[str]) -> None:
    """A symptom is found with its side and the roots that are named."""
    assert read(f"Subjective: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR positive on the right at 40 degrees", ["tension_sign right"]),
        ("Positive SLR on the left", ["tension_sign left"]),
        ("SLR negative bilaterally", ["tension_sign bilateral absent"]),
        ("SLR neg", ["tension_sign absent"]),
        ("SLR", []),
        ("Spurling's equivocal on the left", ["tension_sign left possible"]),
        ("Slump test negative", ["tension_sign absent"]),
        ("Strength 5/5 throughout", ["motor_deficit absent"]),
        ("Right EHL 4/5", ["motor_deficit right"]),
        ("DTRs 2+ and symmetric", ["reflex_deficit absent"]),
        ("Right Achilles trace", ["reflex_deficit right"]),
        ("Left Achilles absent", ["reflex_deficit left"]),
        ("Left Achilles gone", ["reflex_deficit left"]),
        ("SLR pain gone", ["tension_sign absent"]),
        ("Sensation intact to light touch", ["sensory_deficit absent"]),
        ("Sensation decreased in the left S1 distribution", ["sensory_deficit S1 left"]),
        ("Decreased pinprick in the right L5 dermatome", ["sensory_deficit L5 right"]),
        ("Babinski downgoing", ["upper_motor_neuron absent"]),
        ("Babinski upgoing bilaterally", ["upper_motor_neuron bilateral"]),
        ("Clonus absent", ["upper_motor_neuron absent"]),
        ("Hoffmann present bilaterally", ["upper_motor_neuron bilateral"]),
        ("Hyperreflexia of the right leg", ["upper_motor_neuron right"]),
        ("Right-sided SLR at 40 degrees", []),
        ("Bladder dysfunction", ["bowel_bladder"]),
        ("Soft bowel, full bladder on ultrasound", []),
        ("No clonus", ["upper_motor_neuron absent"]),
        ("Gait antalgic", ["gait"]),
        ("Gait normal", ["gait absent"]),
        ("Saddle sensation intact", ["saddle_anesthesia absent"]),
        ("Rectal tone normal", []),
    ],
)
def test_signs(read: Read, text: str, lines: list[str]) -> None:
    """A sign is what its value says: abnormal present, normal absent, nothing without one."""
    assert read(f"Exam: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR: positive right, negative left", ["tension_sign right", "tension_sign left absent"]),
        ("Straight leg raise positive left at 30, negative right", ["tension_sign left", "tension_sign right absent"]),
        ("Right EHL 4/5, left 5/5", ["motor_deficit right", "motor_deficit left absent"]),
        ("Right Achilles trace, left 2+", ["reflex_deficit right", "reflex_deficit left absent"]),
        ("Strength 5/5 on the right, sensation intact", ["motor_deficit right absent", "sensory_deficit absent"]),
    ],
)
def test_contrasted_sides(read: Read, text: str, lines: list[str]) -> None:
    """A bare side and value after a sign is that sign on the other side."""
    assert read(f"Exam: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: Numbness of the left foot.", []),
        ("Imaging: Disc bulge, numbness of the left foot.", []),
        ("Subjective: Numbness of the left foot.", ["sensory_deficit left"]),
        ("Numbness of the left foot.", ["sensory_deficit left"]),
    ],
)
def test_where_it_is_read(read: Read, text: str, lines: list[str]) -> None:
    """Assessments and reports of studies restate; history and exam find."""
    assert read(text, "neuro") == lines


def test_the_patient_tells(read: Read) -> None:
    """A patient's own symptom is a finding, a relative's is another person's."""
    text = "Doctor: Tell me.\nPatient: My left foot is numb. My wife has numbness too.\nDoctor: I see."
    assert read(text, "neuro", "transcript") == ["sensory_deficit left", "sensory_deficit other_person"]


def test_the_quote_holds_sign_and_value(quotes: Callable[..., list[list[str]]]) -> None:
    """A sign is quoted with its value, a contrast with its side."""
    assert quotes("Exam: Right EHL 4/5, left 5/5", "neuro") == [["Right EHL 4/5"], ["left 5/5"]]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Urinary retention since yesterday", ["bowel_bladder"]),
        ("New saddle numbness", ["saddle_anesthesia"]),
        ("No bowel or bladder change", []),
        ("Return for urinary retention", []),
        ("Numbness of the left foot", []),
    ],
)
def test_an_alarm_in_the_assessment_is_read(read: Read, words: str, lines: list[str]) -> None:
    """An assessment repeats the findings of the visit, and only an alarm is worth reading twice."""
    assert read(f"A: Lumbar strain. {words}.", "neuro") == lines
