"""Vocabulary tables of a user → terms, checked like those of the package.

A table is a CSV file whose first line names its columns: `table` and `term`,
and of `role`, `value`, `structure` and `assertion` those that its rows need.
Every fault of every table is found before any row counts.
"""

import csv
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, TextIO, get_args

from scribe.errors import InputError
from scribe.extraction.lexicon.words.forms import forms
from scribe.extraction.lexicon.words.tokens import tokenize
from scribe.extraction.lexicon.words.vocabulary import Term, Vocabulary, spelled, vocabulary
from scribe.schema import Assertion
from scribe.terminology.regions import structures

COLUMNS = ("table", "term", "role", "value", "structure", "assertion")
"""The columns that a table may have; the first two it must have."""

_NEEDED = COLUMNS[:2]
_HIDING = frozenset({"distractor", "lookalike"})
_MOST_FAULTS = 5
_FEW = 32
_ALIKE = 0.5


class Row(NamedTuple):
    """A row where it stands."""

    place: str
    """File and line, such as `clinic.csv, line 4`."""
    fields: dict[str, str]
    """What each column holds."""

    @property
    def term(self) -> Term:
        """The row as a term."""
        given = self.fields
        return Term(
            given["term"], given["table"], given["role"], given["value"], given["structure"], given["assertion"]
        )


def extended(tables: Iterable[str | Path]) -> Vocabulary:
    """Return the built-in vocabulary with the rows of further tables.

    A row whose term its table has already takes the place of the rows there; any other is added.

    Args:
        tables: CSV files.

    Raises:
        InputError: A file cannot be read, or a row is not as it must be; the
            message names file, line and column and what is allowed there.
    """
    rows = [row for table in tables for row in _rows(Path(table))]
    _refuse([fault for row in rows for fault in _faults(row)] or _repeats(rows))
    added = vocabulary().extended([row.term for row in rows])
    _refuse(
        f"{row.place}, column term: {row.term.text!r} would never be found; "
        f"a text has {tokenize(row.term.text).norms[0]!r} for its first word"
        for row in rows
        if row.term.role not in _HIDING
        and row.term not in [hit.term for hit in added.scan(tokenize(row.term.text))[row.term.table]]
    )
    return added


def _refuse(faults: Iterable[str]) -> None:
    found = list(faults)
    if found:
        more = f" (and {len(found) - _MOST_FAULTS} more)" if len(found) > _MOST_FAULTS else ""
        raise InputError(f"{'; '.join(found[:_MOST_FAULTS])}{more}.")


def _rows(path: Path) -> Iterator[Row]:
    try:
        # A table that a spreadsheet saved as UTF-8 begins with a byte order mark.
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from _read(path, lines)
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or type(error).__name__).lower()}; give a CSV file.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save the table as CSV UTF-8.") from None
    except csv.Error as error:
        raise InputError(f"{path}: not a CSV table: {error}.") from None


def _read(path: Path, file: TextIO) -> Iterator[Row]:
    lines = csv.reader(file, strict=True)
    columns = [name.strip().lower() for name in next(lines, [])]
    if not {*_NEEDED} <= {*columns} <= {*COLUMNS} or len({*columns}) < len(columns):
        raise InputError(
            f"{path}, line 1: its columns are {', '.join(columns) or 'none'}; "
            f"they must be {' and '.join(_NEEDED)}, and may be {', '.join(COLUMNS[2:])}, separated by commas."
        )
    for cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        place = f"{path}, line {lines.line_num}"
        if len(cells) > len(columns):
            fields = f"{len(cells)} fields for {len(columns)} columns"
            raise InputError(f"{place}: {fields}; put a field with commas in quotes.")
        given = {name: " ".join(cell.lower().split()) for name, cell in zip(columns, cells, strict=False)}
        yield Row(place, dict.fromkeys(COLUMNS, "") | given)


def _faults(row: Row) -> Iterator[str]:
    """Say what is wrong with a row by itself, from its first column to its last."""
    given = row.fields
    if given["table"] not in forms():
        yield _not_one(row, "table", forms())
        return
    roles = forms()[given["table"]]
    if not tokenize(given["term"]).norms:
        yield f"{row.place}, column term: empty; write the term as it is spoken"
    if given["role"] not in roles:
        yield _not_one(row, "role", roles)
        return
    form = roles[given["role"]]
    if given["value"] not in form.values:
        yield _not_one(row, "value", form.values)
    known = {"structure": [each.name for each in structures()], "assertion": get_args(Assertion)}
    for column, names in known.items():
        if given[column] and column not in form.needs | form.may:
            yield f"{row.place}, column {column}: must be empty for {_kind(row)}"
        elif (given[column] or column in form.needs) and given[column] not in names:
            yield _not_one(row, column, names)


def _repeats(rows: list[Row]) -> Iterator[str]:
    """Say which rows say again what an earlier one has said."""
    first: dict[tuple[object, ...], str] = {}
    for row in rows:
        key = (*row.term[1:], spelled(row.term.text))
        if key in first:
            yield f"{row.place}, column term: {row.term.text!r} stands already in {first[key]}"
        first.setdefault(key, row.place)


def _not_one(row: Row, column: str, allowed: Iterable[str]) -> str:
    names = [name or "(empty)" for name in allowed]
    if len(names) > _FEW:
        names = [*(get_close_matches(row.fields[column], names, cutoff=_ALIKE) or names[:_FEW]), "…"]
    shown = ", ".join(names)
    said = repr(row.fields[column]) if row.fields[column] else "empty"
    of = "" if column == "table" else f" of {_kind(row)}" if column != "role" else f" of table {row.fields['table']}"
    return f"{row.place}, column {column}: {said} is not one{of}; choose from {shown}"


def _kind(row: Row) -> str:
    role = f", role {row.fields['role']}" if row.fields["role"] else ""
    return f"table {row.fields['table']}{role}"
