"""Lesions of an earlier visit that are there again, or still: `The rib we treated last week is back.`."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.dates import LAST
from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene, place_of, scenes
from scribe.extraction.lexicon.quoted import first_span, last_span
from scribe.extraction.lexicon.view.saying import statement_of
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Lesion

_STILL = frozenset({
    "there", "present", "stuck", "restricted", "here", "active", "palpable", "fixed", "out", "dysfunctional",
    "subluxated", "unchanged", "today",
})  # fmt: skip
"""Words behind a `still` or `remains` that say that something is there."""
_LEFT = frozenset({"still", "remains", "remain", "remained"})
_LASTING = frozenset({"persists", "persist", "persisting", "recurred", "relapsed", "unchanged"})
_RETURNED = frozenset({"back", "returned"})
_BE = frozenset({"is", "are", "it's", "that's", "they're", "came", "come", "comes", "has", "have", "be"})
_UNMOVED = frozenset({"budged", "changed", "moved", "gone", "resolved", "cleared", "shifted"})
_WELL = frozenset({
    "resolved", "gone", "quiet", "clear", "cleared", "free", "normal", "absent", "corrected", "level", "stable",
    "asymptomatic", "silent", "negative", "wnl", "full", "at", "to", "in", "on", "from", "pain",
})  # fmt: skip
"""Words behind one of lasting with which nothing is there, or that tell where it is from."""
_SYMPTOMS = frozenset({
    "pain", "pains", "soreness", "ache", "aching", "symptoms", "symptom", "tightness", "stiffness", "discomfort",
    "numbness", "tingling", "headache", "headaches", "tenderness", "spasm", "relief", "benefit", "improvement",
    "weakness", "lbp",
})  # fmt: skip
"""What may last without a lesion."""
_TAKING_UP = frozenset({"it", "it's", "its", "that", "that's", "this", "still", "which"})
_ALL = frozenset({"both", "all", "they", "they're", "these", "those", "each"})
_TOLD = frozenset({
    "reports", "reported", "states", "stated", "says", "said", "told", "wrote", "writes", "feels", "thinks", "notes",
    "documented", "copied", "'", '"', "\u201c", "if",
})  # fmt: skip
"""Words and marks of what is somebody else's, or only supposed."""
_OPENING = 3
_SHORT = 2
_ENDS = frozenset({";", "but", "while", "whereas"})


def with_persisting(view: View, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions, those of an earlier visit as present where the clinician goes on to say that they are there.

    Args:
        view: The document's words.
        lesions: What was read in it.
    """
    for lesion in lesions:
        said = _said_to_persist(view, lesion) if lesion.assertion == "historical" and _may_last(view) else None
        if said is None:
            yield lesion
        else:
            statement, at = said
            quotes = dict.fromkeys([*lesion.evidence, view.evidence(at.start, at.end, statement)])
            yield lesion.model_copy(update={"assertion": "present", "evidence": tuple(quotes)})


@lru_cache(maxsize=1)
def _may_last(view: View) -> bool:
    return not (_LASTING | _RETURNED | _LEFT | _UNMOVED).isdisjoint(view.said)


def _said_to_persist(view: View, lesion: Lesion) -> tuple[Statement, Chunk] | None:
    """Return where a lesion's own statement, or the next one, says that it is still there."""
    named = view.tokens.between(last_span(lesion))
    statement = statement_of(view, named.start) if named else None
    if statement is None or not _is_own(view, statement):
        return None
    start = view.tokens.between(first_span(lesion)).start
    own = _lasting_in(view, Chunk(start, statement.end)) if start >= statement.start else None
    if _scene(view, statement).carried and (own is None or not _dates(view, Chunk(start, own.start))):
        return None
    if own is not None:
        of_all = not _ALL.isdisjoint(view.norms[start : own.start])
        return (statement, own) if of_all or _names(view, Chunk(start, own.start)) <= 1 else None
    following = next(iter(view.statements_after(statement, 1)), None)
    if following is None or not _is_own(view, following) or _scene(view, following).carried:
        return None
    return _taken_up(view, statement, following, Chunk(start, statement.end))


def _dates(view: View, part: Chunk) -> bool:
    """Tell whether a lesion is only dated, as in `SD of last visit persists`, and in no list of that visit's."""
    named = next((hit.start for hit in view.terms("lesions", part)), part.end)
    return any(view.norms[at] in LAST and ":" not in view.norms[at:named] for at in range(*part))


def _is_own(view: View, statement: Statement) -> bool:
    """Tell whether a statement is the clinician's, of this visit, and none that somebody else has told or written."""
    said = frozenset(view.norms[statement.start : statement.end])
    told = not (_TOLD | words("papers") | words("colleagues")).isdisjoint(said)
    return not (statement.asks or told or statement.speaker == "patient" or statement.section == "records")


def _scene(view: View, statement: Statement) -> Scene:
    return scenes(view)[place_of(view, statement.start)]


def _taken_up(view: View, statement: Statement, following: Statement, behind: Chunk) -> tuple[Statement, Chunk] | None:
    """Return where the next statement takes up the last lesion of a statement, or all of them, as still there."""
    opening = view.norms[following.start : min(following.start + _OPENING, following.end)]
    last = not _TAKING_UP.isdisjoint(opening) and _names(view, behind) <= 1
    if not statement.stands_with(following) or (_ALL.isdisjoint(opening) and not last):
        return None
    later = _lasting_in(view, Chunk(following.start, following.end))
    apart = later is None or _names(view, following) or view.fixing(following)
    return None if later is None or apart else (following, later)


def _names(view: View, part: Item) -> int:
    """Count the lesions that a part names."""
    return sum(hit.term.role in {"head", "weak_head", "position"} for hit in view.terms("lesions", part))


def tells_of_lasting(view: View, quote: Item) -> bool:
    """Tell whether a quote says no more than that a lesion named shortly before is still there: `is back`.

    Args:
        view: The document's words.
        quote: The words that are quoted.
    """
    statement = statement_of(view, quote.start)
    if statement is None or quote.end - quote.start > _SHORT or not _is_own(view, statement):
        return False
    if _lasting_in(view, quote) is None:
        return False
    before: list[Item] = [*view.statements_before(statement, 1), Chunk(statement.start, quote.start)]
    return any(_names(view, one) for one in before)


def _lasting_in(view: View, part: Item) -> Chunk | None:
    """Return the words of a part, up to a contrast, that say that something is there still or again."""
    norms = view.norms
    end = next((at for at in range(part.start, part.end) if norms[at] in _ENDS), part.end)
    for at, (one, other) in enumerate(pairwise([*norms[part.start : end], "."]), part.start):
        before = norms[max(part.start, at - _SHORT) : at]
        if any(map(is_particle, before)) or not _SYMPTOMS.isdisjoint(before):
            continue
        left = one in _LEFT and (other in _STILL or (one != "still" and not other[0].isalnum()))
        back = one in _BE and other in _RETURNED and norms[at + 2 : at + 3] not in (["in"], ["to"], ["at"])
        unmoved = is_particle(one) and other in _UNMOVED
        if left or back or unmoved or (one in _LASTING and other not in _WELL):
            return Chunk(at, min(at + _SHORT, end))
    return None
