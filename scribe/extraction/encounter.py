"""Document → what its text says of the visit: date, discipline, first or later visit, payer."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from scribe.schema import Document, Encounter

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_LABEL = 32
"""Characters before a date that may say which day it is."""
_HEAD = 600
"""Characters of a text that hold its date of service; later dates are those of studies and past visits."""


def read_encounter(document: Document, codes: Sequence[str] = ()) -> Encounter:
    """Read what the text says of the visit; what it does not say stays None.

    Args:
        document: The parsed document.
        codes: Codes given beside it, such as `98941-AT`; they tell discipline, visit and payer as written ones do.
    """
    text = "\n".join((document.text, *codes)).lower()
    said: dict[str, Any] = {field: _first(clues, text) for field, clues in _clues().items()}
    return Encounter(date_of_service=_date(text[:_HEAD]), **said)


def complete(given: Encounter, read: Encounter) -> Encounter:
    """Fill what was not given with what was read."""
    return given.model_copy(update={name: value for name, value in read if getattr(given, name) is None})


class _Clue(NamedTuple):
    """Words that tell a value."""

    value: str
    """The value."""
    signs: tuple[str, ...]
    """One of these stands in all such words: looking for it takes a hundredth of the time."""
    pattern: re.Pattern[str]
    """The words."""

    def start(self, text: str) -> int | None:
        """Return where the words first stand in a text."""
        if not any(map(text.__contains__, self.signs)):
            return None
        match = self.pattern.search(text)
        return match.start() if match else None


def _first(clues: list[_Clue], text: str) -> str | None:
    """Return the value whose words stand first in a text."""
    found = [(start, clue) for clue in clues if (start := clue.start(text)) is not None]
    return min(found, key=itemgetter(0))[1].value if found else None


@cache
def _clues() -> dict[str, list[_Clue]]:
    clues: dict[str, list[_Clue]] = {}
    with (Path(__file__).parent / "tables" / "encounter.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            clue = _Clue(row["value"], tuple(row["signs"].split("|")), re.compile(row["pattern"], re.MULTILINE))
            clues.setdefault(row["field"], []).append(clue)
    return clues


@cache
def _dates() -> re.Pattern[str]:
    numeric = r"(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4}|\d{2})"
    iso = r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    spoken = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.? (?P<sd>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<sy>\d{{4}})"
    return re.compile(rf"(?<![\d/]){iso}(?!\d)|(?<![\d/]){numeric}(?![\d/])|{spoken}")


@cache
def _of_another_day() -> re.Pattern[str]:
    """Words before a date that is no visit's: that of a birth or of an accident."""
    days = r"dob|birth|born|doi|accident|collision|crash|injury|injured|mva|mvc|onset"
    links = r"[ :=(]{0,4}(?:(?:of|on|date|dated|is)\b[ :=]{0,3}){0,2}"
    return re.compile(rf"\b(?:{days}|d\.o\.b\.)(?: date)?{links}$")


def _date(head: str) -> date | None:
    for match in _dates().finditer(head):
        if _of_another_day().search(head[max(0, match.start() - _LABEL) : match.start()]):
            continue
        if match["iy"]:
            year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
        elif match["name"]:
            year, month, day = int(match["sy"]), _MONTHS[match["name"]], int(match["sd"])
        else:
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        try:
            return date(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004  # two-digit years
        except ValueError:
            continue
    return None
