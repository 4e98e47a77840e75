"""Which study is looked at that nobody names: black discs and white fluid are those of an MRI."""

from scribe.extraction.lexicon.context.study_mentions import is_declined
from scribe.extraction.lexicon.imaging.beginnings import is_study
from scribe.extraction.lexicon.view.saying import naming
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Modality

_COLOURS = frozenset({"white", "bright", "brightness", "black", "dark", "darker", "gray", "grey", "signal"})
_SOFT = frozenset({"disc", "discs", "disk", "disks", "fluid", "cord", "stripe", "marrow", "csf", "water", "ligament"})
"""Parts that have a colour on an MRI alone."""
_SOON = 14
"""Statements behind the first look at pictures in which they may get their name."""
_TO_COME = frozenset({
    "would", "i'll", "we'll", "should", "won't", "until", "unless", "next", "under", "another",
    "we'd", "i'd", "you'd", "you'll", "let's", "could", "might", "going", "for",
})  # fmt: skip
"""Words beside a study that is still to be made, or that guides a needle."""


def unnamed(view: View, shown: Statement) -> Modality:
    """Return the study that is looked at before any is named, as far as what is seen tells it.

    `Here's the cord, nice white fluid around it` and `the discs are a bit black` are said of an MRI. Where nothing
    has such a colour, it is the study that is named later on.

    Args:
        view: The document's words.
        shown: The first statement that shows something.
    """
    return "mri" if _has_colours(view) else _named_later(view, shown)


def _has_colours(view: View) -> bool:
    """Tell whether somebody who shows pictures tells the colour of what has one on an MRI alone."""
    if _COLOURS.isdisjoint(view.said) or _SOFT.isdisjoint(view.said):
        return False
    spoken = (one for one in view.statements if one.turn >= 0 and one.speaker != "patient")
    said = (view.norms[one.start : one.end] for one in spoken)
    return any(not _COLOURS.isdisjoint(words) and not _SOFT.isdisjoint(words) for words in said)


def _named_later(view: View, shown: Statement) -> Modality:
    """Return the only study that a talk names as made, if only behind what it shows: `..., so that's your CT`."""
    studied = naming(view, "imaging", is_study)
    told = [one for one in view.statements_after(shown, _SOON) if one.start in studied and _tells(view, one)]
    named = {hit.term.value for one in told for hit in view.terms("imaging", one) if is_study(hit)}
    return named.pop() if len(named) == 1 else "unspecified"  # type: ignore[return-value]  # the table holds the schema's words


def _tells(view: View, statement: Statement) -> bool:
    """Tell whether a clinician speaks of a study that has been made, and neither asks for one nor declines it."""
    if statement.turn < 0 or statement.asks or statement.speaker == "patient":
        return False
    to_come = words("ordered") | words("awaiting") | _TO_COME
    named = [hit for hit in view.terms("imaging", statement) if is_study(hit)]
    declined = any(is_declined(view, statement, study) for study in named)
    return not declined and to_come.isdisjoint(view.norms[statement.start : statement.end])
