"""Specification of how somebody gets round a limit."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.care.ways_round import managed, may_manage
from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pays somebody for the windows.", ["self_care"]),
        ("At the market she hangs onto the trolley.", ["walking"]),
        ("Holds the handrail coming down.", ["walking"]),
        ("Sleeps half sitting in an armchair.", ["sleep"]),
        ("Sleeps with the arm up on her head.", ["sleep"]),
        ("Leaves work at two to lie down.", ["work"]),
        ("Left the room to lie down.", []),
        ("By two o'clock he is useless.", ["work"]),
        ("He is wiped by noon.", ["work"]),
        ("By noon the cream is useless.", []),
        ("Drives with the seat reclined.", ["driving"]),
    ],
)
def test_ways_round_what_hurts(read: Read, text: str, lines: list[str]) -> None:
    """Who pays for help, leans on something or sleeps in a chair is limited."""
    assert read(f"Subjective: {text}", "function") == lines


def test_who_manages_alone_has_no_way_round(labelled: Iterable[View]) -> None:
    """Nobody is said to manage in a statement without a deed that lacks the words of every way to manage."""
    unnamed = [scene for view in labelled for scene in scenes(view) if "function" not in scene.named]
    refused = [scene for scene in unnamed if scene.statement.start not in {*may_manage(scene.view)}]
    assert refused
    assert [scene.words() for scene in refused if [*managed(scene)]] == []


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("DAUGHTER: I'm doing her bra and her shoes.", ["self_care"]),
        ("WIFE: I put his socks on.", ["self_care"]),
        ("WIFE: I do my own socks.", []),
        ("PATIENT: They've got me sorting mail now.", ["work"]),
        ("PATIENT: They put me on the desk instead.", ["work"]),
        ("PATIENT: They've got me on naproxen now.", []),
        ("PATIENT: The manager moved me to the desk.", ["work"]),
        ("PATIENT: Ingrid has to lace my boots.", ["self_care"]),
        ("PATIENT: Otto's putting my socks on.", ["self_care"]),
        ("PATIENT: Ingrid had to do my bra for me.", ["self_care"]),
        ("PATIENT: My sister does the ironing now.", ["self_care"]),
        ("PATIENT: Then put my boots on.", []),
        ("PATIENT: Otto'll put my socks away.", []),
        ("PATIENT: I put my boots on.", []),
    ],
)
def test_who_helps_and_what_is_done_instead(read: Read, talk: str, lines: list[str]) -> None:
    """What a companion does for the patient, and what other work the patient was given, tells of a limit."""
    assert read(f"DR: How is it at home?\n{talk}", "function", "transcript") == lines
