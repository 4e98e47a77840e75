"""Specification of the vocabulary."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from scribe.errors import TerminologyError
from scribe.extraction.lexicon.words import vocabulary as module
from scribe.extraction.lexicon.words.tokens import tokenize
from scribe.extraction.lexicon.words.vocabulary import TABLES, Term, Vocabulary, limb_words, vocabulary, words

PACKAGE = Path(module.__file__).parents[1]
FOLDER = PACKAGE / "tables"


def found(terms: list[Term], text: str) -> list[tuple[str, str]]:
    """Return the table and text of the terms found in a text."""
    hits = Vocabulary.of(terms).scan(tokenize(text))
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
        ([STENOSIS], "", []),
        ([STENOSIS, CANAL], "spinal canals", []),
        ([STENOSIS, DIAGNOSIS, AORTIC], "aortic stenosis", []),
        ([STENOSIS, AORTIC], "aortic stenosis, stenosis", [("lesions", "stenosis")]),
        ([AORTIC, Term("aortic stenosis", "conditions")], "aortic stenosis", [("conditions", "aortic stenosis")]),
        ([AORTIC, Term("aortic stenosis", "lesions", "head")], "aortic stenosis", []),
        ([AORTIC, Term("aortic stenosis bed", "care")], "aortic stenosis bed", [("care", "aortic stenosis bed")]),
        ([Term("toe", "anatomy"), Term("toes", "tart")], "toes", [("anatomy", "toe"), ("tart", "toes")]),
        ([Term("si joint", "anatomy"), Term("si joints", "tart")], "toe", []),
        (
            [Term("si joint", "anatomy"), Term("si joints", "tart")],
            "SI joints",
            [("anatomy", "si joint"), ("tart", "si joints")],
        ),
        ([Term("toe nail", "anatomy"), Term("toes", "tart")], "toes nail", [("anatomy", "toe nail"), ("tart", "toes")]),
        ([Term("toe", "anatomy", "soft"), Term("toes", "anatomy")], "toes", [("anatomy", "toes")]),
        ([Term("disc bulge", "mechanisms")], "disc bulges; disc-bulge", [("mechanisms", "disc bulge")] * 2),
        ([Term("foot", "anatomy"), Term("x-ray", "imaging")], "x ray", [("imaging", "x-ray")]),
        ([Term("si", "anatomy")], "sis", []),
        ([Term("down the leg", "neuro")], "down the left leg", [("neuro", "down the leg")]),
        ([Term("down the leg", "neuro")], "down the left, leg", []),
        ([Term("left leg", "neuro"), Term("leg", "anatomy")], "left leg", [("anatomy", "leg"), ("neuro", "left leg")]),
        ([Term("high", "tart"), Term("high", "cues")], "high", [("cues", "high"), ("tart", "high")]),
    ],
)
def test_scan(terms: list[Term], text: str, hits: list[tuple[str, str]]) -> None:
    """In each table the longest term wins; a look-alike hides its words; hyphens, a plural `s`, sides do not matter."""
    assert found(terms, text) == hits


def test_an_extended_vocabulary() -> None:
    """Further terms are added, or replace those of their words in their table; the first vocabulary stays."""
    first = Vocabulary.of([STENOSIS, DIAGNOSIS])
    second = first.extended([Term("stenosis", "lesions", "distractor"), Term("tight-canal", "lesions", "narrowing")])
    assert first.terms == (STENOSIS, DIAGNOSIS)
    assert {term.text for term in second.terms} == {"stenosis", "tight-canal"}
    assert first.scan(tokenize("stenosis"))["lesions"] != []
    assert second.scan(tokenize("stenosis"))["lesions"] == []
    assert [hit.term.text for hit in second.scan(tokenize("tight canal"))["lesions"]] == ["tight-canal"]


def test_words() -> None:
    """A list of words is known by its name."""
    assert words("well") == {"okay", "ok", "fine", "normal", "good", "alright", "control", "working"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("term,role\nneck,\n", "anatomy.csv: columns are term,role; they must be "),
        ("", "anatomy.csv: columns are none; they must be "),
        ("term,role,value,structure,assertion\nneck,,\n", "anatomy.csv, line 2: as many fields as columns, please."),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, message: str) -> None:
    """A table with other columns, or a row with too few fields, is an error that names the file."""
    (tmp_path / "anatomy.csv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(TerminologyError, match="^" + re.escape(message)):
        vocabulary.__wrapped__()


def test_the_lists_are_those_that_the_code_uses() -> None:
    """Every list of small words is used by the code, and every list that the code uses has words, none twice."""
    with (FOLDER / "words.csv").open(encoding="utf-8", newline="") as lines:
        listed = [(row["word"], row["list"]) for row in csv.DictReader(lines)]
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert {name for _, name in listed} == set(re.findall(r'(?:words|says)\("(\w+)"\)', code))
    assert [row for row, times in Counter(listed).items() if times > 1] == []


def test_words_for_a_limb() -> None:
    """A limb is named by its parts and by its ends."""
    assert {"calf", "foot", "toe"} <= limb_words()
    assert "back" not in limb_words()


def test_terms_end_before_words_that_part() -> None:
    """No term goes on over a word that begins anew, as at a line below a heading; the shorter term is found."""
    terms = [
        Term("lumbar rotation", "tart", "motion", "restriction"),
        Term("rotation", "tart", "motion", "restriction"),
    ]
    found = Vocabulary.of(terms)
    assert [hit.term.text for hit in found.scan(tokenize("lumbar rotation"))["tart"]] == ["lumbar rotation"]
    assert [hit.term.text for hit in found.scan(tokenize("lumbar\nrotation"), {1})["tart"]] == ["rotation"]
