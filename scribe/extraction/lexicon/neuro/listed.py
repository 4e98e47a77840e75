"""Signs of a list that share one result: `power, sensation and reflexes in the legs were normal`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.neuro.kinds import kind_of, opens_reflexes
from scribe.extraction.lexicon.neuro.values import VALUES, valued
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_FEWEST = 2
_FURTHEST = 14
_NUMBERS = frozenset({"zero", "one", "two", "three", "four", "five"})
_JOINTS = frozenset({"and", "&", "/", "+", "or", "nor"})


def listed(scene: Scene) -> Iterator[tuple[Hit, Found]]:
    """Read the signs of a list with the one result behind them all; a number is that of the last sign alone."""
    signs = scene.terms("neuro", "sign") if "neuro" in scene.named else []
    if len(signs) < _FEWEST:
        return
    signs = [sign for sign in signs if not opens_reflexes(scene, sign)]
    for value in scene.terms("neuro", "value"):
        if VALUES.get(value.term.value) != "absent" or any(map(_is_number, value.term.text.split())):
            continue
        group = _list_before(scene, signs, value)
        for sign in group if len(group) >= _FEWEST and _is_list(scene, group) else ():
            side = _side(scene, group, value)
            yield sign, Found(kind_of(scene, sign), valued(scene, sign, value), (sign, value), side)


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or word in _NUMBERS


def _side(scene: Scene, group: Sequence[Hit], value: Hit) -> Laterality | None:
    """Return the one side that the whole list has, wherever it stands."""
    sides = {side.value for side in scene.view.sides(Chunk(group[0].start, scene.chunk(value).end))}
    return sides.pop() if len(sides) == 1 else None


def _list_before(scene: Scene, signs: Sequence[Hit], value: Hit) -> list[Hit]:
    """Return the signs that nothing but joining words part from each other, and from the value no more than a place."""
    before = [sign for sign in signs if sign.end <= value.start]
    if not before or not _only(scene, before[-1].end, value.start, words("list_joins") | words("between_result")):
        return []
    group = [before[-1]]
    for earlier, later in reversed([*pairwise(before)]):
        joined = _only(scene, earlier.end, later.start, words("list_joins") | words("other_tests"))
        if later != group[0] or not joined or _has_own_result(scene, earlier, later):
            break
        group.insert(0, earlier)
    return group


def _has_own_result(scene: Scene, sign: Hit, following: Hit) -> bool:
    """Tell whether a plus before the next sign is a result, as in `Kemp + R, SLR -`, and does not join the two."""
    between = scene.terms("neuro", "value", part=Chunk(sign.end, following.start))
    return any(value.end != following.start for value in between)


def _is_list(scene: Scene, group: Sequence[Hit]) -> bool:
    """Tell whether something joins the signs, and not a pause alone as in `but for the biceps, strength is full`."""
    return not _JOINTS.isdisjoint(scene.view.norms[group[0].end : group[-1].start])


def _only(scene: Scene, start: int, end: int, allowed: frozenset[str]) -> bool:
    """Tell whether some words are all of a list, but for names of places and sides."""
    if end - start > _FURTHEST:
        return False
    between = Chunk(start, end)
    named: list[Item] = [*scene.view.places(between), *scene.view.sides(between)]
    covered = {index for item in named for index in range(item.start, item.end)}
    return all(scene.view.norms[at] in allowed for at in range(start, end) if at not in covered)
