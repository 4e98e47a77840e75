"""Findings of today that an examiner tells in the past, as for the record: `L5 is off, it was tender and stuck`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk

_TELLING = frozenset({"it was", "that was", "they were"})
_DATED = frozenset({
    "last", "ago", "before", "previously", "then", "used", "once", "until", "visit", "week", "weeks", "month", "months",
    "year", "years", "time", "gone", "better", "now", "earlier", "initially", "originally", "first", "since",
})  # fmt: skip
"""Words that tell of another time, or set today against it."""


def as_examined(scene: Scene, found: list[Found]) -> list[Found]:
    """Return findings as those of today, where only the way they are told puts them in the past.

    Args:
        scene: The statement, which names the place before it tells what was found there.
        found: What it finds; what is well now was otherwise at another time.
    """
    well = any(one.assertion == "absent" for one in found)
    if well or scene.statement.turn < 0 or not scene.by_clinician or scene.carried:
        return found
    return [_of_today(scene, one) if one.assertion == "historical" else one for one in found]


def _of_today(scene: Scene, found: Found) -> Found:
    mention = found.parts[0]
    cue = scene.context.cue(mention, "historical")
    if cue is None or cue.text not in _TELLING or scene.chunk(cue) != scene.chunk(mention):
        return found
    named = scene.view.fixing(Chunk(scene.statement.start, cue.start))
    return found._replace(assertion="present") if named and scene.said.isdisjoint(_DATED) else found
