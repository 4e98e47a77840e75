"""Few words on one of two sides within a talk about pictures: `And the left?`, `Left's open.`."""

from scribe.extraction.lexicon.context.picture_bridges import SHORT
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words

_LONGEST = 10
"""Words of what is told of one side."""
_STANDING = frozenset({"level", "even", "square", "unlevel", "uneven"})


def tells_of_side(view: View, statement: Statement, before: Statement | None, *, told: bool) -> bool:
    """Tell whether a few words say how the side is that was asked for: `And the left?`, `Left's open.`.

    Or the other side than that of what was just told: `A spur on the right narrows it. The left side is fine.`

    Args:
        view: The document's words.
        statement: What a clinician says.
        before: What was said right before.
        told: Whether that told of a picture in the same turn.
    """
    if before is None or not _tells(view, statement):
        return False
    if before.asks:
        return _names(view, before)
    sides = {side.value for side in view.sides(statement)}
    others = {side.value for side in view.sides(before)} if told else set()
    return len(sides | others) > 1 and sides.isdisjoint(others)


def tells_of_other(said: frozenset[str]) -> bool:
    """Tell whether a few words tell how the other of two is, as in `The other side's fine.`."""
    other = len(said) <= SHORT and "other" in said and not said.isdisjoint(words("ones") - {"other"})
    return other and not said.isdisjoint(words("open") | words("small"))


def tells_of_pelvis(view: View, statement: Statement) -> bool:
    """Tell whether a few words say how the pelvis stands, as in `Top of the pelvis is level.`.

    Args:
        view: The document's words.
        statement: What a clinician says of a film.
    """
    said = view.norms[statement.start : statement.end]
    pelvis = any(place.region == "pelvic" for place in view.fixing(statement))
    return pelvis and len(said) <= _LONGEST and not _STANDING.isdisjoint(said)


def _tells(view: View, statement: Statement) -> bool:
    """Tell whether a few words call one side open or narrow."""
    said = view.norms[statement.start : statement.end]
    return _names(view, statement) and not (words("open") | words("small")).isdisjoint(said)


def _names(view: View, statement: Statement) -> bool:
    """Tell whether a few words name one of two sides, and no limb."""
    said = view.norms[statement.start : statement.end]
    sided = view.sides(statement) or not words("ones").isdisjoint(said)
    return bool(sided) and len(said) <= _LONGEST and limb_words().isdisjoint(said)
