"""Specification of TART: what palpation and motion testing found."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L5 tender", ["tenderness lumbar"]),
        ("Pain on palpation of the sacrum", ["tenderness sacral"]),
        ("Boggy tissue at T4 on the left", ["tissue_texture thoracic left"]),
        ("Right lumbar paraspinal hypertonicity", ["tissue_texture lumbar right"]),
        ("Ropy paraspinals L3-5", ["tissue_texture lumbar"]),
        ("Warmth over the left SI joint", ["tissue_texture sacral left"]),
        ("Trapezius spasm on the left", ["tissue_texture cervical left"]),
        ("Suboccipital tenderness bilaterally", ["tenderness head bilateral"]),
        ("PSIS high on the right", ["asymmetry pelvic right"]),
        ("Left ASIS superior", ["asymmetry pelvic left"]),
        ("Deep right sulcus, left ILA posterior", ["asymmetry sacral right", "asymmetry sacral left"]),
        ("Pelvic obliquity", ["asymmetry pelvic"]),
        ("Left leg length discrepancy", ["asymmetry left"]),
        ("L5 restricted", ["restriction lumbar"]),
        ("Lumbar: tender, boggy, restricted", ["tenderness lumbar", "tissue_texture lumbar", "restriction lumbar"]),
        ("The left shoulder sits lower", ["asymmetry upper_extremity left"]),
        ("Hips are uneven", ["asymmetry pelvic"]),
        ("Shoulder pain is lower today", []),
    ],
)
def test_components(read: Read, text: str, lines: list[str]) -> None:
    """Texture, asymmetry, restriction and tenderness are found with region and side."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Non-tender at L5", ["tenderness lumbar absent"]),
        ("L5 NTTP", ["tenderness lumbar absent"]),
        ("No tenderness at L5", ["tenderness lumbar absent"]),
        ("No tenderness or spasm of the lumbar spine", ["tenderness lumbar absent", "tissue_texture lumbar absent"]),
        ("No restriction of the lumbar spine", ["restriction lumbar absent"]),
        ("Iliac crests level", ["asymmetry pelvic absent"]),
        ("Lumbar tissue texture normal, neck tender", ["tissue_texture lumbar absent", "tenderness cervical"]),
        ("No tenderness of the neck; thoracic spine boggy", ["tenderness cervical absent", "tissue_texture thoracic"]),
    ],
)
def test_normal_findings(read: Read, text: str, lines: list[str]) -> None:
    """What is normal or denied is absent."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Cervical ROM decreased", ["restriction cervical"]),
        ("Cervical rotation limited to the left", ["restriction cervical left"]),
        ("Hip flexion limited on the right", ["restriction pelvic right"]),
        ("Cervical rotation 45/80", ["restriction cervical"]),
        ("Cervical rotation 80/80", []),
        ("Cervical flexion 40 degrees", ["restriction cervical"]),
        ("Cervical ROM full", ["restriction cervical absent"]),
        ("Lumbar flexion is painless and full", ["restriction lumbar absent"]),
        ("Knee flexion strength decreased", []),
        ("Patellar reflex decreased", []),
    ],
)
def test_motion(read: Read, text: str, lines: list[str]) -> None:
    """Motion is restricted in so many words or by a measure short of its norm; strength and reflexes are no motion."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Standing flexion test positive on the right", ["restriction pelvic right"]),
        ("Standing flexion test: + R", ["restriction pelvic right"]),
        ("Seated flexion test negative", ["restriction sacral absent"]),
        ("- Sacrum: seated flexion test positive on the right", ["restriction sacral right"]),
        ("Sacral base spring test negative", ["restriction sacral absent"]),
        ("Standing flexion test performed", []),
        ("FABER positive on the right", []),
    ],
)
def test_motion_tests(read: Read, text: str, lines: list[str]) -> None:
    """A motion test implies its region, and says something only with its result; a provocation test is none."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L5 FRSR", []),
        ("L5 FRSR, boggy", ["tissue_texture lumbar"]),
        ("Right anterior innominate", []),
        ("Right innominate anterior, right PSIS high", ["asymmetry pelvic right"]),
    ],
)
def test_a_positional_diagnosis_is_no_tart(read: Read, text: str, lines: list[str]) -> None:
    """A position that is a diagnosis adds no asymmetry of its own."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subjective: neck is tender.", []),
        ("Assessment: lumbar tenderness.", []),
        ("Plan: treat the tender lumbar spine.", []),
        ("Exam: Less tender at L5.", []),
        ("Exam: After treatment L5 is softer and tender.", []),
        ("Exam: Recheck: L5 boggy.", []),
        ("Lumbar spine tender.", ["tenderness lumbar"]),
    ],
)
def test_where_it_is_found(read: Read, text: str, lines: list[str]) -> None:
    """Only an exam before the treatment finds TART: no complaint, no assessment, no recheck."""
    assert read(text, "tart") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: Your lumbar spine is boggy on the left.", "Patient: Oh."], ["tissue_texture lumbar left"]),
        (["Doctor: Hello.", "Patient: My neck is tender."], []),
    ],
)
def test_who_finds_it(read: Read, turns: list[str], lines: list[str]) -> None:
    """The examiner finds TART; a patient who feels stiff has none by that."""
    assert read("\n".join(turns), "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("R wrist: stiff, boggy", ["restriction upper_extremity right", "tissue_texture upper_extremity right"]),
        ("Left rib 4 tender, the rib moves less", ["tenderness rib_cage left", "restriction rib_cage left"]),
        ("Left SI tender, not boggy", ["tenderness sacral left", "tissue_texture sacral absent"]),
        ("L2 tender on the left, same on the right", ["tenderness lumbar left", "tenderness lumbar right"]),
        ("Neck and mid back - no spasm, no tenderness",
         ["tissue_texture cervical absent", "tissue_texture thoracic absent",
          "tenderness cervical absent", "tenderness thoracic absent"]),
        ("Lumbar: tender. Right leg is shorter", ["tenderness lumbar", "asymmetry right"]),
        ("Right ASIS higher than the left", ["asymmetry pelvic right"]),
        ("Seated flexion test, positive on the left", ["restriction sacral left"]),
    ],
)  # fmt: skip
def test_sides_and_places_that_are_said_once(read: Read, text: str, lines: list[str]) -> None:
    """A heading, a list or a word before may hold for what follows; a denial has the side that it names itself."""
    assert read(f"Exam: {text}.", "tart") == lines


def test_the_patient_moves_no_hand(read: Read) -> None:
    """What the patient tells in between does not change what the clinician examines."""
    said = "Doctor: I'm at T7 now.\nPatient: My knee hurts too.\nDoctor: No give here at all."
    assert read(said, "tart", "transcript") == ["restriction thoracic"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("T6 doesn't glide. L3 moves.", ["restriction thoracic", "restriction lumbar absent"]),
        ("C2 on the left, it won't rotate back.", ["restriction cervical left"]),
        ("The right first rib, it barely lifts.", ["restriction rib_cage right"]),
        ("The hip rolls fine both ways.", ["restriction pelvic bilateral absent"]),
        ("The clavicle doesn't want to drop.", ["restriction upper_extremity"]),
        ("Left wrist is free.", ["restriction upper_extremity left absent"]),
        ("The left rib doesn't rise like the right one does.", ["restriction rib_cage left"]),
        ("Neck rotation's about half on the left.", ["restriction cervical left"]),
        ("Ribs spring fine on both sides.", ["restriction rib_cage bilateral absent"]),
        ("Sacrum springs.", ["restriction sacral absent"]),
        ("Turn to the left. Drop your arm. Roll over on your back.", []),
        ("I'm not going to crack the neck.", []),
        ("Flexion-distraction at C5-6 today.", []),
    ],
)
def test_spoken_motion(read: Read, text: str, lines: list[str]) -> None:
    """A verb of motion tells of the joint that is its subject; a command and a plan tell nothing."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("T4 is boggy, on the right.", ["tissue_texture thoracic right"]),
        ("Suboccipitals feel like ropes, both sides.", ["tissue_texture head bilateral"]),
        ("The SI joint is tender, wow, all along the left.", ["tenderness sacral left"]),
        ("L5 is stuck, right, so we start there.", ["restriction lumbar"]),
        ("Left ilium, posterior.", ["asymmetry pelvic left"]),
        ("The right clavicle, out by the breastbone, is sitting high.", ["asymmetry upper_extremity right"]),
        ("L3, that one's rotated right.", ["asymmetry lumbar right"]),
        ("The fibular head sits back on the left.", ["asymmetry lower_extremity left"]),
        ("The scalene on the left, near the front, is a rope.", ["tissue_texture cervical left"]),
        ("The neck is free. The low back, that's tender.", ["restriction cervical absent", "tenderness"]),
        ("Left lower ribs, L3 down to L5.", []),
        ("Wrist up. Knee down.", []),
    ],
)
def test_what_follows_a_pause(read: Read, text: str, lines: list[str]) -> None:
    """In speech a side or a position may follow its joint after a pause."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("And this?", "Ouch! Yes.", ["tenderness lumbar"]),
        ("If I press here?", "Ooh. A bit.", ["tenderness lumbar"]),
        ("Is that sharp?", "No.", ["tenderness lumbar absent"]),
        ("And this?", "Yes, that's my phone.", []),
        ("Does it hurt when you walk?", "Yes.", []),
    ],
)
def test_asked_of_touch(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """An examiner who presses points at a spot, and a cry of pain answers."""
    text = f"Doctor: L4 now. {asked}\nPatient: {answer}\nDoctor: I see."
    assert read(text, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Thumbs on the PSIS, bend forward. It's higher on the left.", ["asymmetry pelvic left"]),
        ("ASIS? Right's lower.", ["asymmetry pelvic right"]),
        ("The left PSIS goes first.", ["restriction pelvic left"]),
        ("The ninth rib, it's standing proud on the right.", ["asymmetry rib_cage right"]),
        ("The sixth rib on the left isn't coming up.", ["restriction rib_cage left"]),
        ("T8, it's tight down the left side, isn't it?", ["tissue_texture thoracic left"]),
        ("T8 on the left feels like old rope.", ["tissue_texture thoracic left"]),
        ("Mind the step. Now, your neck.", []),
    ],
)
def test_what_examiners_call_out(read: Read, said: str, lines: list[str]) -> None:
    """A pronoun or a side alone goes on with the landmark named before; nowhere, nothing is found."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "tart", "transcript") == lines


def test_the_side_to_which_a_vertebra_turns_is_not_where_it_hurts(read: Read) -> None:
    """A side to which something is shifted is left behind, one on which it lies goes on."""
    turned = "Doctor: T9 is shifted to the right. Tender?\nPatient: Yes."
    lying = "Doctor: T9, ropy down the right side. Tender?\nPatient: Yes."
    assert "tenderness thoracic" in read(turned, "tart", "transcript")
    assert "tenderness thoracic right" in read(lying, "tart", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Head tilt to the left", ["asymmetry head left"]),
        ("Restr C3 RR, T7 ext, L2 LLF", ["restriction cervical", "restriction thoracic", "restriction lumbar"]),
        ("Fixed C4 in right rotation and T2 in flexion", ["restriction cervical right", "restriction thoracic"]),
        ("Tender C4, T7 flexion full", ["tenderness cervical", "restriction thoracic absent"]),
    ],
)
def test_ways_in_a_list(read: Read, text: str, lines: list[str]) -> None:
    """A way after a joint is how it is restricted or held, and parts no list of restricted joints."""
    assert read(f"Objective: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: Neck rotation to the left is sixty out of eighty.", ["restriction cervical left"]),
        ("Doctor: Neck rotation to the left is eighty out of eighty.", []),
        ("Doctor: C4 is fine. I wouldn't call it stuck.", []),
        ("Doctor: The coccyx is sore.\nPatient: Yes.\nDoctor: Comparing legs, left short a bit.", [
            "tenderness sacral", "asymmetry left",
        ]),
        ("Doctor: L4 on the left. Stand up for me. It's tight.", []),
    ],
)  # fmt: skip
def test_what_the_hands_tell_in_speech(read: Read, text: str, lines: list[str]) -> None:
    """A measure is held against its whole, a word is only a word, and who stands up is felt somewhere else."""
    assert read(text, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2+ edema of both lower legs", []),
        ("Trace ankle edema", []),
        ("Pitting oedema to the knees", []),
        ("Edema over the left lateral ankle", ["tissue_texture lower_extremity left"]),
    ],
)
def test_oedema_of_the_circulation(read: Read, text: str, lines: list[str]) -> None:
    """A graded or pitting oedema of the legs is no finding of palpation."""
    assert read(f"Exam: {text}.", "tart") == lines


def test_a_pain_that_stops_somewhere_is_no_restriction(read: Read) -> None:
    """Pain stops at a joint, motion at an angle."""
    assert read("DR: The pain goes into your left calf and stops at the ankle.", "tart", "transcript") == []
    assert read("DR: It's the right hip, and it does not go down the leg.", "tart", "transcript") == []
    assert read("DR: Your neck stops at 30 degrees.", "tart", "transcript") == ["restriction cervical"]


def test_a_limit_that_brings_a_complaint_on(read: Callable[..., list[str]]) -> None:
    """A motion that is limited is restricted, whatever complaint it reproduces."""
    assert read("Exam: Lumbar extension limited to 10 degrees and reproduces leg pain.", "tart") == [
        "restriction lumbar"
    ]


def test_soreness_before_the_examination_is_a_complaint(read: Read) -> None:
    """What a patient feels is told before the hand finds it."""
    assert read("Upper back still sore when lifting.\nObjective: T4 tender.", "tart") == ["tenderness thoracic"]
    assert read("Right knee fine, neck sore.\nO: L5 restricted.", "tart") == ["restriction lumbar"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The atlas, turns evenly.", ["restriction cervical absent"]),
        ("The occiput doesn't nod well.", ["restriction head"]),
        ("C2 won't turn to the right.", ["restriction cervical right"]),
        ("T6 is stiff, right?", ["restriction thoracic"]),
        ("Your neck is stiff, right?", []),
        ("Over the right SI, tender? Yeah. And on the left?", ["tenderness sacral right"]),
    ],
)
def test_motion_and_questions_aloud(read: Read, said: str, lines: list[str]) -> None:
    """A verb may open its part, a tag asks to agree, and the next question is no part of an answer."""
    assert read(said, "tart", "transcript") == lines


def test_joints_are_full_of_motion(read: Read) -> None:
    """`Full` grades the strength of a joint only where a muscle has been tried."""
    assert read("DR: Shoulders are full.", "neuro", "transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Fix C2 R, T1-2", ["restriction cervical right", "restriction thoracic"]),
        ("A player with a fixed head posture", []),
        ("Ribs 3-5 L dec bucket handle", ["restriction rib_cage left"]),
        ("cranial CRI 10", []),
        ("Strength: deltoid 5/5; LE full", []),
        ("Posture: antalgic to the left", ["asymmetry left"]),
        ("Lumbar flexion to the ankles, extension limited", ["restriction lumbar"]),
        ("Treated L4 with high-velocity thrust", []),
    ],
)
def test_short_words_of_notes(read: Read, text: str, lines: list[str]) -> None:
    """A word of the hands may be one of a posture, a count or a treatment."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T4 turned left, and T5 rotated right as well.", ["asymmetry thoracic left", "asymmetry thoracic right"]),
        ("C1 has slid to the left.", []),
        ("The upper traps are full of knots on both sides.", ["tissue_texture cervical bilateral"]),
        ("T9 on T10, it's not going nowhere.", ["restriction thoracic"]),
        ("Left PSIS is low. Right one's moving.", ["asymmetry pelvic left", "restriction pelvic right absent"]),
        ("The shoulder pain has cleared up.", []),
        ("I've put you down for C4.", []),
        ("The tummy is soft.", ["tissue_texture abdomen_other absent"]),
        ("There's a bit of lifting, cement bags and all, then L3 to look at.", []),
        ("C7's out a bit to the left.", ["asymmetry cervical left"]),
        ("L3 on the right, boy that's like a plank of wood, boggy too.", ["tissue_texture lumbar right"]),
        ("Feels like a knot beside T6.", ["tissue_texture thoracic"]),
        ("The left ilium's gone posterior.", ["asymmetry pelvic left"]),
    ],
)
def test_how_practitioners_talk(read: Read, said: str, lines: list[str]) -> None:
    """What fingers feel is told in idioms; words that only look like a finding tell of none."""
    assert set(read(f"DR: {said}\nPT: Okay.", "tart", "transcript")) == set(lines)


def test_what_is_told_before_a_tag(read: Read) -> None:
    """A question that ends in `yes?` tells what was found before it asks."""
    turns = "DR: L3 is fixed on the right, and you are tender there, yes?\nPT: Yes."
    assert set(read(turns, "tart", "transcript")) == {"restriction lumbar right", "tenderness lumbar right"}


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: You'll be a little sore tonight in the low back.", []),
        ("Doctor: Down a bit. T3 is stiff.", ["restriction thoracic"]),
        ("Doctor: Do your pelvic tilts every morning.", []),
        ("Doctor: The right hip isn't even complaining.", []),
        ("Doctor: Right below the breastbone it's boggy.", ["tissue_texture rib_cage"]),
    ],
)
def test_words_of_every_day_tell_no_finding(read: Read, turns: str, lines: list[str]) -> None:
    """What may be felt tomorrow, where something is and what is told by the way are no findings."""
    assert read(turns, "tart", kind="transcript") == lines
