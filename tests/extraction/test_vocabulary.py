"""Specification of the vocabulary, and a lint of its tables."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from scribe import schema
from scribe.errors import TerminologyError
from scribe.extraction.lexicon import vocabulary as module
from scribe.extraction.lexicon.tokens import tokenize
from scribe.extraction.lexicon.vocabulary import TABLES, Term, Vocabulary, vocabulary, words
from scribe.terminology.regions import structures

PACKAGE = Path(module.__file__).parent
FOLDER = PACKAGE / "tables"

VALUES = {
    "anatomy": {""},
    "sides": {*get_args(schema.Laterality)},
    "cues": {*get_args(schema.Assertion), ""},
    "replies": {"present", "absent", "normal", ""},
    "stances": {""},
    "lesions": {*get_args(schema.LesionKind), "stenosis", ""},
    "mechanisms": {*get_args(schema.Mechanism), "disc+osseous"},
    "tart": {*get_args(schema.TartComponent)},
    "neuro": {*get_args(schema.NeuroKind), "normal", "abnormal", "negative", "possible"},
    "imaging": {*get_args(schema.Modality), *get_args(schema.ImagingKind)},
    "conditions": {*get_args(schema.Condition)},
    "care": {*get_args(schema.CareKind)},
    "function": {*get_args(schema.FunctionKind), ""},
}
ROLES = {
    "anatomy": {"", "vague", "soft", "muscle", "limb", "capitals"},
    "sides": {""},
    "cues": {"before", "after", "person", "terminator", "pseudo", "told", "spoken_before"},
    "replies": {"positive_reply", "negative_reply", "normal_reply", "past_reply"},
    "stances": {"conclusion", "weak_conclusion", "carried", "carried_end"},
    "lesions": {
        "head", "weak_head", "assessment_head", "position", "listing", "narrowing", "compartment", "distractor",
        "lookalike",
    },
    "mechanisms": {""},
    "tart": {"finding", "normal", "test", "motion", "position", "ask"},
    "neuro": {"symptom", "sign", "value", "organ"},
    "imaging": {"modality", "finding"},
    "conditions": {"condition"},
    "care": {"care", ""},
    "function": {"activity", "limit"},
}  # fmt: skip


@cache
def rows(table: str) -> tuple[Term, ...]:
    """Return the rows of a table as terms."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Term(row["term"], table, row["role"], row["value"], row["structure"], row["assertion"])
            for row in csv.DictReader(lines)
        )


def found(terms: list[Term], text: str) -> list[tuple[str, str]]:
    """Return the table and text of the terms found in a text."""
    hits = Vocabulary(terms).scan(tokenize(text))
    return [(hit.term.table, hit.term.text) for table in TABLES for hit in hits[table]]


STENOSIS = Term("stenosis", "lesions", "narrowing", "stenosis")
CANAL = Term("spinal canal stenosis", "lesions", "narrowing", "stenosis")
AORTIC = Term("aortic stenosis", "lesions", "distractor")
DIAGNOSIS = Term("stenosis", "conditions", "condition", "spinal_stenosis")


@pytest.mark.parametrize(
    ("terms", "text", "hits"),
    [
        ([STENOSIS, DIAGNOSIS], "Stenosis", [("lesions", "stenosis"), ("conditions", "stenosis")]),
        ([STENOSIS, CANAL], "Spinal canal stenosis", [("lesions", "spinal canal stenosis")]),
        ([STENOSIS, CANAL], "spinal canals", []),
        ([STENOSIS, DIAGNOSIS, AORTIC], "aortic stenosis", []),
        ([STENOSIS, AORTIC], "aortic stenosis, stenosis", [("lesions", "stenosis")]),
        ([Term("disc bulge", "mechanisms")], "disc bulges; disc-bulge", [("mechanisms", "disc bulge")] * 2),
        ([Term("foot", "anatomy"), Term("x-ray", "imaging")], "x ray", [("imaging", "x-ray")]),
        ([Term("si", "anatomy")], "sis", []),
        ([Term("high", "tart"), Term("high", "cues")], "high", [("cues", "high"), ("tart", "high")]),
    ],
)
def test_scan(terms: list[Term], text: str, hits: list[tuple[str, str]]) -> None:
    """In each table the longest term wins; a look-alike hides its words; hyphens and a plural `s` do not matter."""
    assert found(terms, text) == hits


def test_words() -> None:
    """A list of words is known by its name."""
    assert words("well") == {"okay", "ok", "fine", "normal", "good", "alright", "control", "working"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("term,role\nneck,\n", "anatomy.csv: columns are ['term', 'role']; they must be "),
        ("", "anatomy.csv: columns are []; they must be "),
        ("term,role,value,structure,assertion\nneck,,\n", "anatomy.csv, line 2: as many fields as columns, please."),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, message: str) -> None:
    """A table with other columns, or a row with too few fields, is an error that names the file."""
    (tmp_path / "anatomy.csv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(TerminologyError, match="^" + re.escape(message)):
        vocabulary.__wrapped__()


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    """Each row of a table says something that no other row says."""
    assert [term for term, times in Counter(rows(table)).items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_terms_are_written_plainly(table: str) -> None:
    """Terms are in lower case, with single spaces between their words."""
    assert [
        term.text for term in rows(table) if term.text != " ".join(term.text.lower().split()) or not term.text
    ] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_term_is_found(table: str) -> None:
    """A term is found in its own words, unless they hold a look-alike, which hides its words from all tables."""
    look_alikes = [_spaced(term) for term in rows("lesions") if term.role == "distractor"]
    missed = [
        term.text
        for term in rows(table)
        if term.role not in {"distractor", "lookalike"}
        and not any(look_alike in _spaced(term) for look_alike in look_alikes)
        and term not in [hit.term for hit in vocabulary().scan(tokenize(term.text))[table]]
    ]
    assert missed == []


def _spaced(term: Term) -> str:
    return f" {' '.join(tokenize(term.text).norms)} "


@pytest.mark.parametrize("table", TABLES)
def test_roles_and_values_are_known(table: str) -> None:
    """Every row has a role that the code reads, and a value that is a word of the schema or of its table."""
    assert {term.role for term in rows(table)} <= ROLES[table]
    assert {term.value for term in rows(table)} <= VALUES[table]


@pytest.mark.parametrize("table", TABLES)
def test_structures_are_known(table: str) -> None:
    """A structure that a term names is one of the terminology; every term of anatomy names one."""
    named = {term.structure for term in rows(table) if term.structure or table == "anatomy"}
    assert named - {structure.name for structure in structures()} == set()


@pytest.mark.parametrize("table", TABLES)
def test_own_assertions_agree_with_the_role(table: str) -> None:
    """A term that carries an assertion is a normal finding, a value or a finding of imaging."""
    asserting = [term for term in rows(table) if term.assertion]
    assert {term.assertion for term in asserting} <= {*get_args(schema.Assertion)}
    assert {(table, term.role) for term in asserting} <= {
        ("tart", "normal"),
        ("neuro", "value"),
        ("imaging", "finding"),
    }


def test_the_lists_are_those_that_the_code_uses() -> None:
    """Every list of small words is used by the code, and every list that the code uses has words, none twice."""
    with (FOLDER / "words.csv").open(encoding="utf-8", newline="") as lines:
        listed = [(row["word"], row["list"]) for row in csv.DictReader(lines)]
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    assert {name for _, name in listed} == set(re.findall(r'words\("(\w+)"\)', code))
    assert [row for row, times in Counter(listed).items() if times > 1] == []
