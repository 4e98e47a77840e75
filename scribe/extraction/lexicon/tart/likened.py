"""Muscles that are likened to a thing, which only a thing unlike healthy tissue is worth: `the trap is like a log`.

They may be as hard as it, or be it: `The QL is hard as walnuts.`, `The left one is a plank.`. Where the muscle was
named in the statement before, only a thing that hands know is one: `Right QL. Feels like a two-by-four.`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.hands import hands_at_work, light_words
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 9
"""Words between a muscle and its likeness, as in `the muscle beside it on the left is like a log`."""
_BEING = frozenset(
    {"is", "are", "it", "that", "it's", "that's", "feels", "feel", "they're", "thats", "kind", "of", "just"}
)
_LIKE = frozenset({"like", "as"})
_PURE = frozenset({"pure", "solid", "absolute", "all"})
_MASS = frozenset({"concrete", "cement", "granite", "leather", "steel", "gristle", "rawhide", "mahogany", "cardboard"})
"""Things that no part of the body is, but in the mouth of who feels it, as in `Between the blades it's concrete.`."""
_ARTICLES = frozenset({"a", "an", "two", "some", "somebody's", "someone's", "one"})
_HARD = frozenset({"hard", "solid", "tough", "firm", "dense", "thick", "rigid", "stiff", "tight", "taut", "tense"})
_SOFT = frozenset({"soft", "loose", "supple", "relaxed", "smooth", "pliable"})
_THING = 2
_QUALIFIED = 4
"""Words up to a thing that a muscle is likened to, as in `like a big old steel cable`."""
_NOTHING = frozenset({
    "charm", "normal", "healthy", "different", "new", "muscle", "good", "pull", "tear", "strain", "little", "bit",
    "lot", "million", "better", "nice", "tissue", "team", "machine", "system", "spring",
})  # fmt: skip
"""Words behind `like a` that liken a muscle to nothing that is hard or soft."""
_OPENING = 4


@cache
def _things() -> frozenset[str]:
    return words("likened_hard") | words("likened_soft")


@lru_cache(maxsize=1)
def may_liken(view: View) -> frozenset[int]:
    """Return where the statements start that may liken a muscle to a thing."""
    return (saying(view, _LIKE) & saying(view, words("muscle_names"))) | saying(view, _things())


def likens(view: View, statement: Statement) -> bool:
    """Tell whether a statement likens a muscle to a thing.

    Args:
        view: The document's words.
        statement: The statement.
    """
    return statement.start in may_liken(view) and any(_likeness_at(view, part) for part in statement.chunks)


def likened(scene: Scene) -> Iterator[Found]:
    """Read the texture of a muscle that is likened to a thing, where no term of it names the thing."""
    if scene.statement.start not in may_liken(scene.view):
        return
    for chunk in scene.statement.chunks:
        likeness = _likeness_at(scene.view, chunk)
        if likeness is None and scene.statement.turn >= 0:
            likeness = _thing_at(scene, chunk)
        if likeness is None or any(hit.term.value == "tissue_texture" for hit in scene.terms("tart", part=chunk)):
            continue
        said = scene.words(likeness)
        soft = not (words("likened_soft") | _SOFT).isdisjoint(said) and _HARD.isdisjoint(said)
        denied = scene.context.negates(likeness)
        yield Found("tissue_texture", "absent" if soft != denied else "present", (likeness,), rule="tart.finding")


def _likeness_at(view: View, part: Chunk) -> Chunk | None:
    """Return the words that liken the muscle which a part names before them, as the `like a log` of it."""
    for at in range(part.start + 1, part.end - _THING):
        if view.norms[at] != "like" or view.norms[at - 1] not in _BEING or view.norms[at + 1] not in _ARTICLES:
            continue
        thing = view.norms[at + _THING : at + _THING + 2]
        if _names_muscle(view, Chunk(max(part.start, at - _REACH), at)) and _NOTHING.isdisjoint(thing):
            return Chunk(at, at + _THING + 1)
    return None


def _thing_at(scene: Scene, part: Chunk) -> Chunk | None:
    """Return the words that say of what lies under the hands that it is a thing, as hard as one, or like one."""
    norms = scene.view.norms
    if scene.terms("neuro", "symptom"):
        return None
    for at in range(part.start, part.end):
        if norms[at] not in _things():
            continue
        start = next(
            (one for one in range(at - 1, max(part.start, at - _QUALIFIED) - 1, -1) if norms[one] in _LIKE), None
        )
        if start is not None and norms[start] == "as":
            start = start - 1 if start > part.start and norms[start - 1] in _HARD | _SOFT else None
        elif start is None:
            start = at if norms[at] in _MASS and norms[at - 1] in _BEING else _being_at(norms, part, at)
        hard, mass = norms[at] in words("likened_hard"), start == at
        if start is not None and _is_of_muscle(scene, Chunk(part.start, start), spoken_of=hard, of_mass=mass):
            return Chunk(start, at + 1)
    return None


def _being_at(norms: list[str], part: Chunk, at: int) -> int | None:
    """Return where words begin that call something a thing, as the `a steel cable` of it; None where none does."""
    near = range(at - 1, max(part.start, at - _QUALIFIED) - 1, -1)
    start = next((one for one in near if norms[one] in _ARTICLES or norms[one] in _PURE), None)
    return None if start is None or start == part.start else start


def _is_of_muscle(scene: Scene, before: Chunk, *, spoken_of: bool, of_mass: bool) -> bool:
    """Tell whether a muscle is named before a likeness, or in the words before that the likeness goes on from."""
    near = Chunk(max(before.start, before.end - _REACH), before.end)
    if _names_muscle(scene.view, near):
        return True
    if scene.view.fixing(before):
        return of_mass or hands_at_work(scene.words())
    rest = [word for word in scene.rest_of(before) if word[0].isalnum()]
    light = light_words()
    if not light.issuperset(rest):
        return False
    told: list[Chunk | Statement] = [Chunk(scene.statement.start, before.start), *scene.earlier_in_turn[-1:]]
    return spoken_of and any(_names_muscle(scene.view, one) or hands_at_work(scene.words(one)) for one in told)


def _names_muscle(view: View, part: Chunk | Statement) -> bool:
    """Tell whether words name a certain muscle; what `a muscle is like` is only explained."""
    named = (at for at in range(part.start, part.end) if view.norms[at] in words("muscle_names"))
    return any(view.norms[at - 1] not in {"a", "any", "every"} for at in named)
