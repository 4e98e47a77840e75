"""The findings of a report at a glance: a row per region, and a line per other kind of finding."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from scribe.schema import (
    REGIONS,
    Care,
    Diagnosis,
    Disagreement,
    Extraction,
    Finding,
    Function,
    Imaging,
    Laterality,
    Lesion,
    Modality,
    Neuro,
    Region,
    StatedCode,
    Tart,
    TartComponent,
    field_names,
)

COMPONENTS: tuple[TartComponent, ...] = get_args(TartComponent)
LEGEND = (
    "T tissue texture, A asymmetry, R restriction, T tenderness; "
    "L left, R right, B both, + present, - absent, ? uncertain, · not documented"
)

_MARKS: dict[Laterality | None, str] = {"left": "L", "right": "R", "bilateral": "B", "midline": "+", None: "+"}
_WORDS = {"abdomen_other": "abdomen or other", "bowel_bladder": "bowel or bladder change"}
_ASSERTED = (Lesion, Tart, Neuro, Imaging, Diagnosis)
_STUDIES: dict[Modality, str] = {
    "xray": "X-ray",
    "mri": "MRI",
    "ct": "CT",
    "myelogram": "myelogram",
    "ultrasound": "ultrasound",
    "bone_scan": "bone scan",
    "unspecified": "imaging",
}


class RegionRow(NamedTuple):
    """What the document says of one region."""

    region: str
    """Its name, or `region not said`."""
    tart: tuple[str, ...]
    """One mark of `LEGEND` for each component of TART."""
    conclusions: str
    """Lesions, imaging and diagnoses, in words."""


class Remark(NamedTuple):
    """One line on findings that are not told by region."""

    label: str
    """What the line is about, such as `neurology`."""
    text: str
    """The findings, in words."""


def region_rows(extraction: Extraction) -> tuple[RegionRow, ...]:
    """Return a row for each region that a finding names, in the order of the regions; the unnamed one last."""
    rows = (_region_row(extraction, region) for region in (*REGIONS, None))
    return tuple(row for row in rows if row.conclusions or set(row.tart) != {"·"})


def remarks(extraction: Extraction, disagreements: Sequence[Disagreement] = ()) -> tuple[Remark, ...]:
    """Return the lines on neurology, care and function, and on findings that support no code."""
    disputed = {one.at for one in disagreements}
    lines = {
        "neurology": _told(extraction.neuro),
        "care": _told(extraction.care),
        "function": _told(extraction.function),
        "set aside": "; ".join(_set_aside(extraction, disputed)),
    }
    return tuple(Remark(label, text) for label, text in lines.items() if text)


def told(finding: Finding) -> str:
    """Put a finding by itself in words, such as `sacral: foraminal stenosis (left, S1), absent`."""
    place = f"{words(finding.region)}: " if isinstance(finding, Lesion | Imaging | Diagnosis) and finding.region else ""
    assertion = f", {words(finding.assertion)}" if isinstance(finding, _ASSERTED) else ""
    return f"{place}{phrase(finding)}{assertion}"


def phrase(finding: Finding) -> str:
    """Put a finding in words, such as `foraminal stenosis (left, S1)`."""
    details: Iterable[str | None]
    match finding:
        case Lesion():
            causes = " and ".join(map(words, finding.mechanisms))
            phrase = f"{words(finding.kind)} from {causes}" if causes else words(finding.kind)
            details = (finding.laterality, *finding.segments)
        case Tart():
            phrase, details = words(finding.component), (finding.region, finding.laterality)
        case Neuro():
            phrase, details = words(finding.kind), (finding.laterality, *finding.roots)
        case Imaging():
            phrase, details = f"{words(finding.kind)} on {_STUDIES[finding.modality]}", (finding.laterality,)
        case Diagnosis():
            phrase, details = words(finding.condition), (finding.laterality,)
        case Care():
            phrase, details = f"{words(finding.kind)} {finding.timing}", map(words, finding.regions)
        case Function():
            phrase, details = words(finding.kind), ()
        case StatedCode():
            phrase, details = finding.code, ()
    inside = ", ".join(detail for detail in details if detail)
    return f"{phrase} ({inside})" if inside else phrase


def words(name: str) -> str:
    """Return a value of a vocabulary in plain words: `tissue_texture` is *tissue texture*."""
    return _WORDS.get(name) or name.replace("_", " ")


def _region_row(extraction: Extraction, region: Region | None) -> RegionRow:
    felt = [one for one in extraction.tart if one.region == region and _found(one) and not one.unverified]
    concluded: tuple[Lesion | Imaging | Diagnosis, ...] = (
        *extraction.lesions,
        *extraction.imaging,
        *extraction.diagnoses,
    )
    return RegionRow(
        region=words(region) if region else "region not said",
        tart=tuple(_mark([one for one in felt if one.component == component]) for component in COMPONENTS),
        conclusions=_told(one for one in concluded if one.region == region),
    )


def _mark(found: list[Tart]) -> str:
    present = {_MARKS[one.laterality] for one in found if one.assertion == "present"}
    if present:
        sides = present - {"+"}
        return min(sides) if len(sides) == 1 else "B" if sides else "+"
    assertions = {one.assertion for one in found}
    return "?" if "possible" in assertions else "-" if "absent" in assertions else "·"


def _told(findings: Iterable[Finding]) -> str:
    """Tell findings that stand, once each: those present, then the others after their assertion."""
    told: dict[str, dict[str, None]] = {"present": {}}
    for finding in findings:
        if _found(finding) and not finding.unverified:
            told.setdefault(getattr(finding, "assertion", "present"), {})[phrase(finding)] = None
    groups = {assertion: ", ".join(phrases) for assertion, phrases in told.items() if phrases}
    return "; ".join(
        text if assertion == "present" else f"{words(assertion)}: {text}" for assertion, text in groups.items()
    )


def _set_aside(extraction: Extraction, disputed: Collection[str]) -> Iterator[str]:
    """Tell which findings support no code: not in the text, not borne out by its words, or read in two ways."""
    for name in field_names(Extraction):
        findings: tuple[Finding, ...] = getattr(extraction, name)
        for i, finding in enumerate(findings):
            if not _found(finding):
                yield f"{phrase(finding)}: quote not in the text"
            elif finding.unverified and f"{name}[{i}]" in disputed:
                yield f"{phrase(finding)}: {' and '.join(finding.unverified)} open, the readings disagree"
            elif finding.unverified:
                yield f"{phrase(finding)}: {' and '.join(finding.unverified)} not borne out by the quote"


def _found(finding: Finding) -> bool:
    return any(evidence.span for evidence in finding.evidence)
