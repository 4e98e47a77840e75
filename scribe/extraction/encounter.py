"""Document → what its text says of the visit: date, discipline, first or later visit, payer."""

import re
from datetime import date
from functools import cache
from typing import TypeVar

from scribe.schema import Discipline, Document, Encounter, Payer, Visit

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_DISCIPLINES: tuple[tuple[Discipline, str], ...] = (
    ("chiropractic", r"chiropract\w*|\bd\.?c\.?\b(?=\s*$|[,.)])|\bcmt\b|\b9894[0-3]\b|diversified|gonstead"),
    ("osteopathic", r"osteopath\w*|\bomt\b|\bomm\b|\bd\.?o\.?\b(?=\s*$|[,.)])|\b9892[5-9]\b|muscle energy"),
    ("physical_therapy", r"\bpt (?:progress|daily|evaluation|eval|note|initial)\b|physical therapy (?:progress|daily|eval\w*|note)|\bdpt\b"),
    ("medical", r"pain (?:management|clinic|medicine)|spine (?:surg\w+|center|clinic)|neurosurg\w*|physiatr\w*|orthop(?:a)?edic|primary care|family medicine|\bm\.?d\.?\b"),
)  # fmt: skip
_PAYERS: tuple[tuple[Payer, str], ...] = (
    ("medicare", r"\bmedicare\b(?! advantage)|\b9894[0-2]-?\s?at\b"),
    ("other", r"commercial|blue ?cross|\bbcbs\b|aetna|cigna|united ?health\w*|\buhc\b|workers'? ?comp\w*|\bppo\b|\bhmo\b|medicaid|self[- ]pay|auto ins\w*|humana|tricare"),
)  # fmt: skip
_VISITS: tuple[tuple[Visit, str], ...] = (
    ("initial", r"\bnew (?:patient|pt)\b|initial (?:visit|exam\w*|eval\w*|consult\w*)|\bconsult(?:ation)?\b|first visit|intake|\b9920[2-5]\b"),
    ("subsequent", r"follow[- ]?up|\bf/u\b|recheck|return visit|established|subsequent|progress note|daily note|last (?:visit|treatment|time)|visit (?:\d+|two|three|four|five|six|seven|eight)\b|\b9921[1-5]\b"),
)  # fmt: skip
_HEAD = 600

ValueT = TypeVar("ValueT")


def read_encounter(document: Document) -> Encounter:
    """Read what the text says of the visit; what it does not say stays None."""
    text = document.text.lower()
    return Encounter(
        date_of_service=_date(text[:_HEAD]),
        discipline=_first(_DISCIPLINES, text),
        visit=_first(_VISITS, text),
        payer=_first(_PAYERS, text),
    )


def _first(choices: tuple[tuple[ValueT, str], ...], text: str) -> ValueT | None:
    return next((value for value, pattern in choices if re.search(pattern, text, re.MULTILINE)), None)


def complete(given: Encounter, read: Encounter) -> Encounter:
    """Fill what was not given with what was read."""
    return Encounter(**{name: value if value is not None else getattr(read, name) for name, value in given})


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
