"""Gates: what a run is held to before a change of the code, a prompt or a model goes out.

Two regimes, never mixed. Where answers are frozen, by the lexicon or by recordings, whatever differs from the baseline
comes from the code: every count must be equal, and what turned wrong needs a reason that somebody wrote down. Where a
model answers anew, answers vary: a metric passes when the run is not worse by more than a margin, as far as the cases
can tell; where they cannot tell, the outcome is inconclusive, which is not a pass. In both, what holds for every report
holds.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scribe.errors import InputError
from scribe.evaluation import statistics
from scribe.evaluation.comparison import METRICS, Change, Comparison, Row, sums
from scribe.evaluation.invariants import violations
from scribe.evaluation.log import Entry, Header

Outcome = Literal["pass", "fail", "inconclusive"]
"""What a gate decides; *inconclusive* where the cases are too few to tell."""

_SAME = ("reader", "tables", "model", "mode", "recall", "encounter", "replay", "half", "where", "limit")
_ALPHA = 0.05


class _Part(BaseModel):
    """A part of the file of gates: frozen, and refusing unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Accepted(_Part):
    """Something that turned wrong, and why that is accepted."""

    case: str
    """Id of the case."""
    metric: str | None = None
    """Key of the metric; every metric of the case when not given."""
    reason: Annotated[str, Field(min_length=1)]
    """Why."""

    def covers(self, change: Change) -> bool:
        """Tell whether a change is what was accepted."""
        return change.case == self.case and self.metric in {None, change.metric}


class Invariants(_Part):
    """What holds in both regimes."""

    errors: Annotated[float, Field(ge=0, le=1)] = 0.01
    """The largest share of cases that may fail."""


class Replay(_Part):
    """The gate of frozen answers."""

    accepted: tuple[Accepted, ...] = ()
    """What may differ from the baseline."""


class Live(_Part):
    """The gate of live answers."""

    level: Annotated[float, Field(gt=0, lt=1)] = 0.90
    """Two-sided level of the interval whose worse end is held against the margin."""
    margins: Annotated[Mapping[str, Annotated[float, Field(gt=0, lt=1)]], Field(min_length=1)]
    """For each gated metric, what may be lost of its F1 or share."""


class Gates(_Part):
    """The file of gates."""

    invariants: Invariants = Invariants()
    """What holds in both regimes."""
    replay: Replay = Replay()
    """The gate of frozen answers."""
    live: Live
    """The gate of live answers."""


class Check(NamedTuple):
    """One thing that a gate looked at."""

    name: str
    """A metric, a case, or what else it is."""
    outcome: Outcome
    """What was decided."""
    reason: str
    """Why, in one sentence."""


class Decision(NamedTuple):
    """What a gate decided."""

    regime: Literal["replay", "live"]
    """Which gate it was."""
    checks: tuple[Check, ...]
    """What it looked at: all of the live gate, of the replay gate what failed."""
    notes: tuple[str, ...] = ()
    """What somebody should know, whatever was decided."""

    @property
    def outcome(self) -> Outcome:
        """The worst of all checks."""
        outcomes = {check.outcome for check in self.checks}
        return "fail" if "fail" in outcomes else "inconclusive" if "inconclusive" in outcomes else "pass"


def read_gates(path: Path) -> Gates:
    """Read the file of gates.

    Args:
        path: The file.

    Raises:
        InputError: It cannot be read, or says what a gate cannot hold a run to.
    """
    try:
        gates = Gates.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise InputError(f"{path}: {'; '.join(faults)}") from None
    except ValueError as error:
        raise InputError(f"{path}: not TOML: {error}") from None
    named = {*gates.live.margins, *(one.metric for one in gates.replay.accepted if one.metric)}
    if unknown := sorted(named - {*METRICS}):
        raise InputError(f"{path}: no metric is called {', '.join(unknown)}; there are {', '.join(METRICS)}")
    return gates


def decide(comparison: Comparison, gates: Gates, entries: Iterable[Entry]) -> Decision:
    """Hold a run to the gates.

    Args:
        comparison: The baseline, and the run, compared; tested on the metrics of the live gate.
        gates: What it is held to.
        entries: What became of the cases of the run.

    Raises:
        InputError: One of the two is on frozen answers and the other one live.
    """
    before, after = comparison.before.header, comparison.after.header
    if before.is_frozen != after.is_frozen:
        raise InputError("A run on frozen answers and a live one have no common gate: name a baseline of its kind.")
    held = tuple(_invariant_checks([*entries], gates.invariants))
    if not after.is_frozen:
        return Decision("live", (*held, *_left_out(comparison), *_live_checks(comparison, gates.live)))
    if other := tuple(_different(before, after)):
        return Decision("replay", (*held, *other))
    accepted = gates.replay.accepted
    idle = [one for one in accepted if not any(map(one.covers, comparison.changes))]
    notes = [f"{one.case}: accepted ({one.reason}), and nothing differs: remove it from the gates" for one in idle]
    checks = (*held, *_lost(comparison), *_replay_checks(comparison, accepted))
    return Decision("replay", checks, tuple(notes))


def unaccepted_flips(changes: Iterable[Change], accepted: Iterable[Accepted]) -> tuple[Change, ...]:
    """Return what turned from right to wrong and nobody accepted."""
    accepted = tuple(accepted)
    return tuple(change for change in changes if change.is_flip and not any(one.covers(change) for one in accepted))


def _invariant_checks(entries: list[Entry], invariants: Invariants) -> Iterator[Check]:
    for entry in entries:
        if entry.report and (broken := violations(entry.report)):
            yield Check(entry.case, "fail", f"an invariant is broken: {'; '.join(broken)}")
    failed = sum(entry.report is None for entry in entries)
    if failed > invariants.errors * len(entries):
        yield Check("errors", "fail", f"{failed} of {len(entries)} cases failed, {invariants.errors:.0%} may")


def _lost(comparison: Comparison) -> Iterator[Check]:
    for case in comparison.lost:
        yield Check(case, "fail", "the baseline scored it, the run did not")


def _left_out(comparison: Comparison) -> Iterator[Check]:
    asked = {*comparison.after.header.cases}
    for case in comparison.lost:
        if case not in asked:
            yield Check(case, "fail", "the baseline has it, the run leaves it out")


def _different(before: Header, after: Header) -> Iterator[Check]:
    """Say what makes a run another one than that of the baseline."""
    for name in _SAME:
        was, is_now = getattr(before, name), getattr(after, name)
        if was != is_now:
            yield Check(name, "fail", f"the baseline has {was}, the run {is_now}: name the baseline of this run")
    if before.datasets != after.datasets:
        yield Check("datasets", "fail", "they are not those of the baseline: renew the baseline")


def _replay_checks(comparison: Comparison, accepted: tuple[Accepted, ...]) -> Iterator[Check]:
    flips = unaccepted_flips(comparison.changes, accepted)
    for case in dict.fromkeys(change.case for change in flips):
        turned = ", ".join(change.metric for change in flips if change.case == case)
        yield Check(case, "fail", f"right before and wrong now: {turned}; mend it, or accept it with a reason")
    rest = [
        change
        for change in comparison.changes
        if change not in flips and not any(one.covers(change) for one in accepted)
    ]
    if rest:
        verdicts = [change.verdict for change in rest]
        told = ", ".join(f"{verdicts.count(name)} {name}" for name in ("better", "worse", "changed"))
        cases = len({change.case for change in rest})
        yield Check("counts", "fail", f"{len(rest)} counts of {cases} cases differ ({told}): renew the baseline")
    for case in comparison.gained:
        yield Check(case, "fail", "the baseline does not have it: renew the baseline")


def _live_checks(comparison: Comparison, live: Live) -> Iterator[Check]:
    rows = {row.metric: row for row in comparison.rows}
    for key, margin in live.margins.items():
        yield _live_check(comparison, rows[key], margin, live.level)


def _live_check(comparison: Comparison, row: Row, margin: float, level: float) -> Check:
    """Decide about one metric: not worse by the margin, surely worse, or neither can be told."""
    first, second = sums(comparison, row.metric)
    difference = statistics.ratio_difference(first, second, level=level)
    if difference is None or difference.interval is None:
        return Check(row.metric, "inconclusive", "too few documents have anything to compare")
    sign = 1 if METRICS[row.metric].better == "higher" else -1
    gain, p = sign * difference.value, 1.0 if row.adjusted is None else row.adjusted
    low, high = difference.interval.low, difference.interval.high
    worst = min(sign * low, sign * high)
    told = f"{difference.value:+.3f} [{low:+.3f}, {high:+.3f}], margin {margin}"
    if low == high:
        # Where no document differs there is no variance to reckon with, and still another one may.
        worst = -(statistics.upper_bound(0, len(first), level=(1 + level) / 2) or 1.0)
        told = f"none of {len(first)} documents differs, which leaves up to {-worst:.3f}, margin {margin}"
    if worst > -margin:
        return Check(row.metric, "pass", f"{told}{', a loss within it' if gain < 0 and p < _ALPHA else ''}")
    if gain < 0 and p < _ALPHA:
        return Check(row.metric, "fail", f"{told}, p = {p:.3f}")
    return Check(row.metric, "inconclusive", f"{told}: too few documents to tell")
