"""On which side a limb is that a visit is about, where that is told once, or long after: `Which ankle?`, `The right.`.

What is found on the other one is on the opposite side, as in `Your left arm is stiff. The other goes all the way.`.
"""

from collections.abc import Iterable, Iterator

from scribe.extraction.lexicon.context.side_of_mention import is_compared
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.view.parts import words_in
from scribe.extraction.lexicon.view.saying import statement_of, whole
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Laterality, Region, Tart
from scribe.terminology.regions import LIMBS

_BESIDE = 2
_ASKED = 8
_MEASURED = 2
_OTHER = frozenset({"other", "opposite"})


def with_limb_side(view: View, found: Iterable[Tart]) -> Iterator[Tart]:
    """Yield what is found, on a limb without a side on the only side of that limb that was ever spoken of.

    Args:
        view: The words of the document.
        found: What was found.
    """
    known: dict[Region | None, Laterality | None] = {}
    for one in found:
        open_ = one.region in LIMBS and one.laterality is None and bool(view.document.turns)
        other = open_ and _is_of_other(view, one)
        wants = open_ and (one.assertion == "present" or one.read_by == "tart.answered" or other)
        if wants and one.region not in known:
            known[one.region] = _only_side(view, one.region)
        side = known[one.region] if wants else None
        yield one.model_copy(update={"laterality": OPPOSITE[side] if other else side}) if side else one


def _is_of_other(view: View, found: Tart) -> bool:
    """Tell whether something is found on the limb opposite to the one a visit is about: `The other arm is full`.

    What is compared with the other one is not.
    """
    said = words_in(view, first_span(found))
    statement = statement_of(view, said.start) if said.start < len(view.norms) else None
    if statement is None or view.sides(statement):
        return False
    norms, named = view.norms, words("ones") | limb_words() | words("sided_parts")
    others = (at for at in range(*statement[:2]) if norms[at] in _OTHER and view.tokens.word(at + 1) in named)
    measured = words("comparing") | {"to", "with"}
    return any(measured.isdisjoint(norms[max(statement.start, at - _MEASURED) : at]) for at in others)


def _only_side(view: View, region: Region | None) -> Laterality | None:
    """Return the one side on which a limb was named, or None where both were, or the patient was not asked."""
    named: set[Laterality] = set()
    for statement in view.statements:
        sides = view.sides(statement)
        places = [place for place in view.places(statement) if place.region == region]
        for side in sides if not _only_opens(view, statement) else sides[1:]:
            near = Chunk(side.start - _BESIDE, side.end + _BESIDE)
            if any(place.start <= near.end and place.end >= near.start for place in places):
                named.add(side.value)
        if statement.asks and places and _asks_which(view, statement):
            named |= _answered(view, statement)
    named = named or _sides_alone(view, region)
    return named.pop() if len(named) == 1 and named <= {"left", "right"} else None


def _only_opens(view: View, statement: Statement) -> bool:
    """Tell whether a `Right` only opens what is said, as in `Right, which knee?`."""
    return view.norms[statement.start : statement.start + 2] == ["right", ","]


def _answered(view: View, asked: Statement) -> set[Laterality]:
    """Return the side that answers which limb it is, as in `Which knee?`, `This one, the left.`."""
    if asked.reply and asked.reply.remark.side:
        return {asked.reply.remark.side}
    after = (one for one in view.statements_after(asked)[:_BESIDE] if one.turn == asked.turn + 1)
    return {side.value for one in after for side in view.sides(one)}


def _sides_alone(view: View, region: Region | None) -> set[Laterality]:
    """Return all sides of a visit that names no other part of the body, as in `The one you fell on, the left?`."""
    if any(place.region != region for place in view.fixing(whole(view))):
        return set()
    return {side.value for side in view.sides(whole(view)) if not is_compared(view, side)}


def _asks_which(view: View, statement: Statement) -> bool:
    said = view.norms[statement.start : statement.end]
    return len(said) <= _ASKED and not words("which_side").isdisjoint(said)
