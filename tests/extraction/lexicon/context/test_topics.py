"""Specification of topics: what a statement is about before it says so."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.topics import heading_of, topics
from scribe.extraction.lexicon.view.view import View

Look = Callable[..., View]


@pytest.mark.parametrize(
    ("text", "structure"),
    [
        ("Sacrum: deep sulcus", "sacrum"),
        ("1. Lumbar spine: tender", "lumbar_spine"),
        ("- Cervical - tender", "cervical_spine"),
        ("T: tender", "thoracic_spine"),
        ("Lumbar\ttender", "lumbar_spine"),
        ("t: Tender", None),
        ("Lumbar is tender", None),
        ("Low back: tender", None),
        ("Sacrum", None),
    ],
)
def test_headings(view: Look, text: str, structure: str | None) -> None:
    """A place heads its line before a colon, a dash or a wide gap; a region's letter only before a colon."""
    seen = view(text)
    place = heading_of(seen, seen.statements[0])
    assert (place.structure if place else None) == structure


def test_topics(view: Look) -> None:
    """The last place and its side stay the topic until another is named or a new paragraph begins."""
    seen = view("Exam: Left L5 tender. Boggy.\nThe neck is free. Warm.\n\nGait normal.\n")
    found = [(topic.place.region if topic.place else None, topic.side) for topic in topics(seen)]
    assert found == [(None, None), ("lumbar", "left"), ("lumbar", "left"), ("cervical", None), (None, None)]


def test_a_topic_lasts_two_turns(view: Look) -> None:
    """In talk a place is kept over the turns of a short exchange, and lost when nothing is said of it."""
    seen = view(
        "Doctor: Your L5 is stuck.\nPatient: Goodness.\nDoctor: Boggy.\nPatient: Goodness.\nDoctor: Now walk.",
        "transcript",
    )
    assert [topic.place is not None for topic in topics(seen)] == [False, True, True, True, True]
