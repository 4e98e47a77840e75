"""Specification of tissues that a statement clears of a narrowing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

CANAL = "canal_stenosis lumbar connective_tissue L2 L3"


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
    assert read(f"Assessment: L2-3 canal stenosis caused by a thick ligament; {cleared}.", "lesions") == [CANAL]


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
    assert read(f"Assessment: L2-3 canal stenosis caused by a thick ligament; {cleared}.", "lesions") == [CANAL]
