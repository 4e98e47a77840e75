"""Values on the line below their label, as forms and exported notes have them."""

import re
from functools import cache

from scribe.schema import Span

ANSWERS = r"none|neg(?:ative)?|pos(?:itive)?|denie[sd]|wnl|normal|absent|present|[0-5]/5"
"""The words, as a pattern, that answer a label in whatever form it has."""


def labels_value(text: str, line: Span, rest: Span) -> bool:
    """Whether a line ends with a label whose value fills the next, as in `Numbness:` above `none`, or is one itself.

    Args:
        text: The text.
        line: A line.
        rest: What follows it.
    """
    value = _value().match(text, *rest)
    if value is None:
        return False
    written = text[slice(*line)].strip(" \t#*_")
    return written[-1:] == ":" or (not value["more"] and _bare_label().fullmatch(written) is not None)


@cache
def _value() -> re.Pattern[str]:
    """Match a line that only answers, or begins so: `none`, `Denies`, `negative bilat`, `5/5. Gait: steady`."""
    side = r"(?:[ ]\(?(?:[LRB]|left|right|bilat\w*|both)\b\)?)?"
    words = rf"{ANSWERS}|no|nil|nl|intact|yes|[0-4]\+"
    return re.compile(
        rf"[ \t]*(?:{words})(?![\w/])(?:{side}[.]?[ \t]*(?=\n|$)|(?P<more>[^:\n]{{0,30}}(?=\n|$)|(?=[.;,])[^\n]))",
        re.IGNORECASE,
    )


@cache
def _bare_label() -> re.Pattern[str]:
    """Match a line of a form that only asks: `Numbness/Tingling`, `Bowel or bladder changes`."""
    states = r"(?!.*\b(?:is|are|was|were|has|have|had|not?)\b)"
    return re.compile(rf"{states}[A-Z][A-Za-z'-]*(?:[ /][A-Za-z'-]+){{0,4}}")
