"""What a recording tells in brackets that nobody says: `[inaudible]`, `(laughs)`, `<crosstalk>`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.schema import Span

_HEARD = frozenset({
    "pause", "long pause", "short pause", "laughter", "laughs", "laughing", "laugh", "chuckles", "chuckle", "crosstalk",
    "cross talk", "inaudible", "unintelligible", "indistinct", "silence", "noise", "background noise", "music", "knock",
    "knocking", "door", "sigh", "sighs", "cough", "coughs", "crying", "clears throat", "blank_audio", "overlapping",
    "overlapping speech", "typing", "phone rings", "beep",
})  # fmt: skip
"""What a recording tells of; no cry is among it, which may answer a touch."""
EVENTS = _HEARD | {"x"}
"""What brackets in a transcript hold beside speakers."""


def find_events(text: str) -> Iterator[Span]:
    """Yield where something in brackets is told of a recording, in order.

    Args:
        text: The text.
    """
    return (match.span() for match in _bracketed().finditer(text) if match["words"].strip().lower() in _HEARD)


@cache
def _bracketed() -> re.Pattern[str]:
    clock = r"(?:[ ]?\d{1,2}:\d{2}(?::\d{2})?)?"
    return re.compile(rf"[\[(<*](?P<words>[A-Za-z_ ]{{1,24}}){clock}[\])>*]")
