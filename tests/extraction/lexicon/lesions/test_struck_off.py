"""Specification of lesions that a clinician strikes off again."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
LISTED = "Doctor: So that's somatic dysfunction of the cervical spine, the lumbar spine and the ribs."
ALL = ["somatic_dysfunction cervical", "somatic_dysfunction lumbar", "somatic_dysfunction rib_cage"]


@pytest.mark.parametrize(
    "said",
    [
        "Leave out the ribs.",
        "I'd leave the ribs off.",
        "Take the ribs off, they were fine.",
        "Scratch the ribs.",
        "Let's drop the ribs.",
        "Don't list the ribs.",
        "Not the ribs, I never touched them.",
        "The ribs were put in by mistake.",
    ],
)
def test_a_region_is_struck_off(read: Read, said: str) -> None:
    """What is taken off the list after it was named is no lesion."""
    assert read(f"{LISTED} {said}", "lesions", "transcript") == ALL[:2]


@pytest.mark.parametrize(
    "said",
    [
        "Drop your ribs down toward the table.",
        "Leave the ribs to me.",
        "Don't leave out the ribs.",
        "No, the ribs hurt you the most.",
        "We'll take an X-ray of the ribs.",
        "Don't count on the ribs feeling better overnight.",
        "I won't include the ribs in the treatment today.",
        "Take some weight off the ribs with that brace.",
        "No fracture in the ribs.",
    ],
)
def test_a_region_that_stays(read: Read, said: str) -> None:
    """A command, a treatment and a word that keeps a region strike nothing."""
    assert read(f"{LISTED} {said}", "lesions", "transcript") == ALL


def test_a_patient_strikes_nothing(read: Read) -> None:
    """What the patient wants left out stays, and so does what is answered about a treatment."""
    assert read(f"{LISTED}\nPatient: Leave out the ribs.", "lesions", "transcript") == ALL
    assert read(f"{LISTED}\nPatient: Will you crack the ribs?\nDoctor: Not the ribs.", "lesions", "transcript") == ALL


def test_an_addendum(read: Read) -> None:
    """A note may say later that something was listed in error."""
    text = "Assessment: Somatic dysfunction of neck and ribs.\nAddendum: The ribs were listed in error."
    assert read(text, "lesions") == ["somatic_dysfunction cervical"]


def test_what_an_addendum_denies(read: Read) -> None:
    """A denial in an addendum holds against the assessment before it."""
    text = "Assessment: Somatic dysfunction of neck and ribs.\nAddendum: The ribs show no somatic dysfunction."
    assert read(text, "lesions") == ["somatic_dysfunction cervical", "somatic_dysfunction rib_cage absent"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I had you backwards. Right sacroiliac dysfunction.", ["somatic_dysfunction sacral right"]),
        ("That was the wrong side. Right sacroiliac dysfunction.", ["somatic_dysfunction sacral right"]),
        (
            "Now bend backwards. Right sacroiliac dysfunction too.",
            ["somatic_dysfunction sacral left", "somatic_dysfunction sacral right"],
        ),
    ],
)
def test_the_side_that_was_meant(read: Read, said: str, lines: list[str]) -> None:
    """Who owns up to having taken one side for the other means the latter."""
    text = f"Doctor: You've got a left sacroiliac dysfunction.\nPatient: My right side hurts.\nDoctor: {said}"
    assert sorted(read(text, "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "said",
    [
        "My first thought was an L5 dysfunction, but it springs fine, so scratch that.",
        "The student wrote pelvic dysfunction in the chart. I'm taking that out.",
        "That's an L5 dysfunction. No, strike it.",
        "I'm leaving head dysfunction off.",
        "I'll take the head dysfunction off your list.",
    ],
)
def test_what_is_taken_back_at_once(read: Read, said: str) -> None:
    """Words that end a statement take back what was named right before them."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("That's a lumbar dysfunction. You may scratch it.", "somatic_dysfunction lumbar"),
        ("That's a lumbar dysfunction. I won't strike that.", "somatic_dysfunction lumbar"),
        ("That's a lumbar dysfunction. There's a cyst, and the surgeon can take it out.", "somatic_dysfunction lumbar"),
        ("Lumbar dysfunction. I had the pelvis in my note, I'm dropping that.", "somatic_dysfunction lumbar"),
        ("Lumbar dysfunction. We take the pressure off, then rest it.", "somatic_dysfunction lumbar"),
    ],
)
def test_what_is_not_taken_back(read: Read, said: str, line: str) -> None:
    """The patient's scratching, a denial and other things that come off take nothing back."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    ["the ribs move evenly and I would not list them", "the ribs I could not confirm", "ribs level, I did not bill it"],
)
def test_a_clause_that_ends_without_listing(read: Read, said: str) -> None:
    """What a clause speaks of, only to leave it off, is no lesion."""
    text = f"Assessment: SD cervical, SD lumbar, SD ribs; {said}."
    assert [line for line in read(text, "lesions") if not line.endswith("absent")] == ALL[:2]


@pytest.mark.parametrize(
    "said",
    [
        "Assessment one, thoracic dysfunction. Two, pelvic dysfunction. Delete number one.",
        "First, thoracic dysfunction. Second, pelvic dysfunction. Take the first one off.",
        "Number one thoracic dysfunction. Number two pelvic dysfunction. Scratch number one, it moves.",
    ],
)
def test_an_item_that_is_struck_off(read: Read, said: str) -> None:
    """An item goes by its number alone; the others stay."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction pelvic"]


def test_an_item_that_stays(read: Read) -> None:
    """Who would not strike an item off keeps it."""
    said = "DR: First, thoracic dysfunction. Second, pelvic dysfunction. I won't take the first one off."
    assert sorted(read(said, "lesions", "transcript")) == ["somatic_dysfunction pelvic", "somatic_dysfunction thoracic"]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I'll withdraw the ribs, they move.", 2),
        ("The ribs spring fine, forget I said it.", 2),
        ("Forget I said it would hurt, the ribs are loose.", 3),
        ("Don't withdraw from the ribs when I press.", 3),
    ],
)
def test_a_region_is_withdrawn(read: Read, said: str, left: int) -> None:
    """Who withdraws a place, or what was said of it, leaves the others standing."""
    assert read(f"{LISTED}\nPatient: Okay.\nDoctor: {said}", "lesions", "transcript") == ALL[:left]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Scratch the canal.", ["foraminal_stenosis lumbar osseous L2 L3 right"]),
        ("So, strike the foramen.", ["canal_stenosis lumbar osseous L2 L3"]),
        (
            "Don't scratch the canal.",
            [
                "canal_stenosis lumbar osseous L2 L3",
                "foraminal_stenosis lumbar osseous L2 L3 right",
            ],
        ),
    ],
)
def test_spaces_struck_off(read: Read, said: str, lines: list[str]) -> None:
    """A space that is struck off loses its stenosis."""
    text = "Doctor: Bony stenosis of the canal, L2-3. Foraminal stenosis on the right, L2-3, osseous."
    assert read(f"{text} {said}\nPatient: Oh.", "lesions", "transcript") == lines


def test_a_table_that_drops_takes_nothing_off(read: Callable[..., list[str]]) -> None:
    """In a treatment a drop is what a table does under a joint."""
    text = "Dx: rib dysfunction, T4 dysfunction\nTx: T4 by hand, drop rib."
    assert read(text, "lesions") == ["somatic_dysfunction rib_cage", "somatic_dysfunction thoracic T4"]
