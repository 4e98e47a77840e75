"""How each gap is asked about: the question, what bears on the answer, and which answers an indicator supports."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from scribe.queries.gaps import Gap
from scribe.queries.indicators import Indicator, holds, regions_of, shows_side, tells_of_today
from scribe.schema import REGIONS, Extraction, Finding, Imaging, Lesion, Region, Tart, Topic
from scribe.terminology.regions import region_words

_CAUSES = {
    "malalignment": "Displacement of a vertebra",
    "subluxation": "Displacement of a vertebra",
    "bony_overgrowth": "Bony overgrowth",
    "osseous": "Bony overgrowth",
    "ligament_hypertrophy": "Ligament or scar tissue",
    "fibrosis": "Ligament or scar tissue",
    "connective_tissue": "Ligament or scar tissue",
    "disc_herniation": "Intervertebral disc",
    "disc": "Intervertebral disc",
}
_SPACES = {"canal_narrowing": "Spinal canal", "foraminal_narrowing": "Neural foramen"}
_SIDES = {"left": "Left", "right": "Right", "bilateral": "Both sides"}
_ASSERTIONS = {"present": "Present at this visit", "absent": "Not present at this visit"}


class Template(NamedTuple):
    """How to ask about one topic."""

    question: str
    """Neutral question; `{regions}` stands for the regions concerned."""
    indicators: Callable[[Gap, Extraction], Iterable[Finding]]
    """Findings, besides those concerned, that bear on the answer."""
    answers: Callable[[Sequence[Indicator]], Iterable[str]]
    """Answers that the indicators support."""
    joined: str = ""
    """An answer that joins the others, offered beside at least two of them."""


def _nearby(gap: Gap, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Return the findings of the regions concerned; of all, where the record fixes none."""
    return (one for one in findings if not gap.regions or not gap.regions.isdisjoint(regions_of(one)))


def _palpation(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return _nearby(gap, extraction.tart)


def _causes_nearby(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return (one for one in _nearby(gap, (*extraction.lesions, *extraction.imaging)) if _causes(one))


def _narrowing_nearby(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return (one for one in _nearby(gap, extraction.imaging) if _causes(one) or _spaces(one))


def _one_a_region(_: Gap, extraction: Extraction) -> Iterable[Finding]:
    places: tuple[Tart | Imaging, ...] = (*extraction.tart, *extraction.imaging)
    first = {one.region: one for one in reversed(places) if holds(one)}
    return (first[region] for region in REGIONS if region in first)


def _one_a_side(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    nearby = [one for one in _nearby(gap, (*extraction.tart, *extraction.imaging)) if holds(one)]
    first = {side: one for one in reversed(nearby) for side in _side(one)}
    return (first[side] for side in _SIDES.values() if side in first)


def _told_of_today(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    found = (*extraction.tart, *extraction.imaging)
    return (one for one in found if any(tells_of_today(past, one) for past in gap.subjects))


def _narrowed(_: Gap, extraction: Extraction) -> Iterable[Finding]:
    stenoses = (one for one in extraction.diagnoses if one.condition == "spinal_stenosis")
    return (*(one for one in extraction.lesions if one.kind in ("canal_stenosis", "foraminal_stenosis")), *stenoses)


def _dysfunctions(_: Gap, extraction: Extraction) -> Iterable[Finding]:
    return (one for one in extraction.lesions if one.kind in ("somatic_dysfunction", "subluxation_complex"))


def _nothing_else(_: Gap, __: Extraction) -> Iterable[Finding]:
    return ()


def _causes(finding: Finding) -> list[str]:
    match finding:
        case Lesion(mechanisms=mechanisms):
            return [_CAUSES[mechanism] for mechanism in mechanisms]
        case Imaging(kind=kind) if kind in _CAUSES:
            return [_CAUSES[kind]]
    return []


def _spaces(finding: Finding) -> list[str]:
    return [_SPACES[finding.kind]] if isinstance(finding, Imaging) and finding.kind in _SPACES else []


def _side(finding: Finding) -> list[str]:
    side = getattr(finding, "laterality", None) or ""
    return [_SIDES[side]] if side in _SIDES else []


def _causes_shown(indicators: Sequence[Indicator]) -> Iterable[str]:
    return (cause for finding, _ in indicators for cause in _causes(finding))


def _spaces_shown(indicators: Sequence[Indicator]) -> Iterable[str]:
    return (space for finding, _ in indicators for space in _spaces(finding))


def _regions_shown(indicators: Sequence[Indicator]) -> Iterable[str]:
    return (region_words(region).capitalize() for finding, _ in indicators for region in regions_of(finding))


def _sides_shown(indicators: Sequence[Indicator]) -> Iterable[str]:
    return (side for one in indicators if shows_side(one) for side in _side(one[0]))


def _disagreement(indicators: Sequence[Indicator]) -> Iterable[str]:
    """What the statements give as answers: their sides, or else whether the thing is there at all."""
    if all(map(shows_side, indicators)) and len({*_examined_sides(indicators)}) < 2:  # noqa: PLR2004  # one side, or none
        return _sides_shown(indicators)
    asserted = [getattr(finding, "assertion", "") for finding, _ in indicators]
    return [_ASSERTIONS[one] for one in asserted] if {*asserted} == {*_ASSERTIONS} else []


def _examined_sides(indicators: Sequence[Indicator]) -> Iterable[str]:
    """The sides of an examination; where they differ, they are landmarks of one lesion and no two answers."""
    return (side for finding, _ in indicators if isinstance(finding, Tart) for side in _side(finding))


def _no_answers(_: Sequence[Indicator]) -> Iterable[str]:
    return ()


def in_words(regions: frozenset[Region]) -> str:
    """Name regions in a question."""
    return " and the ".join(region_words(region) for region in REGIONS if region in regions) or "body region concerned"


_JUDGEMENT = "Based on your clinical judgement, please"

TEMPLATES: dict[Topic, Template] = {
    "mechanism_missing": Template(
        question=f"The record describes a narrowing and does not say what causes it. {_JUDGEMENT} clarify the cause.",
        indicators=_causes_nearby,
        answers=_causes_shown,
        joined="More than one of these: ____",
    ),
    "compartment_unclear": Template(
        question=f"The record does not say which space is narrowed. {_JUDGEMENT} clarify where the narrowing lies.",
        indicators=_narrowing_nearby,
        answers=_spaces_shown,
        joined="Both",
    ),
    "region_nonspecific": Template(
        question=f"The record does not fix the region of the statement above. {_JUDGEMENT} clarify the region.",
        indicators=_one_a_region,
        answers=_regions_shown,
        joined="More than one of these: ____",
    ),
    "laterality_missing": Template(
        question=f"The record does not say which side the statement above is about. {_JUDGEMENT} clarify the side.",
        indicators=_one_a_side,
        answers=_sides_shown,
        joined="Both sides",
    ),
    "dysfunction_not_stated": Template(
        question="The record holds examination findings of the {regions} and no assessment of them. "
        f"{_JUDGEMENT} document your assessment of these findings.",
        indicators=_palpation,
        answers=_no_answers,
    ),
    "region_not_diagnosed": Template(
        question="The record describes treatment of the {regions} and no assessment of it. "
        f"{_JUDGEMENT} document your assessment of what was treated.",
        indicators=_palpation,
        answers=_no_answers,
    ),
    "tart_insufficient": Template(
        question="The record states an assessment of the {regions}. Please document what the examination "
        "of this visit found there, as far as it was examined.",
        indicators=_palpation,
        answers=_no_answers,
    ),
    "conflicting_findings": Template(
        question=f"The statements above do not agree. {_JUDGEMENT} clarify which of them describes this visit.",
        indicators=_nothing_else,
        answers=_disagreement,
    ),
    "uncertain_diagnosis": Template(
        question=f"The record holds the statement above as uncertain. {_JUDGEMENT} clarify its status at this visit.",
        indicators=_nothing_else,
        answers=_no_answers,
    ),
    "classified_elsewhere": Template(
        question=f"The record holds the statements above and does not say how they relate. {_JUDGEMENT} clarify "
        "whether and how they are connected.",
        indicators=_nothing_else,
        answers=_no_answers,
    ),
    "historical_only": Template(
        question="The record holds the first statement above as past, and findings of the {regions} at this visit. "
        f"{_JUDGEMENT} clarify its status at this visit.",
        indicators=_told_of_today,
        answers=_no_answers,
    ),
    "imaging_missing": Template(
        question="The record states the narrowing above. Please document what imaging of the {regions} shows and when "
        "it was done, if a study was reviewed.",
        indicators=_nothing_else,
        answers=_no_answers,
    ),
    "neuro_missing": Template(
        question="The record states the narrowing above. Please document what the neurological history and examination "
        "of this visit found, as far as they were done.",
        indicators=_nothing_else,
        answers=_no_answers,
    ),
    "prior_care_missing": Template(
        question="The record states the plan above. Please document what care was given for this complaint before, and "
        "with what result, if any was.",
        indicators=_narrowed,
        answers=_no_answers,
    ),
    "function_missing": Template(
        question="The record states the treatment above. Please document what the complaint keeps the patient from "
        "doing in daily life, if anything.",
        indicators=_dysfunctions,
        answers=_no_answers,
    ),
}
"""How to ask, for each topic on which an answer can change or support the record."""
