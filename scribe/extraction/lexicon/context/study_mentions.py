"""Studies that somebody names, has had made, has come for or declines, and the parts that pictures show.

`The CT your doctor arranged`, `I wouldn't bother with an MRI`, `here to go over the MRI`; of the parts no pair is one
term, and together they tell.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.view.saying import naming, saying, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import ImagingKind

SHOWN = frozenset(
    {"disc_herniation", "disc_degeneration", "canal_narrowing", "foraminal_narrowing", "bony_overgrowth", "fibrosis"}
)
"""Kinds of findings that only a study shows."""
READ = SHOWN | {"fracture", "malalignment", "ligament_hypertrophy", "sacroiliac_changes"}
"""Kinds of findings that a report is read for in this field."""
_NOT_FELT = READ | {"neoplasm"}
_CALLING = frozenset({
    "i'd call", "i would call", "what i'd call", "what i would call", "call it a", "we call it", "we call that",
    "i'd say", "i would say", "i call it", "i call that",
})  # fmt: skip
_UNCHANGED = frozenset({"same as before"})
_CALLED = 5
OF_CHEST = frozenset({"cxr", "chest xr"})
"""Studies below which no lines on a spine stand."""
_SORTS = frozenset({
    "protrusion", "extrusion", "bulge", "sequestration", "fragment", "ridge", "tear", "fissure", "grade", "mild",
    "moderate", "severe", "borderline", "small", "large", "tiny", "minor", "degenerative", "old", "fresh", "broad",
})  # fmt: skip
"""Words for what sort of thing is seen, which are no diagnosis."""
_MEASURES = frozenset({"fair", "mild", "moderate", "severe", "borderline", "minor", "tight", "narrow"})
_WALKING = frozenset({"gait", "walk", "walks", "walking", "walked", "stride", "cadence", "strides", "shuffling"})
_REFUSED = 6
_LABEL = 9
"""Words behind a study within which its part, its day and a mark may stand."""
_SHOWING = 40
_ANY = frozenset({"a", "an", "another"})
_AWAITING = frozenset({"until", "till", "pending", "awaiting"})
_WISHING = frozenset({
    "want", "like", "need", "order", "get", "schedule", "request", "send", "arrange", "book", "ordering",
})  # fmt: skip
_BEFORE_STUDY = frozenset({
    "a", "an", "some", "another", "new", "plain", "lumbar", "cervical", "thoracic", "pelvic", "hip", "you", "him",
    "her", "for", "first", "to", "have", "repeat", "up-to-date", "fresh",
})  # fmt: skip
"""Words between the wish for a study and its name."""
_BARE = 2


def studies(view: View, part: Item) -> list[Hit]:
    """Return the studies that a statement or a part of it names."""
    return [hit for hit in view.terms("imaging", part) if hit.term.role == "modality"]


def labels(view: View, study: Hit) -> bool:
    """Tell whether a study is the label of what it shows, or has its day before that: `MRI - `, `CT 3/26 C5-6 `.

    Args:
        view: The document's words.
        study: The study.
    """
    behind = Chunk(study.end, study.end + _LABEL)
    places = view.places(behind)
    named = covered_by(places)
    at = next(at for at in range(behind.start, behind.end + 1) if at not in named)
    if view.tokens.word(at) in {"-", ":"}:
        return not view.is_joined(at)
    day = at
    while view.tokens.word(day) == "/" or view.tokens.word(day).isdecimal():
        day += 1
    return day > at + 2 and (view.tokens.word(day) == ":" or any(place.start == day for place in places))


@lru_cache(maxsize=1)
def studying(view: View) -> frozenset[int]:
    """Return where the statements start that name a study."""
    return naming(view, "imaging", lambda hit: hit.term.role == "modality")


def shown_findings(view: View, part: Item) -> list[Hit]:
    """Return the findings that a statement or a part of it names which studies show."""
    found = [hit for hit in view.terms("imaging", part) if hit.term.role == "finding"]
    return [hit for hit in found if not is_of_walk(view, part, hit)]


def is_of_walk(view: View, part: Item, hit: Hit) -> bool:
    """Tell whether a step is one of somebody who walks, as in `Gait is steady with a small step`."""
    return hit.term.text.endswith("step") and not _WALKING.isdisjoint(view.norms[part.start : part.end])


def names_space(view: View, part: Item) -> bool:
    """Tell whether a statement or a part of it names a canal or a foramen."""
    return any(hit.term.role == "compartment" for hit in view.terms("lesions", part))


def shows_unfelt(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells of what nobody feels with the hands."""
    return names_space(view, statement) or any(hit.term.value in _NOT_FELT for hit in shown_findings(view, statement))


def names_seen(view: View, cue: Hit) -> bool:
    """Tell whether a cue only says what sort of thing is seen, or where: `I'd call it a bulge`, `what I'd call L5-S1`.

    Args:
        view: The document's words.
        cue: What somebody gives a name with.
    """
    if cue.term.text not in _CALLING:
        return cue.term.text in _UNCHANGED
    behind = view.norms[cue.end : cue.end + _CALLED]
    level = any(place.start == cue.end and place.segments for place in view.fixing(Chunk(cue.end, cue.end + _CALLED)))
    until = next((at for at, word in enumerate(behind) if word in {",", "."}), len(behind))
    return level or not _SORTS.isdisjoint(behind[:until])


def names_matter(view: View, hit: Hit) -> bool:
    """Tell whether a cue gives something its name, and no measure, as in `the left one I'd call fair`.

    Args:
        view: The document's words.
        hit: What somebody may give a name with.
    """
    measured = not (words("open") | _MEASURES).isdisjoint(view.norms[hit.end : hit.end + 1])
    seen = measured or counts_seen(view, hit) or names_seen(view, hit)
    return hit.term.role == "conclusion" and not seen


def counts_seen(view: View, hit: Hit) -> bool:
    """Tell whether a count goes on with what is seen, as in `so two things pushing in`, and announces nothing."""
    return hit.term.text.endswith(" things") and view.tokens.word(hit.end)[0].isalpha()


def is_declined(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study is not done, as in `I wouldn't bother with an MRI`: nothing is told of what it shows."""
    before = view.norms[max(statement.start, study.start - _REFUSED) : study.start]
    if _is_awaited(statement, before):
        return True
    if shown_findings(view, statement):
        return False
    if statement.turn >= 0 and statement.speaker != "patient" and _is_wanted(before):
        return True
    refused = "without" in before or denies(before)
    return refused and not words("seeing").intersection(before)


def _is_awaited(statement: Statement, before: list[str]) -> bool:
    """Tell whether a clinician has yet to see a study: `open until I see the pictures`, `it takes an MRI to tell`."""
    if statement.turn < 0 or statement.speaker == "patient":
        return False
    if before[-_BARE:-1] in (["takes"], ["take"]) and before[-1] in _ANY:
        return True
    return not _AWAITING.isdisjoint(before) or "without" in before[-_BARE:]


def _is_wanted(before: list[str]) -> bool:
    """Tell whether words wish for the study behind them: `I'd like an x-ray`, `we'll get you an MRI`."""
    start = len(before)
    while start and before[start - 1] in _BEFORE_STUDY:
        start -= 1
    return bool(_WISHING.intersection(before[start - 1 : start])) and "didn't" not in before


@lru_cache(maxsize=1)
def showing(view: View) -> frozenset[int]:
    """Return where the statements start that may say to look at what a study shows."""
    everything = whole(view)
    pictured = names_space(view, everything) or any(
        hit.term.value in SHOWN for hit in view.terms("imaging", everything)
    )
    return saying(view, words("showing")) if pictured else frozenset()


def shows_picture(view: View, statement: Statement) -> bool:
    """Tell whether a clinician says to look, and the next words name a canal, a disc or what only a study shows."""
    if statement.speaker == "patient" or statement.start not in showing(view):
        return False
    ahead = Chunk(statement.start, min(len(view.norms), statement.end + _SHOWING))
    return any(hit.term.value in SHOWN for hit in view.terms("imaging", ahead)) or names_space(view, ahead)


_LOOKED = 6
_NEXT = 3
_ASKED_FOR = 5
_OWNED = 4
_OWNERS = frozenset({"your", "his", "her", "my", "these", "this"})
"""Words before a study that somebody has, unlike in `an MRI`."""
_BOOKING = frozenset({
    "order", "ordering", "schedule", "scheduled", "book", "booked", "booking", "repeat", "authorization", "approve",
    "approved", "request", "pending", "upcoming", "send", "sending", "refer", "need", "needs", "if", "until", "before",
    "to", "another", "new", "do", "done", "await", "awaiting", "tomorrow",
})  # fmt: skip
_THIRD = frozenset({"he", "she", "they", "doctor", "gp", "who"})
_LOOKING = frozenset({
    "looked", "looking", "look", "reviewed", "reviewing", "review", "compared", "comparing", "read", "saw", "pulled",
    "pull", "pulling", "found", "went", "opened", "received", "showed", "shows", "show", "brought", "results",
    "discuss", "did", "understand", "explain", "explained", "explaining", "findings", "shown", "demonstrated",
    "displayed",
})  # fmt: skip
"""What is done with a study that has been made."""
_GONE_OVER = frozenset({"explained", "shown", "reviewed", "displayed", "demonstrated", "compared", "discussed"})
_FUTURE = frozenset({"ordered", "order", "to", "will", "need", "needed", "needs", "schedule", "scheduled", "if", "why"})
_TO_COME = frozenset({
    "will", "i'll", "we'll", "need", "want", "order", "get", "getting", "wait", "until", "if", "another", "new", "why",
})  # fmt: skip
_ASKING = frozenset({"ordered", "arranged", "requested", "booked", "sent", "wanted", "suggested", "recommended"})
_ASKERS = frozenset({
    "i", "you", "he", "she", "they", "we", "who", "doctor", "doctors", "dr", "gp", "pcp", "physician", "surgeon",
    "nurse", "office", "er", "hospital", "chiropractor", "therapist", "physio", "neurologist", "clinic", "specialist",
})  # fmt: skip
_PASSIVE = frozenset({
    "is", "was", "be", "been", "being", "are", "were", "will", "has", "have", "and", "not", "getting", "to", "i'd",
})  # fmt: skip
"""Words by which a study is itself what is asked for, as in `the MRI was ordered`."""
_STOPS = frozenset({",", ";", ":", "-", ".", "("})


def is_made(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study has been made: looked at by now, or asked for by somebody before.

    Args:
        view: The document's words.
        statement: The statement.
        study: The name of the study, as in `I looked at the CT your GP arranged`.
    """
    before = view.norms[max(statement.start, study.start - _LOOKED) : study.start]
    said = view.norms[statement.start : statement.end]
    if not _OWNERS.isdisjoint(before[-_OWNED:]) and _BOOKING.isdisjoint(said):
        return True
    if "ordered" in before and not _THIRD.isdisjoint(before):
        return True
    if not _LOOKING.isdisjoint(before) and _TO_COME.isdisjoint(before):
        return True
    after = view.norms[study.end : min(statement.end, study.end + _ASKED_FOR)]
    if _TO_COME.isdisjoint(before) and (_is_up(before, after) or _came_for(before)):
        return True
    over = next((at for at, word in enumerate(after[:_NEXT]) if word in _GONE_OVER), None)
    if over is not None and _FUTURE.isdisjoint([*before, *after[:over]]) and "ordered" not in said:
        return True
    by = next((at for at, word in enumerate(after) if word in _ASKING), len(after))
    asked = by < len(after) and not _ASKERS.isdisjoint(after[:by])
    return asked and _PASSIVE.isdisjoint(after[:by]) and after[0] not in _STOPS


_HOLDING = frozenset({"i've", "got", "have", "we've", "put"})
_WHENEVER = frozenset({"once", "when", "whenever", "after", "to"})
_VISITING = frozenset({"were", "was", "came"})
_KNOWN = frozenset({"the", "your", "his", "her", "those", "these"})


def _is_up(before: list[str], after: list[str]) -> bool:
    """Tell whether a study is there to be looked at, as in `I've got the MRI up` and `we have your films back`."""
    return not _HOLDING.isdisjoint(before) and _WHENEVER.isdisjoint(before) and after[:1] in (["up"], ["back"])


def _came_for(before: list[str]) -> bool:
    """Tell whether somebody was there before to have a study made, as in `You came in Friday for the films`."""
    return before[-2:-1] == ["for"] and before[-1] in _KNOWN and "in" in before and not _VISITING.isdisjoint(before)


_AIMS = frozenset({
    "review", "reviewing", "discuss", "discussing", "over", "results", "result", "follow-up", "followup", "f/u", "fu",
    "with", "imaging", "for", "see", "hear", "through", "got",
})  # fmt: skip
"""Words beside a study that somebody has come for."""
_NEAR_STUDY = 5
_OPENING = 4


def comes_for_study(view: View, statement: Statement) -> bool:
    """Tell whether somebody comes to have a study gone over, as in `Back for x-ray review.`.

    Args:
        view: The document's words.
        statement: A statement of a note.
    """
    said = view.norms[statement.start : statement.end]
    if not words("ordered").isdisjoint(said) or statement.asks:
        return False
    return any(
        not _AIMS.isdisjoint(
            view.norms[max(statement.start, hit.start - _NEAR_STUDY) : min(statement.end, hit.end + 2)]
        )
        for hit in studies(view, statement)
    )


def tells_of_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement behind such an opening tells what was seen: a level, or what no hand finds, leads it."""
    opening = Chunk(statement.start, min(statement.end, statement.start + _OPENING))
    led = any(place.structure == "vertebra" or place.role == "" for place in view.fixing(opening))
    return shows_unfelt(view, statement) or (led and bool(shown_findings(view, statement)))


class Pair(NamedTuple):
    """A part and what is said of it."""

    parts: frozenset[str]
    """Words for the part."""
    told: frozenset[str]
    """Words for what is said of it."""
    kind: ImagingKind
    """The finding that they make together."""


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the words for parts, those for what is wrong with them, and the finding that they make together."""
    return (
        Pair(words("discs"), words("displaced"), "disc_herniation"),
        Pair(words("discs"), words("worn"), "disc_degeneration"),
        Pair(words("ligaments"), words("thickened"), "ligament_hypertrophy"),
        Pair(words("facets"), words("enlarged"), "bony_overgrowth"),
        Pair(words("cords"), words("bright"), "other"),
        Pair(words("cords"), words("dented"), "other"),
        Pair(words("cords"), words("crushed"), "canal_narrowing"),
        Pair(words("liquor"), words("effaced"), "canal_narrowing"),
        Pair(words("bones"), words("outgrown"), "bony_overgrowth"),
        Pair(words("joints"), words("enlarged"), "bony_overgrowth"),
        Pair(words("disc_spaces"), words("worn") | words("lessened"), "disc_degeneration"),
        Pair(words("curves"), words("straightened"), "other"),
        Pair(words("sacroiliacs"), words("joint_changes"), "sacroiliac_changes"),
    )


def tells_of_part(said: frozenset[str]) -> bool:
    """Tell whether words name a part that a picture shows, and how it is.

    Args:
        said: The words of a statement.
    """
    if said.isdisjoint(parts_seen()):
        return False
    if any(not said.isdisjoint(pair.parts) and not said.isdisjoint(pair.told) for pair in pairs()):
        return True
    leaving = not said.isdisjoint(words("nerves_seen"))
    if not said.isdisjoint(words("doors") if leaving or "side" in said else frozenset()) or (
        leaving and "room" in said
    ):
        return True
    if not said.isdisjoint(words("plump")) and not said.isdisjoint(words("all_discs") | words("disc_spaces")):
        return True
    if not said.isdisjoint(words("tubes")) and not said.isdisjoint(words("small") | words("open")):
        return True
    return not said.isdisjoint(words("well_seen")) and not said.isdisjoint(_pictured())


_COLOURED = frozenset({
    "in", "around", "just", "is", "isn't", "disappears", "vanishes", "goes", "gets", "pinches", "stripe", "stripes",
    "column", "line", "lines", "stuff", "behind", "here", "there", "all", "gone", "on", "fluid", ".", ",", "?", "band",
    "nearly", "almost", "barely", "hardly", "left", "runs", "stops", "at", "down",
})  # fmt: skip
"""Words behind a `white` that is the fluid around nerves, unlike in `a white spot`."""


def is_of_fluid(norms: Sequence[str], at: int) -> bool:
    """Tell whether a word is the fluid around the cord and nerves: `the white stripe`, `there's no white left`.

    Args:
        norms: The words.
        at: Index of `white`, `stripe`, `column` or `fluid`.
    """
    if norms[at] == "white":
        return norms[at + 1 : at + 2] == [] or norms[at + 1] in _COLOURED
    if norms[at + 1 : at + 2] in (["collection"], ["collections"], ["pocket"], ["pockets"], ["level"], ["levels"]):
        return False
    if norms[at] in {"column", "columns"}:
        return at > 0 and norms[at - 1] in {"white", "dye", "bright", "contrast"}
    return True


@cache
def parts_seen() -> frozenset[str]:
    """Return the words for what a picture shows, one of which each statement has that tells how a part of it is."""
    others = words("nerves_seen") | words("plump") | words("tubes") | words("well_seen")
    return others.union(*(pair.parts for pair in pairs()))


@cache
def _pictured() -> frozenset[str]:
    return words("discs") | words("facets") | words("cords") | words("disc_spaces") | words("of_spine")
