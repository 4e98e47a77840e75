"""Specification of the notation of osteopathic position."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def position(line: str) -> str:
    """Return the line of a lesion that a position states."""
    return f"somatic_dysfunction {line}"


@pytest.mark.parametrize(
    "notation",
    [
        "FRSR", "FRSr", "FRS R", "FRS right", "FRS rt", "F RS R", "F RR SR", "FRRSR", "F SR RR", "FSRRR", "RRSRF",
        "F Rr Sr", "ERSR", "E RR SR", "ESRRR", "ERS right", "NSLRR", "N SL RR", "NRRSL", "N RR SL", "neutral SL RR",
        "N,SL,RR", "eff are ess are", "eff are ess right", "is eff are ess right", "en ess ell are are",
    ],
)  # fmt: skip
def test_the_side_of_a_position_is_that_of_its_rotation(read: Read, notation: str) -> None:
    """Flexion, extension or neutral, rotation and side-bending stand in any order, together or apart."""
    assert read(f"Assessment: L5 {notation}", "lesions") == [position("lumbar L5 right")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C4 FRSL", ["cervical C4 left"]),
        ("C2-C7 FRSL", ["cervical C2 C3 C4 C5 C6 C7 left"]),
        ("T4-6 N SL RR", ["thoracic T4 T5 T6 right"]),
        ("T4-T6 NSRRL", ["thoracic T4 T5 T6 left"]),
        ("C7-T1 FRSR", ["cervical C7 T1 right"]),
        ("T12-L1 FRSL", ["thoracic T12 L1 left"]),
        ("L5-S1 ERSL", ["lumbar L5 S1 left"]),
        ("D5 FRSL", ["thoracic T5 left"]),
        ("C5 FRSR, T3 ERSL and L5 FRSL", ["cervical C5 right", "thoracic T3 left", "lumbar L5 left"]),
        ("R L5 FRSR", ["lumbar L5 right"]),
    ],
)
def test_levels_of_a_position(read: Read, text: str, lines: list[str]) -> None:
    """A position holds for every level of its range, and each of a list is its own lesion."""
    assert read(f"Assessment: {text}", "lesions") == list(map(position, lines))


@pytest.mark.parametrize("text", ["OA F SL RR", "OA FSLRR", "OA E SR RL", "OA is flexed, sidebent left, rotated right"])
def test_the_occiput_sides_against_itself(read: Read, text: str) -> None:
    """The position of the atlanto-occipital joint has no side."""
    assert read(f"Assessment: {text}", "lesions") == [position("head OA")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("AA RL", ["cervical AA left"]),
        ("AA RR", ["cervical AA right"]),
        ("AA rotated left", ["cervical AA left"]),
        ("AA is rotated to the right", ["cervical AA right"]),
        ("C1 RR", ["cervical C1 right"]),
        ("C3 RR", []),
        ("L5 RR", []),
    ],
)
def test_rotation_alone(read: Read, text: str, lines: list[str]) -> None:
    """Rotation alone is a position of the atlas only."""
    assert read(f"Assessment: {text}", "lesions") == list(map(position, lines))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L3 flexed, rotated right, side-bent right", ["lumbar L3 right"]),
        ("L5 is neutral, side bent left, rotated right", ["lumbar L5 right"]),
        ("T7 extended, rotated and sidebent left", ["thoracic T7 left"]),
        ("T7 is rotated left", []),
        ("C5 rotation and side bending to the left are restricted", []),
        ("C5 rotation 40 degrees left, side bending 20 degrees left", []),
    ],
)
def test_positions_in_words(read: Read, text: str, lines: list[str]) -> None:
    """Rotation and side-bending in words are a position, unless they speak of limited motion."""
    assert read(f"Exam: {text}.", "lesions") == list(map(position, lines))


def test_the_quote_is_the_place_with_its_notation(quotes: Callable[..., list[list[str]]]) -> None:
    """A position is quoted from its place to the last of its letters."""
    text = "Assessment: T4-6 N SL RR and a left on left torsion"
    assert quotes(text, "lesions") == [["T4-6 N SL RR"], ["left on left"]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("VSC C3 (PL), R ilium (AS)", ["subluxation_complex cervical C3 left", "subluxation_complex pelvic right"]),
        ("Segmental dysfunction T4 P-R", ["somatic_dysfunction thoracic T4 right"]),
        ("VSC: C1 ASL, L5 PRS", ["subluxation_complex cervical C1 left", "subluxation_complex lumbar L5 right"]),
        ("Segmental dysfunction T4 plain", ["somatic_dysfunction thoracic T4"]),
    ],
)
def test_listings(read: Read, text: str, lines: list[str]) -> None:
    """A listing gives a vertebra its side, and is called what its statement calls it."""
    assert sorted(line.removesuffix(" present") for line in read(f"Assessment: {text}", "lesions")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("FRS right at L5", ["lumbar L5 right"]),
        ("FRSR at L4, ERS left of T5", ["lumbar L4 right", "thoracic T5 left"]),
        ("Neutral SL RR at T4-6", ["thoracic T4 T5 T6 right"]),
        ("C4: E RR SR", ["cervical C4 right"]),
        ("The L5 vertebra is FRSL", ["lumbar L5 left"]),
    ],
)
def test_a_position_before_its_level(read: Read, text: str, lines: list[str]) -> None:
    """A position may stand before its level, and after a colon or the word for a vertebra."""
    assert read(f"Assessment: {text}", "lesions") == list(map(position, lines))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L4 is FRS left, no, sorry, FRS right.", ["lumbar L4 right"]),
        ("Sacrum is left on right. No, right on left.", ["sacral right"]),
        ("Left on left sacral torsion, correction, right on left.", ["sacral right"]),
        ("L4 FRS right. Scratch that, it's L3, FRS right.", ["lumbar L3 right"]),
        ("L4 FRS left. L5 FRS right.", ["lumbar L4 left", "lumbar L5 right"]),
    ],
)
def test_a_position_said_anew(read: Read, said: str, lines: list[str]) -> None:
    """The position that stands behind a correction takes the place of the one before it."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == list(map(position, lines))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C4 flexed, rotated left", ["cervical C4 left"]),
        ("T9 is rotated right and extended", ["thoracic T9 right"]),
        ("L2 extended and rotated right", ["lumbar L2 right"]),
        ("L2 rotated right, tender when extended", []),
    ],
)
def test_flexed_or_extended_and_rotated(read: Read, text: str, lines: list[str]) -> None:
    """A vertebra that is rotated and flexed or extended is in a position of the second type."""
    assert read(f"Exam: {text}", "lesions") == list(map(position, lines))


@pytest.mark.parametrize(
    "text",
    [
        "T11 extended, rotated and sidebent left, correction, rotated and sidebent right.",
        "T11 is flexed, rotated left, side bent left, sorry, rotated right, side bent right.",
    ],
)
def test_a_position_in_words_is_said_anew(read: Read, text: str) -> None:
    """What is dictated anew in words takes the place of what was said first."""
    assert read(f"DR: {text}", "lesions", "transcript") == [position("thoracic T11 right")]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L5 is stuck. It's extended, ERS right.", ["somatic_dysfunction lumbar L5 right"]),
        ("T9 doesn't give. It's extended, rotated right, side bent right.", ["somatic_dysfunction thoracic T9 right"]),
        ("L2 is tender. Bend forward and turn right.", []),
        ("C3 is tender. He was in the ER.", []),
    ],
)
def test_of_the_vertebra_named_last(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A notation aloud belongs to the vertebra that was spoken of."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L2 is stuck. Extended, rotated right.", ["somatic_dysfunction lumbar L2 right"]),
        ("Then there's T6. It's rotated left and flexed.", ["somatic_dysfunction thoracic T6 left"]),
        ("L2 is stuck. Rotated right.", []),
        ("L2 is stuck. Your arm is extended, rotate it right.", []),
    ],
)
def test_flexion_with_rotation_of_the_vertebra_named_last(read: Read, said: str, lines: list[str]) -> None:
    """A statement that opens with flexion or extension and a rotation positions the vertebra named last."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


def test_the_side_of_what_is_named_next(read: Read) -> None:
    """A side behind a comma belongs to what it stands before, and not to a notation that is complete."""
    assert read("Assessment: T8 FSRR, L posterior innominate.", "lesions") == [
        "somatic_dysfunction thoracic T8 right",
        "somatic_dysfunction pelvic left",
    ]
