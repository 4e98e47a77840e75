"""Specification of verbs of motion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("It's not coming from the sacrum.", []),
        ("T5 rotates left.", []),
        ("T5 rotates left easily.", ["restriction thoracic left absent"]),
        ("T5 rotates left and right.", ["restriction thoracic bilateral absent"]),
        ("The neck rotates left.", ["restriction cervical left absent"]),
    ],
)
def test_how_a_vertebra_turned_is_no_free_motion(read: Read, said: str, lines: list[str]) -> None:
    """A vertebra that rotates to one side, of which nothing more is said, may be a diagnosis."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_a_swing_to_a_side(read: Read) -> None:
    """What swings to a side leaves its way, and is not called free."""
    assert read("Doctor: The jaw swings to the left.", "tart", "transcript") == ["asymmetry head left"]
    assert read("Doctor: The sacrum swings freely.", "tart", "transcript") == ["restriction sacral absent"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: See, the right toes don't come up.", []),
        ("Doctor: With the foot going the way it's going I'd not wait.", []),
        ("Doctor: The right wrist gives, four minus.", []),
        ("Doctor: T7 is blocked, nothing.", ["restriction thoracic"]),
    ],
)
def test_what_hangs_or_goes_on_is_no_joint(read: Read, turns: str, lines: list[str]) -> None:
    """Toes that do not come up are weak, and a way things go is none of motion."""
    assert read(turns, "tart", kind="transcript") == lines


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
    ("said", "lines"),
    [
        ("Sacrum: spring test hard.", ["restriction sacral"]),
        ("The S2 segment has a hard spring test.", ["restriction sacral"]),
        ("Spring test: firm end feel at the sacrum.", ["restriction sacral"]),
        ("LS spring +", ["restriction sacral"]),
        ("Sacral base springs.", ["restriction sacral absent"]),
        ("Sacrum: spring test not hard.", []),
        ("Ribs 4-6 L: will not drop on exhalation.", ["restriction rib_cage left"]),
        ("Rib 7 right: does not open with the breath.", ["restriction rib_cage right"]),
        ("L5: does not move.", ["restriction lumbar"]),
        ("R talus: post glide blocked.", ["restriction lower_extremity right"]),
        ("R talus - post glide limited.", ["restriction lower_extremity right"]),
        ("Post treatment glide limited less at the R talus.", []),
    ],
)
def test_results_of_a_note(read: Read, said: str, lines: list[str]) -> None:
    """A spring test has a feel, a row denies a motion of its label, and a `post` glide goes backwards."""
    assert read(f"Exam:\n{said}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The left fourth rib failed to rise with inspiration.", ["restriction rib_cage left"]),
        ("T4 refused to extend.", ["restriction thoracic"]),
        ("T4 was unable to extend.", ["restriction thoracic"]),
        ("The left sternal end rides up.", ["asymmetry upper_extremity left"]),
        ("The left rib rides evenly.", ["restriction rib_cage left absent"]),
        ("Left PSIS rides up first.", ["restriction pelvic left"]),
    ],
)
def test_what_fails_to_move_or_rides_up(read: Read, said: str, lines: list[str]) -> None:
    """A joint that failed to move is restricted, and a landmark that rides up stands high, which frees no motion."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: The fibular head on the right, I can't get it to glide forward.", ["restriction lower_extremity right"]),
        ("DR: I couldn't get that left rib to drop.", ["restriction rib_cage left"]),
        ("DR: I can get L5 to move.", ["restriction lumbar absent"]),
        ("PT: I can't get my neck to turn.", []),
        ("DR: We couldn't get the insurance to move on your back.", []),
    ],
)
def test_what_nobody_gets_to_move(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A joint that an examiner cannot get to move is restricted."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Now the SI joints. Left side glides. Right side won't glide.", [
            "restriction sacral left absent", "restriction sacral right",
        ]),
        ("Radial head next. The left goes both ways.", ["restriction upper_extremity left absent"]),
        ("C4 turns both ways.", ["restriction cervical bilateral absent"]),
        ("It's all moving down the thoracic spine.", ["restriction thoracic absent"]),
        ("The neck turns into the upper back here.", []),
        ("Neck side bends.", []),
        ("The ribs. Left side, three and four, those two barely lift.", ["restriction rib_cage left"]),
        ("The ribs. I'd do three lifts.", []),
        ("T4 is under my hand. There, that moved.", []),
        ("T4 is under my hand. That moves.", ["restriction thoracic absent"]),
        ("The left clavicle is riding fine.", ["restriction upper_extremity left absent"]),
        ("I saw your left ribs in the spring, positive fellow.", []),
    ],
)  # fmt: skip
def test_sides_that_move(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A side of what was named moves or not, and so does all along a part of the spine."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("I spring the clavicle. This is the right, it bounces. This is the left, and that doesn't go anywhere.", [
            "restriction upper_extremity right absent", "restriction upper_extremity left",
        ]),
        ("T9 gives me nothing to the left.", ["restriction thoracic left"]),
        ("C5, that one's giving me nothing when I turn it right.", ["restriction cervical right"]),
        ("The neck is good. Moves like a kid's.", ["restriction cervical absent"]),
        ("The hip itself rolls like a dream.", ["restriction pelvic absent"]),
        ("The left PSIS is low, and it won't drop when you lift your knee, right one does.", [
            "asymmetry pelvic left", "restriction pelvic left", "restriction pelvic right absent",
        ]),
        ("The talus on the left, it glides fine as I bend the knee.", ["restriction lower_extremity left absent"]),
        ("So the low back pain stays put, it doesn't go anywhere.", []),
        ("The MRI of the neck gives nothing away.", []),
    ],
)  # fmt: skip
def test_a_verb_that_says_it_in_other_words(read: Read, told: str, lines: list[str]) -> None:
    """Nothing comes of a joint, it goes nowhere under a hand, or moves as in the young; a limb may only move it."""
    assert read(f"DR: {told}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("The left sacroiliac springs. Right one, it's like pushing on a safe.", [
            "restriction sacral left absent", "restriction sacral right",
        ]),
        ("I lean on T6 and it's like leaning on a table.", ["restriction thoracic"]),
        ("The right fibular head, I draw it forward and it's not having it.", ["restriction lower_extremity right"]),
        ("L5, I can move it every which way.", ["restriction lumbar absent"]),
        ("I offered him the neck fusion and he's not having it.", []),
    ],
)  # fmt: skip
def test_what_a_stuck_joint_is_like(read: Read, told: str, lines: list[str]) -> None:
    """A joint is like a wall to push on, or will have none of it, as a person may as well."""
    assert read(f"DR: {told}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: The left hip won't roll in. The right one rolls in like it should.",
            ["restriction pelvic left", "restriction pelvic right absent"],
        ),
        ("DR: Rib six on the left drops the way it ought to.", ["restriction rib_cage left absent"]),
        ("DR: The talus doesn't glide like it should on the left.", ["restriction lower_extremity left"]),
        ("DR: Right SI is stuck. Left one, glides.", ["restriction sacral right", "restriction sacral left absent"]),
        ("DR: The left shoulder goes up without any trouble.", ["restriction upper_extremity left absent"]),
        ("DR: Knees next, both bend fine.", ["restriction lower_extremity bilateral absent"]),
        ("DR: Mid back, springs everywhere I push.", ["restriction thoracic absent"]),
        ("DR: L4 and L5 move today.", ["restriction lumbar absent"]),
        ("DR: I'd move house like they should.", []),
    ],
)
def test_motions_called_as_they_should_be(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What goes as it should, or without trouble, is free, also on a side that is named apart."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: The neck only turns half way to the left.", ["restriction cervical left"]),
        ("DR: The left knee straightens all the way.", ["restriction lower_extremity left absent"]),
        ("DR: The right elbow won't straighten.", ["restriction upper_extremity right"]),
        ("DR: The elbow bends and straightens all the way.", ["restriction upper_extremity absent"]),
        ("DR: The neck has lost a good third of its turning to the left.", ["restriction cervical left"]),
        ("DR: That should straighten things out for you.", []),
        ("DR: Half the time the neck moves fine.", ["restriction cervical absent"]),
    ],
)
def test_motions_that_go_part_of_the_way(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What goes half the way is restricted, to the side it goes, and a motion that is only named is not free."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Rib 2 elevated on the right, springs poorly.", ["asymmetry rib_cage right", "restriction rib_cage right"]),
        ("Right C4-5 facet does not open.", ["restriction cervical right"]),
        ("L5 was prominent and would not glide.", ["asymmetry lumbar", "restriction lumbar"]),
        ("The left SI joint did not yield.", ["restriction sacral left"]),
        ("Right elbow swollen, can't bend.", ["tissue_texture upper_extremity right"]),
        ("The L4 segment was sore; he would not bend if asked.", ["tenderness lumbar"]),
    ],
)
def test_verbs_of_a_written_examination(read: Read, line: str, lines: list[str]) -> None:
    """A part of a note may open with a verb of what was just named; what a patient cannot do tells of no joint."""
    assert read(f"Exam:\n{line}", "tart") == lines
