"""Statements → care that was, is or will be given."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.care.arranged import (
    is_from_elsewhere,
    is_gone_through,
    is_in_clinic,
    is_made_elsewhere,
)
from scribe.extraction.lexicon.care.joined import AS_FOUND
from scribe.extraction.lexicon.care.lettered import read_lettered
from scribe.extraction.lexicon.care.other_uses import GIVERS, is_denied_of_another, is_proposed, means_otherwise
from scribe.extraction.lexicon.care.treated import handled, treated_regions, was_going_on
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Care, CareKind, Timing

_ORDER_REACH = 12
_PLACED = frozenset({"manipulation", "injection", "surgery"})
"""Kinds of care that are given to a region; a drug or an exercise has none."""
_I_AM = frozenset({"i'm", "i'll", "we'll", "we're"})
_GIVEN_HERE = frozenset({"manipulation", "massage"})
_OFFERED = frozenset({"surgery", "injection"})
"""Care that a clinician names who says nothing of the past, to offer it."""
_ADVISED = frozenset({"exercise", "other"})
_DISCIPLINES = frozenset({"manipulation", "surgery", "physical_therapy"})
_HEADLINES = 2
_TITLE = 9
_BARE = frozenset({"surgery", "surgeries", "operation"})
_BARE_REACH = 3
_SINCE = 6
_OVER = 10
_ADVISING = frozenset(("i'd", verb) for verb in ("do", "recommend", "offer", "advise", "suggest"))
_SINCE_WORDS = frozenset({"after", "since", "following"})
_HAD = frozenset({"had", "was", "were", "couldn't"})
_OPERATED = frozenset({"", "vague"})
_LAST_OF_SEVERAL = (["one"], ["bit"], ["part"], ["thing"])
_DUE = frozenset({"should", "keep", "can", "could", "continue", "do", "need"})
_TAPES = ("tape", "taping", "kinesio", "k tape", "kt ")
_WILL = frozenset({"will", "would", "should", "want", "shall", "ready", "try", "if", "can", "could"})
_APPLIED = (*_TAPES, "e stim", "the stim", "stim on", "stim to", "ice", "heat", "moist heat")
_PRESCRIBING = frozenset({("a", "day"), ("want", "you"), ("each", "side"), ("per", "day"), ("every", "day")})
_PROPOSING = frozenset({"recommend", "recommending", "propose", "offer"})
_BESIDE = 6
_AUTHORIZING = frozenset({("prior", "auth"), ("prior", "authorization"), ("preauth", "for")})
_HEALED = frozenset({"solid", "old", "healed", "existing", "remote"})
_WARDS = frozenset({"spine", "neuro", "ortho", "orthopedic", "orthopaedic"})
_ALL_OF_THEM = frozenset(
    {("all", word) for word in ("three", "four", "five", "six", "3", "4", "5", "areas", "regions")}
    | {(word, "both") for word in ("on", "to", "for", "treat", "treated", "adjust", "adjusted")}
)
_KEPT_REACH = 6
_KEEPING = frozenset({"keep", "continue", "carry", "stick", "stay"})
_PARTICLES = frozenset({"up", "on", "with", "doing", "going", "using", "wearing", "at", "the", "your", "those", "to"})
_WE_ARE = frozenset({("were", "gonna"), ("were", "going")})
_HAS_DONE = frozenset((who, "done") for who in ("she's", "he's", "i've", "we've", "you've", "have", "has", "had"))
_CENTURIES = ("19", "20")


def read_care(scene: Scene) -> Iterator[Care]:
    """Read the care that one statement speaks of."""
    seen: set[tuple[str, str]] = set()
    away = scene.stance in {"codes", "imaging"}
    for hit in () if away and scene.statement.turn < 0 else scene.terms("care"):
        if away and not _is_back(scene, hit):
            continue
        kind: CareKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        assertion = scene.assertion(hit)
        by_staff = assertion == "other_person" and _is_of_staff(scene)
        if by_staff or (assertion == "absent" and is_denied_of_another(scene, hit)):
            assertion = "present"
        if assertion in {"absent", "other_person", "hypothetical"} or _is_title(scene, kind) or _is_bare(scene, hit):
            continue
        kept = _is_kept(scene, hit)
        timing = "planned" if kept else "prior" if scene.carried else _timing(scene, hit, kind)
        if means_otherwise(scene, hit):
            continue
        if timing == "today" and (hit.term.text == "chiropractic" or hit.term.text in GIVERS):
            continue
        if (kind, timing) in seen and kind != "injection":
            continue
        seen.add((kind, timing))
        regions = treated_regions(scene, hit) if kind in _PLACED else ()
        more = _points_back(scene, placed=bool(regions)) or _count_of_regions(scene) > len(regions)
        as_found = (kind, timing) == ("manipulation", "today") and more
        yield Care(
            kind=kind,
            timing=timing,
            regions=regions,
            read_by=AS_FOUND if as_found else f"care.{timing}",
            evidence=scene.quote(*scene.cued(hit, assertion)),
        )


def read_handled(scene: Scene) -> Iterator[Care]:
    """Read what is treated in words that name no technique."""
    yield from read_lettered(scene)
    if any(hit.term.value == "manipulation" for hit in scene.terms("care")):
        return
    for part, region in handled(scene):
        yield Care(
            kind="manipulation",
            timing="today",
            regions=(region,),
            read_by="care.today",
            evidence=scene.quote(part),
        )


def _is_back(scene: Scene, hit: Hit) -> bool:
    """Tell whether talk of films or codes is back at the patient, as in `and she has done eight weeks of PT`."""
    films = (film for film in scene.terms("imaging") if scene.view.norms[film.start - 1] != "under")
    if any(abs(film.start - hit.start) <= _BESIDE for film in films if not hit.start <= film.start < hit.end):
        return False
    told = scene.says("whose_story") or scene.words()[0] in words("orders") | words("carrying_on")
    dosed = hit.term.value == "medication" and scene.says("dosing")
    advised = hit.term.value in _OFFERED and not _PROPOSING.isdisjoint(scene.said)
    return told or dosed or (scene.by_clinician and (advised or hit.term.value in _GIVEN_HERE))


def _is_of_staff(scene: Scene) -> bool:
    """Tell whether a person whom the clinician names only hands it to the patient: `my nurse will show you`."""
    return scene.statement.speaker == "clinician" and "you" in scene.said and scene.says("staff")


def _count_of_regions(scene: Scene) -> int:
    """Return how many regions are treated, where only their number is told, as in `OMT x4 regions`; 0 where none is."""
    numbers = (one.removeprefix("x") for one, other in pairwise(scene.words()) if other in {"regions", "areas"})
    return next((int(number) for number in numbers if number.isdecimal()), 0)


def _points_back(scene: Scene, *, placed: bool) -> bool:
    """Tell whether a treatment is given where the dysfunctions are, as in `OMT to the above areas`.

    Where a treatment names its places, an `it` or `that` beside them is of one of these.
    """
    said = scene.words()
    if any(pair in _ALL_OF_THEM for pair in pairwise(said)) or scene.says("pointing_back_to_all"):
        return True
    return not placed and scene.says("pointing_back")


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


def _timing(scene: Scene, hit: Hit, kind: CareKind) -> Timing:
    """Tell when care is given: the first that holds of a date, an order, a word of time, the stance, the kind."""
    said, near = set(scene.words()), set(scene.words(scene.chunk(hit)))
    earlier = _is_earlier(scene) and not words("care_today").intersection(said)
    future = bool(words("future_care").intersection(said))
    tests: tuple[tuple[bool, Timing], ...] = (
        (kind in _OFFERED and any(pair in _AUTHORIZING for pair in pairwise(scene.words())), "planned"),
        (kind == "surgery" and _is_dated(scene, hit), "prior"),
        (kind == "injection" and scene.stance in {"history", "neutral"} and _is_dated(scene, hit), "prior"),
        (is_made_elsewhere(scene, hit), "planned"),
        (is_from_elsewhere(scene, hit), "prior"),
        (is_in_clinic(scene, hit), "today"),
        (_is_behind(scene, hit) or was_going_on(scene, hit) or is_gone_through(scene, hit), "prior"),
        (_is_put_on(scene, hit) or _is_under_treatment(scene, kind), "today"),
        (_is_order(scene, hit, kind), "planned"),
        (_is_taken(scene, kind) or _is_stopped(scene, hit), "prior"),
        (_is_asked_of_past(scene), "prior"),
        (kind not in _GIVEN_HERE and _is_asked_after(scene), "prior"),
        (kind in _GIVEN_HERE and "today" not in said and _is_course(scene), "planned"),
        (_is_answered_yes(scene) or is_proposed(scene), "planned"),
        (kind in _ADVISED and scene.stance != "history" and _is_homework(scene, said), "planned"),
        (kind in _OFFERED and _is_set(scene, said), "planned"),
        (_is_arranged(scene, kind), "planned"),
        (_is_done_here(scene, hit, kind), "today"),
        (earlier, "prior"),
        (_is_now(scene, kind, said), "today"),
        (_is_past(scene, said, near), "prior"),
        (kind in _GIVEN_HERE and not words("future_care").intersection(near), "today"),
        (scene.stance == "plan" or future or _is_advised(scene, kind, said), "planned"),
        (kind in _OFFERED and scene.statement.speaker == "clinician" and not scene.statement.asks, "planned"),
        (_is_told(scene) and not _tells_past(said), "planned"),
    )
    return next((timing for holds, timing in tests if holds), "prior")


def _is_under_treatment(scene: Scene, kind: CareKind) -> bool:
    """Tell whether it stands where a note says what was done: `Procedure: L5-S1 injection`, `Tx: HVLA C2, ice`."""
    if scene.statement.section != "procedure" or scene.carried:
        return False
    beside = "today" in scene.said or any(hit.term.value == "manipulation" for hit in scene.terms("care"))
    return kind == "injection" or (kind == "other" and beside)


def _is_behind(scene: Scene, hit: Hit) -> bool:
    """Tell whether time is counted from it, as in `six weeks after her injection` and `since the fusion`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _SINCE) : hit.start]
    if _is_over(scene, hit) or (hit.term.value in _OFFERED and tuple(before[-3:]) == ("f", "/", "u")):
        return True
    times = _SINCE_WORDS if _HAD.isdisjoint(scene.said) else _SINCE_WORDS | {"before"}
    at = next((index for index, word in enumerate(before) if word in times), len(before))
    owned = words("whose_care").intersection(before[at + 1 : at + 2])
    return bool(owned) and "if" not in scene.words()


def _is_over(scene: Scene, hit: Hit) -> bool:
    """Tell whether its own words say that it was done, as in `s/p RFA` and `history of laminectomy`."""
    cue = scene.context.cue(hit, "historical")
    if scene.view.norms[hit.start - 1] in _HEALED:
        return True
    near = max(scene.chunk(hit).start, hit.start - _OVER)
    return cue is not None and cue.text in words("over_before") and near <= cue.start < hit.start


def _is_kept(scene: Scene, hit: Hit) -> bool:
    """Tell whether the clinician has it kept up, as in `keep up with the band work from last time`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _KEPT_REACH) : hit.start]
    kept = any(word in _KEEPING and after in _PARTICLES for word, after in pairwise([*before, ""]))
    return kept and scene.statement.speaker != "patient" and not scene.statement.asks and "if" not in before


def _is_done_here(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether a technique is named with its place where nothing before it is of another time."""
    written = scene.statement.turn < 0 and scene.stance not in {"plan", "conclusion"}
    if kind != "manipulation" or written or scene.stance == "history" or not scene.by_clinician:
        return False
    start = scene.statement.start + (scene.view.norms[scene.statement.start] == "plan")
    before = scene.view.norms[start : hit.start]
    said = {word for word, after in pairwise([*before, ""]) if (word, after) not in _WE_ARE}
    elsewhen = words("past_care") | words("past_times") | words("future_care") | words("conditional")
    coming = scene.statement.turn < 0 and scene.says("future_care")
    named = bool(scene.view.fixing(scene.statement)) and not scene.statement.asks and not coming
    return named and not _is_course(scene) and elsewhen.isdisjoint(said)


def _is_asked_after(scene: Scene) -> bool:
    """Tell whether the clinician asks how it goes, as in `And the ibuprofen?`, and proposes nothing."""
    asks = scene.statement.asks and scene.statement.turn >= 0 and scene.statement.speaker == "clinician"
    return asks and not is_proposed(scene) and not scene.says("arranging") and _WILL.isdisjoint(scene.said)


def _is_earlier(scene: Scene) -> bool:
    """Tell whether a word of time is of the past; the `last one` of several is none."""
    said = scene.words()
    times = [at for at, word in enumerate(said) if word in words("past_times")]
    return any(said[at] != "last" or said[at + 1 : at + 2] not in _LAST_OF_SEVERAL for at in times)


def _is_answered_yes(scene: Scene) -> bool:
    """Tell whether the patient asks for it and hears a yes, as in `Should I keep going to massage?`, `Yes, keep.`."""
    reply = scene.statement.reply
    agreed = reply is not None and reply.answer == "yes"
    return agreed and scene.statement.speaker == "patient" and not _DUE.isdisjoint(scene.said)


def _is_taken(scene: Scene, kind: CareKind) -> bool:
    """Tell whether a note tells what is taken by now, as in `Taking ibuprofen 600 tid`."""
    if kind != "medication" or scene.statement.turn >= 0:
        return False
    return scene.stance in {"history", "neutral"} or (scene.says("taking") and scene.stance != "plan")


def _is_stopped(scene: Scene, hit: Hit) -> bool:
    """Tell whether a drug that is stopped was taken until now, as in `he can stop the naproxen`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _BARE_REACH) : hit.start]
    told = not scene.statement.asks and "continue" not in scene.said
    return told and hit.term.value == "medication" and not {"stop", "discontinue", "stopping"}.isdisjoint(before)


def _is_put_on(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is put on in the clinic, as in `and I'll tape the foot` and `taped the arch`."""
    if not hit.term.text.startswith(_APPLIED) or not scene.by_clinician or scene.says("home_care"):
        return False
    listed = hit.term.text.startswith(_TAPES) and scene.statement.turn < 0 and not scene.says("future_care")
    done = (listed or hit.term.text.startswith("taped")) and scene.stance != "history"
    return done or (scene.statement.turn >= 0 and (scene.says("announcing") or scene.says("getting")))


def _is_homework(scene: Scene, said: set[str]) -> bool:
    """Tell whether an exercise is for the home: `twice a day`, `I want you doing your knee-to-chests`."""
    if words("home_care").intersection(said):
        return True
    return scene.by_clinician and any(pair in _PRESCRIBING for pair in pairwise(scene.words()))


def _is_asked_of_past(scene: Scene) -> bool:
    """Tell whether it is asked what was tried, or answered right after, as in `What have you had?`, `Ibuprofen.`."""
    near = [*scene.view.statements_before(scene.statement)[-1:], scene.statement]
    asked = [one for one in near if one.asks and one.turn >= 0 and one.speaker != "patient"]
    return any(words("asking_past").intersection(scene.view.norms[one.start : one.end]) for one in asked) and not (
        scene.statement.speaker == "clinician" and scene.statement not in asked
    )


def _is_arranged(scene: Scene, kind: CareKind) -> bool:
    """Tell whether the clinician arranges it: `I'll refer you for an epidural`, `come back Friday, I'll adjust it`."""
    if kind in _OFFERED:
        advised = any(pair in _ADVISING for pair in pairwise(scene.words()))
        return _is_told(scene) and (advised or scene.says("arranging"))
    again = scene.says("days_to_come") and _comes_again(scene)
    return kind in _GIVEN_HERE and _is_told(scene) and again


def _comes_again(scene: Scene) -> bool:
    """Tell whether the patient is to come back, as in `return on Friday` and `I'd like to see you Thursday`."""
    return not {"back", "again", "return"}.isdisjoint(scene.said) or ("see", "you") in pairwise(scene.words())


def _is_told(scene: Scene) -> bool:
    """Tell whether a clinician says it in talk, and asks nothing."""
    addressed = scene.by_clinician and "you" in scene.said and not _I_AM.isdisjoint(scene.said)
    told = scene.statement.speaker == "clinician" or addressed
    return scene.statement.turn >= 0 and told and not scene.statement.asks


def _tells_past(said: set[str]) -> bool:
    return not (words("past_verbs") | words("past_care") | words("telling_past")).isdisjoint(said)


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
    now = words("care_now").intersection(said)
    if now == {"done"} and not _HAS_DONE.isdisjoint(pairwise(scene.words())):
        now = frozenset()
    if kind in {"manipulation", "massage", "exercise", "injection"} and now:
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
