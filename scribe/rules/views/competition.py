"""Which diagnosis classifies a lesion elsewhere, so that M99 does not."""

from scribe.rules.chart import STENOSES, Chart, diagnoses, once
from scribe.rules.tables import condition_facts
from scribe.rules.views.matrix import Cell, codes_of
from scribe.schema import Condition, Diagnosis, Lesion, Mechanism

_INSTEAD_OF_A_COMPLEX: tuple[Condition, ...] = ("instability", "traumatic_subluxation")
"""What a subluxation complex is called by another name; beside every other diagnosis it stands in its own right."""


_LEFT = frozenset({"CD07", "CD32"})
"""The coding rules by which a lesion's own words name another category, or a place that M99 does not have."""


def competitor(chart: Chart, lesion: Lesion) -> Diagnosis | None:
    """The definitive diagnosis of the same region that accounts for what narrows the space, or for the complex.

    Args:
        chart: The encounter.
        lesion: A lesion; a dysfunction has no competitor, because it stands in its own right.

    Returns:
        The first such diagnosis, or None.
    """
    if {*codes_of(lesion)} & assigned(chart) == {*codes_of(lesion)}:
        return None
    return next((found for cause in _causes(lesion) if (found := _diagnosed(chart, lesion, cause))), None)


def competitor_of_code(chart: Chart, lesion: Lesion, code: str, place: Cell) -> Diagnosis | None:
    """The diagnosis that accounts for all that one code says of a lesion, or None.

    Args:
        chart: The encounter.
        lesion: What the code codes.
        code: One of its codes.
        place: The cell of that code.

    Returns:
        The diagnosis of the first mechanism that the code holds, where each of them has one.
    """
    if code in assigned(chart):
        return None
    held = [cause for cause in _causes(lesion) if not place.family.mechanisms or cause in place.family.mechanisms]
    found = [_diagnosed(chart, lesion, cause) for cause in held]
    return found[0] if found and all(found) else None


@once
def assigned(chart: Chart) -> frozenset[str]:
    """The codes that coding assigns; it reads levels, and knows a diagnosis of another level."""
    return frozenset(suggestion.code for suggestion in chart.suggestions if suggestion.status == "assign")


@once
def left_elsewhere(chart: Chart) -> dict[str, str]:
    """The codes of M99 that coding leaves to other categories, with its reason in words."""
    return {
        suggestion.code: suggestion.reason
        for suggestion in chart.suggestions
        if suggestion.status == "reject" and not _LEFT.isdisjoint(suggestion.derivation)
    }


def _causes(lesion: Lesion) -> tuple[Mechanism, ...]:
    """What a diagnosis would have to account for."""
    return ("subluxation",) if lesion.kind == "subluxation_complex" else lesion.mechanisms


def _diagnosed(chart: Chart, lesion: Lesion, cause: Mechanism) -> Diagnosis | None:
    for _, diagnosis in diagnoses(chart):
        meant = lesion.kind in STENOSES or diagnosis.condition in _INSTEAD_OF_A_COMPLEX
        explained = condition_facts()[diagnosis.condition].explains
        if meant and diagnosis.region in (lesion.region, None) and cause in explained:
            return diagnosis
    return None
