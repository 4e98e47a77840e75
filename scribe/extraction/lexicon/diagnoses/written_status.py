"""What a note says a condition is: active, stable or resolved on a list, or what a pain comes from in a letter."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_STANDING = frozenset({"active", "ongoing", "current", "accepted", "allowed", "compensable"})
"""Words that give an item of any list its status."""
_LASTING = frozenset({"stable", "chronic", "controlled", "improving", "unchanged", "persistent", "quiescent"})
"""Words that do so on a list of problems, and elsewhere tell how somebody feels."""
_OVER = frozenset({"resolved", "healed", "inactive"})
_PROBLEMS = frozenset({"past_history", "preamble"})
"""Sections in which a list of problems may stand."""
_MARKS = frozenset({":", "-", "(", ",", "[", "\u2013", "\u2014", "|"})
_REACH = 8


def status_of(scene: Scene, hit: Hit) -> Assertion | None:
    """Return what the status behind an item of a list makes of its condition, as in `Facet syndrome L4-5: active`.

    Args:
        scene: The statement.
        hit: The condition.
    """
    if scene.statement.turn >= 0 or scene.stance in {"imaging", "exam", "codes"} or not _opens_item(scene, hit):
        return None
    norms, section = scene.view.norms, scene.statement.section
    until = min(scene.statement.end, hit.end + _REACH)
    named = (other.start for other in scene.terms("conditions", "condition") if other.start >= hit.end)
    until = min(until, next(named, until), next((at for at in range(hit.end, until) if norms[at] == ";"), until))
    for at in range(hit.end + 1, until):
        if norms[at - 1] in _MARKS:
            if norms[at] in _STANDING or (norms[at] in _LASTING and section in _PROBLEMS and _is_list(scene)):
                return "present"
            if norms[at] in _OVER:
                return "historical"
    return None


def _opens_item(scene: Scene, hit: Hit) -> bool:
    """Tell whether nothing but a mark, a place, a side and what qualifies it stands before a condition in its item."""
    norms, start = scene.view.norms, hit.start
    while start > scene.statement.start and norms[start - 1] not in {";", ":", ")"}:
        start -= 1
    before = Chunk(start, hit.start)
    rest = scene.rest_of(before, *scene.view.places(before))
    return all(not word[0].isalpha() or word in words("place_nouns") | words("qualifying_conditions") for word in rest)


def _is_list(scene: Scene) -> bool:
    """Tell whether a statement is an item with a mark before it or a colon in it."""
    opening = scene.view.norms[scene.statement.start]
    return not opening[0].isalpha() or ":" in scene.said


_COMING = frozenset({
    "comes", "come", "coming", "came", "arises", "arise", "arising", "stems", "stem", "stemming", "originates",
    "derives", "results", "resulting", "generated", "originating",
})  # fmt: skip
_CAUSED = frozenset({
    ("explained", "by"), ("caused", "by"), ("due", "to"), ("attributable", "to"), ("secondary", "to"),
    ("accounted", "for"), ("consequence", "of"), ("result", "of"), ("related", "to"), ("produced", "by"),
})  # fmt: skip
_BEFORE = 14
_CAUSES = frozenset({"cause", "source", "generator", "reason", "origin", "explanation", "culprit"})
_COMPLAINTS = frozenset({
    "pain", "pains", "symptoms", "symptom", "ache", "discomfort", "complaint", "complaints", "sciatica",
})  # fmt: skip
_TELLING = frozenset({
    "reports", "states", "says", "feels", "thinks", "believes", "told", "attributes", "denies", "describes", "history",
    "previously", "was", "were", "had", "noted",
})  # fmt: skip


def is_blamed(scene: Scene, hit: Hit) -> bool:
    """Tell whether the writer of a note says that a pain comes from a condition: `her pain arises from a worn hip`.

    Args:
        scene: The statement.
        hit: The condition.
    """
    if scene.statement.turn >= 0 or scene.stance != "neutral" or not _TELLING.isdisjoint(scene.said):
        return False
    norms = scene.view.norms
    before = norms[max(scene.statement.start, hit.start - _BEFORE) : hit.start]
    comes = any(one in _COMING and other == "from" for one, other in pairwise(before))
    caused = comes or any(pair in _CAUSED for pair in pairwise(before))
    caused = caused or ("is" in before and not _CAUSES.isdisjoint(before[: before.index("is")]))
    return caused and not _COMPLAINTS.isdisjoint(norms[scene.statement.start : hit.start])
