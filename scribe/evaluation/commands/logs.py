"""`scribe eval log`: what a log holds, its answers scored anew, and its counts as a table."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Annotated, Any, get_args

import typer

from scribe.errors import InputError
from scribe.evaluation.commands.printing import DATASETS, Labels, labelled_cases, show, write
from scribe.evaluation.dataset import load_all
from scribe.evaluation.log import Header, Log, Source, read_log
from scribe.evaluation.metrics import METRICS, Part, Tally
from scribe.evaluation.scored import ScoredRun, scored
from scribe.schema import Usage

_DIGITS = 12
_TEXTS = ("model", "prompt", "error")
"""Columns of texts that may all be empty; tables of several runs are to fit together."""

LogFile = Annotated[Path, typer.Argument(metavar="LOG", help="Log of a run.")]

logs = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@logs.callback()
def log() -> None:
    """Open a log: show it, score it anew, or export its counts."""


@logs.command("show")
def show_log(file: LogFile) -> None:
    """Show what a run was, how far it came, and what it used; no figures, and no text of a document."""
    write(_facts(read_log(file)))


@logs.command("score")
def score_log(
    file: LogFile,
    *,
    labels: Labels = None,
    group: Annotated[Part | None, typer.Option(help="Show only this part.")] = None,
) -> None:
    """Score the answers of a log with the scorer and the labels of today.

    Exit codes: 0 scored; 1 a case failed; 2 bad usage or input.
    """
    found = read_log(file)
    write(changed_labels(found.header, labels))
    show(found, labelled_cases(labels), (group,) if group else get_args(Part))


@logs.command("export")
def export_log(
    file: LogFile,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Parquet file to write.")],
    *,
    labels: Labels = None,
) -> None:
    """Write the counts of a log as Parquet, one row a case, repeat and metric; no text of a document."""
    try:
        import polars  # noqa: ICN001, PLC0415  # a tenth of a second, and only this command needs it
    except ModuleNotFoundError:
        raise InputError("The export needs polars: install scribe[eval].") from None
    rows = [*_rows(scored(read_log(file), labelled_cases(labels)))]
    table = polars.DataFrame(rows, schema_overrides=dict.fromkeys(_TEXTS, polars.String), infer_schema_length=None)
    try:
        table.write_parquet(target)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror or type(error).__name__}") from None
    write([f"{target}: {table.height} rows"])


def _facts(log: Log) -> Iterator[str]:
    header = log.header
    done, failed = len(log.entries), [entry for entry in log.entries if entry.error is not None]
    yield f"{'rows':16}{done} of {len(header.steps)}, {len(failed)} failed"
    for name, value in header:
        if name not in {"format", "cases"} and value is not None and value != ():
            yield f"{name.replace('_', ' '):16}{_said(value)}"
    seconds = sorted(entry.seconds for entry in log.entries if entry.seconds is not None)
    if seconds:
        yield f"{'seconds':16}{sum(seconds):.1f} in all, median {median(seconds):.3f}, most {seconds[-1]:.3f}"
    usages = [entry.report.provenance.usage for entry in log.entries if entry.report]
    if used := [usage for usage in usages if usage]:
        yield f"{'used':16}{_used(used)}"
    yield from (f"{entry.case}  {entry.error}" for entry in failed)


def _said(value: Any) -> str:  # noqa: ANN401  # a field of a header
    if isinstance(value, tuple):
        return ", ".join(f"{one.name} {one.digest[:_DIGITS]}" if isinstance(one, Source) else one for one in value)
    return str(value)


def _used(usages: list[Usage]) -> str:
    tokens = (
        f"{sum(one.input_tokens for one in usages)} tokens sent, {sum(one.output_tokens for one in usages)} received"
    )
    costs = [one.cost for one in usages if one.cost is not None]
    cost = f", {sum(costs):.4f} US dollars for {len(costs)} of {len(usages)} rows" if costs else ""
    return f"{sum(one.requests for one in usages)} requests, {tokens}{cost}"


def changed_labels(header: Header, labels: Labels) -> Iterator[str]:
    """Say which datasets are not as they were when the run was made.

    Args:
        header: What the run is.
        labels: Where the labels are now.
    """
    now = {dataset.name: dataset.digest for dataset in load_all(labels or [DATASETS])}
    for source in header.datasets:
        if now.get(source.name, source.digest) != source.digest:
            yield f"note: {source.name} has changed since the run"


def _rows(run: ScoredRun) -> Iterator[dict[str, Any]]:
    about = {name: getattr(run.header, name) for name in ("reader", "model", "prompt", "package_version", "started")}
    for one in run.scores:
        case = {"case": one.case, "repeat": one.repeat, "cluster": one.cluster, "kind": one.kind}
        case |= {"seconds": one.seconds, "error": one.error}
        for metric in METRICS:
            counts = _columns(one.counts.get(metric.key))
            yield about | case | {"part": metric.part, "metric": metric.key} | counts


def _columns(tally: Tally | None) -> dict[str, float | None]:
    """Spread counts over columns; those that a metric does not have, or that could not be scored, are empty."""
    names = ("hits", "spurious", "missed", "total")
    return {name: None if (value := getattr(tally, name, None)) is None else float(value) for name in names}
