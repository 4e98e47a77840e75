"""Specification of text that belongs to another visit."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Prior exam: L5 tender. T4 boggy.", ["tenderness lumbar historical", "tissue_texture thoracic historical"]),
        ("Prior exam: L5 tender.\n3/2/2026 L5 NT.", ["tenderness lumbar historical", "tenderness lumbar absent"]),
        ("Last visit (1/5): L5 tender, boggy.\nL5 non-tender.",
         ["tenderness lumbar historical", "tissue_texture lumbar historical", "tenderness lumbar absent"]),
        ("[Copied from 1/5 note]\nExam: L5 tender.\n\nExam 3/2/2026: T4 tender.",
         ["tenderness lumbar historical", "tenderness thoracic"]),
        ("Since last visit L5 tender.", ["tenderness lumbar"]),
    ],
)  # fmt: skip
def test_where_it_ends(read: Read, text: str, lines: list[str]) -> None:
    """It ends with its line, its section, a later date or words that speak of today."""
    assert sorted(read(text, "tart")) == sorted(lines)


def test_read_aloud_it_ends_with_its_turn(read: Read) -> None:
    """Who reads out an earlier note in a talk speaks of today in the next turn."""
    text = cleandoc("""
        Doctor: Here is what I wrote last visit. Sacrum boggy on the left. Still sore there?
        Patient: It went away.
        Doctor: I see. T4 is tender.
    """)
    assert read(text, "tart", "transcript") == ["tissue_texture sacral left historical", "tenderness thoracic"]


def test_it_does_not_swallow_the_assessment(read: Read) -> None:
    """The assessment after a copied exam is of today."""
    text = cleandoc("""
        Copied from previous note:
        L5 FRS left.
        Assessment: Somatic dysfunction of the sacrum.
    """)
    assert read(text, "lesions") == ["somatic_dysfunction lumbar L5 left historical", "somatic_dysfunction sacral"]


def test_it_reaches_to_the_mark_of_its_end(read: Read) -> None:
    """Where the note marks the end of what it copied, headings do not end it."""
    text = cleandoc("""
        Copied from previous note:
        Exam: T4 FRS left.
        Assessment: Somatic dysfunction of the sacrum.
        [end of copied text]
        Assessment: Somatic dysfunction of the neck.
    """)
    assert read(text, "lesions") == [
        "somatic_dysfunction thoracic T4 left historical",
        "somatic_dysfunction sacral historical",
        "somatic_dysfunction cervical",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Prior exam: ankle reflex absent on the right.", "reflex_deficit right historical"),
        ("At his last visit Spurling was positive on the left.", "tension_sign left historical"),
        ("Family history: gait antalgic in his brother.", "gait other_person"),
    ],
)
def test_a_value_of_another_day(read: Read, text: str, line: str) -> None:
    """The value of a sign says nothing of today where its statement does not."""
    assert read(text, "neuro") == [line]


def test_what_changed_since_another_visit_is_of_today(read: Read) -> None:
    """A heading that holds today against another visit copies nothing from it."""
    assert read("CHANGE SINCE LAST VISIT: better.\nL4 tender.", "tart") == ["tenderness lumbar"]
