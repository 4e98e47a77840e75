"""What stands behind a code or a rule, for a terminal."""

from collections.abc import Iterable
from typing import NamedTuple

from scribe.reports.paper import NOTHING, Inked, Paper
from scribe.terminology import Code, CodeSet
from scribe.terminology.sources import citation

_NOTE_TITLES = {
    "note": "Note",
    "includes": "Includes",
    "excludes1": "Excludes1: never together",
    "excludes2": "Excludes2: not part of it, may stand beside it",
    "code_first": "Code first",
    "use_additional": "Use an additional code",
    "code_also": "Code also",
}


class Explanation(NamedTuple):
    """Why a rule or a coding decision is as it is."""

    id: str
    """Its id, such as `RG04`."""
    title: str
    """What it is called."""
    remark: str
    """What kind of thing it is, and how much it weighs."""
    text: str
    """The explanation, paragraphs parted by empty lines."""
    citations: tuple[str, ...]
    """Keys of its sources."""


def explain_code(code: Code, codes: CodeSet, *, width: int, color: bool) -> str:
    """Explain a code: its title, the notes it has and inherits, and its kin.

    Args:
        code: The code.
        codes: The code set it is of.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
    """
    page = Paper(width, color=color)
    below = codes.children(code.code)
    page.write(Inked(code.code, "bold green" if code.billable else "bold yellow"), Inked(code.title, "bold"), column=9)
    standing = "may be reported" if code.billable else "a heading: report a code below it"
    page.write(NOTHING, Inked(f"ICD-10-CM {codes.label}, {standing}", "dim"), column=9)
    for kind, title in _NOTE_TITLES.items():
        notes = [note for note in codes.notes(code.code) if note.kind == kind]
        if notes:
            page.heading(title)
        for note in notes:
            page.write(Inked(f"at {note.at}", "dim"), Inked(note.text), indent=2, column=14)
    if below:
        _write_codes(page, f"Codes below {code.code}", below)
    elif parent := _parent(code, codes):
        others = [other for other in codes.children(parent.code) if other != code]
        _write_codes(page, f"Other codes of {parent.code}", others)
    return page.text()


def explain(explanation: Explanation, *, width: int, color: bool) -> str:
    """Explain a rule or a coding decision, with its sources.

    Args:
        explanation: What to say.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
    """
    page = Paper(width, color=color)
    page.write(Inked(explanation.id, "bold green"), Inked(explanation.title, "bold"), column=9)
    page.write(NOTHING, Inked(explanation.remark, "dim"), column=9)
    for paragraph in explanation.text.split("\n\n"):
        page.blank()
        page.write(NOTHING, Inked(" ".join(paragraph.split())), column=2)
    page.heading("Sources")
    for key in explanation.citations:
        source = citation(key)
        page.write(
            Inked("-"),
            Inked(f"{source.source}, {source.edition}, {source.locator} ({source.trust})"),
            indent=2,
            column=4,
        )
        if source.url:
            page.write(Inked(source.url, "dim"), indent=4)
    return page.text()


def _write_codes(page: Paper, title: str, codes: Iterable[Code]) -> None:
    page.heading(title)
    for code in codes:
        page.write(Inked(code.code, "bold"), Inked(code.title), indent=2, column=12)


def _parent(code: Code, codes: CodeSet) -> Code | None:
    """Return the nearest code above, of which this one is a child."""
    for end in range(len(code.code) - 1, 2, -1):
        above = codes.find(code.code[:end].rstrip("."))
        if above and above != code:
            return above
    return None
