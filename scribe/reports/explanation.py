"""What stands behind a code or a rule, as text for a terminal, as Markdown and as JSON."""

import json
from typing import Literal, NamedTuple, get_args

from scribe.reports.paper import BELOW, NOTHING, Inked, Paper
from scribe.reports.quotes import unmarked
from scribe.terminology.sources import Citation, Trust

ExplanationKind = Literal["code", "heading", "procedure", "rule", "decision"]
"""What a term is: a code that may be reported, a heading above codes, a procedure code, a rule, a coding decision."""

PartName = Literal["needs", "errors", "warnings", "information", "general", "region", "near", "notes", "kin", "scope"]
"""What a part says: what leads to the code; what the rules look for, by severity, and for every code; its region
in each system; codes that come near it; notes of the tabular list; its kin; the codes that a rule is about."""

_INKS: dict[ExplanationKind, str] = {"heading": "bold yellow"}
_COLUMN = 9
_WIDEST_LABEL = 24


class Point(NamedTuple):
    """One line of a part."""

    label: str
    """A code, an id or a word; empty where the text stands alone."""
    text: str
    """What is to be said of it."""


class Part(NamedTuple):
    """Points that belong together."""

    name: PartName
    """What they say."""
    title: str
    """The same in words for a reader."""
    remark: str
    """How to read them; often empty."""
    points: tuple[Point, ...]
    """The points, in order."""


class Explanation(NamedTuple):
    """What stands behind a code, a rule or a coding decision."""

    term: str
    """The code or id, as it is printed."""
    kind: ExplanationKind
    """What it is."""
    title: str
    """What it is called."""
    remark: str
    """How it stands: the code set, or how much the rule weighs."""
    text: tuple[str, ...]
    """Paragraphs that explain it; empty for a code."""
    parts: tuple[Part, ...]
    """The points, part by part; none is empty."""
    sources: tuple[Citation, ...]
    """The sources of all this, each once, the most trustworthy first."""


class _Source(NamedTuple):
    """A source with all its cited places."""

    name: str
    url: str
    trust: Trust
    places: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}: {'; '.join(self.places)} ({self.trust})"


def explanation_text(explanation: Explanation, *, width: int, color: bool) -> str:
    """Write an explanation for a terminal.

    Args:
        explanation: What to say.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
    """
    page = Paper(width, color=color)
    ink = _INKS.get(explanation.kind, "bold green")
    page.write(Inked(explanation.term, ink), Inked(explanation.title, "bold"), column=_COLUMN)
    page.write(NOTHING, Inked(explanation.remark, "dim"), column=_COLUMN if page.fits(_COLUMN) else BELOW)
    for paragraph in explanation.text:
        page.blank()
        page.write(NOTHING, Inked(paragraph), column=2)
    for part in explanation.parts:
        page.heading(part.title, part.remark)
        column = 4 + max((len(it.label) for it in part.points if len(it.label) <= _WIDEST_LABEL), default=0)
        for point in part.points:
            if 0 < len(point.label) <= _WIDEST_LABEL:
                page.write(Inked(point.label, "bold"), Inked(point.text), indent=2, column=column)
            else:
                page.write(NOTHING, Inked(f"{point.label}: {point.text}".removeprefix(": ")), column=2)
    page.heading("Sources")
    for source in _grouped(explanation.sources):
        page.write(Inked("-"), Inked(str(source)), indent=2, column=4)
        if source.url:
            page.write(Inked(source.url, "dim"), indent=4)
    return page.text()


def explanation_markdown(explanation: Explanation) -> str:
    """Write an explanation in Markdown."""
    lines = [f"# {explanation.term} {unmarked(explanation.title)}", "", f"*{unmarked(explanation.remark)}*"]
    for paragraph in explanation.text:
        lines += ["", unmarked(paragraph)]
    for part in explanation.parts:
        lines += ["", f"## {part.title}", *(["", f"{part.remark.capitalize()}."] if part.remark else []), ""]
        lines += [
            f"- {f'**{unmarked(point.label)}** ' if point.label else ''}{unmarked(point.text)}" for point in part.points
        ]
    lines += ["", "## Sources", ""]
    for source in _grouped(explanation.sources):
        link = f" <{source.url}>" if source.url else ""
        lines.append(f"- {unmarked(str(source))}{link}")
    return "\n".join(lines) + "\n"


def explanation_json(explanation: Explanation) -> str:
    """Write an explanation as indented JSON, with one line break at its end."""
    parts = [part._asdict() | {"points": [point._asdict() for point in part.points]} for part in explanation.parts]
    record = explanation._asdict() | {"parts": parts, "sources": [source._asdict() for source in explanation.sources]}
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def _grouped(sources: tuple[Citation, ...]) -> list[_Source]:
    """Put the places of one source together, the most trustworthy sources first."""
    places: dict[tuple[str, str, Trust], list[str]] = {}
    for one in sources:
        places.setdefault((f"{one.source}, {one.edition}", one.url, one.trust), []).append(one.locator)
    grouped = [_Source(*source, tuple(dict.fromkeys(cited))) for source, cited in places.items()]
    return sorted(grouped, key=lambda source: get_args(Trust).index(source.trust))
