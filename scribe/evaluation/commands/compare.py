"""`scribe eval compare`, `scribe eval baseline`: a run against another one, and what it is held to."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from scribe.errors import InputError
from scribe.evaluation.commands.printing import Labels, labelled_cases, write
from scribe.evaluation.comparison import FAMILY, Change, Comparison, Row, compare
from scribe.evaluation.gates import Decision, Gates, decide, read_gates, unaccepted_flips
from scribe.evaluation.log import Log, read_log
from scribe.evaluation.metrics import Counts, Tally
from scribe.evaluation.scored import ScoredRun, read_baseline, scored, write_baseline

_JSON = ".json"
_WIDTH = 30
_SHOWN = 5
_NOTHING = "–"  # noqa: RUF001  # the dash of tables
_OUTCOMES = {"pass": 0, "fail": 1, "inconclusive": 0}
_INCONCLUSIVE = 3

Run = Annotated[Path, typer.Argument(metavar="RUN", help="Log of a run.")]


def compare_runs(
    run: Run,
    baseline: Annotated[Path, typer.Argument(metavar="BASELINE", help="Log of another run, or a baseline (.json).")],
    *,
    gate: Annotated[Path | None, typer.Option(metavar="FILE", help="Hold the run to the gates of this file.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 where a gate is inconclusive.")] = False,
    labels: Labels = None,
) -> None:
    """Show what got better and what got worse, case by case, with tests.

    Exit codes: 0 compared, and no gate failed; 1 a gate failed; 2 bad usage or input; 3 with --strict, a gate is
    inconclusive.
    """
    gates = read_gates(gate) if gate else None
    log = whole(run)
    comparison = compare(opened(baseline, labels), scored(log, labelled_cases(labels)), _family(gates))
    write(_differences(comparison))
    if gates:
        decision = decide(comparison, gates, log.entries)
        write(_decided(decision))
        is_open = strict and decision.outcome == "inconclusive"
        raise typer.Exit(_INCONCLUSIVE if is_open else _OUTCOMES[decision.outcome])


def renew_baseline(
    run: Run,
    baseline: Annotated[Path, typer.Argument(metavar="BASELINE", help="File to write, such as lexicon.json.")],
    *,
    gate: Annotated[Path | None, typer.Option(metavar="FILE", help="Gates, with what is accepted.")] = None,
    labels: Labels = None,
) -> None:
    """Keep the counts of a run as a baseline; one that exists is not renewed over what turned from right to wrong.

    Exit codes: 0 written; 1 something turned wrong that --gate does not accept; 2 bad usage or input.
    """
    accepted = read_gates(gate).replay.accepted if gate else ()
    now = scored(whole(run), labelled_cases(labels))
    if baseline.exists():
        comparison = compare(opened(baseline, labels), now)
        write(_differences(comparison))
        if flips := unaccepted_flips(comparison.changes, accepted):
            write(["", "not renewed: right before and wrong now, and not accepted by the gates"])
            write(f"  {flip.case}  {flip.metric}" for flip in flips)
            raise typer.Exit(1)
    write_baseline(baseline, now)
    write([f"{baseline}: {len(now.scores)} rows"])


def whole(path: Path) -> Log:
    """Read the log of a run that came to its end.

    Args:
        path: The log.

    Raises:
        InputError: It cannot be read, or rows are missing.
    """
    log = read_log(path)
    if log.missing:
        raise InputError(f"{path} lacks {log.missing} of {len(log.header.steps)} rows: run it to its end.")
    return log


def opened(path: Path, labels: Labels) -> ScoredRun:
    """Read a run to compare with.

    Args:
        path: The log of a run, or a baseline.
        labels: Where the labels are.

    Raises:
        InputError: It cannot be read, or rows are missing.
    """
    if path.suffix == _JSON:
        return read_baseline(path)
    return scored(whole(path), labelled_cases(labels))


def _family(gates: Gates | None) -> tuple[str, ...]:
    return tuple(gates.live.margins) if gates else FAMILY


def _differences(comparison: Comparison) -> Iterator[str]:
    """Lay out what is tested, what else differs, and then the cases, the worst first."""
    documents = len({one.cluster for one in comparison.after.scores if one.case in comparison.cases})
    yield f"{len(comparison.cases)} cases of {documents} documents"
    yield from _named("only in the baseline, or failed now", comparison.lost)
    yield from _named("only in the run", comparison.gained)
    yield ""
    heads = f"{'before':>8}{'after':>8}{'Δ [95 %]':>26}{'better':>8}{'worse':>7}"
    yield f"{'tested':{_WIDTH}}{heads}{'p':>7}{'Holm':>7}{'detects':>9}"
    yield from (_line(row) + _tests(row) for row in comparison.rows if row.significance)
    if others := [row for row in comparison.rows if not row.significance and (row.better or row.worse)]:
        yield ""
        yield "differs, not tested"
        yield from map(_line, others)
    yield ""
    yield from _case_by_case(comparison.changes)
    yield f"detects: the smallest true difference that {documents} documents show four times in five."


def _named(what: str, cases: Sequence[str]) -> Iterator[str]:
    if cases:
        more = f" and {len(cases) - _SHOWN} more" if len(cases) > _SHOWN else ""
        yield f"{what}: {', '.join(cases[:_SHOWN])}{more}"


def _line(row: Row) -> str:
    difference = f"{row.difference.value:+.3f}" if row.difference else _NOTHING
    if row.difference and row.difference.interval:
        difference += f" [{row.difference.interval.low:+.3f}, {row.difference.interval.high:+.3f}]"
    figures = f"{_figure(row.before):>8}{_figure(row.after):>8}{difference:>26}"
    return f"{row.metric:{_WIDTH}}{figures}{row.better:8}{row.worse:7}"


def _tests(row: Row) -> str:
    p = row.significance.p if row.significance else None
    return f"{_figure(p):>7}{_figure(row.adjusted):>7}{_figure(row.detectable):>9}"


def _figure(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.3f}"


def _case_by_case(changes: Iterable[Change]) -> Iterator[str]:
    """List for each case what got worse, with the counts, and the names of what got better."""
    cases: dict[str, list[Change]] = {}
    for change in changes:
        if change.verdict != "changed":
            cases.setdefault(change.case, []).append(change)
    for case in sorted(cases, key=lambda case: -sum(map(_weight, cases[case]))):
        yield case
        worse = [change for change in cases[case] if change.verdict == "worse"]
        for change in sorted(worse, key=_weight, reverse=True):
            turned = ", wrong now" if change.is_flip else ""
            counts = f"{_numbers(change.before)} → {_numbers(change.after)}"
            yield f"  worse   {change.metric:{_WIDTH}}{counts}{turned}"
        if better := [change.metric for change in cases[case] if change.verdict == "better"]:
            yield f"  better  {', '.join(better)}"
    if cases:
        yield ""


def _weight(change: Change) -> int:
    """Rank a change: a danger above what turned wrong, that above what got worse, and that above what got better."""
    if change.verdict == "better":
        return 0
    return 100 if change.metric.startswith("danger.") else 10 if change.is_flip else 1


def _numbers(tally: Tally | None) -> str:
    if tally is None:
        return _NOTHING
    if isinstance(tally, Counts):
        return f"{tally.hits:g} found, {tally.spurious:g} spurious, {tally.missed:g} missed"
    return f"{tally.hits:g} of {tally.total:g}"


def _decided(decision: Decision) -> Iterator[str]:
    yield ""
    yield f"{decision.regime} gate: {decision.outcome}"
    yield from (f"  {check.outcome:13} {check.name}: {check.reason}" for check in decision.checks)
    yield from (f"  note: {note}" for note in decision.notes)
