"""SQ: the order of the codes."""

from collections.abc import Iterator

from scribe.rules.chart import Chart, is_medicare_manipulation, title_of
from scribe.rules.claims import judge
from scribe.rules.engine import Problem, rule
from scribe.rules.matrix import facts_of


@rule("SQ01", "warning", topic="definitive_not_first", cites=("guidelines-iv-g", "tabular-m99", "stedi-2025-12"))
def lesion_before_definitive(chart: Chart) -> Iterator[Problem]:
    """Flag a code of M99 that stands before the code of a definitive diagnosis.

    First comes the diagnosis chiefly responsible for the visit; M99, the
    category for what is not classified elsewhere, follows it. A chiropractic
    manipulation under Medicare is the exception: there the region of the
    dysfunction, M99.00 to M99.05, comes first.
    """
    if is_medicare_manipulation(chart):
        return
    first = None
    for judgement in judge(chart):
        if judgement.code.startswith("M99"):
            first = first or judgement
        elif first is not None and judgement.verdict == "documented" and _is_definitive(judgement.code):
            message = (
                f"{first.code} stands before {judgement.code} ({title_of(chart, judgement.code)}); "
                "the definitive diagnosis comes first."
            )
            yield Problem(first.claim.at, message, (*first.claim.evidence, *judgement.claim.evidence))
            return


def _is_definitive(code: str) -> bool:
    facts = facts_of(code)
    return facts is not None and facts.nature == "definitive"
