"""Studies that are still to be made: ordered, wanted, or kept for later."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import is_declined, is_made
from scribe.extraction.lexicon.imaging.in_general import tells_in_general
from scribe.extraction.lexicon.imaging.level_and_side import OUTSIDE, SIDED
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Imaging, Laterality, Modality, Region

_REFUSED = 4
_POINTED = 3
_NEAR = 6
_TURNING = frozenset({
    "before", "until", "if", "unless", "because", "so", "since", "when", "once", "while", "then", "to",
})  # fmt: skip
"""Words behind a study with which its clause goes on to something else than what it is of."""
_WE = frozenset({"we", "you"})
"""Persons to whom a study is proposed, as in `why don't we get an MRI`."""
_OWNED = frozenset({"bring", "brings", "bringing", "brought"})
"""What is done with the pictures of a study made before."""
_SOON = 3
_WOULD = frozenset({"we'd", "i'd"})
_PROPOSERS = frozenset({"i'd", "we'd", "i'll", "we'll", "let's", "lets", "let", "you'll", "should", "could"})
_PROPOSED = frozenset({"like", "love", "want", "do", "shoot", "take", "have", "repeat", "snap", "run", "add"})
_KNOWN = frozenset({"the", "your", "these", "this", "those"})
"""Words before a study that has been made."""
_ADVERBS = frozenset({"also", "just", "really", "probably", "then", "rather", "first"})
_WONDERING = frozenset({"need", "should", "wondering", "wonder"})
_SEEN = frozenset({"findings", "finding", "results", "report"})
"""Words behind a study of which a plan only takes up what it has shown."""
_FOR = 4
"""Words from the `for` to the study in `going down for an urgent lumbar MRI`."""
_NO = frozenset({"none", "no", "0"})
_RESULTS = frozenset({
    "confirms", "shows", "reveals", "proves", "agrees", "demonstrates", "says", "comes", "is", "turns", "looks",
})  # fmt: skip
"""What a study does that something hangs on."""
_ASKED_WHETHER = frozenset({"did", "have", "has", "were", "didn't"})
"""Words that open a question for what has been done."""
_NEEDING = frozenset(
    {
        "need",
        "needs",
        "necessary",
        "warrant",
        "warrants",
        "indicated",
        "reason",
        "worth",
        "required",
        "needed",
        "warranted",
    }
)
_CONDITIONS = frozenset({"if", "unless", "until", "when", "because"})
_FEW, _LED = 12, 20
"""Words of a note that only asks for a study, and of one that opens with it."""
_NEXT = 2
_BEFORE_SPAN = frozenset({"in", "at", "within"})
_SPANS = frozenset({"week", "weeks", "wk", "wks", "month", "months", "mo", "days"})
_DUE = frozenset({("next", "visit"), ("before", "visit"), ("next", "week"), ("next", "month"), ("at", "follow-up")})
"""Words for when a study is due."""
_SOON_DUE = frozenset({
    "tonight", "tomorrow", "stat", "urgent", "urgently", "emergent", "emergently", "asap", "pre-op", "preop",
    "preoperatively", "monday", "tuesday", "wednesday", "thursday", "friday", "first",
})  # fmt: skip
_WHEN = frozenset({
    ("this", "week"), ("this", "month"), ("next", "week"), ("next", "month"), ("for", "planning"),
    ("before", "surgery"), ("before", "the"), ("before", "any"), ("prior", "to"), ("as", "soon"),
    ("within", "the"), ("today", "or"),
})  # fmt: skip
"""Words behind a study for when it is wanted."""
_NOW = frozenset({("right", "now"), ("right", "away"), ("on", "your"), ("this", "afternoon")})
_LEADING = frozenset({
    "so", "and", "also", "okay", ",", "plus", "flexion", "bending", "of",
    "then", "now", "therefore", "hence", "an", "a", "urgent", "stat", "lumbar", "cervical", "thoracic", "plain",
    "new", "repeat", "upright", "standing", "the",
})  # fmt: skip
"""Words before a study with which a part of a note opens."""
_POINTING = frozenset({"it's", "it", "that's", "that", "is"})
_LISTING = _POINTING | {"so", "and", "then", "plus", "also", "next", "okay", "now"}
"""Words with which speech goes on to a study that is to be made, as in `so that's an MRI of the neck today`."""
_PAST = frozenset({"imaging", "records", "history", "subjective", "past_history", "review_of_systems", "preamble"})
"""Sections that tell of studies made before."""
_MADE = frozenset({
    "had", "did", "done", "was", "were", "showed", "shows", "shown", "showing", "last", "ago", "reviewed", "result",
    "results", "compared", "obtained", "performed", "from", "read", "dated",
})  # fmt: skip
"""Words of a study that has been made."""
_TAKEN = frozenset({"took", "taken", "shot", "got", "came"})
_OUGHT = frozenset({"ought", "supposed", "used", "seems", "seem", "meant", "appears", "appear", "happens"})
"""Words before a `to be` of which nothing is yet to be done."""
_GUIDING = frozenset({"guide", "guided", "guidance", "control"})
"""Words after a study that only helps to place a needle."""


def _planned(scene: Scene, study: Hit) -> Iterator[Imaging]:
    """Read a study to come, with the region that it is to show.

    Args:
        scene: The statement.
        study: The name of the study.
    """
    plans = scene.stance == "plan" and not _has_shown(scene, study)
    if not (plans or is_ordered(scene)) or _is_unneeded(scene, study):
        return
    regions = {place.region for place in _places_of(scene, study)}
    if not regions and _points_back(scene, study) and scene.topic.region:
        regions = {scene.topic.region}
    if not regions and "there" in scene.view.norms[study.end : study.end + _POINTED]:
        regions = {place.region for place in scene.view.fixing(Chunk(scene.statement.start, study.start))}
    sides = _sides_of(scene, study) if regions <= SIDED else set()
    modality: Modality = study.term.value  # type: ignore[assignment]  # the table holds the schema's words
    yield Imaging(
        modality=modality,
        kind="other",
        region=next(iter(regions)) if len(regions) == 1 else None,
        laterality=next(iter(sides)) if len(sides) == len(regions) == 1 else None,
        assertion="hypothetical",
        read_by=rule_of("imaging", study),
        evidence=scene.quote(study),
    )


def _sides_of(scene: Scene, study: Hit) -> set[Laterality]:
    """Return the sides named with a study, which may follow a pause: `an ultrasound of the cuff, left shoulder`."""
    sides = scene.view.sides(scene.chunk(study))
    later = next((part for part in scene.statement.chunks if part.start >= scene.chunk(study).end), None)
    if not sides and later is not None:
        rest = words_beside(scene.view, later, [*scene.view.sides(later), *scene.view.places(later)])
        alone = words("side_fillers").issuperset(word for word in rest if word[0].isalnum())
        sides = scene.view.sides(later) if alone else []
    return {side.value for side in sides}


def each_planned(scene: Scene, named: list[Hit]) -> Iterator[Imaging]:
    """Read the studies to come of which a statement names one or several."""
    told: set[tuple[Modality, Region | None]] = set()
    for study in _wanted(scene, [study for study in named if not is_made(scene.view, scene.statement, study)]):
        for one in _planned(scene, study):
            if (one.modality, None) not in told and (one.modality, one.region) not in told and (one.region or not told):
                yield one
            told.add((one.modality, one.region))


def booked(scene: Scene, studies: list[Hit]) -> Iterator[Imaging]:
    """Read a study to come that is not named, as in `I'll get you booked in for a scan of your neck`."""
    scans = [hit for hit in studies if words("unnamed_studies").intersection(hit.term.text.split())]
    if scans and not is_declined(scene.view, scene.statement, scans[0]):
        yield from _planned(scene, scans[0])


def _has_shown(scene: Scene, study: Hit) -> bool:
    """Tell whether a plan only takes up what a study has shown, as in `we discussed that her x-rays revealed ...`."""
    after = scene.view.norms[study.end : min(scene.statement.end, study.end + _NEAR)]
    return not (words("reporting") | words("demonstrating") | {"reveal", "show"}).isdisjoint(after)


def _wanted(scene: Scene, studies: list[Hit]) -> list[Hit]:
    """Return those of several studies that the ordering words are said of: `the CT shows no disc, so I want an MRI`."""
    if len(studies) <= 1:
        return studies
    asking = words("ordered") | {"would"}
    near = [hit for hit in studies if not asking.isdisjoint(scene.view.norms[max(0, hit.start - _NEAR) : hit.start])]
    parts = {scene.chunk(hit) for hit in studies}
    listed = scene.statement.turn < 0 and scene.stance == "plan" and len(parts) == len(studies)
    if listed:
        return [hit for hit in studies if _SEEN.isdisjoint(scene.view.norms[hit.end : hit.end + 1])]
    return near or studies[:1]


def is_ordered(scene: Scene) -> bool:
    """Tell whether a statement speaks of a study to come: ordered, wanted, or to be done."""
    if _says(scene, "to", "see") and "you" in scene.said and "if" not in scene.said:
        return False
    studies = scene.terms("imaging", "modality")
    if _asks_whether_made(scene):
        return False
    if studies and all(is_made(scene.view, scene.statement, study) for study in studies):
        return False
    proposed = any(not _WOULD.isdisjoint(scene.view.norms[max(0, hit.start - _SOON) : hit.start]) for hit in studies)
    return (
        proposed
        or (scene.statement.speaker != "patient" and _proposes(scene))
        or _says_ordered(scene)
        or "would" in scene.said
        or _is_to_be(scene)
        or _goes_for(scene, studies)
        or (scene.statement.turn < 0 and (_comes_later(scene, studies) or _is_called_for(scene, studies)))
        or (scene.statement.turn >= 0 and _is_dictated_for(scene, studies))
    )


def _goes_for(scene: Scene, studies: list[Hit]) -> bool:
    """Tell whether somebody goes for a study, as in `you're going to the hospital now for an MRI`."""
    if "going" not in scene.said:
        return False
    before = (scene.view.norms[max(scene.statement.start, hit.start - _FOR) : hit.start] for hit in studies)
    return any("for" in some for some in before)


def _says_ordered(scene: Scene) -> bool:
    """Tell whether a word orders a study, unlike the `urgent` of `urgent care did films`."""
    said = scene.said & words("ordered")
    return bool(said - {"urgent"}) or (bool(said) and not _says(scene, "urgent", "care"))


def _is_to_be(scene: Scene) -> bool:
    """Tell whether something is to be done, unlike what a space `ought to be` or `used to be`."""
    said = scene.words()
    pairs = (at for at, pair in enumerate(pairwise(said)) if pair == ("to", "be"))
    return "be" in scene.said and any(_OUGHT.isdisjoint(said[max(0, at - 1) : at]) for at in pairs)


def _says(scene: Scene, one: str, other: str) -> bool:
    """Tell whether a word stands right before another one."""
    return scene.said >= {one, other} and (one, other) in pairwise(scene.words())


def _comes_later(scene: Scene, studies: list[Hit]) -> bool:
    """Tell whether a few words of a note name a study and when it is due, as in `Upright films in two weeks.`."""
    said = scene.words()
    leads = studies and studies[0].start - scene.statement.start <= _NEXT
    if not studies or len(said) > (_LED if leads else _FEW) or scene.terms("imaging", "finding"):
        return False
    due = any(pair in _DUE for pair in pairwise(said))
    return due or any(
        word in _BEFORE_SPAN and not _SPANS.isdisjoint(said[at + 1 : at + 4]) and said[at + 3 : at + 4] != ["ago"]
        for at, word in enumerate(said)
    )


def _is_called_for(scene: Scene, studies: list[Hit]) -> bool:
    """Tell whether a part of a note opens with a study and says when it is wanted: `so MRI of the thorax this week`."""
    told = scene.terms("imaging", "finding") or not _MADE.isdisjoint(scene.said)
    if not studies or told or scene.statement.section in _PAST or not scene.statement.section:
        return False
    for study in studies:
        part = scene.chunk(study)
        opening = scene.view.norms[part.start : study.start]
        opening = opening[opening.index(":") + 1 :] if ":" in opening else opening
        behind = scene.view.norms[study.end : part.end]
        wanted = not _SOON_DUE.isdisjoint(behind) or any(pair in _WHEN for pair in pairwise(behind))
        if wanted and len(behind) <= _FEW and _LEADING.issuperset(opening):
            return True
    return False


def _is_dictated_for(scene: Scene, studies: list[Hit]) -> bool:
    """Tell whether speech opens with a study and says when it is to be made: `CT of the neck again in six months.`."""
    told = scene.terms("imaging", "finding") or not (_MADE | _TAKEN).isdisjoint(scene.said) or scene.statement.asks
    if not studies or told or not scene.by_clinician or "ago" in scene.said:
        return False
    opening = scene.view.norms[scene.statement.start : studies[0].start]
    behind = scene.view.norms[studies[0].end : scene.statement.end]
    spans = any(word == "in" and not _SPANS.isdisjoint(behind[at + 1 : at + 4]) for at, word in enumerate(behind))
    due = (
        spans
        or not (_SOON_DUE - {"first"}).isdisjoint(behind)
        or any(pair in _WHEN | _DUE | _NOW for pair in pairwise(behind))
    )
    return (due and _LEADING.issuperset(opening)) or _is_listed(scene, studies[0], due=due)


def _is_listed(scene: Scene, study: Hit, *, due: bool) -> bool:
    """Tell whether speech lists what is to be done, and a study of some part: `Bloods, and an MRI of the SI joints.`.

    Args:
        scene: The statement.
        study: The study.
        due: Whether it says when it is to be made, as in `so it's an MRI of the neck today`.
    """
    part = scene.chunk(study)
    *opening, article = scene.view.norms[part.start : study.start] or [""]
    if article not in {"a", "an"} or not _LISTING.issuperset(opening):
        return False
    of = scene.view.norms[study.end : study.end + 1] in (["of"], ["through"])
    listed = part.start > scene.statement.start and _POINTING.isdisjoint(opening)
    return due or (listed and of and bool(scene.view.fixing(Chunk(study.end, part.end))))


def _proposes(scene: Scene) -> bool:
    """Tell whether something is proposed, as in `I'd like some films` and `let's shoot a couple of x-rays`."""
    if scene.said.isdisjoint(_PROPOSED) or scene.said.isdisjoint(_PROPOSERS | {"going"}):
        return False
    said = scene.words()
    for at, word in enumerate(said[1:], 1):
        before, after = said[max(0, at - 3) : at], said[at + 1 : at + 2]
        before = before[:-1] if before[-1] in _ADVERBS else before
        going = before[-2:] == ["going", "to"] or not _PROPOSERS.isdisjoint(before[-1:])
        if word == "do" and after and after[0] in _KNOWN and _is_gone_over(scene):
            continue
        if word in _PROPOSED and going and (word != "have" or after in (["a"], ["an"], ["some"], ["your"])):
            return True
    return False


def _is_gone_over(scene: Scene) -> bool:
    """Tell whether the next words tell what a study shows, as in `Let's do the neck MRI first. C5-6 bulges.`."""
    later = scene.later_in_turn[:_NEXT]
    findings = [hit for one in later for hit in scene.view.terms("imaging", one) if hit.term.role == "finding"]
    return bool(findings) or any(len(place.segments) > 1 for one in later for place in scene.view.fixing(one))


def _is_unneeded(scene: Scene, study: Hit) -> bool:
    """Tell whether no study is called for: `no films indicated`, `the scan would show it if there was one`."""
    before = scene.view.norms[max(scene.statement.start, study.start - _REFUSED) : study.start]
    if not _GUIDING.isdisjoint(scene.view.norms[study.end : study.end + 2]) or _is_under(before):
        return True
    if tells_in_general(scene) or _only_for(scene, study):
        return True
    if _is_awaited(scene, study) or _is_not_needed(scene, study) or _wonders(scene) or _asks_whether_made(scene):
        return True
    refused = any(word.endswith("n't") and after not in _WE for word, after in pairwise([*before, ""]))
    would = scene.view.norms[study.end : study.end + 1] == ["would"] and not scene.said.isdisjoint({"was", "were"})
    return _are_none(scene, study) or refused or would or "no" in before or not _OWNED.isdisjoint(before)


def _only_for(scene: Scene, study: Hit) -> bool:
    """Tell whether speech says what a study is good for: `For discs you need an MRI`."""
    led = scene.view.norms[scene.statement.start : study.start]
    return scene.statement.turn >= 0 and led[:1] in (["for"], ["to"]) and led[-3:-1] == ["you", "need"]


def _is_under(before: list[str]) -> bool:
    """Tell whether something is done by the light of a study, as in `a needle under the x-ray`."""
    beside = before[:-1] if before[-1:] and before[-1] in {"the", "an", "live"} else before
    return beside[-1:] == ["under"]


def _wonders(scene: Scene) -> bool:
    """Tell whether a patient only asks for a study, as in `I was wondering do I need an x-ray`."""
    asks = scene.statement.asks or not _WONDERING.isdisjoint(scene.said)
    return scene.statement.speaker == "patient" and asks


def _are_none(scene: Scene, study: Hit) -> bool:
    """Tell whether a note says that no study is ordered, as in `X-rays ordered: none`."""
    after = scene.view.norms[study.end : study.end + _SOON + 1]
    return ":" in after and not _NO.isdisjoint(after[after.index(":") :])


def _is_awaited(scene: Scene, study: Hit) -> bool:
    """Tell whether something only hangs on what a study will show, as in `if the MRI confirms it, laminectomy`."""
    before = scene.view.norms[max(scene.statement.start, study.start - _NEXT) : study.start]
    after = scene.view.norms[study.end : study.end + 1]
    return not {"if", "once", "when", "unless"}.isdisjoint(before) and not _RESULTS.isdisjoint(after)


def _asks_whether_made(scene: Scene) -> bool:
    """Tell whether a clinician asks whether a study was made, as in `Did you ever get the MRI?`."""
    return scene.statement.asks and scene.statement.speaker != "patient" and scene.words()[0] in _ASKED_WHETHER


def _is_not_needed(scene: Scene, study: Hit) -> bool:
    """Tell whether a part says that a study need not be made: `I don't think you need an x-ray`."""
    before = scene.view.norms[scene.chunk(study).start : study.start]
    denied = next((at for at, word in enumerate(before) if word == "never" or is_not(word)), None)
    behind = scene.view.norms[study.end : scene.chunk(study).end]
    if scene.statement.turn < 0 and any(map(is_not, behind)) and not _NEEDING.isdisjoint(behind):
        return True
    if denied is None or not _CONDITIONS.isdisjoint(before):
        return False
    return not _NEEDING.isdisjoint(before[denied:])


def _places_of(scene: Scene, study: Hit) -> list[Place]:
    """Return what is to be studied: what stands in the part of the study, or else a part of the spine."""
    headed = study.start < scene.statement.start
    chunk = scene.view.fixing(Chunk(study.start, scene.statement.end) if headed else scene.chunk(study))
    behind = [place for place in chunk if place.start >= study.end]
    until = next((at for at in range(study.end, scene.statement.end) if scene.view.norms[at] in _TURNING), study.end)
    after = [place for place in behind if place.start < until] or behind
    spine = [place for place in scene.view.fixing(scene.statement) if place.region not in OUTSIDE]
    beside = [place for place in chunk if -1 <= place.end - study.end <= 0 or 0 <= study.start - place.end <= 1]
    return after or beside or spine


def _points_back(scene: Scene, study: Hit) -> bool:
    """Tell whether what is to be studied was just spoken of, as in `a CT of that level`."""
    after = scene.view.norms[study.end : study.end + _POINTED]
    return after[:1] in (["of"], ["through"]) and bool({"that", "this", "there"}.intersection(after))
