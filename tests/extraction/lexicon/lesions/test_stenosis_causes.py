"""Specification of what narrows a canal or foramen, and of tissues that are cleared of it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
FORAMEN = "foraminal_stenosis lumbar"


@pytest.mark.parametrize(
    "said",
    [
        "What's doing it is a spur.",
        "It's a spur, the disc is fine.",
        "Bone, not disc.",
        "So the exit is tight. And what's making it tight is a spur.",
        "A spur is the culprit.",
    ],
)
def test_what_is_blamed_aloud(read: Read, said: str) -> None:
    """One of the next two statements of the same person may name the cause."""
    text = f"Doctor: You have a foraminal stenosis at L2-3 on the left. {said}"
    assert read(text, "lesions", "transcript") == [f"{FORAMEN} osseous L2 L3 left"]


@pytest.mark.parametrize(
    "said",
    [
        "There's also a disc bulge at L5-S1.",
        "The disc is fine.",
        "So we'll do a shot. A disc can do that too.",
    ],
)
def test_what_is_not_blamed(read: Read, said: str) -> None:
    """A tissue that is only named, or cleared, is no cause."""
    text = f"Doctor: You have a foraminal stenosis at L2-3 on the left. {said}"
    assert read(text, "lesions", "transcript") == [f"{FORAMEN} L2 L3 left"]


@pytest.mark.parametrize(
    ("asked", "reply", "mechanisms"),
    [
        ("What's causing it?", "Bone spurs.", " osseous"),
        ("From what?", "The ligament and the disc.", " connective_tissue disc"),
        ("Why is that?", "There's a disc bulge pushing in.", " disc"),
        ("What's causing it?", "Not the disc.", ""),
        ("What's causing it?", "Could be the disc, could be bone.", ""),
        ("Is that bad?", "A disc bulge would be worse.", ""),
        ("My brother had a spur.", "A spur is common.", ""),
    ],
)
def test_a_cause_that_is_asked_for(read: Read, asked: str, reply: str, mechanisms: str) -> None:
    """What answers the question for the cause is the cause."""
    text = f"Doctor: You have a foraminal stenosis at L2-3 on the left.\nPatient: {asked}\nDoctor: {reply}"
    assert read(text, "lesions", "transcript") == [f"{FORAMEN}{mechanisms} L2 L3 left"]


@pytest.mark.parametrize("cause", ["either disc or ligament", "disc versus ligament"])
def test_what_is_left_open(read: Read, cause: str) -> None:
    """Between two tissues that are weighed none is the mechanism."""
    assert read(f"Assessment: left foraminal stenosis L2-3, {cause}.", "lesions") == [f"{FORAMEN} L2 L3 left"]


CLEARED = "canal_stenosis lumbar connective_tissue L2 L3"


@pytest.mark.parametrize(
    "cleared",
    [
        "the disc is without blame",
        "the discs have kept their height",
        "the bone plays no part in it",
        "bone and disc are innocent",
        "disc, bone and alignment have no share in it",
        "the discs being of normal height",
        "nothing wrong with the bone",
        "not by the disc",
        "the bony walls are smooth",
        "the disc does not contribute",
        "spurs and scar were looked for and not found",
    ],
)
def test_what_is_cleared(read: Read, cleared: str) -> None:
    """A tissue that is sound, or has no part in a narrowing, is no mechanism of it."""
    assert read(f"Assessment: L2-3 canal stenosis caused by a thick ligament; {cleared}.", "lesions") == [CLEARED]


@pytest.mark.parametrize(
    ("text", "mechanisms"),
    [
        ("caused not only by the disc but by a spur", "disc osseous"),
        ("the disc is not the only cause, a spur contributes", "disc osseous"),
        ("due to a spur, and the disc is fine", "osseous"),
        ("from a disc bulge with normal facets", "disc"),
        ("from a spur, unchanged since May", "osseous"),
    ],
)
def test_what_stays(read: Read, text: str, mechanisms: str) -> None:
    """What narrows stays, though something else beside it is well."""
    assert read(f"Assessment: L2-3 canal stenosis, {text}.", "lesions") == [f"canal_stenosis lumbar {mechanisms} L2 L3"]


@pytest.mark.parametrize(
    "cleared", ["the disc is flat and does not protrude", "the disc is not bulging", "no spurs project into it"]
)
def test_what_does_not_project(read: Read, cleared: str) -> None:
    """A tissue that keeps to its place is no mechanism of a narrowing."""
    assert read(f"Assessment: L2-3 canal stenosis caused by a thick ligament; {cleared}.", "lesions") == [CLEARED]


@pytest.mark.parametrize(
    ("said", "lines", "diagnoses"),
    [
        ("canal stenosis at L3-4, and on top of it a left foraminal stenosis at L4-5 from a spur",
         ["foraminal_stenosis lumbar osseous L4 L5 left"], ["spinal_stenosis lumbar"]),
        ("canal stenosis at L3-4 with neurogenic claudication plus a left foraminal stenosis at L4-5 due to the disc",
         ["foraminal_stenosis lumbar disc L4 L5 left"], ["spinal_stenosis lumbar"]),
        ("canal stenosis at L3-4 and, in addition, a left foraminal stenosis at L4-5 from a spur",
         ["foraminal_stenosis lumbar osseous L4 L5 left"], ["spinal_stenosis lumbar"]),
        ("canal stenosis at C5-6 from the disc and a left foraminal stenosis at C6-7",
         ["canal_stenosis cervical disc C5 C6", "foraminal_stenosis cervical C6 C7 left"], []),
        ("canal stenosis at L3-4 and left foraminal stenosis at L4-5 from facet hypertrophy",
         ["canal_stenosis lumbar osseous L3 L4", "foraminal_stenosis lumbar osseous L4 L5 left"], []),
        ("canal stenosis at L3-4, and left foraminal stenosis at L4-5, both from facet hypertrophy",
         ["canal_stenosis lumbar osseous L3 L4", "foraminal_stenosis lumbar osseous L4 L5 left"], []),
        ("canal stenosis at L4-5, and left foraminal stenosis at L4-5, from facet hypertrophy",
         ["canal_stenosis lumbar osseous L4 L5", "foraminal_stenosis lumbar osseous L4 L5 left"], []),
    ],
)  # fmt: skip
def test_two_narrowings_and_one_cause(read: Read, said: str, lines: list[str], diagnoses: list[str]) -> None:
    """What is listed apart at another level has no share in the cause; a bare `and` gives it to both."""
    text = f"MD: What you have is {said}."
    assert read(text, "lesions", "transcript") == lines
    assert read(text, "diagnoses", "transcript") == diagnoses


@pytest.mark.parametrize("added", ["in addition foraminal stenosis at L2-3", "separately a foraminal stenosis at L2-3"])
def test_a_narrowing_added_behind_the_cause_of_another(read: Read, added: str) -> None:
    """What is added behind a narrowing and its cause has a cause of its own, or none that is named."""
    text = f"Assessment: canal stenosis at L2-3, brought about by a spur, and {added}."
    assert read(text, "lesions") == ["canal_stenosis lumbar osseous L2 L3", f"{FORAMEN} L2 L3"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "lumbar canal stenosis at L3-4 from a disc bulge left L4-5 foraminal stenosis from bone spurs",
            ["canal_stenosis lumbar disc L3 L4", "foraminal_stenosis lumbar osseous L4 L5 left"],
        ),
        (
            "cervical canal stenosis C4-5 due to disc and thickened ligament C5-6 foraminal stenosis due to a spur",
            ["canal_stenosis cervical disc connective_tissue C4 C5", "foraminal_stenosis cervical osseous C5 C6"],
        ),
        (
            "lumbar canal stenosis and right L4-5 foraminal stenosis from bone spurs",
            ["canal_stenosis lumbar osseous", "foraminal_stenosis lumbar osseous L4 L5 right"],
        ),
    ],
)
def test_each_narrowing_has_its_own_cause(read: Read, text: str, lines: list[str]) -> None:
    """Without a comma a second narrowing begins where its side or level stands, behind the cause of the first."""
    assert sorted(read(f"Doctor: My diagnosis is {text}.", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("cause", "mechanisms"),
    [
        ("because the bone has slipped", "subluxation"),
        ("because the vertebra is out of line", "subluxation"),
        ("because of the bone", "osseous"),
    ],
)
def test_a_bone_that_slips(read: Read, cause: str, mechanisms: str) -> None:
    """A bone that is out of place narrows by subluxation; a bone alone is bone."""
    assert read(f"Assessment: canal stenosis at L4-5 {cause}.", "lesions") == [
        f"canal_stenosis lumbar {mechanisms} L4 L5"
    ]


@pytest.mark.parametrize(
    ("asked", "reply", "mechanisms"),
    [
        ("Because of the disc?", "Because of the disc, yes.", " disc"),
        ("Is that the disc?", "Exactly.", " disc"),
        ("Is that the disc?", "No. It's a spur.", " osseous"),
        ("Is it the disc?", "No, the disc looks good. A spur has grown into it.", " osseous"),
        ("Is it the disc?", "No.", ""),
        ("Is it the disc?", "We'll see.", ""),
        ("Is it the disc?", "Could be the disc, could be a spur.", ""),
        ("From arthritis?", "No, from the ligament.", " connective_tissue"),
    ],
)
def test_a_cause_that_is_asked_about(read: Read, asked: str, reply: str, mechanisms: str) -> None:
    """Who is asked about a tissue says yes to it, or no and names another."""
    text = f"Doctor: You have a foraminal stenosis at L2-3 on the left.\nPatient: {asked}\nDoctor: {reply}"
    assert read(text, "lesions", "transcript") == [f"{FORAMEN}{mechanisms} L2 L3 left"]


def test_causes_announced_together(read: Read) -> None:
    """What comes together may be announced before it is named."""
    text = "Doctor: You have canal stenosis at L2-3. It's a combination. The disc pushes from the front."
    assert read(text, "lesions", "transcript") == ["canal_stenosis lumbar disc L2 L3"]
    text = "Doctor: You have canal stenosis at L2-3. It's a nuisance. The disc pushes from the front."
    assert read(text, "lesions", "transcript") == []
