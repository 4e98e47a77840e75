"""A run as scores: counted from its log and the labels, or kept in a file as a baseline.

A baseline holds counts and no word of a document, so that it may be published with the code.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from scribe.errors import InputError
from scribe.evaluation.dataset import Case
from scribe.evaluation.log import Entry, Header, Log
from scribe.evaluation.matching import MATCHER
from scribe.evaluation.metrics import METRICS, Counts, Metric, Share, Tally
from scribe.evaluation.scores import CaseScores, score, unscored
from scribe.schema import Encounter

COMPARED: tuple[Metric, ...] = tuple(metric for metric in METRICS if metric.part != "usage")
"""The metrics that a baseline keeps: what a run costs is not what it is worth."""

_PAIR = 2


class ScoredRun(NamedTuple):
    """A run, and what was counted of it."""

    header: Header
    """What the run is."""
    scores: tuple[CaseScores, ...]
    """One row a case and repeat."""


def scored(log: Log, cases: Iterable[Case]) -> ScoredRun:
    """Score the answers of a log with the scorer and the labels of today.

    Args:
        log: The log of a run.
        cases: Labelled cases, those of the run among them.

    Raises:
        InputError: The log has a case that is not among them.
    """
    return ScoredRun(log.header, tuple(_scored(case, entry) for case, entry in beside(log, cases)))


def beside(log: Log, cases: Iterable[Case]) -> Iterator[tuple[Case, Entry]]:
    """Put each entry of a log beside its case.

    Raises:
        InputError: The log has a case that is not among those given.
    """
    by_id = {case.id: case for case in cases}
    if unknown := [case for case in log.header.cases if case not in by_id]:
        sets = ", ".join(source.name for source in log.header.datasets)
        raise InputError(f"{len(unknown)} cases have no labels, {unknown[0]} first: name the datasets, {sets}.")
    return ((by_id[entry.case], entry) for entry in log.entries)


def fault(case: Case, entry: Entry) -> str | None:
    """Say why an entry cannot be scored, or return None."""
    if entry.report is None:
        return entry.error or "no report"
    is_same = entry.report.provenance.document_digest == sha256(case.text.encode("utf-8", "surrogatepass")).hexdigest()
    return None if is_same else "the text of the case is not the one that was read"


def write_baseline(path: Path, run: ScoredRun) -> None:
    """Keep the counts of a run, one line a case, so that a change of it shows what changed.

    Args:
        path: The file.
        run: The run.

    Raises:
        InputError: The file cannot be written.
    """
    rows = ",\n".join(json.dumps(_row(one), separators=(",", ":")) for one in run.scores)
    header = run.header.model_dump_json(indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'{{"header": {header},\n"scores": [\n{rows}\n]}}\n', "utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None


def read_baseline(path: Path) -> ScoredRun:
    """Read the counts of a run.

    Args:
        path: The file.

    Raises:
        InputError: It cannot be read, is no baseline, or was counted by another matcher.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        header = Header.model_validate(data["header"])
        scores = tuple(map(_from_row, data["scores"]))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{path}: no baseline; write one with scribe eval baseline") from None
    if header.matcher_version != MATCHER:
        versions = f"version {header.matcher_version} of the matching, now it is {MATCHER}"
        raise InputError(f"{path} was counted by {versions}: renew it with scribe eval baseline")
    return ScoredRun(header, scores)


def _scored(case: Case, entry: Entry) -> CaseScores:
    error = fault(case, entry)
    if entry.report is None or error is not None:
        return unscored(case, error or "", repeat=entry.repeat)
    return score(case, entry.report, repeat=entry.repeat, seconds=entry.seconds)


def _row(one: CaseScores) -> dict[str, Any]:
    counts = {metric.key: one.counts.get(metric.key) for metric in COMPARED} if one.error is None else {}
    named = {"case": one.case, "repeat": one.repeat, "cluster": one.cluster, "kind": one.kind}
    return named | {"error": one.error, "counts": counts}


def _from_row(row: Mapping[str, Any]) -> CaseScores:
    return CaseScores(
        case=row["case"],
        repeat=row["repeat"],
        cluster=row["cluster"],
        kind=row["kind"],
        style=(),
        encounter=Encounter(),
        counts={name: _tally(numbers) for name, numbers in row["counts"].items()},
        items={},
        confusions={},
        predictions=(),
        seconds=None,
        error=row["error"],
    )


def _tally(numbers: list[float] | None) -> Tally | None:
    if numbers is None:
        return None
    return Share(*numbers) if len(numbers) == _PAIR else Counts(*numbers)
