"""The modifiers that a text writes beside its procedure codes: `98941-AT`, `98941 AT`, `99213 with modifier 25`."""

import re
from functools import cache

from scribe.rules.tables import modifiers

_REACH = 48
"""Characters before a code in which its modifier may be named."""


def written_modifiers(text: str) -> dict[str, tuple[str, ...]]:
    """Find the modifiers of every procedure code of a text.

    A number counts only where a hyphen or the word for a modifier joins it to the code, and letters that are a word
    too only where nothing goes on behind them: `99213, 25 minutes` and `98941 AT L5` have none.

    Returns:
        The modifiers of each code that has any, each once, in the order of the text.
    """
    found: dict[str, dict[str, None]] = {}
    for code in _codes().finditer(text):
        if before := _before().search(text, max(0, code.start() - _REACH), code.start()):
            found.setdefault(code[0], {})[before["named"].upper()] = None
        end = code.end()
        while link := _link().match(text, end):
            found.setdefault(code[0], {})[link[link.lastgroup or 0].upper()] = None
            end = link.end()
    return {code: tuple(several) for code, several in found.items()}


@cache
def _codes() -> re.Pattern[str]:
    return re.compile(r"\b(?:\d{5}|[Gg]\d{4})\b")


@cache
def _before() -> re.Pattern[str]:
    """What names a modifier before its code: `modifier AT was appended to the 98941`."""
    joined = r"(?:(?:is|was) )?(?:(?:appended|added|attached) )?(?:to|on|for|with) (?:the )?"
    return re.compile(rf"\bmodifier[ -](?P<named>{_any()}) {joined}$", re.IGNORECASE)


@cache
def _link() -> re.Pattern[str]:
    """What joins one modifier to what stands before it."""
    amount = r"(?![ ]?(?:min|minutes?|m|x|units?|reps?|sets?|%|/|\.\d|sec\w*)\b)"
    letters = "|".join(name for name in modifiers() if name.isalpha())
    word = r"(?i:modifiers?|mod\.?)"
    lead = r"[ ,]*\(?(?i:(?:with|w/|and|plus|\+)[ ]*)?(?i:(?:the|an?)[ ])?"
    ways = (
        rf"(?:[ ]?[-\u2013][ ]?|[ ](?i:dash|hyphen)[ ])(?P<joined>(?i:{_any()}))\b{amount}",
        rf"{lead}{word}[ ]*[-#:]?[ ]*(?P<named>(?i:{_any()}))\b",
        rf"{lead}-?(?P<called>{_any()})[ ]{word}(?!\w)",
        rf"[ ]?[,(]?[ ]?(?P<bare>{letters})\b(?=[ ]?(?:[.,;:)|/&+]|$|[A-Z]\d\d|\d{{5}}|(?:{letters})\b))",
    )
    return re.compile("|".join(ways), re.MULTILINE)


@cache
def _any() -> str:
    return "|".join(modifiers())
