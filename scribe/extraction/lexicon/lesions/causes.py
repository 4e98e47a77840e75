"""What narrows a space, where a later statement says so: `Canal stenosis. The culprit is the disc.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.cleared import uncleared
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_CAUSES = frozenset({"due", "from", "caused", "because", "secondary", "it", "it's", "this", "that", "that's"})
_OPENING = 3
_ASKED = frozenset({"what", "what's", "whats"})
_ASKING = 5
_NEXT = 2
_BARE = 6
"""Words of a statement that only names a tissue, as in `Bone, not disc.`."""


def causes_next(scene: Scene) -> list[Hit]:
    """Return the tissues that one of the next statements of the same person blames.

    The next one may do so by a word of cause alone; the one behind it must say that something is the cause.
    """
    statement = scene.statement
    for place, after in enumerate(scene.view.statements_after(statement)[:_NEXT]):
        if after.turn != statement.turn or after.section != statement.section:
            return []
        if not after.asks and (causes := _blamed(scene.view, after, next_one=place == 0)):
            return causes
        if place == 0 and _names_another(scene.view, after):
            return []
    return []


def _names_another(view: View, statement: Statement) -> bool:
    """Tell whether a statement goes on to another place or lesion."""
    heads = (hit for hit in view.terms("lesions", statement) if "head" in hit.term.role)
    return bool(view.fixing(statement)) or any(heads) or bool(view.terms("mechanisms", statement))


def _blamed(view: View, after: Statement, *, next_one: bool) -> list[Hit]:
    """Return the tissues that a statement blames."""
    causes = uncleared(view, after, view.terms("mechanisms", after))
    if not causes or _says_cause(view.norms, after, weakly=next_one) or (next_one and _only_names(view, after, causes)):
        return causes
    return [hit for hit in causes if _is_doer(view.norms[hit.end : after.end])]


def _says_cause(norms: list[str], after: Statement, *, weakly: bool) -> bool:
    """Tell whether a part of a statement opens by saying that something is the cause."""
    opening_words = words("cause_nouns") | _CAUSES if weakly else words("cause_nouns")
    openings = [norms[part.start : min(part.end, part.start + _ASKING)] for part in after.chunks]
    return any(
        not opening_words.isdisjoint(opening[:_OPENING])
        or not (_ASKED.isdisjoint(opening[:_OPENING]) or words("narrowing_by").isdisjoint(opening))
        for opening in openings
    )


def _only_names(view: View, after: Statement, causes: list[Hit]) -> bool:
    """Tell whether somebody only names a tissue, or one against another, as in `Bone, not disc.`."""
    alone = causes[0].start - after.start <= 1 and after.end - after.start <= _BARE and not view.places(after)
    return alone and after.turn >= 0 and words("be_forms").isdisjoint(view.norms[after.start : after.end])


def _is_doer(behind: list[str]) -> bool:
    """Tell whether the words behind a tissue blame it: `fibrous tissue does it`, `a spur is responsible`."""
    if not words("narrowing_by").isdisjoint(behind[:1]):
        return True
    return not words("be_forms").isdisjoint(behind[:1]) and not words("cause_nouns").isdisjoint(behind[1:4])
