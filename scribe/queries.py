"""Compliant questions to the clinician: what the record lacks, asked without a lead.

A query quotes clinical indicators from this document, asks one neutral question and offers only
answers that an indicator supports, always with *other* and *unable to determine*. It holds no code
and no word about payment. A single answer on offer would lead: then the question stays open.
The standard is the practice brief of AHIMA and ACDIS (2022), which counts automated prompts as queries.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from scribe.schema import (
    REGIONS,
    Care,
    Diagnosis,
    Evidence,
    Extraction,
    Finding,
    Imaging,
    Issue,
    Lesion,
    Query,
    Region,
    Suggestion,
    Tart,
    Topic,
)

ESCAPES = ("Other: ____", "Unable to determine")
"""The last two options of every query."""

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

_PAYMENT = frozenset(
    "bill billable billed billing bills claim claimed claims code coded codes coding coverage denial denials medicaid "
    "medicare modifier modifiers paid pay payable payer payers paying payment payments pays".split()
)
_PAYMENT_STEMS = ("audit", "copay", "insur", "reimburs")
_BORDERS = str.maketrans(dict.fromkeys(",;:/()[]|'\"", " "))


class Gap(NamedTuple):
    """Something that the record lacks."""

    topic: Topic
    """What is lacking."""
    at: str
    """Path of the first finding it concerns."""
    subjects: tuple[Finding, ...]
    """The findings it concerns."""
    regions: frozenset[Region]
    """The regions it concerns; empty where the record fixes none."""


class Template(NamedTuple):
    """How to ask about one topic."""

    question: str
    """Neutral question; `{regions}` stands for the regions concerned."""
    indicators: Callable[[Gap, Extraction], Iterable[Finding]]
    """Findings, besides those concerned, that bear on the answer."""
    answers: Callable[[Finding], Iterable[str]]
    """Answers that a finding supports."""
    joined: str = ""
    """An answer that joins the others, offered beside at least two of them."""
    alone: bool = True
    """Whether the findings concerned are reason enough to ask, without any other."""


def ask(extraction: Extraction, suggestions: tuple[Suggestion, ...], issues: tuple[Issue, ...]) -> tuple[Query, ...]:
    """Ask one compliant question for each gap that the clinician can close.

    Args:
        extraction: Grounded findings; only words found in the text are quoted.
        suggestions: Codes; those to ask about rest on findings with a gap.
        issues: What the rules found.

    Returns:
        Queries in the order of the issues. A gap without a clinical indicator to quote gets none.
    """
    queries: dict[tuple[Topic, str], Query] = {}
    for gap in _gaps(extraction, suggestions, issues):
        if (gap.topic, gap.at) not in queries and (query := _query(gap, extraction)):
            queries[gap.topic, gap.at] = query
    return tuple(queries.values())


def _gaps(extraction: Extraction, suggestions: tuple[Suggestion, ...], issues: tuple[Issue, ...]) -> Iterator[Gap]:
    findings = _findings(extraction)
    for issue in issues:
        # One question about the examination, not one for each region.
        alike = [one for one in issues if one.topic == issue.topic] if issue.topic == "tart_insufficient" else [issue]
        paths = list(dict.fromkeys(path for one in alike for path in _paths(one, suggestions, findings)))
        if paths and issue.topic in TEMPLATES:
            yield _gap(issue.topic, paths, findings)
    for suggestion in suggestions:
        paths = [path for path in suggestion.derivation if path in findings]
        lacking = [topic for path in paths if (topic := _lack(findings[path]))]
        if suggestion.status == "query" and lacking:
            yield _gap(lacking[0], paths, findings)


def _gap(topic: Topic, paths: list[str], findings: Mapping[str, Finding]) -> Gap:
    subjects = tuple(findings[path] for path in paths)
    regions = frozenset(region for finding in subjects for region in _regions(finding))
    if topic == "region_not_diagnosed":
        regions -= {lesion.region for lesion in findings.values() if isinstance(lesion, Lesion) and _holds(lesion)}
    if topic == "dysfunction_not_stated":
        # All findings of one region are one question, whichever of them a rule names.
        felt = (path for path, one in findings.items() if isinstance(one, Tart) and one.region in regions)
        return Gap(topic, next(felt, paths[0]), subjects, regions)
    return Gap(topic, paths[0], subjects, regions)


def _lack(finding: Finding) -> Topic | None:
    """Tell why a code that rests on this finding can only be asked about."""
    match finding:
        case Lesion(region=None):
            return "region_nonspecific"
        case Lesion(kind="canal_stenosis" | "foraminal_stenosis", mechanisms=()):
            return "mechanism_missing"
        case Diagnosis(condition="spinal_stenosis"):
            return "compartment_unclear"
        case Tart():
            return "dysfunction_not_stated"
    return None


def _query(gap: Gap, extraction: Extraction) -> Query | None:
    template = TEMPLATES[gap.topic]
    concerned = _quoted(gap.subjects)
    bearing = _quoted(one for one in template.indicators(gap, extraction) if _holds(one) and one not in gap.subjects)
    if not (concerned or bearing) or not (bearing or template.alone):
        return None
    answers = list(dict.fromkeys(answer for finding, _ in concerned + bearing for answer in template.answers(finding)))
    if len(answers) == 1:
        answers = []
    elif answers and template.joined:
        answers.append(template.joined)
    return Query(
        topic=gap.topic,
        at=gap.at,
        indicators=tuple(dict.fromkeys(evidence for _, evidence in concerned + bearing)),
        question=template.question.format(regions=_in_words(gap.regions)),
        options=(*dict.fromkeys(answers), *ESCAPES),
    )


def _quoted(findings: Iterable[Finding]) -> list[tuple[Finding, Evidence]]:
    """Return findings with the first of their quotes that a query may show; the others are left out."""
    shown = ((finding, next(filter(None, map(_presentable, finding.evidence)), None)) for finding in findings)
    return [(finding, evidence) for finding, evidence in shown if evidence]


def _presentable(evidence: Evidence) -> Evidence | None:
    """Return a quote without the codes at its ends, or None where it would still show a code or speak of payment."""
    words = evidence.quote.split()
    while words and _is_codes(words[0]):
        words.pop(0)
    skipped = len(evidence.quote.split()) - len(words)
    while words and _is_codes(words[-1]):
        words.pop()
    if evidence.span is None or not words or any(_is_unfit(piece) for word in words for piece in _pieces(word)):
        return None
    if len(words) == len(evidence.quote.split()):
        return evidence
    if evidence.match != "exact":
        return None
    rest = evidence.quote.split(maxsplit=skipped)[skipped]
    quote = rest.rsplit(maxsplit=len(rest.split()) - len(words))[0].rstrip(" ,;:-")
    start = evidence.span[0] + evidence.quote.index(rest)
    return evidence.model_copy(update={"quote": quote, "span": (start, start + len(quote))})


def _is_codes(word: str) -> bool:
    pieces = _pieces(word)
    return bool(pieces) and all(map(_is_code, pieces))


def _is_unfit(piece: str) -> bool:
    return _is_code(piece) or piece.lower() in _PAYMENT or piece.lower().startswith(_PAYMENT_STEMS)


def _is_code(piece: str) -> bool:
    """Tell a code of ICD-10-CM, CPT or HCPCS from a word; T12 is a vertebra."""
    code = piece.upper().partition("-")[0].rstrip(".")
    if len(code) == 5 and code[1:4].isdigit() and "." not in code:  # noqa: PLR2004  # as every procedure code
        return code[0].isalnum() and code[4].isalnum()
    category, dot, rest = code.partition(".")
    shaped = len(category) == 3 and category[0].isalpha() and category[1].isdigit() and category[2].isalnum()  # noqa: PLR2004
    return shaped and (bool(dot and rest) or (category[0] == "M" and category[2].isdigit()))


def _pieces(word: str) -> list[str]:
    return word.translate(_BORDERS).strip(".").split()


def _holds(finding: Finding) -> bool:
    """Tell whether a finding is present, in the text, and borne out by its quote."""
    asserted = getattr(finding, "assertion", "present") == "present"
    return asserted and not finding.unverified and any(evidence.span for evidence in finding.evidence)


def _findings(extraction: Extraction) -> dict[str, Finding]:
    lists: dict[str, tuple[Finding, ...]] = {
        "lesions": extraction.lesions,
        "tart": extraction.tart,
        "neuro": extraction.neuro,
        "imaging": extraction.imaging,
        "diagnoses": extraction.diagnoses,
        "care": extraction.care,
    }
    return {f"{name}[{index}]": one for name, findings in lists.items() for index, one in enumerate(findings)}


def _paths(issue: Issue, suggestions: tuple[Suggestion, ...], findings: Mapping[str, Finding]) -> list[str]:
    """Return the findings that an issue is about: where it points, or else those with its quotes."""
    pointed = re.search(r"(\w+)\[(\d+)\]", issue.at)
    if pointed and pointed[1] == "suggestions":
        derivations = [suggestion.derivation for suggestion in suggestions[int(pointed[2]) :][:1]]
        return [path for derivation in derivations for path in derivation if path in findings]
    quoted = [path for path, finding in findings.items() if not set(finding.evidence).isdisjoint(issue.evidence)]
    if not pointed or pointed[0] not in findings:
        return quoted
    # Only a contradiction is about more than the one finding it points at.
    others = quoted if issue.topic == "conflicting_findings" else []
    return list(dict.fromkeys([pointed[0], *others]))


def _regions(finding: Finding) -> tuple[Region, ...]:
    match finding:
        case Care(regions=regions):
            return regions
        case Lesion(region=region) | Tart(region=region) | Imaging(region=region) | Diagnosis(region=region):
            return (region,) if region else ()
    return ()


def _nearby(gap: Gap, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Return the findings of the regions concerned; of all, where the record fixes none."""
    return (one for one in findings if not gap.regions or not gap.regions.isdisjoint(_regions(one)))


def _palpation(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return _nearby(gap, extraction.tart)


def _causes_nearby(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return (one for one in _nearby(gap, (*extraction.lesions, *extraction.imaging)) if [*_causes(one)])


def _narrowing_nearby(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return (one for one in _nearby(gap, extraction.imaging) if [*_causes(one), *_spaces(one)])


def _one_a_region(_: Gap, extraction: Extraction) -> Iterable[Finding]:
    places: tuple[Tart | Imaging, ...] = (*extraction.tart, *extraction.imaging)
    first = {one.region: one for one in reversed(places) if _holds(one)}
    return (first[region] for region in REGIONS if region in first)


def _one_a_side(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    first = {
        side: one for one in (*extraction.imaging[::-1], *extraction.tart[::-1]) if _holds(one) for side in _sides(one)
    }
    return _nearby(gap, (first[side] for side in _SIDES.values() if side in first))


def _clinical_picture(gap: Gap, extraction: Extraction) -> Iterable[Finding]:
    return (*extraction.neuro, *_nearby(gap, (*extraction.imaging, *extraction.tart)))


def _nothing_else(_: Gap, __: Extraction) -> Iterable[Finding]:
    return ()


def _causes(finding: Finding) -> Iterable[str]:
    match finding:
        case Lesion(mechanisms=mechanisms):
            return [_CAUSES[mechanism] for mechanism in mechanisms]
        case Imaging(kind=kind) if kind in _CAUSES:
            return [_CAUSES[kind]]
    return ()


def _spaces(finding: Finding) -> Iterable[str]:
    return [_SPACES[finding.kind]] if isinstance(finding, Imaging) and finding.kind in _SPACES else ()


def _sides(finding: Finding) -> Iterable[str]:
    side = getattr(finding, "laterality", None)
    return [_SIDES[side]] if side in _SIDES else ()


def _sides_or_assertions(finding: Finding) -> Iterable[str]:
    return _sides(finding) or [
        _ASSERTIONS[found] for found in [getattr(finding, "assertion", "")] if found in _ASSERTIONS
    ]


def _region_names(finding: Finding) -> Iterable[str]:
    return [_region_name(region).capitalize() for region in _regions(finding)]


def _no_answers(_: Finding) -> Iterable[str]:
    return ()


def _region_name(region: Region) -> str:
    return "abdomen or another region" if region == "abdomen_other" else f"{region.replace('_', ' ')} region"


def _in_words(regions: frozenset[Region]) -> str:
    return " and the ".join(_region_name(region) for region in REGIONS if region in regions) or "body region concerned"


_JUDGEMENT = "Based on your clinical judgement, please"

TEMPLATES: dict[Topic, Template] = {
    "mechanism_missing": Template(
        question=f"The record describes a narrowing and does not say what causes it. {_JUDGEMENT} clarify the cause.",
        indicators=_causes_nearby,
        answers=_causes,
        joined="More than one of these: ____",
    ),
    "compartment_unclear": Template(
        question=f"The record does not say which space is narrowed. {_JUDGEMENT} clarify where the narrowing lies.",
        indicators=_narrowing_nearby,
        answers=_spaces,
        joined="Both",
    ),
    "region_nonspecific": Template(
        question=f"The record does not fix the region of the statement above. {_JUDGEMENT} clarify the region.",
        indicators=_one_a_region,
        answers=_region_names,
        joined="More than one of these: ____",
    ),
    "laterality_missing": Template(
        question=f"The record does not say which side the statement above is about. {_JUDGEMENT} clarify the side.",
        indicators=_one_a_side,
        answers=_sides,
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
        answers=_sides_or_assertions,
    ),
    "uncertain_diagnosis": Template(
        question=f"The record holds the statement above as uncertain. {_JUDGEMENT} clarify its status at this visit.",
        indicators=_clinical_picture,
        answers=_no_answers,
        alone=False,
    ),
}
"""How to ask, for each topic on which an answer can change or support the record."""
