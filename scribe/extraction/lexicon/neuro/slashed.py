"""Results of both sides at a slash: `biceps 2+/2+, triceps 2+/1+ (R/L)`, `SLR -/-`, `Motor R/L: delt 5/5, tri 4/4`.

The order of the sides is told once for all of a statement. Where it is not, only results that are alike tell of both;
a number behind a slash may then be the most that can be given, as in `4/5` and `2/4`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import PROVOKED, Found
from scribe.extraction.lexicon.view.saying import holding, naming
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, NeuroKind

_SIDES: dict[str, Laterality] = {
    **dict.fromkeys(("r", "rt", "right"), "right"),
    **dict.fromkeys(("l", "lt", "left"), "left"),
}
_SIGNS: dict[str, Assertion] = {
    **dict.fromkeys(("+", "pos", "positive"), "present"),
    **dict.fromkeys(("-", "\u2013", "neg", "negative"), "absent"),
}
_JOINING = frozenset({"/", "and", "&"})
_HEADS = frozenset({"reflex", "reflexes", "dtr", "dtrs", "motor", "strength", "mmt", "myotomes", "power"})
"""Words that say what the numbers of a list grade."""
_LOW, _NORMAL, _LIVELY, _MOST, _FULL = 1, 2, 3, 4, 5


class _Result(NamedTuple):
    """What stands on one side of a slash."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    grade: int | None
    """The number; none of a sign or word."""
    signed: str
    """The sign behind the number, or the sign or word itself."""


class _Pair(NamedTuple):
    """Two results and what gave them."""

    one: _Result
    other: _Result
    sign: Hit
    kind: NeuroKind


def slashed(scene: Scene) -> list[Found]:
    """Return what the pairs of a note's statement say of both sides; each quotes what was tested and both results."""
    if scene.statement.turn >= 0 or scene.statement.start not in _may_pair(scene.view):
        return []
    order = _order(scene)
    pairs = [pair for pair in _pairs(scene) if _is_of_sides(scene, pair, ordered=order is not None)]
    graded = [pair for pair in pairs if pair.kind == "motor_deficit"]
    unclear = graded if all(pair.other.grade == _FULL and not pair.other.signed for pair in graded) else []
    return [found for pair in pairs for found in _told(pair, order) if pair not in unclear or _is_sure(pair, found)]


def _is_sure(pair: _Pair, found: Found) -> bool:
    """Tell whether a result holds also where all numbers behind the slashes are the most that can be given."""
    return found.assertion == "present" or pair.one.grade == _FULL


@lru_cache(maxsize=1)
def _may_pair(view: View) -> frozenset[int]:
    """Return where the statements start that name a sign and have a slash."""
    slashes = (at for at, word in enumerate(view.norms) if word == "/")
    return naming(view, "neuro", lambda hit: hit.term.role == "sign") & holding(view, slashes)


def _order(scene: Scene) -> tuple[Laterality, Laterality] | None:
    """Return the order of the sides that a statement tells, as in `(R/L)` and `Right and left knee jerks 2+/1+`."""
    norms = scene.view.norms
    for at in range(scene.statement.start, scene.statement.end - 2):
        if norms[at] in _SIDES and norms[at + 1] in _JOINING and norms[at + 2] in _SIDES:
            one, other = _SIDES[norms[at]], _SIDES[norms[at + 2]]
            return (one, other) if one != other else None
    return None


def _pairs(scene: Scene) -> Iterator[_Pair]:
    """Find the pairs of a statement, none of them beside a third number or a pair that gives the other side."""
    norms, found = scene.view.norms, []
    for at in range(scene.statement.start, scene.statement.end):
        if norms[at] != "/":
            continue
        one, other = _result_before(scene, at), _result_behind(scene, at)
        if one is not None and other is not None and (one.grade is None) == (other.grade is None):
            found.append((one, other))
    bare = [
        (first, second)
        for first, second in pairwise(found)
        if not any(word.isalpha() for word in norms[first[1].end : second[0].start])
    ]
    doubled = {pair for pairs in bare for pair in pairs}
    for one, other in found:
        named = _tested(scene, one)
        if named is not None and (one, other) not in doubled:
            yield _Pair(one, other, *named)


def _result_before(scene: Scene, slash: int) -> _Result | None:
    norms, at = scene.view.norms, slash - 1
    if at > scene.statement.start and norms[at] in _SIGNS and norms[at - 1] in "012345":
        return _Result(at - 1, slash, int(norms[at - 1]), norms[at])
    return _result(norms, at, slash) if at > scene.statement.start and norms[at - 1] != "/" else None


def _result_behind(scene: Scene, slash: int) -> _Result | None:
    norms, at = scene.view.norms, slash + 1
    behind = [*norms[at + 1 : min(at + 3, scene.statement.end)], "", ""]
    if at < scene.statement.end and norms[at] in "012345" and behind[0] in _SIGNS and behind[1] != "/":
        return _Result(at, at + 2, int(norms[at]), behind[0])
    return _result(norms, at, at + 1) if at < scene.statement.end and behind[0] != "/" else None


def _result(norms: list[str], start: int, end: int) -> _Result | None:
    if norms[start] in _SIGNS:
        return _Result(start, end, None, norms[start])
    return _Result(start, end, int(norms[start]), "") if norms[start] in "012345" else None


def _tested(scene: Scene, result: _Result) -> tuple[Hit, NeuroKind] | None:
    """Return what gave a result: the sign before it, of which the head of the list may say what it grades."""
    signs = [hit for hit in scene.terms("neuro", "sign") if hit.end <= result.start]
    if not signs:
        return None
    kind: NeuroKind = signs[-1].term.value  # type: ignore[assignment]  # the table holds the schema's words
    if result.grade is None:
        return (signs[-1], kind) if kind in PROVOKED else None
    heads = [hit for hit in signs if not _HEADS.isdisjoint(hit.term.text.split())]
    named = words("jerks").intersection(signs[-1].term.text.split())
    if heads and named:
        kind = heads[-1].term.value  # type: ignore[assignment]  # the table holds the schema's words
    elif named and result.signed == "+" and kind == "motor_deficit":
        kind = "reflex_deficit"
    return (signs[-1], kind) if kind in {"reflex_deficit", "motor_deficit"} else None


def _is_of_sides(scene: Scene, pair: _Pair, *, ordered: bool) -> bool:
    """Tell whether a pair gives both sides, and no number the most that can be given."""
    alike = (pair.one.grade, pair.one.signed) == (pair.other.grade, pair.other.signed)
    if pair.kind == "motor_deficit":
        return ordered
    if pair.kind == "reflex_deficit":
        said = [*pair.sign.term.text.split(), *scene.view.norms[pair.sign.end : pair.one.start]]
        named = ordered or any(word.isalpha() and word not in _HEADS for word in said)
        signed = bool(pair.one.signed and pair.other.signed)
        return pair.other.grade != _MOST and named and (alike or ordered or signed)
    return alike or ordered


def _told(pair: _Pair, order: tuple[Laterality, Laterality] | None) -> Iterator[Found]:
    part = Chunk(pair.sign.start, pair.other.end)
    one, other = _judged(pair, pair.one), _judged(pair, pair.other)
    if one == other:
        yield Found(*one, (part,), "bilateral")
        return
    for told, side in zip((one, other), order or (None, None), strict=True):
        if order or told[1] == "present":
            yield Found(*told, (part,), side)


def _judged(pair: _Pair, result: _Result) -> tuple[NeuroKind, Assertion]:
    if result.grade is None:
        return pair.kind, _SIGNS[result.signed]
    if pair.kind == "motor_deficit":
        full = result.grade == _FULL and result.signed not in {"-", "\u2013"}
        return pair.kind, "absent" if full else "present"
    if result.grade >= _LIVELY:
        return "upper_motor_neuron", "present"
    low = result.grade == _LOW and pair.one.grade == pair.other.grade
    return pair.kind, "absent" if low or result.grade == _NORMAL else "present"
