"""Every coding decision says to which codes it leads, and derivation bears that out."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from scribe.coding import DECISIONS
from scribe.schema import REGIONS, Condition, Encounter, Finding, LesionKind, Mechanism, Suggestion
from scribe.terminology.excludes import covers

EVERY = "every"
ORDER = {"CD22", "CD23"}
"""Said of every code of a claim, also of those that stay where they are."""


def assert_in_scope(suggestions: tuple[Suggestion, ...]) -> None:
    """Each decision of a suggestion names its code among its codes."""
    for suggestion in suggestions:
        for identity in ({*suggestion.derivation} & {*DECISIONS}) - ORDER:
            scope = DECISIONS[identity].codes
            assert EVERY in scope or any(covers(pattern, suggestion.code) for pattern in scope), (
                identity,
                suggestion.code,
            )


def encounters() -> Iterator[Encounter]:
    """Visits that are coded in different orders and with different 7th characters."""
    yield Encounter()
    yield Encounter(payer="medicare", discipline="chiropractic", visit="subsequent")


@pytest.mark.parametrize("kind", get_args(LesionKind))
@pytest.mark.parametrize("region", [None, *REGIONS])
def test_what_leads_to_a_code_of_a_lesion_names_it(chart: Any, kind: str, region: str | None) -> None:  # noqa: ANN401  # a fixture
    """Whatever mechanism, assertion and company a lesion has, each of its decisions is about its code."""
    for encounter in encounters():
        for mechanisms in [(), *((one,) for one in get_args(Mechanism))]:
            for assertion in ("present", "possible", "historical"):
                fields: dict[str, Any] = {"mechanisms": mechanisms, "assertion": assertion}
                found: list[Finding] = [chart.lesion(kind, region, **fields), chart.manipulation()]
                found += [chart.diagnosis(condition, region) for condition in ("disc_herniation", "spinal_stenosis")]
                assert_in_scope(chart.derive(found[0], found[1], encounter=encounter))
                assert_in_scope(chart.derive(*found, encounter=encounter))


@pytest.mark.parametrize("condition", get_args(Condition))
def test_what_leads_to_a_code_of_a_condition_names_it(chart: Any, condition: str) -> None:  # noqa: ANN401  # a fixture
    """Whatever region and company a condition has, each of its decisions is about its code."""
    company = ("radiculopathy", "myelopathy", "low_back_pain", "sciatica")
    for region in (None, *REGIONS):
        one = chart.diagnosis(condition, region)
        assert_in_scope(chart.derive(one))
        assert_in_scope(chart.derive(one, *(chart.diagnosis(other, region) for other in company)))
        assert_in_scope(chart.derive(chart.diagnosis(condition, region, assertion="possible")))


def test_the_order_of_a_payer_is_about_the_codes_it_moves(chart: Any) -> None:  # noqa: ANN401  # a fixture
    """Of two dysfunctions beside a diagnosis, those that Medicare wants first come first, and no other."""
    medicare = Encounter(payer="medicare", discipline="chiropractic")
    for region in REGIONS:
        lesion, diagnosis = chart.lesion("somatic_dysfunction", region), chart.diagnosis("spondylolisthesis", "lumbar")
        first = chart.assigned(lesion, diagnosis, chart.manipulation(), encounter=medicare)[0]
        moved = any(covers(pattern, chart.assigned(lesion)[0]) for pattern in DECISIONS["CD23"].codes)
        assert (first == chart.assigned(lesion)[0]) == moved


def test_every_decision_has_codes() -> None:
    """A decision without codes would be shown for none."""
    assert all(decision.codes for decision in DECISIONS.values())
