"""Specification of exercises that only their dose tells."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.care.dosed import may_dose, read_dosed
from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: chin to each shoulder, 10 reps am and pm.", ["exercise planned"]),
        ("Plan: home: open the hand wide, 3 x 15 reps.", ["exercise planned"]),
        ("Plan: eyes left and right lying down, twenty reps daily.", ["exercise planned"]),
        ("Plan: chin tucks, 10 reps.", ["exercise planned"]),
        ("Exam: left heel rise 6 reps, right 20 reps.", []),
        ("History: used to lift, 10 reps a set.", []),
        ("Plan: retest, only 5 reps today.", []),
        ("Plan: call the sales reps.", []),
    ],
)
def test_a_dose_tells_of_an_exercise(read: Read, text: str, lines: list[str]) -> None:
    """What a plan has repeated is an exercise; what an examination counts is none."""
    assert read(text, "care") == lines


def test_statements_without_the_words_dose_nothing(labelled: Iterable[View]) -> None:
    """No dose is found in a statement that is not asked for one."""
    refused = [
        scene for view in labelled for scene in scenes(view) if scene.statement.start not in may_dose(scene.view)
    ]
    assert refused
    assert [scene.words() for scene in refused if [*read_dosed(scene)]] == []
