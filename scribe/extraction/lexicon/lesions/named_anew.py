"""Where a lesion is named anew in one breath: `a dysfunction of T4 and a dysfunction of the ribs on the right`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import HEADS, overlap
from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_NAMED = frozenset({"", "vague"})
_BEFORE_NAME = frozenset({"a", "an", "the", "another", "some", "your", "his", "her", "their"})
_OF = frozenset({"of", "at", "in"})
_ADDING = frozenset({"and", "plus"})
_NUMBERED = frozenset({"rib", "level", "visit", "joint", "the", "vertebra"})
"""Words whose number is no item's."""


def named_once(scene: Scene, part: Chunk, mention: Item) -> Chunk:
    """Return the words around a mention of a lesion in which no other one is named.

    Commas part lesions where a text has any. Without them one ends where the next is named with a place of its own, as
    in `a dysfunction of T4 and a dysfunction of the ribs on the right`, where a joint is added by words of its own, as
    in `and of the ribs on the left` and `and the pubis is high on the left`, and where something is concluded, as in
    `the rib is up on the left so that's T4`.

    Args:
        scene: The statement.
        part: The part of it that holds the mention.
        mention: A place of a lesion, or the lesion.
    """
    places = [place for place in scene.view.places(part) if place.role in _NAMED]
    numbers = {at for at in range(part.start + 1, part.end - 1) if counts_on(scene.view.norms, at)}
    if len(places) <= 1 and not numbers:
        return part
    seams = {*_namings(scene, part, places), *_additions(scene, places), *_conclusions(scene, places), *numbers}
    bounds = [part.start, *sorted(seams), part.end]
    return next((Chunk(*own) for own in pairwise(bounds) if own[0] <= mention.start < own[1]), part)


def counts_on(norms: list[str], index: int) -> bool:
    """Tell whether a list of diagnoses goes on to its next number, as in `of the ribs number four headache`.

    Args:
        norms: The document's words.
        index: A word's index.
    """
    following = "".join(norms[index + 1 : index + 2])
    counts = norms[index] == "number" and (following in NUMBERS or following.isdecimal())
    return counts and norms[index - 1] not in _NUMBERED


def _namings(scene: Scene, part: Chunk, places: list[Place]) -> Iterator[int]:
    """Yield where the names of further lesions begin, each with its own place."""
    heads = [hit for hit in scene.terms("lesions", *HEADS, "position", part=part) if _is_name(hit, places)]
    if heads and ":" in scene.view.norms[part.start : heads[0].start]:
        # Of `both on the right: a dysfunction of the rib and a dysfunction of the shoulder` all have the side.
        return
    for before, head in pairwise(heads):
        start = _start_of_name(scene, before, head, places)
        told = [place for place in places if place.end <= start]
        own = next((place for place in places if place.start >= start), None)
        if told and own is not None and own.fixes and not any(overlap(own, place) for place in told):
            yield start


def _is_name(head: Hit, places: list[Place]) -> bool:
    """Tell whether words name a lesion: those of a position do so with a joint, as in `posterior innominate`."""
    return head.term.role != "position" or any(head.start <= place.start < head.end for place in places)


def _start_of_name(scene: Scene, before: Hit, head: Hit, places: list[Place]) -> int:
    """Return where the name of a lesion begins: at its place, how that lies, its side or its article."""
    items: list[Item] = [*scene.view.sides(Chunk(before.end, head.start))]
    items += [place for place in places if place.start > before.end]
    named = {item.end: item.start for item in items}
    before_name = _BEFORE_NAME | words("other_ways") | words("turned_back")
    start = head.start
    while start > before.end and (start in named or scene.view.norms[start - 1] in before_name):
        start = named.get(start, start - 1)
    return start


def _additions(scene: Scene, places: list[Place]) -> Iterator[int]:
    """Yield where a joint is added by its own words, as in `and of the neck` and `and the pubis is out of level`."""
    norms = scene.view.norms
    for place in places[1:]:
        start = place.start - 1 if norms[place.start - 1] == "the" else place.start
        again = norms[start - 1] in _OF and norms[start - 2] in _ADDING
        told = norms[start - 1] in _ADDING and not words("be_forms").isdisjoint(norms[place.end : place.end + 1])
        if again or told:
            yield start


def _conclusions(scene: Scene, places: list[Place]) -> Iterator[int]:
    """Yield where something is concluded of joints from what was said of others."""
    if "so" in scene.said:
        yield from (at for at in range(places[0].end, places[-1].start) if scene.view.norms[at] == "so")
