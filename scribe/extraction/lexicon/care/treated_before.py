"""Treatments of an earlier visit that name no technique: `since I treated you in May`, `the rib we did last fall`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Care, Region
from scribe.terminology.regions import structure

_VERBS = frozenset({"treated", "adjusted", "did", "corrected", "manipulated", "mobilized"})
_WHO = frozenset({"i", "we", "you", "we'd", "i'd", "were", "was", "had"})
_WHOM = frozenset({"you", "me", "him", "her", "it", "them", "that", "those"})
_LIGHT = frozenset({
    "the", "your", "my", "his", "her", "that", "a", "an", "left", "right", "both", "l", "r", "on", "upper", "lower",
    "mid", "area",
})  # fmt: skip
_SPANS = frozenset({
    "time", "visit", "week", "month", "year", "spring", "summer", "fall", "autumn", "winter", "session", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SEASONS = frozenset({"spring", "summer", "fall", "autumn", "winter"})
_BEHIND = frozenset({"since", "after"})
_TREATMENTS = frozenset({"treatment", "adjustment", "session", "manipulation", "tx"})
_HOLDING = frozenset({"hold", "held", "help", "helped", "last", "lasted", "carry"})
_WHICH = frozenset({"last", "previous", "first", "second", "third"})
_NEAR, _REACH, _BEFORE, _AFTER = 3, 5, 8, 10


@lru_cache(maxsize=1)
def may_have_treated(view: View) -> frozenset[int]:
    """Return where the statements start that may tell of a treatment at an earlier visit."""
    done = saying(view, _VERBS) & saying(view, _WHO)
    return done | (saying(view, _TREATMENTS) & saying(view, _WHICH | _HOLDING))


def treated_before(scene: Scene) -> Iterator[Care]:
    """Read the treatment by hand of an earlier visit that a statement tells of, once, with the places it names."""
    if scene.statement.start not in may_have_treated(scene.view) or scene.carried:
        return
    verb = earlier_treatment(scene)
    if verb is not None:
        yield Care(
            kind="manipulation",
            timing="prior",
            regions=_regions(scene, verb),
            read_by="care.prior",
            evidence=scene.quote(verb),
        )


def earlier_treatment(scene: Scene) -> Chunk | None:
    """Return the words that tell of a treatment at an earlier visit, if some do: `we treated`, `last treatment`."""
    norms, start, end = scene.view.norms, scene.statement.start, scene.statement.end
    for at in range(start + 1, end):
        if norms[at] in _TREATMENTS and norms[at - 1] in _WHICH and not _HOLDING.isdisjoint(norms[at : at + _NEAR]):
            return Chunk(at - 1, at + 1)
        who = norms[max(start, at - 2) : at]
        if norms[at] in _VERBS and not _WHO.isdisjoint(who) and _is_of_patient(scene, at) and _is_past(scene, at):
            return Chunk(at, at + 1)
    return None


def was_adjusted(scene: Scene, hit: Hit) -> bool:
    """Tell whether joints were adjusted at an earlier visit, as in `after I adjusted you in May`."""
    earlier = earlier_treatment(scene) if hit.term.text == "adjusted" else None
    return earlier is not None and earlier.start == hit.start


def _is_of_patient(scene: Scene, at: int) -> bool:
    """Tell whether a verb has the patient for its object, or a joint, which may stand before it."""
    norms, end = scene.view.norms, scene.statement.end
    if (
        norms[at + 1 : at + 2]
        and norms[at + 1] in _WHOM
        and not (norms[at] == "did" and norms[at + 1] in {"it", "that"})
    ):
        return norms[at] != "did" or norms[at + 2 : at + 3] != ["the"]
    behind = at + 1
    while behind < end and norms[behind] in _LIGHT:
        behind += 1
    near = scene.view.fixing(Chunk(at + 1, min(end, behind + 1)))
    lesions = (hit for hit in scene.terms("lesions") if behind - _NEAR <= hit.start <= behind + 1)
    before = scene.view.fixing(Chunk(max(scene.statement.start, at - _REACH), at))
    return bool(near) or any(lesions) or (norms[at] != "did" and bool(before))


def _is_past(scene: Scene, at: int) -> bool:
    """Tell whether words beside a verb are of an earlier visit: `last time`, `in May`, `two visits ago`, `since`."""
    norms, start, end = scene.view.norms, scene.statement.start, scene.statement.end
    if not _BEHIND.isdisjoint(norms[max(start, at - _NEAR) : at]) or "ago" in scene.said:
        return True
    for index in range(start, end):
        word, before = norms[index], norms[max(start, index - 1)]
        if word in _SPANS and before in {"last", "previous", "that"}:
            return True
        if word in words("months") and (before in {"in", "since", "back", "last"} or _is_dated(norms, index)):
            return True
        if word in _SEASONS and norms[max(start, index - 2) : index] == ["in", "the"]:
            return True
    return norms[at + 2 : at + 3] != [] and norms[at + 2] in _DAYS


def _is_dated(norms: list[str], month: int) -> bool:
    """Tell whether a month stands with its day, as in `on June 3 I treated the sacrum`."""
    return norms[month - 1] == "on" and norms[month + 1 : month + 2] != [] and norms[month + 1].isdecimal()


def _around(scene: Scene, verb: Chunk) -> Chunk:
    start, end = scene.statement.start, scene.statement.end
    return Chunk(max(start, verb.start - _BEFORE), min(end, verb.end + _AFTER))


def _regions(scene: Scene, verb: Chunk) -> tuple[Region, ...]:
    around = _around(scene, verb)
    named = [place.region for place in scene.view.fixing(around) if place.role == ""]
    implied = [structure(hit.term.structure).region for hit in scene.terms("lesions", "position", part=around)]
    return tuple(dict.fromkeys(region for region in (*named, *implied) if region))
