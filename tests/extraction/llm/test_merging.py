"""Specification of merging."""

from typing import Any

import pytest

from scribe.extraction.llm.merging import merge
from scribe.schema import Evidence, Lesion, Tart


def lesion(quote: str, line: int = 1, **fields: Any) -> tuple[str, Lesion]:  # noqa: ANN401  # fields of a record
    """Return a lesion with one quote."""
    values: dict[str, Any] = {"kind": "somatic_dysfunction", "region": "lumbar", **fields}
    return "lesions", Lesion(evidence=(Evidence(quote=quote, line=line),), **values)


def quotes(found: tuple[Lesion, ...]) -> list[list[str]]:
    """Return the quotes of each finding."""
    return [[evidence.quote for evidence in one.evidence] for one in found]


def test_the_same_finding_twice_is_one_with_both_quotes() -> None:
    """Segments share context; what both report is one finding, and a quote stands once."""
    merged = merge([lesion("a"), lesion("b"), lesion("a"), lesion("a", line=2)]).lesions
    assert quotes(merged) == [["a", "b", "a"]]


@pytest.mark.parametrize("order", [1, -1])
def test_a_lesion_that_says_less_is_the_same_lesion(order: int) -> None:
    """Examination and assessment name one lesion, in either order."""
    findings = [lesion("L5 FRS right", segments=("L5",), laterality="right"), lesion("lumbar dysfunction")]
    merged = merge(findings[::order]).lesions
    assert [(one.segments, one.laterality) for one in merged] == [(("L5",), "right")]
    assert sorted(quotes(merged)[0]) == ["L5 FRS right", "lumbar dysfunction"]


@pytest.mark.parametrize(
    "other", [{"laterality": "left"}, {"region": "sacral"}, {"region": None}, {"assertion": "possible"},
              {"kind": "subluxation_complex"}, {"segments": ("L4",), "laterality": None}]
)  # fmt: skip
def test_lesions_that_differ_stay_apart(other: dict[str, Any]) -> None:
    """Another side, region, assertion or kind is another lesion; so are two that each say more than the other."""
    assert len(merge([lesion("a", laterality="right"), lesion("b", **({"laterality": "right"} | other))]).lesions) == 2


def test_findings_of_palpation_differ_by_their_side() -> None:
    """Only lesions are taken together where one says less."""
    evidence = (Evidence(quote="a", line=1),)
    one = Tart(component="tenderness", region="lumbar", evidence=evidence)
    assert len(merge([("tart", one), ("tart", one.model_copy(update={"laterality": "left"}))]).tart) == 2
