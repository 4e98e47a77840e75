"""One result for a list of signs, and a result for each side of one sign.

As in `power, sensation and reflexes in the legs were normal`, in `Spurling was positive on the left and negative on
the right`, and in `right Achilles trace, left 2+, others 2+`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.times_of_findings import is_outdated
from scribe.extraction.lexicon.neuro.finding_kinds import PROVOKED, Found, graded_kind, kind_of, opens_reflexes
from scribe.extraction.lexicon.neuro.reflexes import is_commanded
from scribe.extraction.lexicon.neuro.values import ANSWERS_OF_TOES, VALUES, judge, valued
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import NeuroKind

_FEWEST = 2
_FURTHEST = 14
_NUMBERS = frozenset({"zero", "one", "two", "three", "four", "five"})
_JOINTS = frozenset({"and", "&", "/", "+", "or", "nor"})
_BESIDE = 6
_LINKS = frozenset({
    "on", "the", "to", "at", "for", "in", "is", "was", "side", "and", "but", "while", "whereas", "about", "degrees",
    "a", "s", "it", "one", ",",
})  # fmt: skip
_BOTH = 2
_LATERAL = frozenset({"left", "right"})
_BARE = 9
"""Words of a part that holds no more than a side and a value."""
_STIMULI = frozenset({"pinprick", "pin", "touch", "sensation", "lt", "sensory"})


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
            yield sign, Found(kind_of(scene, sign), valued(scene, sign, value), (sign, value))


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or word in _NUMBERS


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
    return allowed.issuperset(scene.rest_of(between, *scene.view.places(between)))


def opposed(scene: Scene) -> Iterator[tuple[Hit, Found]]:
    """Read a sign whose part of a statement gives its two sides opposite results.

    Args:
        scene: The statement.

    Yields:
        The sign with one result after the other.
    """
    values = [hit for hit in scene.terms("neuro", "value") if hit.term.value in VALUES]
    if len(values) < _BOTH or not scene.view.sides(scene.statement):
        return
    for chunk in scene.statement.chunks:
        told = [(sign, [*_results(scene, part, sign)]) for sign, part in _told(scene, chunk)]
        if not any(_differ(results) for _, results in told):
            continue
        for sign, results in told:
            for value, side in results if _differ(results) or len(results) == 1 else ():
                kind = graded_kind(sign, kind_of(scene, sign), value)
                part = Chunk(min(value.start, side.start), max(value.end, side.end))
                yield sign, Found(kind, judge(kind, value), (part,), side.value)


def _told(scene: Scene, chunk: Chunk) -> Iterator[tuple[Hit, Chunk]]:
    """Yield each sign of a part with the words that tell of it: up to the next sign and the side before that."""
    signs = scene.terms("neuro", "sign", part=chunk)
    starts = [_opening(scene, chunk, sign) for sign in signs]
    for index, sign in enumerate(signs):
        end = starts[index + 1] if index + 1 < len(signs) else chunk.end
        yield sign, Chunk(chunk.start if index == 0 else starts[index], end)


def _opening(scene: Scene, chunk: Chunk, sign: Hit) -> int:
    """Return where the words of a sign start: at the side right before it."""
    before = next((side for side in scene.view.sides(chunk) if side.end == sign.start), None)
    return sign.start if before is None else before.start


def _differ(results: list[tuple[Hit, Side]]) -> bool:
    """Tell whether results are those of two sides, and not alike."""
    sides = [side.value for _, side in results]
    single = _LATERAL.issuperset(sides)
    told = {VALUES[value.term.value] for value, _ in results}
    return len(results) >= _BOTH and _LATERAL.issubset(sides) and (len(told) > 1 or not single)


def _results(scene: Scene, part: Chunk, sign: Hit) -> Iterator[tuple[Hit, Side]]:
    """Yield the values of a part that stand beside a side of their own: each behind its value, or each before it."""
    values = [hit for hit in scene.terms("neuro", "value", part=part) if hit.term.value in VALUES]
    marks: list[Hit | Side] = sorted([*values, *scene.view.sides(part)], key=attrgetter("start"))
    if len(marks) % _BOTH:
        return
    found = []
    for one, other in zip(marks[::2], marks[1::2], strict=True):
        value, side = (one, other) if isinstance(one, Hit) else (other, one)
        if not isinstance(value, Hit) or not isinstance(side, Side) or not _is_beside(scene, one, other, sign):
            return
        found.append((value, side))
    yield from found


def _is_beside(scene: Scene, one: Hit | Side, other: Hit | Side, sign: Hit) -> bool:
    """Tell whether nothing parts a side from its value but the sign itself, small words and how far a limb went."""
    between = Chunk(one.end, other.start)
    apart = words_beside(scene.view, between, (sign, *scene.terms("neuro", "symptom", part=between)))
    among = _LINKS | words("jerks") | words("muscles")
    among |= words("measures")
    return len(apart) <= _BESIDE and all(word in among or word.isdigit() for word in apart)


def contrasted(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Read a further value for the other side or the rest, as in `right Achilles trace, left 2+, others 2+`."""
    kind: NeuroKind | None = None
    sign: Hit | None = None
    chunks = scene.statement.chunks
    for chunk in chunks if len(chunks) > 1 and scene.terms("neuro", "sign") else ():
        named_here = scene.terms("neuro", "symptom", "sign", part=chunk)
        signs = [hit for hit in named_here if hit.term.text != "toes" or not is_commanded(scene.view, hit)]
        if signs:
            tested = [hit for hit in signs if hit.term.role == "sign" or not _STIMULI.isdisjoint(hit.term.text.split())]
            sign = tested[-1] if tested else signs[-1]
            kind = kind_of(scene, sign) if tested else None
            continue
        if not words("orthopedic_tests").isdisjoint(scene.words(chunk)):
            sign = None
        if sign is None or kind is None or chunk.end - chunk.start > _BARE:
            continue
        named: list[Item] = [*scene.view.sides(chunk), *scene.said_words(chunk, words("others"))]
        values = [hit for hit in scene.terms("neuro", "value", part=chunk) if hit.start not in taken]
        values = [hit for hit in values if not is_outdated(scene, hit)]
        values = [hit for hit in values if kind != "motor_deficit" or hit.term.text not in ANSWERS_OF_TOES]
        if named and values:
            graded = graded_kind(sign, kind, values[0])
            yield Found(graded, judge(graded, values[0]), (values[0], named[0]))
        elif named and kind in PROVOKED and _is_struck_out(scene, chunk):
            yield Found(kind, "absent", (chunk,))


def _is_struck_out(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a side alone stands behind a minus, as in `SLR + R, - L`."""
    alone = not any(word.isalnum() for word in scene.rest_of(chunk))
    return scene.statement.turn < 0 and alone and scene.view.norms[chunk.start - 1] == "-"
