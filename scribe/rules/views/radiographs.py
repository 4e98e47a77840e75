"""The other proof of a subluxation: an image that shows it, taken in time."""

import re
from functools import cache

from scribe.rules.chart import Chart, imaging, sentences_of
from scribe.schema import Imaging, Modality, Region

_PROVING: tuple[Modality, ...] = ("xray", "ct", "mri")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 12
"""Months by which an image may precede the start of care."""


def is_shown(chart: Chart, region: Region) -> bool:
    """Whether an image shows a malalignment of a region and is not known to be too old.

    An image may be up to a year older than the first visit; one without a date, or at a later visit, whose first
    is not known, is accepted.
    """
    return any(
        image.kind == "malalignment"
        and image.region == region
        and image.modality in _PROVING
        and not _is_too_old(chart, image)
        for _, image in imaging(chart)
    )


def _is_too_old(chart: Chart, image: Imaging) -> bool:
    day = chart.encounter.date_of_service
    if day is None or chart.encounter.visit != "initial":
        return False
    taken = [_months(match) for match in _dates().finditer(sentences_of(chart, image))]
    return bool(taken) and day.year * 12 + day.month - max(taken) > _LONGEST


def _months(match: re.Match[str]) -> int:
    """The months of a date since the year 0; a year alone may be its last month."""
    if match["name"]:
        return int(match["named_year"]) * 12 + _MONTHS.index(match["name"].lower()) + 1
    if match["iso_month"]:
        return int(match["iso_year"]) * 12 + int(match["iso_month"])
    if match["month"]:
        year = int(match["year"])
        return (year + 2000 if year < 100 else year) * 12 + int(match["month"])  # noqa: PLR2004  # two-digit years
    return int(match["alone"]) * 12 + 12


@cache
def _dates() -> re.Pattern[str]:
    """`3/14/2025`, `2025-03-14`, `March 2025`, `2025`."""
    return re.compile(
        rf"\b(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?(?P<named_year>(?:19|20)\d\d)\b"
        r"|\b(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)\b"
        r"|\b(?P<month>\d{1,2})/(?:\d{1,2}/)?(?P<year>(?:19|20)\d\d|\d\d)\b"
        r"|\b(?P<alone>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    )
