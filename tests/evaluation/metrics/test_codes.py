"""Metrics of codes: each one computed by hand."""

from collections.abc import Callable

import pytest
from scipy.stats import kendalltau

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics import METRICS, Counts, Share, Tally
from scribe.evaluation.metrics.codes import (
    each_code,
    each_m99_category,
    each_m99_code,
    each_m99_region,
    m99,
    nodes,
    order,
)

Match = Callable[..., Matched]


def measure(name: str, matched: Matched) -> Tally | None:
    """Measure by the name of a metric."""
    return next(metric for metric in METRICS if (metric.part, metric.name) == ("codes", name)).measure(matched)


@pytest.fixture
def mixed(matched: Match) -> Matched:
    """Three codes to assign and two to query, of which some are found."""
    return matched(
        labelled_codes={
            "assign": ["M99.03", "M99.04", "M54.50"],
            "query": ["M99.01", "M99.02"],
            "never": ["M99.05", "M99.08"],
        },
        assign=("M54.2", "M54.50", "M99.05", "M99.03"),
        query=("M99.06", "M99.01", "M54.31"),
        reject=("M99.04",),
    )


@pytest.mark.parametrize(
    ("name", "tally"),
    [
        # assigned M99: both have .03; .04 is missed; .05 is spurious
        ("M99 assigned", Counts(1, 1, 1)),
        ("M99 set exact", Share(0, 1)),
        # M99.0 twice on either side; lumbar in both, sacral missed, pelvic spurious
        ("M99 category", Counts(2, 0, 0)),
        ("M99 region", Counts(1, 1, 1)),
        # and M54.50 is right, M54.2 spurious
        ("all assigned", Counts(2, 2, 1)),
        ("set exact", Share(0, 1)),
        # labelled M99 M99.0 M99.03 M99.04 M54 M54.5 M54.50; reported M54 M54.2 M54.5 M54.50 M99 M99.0 M99.05 M99.03
        ("hierarchical", Counts(6, 2, 1)),
        # in common M99.03 and M54.50, turned round
        ("order", Share(0, 1)),
        ("claim exact", Share(0, 1)),
        ("primary right", Share(0, 1)),
        # queried M99: .01 in both, .02 missed, .06 spurious; M54.31 is not in scope
        ("M99 queried", Counts(1, 1, 1)),
    ],
)
def test_codes(name: str, tally: Tally, mixed: Matched) -> None:
    """Codes are compared as sets by status; a rejected code is not reported."""
    assert measure(name, mixed) == tally


@pytest.mark.parametrize(
    ("assign", "m99_exact", "exact", "claim", "primary"),
    [
        (("M99.03", "M99.04"), 1, 1, 1, 1),
        (("M99.04", "M99.03"), 1, 1, 0, 0),
        (("M99.03", "M99.04", "M54.50"), 1, 0, 0, 1),
        (("M99.03",), 0, 0, 0, 1),
        ((), 0, 0, 0, 0),
    ],
)
def test_exact_or_not(  # noqa: PLR0913, PLR0917  # a row of the table
    assign: tuple[str, ...], m99_exact: int, exact: int, claim: int, primary: int, matched: Match
) -> None:
    """The M99 set leaves out other codes, a set its order, a claim nothing; the first code is right by itself."""
    both = matched(labelled_codes={"assign": ["M99.03", "M99.04"]}, assign=assign)
    names = ("M99 set exact", "set exact", "claim exact", "primary right")
    assert [measure(name, both) for name in names] == [Share(right, 1) for right in (m99_exact, exact, claim, primary)]


def test_no_code_where_none_is_labelled(matched: Match) -> None:
    """An empty set can be right; there is no first code to be right."""
    both = matched(assign=("M54.50",))
    assert measure("M99 set exact", both) == Share(1, 1)
    assert measure("claim exact", both) == Share(0, 1)
    assert measure("claim exact", matched()) == Share(1, 1)
    assert measure("primary right", both) == Share(0, 0)


def test_order_follows_the_rank(matched: Match) -> None:
    """Of four codes in common, in the order 1 3 2 4, five of six pairs are in order; codes of one side do not count."""
    labelled = ["M99.01", "M99.02", "M99.03", "M99.04", "M54.50"]
    both = matched(labelled_codes={"assign": labelled}, assign=("M54.2", "M99.01", "M99.03", "M99.02", "M99.04"))
    assert measure("order", both) == Share(5, 6)
    turned = both.report.model_copy(update={"suggestions": both.report.suggestions[::-1]})
    assert measure("order", both._replace(report=turned)) == Share(5, 6)
    assert measure("order", matched(labelled_codes={"assign": labelled}, assign=("M99.01",))) == Share(0, 0)


@pytest.mark.parametrize("places", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2), (2, 3, 0, 1), (0, 3, 1, 2)])
def test_scipy_agrees_on_order(places: tuple[int, ...], matched: Match) -> None:
    """Twice the share less one is Kendall's tau."""
    labelled = ["M99.01", "M99.02", "M99.03", "M99.04"]
    both = matched(labelled_codes={"assign": labelled}, assign=tuple(labelled[place] for place in places))
    share = order(both).value
    assert share is not None
    ranks = [places.index(place) for place in range(4)]
    assert 2 * share - 1 == pytest.approx(kendalltau(range(4), ranks).statistic)


def test_right_lesion_wrong_place(matched: Match) -> None:
    """One code of another region, one of another category: facets tell which, the hierarchy flatters both."""
    both = matched(labelled_codes={"assign": ["M99.03", "M99.14"]}, assign=("M99.04", "M99.34"))
    assert measure("M99 assigned", both) == Counts(0, 2, 2)
    assert measure("M99 category", both) == Counts(1, 1, 1)  # M99.0
    assert measure("M99 region", both) == Counts(1, 1, 1)  # one sacral
    # M99 and M99.0 of {M99, M99.0, M99.03, M99.1, M99.14} and {M99, M99.0, M99.04, M99.3, M99.34}
    assert measure("hierarchical", both) == Counts(2, 3, 3)


def test_each_code_by_itself(mixed: Matched) -> None:
    """Items are codes, M99 codes, and on whole codes their categories and regions."""
    assert each_code(mixed) == {
        "M54.2": Counts(0, 1, 0),
        "M54.50": Counts(1, 0, 0),
        "M99.03": Counts(1, 0, 0),
        "M99.04": Counts(0, 0, 1),
        "M99.05": Counts(0, 1, 0),
    }
    assert [*each_m99_code(mixed)] == ["M99.03", "M99.04", "M99.05"]
    assert each_m99_category(mixed) == {"M99.0": Counts(1, 1, 1)}
    assert each_m99_region(mixed) == {
        "lumbar": Counts(1, 0, 0),
        "sacral": Counts(0, 0, 1),
        "pelvic": Counts(0, 1, 0),
    }


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("M99.03", ("M99.0", "M99.03", "M99")),
        ("M54.2", ("M54.2", "M54")),
        ("S32.010A", ("S32.0", "S32.01", "S32.010", "S32.010A", "S32")),
        ("M99", ("M99",)),
    ],
)
def test_nodes(code: str, above: tuple[str, ...]) -> None:
    """A code and what its characters put it under."""
    assert nodes(code) == above


def test_a_code_without_a_region(matched: Match) -> None:
    """M99.9 names none."""
    assert each_m99_region(matched(assign=("M99.9",))) == {"none": Counts(0, 1, 0)}


def test_m99_keeps_its_category() -> None:
    """Other codes are left out."""
    assert m99(["M99.03", "M54.50", "M99.9"]) == {"M99.03", "M99.9"}
