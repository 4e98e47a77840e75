"""Issues and queries: topics raised, topics asked about, and alarms where there is nothing to raise."""

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics.tallies import Counts, Metric, Share, compared, compared_each


def topics(matched: Matched) -> Counts:
    """Count topics of issues, as a set for each case; precision, recall and F1 are micro averages."""
    return compared({*matched.case.issues}, _raised(matched))


def each_topic(matched: Matched) -> dict[str, Counts]:
    """Count each topic of issues by itself."""
    return compared_each({*matched.case.issues}, _raised(matched))


def false_alarm(matched: Matched) -> Share:
    """Share of the cases without a labelled issue in which an error is raised; lower is better."""
    if matched.case.issues:
        return Share(0, 0)
    return Share(int(any(issue.severity == "error" for issue in matched.report.issues)), 1)


def asked(matched: Matched) -> Counts:
    """Count topics of queries against the labelled issues, as a set for each case.

    Not every issue is one to ask about, so that recall has no meaning of its own: precision is the share of topics
    asked about that a reviewer would raise.
    """
    return compared({*matched.case.issues}, {query.topic for query in matched.report.queries})


METRICS = (
    Metric("issues", "topics", topics),
    Metric("issues", "false alarm", false_alarm, "lower"),
    Metric("queries", "topics", asked),
)
"""The metrics of issues and queries."""


def _raised(matched: Matched) -> set[str]:
    return {issue.topic for issue in matched.report.issues}
