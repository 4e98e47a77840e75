"""The case view: each case with its text marked, gold beside predicted, the worst first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Literal, NamedTuple

from scribe.evaluation.dataset import GROUPS, Case, Group
from scribe.evaluation.log import Entry
from scribe.evaluation.matching import WHAT, Matched, Pair, Unpaired, fields_of, match
from scribe.evaluation.metrics.codes import codes
from scribe.evaluation.report.events import DANGERS, Dangers, Located, locate
from scribe.evaluation.scored import fault
from scribe.schema import Finding, Report, Span

Verdict = Literal["agree", "differ", "missed", "spurious"]
"""What became of a finding: found as labelled, found with fields that differ, not found, or not labelled."""

_WORST_FIRST: tuple[Verdict, ...] = ("missed", "spurious", "differ", "agree")
_NOTHING = "–"  # noqa: RUF001  # the dash of tables
_FIELDS = {"laterality": "side"}


class Difference(NamedTuple):
    """A field in which label and finding differ."""

    field: str
    """Its name."""
    label: str
    """What the label says."""
    finding: str
    """What the finding says."""


class Item(NamedTuple):
    """A label, a finding, or both where they belong together."""

    number: int
    """Its number among what is wrong in the case, from 1; 0 where it is right."""
    verdict: Verdict
    """What became of it."""
    group: Group
    """Its group."""
    words: str
    """What it says."""
    differences: tuple[Difference, ...]
    """Where label and finding differ."""
    quote: str
    """Its words in the text: those of the finding, or of the label where there is none."""
    spans: tuple[Span, ...]
    """Where the words of label and finding stand."""
    dangers: tuple[str, ...]
    """Names of the dangers that it is counted for."""


class Piece(NamedTuple):
    """A piece of the text, all of which is marked alike."""

    text: str
    """The piece."""
    verdicts: tuple[Verdict, ...]
    """What became of what it shows, worst first; none where it shows nothing."""
    title: str
    """What it shows, in words."""
    numbers: tuple[int, ...]
    """Numbers of what is wrong and ends here."""


class Code(NamedTuple):
    """A code that is labelled or reported."""

    code: str
    """The code."""
    title: str
    """Its title, where it is reported."""
    label: str
    """Assign, query, never, or a dash."""
    reported: str
    """Assign, query, reject, or a dash."""
    is_wrong: bool
    """Whether that counts as an error."""
    dangers: tuple[str, ...]
    """Names of the dangers that it is counted for."""


class TopicRow(NamedTuple):
    """A topic of issues."""

    topic: str
    """The topic."""
    is_labelled: bool
    """Whether a reviewer would raise it."""
    is_raised: bool
    """Whether an issue raises it."""
    is_asked: bool
    """Whether a query asks about it."""

    @property
    def is_wrong(self) -> bool:
        """Whether it is raised and should not be, or should be and is not."""
        return self.is_labelled != self.is_raised


class Card(NamedTuple):
    """A case as it was read; repeats that read the same share a card."""

    case: Case
    """The case."""
    anchor: str
    """Where the page shows it."""
    repeats: tuple[int, ...]
    """Which repeats read it so, from 0."""
    dangers: Mapping[str, int]
    """How often each danger occurs in it, by key."""
    pieces: tuple[Piece, ...]
    """The text, in pieces."""
    items: tuple[Item, ...]
    """Labels and findings: dangers, then what else is wrong as it stands in the text, then what is right."""
    codes: tuple[Code, ...]
    """Codes that are labelled or reported."""
    topics: tuple[TopicRow, ...]
    """Topics of issues and queries."""

    @property
    def groups(self) -> tuple[str, ...]:
        """What is not as labelled in it: groups of findings, codes, issues."""
        wrong = [one.group for one in self.items if one.verdict != "agree"]
        codes = ["codes"] if any(one.is_wrong for one in self.codes) else []
        issues = ["issues"] if any(one.is_wrong for one in self.topics) else []
        return tuple(dict.fromkeys([*codes, *issues, *wrong]))

    @property
    def tally(self) -> Counter[str]:
        """How many findings there are of each verdict."""
        return Counter(one.verdict for one in self.items)

    @property
    def badness(self) -> tuple[int, int, int, int]:
        """What cases are sorted by: dangers, then codes, then findings, then issues that are wrong."""
        return (
            sum(self.dangers.values()),
            sum(one.is_wrong for one in self.codes),
            sum(one.verdict != "agree" for one in self.items),
            sum(one.is_wrong for one in self.topics),
        )


def cards(rows: Iterable[tuple[Case, Entry]], hidden: AbstractSet[str]) -> tuple[Card, ...]:
    """Make the cards of a run, the worst first.

    Args:
        rows: Each case beside what became of it.
        hidden: Ids of the cases whose text nobody is to see.
    """
    read: dict[tuple[str, str], tuple[Case, Report, list[int]]] = {}
    for case, entry in rows:
        if entry.report and fault(case, entry) is None and case.id not in hidden:
            key = case.id, _reading(entry.report)
            read.setdefault(key, (case, entry.report, []))[2].append(entry.repeat)
    made = [_card(case, report, repeats) for case, report, repeats in read.values()]
    return tuple(sorted(made, key=lambda card: card.badness, reverse=True))


def _reading(report: Report) -> str:
    """Return what a report says of its text; two that say the same may have taken different times."""
    parts = (report.extraction, *report.suggestions, *report.issues, *report.queries)
    return "\n".join(part.model_dump_json() for part in parts)


def _card(case: Case, report: Report, repeats: Sequence[int]) -> Card:
    matched = match(case, report)
    located = locate(matched)
    items = tuple(_items(matched, located))
    name = re.sub(r"[^\w-]", "-", case.id)
    return Card(
        case=case,
        anchor=f"case-{name}" + (f"-{repeats[0]}" if repeats[0] else ""),
        repeats=tuple(repeats),
        dangers=located.counts,
        pieces=tuple(pieces(case.text, items)),
        items=items,
        codes=tuple(_codes(matched, located)),
        topics=tuple(_topics(matched)),
    )


def _items(matched: Matched, located: Located) -> Iterator[Item]:
    found = [item for group in GROUPS for item in _of_group(matched, group, located)]
    wrong = sorted((item for item in found if item.verdict != "agree"), key=_place)
    yield from (item._replace(number=number) for number, item in enumerate(wrong, 1))
    yield from (item for item in found if item.verdict == "agree")


def _place(item: Item) -> tuple[bool, tuple[Span, ...]]:
    """Sort dangers before the rest, and either as they stand in the text."""
    return not item.dangers, item.spans


def _of_group(matched: Matched, group: Group, located: Located) -> Iterator[Item]:
    matching, text = matched.groups[group], matched.case.text
    for pair in matching.pairs:
        verdict: Verdict = "differ" if pair.differing else "agree"
        spans = tuple(dict.fromkeys((*pair.label_spans, *pair.finding_spans)))
        dangers = _named(located.findings.get((group, pair.finding_at), ()))
        words = _words(group, pair.label)
        yield Item(0, verdict, group, words, _differences(pair), _quote(pair.finding), spans, dangers)
    for one in matching.missed:
        yield _lone("missed", group, one, text, ())
    for one in matching.spurious:
        yield _lone("spurious", group, one, text, located.findings.get((group, one.at), ()))


def _lone(verdict: Verdict, group: Group, one: Unpaired, text: str, dangers: Dangers) -> Item:
    words, quote = _words(group, one.finding), _quote(one.finding)
    return Item(0, verdict, group, words, (), quote, _places(one, text), _named(dangers))


def _differences(pair: Pair) -> tuple[Difference, ...]:
    both = ((field, getattr(pair.label, field), getattr(pair.finding, field)) for field in pair.differing)
    return tuple(Difference(_FIELDS.get(field, field), _said(here), _said(there)) for field, here, there in both)


def _words(group: Group, finding: Finding) -> str:
    """Write the fields of a finding; what it leaves open, and that it is present, goes without saying."""
    values = {field: getattr(finding, field) for field in fields_of(group)}
    what = _said(values.pop(WHAT[group]))
    rest = [_said(value) for value in values.values() if value not in {None, (), "present"}]
    return ", ".join([what, *rest])


def _said(value: str | tuple[str, ...] | None) -> str:
    if isinstance(value, tuple):
        return " + ".join(map(_said, value)) or "none"
    return "none" if value is None else value.replace("_", " ")


def _quote(finding: Finding) -> str:
    return " … ".join(" ".join(at.quote.split()) for at in finding.evidence)


def _places(one: Unpaired, text: str) -> tuple[Span, ...]:
    """Return where its words stand: the first place of a label's quote, which has none."""
    found = (at.span or _first(at.quote, text) for at in one.finding.evidence)
    return tuple(span for span in found if span)


def _first(quote: str, text: str) -> Span | None:
    start = text.find(quote) if quote else -1
    return (start, start + len(quote)) if start >= 0 else None


def pieces(text: str, items: Sequence[Item]) -> Iterator[Piece]:
    """Cut a text wherever a span begins or ends; put together, the pieces are the text.

    Args:
        text: The text.
        items: What stands in it.
    """
    edges = sorted({0, len(text), *(edge for item in items for span in item.spans for edge in span)})
    last = {item.number: item.spans[-1][1] for item in items if item.number and item.spans}
    for start, end in pairwise(edges):
        shown = [item for item in items if any(begin <= start and end <= stop for begin, stop in item.spans)]
        verdicts = {item.verdict for item in shown}
        yield Piece(
            text[start:end],
            tuple(verdict for verdict in _WORST_FIRST if verdict in verdicts),
            "; ".join(_title(item) for item in shown),
            tuple(item.number for item in shown if last.get(item.number) == end),
        )


def _title(item: Item) -> str:
    differing = "".join(f", {one.field} {one.label} read as {one.finding}" for one in item.differences)
    return f"{item.verdict} · {item.group}: {item.words}{differing}"


def _codes(matched: Matched, located: Located) -> Iterator[Code]:
    labelled = matched.case.codes
    labels = {code: verb for verb in ("never", "query", "assign") for code in getattr(labelled, verb)}
    reported = {one.code: one for one in reversed(matched.report.suggestions)}
    suggested = (one.code for one in matched.report.suggestions)
    for code in dict.fromkeys((*labelled.assign, *labelled.query, *suggested, *labelled.never)):
        label, said = labels.get(code, _NOTHING), reported[code].status if code in reported else _NOTHING
        if {label, said} <= {_NOTHING, "reject", "never"}:
            continue
        title = reported[code].title if code in reported else ""
        yield Code(code, title, label, said, _is_wrong(code, matched), _named(located.codes.get(code, ())))


def _is_wrong(code: str, matched: Matched) -> bool:
    """Tell whether a code counts as an error: to assign or not; and of M99 codes, to query or not."""
    labelled = matched.case.codes
    assigned, queried = codes(matched.report, "assign"), codes(matched.report, "query")
    is_other_query = code.startswith("M99") and (code in labelled.query) != (code in queried)
    return (code in labelled.assign) != (code in assigned) or is_other_query


def _topics(matched: Matched) -> Iterator[TopicRow]:
    labelled = matched.case.issues
    raised = {one.topic for one in matched.report.issues}
    asked = {one.topic for one in matched.report.queries}
    for topic in dict.fromkeys((*labelled, *sorted(raised), *sorted(asked))):
        yield TopicRow(topic.replace("_", " "), topic in labelled, topic in raised, topic in asked)


def _named(dangers: Dangers) -> tuple[str, ...]:
    return tuple(DANGERS[key].name for key in dangers)
