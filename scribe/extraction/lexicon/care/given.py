"""Statements → care that was, is or will be given."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import letter_place
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Care, CareKind, Lesion, Region, Timing
from scribe.terminology.regions import structure

_ORDER_REACH = 12
_PLACED = frozenset({"manipulation", "injection", "surgery"})
"""Kinds of care that are given to a region; a drug or an exercise has none."""
_GIVEN_HERE = frozenset({"manipulation", "massage"})
_OFFERED = frozenset({"surgery", "injection"})
"""Care that a clinician names who says nothing of the past, to offer it."""
_DUE = frozenset({"need", "have", "should", "will", "going", "gonna", "must", "mean"})
_ADVISED = frozenset({"exercise", "other"})
_DISCIPLINES = frozenset({"manipulation", "surgery", "physical_therapy"})
_HEADLINES = 2
_BARE = frozenset({"surgery", "surgeries", "operation"})
_BARE_REACH = 3
_SET_REACH = 5
_LEFT = 4
_ASKED_REACH = 3
_COMING = frozenset({"presents", "presenting", "here", "in", "returns", "comes", "referred", "consulted", "evaluation"})
_REQUESTING = frozenset({"requesting", "requests", "requested", "wants", "wanting", "desires"})
_SINCE = 6
_OVER = 10
_OPERATED = frozenset({"", "vague"})
_AS_FOUND = "care.as_found"
_CENTURIES = ("19", "20")


def read_care(scene: Scene) -> Iterator[Care]:
    """Read the care that one statement speaks of."""
    seen: set[tuple[str, str]] = set()
    if scene.stance in {"codes", "imaging"}:
        return
    for hit in scene.terms("care"):
        kind: CareKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        assertion = scene.assertion(hit)
        if assertion in {"absent", "other_person", "hypothetical"} or _is_title(scene, kind) or _is_bare(scene, hit):
            continue
        timing = "prior" if scene.carried else _timing(scene, hit, kind)
        if any(is_other(scene, hit) for is_other in _OTHER_USES):
            continue
        if timing == "today" and hit.term.text == "chiropractic":
            continue
        if (kind, timing) in seen and kind != "injection":
            continue
        seen.add((kind, timing))
        regions = _regions(scene, hit) if kind in _PLACED else ()
        as_found = (kind, timing) == ("manipulation", "today") and _points_back(scene)
        yield Care(
            kind=kind,
            timing=timing,
            regions=regions,
            read_by=_AS_FOUND if as_found else f"care.{timing}",
            evidence=scene.quote(*scene.cued(hit, assertion)),
        )


def _points_back(scene: Scene) -> bool:
    """Tell whether a treatment is given where the dysfunctions are, as in `OMT to the above areas`."""
    return not words("pointing_back").isdisjoint(scene.words())


def one_treatment(care: Iterable[Care], lesions: Iterable[Lesion]) -> list[Care]:
    """Join the manipulations of today, whose techniques are named one by one, into one with all their regions.

    A treatment of `all of the above` has the regions of the present lesions. Where nothing is treated by hand today,
    how often the patient is to come says nothing of manipulation.
    """
    care = list(care)
    today = [entry for entry in care if (entry.kind, entry.timing) == ("manipulation", "today")]
    if not today:
        return [entry for entry in care if entry.read_by != "care.visits"]
    named = [region for entry in today for region in entry.regions]
    if any(entry.read_by == _AS_FOUND for entry in today):
        named += [lesion.region for lesion in lesions if lesion.assertion == "present" and lesion.region]
    regions = tuple(dict.fromkeys(named))
    first = next((entry for entry in today if entry.regions), today[0])
    joined = first.model_copy(update={"regions": regions})
    return [joined if entry is first else entry for entry in care if entry is first or entry not in today]


def _is_title(scene: Scene, kind: CareKind) -> bool:
    """Tell whether a word only names the discipline at the head of a note, as in `CHIROPRACTIC DAILY NOTE`."""
    statement = scene.statement
    if kind not in _DISCIPLINES or statement.turn >= 0 or statement.line > _HEADLINES:
        return False
    if words("titles").intersection(scene.words()):
        return True
    if statement.section not in {"", "preamble"}:
        return False
    return not (words("care_now") | words("past_care")).intersection(scene.words()) and not scene.view.fixing(statement)


def _is_patient(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare PT is the patient, as in `Pt 45 M` or `PT REPORTS PAIN`, and no physical therapy."""
    if hit.term.text != "pt":
        return False
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    after = scene.view.norms[hit.end : hit.end + 1]
    shouts = scene.view.text[start:end].isupper() and end - start > len("PT x 12")
    told = bool(words("patient_does").intersection(after)) or (bool(after) and after[0].isdecimal())
    return told or shouts or not scene.view.is_capital(hit.start)


def _is_setting(scene: Scene, hit: Hit) -> bool:
    """Tell whether something other than a joint is adjusted, as in `adjust the dose`."""
    if not hit.term.text.startswith("adjust"):
        return False
    start, end = max(scene.statement.start, hit.start - _SET_REACH), min(scene.statement.end, hit.end + _SET_REACH)
    near = scene.view.norms[start:end]
    return bool(words("adjustables").intersection(near)) and not scene.view.fixing(scene.chunk(hit))


def _is_test(scene: Scene, hit: Hit) -> bool:
    """Tell whether a thrust is one that provokes pain, as in `thigh thrust + R`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - 1) : hit.start]
    return hit.term.text == "thrust" and scene.stance != "plan" and bool(words("thrust_tests").intersection(before))


def _is_named_otherwise(scene: Scene, hit: Hit) -> bool:
    """Tell whether the word is part of a finding, test or diagnosis, as in `taut bands` and `femoral stretch`."""
    named = (
        *scene.terms("tart", "finding"),
        *scene.terms("conditions", "condition"),
        *(sign for sign in scene.terms("neuro", "sign") if sign.term.value == "tension_sign"),
    )
    return any(one.start <= hit.start and hit.end <= one.end and one.end - one.start > 1 for one in named)


def _provokes(scene: Scene, hit: Hit) -> bool:
    """Tell whether an activity only brings pain on, as in `worse with deep breathing`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - 2) : hit.start]
    return hit.term.value == "exercise" and before[-1:] == ["with"] and bool(words("bringing_on").intersection(before))


def _is_pronoun(scene: Scene, hit: Hit) -> bool:
    """Tell whether a `me` in small letters is a person and no muscle energy, as in `he came with me to the gym`."""
    return hit.term.text.startswith("me ") and not scene.view.is_capital(hit.start)


def _is_feared(scene: Scene, hit: Hit) -> bool:
    """Tell whether the patient only asks if it must be done, as in `Do I have to have it fused?`."""
    asks = scene.statement.asks and scene.statement.turn >= 0 and not scene.by_clinician
    return asks and hit.term.value in _OFFERED and not _DUE.isdisjoint(scene.said)


def _is_requested(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is only why the patient is seen, as in `s/p bypass, requesting OMT` and `presents for OMT`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _ASKED_REACH) : hit.start]
    if hit.term.value != "manipulation" or scene.stance not in {"history", "neutral"}:
        return False
    return not _REQUESTING.isdisjoint(before) or (before[-1:] == ["for"] and not _COMING.isdisjoint(before))


_OTHER_USES = (
    *(_is_requested, _is_feared, _is_setting, _is_patient),
    *(_is_test, _is_pronoun, _is_named_otherwise, _provokes),
)
"""How the words of care may speak of something else."""


def _is_bare(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare word of surgery names no operation of the spine: another organ's, a consult, a heading."""
    if hit.term.text not in _BARE:
        return False
    after = scene.view.norms[hit.end : hit.end + _BARE_REACH]
    near = Chunk(max(scene.statement.start, hit.start - _BARE_REACH), min(scene.statement.end, hit.end + _BARE_REACH))
    placed = any(place.role in _OPERATED for place in scene.view.places(near))
    return not placed or bool(words("consults").intersection(after))


def _timing(scene: Scene, hit: Hit, kind: CareKind) -> Timing:
    """Tell when care is given: the first that holds of a date, an order, a word of time, the stance, the kind."""
    said, near = set(scene.words()), set(scene.words(scene.chunk(hit)))
    earlier = bool(words("past_times").intersection(said)) and not words("care_today").intersection(said)
    future = bool(words("future_care").intersection(said))
    tests: tuple[tuple[bool, Timing], ...] = (
        (kind == "surgery" and _is_dated(scene, hit), "prior"),
        (_is_behind(scene, hit), "prior"),
        (_is_order(scene, hit, kind), "planned"),
        (_is_asked_of_past(scene), "prior"),
        (kind in _GIVEN_HERE and "today" not in said and _is_course(scene), "planned"),
        (kind in _ADVISED and scene.stance != "history" and bool(words("home_care").intersection(said)), "planned"),
        (kind in _OFFERED and _is_set(scene, said), "planned"),
        (earlier, "prior"),
        (_is_now(scene, kind, said), "today"),
        (_is_past(scene, said, near), "prior"),
        (kind in _GIVEN_HERE and not words("future_care").intersection(near), "today"),
        (scene.stance == "plan" or future or _is_advised(scene, kind, said), "planned"),
        (kind in _OFFERED and scene.statement.speaker == "clinician" and not scene.statement.asks, "planned"),
    )
    return next((timing for holds, timing in tests if holds), "prior")


def _is_behind(scene: Scene, hit: Hit) -> bool:
    """Tell whether time is counted from it, as in `six weeks after her injection` and `since the fusion`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _SINCE) : hit.start]
    if _is_over(scene, hit) or (hit.term.value in _OFFERED and tuple(before[-3:]) == ("f", "/", "u")):
        return True
    at = next((index for index, word in enumerate(before) if word in {"after", "since", "following"}), len(before))
    owned = words("whose_care").intersection(before[at + 1 : at + 2])
    return bool(owned) and "if" not in scene.words()


def _is_over(scene: Scene, hit: Hit) -> bool:
    """Tell whether its own words say that it was done, as in `s/p RFA` and `history of laminectomy`."""
    cue = scene.context.cue(hit, "historical")
    near = max(scene.chunk(hit).start, hit.start - _OVER)
    return cue is not None and cue.text in words("over_before") and near <= cue.start < hit.start


def _is_asked_of_past(scene: Scene) -> bool:
    """Tell whether it is asked what was tried, or answered right after, as in `What have you had?`, `Ibuprofen.`."""
    near = [*scene.view.statements_before(scene.statement)[-1:], scene.statement]
    asked = [one for one in near if one.asks and one.turn >= 0 and one.speaker != "patient"]
    return any(words("asking_past").intersection(scene.view.norms[one.start : one.end]) for one in asked) and not (
        scene.statement.speaker == "clinician" and scene.statement not in asked
    )


def _is_course(scene: Scene) -> bool:
    """Tell whether a treatment is to be given several times, as in `adjust you twice a week`."""
    said = scene.words()
    often = {"times", "twice", "thrice", "weekly"}.intersection(said)
    return scene.statement.turn >= 0 and bool(often) and bool({"week", "weeks", "weekly", "month"}.intersection(said))


def _is_set(scene: Scene, said: set[str]) -> bool:
    """Tell whether the clinician names a day to come, as in `a right L5 epidural on Wednesday`."""
    return scene.by_clinician and bool(words("days_to_come").intersection(said)) and not words("past_verbs") & said


def _is_advised(scene: Scene, kind: CareKind, said: set[str]) -> bool:
    """Tell whether the clinician advises it: under the diagnosis, for the home, or as an exercise named in talk."""
    if kind != "surgery" and (scene.stance == "conclusion" or words("home_care").intersection(said)):
        return True
    return kind in _ADVISED and scene.statement.speaker == "clinician" and not scene.statement.asks


def _is_past(scene: Scene, said: set[str], near: set[str]) -> bool:
    if scene.stance == "history" or words("past_verbs").intersection(near):
        return True
    return scene.stance != "plan" and bool(words("past_care").intersection(said))


def _is_now(scene: Scene, kind: CareKind, said: set[str]) -> bool:
    if scene.stance == "history":
        return False
    if kind in {"manipulation", "massage", "exercise", "injection"} and words("care_now").intersection(said):
        return True
    return kind != "surgery" and bool(words("in_clinic").intersection(said))


def _is_dated(scene: Scene, hit: Hit) -> bool:
    """Tell whether an operation has a year or is what the patient is after, as in `s/p L4-5 fusion 2019`."""
    chunk = scene.chunk(hit)
    said = scene.words(chunk)
    years = (word for before, word in pairwise(said) if before != "/" and word[:2] in _CENTURIES)
    before = scene.view.norms[chunk.start : hit.start]
    done = any(pair in {("/", "p"), ("status", "post"), ("out", "from")} for pair in pairwise(before))
    return done or any(word.isdecimal() and len(word) == 4 for word in years)  # noqa: PLR2004


def _is_order(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether the clinician tells the patient to do it, as in `and keep doing the chin tucks`."""
    if not scene.by_clinician or scene.statement.asks:
        return False
    if kind in _GIVEN_HERE and words("announcing").intersection(scene.words()):
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _ORDER_REACH) : hit.start]
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word in words("orders"):
            return index == 0 or before[index - 1] in words("before_order")
        if word in words("past_care"):
            return False
    return False


def _regions(scene: Scene, hit: Hit) -> tuple[Region, ...]:
    """Return the regions named with the care; none where the words count more regions than they name."""
    whole = hit.term.value == "manipulation" and scene.stance != "history"
    statement = scene.statement if whole else scene.chunk(hit)
    named = [place for place in scene.view.places(statement) if place.role == "" and place.start >= statement.start]
    if hit.term.value != "manipulation":
        named = [place for place in named if not hit.start <= place.start < hit.end]
        named = [nearest(named, hit)] if named else _named_later(scene, hit)
        return tuple(place.region for place in named if place.region)
    named = [place for place in named if not (_is_left_alone(scene, place) or _is_tool(scene, place))]
    letters = [letter_place(scene, index) for index in range(statement.start + 1, statement.end)]
    places = sorted([*named, *(place for place in letters if place)])
    pointed = scene.statement.turn >= 0 and words("anaphors").intersection(scene.view.norms[hit.end : hit.end + 1])
    if pointed and not places and scene.topic.place is not None:
        places = [scene.topic.place]
    implied = [structure(term.term.structure).region for term in scene.terms("lesions", "position", part=statement)]
    named_regions = [*(place.region for place in places), *implied]
    regions = tuple(dict.fromkeys(region for region in named_regions if region))
    return () if _counted(scene) > len(regions) else regions


def _named_later(scene: Scene, hit: Hit) -> list[Place]:
    """Return the place that a later part of speech names for it, as in `an injection, transforaminal, at L5-S1`."""
    if scene.statement.turn < 0 or scene.stance == "history":
        return []
    return scene.view.fixing(Chunk(hit.end, scene.statement.end))[:1]


def _is_left_alone(scene: Scene, place: Place) -> bool:
    """Tell whether a place is not to be treated, as in `adjust L4 and leave the sacrum alone`."""
    before = scene.view.norms[max(scene.statement.start, place.start - _LEFT) : place.start]
    return bool(words("leaving").intersection(before))


def _is_tool(scene: Scene, place: Place) -> bool:
    """Tell whether hands are those that treat, as in `just hands on`, or a part names an exercise: `knee to chest`."""
    norms = scene.view.norms
    if any(hit.start <= place.start < hit.end for hit in scene.terms("care") if hit.term.value == "exercise"):
        return True
    if norms[place.start] not in {"hand", "hands"}:
        return False
    after = norms[place.end : place.end + 2]
    return after[:1] in (["on"], ["only"]) or after == ["-", "on"] or norms[place.start - 1] in {"my", "by", "using"}


def _counted(scene: Scene) -> int:
    """Return the number of regions that the words give, as in `OMT x 4 regions`."""
    said = scene.words()
    numbers = (before for before, word in pairwise(said) if word in {"regions", "areas", "region"})
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
