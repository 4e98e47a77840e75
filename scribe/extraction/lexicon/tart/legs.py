"""Which leg is short or long: `right leg 5 mm short`, `the left one's the short one`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_REACH = 7


def is_length(hit: Hit) -> bool:
    """Tell whether a term of asymmetry ends with how long something is, as `a little longer` does."""
    return hit.term.value == "asymmetry" and hit.term.text.rsplit(" ", 1)[-1] in words("lengths")


def speaks_of_legs(scene: Scene, hit: Hit) -> bool:
    """Tell whether legs are named in a term of length, or in the words of its statement before or after it."""
    return words("legs").intersection(hit.term.text.split()) != set() or scene.says("legs")


def longer_or_shorter(scene: Scene) -> Iterator[Found]:
    """Read the length of a leg that no term tells, with the side that stands nearest before it."""
    if not (scene.says("lengths") and scene.says("leg_ends")):
        return
    for chunk in scene.statement.chunks:
        said = scene.words(chunk)
        at = next((chunk.start + index for index, word in enumerate(said) if word in words("lengths")), None)
        if at is None or scene.terms("tart", "finding", "normal", part=chunk):
            continue
        before = Chunk(max(chunk.start, at - _REACH), at)
        sides = scene.view.sides(before)
        beside = bool(sides) and sides[-1].end == at
        if (
            sides
            and (beside or words("leg_ends").intersection(scene.words(before)))
            and not scene.terms("function", part=chunk)
        ):
            length = Chunk(at, at + 1)
            yield Found(
                "asymmetry", scene.assertion(length), (length,), laterality=sides[-1].value, rule="tart.finding"
            )
