"""Pain of a touch whose side is told once more after the answer: `C3, sore?`, `Ow.`, `Tender on the left.`."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.view.parts import words_in
from scribe.extraction.lexicon.view.view import View
from scribe.schema import Tart

_SOON = 9
"""Words between an answer and what the examiner says of it."""
_LONGEST = 16
_OPENING = 3
_POINTING = frozenset({"that's", "thats", "that"})
"""Words with which an examiner names what was just touched, as in `So that's tender to the left of T9`."""


def without_unsided(view: View, found: Iterable[Tart]) -> Iterator[Tart]:
    """Yield what is found without the tenderness that was only asked of, where the examiner goes on with its side.

    Args:
        view: The words of the document.
        found: What was found, in the order of the document.
    """
    told = [*found]
    for at, one in enumerate(told):
        answered = one.read_by == "tart.answered" and one.component == "tenderness" and one.laterality is None
        again = any(_tells_side(view, one, other) for other in told[at + 1 : at + 3])
        if not answered or not (again or any(_holds(other, one) for other in told[max(0, at - 2) : at])):
            yield one


def _is_same(answered: Tart, other: Tart) -> bool:
    return (other.component, other.assertion) == (answered.component, answered.assertion) and bool(other.laterality)


def _holds(other: Tart, answered: Tart) -> bool:
    """Tell whether the answer to a question with a side was read already, as in `Sore, left?`, `That's sore`."""
    (start, end), (first, last) = first_span(answered), first_span(other)
    return _is_same(answered, other) and other.region == answered.region and first <= start and end <= last


def _tells_side(view: View, answered: Tart, other: Tart) -> bool:
    """Tell whether a statement right behind an answer tells the same with a side, or points back to name the place."""
    if not _is_same(answered, other):
        return False
    said, again = (words_in(view, first_span(one)) for one in (answered, other))
    if not 0 <= again.start - said.end <= _SOON:
        return False
    statement = view.statements[bisect_right(view.statements, again.start, key=attrgetter("start")) - 1]
    if not view.fixing(statement):
        short = statement.end - statement.start <= _LONGEST
        told = not statement.asks or other.read_by == "tart.answered"
        return short and told and other.region == answered.region
    opening = view.norms[statement.start : statement.start + _OPENING]
    return again.start - statement.start < _OPENING and not _POINTING.isdisjoint(opening)
