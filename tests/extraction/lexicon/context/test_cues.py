"""Specification of cues: how words that deny, doubt, date or hand on act on each other and on what stands beside."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Clonus was not elicited.", ["upper_motor_neuron absent"]),
        ("Weakness in either leg could not be demonstrated.", ["motor_deficit absent"]),
        ("Numbness over the left lateral calf and foot is absent.", ["sensory_deficit left absent"]),
        ("Tingling: no", ["sensory_deficit absent"]),
        ("Numbness in the hand, which he denies.", ["sensory_deficit absent"]),
        ("Tingling is not excluded.", ["sensory_deficit possible"]),
        ("Tingling is not suspected.", ["sensory_deficit absent"]),
        ("Tingling has not resolved.", ["sensory_deficit"]),
        ("She never denied tingling.", ["sensory_deficit"]),
        ("He is not without tingling.", ["sensory_deficit"]),
        ("I cannot say there is no tingling.", ["sensory_deficit"]),
        ("It is not that she has no tingling.", ["sensory_deficit"]),
        ("I cannot say there is tingling.", ["sensory_deficit absent"]),
        ("She was told to report any numbness.", ["sensory_deficit hypothetical"]),
    ],
)
def test_negations_act_on_what_is_next_to_them(read: Read, text: str, lines: list[str]) -> None:
    """A negation of a participle denies what stands before; one of a denial affirms, one of an exclusion doubts."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sensation is not normal in the left foot.", ["sensory_deficit left"]),
        ("Sensation is normal in the left foot.", ["sensory_deficit left absent"]),
        ("Knee jerk is less than normal on the right.", ["reflex_deficit right"]),
        ("Slump test was far from negative.", ["tension_sign"]),
        ("Slump test was not positive.", ["tension_sign absent"]),
        ("It is not true that the gait is normal.", ["gait"]),
    ],
)
def test_denied_health_is_a_finding(read: Read, text: str, lines: list[str]) -> None:
    """What is not normal is a finding, and what is not positive none."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L3 is not nontender.", ["tenderness lumbar"]),
        ("Thoracic motion is not full.", ["restriction thoracic"]),
        ("Thoracic motion is full.", ["restriction thoracic absent"]),
        ("Thoracic motion is not limited.", ["restriction thoracic absent"]),
        ("T9 fails to rotate.", ["restriction thoracic"]),
        ("C4 will not translate.", ["restriction cervical"]),
        ("Joint play is absent at T9.", ["restriction thoracic"]),
        ("No glide at T9.", ["restriction thoracic"]),
        ("No motion loss at T9.", []),
    ],
)
def test_motion_that_is_not_there(read: Read, text: str, lines: list[str]) -> None:
    """A segment that does not move is restricted; motion that is not limited is not."""
    assert [line for line in read(text, "tart") if line != "restriction thoracic absent" or lines] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No knee jerk on the right.", ["reflex_deficit right"]),
        ("No reflex changes.", ["reflex_deficit absent"]),
        ("Right knee jerk could not be obtained.", ["reflex_deficit right"]),
        ("Right knee jerk could not be tested.", []),
        ("Clonus could not be elicited.", ["upper_motor_neuron absent"]),
        ("Does not feel pinprick on the right.", ["sensory_deficit right"]),
        ("Unable to raise the left forefoot.", ["motor_deficit left"]),
        ("Unable to raise the left arm from pain.", []),
        ("Cannot stand on the left heel.", ["motor_deficit left"]),
        ("Cannot stand in line.", []),
        ("He cannot feel his left heel.", ["sensory_deficit left"]),
        ("He cannot feel better.", []),
    ],
)
def test_lost_function(read: Read, text: str, lines: list[str]) -> None:
    """A function not found is lost; a sign not provoked is absent; what pain prevents is neither."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No real change in the tingling.", ["sensory_deficit"]),
        ("No resolution of the tingling.", ["sensory_deficit"]),
        ("Without any improvement of the tingling.", ["sensory_deficit"]),
        ("No change in bladder habits.", ["bowel_bladder absent"]),
        ("No new tingling.", ["sensory_deficit absent"]),
    ],
)
def test_where_no_change_is_found_the_thing_remains(read: Read, text: str, lines: list[str]) -> None:
    """A denied change leaves a complaint as it is; a function that has not changed is well."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Come back at once with tingling.",
        "Go straight to the emergency room for tingling.",
        "Should tingling develop, call.",
        "Cautioned that tingling can follow.",
        "Explained why tingling arises.",
        "Monitor for tingling.",
        "Discussed the risk of surgery, tingling among others.",
    ],
)
def test_what_is_feared_or_taught_is_hypothetical(read: Read, text: str) -> None:
    """Precautions, conditions and education tell of nothing that is there."""
    assert read(text, "neuro") == ["sensory_deficit hypothetical"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("She was numb in the foot during her first pregnancy.", " historical"),
        ("He had tingling in his twenties.", " historical"),
        ("There was tingling with an earlier episode.", " historical"),
        ("Tingling in 1998.", " historical"),
        ("Tingling since 1998.", ""),
        ("Tingling had started with the first episode.", ""),
        ("Old tingling.", " historical"),
        ("48-year-old with tingling.", ""),
        ("A long history of tingling.", ""),
        ("Tingling was there on 4/21.", " historical"),
        ("Tingling started on 4/21.", ""),
        ("Longstanding history of tingling.", ""),
        ("Returns for tingling.", ""),
        ("Tingling has abated.", " historical"),
        ("Tingling is no longer a problem.", " historical"),
        ("Seen 3/2/2026. Tingling after a fall in 2026.", ""),
    ],
)
def test_what_is_dated_is_past(read: Read, text: str, assertion: str) -> None:
    """A year, a time of life or an earlier episode dates what is told in the past tense, unless it lasts."""
    assert read(text, "neuro") == [f"sensory_deficit{assertion}"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Uncle has tingling.", " other_person"),
        ("Here with her uncle for tingling.", ""),
        ("Uncle reports she has tingling.", ""),
        ("Fell while carrying her nephew and has tingling.", ""),
        ("Tingling in her uncle.", " other_person"),
        ("Her uncle came along, patient has tingling.", " other_person"),
    ],
)
def test_whose_finding_it_is(read: Read, text: str, assertion: str) -> None:
    """Who comes along, is carried or speaks for the patient is not the one who has it."""
    assert read(text, "neuro") == [f"sensory_deficit{assertion}"]


@pytest.mark.parametrize(
    ("said", "assertion"),
    [
        ("Another patient has tingling like that.", " other_person"),
        ("I saw a man with tingling.", " other_person"),
        ("The lady before you had tingling.", " other_person"),
        ("This patient has tingling.", ""),
    ],
)
def test_another_patient(read: Read, said: str, assertion: str) -> None:
    """In speech a clinician may recall other patients."""
    assert read(f"DR: {said}\nPT: Oh.", "neuro", "transcript") == [f"sensory_deficit{assertion}"]


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ("Patient thinks her sacrum has a subluxation.", "lesions", []),
        ("He is convinced that L5 is rotated right.", "tart", []),
        ("T9 less tender than last week.", "tart", ["tenderness thoracic"]),
        ("Less tender at T9.", "tart", []),
        ("No improvement of the tenderness at T9.", "tart", ["tenderness thoracic"]),
        ("T9 tender before, nontender after.", "tart", ["tenderness thoracic"]),
        ("Following HVLA, T9 nontender.", "tart", []),
        ("T9 spasm reduced after the adjustment.", "tart", []),
        ("T9 spasm after the last adjustment.", "tart", ["tissue_texture thoracic"]),
    ],
)
def test_what_is_believed_or_rechecked_is_no_finding(read: Read, text: str, name: str, lines: list[str]) -> None:
    """Beliefs and rechecks after treatment are no findings of the visit; a comparison with an earlier visit is one."""
    assert read(text, name) == lines


def test_a_guess_is_rejected_by_name(read: Read) -> None:
    """A guess of the patient that the clinician denies is an absent diagnosis, in full words as in short ones."""
    guess = "PT: I'm afraid I broke my back.\nDR: You do not have a fracture."
    assert read(guess, "diagnoses", "transcript") == ["fracture absent"]
    assert read(guess.replace("do not", "don't"), "diagnoses", "transcript") == ["fracture absent"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Phone us the moment tingling appears.", " hypothetical"),
        ("Tingling should prompt a call.", " hypothetical"),
        ("Any tingling: straight to the ER.", " hypothetical"),
        ("Red flags (tingling, fever) discussed.", " hypothetical"),
        ("As long as no tingling develops, continue.", " hypothetical"),
        ("Seen in the ED for tingling.", ""),
        ("?tingling of the thumb", " possible"),
        ("Tingling of the thumb (?)", " possible"),
        ("Tingling of the thumb is conceivable.", " possible"),
        ("Tingling has since settled.", " historical"),
        ("The tingling wore off.", " historical"),
        ("Tingling aged 19.", " historical"),
        ("Tingling of the hand as a teenager.", " historical"),
        ("Tingling, mostly resolved.", ""),
        ("Tingling is far from gone.", ""),
        ("Tingling is unchanged from last visit.", ""),
        ("Tingling runs in the family.", " other_person"),
        ("Tingling: mother.", " other_person"),
        ("Her daughter, a nurse, has noticed tingling in her foot.", ""),
        ("Cares for her niece, who has tingling.", " other_person"),
    ],
)
def test_ways_of_warning_doubting_dating_and_handing_on(read: Read, text: str, assertion: str) -> None:
    """Warnings, doubts, dates and persons are told by many words; what is only partly gone is still there."""
    assert read(text, "neuro")[:1] == [f"sensory_deficit{assertion}"]


@pytest.mark.parametrize(
    ("said", "assertion"),
    [
        ("There was an older chap with tingling.", " other_person"),
        ("A guy I work with has tingling.", " other_person"),
        ("You're a healthy guy with tingling.", ""),
    ],
)
def test_somebody_new_is_another_person(read: Read, said: str, assertion: str) -> None:
    """A person who is brought in with an article is not the patient; one that the patient is said to be is."""
    assert read(f"DR: {said}", "neuro", "transcript") == [f"sensory_deficit{assertion}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("If she sneezes, tingling runs into the hand.", ["sensory_deficit"]),
        ("If he sits past ten minutes the hand is tingling.", ["sensory_deficit"]),
        ("If she lifts and gets tingling, she should call.", ["sensory_deficit hypothetical"]),
        ("If tingling appears, call.", ["sensory_deficit hypothetical"]),
    ],
)
def test_what_brings_a_complaint_on_is_no_condition(read: Read, text: str, lines: list[str]) -> None:
    """An `if` with an everyday act tells when a complaint comes; with advice it tells what to do."""
    assert [line.partition(" left")[0] for line in read(text, "neuro")][:1] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("His brother was left with tingling.", ["sensory_deficit other_person"]),
        ("His brother has tingling but he has none.", ["sensory_deficit other_person"]),
        ("In her thirties she had tingling for a month.", ["sensory_deficit historical"]),
        ("Tingling at the age of fourteen.", ["sensory_deficit historical"]),
        ("Her tingling came and went. A week later it was gone.", ["sensory_deficit historical"]),
    ],
)
def test_others_and_other_times(read: Read, text: str, lines: list[str]) -> None:
    """A verb does not end what is said of somebody else, and an age dates what stands before or after it."""
    assert read(f"History: {text}", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Former chiropractor labelled L2 a vertebral subluxation.", []),
        ("Her riding teacher feels L2 is a subluxation.", []),
        ("Her old physio blamed L2. I agree, it is L2 segmental dysfunction.", ["somatic_dysfunction lumbar L2"]),
        ("Was told of a subluxation at L2; I could not find one.", ["subluxation_complex lumbar L2 absent"]),
    ],
)
def test_what_former_clinicians_called_it_is_no_lesion(read: Read, text: str, lines: list[str]) -> None:
    """A lesion is the clinician's own, who may agree or find none."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("When I pressed on L5 it was tender.", "tenderness lumbar"),
        ("Where I palpated T4 it was sore.", "tenderness thoracic"),
        ("Last month when I pressed on L5 it was tender.", "tenderness lumbar historical"),
    ],
)
def test_what_the_hands_have_just_met(read: Read, said: str, line: str) -> None:
    """An examiner tells of the touch of a moment ago in the past tense; a date makes it history."""
    assert read(f"Doctor: {said}", "tart", "transcript") == [line]


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        ("PT: My dad had a fusion.\nDR: He had a spondylolisthesis. You don't.", "spondylolisthesis other_person"),
        ("PT: And if it's stenosis?\nDR: If it's stenosis, we talk. Many never need surgery.",
         "spinal_stenosis hypothetical"),
        ("DR: I thought you might have sciatica, but the pain's not in the right spot.", "sciatica absent"),
    ],
)  # fmt: skip
def test_what_is_said_of_others_and_of_what_may_be(read: Read, turns: str, line: str) -> None:
    """A pronoun takes up the person just spoken of, an if answers no if, and a former guess is given up."""
    assert read(turns, "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "If your arms turn heavy, or you can't start to pee, don't wait for Friday.",
        "A bad disc there can stop people from peeing.",
        "This surgery can leave people leaking.",
    ],
)
def test_what_is_only_warned_of(read: Read, said: str) -> None:
    """What may come, and what comes to people, has not come to the patient."""
    assert all(line.endswith("hypothetical") for line in read(f"DR: {said}", "neuro", "transcript"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("CT was negative for fracture.", "ct fracture absent"),
        ("DR: Your films came back negative for a fracture.", "xray fracture absent"),
        ("MRI without contrast shows canal stenosis at L3-4.", "mri canal_narrowing lumbar"),
        ("CT without contrast negative for fracture.", "ct fracture absent"),
        ("DR: On the MRI there is facet over growth at L3-4.", "mri bony_overgrowth lumbar"),
    ],
)
def test_what_a_study_is_without(read: Read, text: str, line: str) -> None:
    """A study is negative for what follows, and one without contrast lacks only that."""
    assert read(text, "imaging", "transcript" if text.startswith("DR:") else "note") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Suspected SI joint dysfunction is off the list.", ["somatic_dysfunction sacral absent"]),
        ("Suspected SI joint dysfunction, now off the list.", ["somatic_dysfunction sacral absent"]),
        ("Suspected SI joint dysfunction has been crossed off the list.", ["somatic_dysfunction sacral absent"]),
        ("SI joint dysfunction is not off the list.", ["somatic_dysfunction sacral possible"]),
        ("L4 dysfunction is not more present.", ["somatic_dysfunction lumbar L4 historical"]),
    ],
)
def test_what_is_off_the_list(read: Read, text: str, lines: list[str]) -> None:
    """What is off the list of what it may be is ruled out."""
    assert read(f"Assessment: {text}", "lesions") == lines


@pytest.mark.parametrize(
    ("text", "table", "line"),
    [
        (
            "Doctor: Sounds like a T3 dysfunction to me.\nPatient: Oh.",
            "lesions",
            "somatic_dysfunction thoracic T3 possible",
        ),
        (
            "Doctor: It sounded a lot like it. T3 dysfunction.\nPatient: Oh.",
            "lesions",
            "somatic_dysfunction thoracic T3",
        ),
        (
            "Doctor: That T3 dysfunction isn't yours.\nPatient: Oh.",
            "lesions",
            "somatic_dysfunction thoracic T3 other_person",
        ),
    ],
)
def test_guesses_and_other_owners(read: Read, text: str, table: str, line: str) -> None:
    """What only sounds like a lesion is possible; what is not the patient's is somebody else's."""
    assert read(text, table, "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("I was sure you'd have a T3 dysfunction, but it moves.", "somatic_dysfunction thoracic T3 hypothetical"),
        ("I expected to find a T3 dysfunction and found it loose.", "somatic_dysfunction thoracic T3 hypothetical"),
        ("That could turn into a T3 dysfunction.", "somatic_dysfunction thoracic T3 hypothetical"),
        ("M ninety nine zero two, T3 dysfunction.", "somatic_dysfunction thoracic T3"),
        ("Zero dysfunction at T3.", "somatic_dysfunction thoracic T3 absent"),
    ],
)
def test_expectations_and_digits(read: Read, said: str, line: str) -> None:
    """What was expected, or might come, is not there; the zero of a code denies nothing."""
    assert read(f"Doctor: {said}\nPatient: Oh.", "lesions", "transcript") == [line]
