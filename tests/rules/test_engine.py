"""A rule as data: how it is made and how it signs."""

from collections.abc import Iterator

from scribe.rules import Chart, Problem
from scribe.rules.engine import rule
from scribe.schema import Evidence, Issue

QUOTE = Evidence(quote="rib 4", span=(0, 5), match="exact")


@rule("RG99", "warning", topic="region_nonspecific", cites=("tabular-m99",))
def region_out_of_place(chart: Chart) -> Iterator[Problem]:
    """Flag every chart."""
    yield Problem("document", f"{len(chart.claims)} claims.", (QUOTE,))


def test_rule_is_named_after_its_function() -> None:
    """The name is the function's in kebab case; identity, weight, topic and sources are as declared."""
    assert region_out_of_place[:6] == (
        "RG99",
        "region-out-of-place",
        "warning",
        "region_nonspecific",
        ("tabular-m99",),
        "Flag every chart.",
    )


def test_rule_signs_a_problem() -> None:
    """A problem knows where and what; the rule adds who, how bad and on whose word."""
    assert region_out_of_place.sign(Problem("codes[0]", "Wrong.", (QUOTE,))) == Issue(
        rule="RG99",
        topic="region_nonspecific",
        severity="warning",
        at="codes[0]",
        message="Wrong.",
        citations=("tabular-m99",),
        evidence=(QUOTE,),
    )
