"""What a query may quote: findings that hold, in words that show no code and do not speak of payment."""

import re
from collections.abc import Iterable
from functools import cache

from scribe.schema import Care, Diagnosis, Evidence, Extraction, Finding, Imaging, Lesion, Region, Tart

Indicator = tuple[Finding, Evidence]
"""A finding and the quote that shows it."""

_PAYMENT = frozenset(
    ["claim", "claims", "claimed", "code", "codes", "coded", "coding", "modifier", "modifiers", "paid"]
)
_PAYMENT_STEMS = ("audit", "bill", "copay", "coverage", "denial", "insur", "medicaid", "medicare", "pay", "reimburs")
_BORDERS = str.maketrans(dict.fromkeys(",;:/()[]|'\"", " "))


def quoted(findings: Iterable[Finding]) -> list[Indicator]:
    """Return findings with the first of their quotes that a query may show; the others are left out."""
    shown = ((finding, next(filter(None, map(_presentable, finding.evidence)), None)) for finding in findings)
    return [(finding, evidence) for finding, evidence in shown if evidence]


def presentable(evidence: Iterable[Evidence]) -> Iterable[Evidence]:
    """Return what of these quotes a query may show."""
    return filter(None, map(_presentable, evidence))


def holds(finding: Finding) -> bool:
    """Tell whether a finding is present, in the text, and borne out by its quote."""
    asserted = getattr(finding, "assertion", "present") == "present"
    return asserted and not finding.unverified and any(evidence.span for evidence in finding.evidence)


def findings_of(extraction: Extraction) -> dict[str, Finding]:
    """Return the findings that a query can be about, by path."""
    lists: dict[str, tuple[Finding, ...]] = {
        "lesions": extraction.lesions,
        "tart": extraction.tart,
        "neuro": extraction.neuro,
        "imaging": extraction.imaging,
        "diagnoses": extraction.diagnoses,
        "care": extraction.care,
    }
    return {f"{name}[{index}]": one for name, findings in lists.items() for index, one in enumerate(findings)}


def outermost(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return each quote once, without those that stand inside another."""
    several = tuple({one.span: one for one in evidence}.values())
    return tuple(one for one in several if not any(_holds_inside(other, one) for other in several))


def tells_of_today(past: Finding, found: Finding) -> bool:
    """Tell whether a finding of this visit bears on something past: palpation on a lesion, imaging on a diagnosis."""
    alike = isinstance(found, Tart if isinstance(past, Lesion) else Imaging)
    return alike and holds(found) and not {*regions_of(past)}.isdisjoint(regions_of(found))


def shows_side(indicator: Indicator) -> bool:
    """Tell whether a quote itself says the side of its finding; a side known from elsewhere is not on show."""
    finding, evidence = indicator
    side = _side_words().get(getattr(finding, "laterality", None))
    return side is not None and side.search(evidence.quote) is not None


def regions_of(finding: Finding) -> tuple[Region, ...]:
    """Return the regions that a finding names."""
    match finding:
        case Care(regions=regions):
            return regions
        case Lesion(region=region) | Tart(region=region) | Imaging(region=region) | Diagnosis(region=region):
            return (region,) if region else ()
    return ()


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


def _holds_inside(other: Evidence, one: Evidence) -> bool:
    if one.span is None or other.span is None or one.span == other.span:
        return False
    return other.span[0] <= one.span[0] and one.span[1] <= other.span[1]


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


@cache
def _side_words() -> dict[str | None, re.Pattern[str]]:
    words = {"left": "left|lt|l", "right": "right|rt|r", "bilateral": "bilateral|bilaterally|both|b/l|bl|b"}
    return {side: re.compile(rf"(?i)\b(?:{pattern})\b") for side, pattern in words.items()}
