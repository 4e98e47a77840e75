"""The order of codes on a claim."""

from typing import TYPE_CHECKING

import pytest

from scribe.schema import Encounter, Evidence

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


def test_general_order(chart: "Chart") -> None:
    """Definitive diagnosis, M99, companion, symptom, headache."""
    findings = (
        chart.diagnosis("headache", None),
        chart.diagnosis("neck_pain", "cervical"),
        chart.diagnosis("radiculopathy", "lumbar"),
        chart.diagnosis("spondylolisthesis", "lumbar", "L4-5 slip"),
        chart.lesion("somatic_dysfunction", "rib_cage"),
        chart.lesion("somatic_dysfunction", "cervical"),
    )
    assert chart.assigned(*findings) == ["M43.16", "M99.08", "M99.01", "M54.16", "M54.2", "R51.9"]


def test_written_codes_keep_their_order(chart: "Chart") -> None:
    """M99 codes that the document writes down follow its order, the others come after."""
    lesions = [chart.lesion("somatic_dysfunction", region) for region in ("head", "cervical", "sacral")]
    assert chart.assigned(*lesions, *chart.written("M99.04", "M99.00")) == ["M99.04", "M99.00", "M99.01"]


def test_assessment_orders_what_is_not_written(chart: "Chart") -> None:
    """Lesions that the assessment lists follow it, though the exam found them in another order."""

    def assessed(start: int) -> tuple[Evidence, ...]:
        return (Evidence(quote="dysfunction", span=(start, start + 11), match="exact", section="assessment"),)

    neck = chart.lesion("somatic_dysfunction", "cervical").model_copy(update={"evidence": assessed(950)})
    sacrum = chart.lesion("somatic_dysfunction", "sacral").model_copy(update={"evidence": assessed(900)})
    assert chart.assigned(neck, sacrum) == ["M99.04", "M99.01"]


MEDICARE = Encounter(payer="medicare", discipline="chiropractic")


def test_medicare_chiropractic_order(chart: "Chart") -> None:
    """M99.00 to M99.05 come first; other M99 codes keep their place after the diagnosis."""
    findings = (
        chart.diagnosis("spondylosis", "lumbar", "lumbar spondylosis"),
        chart.lesion("somatic_dysfunction", "rib_cage"),
        chart.lesion("somatic_dysfunction", "lumbar"),
        chart.manipulation(),
    )
    assert chart.assigned(*findings, encounter=MEDICARE) == ["M99.03", "M47.816", "M99.08"]


@pytest.mark.parametrize(
    "encounter", [Encounter(payer="medicare"), Encounter(discipline="chiropractic"), Encounter(payer="other")]
)
def test_other_claims_keep_the_general_order(chart: "Chart", encounter: Encounter) -> None:
    """Another payer or another discipline changes nothing."""
    findings = chart.lesion("somatic_dysfunction", "lumbar"), chart.diagnosis("spondylosis", "lumbar")
    assert chart.assigned(*findings, chart.manipulation(), encounter=encounter) == ["M47.816", "M99.03"]


def test_no_manipulation_today_keeps_the_general_order(chart: "Chart") -> None:
    """Without a manipulation there is no chiropractic claim."""
    findings = chart.lesion("somatic_dysfunction", "lumbar"), chart.diagnosis("spondylosis", "lumbar")
    assert chart.assigned(*findings, encounter=MEDICARE) == ["M47.816", "M99.03"]


def test_written_manipulation_code_shows_the_discipline(chart: "Chart") -> None:
    """A chiropractic code in the document stands for the discipline where it is not said."""
    findings = chart.lesion("somatic_dysfunction", "lumbar"), chart.diagnosis("spondylosis", "lumbar")
    encounter = Encounter(payer="medicare")
    derived = chart.assigned(*findings, chart.manipulation(), *chart.written("98940"), encounter=encounter)
    assert derived == ["M99.03", "M47.816"]
