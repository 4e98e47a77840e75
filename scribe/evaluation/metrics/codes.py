"""Codes: the right ones, in the right order, the first of them right; by category and by region of M99."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics.tallies import Counts, Metric, PerItem, Share, compared, compared_each
from scribe.schema import Report, Status
from scribe.terminology.regions import m99_region

_CATEGORY = len("M99.0")


def m99_assigned(matched: Matched) -> Counts:
    """Count M99 codes to assign, as a set for each case; precision, recall and F1 are micro averages."""
    return compared(m99(matched.case.codes.assign), m99(codes(matched.report, "assign")))


def m99_set_exact(matched: Matched) -> Share:
    """Share of cases whose set of assigned M99 codes is the labelled one; an empty set can be right."""
    return Share(int(m99(matched.case.codes.assign) == m99(codes(matched.report, "assign"))), 1)


def all_assigned(matched: Matched) -> Counts:
    """Count all codes to assign, as a set for each case; precision, recall and F1 are micro averages."""
    return compared({*matched.case.codes.assign}, codes(matched.report, "assign"))


def set_exact(matched: Matched) -> Share:
    """Share of cases whose set of assigned codes is the labelled one; an empty set can be right."""
    return Share(int({*matched.case.codes.assign} == codes(matched.report, "assign")), 1)


def m99_categories(matched: Matched) -> Counts:
    """Count the categories of assigned M99 codes (M99.0, M99.1, …) as a multiset for each case: the lesion is right."""
    return compared(*(Counter(map(category, m99(found))) for found in _both(matched)))


def m99_regions(matched: Matched) -> Counts:
    """Count the regions of assigned M99 codes as a multiset for each case: the place is right, whatever the lesion."""
    return compared(*(Counter(map(region, m99(found))) for found in _both(matched)))


def hierarchical(matched: Matched) -> Counts:
    """Count assigned codes and all that stands above them in the tabular list, as a set for each case.

    hP = |A ∩ B| ÷ |B| and hR = |A ∩ B| ÷ |A|, where A and B are the labelled and the reported codes with their
    ancestors (Kiritchenko et al. 2006; Silla & Freitas 2011), micro averages. It flatters within one category, where
    a code of another region shares two of its three nodes, and is here to be compared with the literature: categories
    and regions tell more.
    """
    return compared(*({node for code in found for node in nodes(code)} for found in _both(matched)))


def order(matched: Matched) -> Share:
    """Share of pairs of codes, both labelled and assigned, that are assigned in the labelled order.

    Of one case it is (Kendall's tau + 1) ÷ 2 on the codes in common; over cases pairs are summed. Where fewer than two
    codes are in common, there is no pair.
    """
    assigned = claim(matched.report)
    common = [code for code in matched.case.codes.assign if code in assigned]
    pairs = [assigned.index(first) < assigned.index(second) for first, second in combinations(common, 2)]
    return Share(sum(pairs), len(pairs))


def claim_exact(matched: Matched) -> Share:
    """Share of cases whose assigned codes are the labelled ones in the labelled order."""
    return Share(int(claim(matched.report) == matched.case.codes.assign), 1)


def primary(matched: Matched) -> Share:
    """Share of the cases with a code to assign in which the first assigned code is the labelled first one."""
    labelled = matched.case.codes.assign
    return Share(int(labelled[:1] == claim(matched.report)[:1]), 1) if labelled else Share(0, 0)


def m99_queried(matched: Matched) -> Counts:
    """Count M99 codes to query, as a set for each case; other queried codes are not labelled, so not counted."""
    return compared(m99(matched.case.codes.query), m99(codes(matched.report, "query")))


def each_code(matched: Matched) -> dict[str, Counts]:
    """Count each code to assign by itself."""
    return compared_each(*_both(matched))


def each_m99_code(matched: Matched) -> dict[str, Counts]:
    """Count each M99 code to assign by itself."""
    return compared_each(*map(m99, _both(matched)))


def each_m99_category(matched: Matched) -> dict[str, Counts]:
    """Count each category of M99 by itself, on whole codes: a code of the category is right or it is not."""
    return _by(category, each_m99_code(matched))


def each_m99_region(matched: Matched) -> dict[str, Counts]:
    """Count each region of M99 by itself, on whole codes."""
    return _by(region, each_m99_code(matched))


def codes(report: Report, status: Status) -> set[str]:
    """Collect the codes of one status."""
    return {suggestion.code for suggestion in report.suggestions if suggestion.status == status}


def claim(report: Report) -> tuple[str, ...]:
    """List the codes to assign in claim order."""
    assigned = (suggestion for suggestion in report.suggestions if suggestion.status == "assign")
    return tuple(suggestion.code for suggestion in sorted(assigned, key=lambda suggestion: suggestion.rank))


def m99(codes: Iterable[str]) -> set[str]:
    """Keep the codes of category M99."""
    return {code for code in codes if code.startswith("M99")}


def category(code: str) -> str:
    """Return the part of an M99 code that says which lesion it is, such as `M99.0`."""
    return code[:_CATEGORY]


def region(code: str) -> str:
    """Return the region of an M99 code, or `none` where it names none."""
    return m99_region(code) or "none"


def nodes(code: str) -> tuple[str, ...]:
    """Return a code and all codes above it, by its characters: M99.03, M99.0 and M99."""
    return (*(code[:end] for end in range(len("M99.0"), len(code) + 1)), code[:3])


METRICS = (
    Metric("codes", "M99 assigned", m99_assigned),
    Metric("codes", "M99 set exact", m99_set_exact),
    Metric("codes", "M99 category", m99_categories),
    Metric("codes", "M99 region", m99_regions),
    Metric("codes", "all assigned", all_assigned),
    Metric("codes", "set exact", set_exact),
    Metric("codes", "hierarchical", hierarchical),
    Metric("codes", "order", order),
    Metric("codes", "claim exact", claim_exact),
    Metric("codes", "primary right", primary),
    Metric("codes", "M99 queried", m99_queried),
)
"""The metrics of codes."""


def _both(matched: Matched) -> tuple[set[str], set[str]]:
    return {*matched.case.codes.assign}, codes(matched.report, "assign")


def _by(part: Callable[[str], str], items: PerItem) -> dict[str, Counts]:
    """Sum the counts of codes that share a part."""
    summed: dict[str, Counts] = {}
    for code, counts in items.items():
        before = summed.get(part(code), Counts(0, 0, 0))
        summed[part(code)] = Counts(*(a + b for a, b in zip(before, counts, strict=True)))
    return summed
