"""Codes that do not stand beside each other."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


@pytest.mark.parametrize(
    ("symptom", "region", "code"),
    [("low_back_pain", None, "M54.50"), ("neck_pain", "cervical", "M54.2"), ("headache", None, "R51.9")],
)
def test_symptom_beside_dysfunction_comes_last(chart: "Chart", symptom: str, region: str | None, code: str) -> None:
    """A dysfunction does not explain pain away."""
    lesion = chart.lesion("somatic_dysfunction", "sacral")
    assert chart.assigned(chart.diagnosis(symptom, region), lesion) == ["M99.04", code]


@pytest.mark.parametrize(
    ("symptom", "diagnosis", "code"),
    [
        ("low_back_pain", ("spondylosis", "lumbar", "lumbar spondylosis"), "M54.50"),
        ("low_back_pain", ("sacroiliitis", "sacral", "sacroiliitis"), "M54.50"),
        ("low_back_pain", ("sprain_strain", "lumbar", "lumbar sprain"), "M54.50"),
        ("neck_pain", ("sprain_strain", "cervical", "whiplash"), "M54.2"),
        ("thoracic_pain", ("fracture", "thoracic", "osteoporotic fracture T8"), "M54.6"),
        ("sciatica", ("spondylolisthesis", "lumbar", "L5-S1 slip"), "M54.30"),
        ("sciatica", ("radiculopathy", "lumbar", "L5 radiculopathy"), "M54.30"),
    ],
)
def test_symptom_integral_to_a_diagnosis(
    chart: "Chart", symptom: str, diagnosis: tuple[str, str, str], code: str
) -> None:
    """A symptom that a definitive diagnosis of its region explains is rejected."""
    findings = chart.diagnosis(symptom, None), chart.diagnosis(*diagnosis)
    assert (len(chart.assigned(*findings)), chart.rejected(*findings)) == (1, [code])


def test_diagnosis_elsewhere_leaves_the_symptom(chart: "Chart") -> None:
    """Low back pain is not explained by a neck."""
    back, neck = chart.diagnosis("low_back_pain", None), chart.diagnosis("spondylosis", "cervical", "spondylosis")
    assert chart.assigned(back, neck) == ["M47.812", "M54.50"]


def test_lumbago_with_sciatica(chart: "Chart") -> None:
    """Low back pain and sciatica are one code, and M54.50 gives way by its Excludes1 note."""
    back, leg = chart.diagnosis("low_back_pain", None), chart.diagnosis("sciatica", None, laterality="right")
    assert (chart.assigned(back, leg), chart.reasons(back, leg)["M54.50"]) == (
        ["M54.41"],
        "An Excludes1 note at M54.5 keeps M54.50 and M54.41 apart.",
    )


def test_strain_without_region_excludes_low_back_pain(chart: "Chart") -> None:
    """An Excludes1 note counts where the region of one code is not known."""
    strain, pain = chart.diagnosis("sprain_strain", None, "low back strain"), chart.diagnosis("low_back_pain", None)
    assert chart.assigned(strain, pain) == ["S39.012A"]


def test_spondylolysis_gives_way_to_the_slip(chart: "Chart") -> None:
    """The code at which the note stands gives way, in either order; of another region it stays."""
    slip = chart.diagnosis("spondylolisthesis", "lumbar", "L5-S1 slip")
    defect = chart.diagnosis("spondylolysis", "lumbar", "L5 pars defect")
    neck = chart.diagnosis("spondylolysis", "cervical", "C6 pars defect")
    assert [chart.assigned(slip, defect), chart.assigned(defect, slip), chart.assigned(slip, neck)] == [
        ["M43.17"],
        ["M43.17"],
        ["M43.17", "M43.02"],
    ]


def test_spondylolysis_gives_way_across_a_junction(chart: "Chart") -> None:
    """A lumbosacral slip and a sacral defect may be one place, whatever region each of them is given."""
    slip = chart.diagnosis("spondylolisthesis", "lumbar", "L5-S1 slip")
    defect = chart.diagnosis("spondylolysis", "sacral", "pars defect")
    assert chart.assigned(slip, defect) == ["M43.17"]


def test_low_back_pain_gives_way_to_lumbago_with_sciatica_wherever_it_is_felt(chart: "Chart") -> None:
    """Low back pain and sciatica concern one place, though one is said of the sacrum and one of the leg."""
    back = chart.diagnosis("low_back_pain", "sacral", "pain low in the back")
    leg = chart.diagnosis("sciatica", "lower_extremity", "left sciatica", laterality="left")
    assert chart.assigned(back, leg) == ["M54.42"]


def test_second_mechanism_of_a_second_statement_stays(chart: "Chart") -> None:
    """Two statements of one stenosis share the code of the mechanism that both name; the other keeps its own."""
    first = chart.lesion("canal_stenosis", "lumbar", "disc narrows the canal", mechanisms=["disc"])
    second = chart.lesion("canal_stenosis", "lumbar", "disc and facets narrow it", mechanisms=["disc", "osseous"])
    assert chart.assigned(first, second) == ["M99.53", "M99.33"]


def test_injury_and_disease_are_unrelated(chart: "Chart") -> None:
    """The note at S33 about nontraumatic discs does not forbid a sprain beside a disc disease."""
    sprain = chart.diagnosis("sprain_strain", "lumbar", "lumbar sprain")
    disc = chart.diagnosis("disc_degeneration", "lumbar", "disc degeneration")
    assert chart.assigned(sprain, disc) == ["S33.5XXA", "M51.369"]


def test_myelopathy_of_a_disc_leaves_no_other_myelopathy(chart: "Chart") -> None:
    """The code of a myelopathy in other diseases names no region, so that the note at it holds everywhere."""
    canal = chart.lesion("canal_stenosis", "head", "canal stenosis")
    here = chart.diagnosis("myelopathy", "head", "myelopathy of the head")
    there = chart.diagnosis("myelopathy", "cervical", "cervical myelopathy")
    disc = chart.diagnosis("disc_herniation", "cervical", "cervical disc herniation")
    assigned = chart.assigned(canal, here, there, disc)
    assert "M50.00" in assigned
    assert "G99.2" not in assigned


def test_postlaminectomy_holds_the_fibrosis(chart: "Chart") -> None:
    """Epidural fibrosis after a laminectomy has no code of its own."""
    syndrome, scar = chart.diagnosis("postlaminectomy_syndrome", None), chart.diagnosis("epidural_fibrosis", "lumbar")
    assert (chart.assigned(syndrome, scar), chart.rejected(syndrome, scar)) == (["M96.1"], ["G96.12"])


def test_named_headache_replaces_the_symptom(chart: "Chart") -> None:
    """A named headache is a diagnosis and comes before M99."""
    named = chart.diagnosis("headache", "head", "cervicogenic headache")
    plain, lesion = chart.diagnosis("headache", None), chart.lesion("somatic_dysfunction", "head")
    assert chart.assigned(plain, lesion, named) == ["G44.86", "M99.00"]
