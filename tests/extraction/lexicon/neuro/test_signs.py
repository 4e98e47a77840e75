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
        ("Nonradiating ache of the low back", ["radicular_pain absent"]),
        ("No leg pain", ["radicular_pain absent"]),
        ("SLR with no leg pain", ["tension_sign absent"]),
        ("Neurovascularly intact", ["sensory_deficit absent"]),
        ("History of neurovascularly intact feet", ["sensory_deficit historical"]),
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
    ("text", "lines"),
    [
        ("It runs down my left arm. And that hand tingles.", ["radicular_pain left", "sensory_deficit left"]),
        ("My right foot, on top of it, it's numb.", ["sensory_deficit right"]),
        ("My left knee clicks. My hand tingles.", ["sensory_deficit"]),
    ],
)
def test_sides_pointed_back_to(read: Read, text: str, lines: list[str]) -> None:
    """Whoever says that hand speaks of the side named before."""
    assert read(f"Doctor: Tell me.\nPatient: {text}", "neuro", "transcript") == lines


def test_a_root_named_after(read: Read) -> None:
    """The root may be named after what it explains."""
    text = "Doctor: Pinprick is dull over the left thumb, that's C6.\nPatient: Okay."
    assert read(text, "neuro", "transcript") == ["sensory_deficit C6 left"]


def test_an_answer_that_names_its_side_first(read: Read) -> None:
    """A yes may follow the side that it is about."""
    text = "Doctor: Any numbness?\nPatient: The top of the left foot, yeah.\nDoctor: Okay."
    assert read(text, "neuro", "transcript") == ["sensory_deficit left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("If that leg starts to give, call me.", ["motor_deficit hypothetical"]),
        ("Should your grip go, come in.", ["motor_deficit hypothetical"]),
        ("Your arm goes up fine.", []),
    ],
)
def test_a_limb_that_might_fail(read: Read, text: str, lines: list[str]) -> None:
    """A warning names the limb and that it fails, in whatever words."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "neuro", "transcript") == lines


def test_a_question_that_recognition_ends_with_a_stop(read: Read) -> None:
    """Speech recognition writes a full stop for a question mark; a bare answer tells."""
    text = "any numbness any weakness . no . okay the exam is next"
    assert read(text, "neuro", "transcript") == ["sensory_deficit absent", "motor_deficit absent"]


@pytest.mark.parametrize("asked", ["Peeing all right?", "Passing water normally?", "Bladder all right?"])
def test_asked_whether_all_is_well(read: Read, asked: str) -> None:
    """A yes to a question of health is no red flag."""
    assert read(f"Doctor: {asked}\nPatient: Yes.", "neuro", "transcript") == ["bowel_bladder absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: new leg weakness -> ED", ["motor_deficit hypothetical"]),
        ("Plan: perineal numbness = call", ["saddle_anesthesia hypothetical"]),
        ("Exam: Strength + DTRs nl.", ["motor_deficit absent", "reflex_deficit absent"]),
        ("Exam: Slump: L pos / R neg.", ["tension_sign left", "tension_sign right absent"]),
        ("Exam: SLR positive right; on the left it is negative.", ["tension_sign right", "tension_sign left absent"]),
        ("Exam: Right triceps 4 from 5.", ["motor_deficit right"]),
        ("Exam: Bladder is without problem.", ["bowel_bladder absent"]),
        ("Exam: Saddle   [x] normal   [ ] reduced", ["saddle_anesthesia absent"]),
        ("ROS: Bladder   [ ] retention   [ ] leaking   [x] normal", ["bowel_bladder absent"]),
        ("ROS: B/B change: [ ] Y [x] N", ["bowel_bladder absent"]),
        ("Exam: Kemp's + R, SLR - B", ["tension_sign right", "tension_sign bilateral absent"]),
        ("Exam: Spurling + L, Tinel - R.", ["tension_sign left"]),
        ("Exam: Strength: hip flexors 4/5 bilat, quads 5/5.", ["motor_deficit bilateral", "motor_deficit absent"]),
        ("Exam: ASLR 3/5 right.", []),
        (
            "Exam: Knee jerks ++ bilat, ankle jerks + bilat.",
            ["reflex_deficit bilateral absent", "reflex_deficit bilateral"],
        ),
        ("Exam: antalgic lean to the left.", []),
        ("Exam: 5-/5 R EHL.", ["motor_deficit right"]),
        ("Exam: Achilles 0 bilaterally.", ["reflex_deficit bilateral"]),
        ("Exam: EHL 4/5 left. Patellar 1+.", ["motor_deficit left", "reflex_deficit"]),
        ("Exam: derm WNL.", ["sensory_deficit absent"]),
    ],
)
def test_terse_notes(read: Read, text: str, lines: list[str]) -> None:
    """Signs stand for words: where to go with a symptom, the other side, the box that is ticked."""
    assert [line.removesuffix(" present") for line in read(text, "neuro")] == lines


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
        ("The triceps reflex is weaker than on the right.", ["reflex_deficit left"]),
        ("Sensation over the outer foot is duller than on the left.", ["sensory_deficit right"]),
        ("The left knee jerk is weaker than the right.", ["reflex_deficit left"]),
        ("That's the tube the nerves run down.", []),
        ("The biceps tendon is fine.", []),
    ],
)
def test_comparisons_and_explanations(read: Read, said: str, lines: list[str]) -> None:
    """What is weaker than one side is of the other; how a body is built is no finding."""
    assert read(f"Doctor: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "I'm going to run down your spine.",
        "Turn your head to the left. That's full.",
        "Ribs on the left lag, 5, 6 and 4.",
        "The muscles on both sides of L2 are solid.",
    ],
)
def test_what_hands_do_and_feel(read: Read, said: str) -> None:
    """A finger that runs along a spine, a full turn, numbers of ribs and solid muscles tell of no nerve."""
    turns = f"DR: Resist me with the leg. Good.\nPT: There.\nDR: {said}\nPT: Okay."
    assert [line for line in read(turns, "neuro", "transcript") if line != "motor_deficit absent"] == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("On your toes. The left heel doesn't come up.", ["motor_deficit left"]),
        ("Rib six on the left won't come up when you breathe in.", []),
        ("I can't do reflexes on a screen.", []),
        ("I can't check your reflexes by video.", []),
        ("I can't get a reflex at the left ankle.", ["reflex_deficit left"]),
    ],
)
def test_what_cannot_be_done(read: Read, said: str, lines: list[str]) -> None:
    """A heel that does not rise is weak, unlike a rib; a test that is not done shows nothing."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam: Slump, left, positive at the end of range.", ["tension_sign left"]),
        ("Exam: SLR, right, positive at 35.", ["tension_sign right"]),
        ("Exam: SLR, right negative, left positive at 35.", ["tension_sign left", "tension_sign right absent"]),
    ],
)
def test_a_side_between_sign_and_value(read: Read, text: str, lines: list[str]) -> None:
    """A side alone between two commas parts no sign from its value."""
    assert sorted(read(text, "neuro")) == lines


def test_electricity(read: Read) -> None:
    """A leg with electricity in it tells of a nerve."""
    said = "DR: And the leg?\nPT: Sometimes like electricity down my left leg."
    assert "radicular_pain left" in read(said, "neuro", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She goes to sleep without trouble.", []),
        ("He went to sleep at ten.", []),
        ("His left hand goes to sleep.", ["sensory_deficit left"]),
    ],
)
def test_a_person_goes_to_sleep(read: Read, text: str, lines: list[str]) -> None:
    """Who goes to sleep is well; a limb that does is numb."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Numb spot on the thigh?\nPatient: Gone since the shot.", ["sensory_deficit historical"]),
        ("Doctor: No leg symptoms, right?\nPatient: No.", ["radicular_pain absent"]),
        ("Doctor: Your walk looks fine.", ["gait absent"]),
        ("Doctor: The feeling in both feet is good.", ["sensory_deficit bilateral absent"]),
        ("Doctor: Reflexes and strength are still normal.", ["motor_deficit absent", "reflex_deficit absent"]),
        ("Doctor: Let's shoot two films of the neck.", []),
        ("Doctor: The ligament is buckled at L4-5.", []),
    ],
)
def test_said_in_plain_words(read: Read, turns: str, lines: list[str]) -> None:
    """What is over is past, what is denied with a denial is absent, and films that are shot hurt nobody."""
    assert sorted(read(turns, "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("DTR =", ["reflex_deficit absent"]),
        ("Reflexes = B", ["reflex_deficit bilateral absent"]),
        ("The remaining lower extremity groups are full", ["motor_deficit absent"]),
        ("Heel walk: drops on the right", ["motor_deficit right"]),
        ("Reduced pinprick L S1 dermatome, intact elsewhere", ["sensory_deficit S1 left", "sensory_deficit absent"]),
        ("Reflex triceps, biceps normal", ["reflex_deficit absent"]),
        ("Median and peroneal conduction normal", []),
        ("Walks with his walker", ["gait"]),
    ],
)
def test_short_signs_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """Shorthand of a note: an equals sign, groups of muscles, a heel that drops, what stands elsewhere."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Left ankle jerk, I get nothing.", ["reflex_deficit left"]),
        ("Slump on the right, I get nothing.", ["tension_sign right absent"]),
        ("Toes? Right can't hold it.", ["motor_deficit right"]),
    ],
)
def test_nothing_of_a_reflex(read: Read, text: str, lines: list[str]) -> None:
    """Nothing is a lost reflex and a negative test; who cannot hold the toes has lost no bladder."""
    assert read(f"Doctor: {text}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: I flick the ankle up, a few beats there, that's clonus, on the left.", ["upper_motor_neuron left"]),
        ("Doctor: You've got clonus at the right ankle.", ["upper_motor_neuron right"]),
        ("Doctor: Next I'd check for clonus.", []),
        ("Doctor: Knee jerks, those are brisk, both of them.", ["upper_motor_neuron bilateral"]),
    ],
)
def test_a_sign_is_called_by_its_name(read: Read, turns: str, lines: list[str]) -> None:
    """An examiner who names a sign has seen it."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Patient: By that evening it was down the back of the left thigh to the calf.", ["radicular_pain left"]),
    ],
)
def test_how_a_pain_set_in_is_no_history(read: Read, turns: str, lines: list[str]) -> None:
    """What came within a day and lasts is of this episode."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Feeling over the right foot is reduced.", ["sensory_deficit right"]),
        ("Doctor: Feeling on the outside of the left calf is normal.", ["sensory_deficit left absent"]),
    ],
)
def test_feeling_is_tested_as_a_noun(read: Read, turns: str, lines: list[str]) -> None:
    """Feeling that is down is a loss where it is tested."""
    assert read(turns, "neuro", kind="transcript") == lines
