"""Specification of words of touch that tell of none."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Wound clean, no redness or swelling.",
        "Incision dry, no erythema.",
        "Risk of spinal cord damage.",
        "The L4-5 flavum is thickened.",
        "Pain from one nerve at one level.",
        "A far lateral L4-5 disc herniation.",
        "The facet joints at L4 have grown thick.",
        "L4 sits a little forward on L5, a grade one spondylolisthesis.",
        "Pain at L4 when she is leaning back.",
    ],
)
def test_what_no_hand_finds(read: Read, text: str) -> None:
    """A wound, a cord, a ligament on a film and a level are no tissue that was felt."""
    assert read(f"Exam: {text}", "tart") == []


def test_what_a_hand_finds(read: Read) -> None:
    """The same words tell of muscles."""
    assert read("Exam: A ropy cord in the left levator.", "tart") == ["tissue_texture cervical left"]
    assert read("Exam: Thickened paraspinals at L3.", "tart") == ["tissue_texture lumbar"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("If the neck is still stiff on Friday, come back.", []),
        ("What happens is when a joint gets stuck, the muscle tightens up. That was T5.", []),
        ("If I press on L4 it doesn't give.", ["restriction lumbar"]),
        ("The shoulder, it's not a fixation.", []),
        ("Right hip internal rotation, tight, maybe twenty.", ["restriction pelvic right"]),
        ("Left hip's tight in rotation.", ["restriction pelvic left"]),
    ],
)
def test_what_would_be_is_not_found(read: Read, said: str, lines: list[str]) -> None:
    """A condition and a general explanation find nothing."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L4 comes to a firm stop on the left.", []),
        ("I'm leaning here on the left SI.", []),
        ("The left rib is stuck down.", ["restriction rib_cage left"]),
        ("The left rib sits down.", ["asymmetry rib_cage left"]),
        ("The narrowing at C5 comes from the thickened ligament.", []),
        ("I lift the left leg and she grabs her buttock.", []),
        ("The muscle over L4 grabs on the left.", ["tissue_texture lumbar left"]),
        ("On your toes. The left heel doesn't come up.", []),
        ("I'll treat L4 with muscle energy and some soft tissue.", []),
    ],
)
def test_what_no_hand_feels(read: Read, said: str, lines: list[str]) -> None:
    """Ligaments that narrow, persons who grab, heels that do not rise and soft tissue work tell of no tissue."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Left ankle: anterior drawer firm", []),
    ],
)
def test_ends_of_ligaments(read: Read, text: str, lines: list[str]) -> None:
    """A test of a ligament ends firmly, which is no tissue felt."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


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
        ("C5 is stuck. Arms out, resist me.", ["restriction cervical"]),
        ("C5 is stuck. Push up and resist my hand.", ["restriction cervical"]),
        ("C5 is stuck. Now resist.", ["restriction cervical"]),
        ("C5 and C6 resist left rotation.", ["restriction cervical left"]),
    ],
)
def test_who_is_told_to_resist_is_strong(read: Read, said: str, lines: list[str]) -> None:
    """A patient holds against a hand; a joint that resists is stuck."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_a_motion_is_guarded(read: Read) -> None:
    """What is guarded behind a motion is the motion; a muscle that guards is felt."""
    talk = "DR: Neck rotation right is thirty, left forty, and guarded."
    assert read(talk, "tart", "transcript") == ["restriction cervical right", "restriction cervical left"]
    assert read("DR: Neck's guarded.", "tart", "transcript") == ["tissue_texture cervical"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Walks slowly, a little stiff, heel to toe is unsteady.", []),
        ("Sacrum. You're wide and stiff.", []),
        ("That's a stiff, scissoring gait.", []),
        ("The neck is stiff.", ["restriction cervical"]),
        ("L5. He's got a pinched cord.", []),
        ("L5 slid, so we put screws in so it can't move.", []),
        ("L5. It's for your flex account, ninety eight nine forty.", []),
        ("The left shoulder, it isn't a frozen shoulder.", []),
        ("The left shoulder is frozen.", ["restriction upper_extremity left"]),
    ],
)
def test_what_is_no_joint_that_is_stuck(read: Read, said: str, lines: list[str]) -> None:
    """A walk is stiff, a cord is pinched, screws hold and an account pays: no hand finds any of it."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The right knee does not give way", []),
        ("The right knee does not give", ["restriction lower_extremity right"]),
        ("Sticky tape over the left shoulder", []),
        ("Feet warm, pulses 2+", []),
        ("Left knee warm", ["tissue_texture lower_extremity left"]),
        ("The left shoulder is sticky", ["restriction upper_extremity left"]),
        ("The talus has no anterior glide and the end-feel is firm", ["restriction lower_extremity"]),
        ("No anterior glide restriction of the talus", ["restriction lower_extremity absent"]),
        ("No joint play loss at C4", []),
        ("C4 end-feel is springy", ["restriction cervical absent"]),
        ("C6-C7: Posterior disc bulge", []),
    ],
)
def test_words_of_everyday_and_of_films(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """A knee that does not give way is stable, tape sticks, and a bulge is posterior without its vertebra."""
    assert read(f"Objective: {text}.", "tart") == lines


@pytest.mark.parametrize(
    "said",
    [
        "The left arm. It rests at shoulder height.",
        "The left hamstring. Curl against me ... sore, but strong.",
        "Clonus. Watch the ankle, I jerk it up and hold. It just stops, there's none.",
        "Hip up, now I'm straightening the knee.",
        "It's not coming from your back.",
        "I'm feeling down T4 to T8.",
        "The neck. Trigger point injections are covered.",
    ],
)
def test_words_that_tell_no_finding_here(read: Read, said: str) -> None:
    """Heights that an arm reaches, efforts, reflexes, bids and treatments are no findings of the hands."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == []


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Walk on your heels. No, the right one isn't coming up. The foot is fine.\nPT: Okay.", []),
        ("DR: T9, when I lean on it it's not coming up.\nPT: Okay.", ["restriction thoracic"]),
        ("DR: Drop table for the sacrum, don't tense up.\nPT: Okay.", []),
        ("DR: The left knee, the ligaments are good, that's tight.\nPT: Okay.", []),
        ("DR: You bent down and twisted and the low back, the lumbar spine, let go.\nPT: Okay.", []),
        ("DR: The lumbar spine is twisted.\nPT: Okay.", ["asymmetry lumbar"]),
        ("DR: T6. It's like concrete, I lean on it and it doesn't give.\nPT: Okay.", ["restriction thoracic"]),
        ("DR: The muscle's swollen right alongside L3 on the left.\nPT: Okay.", ["tissue_texture lumbar left"]),
    ],
)  # fmt: skip
def test_talk_that_finds_nothing(read: Callable[..., list[str]], turns: str, lines: list[str]) -> None:
    """Weak toes, ligaments that hold, bids and stories are no findings; joints and muscles with the same words are."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Sometimes the joint gets stuck at L4 and the muscles tighten up.", []),
        ("Often the upper back muscles are tight from desk work.", []),
        (
            "L4 is stuck, and the muscles of the upper back are tight.",
            ["restriction lumbar", "tissue_texture thoracic"],
        ),
    ],
)
def test_how_joints_behave_in_general(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What happens sometimes or often is explained and not found."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("This doesn't turn around overnight.", []),
        ("If nothing helps and it won't turn around, we'll talk.", []),
        ("Your neck won't turn around to the left.", ["restriction cervical left"]),
    ],
)
def test_what_turns_around(read: Read, told: str, lines: list[str]) -> None:
    """An illness that takes its time is no joint that is stuck."""
    assert read(f"Doctor: {told}\nPatient: Okay.", "tart", "transcript") == lines
