"""Specification of what is named as a cause."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def test_a_side_that_opens_the_name_of_another(read: Read) -> None:
    """A side behind a `with` is of what it opens."""
    lines = read("Impression: L4-5 disc herniation with right L5 radiculopathy.", "diagnoses")
    assert lines == ["disc_herniation lumbar", "radiculopathy lumbar right"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("A: L3-4 canal stenosis related to disc bulge.", []),
        ("A: L3-4 canal stenosis attributable to disc protrusion.", []),
        ("A: L3-4 canal stenosis (facet hypertrophy and disc extrusion).", []),
        ("A: L3-4 foraminal stenosis d/t facet arthropathy plus disc bulge.", []),
        ("DX\n1. C4-5 canal stenosis from disc bulge\n2. C4-5 left foraminal stenosis, same disc bulge", []),
        ("A: Disc herniation L3-4 with canal stenosis.", ["disc_herniation lumbar"]),
        ("A: C4-5 foraminal stenosis from spurs, C5 radiculopathy.", ["radiculopathy cervical"]),
        (
            "A: L4-5 foraminal stenosis from spurs, L5 radiculopathy, disc bulge L2-3.",
            ["radiculopathy lumbar", "disc_herniation lumbar"],
        ),
    ],
)
def test_causes_behind_a_narrowing(read: Read, said: str, lines: list[str]) -> None:
    """Each of a list of causes is none by itself; what the narrowing brings about is one, and ends the list."""
    assert read(said, "diagnoses") == lines


def test_what_makes_it(read: Read) -> None:
    """Speech may blame several behind their names."""
    said = "DR: I'd call it canal stenosis at C3-4, and it's the spur and the bulging disc together that make it."
    assert read(said, "diagnoses", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("It might be one of the little facet joints that got irritated.", ["facet_syndrome possible"]),
        ("I suspect it is coming out of the piriformis.", ["other pelvic possible"]),
        ("My money's on facet syndrome.", ["facet_syndrome possible"]),
        ("I'm putting down cervical radiculopathy, which I can't confirm today.", ["radiculopathy cervical possible"]),
        ("With those hands I'm concerned this is an early myelopathy.", ["myelopathy possible"]),
        ("I'm concerned for compressive myelopathy.", ["myelopathy possible"]),
        ("Put your money on the table. The facets are fine.", []),
    ],
)
def test_what_a_clinician_suspects(read: Read, said: str, lines: list[str]) -> None:
    """What a clinician bets on, and a diagnosis that cannot be confirmed, are possible."""
    assert read(f"Doctor: {said}", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The x-ray is clean. It's not your hip.", ["hip_pathology pelvic absent"]),
        ("On the films all is well. So it isn't the hip.", ["hip_pathology pelvic absent"]),
        ("its not your rotator cuff", ["other upper_extremity absent"]),
        ("On the film the hip is not bad.", []),
    ],
)
def test_a_structure_is_cleared_beside_a_film(read: Read, said: str, lines: list[str]) -> None:
    """Who says of a structure that it is not it clears it, whatever the film was of."""
    assert read(f"DR: Sit up. {said}\nPT: Okay.", "diagnoses", "transcript") == lines
