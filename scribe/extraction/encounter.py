"""Document → what its text says of the visit: date, discipline, first or later visit, payer."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from scribe.schema import Document, Encounter

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_HEAD = 600
"""Characters of a text that hold its date of service; later dates are those of studies and past visits."""


def read_encounter(document: Document, codes: Sequence[str] = ()) -> Encounter:
    """Read what the text says of the visit; what it does not say stays None.

    Args:
        document: The parsed document.
        codes: Codes given beside it, such as `98941-AT`; they tell discipline, visit and payer as written ones do.
    """
    text = "\n".join((document.text, *codes)).lower()
    said: dict[str, Any] = {field: _first(patterns, text) for field, patterns in _patterns().items()}
    return Encounter(date_of_service=_date(text[:_HEAD]), **said)


def complete(given: Encounter, read: Encounter) -> Encounter:
    """Fill what was not given with what was read."""
    return given.model_copy(update={name: value for name, value in read if getattr(given, name) is None})


def _first(patterns: dict[str, re.Pattern[str]], text: str) -> str | None:
    """Return the value whose words stand first in a text."""
    found = {value: match.start() for value, pattern in patterns.items() if (match := pattern.search(text))}
    return min(found, key=found.__getitem__) if found else None


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    alternatives: dict[str, dict[str, list[str]]] = {}
    with (Path(__file__).parent / "tables" / "encounter.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            alternatives.setdefault(row["field"], {}).setdefault(row["value"], []).append(row["pattern"])
    return {
        field: {value: re.compile("|".join(patterns), re.MULTILINE) for value, patterns in values.items()}
        for field, values in alternatives.items()
    }


@cache
def _dates() -> re.Pattern[str]:
    numeric = r"(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4}|\d{2})"
    iso = r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    spoken = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.? (?P<sd>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<sy>\d{{4}})"
    return re.compile(rf"(?<![\d/]){iso}(?!\d)|(?<![\d/]){numeric}(?![\d/])|{spoken}")


def _date(head: str) -> date | None:
    for match in _dates().finditer(head):
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
