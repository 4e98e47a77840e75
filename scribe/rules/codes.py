"""DX: the code itself, against the code set and against what the findings lead to."""

from collections.abc import Iterator

from scribe.rules.chart import Chart, title_of
from scribe.rules.claims import judged, missed
from scribe.rules.engine import Problem, rule
from scribe.rules.matrix import codes_of
from scribe.rules.words import condition_words, lesion_words, listed
from scribe.schema import Diagnosis, Lesion
from scribe.terminology.regions import region_words

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
    """Flag M99.9, or the digit 9, for a lesion whose region is documented.

    M99.9 says that nothing is known of the lesion. The digit 9 says "abdomen
    and other regions": it is a place, not a way to leave the place open. A
    lesion with a named region has its own code.
    """
    for claim, code, lesion in missed(chart, "vague"):
        said = "leaves the lesion unspecified" if code == "M99.9" else "is for the abdomen and other regions"
        message = f"{code} {said}; the document states a {lesion_words(lesion)}{_codes(lesion)}."
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
                f"{code} ({title}) is another lesion than the documented {lesion_words(finding)}{_codes(finding)}."
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
        if isinstance(finding, Diagnosis):
            said = f"{condition_words(finding.condition)}, {_site(finding)}"
            message = f"{code} ({title_of(chart, code)}) is another site than the documented one: {said}."
            yield Problem(claim.at, message, (*claim.evidence, *finding.evidence))


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


def _site(diagnosis: Diagnosis) -> str:
    region = None if diagnosis.region is None else region_words(diagnosis.region)
    return ", ".join(filter(None, (region, diagnosis.laterality)))
