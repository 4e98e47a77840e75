"""Specification of the words behind a lesion: those that go on with the list of its places, and those that end it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Joint dysfunction of the right AC joint, no rib component.", [f"{SD} upper_extremity right"]),
        ("Somatic dysfunction of L2 without any sacral involvement.", [f"{SD} lumbar L2"]),
        ("SD of C4 only; T5 findings will be watched.", [f"{SD} cervical C4"]),
        ("Somatic dysfunction of the sacrum rather than of the hip.", [f"{SD} sacral"]),
        ("Segmental dysfunction shown at T6; insufficient at L2.", [f"{SD} thoracic T6"]),
        ("Segmental dysfunction of L1; C6 does not qualify.", [f"{SD} lumbar L1"]),
        ("Subluxation complex at C3, T5 and L4 not.", [f"{VSC} cervical C3"]),
        ("Joint dysfunction T10, but none at L1.", [f"{SD} thoracic T10"]),
        ("SD T10 (probable), SD sacrum.", [f"{SD} thoracic T10 possible", f"{SD} sacral"]),
        ("The left SI meets criteria for somatic dysfunction.", [f"{SD} sacral left"]),
        ("Segmental dysfunction T9; the left hip I leave undiagnosed.", [f"{SD} thoracic T9"]),
        ("Segmental dysfunction T9; cervical tenderness without diagnosis.", [f"{SD} thoracic T9"]),
        ("Somatic dysfunction of T9; his knee, the old worry, is sound.", [f"{SD} thoracic T9"]),
        ("Somatic dysfunction of the sacrum, deferred ribs until Monday.", [f"{SD} sacral"]),
        ("Segmental dysfunctions detected on motion palpation: C4, L1.", [f"{SD} cervical C4", f"{SD} lumbar L1"]),
        ("VSC adjusted this visit: T2; right fourth rib.", [f"{VSC} thoracic T2", f"{VSC} rib_cage rib 4 right"]),
        ("Somatic dysfunction (Y/N): neck N, ribs Y, sacrum N", [f"{SD} rib_cage"]),
        ("SD: Lumb (-), Pelvis (+)", [f"{SD} pelvic"]),
        ("Somatic dysfunction: neck (resolved), ribs (ongoing).", [f"{SD} cervical historical", f"{SD} rib_cage"]),
        ("Somatic dysfunction: ribs better, neck resolved.", [f"{SD} rib_cage", f"{SD} cervical historical"]),
    ],
)
def test_lists(read: Read, text: str, lines: list[str]) -> None:
    """A place of which something else is said, or nothing, is none of the list; each may have its own state."""
    assert read(f"Assessment: {text}", "lesions") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So L5 segmental dysfunction, did that and the neck.", [f"{SD} lumbar L5"]),
        ("Segmental dysfunction at T4 and L5, worked those plus the neck.", [f"{SD} thoracic T4", f"{SD} lumbar L5"]),
        ("Subluxation at C2, adjusted it and T4.", [f"{VSC} cervical C2"]),
        ("Segmental dysfunction at C5, popped it and the ribs.", [f"{SD} cervical C5"]),
        ("Subluxations adjusted: C2 and T4.", [f"{VSC} cervical C2", f"{VSC} thoracic T4"]),
        ("There could be a sacroiliac dysfunction, and the hip, I can't rule out a labral tear.",
         [f"{SD} sacral possible"]),
        ("It's a sacroiliac dysfunction, and the hip, we said, is one too.", [f"{SD} sacral", f"{SD} pelvic"]),
    ],
)  # fmt: skip
def test_what_was_done_or_is_suspected_ends_a_list(read: Read, said: str, lines: list[str]) -> None:
    """Who treats what was just named, and another joint, has diagnosed nothing there; nor who suspects a tear."""
    assert read(f"DR: {said}", "lesions", "transcript") == lines


def test_speech_that_goes_on_without_a_pause(read: Read) -> None:
    """A place of which something else is told belongs to no lesion before it."""
    said = "it's the right AC joint i call it joint dysfunction your ribs below it are normal"
    assert read(f"DR: {said}", "lesions", "transcript") == [f"{SD} upper_extremity right"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The dysfunction for which I treated her lay in the sacrum.", ["somatic_dysfunction sacral"]),
        ("The segmental dysfunction that was billed concerns T8.", ["somatic_dysfunction thoracic T8"]),
        ("The segmental dysfunction was confined to C3 and C4.", ["somatic_dysfunction cervical C3 C4"]),
        ("The segmental dysfunction of which I wrote is that of L2.", ["somatic_dysfunction lumbar L2"]),
        ("The somatic dysfunction I noted was at T3, the neck being free.", ["somatic_dysfunction thoracic T3"]),
        ("The somatic dysfunction is not cervical but thoracic.", ["somatic_dysfunction thoracic"]),
    ],
)
def test_where_it_lies(read: Read, text: str, lines: list[str]) -> None:
    """A verb of lying, or one that holds a place, says where a lesion is."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Somatic dysfunction of L2; hip and knee normal.", ["somatic_dysfunction lumbar L2"]),
        ("Somatic dysfunction of L2, the ribs themselves being free.", ["somatic_dysfunction lumbar L2"]),
        ("The sacrum has a dysfunction, the hip and the ribs being free.", ["somatic_dysfunction sacral"]),
        ("Somatic dysfunction of L2, while the pelvis, oddly, was level.", ["somatic_dysfunction lumbar L2"]),
    ],
)
def test_where_the_list_ends(read: Read, text: str, lines: list[str]) -> None:
    """What is well behind a lesion is none of its places."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Somatic dysfunctions treated today with OMT include C2 and the left innominate.",
            ["somatic_dysfunction cervical C2", "somatic_dysfunction pelvic left"],
        ),
        (
            "Segmental dysfunctions found today were C5 and L4.",
            ["somatic_dysfunction cervical C5", "somatic_dysfunction lumbar L4"],
        ),
        (
            "Subluxation complexes corrected this visit include C2.",
            ["subluxation_complex cervical C2"],
        ),
        ("Segmental dysfunction at C5. Risks were discussed for L4.", ["somatic_dysfunction cervical C5"]),
    ],
)
def test_lists_behind_a_verb(read: Read, text: str, lines: list[str]) -> None:
    """What lesions include, or were, is their list."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Neck dysfunction, lumbar's only muscle.", [f"{SD} cervical"]),
        ("So it's a cervical dysfunction, shoulder's secondary.", [f"{SD} cervical"]),
        ("Neck dysfunction, and T4's another.", [f"{SD} cervical", f"{SD} thoracic T4"]),
        ("Dysfunction of the neck, and the left SI's the same.", [f"{SD} cervical", f"{SD} sacral left"]),
        ("T4 is not in dysfunction, T5 is.", [f"{SD} thoracic T4 absent"]),
        ("T4 dysfunction, rib four's not.", [f"{SD} thoracic T4"]),
        ("T4 dysfunction, rib nine is.", [f"{SD} thoracic T4"]),
    ],
)
def test_a_clause_about_another_place(read: Read, said: str, lines: list[str]) -> None:
    """A place with its own verb is told of by itself; one that is said to be so too is added."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L5 dysfunction, with the right SI.", [f"{SD} lumbar L5", f"{SD} sacral right"]),
        ("T8 dysfunction along with rib eight on the left.", [f"{SD} thoracic T8", f"{SD} rib_cage rib 8 left"]),
        ("C7 dysfunction and with it the first rib right.", [f"{SD} cervical C7", f"{SD} rib_cage rib 1 right"]),
        ("T8 dysfunction with pain along rib eight.", [f"{SD} thoracic T8"]),
        ("L5 dysfunction with a tight right psoas.", [f"{SD} lumbar L5"]),
        ("C7 dysfunction, it goes with T2.", [f"{SD} cervical C7"]),
        ("C7 dysfunction, with the left side worse.", [f"{SD} cervical C7"]),
    ],
)
def test_what_a_with_joins(read: Read, said: str, lines: list[str]) -> None:
    """A with adds a joint that stands alone behind it, and no complaint or muscle."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines
