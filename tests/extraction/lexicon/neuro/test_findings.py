"""Specification of neurological findings."""

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
        ("No bowel or bladder change", ["bowel_bladder absent"]),
        ("Return for urinary retention", ["bowel_bladder hypothetical"]),
        ("Numbness of the left foot", []),
    ],
)
def test_an_alarm_in_the_assessment_is_read(read: Read, words: str, lines: list[str]) -> None:
    """An assessment repeats the findings of the visit, and only alarms and what stands nowhere else are read in it."""
    assert read(f"A: Lumbar strain. {words}.", "neuro") == lines


def test_a_question_that_recognition_ends_with_a_stop(read: Read) -> None:
    """Speech recognition writes a full stop for a question mark; a bare answer tells."""
    text = "any numbness any weakness . no . okay the exam is next"
    assert read(text, "neuro", "transcript") == ["sensory_deficit absent", "motor_deficit absent"]


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


def test_electricity(read: Read) -> None:
    """A leg with electricity in it tells of a nerve."""
    said = "DR: And the leg?\nPT: Sometimes like electricity down my left leg."
    assert "radicular_pain left" in read(said, "neuro", "transcript")


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Progressive weakness of the left hand.", ["Progressive weakness"]),
        ("The leg weakness has been getting worse.", ["leg weakness has been getting worse"]),
        ("Weakness of the left hand since May.", ["Weakness"]),
        ("No progressive weakness.", ["No progressive weakness"]),
    ],
)
def test_the_quote_tells_it(quotes: Callable[..., list[list[str]]], text: str, told: list[str]) -> None:
    """The words that say so belong into the quote, by which it alarms."""
    assert quotes(f"HPI: {text}", "neuro") == [told]


def test_an_assessment_may_alarm(read: Read) -> None:
    """What is only named in an assessment is read where it grows."""
    assert read("Assessment: L5 radiculopathy with worsening foot drop.", "neuro") == ["motor_deficit L5"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam: Your walk was steady.", ["gait absent"]),
        ("Exam: Walking seemed normal.", ["gait absent"]),
        ("Exam: You lean over your right hip.", ["gait right"]),
        ("Exam: Straight leg raise did not trouble him.", ["tension_sign absent"]),
        ("Plan: Surgery may leave new weakness in the legs.", ["motor_deficit hypothetical"]),
        ("HPI: It runs around like a band on the left.", ["radicular_pain left"]),
        ("HPI: No lower than the bra line, and it comes around like a belt.", ["radicular_pain"]),
        ("HPI: You may leave the leg brace on.", []),
    ],
)
def test_plain_words(read: Read, text: str, lines: list[str]) -> None:
    """Everyday words tell of a walk, a band of pain and what an operation may bring."""
    assert read(text, "neuro") == lines


def test_a_study_of_nerves_tests_no_strength(read: Read) -> None:
    """What a nerve conducts is neither strength nor feeling."""
    assert read("NCS: R median motor + sensory all normal.", "neuro") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Hoff man negative.", ["upper_motor_neuron absent"]),
        ("The s l r is negative on the left.", ["tension_sign left absent"]),
        ("I flick the finger. The thumb twitches on the right.", ["upper_motor_neuron right"]),
        ("The thumb twitches at night.", []),
        ("Ankles are brisk, both of them.", ["upper_motor_neuron bilateral"]),
        ("That muscle is brisk.", []),
        ("Your ankles don't bounce.", ["upper_motor_neuron absent"]),
        ("That might be why you have numb toes.", ["sensory_deficit"]),
    ],
)
def test_signs_told_in_speech(read: Read, said: str, lines: list[str]) -> None:
    """Signs are told as recognition spells them, and over two sentences; a cause alone may be in doubt."""
    assert read(f"Doctor: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("DR: I numb the skin, then the joint.", []),
        ("DR: We'll numb it up first.", []),
        ("DR: The right joint glides, the left one stays put.", []),
        ("DR: I spring the collarbone and that doesn't go anywhere.", []),
        ("DR: I'm going to lay your ankle over the knee.", []),
        ("DR: Any bleeding, leaking, contractions?\nPT: No.", []),
        ("DR: You lean forward when you walk, you see that?\nPT: No.", ["gait"]),
        ("DR: Do you stoop when you walk?\nPT: No.", ["gait absent"]),
        ("DR: Pinprick is dull around the saddle.", ["saddle_anesthesia"]),
        ("PT: When I wipe I can't feel it right.", ["saddle_anesthesia"]),
        ("PT: My hand is numb. It stays put, the pain.", ["sensory_deficit", "radicular_pain absent"]),
    ],
)
def test_deeds_and_what_they_look_like(read: Read, text: str, lines: list[str]) -> None:
    """What a clinician does with a needle or a joint is no complaint, and what is seen of a walk needs no assent."""
    assert read(text, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Ankle jerks match.", ["reflex_deficit absent"]),
        ("Knee jerks matched side to side.", ["reflex_deficit absent"]),
        ("Numbness and MRI findings match.", ["sensory_deficit"]),
        ("Reflexes match the MRI.", []),
        ("Pinprick dull from the groin down on both sides.", ["sensory_deficit bilateral"]),
        ("Crotch feels normal.", ["saddle_anesthesia absent"]),
        ("She has not been able to pass urine.", ["bowel_bladder"]),
        ("Walks evenly.", ["gait absent"]),
        ("Short stance phase on the right.", ["gait right"]),
    ],
)
def test_words_of_notes(read: Read, said: str, lines: list[str]) -> None:
    """Reflexes that match are well, and so on."""
    assert read(f"EXAM\n{said}", "neuro") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Triceps/biceps 2+ and equal.", ["reflex_deficit absent"]),
        ("Left triceps 4+ over 5.", ["motor_deficit left"]),
        ("Pinprick dull below the navel, L = R.", ["sensory_deficit"]),
        ("Reflexes C5-7: [x] 2+ equal [ ] reduced", ["reflex_deficit absent"]),
        ("Slump: [x] negative [ ] positive R [ ] positive L", ["tension_sign absent"]),
        ("SLR   R [x] pos [ ] neg     L [ ] pos [x] neg", ["tension_sign left absent", "tension_sign right"]),
        ("R toe goes up, L goes down.", ["upper_motor_neuron left absent", "upper_motor_neuron right"]),
        ("Light touch reduced on the lateral left foot, S1.", ["sensory_deficit S1 left"]),
        ("Continent.", ["bowel_bladder absent"]),
        ("Incontinent since May.", ["bowel_bladder"]),
        ("No locking, no giving way.", []),
        ("The right leg gives way.", ["motor_deficit right"]),
    ],
)
def test_shorthand(read: Read, said: str, lines: list[str]) -> None:
    """Grades of reflexes, boxes, sides that equal each other and roots behind a comma."""
    assert sorted(read(f"EXAM\n{said}", "neuro")) == lines


def test_a_grade_called_by_its_root(read: Read) -> None:
    """Who calls a movement by its root grades that."""
    assert read("DR: Heel up. Call that S1, four out of five.", "neuro", "transcript") == ["motor_deficit S1"]


def test_what_the_dye_does(read: Read) -> None:
    """Where dye runs down, no pain does."""
    assert read("DR: White is the dye, and it runs down nicely.", "neuro", "transcript") == []
