"""What capitals say in notes whose writer uses none."""

import re
from functools import cache

_FEW = 100
"""Letters for each capital, from which a writer uses none."""


def capitals_of(text: str) -> str:
    """The text by which to judge what is in capitals: in capitals itself where its writer uses none.

    Args:
        text: The text of a note.

    Returns:
        A text of the same length.
    """
    if len(_capital().findall(text)) * _FEW > len(text):
        return text
    upper = text.upper()
    # Some letters become two in upper case.
    return upper if len(upper) == len(text) else text


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z]")
