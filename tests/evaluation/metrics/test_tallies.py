"""Counts and shares: each figure computed by hand."""

import pytest
from sklearn.metrics import f1_score, precision_recall_fscore_support

from scribe.evaluation.dataset import GROUPS
from scribe.evaluation.metrics import METRICS, Counts, Share, macro_f1
from scribe.evaluation.metrics.tallies import compared, compared_each


def test_figures_of_counts() -> None:
    """Precision is 6 of 8 reported, recall 6 of 12 labelled, F1 12 of 20."""
    counts = Counts(hits=6, spurious=2, missed=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)
    assert counts.ratios == (("precision", 6, 8), ("recall", 6, 12), ("f1", 12, 20))


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
    assert Share(3, 4).ratios == (("share", 3, 4),)


def test_macro_f1_averages_what_is_labelled() -> None:
    """F1 of 1 and of 0 average to a half; a code that is reported only lowers the precision of none."""
    items = {"M99.01": Counts(2, 0, 0), "M99.02": Counts(0, 0, 1), "M99.03": Counts(0, 5, 0)}
    assert macro_f1(items) == 0.5
    assert macro_f1({"M99.03": Counts(0, 5, 0)}) is None


def test_scikit_learn_agrees() -> None:
    """Micro and macro figures over three cases and three codes are those of scikit-learn on the same indicators."""
    codes = ["M99.01", "M99.02", "M99.03", "M99.04"]
    cases = [
        ({"M99.01", "M99.02"}, {"M99.01", "M99.04"}),
        ({"M99.01"}, {"M99.01", "M99.03"}),
        ({"M99.02", "M99.03"}, {"M99.03"}),
    ]
    labelled, reported = ([[code in side for code in codes] for side in sides] for sides in zip(*cases, strict=True))
    each = [compared_each(*case) for case in cases]
    summed = {
        code: Counts(*map(sum, zip(*(one.get(code, Counts(0, 0, 0)) for one in each), strict=True))) for code in codes
    }
    micro = Counts(*map(sum, zip(*(compared(*case) for case in cases), strict=True)))
    precision, recall, f1, _ = precision_recall_fscore_support(labelled, reported, average="micro")
    assert (micro.precision, micro.recall, micro.f1) == pytest.approx((precision, recall, f1))
    in_gold = [at for at, code in enumerate(codes) if any(code in case[0] for case in cases)]
    assert macro_f1(summed) == pytest.approx(f1_score(labelled, reported, average="macro", labels=in_gold))
    assert macro_f1(summed) == pytest.approx((1 + 0 + 2 / 3) / 3)


def test_every_metric_has_a_key_of_its_own() -> None:
    """Keys are words with underscores, once each, and lead with the part."""
    keys = [metric.key for metric in METRICS]
    assert len({*keys}) == len(keys)
    assert all(key.replace(".", "_").isidentifier() and key == key.lower() for key in keys)
    assert keys[0] == "danger.side_flip"


def test_every_metric_says_what_it_is() -> None:
    """The measure of every metric has a docstring."""
    assert all((getattr(metric.measure, "func", metric.measure).__doc__ or "").strip() for metric in METRICS)


def test_every_group_has_the_metrics_that_its_fields_allow() -> None:
    """Fields are compared where a group has them, the core where it differs from the exact key."""
    names = {group: [metric.name for metric in METRICS if metric.part == group] for group in GROUPS}
    alike = ["exact", "core", "relaxed"]
    agree = ["region agrees", "side agrees", "assertion agrees"]
    assert names == {
        "lesions": [
            *alike,
            "region agrees",
            "mechanisms agree",
            "segments agree",
            "side agrees",
            "assertion agrees",
            "type facet",
            "region facet",
        ],
        "tart": [*alike, *agree],
        "neuro": [*alike, "roots agree", "side agrees", "assertion agrees"],
        "imaging": [*alike, "modality agrees", *agree],
        "diagnoses": [*alike, *agree],
        "care": ["exact", "relaxed", "timing agrees", "regions agree"],
        "function": ["exact"],
        "stated_codes": ["exact"],
    }
    assert [metric.name for metric in METRICS if metric.part == "findings"] == [*alike, *agree]
