"""Two readings of one document → one extraction, with what they disagree on.

What both found is one finding with the quotes of both; what one found is kept.
Where they read one thing differently, the reading counts that its quotes bear
out, and of two that are borne out the one that says more. What still differs
in the same words stays open: the finding is shown with those fields as
unverified, so that no code rests on it. What different words bear out is no
disagreement of the readings, but what the document says.
"""

from collections.abc import Hashable, Iterable, Sequence
from math import inf
from typing import Any, NamedTuple

from scribe.extraction.likeness import differing, key, same_thing, says_less, shared, spans
from scribe.schema import Agreement, Disagreement, Evidence, Extraction, Finding, field_names


class Agreed(NamedTuple):
    """What two readings come to."""

    extraction: Extraction
    """Their findings, each with who found it: the lexicon's in its order, the model's where they stand in the text."""
    disagreements: tuple[Disagreement, ...]
    """What they say differently of one thing, in the order of the findings."""


class _Kept(NamedTuple):
    """A finding of one reading, or of both."""

    finding: Finding
    """The finding."""
    agreement: Agreement
    """Who found it."""
    place: float = inf
    """Its place among the lexicon's findings, or behind them all."""
    disputed: tuple[Finding, ...] = ()
    """The lexicon's finding and the model's, where they disagree."""


def agree(lexicon: Extraction, model: Extraction) -> Agreed:
    """Put two readings of one document together.

    Args:
        lexicon: What the lexicon read, grounded and verified.
        model: What the model read, grounded and verified.
    """
    kept = {name: _agreed(getattr(lexicon, name), getattr(model, name)) for name in field_names(Extraction)}
    findings: dict[str, Any] = {
        name: tuple(one.finding.model_copy(update={"agreement": one.agreement}) for one in found)
        for name, found in kept.items()
    }
    disagreements = (
        _disagreement(f"{name}[{i}]", *one.disputed)
        for name, found in kept.items()
        for i, one in enumerate(found)
        if one.disputed
    )
    return Agreed(Extraction(**findings), tuple(disagreements))


def _agreed(lexicon: Sequence[Finding], model: Sequence[Finding]) -> list[_Kept]:
    """Put the findings of one list together."""
    read = [_Kept(one, "lexicon only", place) for place, one in enumerate(lexicon)]
    return _in_order(_settled(_absorbed(_united([*read, *(_Kept(one, "model only") for one in model)]))))


def _united(read: Iterable[_Kept]) -> list[_Kept]:
    """Make one of all that say the same; a quote that is not in the text agrees with none that is."""
    found: dict[tuple[Hashable, bool], _Kept] = {}
    for one in read:
        same = (key(one.finding), bool(spans(one.finding)))
        found[same] = _joined(found[same], one) if same in found else one
    return list(found.values())


def _absorbed(kept: list[_Kept]) -> list[_Kept]:
    """Let a finding go up in one of the other reading that says more of the same thing and is borne out."""
    into: dict[int, int] = {}
    for i, one in enumerate(kept):
        fuller = [j for j, other in enumerate(kept) if _is_part(one, other)]
        if fuller:
            into[i] = min(fuller, key=lambda j: _distance(one.finding, kept[j].finding))
    for i, host in into.items():
        fullest = host
        while fullest in into:
            fullest = into[fullest]
        kept[fullest] = _joined(kept[fullest], kept[i])
    return [one for i, one in enumerate(kept) if i not in into]


def _is_part(one: _Kept, other: _Kept) -> bool:
    if one.agreement in {"both", other.agreement} or not same_thing(one.finding, other.finding):
        return False
    names = differing(one.finding, other.finding)
    return all(says_less(one.finding, other.finding, name) and name not in other.finding.unverified for name in names)


def _settled(kept: list[_Kept]) -> list[_Kept]:
    """Make one of what the readings tell differently of one thing: the nearest pairs first, each finding once."""
    rivals = sorted(
        (_distance(one.finding, other.finding), i, j)
        for i, one in enumerate(kept)
        for j, other in enumerate(kept)
        if (one.agreement, other.agreement) == ("lexicon only", "model only") and _is_rival(one.finding, other.finding)
    )
    paired: dict[int, int] = {}
    for _, i, j in rivals:
        if i not in paired and j not in paired:
            paired |= {i: j, j: i}
            disputed = (kept[i].finding, kept[j].finding) if _conflicts(kept[i].finding, kept[j].finding) else ()
            kept[i] = _joined(kept[i], kept[j])._replace(disputed=disputed)
    return [one for i, one in enumerate(kept) if one.agreement != "model only" or i not in paired]


def _is_rival(one: Finding, other: Finding) -> bool:
    """Tell whether two findings cannot both be right: what is borne out by different words are two findings."""
    is_settled = all(_chosen(one, other, name) for name in differing(one, other))
    return same_thing(one, other) and (is_settled or shared(one, other) > 0)


def _distance(one: Finding, other: Finding) -> tuple[int, int, float, str, str]:
    """Measure how far two findings are from being one; what they say decides where that is the same for several."""
    apart = abs(_start(one) - _start(other))
    return len(differing(one, other)), -shared(one, other), apart, repr(one), repr(other)


def _start(finding: Finding) -> float:
    return min((start for start, _ in spans(finding)), default=inf)


def _joined(one: _Kept, other: _Kept) -> _Kept:
    """Make one finding of two; what two readings found is both's."""
    agreement = one.agreement if one.agreement == other.agreement else "both"
    return _Kept(_merged(one.finding, other.finding), agreement, min(one.place, other.place))


def _in_order(kept: Sequence[_Kept]) -> list[_Kept]:
    """Return the lexicon's findings in its order, and each of the model alone before what stands after it."""
    ordered = sorted((one for one in kept if one.place < inf), key=lambda one: one.place)
    for one in (one for one in kept if one.place == inf):
        later = (i for i, other in enumerate(ordered) if _start(other.finding) > _start(one.finding))
        ordered.insert(next(later, len(ordered)), one)
    return ordered


def _merged(one: Finding, other: Finding) -> Finding:
    """Return a finding with the fields of the one where nothing speaks for the other, and the quotes of both."""
    chosen = {name: _chosen(one, other, name) for name in differing(one, other)}
    unverified = [name for name in one.unverified if name in other.unverified and name not in chosen]
    merged = one.model_copy(
        update={
            "evidence": _quotes(one.evidence, other.evidence),
            "unverified": (*unverified, *(name for name, finding in chosen.items() if finding is None)),
            **{name: getattr(finding or _alarming(one, other), name) for name, finding in chosen.items()},
        }
    )
    # A rule has proved its share with its own readings, not with what became of them.
    return merged if key(merged) == key(one) else merged.model_copy(update={"read_by": None, "confidence": None})


def _chosen(one: Finding, other: Finding, name: str) -> Finding | None:
    """Return which of two findings is right in a field, or None where that is open."""
    if name in one.unverified or name in other.unverified:
        return next((finding for finding in (one, other) if name not in finding.unverified), None)
    if says_less(one, other, name):
        return other
    return one if says_less(other, one, name) else None


def _alarming(one: Finding, other: Finding) -> Finding:
    """Return which of two findings to show while a field is open: the first, or one that alone is present."""
    return min(one, other, key=lambda finding: getattr(finding, "assertion", None) != "present")


def _conflicts(one: Finding, other: Finding) -> tuple[str, ...]:
    """Name the fields in which two findings contradict each other, or one is not borne out."""
    return tuple(
        name
        for name in differing(one, other)
        if _chosen(one, other, name) is None or name in one.unverified or name in other.unverified
    )


def _quotes(one: Sequence[Evidence], other: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the quotes of two findings; of a quote that stands inside another's, only the longer."""
    more = [quote for quote in other if not any(_is_inside(quote, known) for known in one)]
    return (*(quote for quote in one if not any(_is_inside(quote, longer) for longer in more)), *more)


def _is_inside(quote: Evidence, other: Evidence) -> bool:
    if quote.span is None or other.span is None:
        return quote == other
    return other.span[0] <= quote.span[0] and quote.span[1] <= other.span[1]


def _disagreement(at: str, lexicon: Any, model: Any) -> Disagreement:  # noqa: ANN401  # a finding of any list
    fields = _conflicts(lexicon, model)
    return Disagreement(at=at, fields=fields, lexicon=lexicon, model=model, reason=_reason(fields, lexicon, model))


def _reason(fields: Sequence[str], lexicon: Finding, model: Finding) -> str:
    """Say what of a disagreement stands, and why."""
    standing = {name: _standing(name, lexicon, model) for name in fields}
    clauses = [
        f"{' and '.join(name for name in fields if standing[name] == words)}: {words}"
        for words in dict.fromkeys(standing.values())
    ]
    return f"{'; '.join(clauses).capitalize()}."


def _standing(name: str, lexicon: Finding, model: Finding) -> str:
    match name in lexicon.unverified, name in model.unverified:
        case False, False:
            return "both stand by their quotes, so that no code rests on the finding"
        case True, True:
            return "neither quote bears its reading out, so that no code rests on the finding"
        case True, False:
            return "the lexicon's quote does not bear its reading out, so the model's stands"
        case _:
            return "the model's quote does not bear its reading out, so the lexicon's stands"
