"""DX: the code itself, against the code set and against what the findings lead to."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from scribe.rules.chart import STENOSES, Chart, Claim, stenoses, title_of
from scribe.rules.engine import Problem, rule
from scribe.rules.views.claims import diagnosis_claims, judged, missed, spelled
from scribe.rules.views.competition import assigned
from scribe.rules.views.matrix import cell, codes_of, regions_of, side_of
from scribe.rules.views.mentions import affirmed, denied, mentions, says
from scribe.rules.words import condition_words, kind_words, lesion_words, listed, needed_for
from scribe.schema import Diagnosis, Evidence, Lesion, Region
from scribe.terminology.regions import region_words

_SIDES = ("LT", "RT", "50")
"""The modifiers for a left, a right and both sides."""
_PAINLESS = ("M51.369", "M51.379")
"""Lumbar disc degeneration without mention of back or leg pain."""
_SHOWN = 10
"""Codes named in one message; M99.0 has ten."""


@rule("DX01", "error", topic="invalid_code", cites=("guidelines-i-a-3", "tabular", "fy2027-changes"))
def nonexistent_code(chart: Chart) -> Iterator[Problem]:
    """Flag a code that the code set of the date of service does not hold.

    Only codes of the set in force may be reported. M99 has five characters, no
    seventh and no placeholder, so a character too many is the usual slip; its
    one unspecified code, M99.9, has four.
    """
    for claim, code, *_ in judged(chart, "nonexistent"):
        message = f"{code} is not a code of ICD-10-CM {chart.codes.label}: {_nearest(chart, code)}"
        yield Problem(claim.at, message, claim.evidence)


@rule("DX02", "error", topic="parent_code", cites=("guidelines-i-b-2", "tabular-m99"))
def header_code(chart: Chart) -> Iterator[Problem]:
    """Flag a header that stands where only a complete code may.

    A category or subcategory groups codes and is not one. What is documented
    decides which code under it applies; where it does not decide, the
    clinician is asked.
    """
    for claim, code, *_ in judged(chart, "header"):
        message = f"{code} is a heading, not a complete code: {_children(chart, code)}"
        yield Problem(claim.at, message, claim.evidence)


@rule("DX03", "warning", topic="nonspecific_code", cites=("guidelines-i-b-2", "guidelines-i-a-9", "tabular-m99"))
def vague_lesion_code(chart: Chart) -> Iterator[Problem]:
    """Flag a code that is vaguer than the lesion for which it stands.

    M99.9 says that nothing is known of the lesion. The digit 9 says "abdomen
    and other regions": it is a place, not a way to leave the place open. A
    lesion with a named region has its own code. So has a stenosis whose
    mechanism is stated, which plain spinal stenosis leaves out, and a
    dysfunction for which only an unspecified pain is coded.
    """
    for claim, code, lesion in missed(chart, "vague"):
        message = f"{code} {_vaguely(chart, code)}; the document states a {lesion_words(lesion)}{_codes(lesion)}."
        yield Problem(claim.at, message, (*claim.evidence, *lesion.evidence))


@rule("DX04", "information", topic="nonspecific_code", cites=("guidelines-i-b-2", "guidelines-iv-f"))
def unspecified_code(chart: Chart) -> Iterator[Problem]:
    """Flag an unspecified code beside findings that lead to a specific one.

    An unspecified code is right when nothing more is known. Where the document
    names the site or the side, the code that says so is the accurate one.
    """
    assigned = {suggestion.code: suggestion for suggestion in chart.suggestions if suggestion.status == "assign"}
    for claim, code, *_ in judged(chart, "documented", "out_of_scope"):
        title = title_of(chart, code)
        if "unspecified" not in title.lower() or code in assigned:
            continue
        for better in assigned.values():
            if better.code.startswith(code[:-1]) and "unspecified" not in better.title.lower():
                message = f"{code} ({title}) is vaguer than the findings: {better.code} ({better.title})."
                yield Problem(claim.at, message, (*claim.evidence, *better.evidence))


@rule("DX05", "error", topic="code_mismatch", cites=("tabular-m99", "icd-index-m99"))
def other_lesion_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a code of M99 whose title names another kind of lesion than the document.

    Somatic dysfunction, subluxation complex and stenosis have their own
    subcategories. The clinician's term decides between them; a code that says
    more or something else than the term is not borne out.
    """
    for claim, code, _, _, finding in judged(chart, "other_lesion"):
        if isinstance(finding, Lesion):
            title = title_of(chart, code)
            message = (
                f"{code} ({title}) is another lesion than the documented {lesion_words(finding)}{_codes(finding)}; "
                f"it would need {needed_for(code)} to be stated."
            )
            yield Problem(claim.at, message, (*claim.evidence, *finding.evidence))


@rule("DX06", "error", topic="code_mismatch", cites=("tabular", "guidelines-i-b-13", "guidelines-i-c-13-a"))
def other_site_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a diagnosis code whose title names another region or side than the diagnosis.

    The digits for a site differ from family to family: 4 is sacral in M99 and
    thoracic in M47, M48, M51 and M54.1, where 8 is sacral. The title settles
    what a code says, and it has to be what the document says.
    """
    for claim, code, _, _, finding in judged(chart, "other_site"):
        if finding is not None:
            said = ", ".join(filter(None, (_name(finding), _site(finding))))
            message = (
                f"{code} ({title_of(chart, code)}) is another site than the documented one: {said}; it would need its "
                "own site to be stated."
            )
            yield Problem(claim.at, message, (*claim.evidence, *finding.evidence))


@rule("DX07", "error", topic="duplicate_code", cites=("guidelines-i-b-12",))
def repeated_code(chart: Chart) -> Iterator[Problem]:
    """Flag a diagnosis code that is chosen twice for one encounter.

    Each code is reported once, also where both sides or several lesions share
    it: M99 has no side, and two segments of a region are one code. A document
    may well write a code twice, and audit may repeat one that it writes.
    """
    seen: set[str] = set()
    for claim in diagnosis_claims(chart):
        code = spelled(claim.code)
        if code in seen:
            message = f"{code} is given twice: two sides or several lesions that share a code are reported by it once."
            yield Problem(claim.at, message)
        if not claim.evidence:
            seen.add(code)


@rule("DX08", "error", topic="modifier_mismatch", cites=("guidelines-i-a-2", "guidelines-i-b-13", "tabular-m99"))
def side_added_to_code(chart: Chart) -> Iterator[Problem]:
    """Flag a diagnosis code with a modifier for the side.

    LT, RT and 50 modify codes of procedures. A diagnosis whose code has a side
    names it in the code itself; M99 has none, so that the side of a
    dysfunction stands in the record alone.
    """
    for claim in diagnosis_claims(chart):
        code = spelled(claim.code)
        for modifier in _sides_added(chart, claim):
            if chart.codes.find(code) is not None:
                message = f"{code}-{modifier}: a diagnosis code takes no modifier; {_where_the_side_is(chart, code)}."
                yield Problem(claim.at, message, claim.evidence)


@rule("DX09", "warning", topic="code_mismatch", cites=("tabular-m48-0", "guidelines-i-b-18"))
def claudication_unlike_document(chart: Chart) -> Iterator[Problem]:
    """Flag a lumbar stenosis code that differs from the document about neurogenic claudication.

    M48.061 is without and M48.062 with neurogenic claudication. Leg pain on
    walking is not enough for the second, and the first is wrong where the
    clinician names it. What the document both states and denies is a conflict
    that neither code settles.
    """
    for judgement in judged(chart, "documented"):
        code = judgement.code
        if not code.startswith("M48.06"):
            continue
        stated = _claudication(chart)
        disputed = any(denied(chart.document, mention) for mention in mentions(chart, "claudication"))
        if code == "M48.061" and stated and not disputed:
            message = f"{code} ({title_of(chart, code)}): the document states neurogenic claudication (M48.062)."
            yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *stated))
        if code == "M48.062" and not stated and code not in assigned(chart):
            message = (
                f"{code} ({title_of(chart, code)}): the document does not state neurogenic claudication as present, "
                "which would make the code stand."
            )
            yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *judgement.quotes))


@rule("DX10", "error", topic="classified_elsewhere", cites=("tabular-m99", "tabular-m48-0", "guidelines-i-b-12"))
def stenosis_coded_twice(chart: Chart) -> Iterator[Problem]:
    """Flag plain spinal stenosis beside a stenosis of M99 for the same narrowing.

    M48.0- is the stenosis of which no mechanism is stated, M99.2 to M99.7 the
    one of which it is. One narrowing is one of the two; both codes stand only
    where another narrowing is stated without its mechanism.
    """
    for plain in judged(chart, "documented"):
        if not plain.code.startswith("M48.0") or plain.code in assigned(chart):
            continue
        regions = regions_of(title_of(chart, plain.code))
        other = next((it for it in _mechanical(chart) if it.lesion.region in regions), None)
        if other is not None and not _is_open(chart, regions):
            message = (
                f"{plain.code} ({title_of(chart, plain.code)}) repeats the {lesion_words(other.lesion)}, {other.code}: "
                "a second narrowing without a stated mechanism would have to be documented."
            )
            yield Problem(plain.claim.at, message, (*plain.claim.evidence, *other.lesion.evidence))


@rule("DX11", "warning", topic="code_mismatch", cites=("tabular-m51", "guidelines-i-a-15"))
def painless_disc_code(chart: Chart) -> Iterator[Problem]:
    """Flag a code of lumbar disc degeneration without mention of pain in a document that mentions it.

    The last character of M51.36- and M51.37- says whether back pain, leg pain
    or both are documented, and 9 that neither is. "With" in a title presumes
    the link, unless the clinician lays the pain to something else.
    """
    pain = affirmed(chart, "back_or_leg_pain") if any(_painless(chart)) else ()
    for at, code, quotes in _painless(chart) if pain else ():
        message = (
            f"{code} ({title_of(chart, code)}): the document mentions such pain; its last character would follow what "
            "the clinician lays to the disc."
        )
        yield Problem(at, message, (*quotes, *pain))


def _vaguely(chart: Chart, code: str) -> str:
    """What a code says that is vaguer than the lesion for which it stands."""
    if code == "M99.9":
        return "leaves the lesion unspecified"
    if code.startswith("M99"):
        return "is for the abdomen and other regions"
    return f"({title_of(chart, code)}) leaves it at less than is known"


def _painless(chart: Chart) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """The codes without mention of pain, claimed or else suggested, with their paths and quotes."""
    claimed = {judgement.code: judgement.claim for judgement in judged(chart, "documented")}
    yield from ((claim.at, code, claim.evidence) for code, claim in claimed.items() if code in _PAINLESS)
    for i, suggestion in enumerate(chart.suggestions):
        if suggestion.status == "assign" and suggestion.code in _PAINLESS and suggestion.code not in claimed:
            yield f"suggestions[{i}].code", suggestion.code, suggestion.evidence


def _sides_added(chart: Chart, claim: Claim) -> Iterator[str]:
    """The modifiers for a side that a claim has, or that the text writes behind its code."""
    spans = (evidence.span for evidence in claim.evidence if evidence.span is not None)
    behind = [chart.document.text[start : end + len("-RT")].upper() for start, end in spans]
    for side in _SIDES:
        if side in claim.modifiers or any(f"{claim.code}-{side}" in words for words in behind):
            yield side


def _where_the_side_is(chart: Chart, code: str) -> str:
    if code.startswith("M99"):
        return "no code of M99 has a side, and the record alone says it"
    side = side_of(title_of(chart, code))
    return "its title already says the side" if side else "where a condition has a side, the code itself says it"


def _claudication(chart: Chart) -> tuple[Evidence, ...]:
    """Where the text states claudication, but for that of the arteries."""
    found = affirmed(chart, "claudication")
    return tuple(it for it in found if says(it.quote, "neurogenic") or not says(it.quote, "arterial"))


class _Stenosis(NamedTuple):
    """A claimed stenosis code of M99 that a lesion bears out."""

    code: str
    """The code."""
    lesion: Lesion
    """The lesion."""


def _mechanical(chart: Chart) -> list[_Stenosis]:
    """The claimed stenosis codes of M99 that the document bears out."""
    return [
        _Stenosis(code, finding)
        for _, code, _, _, finding in judged(chart, "documented")
        if isinstance(finding, Lesion) and finding.kind in STENOSES and cell(code) is not None
    ]


def _is_open(chart: Chart, regions: Collection[Region]) -> bool:
    """Whether a narrowing of these regions is stated without its mechanism, beside the one that has it."""
    return any(not lesion.mechanisms and lesion.region in (*regions, None) for _, lesion in stenoses(chart))


def _nearest(chart: Chart, code: str) -> str:
    """What stands in the code set nearest above a code that does not."""
    for end in range(len(code) - 1, 2, -1):
        above = chart.codes.find(code[:end])
        if above is not None and above.billable:
            return f"{above.code} ({above.title}) is complete and takes no further character."
        if above is not None:
            return _children(chart, above.code)
    return "no category begins so."


def _children(chart: Chart, code: str) -> str:
    children = chart.codes.children(code)
    shown = ", ".join(child.code for child in children[:_SHOWN])
    return f"under {code} stand {shown}{', …' if len(children) > _SHOWN else ''}."


def _codes(lesion: Lesion) -> str:
    codes = codes_of(lesion)
    return f" ({listed(codes)})" if codes else ""


def _name(finding: Lesion | Diagnosis) -> str:
    return kind_words(finding) if isinstance(finding, Lesion) else condition_words(finding.condition)


def _site(finding: Lesion | Diagnosis) -> str:
    region = None if finding.region is None else region_words(finding.region)
    return ", ".join(filter(None, (region, finding.laterality)))
