"""Words of anatomy and levels → the places of a text."""

from typing import NamedTuple

from scribe.extraction.lexicon.view.layout import breaks_before, opens_row
from scribe.extraction.lexicon.view.levels import RIBS, SIDED, SPINES, Levels, find_levels
from scribe.extraction.lexicon.words.tokens import Tokens, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Region
from scribe.terminology.regions import structure

_REACHED = frozenset({
    "flexion", "flex", "flexes", "flexed", "bends", "bending", "bend", "fingertips", "reaches", "reach",
})  # fmt: skip
_EXTENDING = frozenset({"to", "reach", "reaches", "reaching"})
_RIB_HEADS = frozenset({"rib head", "rib heads", "rib angle", "rib angles"})
_BESIDE_RIB = SIDED | {
    "at", "of", ":", "on", "the", "(", "joint", "joints", "jt", "jts", "dysfunction", "dysfx", "dysfn", "restriction",
    "fixation", "subluxation", "hypomobility",
}  # fmt: skip
"""Words between a head of a rib and its vertebra."""
_BEFORE_EXTENT = 6
_BEFORE_ITEM = 8
_BEFORE_MOTION = 4
_ABDUCTED = frozenset({"shoulder", "shoulders", "hip", "hips", "gh", "glenohumeral", "flex", "flexion", "thumb"})
_STROKES = frozenset({"/"})
_LIST_MARKS = ([","], ["/"], ["&"], ["and"], ["-"], ["+"])
_SEGMENTED = {"atlanto_occipital": ("OA",), "atlanto_axial": ("AA",)}


class Place(NamedTuple):
    """A mention of anatomy."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    region: Region | None
    """Its M99 region, or None where the words fix none."""
    structure: str
    """The structure named, or `vertebra` or `rib`."""
    role: str
    """Empty, or `vague`, `soft`, `muscle` or `limb`: how far the words fix a region."""
    segments: tuple[str, ...]
    """Vertebrae or ribs named."""

    @property
    def fixes(self) -> bool:
        """Tell whether it fixes a region."""
        return self.region is not None and self.role in {"", "muscle"}


class Side(NamedTuple):
    """A mention of a side."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    value: Laterality
    """The side."""


def find_places(text: str, tokens: Tokens, anatomy: list[Hit]) -> list[Place]:
    """Find the places of a text in order; `LE` and `UE` count in capitals, `occ` in a list or before its row."""
    upper = {index for hit in anatomy if hit.term.structure in _SEGMENTED for index in range(hit.start + 1, hit.end)}
    levels = [_leveled(one) for one in find_levels(text, tokens)]
    levels = [place for place in levels if not _is_torn(text, tokens, place)]
    levels = [place for place in levels if place.start not in upper and not _is_item(tokens, place)]
    costal = [hit for hit in anatomy if hit.term.structure == "costovertebral" or hit.term.text in _RIB_HEADS]
    levels = [_as_rib(tokens, place, costal) for place in levels] if costal else levels
    covered = covered_by(levels)
    named = [
        hit
        for hit in anatomy
        if hit.start not in covered
        and (hit.term.role != "capitals" or _capital(text, tokens, hit))
        and not _is_way(tokens, hit)
        and not _is_abduction(tokens, hit)
        and not _is_arthrosis(tokens, hit)
        and not _is_extent(tokens, hit)
        and not _is_turn_of_phrase(tokens, hit)
    ]
    places = sorted([*levels, *map(_named, named)])
    listed = [hit for hit in named if hit.term.role == "listed" and not opens_row(text, tokens, hit)]
    stray = {hit.start for hit in listed if not _is_listed(tokens, hit, places)}
    return [place for place in places if place.start not in stray] if stray else places


def _is_listed(tokens: Tokens, hit: Hit, places: list[Place]) -> bool:
    """Tell whether only a mark of a list parts a word from another place, or it moves: `occ, cerv`, `occ glides`."""
    moves = not words("moving").isdisjoint(tokens.norms[hit.end : hit.end + 1])
    before = tokens.norms[hit.start - 1 : hit.start] in _LIST_MARKS
    after = tokens.norms[hit.end : hit.end + 1] in _LIST_MARKS
    return moves or any(
        (before and place.end == hit.start - 1) or (after and place.start == hit.end + 1) for place in places
    )


def _is_item(tokens: Tokens, place: Place) -> bool:
    """Tell whether what seems a level is a spine and the number of the next item: `1) SD lumbar 2) SD ribs`."""
    opening = tokens.norms[place.start]
    named = (opening in SPINES or opening in RIBS) and tokens.norms[place.end - 1].isdecimal()
    opened = "(" in tokens.norms[max(0, place.start - _BEFORE_ITEM) : place.end]
    return named and not opened and tokens.word(place.end) == ")"


def _is_torn(text: str, tokens: Tokens, place: Place) -> bool:
    """Tell whether a line ends between a letter or spine and its number, as where `ERS L` stands above `2 SD ribs`."""
    end = place.start + 1
    if end >= place.end or not breaks_before(text, tokens, end):
        return False
    opening = tokens.norms[place.start]
    after = tokens.norms[end + 1 : end + 2]
    coded = tokens.norms[end + 2 : end + 3] == ["."] and after != [] and after[0][1:].isdecimal()
    listed = opening in RIBS and (after in ([")"], ["."]) or coded)
    return len(opening) == 1 or ((opening in SPINES or listed) and tokens.norms[end].isdecimal())


def _as_rib(tokens: Tokens, place: Place, costal: list[Hit]) -> Place:
    """Return the joint of a rib whose vertebra is named, as in `rib heads T5-6` and `T7 costovertebral joint`."""
    between = (tokens.norms[hit.end : place.start] for hit in costal if hit.end <= place.start)
    behind = (hit.start == place.end for hit in costal)
    if place.region != "thoracic" or not (any(map(_BESIDE_RIB.issuperset, between)) or any(behind)):
        return place
    return place._replace(region="rib_cage", structure="rib", segments=())


def _leveled(levels: Levels) -> Place:
    return Place(levels.start, levels.end, levels.region, levels.structure, "", levels.segments)


def _named(hit: Hit) -> Place:
    name = hit.term.structure
    role = "" if hit.term.role in {"capitals", "listed"} else hit.term.role
    if hit.term.text == "atlas":
        return Place(hit.start, hit.end, "cervical", "vertebra", role, ("C1",))
    return Place(hit.start, hit.end, structure(name).region, name, role, _SEGMENTED.get(name, ()))


def _is_way(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a back is the way something goes or sits, that of a thing, or of a time: `back in the winter`."""
    before, after = tokens.norms[max(0, hit.start - 1) : hit.start], tokens.norms[hit.end : hit.end + 1]
    leads = after in (["there"], ["here"]) and before != ["your"]
    leads = leads or (after == ["in"] and not words("months").isdisjoint(tokens.norms[hit.end + 1 : hit.end + 3]))
    return hit.term.text == "back" and (leads or after == ["of"] or bool(words("before_way").intersection(before)))


def _is_abduction(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether `abd` is a motion of a limb and no abdomen, as in `shoulder abd limited` and `abd 90`."""
    if hit.term.text != "abd":
        return False
    before = tokens.norms[max(0, hit.start - _BEFORE_MOTION) : hit.start]
    degrees = tokens.word(hit.end)
    return (degrees.isdecimal() and len(degrees) > 1) or not _ABDUCTED.isdisjoint(before)


def _is_extent(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a place only says how far somebody bends, as in `flexion to the ankles`."""
    if structure(hit.term.structure).region != "lower_extremity":
        return False
    before = tokens.norms[max(0, hit.start - _BEFORE_EXTENT) : hit.start]
    return not _EXTENDING.isdisjoint(before[-3:]) and not _REACHED.isdisjoint(before)


def _is_turn_of_phrase(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a hand is only that of `on the other hand`."""
    before = tokens.norms[max(0, hit.start - 3) : hit.start]
    return hit.term.text == "hand" and before in (["on", "the", "other"], ["on", "the", "one"])


def _is_arthrosis(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether an OA is osteoarthritis, as in `hip OA` and `mild OA of`, and not the occiput on the atlas."""
    if hit.term.text != "oa":
        return False
    before, after = tokens.norms[hit.start - 1 : hit.start], tokens.norms[hit.end : hit.end + 1]
    if "palpation" in tokens.norms[hit.end : hit.end + 4]:
        return False
    return bool(words("before_arthrosis").intersection(before) or words("after_arthrosis").intersection(after))


def _capital(text: str, tokens: Tokens, hit: Hit) -> bool:
    start = tokens.spans[hit.start][0]
    return text[start : start + 2].isupper()


def without_joints(tokens: Tokens, hits: dict[str, list[Hit]], places: list[Place]) -> dict[str, list[Hit]]:
    """Drop the grades that are the numbers of a joint, as the `4/5` of `L 4/5`."""
    strokes = {at for place in places if place.structure == "vertebra" for at in range(place.start + 1, place.end)}
    strokes &= {*tokens.indices(_STROKES)}
    if not strokes:
        return hits
    return hits | {"neuro": [hit for hit in hits["neuro"] if strokes.isdisjoint(range(hit.start, hit.end))]}
