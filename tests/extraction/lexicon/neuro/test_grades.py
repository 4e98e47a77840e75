"""Specification of grades and results that an examiner calls out, and of what is asked and answered over turns."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("left ankle jerk one plus right two plus", ["reflex_deficit left", "reflex_deficit right absent"]),
        (
            "reflexes, knee two plus both sides, ankle one plus right, two plus left",
            ["reflex_deficit bilateral absent", "reflex_deficit left absent", "reflex_deficit right"],
        ),
        (
            "straight leg raise positive at fifty on the right negative on the left",
            ["tension_sign left absent", "tension_sign right"],
        ),
        (
            "dorsiflexion on the left is four out of five on the right five out of five",
            ["motor_deficit left", "motor_deficit right absent"],
        ),
        ("left quad four minus right quad five", ["motor_deficit left", "motor_deficit right absent"]),
        ("Right ankle jerk is gone, the left one's there.", ["reflex_deficit left absent", "reflex_deficit right"]),
        ("Ankle jerks are there on both sides.", ["reflex_deficit bilateral absent"]),
        ("Kick that left leg out. Four minus. Other side. Five.", ["motor_deficit left", "motor_deficit right absent"]),
        ("Biceps and triceps jerks, two plus and even.", ["reflex_deficit absent"]),
        ("Reflexes are even, biceps five both sides.", ["motor_deficit bilateral absent", "reflex_deficit absent"]),
        ("Walk on your heels. Good. Now on your toes. Strong.", ["motor_deficit absent"]),
        ("Right triceps is a four. Everything else is five.", ["motor_deficit absent", "motor_deficit right"]),
        ("Leg raise, seventy, seventy, no pain in the leg.", ["tension_sign absent"]),
        ("Both legs come up to eighty, no shooting pain.", ["tension_sign bilateral absent"]),
        ("There's clonus, three beats, at the right ankle.", ["upper_motor_neuron right"]),
        ("The left toe's down.", ["upper_motor_neuron left absent"]),
        ("She's limping on the left.", ["gait left"]),
        ("She walks with a cane in the left hand, antalgic.", ["gait"]),
        ("Light touch is down on the left, S1.", ["sensory_deficit S1 left"]),
    ],
)
def test_results_called_out(read: Read, said: str, lines: list[str]) -> None:
    """Each result belongs to the side and the test that it is told of."""
    assert sorted(read(f"DR: {said}", "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["DR: Any numbness?", "PT: From about here down. Both legs."], ["sensory_deficit bilateral"]),
        (
            ["DR: Does it travel down the leg?", "PT: To the calf.", "DR: Left or right?", "PT: Right."],
            ["radicular_pain right"],
        ),
        (["DR: Numb anywhere?", "PT: Big toe.", "DR: Same side?", "PT: Yeah, left."], ["sensory_deficit left"]),
        (["DR: Is the right leg still numb?", "PT: No, that went away."], ["sensory_deficit right historical"]),
        (["DR: Light touch. Same?", "PT: Less on the left."], ["sensory_deficit left"]),
        (["DR: Peeing okay?", "PT: I can't get it started since yesterday."], ["bowel_bladder"]),
        (["DR: Bathroom, any changes?", "PT: I go a lot, but I've always been like that."], ["bowel_bladder absent"]),
        (
            ["DR: Any bladder trouble?", "PT: I leak a little when I sneeze, since the twins."],
            ["bowel_bladder historical"],
        ),
        (["DR: Any clumsiness in the hands?", "PT: I drop my keys."], ["motor_deficit"]),
        (["DR: Tip your head back. Does that send it down the arm?", "PT: Yes, into the thumb."], []),
    ],
)
def test_asked_and_answered(read: Read, turns: list[str], lines: list[str]) -> None:
    """An answer says whether and on which side, in its next words or to the next question too."""
    assert sorted(read("\n".join(turns), "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("From the neck down the back of the right arm, like electric.", ["radicular_pain right"]),
        ("Front of the left thigh and then the inside of the shin, it burns.", ["radicular_pain left"]),
        ("My feet buzz, both of them.", ["sensory_deficit bilateral"]),
        ("The thumb's gone dull on the right hand.", ["sensory_deficit right"]),
    ],
)
def test_complaints_in_everyday_words(read: Read, said: str, lines: list[str]) -> None:
    """A pain may run without a verb, and a limb feel strange without the word."""
    assert read(f"DR: How's your back?\nPT: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            "Doctor: Push up with the wrist. The left is a four, and the right is a full five.",
            ["motor_deficit left", "motor_deficit right absent"],
        ),
        (
            "Doctor: Right ankle jerk, I can't get it. The left's there.",
            ["reflex_deficit right", "reflex_deficit left absent"],
        ),
    ],
)
def test_a_full_five_is_a_five(read: Read, turns: str, lines: list[str]) -> None:
    """What a strong word adds to a grade changes nothing, and a reflex that is there has the side named."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Foot up, hold it. Left, four. Right, five.", ["motor_deficit left", "motor_deficit right absent"]),
        ("Big toe, push up. That's a three.", ["motor_deficit"]),
        ("Right biceps, four minus. Left's full.", ["motor_deficit right", "motor_deficit left absent"]),
        ("Knee jerk on the right two plus. Left's one.", ["reflex_deficit right absent", "reflex_deficit left"]),
        ("Knee jerk on the left is three plus.", ["upper_motor_neuron left"]),
        ("Slump on the left, positive. Right's negative.", ["tension_sign left", "tension_sign right absent"]),
        ("How's your pain? I'd call that a four.", []),
        ("We have three left.", []),
    ],
)
def test_called_out(read: Read, text: str, lines: list[str]) -> None:
    """An examiner calls out a grade or result for the test named just before, side by side."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: Is the leg strong?", "Patient: Yes."], ["motor_deficit absent"]),
        (["Doctor: Reflexes, triceps, right is one."], ["reflex_deficit right"]),
        (["Doctor: Knees two plus.", "Patient: Okay."], ["reflex_deficit absent"]),
        (["Patient: It is my left arm.", "Doctor: Where?", "Patient: The thumb tingles."], ["sensory_deficit left"]),
        (["Doctor: Right ankle, three beats of clonus."], ["upper_motor_neuron right"]),
        (["Doctor: Strength is five out of five, both sides."], ["motor_deficit bilateral absent"]),
    ],
)
def test_calls_of_an_examiner(read: Read, turns: list[str], lines: list[str]) -> None:
    """Sides and names stand beside what is called out, before it or after a pause."""
    assert read("\n".join(turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("One finger. Where is it?", []),
        ("Show me. Two fingers. There.", []),
        ("One leg. Now the other.", []),
        ("Fingers. Spread them. Right four. Left five.", ["motor_deficit left absent", "motor_deficit right"]),
    ],
)
def test_what_is_counted(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A number right before a limb counts it, and is no grade of strength."""
    assert sorted(read(f"Doctor: {said}", "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Push your knee up into my hand. Other one. Now point your toes.", []),
        ("Squeeze my fingers. And the other one. Good, both hands strong.", ["motor_deficit bilateral absent"]),
        ("Lift this arm and hold it. Now this one.", []),
        ("I'm rocking the wrist. Left one's loose. Right one, it won't go.", []),
        ("Make a fist, squeeze. Left one five, right one four.", ["motor_deficit left absent", "motor_deficit right"]),
        ("Knee reflexes. Left two, right one.", ["reflex_deficit left absent", "reflex_deficit right"]),
        ("Knee reflexes. Left's one.", ["reflex_deficit left"]),
    ],
)
def test_the_other_one_is_no_grade(read: Read, said: str, lines: list[str]) -> None:
    """A `one` stands for the limb that is tried next, unless grades are called out side by side."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Achilles two right, one left.", ["reflex_deficit left", "reflex_deficit right absent"]),
        ("Knee jerks two, ankle jerks one.", ["reflex_deficit", "reflex_deficit absent"]),
        ("Grip five right and four left.", ["motor_deficit left", "motor_deficit right absent"]),
        ("Triceps, left four, right five.", ["motor_deficit left", "motor_deficit right absent"]),
        ("Tib ant four on the left, peroneals five.", ["motor_deficit absent", "motor_deficit left"]),
        ("Kick out. Left, three over five. Right's normal.", ["motor_deficit left", "motor_deficit right absent"]),
        ("Toe up. That's a flicker, one out of five maybe.", ["motor_deficit"]),
        ("Turn the sole out ... strong.", ["motor_deficit absent"]),
        ("Toes down. Equally strong, still.", ["motor_deficit absent"]),
        ("Push down. That's full strength. Other arm ... also full, both.", ["motor_deficit bilateral absent"]),
        ("Strength is fives across the board.", ["motor_deficit absent"]),
        ("Strength isn't an issue, all fives.", ["motor_deficit absent"]),
        ("Look up to the right. Positive Spurling. Grip ... a bit weak on the right.",
         ["motor_deficit right", "tension_sign right"]),
        ("Push up. Left hip is stuck at forty degrees, right's fine.", []),
        ("Toes up ... one ... two ... three. Good, relax.", []),
        ("Push up on your toes. Three is the left side of the chart.", []),
        ("Turn your neck left. Bending's full.", []),
    ],
)  # fmt: skip
def test_grades_run_on_and_trail_off(read: Read, said: str, lines: list[str]) -> None:
    """A grade stands before or behind its side and what is tested; what is counted or moved is none."""
    assert sorted(read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript")) == lines
