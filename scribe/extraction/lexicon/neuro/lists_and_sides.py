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
from scribe.extraction.lexicon.neuro.values import ANSWERS_OF_TOES, VALUES, is_grade, told_by, valued
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
from scribe.schema import Laterality, NeuroKind

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
    yield from _of_muscles(scene, values)
    for chunk in _parts(scene):
        told = [(sign, [*_results(scene, part, sign)]) for sign, part in _told(scene, chunk)]
        if not any(_differ(results) for _, results in told):
            continue
        for sign, results in told:
            for value, side in results if _differ(results) or len(results) == 1 else ():
                kind = graded_kind(sign, kind_of(scene, sign), value)
                part = Chunk(min(value.start, side.start), max(value.end, side.end))
                yield sign, Found(kind, told_by(scene, kind, value), (part,), side.value)


def _parts(scene: Scene) -> Sequence[Chunk]:
    """Return the parts of a statement; a test told side by side is one: `SLR: left, negative, right, positive`."""
    signs = scene.terms("neuro", "sign")
    named = {(side.start, side.end) for side in scene.view.sides(scene.statement)}
    apart = any((chunk.start, chunk.end) in named for chunk in scene.statement.chunks)
    if apart and scene.statement.turn >= 0 and len(signs) == 1 and signs[0].term.value == "tension_sign":
        start, end = scene.statement.start, scene.statement.end
        whole = Chunk(start, end)
        if _differ([*_results(scene, whole, signs[0])]):
            return (whole,)
    return scene.statement.chunks


def _of_muscles(scene: Scene, values: list[Hit]) -> Iterator[tuple[Hit, Found]]:
    """Read the grades of a muscle that no term names: `dorsiflexion four out of five left five out of five right`."""
    for chunk in scene.statement.chunks:
        graded = [hit for hit in values if chunk.start <= hit.start < chunk.end and is_grade(hit)]
        if len(graded) < _BOTH or scene.terms("neuro", "sign", part=chunk):
            continue
        muscle = Hit(chunk.start, chunk.start, Term("", "neuro", "sign", "motor_deficit"))
        results = [*_results(scene, chunk, muscle)]
        for value, side in results if _differ(results) else ():
            part = Chunk(min(value.start, side.start), max(value.end, side.end))
            yield value, Found("motor_deficit", told_by(scene, "motor_deficit", value), (part,), side.value)


def _told(scene: Scene, chunk: Chunk) -> Iterator[tuple[Hit, Chunk]]:
    """Yield each sign of a part with the words that tell of it: up to the next sign and the side before that."""
    signs = scene.terms("neuro", "sign", part=chunk)
    starts = [_opening(scene, chunk, sign) for sign in signs]
    for index, sign in enumerate(signs):
        end = starts[index + 1] if index + 1 < len(signs) else chunk.end
        yield sign, Chunk(chunk.start if index == 0 else starts[index], end)


def _opening(scene: Scene, chunk: Chunk, sign: Hit) -> int:
    """Return where the words of a sign start: at the side right before it, unless that belongs to the value before."""
    before = next((side for side in scene.view.sides(chunk) if side.end == sign.start), None)
    taken = before is not None and _follows_value(scene, chunk, before)
    return before.start if before is not None and not taken else sign.start


def _follows_value(scene: Scene, chunk: Chunk, side: Side) -> bool:
    """Tell whether a side stands behind a value that has none before it, as in `two plus left ankle ...` after one."""
    earlier = Chunk(chunk.start, side.start)
    values = scene.terms("neuro", "value", part=earlier)
    sides = scene.view.sides(earlier)
    behind = bool(values) and all(word in _LINKS for word in scene.view.norms[values[-1].end : side.start])
    return behind and bool(sides) and len(values) > len(sides) and values[0].start < sides[0].start


def _differ(results: list[tuple[Hit, Side]]) -> bool:
    """Tell whether results are those of two sides, and not alike."""
    sides = [side.value for _, side in results]
    single = _LATERAL.issuperset(sides)
    told = {VALUES[value.term.value] for value, _ in results}
    return len(results) >= _BOTH and _LATERAL.issubset(sides) and (len(told) > 1 or not single)


def _results(scene: Scene, part: Chunk, sign: Hit) -> Iterator[tuple[Hit, Side]]:
    """Yield the values of a part that stand beside a side of their own: each behind its value, or each before it."""
    values = [hit for hit in scene.terms("neuro", "value", part=part) if hit.term.value in VALUES]
    if sign.term.value == "reflex_deficit" and any(hit.term.text in words("weak") for hit in values):
        return  # A limb is, before its reflex is tapped.
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
            yield Found(graded, told_by(scene, graded, values[0]), (values[0], named[0]))
        elif named and kind in PROVOKED and _is_struck_out(scene, chunk):
            yield Found(kind, "absent", (chunk,))


def _is_struck_out(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a side alone stands behind a minus, as in `SLR + R, - L`."""
    alone = not any(word.isalnum() for word in scene.rest_of(chunk))
    return scene.statement.turn < 0 and alone and scene.view.norms[chunk.start - 1] == "-"
