"""Plain terminal pages: wrapped lines with a hanging indent, and a little ink."""

import textwrap
from typing import NamedTuple

from scribe.schema import Severity

_INKS = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
# A body narrower than this beside its label reads worse than one below it.
_NARROWEST = 34

SEVERITY_INKS: dict[Severity | None, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "information": "bold cyan",
    None: "",
}
"""How the label of an issue looks; None stands for no issue."""


class Inked(NamedTuple):
    """Words, and how they look in colour."""

    text: str
    """The words."""
    ink: str = ""
    """Names of inks, such as `bold red`."""


NOTHING = Inked("")
BELOW = 3
"""Columns by which a body stands in when it does not fit beside its label."""


class Paper:
    """Lines of text of a limited width."""

    def __init__(self, width: int, *, color: bool) -> None:
        """Take a blank page.

        Args:
            width: Columns that a line may take.
            color: Whether ink shows.
        """
        self._width = width
        self._color = color
        self._lines: list[str] = []

    def heading(self, title: str, remark: str = "", *, ink: str = "bold") -> None:
        """Start a paragraph with a title, and a remark beside it."""
        self.blank()
        self.write(Inked(title.upper(), ink), Inked(remark, "dim"), column=len(title) + 2)

    def fits(self, column: int) -> bool:
        """Tell whether a body that starts at this column has room to be read."""
        return self._width - column >= _NARROWEST

    def blank(self) -> None:
        """Leave one empty line: never two, and none at the top."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def write(self, label: Inked, body: Inked = NOTHING, *, indent: int = 0, column: int = 0) -> None:
        """Write a wrapped body beside its label, or below it where the page is too narrow for both.

        Args:
            label: Stands at `indent`; it is never wrapped.
            body: Wrapped at `column`.
            indent: Columns left free before the label.
            column: Columns left free before the body.
        """
        beside = len(body.text) <= self._width - column or self.fits(column)
        if label.text and not (beside and indent + len(label.text) <= column):
            self._lines.append(" " * indent + self._shown(label))
            label, column = NOTHING, indent + BELOW
        lines = textwrap.wrap(body.text, max(self._width - column, 1), break_on_hyphens=False) or [""]
        head = " " * indent + self._shown(label) + " " * (column - indent - len(label.text))
        self._lines.append((head + self._shown(Inked(lines[0], body.ink))).rstrip())
        self._lines += [" " * column + self._shown(Inked(line, body.ink)) for line in lines[1:]]

    def text(self) -> str:
        """Return the page, with one line break at its end."""
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def _shown(self, words: Inked) -> str:
        if not (self._color and words.ink and words.text):
            return words.text
        return f"\x1b[{';'.join(_INKS[name] for name in words.ink.split())}m{words.text}\x1b[0m"
