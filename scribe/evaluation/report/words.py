"""How figures are written: numbers, intervals, changes, costs, and what a run is."""

from collections.abc import Iterator, Mapping
from math import inf
from typing import NamedTuple

from scribe.evaluation.comparison import Row
from scribe.evaluation.log import Header
from scribe.evaluation.metrics import Statistic
from scribe.evaluation.report.summary import METHODS, Summary
from scribe.evaluation.scores import Figure
from scribe.evaluation.statistics import FEWEST_CLUSTERS, FEWEST_TO_RESAMPLE

NOTHING = "–"  # noqa: RUF001  # the dash of tables


# A reader is mended on the development half, so its figures say little of other documents.
_HALVES = {"development": "development half, which flatters", "held-out": "held-out half", "all": "all cases"}

_WITHOUT: Mapping[Statistic, str] = {
    "ece": "none holds: chance alone raises it",
    "aurc": f"needs {FEWEST_TO_RESAMPLE} documents",
    "macro_f1": f"needs {FEWEST_TO_RESAMPLE} documents",
    "median": "needs 6 documents, one case each",
    "p95": "needs 72 documents, one case each",
}
"""Why a figure of its kind may have no interval."""


class Cost(NamedTuple):
    """Something that a run used."""

    name: str
    """What."""
    value: str
    """How much, in a word or two."""
    note: str
    """Of what, or why there is none."""


def number(value: float | None, digits: int = 3) -> str:
    """Write a figure, or a dash where there is none."""
    return NOTHING if value is None else f"{value:.{digits}f}"


def count(value: float | None) -> str:
    """Write a count; of repeats it is a mean, and may have a fraction."""
    return NOTHING if value is None else f"{round(value, 2):g}"


def bounds(figure: Figure) -> str:
    """Write where a figure lies: what is no amount, between 0 and 1."""
    if not figure.interval:
        return "no interval"
    highest = inf if figure.part == "usage" else 1
    return f"{max(0, figure.interval.low):.3f} to {min(highest, figure.interval.high):.3f}"


def method(figure: Figure) -> str:
    """Name the method of an interval, or say why there is none."""
    if figure.interval:
        return METHODS[figure.interval.method]
    if figure.value is None:
        return NOTHING
    if figure.statistic in _WITHOUT:
        return _WITHOUT[figure.statistic]
    return "too few documents" if figure.clusters < FEWEST_CLUSTERS else "does not vary"


def change(row: Row) -> str:
    """Write what became of a figure since the baseline."""
    if row.difference is None:
        return NOTHING
    found = row.difference.interval
    reach = f" [{found.low:+.3f}, {found.high:+.3f}]" if found else ""
    return f"{row.difference.value:+.3f}{reach}"


def subject(header: Header) -> str:
    """Say in one line who read what."""
    return ", ".join(_subject(header))


def _subject(header: Header) -> Iterator[str]:
    yield "labelled findings" if header.reader == "labels" else f"{header.reader} reader"
    if header.model:
        yield header.model
    if header.prompt:
        yield f"prompt {header.prompt}"
    if header.replay:
        yield "recorded answers"
    if header.encounter:
        yield "visit given"
    yield _HALVES[header.half]
    yield from header.where
    if header.repeats > 1:
        yield f"{header.repeats} repeats"


def costs(summary: Summary) -> tuple[Cost, ...]:
    """Say what a run used."""
    return tuple(_costs(summary))


def _costs(summary: Summary) -> Iterator[Cost]:
    median, late = summary.figure("usage.seconds", "median"), summary.figure("usage.seconds", "p95")
    seconds = [one.seconds for one in summary.run.scores if one.seconds is not None]
    if median and late and median.value is not None and late.value is not None:
        note = f"p95 {late.value:.2g} s{_within(late)}, {sum(seconds):.3g} s in all"
        yield Cost("time", f"{median.value:.2g} s a case", f"median{_within(median)}; {note}")
    else:
        yield Cost("time", NOTHING, "not measured")
    sent, received = summary.figure("usage.tokens_in", "share"), summary.figure("usage.tokens_out", "share")
    if sent and received and sent.value is not None and received.value is not None:
        note = f"{received.value:,.0f} received, means of {count(sent.denominator)} cases"
        yield Cost("tokens", f"{sent.value:,.0f} sent", note)
    else:
        yield Cost("tokens", "none", "no model was asked")
    money = summary.figure("usage.cost", "share")
    if money and money.value is not None:
        note = f"{money.numerator:.2f} $ in all, {count(money.denominator)} cases with a known price"
        yield Cost("money", f"{money.value:.4f} $ a case", note)
    elif sent:
        yield Cost("money", "not known", "no price is known for the model")
    else:
        yield Cost("money", "none", "no model was asked")


def _within(figure: Figure) -> str:
    return f" [{figure.interval.low:.2g}, {figure.interval.high:.2g}]" if figure.interval else ""
