"""Specification of how far a motion goes."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Cervical rot 80 R / 50 L.", ["restriction cervical left"]),
        ("C-spine: rotation R 80, L 50.", ["restriction cervical left"]),
        ("Lumbar SB 25 L / 10 R", ["restriction lumbar right"]),
        ("Cervical rot: right 45/80, left 80/80.", ["restriction cervical right"]),
        ("Cervical rot: right 80/80, left 80/80.", []),
        ("Cervical rotation left 50, right 45.", ["restriction cervical bilateral"]),
        ("Cervical rotation measured 50 degrees to the left and 55 to the right.", ["restriction cervical bilateral"]),
        ("Cervical ROM: R rot 45/80, L rot 50/80.", ["restriction cervical bilateral"]),
    ],
)
def test_the_side_that_lags_is_restricted_or_both(read: Read, line: str, lines: list[str]) -> None:
    """Unequal sides show which one lags; equal ones that are short are both restricted."""
    assert read(f"Exam: {line}", "tart") == lines


def test_strength_is_no_range(read: Read) -> None:
    """A grade out of five is one of strength."""
    assert read("Exam: Great toe extension 4/5 right, 5/5 left.", "tart") == []
    assert read("Exam: Wrist flexion R 5/5, L 4/5.", "tart") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C-spine extension 60", []),
        ("C-spine extension 35", ["restriction cervical"]),
        ("Neck flexion 20", ["restriction cervical"]),
    ],
)
def test_bare_measures(read: Read, text: str, lines: list[str]) -> None:
    """A bare number of degrees is no restriction where no more is to be expected."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C4 free", ["restriction cervical absent"]),
        ("T9 itself is mobile", ["restriction thoracic absent"]),
        ("Ribs stick in inhalation on the left", ["restriction rib_cage left"]),
    ],
)
def test_free_joints_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A joint of a note is free or mobile by a word alone."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


def test_a_side_in_the_verdict(read: Read) -> None:
    """The part behind a motion may tell its side, and `tight` is then no tissue."""
    found = read("Doctor: Ear to shoulder, right's tight.", "tart", "transcript")
    assert found == ["restriction cervical right"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T8: extension is not possible.", ["restriction thoracic"]),
        ("L4: rotation to the left impossible.", ["restriction lumbar left"]),
        ("T8: extension is possible.", []),
    ],
)
def test_motion_that_is_not_possible(read: Read, said: str, lines: list[str]) -> None:
    """A motion that is not possible is restricted."""
    assert read(f"Exam:\n{said}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Lumbar extension's where you stop, you get maybe a third.", ["restriction lumbar"]),
        ("Lumbar flexion, you only get to the knees.", ["restriction lumbar"]),
        ("Neck extension, you quit about halfway.", ["restriction cervical"]),
        ("Neck rotation to the left, you're getting about half.", ["restriction cervical left"]),
        ("Lumbar flexion, fingertips reach mid shin.", ["restriction lumbar"]),
        ("Lumbar flexion, it just ends there.", ["restriction lumbar"]),
        ("Lumbar flexion, it's your knees that hurt.", []),
        ("Lumbar flexion, get the form.", []),
        ("An inhalation dysfunction of the third rib.", []),
        ("Neck rotation is down by a third.", ["restriction cervical"]),
    ],
)
def test_how_far_somebody_gets(read: Read, said: str, lines: list[str]) -> None:
    """Speech tells how far somebody gets after the motion; a third is a part, and the third one is none."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("R rib 4 does not come down on exhalation.", ["restriction rib_cage right"]),
        ("R rib 4 moves down on exhalation.", []),
        ("Cervical extension down.", ["restriction cervical"]),
    ],
)
def test_down_is_less_or_a_way(read: Read, text: str, lines: list[str]) -> None:
    """Behind a verb of motion a `down` is where something goes."""
    assert read(f"Exam: {text}", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Leg check prone: left leg 5 mm short in extension, even in flexion", ["asymmetry left"]),
        ("Right leg short in ext, long in flex", ["asymmetry right"]),
        ("Leg check: R short, stays short in flexion", ["asymmetry right"]),
        ("Leg check even", ["asymmetry absent"]),
        ("Leg check done", []),
        ("Left leg short, lumbar extension reduced", ["asymmetry left", "restriction lumbar"]),
        ("Lumbar extension falls short", ["restriction lumbar"]),
    ],
)
def test_legs_that_are_compared(read: Read, text: str, lines: list[str]) -> None:
    """How a leg lies with the knees bent or straight is no motion of a joint."""
    assert sorted(read(f"Objective: {text}.", "tart")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lumbar flexion only to the knees", ["restriction lumbar"]),
        ("Lumbar flexion reaches midshin", ["restriction lumbar"]),
        ("Lumbar forward bending to the upper thighs", ["restriction lumbar"]),
        ("Lumbar flexion to the floor", []),
        ("Lumbar lateral bending to the knees", []),
        ("Diaphragm descent is reduced", ["restriction abdomen_other"]),
        ("The ankle is dry. He is to do dorsiflexion drills daily and may play in full", []),
        ("Elbow in full extension", ["restriction upper_extremity absent"]),
    ],
)
def test_how_far_the_hands_get(read: Read, text: str, lines: list[str]) -> None:
    """Hands that stop above the floor tell of a low back that does not bend; who plays in full is no joint."""
    assert read(f"Objective: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("Look over that way, and over that way. Neck's full.", ["restriction cervical absent"]),
        ("Turn your head. Left you have eighty, right you have forty and it hurts.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Neck rotation right, maybe forty degrees and then you guard.", ["restriction cervical right"]),
        ("Lumbar rotation left, stops at ten before it catches.", ["restriction lumbar left"]),
        ("Turning his head left, lovely. Turning right, he gets to the middle and fusses.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Traction on L5 today, nice and slow.", []),
        ("The neck film is back. Neck's full.", []),
    ],
)  # fmt: skip
def test_how_far_it_goes_and_what_comes_then(read: Read, told: str, lines: list[str]) -> None:
    """What comes behind a measure is no part of it; a joint is full in speech where motions were asked for."""
    assert read(f"DR: {told}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Lumbar: LSB 75%, RSB 100%.", ["restriction lumbar left"]),
        ("Cervical: ext 70%.", ["restriction cervical"]),
        ("Cervical ext 70.", []),
        ("Lumbar ROM full except ext.", ["restriction lumbar absent", "restriction lumbar"]),
        ("Lumbar flexion painful, limited.", ["restriction lumbar"]),
        ("Lumbar flexion painful, then he sat.", []),
        ("Lower ext  [ ] WNL  [ ] dysfunction", []),
        ("Lumbar ext [ ] full [ ] limited", []),
        ("Lumbar ext ☐ full ☐ limited", []),
        ("Lumbar ext [ ] full [x] limited", ["restriction lumbar"]),
        ("Lumbar ext [x] full [ ] limited", ["restriction lumbar absent"]),
        ("Lumbar flexion painful, full.", ["restriction lumbar absent"]),
        ("Lumbar rotation painful, limited by pain.", []),
        ("Lumbar ROM painful except ext.", []),
        ("Lumbar ext 85.", []),
        ("Cervical rotation 80.", []),
        ("Cervical rotation 80%.", ["restriction cervical"]),
        ("Lumbar flex fingertips to mid-shin.", ["restriction lumbar"]),
    ],
)
def test_shorthand_of_ranges(read: Read, line: str, lines: list[str]) -> None:
    """Letters name a motion with its side, percents are of the normal, and a verdict or exception may stand behind."""
    assert read(f"Exam: {line}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: Now the shoulders. Left's full. On the right, abduction is eighty.",
            ["restriction upper_extremity left absent", "restriction upper_extremity right"],
        ),
        ("DR: Left triceps four minus. Right's full.", []),
        ("DR: The shoulders. Left's full.", []),
        ("DR: Hip flexion. Right's weak, four. Left's full.", []),
    ],
)
def test_sides_called_full_beside_a_motion(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A side is full where the motion of the other is told beside it, and no strength."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Lumbar flexion, about half.", ["restriction lumbar"]),
        ("Lumbar flexion painful, then he sat.", []),
        ("Lumbar flexion painful, a full minute.", []),
    ],
)
def test_what_comes_behind_a_motion_in_speech(read: Read, said: str, lines: list[str]) -> None:
    """Only a part that says no more than how far it goes is a verdict on it."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Knee ext: 5 4", []),
        ("Knee ext: 5 degrees", ["restriction lower_extremity"]),
        ("Lumbar ext 5", ["restriction lumbar"]),
    ],
)
def test_grades_in_columns_are_no_degrees(read: Read, text: str, lines: list[str]) -> None:
    """Two grades beside each other are of strength, right and left."""
    assert read(text, "tart") == lines
