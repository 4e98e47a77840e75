"""The phase of care: whether the record speaks of maintenance."""

import re
from functools import cache

from scribe.documents import section_at, turn_at
from scribe.rules.chart import Chart, once
from scribe.rules.tables import cue_words
from scribe.rules.views.mentions import affirmed
from scribe.schema import Evidence

_TOLD = ("history", "subjective")
"""Sections that hold what the patient tells."""


@once
def maintenance(chart: Chart) -> tuple[Evidence, ...]:
    """Where the document says that the care of today is maintenance: not denied, not planned for later.

    What a patient calls it does not count: the phase is for the clinician to say.
    """
    return tuple(
        quote
        for quote in affirmed(chart, "maintenance")
        if not _not_now().search(quote.quote) and not _is_of_patient(chart, quote)
    )


def _is_of_patient(chart: Chart, quote: Evidence) -> bool:
    start = 0 if quote.span is None else quote.span[0]
    turn, section = turn_at(chart.document, start), section_at(chart.document, start)
    told = section is not None and section.name in _TOLD
    return told or (turn is not None and turn.speaker in ("patient", "other"))


@cache
def _not_now() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cue_words()['not_now'])})\b", re.IGNORECASE)
