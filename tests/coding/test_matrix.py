"""The M99 matrix: kind, mechanism and region of a lesion give its codes."""

from typing import TYPE_CHECKING

import pytest

from scribe.coding.matrix import cells_of, m99_code
from scribe.coding.tables import cells
from scribe.schema import REGIONS, Mechanism
from scribe.terminology import code_set

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


def test_every_cell_is_a_billable_code() -> None:
    """Nine subcategories and ten regions make the ninety codes of the category."""
    codes = {m99_code(cell.category, region) for cell in cells() for region in REGIONS}
    found = [code_set(None).find(code) for code in codes]
    assert (len(codes), all(code is not None and code.billable for code in found)) == (90, True)


@pytest.mark.parametrize(
    ("kind", "code"),
    [("somatic_dysfunction", "M99.08"), ("subluxation_complex", "M99.18"), ("other_biomechanical_lesion", "M99.88")],
)
def test_lesion_without_mechanism(chart: "Chart", kind: str, code: str) -> None:
    """Dysfunction, subluxation complex and other lesions need a kind and a region."""
    assert chart.assigned(chart.lesion(kind, "rib_cage")) == [code]


@pytest.mark.parametrize(
    ("kind", "mechanisms", "expected"),
    [
        ("canal_stenosis", ["subluxation"], ["M99.24"]),
        ("canal_stenosis", ["osseous"], ["M99.34"]),
        ("canal_stenosis", ["connective_tissue"], ["M99.44"]),
        ("canal_stenosis", ["disc"], ["M99.54"]),
        ("canal_stenosis", ["subluxation", "osseous"], ["M99.24", "M99.34"]),
        ("foraminal_stenosis", ["osseous", "subluxation"], ["M99.64"]),
        ("foraminal_stenosis", ["connective_tissue", "disc"], ["M99.74"]),
        ("foraminal_stenosis", ["osseous", "disc"], ["M99.64", "M99.74"]),
    ],
)
def test_stenosis_by_mechanism(chart: "Chart", kind: str, mechanisms: list[Mechanism], expected: list[str]) -> None:
    """The canal has a category for each mechanism, the foramina one for each pair."""
    assert chart.assigned(chart.lesion(kind, "sacral", mechanisms=mechanisms)) == expected


def test_canal_and_foramina_both(chart: "Chart") -> None:
    """One mechanism that narrows both spaces takes a code of each."""
    canal = chart.lesion("canal_stenosis", "lumbar", mechanisms=["osseous"])
    foramen = chart.lesion("foraminal_stenosis", "lumbar", mechanisms=["osseous"])
    assert chart.assigned(canal, foramen) == ["M99.33", "M99.63"]


def test_code_is_given_once(chart: "Chart") -> None:
    """Two lesions of one region share their code, and both stand behind it."""
    left = chart.lesion("somatic_dysfunction", "lumbar", "L3 rotated left", laterality="left", segments=["L3"])
    right = chart.lesion("somatic_dysfunction", "lumbar", "L5 rotated right", laterality="right", segments=["L5"])
    (suggestion,) = chart.derive(left, right)
    assert suggestion.model_dump() == {
        "code": "M99.03",
        "title": "Segmental and somatic dysfunction of lumbar region",
        "status": "assign",
        "rank": 1,
        "reason": "Somatic dysfunction of the lumbar region is stated (L3).",
        "derivation": ("CD01", "CD02", "CD22", "lesions[0]", "lesions[1]"),
        "evidence": tuple(quote.model_dump() for quote in (*left.evidence, *right.evidence)),
        "agreement": None,
    }


def test_reason_names_the_mechanism(chart: "Chart") -> None:
    """The reason of a stenosis code says what narrows which space."""
    reasons = chart.reasons(chart.lesion("canal_stenosis", "sacral", mechanisms=["disc", "osseous"]))
    assert reasons == {
        "M99.54": "Narrowing of the neural canal of the sacral region by disc material is stated.",
        "M99.34": "Narrowing of the neural canal of the sacral region by bone is stated.",
    }


def test_cells_of_a_kind() -> None:
    """A kind of lesion reaches its own categories only."""
    assert {cell.category for cell in cells_of("foraminal_stenosis")} == {"M99.6", "M99.7"}
