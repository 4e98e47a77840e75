"""The page on a run: one file that needs no other, and no network.

Its parts are a template, a style and a script beside this module; words of a document cannot turn into markup.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from scribe.evaluation.report import words
from scribe.evaluation.report.events import DANGERS
from scribe.evaluation.report.page import charts
from scribe.evaluation.report.page.cards import Card
from scribe.evaluation.report.slices import FEW, Slice
from scribe.evaluation.report.summary import Summary
from scribe.evaluation.scores import confusion

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_OPEN = 2
_SIDES = ("left", "right", "bilateral", "midline", "none")
_ASSERTIONS = ("present", "absent", "possible", "historical", "hypothetical", "other_person", "none")


def page(summary: Summary, cards: Sequence[Card], notes: Sequence[str] = ()) -> str:
    """Write the page on a run.

    Args:
        summary: What the run comes to.
        cards: The cases whose text is shown, the worst first.
        notes: What a reader should know before any figure.
    """
    script, style = (_HERE.joinpath(name).read_text("utf-8") for name in ("script.js", "style.css"))
    predicted = [one for row in summary.cases for one in row.predictions]
    shown = {card.case.id: card for card in reversed(cards)}
    template = _environment().get_template("page.html")
    return template.render(
        summary=summary,
        header=summary.run.header,
        subject=words.subject(summary.run.header),
        notes=notes,
        cards=cards,
        shown=shown,
        open=_OPEN,
        few=FEW,
        turned=_turned(summary),
        dimensions=_by_dimension(summary.slices),
        confusions=[
            ("Assertion", _square(confusion(summary.cases, "assertion"), _ASSERTIONS)),
            ("Side", _square(confusion(summary.cases, "laterality"), _SIDES)),
        ],
        groups_chart=charts.groups(summary.groups) if summary.groups else "",
        predicted=len(predicted),
        reliability_chart=charts.reliability(predicted) if predicted else "",
        coverage_chart=charts.coverage(predicted) if predicted else "",
        costs=words.costs(summary),
        script=script,
        script_digest=b64encode(sha256(script.encode()).digest()).decode(),
        style=style,
    )


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  # only the page needs it

    made = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "number": words.number,
        "count": words.count,
        "range": words.bounds,
        "method": words.method,
        "change": words.change,
        "digest": lambda text: text[:12],
        "plain": lambda text: text.replace("_", " "),
    }
    return made


def _by_dimension(slices: Sequence[Slice]) -> dict[str, list[Slice]]:
    sorted_out: dict[str, list[Slice]] = {}
    for one in slices:
        sorted_out.setdefault(one.dimension, []).append(one)
    return sorted_out


def _turned(summary: Summary) -> dict[str, list[str]]:
    """Collect the cases that were right in the baseline and are wrong now, by danger and by what is tested."""
    if summary.comparison is None:
        return {}
    shown = {row.metric for row in summary.comparison.rows if row.significance} | {*DANGERS}
    sorted_out: dict[str, list[str]] = {}
    for change in summary.comparison.changes:
        if change.is_flip and change.metric in shown and change.case not in summary.held_out:
            sorted_out.setdefault(change.metric, []).append(change.case)
    return sorted_out


Square = tuple[tuple[str, ...], tuple[tuple[str, tuple[float, ...]], ...]]
"""The values that occur, and for each labelled one the counts of the reported ones."""


def _square(counts: dict[str, dict[str, float]], order: Sequence[str]) -> Square:
    present = {*counts, *(value for row in counts.values() for value in row)}
    values = tuple(value for value in order if value in present)
    return values, tuple((label, tuple(counts.get(label, {}).get(value, 0) for value in values)) for label in values)
