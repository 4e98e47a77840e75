"""Which study is looked at that nobody names: black discs and white fluid are those of an MRI."""

from scribe.extraction.lexicon.view.view import View
from scribe.schema import Modality

_COLOURS = frozenset({"white", "bright", "brightness", "black", "dark", "darker", "gray", "grey", "signal"})
_SOFT = frozenset({"disc", "discs", "disk", "disks", "fluid", "cord", "stripe", "marrow", "csf", "water", "ligament"})
"""Parts that have a colour on an MRI alone."""


def unnamed(view: View) -> Modality:
    """Return the study that is looked at before any is named, as far as what is seen tells it.

    `Here's the cord, nice white fluid around it` and `the discs are a bit black` are said of an MRI.

    Args:
        view: The document's words.
    """
    if _COLOURS.isdisjoint(view.said) or _SOFT.isdisjoint(view.said):
        return "unspecified"
    spoken = (one for one in view.statements if one.turn >= 0 and one.speaker != "patient")
    said = (view.norms[one.start : one.end] for one in spoken)
    seen = any(not _COLOURS.isdisjoint(words) and not _SOFT.isdisjoint(words) for words in said)
    return "mri" if seen else "unspecified"
