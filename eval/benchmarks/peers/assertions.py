"""Peers as annotators of assertions: their marks become rows of scores, and the rows figures, as those of any run."""  # noqa: INP001

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from eval.benchmarks.assertions import Case, answer, half_of, is_right
from eval.benchmarks.peers.asking import ask
from scribe.evaluation import statistics
from scribe.evaluation.comparison import METRICS
from scribe.evaluation.metrics import Metric, Share
from scribe.evaluation.metrics.danger import opposite
from scribe.evaluation.scores import CaseScores, Figure, confusion, ratio_figures, ratio_sums, slices
from scribe.schema import Encounter

AGREES, FLIPPED = METRICS["findings.assertion_agrees"], METRICS["danger.polarity_flip"]
PEERS = {"medspacy": ".venv-peers", "openmed": ".venv-peers"}
"""The peers, each with its environment."""

Answer = tuple[str, ...]
"""The assertions that were given; several where readings differ."""

# Where a peer sets several marks on one entity, the first of these counts.
_ORDER = ("other_person", "hypothetical", "absent", "possible", "historical")


class Beside(NamedTuple):
    """What scribe exceeds a peer by, on the same cases."""

    peer: str
    """The peer."""
    difference: statistics.Difference
    """The difference, with its interval."""
    p: float
    """Of McNemar's exact test, adjusted for all peers (Holm)."""


class Assertions(NamedTuple):
    """Who asserts how well."""

    cases: Sequence[Case]
    """What was asked."""
    rows: Mapping[str, tuple[CaseScores, ...]]
    """The scores of each annotator, one row a case."""
    unread: Share
    """Of the cases with nothing to read, those in which scribe reads nothing."""

    def figure(self, who: str, part: str = "", metric: Metric = AGREES) -> Figure:
        """Return a figure of somebody on a part of the cases, or on all."""
        rows = slices(self.rows[who])[f"style={part}"] if part else self.rows[who]
        return ratio_figures(rows, metric)[0]

    def confusion(self, who: str) -> dict[str, dict[str, float]]:
        """Return how often each answer stands for each expected assertion."""
        return confusion(self.rows[who], "assertion")

    def parts(self, dimension: str) -> list[str]:
        """List the parts by a dimension, in the order of the cases."""
        tags = (tag for row in self.rows["scribe"] if row.counts[AGREES.key] for tag in row.style)
        return [*dict.fromkeys(tag for tag in tags if tag.startswith(f"{dimension} "))]

    @property
    def beside(self) -> list[Beside]:
        """What scribe exceeds each peer by."""
        return [*_beside(self.rows)]


def measure(cases: Sequence[Case]) -> Assertions:
    """Let scribe read the cases, and each peer mark them."""
    answers = {"scribe": [answer(case) for case in cases]}
    questions = [_question(case) for case in cases]
    for peer, environment in PEERS.items():
        answers[peer] = [_mark(given) for given in ask(environment, f"assertions_{peer}.py", questions)]
    return scored(cases, answers)


def scored(cases: Sequence[Case], answers: Mapping[str, Sequence[Answer]]) -> Assertions:
    """Score the answers of each annotator."""
    rows = {
        who: tuple(_row(place, case, answer) for place, (case, answer) in enumerate(zip(cases, given, strict=True)))
        for who, given in answers.items()
    }
    nothing = [is_right(case, given) for case, given in zip(cases, answers["scribe"], strict=True) if not _asked(case)]
    return Assertions(cases, rows, Share(sum(nothing), len(nothing)))


def _asked(case: Case) -> bool:
    return case.assertion != "none"


def _row(place: int, case: Case, given: Answer) -> CaseScores:
    """Score one answer; a case with nothing to read cannot be scored, as a peer is given the words."""
    flips = [flip for mark in given if (flip := opposite(case.assertion, mark)) is not None]
    asked = _asked(case)
    return CaseScores(
        case=case.id,
        repeat=0,
        cluster=case.id,
        kind=case.kind,
        style=(f"half {half_of(place)}", f"construct {case.construct}", f"assertion {case.assertion}"),
        encounter=Encounter(),
        counts={
            AGREES.key: Share(is_right(case, given), 1) if asked else None,
            FLIPPED.key: Share(any(flips), bool(flips)) if asked else None,
        },
        items={},
        confusions={"assertion": {case.assertion: {" and ".join(given) or "none": 1}}} if asked else {},
        predictions=(),
        seconds=None,
        error=None,
    )


def _beside(rows: Mapping[str, Sequence[CaseScores]]) -> Iterator[Beside]:
    sums = {who: ratio_sums(scores, AGREES, "share") for who, scores in rows.items()}
    ours = sums.pop("scribe")
    tests = [statistics.mcnemar(_right(theirs), _right(ours), [*ours]) for theirs in sums.values()]
    adjusted = statistics.holm([test.p for test in tests])
    for (peer, theirs), p in zip(sums.items(), adjusted, strict=True):
        difference = statistics.ratio_difference([*theirs.values()], [*ours.values()])
        if difference is not None:
            yield Beside(peer, difference, p)


def _right(sums: Mapping[str, tuple[float, float]]) -> list[bool]:
    return [hits > 0 for hits, _ in sums.values()]


def _mark(given: Sequence[str]) -> Answer:
    return (next((mark for mark in _ORDER if mark in given), "present"),)


def _question(case: Case) -> dict[str, Any]:
    """Say where the target of a case stands."""
    place = re.search(rf"(?<!\w){re.escape(case.target)}(?!\w)", case.text)
    if place is None:
        raise ValueError(f"{case.id}: its target is not in its text.")
    return {"text": case.text, "start": place.start(), "end": place.end()}
