"""Sections that are parts of a pasted report: `FINDINGS` and `IMPRESSION` below the name of a study."""

from itertools import pairwise

from scribe.extraction.lexicon.view.view import Statement, View

_HEAD = 3


def opens_report(view: View, statement: Statement, at: int, *, below: bool, reported: bool) -> bool:
    """Tell whether a section is a part of the report of a study that stands right above it.

    The findings below a study are; an impression is where it follows them and
    the clinician's own assessment comes later.

    Args:
        view: The document's words.
        statement: The first statement of the section.
        at: Its place among the statements.
        below: Whether a study is spoken of right above.
        reported: Whether the section above is a part of a report.
    """
    if not below:
        return False
    head = view.norms[max(0, statement.start - _HEAD) : statement.start]
    if "findings" in head:
        return True
    return reported and "impression" in head and _is_assessed_later(view, at)


def is_headed(view: View, previous: Statement, statement: Statement) -> bool:
    """Tell whether a heading stands between two statements."""
    between = view.norms[previous.end : statement.start]
    return previous.section != statement.section or any(word.isalpha() for word in between)


def _is_assessed_later(view: View, after: int) -> bool:
    """Tell whether a further head of an assessment stands behind a statement."""
    return any(
        later.section == "assessment" and is_headed(view, before, later)
        for before, later in pairwise(view.statements[after:])
    )
