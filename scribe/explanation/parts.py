"""The parts that explanations have in common: what the decisions and rules say of a code, its notes, its kin."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from scribe.coding import DECISIONS, Decision
from scribe.reports.explanation import Part, PartName, Point
from scribe.rules import Rule
from scribe.rules.page import summary
from scribe.rules.scopes import EVERY, general_rules, rules_about
from scribe.schema import Severity
from scribe.terminology import Code, CodeSet, Note
from scribe.terminology.excludes import covers

_NOTES = {
    "note": "Note",
    "includes": "Includes",
    "excludes1": "Excludes1: never beside it",
    "excludes2": "Excludes2: may stand beside it",
    "code_first": "Code first",
    "use_additional": "Use an additional code",
    "code_also": "Code also",
}
_WEIGHTS: dict[Severity, tuple[PartName, str, str]] = {
    "error": ("errors", "What fails it", "issues of severity error"),
    "warning": ("warnings", "What weakens it", "issues of severity warning"),
    "information": ("information", "What completes it", "issues of severity information"),
}


class Told(NamedTuple):
    """A part, and the keys of what it rests on."""

    part: Part
    """The part."""
    cites: tuple[str, ...]
    """Keys of its sources."""


def told(
    name: PartName, title: str, points: Iterable[Point], *, remark: str = "", cites: Iterable[str] = ()
) -> Iterator[Told]:
    """Yield a part, or nothing where it has no points."""
    found = tuple(points)
    if found:
        yield Told(Part(name, title, remark, found), tuple(cites))


def needs(code: str, *statements: Point) -> Iterator[Told]:
    """Tell what leads to a code: what has to be stated, and the coding decisions about it."""
    decisions = [each for each in DECISIONS.values() if any(covers(pattern, code) for pattern in each.codes)]
    points = (*statements, *(Point(each.id, each.explanation) for each in (_first_decision(), *decisions)))
    yield from told("needs", "What it needs", points, cites=[each.source for each in (_first_decision(), *decisions)])


def looked_for(code: Code) -> Iterator[Told]:
    """Tell what the rules about a code look for, worst first, then which rules look at every code."""
    rules = rules_about(code)
    for severity, (name, title, remark) in _WEIGHTS.items():
        weighty = [rule for rule in rules if rule.severity == severity]
        cites = [key for rule in weighty for key in rule.cites]
        yield from told(name, title, [Point(it.id, flagged(it)) for it in weighty], remark=remark, cites=cites)


def for_every_code() -> Iterator[Told]:
    """Tell which rules and decisions are about whatever code is chosen, by name only."""
    decisions = [it for it in DECISIONS.values() if EVERY in it.codes and it != _first_decision()]
    general: list[Rule[Any] | Decision] = [*general_rules(), *decisions]
    named = ", ".join(f"{it.id} {it.name.replace('-', ' ')}" for it in general)
    yield from told("general", "Rules and decisions for every code", [Point("", named)])


def flagged(rule: Rule[Any]) -> str:
    """Say what a rule flags: its own first sentence, without "Flag"."""
    words = summary(rule).removeprefix("Flag ")
    return words[:1].upper() + words[1:]


def notes(code: str, codes: CodeSet) -> Iterator[Told]:
    """Tell the notes that a code has and inherits, and those elsewhere that exclude it, each with its place."""
    standing = codes.notes(code)
    for kind, title in _NOTES.items():
        yield from told("notes", title, _by_place(note for note in standing if note.kind == kind))
        if kind == "excludes1":
            yield from told("notes", "Excludes1 elsewhere, which keeps it away", _by_place(codes.excluded_by(code)))


def _by_place(notes: Iterable[Note]) -> Iterator[Point]:
    """The lines of notes, those of one place in a row."""
    for at, lines in groupby(notes, key=attrgetter("at")):
        yield Point(at, "; ".join(line.text for line in lines).replace(":; ", ": "))


def kin(code: Code, codes: CodeSet) -> Iterator[Told]:
    """Tell the codes below a heading, or those beside a code under the same heading."""
    below = codes.children(code.code)
    above = next((it for it in map(codes.find, codes.ancestors(code.code)) if it is not None), None)
    if below:
        yield from told("kin", f"Codes below {code.code}", map(_entry, below))
    elif above is not None:
        beside = [it for it in codes.children(above.code) if it != code]
        yield from told("kin", f"Other codes of {above.code}", map(_entry, beside))


def _entry(code: Code) -> Point:
    return Point(code.code, code.title)


def _first_decision() -> Decision:
    """The decision under which every finding carries a code."""
    return DECISIONS["CD01"]
