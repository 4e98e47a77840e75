"""Two runs compared: what changed in which case, what of it is tested, and what could have been seen."""

from collections.abc import Callable

import pytest
from scipy.stats import binomtest

from scribe.errors import InputError
from scribe.evaluation.comparison import METRICS, Change, Comparison, Row, compare, sums
from scribe.evaluation.metrics import Counts, Share, Tally
from scribe.evaluation.scored import ScoredRun

BuildRun = Callable[..., ScoredRun]
EXACT, FOUND, DANGER = "codes.set_exact", "findings.exact", "danger.side_flip"
RIGHT, WRONG = Share(1, 1), Share(0, 1)


def row(comparison: Comparison, metric: str) -> Row:
    """Pick the row of a metric."""
    [found] = [one for one in comparison.rows if one.metric == metric]
    return found


@pytest.mark.parametrize(
    ("metric", "before", "after", "became"),
    [
        (EXACT, RIGHT, WRONG, "wrong"),
        (EXACT, WRONG, RIGHT, "better"),
        # F1 of 4 ÷ 5 becomes 4 ÷ 6; the case was wrong before.
        (FOUND, Counts(2, 1, 0), Counts(2, 1, 1), "worse"),
        (FOUND, Counts(2, 0, 0), Counts(2, 1, 0), "wrong"),
        # With nothing to find, nothing found is right, and anything found is wrong.
        (FOUND, Counts(0, 0, 0), Counts(0, 1, 0), "wrong"),
        (FOUND, Counts(0, 1, 0), Counts(0, 0, 0), "better"),
        # As good in another way.
        (FOUND, Counts(2, 1, 0), Counts(2, 0, 1), "changed"),
        (FOUND, Counts(2, 0, 0), Counts(3, 0, 0), "changed"),
        # Dangers count by their number, whatever the occasions.
        (DANGER, Share(0, 5), Share(1, 5), "wrong"),
        (DANGER, Share(0, 0), Share(1, 1), "wrong"),
        (DANGER, Share(1, 5), Share(2, 50), "worse"),
        (DANGER, Share(1, 5), Share(1, 50), "changed"),
        (DANGER, Share(2, 5), Share(0, 5), "better"),
        # A share of nothing is neither right nor wrong.
        ("findings.side_agrees", Share(0, 0), Share(0, 1), "changed"),
        ("findings.side_agrees", Share(2, 2), Share(3, 4), "wrong"),
        # What could not be scored is no zero.
        (FOUND, None, Counts(1, 0, 0), "changed"),
        (FOUND, Counts(1, 0, 0), None, "changed"),
        # Lower is better, of a mean.
        ("confidence.brier", Share(0.5, 10), Share(0.5, 20), "better"),
        ("confidence.brier", Share(0.5, 10), Share(0.6, 10), "worse"),
        ("confidence.brier", Share(0, 1), Share(0.1, 1), "worse"),
    ],
)
def test_what_became_of_a_metric(
    metric: str, before: Tally | None, after: Tally | None, became: str, scored_run: BuildRun
) -> None:
    """Each pair of counts has one verdict; what is worse is a flip only from wholly right to wrong."""
    comparison = compare(scored_run({"a": {metric: before}}), scored_run({"a": {metric: after}}))
    [change] = comparison.changes
    assert change[:4] == ("a", metric, before, after)
    assert ("wrong" if change.is_flip else change.verdict) == became
    assert change.verdict == {"wrong": "worse"}.get(became, became)
    found = row(comparison, metric)
    assert (found.better, found.worse) == (change.verdict == "better", change.verdict == "worse")


def test_equal_counts_are_no_change(scored_run: BuildRun) -> None:
    """Nor are sums that differ in their last digit only."""
    before = scored_run({"a": {EXACT: RIGHT, "evidence.iou": Share(0.1 + 0.2, 1)}})
    after = scored_run({"a": {EXACT: RIGHT, "evidence.iou": Share(0.3, 1)}})
    assert compare(before, after).changes == ()


def test_what_repeats_is_averaged_first(scored_run: BuildRun) -> None:
    """A case that is right in one of two repeats is half right."""
    before = scored_run({"a": {EXACT: RIGHT}})
    after = scored_run({"a": {EXACT: RIGHT}}, {"a": {EXACT: WRONG}})
    [change] = compare(before, after).changes
    assert change == Change("a", EXACT, RIGHT, Share(0.5, 1), "worse", is_flip=True)


def test_exact_sets_are_tested_by_mcnemar(scored_run: BuildRun) -> None:
    """Seven cases turn wrong and one turns right: p is that of a fair coin, two-sided, 18 ÷ 256."""
    names = [f"c{i:02}" for i in range(20)]
    before = {name: {EXACT: WRONG if name == "c07" else RIGHT} for name in names}
    after = {name: {EXACT: WRONG if name < "c07" else RIGHT} for name in names}
    found = row(compare(scored_run(before), scored_run(after), (EXACT,)), EXACT)
    assert (found.better, found.worse) == (1, 7)
    assert found.significance
    assert found.significance.method == "exact McNemar"
    assert found.significance.p == pytest.approx(18 / 256) == pytest.approx(binomtest(1, 8).pvalue)
    assert found.adjusted == found.significance.p
    assert [found.before, found.after] == pytest.approx([19 / 20, 13 / 20])
    assert found.difference
    assert found.difference.value == pytest.approx(-6 / 20)


def test_cases_of_one_source_are_not_tested_by_mcnemar(scored_run: BuildRun) -> None:
    """They turn together: seven cases of two documents are two, of which nothing can be told."""
    names = [f"c{i}" for i in range(7)]
    clusters = {name: "odd" if i % 2 else "even" for i, name in enumerate(names)}
    before = scored_run({name: {EXACT: RIGHT} for name in names}, clusters=clusters)
    after = scored_run({name: {EXACT: WRONG} for name in names}, clusters=clusters)
    found = row(compare(before, after, (EXACT,)), EXACT).significance
    assert found
    assert (found.method, found.p) == ("exact sign flips", 0.5)


def test_counts_are_tested_by_flipping_signs(scored_run: BuildRun) -> None:
    """Five cases lose as much: of 32 ways to flip, two are as extreme."""
    before = scored_run({name: {FOUND: Counts(4, 0, 0)} for name in "abcdefgh"})
    after = scored_run({name: {FOUND: Counts(4, name < "f", 0)} for name in "abcdefgh"})
    found = row(compare(before, after, (FOUND,)), FOUND).significance
    assert found
    assert found.method == "exact sign flips"
    assert found.p == pytest.approx(2 / 32)


def test_tested_metrics_share_one_level(scored_run: BuildRun) -> None:
    """With two tests, the smaller p counts twice (Holm); a metric outside the family is not tested."""
    names = [f"c{i}" for i in range(8)]
    before = scored_run({name: {EXACT: RIGHT, FOUND: Counts(4, 0, 0), DANGER: Share(0, 1)} for name in names})
    after = scored_run({name: {EXACT: WRONG, FOUND: Counts(4, name < "c2", 0), DANGER: Share(1, 1)} for name in names})
    comparison = compare(before, after, (EXACT, FOUND))
    assert row(comparison, EXACT).adjusted == pytest.approx(2 * 2 / 256)
    assert row(comparison, FOUND).adjusted == pytest.approx(0.5)
    assert row(comparison, DANGER).significance is None
    assert row(comparison, DANGER).worse == 8


def test_the_detectable_difference(scored_run: BuildRun) -> None:
    """With one loss among 100 cases the deviation is .1, and 100 cases detect 2.83 · .1 ÷ 10 or so: three points."""
    names = [f"c{i:02}" for i in range(100)]
    before = scored_run({name: {EXACT: RIGHT} for name in names})
    after = scored_run({name: {EXACT: WRONG if name == "c50" else RIGHT} for name in names})
    found = row(compare(before, after), EXACT)
    assert found.detectable == pytest.approx(0.0283, abs=0.0003)
    assert row(compare(before, before), EXACT).detectable is None


def test_only_cases_that_both_scored_are_compared(scored_run: BuildRun) -> None:
    """A case that failed, or that one run does not have, is named and counts nowhere."""
    before = scored_run({"a": {EXACT: RIGHT}, "b": {EXACT: RIGHT}, "c": {EXACT: RIGHT}})
    after = scored_run({"a": {EXACT: RIGHT}, "b": None, "d": {EXACT: WRONG}})
    comparison = compare(before, after)
    assert (comparison.cases, comparison.lost, comparison.gained) == (("a",), ("b", "c"), ("d",))
    assert comparison.changes == ()
    assert sums(comparison, EXACT) == ([(1, 1)], [(1, 1)])


def test_runs_without_a_common_case_are_refused(scored_run: BuildRun) -> None:
    """There is nothing to compare."""
    with pytest.raises(InputError, match="no case in common that both scored"):
        compare(scored_run({"a": {}}), scored_run({"b": {}}))


def test_an_unknown_metric_is_refused(scored_run: BuildRun) -> None:
    """Its name is given with those that there are."""
    run = scored_run({"a": {}})
    with pytest.raises(InputError, match=r"No metric is called codes\.exact; there are danger\.side_flip, "):
        compare(run, run, ("codes.exact",))


def test_what_a_run_costs_is_not_compared() -> None:
    """Tokens and money differ from run to run, and are no quality."""
    assert not [key for key in METRICS if key.startswith("usage.")]
    assert {EXACT, FOUND, DANGER} <= {*METRICS}
