"""The root that is named beside or behind what was just told: `My thumb is numb.`, `That's C6.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item

_NAMING = frozenset({
    "that", "that's", "it", "it's", "is", "the", "your", "nerve", "root", "would", "be", "so", "okay", "yes", "yeah",
    "right", "exactly", "there", "which", "and", "mm-hm", "mhm", "well", "still", "see", "a", "again", "territory",
    "dermatome", "pattern", "distribution", "classic", "'d",
})  # fmt: skip
"""Words of a sentence that only names a root."""
_PAINFUL = frozenset({"sensory_deficit", "radicular_pain", "motor_deficit"})
_LONGEST = 8
_CALLING = frozenset({"call", "calling", "that", "it", "this", "so", "is", "i'd", "that's", "it's", "muscle", "the"})


_COUNTS = (("C", 8), ("T", 12), ("L", 5), ("S", 5))
_ROOTS = tuple(f"{letter}{at}" for letter, count in _COUNTS for at in range(1, count + 1))
_PAIR = 2
_LISTING = frozenset({"and", "&", "or", "on", "the", "side", "dermatome", "dermatomes", "distribution"})
"""Words of a list of levels."""


def levels_in(view: View, part: Item) -> list[Place]:
    """Return the vertebrae that a part names, whose roots a finding may be of."""
    return [place for place in view.places(part) if place.structure == "vertebra"]


def listed_behind(scene: Scene, chunk: Chunk) -> Iterator[Chunk]:
    """Yield the parts that go on with the levels of a part, as the second of `sensation decreased L5, S1 right`.

    Args:
        scene: The statement.
        chunk: The part, which ends with a level.
    """
    levels = levels_in(scene.view, chunk)
    if not levels or levels[-1].end < chunk.end:
        return
    for part in (one for one in scene.statement.chunks if one.start >= chunk.end):
        items: list[Item] = [*levels_in(scene.view, part), *scene.view.sides(part)]
        rest = (word for word in words_beside(scene.view, part, items) if word[0].isalnum())
        if not levels_in(scene.view, part) or not _LISTING.issuperset(rest):
            return
        yield part


def crosses(segments: tuple[str, ...]) -> bool:
    """Tell whether a place goes on from one region of the spine into the next."""
    return len(segments) >= _PAIR and segments[0][0] != segments[-1][0]


def spanned(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roots from one region to the next: of `C5-T1` there is one more than there are vertebrae.

    Args:
        segments: The vertebrae of a place.
    """
    if not crosses(segments) or not set(segments) <= set(_ROOTS):
        return segments
    first, last = _ROOTS.index(segments[0]), _ROOTS.index(segments[-1])
    return _ROOTS[first : last + 1] if first < last else segments


def is_of_limb(places: list[Place]) -> bool:
    """Tell whether a span of roots is that of a whole limb, which only says that all of it is strong: `5/5 C5-T1`.

    Args:
        places: The levels that are told.
    """
    return any(len(spanned(place.segments)) > _PAIR and crosses(place.segments) for place in places)


def root_named_next(scene: Scene, found: Found) -> tuple[str, ...]:
    """Return the root that the clinician names with the first words behind what the patient tells or asks.

    Args:
        scene: The statement of the patient.
        found: What it tells.
    """
    statement, view, following = scene.statement, scene.view, scene.following
    if statement.turn < 0 or scene.by_clinician or found.assertion != "present" or found.kind not in _PAINFUL:
        return ()
    if following is None or following.turn != statement.turn + 1 or following.speaker == "patient":
        return ()
    part = next((one for one in following.chunks if levels_in(view, one)), None)
    if part is None:
        return ()
    places, told = levels_in(view, part), view.norms[following.start : part.end]
    said = [word for word in told if word[0].isalnum()]
    named = {word for place in places for word in view.norms[place.start : place.end]}
    alone = len(places) == 1 and len(places[0].segments) == 1 and _NAMING.issuperset(set(said) - named)
    return places[0].segments if alone and len(said) <= _LONGEST else ()


def bracketed_root(scene: Scene, chunk: Chunk, found: Found) -> tuple[str, ...] | None:
    """Return the root that stands in brackets behind where something is felt: `dull over the lateral foot (S1)`.

    In a note a comma may stand there: `dull over the lateral foot, S1`.

    Args:
        scene: The statement.
        chunk: The part that holds the finding.
        found: The finding.
    """
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    if later is None or found.kind != "sensory_deficit":
        return None
    behind = scene.view.norms[later.start - 1]
    if behind != "(" and (behind != "," or found.assertion != "present"):
        return None
    places = levels_in(scene.view, later)
    alone = not any(word[0].isalnum() for word in words_beside(scene.view, later, places))
    return places[0].segments if len(places) == 1 and alone else None


def called_root(scene: Scene, chunk: Chunk, found: Found) -> tuple[str, ...] | None:
    """Return the root that the part before calls a grade by, as in `Call that S1, four out of five`.

    Args:
        scene: The statement.
        chunk: The part that holds the finding.
        found: The finding.
    """
    before = next((part for part in reversed(scene.statement.chunks) if part.end <= chunk.start), None)
    if before is None or scene.statement.turn < 0 or (found.kind, found.assertion) != ("motor_deficit", "present"):
        return None
    places = levels_in(scene.view, before)
    rest = frozenset(word for word in words_beside(scene.view, before, places) if word[0].isalnum())
    return places[0].segments if len(places) == 1 and rest <= _CALLING else None
