"""Diagnoses whose words name no region → the only region of the spine that the document is about."""

from collections.abc import Iterable, Iterator

from scribe.schema import Care, Condition, Diagnosis, Evidence, Imaging, Lesion, Region

_AXIAL = frozenset({"cervical", "thoracic", "lumbar", "sacral"})
_OF_THE_CORD = frozenset({"cervical", "thoracic"})
_CONSIDERED: frozenset[Condition] = frozenset({"disc_herniation", "radiculopathy"})
"""Conditions of any part of the spine, which a clinician rejects or suspects where the patient is ill."""


def sited(
    diagnoses: Iterable[Diagnosis], lesions: Iterable[Lesion], imaging: Iterable[Imaging], care: Iterable[Care]
) -> Iterator[Diagnosis]:
    """Give the conditions of a cord, a root or a disc the region that nothing else in the document rivals.

    Args:
        diagnoses: What was read.
        lesions: The lesions of the document.
        imaging: Its imaging findings.
        care: Its care.
    """
    diagnoses = list(diagnoses)
    stated = {lesion.region for lesion in lesions if lesion.assertion == "present"} | {
        one.region for one in diagnoses if one.assertion == "present"
    }
    seen = {image.region for image in imaging if image.assertion == "present"}
    opened = {region for one in care if one.kind == "surgery" and one.timing == "prior" for region in one.regions}
    for diagnosis in diagnoses:
        region = None if diagnosis.region else _site(diagnosis, stated, seen, opened)
        yield diagnosis.model_copy(update={"region": region}) if region else diagnosis


def _site(
    diagnosis: Diagnosis, stated: set[Region | None], seen: set[Region | None], opened: set[Region]
) -> Region | None:
    if diagnosis.assertion in {"other_person", "historical", "hypothetical"}:
        return None
    if diagnosis.condition == "myelopathy":
        return _only(stated & _OF_THE_CORD) or _only(seen & _OF_THE_CORD)
    if diagnosis.condition == "postlaminectomy_syndrome":
        return _only({*opened}) or _only(stated & _AXIAL)
    rejected = diagnosis.condition in _CONSIDERED and diagnosis.assertion in {"absent", "possible"}
    if rejected and not any(_names(evidence) for evidence in diagnosis.evidence):
        return None
    return (_only(stated) or (None if stated - {None} else _only(seen))) if rejected else None


def _names(evidence: Evidence) -> bool:
    """Tell whether a condition is named, and not only the part that is cleared, as in `it's not the disc`."""
    return not evidence.quote.lower().endswith(("disc", "disk")) or "slipped" in evidence.quote.lower()


def _only(regions: Iterable[Region | None]) -> Region | None:
    """Return the one region of several that is named, where it is of the spine."""
    named = [region for region in regions if region]
    return named[0] if len(named) == 1 and named[0] in _AXIAL else None
