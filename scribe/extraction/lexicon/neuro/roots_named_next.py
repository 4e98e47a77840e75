"""The root that a clinician names for what the patient has just told: `My thumb is numb.`, `That's C6.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item

_NAMING = frozenset({
    "that", "that's", "it", "it's", "is", "the", "your", "nerve", "root", "would", "be", "so", "okay", "yes", "yeah",
    "right", "exactly", "there", "which", "and", "mm-hm", "mhm", "well", "still", "see", "a", "again", "territory",
    "dermatome", "pattern", "distribution", "classic", "'d",
})  # fmt: skip
"""Words of a sentence that only names a root."""
_PAINFUL = frozenset({"sensory_deficit", "radicular_pain", "motor_deficit"})
_LONGEST = 8


def levels_in(view: View, part: Item) -> list[Place]:
    """Return the vertebrae that a part names, whose roots a finding may be of."""
    return [place for place in view.places(part) if place.structure == "vertebra"]


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
