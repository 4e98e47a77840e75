"""The side of a finding that is told in the next words: `The PSIS is low.`, `Which one?`, `The left.`.

Somebody may ask for it or say something short meanwhile: `There's spasm at L4.`, `Ow.`, `That's on your right.`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from scribe.extraction.lexicon.context.side_of_mention import is_compared
from scribe.extraction.lexicon.quoted import first_span, last_span
from scribe.extraction.lexicon.view.parts import words_beside, words_in
from scribe.extraction.lexicon.view.saying import statement_of
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Imaging, Laterality, Lesion, Neuro, Region, Tart
from scribe.terminology.regions import LIMBS

SidedT = TypeVar("SidedT", Lesion, Tart, Neuro, Imaging)
_TURNS = 2
_ASIDE = 8
"""Words of somebody else between a finding and its side."""
_REMARK = 5
"""Words of its speaker between, as in `Elevated, yes.`."""
_MIDDLE = frozenset({
    "bowel_bladder", "saddle_anesthesia", "gait", "disc_degeneration", "unremarkable", "ligament_hypertrophy",
})  # fmt: skip
"""Kinds of findings without a side."""
_POINTING = frozenset({"that's", "thats", "that", "it's", "its", "it", "this", "just", "mostly", "mainly"})
"""Words with which a speaker goes back to what was just found."""
_TELLING = frozenset({
    "that's", "thats", "it's", "its", "is", "was", "which", "this", "one", "your", "my", "his", "her", "a", "i'd", "i",
    "say", "think", "to", "yes", "yeah", "yep", "yup", "no", "nope", "um", "uh", "so", "okay", "oh", "well", "hm",
    "bit", "little", "slightly", "sorry", "worse", "bigger", "spine", "part", "hand", "looks", "like", "leaning",
    "leans", "definitely", "sure", "doc", "off", "goes", "actually", "again", "correct", "exactly", "from",
    "toward", "towards",
})  # fmt: skip
"""Words beside a side that tell nothing else."""
_LEADING = frozenset({"on", "the", "your", "side", "sided", "one", "to", "his", "her", "my", "hand"})
"""Words of which a side has one that is no `okay` or `exactly`."""
_GOING_ON = frozenset({"and", "now", "next", "then", "let's", "okay", "so", "over", "same"})
"""Words with which an examiner goes on to the next side."""
_CHOOSING = frozenset({"which", "side", "sides", "one", "left", "right"})
_ASKING = frozenset(
    {"which", "what", "or", "doc", "doctor", "bad", "and", "both", "sided", "worse", "more", "left", "right"}
)
"""Words of a question for a side, besides those that may stand beside a side itself."""


class _Told(NamedTuple):
    """A finding whose side is looked for."""

    statement: Statement
    """Where it is told."""
    region: Region | None
    """Its region, where it has one."""


def with_side_told_next(view: View, found: Iterable[SidedT]) -> Iterator[SidedT]:
    """Yield what is found in speech, with the side that is told right behind it where it has none of its own.

    Args:
        view: The words of the document.
        found: What was found.
    """
    for one in found:
        side = _side_told(view, one) if view.document.turns and _lacks_side(one) else None
        yield one.model_copy(update={"laterality": side}) if side else one


def _lacks_side(finding: SidedT) -> bool:
    found = finding.assertion in {"present", "possible"} and getattr(finding, "kind", None) not in _MIDDLE
    return found and finding.laterality is None


def _side_told(view: View, finding: SidedT) -> Laterality | None:
    """Return the side that is told behind a finding whose statement names none."""
    first, last = words_in(view, first_span(finding)), words_in(view, last_span(finding))
    statement = statement_of(view, first.start)
    if statement is None or view.sides(Chunk(statement.start, max(statement.end, last.end))):
        return None
    told = _Told(statement, getattr(finding, "region", None))
    asked: Statement | None = None
    for later in view.statements_after(statement_of(view, last.end - 1) or statement):
        if later.turn - statement.turn > _TURNS + (asked is not None):
            return None
        if later.asks and _asks_side(view, later):
            asked = later
        elif side := _side_in(view, told, later, asked):
            return side
        elif not _is_aside(view, statement, later):
            return None
    return None


def _side_in(view: View, told: _Told, later: Statement, asked: Statement | None) -> Laterality | None:
    """Return the side that a statement gives to what was told, as `The left.` and `That's on the right.` do."""
    statement, region = told
    answers = asked is not None and asked.turn < later.turn
    points = view.norms[later.start] in _POINTING
    if asked is not None and answers and not view.sides(later):
        return _side_assented_to(view, later, asked)
    if not (answers or later.speaker == statement.speaker):
        return None
    if not (answers or points):
        # What a bare side adds to its own turn is weighed where the finding is read.
        closes = later.turn > statement.turn and later == view.statements_from(later.start)[-1]
        if not closes or view.norms[later.start] in _GOING_ON:
            return None
    whole = Chunk(later.start, later.end)
    several = {side.value for side in view.sides(whole)} >= {"left", "right"}
    opening = later.chunks[0] if (answers or points) and not several else whole
    return _side_of(view, whole, region, asked) or _side_of(view, opening, region, asked)


def _side_assented_to(view: View, later: Statement, asked: Statement) -> Laterality | None:
    """Return the side that a question offers and its answer takes: `It's a bulge.`, `On the right?`, `Yes.`."""
    offered = {side.value for side in view.sides(asked)}
    takes = view.norms[later.start] in words("confirming") and later.end - later.start <= _REMARK
    return offered.pop() if takes and len(offered) == 1 else None


def _side_of(view: View, part: Chunk, region: Region | None, asked: Statement | None) -> Laterality | None:
    """Return the one side of words that say no more than on which side something is."""
    sides = [side for side in view.sides(part) if not is_compared(view, side)]
    if len({side.value for side in sides}) != 1:
        return None
    bare = _LEADING.isdisjoint(view.norms[part.start : part.end]) and sides[0].value != "bilateral"
    # `Right.` after `On the left?` may say that it is so.
    if bare and (asked is None or len(view.sides(asked)) == 1):
        return None
    of_limb = region is None or region in LIMBS
    places = [place for place in view.places(part) if region is None or place.region in {region, None}]
    light = words("side_fillers") | words("place_nouns") | _TELLING | (limb_words() if of_limb else frozenset())
    rest = words_beside(view, part, [*sides, *(place for place in places if of_limb or place.role != "limb")])
    return sides[0].value if light.issuperset(word for word in rest if word[0].isalnum()) else None


def _asks_side(view: View, statement: Statement) -> bool:
    """Tell whether somebody asks in few words on which side something is, as in `Which one?` and `On the right?`."""
    said = {word for word in view.norms[statement.start : statement.end] if word[0].isalnum()}
    light = words("side_fillers") | limb_words() | _TELLING | _ASKING
    if statement.end - statement.start > _ASIDE or view.fixing(statement):
        return False
    return light.issuperset(said) and not _CHOOSING.isdisjoint(said)


def _is_aside(view: View, told: Statement, later: Statement) -> bool:
    """Tell whether few words name no place or side, so that the next may still tell of what was found before."""
    longest = _REMARK if later.speaker == told.speaker else _ASIDE
    chooses = later.asks and "which" in view.norms[later.start : later.end]
    return later.end - later.start <= longest + 1 and not (chooses or view.fixing(later) or view.sides(later))
