"""Codes that are near but not to be reported: those to ask about, and those to leave, each with its reason."""

from collections.abc import Collection, Iterator
from functools import cache

from scribe.coding.candidates import Candidate, each_once
from scribe.coding.diagnoses import coded
from scribe.coding.elsewhere import explaining
from scribe.coding.facts import Fact, Facts, borne_out, capital, paths, plain, says
from scribe.coding.matrix import STENOSES, cells_of, lesion_name, m99_code, m99_codes
from scribe.coding.statements import stated
from scribe.coding.tables import conditions, joints, mechanism_words, vague_words, vertebrae
from scribe.schema import (
    REGIONS,
    Diagnosis,
    Encounter,
    Extraction,
    ImagingKind,
    Lesion,
    LesionKind,
    Mechanism,
    Region,
)
from scribe.terminology import Code, CodeSet
from scribe.terminology.lesions import SHOWN_MECHANISMS
from scribe.terminology.regions import LIMBS, MANUAL, region_words

_ENOUGH_TART = 2
_SPACES: dict[LesionKind, str] = {
    "canal_stenosis": r"canals?|lateral recess(?:es)?|subarticular|central stenosis|thecal",
    "foraminal_stenosis": r"(?:neuro-?\s?)?foram\w+",
}
_NARROWINGS: dict[ImagingKind, LesionKind] = {
    "canal_narrowing": "canal_stenosis",
    "foraminal_narrowing": "foraminal_stenosis",
}
_WHY_NOT = {
    "possible": "is only possible, and an uncertain diagnosis is not coded in outpatient care",
    "historical": "is past and not a finding of this visit",
    "hypothetical": "is not a finding but a contingency",
    "other_person": "is another person's",
}


def to_query(
    facts: Facts, encounter: Encounter, assigned: Collection[Candidate], codes: CodeSet
) -> tuple[Candidate, ...]:
    """Return the codes that the findings point to but do not support yet."""
    have = {candidate.code for candidate in assigned}
    near = (
        *_regions_not_fixed(facts),
        *_compartments_not_stated(facts),
        *_mechanisms_not_stated(facts),
        *_narrowing_not_concluded(facts),
        *_dysfunctions_not_stated(facts, encounter, assigned),
    )
    return each_once(candidate for candidate in near if candidate.code not in have and codes.find(candidate.code))


def to_reject(
    facts: Facts, extraction: Extraction, encounter: Encounter, assigned: Collection[Candidate], codes: CodeSet
) -> tuple[Candidate, ...]:
    """Return the codes that someone might report but that the findings do not carry."""
    near = (
        *_lesions_that_do_not_count(facts),
        *_diagnoses_that_do_not_count(facts, encounter, codes),
        *_unspecified(facts),
        *_written_codes(facts, extraction, assigned, codes),
    )
    return each_once(candidate for candidate in near if codes.find(candidate.code))


def _dysfunctions_not_stated(
    facts: Facts, encounter: Encounter, assigned: Collection[Candidate]
) -> Iterator[Candidate]:
    """TART of two components or more in a region that no lesion, diagnosis or injury explains.

    A tender, stiff limb is asked about only where manual medicine is practised: elsewhere it is any limb examination.
    """
    explained = {candidate.region for candidate in assigned if candidate.role == "definitive"}
    explained |= {fact.finding.region for fact in facts.lesions}
    explained |= {fact.finding.region for fact in facts.diagnoses if fact.finding.condition == "other"}
    denied = {fact.finding.region for fact in facts.other_lesions if fact.finding.assertion == "absent"}
    for region in REGIONS:
        found = tuple(fact for fact in facts.tart if fact.finding.region == region)
        components = dict.fromkeys(plain(fact.finding.component) for fact in found)
        if len(components) < _ENOUGH_TART or region in explained or {region, None} & denied:
            continue
        if region in LIMBS and encounter.discipline not in MANUAL:
            continue
        reason = (
            f"{' and '.join(components).capitalize()} of the {region_words(region)} "
            "are documented, but no dysfunction is stated."
        )
        yield Candidate(m99_code("M99.0", region), "lesion", None, region, ("CD01", "CD24"), found, reason)


def _regions_not_fixed(facts: Facts) -> Iterator[Candidate]:
    """Lesions whose words leave a choice of regions, none of which another lesion has settled."""
    settled = {(fact.finding.kind, fact.finding.region) for fact in facts.lesions}
    for fact in facts.lesions:
        lesion = fact.finding
        regions = _candidate_regions(fact.words) if lesion.region is None else ()
        if any((lesion.kind, region) in settled for region in regions):
            continue
        for region in regions:
            fixed = Fact(fact.path, lesion.model_copy(update={"region": region}))
            for candidate in m99_codes(fixed):
                reason = f"{capital(plain(lesion.kind))} is stated, but its words do not fix one region."
                yield candidate._replace(facts=(fact,)).but("CD25", reason)


def _compartments_not_stated(facts: Facts) -> Iterator[Candidate]:
    """Spinal stenosis whose words name a mechanism, but neither the canal nor the foramina."""
    for fact in facts.diagnoses:
        region = fact.finding.region
        if fact.finding.condition != "spinal_stenosis" or region is None:
            continue
        mechanisms = tuple(mechanism for mechanism, words in mechanism_words().items() if says(fact.words, words))
        named = [kind for kind, words in _SPACES.items() if says(fact.words, words)]
        lacking = "as plain spinal stenosis" if named else "but not whether of canal or foramina"
        for kind in named or _SPACES:
            for candidate in _stenosis_codes(fact, kind, region, mechanisms):
                if explaining(fact, candidate, facts) is None:
                    yield candidate.but("CD26", f"A stenosis with its mechanism is stated, {lacking}.")


def _mechanisms_not_stated(facts: Facts) -> Iterator[Candidate]:
    """Foraminal stenosis without a mechanism."""
    for fact in facts.lesions:
        lesion = fact.finding
        if lesion.kind == "foraminal_stenosis" and lesion.region is not None and not lesion.mechanisms:
            for candidate in _stenosis_codes(fact, lesion.kind, lesion.region, None):
                yield candidate.but("CD27", "Foraminal stenosis is stated, but not what narrows the foramina.")


def _narrowing_not_concluded(facts: Facts) -> Iterator[Candidate]:
    """Narrowing and its mechanism on imaging that the clinician neither concludes, doubts nor explains."""
    concluded = {fact.finding.region for fact in facts.lesions + facts.other_lesions if fact.finding.kind in STENOSES}
    concluded |= {
        fact.finding.region
        for fact in facts.diagnoses + facts.other_diagnoses
        if fact.finding.condition == "spinal_stenosis"
    }
    for fact in facts.imaging:
        region, kind = fact.finding.region, _NARROWINGS.get(fact.finding.kind)
        if kind is None or region is None or {region, None} & concluded:
            continue
        seen = [other for other in facts.imaging if other.finding.region == region]
        for cell in cells_of(kind):
            shown = tuple(other for other in seen if SHOWN_MECHANISMS.get(other.finding.kind) == cell.mechanism)
            candidate = Candidate(
                code=m99_code(cell.category, region),
                role="lesion",
                about=kind,
                region=region,
                decisions=("CD01", cell.decision, "CD33"),
                facts=(fact, *shown),
                reason="Imaging shows the narrowing and what causes it, but the clinician does not conclude it.",
                mechanisms=(cell.mechanism,) if cell.mechanism else (),
            )
            if shown and explaining(fact, candidate, facts) is None:
                yield candidate


def _stenosis_codes(
    fact: Fact[Lesion] | Fact[Diagnosis], kind: LesionKind, region: Region, mechanisms: tuple[Mechanism, ...] | None
) -> Iterator[Candidate]:
    for cell in cells_of(kind):
        if cell.mechanism is not None and (mechanisms is None or cell.mechanism in mechanisms):
            code = m99_code(cell.category, region)
            yield Candidate(code, "lesion", kind, region, ("CD01", cell.decision), (fact,), "", (cell.mechanism,))


def _lesions_that_do_not_count(facts: Facts) -> Iterator[Candidate]:
    for fact in facts.other_lesions:
        rule, why = _why_not(fact.finding)
        if why is None:
            continue
        for candidate in m99_codes(fact):
            name = lesion_name(fact.finding.kind, fact.finding.region, candidate.mechanisms)
            yield candidate._replace(decisions=(rule,), reason=f"{capital(name)} {why}.")


def _diagnoses_that_do_not_count(facts: Facts, encounter: Encounter, codes: CodeSet) -> Iterator[Candidate]:
    for fact in facts.other_diagnoses:
        rule, why = _why_not(fact.finding)
        if why is None or fact.finding.assertion not in {"present", "possible", "historical"}:
            continue
        for candidate in coded(stated(fact), facts, encounter, codes):
            reason = f"{capital(plain(fact.finding.condition))} {why}."
            yield candidate._replace(decisions=(rule,), facts=(fact,), reason=reason)


def _why_not(finding: Lesion | Diagnosis) -> tuple[str, str | None]:
    """Return the rule and the words why a finding does not count; no words for a plain denial."""
    if finding.assertion != "present":
        return "CD28", _WHY_NOT.get(finding.assertion)
    if not borne_out(finding) and finding.unverified:
        proof = "settled" if finding.agreement == "both" else "borne out"
        return "CD29", f"is not {proof} by the quoted words ({', '.join(map(plain, finding.unverified))})"
    return "CD29", "is quoted in words that do not stand in the document"


def _unspecified(facts: Facts) -> Iterator[Candidate]:
    """Lesions of which neither region nor candidates are known."""
    for fact in facts.lesions:
        if fact.finding.region is None and not _candidate_regions(fact.words) and len(facts.lesions) == 1:
            name = capital(plain(fact.finding.kind))
            reason = f"{name} is stated without a region, for which an unspecified code is no substitute."
            yield Candidate("M99.9", "lesion", fact.finding.kind, None, ("CD01", "CD25"), (fact,), reason)


def _written_codes(
    facts: Facts, extraction: Extraction, assigned: Collection[Candidate], codes: CodeSet
) -> Iterator[Candidate]:
    """Codes of this scope that the document writes down and no finding carries."""
    for written in paths("stated_codes", extraction.stated_codes):
        found = codes.find(written.finding.code)
        if found is None or not _in_scope(found.code):
            continue
        reason = _why_unsupported(found, facts, assigned)
        yield Candidate(found.code, "lesion", None, None, ("CD30",), (written,), reason)


def _why_unsupported(written: Code, facts: Facts, assigned: Collection[Candidate]) -> str:
    if not written.billable:
        return f"{written.code} is a heading; a billable code below it has to be reported."
    if written.code == "M99.9":
        return "The unspecified code does not replace the region and the lesion that the document states or lacks."
    if not written.code.startswith("M99."):
        return "No present diagnosis of this document carries this code."
    region = REGIONS[int(written.code[-1])]
    stated_here = next((fact for fact in facts.lesions if fact.finding.region == region), None)
    if stated_here is None:
        return f"No present finding states a lesion of the {region_words(region)}."
    lesion = stated_here.finding
    instead = [candidate.code for candidate in assigned if stated_here in candidate.facts]
    coded_as = f", which is {' and '.join(instead)}" if instead else ""
    return f"The document states {lesion_name(lesion.kind, region, lesion.mechanisms)}{coded_as}."


def _in_scope(code: str) -> bool:
    """Whether a code is of a kind that findings can carry: M99, or one of the tables' families."""
    return code.startswith(_families())


@cache
def _families() -> tuple[str, ...]:
    templates = (code for rows in conditions().values() for row in rows for code in row.code.split())
    injuries = (joint.subluxation for joint in joints().values())
    fractures = (vertebra.fracture for vertebra in vertebrae().values())
    stems = {code.split("{")[0].rstrip("X")[:5] for code in (*templates, *injuries, *fractures)}
    return ("M99", *sorted(stem for stem in stems if stem))


def _candidate_regions(words: str) -> tuple[Region, ...]:
    """Return the regions that vague words may mean."""
    return next((regions for vague, regions in vague_words() if says(words, vague)), ())
