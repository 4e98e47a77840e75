"""Renders docs/briefs.md: five reference pages sentence by sentence, each beside the rules that carry or correct it."""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from scribe.rules import RULES
from scribe.terminology.sources import citation

DOCS = Path(__file__).parent.parent / "docs"


class Sentence(NamedTuple):
    """One sentence of a brief, or a run of lines without a claim, such as a heading."""

    id: str
    """Brief, section and item, such as `000.T1` or, in an item of several sentences, `000.C1.2`."""
    anchor: str
    """A few of its own words, to find it by."""
    says: str
    """What it claims or asks, in our words."""
    rules: tuple[str, ...] = ()
    """Rules that carry it, or that catch what is wrong with it."""
    note: str = ""
    """What they add, or what they answer."""
    corrections: tuple[int, ...] = ()
    """Numbers of what is wrong with it."""
    beside: str = ""
    """Why there is nothing to check."""

    @property
    def section(self) -> str:
        """The letter of its section."""
        return self.id.split(".")[1][0]

    @property
    def place(self) -> str:
        """Its id inside the brief."""
        return self.id.split(".", 1)[1]


class Brief(NamedTuple):
    """One of the five pages."""

    number: str
    """Three digits."""
    code: str
    """The code it is about."""
    title: str
    """What it is about."""
    sentences: tuple[Sentence, ...]
    """All of it, in order."""


class Correction(NamedTuple):
    """Something that is wrong, and what is right."""

    number: int
    """1 to 55."""
    grade: str
    """One of `GRADES`."""
    why: str
    """Why it is wrong."""
    right: str
    """What is right."""
    sources: tuple[str, ...]
    """Keys of the sources that say so."""
    page: str = ""
    """The sister page where it stands, if not in the five."""


class Idea(NamedTuple):
    """Something that a validator can check."""

    number: int
    """1 to 86."""
    says: str
    """What is checked."""
    origin: str
    """briefs or sources: who asks for it."""
    rules: tuple[str, ...] = ()
    """Rules that check it."""
    beside: str = ""
    """Why no rule does."""


GRADES = ("wrong", "contradictory", "stale", "doubtful")
"""How wrong, worst first."""

SECTIONS = {
    "D": "Definition",
    "B": "Box of facts",
    "T": "Documentation tips",
    "X": "Procedures",
    "P": "Pitfalls",
    "C": "Clinical context",
    "L": "Sibling codes",
    "Q": "Questions",
    "R": "References",
    "M": "The product",
}
"""What the letters in the ids stand for."""

_HEAD = ("| sentence | says | verdict | in the margin |", "|---|---|---|---|")

_OPENING = """\
# The briefs and their margin

This page is generated from [briefs.toml](briefs.toml), [corrections.toml](corrections.toml) and
[ideas.toml](ideas.toml); `make docs` writes it anew.

Five public reference pages on M99 codes of the sacral region say what a coder is told. Here they are read as a textbook
is read by somebody with a pencil: each sentence is named by a few of its own words and retold in ours, and the margin
says whether it holds, which [rules](rules.md) carry or catch it, and where it is wrong what is right and who says so.
The pages are not copied here; a sentence is found in them by its anchor. Headings have no row.

| verdict | meaning |
|---|---|
| holds | a rule carries it, for every region and every subcategory to which it applies |
| asked | a question, which the pages leave without an answer; the margin has ours |
| advertised | what the publisher's product is said to do; the margin has what a scribe may do |
| wrong | the code set, a guideline or anatomy says otherwise |
| contradictory | the same publisher, or another system of regions, says otherwise |
| stale | it was true of another year |
| doubtful | a part of it is unsupported, or true only with the addition that the margin makes |
| no claim | a heading, a link, a date, or what no code depends on |

A correction has its number, why, *what is right*, and its sources by key with how far each is to be trusted: official,
copy of official, secondary (somebody's account) or inference (our own reading). [Sources](#sources) has their titles.
"""


def render() -> str:
    """Render the page as Markdown, the same bytes for the same data, rules and sources."""
    return "\n".join([_OPENING, _totals(), *map(_brief, briefs()), _corrections(), _ideas(), _sources(), _links()])


@cache
def briefs() -> tuple[Brief, ...]:
    """The five pages."""
    return tuple(
        Brief(it["number"], it["code"], it["title"], tuple(Sentence(**_row(row)) for row in it["sentence"]))
        for it in _data("briefs")["brief"]
    )


@cache
def corrections() -> dict[int, Correction]:
    """What is wrong, by number."""
    return {row["number"]: Correction(**_row(row)) for row in _data("corrections")["correction"]}


@cache
def ideas() -> tuple[Idea, ...]:
    """What can be checked."""
    return tuple(Idea(**_row(row)) for row in _data("ideas")["idea"])


def sentences() -> Iterator[Sentence]:
    """Every sentence of every brief, in order."""
    for brief in briefs():
        yield from brief.sentences


def verdict(sentence: Sentence) -> str:
    """Say whether a sentence holds: its worst grade, if anything is wrong with it."""
    if sentence.beside:
        return "no claim"
    grades = [corrections()[number].grade for number in sentence.corrections]
    if grades:
        return min(grades, key=GRADES.index)
    return {"Q": "asked", "M": "advertised"}.get(sentence.section, "holds")


def rule_names() -> dict[str, str]:
    """The name of every rule by its id."""
    return {rule.id: rule.name for rule in RULES}


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((DOCS / f"{name}.toml").read_text(encoding="utf-8"))


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {field: tuple(value) if isinstance(value, list) else value for field, value in row.items()}


def _totals() -> str:
    verdicts = ("holds", "asked", "advertised", *GRADES, "no claim")
    lines = [_line("brief", "code", *verdicts), "|---|---|" + "--:|" * len(verdicts)]
    for brief in briefs():
        given = [verdict(it) for it in brief.sentences]
        lines.append(_line(f"[{brief.number}](#{_heading(brief)})", brief.code, *map(str, map(given.count, verdicts))))
    grades = [it.grade for it in corrections().values()]
    counts = ", ".join(f"{grades.count(grade)} {grade}" for grade in GRADES)
    return "\n".join([*lines, "", f"[Corrections](#the-corrections-by-number): {len(grades)}, of them {counts}.", ""])


def _brief(brief: Brief) -> str:
    parts = [f"## {_title(brief)}", ""]
    for letter, members in groupby(brief.sentences, key=attrgetter("section")):
        claims = [it for it in members if it.beside != "a heading"]
        rows = [_line(_found(it), it.says, _marked(verdict(it)), _margin(it)) for it in claims]
        parts += [f"### {brief.number} {SECTIONS[letter]}", "", *_HEAD, *rows, ""]
    return "\n".join(parts)


def _found(sentence: Sentence) -> str:
    rest = "" if sentence.anchor.endswith("?") else " …"
    return f'<a id="{sentence.id}"></a>**{sentence.place}** “{sentence.anchor}{rest}”'


def _margin(sentence: Sentence) -> str:
    if sentence.beside:
        return sentence.beside
    carried = _linked(sentence.rules)
    return "<br>".join(filter(None, [*(_struck(it, sentence) for it in sentence.corrections), sentence.note, carried]))


def _marked(verdict: str) -> str:
    return f"**{verdict}**" if verdict in GRADES else verdict


def _struck(number: int, sentence: Sentence) -> str:
    """A correction in full where it first applies, afterwards a pointer to that place."""
    first = _places(number)[0]
    if first.id != sentence.id:
        return f"{number}: as at [{first.id}](#{first.id})"
    return f"**{number}** {_corrected(corrections()[number])}"


def _corrected(correction: Correction) -> str:
    sources = "; ".join(f"[{key}], {citation(key).trust}" for key in correction.sources)
    return f"{correction.why} *{correction.right}* ({sources})"


def _places(number: int) -> list[Sentence]:
    return [it for it in sentences() if number in it.corrections]


def _corrections() -> str:
    lines = ["## The corrections by number", "", "| | verdict | where | sources |", "|--:|---|---|---|"]
    for it in corrections().values():
        where = " ".join(f"[{found.id}](#{found.id})" for found in _places(it.number))
        lines.append(_line(str(it.number), it.grade, where or f"sister, {it.page}", _linked(it.sources)))
    sisters = [f"- **{it.number}**, {it.page}: {_corrected(it)}" for it in corrections().values() if it.page]
    return "\n".join([*lines, "", "On sister pages of the same publisher:", "", *sisters, ""])


def _ideas() -> str:
    lines = ["## Which idea lives in which rule", "", "| | idea | asked for by | rules |", "|--:|---|---|---|"]
    for it in ideas():
        held = _linked(it.rules) or f"none: {it.beside}"
        lines.append(_line(f"V{it.number:02}", it.says, it.origin, held))
    listed = {identity for it in ideas() for identity in it.rules}
    others = _linked(tuple(identity for identity in sorted(rule_names()) if identity not in listed))
    return "\n".join([*lines, "", f"Rules beyond the list, found while these were written: {others}.", ""])


def _sources() -> str:
    cited = sorted({key for it in corrections().values() for key in it.sources})
    lines = ["## Sources", "", "| key | source | place | trust | corrections |", "|---|---|---|---|---|"]
    for key in cited:
        found = citation(key)
        used = ", ".join(str(it.number) for it in corrections().values() if key in it.sources)
        lines.append(_line(key, f"{found.source}, {found.edition}", found.locator, found.trust, used))
    return "\n".join([*lines, ""])


def _links() -> str:
    """Where the names in brackets lead: rules to their page, sources to where they were read."""
    rules = [f"[{identity}]: rules.md#{identity.lower()}-{name}" for identity, name in sorted(rule_names().items())]
    keys = sorted({key for it in corrections().values() for key in it.sources})
    return "\n".join([*rules, *(f"[{key}]: {citation(key).url or '#sources'}" for key in keys), ""])


def _linked(names: tuple[str, ...]) -> str:
    return ", ".join(f"[{name}]" for name in names)


def _title(brief: Brief) -> str:
    return f"{brief.number} · {brief.code} · {brief.title}"


def _heading(brief: Brief) -> str:
    kept = "".join(it for it in _title(brief).lower() if it.isalnum() or it in " -")
    return kept.replace(" ", "-")


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
