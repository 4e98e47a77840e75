"""Metrics of issues, queries and usage: each one computed by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics import METRICS, Counts, Share, Tally
from scribe.evaluation.metrics.issues import each_topic
from scribe.evaluation.metrics.usage import quantile
from scribe.schema import Query, Severity, Topic, Usage

Match = Callable[..., Matched]


def measure(key: str, matched: Matched) -> Tally | None:
    """Measure by the key of a metric."""
    return next(metric for metric in METRICS if metric.key == key).measure(matched)


def test_topics_of_issues(matched: Match) -> None:
    """A topic raised twice counts once; one is missed and one spurious."""
    both = matched(labelled_issues=("red_flag", "parent_code"), issues=("red_flag", "red_flag", "function_missing"))
    assert measure("issues.topics", both) == Counts(hits=1, spurious=1, missed=1)
    assert each_topic(both) == {
        "function_missing": Counts(0, 1, 0),
        "parent_code": Counts(0, 0, 1),
        "red_flag": Counts(1, 0, 0),
    }


@pytest.mark.parametrize(
    ("labelled", "severity", "share"),
    [
        ((), "error", Share(1, 1)),
        ((), "warning", Share(0, 1)),
        (("red_flag",), "error", Share(0, 0)),
    ],
)
def test_false_alarm(labelled: tuple[Topic, ...], severity: Severity, share: Share, matched: Match) -> None:
    """An error where nothing is to be raised is a false alarm; where something is, there is no occasion."""
    both = matched(labelled_issues=labelled, issues=("parent_code",))
    issue = both.report.issues[0].model_copy(update={"severity": severity})
    assert (
        measure("issues.false_alarm", both._replace(report=both.report.model_copy(update={"issues": (issue,)})))
        == share
    )


def test_topics_of_queries(matched: Match) -> None:
    """Two queries on one labelled topic and one on another make one hit, one spurious and one missed."""
    both = matched(labelled_issues=("mechanism_missing", "red_flag"))
    asked: tuple[Topic, ...] = ("mechanism_missing", "mechanism_missing", "laterality_missing")
    queries = tuple(Query(topic=topic, at="", indicators=(), question="", options=()) for topic in asked)
    both = both._replace(report=both.report.model_copy(update={"queries": queries}))
    assert measure("queries.topics", both) == Counts(1, 1, 1)


def used(both: Matched, usage: Usage | None) -> Matched:
    """Say what the model used."""
    provenance = both.report.provenance.model_copy(update={"usage": usage})
    return both._replace(report=both.report.model_copy(update={"provenance": provenance}))


@pytest.mark.parametrize(
    ("usage", "tallies"),
    [
        (None, (None, None, None, None, None)),
        (
            Usage(requests=4, reasks=1, input_tokens=100, output_tokens=20, cost=0.5),
            (Share(0.5, 1), Share(100, 1), Share(20, 1), Share(4, 1), Share(1, 4)),
        ),
        # a price that is not known is not nothing
        (
            Usage(requests=4, input_tokens=100),
            (None, Share(100, 1), Share(0, 1), Share(4, 1), Share(0, 4)),
        ),
    ],
)
def test_usage(usage: Usage | None, tallies: tuple[Share | None, ...], matched: Match) -> None:
    """Cost and tokens for each case; None where no model read."""
    both = used(matched(), usage)
    keys = ("cost", "tokens_in", "tokens_out", "requests", "reasks")
    assert tuple(measure(f"usage.{key}", both) for key in keys) == tallies


@pytest.mark.parametrize(
    ("share", "seconds"),
    [
        (0.5, 2.5),  # between the second and the third of four
        (0.95, 4.0 - 0.15),  # 0.95 of the way along three steps is 2.85
        (0.0, 1.0),
        (1.0, 4.0),
    ],
)
def test_quantiles_of_time(share: float, seconds: float) -> None:
    """Between two cases a quantile is interpolated."""
    assert quantile([3.0, 1.0, 4.0, 2.0], share) == pytest.approx(seconds)
    assert quantile([7.0], share) == 7.0
    assert quantile([], share) is None
    assert quantile([3.0, 1.0, 4.0, 2.0], share) == float(np.quantile([1, 2, 3, 4], share))
