"""Specification of notes of several visits in one text."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

FIRST = "Date: 3/1/2026\nA: Somatic dysfunction lumbar."
SECOND = "Date: 3/8/2026\nA: Somatic dysfunction thoracic."


@pytest.mark.parametrize("text", [f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}"], ids=["oldest first", "newest first"])
def test_only_the_latest_visit_is_of_today(read: Read, text: str) -> None:
    """What an earlier visit found is past, wherever it stands."""
    assert sorted(read(text, "lesions")) == [
        "somatic_dysfunction lumbar historical",
        "somatic_dysfunction thoracic",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\nSigned by J. Park\nDate: 3/2/2026",
        "Date: 3/1/2026\nA: Somatic dysfunction lumbar.\nVisit 4",
        "DOS 3/1/26\nA: Somatic dysfunction lumbar.\nNext visit: 3/8/26",
    ],
)
def test_a_single_visit(read: Read, text: str) -> None:
    """The date of a signature or of the next visit heads no note."""
    assert read(text, "lesions") == ["somatic_dysfunction lumbar"]
