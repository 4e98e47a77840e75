"""Vocabulary tables → a matcher that finds every term of every table in one pass.

Each table is a CSV file with the columns of `Term`.
A term is written as it is spoken, in lower case; hyphens and a plural `s` on its
words need no row of their own. Where terms overlap the longest one wins, which
is how `aortic stenosis` keeps `stenosis` from being read.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from scribe.errors import TerminologyError
from scribe.extraction.lexicon.words.tokens import Tokens, tokenize

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
_FOLDER = Path(__file__).parents[1] / "tables"
_HIDDEN = {"distractor": TABLES, "lookalike": ("lesions", "anatomy", "mechanisms")}
_SKIPPED = frozenset({"-"})
_SIDES = frozenset({"left", "right", "bilateral", "l", "r", "lt", "rt"})
"""Words that may stand inside a term without being part of it, as in `down the left leg`."""


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
        self.terms: dict[str, list[Term]] = {}


class _Tree(NamedTuple):
    """The terms that share their first word."""

    root: _Node
    """That word."""
    following: frozenset[str]
    """The words that may stand after it."""
    hides: bool
    """Whether one of them hides its words from other tables."""


_Row = tuple[str, str]
"""A table and one of its lines: a term that nobody has looked for yet."""


@cache
def vocabulary() -> "Vocabulary":
    """Return the built-in vocabulary, read once."""
    by_word: defaultdict[str, list[_Row | Term]] = defaultdict(list)
    for table in TABLES:
        for line in _lines(table, _COLUMNS):
            # Most terms open with a plain word; a call for each of them would cost as much as all the rest.
            first = line.partition(",")[0].partition(" ")[0]
            by_word[first if first.isalnum() else _first_word(line.partition(",")[0])].append((table, line))
    return Vocabulary(by_word)


class Vocabulary:
    """A set of terms that finds itself in a text."""

    def __init__(self, rows: Mapping[str, Sequence[_Row | Term]]) -> None:
        """Keep rows by their first word; they become terms in a tree when a text first holds it."""
        self._rows = rows
        self._trees: dict[str, _Tree] = {}

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Vocabulary":
        """Return a vocabulary of these terms alone."""
        by_word: defaultdict[str, list[_Row | Term]] = defaultdict(list)
        for term in terms:
            by_word[_first_word(term.text)].append(term)
        return cls(by_word)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term."""
        return tuple(_term(row) for rows in self._rows.values() for row in rows)

    def extended(self, terms: Sequence[Term]) -> "Vocabulary":
        """Return a vocabulary with further terms; what one of them means in its table is then only what they say."""
        replaced = {(term.table, spelled(term.text)) for term in terms}
        first = {_first_word(term.text) for term in terms}
        kept = (
            term
            for word, rows in self._rows.items()
            for term in map(_term, rows)
            if word not in first or (term.table, spelled(term.text)) not in replaced
        )
        return Vocabulary.of((*kept, *terms))

    def _tree(self, word: str) -> _Tree | None:
        if word not in self._rows:
            return None
        if word not in self._trees:
            terms = [*map(_term, self._rows[word])]
            root, hides = _grown(terms), any(term.role in _HIDDEN for term in terms)
            if _is_plural(word) and (singular := self._tree(word[:-1])) is not None:
                _add(root, singular.root)
                hides |= singular.hides
            self._trees[word] = _Tree(root, _following(root), hides)
        return self._trees[word]

    def scan(self, tokens: Tokens) -> dict[str, list[Hit]]:
        """Find the terms of every table in a text.

        Within a table the longest term wins and none overlaps. A distractor
        hides its words from all tables, a look-alike only from those that
        state and place lesions; a term of just these words or more stays.
        A side may stand between the words of a term.
        """
        hits: dict[str, list[Hit]] = {table: [] for table in TABLES}
        free = dict.fromkeys(TABLES, 0)
        trees = self._opened(frozenset(tokens.norms))
        for start, (word, following) in enumerate(pairwise([*tokens.norms, ""])):
            tree = trees.get(word)
            # Most words that may open a term open none, which the next word tells.
            if tree is None or (following not in tree.following and not tree.root.terms):
                continue
            found = _longest(tree.root, tokens.norms, start)
            hidden = _hidden(found) if tree.hides else {}
            for table, (end, terms) in found.items():
                if free[table] <= start and end >= hidden.get(table, 0) and terms[0].role not in _HIDDEN:
                    for term in terms:
                        hits[table].append(Hit(start, end, term))
                    free[table] = end
            if hidden:
                free |= {table: max(end, free[table]) for table, end in hidden.items()}
        return hits

    def _opened(self, said: frozenset[str]) -> dict[str, _Tree]:
        """Return the trees of the terms that words open, as they stand or as plurals."""
        known = said & self._rows.keys()
        plural = {word: word[:-1] for word in said - known if word[-1] == "s" and _is_plural(word)}
        singular = dict(zip(known, known, strict=True)) | plural
        return {word: tree for word, row in singular.items() if (tree := self._tree(row)) is not None}


def _longest(tree: _Node, norms: list[str], start: int) -> dict[str, tuple[int, list[Term]]]:
    """Return for each table its longest term that starts at a token."""
    found: dict[str, tuple[int, list[Term]]] = {}
    node: _Node | None = tree
    position, end = start + 1, len(norms)
    while node is not None:
        for table, terms in node.terms.items():
            found[table] = (position, terms)
        if not node.children:
            break
        if position < end and norms[position] in _SKIPPED:
            # More than two signs in a row are a line, not the hyphen of a term.
            position += 1 + (norms[position + 1 : position + 2] == ["-"])
        if position >= end:
            break
        child = _step(node, norms[position])
        if child is None and norms[position] in _SIDES and norms[position - 1].isalnum() and position + 1 < end:
            position += 1
            child = _step(node, norms[position])
        node = child
        position += 1
    return found


def _hidden(found: Mapping[str, tuple[int, list[Term]]]) -> dict[str, int]:
    """Return the tables from which some of the terms found hide their words, and up to where."""
    return {table: end for end, terms in found.values() for table in _HIDDEN.get(terms[0].role, ())}


def _following(root: _Node) -> frozenset[str]:
    """Return the words that may stand after the first one of some terms."""
    return frozenset(root.children).union([f"{word}s" for word in root.children], _SKIPPED, _SIDES)


def _step(node: _Node, word: str) -> _Node | None:
    child = node.children.get(word)
    return node.children.get(word[:-1]) if child is None and _is_plural(word) else child


def _is_plural(word: str) -> bool:
    return word[-1] == "s" and len(word) > _LONGEST_SINGULAR


def _term(row: _Row | Term) -> Term:
    if isinstance(row, Term):
        return row
    table, line = row
    # Splitting is several times as fast as reading CSV, and few lines have a quotation mark.
    text, *fields = next(csv.reader([line])) if '"' in line else line.split(",")
    return Term(text, table, *fields)


def _grown(terms: Iterable[Term]) -> _Node:
    """Return the tree of the words after the first one of terms that share it."""
    root = _Node()
    for term in terms:
        node = root
        for word in _norms(term.text)[1:]:
            if word not in _SKIPPED:
                node = node.children.setdefault(word, _Node())
        node.terms.setdefault(term.table, []).append(term)
    _join_plurals(root)
    return root


def _join_plurals(node: _Node) -> None:
    """Let the words after a plural be those after its singular too, which a plural row would hide from other tables."""
    for child in node.children.values():
        _join_plurals(child)
    for word, child in node.children.items():
        if _is_plural(word) and word[:-1] in node.children:
            _add(child, node.children[word[:-1]])


def _add(node: _Node, other: _Node) -> None:
    """Add to a tree what another one has and it has not."""
    node.terms = other.terms | node.terms
    for word, child in other.children.items():
        if word in node.children:
            _add(node.children[word], child)
        else:
            node.children[word] = child


def spelled(text: str) -> str:
    """Return the words by which a term is found: hyphens and spaces between them make no difference."""
    return " ".join(word for word in tokenize(text).norms if word not in _SKIPPED) or text


def _norms(text: str) -> Sequence[str]:
    """Return the tokens of a term; plain words, which most terms are, are their own."""
    return text.split() if text.replace(" ", "").isalpha() else tokenize(text).norms


def _first_word(text: str) -> str:
    # Tokenizing is slow, and of a word or a hyphened one there is nothing else to find.
    first = text.partition(" ")[0].partition("-")[0]
    return first if first.isalnum() else tokenize(text.strip('"')).norms[0]


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed lists of small words that steer the reading, such as `limited`."""
    return _words()[name]


@cache
def _words() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for word, name in records("words", ("word", "list")):
        lists.setdefault(name, set()).add(word)
    return {name: frozenset(found) for name, found in lists.items()}


def records(table: str, columns: tuple[str, ...]) -> list[list[str]]:
    """Read a table.

    Raises:
        TerminologyError: Its columns or one of its rows are not as they must be.
    """
    return [*csv.reader(_lines(table, columns))]


def _lines(table: str, columns: tuple[str, ...]) -> list[str]:
    """Return the lines of a table below its head."""
    head, *lines = (_FOLDER / f"{table}.csv").read_text(encoding="utf-8").splitlines() or [""]
    if head != ",".join(columns):
        raise TerminologyError(f"{table}.csv: columns are {head or 'none'}; they must be {','.join(columns)}.")
    commas = len(columns) - 1
    if wrong := [number for number, line in enumerate(lines, 2) if line.count(",") != commas and '"' not in line]:
        raise TerminologyError(f"{table}.csv, line {wrong[0]}: as many fields as columns, please.")
    return lines
