"""Exercises without a name of their own, which only their dose tells: `Home: chin to each shoulder, 10 reps`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Care

_REPEATS = frozenset({"reps", "rep", "repetitions"})
_AT_HOME = frozenset({"home", "homework", "hep", "daily", "bid", "tid", "day"})
_TESTED = frozenset({"before", "able", "only", "until", "fatigue", "tested", "test", "was", "did", "pain", "weak"})
_BACK = 5


@lru_cache(maxsize=1)
def may_dose(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how often an exercise is done."""
    return saying(view, _REPEATS)


def read_dosed(scene: Scene) -> Iterator[Care]:
    """Read an exercise that is prescribed by how often it is repeated, where the statement names none."""
    if scene.statement.start not in may_dose(scene.view) or scene.carried or scene.statement.asks:
        return
    planned = scene.stance == "plan" or not _AT_HOME.isdisjoint(scene.said)
    if not (planned and scene.by_clinician) or scene.stance in {"history", "exam", "imaging", "codes"}:
        return
    if not _TESTED.isdisjoint(scene.said) or any(hit.term.value == "exercise" for hit in scene.terms("care")):
        return
    for at in range(scene.statement.start + 1, scene.statement.end):
        count = scene.view.norms[at - 1]
        if scene.view.norms[at] in _REPEATS and (count.isdecimal() or count in words("numbers")):
            said = Chunk(max(scene.statement.start, at - _BACK), at + 1)
            if scene.assertion(said) == "present":
                yield Care(
                    kind="exercise", timing="planned", regions=(), read_by="care.planned", evidence=scene.quote(said)
                )
            return
