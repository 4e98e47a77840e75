"""Specification of statements that give only the place of a lesion that was named before."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
SX = "subluxation_complex"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You've a somatic dysfunction at C3. There's another one lower, T9.",
         [f"{SD} cervical C3", f"{SD} thoracic T9"]),
        ("Mainly a segmental dysfunction at L2, with a smaller one at T9.", [f"{SD} lumbar L2", f"{SD} thoracic T9"]),
        ("A pelvic dysfunction and, because of that, a lumbar one.", [f"{SD} lumbar", f"{SD} pelvic"]),
        ("No subluxation in the neck today, but I've got one at T9.", [f"{SX} cervical absent", f"{SX} thoracic T9"]),
        ("The subluxation at C3 is gone. There's a new one at T9.",
         [f"{SX} cervical C3 historical", f"{SX} thoracic T9"]),
    ],
)  # fmt: skip
def test_what_another_one_is(read: Read, said: str, lines: list[str]) -> None:
    """The pronoun stands for the lesion named last, whether that is still there or not."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "said",
    [
        "There's a sore spot at L2 and one at T9.",
        "One of my patients had the same at L2.",
        "Another reason to look at your low back.",
        "That one's better now.",
        "Let me do one at a time, T4, T5.",
    ],
)
def test_what_one_is_no_lesion(read: Read, said: str) -> None:
    """The pronoun stands for what its own statement finds, for a person, or for nothing."""
    assert read(f"Doctor: Somatic dysfunction at C3. {said}", "lesions", "transcript") == [f"{SD} cervical C3"]


def test_places_that_answer_what_dysfunctions_there_are(read: Read) -> None:
    """Who writes asks, and the clinician names no more than places."""
    turns = "Doctor: Ready?\nScribe: Dysfunctions?\nDoctor: C3, L2 and the right SI."
    lines = ["somatic_dysfunction cervical C3", "somatic_dysfunction lumbar L2", "somatic_dysfunction sacral right"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


def test_a_patient_who_asks_is_told_of_no_lesion(read: Read) -> None:
    """What a patient asks about has not been found."""
    assert read("Patient: Any dysfunctions?\nDoctor: The neck.", "lesions", "transcript") == []


def test_places_that_answer_what_else_there_is(read: Read) -> None:
    """Who asks for more means what was named before."""
    turns = "Doctor: Somatic dysfunction, lumbar.\nScribe: Anything else?\nDoctor: Sacrum and pelvis."
    lines = ["somatic_dysfunction lumbar", "somatic_dysfunction pelvic", "somatic_dysfunction sacral"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


def test_places_that_answer_where_it_is(read: Read) -> None:
    """A patient who asks where it is hears the places of the lesion."""
    turns = "Doctor: I'd list this as segmental dysfunction.\nPatient: Where?\nDoctor: C6 and L2, to be exact."
    lines = ["somatic_dysfunction cervical C6", "somatic_dysfunction lumbar L2"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: What I'd name a dysfunction is\nMA: The lab is here.\nDR: Later. The sacrum.", [f"{SD} sacral"]),
        ("DR: There's a dysfunction in your [phone rings]\nPT: Go on.\nDR: Sorry. C7.", [f"{SD} cervical C7"]),
        ("DR: Somatic dysfunction of the...\nPT: Ouch!\nDR: Sorry. Of the pelvis.", [f"{SD} pelvic"]),
        ("DR: Somatic dysfunction, neck,\nMA: Doctor?\nDR: Soon. As I was saying, neck and ribs.",
         [f"{SD} cervical", f"{SD} rib_cage"]),
    ],
)  # fmt: skip
def test_what_is_taken_up_again(read: Read, turns: str, lines: list[str]) -> None:
    """Who was cut off goes on with the place, or with the list."""
    assert sorted(read(turns, "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "turns",
    [
        "DR: I find no dysfunction in your\nPT: Ouch!\nDR: Sorry. Your neck.",
        "DR: Sexual dysfunction is common.\nPT: Okay.\nDR: Now lie down. Lumbar.",
    ],
)
def test_what_is_not_taken_up_again(read: Read, turns: str) -> None:
    """A denial is not taken up, and neither is what had come to its end."""
    assert not any(line.split()[-1] != "absent" for line in read(turns, "lesions", "transcript"))


LIST = "PT: The letter says cervical dysfunction, lumbar dysfunction and pelvic dysfunction."


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The first two, yes.", [f"{SD} cervical", f"{SD} lumbar"]),
        ("I find the first and the last.", [f"{SD} cervical", f"{SD} pelvic"]),
        ("All three are still there.", [f"{SD} cervical", f"{SD} lumbar", f"{SD} pelvic"]),
        ("Only the second.", [f"{SD} lumbar"]),
        ("I don't find the first.", []),
        ("Let's see first.", []),
    ],
)
def test_items_by_their_order(read: Read, said: str, lines: list[str]) -> None:
    """What is confirmed holds, and nothing else of the list."""
    assert sorted(read(f"{LIST}\nDR: {said}", "lesions", "transcript")) == lines


def test_a_list_of_somebody_else(read: Read) -> None:
    """What a relative has is not confirmed of the patient."""
    turns = "PT: My mother has lumbar dysfunction and pelvic dysfunction.\nDR: Right, both of them run in families."
    assert all(line.endswith("other_person") for line in read(turns, "lesions", "transcript"))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "So, somatic dysfunction of T7. Right innominate, anterior rotation.",
            ["somatic_dysfunction thoracic T7", "somatic_dysfunction pelvic right"],
        ),
        ("So, somatic dysfunction of T7. The left innominate is fine.", ["somatic_dysfunction thoracic T7"]),
        ("It's a strain. Right innominate, anterior.", []),
        ("You've got segmental dysfunction of that left sacroiliac.", ["somatic_dysfunction sacral left"]),
        ("What I'm dictating is somatic dysfunction of L3.", ["somatic_dysfunction lumbar L3"]),
    ],
)
def test_recited(read: Read, said: str, lines: list[str]) -> None:
    """A joint with its position right after a dysfunction is another one."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "1. M99.01 Seg and som dysfunction C  2. M99.02 T  3. M99.03 L",
            [f"{SD} cervical", f"{SD} thoracic", f"{SD} lumbar"],
        ),
        ("M99.03 segmental dysfunction lumbar\nM99.04 R SI joint", [f"{SD} lumbar", f"{SD} sacral right"]),
        ("M99.03 lumbar\nM99.02 thoracic", []),
        ("M99.03 segmental dysfunction lumbar\nM99.05 thoracic", [f"{SD} lumbar"]),
        ("M99.03 segmental dysfunction lumbar\nM99.12 thoracic", [f"{SD} lumbar"]),
        ("3 M99.08 segmental dysfunction rib\n4 M50.323 degeneration", [f"{SD} rib_cage"]),
    ],
)
def test_codes_with_their_regions(read: Read, text: str, lines: list[str]) -> None:
    """The region behind a code of the same kind is another of the dysfunctions; the number of an item is no level."""
    assert read(f"Assessment:\n{text}", "lesions") == lines


def test_the_side_of_a_diagnosis_before_it(read: Read) -> None:
    """A dysfunction does not share the side of what it comes with."""
    text = "Assessment: Left C7 radiculopathy and thoracic segmental dysfunction."
    assert read(text, "lesions") == [f"{SD} thoracic"]
