"""Sorted tables that are searched where they lie.

A table is a file of tab-separated lines, sorted by the bytes of the first
field. It is mapped into memory and searched by bisection, so that opening one
costs microseconds however long it is.
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from mmap import ACCESS_READ, mmap
from pathlib import Path

from scribe.errors import TerminologyError

FOLDER = Path(__file__).with_name("tables")

Row = tuple[str, ...]
"""The fields of a line; the first is the key."""


class Table:
    """The lines of one file."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            TerminologyError: the file is missing, empty or cannot be mapped.
        """
        try:
            with path.open("rb") as file:
                self._data = mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError) as error:
            raise TerminologyError(f"Cannot open the table {path.name} ({error}): reinstall scribe.") from error

    def rows(self, key: str) -> Iterator[Row]:
        """Yield the rows of a key, in their order."""
        return takewhile(lambda row: row[0] == key, self.rows_from(key))

    def rows_from(self, key: str) -> Iterator[Row]:
        """Yield every row whose key is this one or comes after it."""
        start = self._start(key)
        while start < len(self._data):
            end = self._data.find(b"\n", start)
            yield self._row(start, end)
            start = end + 1

    def row_before(self, key: str) -> Row | None:
        """Return the last row whose key comes before this one."""
        end = self._start(key) - 1
        return self._row(self._data.rfind(b"\n", 0, end) + 1, end) if end > 0 else None

    def _start(self, key: str) -> int:
        """Return where the first row starts whose key is this one or comes after it."""
        wanted = key.encode("utf-8", "replace")
        low, high = 0, len(self._data)
        while low < high:
            start = self._data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self._data[start : self._data.find(b"\t", start)] < wanted:
                low = self._data.find(b"\n", start) + 1
            else:
                high = start
        return low

    def _row(self, start: int, end: int) -> Row:
        return tuple(self._data[start:end].decode().split("\t"))


@cache
def table(name: str) -> Table:
    """Return the table of the package with this file name.

    Raises:
        TerminologyError: there is none, or it cannot be opened.
    """
    return Table(FOLDER / name)


def records(name: str) -> list[dict[str, str]]:
    """Return the rows of a small comma-separated table of the package, each by its column names.

    Raises:
        TerminologyError: the table is missing, or a row has not one field for each column.
    """
    try:
        columns, *rows = (line.split(",") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise TerminologyError(f"Cannot read the table {name} ({error}): reinstall scribe.") from error
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            raise TerminologyError(f"{name}, line {number}: {len(row)} fields instead of {len(columns)}.")
    return [dict(zip(columns, row, strict=True)) for row in rows]
