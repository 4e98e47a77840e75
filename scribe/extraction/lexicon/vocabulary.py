"""Vocabulary tables → a matcher that finds every term of every table in one pass.

Each table is a CSV file with a `term` column and at most the columns of `Term`.
A term is written as it is spoken, in lower case; hyphens and a plural `s` on its
words need no row of their own. Where terms overlap the longest one wins, which
is how `aortic stenosis` keeps `stenosis` from being read.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scribe.errors import TerminologyError
from scribe.extraction.lexicon.tokens import Tokens, tokenize

TABLES = (
    "anatomy",
    "sides",
    "cues",
    "lesions",
    "mechanisms",
    "tart",
    "neuro",
    "imaging",
    "conditions",
    "care",
    "function",
)
_COLUMNS = frozenset({"term", "role", "value", "structure", "assertion"})
_FOLDER = Path(__file__).parent / "tables"
_SKIPPED = frozenset({"-"})


class Term(NamedTuple):
    """One row of a table."""

    text: str
    """The term as written in its table."""
    table: str
    """Name of the table."""
    role: str = ""
    """What the term does in its table, such as `finding` or `test`."""
    value: str = ""
    """What it means, in the words of the schema."""
    structure: str = ""
    """The anatomical structure that it names or implies."""
    assertion: str = ""
    """The assertion that the term carries by itself, such as `absent` for *non-tender*."""


class Hit(NamedTuple):
    """A term found in a text."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    term: Term
    """What was found."""


class _Node:
    __slots__ = ("children", "terms")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.terms: tuple[Term, ...] = ()


@cache
def vocabulary() -> "Vocabulary":
    """Return the built-in vocabulary, read once."""
    return Vocabulary(term for table in TABLES for term in _rows(table))


class Vocabulary:
    """A set of terms that finds itself in a text."""

    def __init__(self, terms: Iterator[Term]) -> None:
        """Index the terms by their words."""
        self._root = _Node()
        for term in terms:
            node = self._root
            for word in tokenize(term.text).norms:
                if word not in _SKIPPED or term.text == word:
                    node = node.children.setdefault(word, _Node())
            node.terms += (term,)

    def scan(self, tokens: Tokens) -> dict[str, list[Hit]]:
        """Find the terms of every table in a text.

        Within a table the longest term wins and none overlaps; a look-alike
        (role `distractor`) hides its words from all tables.
        """
        hits: dict[str, list[Hit]] = {table: [] for table in TABLES}
        free = dict.fromkeys(TABLES, 0)
        norms, root = tokens.norms, self._root.children
        for start, word in enumerate(norms):
            if word not in root and (word[-1] != "s" or word[:-1] not in root):
                continue
            found = self._longest(norms, start)
            for end, terms in found.values():
                if terms[0].role == "distractor":
                    free = dict.fromkeys(TABLES, max(end, free["lesions"]))
            for table, (end, terms) in found.items():
                if free[table] <= start and terms[0].role != "distractor":
                    hits[table].extend(Hit(start, end, term) for term in terms)
                    free[table] = end
        return hits

    def _longest(self, norms: list[str], start: int) -> dict[str, tuple[int, list[Term]]]:
        """Return for each table its longest term that starts at a token."""
        found: dict[str, tuple[int, list[Term]]] = {}
        node, position, end = _step(self._root, norms[start]), start + 1, len(norms)
        while node is not None:
            if node.terms:
                by_table: dict[str, list[Term]] = {}
                for term in node.terms:
                    by_table.setdefault(term.table, []).append(term)
                found |= {table: (position, terms) for table, terms in by_table.items()}
            while node.children and position < end and norms[position] in _SKIPPED:
                position += 1
            if position >= end:
                break
            node = _step(node, norms[position])
            position += 1
        return found


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed lists of small words that steer the reading, such as `limited`."""
    return _words()[name]


@cache
def _words() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for row in _records("words", frozenset({"word", "list"})):
        lists.setdefault(row["list"], set()).add(row["word"])
    return {name: frozenset(found) for name, found in lists.items()}


def _step(node: _Node, word: str) -> _Node | None:
    child = node.children.get(word)
    if child is None and word.endswith("s") and len(word) > 3:  # noqa: PLR2004  # shorter words are no plurals
        child = node.children.get(word[:-1])
    return child


def _rows(table: str) -> Iterator[Term]:
    for row in _records(table, _COLUMNS):
        yield Term(row.pop("term"), table, **row)


def _records(table: str, columns: frozenset[str]) -> Iterator[dict[str, str]]:
    with (_FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if not set(reader.fieldnames or ()) <= columns:
            raise TerminologyError(f"{table}.csv: columns are {reader.fieldnames}; allowed are {sorted(columns)}.")
        for row in reader:
            if None in row or None in row.values():
                raise TerminologyError(f"{table}.csv, line {reader.line_num}: as many fields as columns, please.")
            yield row
