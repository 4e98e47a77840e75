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
    ("turns", "lines"),
    [
        (["Doctor: Your lumbar spine is boggy on the left.", "Patient: Oh."], ["tissue_texture lumbar left"]),
        (["Doctor: Hello.", "Patient: My neck is tender."], []),
    ],
)
def test_who_finds_it(read: Read, turns: list[str], lines: list[str]) -> None:
    """The examiner finds TART; a patient who feels stiff has none by that."""
    assert read("\n".join(turns), "tart", "transcript") == lines


def test_the_patient_moves_no_hand(read: Read) -> None:
    """What the patient tells in between does not change what the clinician examines."""
    said = "Doctor: I'm at T7 now.\nPatient: My knee hurts too.\nDoctor: No give here at all."
    assert read(said, "tart", "transcript") == ["restriction thoracic"]


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
    ("text", "lines"),
    [
        ("T6 is off, it was tender on the right.", ["tenderness thoracic right"]),
        ("T6 moves freely, it was stuck.", ["restriction thoracic absent", "restriction thoracic historical"]),
        ("T6, that was tender last week.", ["tenderness thoracic historical"]),
    ],
)
def test_told_in_the_past(read: Read, text: str, lines: list[str]) -> None:
    """Only what is dated, or set against how it is now, was so at another time."""
    assert sorted(read(f"Doctor: {text}", "tart", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C6 is stuck, no left rotation at all.", ["restriction cervical left"]),
        ("The muscle at T5 is stringy, like a cable, on the right.", ["tissue_texture thoracic right"]),
        ("T5 is stuck, won't extend.", ["restriction thoracic"]),
        ("C3 is stuck, L4 won't rotate left.", ["restriction cervical", "restriction lumbar left"]),
    ],
)
def test_told_once(read: Read, said: str, lines: list[str]) -> None:
    """What follows only adds the side; another place is another finding."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The right PSIS is high, it's really sore, isn't it?", ["asymmetry pelvic right", "tenderness pelvic right"]),
        ("The left transverse process at T3 sticks out, sore when I press it?", [
            "asymmetry thoracic left", "tenderness thoracic left",
        ]),
        ("C4 is rotated left, huh?", ["asymmetry cervical left"]),
        ("Is the left PSIS low?", []),
    ],
)  # fmt: skip
def test_how_it_stands_before_a_question(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """An examiner tells how something stands, and only asks whether it hurts."""
    assert read(f"DR: {said}\nPT: Yes.", "tart", "transcript") == lines


def test_a_positive_test_assures_nobody(read: Read) -> None:
    """Behind a test that is positive the next one has its own result."""
    said = "Exam: Left standing flexion test is positive, seated flexion test negative."
    assert read(said, "tart") == ["restriction pelvic left", "restriction sacral absent"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Bend forward.\nPT: There.\nDR: Okay, hands to the knees.", ["restriction lumbar"]),
        ("DR: Lean back.\nPT: Ouch.\nDR: Extension is limited.", ["restriction lumbar"]),
        ("DR: Standing, bend forward. March in place for me. The right side doesn't drop.", ["restriction right"]),
    ],
)
def test_a_restriction_is_in_what_was_told_to_move(read: Read, turns: str, lines: list[str]) -> None:
    """Where no place is named it is what was told to move last, until something else is asked for."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The right serratus is tender.", ["tenderness upper_extremity right"]),
        ("The snuffbox on the left is tender.", ["tenderness upper_extremity left"]),
        ("There's a knot between the scapulae.", ["tissue_texture thoracic"]),
        ("The left piriformis is tender.", ["tenderness pelvic left"]),
        ("The right Achilles is tender.", ["tenderness lower_extremity right"]),
        ("The left quadratus won't let go.", ["tissue_texture lumbar left"]),
        ("T3 has lost its glide.", ["restriction thoracic"]),
        ("The right SI isn't going anywhere.", ["restriction sacral right"]),
        ("The levator, where it hooks onto the shoulder blade, right side. It's ropy.", [
            "tissue_texture cervical right",
        ]),
    ],
)  # fmt: skip
def test_names_of_parts_and_feels(read: Read, said: str, lines: list[str]) -> None:
    """Muscles have lay and professional names, and what only says where is not what is felt."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: T7 is stuck, but it isn't sore, is it?\nPT: No.", ["restriction thoracic", "tenderness thoracic absent"]),
        (
            "DR: T7 is stuck, but it doesn't hurt, does it?\nPT: Yes, it does!",
            ["restriction thoracic", "tenderness thoracic"],
        ),
        ("DR: T7 is boggy, does that hurt?\nPT: Yes.", ["tissue_texture thoracic", "tenderness thoracic"]),
    ],
)
def test_findings_before_a_denied_tag(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What is found before a denial that somebody is asked to agree to is told."""
    assert read(said, "tart", "transcript") == lines
