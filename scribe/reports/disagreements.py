"""What two readings say differently, ready to be shown: each with what it read and where."""

from typing import NamedTuple

from scribe.reports.findings import told
from scribe.reports.quotes import Quotation, printable, quotations
from scribe.schema import Report

TITLE = ("Readings disagree", "compare the quotes")
"""Title and remark of the section."""


class ShownReading(NamedTuple):
    """One of two readings."""

    reader: str
    """Who read it."""
    text: str
    """What was read, in words."""
    quotes: list[Quotation]
    """Where."""


class ShownDisagreement(NamedTuple):
    """Two readings of one thing."""

    reason: str
    """What of them stands, and why."""
    readings: tuple[ShownReading, ShownReading]
    """The lexicon's, then the model's."""


def shown_disagreements(report: Report) -> list[ShownDisagreement]:
    """Return what the readings of a report disagree on, in its order."""
    return [
        ShownDisagreement(
            printable(one.reason),
            (
                ShownReading("lexicon", told(one.lexicon), quotations(report.document, one.lexicon.evidence)),
                ShownReading("model", told(one.model), quotations(report.document, one.model.evidence)),
            ),
        )
        for one in report.disagreements
    ]
