"""Calibration and risk: each figure computed by hand."""

from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics import Share
from scribe.evaluation.metrics.calibration import (
    FEWEST,
    Bin,
    Prediction,
    area,
    areas,
    bins,
    block_sums,
    brier,
    calibration_error,
    predictions,
    risk_coverage,
)
from scribe.schema import Evidence, Extraction, Function, FunctionKind

Match = Callable[..., Matched]


def function(kind: FunctionKind, confidence: float | None) -> Function:
    """Find a limitation, more or less surely."""
    return Function(kind=kind, confidence=confidence, evidence=(Evidence(quote="A"),))


@pytest.fixture
def three(matched: Match) -> Matched:
    """Three findings with a confidence, of which the first and the last are right, and one without."""
    labels = (function("sleep", None), function("work", None), function("sitting", None))
    findings = (function("sleep", 0.9), function("gait", 0.6), function("sitting", None), function("work", 0.5))
    return matched(Extraction(function=labels), Extraction(function=findings))


def test_predictions(three: Matched) -> None:
    """A finding is right where its key is that of a label; one without a confidence is no prediction."""
    assert predictions(three) == ((0.9, True), (0.6, False), (0.5, True))


def test_brier(three: Matched) -> None:
    """Squares of 0.1, 0.6 and 0.5 make 0.62 over three, as scikit-learn has it."""
    share = brier(three)
    assert share == pytest.approx(Share(0.01 + 0.36 + 0.25, 3))
    assert share.value == pytest.approx(brier_score_loss([1, 0, 1], [0.9, 0.6, 0.5]))


def test_bins_of_equal_mass() -> None:
    """Six predictions in three bins are two each."""
    predicted = [Prediction(at / 10, at in {2, 3, 5, 6}) for at in range(1, 7)]
    assert [one.confidence for one in bins(predicted, 3)] == pytest.approx([0.15, 0.35, 0.55])
    assert [(one.right, one.size) for one in bins(predicted, 3)] == [(0.5, 2), (0.5, 2), (1.0, 2)]


def test_equal_confidences_share_a_bin() -> None:
    """Four of one confidence and two of another are two bins, whatever was asked for."""
    predicted = [Prediction(0.5, at == 0) for at in range(4)] + [Prediction(0.75, right=True)] * 2
    assert bins(predicted, 3) == bins(predicted[::-1], 3) == (Bin(0.5, 0.25, 4), Bin(0.75, 1.0, 2))


def test_calibration_error() -> None:
    """150 at .4 of which 30 are right, and 50 at .8 all right: 3/4 of .2 and 1/4 of .2 make .2."""
    predicted = [Prediction(0.4, at < 30) for at in range(150)] + [Prediction(0.8, right=True)] * 50
    assert calibration_error(predicted) == pytest.approx(0.2)
    assert calibration_error(predicted[: FEWEST - 1]) is None


def test_scikit_learn_agrees_on_calibration() -> None:
    """Without equal confidences, the bins are scikit-learn's quantile bins."""
    predicted = [Prediction((at + 0.5) / 400, at * 7 % 400 < at) for at in range(400)]
    right, confidence = calibration_curve(
        [one.right for one in predicted], [one.confidence for one in predicted], n_bins=10, strategy="quantile"
    )
    ours = bins(predicted)
    assert [one.right for one in ours] == pytest.approx(right)
    assert [one.confidence for one in ours] == pytest.approx(confidence)
    assert calibration_error(predicted) == pytest.approx(sum(abs(right - confidence)) / 10)


def test_risk_and_coverage() -> None:
    """Right, wrong, right, wrong by falling confidence: risks 0, 1/2, 1/3 and 1/2."""
    predicted = [Prediction(confidence, right) for confidence, right in ((0.2, False), (0.9, True), (0.5, True))]
    curve = risk_coverage([*predicted, Prediction(0.7, right=False)])
    assert [point.coverage for point in curve] == [0.25, 0.5, 0.75, 1.0]
    assert [point.risk for point in curve] == pytest.approx([0, 1 / 2, 1 / 3, 1 / 2])
    assert area(curve) == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)
    assert area(()) is None


def test_equal_confidences_come_in_any_order() -> None:
    """The curve of equal confidences is the mean of the curves of all their orders."""
    rights = (True, False, False, True)
    curve = risk_coverage(Prediction(0.5, right) for right in rights)
    risks = [[sum(not right for right in order[: k + 1]) / (k + 1) for k in range(4)] for order in permutations(rights)]
    assert [point.risk for point in curve] == pytest.approx([sum(column) / 24 for column in zip(*risks, strict=True)])


def test_area_of_sums_is_the_area() -> None:
    """Of two confidences, one right, then one of three wrong: risks 0, 1/6, 2/9, 1/4; one by one and from sums."""
    predicted = [Prediction(0.9, right=True), *(Prediction(0.5, right=at > 0) for at in range(3))]
    sums = [*block_sums(predicted, [0.9, 0.7, 0.5])]
    assert sums == [1, 0, 0, 0, 3, 1]
    assert areas(np.asarray([sums, sums], dtype=float)) == pytest.approx([(0 + 1 / 6 + 2 / 9 + 1 / 4) / 4] * 2)
    chance = np.random.default_rng(5)
    many = [Prediction(float(one), bool(chance.random() < one)) for one in chance.choice([0.6, 0.7, 0.8, 0.95], 300)]
    totals = np.asarray([*block_sums(many, [0.95, 0.8, 0.7, 0.6])], dtype=float)
    assert areas(totals) == pytest.approx(area(risk_coverage(many)))
