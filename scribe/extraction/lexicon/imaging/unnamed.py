"""Which study is looked at that nobody names: black discs and white fluid are those of an MRI."""

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.study_mentions import studies, studying
from scribe.extraction.lexicon.view.saying import statements_at
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Modality

_COLOURS = frozenset({"white", "bright", "brightness", "black", "dark", "darker", "gray", "grey", "signal"})
_SOFT = frozenset({"disc", "discs", "disk", "disks", "fluid", "cord", "stripe", "marrow", "csf", "water", "ligament"})
"""Parts that have a colour on an MRI alone."""
_AGAIN = frozenset({"repeat", "repeated", "repeating"})
"""Words for a study to come of which one has been made before."""
_TURNS = 4
"""Turns within which the study that is looked at is named."""
_WAYS = frozenset({"side", "front", "lateral", "frontal"})
"""Ways in which films are taken, and no slices."""


def unnamed(view: View, turn: int) -> Modality:
    """Return the study that is looked at before any is named, as far as what is seen tells it.

    `Here's the cord, nice white fluid around it` and `the discs are a bit black` are said of an MRI; a side view is
    a film; and else that study is meant which is to be repeated, or does not show all: `An MRI doesn't show pain.`.

    Args:
        view: The document's words.
        turn: The turn in which something is looked at.
    """
    spoken = [one for one in view.statements if one.turn >= 0 and one.speaker != "patient"]
    said = [view.norms[one.start : one.end] for one in spoken]
    if any(not _COLOURS.isdisjoint(words) and not _SOFT.isdisjoint(words) for words in said):
        return "mri"
    if any("view" in words and not _WAYS.isdisjoint(words) for words in said):
        return "xray"
    return _named_soon(view, turn) if spoken else "unspecified"


def _named_soon(view: View, turn: int) -> Modality:
    """Return the study that is spoken of soon as the one looked at."""
    near = [one for one in statements_at(view, studying(view)) if 0 <= one.turn - turn <= _TURNS]
    hits = {hit.term.value for one in near for hit in studies(view, one) if _is_of_pictures(view, one, hit)}
    named: set[Modality] = hits - {"unspecified"}  # type: ignore[assignment]  # the table holds the schema's words
    return named.pop() if len(named) == 1 else "unspecified"


def _is_of_pictures(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study is the one looked at: it is to be repeated, or said not to show something."""
    said = view.norms[statement.start : statement.end]
    general = view.norms[study.start - 1] in {"a", "an"} and any(map(is_not, view.norms[study.end : study.end + 1]))
    return statement.speaker != "patient" and not statement.asks and (general or not _AGAIN.isdisjoint(said))
