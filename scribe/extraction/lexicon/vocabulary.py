"""Vocabulary tables → a matcher that finds every term of every table in one pass.

Each table is a CSV file with the columns of `Term`.
A term is written as it is spoken, in lower case; hyphens and a plural `s` on its
words need no row of their own. Where terms overlap the longest one wins, which
is how `aortic stenosis` keeps `stenosis` from being read.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scribe.errors import TerminologyError
from scribe.extraction.lexicon.tokens import Tokens, tokenize

TABLES = (
    "anatomy",
    "sides",
    "cues",
    "replies",
    "stances",
    "lesions",
    "mechanisms",
    "tart",
    "neuro",
    "imaging",
    "conditions",
    "care",
    "function",
)
_COLUMNS = ("term", "role", "value", "structure", "assertion")
_LONGEST_SINGULAR = 3
_FOLDER = Path(__file__).parent / "tables"
_HIDDEN = {"distractor": TABLES, "lookalike": ("lesions", "anatomy", "mechanisms")}
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
    return Vocabulary(term for table in TABLES for term in _terms(table))


class Vocabulary:
    """A set of terms that finds itself in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Keep the terms by their first word; the tree below a word grows when a text first holds it."""
        self._rows: dict[str, list[Term]] = {}
        self._trees: dict[str, _Node] = {}
        for term in terms:
            self._rows.setdefault(_first_word(term.text), []).append(term)

    def _tree(self, word: str) -> _Node | None:
        if word not in self._rows:
            return None
        if word not in self._trees:
            self._trees[word] = _grown(self._rows[word])
        return self._trees[word]

    def scan(self, tokens: Tokens) -> dict[str, list[Hit]]:
        """Find the terms of every table in a text.

        Within a table the longest term wins and none overlaps. A distractor
        hides its words from all tables, a look-alike only from those that
        state and place lesions.
        """
        hits: dict[str, list[Hit]] = {table: [] for table in TABLES}
        free = dict.fromkeys(TABLES, 0)
        for start in range(len(tokens.norms)):
            found = self._longest(tokens.norms, start)
            for end, terms in found.values():
                hidden = _HIDDEN.get(terms[0].role, ())
                free |= {table: max(end, free[table]) for table in hidden}
            for table, (end, terms) in found.items():
                if free[table] <= start and terms[0].role not in _HIDDEN:
                    hits[table].extend(Hit(start, end, term) for term in terms)
                    free[table] = end
        return hits

    def _longest(self, norms: list[str], start: int) -> dict[str, tuple[int, list[Term]]]:
        """Return for each table its longest term that starts at a token."""
        found: dict[str, tuple[int, list[Term]]] = {}
        word = norms[start]
        node = self._tree(word) or (self._tree(word[:-1]) if _is_plural(word) else None)
        position, end = start + 1, len(norms)
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


def _step(node: _Node, word: str) -> _Node | None:
    child = node.children.get(word)
    return node.children.get(word[:-1]) if child is None and _is_plural(word) else child


def _is_plural(word: str) -> bool:
    return word[-1] == "s" and len(word) > _LONGEST_SINGULAR


def _grown(terms: list[Term]) -> _Node:
    """Return the tree of the words after the first one of terms that share it."""
    root = _Node()
    for term in terms:
        node = root
        for word in tokenize(term.text).norms[1:]:
            if word not in _SKIPPED:
                node = node.children.setdefault(word, _Node())
        node.terms += (term,)
    return root


def _first_word(text: str) -> str:
    first = text.partition(" ")[0]
    return first if first.isalnum() else tokenize(first).norms[0]


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed lists of small words that steer the reading, such as `limited`."""
    return _words()[name]


@cache
def _words() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for word, name in _records("words", ("word", "list")):
        lists.setdefault(name, set()).add(word)
    return {name: frozenset(found) for name, found in lists.items()}


def _terms(table: str) -> Iterator[Term]:
    for text, role, value, structure, assertion in _records(table, _COLUMNS):
        yield Term(text, table, role, value, structure, assertion)


def _records(table: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Read a table.

    Raises:
        TerminologyError: Its columns or one of its rows are not as they must be.
    """
    with (_FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        if (head := next(rows, [])) != list(columns):
            raise TerminologyError(f"{table}.csv: columns are {head}; they must be {list(columns)}.")
        for row in rows:
            if len(row) != len(columns):
                raise TerminologyError(f"{table}.csv, line {rows.line_num}: as many fields as columns, please.")
            yield row
