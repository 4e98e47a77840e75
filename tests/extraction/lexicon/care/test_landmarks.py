"""Specification of how far somebody gets, told by what stands there."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.care.landmarks import gets_far, may_get_far
from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("I make it to the church steps and I have to sit.", ["walking"]),
        ("I get to about the second lamp post and I gotta stop.", ["walking"]),
        ("We used to go right round, and now I'm at the bridge and I need to rest.", ["walking"]),
        ("Halfway to the pharmacy I have to lean on something.", ["walking"]),
        ("I go from my door to the bins and my legs give out.", ["walking"]),
        ("Walking to the barn and back, I'm doubled over.", ["walking"]),
        ("I get as far as the dairy aisle and I've got to find a bench.", ["walking"]),
        ("Well, I walk to the pond and the calves burn.", ["walking"]),
        ("It gets to the point where I have to stop.", []),
        ("I got to the pump and had to stop for gas.", []),
        ("I drive to the coast and I have to stop.", ["driving"]),
        ("I walk to the park and back, no bother.", []),
        ("It goes from my neck to the shoulder and I rub it.", []),
        ("If I get to the top I have to rest.", []),
    ],
)
def test_a_landmark_is_a_limit(read: Read, told: str, lines: list[str]) -> None:
    """Who has to stop at a landmark gets no farther; a ride, a work place and a point in time are none."""
    assert read(f"Doctor: How is it?\nPatient: {told}", "function", "transcript") == lines


def test_where_no_landmark_is_told(read: Read) -> None:
    """The clinician's own words tell of no limit."""
    assert read("Doctor: You get to the gate and you have to stop.\nPatient: Hm.", "function", "transcript") == []


def test_statements_without_the_words_tell_of_no_landmark(labelled: Iterable[View]) -> None:
    """No landmark is found in a statement that is not asked for one."""
    refused = [
        scene for view in labelled for scene in scenes(view) if scene.statement.start not in may_get_far(scene.view)
    ]
    assert refused
    assert [scene.words() for scene in refused if gets_far(scene)] == []
