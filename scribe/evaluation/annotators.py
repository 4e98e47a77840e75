"""Agreement: how much two people who labelled the same texts agree, field by field.

Labels of one group belong together as `matching` pairs them; of those that it leaves, the ones whose quotes overlap do
too, by optimal assignment on the overlap, so that two names for one thing count as a disagreement about the thing. Each
such pair is a unit of every field of its group. A label of one annotator alone is no unit: it counts against the share
of labels that both found, which has no term for what neither found (Hripcsak & Rothschild 2005, J Am Med Inform Assoc
12:296). Cohen's kappa (Cohen 1960, as `sklearn.metrics.cohen_kappa_score`) and Krippendorff's alpha (Krippendorff 2004,
chapter 11, nominal, as `krippendorff.alpha`) correct for chance; where all units have one value they are undefined.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, Group, label_fields
from scribe.evaluation.matching import match_group, overlap
from scribe.evaluation.scores import interval
from scribe.evaluation.statistics import Interval, bootstrap_interval
from scribe.schema import Encounter, Evidence, Finding, Record, Span, field_names

if TYPE_CHECKING:
    from scribe.evaluation.statistics import Floats

POOLED = ("region", "laterality", "assertion")
"""The fields that are also counted over all groups that have them."""

_RESAMPLES = 2_000
_NONE = "none"


class Share(Record):
    """A ratio of sums over cases, with its interval."""

    value: float | None
    """The share; None where there is nothing to count."""
    interval: Interval | None
    """Where it lies, with the method; None with too few cases."""


class FieldAgreement(Record):
    """How much two annotators agree on one field."""

    part: str
    """A group of findings, `findings` for all groups, `encounter`, `codes` or `issues`."""
    field: str
    """Name of the field."""
    units: int
    """What both annotators said something about."""
    cases: int
    """Cases with such a unit."""
    agreed: Share
    """Share of units with equal values; a list counts as a set."""
    kappa: Share
    """Cohen's kappa; None where all units have one value; its interval is a bootstrap over cases."""
    alpha: Share
    """Krippendorff's alpha, nominal; None and interval as for kappa."""


class SpanAgreement(Record):
    """How much two annotators agree on what there is to label, and on the words that show it."""

    part: str
    """A group of findings, or `findings` for all groups."""
    both: int
    """Labels that both have."""
    only_first: int
    """Labels that only the first annotator has."""
    only_second: int
    """Labels that only the second annotator has."""
    found: Share
    """2 · both ÷ all labels of either: the F1 of either annotator against the other."""
    overlap: Share
    """Mean over `both` of the shared characters of the two quotes ÷ all characters of either."""
    exact: Share
    """Share of `both` whose quotes are the same words."""


class Agreement(Record):
    """How much two annotators agree."""

    cases: int
    """Cases that both labelled."""
    only_first: tuple[str, ...]
    """Ids of cases that only the first annotator labelled; they do not count."""
    only_second: tuple[str, ...]
    """Ids of cases that only the second annotator labelled."""
    spans: tuple[SpanAgreement, ...]
    """What was labelled, and in which words: all groups, then each."""
    fields: tuple[FieldAgreement, ...]
    """Field by field: all groups, each group, the visit, codes and issues."""


class Unit(NamedTuple):
    """What two annotators say of one thing."""

    case: str
    """Id of the case."""
    first: str
    """What the first says."""
    second: str
    """What the second says."""


class _Aligned(NamedTuple):
    """The labels of one group in one case."""

    case: str
    pairs: tuple[tuple[Finding, Finding], ...]
    overlaps: tuple[float, ...]
    only_first: int
    only_second: int


def agreement(first: Iterable[Case], second: Iterable[Case]) -> Agreement:
    """Compare the labels of two annotators.

    Args:
        first: Cases as one annotator labelled them.
        second: Cases of the same ids and texts as another annotator labelled them.

    Raises:
        InputError: They share no case, or a case has two texts.
    """
    ones, others = ({case.id: case for case in cases} for cases in (first, second))
    shared = [(ones[name], others[name]) for name in ones if name in others]
    if not shared:
        raise InputError("The two datasets share no case: agreement is measured on the same ids and texts.")
    if different := [one.id for one, other in shared if one.text != other.text]:
        raise InputError(f"The text differs in {', '.join(different)}: agreement is measured on the same texts.")
    aligned = {group: [_aligned(group, one, other) for one, other in shared] for group in GROUPS}
    everything = [one for group in GROUPS for one in aligned[group]]
    return Agreement(
        cases=len(shared),
        only_first=tuple(name for name in ones if name not in others),
        only_second=tuple(name for name in others if name not in ones),
        spans=(_spans("findings", everything), *(_spans(group, aligned[group]) for group in GROUPS)),
        fields=(
            *(_field("findings", field, _units(everything, field)) for field in POOLED),
            *(_field(group, field, _units(aligned[group], field)) for group in GROUPS for field in label_fields(group)),
            *(_field("encounter", field, _visits(shared, field)) for field in field_names(Encounter)),
            _field("codes", "status", _codes(shared)),
            _field("issues", "topic", _issues(shared)),
        ),
    )


def cohen_kappa(units: Sequence[Unit]) -> float | None:
    """Return Cohen's kappa; None where all units have one value."""
    from sklearn.metrics import cohen_kappa_score  # noqa: PLC0415  # costs more than a second

    if len(_values(units)) < 2:  # noqa: PLR2004  # what cannot differ cannot agree
        return None
    return float(cohen_kappa_score([unit.first for unit in units], [unit.second for unit in units]))


def krippendorff_alpha(units: Sequence[Unit]) -> float | None:
    """Return Krippendorff's alpha for nominal values; None where all units have one value."""
    import krippendorff  # noqa: PLC0415  # loads numpy

    values = _values(units)
    if len(values) < 2:  # noqa: PLR2004  # as above
        return None
    said = [[values.index(unit.first) for unit in units], [values.index(unit.second) for unit in units]]
    return float(krippendorff.alpha(reliability_data=said, level_of_measurement="nominal"))


def _aligned(group: Group, one: Case, other: Case) -> _Aligned:
    firsts: Sequence[Finding] = getattr(one.findings, group)
    seconds = [_located(label, one.text) for label in getattr(other.findings, group)]
    matching = match_group(group, firsts, seconds, one.text)
    lone_firsts = [unpaired.finding for unpaired in matching.missed]
    lone_seconds = [unpaired.finding for unpaired in matching.spurious]
    pairs = [(pair.label, pair.finding) for pair in matching.pairs]
    pairs += _overlapping(lone_firsts, lone_seconds, one.text)
    overlaps = tuple(_overlap(label, finding, one.text) for label, finding in pairs)
    return _Aligned(one.id, tuple(pairs), overlaps, len(firsts) - len(pairs), len(seconds) - len(pairs))


def _overlapping(firsts: Sequence[Finding], seconds: Sequence[Finding], text: str) -> Iterator[tuple[Finding, Finding]]:
    """Pair labels whose quotes overlap, so that they overlap most in all."""
    if not firsts or not seconds:
        return
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # costs a second

    shares = [[_overlap(one, other, text) for other in seconds] for one in firsts]
    for i, j in zip(*linear_sum_assignment(shares, maximize=True), strict=True):
        if shares[int(i)][int(j)]:
            yield firsts[int(i)], seconds[int(j)]


def _located(label: Finding, text: str) -> Finding:
    """Return a label with every place of its quote, any of which may be meant."""
    quote = label.evidence[0].quote
    places = tuple(Evidence(quote=quote, span=span, match="exact") for span in _places(quote, text))
    return label.model_copy(update={"evidence": places})


def _overlap(one: Finding, other: Finding, text: str) -> float:
    """Return the largest overlap that places of two quotes have."""
    here, there = (_places(label.evidence[0].quote, text) for label in (one, other))
    return max(overlap([span], [place]) for span in here for place in there)


def _places(quote: str, text: str) -> list[Span]:
    return [found.span() for found in re.finditer(re.escape(quote), text)]


def _units(aligned: Iterable[_Aligned], field: str) -> list[Unit]:
    return [
        Unit(one.case, _said(getattr(first, field)), _said(getattr(second, field)))
        for one in aligned
        for first, second in one.pairs
        if hasattr(first, field)
    ]


def _visits(shared: Iterable[tuple[Case, Case]], field: str) -> list[Unit]:
    """Make each case a unit of a field of the visit."""
    return [
        Unit(one.id, _said(getattr(one.encounter, field)), _said(getattr(other.encounter, field)))
        for one, other in shared
    ]


def _codes(shared: Iterable[tuple[Case, Case]]) -> list[Unit]:
    """Make each code that either names in a case a unit; its value is the list that it stands in."""
    return [
        Unit(one.id, here.get(code, _NONE), there.get(code, _NONE))
        for one, other in shared
        for here, there in [(_statuses(one), _statuses(other))]
        for code in sorted({*here, *there})
    ]


def _statuses(case: Case) -> dict[str, str]:
    return {code: status for status, codes in case.codes for code in codes}


def _issues(shared: Sequence[tuple[Case, Case]]) -> list[Unit]:
    """Make each topic in each case a unit, of the topics that either raises anywhere."""
    topics = sorted({topic for pair in shared for case in pair for topic in case.issues})
    return [
        Unit(one.id, str(topic in one.issues), str(topic in other.issues)) for one, other in shared for topic in topics
    ]


def _said(value: object) -> str:
    """Return a value as one word; a list counts as a set, and the set as one value."""
    return (" + ".join(sorted({*value})) if isinstance(value, tuple) else str(value or "")) or _NONE


def _spans(part: str, aligned: Sequence[_Aligned]) -> SpanAgreement:
    both = sum(len(one.pairs) for one in aligned)
    only_first, only_second = (sum(counts) for counts in zip(*((one[3], one[4]) for one in aligned), strict=True))
    return SpanAgreement(
        part=part,
        both=both,
        only_first=only_first,
        only_second=only_second,
        found=_share(
            (one.case, 2 * len(one.pairs), 2 * len(one.pairs) + one.only_first + one.only_second) for one in aligned
        ),
        overlap=_share((one.case, sum(one.overlaps), len(one.pairs)) for one in aligned),
        exact=_share((one.case, _same_words(one), len(one.pairs)) for one in aligned),
    )


def _same_words(aligned: _Aligned) -> int:
    return sum(one.evidence[0].quote == other.evidence[0].quote for one, other in aligned.pairs)


def _field(part: str, field: str, units: Sequence[Unit]) -> FieldAgreement:
    sums = _sums(units)
    # Where all agree, no resample tells how much less they might have.
    resampled = sums if _equal(units) < len(units) else []
    kappas, alphas = (
        bootstrap_interval(resampled, statistic, resamples=_RESAMPLES) for statistic in (_kappas, _alphas)
    )
    return FieldAgreement(
        part=part,
        field=field,
        units=len(units),
        cases=len(sums),
        agreed=_share((unit.case, int(unit.first == unit.second), 1) for unit in units),
        kappa=Share(value=cohen_kappa(units), interval=kappas),
        alpha=Share(value=krippendorff_alpha(units), interval=alphas),
    )


def _share(counts: Iterable[tuple[str, float, float]]) -> Share:
    """Divide sums over cases."""
    sums: dict[str, tuple[float, float]] = {}
    for case, part, whole in counts:
        before = sums.get(case, (0.0, 0.0))
        sums[case] = before[0] + part, before[1] + whole
    total = sum(whole for _, whole in sums.values())
    value = sum(part for part, _ in sums.values()) / total if total else None
    return Share(value=value, interval=interval([*sums.values()]))


def _values(units: Iterable[Unit]) -> list[str]:
    return sorted({said for unit in units for said in (unit.first, unit.second)})


def _sums(units: Sequence[Unit]) -> list[list[float]]:
    """Count, for each case, the units of one value, and how often either annotator says each value."""
    values = _values(units)
    cases: dict[str, list[Unit]] = {}
    for unit in units:
        cases.setdefault(unit.case, []).append(unit)
    return [[_equal(held), *_said_by(held, 1, values), *_said_by(held, 2, values)] for held in cases.values()]


def _said_by(units: Iterable[Unit], annotator: int, values: Iterable[str]) -> list[int]:
    counts = Counter(unit[annotator] for unit in units)
    return [counts[value] for value in values]


def _equal(units: Iterable[Unit]) -> int:
    return sum(unit.first == unit.second for unit in units)


def _kappas(totals: "Floats") -> "Floats":
    """Return the kappa of many sums: by chance annotators agree as often as their own values make them."""
    agreed, ones, others, all_ = _parts(totals)
    return _corrected(agreed / all_, (ones * others).sum(axis=-1) / all_**2)


def _alphas(totals: "Floats") -> "Floats":
    """Return the alpha of many sums: by chance two values agree as often as any two of all that were said."""
    agreed, ones, others, all_ = _parts(totals)
    said = ones + others
    return _corrected(agreed / all_, (said * (said - 1)).sum(axis=-1) / (2 * all_ * (2 * all_ - 1)))


def _parts(totals: "Floats") -> "tuple[Floats, Floats, Floats, Floats]":
    size = totals.shape[-1] // 2
    ones, others = totals[..., 1 : size + 1], totals[..., size + 1 :]
    return totals[..., 0], ones, others, ones.sum(axis=-1)


def _corrected(agreed: "Floats", expected: "Floats") -> "Floats":
    """Return what agreement exceeds chance by, as a share of what it could; no number where it could not."""
    import numpy as np  # noqa: PLC0415  # scipy has loaded it by then

    with np.errstate(invalid="ignore", divide="ignore"):
        return (agreed - expected) / (1 - expected)
