"""Specification of the parts of a document."""

from collections.abc import Callable

from scribe.extraction.lexicon.view.parts import earlier_in_turn, words_beside, words_in
from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]


def test_words_of_a_span(view: Look) -> None:
    """The words of a span are those that start in it."""
    seen = view("Exam | left L4 is tender | ok")
    assert words_in(seen, (6, 24)) == Chunk(2, 6)
    assert words_in(seen, (4, 5)) == Chunk(1, 1)


def test_words_beside_what_is_named(view: Look) -> None:
    """What a part names, as its side and its place, is left out of its words, and so is nothing else."""
    seen = view("Left L4 is tender.")
    part = Chunk(0, 4)
    assert words_beside(seen, part, [*seen.sides(part), *seen.places(part)]) == ["is", "tender"]
    assert words_beside(seen, part, []) == ["left", "l4", "is", "tender"]


def test_what_was_said_before_in_the_same_turn(view: Look) -> None:
    """The statements before one are those of its own turn, in order."""
    seen = view("Doctor: Sit up. This is C6. Stuck.\nPatient: Ow. Yes.", "transcript")
    stuck, _, yes = seen.statements[-3:]
    assert [seen.norms[one.start] for one in earlier_in_turn(seen, stuck)] == ["sit", "this"]
    assert [seen.norms[one.start] for one in earlier_in_turn(seen, yes)] == ["ow"]
