"""SQ: the order of the codes."""

from collections.abc import Iterator

from scribe.rules.chart import Chart, Claim, lesions, title_of
from scribe.rules.engine import Problem, rule
from scribe.rules.views.claims import Judgement, judge, judged, spelled
from scribe.rules.views.complaints import regions_with_condition
from scribe.rules.views.matrix import codes_of, facts_of
from scribe.rules.views.profile import profile
from scribe.rules.views.services import is_written, listed_diagnoses
from scribe.schema import Lesion
from scribe.terminology.lesions import MEDICARE_DYSFUNCTIONS
from scribe.terminology.regions import m99_region


@rule("SQ01", "warning", topic="definitive_not_first", cites=("guidelines-iv-g", "tabular-m99", "stedi-2025-12"))
def lesion_before_definitive(chart: Chart) -> Iterator[Problem]:
    """Flag a code of M99 that stands before the code of a definitive diagnosis.

    First comes the diagnosis chiefly responsible for the visit; M99, the
    category for what is not classified elsewhere, follows it. A chiropractic
    manipulation under Medicare is the exception: there the region of the
    dysfunction, M99.00 to M99.05, comes first.
    """
    if profile(chart) == "medicare_cmt":
        return
    firsts: dict[str, Judgement] = {}
    for judgement in judge(chart):
        # What a document writes and what is given beside it have no order among each other.
        origin = judgement.claim.at.partition("[")[0]
        first = firsts.get(origin)
        if judgement.code.startswith("M99"):
            firsts.setdefault(origin, judgement)
        elif first is not None and judgement.verdict == "documented" and _comes_first(chart, judgement):
            message = (
                f"{first.code} stands before {judgement.code} ({title_of(chart, judgement.code)}); "
                "the definitive diagnosis comes first."
            )
            yield Problem(first.claim.at, message, (*first.claim.evidence, *judgement.claim.evidence))
            return


@rule("SQ02", "error", topic="dysfunction_not_first", cites=("stedi-2025-12", "mac-code-groups", "mln-se1601"))
def medicare_list_without_dysfunction_first(chart: Chart) -> Iterator[Problem]:
    """Flag a list of diagnoses for chiropractic manipulation under Medicare that does not begin with the dysfunction.

    Medicare's subluxation is one of alignment and movement, which M99.00 to
    M99.05 name by region. One of them comes first, and what the region is
    treated for follows. M99.06 to M99.09 and M99.1- do not take its place.
    """
    first = _first_listed(chart) if profile(chart) == "medicare_cmt" else None
    if first is not None and spelled(first.code) not in MEDICARE_DYSFUNCTIONS:
        message = (
            f"{spelled(first.code)} is listed first; for a chiropractic manipulation under Medicare the dysfunction of "
            f"a treated region comes first, {_fitting_dysfunction(chart)}."
        )
        yield Problem(first.at, message, first.evidence)


@rule("SQ03", "warning", topic="condition_missing", cites=("mac-code-groups", "mbpm-15-240", "palmetto-chiropractic"))
def dysfunction_without_condition(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction coded for manipulation under Medicare with nothing that the region is treated for.

    The dysfunction of a region is treated for a condition of nerves, muscles
    or joints there: a diagnosis, a symptom, at least pain. It follows the
    dysfunction on the list, and it has to be one that the region can give. Only
    a dysfunction that is documented is asked about.
    """
    if profile(chart) != "medicare_cmt":
        return
    for claim, code, *_ in judged(chart, "documented"):
        region = m99_region(code) if code in MEDICARE_DYSFUNCTIONS else None
        if region is not None and region not in regions_with_condition(chart):
            message = (
                f"{code} ({title_of(chart, code)}): no diagnosis, symptom or complaint of that region is documented or "
                "listed; it stands with the condition for which the region is treated."
            )
            yield Problem(claim.at, message, claim.evidence)


def _first_listed(chart: Chart) -> Claim | None:
    """The first diagnosis code; in a document, which may write codes of other care too, the first of our field."""
    ours = (
        claim
        for claim in listed_diagnoses(chart)
        if not is_written(claim) or claim.code.startswith("M99") or facts_of(spelled(claim.code)) is not None
    )
    return next(ours, None)


def _fitting_dysfunction(chart: Chart) -> str:
    """The dysfunction that would come first: one that is listed, else one that is stated, else what would make one."""
    listed = (spelled(claim.code) for claim in listed_diagnoses(chart))
    stated = (code for _, lesion in lesions(chart) for code in codes_of(lesion))
    fitting = next((code for code in (*listed, *stated) if code in MEDICARE_DYSFUNCTIONS), None)
    if fitting is None:
        return "and it stands once the clinician states one of the head, the spine or the pelvis"
    return f"here {fitting} ({title_of(chart, fitting)})"


def _comes_first(chart: Chart, judgement: Judgement) -> bool:
    """Whether a code is of a definitive diagnosis: no manifestation, and no lesion that M99 codes by its mechanism."""
    facts, finding = facts_of(judgement.code), judgement.finding
    manifestation = "in diseases classified elsewhere" in title_of(chart, judgement.code)
    repeated = isinstance(finding, Lesion) and finding.mechanisms
    return facts is not None and facts.nature == "definitive" and not manifestation and not repeated
