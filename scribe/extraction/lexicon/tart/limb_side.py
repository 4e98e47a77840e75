"""The side of a limb that a visit is about: `Which ankle?`, `The right.` … `The talus isn't gliding.`."""

from collections.abc import Iterable, Iterator

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality, Region, Tart

_LIMBS: frozenset[Region | None] = frozenset({"upper_extremity", "lower_extremity"})
_BESIDE = 2
_ASKED = 8


def with_limb_side(view: View, found: Iterable[Tart]) -> Iterator[Tart]:
    """Yield what is found, on a limb without a side on the only side of that limb that was ever spoken of.

    Args:
        view: The words of the document.
        found: What was found.
    """
    known: dict[Region | None, Laterality | None] = {}
    for one in found:
        wants = (
            one.region in _LIMBS and one.laterality is None and one.assertion == "present" and bool(view.document.turns)
        )
        if wants and one.region not in known:
            known[one.region] = _only_side(view, one.region)
        yield one.model_copy(update={"laterality": known[one.region]}) if wants and known[one.region] else one


def _only_side(view: View, region: Region | None) -> Laterality | None:
    """Return the one side on which a limb was named, or None where both were, or the patient was not asked."""
    named: set[Laterality] = set()
    for statement in view.statements:
        sides = view.sides(statement)
        places = [place for place in view.places(statement) if place.region == region]
        for side in sides:
            near = Chunk(side.start - _BESIDE, side.end + _BESIDE)
            if any(place.start <= near.end and place.end >= near.start for place in places):
                named.add(side.value)
        if statement.asks and statement.reply and statement.reply.remark.side and _asks_which(view, statement):
            named.add(statement.reply.remark.side)
    return named.pop() if len(named) == 1 and named <= {"left", "right"} else None


def _asks_which(view: View, statement: Statement) -> bool:
    said = view.norms[statement.start : statement.end]
    return len(said) <= _ASKED and not words("which_side").isdisjoint(said)
