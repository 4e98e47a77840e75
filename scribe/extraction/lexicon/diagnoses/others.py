"""What somebody else has, where a word points back to it: `My sister has that too.`, `In the family? My dad.`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_BACK = 40
_AHEAD = 10
_LONGEST = 8
_OWN = 5
_FIRST = frozenset({"i", "i've"})


class Shared(NamedTuple):
    """A condition that somebody else has too."""

    condition: Hit
    """The words that name it."""
    part: Item
    """The words that say whose it is."""


def shared(scene: Scene) -> Iterator[Shared]:
    """Find the condition named last that a spoken statement says of somebody else, without naming it again."""
    if scene.statement.turn < 0 or "conditions" in scene.named or not scene.terms("cues", "person", "stranger"):
        return
    person = scene.context.stranger()
    if person is None:
        return
    named = scene.view.terms("conditions", Chunk(max(0, scene.statement.start - _BACK), scene.statement.start))
    if named and (_has_it(scene, person) or _is_the_answer(scene, named[-1])):
        end = min(scene.statement.end, person.end + _AHEAD)
        yield Shared(named[-1], Chunk(person.start, end - (not scene.view.norms[end - 1][0].isalnum())))


def is_speakers_own(scene: Scene, hit: Hit) -> bool:
    """Tell whether who comes along has a condition, as in `Wife: I've got a bulging disc myself.`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _OWN) : hit.start]
    if scene.statement.speaker == "clinician":
        return scene.statement.turn >= 0 and "myself" in scene.said and not _FIRST.isdisjoint(before)
    return scene.statement.speaker == "other" and not words("owning").isdisjoint(before) and "think" not in before


def _has_it(scene: Scene, person: Cue) -> bool:
    """Tell whether a person has what a word points back to, as in `my aunt had one`, `hers was that`."""
    after = scene.view.norms[person.end : min(scene.statement.end, person.end + _AHEAD)]
    verb = next((at for at, word in enumerate(after) if word in words("suffering")), None)
    return verb is not None and not words("pointing_back").isdisjoint(after[verb + 1 : verb + 3])


def _is_the_answer(scene: Scene, asked: Hit) -> bool:
    """Tell whether nothing but a person answers a question about the family, as in `My dad's brother.`."""
    before = scene.view.statements_before(scene.statement)[-1:]
    question = before[0] if before and before[0].asks and before[0].start <= asked.start else None
    if question is None or scene.statement.end - scene.statement.start > _LONGEST:
        return False
    return not words("relatives").isdisjoint(scene.view.norms[question.start : question.end])
