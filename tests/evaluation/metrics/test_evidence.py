"""Metrics of evidence: each one computed by hand."""

from collections.abc import Callable

import pytest
from nervaluate import Evaluator

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics import METRICS, Counts, Share, Tally
from scribe.schema import Evidence, Extraction, Function, Span

Match = Callable[..., Matched]

TEXT = "Sleep is poor; he can't sit at work."


def measure(name: str, matched: Matched) -> Tally | None:
    """Measure by the name of a metric."""
    return next(metric for metric in METRICS if (metric.part, metric.name) == ("evidence", name)).measure(matched)


def sleep(*spans: Span) -> Extraction:
    """Find that sleep is poor, at some places."""
    quotes = tuple(Evidence(quote=TEXT[slice(*span)], span=span, match="exact") for span in spans)
    return Extraction(function=(Function(kind="sleep", evidence=quotes),))


@pytest.mark.parametrize(
    ("gold", "finding", "iou", "tokens", "words", "spans"),
    [
        # the same words
        ((0, 13), [(0, 13)], 1.0, Counts(3, 0, 0), 1, Counts(1, 0, 0)),
        # "Sleep is poor" and "poor; he": 4 of 17 characters, 1 token of 3 and of 3
        ((0, 13), [(9, 17)], 4 / 17, Counts(1, 2, 2), 0, Counts(0, 1, 1)),
        # a token belongs to a quote that covers any of it
        ((0, 13), [(0, 10)], 10 / 13, Counts(3, 0, 0), 0, Counts(0, 1, 1)),
        # can ' t are three tokens
        ((0, 13), [(0, 13), (18, 23)], 13 / 18, Counts(3, 3, 0), 1, Counts(1, 1, 0)),
        # two quotes that overlap count their characters and tokens once
        ((0, 13), [(0, 8), (6, 13)], 1.0, Counts(3, 0, 0), 0, Counts(0, 2, 1)),
    ],
)
def test_evidence(  # noqa: PLR0913, PLR0917  # a row of the table
    gold: Span, finding: list[Span], iou: float, tokens: Counts, words: int, spans: Counts, matched: Match
) -> None:
    """Characters, tokens, words and whole spans."""
    both = matched(sleep(gold), sleep(*finding), TEXT)
    assert measure("IoU", both) == Share(iou, 1)
    assert measure("tokens", both) == tokens
    assert measure("same words", both) == Share(words, 1)
    assert measure("same span", both) == spans


def test_only_pairs_count(matched: Match) -> None:
    """A finding that stands for no label has no evidence to compare, and neither has a label that is missed."""
    assert measure("IoU", matched(sleep((0, 13)), None, TEXT)) == Share(0, 0)
    assert measure("tokens", matched(None, sleep((0, 13)), TEXT)) == Counts(0, 0, 0)


def test_a_quote_without_a_place_covers_nothing(matched: Match) -> None:
    """Its words may still be those of the label, but for case, signs and space."""
    unplaced = Extraction(function=(Function(kind="sleep", evidence=(Evidence(quote="SLEEP is\npoor!"),)),))
    both = matched(sleep((0, 13)), unplaced, TEXT)
    assert measure("IoU", both) == Share(0, 1)
    assert measure("tokens", both) == Counts(0, 0, 3)
    assert measure("same words", both) == Share(1, 1)


@pytest.mark.parametrize(
    ("evidence", "hits"),
    [
        ([("Sleep", (0, 5))], 1),
        ([("Sleep", (0, 5)), ("poor", (9, 13))], 1),
        ([("Sleep", (0, 5)), ("poor", (8, 13))], 0),
        ([("Sleep", None)], 0),
        ([("sleep", (0, 5))], 0),
        ([], 0),
    ],
)
def test_evidence_slices_back(evidence: list[tuple[str, Span | None]], hits: int, matched: Match) -> None:
    """Every span of a finding gives exactly its quote; a quote without a span, or no evidence, does not."""
    quotes = tuple(Evidence(quote=quote, span=span) for quote, span in evidence)
    findings = Extraction(function=(Function(kind="sleep", evidence=quotes),))
    assert measure("sliced", matched(None, findings, TEXT)) == Share(hits, 1)


def test_nervaluate_agrees_on_whole_spans(matched: Match) -> None:
    """Precision, recall and F1 of spans are those of nervaluate's exact schema on the same spans."""
    labels, findings = [(0, 13), (15, 23), (28, 35)], [(0, 13), (15, 20), (28, 35), (24, 27)]
    both = [[{"label": "x", "start": start, "end": end - 1} for start, end in spans] for spans in (labels, findings)]
    theirs = Evaluator([both[0]], [both[1]], tags=["x"], loader="dict").evaluate()["overall"]["exact"]
    ours = measure("same span", matched(sleep(*labels), sleep(*findings), TEXT))
    assert ours == Counts(2, 2, 1)
    assert isinstance(ours, Counts)
    assert (ours.precision, ours.recall, ours.f1) == pytest.approx((theirs.precision, theirs.recall, theirs.f1))
