"""Vocabulary tables → a matcher that finds every term of every table in one pass.

Each table is a CSV file with the columns of `Term`.
A term is written as it is spoken, in lower case; hyphens and a plural `s` on its
words need no row of their own. Where terms overlap the longest one wins, which
is how `aortic stenosis` keeps `stenosis` from being read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
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
    "feel",
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
_SKIPPED = frozenset({"-", "_"})
_SIDES = frozenset({"left", "right", "bilateral", "l", "r", "lt", "rt"})
"""Words that may stand inside a term without being part of it, as in `down the left leg`."""
_PASSED = _SKIPPED | _SIDES


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


_Row = str | Term
"""A row of a table: a line, as long as nobody has looked for it, or a term."""

_Rest = tuple[str, str, _Row]
"""The words of a term that are still to come, its table, and its row."""


_Found = Mapping[str, tuple[int, list[Term]]]
"""Tables with their longest term at a place: how many tokens it takes, and what it may mean."""


class _Node:
    """What may follow some words, made out when a text first holds them."""

    def __init__(self, *layers: Sequence[_Rest]) -> None:
        self.layers = layers
        """The terms that go on here; those of a later layer are read where an earlier one has none of their table."""

    @cached_property
    def terms(self) -> dict[str, list[Term]]:
        """The terms that end here, by their tables."""
        found: dict[str, list[Term]] = {}
        for layer in reversed(self.layers):
            ending: dict[str, list[Term]] = {}
            for rest, table, row in layer:
                if not rest:
                    ending.setdefault(table, []).append(_term(row, table))
            found |= ending
        return found

    @cached_property
    def children(self) -> "dict[str, _Node]":
        """What may follow each next word; what follows a plural is also what follows its singular."""
        behind: defaultdict[str, list[list[_Rest]]] = defaultdict(list)
        for layer in self.layers:
            following: defaultdict[str, list[_Rest]] = defaultdict(list)
            for rest, table, row in layer:
                if rest:
                    word, _, further = rest.partition(" ")
                    following[word].append((further, table, row))
            for word, goes_on in following.items():
                behind[word].append(goes_on)
        for plural in filter(_is_plural, behind):
            behind[plural] += behind.get(plural[:-1], ())
        return {word: _Node(*layers) for word, layers in behind.items()}


class _Opener(NamedTuple):
    """A word that may open terms."""

    following: frozenset[str]
    """The words that may come next inside a term."""
    alone: list[Term]
    """The terms that it is by itself, but for those that only hide their words."""
    node: _Node
    """What follows it."""


_Rows = Mapping[str, Sequence[_Row]]
"""The rows of a table, by their first words."""


@cache
def vocabulary() -> "Vocabulary":
    """Return the built-in vocabulary, read once."""
    return Vocabulary({table: _by_first_word(_lines(table, _COLUMNS)) for table in TABLES})


def _by_first_word(lines: Iterable[str]) -> dict[str, list[_Row]]:
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for line in lines:
        found[line.partition(",")[0].partition(" ")[0]].append(line)
    for start in [start for start in found if not start.isalnum()]:
        rows = found.pop(start)
        found[_first_word(start)] += rows
    return found


class Vocabulary:
    """A set of terms that finds itself in a text."""

    def __init__(self, tables: Mapping[str, _Rows]) -> None:
        """Keep the rows of tables; those with the same first word become terms in a tree when a text first holds it."""
        self._tables = tables
        self._words = frozenset(chain(*tables.values()))
        self._openers: dict[str, _Opener] = {}

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Vocabulary":
        """Return a vocabulary of these terms alone."""
        tables: dict[str, dict[str, list[_Row]]] = {}
        for term in terms:
            tables.setdefault(term.table, {}).setdefault(_first_word(term.text), []).append(term)
        return cls(tables)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term."""
        return tuple(_term(row, table) for table, rows in self._tables.items() for row in chain(*rows.values()))

    def extended(self, terms: Sequence[Term]) -> "Vocabulary":
        """Return a vocabulary with further terms; what one of them means in its table is then only what they say."""
        replaced = {(term.table, spelled(term.text)) for term in terms}
        first = {_first_word(term.text) for term in terms}
        kept = (
            term
            for table, rows in self._tables.items()
            for word, alike in rows.items()
            for term in (_term(row, table) for row in alike)
            if word not in first or (table, spelled(term.text)) not in replaced
        )
        return Vocabulary.of((*kept, *terms))

    def scan(self, tokens: Tokens, parted: Collection[int] = ()) -> dict[str, list[Hit]]:
        """Find the terms of every table in a text.

        Within a table the longest term wins and none overlaps. A distractor
        hides its words from all tables, a look-alike only from those that
        state and place lesions; a term of just these words or more stays.
        A side may stand between the words of a term.

        Args:
            tokens: The words of the text.
            parted: Indices of the words before which every term ends, as at the `Rotation` of a line below `Lumbar`.
        """
        hits: dict[str, list[Hit]] = {table: [] for table in TABLES}
        free = dict.fromkeys(TABLES, 0)
        openers = self._opened(tokens.said)
        opened = zip(map(openers.get, tokens.norms), [*tokens.norms[1:], ""], strict=False)
        for start, (opener, following) in enumerate(opened):
            if opener is None:
                continue
            # Most words that may open a term open none, or are one by themselves, which the next word tells.
            if following not in opener.following:
                for term in opener.alone:
                    if free[term.table] <= start:
                        hits[term.table].append(Hit(start, start + 1, term))
                continue
            found = _longest(opener.node, tokens, start, parted)
            if not found:
                continue
            hidden = _hidden(found, start)
            for table, (length, terms) in found.items():
                end = start + length
                if free[table] <= start and end >= hidden.get(table, 0) and terms[0].role not in _HIDDEN:
                    hits[table] += [Hit(start, end, term) for term in terms]
                    free[table] = end
            if hidden:
                free |= {table: max(end, free[table]) for table, end in hidden.items()}
        return hits

    def _opened(self, said: frozenset[str]) -> dict[str, _Opener]:
        """Return what words open, as they stand or as plurals."""
        known = said & self._words
        plurals = [word for word in said - known if word[-1] == "s" and word[:-1] in self._words and _is_plural(word)]
        openers = self._openers
        for word in known.union([word[:-1] for word in plurals]).difference(openers):
            openers[word] = _opener(_Node(*self._layers(word)))
        return {word: openers[word] for word in known} | {word: openers[word[:-1]] for word in plurals}

    def _layers(self, word: str) -> list[Sequence[_Rest]]:
        """Return how the terms with a first word go on, and behind them those with its singular."""
        if word not in self._words:
            return []
        tables = self._tables.items()
        layer = [(_rest(row), table, row) for table, rows in tables for row in rows.get(word, ())]
        return [layer, *(self._layers(word[:-1]) if _is_plural(word) else ())]


def _opener(node: _Node) -> _Opener:
    following = frozenset(node.children).union([f"{word}s" for word in node.children], _PASSED)
    alone = [term for terms in node.terms.values() if terms[0].role not in _HIDDEN for term in terms]
    return _Opener(following, alone, node)


def _longest(opener: _Node, tokens: Tokens, start: int, parted: Collection[int]) -> _Found:
    """Return for each table its longest term that starts at a token."""
    found: dict[str, tuple[int, list[Term]]] = {}
    norms, end = tokens.norms, len(tokens.norms)
    node: _Node | None = opener
    position = start + 1
    while node is not None:
        for table, terms in node.terms.items():
            found[table] = (position - start, terms)
        children = node.children
        if not children or position == end or position in parted:
            break
        word = norms[position]
        if (child := children.get(word)) is not None:
            node, position = child, position + 1
        elif word in _PASSED or _is_plural(word):
            node, position = _past(node, tokens, position)
        else:
            break
    return found


def _past(node: _Node, tokens: Tokens, position: int) -> tuple[_Node | None, int]:
    """Follow a term over a plural, or past a hyphen or a side inside it, and return how it goes on, and from where."""
    norms, end = tokens.norms, len(tokens.norms)
    if norms[position] in _SKIPPED and not _is_apart(tokens, position):
        # More than two signs in a row are a line, not the hyphen of a term.
        position += 1 + (norms[position + 1 : position + 2] == ["-"])
        if position >= end:
            return None, end
    child = _step(node, norms[position])
    if child is None and norms[position] in _SIDES and _may_be_sided(norms[position - 1]) and position + 1 < end:
        position += 1
        child = _step(node, norms[position])
    return child, position + 1


def _is_apart(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen is a dash or a bullet, with space on both sides, or a stroke a blank, as in `C_ T_ L_`."""
    spans = tokens.spans
    start, end = spans[index]
    begins = spans[index - 1][1] < start or tokens.norms[index] == "_"
    return begins and spans[index + 1 : index + 2] != [] and end < spans[index + 1][0]


def _may_be_sided(word: str) -> bool:
    """Tell whether a side may follow inside a term: a word, or the colon of `SBS: right torsion`."""
    return word.isalnum() or word == ":"


def _hidden(found: _Found, start: int) -> dict[str, int]:
    """Return the tables from which some of the terms found hide their words, and up to where."""
    hiding = [(terms[0].role, start + length) for length, terms in found.values() if terms[0].role in _HIDDEN]
    return {table: end for role, end in hiding for table in _HIDDEN[role]}


def _step(node: _Node, word: str) -> _Node | None:
    child = node.children.get(word)
    return node.children.get(word[:-1]) if child is None and _is_plural(word) else child


def _is_plural(word: str) -> bool:
    return word[-1] == "s" and len(word) > _LONGEST_SINGULAR


def _term(row: _Row, table: str) -> Term:
    if isinstance(row, Term):
        return row
    text, *fields = _fields(row, len(_COLUMNS))
    return Term(text, table, *fields)


def spelled(text: str) -> str:
    """Return the words by which a term is found: hyphens and spaces between them make no difference."""
    return " ".join(word for word in tokenize(text).norms if word not in _SKIPPED) or text


def _rest(row: _Row) -> str:
    """Return the words of a term after its first one; plain words, which most terms are, are their own tokens."""
    text = row.text if isinstance(row, Term) else row.partition(",")[0]
    if text.replace(" ", "").isalpha():
        return text.partition(" ")[2]
    norms = tokenize(_term(row, "").text).norms
    return " ".join(word for word in norms[1:] if word not in _SKIPPED)


def _first_word(text: str) -> str:
    # Tokenizing is slow, and of a word or a hyphened one there is nothing else to find.
    first = text.partition(" ")[0].partition("-")[0]
    return first if first.isalnum() else tokenize(text.strip('"')).norms[0]


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed lists of small words that steer the reading, such as `limited`."""
    return frozenset(_words()[name])


@cache
def limb_words() -> frozenset[str]:
    """Return the words for a limb, for a part of one and for its end, such as `calf` and `toe`."""
    return words("limb_parts") | words("limb_ends")


@cache
def _words() -> dict[str, list[str]]:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for line in _lines("words", ("word", "list")):
        word, _, name = line.rpartition(",")
        lists[name].append(word.strip('"'))
    return lists


def records(table: str, columns: tuple[str, ...]) -> list[list[str]]:
    """Read a table.

    Raises:
        TerminologyError: Its columns or one of its rows are not as they must be.
    """
    return [_fields(line, len(columns)) for line in _lines(table, columns)]


def _lines(table: str, columns: tuple[str, ...]) -> list[str]:
    """Return the lines of a table below its head."""
    text = (_FOLDER / f"{table}.csv").read_text(encoding="utf-8")
    head, _, below = text.partition("\n")
    if head != ",".join(columns):
        raise TerminologyError(f"{table}.csv: columns are {head or 'none'}; they must be {','.join(columns)}.")
    lines, commas = below.splitlines(), len(columns) - 1
    # To count line by line takes as long as to read them. A term in quotation marks holds a comma.
    if below.count(",") != commas * len(lines) + below.count('"') // 2:
        for number, line in enumerate(lines, 2):
            if line.count(",") != commas and '"' not in line:
                raise TerminologyError(f"{table}.csv, line {number}: as many fields as columns, please.")
    return lines


def _fields(line: str, count: int) -> list[str]:
    """Split a line of a table; only the first field may hold commas, and stands in quotation marks then."""
    first, *others = line.rsplit(",", count - 1)
    return [first.strip('"'), *others]
