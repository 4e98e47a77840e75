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


def test_days_that_open_records(read: Read) -> None:
    """A day alone heads a visit where a record with its own headings stands behind it."""
    text = "8/4 S: stiff. O: T6 fixed. A: T6 dysfunction.\n8/9 S: better. O: L4 fixed. A: L4 dysfunction."
    assert read(text, "lesions") == ["somatic_dysfunction thoracic T6 historical", "somatic_dysfunction lumbar L4"]
    assert read("3/1/25 MRI: bulge\n4/2/25 seen.\nA: L4 dysfunction.", "lesions") == ["somatic_dysfunction lumbar L4"]


def test_days_that_go_up(read: Read) -> None:
    """Entries of a card in order of date are visits, though all but the last have no headings; studies are none."""
    card = "1/4/26 #3 VSC T6, adj. 98940\n1/18/26 #4 T6 cleared\n2/1/26 #5 new complaint\nO L5 tender\nA VSC L5"
    assert read(card, "lesions") == [
        "subluxation_complex thoracic T6 historical",
        "subluxation_complex lumbar L5",
    ]
    study = "1/4/26 MRI: L4-5 bulge\n1/18/26 epidural L4-5\nA: L4 dysfunction."
    assert read(study, "lesions") == ["somatic_dysfunction lumbar L4"]


def test_what_an_earlier_visit_did_not_find(read: Read) -> None:
    """A negative test of an earlier visit was no finding then either."""
    first = "Visit 3/1/25\nO: SLR negative. L4 tender.\nA: L4 dysfunction."
    second = "Visit 3/8/25\nO: L5 tender.\nA: L5 dysfunction."
    assert read(f"{first}\n\n{second}", "neuro") == ["tension_sign absent"]
