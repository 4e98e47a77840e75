"""Kinds of lesions that a joint has, and their names; regions that have sides; what is one lesion, place or level."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Lesion
from scribe.terminology.regions import LIMBS

JOINTS = frozenset({"somatic_dysfunction", "subluxation_complex"})
"""Kinds of lesions that a joint has, and no narrowing."""
SIDED = LIMBS | {"pelvic", "rib_cage", "sacral"}
"""Regions whose parts have a side."""
HEADS = ("condition", "head", "weak_head", "narrowing")
"""Roles of the terms that name a diagnosis."""


def heads_in(view: View, part: Item) -> list[Hit]:
    """Return the words of a part that name a lesion of a joint."""
    return [hit for hit in view.terms("lesions", part) if hit.term.role in {"head", "weak_head"}]


def is_stated(lesion: Lesion) -> bool:
    """Tell whether a lesion is one of a joint, and present."""
    return lesion.kind in JOINTS and lesion.assertion == "present"


def overlap(one: Lesion | Place, other: Lesion | Place) -> bool:
    """Tell whether lesions or places are of one region, and of one level where both have levels."""
    return one.region == other.region and (
        not one.segments or not other.segments or not {*one.segments}.isdisjoint(other.segments)
    )


_BETWEEN = frozenset({
    "slash", "stroke", "/", "or", "aka", "a.k.a", "also", "called", "known", "as", "that", "is", "meaning",
    "otherwise", "forward", "if", "you", "like", "prefer", "will", "say", "in", "other", "words", "the", "a", ",",
    "(", "same", "thing", "what", "we", "call", "i.e",
})  # fmt: skip
_NAMING = frozenset(
    {"slash", "stroke", "/", "or", "aka", "a.k.a", "called", "known", "meaning", "otherwise", "words", "i.e"}
)
"""Words of which one joins two names."""
_BRACKETS = frozenset({"brackets", "bracket", "parentheses", "parenthesis", "parens", "paren", "quotes"})
"""Spoken marks around a second name, as in `segmental dysfunction, subluxation in brackets`."""
_REACH = 8
_ALIKE = 4
"""Words from two names to the `same thing` that makes them one."""


def other_name(scene: Scene, head: Hit) -> Hit | None:
    """Return the other name that a lesion is given in one breath, before or behind it.

    Args:
        scene: The statement.
        head: The lesion.
    """
    if head.term.value not in JOINTS or "lesions" not in scene.named:
        return None
    others = (hit for hit in scene.terms("lesions", "head") if hit.term.value in JOINTS - {head.term.value})
    return next((hit for hit in others if _joins(scene, *sorted((hit, head), key=lambda one: one.start))), None)


def _joins(scene: Scene, first: Hit, second: Hit) -> bool:
    norms = scene.view.norms
    between = norms[first.end : second.start]
    bracketed = any(
        norms[hit.end : hit.end + 1] == ["in"] and not _BRACKETS.isdisjoint(norms[hit.end + 1 : hit.end + 2])
        for hit in (first, second)
    )
    alike = between == [","] and {("same", "thing"), ("same", "difference")} & {
        *pairwise(norms[second.end : second.end + _ALIKE])
    }
    named = bracketed or bool(alike) or not (_NAMING | _BRACKETS).isdisjoint(between)
    return len(between) <= _REACH and (_BETWEEN | _BRACKETS).issuperset(between) and named
