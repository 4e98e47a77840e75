"""Codes that are near: to ask about, or to leave."""

from typing import TYPE_CHECKING

import pytest

from scribe.schema import Evidence

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


def test_tart_without_dysfunction_is_a_query(chart: "Chart") -> None:
    """Two components of one region point to a dysfunction that nobody stated."""
    (query,) = chart.derive(chart.tart("tenderness", "cervical"), chart.tart("restriction", "cervical"))
    assert (query.code, query.status, query.reason, query.derivation) == (
        "M99.01",
        "query",
        "Tenderness and restriction of the cervical region are documented, but no dysfunction is stated.",
        ("CD01", "CD24", "tart[0]", "tart[1]"),
    )


@pytest.mark.parametrize(
    ("first", "second"), [("tenderness cervical", "tenderness cervical"), ("tenderness cervical", "restriction lumbar")]
)
def test_one_component_is_no_query(chart: "Chart", first: str, second: str) -> None:
    """The same component twice, or components of two regions, are not enough."""
    assert chart.queried(*(chart.tart(*each.split()) for each in (first, second))) == []


def test_absent_component_does_not_count(chart: "Chart") -> None:
    """What the examiner did not find is no component."""
    tart = chart.tart("tenderness", "cervical"), chart.tart("restriction", "cervical", assertion="absent")
    assert chart.queried(*tart) == []


def test_explained_tart_is_no_query(chart: "Chart") -> None:
    """A stated lesion, a definitive diagnosis, an injury or a denial of the region answers the question."""
    tart = chart.tart("tenderness", "lumbar"), chart.tart("restriction", "lumbar")
    answers = (
        chart.lesion("canal_stenosis", "lumbar", "canal stenosis from spurs", mechanisms=["osseous"]),
        chart.diagnosis("fracture", "lumbar", "osteoporotic fracture"),
        chart.diagnosis("sprain_strain", "lumbar", "lumbar strain"),
        chart.diagnosis("other", "lumbar", "piriformis syndrome"),
        chart.lesion("somatic_dysfunction", "lumbar", "no dysfunction", assertion="absent"),
        chart.lesion("somatic_dysfunction", None, "no dysfunction anywhere", assertion="absent"),
    )
    assert [chart.queried(*tart, answer) for answer in answers] == [[]] * len(answers)


def test_unexplained_tart_is_a_query(chart: "Chart") -> None:
    """A symptom, a doubt or an old lesion answers nothing, and the query takes the place of the rejection."""
    tart = chart.tart("tenderness", "lumbar"), chart.tart("restriction", "lumbar")
    others = (
        chart.diagnosis("low_back_pain", "lumbar"),
        chart.lesion("somatic_dysfunction", "lumbar", assertion="possible"),
        chart.lesion("somatic_dysfunction", "lumbar", assertion="historical"),
    )
    assert [(chart.queried(*tart, one), chart.rejected(*tart, one)) for one in others] == [(["M99.03"], [])] * 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dysfunction of the low back", ["M99.03", "M99.04"]),
        ("mid-back dysfunction", ["M99.02"]),
        ("spinal dysfunction", ["M99.02", "M99.03"]),
        ("somatic dysfunction", []),
    ],
)
def test_lesion_without_region(chart: "Chart", words: str, expected: list[str]) -> None:
    """Vague words name candidates to ask about, and no code is assigned."""
    lesion = chart.lesion("somatic_dysfunction", None, words)
    assert (chart.assigned(lesion), chart.queried(lesion)) == ([], expected)


def test_unspecified_code_is_no_way_out(chart: "Chart") -> None:
    """A lesion with neither region nor candidates does not become M99.9."""
    assert chart.rejected(chart.lesion("somatic_dysfunction", None, "dysfunction")) == ["M99.9"]


def test_region_settled_by_another_lesion(chart: "Chart") -> None:
    """The low back is not asked about where lumbar dysfunction is stated."""
    vague = chart.lesion("somatic_dysfunction", None, "low back dysfunction")
    assert chart.queried(vague, chart.lesion("somatic_dysfunction", "lumbar")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("osseous stenosis at S1", ["M99.34", "M99.64"]),
        ("stenosis from a disc bulge", ["M99.54", "M99.74"]),
        ("stenosis from thick ligament and spurs", ["M99.34", "M99.44", "M99.64", "M99.74"]),
        ("central canal stenosis from spurs", ["M99.34"]),
        ("spinal stenosis", []),
    ],
)
def test_compartment_not_stated(chart: "Chart", words: str, expected: list[str]) -> None:
    """A mechanism without its space is spinal stenosis, and both spaces are asked about."""
    stenosis = chart.diagnosis("spinal_stenosis", "sacral", words)
    assert (chart.assigned(stenosis), sorted(chart.queried(stenosis))) == (["M48.08"], expected)


def test_mechanism_not_stated(chart: "Chart") -> None:
    """Foraminal stenosis without a mechanism is M48.0 and asks about both categories."""
    stenosis = chart.lesion("foraminal_stenosis", "cervical", "foraminal stenosis")
    assert (chart.assigned(stenosis), chart.queried(stenosis)) == (["M48.02"], ["M99.61", "M99.71"])


def test_canal_stenosis_without_mechanism_is_no_query(chart: "Chart") -> None:
    """Plain canal stenosis has its code and asks nothing."""
    assert chart.queried(chart.lesion("canal_stenosis", "cervical", "canal stenosis")) == []


def test_narrowing_on_imaging_alone(chart: "Chart") -> None:
    """Imaging that shows narrowing and its cause is a query until the clinician concludes or explains it."""
    shown = chart.imaging("canal_narrowing", "lumbar"), chart.imaging("ligament_hypertrophy", "lumbar")
    stenosis = chart.diagnosis("spinal_stenosis", "lumbar", "lumbar stenosis")
    doubt = chart.lesion("canal_stenosis", "lumbar", "stenosis?", assertion="possible")
    scar = chart.diagnosis("postlaminectomy_syndrome", "lumbar")
    derived = [chart.queried(*shown, *more) for more in ([], [stenosis], [doubt], [scar])]
    assert derived == [["M99.43"], [], [], []]


@pytest.mark.parametrize(
    ("assertion", "why"),
    [
        ("possible", "is only possible, and an uncertain diagnosis is not coded in outpatient care"),
        ("historical", "is past and not a finding of this visit"),
        ("hypothetical", "is not a finding but a contingency"),
        ("other_person", "is another person's"),
    ],
)
def test_lesion_that_does_not_count(chart: "Chart", assertion: str, why: str) -> None:
    """A lesion that is not present is rejected with its reason."""
    reasons = chart.reasons(chart.lesion("somatic_dysfunction", "sacral", assertion=assertion))
    assert reasons == {"M99.04": f"Somatic dysfunction of the sacral region {why}."}


def test_denied_lesion_is_not_near(chart: "Chart") -> None:
    """A lesion that the clinician denies is no near miss."""
    assert chart.derive(chart.lesion("somatic_dysfunction", "sacral", assertion="absent")) == ()


def test_possible_diagnosis(chart: "Chart") -> None:
    """A suspected diagnosis is rejected, and the symptom is coded."""
    disc = chart.diagnosis("disc_herniation", "lumbar", "rule out L5-S1 herniation", assertion="possible")
    pain = chart.diagnosis("low_back_pain", None)
    assert (chart.assigned(disc, pain), chart.rejected(disc, pain)) == (["M54.50"], ["M51.27"])


@pytest.mark.parametrize("assertion", ["absent", "hypothetical", "other_person"])
def test_diagnosis_that_is_not_near(chart: "Chart", assertion: str) -> None:
    """A warning, a denial or a relative's disease suggests no code."""
    assert chart.derive(chart.diagnosis("cauda_equina", None, assertion=assertion)) == ()


def test_quote_that_is_not_in_the_document(chart: "Chart") -> None:
    """A finding without a place in the text supports no code."""
    made_up = chart.lesion("somatic_dysfunction", "sacral").model_copy(
        update={"evidence": (Evidence(quote="sacral dysfunction"),)}
    )
    assert chart.reasons(made_up) == {
        "M99.04": "Somatic dysfunction of the sacral region is quoted in words that do not stand in the document."
    }


def test_words_that_do_not_bear_out_the_finding(chart: "Chart") -> None:
    """A finding with a field that its words do not show supports no code."""
    lesion = chart.lesion("somatic_dysfunction", "sacral", unverified=["region"])
    assert chart.reasons(lesion) == {
        "M99.04": "Somatic dysfunction of the sacral region is not borne out by the quoted words (region)."
    }


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("M99.03", "No present finding states a lesion of the lumbar region."),
        ("M99.14", "The document states somatic dysfunction of the sacral region, which is M99.04."),
        ("M99.0", "M99.0 is a heading; a billable code below it has to be reported."),
        ("M99.9", "The unspecified code does not replace the region and the lesion that the document states or lacks."),
        ("M54.16", "No present diagnosis of this document carries this code."),
    ],
)
def test_written_code_without_finding(chart: "Chart", code: str, reason: str) -> None:
    """A code in the document that no finding carries is rejected with its reason."""
    reasons = chart.reasons(chart.lesion("somatic_dysfunction", "sacral"), *chart.written(code))
    assert reasons[code] == reason


@pytest.mark.parametrize("code", ["E11.9", "I10", "98926", "M99.04", "M99.044", "nonsense"])
def test_written_code_that_is_not_near(chart: "Chart", code: str) -> None:
    """Other problems, procedures, carried codes and strings that are no code are left alone."""
    assert chart.rejected(chart.lesion("somatic_dysfunction", "sacral"), *chart.written(code)) == []
