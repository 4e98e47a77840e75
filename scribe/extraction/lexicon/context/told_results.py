"""What patients tell of studies made elsewhere: `The ER did films, nothing broken.`, `X-ray?`, `Yeah, it was clean.`.

Only that all was well is taken from them; what they were told is wrong with them the clinician goes over.
"""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.study_mentions import studies, studying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_TO_COME = frozenset({
    "if", "hope", "hoping", "need", "should", "will", "want", "wants", "wanted", "going", "would", "could", "unless",
    "wonder", "wondering", "might", "whether", "until", "think", "gonna",
})  # fmt: skip
_ORDERED = frozenset({"want", "wants", "wanted"})
"""Words of a question for what somebody else has ordered: `Did you get the scan your doctor wanted?`."""
_SOUND = frozenset({"clean", "clear", "normal", "fine", "negative", "okay", "ok", "good"})
_OF_IT = frozenset({"it", "that", "they", "everything", "x-ray", "x-rays", "mri", "ct", "scan", "films"})
"""What is called sound of a study, unlike a patient's walking."""
_BROKEN = frozenset({"fracture", "neoplasm", "malalignment"})
_NONE = frozenset({"no", "nothing", "not", "wasn't", "weren't", "isn't", "didn't", "never", "none", "any"})
_LONGEST, _SHORT = 28, 9
_BEFORE_SOUND = 4
_MOST = 2


@lru_cache(maxsize=1)
def told_results(view: View) -> frozenset[int]:
    """Return where the statements start in which a patient tells that a study made before showed nothing.

    Args:
        view: The document's words.
    """
    return frozenset(_told_results(view)) if studying(view) else frozenset()


def _told_results(view: View) -> Iterator[int]:
    named: Statement | None = None
    for statement in view.statements:
        if statement.turn < 0 or statement.section:
            continue
        if statement.start in studying(view):
            named = statement if _names_made(view, statement) else None
        if statement.speaker != "patient" or named is None or statement.asks:
            continue
        answered = statement.turn - named.turn < _MOST and (named == statement or _is_short(statement))
        if answered and _tells_well(view, statement):
            yield statement.start


def _names_made(view: View, statement: Statement) -> bool:
    """Tell whether a study is named that has been made, by the patient or in a question to one: `Any x-rays?`."""
    said = view.norms[statement.start : statement.end]
    if statement.end - statement.start > _LONGEST or all(
        hit.term.value == "unspecified" for hit in studies(view, statement)
    ):
        return False
    asked = statement.speaker != "patient"
    to_come = _TO_COME - _ORDERED if asked else _TO_COME
    if not to_come.isdisjoint(said) or not words("relatives").isdisjoint(said):
        return False
    return statement.asks if asked else True


def _is_short(statement: Statement) -> bool:
    return statement.end - statement.start <= _SHORT


def _tells_well(view: View, statement: Statement) -> bool:
    """Tell whether nothing is broken, or the study is called sound: `no fractures`, `that was clean`."""
    said = view.norms[statement.start : statement.end]
    if not _TO_COME.isdisjoint(said) or not words("relatives").isdisjoint(said):
        return False
    found = [hit for hit in view.terms("imaging", statement) if hit.term.role == "finding"]
    broken = [hit for hit in found if hit.term.value in _BROKEN]
    if broken:
        return all(_is_denied(view, statement, hit) for hit in broken)
    sound = all(hit.term.value == "unremarkable" for hit in found)
    return sound and called_sound(view, statement) is not None


def called_sound(view: View, statement: Statement) -> Chunk | None:
    """Return the words that call a study sound: `that was clean`, unlike `my walking was fine`.

    Args:
        view: The document's words.
        statement: What a patient tells.
    """
    for at in range(statement.start, statement.end):
        before = view.norms[max(statement.start, at - _BEFORE_SOUND) : at]
        if view.norms[at] in _SOUND and not _OF_IT.isdisjoint(before) and not any(map(is_not, before)):
            return Chunk(at - 1, at + 1)
    return None


def _is_denied(view: View, statement: Statement, hit: Hit) -> bool:
    before = view.norms[statement.start : hit.end]
    return hit.term.assertion == "absent" or not _NONE.isdisjoint(before) or any(map(is_not, before))
