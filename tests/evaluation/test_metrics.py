"""Metrics: each one computed by hand."""

from collections.abc import Callable

import pytest

from scribe.evaluation.dataset import GROUPS, Case
from scribe.evaluation.metrics import METRICS, Counts, Metric, Share, Tally
from scribe.schema import (
    Care,
    CareKind,
    Evidence,
    Extraction,
    Function,
    Laterality,
    Lesion,
    Region,
    Report,
    Span,
    StatedCode,
    Tart,
)

BuildCase = Callable[..., Case]
BuildReport = Callable[..., Report]

QUOTE = (Evidence(quote="L4"),)


def metric(part: str, name: str) -> Metric:
    """Find a metric by what the table calls it."""
    return next(metric for metric in METRICS if (metric.part, metric.name) == (part, name))


def lesion(
    region: Region, laterality: Laterality | None = None, segments: tuple[str, ...] = (), *, absent: bool = False
) -> Lesion:
    """Write a somatic dysfunction in one line."""
    return Lesion(
        kind="somatic_dysfunction",
        region=region,
        laterality=laterality,
        segments=segments,
        assertion="absent" if absent else "present",
        evidence=QUOTE,
    )


def care(kind: CareKind, *regions: Region) -> Care:
    """Write today's care in one line."""
    return Care(kind=kind, timing="today", regions=regions, evidence=QUOTE)


def test_figures_of_counts() -> None:
    """Precision is 6 of 8 reported, recall 6 of 12 labelled, F1 12 of 20."""
    counts = Counts(hits=6, spurious=2, missed=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


@pytest.mark.parametrize(
    ("counts", "figures"),
    [
        (Counts(0, 0, 0), (None, None, None)),
        (Counts(0, 0, 3), (None, 0.0, 0.0)),
        (Counts(0, 3, 0), (0.0, None, 0.0)),
    ],
)
def test_a_figure_without_a_divisor_is_none(counts: Counts, figures: tuple[float | None, ...]) -> None:
    """What cannot be computed is None, not zero."""
    assert (counts.precision, counts.recall, counts.f1) == figures


def test_value_of_a_share() -> None:
    """A share of three in four is 0.75, and one of none is None."""
    assert (Share(3, 4).value, Share(0, 0).value) == (0.75, None)


@pytest.mark.parametrize(
    ("name", "tally"),
    [
        # assigned M99: both have .03; .04 is missed; .05 is spurious
        ("M99 assigned", Counts(hits=1, spurious=1, missed=1)),
        ("M99 set exact", Share(0, 1)),
        # and M54.50 is right, M54.2 spurious
        ("all assigned", Counts(hits=2, spurious=2, missed=1)),
        ("never assigned", Share(1, 1)),
        # queried M99: .01 in both, .02 missed, .06 spurious; M54.31 is not in scope
        ("M99 queried", Counts(hits=1, spurious=1, missed=1)),
    ],
)
def test_codes(name: str, tally: Tally, case: BuildCase, report: BuildReport) -> None:
    """Codes are compared as sets by status, whatever their order; a rejected code is not reported."""
    labelled = case(
        codes={
            "assign": ["M99.03", "M99.04", "M54.50"],
            "query": ["M99.01", "M99.02"],
            "never": ["M99.05", "M99.08"],
        }
    )
    reported = report(
        assign=("M54.2", "M54.50", "M99.05", "M99.03"), query=("M99.06", "M99.01", "M54.31"), reject=("M99.04",)
    )
    assert metric("codes", name).measure(labelled, reported) == tally


@pytest.mark.parametrize(
    ("assign", "exact", "never"),
    [
        (("M99.04", "M99.03"), Share(1, 1), Share(0, 1)),
        (("M99.04", "M99.03", "M54.50"), Share(1, 1), Share(1, 1)),
        (("M99.04",), Share(0, 1), Share(0, 1)),
    ],
)
def test_m99_set_is_exact_or_not(
    assign: tuple[str, ...], exact: Share, never: Share, case: BuildCase, report: BuildReport
) -> None:
    """The M99 set is compared without its order and without other codes; `never` means any code."""
    labelled = case(codes={"assign": ["M99.03", "M99.04"], "never": ["M54.50"]})
    assert metric("codes", "M99 set exact").measure(labelled, report(assign=assign)) == exact
    assert metric("codes", "never assigned").measure(labelled, report(assign=assign)) == never


def test_no_code_where_none_is_labelled_is_exact(case: BuildCase, report: BuildReport) -> None:
    """An empty set of M99 codes can be right."""
    assert metric("codes", "M99 set exact").measure(case(), report(assign=("M54.50",))) == Share(1, 1)


def test_exact_key_compares_every_field(case: BuildCase, report: BuildReport) -> None:
    """One finding agrees in all fields; one in a side, one in segments and one in assertion do not."""
    labelled = case(
        Extraction(
            lesions=(
                lesion("head", "left", ("OA",)),
                lesion("cervical", "left", ("C2",)),
                lesion("lumbar", "left", ("L4",)),
                lesion("sacral", "left"),
            )
        )
    )
    reported = report(
        Extraction(
            lesions=(
                lesion("head", "left", ("OA",)),
                lesion("cervical", "right", ("C2",)),
                lesion("lumbar", "left", ("L5",)),
                lesion("sacral", "left", absent=True),
            )
        )
    )
    assert metric("lesions", "exact").measure(labelled, reported) == Counts(hits=1, spurious=3, missed=3)
    # without side and segments, only the assertion still differs
    assert metric("lesions", "core").measure(labelled, reported) == Counts(hits=3, spurious=1, missed=1)
    # of the three core pairs, head and lumbar agree on the side
    assert metric("lesions", "side agrees").measure(labelled, reported) == Share(2, 3)
    # of the four pairs of one region, all but the sacrum agree on the assertion
    assert metric("lesions", "assertion agrees").measure(labelled, reported) == Share(3, 4)


def test_lists_compare_as_sets(case: BuildCase, report: BuildReport) -> None:
    """The order and the repetition of regions do not matter; their number does."""
    labelled = case(Extraction(care=(care("manipulation", "sacral", "lumbar"), care("massage", "cervical"))))
    reported = report(
        Extraction(care=(care("manipulation", "lumbar", "sacral", "lumbar"), care("massage", "cervical", "head")))
    )
    assert metric("care", "exact").measure(labelled, reported) == Counts(hits=1, spurious=1, missed=1)


def test_equal_findings_match_once_each(case: BuildCase, report: BuildReport) -> None:
    """Two labels and three equal findings make two hits and one spurious."""
    labelled = case(Extraction(lesions=(lesion("sacral"),) * 2))
    reported = report(Extraction(lesions=(lesion("sacral"),) * 3))
    assert metric("lesions", "exact").measure(labelled, reported) == Counts(hits=2, spurious=1, missed=0)


def test_pairs_of_one_core_agree_as_often_as_they_can(case: BuildCase, report: BuildReport) -> None:
    """Left and right against right, none and left make two pairs, both of which can agree."""
    labelled = case(Extraction(lesions=(lesion("sacral", "left"), lesion("sacral", "right"))))
    reported = report(
        Extraction(lesions=(lesion("sacral", "right"), lesion("sacral"), lesion("sacral", "left", ("S1",))))
    )
    assert metric("lesions", "side agrees").measure(labelled, reported) == Share(2, 2)


def test_findings_sum_their_groups(case: BuildCase, report: BuildReport) -> None:
    """Over all groups, a finding is compared within its own; groups without a side stay out of its share."""
    boggy = Tart(component="tissue_texture", region="sacral", laterality="left", evidence=QUOTE)
    sleep = Function(kind="sleep", evidence=QUOTE)
    stated = StatedCode(code="M99.04", evidence=QUOTE)
    labelled = case(Extraction(lesions=(lesion("sacral", "left"),), tart=(boggy,), function=(sleep,)))
    reported = report(
        Extraction(lesions=(lesion("sacral", "right"),), tart=(boggy,), function=(sleep,), stated_codes=(stated,))
    )
    assert metric("findings", "exact").measure(labelled, reported) == Counts(hits=2, spurious=2, missed=1)
    assert metric("findings", "core").measure(labelled, reported) == Counts(hits=3, spurious=1, missed=0)
    assert metric("findings", "side agrees").measure(labelled, reported) == Share(1, 2)
    assert metric("findings", "assertion agrees").measure(labelled, reported) == Share(2, 2)


def test_a_finding_of_another_group_is_no_match(case: BuildCase, report: BuildReport) -> None:
    """Equal fields in two groups do not meet."""
    labelled = case(Extraction(function=(Function(kind="gait", evidence=QUOTE),)))
    reported = report(Extraction(stated_codes=(StatedCode(code="gait", evidence=QUOTE),)))
    assert metric("findings", "exact").measure(labelled, reported) == Counts(hits=0, spurious=1, missed=1)


@pytest.mark.parametrize(
    ("evidence", "hits"),
    [
        ([("L4", (0, 2))], 1),
        ([("L4", (0, 2)), ("sacrum", (34, 40))], 1),
        ([("L4", (0, 2)), ("sacrum", (33, 40))], 0),
        ([("L4", None)], 0),
        ([("l4", (0, 2))], 0),
        ([], 0),
    ],
)
def test_evidence_slices_back(
    evidence: list[tuple[str, Span | None]], hits: int, case: BuildCase, report: BuildReport
) -> None:
    """Every span of a finding gives exactly its quote; a quote without a span, or no evidence, does not."""
    quotes = tuple(Evidence(quote=quote, span=span) for quote, span in evidence)
    reported = report(Extraction(function=(Function(kind="sleep", evidence=quotes),)))
    assert metric("findings", "evidence sliced").measure(case(), reported) == Share(hits, 1)


def test_topics_of_issues(case: BuildCase, report: BuildReport) -> None:
    """A topic raised twice counts once; one is missed and one spurious."""
    labelled = case(issues=("red_flag", "parent_code"))
    reported = report(issues=("red_flag", "red_flag", "function_missing"))
    assert metric("issues", "topics").measure(labelled, reported) == Counts(hits=1, spurious=1, missed=1)


def test_cases_are_summed_before_they_are_divided(case: BuildCase, report: BuildReport) -> None:
    """One code of one right and one of four right make two of five: not the mean of 1 and 0.25."""
    short = (case(codes={"assign": ["M99.01"]}), report(assign=("M99.01",)))
    long = (case(codes={"assign": ["M99.01", "M99.02", "M99.03", "M99.04"]}), report(assign=("M99.04",)))
    total = metric("codes", "M99 assigned").total([short, long])
    assert total == Counts(hits=2, spurious=0, missed=3)
    assert total is not None
    assert metric("codes", "M99 set exact").total([short, long]) == Share(1, 2)
    assert metric("codes", "M99 assigned").total([]) is None


def test_every_group_has_the_metrics_that_its_fields_allow() -> None:
    """Side and assertion are compared where a group has them, the core where it differs from the exact key."""
    names = {group: [metric.name for metric in METRICS if metric.part == group] for group in GROUPS}
    full = ["exact", "core", "side agrees", "assertion agrees"]
    assert names == {
        "lesions": full,
        "tart": full,
        "neuro": full,
        "imaging": full,
        "diagnoses": full,
        "care": ["exact"],
        "function": ["exact"],
        "stated_codes": ["exact"],
    }
