"""M99 is not used for what another category classifies."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


@pytest.mark.parametrize(
    ("diagnosis", "assigned", "lesion", "replaced"),
    [
        (("disc_herniation", "L4-5 herniation"), "M51.26", ("canal_stenosis", ["disc"]), "M99.53"),
        (("disc_herniation", "L4-5 herniation"), "M51.26", ("foraminal_stenosis", ["disc"]), "M99.73"),
        (("spondylosis", "lumbar spondylosis"), "M47.816", ("canal_stenosis", ["osseous"]), "M99.33"),
        (("spondylolisthesis", "L4-5 slip"), "M43.16", ("foraminal_stenosis", ["subluxation"]), "M99.63"),
        (("spondylolisthesis", "L4-5 slip"), "M43.16", ("foraminal_stenosis", ["osseous"]), "M99.63"),
        (("spondylolisthesis", "L4-5 slip"), "M43.16", ("canal_stenosis", ["osseous"]), "M99.33"),
        (("instability", "L4-5 instability"), "M53.2X6", ("subluxation_complex", []), "M99.13"),
        (
            ("postlaminectomy_syndrome", "postlaminectomy"),
            "M96.1",
            ("canal_stenosis", ["connective_tissue"]),
            "M99.43",
        ),
        (
            ("epidural_fibrosis", "epidural scar"),
            "G96.12",
            ("canal_stenosis", ["connective_tissue"]),
            "M99.43",
        ),
        (("fracture", "osteoporotic fracture"), "M80.08XA", ("canal_stenosis", ["osseous"]), "M99.33"),
        (("neoplasm", "metastasis"), "C79.51", ("canal_stenosis", ["connective_tissue"]), "M99.43"),
        (("infection", "discitis"), "M46.46", ("foraminal_stenosis", ["disc"]), "M99.73"),
        (("traumatic_subluxation", "acute subluxation"), "S33.100A", ("subluxation_complex", []), "M99.13"),
    ],
)
def test_diagnosis_that_explains_the_lesion_replaces_it(
    chart: "Chart", diagnosis: tuple[str, str], assigned: str, lesion: tuple[str, list[str]], replaced: str
) -> None:
    """The diagnosis is assigned, the M99 code rejected."""
    (condition, words), (kind, mechanisms) = diagnosis, lesion
    findings = (
        chart.lesion(kind, "lumbar", "lesion", mechanisms=mechanisms),
        chart.diagnosis(condition, "lumbar", words),
    )
    assert (chart.assigned(*findings), chart.rejected(*findings)) == ([assigned], [replaced])


def test_reason_and_derivation_name_both(chart: "Chart") -> None:
    """A code classified elsewhere says by what, and rests on both findings."""
    lesion = chart.lesion("canal_stenosis", "lumbar", "canal narrowed by the disc", mechanisms=["disc"])
    _, rejected = chart.derive(lesion, chart.diagnosis("disc_herniation", "lumbar", "L4-5 disc herniation"))
    assert rejected.derivation == ("CD01", "CD04", "CD07", "lesions[0]", "diagnoses[0]")
    assert rejected.reason == (
        "The diagnosis of disc herniation explains the narrowing of the neural canal of the lumbar region by disc "
        "material and takes its place."
    )


@pytest.mark.parametrize(
    ("region", "words", "mechanism"),
    [
        ("cervical", "C5-6 disc herniation", "disc"),
        ("lumbar", "L2-3 disc herniation", "disc"),
        ("lumbar", "L4-5 disc herniation", "osseous"),
    ],
)
def test_another_site_or_mechanism_replaces_nothing(chart: "Chart", region: str, words: str, mechanism: str) -> None:
    """A diagnosis of another region, level or mechanism leaves the M99 code."""
    lesion = chart.lesion("canal_stenosis", "lumbar", "stenosis", mechanisms=[mechanism], segments=["L4", "L5"])
    category = {"disc": "M99.53", "osseous": "M99.33"}[mechanism]
    assert category in chart.assigned(lesion, chart.diagnosis("disc_herniation", region, words))


def test_rest_of_the_mechanisms_stays(chart: "Chart") -> None:
    """Only the part that the diagnosis explains is classified elsewhere."""
    lesion = chart.lesion("canal_stenosis", "lumbar", "stenosis", mechanisms=["disc", "connective_tissue"])
    assert chart.assigned(lesion, chart.diagnosis("disc_herniation", "lumbar", "L4-5 herniation")) == [
        "M51.26",
        "M99.43",
    ]


def test_dysfunction_stands_beside_a_diagnosis(chart: "Chart") -> None:
    """Dysfunction documented in its own right is coded after the definitive diagnosis."""
    dysfunction = chart.lesion("somatic_dysfunction", "sacral", "SI joint dysfunction")
    arthritis = chart.diagnosis("osteoarthritis", "sacral", "SI joint osteoarthritis")
    assert chart.assigned(dysfunction, arthritis) == ["M46.1", "M99.04"]


def test_possible_diagnosis_replaces_nothing(chart: "Chart") -> None:
    """A diagnosis that is only possible explains no narrowing."""
    lesion = chart.lesion("canal_stenosis", "lumbar", "stenosis", mechanisms=["disc"])
    maybe = chart.diagnosis("disc_herniation", "lumbar", "possible L4-5 herniation", assertion="possible")
    assert chart.assigned(lesion, maybe) == ["M99.53"]


def test_stenosis_without_mechanism_is_m48(chart: "Chart") -> None:
    """Canal stenosis with no mechanism is spinal stenosis, at the digit of its level."""
    region = chart.lesion("canal_stenosis", "lumbar", "central stenosis")
    level = chart.lesion("canal_stenosis", "lumbar", "central stenosis", segments=["L5", "S1"])
    sacral = chart.lesion("canal_stenosis", "sacral", "sacral canal stenosis")
    assert [chart.assigned(one) for one in (region, level, sacral)] == [["M48.061"], ["M48.07"], ["M48.08"]]


def test_same_stenosis_said_with_and_without_mechanism(chart: "Chart") -> None:
    """The mechanism counts; the plain statement adds no second code."""
    plain = chart.lesion("canal_stenosis", "lumbar", "canal stenosis")
    cause = chart.lesion("canal_stenosis", "lumbar", "canal narrowed by flavum", mechanisms=["connective_tissue"])
    diagnosis = chart.diagnosis("spinal_stenosis", "lumbar", "lumbar stenosis")
    assert (chart.assigned(plain, cause, diagnosis), chart.rejected(plain, cause, diagnosis)) == (
        ["M99.43"],
        ["M48.061"],
    )


def test_listhesis_that_explains_the_stenosis_stands_alone(chart: "Chart") -> None:
    """Neither the M99 code nor plain stenosis is added to the slip that explains both."""
    slip = chart.diagnosis("spondylolisthesis", "lumbar", "L4-5 spondylolisthesis")
    stenosis = chart.diagnosis("spinal_stenosis", "lumbar", "lumbar stenosis")
    lesion = chart.lesion("canal_stenosis", "lumbar", "canal narrowed by the slip", mechanisms=["subluxation"])
    assert chart.assigned(slip, stenosis, lesion) == ["M43.16"]


@pytest.mark.parametrize(
    ("kind", "words", "mechanism", "expected"),
    [
        ("canal_stenosis", "congenital stenosis, short pedicles", None, ["Q76.49"]),
        ("canal_stenosis", "canal narrowed by OPLL", "connective_tissue", ["M48.8X2"]),
        ("canal_stenosis", "stenosis from a synovial cyst", "osseous", ["M71.38"]),
        ("canal_stenosis", "epidural lipomatosis narrows the canal", "connective_tissue", ["E88.2"]),
        ("foraminal_stenosis", "Tarlov cyst in the foramen", "connective_tissue", ["G96.191"]),
        ("subluxation_complex", "hypermobile segment", None, ["M53.2X2"]),
    ],
)
def test_cause_with_a_code_of_its_own(
    chart: "Chart", kind: str, words: str, mechanism: str | None, expected: list[str]
) -> None:
    """Words of the lesion that name such a cause decide for that code."""
    lesion = chart.lesion(kind, "cervical", words, mechanisms=[mechanism] if mechanism else [])
    assert chart.assigned(lesion) == expected


def test_far_lateral_narrowing_fits_no_cell(chart: "Chart") -> None:
    """Outside the foramen there is no M99 category; within and outside there is."""
    outside = chart.lesion("foraminal_stenosis", "lumbar", "far lateral narrowing", mechanisms=["disc"])
    both = chart.lesion("foraminal_stenosis", "lumbar", "foraminal and far lateral stenosis", mechanisms=["disc"])
    assert (chart.rejected(outside), chart.assigned(both)) == (["M99.73"], ["M99.73"])


def test_subluxation_and_dysfunction_as_one_thing(chart: "Chart") -> None:
    """The same words read as both kinds are coded once, as dysfunction; other words are their own."""
    dysfunction = chart.lesion("somatic_dysfunction", "cervical", "segmental dysfunction (subluxation) C5")
    same = chart.lesion("subluxation_complex", "cervical").model_copy(update={"evidence": dysfunction.evidence})
    other = chart.lesion("subluxation_complex", "cervical", "subluxation complex C2")
    assert (chart.assigned(dysfunction, same), chart.assigned(dysfunction, other)) == (["M99.01"], ["M99.01", "M99.11"])
