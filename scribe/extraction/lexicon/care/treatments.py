"""Statements → the treatments of a patient: care that was, is or will be given, and how often.

Techniques that are named one by one are one treatment; a repeat without its place is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.care.dosed import may_dose
from scribe.extraction.lexicon.care.other_uses import GIVERS, means_otherwise
from scribe.extraction.lexicon.care.talked_of import INVASIVE
from scribe.extraction.lexicon.care.timing import timing_of
from scribe.extraction.lexicon.care.treated_before import may_have_treated, treated_before, was_adjusted
from scribe.extraction.lexicon.care.treated_regions import (
    about_to_treat,
    may_handle,
    read_two_capitals,
    regions_beside,
    treated_regions,
)
from scribe.extraction.lexicon.care.whose_care import asserted, has_treated
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import holding, naming, saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Care, CareKind, Lesion, Region

_PLACED = frozenset({"manipulation", "injection", "surgery"})
"""Kinds of care that are given to a region; a drug or an exercise has none."""
_NARROWINGS = frozenset({"canal_stenosis", "foraminal_stenosis"})
"""Lesions for which a spine is operated."""
_DISCIPLINES = frozenset({"manipulation", "surgery", "physical_therapy"})
_NOT_GIVEN = frozenset({"absent", "other_person", "hypothetical"})
_HEADLINES = 2
_TITLE = 9
_EVALUATION = frozenset({"evaluation", "eval", "initial", "reevaluation", "daily"})
_BARE = frozenset({"surgery", "surgeries", "operation"})
_BARE_REACH = 3
_OPERATED = frozenset({"", "vague"})
_WARDS = frozenset({"spine", "neuro", "ortho", "orthopedic", "orthopaedic"})
_COUNTED = ("two", "three", "four", "five", "six", "2", "3", "4", "5")
_COUNTED_ALL = frozenset(
    {(all_of, word) for all_of in ("all", "those", "these") for word in (*_COUNTED, "areas", "regions")}
)
_BOTH = frozenset((word, "both") for word in ("on", "to", "for", "treat", "treated", "adjust", "adjusted"))
_THE_COUNTED = frozenset(("the", number) for number in _COUNTED)
_THERE = frozenset(
    {
        ("that", "where"),
        ("that", "what"),
        ("that's", "where"),
        ("that's", "what"),
        ("is", "where"),
        ("is", "what"),
        ("are", "what"),
    }
)
"""Words that say of the places before them that they are treated, as in `the neck, that's where I'll work`."""
_THEM = frozenset({"those", "these", "them"})
_GIVEN = frozenset(
    {
        ("sent", "home"),
        ("home", "with"),
        ("discharged", "with"),
        ("discharged", "on"),
        ("i", "recommend"),
        ("put", "on"),
    }
    | {("home", "on"), ("prescribed", "a"), ("was", "given"), ("were", "given"), ("i'd", "recommend"), (",", "given")}
)
"""Words that tell of care beside what a film shows."""
_TAGS = frozenset({"okay", "ok", "right", "alright"})
_KEPT_REACH = 6
_KEEPING = frozenset({"keep", "continue", "carry", "stick", "stay"})
_PARTICLES = frozenset({"up", "on", "with", "doing", "going", "using", "wearing", "at", "the", "your", "those", "to"})
_WEEKS = frozenset({"wk", "wks", "week", "weeks", "month", "mo"})
_EACH = frozenset({"a", "per", "each", "every", "/", "x"})
_OFTEN = frozenset({"once", "twice", "thrice", "times", "x", "visits", "visit"})
_ADVERBS = frozenset({"weekly", "biweekly", "monthly"})
_VISITS = frozenset({"visit", "visits", "treatments", "adjustments", "sessions"})
_REACH = 3
AS_FOUND = "care.as_found"
"""The rule of a treatment that is given where the dysfunctions are."""


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that name a treatment, may treat a place without a name, or count visits."""
    return naming(view, "care") | may_handle(view) | may_count(view) | may_have_treated(view) | may_dose(view)


def read_care(scene: Scene) -> Iterator[Care]:
    """Read the care that one statement speaks of."""
    if "care" not in scene.named:
        return
    seen: set[tuple[str, str]] = set()
    for hit in () if _is_listed(scene) else scene.named["care"]:
        kind: CareKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        if _is_title(scene, kind) or _is_bare(scene, hit) or means_otherwise(scene, hit):
            continue
        assertion = asserted(scene, hit)
        if assertion in _NOT_GIVEN:
            continue
        kept = _is_kept(scene, hit)
        over = scene.carried or was_adjusted(scene, hit)
        timing = "planned" if kept else "prior" if over else timing_of(scene, hit, kind)
        if timing == "today" and (hit.term.text == "chiropractic" or hit.term.text in GIVERS):
            if not has_treated(scene, hit):
                continue
            timing = "prior"
        if (kind, timing) in seen and kind != "injection":
            continue
        seen.add((kind, timing))
        regions = treated_regions(scene, hit) if kind in _PLACED else _beside(scene, hit)
        as_found = (kind, timing) == ("manipulation", "today") and _is_given_as_found(scene, regions)
        yield Care(
            kind=kind,
            timing=timing,
            regions=regions,
            read_by=AS_FOUND if as_found else f"care.{timing}",
            evidence=scene.quote(*scene.cued(hit, assertion)),
        )


def _is_listed(scene: Scene) -> bool:
    """Tell whether a note only lists codes, or what a film shows, and not that somebody was sent home with a drug."""
    if scene.statement.turn >= 0 or scene.stance not in {"codes", "imaging"}:
        return False
    return scene.stance == "codes" or not any(pair in _GIVEN for pair in pairwise(scene.words()))


def _beside(scene: Scene, hit: Hit) -> tuple[Region, ...]:
    """Return where care is given that needs no place: a drug has none."""
    return () if hit.term.value == "medication" else regions_beside(scene, hit)


def read_handled(scene: Scene) -> Iterator[Care]:
    """Read what is or was treated in words that name no technique."""
    if not any(hit.term.value == "manipulation" for hit in scene.terms("care")):
        yield from treated_before(scene)
    if scene.statement.start not in may_handle(scene.view):
        return
    yield from read_two_capitals(scene)
    if scene.statement.turn < 0 or scene.statement.asks or not scene.by_clinician:
        return
    if any(hit.term.value == "manipulation" for hit in scene.terms("care")):
        return
    if (verb := about_to_treat(scene)) is None:
        return
    named = () if _THERE.isdisjoint(pairwise(scene.words())) else scene.view.fixing(scene.statement)
    if named or _counts_them(scene.words()):
        yield Care(
            kind="manipulation",
            timing="today",
            regions=tuple(dict.fromkeys(place.region for place in named if place.region)),
            read_by="care.today" if named else AS_FOUND,
            evidence=scene.quote(*named, verb),
        )


def _is_given_as_found(scene: Scene, regions: Sequence[Region]) -> bool:
    """Tell whether a treatment is given where the dysfunctions are, in more regions than it names."""
    return _points_back(scene, placed=bool(regions)) or _count_of_regions(scene) > len(regions)


def _count_of_regions(scene: Scene) -> int:
    """Return how many regions are treated, where only their number is told, as in `OMT x4 regions`; 0 where none is."""
    numbers = (one.removeprefix("x") for one, other in pairwise(scene.words()) if other in {"regions", "areas"})
    return next((int(number) for number in numbers if number.isdecimal()), 0)


def _points_back(scene: Scene, *, placed: bool) -> bool:
    """Tell whether a treatment is given where the dysfunctions are, as in `OMT to the above areas`.

    Where a treatment names its places, an `it` or `that` beside them is of one of these.
    """
    said = scene.words()
    if _counts_them(said) or not _BOTH.isdisjoint(pairwise(said)) or scene.says("pointing_back_to_all"):
        return True
    return not placed and scene.says("pointing_back")


def _counts_them(said: Sequence[str]) -> bool:
    """Tell whether words count what was named, as in `those two`, `both of those` and `all three of them`."""
    if not _COUNTED_ALL.isdisjoint(pairwise(said)):
        return True
    if not _THEM.isdisjoint(said) and not _THE_COUNTED.isdisjoint(pairwise(said)):
        return True
    whole = {"both", "all", *_COUNTED}
    triples = zip(said, said[1:], said[2:], strict=False)
    return any(of == "of" and one in whole and other in _THEM for one, of, other in triples)


def _is_title(scene: Scene, kind: CareKind) -> bool:
    """Tell whether a word only names the discipline at the head of a note, as in `CHIROPRACTIC DAILY NOTE`."""
    statement = scene.statement
    if kind not in _DISCIPLINES or statement.turn >= 0 or statement.line > _HEADLINES:
        return False
    if statement.section not in {"", "preamble"} or (len(scene.words()) > _TITLE and statement.start > _TITLE):
        return False
    if words("titles").intersection(scene.words()):
        return not scene.says("past_verbs")
    return not (words("care_now") | words("past_care")).intersection(scene.words()) and not scene.view.fixing(statement)


def _is_bare(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare word of surgery names no operation of the spine: another organ's, a consult, a heading."""
    if hit.term.text not in _BARE:
        return False
    if scene.stance == "plan" and scene.view.norms[hit.start - 1] in _WARDS:
        return True
    after = scene.view.norms[hit.end : hit.end + _BARE_REACH]
    near = Chunk(max(scene.statement.start, hit.start - _BARE_REACH), min(scene.statement.end, hit.end + _BARE_REACH))
    placed = any(place.role in _OPERATED for place in scene.view.places(near))
    return not placed or bool(words("consults").intersection(after))


def _is_kept(scene: Scene, hit: Hit) -> bool:
    """Tell whether the clinician has it kept up, as in `keep up with the band work from last time`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _KEPT_REACH) : hit.start]
    opens = hit.term.text.split()[0] in _KEEPING
    kept = opens or any(word in _KEEPING and after in _PARTICLES for word, after in pairwise([*before, ""]))
    asks = scene.statement.asks and not _ends_in_tag(scene)
    return kept and scene.statement.speaker != "patient" and not asks and "if" not in before


def _ends_in_tag(scene: Scene) -> bool:
    """Tell whether only the last word asks, as in `Keep walking, okay?`."""
    said = scene.words()[-3:]
    return len(said) > 2 and said[0] == "," and said[1] in _TAGS  # noqa: PLR2004  # The comma, the tag, the mark.


@lru_cache(maxsize=1)
def may_count(view: View) -> frozenset[int]:
    """Return where the statements start that may count visits by the week or month."""
    weeks = (
        at for at in view.indices(_WEEKS) if view.norms[at - 1] in _EACH or view.norms[at - 2 : at - 1] == ["every"]
    )
    return holding(view, weeks) | saying(view, _ADVERBS)


def read_visits(scene: Scene) -> Iterator[Care]:
    """Read the visits that a plan sets, where the words name no other care that is given so often."""
    if scene.statement.start not in may_count(scene.view):
        return
    if scene.stance not in {"plan", "conclusion"} or scene.carried or not scene.by_clinician or scene.statement.asks:
        return
    said = _frequency(scene)
    if said is None or _is_of_other_care(scene, said):
        return
    if scene.assertion(said) == "present":
        yield Care(
            kind="physical_therapy" if _is_of_therapist(scene.view) else "manipulation",
            timing="planned",
            regions=(),
            read_by="care.visits",
            evidence=scene.quote(*scene.cued(said, "present")),
        )


@lru_cache(maxsize=1)
def _is_of_therapist(view: View) -> bool:
    """Tell whether the head of a note says that a physical therapist wrote it, as `PHYSICAL THERAPY EVALUATION`."""
    head = Chunk(0, min(_TITLE, len(view.norms)))
    named = any(hit.term.value == "physical_therapy" for hit in view.terms("care", head))
    return (
        named and not view.document.turns and not (words("titles") | _EVALUATION).isdisjoint(view.norms[: _TITLE + 1])
    )


def _is_of_other_care(scene: Scene, said: Chunk) -> bool:
    """Tell whether something else is done so often, as in `gym 3x/wk` and `PT twice a week`."""
    part = scene.chunk(said)
    return bool(scene.terms("care", part=part)) or not words("done_often").isdisjoint(scene.words(part))


def _frequency(scene: Scene) -> Chunk | None:
    """Return the first words of a statement that count visits by the week or month, if some do."""
    norms, end = scene.view.norms, scene.statement.end
    for index in range(scene.statement.start, end):
        if norms[index] in _ADVERBS and (_returns(scene) or not _VISITS.isdisjoint(scene.words())):
            return Chunk(index, index + 1)
        if norms[index] not in _WEEKS:
            continue
        start = index
        while start > scene.statement.start and index - start < _REACH and _counts(norms[start - 1]):
            start -= 1
        counted = norms[start:index]
        if counted == ["every", "other"]:
            return Chunk(start, index + 1)
        if any(word in _EACH for word in counted[-1:]) and (_OFTEN.intersection(counted) or _number(counted[0])):
            return Chunk(start, _through(scene, index + 1))
    return None


def _counts(word: str) -> bool:
    return word in _EACH | _OFTEN or word == "other" or _number(word)


def _number(word: str) -> bool:
    return word.removesuffix("x").isdecimal() or word in words("numbers")


def _returns(scene: Scene) -> bool:
    """Tell whether a statement speaks of seeing the patient again."""
    return not words("returning").isdisjoint(scene.words())


def _through(scene: Scene, index: int) -> int:
    """Return the index after how long it goes on, as in `x 4 wks` and `for six weeks`."""
    norms, end = scene.view.norms, scene.statement.end
    last = index
    while last < end and last - index <= _REACH and (norms[last] in {"x", "for", *_WEEKS} or _number(norms[last])):
        last += 1
    return last if norms[last - 1] in _WEEKS or _number(norms[last - 1]) else index


def as_one_treatment(care: Iterable[Care], lesions: Iterable[Lesion]) -> list[Care]:
    """Join the manipulations of today, whose techniques are named one by one, into one with all their regions.

    A treatment of `all of the above` has the regions of the present lesions. Where nothing is treated by hand today,
    how often the patient is to come says nothing of manipulation.
    """
    lesions = list(lesions)
    care = _unrepeated([_operated_at(entry, lesions) for entry in care])
    today = [entry for entry in care if _manipulates(entry)]
    if not today:
        return [entry for entry in care if entry.read_by != "care.visits"]
    named = [region for entry in today for region in entry.regions]
    if any(entry.read_by == AS_FOUND for entry in today):
        named += [region for region in _found(lesions) if region]
    regions = tuple(dict.fromkeys(named)) or _only_one(_found(lesions))
    first = next((entry for entry in today if entry.regions), today[0])
    placing = [quote for entry in today if entry.regions for quote in entry.evidence] or [*first.evidence]
    joined = first.model_copy(update={"regions": regions, "evidence": tuple(placing)})
    return [joined if entry is first else entry for entry in care if entry is first or not _manipulates(entry)]


def _operated_at(entry: Care, lesions: Iterable[Lesion]) -> Care:
    """Give an operation that a clinician plans in talk the one region of the narrowings, where it names none."""
    planned = (entry.kind, entry.timing, entry.regions) == ("surgery", "planned", ())
    narrowed = [one for one in lesions if one.kind in _NARROWINGS]
    spoken = planned and entry.evidence[0].speaker is not None
    return entry.model_copy(update={"regions": _only_one(_found(narrowed))}) if spoken and narrowed else entry


def _manipulates(entry: Care) -> bool:
    return (entry.kind, entry.timing) == ("manipulation", "today")


def _found(lesions: Iterable[Lesion]) -> list[Region | None]:
    return [lesion.region for lesion in lesions if lesion.assertion == "present"]


def _only_one(found: list[Region | None]) -> tuple[Region, ...]:
    """Return the region of the dysfunctions where they have but one, so that `adjusted prone` can mean no other."""
    regions = tuple(region for region in dict.fromkeys(found) if region)
    return regions if len(regions) == 1 and None not in found else ()


def _unrepeated(care: list[Care]) -> list[Care]:
    """Leave out an injection, operation or therapy without place beside one of the same time that has one."""
    kinds = INVASIVE | {"physical_therapy"}
    placed = {(entry.kind, entry.timing) for entry in care if entry.regions and entry.kind in kinds}
    return [entry for entry in care if entry.regions or (entry.kind, entry.timing) not in placed]
