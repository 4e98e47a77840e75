"""How figures are written: numbers, intervals, changes, costs, and what a run is."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.evaluation.comparison import Row
from scribe.evaluation.log import Header
from scribe.evaluation.report.summary import METHODS, Summary
from scribe.evaluation.statistics import Interval

NOTHING = "–"  # noqa: RUF001  # the dash of tables


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


def bounds(interval: Interval | None) -> str:
    """Write where a figure lies."""
    return f"{max(0, interval.low):.3f} to {min(1, interval.high):.3f}" if interval else "no interval"


def method(interval: Interval | None) -> str:
    """Name the method of an interval."""
    return METHODS[interval.method] if interval else "too few documents"


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
    yield {"development": "development half", "held-out": "held-out half", "all": "all cases"}[header.half]
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
        note = f"{late.value:.2g} s at the 95th percentile, {sum(seconds):.3g} s in all"
        yield Cost("time", f"{median.value:.2g} s a case", note)
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
