"""A lint of the vocabulary tables: every row is well formed, says something of its own, and can be found."""

import csv
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from scribe import schema
from scribe.extraction.lexicon.words import vocabulary as module
from scribe.extraction.lexicon.words.forms import forms
from scribe.extraction.lexicon.words.tokens import tokenize
from scribe.extraction.lexicon.words.vocabulary import TABLES, Term, spelled, vocabulary
from scribe.terminology.regions import structures

FOLDER = Path(module.__file__).parents[1] / "tables"
HIDING = {"distractor", "lookalike"}


@cache
def rows(table: str) -> tuple[Term, ...]:
    """Return the rows of a table as terms."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Term(row["term"], table, row["role"], row["value"], row["structure"], row["assertion"])
            for row in csv.DictReader(lines)
        )


def test_every_table_has_forms() -> None:
    """What a row may hold is said of each table that is read, and of no other."""
    assert tuple(forms()) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    """Each row says something that no other row says, however a hyphen or an apostrophe is written."""
    said = Counter((spelled(term.text), *term[1:]) for term in rows(table))
    assert [row for row, times in said.items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_a_term_has_one_meaning_in_each_role(table: str) -> None:
    """Of two rows with the same words and role one would shadow the other; only what is normal may say two things."""
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term in rows(table):
        values[spelled(term.text), term.role].add(term.value + term.structure)
    assert [key for key, found in values.items() if len(found) > 1 and (table, key[1]) != ("tart", "normal")] == []


@pytest.mark.parametrize("table", TABLES)
def test_terms_are_written_plainly(table: str) -> None:
    """Terms are in lower case, with single spaces between their words, and have at least one word or sign."""
    terms = [term.text for term in rows(table)]
    assert [text for text in terms if text != " ".join(text.lower().split()) or not tokenize(text).norms] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_term_is_found(table: str) -> None:
    """A text of its own words holds the term: no longer term, distractor or plural of another table shadows it."""
    found = vocabulary()
    missed = [
        term.text
        for term in rows(table)
        if term.role not in HIDING and term not in [hit.term for hit in found.scan(tokenize(term.text))[table]]
    ]
    assert missed == []


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_form_of_their_role(table: str) -> None:
    """Every row has a role that the code reads, a value that belongs to it, and fills the columns that it needs."""
    names = {structure.name for structure in structures()} | {""}
    faults = []
    for term in rows(table):
        form = forms()[table].get(term.role)
        filled = {name for name in ("structure", "assertion") if getattr(term, name)}
        if form is None or term.value not in form.values or not form.needs <= filled <= form.needs | form.may:
            faults.append(term)
        if term.structure not in names or term.assertion not in {*get_args(schema.Assertion), ""}:
            faults.append(term)
    assert faults == []


@pytest.mark.parametrize("table", TABLES)
def test_every_role_is_used(table: str) -> None:
    """No form is kept for a role that no row has."""
    assert forms()[table].keys() - {term.role for term in rows(table)} == set()
