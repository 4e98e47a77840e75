"""How each claimed diagnosis code stands against the findings.

Every claim gets exactly one verdict, so that one mistake raises one issue; the
rules of the families put the verdicts into words. A code that a finding bears
out is `documented`. Of the others, the first verdict that holds is given, in
the order of `Verdict`.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeVar

from scribe.rules.chart import (
    DYSFUNCTIONS,
    STENOSES,
    Chart,
    Claim,
    diagnoses,
    is_found,
    lesions,
    once,
    plain_stenoses,
    sentences_of,
    stenoses,
)
from scribe.rules.tables import CodeFacts, condition_facts
from scribe.rules.views.competition import assigned
from scribe.rules.views.matrix import Cell, cell, codes_of, facts_of, mechanisms_in, regions_of, side_of
from scribe.rules.views.nearness import nearest, regions_apart
from scribe.schema import Assertion, Condition, Diagnosis, Evidence, Lesion, Mechanism, Region

Verdict = Literal[
    "nonexistent",
    "header",
    "vague",
    "traumatic",
    "documented",
    "uncertain",
    "past",
    "unplaced",
    "incomplete",
    "elsewhere",
    "unstated",
    "other_region",
    "other_lesion",
    "other_compartment",
    "other_mechanism",
    "other_site",
    "unsupported",
    "out_of_scope",
]
"""What a claim is: a code that does not exist · a header · vaguer than the findings · an acute injury ·
borne out · borne out only by a possible or by a past finding · borne out but for the region that the
document does not fix · or for the mechanism or compartment · a condition that M99 does not classify · a
dysfunction that is found but not stated · another region, lesion, compartment or mechanism than the lesion
that has no code yet · another site than the diagnosis · without any finding · none of our business."""

WRONG: tuple[Verdict, ...] = (
    "nonexistent",
    "header",
    "vague",
    "other_region",
    "other_lesion",
    "other_compartment",
    "other_mechanism",
)
"""Verdicts of a claim that tries to code a documented lesion and misses it."""


_ROOTS: dict[Region, tuple[Region, ...]] = {"upper_extremity": ("cervical",), "lower_extremity": ("lumbar", "sacral")}
"""The regions of the spine from which the roots of a limb come."""

Placed = tuple[str, Lesion | Diagnosis]
"""A finding and its path."""

Uncoded = tuple[tuple[str, Lesion], ...]
"""The lesions that no claim codes, with their paths."""

Found = TypeVar("Found")


class Judgement(NamedTuple):
    """A claim and how it stands."""

    claim: Claim
    """The claim."""
    code: str
    """Its code as ICD-10-CM spells it."""
    verdict: Verdict
    """How it stands."""
    at: str | None = None
    """Path of the finding that decided."""
    finding: Lesion | Diagnosis | None = None
    """The finding that decided."""

    @property
    def quotes(self) -> tuple[Evidence, ...]:
        """The quotes of the finding that decided."""
        return () if self.finding is None else self.finding.evidence


@once
def judge(chart: Chart) -> tuple[Judgement, ...]:
    """Judge every claimed diagnosis code, in claim order."""
    claimed = {spelled(claim.code) for claim in chart.claims}
    uncoded = tuple(placed for placed in lesions(chart) if codes_of(placed[1]) and not claimed & {*codes_of(placed[1])})
    found = tuple(_judged(chart, claim, uncoded) for claim in _each_once(chart))
    return tuple(_alone(chart, one, found) if one.verdict == "other_region" else one for one in found)


def _alone(chart: Chart, one: Judgement, found: Iterable[Judgement]) -> Judgement:
    """The judgement of a code of another region, less the lesion where another code comes nearer to it.

    One lesion has one wrong code; the others have nothing behind them.
    """
    place = cell(one.code)
    rivals = [other for other in found if other.verdict == "other_region" and other.finding == one.finding]
    if place is None or one is min(rivals, key=_distance):
        return one
    return Judgement(one.claim, one.code, _unfounded(chart, place))


def _distance(judgement: Judgement) -> int:
    """How many regions lie between a code and the nearest code of the lesion that decided."""
    if not isinstance(judgement.finding, Lesion):
        return 0
    return regions_apart(judgement.finding, judgement.code)


def is_tried(chart: Chart, lesion: Lesion) -> bool:
    """Whether a wrong code stands for what the codes of a lesion leave out of it."""
    return any(judgement.verdict in WRONG and judgement.finding == lesion for judgement in judge(chart))


def judged(chart: Chart, *verdicts: Verdict) -> Iterator[Judgement]:
    """The judgements with one of these verdicts."""
    return (judgement for judgement in judge(chart) if judgement.verdict in verdicts)


def missed(chart: Chart, verdict: Verdict) -> Iterator[tuple[Claim, str, Lesion]]:
    """The claims with a verdict that a lesion decided: the claim, its code, and the lesion that it misses."""
    for judgement in judged(chart, verdict):
        if isinstance(judgement.finding, Lesion):
            yield judgement.claim, judgement.code, judgement.finding


def diagnosis_claims(chart: Chart) -> Iterator[Claim]:
    """The claims that are, or try to be, codes of ICD-10-CM."""
    return (claim for claim in chart.claims if not _is_procedure(chart, claim.code))


def spelled(code: str) -> str:
    """A code as ICD-10-CM spells it: capitals, a dot after the third character."""
    plain = code.strip().upper().replace(".", "")
    return f"{plain[:3]}.{plain[3:]}" if len(plain) > 3 else plain  # noqa: PLR2004  # a category has three characters


def _each_once(chart: Chart) -> Iterator[Claim]:
    """The claims, each code once: one both written and given is one claim, at its place among those given."""
    written = {spelled(claim.code): claim.evidence for claim in diagnosis_claims(chart) if claim.evidence}
    given = {spelled(claim.code) for claim in diagnosis_claims(chart) if not claim.evidence}
    seen: set[str] = set()
    for claim in diagnosis_claims(chart):
        code = spelled(claim.code)
        if code in seen or (claim.evidence and code in given):
            continue
        seen.add(code)
        yield claim._replace(evidence=written.get(code, ()))


def _is_procedure(chart: Chart, code: str) -> bool:
    """Whether a code has the shape of CPT (five digits, or four and a letter) or HCPCS (a letter and four digits)."""
    plain = code.strip()
    if len(plain) != 5:  # noqa: PLR2004  # every procedure code has five characters
        return False
    return plain[:4].isdigit() or (plain[1:].isdigit() and chart.codes.find(spelled(plain)) is None)


def _judged(chart: Chart, claim: Claim, uncoded: Uncoded) -> Judgement:
    code = spelled(claim.code)
    known = chart.codes.find(code)
    if known is None:
        return Judgement(claim, code, "nonexistent")
    if not known.billable:
        return Judgement(claim, code, "header")
    if code == "M99.9":
        return _unspecified(chart, claim, uncoded)
    place = cell(code)
    if place is not None:
        return _m99(chart, claim, code, place, uncoded)
    return _condition(chart, claim, code, known.title, uncoded)


def _unspecified(chart: Chart, claim: Claim, uncoded: Uncoded) -> Judgement:
    """Judge M99.9: vague beside any lesion with a region, right beside one without."""
    stated = tuple(lesions(chart))
    placed = uncoded or tuple(it for it in stated if it[1].region is not None)
    if placed:
        return Judgement(claim, "M99.9", "vague", *placed[0])
    return Judgement(claim, "M99.9", "incomplete", *stated[0]) if stated else Judgement(claim, "M99.9", "unsupported")


def _m99(chart: Chart, claim: Claim, code: str, place: Cell, uncoded: Uncoded) -> Judgement:
    tried: tuple[tuple[Verdict, Placed | None], ...] = (
        ("traumatic", None if code in assigned(chart) else _trauma(chart, place)),
        ("documented", _borne_out(chart, code, "present")),
        ("uncertain", _borne_out(chart, code, "possible")),
        ("past", _borne_out(chart, code, "historical")),
        ("unplaced", _unplaced(chart, place)),
        ("incomplete", _incomplete(chart, place)),
        ("elsewhere", _plain_stenosis(chart, place)),
        ("vague", _elsewhere_than_nine(chart, place)),
    )
    for verdict, found in tried:
        if found is not None:
            return Judgement(claim, code, verdict, *found)
    missed = _missed(claim, code, place, uncoded)
    if missed.verdict == "unsupported":
        missed = _missed(claim, code, place, _partly_coded(chart, place))
    instead = _diagnosed_instead(chart, place) if missed.verdict == "unsupported" else None
    if instead is not None:
        return Judgement(claim, code, "elsewhere", *instead)
    return missed._replace(verdict=_unfounded(chart, place)) if missed.verdict == "unsupported" else missed


def _unfounded(chart: Chart, place: Cell) -> Verdict:
    """What a code is that no lesion bears out: with findings alone behind it, or with nothing."""
    found_only = place.family.kind in DYSFUNCTIONS and is_found(chart, place.region)
    return "unstated" if found_only else "unsupported"


def _trauma(chart: Chart, place: Cell) -> Placed | None:
    """The acute traumatic subluxation that a subluxation code would code."""
    if place.family.kind != "subluxation_complex" and "subluxation" not in place.family.mechanisms:
        return None
    return _first(
        placed
        for placed in diagnoses(chart)
        if placed[1].condition == "traumatic_subluxation" and placed[1].region in (place.region, None)
    )


def _borne_out(chart: Chart, code: str, assertion: Assertion) -> Placed | None:
    return _first(placed for placed in lesions(chart, assertion) if code in codes_of(placed[1]))


def _unplaced(chart: Chart, place: Cell) -> Placed | None:
    """The lesion that the code would fit if the document fixed its region."""
    return _first(
        placed for placed in lesions(chart) if placed[1].region is None and placed[1].kind == place.family.kind
    )


def _incomplete(chart: Chart, place: Cell) -> Placed | None:
    """The stenosis that the code would fit if the document named its mechanism, or its compartment."""
    for at, lesion in stenoses(chart):
        if lesion.region == place.region and lesion.kind == place.family.kind and not lesion.mechanisms:
            return at, lesion
    for at, diagnosis in _plain_stenoses(chart, place):
        if set(place.family.mechanisms) & {*mechanisms_in(sentences_of(chart, diagnosis))}:
            return at, diagnosis
    return None


def _plain_stenosis(chart: Chart, place: Cell) -> Placed | None:
    """The stenosis without a mechanism that the code would code."""
    return _first(_plain_stenoses(chart, place)) if place.family.kind in STENOSES else None


def _plain_stenoses(chart: Chart, place: Cell) -> Iterator[tuple[str, Diagnosis]]:
    return (placed for placed in plain_stenoses(chart) if placed[1].region in (place.region, None))


def _diagnosed_instead(chart: Chart, place: Cell) -> Placed | None:
    """The diagnosis of the region that accounts for what the code names, where no lesion is stated."""
    complexes: tuple[Mechanism, ...] = ("subluxation",) if place.family.kind == "subluxation_complex" else ()
    named = {*place.family.mechanisms, *complexes}
    return _first(
        placed
        for placed in diagnoses(chart)
        if placed[1].region == place.region and named & {*condition_facts()[placed[1].condition].explains}
    )


def _elsewhere_than_nine(chart: Chart, place: Cell) -> Placed | None:
    """The lesion of a named region for which the digit 9 was taken as "unspecified"."""
    if place.region != "abdomen_other":
        return None
    return _first(
        placed for placed in lesions(chart) if placed[1].kind == place.family.kind and placed[1].region is not None
    )


def _partly_coded(chart: Chart, place: Cell) -> Uncoded:
    """The stenoses that the claims code in part, and whose other code this one may have been meant for.

    It is of the same region and space, but of another mechanism, or of the same mechanism in another region.
    """
    claimed = {spelled(claim.code) for claim in chart.claims}
    return tuple(
        placed
        for placed in stenoses(chart)
        if any(_is_slip(place, left) for left in (cell(code) for code in codes_of(placed[1]) if code not in claimed))
    )


def _is_slip(place: Cell, other: Cell | None) -> bool:
    if other is None:
        return False
    return place.family == other.family or (place.region, place.family.kind) == (other.region, other.family.kind)


def _missed(claim: Claim, code: str, place: Cell, uncoded: Uncoded) -> Judgement:
    """Judge a code of M99 that no lesion bears out, against the lesions that have no code yet."""
    found = nearest(uncoded, code, place)
    if found is None:
        return Judgement(claim, code, "unsupported")
    at, lesion = found
    return Judgement(claim, code, _miss(lesion, place), at, lesion)


def _miss(lesion: Lesion, place: Cell) -> Verdict:
    """What of a lesion its code misses first: region, kind, compartment or mechanism."""
    if lesion.region != place.region:
        return "other_region"
    if lesion.kind == place.family.kind:
        return "other_mechanism"
    both = lesion.kind in STENOSES and place.family.kind in STENOSES
    return "other_compartment" if both else "other_lesion"


def _condition(chart: Chart, claim: Claim, code: str, title: str, uncoded: Uncoded) -> Judgement:
    """Judge a code outside M99 against the diagnoses, and against the lesions that have no code yet."""
    facts = facts_of(code)
    if facts is None:
        return Judgement(claim, code, "out_of_scope")
    if code not in assigned(chart) and (vague := _said_vaguely(chart, facts, title, uncoded)) is not None:
        return Judgement(claim, code, "vague", *vague)
    named = [*_naming(chart, facts.conditions, "present"), *_narrowed(chart, facts.conditions)]
    fitting = next((placed for placed in named if _fits(placed[1], title)), None)
    missing: Verdict = "out_of_scope" if facts.nature == "symptom" else "unsupported"
    tried: tuple[tuple[Verdict, Placed | None], ...] = (
        ("documented", fitting),
        ("other_site", _first(named)),
        ("uncertain", _first(_naming(chart, facts.conditions, "possible"))),
        ("past", _first(_naming(chart, facts.conditions, "historical"))),
    )
    for verdict, found in tried:
        if found is not None:
            return Judgement(claim, code, verdict, *found)
    return Judgement(claim, code, missing)


def _said_vaguely(chart: Chart, facts: CodeFacts, title: str, uncoded: Uncoded) -> Placed | None:
    """The uncoded lesion that a code reports without its mechanism, or by no more than an unspecified pain."""
    plain = "spinal_stenosis" in facts.conditions
    if not plain and not (facts.conditions == ("low_back_pain",) and "unspecified" in title.lower()):
        return None
    return _first(
        placed
        for placed in uncoded
        if (placed[1].kind in STENOSES) == plain
        and placed[1].region in regions_of(title)
        and {*codes_of(placed[1])} & assigned(chart)
    )


def _naming(chart: Chart, conditions: tuple[Condition, ...], assertion: Assertion) -> list[Placed]:
    """The diagnoses so asserted that are one of these conditions."""
    return [placed for placed in diagnoses(chart, assertion) if placed[1].condition in conditions]


def _narrowed(chart: Chart, conditions: tuple[Condition, ...]) -> list[Placed]:
    """The stenoses stated as lesions, where spinal stenosis is one of the conditions."""
    return list(stenoses(chart)) if "spinal_stenosis" in conditions else []


def _fits(finding: Lesion | Diagnosis, title: str) -> bool:
    regions, side = regions_of(title), side_of(title)
    if finding.region is not None and regions and not {finding.region, *_roots_of(finding)} & {*regions}:
        return False
    return side is None or finding.laterality in (side, "bilateral", "midline", None)


def _roots_of(finding: Lesion | Diagnosis) -> tuple[Region, ...]:
    """The regions of the spine whose roots a radiculopathy of a limb is of."""
    if isinstance(finding, Lesion) or finding.condition != "radiculopathy" or finding.region is None:
        return ()
    return _ROOTS.get(finding.region, ())


def _first(found: Iterable[Found]) -> Found | None:
    return next(iter(found), None)
