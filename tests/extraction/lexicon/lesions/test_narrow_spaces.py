"""Specification of the spaces that a statement calls narrow, each with its own cause and place."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
CANAL = "canal_stenosis"
FORAMEN = "foraminal_stenosis"
LUMBAR_CANAL = "canal_stenosis lumbar"
LUMBAR_FORAMEN = "foraminal_stenosis lumbar"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "L4-5 canal and foraminal narrowing from disc bulge",
            [f"{CANAL} lumbar disc L4 L5", f"{FORAMEN} lumbar disc L4 L5"],
        ),
        (
            "Cervical foraminal narrowing from osteophytes, lumbar canal narrowing from disc bulge",
            [f"{FORAMEN} cervical osseous", f"{CANAL} lumbar disc"],
        ),
        ("Disc bulge narrows the C5-6 foramen on the right", [f"{FORAMEN} cervical disc C5 C6 right"]),
        (
            "Right L5-S1 foraminal narrowing from a spur with S1 radiculopathy",
            [f"{FORAMEN} lumbar osseous L5 S1 right"],
        ),
        (
            "Lumbar stenosis L2-4; right L4-5 foraminal stenosis, disc and facet related",
            [f"{FORAMEN} lumbar disc osseous L4 L5 right"],
        ),
    ],
)
def test_several(read: Read, text: str, lines: list[str]) -> None:
    """Canal and foramen of one level are two lesions; each narrowing has its own cause and place."""
    assert read(f"Assessment: {text}.", "lesions") == lines


def test_a_central_behind_its_narrowing(read: Read) -> None:
    """Set off by a bracket or a comma it says which space is narrow."""
    line = f"{CANAL} lumbar osseous L4 L5"
    assert read("A: Spinal stenosis (central) L4-5 due to bone spurs.", "lesions") == [line]
    assert read("A: Lumbar stenosis, central, L4-5, due to bone spurs.", "lesions") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "L2-3 stenosis: central from the flavum; left foramen from a spur",
        "Stenosis L2-3, canal - flavum, left foramen - spur",
        "L2-3 stenosis of the canal by the flavum and of the left foramen by a spur",
    ],
)
def test_each_with_its_own(read: Read, text: str) -> None:
    """Each space has the mechanism that stands beside it."""
    assert read(f"Assessment: {text}.", "lesions") == [
        f"{LUMBAR_CANAL} connective_tissue L2 L3",
        f"{LUMBAR_FORAMEN} osseous L2 L3 left",
    ]


def test_all_with_the_same(read: Read) -> None:
    """Spaces that are named in one breath share what narrows them."""
    assert read("Assessment: L2-3 canal and left foraminal stenosis from a spur.", "lesions") == [
        f"{LUMBAR_CANAL} osseous L2 L3",
        f"{LUMBAR_FORAMEN} osseous L2 L3 left",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L2-3 canal stenosis from a spur; foramina not involved",
        "Stenosis L2-3, canal rather than foramen, from a spur",
        "Stenosis L2-3 of the canal and not of the foramina, by a spur",
    ],
)
def test_a_space_that_is_spared(read: Read, text: str) -> None:
    """A space that is set aside is not narrow."""
    assert read(f"Assessment: {text}.", "lesions") == [f"{LUMBAR_CANAL} osseous L2 L3"]
