"""The run in Markdown, short enough for a pull request; it holds no text of a document."""

from collections.abc import Iterator, Sequence

from scribe.evaluation.comparison import Comparison
from scribe.evaluation.report import words
from scribe.evaluation.report.events import DANGERS
from scribe.evaluation.report.summary import Danger, Summary
from scribe.reports.quotes import unmarked

_SHOWN = 5


def markdown(summary: Summary, notes: Sequence[str] = ()) -> str:
    """Write a run in Markdown.

    Args:
        summary: What the run comes to.
        notes: What a reader should know before any figure.
    """
    parts = (_head(summary, notes), _figures(summary), _dangers(summary), _changes(summary), _costs(summary))
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(summary: Summary, notes: Sequence[str]) -> Iterator[str]:
    header = summary.run.header
    yield f"### Evaluation: {unmarked(words.subject(header))}"
    yield ""
    cases = f"{len(summary.cases)} cases of {summary.documents} documents"
    failed = f", **{len(summary.failed)} rows failed**" if summary.failed else ""
    yield f"{cases}{failed}; scribe {header.package_version}, matching {header.matcher_version}."
    yield from (f"\n> {unmarked(note)}" for note in notes)


def _figures(summary: Summary) -> Iterator[str]:
    since = summary.comparison is not None
    yield ""
    yield "| | value | 95 % interval | method | n |" + (" against baseline |" if since else "")
    yield "| --- | ---: | --- | --- | ---: |" + (" --- |" if since else "")
    for one in summary.headlines:
        found = one.figure
        cells = [one.name, words.number(found.value), words.bounds(found), words.method(found)]
        cells += [str(found.clusters), *([words.change(one.change) if one.change else words.NOTHING] if since else [])]
        yield f"| {' | '.join(cells)} |"
    if summary.detectable is not None:
        yield ""
        yield f"These documents show a change of {100 * summary.detectable:.0f} points four times in five."


def _dangers(summary: Summary) -> Iterator[str]:
    yield ""
    happened = [one for one in summary.dangers if one.figure.numerator]
    if not happened:
        yield "**Dangers:** none occurred."
        return
    since = summary.comparison is not None
    yield "| danger | events | of | rate |" + (" against baseline |" if since else "") + " cases |"
    yield "| --- | ---: | ---: | ---: |" + (" --- |" if since else "") + " --- |"
    for one in happened:
        found = one.figure
        cells = [one.name, words.count(found.numerator), words.count(found.denominator), words.number(found.value)]
        cells += [*([words.change(one.change) if one.change else words.NOTHING] if since else []), _cases(one)]
        yield f"| {' | '.join(cells)} |"
    if clean := [one.name for one in summary.dangers if not one.figure.numerator]:
        yield ""
        yield f"Did not occur: {', '.join(clean)}."


def _cases(danger: Danger) -> str:
    named = ", ".join(map(unmarked, danger.cases[:_SHOWN]))
    more = len(danger.cases) - _SHOWN
    hidden = [f"{danger.held_out} held out"] if danger.held_out else []
    return "; ".join([*([named + (f" and {more} more" if more > 0 else "")] if named else []), *hidden])


def _changes(summary: Summary) -> Iterator[str]:
    if summary.comparison is None:
        return
    yield ""
    yield "**Changed since the baseline**"
    yield ""
    yield from _changed(summary.comparison)


def _changed(comparison: Comparison) -> Iterator[str]:
    if comparison.lost:
        yield f"- **{len(comparison.lost)} cases of the baseline failed now, or are not in the run**"
    moved = [row for row in comparison.rows if row.better or row.worse]
    shown = [row for row in moved if row.significance or row.metric in DANGERS]
    for row in shown:
        turned = sum(one.is_flip and one.metric == row.metric for one in comparison.changes)
        wrong = f" ({turned} right before)" if turned else ""
        tested = f", Holm p {words.number(row.adjusted)}" if row.adjusted is not None else ""
        yield f"- {row.metric} {words.change(row)}: {row.better} better, {row.worse} worse{wrong}{tested}"
    if others := [row.metric for row in moved if row not in shown]:
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        yield f"- not tested, and differs: {', '.join(others[:_SHOWN])}{more}"
    if not moved and not comparison.lost:
        yield f"Nothing, on {len(comparison.cases)} cases."


def _costs(summary: Summary) -> Iterator[str]:
    yield ""
    yield "; ".join(f"{one.name}: {one.value} ({one.note})" for one in words.costs(summary)) + "."
