"""Places that clinicians ask themselves whether they said: `Dysfunction at L4.`, `Did I say L4?`, `T4, T4.`."""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.places_elsewhere import only_lists
from scribe.extraction.lexicon.lesions.sides import side_of_joint
from scribe.extraction.lexicon.quoted import last_span
from scribe.extraction.lexicon.view.places import Place
from scribe.schema import Lesion

_ASKING = frozenset({"did", "say"})
_NEAR = 600
"""Characters between a lesion and the words that doubt its place."""
_SOON = 4
"""Statements in which the place is said anew."""
_TURNS = 2


def respoken(scenes: Sequence[Scene], lesions: Iterable[Lesion]) -> list[Lesion]:
    """Move the lesions whose place a clinician has misspoken.

    Args:
        scenes: The statements of a document.
        lesions: What was read in them.
    """
    found = list(lesions)
    for at, scene in enumerate(scenes):
        if not _asks_back(scene):
            continue
        found = _turned(scene, scenes[at + 1 : at + 2], found)
        named = scene.view.fixing(scene.statement)
        meant = next(_said_anew(scene, scenes[at + 1 : at + 1 + _SOON], named), None) if named else None
        if meant is not None:
            found = [_moved(one, *meant) if _is_doubted(scene, one, named[0]) else one for one in found]
    return found


def _asks_back(scene: Scene) -> bool:
    """Tell whether clinicians ask what they have just said."""
    return scene.said >= _ASKING and "i" in scene.said and scene.by_clinician and scene.statement.turn >= 0


def _turned(scene: Scene, later: Sequence[Scene], lesions: list[Lesion]) -> list[Lesion]:
    """Turn the last lesion to the side that is said next: `Right SI dysfunction. Did I say right? Left.`."""
    doubted = [side.value for side in scene.view.sides(scene.statement)]
    told = [one for one in later if one.by_clinician and only_lists(one)]
    anew = [side.value for one in told for side in one.view.sides(one.statement)]
    before = scene.view.tokens.spans[scene.statement.start][0]
    stated = [one for one in lesions if one.laterality in doubted and 0 <= before - last_span(one)[1] <= _NEAR]
    # A right that stands alone says that it was right.
    assents = bool(later) and later[0].words()[:1] == ["right"] and len(later[0].words()) <= len(("right", "."))
    if not stated or not anew or anew[0] in doubted or assents:
        return lesions
    last = max(stated, key=last_span)
    quotes = (*last.evidence, *later[0].quote(later[0].statement))
    turned = last.model_copy(update={"laterality": anew[0], "evidence": quotes})
    return [turned if one is last else one for one in lesions]


def _said_anew(scene: Scene, later: Sequence[Scene], named: Sequence[Place]) -> Iterator[tuple[Scene, Place]]:
    """Yield the other place that the clinician says next, and nothing else."""
    for one in later:
        if one.statement.turn - scene.statement.turn > _TURNS + 1:
            return
        places = one.view.fixing(one.statement)
        if one.by_clinician and places and only_lists(one):
            if (places[0].region, places[0].segments) != (named[0].region, named[0].segments):
                yield one, places[0]
            return


def _is_doubted(scene: Scene, lesion: Lesion, named: Place) -> bool:
    """Tell whether a lesion was stated shortly before, of the place that is in doubt."""
    before = scene.view.tokens.spans[scene.statement.end - 1][1]
    same = (lesion.region, lesion.segments) == (named.region, named.segments)
    return same and 0 <= before - last_span(lesion)[1] <= _NEAR


def _moved(lesion: Lesion, scene: Scene, place: Place) -> Lesion:
    return lesion.model_copy(
        update={
            "region": place.region,
            "segments": place.segments,
            "laterality": side_of_joint(scene, place) or lesion.laterality,
            "evidence": (*lesion.evidence, *scene.quote(place)),
        }
    )
