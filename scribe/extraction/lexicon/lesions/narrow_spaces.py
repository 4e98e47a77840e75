"""The spaces that a statement calls narrow, and its parts for each: `canal stenosis; left foraminal stenosis`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.alternatives import open_choice
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.stenosis_causes import CAUSAL, uncleared
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import LesionKind

_SETTING_OFF = frozenset({"(", "[", ",", "-", ":", "/"})
_SEAMS = frozenset({",", ";", "and", "comma", "/"})
"""Words between two spaces that have each a cause of its own."""
FRAGMENT = 8
"""Words of a statement that only names a space."""


def spaces_of(scene: Scene, part: Item, heads: list[Hit]) -> dict[LesionKind, Hit]:
    """Return the spaces that a part names, without those that are open or of which one is still to be chosen.

    Args:
        scene: The statement.
        part: The part.
        heads: The narrowings that may be of these spaces.
    """
    found: dict[LesionKind, Hit] = {}
    undecided = open_choice(scene.view, scene.statement) or Chunk(part.end, part.end)
    for hit in uncleared(scene.view, scene.statement, scene.terms("lesions", "compartment", part=part)):
        kind: LesionKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        if _is_open(scene, hit) or undecided.start <= hit.start < undecided.end:
            continue
        if hit.term.text == "central" and not _is_central(scene, hit, heads):
            continue
        if scene.assertion(hit) != "absent" or all(scene.assertion(head) == "absent" for head in heads):
            found.setdefault(kind, hit)
    return found


def _is_open(scene: Scene, space: Hit) -> bool:
    """Tell whether a space is only mentioned as open, as in `mild facet change, canal fine`."""
    chunk, norms = scene.chunk(space), scene.view.norms
    # Speech without stops may be parted inside the name of a space.
    until = scene.statement.end if space.end <= scene.statement.end else len(norms)
    behind = norms[space.end : min(space.end + 2, until)]
    if behind and (behind[0] in words("open") or (behind[0] in words("be_forms") and behind[-1] in words("open"))):
        return True
    return not scene.terms("lesions", "narrowing", part=chunk) and bool(words("open").intersection(scene.words(chunk)))


def _is_central(scene: Scene, central: Hit, heads: list[Hit]) -> bool:
    """Tell whether a `central` is said of a narrowing: right before it, or set off behind it: `stenosis (central)`."""
    if any(abs(head.start - central.end) <= 1 for head in heads):
        return True
    norms = scene.view.norms
    behind = any(head.end <= central.start for head in heads) and norms[central.start - 1] in _SETTING_OFF
    following = norms[central.end] if central.end < scene.statement.end else "."
    return behind and (not following[0].isalnum() or following in CAUSAL | {"and", "type", "at", "by"})


def space_announced(scene: Scene) -> dict[LesionKind, Hit]:
    """Return the space that speech only names right before: `Right L3-4 foramen. Stenosis, from bone and disc.`."""
    before = scene.earlier_in_turn[-1:]
    if not before or scene.statement.turn < 0:
        return {}
    fragment = before[0]
    spaces = [hit for hit in scene.view.terms("lesions", fragment) if hit.term.role == "compartment"]
    named = scene.view.places(fragment) or scene.view.sides(fragment)
    if len(spaces) != 1 or not named or fragment.asks or fragment.end - fragment.start > FRAGMENT:
        return {}
    if not words("be_forms").isdisjoint(scene.view.norms[fragment.start : fragment.end]):
        return {}
    kind: LesionKind = spaces[0].term.value  # type: ignore[assignment]  # the table holds the schema's words
    return {kind: spaces[0]}


def parts_by_space(scene: Scene) -> list[Chunk]:
    """Split a statement before each further narrowing of a space of its own."""
    spaces = [space.start for space in scene.terms("lesions", "compartment")]
    cuts = [scene.statement.start]
    for head, following in pairwise(scene.terms("lesions", "narrowing")):
        leads = any(cuts[-1] <= space < head.start for space in spaces)
        between = [space for space in spaces if head.end <= space < following.start]
        next_one = between[-1:] if leads or len(between) > 1 else []
        if len(between) == 1 and between[0] + 1 == following.start and _seams(scene, head.end, between[0]):
            # `Lumbar stenosis; left foraminal stenosis`: the space is the second one's alone.
            next_one = between
        if (leads or between) and (next_one or any(space >= following.end for space in spaces)):
            cuts += _cut(scene, head.end, (next_one or [following.start])[0])
    return [Chunk(start, end) for start, end in pairwise([*cuts, scene.statement.end])]


def _cut(scene: Scene, start: int, end: int) -> list[int]:
    """Return where to part two narrowings: at the last mark or `and`, or where the level or side of the second stands.

    The latter where a cause of the first stands before it without a mark: `from a spur left L4 foraminal stenosis`.

    Args:
        scene: The statement.
        start: Where the words behind the first narrowing start.
        end: Where the space of the second one stands.
    """
    seams = _seams(scene, start, end)[-1:]
    between = Chunk(start, end)
    items: list[Item] = [*scene.view.sides(between), *scene.view.fixing(between)]
    named = {item.end: item.start for item in items}
    name = end
    while name in named:
        name = named[name]
    causes = scene.terms("mechanisms", part=Chunk((seams or [start])[0], name)) if name < end else []
    blamed = bool(causes) and not CAUSAL.isdisjoint(scene.view.norms[start : causes[0].start])
    return [name] if blamed else seams


def _seams(scene: Scene, start: int, end: int) -> list[int]:
    """Return where the words between two narrowings may be parted."""
    return [index for index in range(start, end) if scene.view.norms[index] in {",", ";", "and", "comma", "plus"}]


def paired_parts(scene: Scene) -> list[Chunk]:
    """Return the parts of a statement that pair a space with a mechanism, or nothing where one of them has none."""
    spaces = scene.terms("lesions", "compartment")
    if len({space.term.value for space in spaces}) == 1 or len(scene.terms("lesions", "narrowing")) != 1:
        return []
    cuts = [scene.statement.start]
    for one, other in pairwise(spaces):
        if one.term.value != other.term.value:
            seams = [at for at in range(one.end, other.start) if scene.view.norms[at] in _SEAMS]
            if not seams:
                return []
            cuts.append(seams[-1])
    parts = [Chunk(start, end) for start, end in pairwise([*cuts, scene.statement.end])]
    whole = len(parts) > 1 and all(scene.terms("mechanisms", part=part) for part in parts)
    return parts if whole else []
