"""Lists of places in the lines below a lesion: `Dx: subluxation complex`, `- C2`, `- T6`, or `Regions: C, T, L`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import letter_place
from scribe.extraction.lexicon.lesions.list_members import is_answered_no
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_LABEL = 5
_UNKNOWN = 2
"""Words of an item of which the list says nothing."""
_BULLETS = frozenset({"-", "*", "•", "·", ">", "+"})
_MARKS = frozenset({":", "-", "="})
_LABELS = frozenset({
    "region", "regions", "area", "areas", "level", "levels", "segment", "segments", "site", "sites", "location",
    "locations", "joint", "joints", "involved", "affected", "involvement", "of", "body", "spinal", "anatomical", "at",
    "somatic", "dysfunction", '"', "-", "_",
})  # fmt: skip
_ANNOUNCING = frozenset({
    "as", "follows", "following", "the", "levels", "level", "below", "regions", "region", "areas", "segments", "of",
    "at", "in", "today", "found", "present", "noted", "listed", "are", "were", "is", "these", "identified", "detected",
    "by", "x", "-", ":", "(", ")", ".", "confirmed", "on", "palpation", "involving", "multiple", "sites", "s",
})  # fmt: skip
_SAYING = (("conditions", ("condition", "capitals")), ("care", ("care",)), ("neuro", ("symptom", "sign")))


class Listed(NamedTuple):
    """A place of a list below a lesion."""

    place: Place
    """The place."""
    side: Laterality | None
    """The side beside it."""


def listed_below(scene: Scene, head: Hit, later: Sequence[Scene]) -> list[Listed]:
    """Return the places that are listed below a lesion which names none itself.

    Args:
        scene: The statement of the lesion.
        head: The lesion.
        later: The statements behind it, in order.
    """
    rest = scene.view.norms[head.end : scene.statement.end]
    if any(word not in _ANNOUNCING and not word.isdecimal() for word in rest):
        return []
    announced = ":" in rest or not {"below", "follows", "following"}.isdisjoint(rest)
    items = _items(scene, later, announced=announced)
    return [listed for item in items for listed in _places(item)]


def _items(scene: Scene, later: Sequence[Scene], *, announced: bool) -> Iterator[Scene]:
    """Yield the statements of the list."""
    line, bullet = scene.statement.line, _bullet(scene)
    for one in later:
        if _is_mark(one):
            line = one.statement.line
            continue
        if one.statement.line - line > 1 or not _only_names(one):
            return
        labelled, own = is_labelled(one), _bullet(one)
        # What stands beside the lesion in a numbered list is another problem.
        apart = announced or (own and own != bullet) or _indent(one) > _indent(scene)
        item = one.statement.line > scene.statement.line and bool(apart)
        if not (labelled or item):
            return
        yield one
        line = one.statement.line


def _bullet(scene: Scene) -> str:
    """Return the mark that opens the line of a statement: its bullet, or `1` for every number."""
    start, end = scene.view.document.lines[scene.statement.line - 1]
    said = scene.view.tokens.between((start, end))
    opening = scene.view.norms[said.start : said.start + 2]
    if opening[:1] and opening[0] in _BULLETS:
        return opening[0]
    return "1" if len(opening) > 1 and opening[0].isdecimal() and opening[1] in {".", ")"} else ""


def _is_mark(scene: Scene) -> bool:
    """Tell whether a statement is no more than the letter or number of an item, as in `a. thoracic spine`."""
    said = scene.words()
    return len(said) <= 2 and len(said[0]) == 1 and said[1:] in ([], ["."], [")"])  # noqa: PLR2004  # a letter and a mark


def _indent(scene: Scene) -> int:
    start, end = scene.view.document.lines[scene.statement.line - 1]
    line = scene.view.text[start:end]
    return len(line) - len(line.lstrip())


def is_labelled(scene: Scene) -> bool:
    """Tell whether a statement opens with a label such as `Regions:` or `Levels involved -`."""
    opening = scene.words()[:_LABEL]
    mark = next((at for at, word in enumerate(opening) if word in _MARKS), 0)
    return mark > 0 and _LABELS.issuperset(opening[:mark])


def _only_names(scene: Scene) -> bool:
    """Tell whether a statement names places and hardly anything else: no other lesion, diagnosis or treatment."""
    if scene.statement.asks or not scene.by_clinician or not _named(scene):
        return False
    if any(scene.terms(table, *roles) for table, roles in _SAYING) or scene.terms("lesions", "head", "weak_head"):
        return False
    named: list[Item] = [*scene.view.places(scene.statement), *scene.view.sides(scene.statement), *scene.terms("tart")]
    covered = {at for item in named for at in range(item.start, item.end)}
    said = (scene.view.norms[at] for at in range(scene.statement.start, scene.statement.end) if at not in covered)
    light = words("list_fillers") | words("choices") | _LABELS
    return sum(word[0].isalnum() and len(word) > 1 and word not in light for word in said) <= _UNKNOWN


def _named(scene: Scene) -> list[Place]:
    letters = (letter_place(scene, at) for at in range(scene.statement.start, scene.statement.end))
    return [*scene.view.fixing(scene.statement), *(place for place in letters if place is not None)]


def _places(scene: Scene) -> Iterator[Listed]:
    """Yield the places of an item, but for those of which it says that nothing is there."""
    for place in _named(scene):
        part = Chunk(place.end, scene.chunk(place).end)
        well = scene.terms("tart", "normal", part=part) or not words("found_well").isdisjoint(scene.words(part)[:3])
        if scene.assertion(place) == "present" and not is_answered_no(scene, place) and not well:
            beside = scene.view.sides(Chunk(max(scene.statement.start, place.start - 2), place.end + 2))
            side = next((one.value for one in beside if one.end == place.start or one.start == place.end), None)
            yield Listed(place, side)
