"""The briefs sentence by sentence: nothing is mapped to nothing, and nothing to what does not exist."""

import re
from itertools import groupby
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from scribe.terminology import code_set
from scribe.terminology.sources import citations

SCRIPT = run_path(str(Path(__file__).parents[2] / "scripts" / "render_briefs.py"))
BRIEFS: Any = SCRIPT["briefs"]()
SENTENCES: Any = tuple(SCRIPT["sentences"]())
BY_ID: Any = {it.id: it for it in SENTENCES}
CORRECTIONS: Any = SCRIPT["corrections"]()
IDEAS: Any = SCRIPT["ideas"]()
RULES: Any = SCRIPT["rule_names"]()

CODE = re.compile(r"\b[A-Z]\d\d(?:\.[0-9A-Z]+)?\b(?!-)")
ARTICLES = {"A56273", "A56619", "A56954"}
"""Numbers of Medicare articles, which look like codes."""


@pytest.mark.parametrize("identity", BY_ID)
def test_sentence_is_carried_corrected_or_has_nothing_to_check(identity: str) -> None:
    """A sentence has rules or corrections, or else the reason why it needs neither; never both."""
    sentence = BY_ID[identity]
    assert bool(sentence.rules or sentence.corrections) != bool(sentence.beside)
    assert sentence.says.endswith((".", "?"))
    assert not sentence.note or sentence.rules or sentence.corrections


@pytest.mark.parametrize("identity", BY_ID)
def test_sentence_names_only_rules_that_exist(identity: str) -> None:
    """Rules are those of the catalogue and of the queries, each once."""
    sentence = BY_ID[identity]
    assert set(sentence.rules) <= set(RULES)
    assert len(set(sentence.rules)) == len(sentence.rules)


@pytest.mark.parametrize("identity", BY_ID)
def test_anchor_is_short(identity: str) -> None:
    """A few words find a sentence; more would copy it."""
    assert 1 <= len(BY_ID[identity].anchor.split()) <= 8


def test_corrections_are_numbered_once_and_without_gap() -> None:
    """All 55 are there."""
    rows = SCRIPT["_data"]("corrections")["correction"]
    assert [row["number"] for row in rows] == list(range(1, 56))
    assert len(CORRECTIONS) == 55


@pytest.mark.parametrize("number", range(1, 56))
def test_correction_has_its_sentences_or_its_sister_page(number: int) -> None:
    """A correction is named by a sentence of the five, or stands on another page of the same publisher."""
    named = [it.id for it in SENTENCES if number in it.corrections]
    assert bool(named) != bool(CORRECTIONS[number].page)


def test_sentences_name_only_corrections_that_exist() -> None:
    """No sentence points into the void, or twice at the same."""
    for sentence in SENTENCES:
        assert set(sentence.corrections) <= set(CORRECTIONS)
        assert len(set(sentence.corrections)) == len(sentence.corrections)


@pytest.mark.parametrize("number", range(1, 56))
def test_correction_says_why_and_what_is_right_and_who_says_so(number: int) -> None:
    """Grade, reason, fact and at least one known source."""
    correction = CORRECTIONS[number]
    assert correction.grade in SCRIPT["GRADES"]
    assert correction.why.endswith(".")
    assert correction.right.endswith(".")
    assert correction.sources
    assert set(correction.sources) <= set(citations())


@pytest.mark.parametrize(
    ("identity", "verdict"),
    [
        ("000.D1", "holds"),
        ("000.B1", "no claim"),
        ("000.Q1", "stale"),
        ("000.Q2", "asked"),
        ("000.M1.1", "advertised"),
        ("002.T4", "contradictory"),
        ("003.C1.5", "wrong"),
        ("000.C3.2", "wrong"),
    ],
)
def test_verdict_is_the_worst_that_is_said_of_a_sentence(identity: str, verdict: str) -> None:
    """Of several corrections the worst grade counts; without any, the section says what kind of sentence it is."""
    assert SCRIPT["verdict"](BY_ID[identity]) == verdict


def test_every_code_in_the_margin_exists() -> None:
    """What we put in place of an error is no error: codes that we name are in the code set, headers included."""
    ours = [text for it in SENTENCES for text in (it.note, it.beside)]
    ours += [it.right for it in CORRECTIONS.values()]
    named = {code for text in ours for code in CODE.findall(text)} - ARTICLES
    assert len(named) > 20
    assert [code for code in sorted(named) if code_set(None).find(code) is None] == []


def test_ids_are_unique_and_count_without_gap() -> None:
    """Within a brief every section stands once, its items count up, and so do the sentences of an item."""
    identities = [it.id for it in SENTENCES]
    assert len(set(identities)) == len(identities)
    for brief in BRIEFS:
        members = [_place(it.id, brief.number) for it in brief.sentences]
        sections = [letter for letter, _ in groupby(members, key=lambda it: it[0])]
        assert len(set(sections)) == len(sections)
        assert set(sections) <= set(SCRIPT["SECTIONS"])
        for _, section in groupby(members, key=lambda it: it[0]):
            items = [(number, [at for _, _, at in item]) for number, item in groupby(section, key=lambda it: it[1])]
            first = items[0][0]
            assert first in {0, 1}
            assert [number for number, _ in items] == list(range(first, first + len(items)))
            assert all(at in ([0], list(range(1, len(at) + 1))) for _, at in items)


def _place(identity: str, brief: str) -> tuple[str, int, int]:
    """Section, item and sentence of an id; sentence 0 where the item has one only."""
    found = re.fullmatch(rf"{brief}\.([A-Z])(\d+)(?:\.(\d+))?", identity)
    assert found is not None
    assert found[3] != "0"
    return found[1], int(found[2]), int(found[3] or 0)


def test_briefs_are_the_five_in_order() -> None:
    """Five pages on M99 codes that exist."""
    assert [brief.number for brief in BRIEFS] == ["000", "001", "002", "003", "004"]
    for brief in BRIEFS:
        found = code_set(None).find(brief.code)
        assert found is not None
        assert found.billable


def test_ideas_count_from_1_to_86_and_each_has_rules_that_exist_or_a_reason() -> None:
    """An idea that no rule holds says why."""
    assert [it.number for it in IDEAS] == list(range(1, 87))
    for it in IDEAS:
        assert it.origin in {"briefs", "sources"}
        assert bool(it.rules) != bool(it.beside)
        assert set(it.rules) <= set(RULES)


def test_rules_that_the_briefs_ask_for_are_named_by_a_sentence() -> None:
    """A rule for which the briefs are the origin is found from them."""
    named = {identity for it in SENTENCES for identity in it.rules}
    asked = {identity for it in IDEAS if it.origin == "briefs" for identity in it.rules}
    assert len(asked) > 40
    assert asked - named == set()


def test_page_has_a_row_for_every_sentence_that_is_no_heading() -> None:
    """Each row opens with its sentence and its verdict is in it."""
    page = SCRIPT["render"]()
    rows = [line for line in page.splitlines() if line.startswith("| <a id=")]
    shown = [it for it in SENTENCES if it.beside != "a heading"]
    assert len(rows) == len(shown)
    for row, sentence in zip(rows, shown, strict=True):
        assert f'id="{sentence.id}"' in row
        assert sentence.anchor in row
        assert row.split(" | ")[2].strip("*") == SCRIPT["verdict"](sentence)


def test_page_gives_each_correction_once_in_full() -> None:
    """The fact stands at the first sentence that it corrects, or under the sister pages."""
    page = SCRIPT["render"]()
    assert [it.number for it in CORRECTIONS.values() if page.count(f"*{it.right}*") != 1] == []


def test_every_name_in_brackets_leads_somewhere() -> None:
    """A rule or source that the page links has its address at the end."""
    page = SCRIPT["render"]()
    used = set(re.findall(r"\[([A-Za-z0-9-]+)\](?![(:])", page))
    defined = re.findall(r"^\[([A-Za-z0-9-]+)\]: \S", page, re.MULTILINE)
    assert used <= set(defined)
    assert len(defined) == len(set(defined))
