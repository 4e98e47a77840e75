"""Specification of spaces that share one narrowing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

CANAL = "canal_stenosis lumbar"
FORAMEN = "foraminal_stenosis lumbar"


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
        f"{CANAL} connective_tissue L2 L3",
        f"{FORAMEN} osseous L2 L3 left",
    ]


def test_all_with_the_same(read: Read) -> None:
    """Spaces that are named in one breath share what narrows them."""
    assert read("Assessment: L2-3 canal and left foraminal stenosis from a spur.", "lesions") == [
        f"{CANAL} osseous L2 L3",
        f"{FORAMEN} osseous L2 L3 left",
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
    assert read(f"Assessment: {text}.", "lesions") == [f"{CANAL} osseous L2 L3"]
