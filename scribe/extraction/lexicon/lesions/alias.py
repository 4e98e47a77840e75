"""Two names of one lesion: `segmental dysfunction, slash subluxation`, `a dysfunction, or subluxation as some say`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit

_NAMES = frozenset({"somatic_dysfunction", "subluxation_complex"})
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


def other_name(scene: Scene, head: Hit) -> Hit | None:
    """Return the other name that a lesion is given in one breath, before or behind it.

    Args:
        scene: The statement.
        head: The lesion.
    """
    if head.term.value not in _NAMES or "lesions" not in scene.named:
        return None
    others = (hit for hit in scene.terms("lesions", "head") if hit.term.value in _NAMES - {head.term.value})
    return next((hit for hit in others if _joins(scene, *sorted((hit, head), key=lambda one: one.start))), None)


def _joins(scene: Scene, first: Hit, second: Hit) -> bool:
    norms = scene.view.norms
    between = norms[first.end : second.start]
    bracketed = any(
        norms[hit.end : hit.end + 1] == ["in"] and not _BRACKETS.isdisjoint(norms[hit.end + 1 : hit.end + 2])
        for hit in (first, second)
    )
    named = bracketed or not (_NAMING | _BRACKETS).isdisjoint(between)
    return len(between) <= _REACH and (_BETWEEN | _BRACKETS).issuperset(between) and named
