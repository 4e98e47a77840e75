"""Where each danger lies: the finding or code that it is counted for.

What a danger is, `scribe.evaluation.metrics.danger` says alone: here each finding and each code is put before it by
itself.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scribe.evaluation.dataset import GROUPS, Group
from scribe.evaluation.matching import Matched, Matching, Pair, Unpaired
from scribe.evaluation.metrics import Metric, Share, danger
from scribe.schema import Suggestion

OF_PAIRS = ("danger.side_flip", "danger.level_flip", "danger.polarity_flip")
"""The dangers of a finding and the label it stands for."""

OF_LONE = ("danger.invented_finding",)
"""The dangers of a finding that stands for no label."""

OF_FINDINGS = ("danger.ungrounded_quote",)
"""The dangers of a finding, whatever the labels say."""

OF_CODES = ("danger.never_assigned", "danger.code_without_statement")
"""The dangers of a code."""

DANGERS: Mapping[str, Metric] = {metric.key: metric for metric in danger.METRICS}
"""The dangers by key, worst first."""

Dangers = tuple[str, ...]
"""Keys of dangers, each as often as it is counted."""


class Located(NamedTuple):
    """The dangers of a case, each where it lies."""

    findings: Mapping[tuple[Group, int], Dangers]
    """Those of each reported finding, by group and place in its list."""
    codes: Mapping[str, Dangers]
    """Those of each reported code."""

    @property
    def counts(self) -> Counter[str]:
        """How often each danger is counted in the case."""
        return Counter(key for dangers in (*self.findings.values(), *self.codes.values()) for key in dangers)


def locate(matched: Matched) -> Located:
    """Find where the dangers of a case lie.

    Args:
        matched: The case and the report on it.
    """
    found: dict[tuple[Group, int], Dangers] = {}
    for group, matching in matched.groups.items():
        for pair in matching.pairs:
            found[group, pair.finding_at] = _of_pair(matched, group, pair)
        for one in matching.spurious:
            found[group, one.at] = _of_lone(matched, group, one)
    return Located(found, {one.code: _of_code(matched, one) for one in matched.report.suggestions})


def _of_pair(matched: Matched, group: Group, pair: Pair) -> Dangers:
    alone = _with(matched, group, Matching((pair,), (), ()))
    return (*_counted(alone, OF_PAIRS), *_of_quotes(matched, group, pair.finding_at))


def _of_lone(matched: Matched, group: Group, one: Unpaired) -> Dangers:
    alone = _with(matched, group, Matching((), (), (one,)))
    return (*_counted(alone, OF_LONE), *_of_quotes(matched, group, one.at))


def _of_quotes(matched: Matched, group: Group, at: int) -> Dangers:
    extraction = matched.report.extraction
    only = {name: (findings[at],) if name == group else () for name, findings in extraction}
    report = matched.report.model_copy(update={"extraction": extraction.model_copy(update=only)})
    return tuple(_counted(matched._replace(report=report), OF_FINDINGS))


def _of_code(matched: Matched, suggestion: Suggestion) -> Dangers:
    report = matched.report.model_copy(update={"suggestions": (suggestion,)})
    return tuple(_counted(matched._replace(report=report), OF_CODES))


def _with(matched: Matched, group: Group, matching: Matching) -> Matched:
    """Return a case in which only one finding is matched."""
    nothing = Matching((), (), ())
    return matched._replace(groups={name: matching if name == group else nothing for name in GROUPS})


def _counted(matched: Matched, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        tally = DANGERS[key].measure(matched)
        assert isinstance(tally, Share), "a danger is a share of its occasions"  # noqa: S101  # tells the type checker
        yield from [key] * int(tally.hits)
