"""Images as proof of a subluxation: what counts as too old, however the date is written."""

from datetime import date

import pytest

from scribe.documents import parse
from scribe.rules import Chart
from scribe.rules.views.radiographs import is_shown
from scribe.schema import Encounter, Evidence, Extraction, Imaging
from scribe.terminology import code_set

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STYLES = (
    "{name} {year}",
    "{name} 7, {year}",
    "{year}-{month:02}-07",
    "{month}/7/{year}",
    "{month}/{year}",
    "{month}/7/{short}",
)


def accepted(written: str, day: date) -> bool:
    """Whether a radiograph with this date proves a subluxation at a first visit on that day."""
    text = f"Films {written} show L4 rotated."
    quote = Evidence(quote="L4 rotated", span=(text.index("L4"), len(text) - 1), match="exact")
    image = Imaging(modality="xray", kind="malalignment", region="lumbar", evidence=(quote,))
    encounter = Encounter(date_of_service=day, visit="initial")
    return is_shown(
        Chart(parse(text, "note"), encounter, Extraction(imaging=(image,)), (), (), code_set(None)), "lumbar"
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 5, 1), date(2026, 12, 1)])
def test_image_of_twelve_months_counts(style: str, day: date) -> None:
    """Up to the same month of the year before is in time; a month more is not, in every way to write a date."""
    for back in range(1, 40):
        months = day.year * 12 + day.month - 1 - back
        year, month = divmod(months, 12)
        written = style.format(name=MONTHS[month], month=month + 1, year=year, short=f"{year % 100:02}")
        assert accepted(written, day) == (back <= 12), written


@pytest.mark.parametrize(
    ("written", "expected"), [("in 2025", True), ("in 2024", False), ("of 1998", False), ("last week", True)]
)
def test_year_alone_may_be_its_last_month(written: str, expected: bool) -> None:  # noqa: FBT001  # what is expected
    """A year alone is too old only where its December is; without a date nothing is."""
    assert accepted(written, date(2026, 12, 31)) == expected


def test_year_alone_is_taken_as_its_december() -> None:
    """A year alone is taken as its December, not as the January after it."""
    assert not accepted("in 2024", date(2026, 1, 1))
    assert accepted("in 2025", date(2026, 12, 1))


def test_two_digits_are_of_this_century() -> None:
    """`1/7/00` is of the year 2000, and old; four digits stand for themselves."""
    assert not accepted("1/7/00", date(2026, 1, 1))
    assert not accepted("1/7/1999", date(2026, 1, 1))
