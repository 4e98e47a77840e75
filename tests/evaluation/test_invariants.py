"""The hard invariants: every one is noticed when it breaks, and none breaks by itself."""

from collections.abc import Callable

import pytest

from scribe import process
from scribe.evaluation.invariants import violations
from scribe.schema import Evidence, Report, Suggestion

NOTE = "S: Low back pain.\nO: L5 tender, boggy.\nA: Somatic dysfunction of the lumbar region, L5 FRS right.\n"


@pytest.fixture
def sound() -> Report:
    """A report without a fault."""
    return process(NOTE)


def test_a_report_of_ours_breaks_nothing(sound: Report) -> None:
    """What is read, coded and checked holds all invariants."""
    assert [suggestion.code for suggestion in sound.suggestions] == ["M99.03"]
    assert violations(sound) == ()


def quoting(report: Report, **changes: object) -> Report:
    """The report with a quote of its first TART finding changed."""
    first, *others = report.extraction.tart
    evidence = (first.evidence[0].model_copy(update=changes),)
    tart = (first.model_copy(update={"evidence": evidence}), *others)
    return report.model_copy(update={"extraction": report.extraction.model_copy(update={"tart": tart})})


def suggesting(report: Report, **changes: object) -> Report:
    """The report with its only suggestion changed."""
    [suggestion] = report.suggestions
    return report.model_copy(update={"suggestions": (suggestion.model_copy(update=changes),)})


def doubting(report: Report) -> Report:
    """The report with its lesion not verified."""
    [lesion] = report.extraction.lesions
    lesions = (lesion.model_copy(update={"unverified": ("region",)}),)
    return report.model_copy(update={"extraction": report.extraction.model_copy(update={"lesions": lesions})})


def repeated(report: Report) -> Report:
    """The report with its suggestion listed twice."""
    second: Suggestion = report.suggestions[0].model_copy(update={"rank": 2})
    return report.model_copy(update={"suggestions": (*report.suggestions, second)})


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda report: quoting(report, span=None), "tart[0]: a quote has a place exactly when it matches"),
        (lambda report: quoting(report, span=(5, 5)), "tart[0]: the span is outside the text"),
        (lambda report: quoting(report, span=(0, 9_999)), "tart[0]: the span is outside the text"),
        (lambda report: quoting(report, span=(0, 4)), "tart[0]: the quote does not stand at its span"),
        (lambda report: quoting(report, line=9), "tart[0]: the line is outside the text"),
        (
            lambda report: suggesting(report, code="M99.0"),
            "M99.0: assigned, and no code to bill on the day of the visit",
        ),
        (
            lambda report: suggesting(report, code="M99.77x"),
            "M99.77x: assigned, and no code to bill on the day of the visit",
        ),
        (lambda report: suggesting(report, derivation=("CD01",)), "M99.03: assigned without a finding of the report"),
        (
            lambda report: suggesting(report, derivation=("lesions[7]",)),
            "M99.03: assigned without a finding of the report",
        ),
        (doubting, "M99.03: assigned on a finding that is not verified"),
        (lambda report: suggesting(report, evidence=()), "M99.03: assigned on a quote that is not in the text"),
        (
            lambda report: suggesting(report, evidence=(Evidence(quote="nowhere"),)),
            "M99.03: assigned on a quote that is not in the text",
        ),
        (repeated, "a code is assigned twice"),
        (lambda report: suggesting(report, rank=2), "the ranks of status assign are not 1, 2, 3 and so on"),
    ],
)
def test_what_is_broken_is_named(sound: Report, broken: Callable[[Report], Report], said: str) -> None:
    """One fault gives one violation."""
    assert violations(broken(sound)) == (said,)
