"""Verdicts on joints without the name of a lesion, where others are named: `T6 that we adjusted in May, that's held`.

Who has named what is stuck goes on with what is not: `Pelvis, nothing there`, `I don't get an L1`, and with what was:
`The rib from March is gone`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import JOINTS, heads_in
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.lesions.side_of_lesion import side_of_joint
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import whole
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Lesion, LesionKind

_JOINTS = frozenset({
    "head", "cervical", "thoracic", "lumbar", "sacral", "pelvic", "rib_cage", "upper_extremity", "lower_extremity",
})  # fmt: skip
_NOTHING = frozenset({"twisted", "stuck", "locked", "jammed", "rotated", "there", "here"})
_TO_DO = frozenset({"report", "find", "treat", "adjust", "fix", "correct", "note", "chart", "write"})
_FINDING = frozenset({"get", "getting", "find", "finding", "feel", "feeling", "reproduce", "found", "felt", "got"})
_ANY = frozenset({"anything", "nothing"})
_OWN = frozenset({"i", "we", "i'm", "we're", "i've", "we've"})
_AT = frozenset({"in", "at", "on", "with", "the", "your", "that", "this", "his", "her", "there", "left", "right"})
_NEAR = 5
_HANDS = frozenset({"adjusted", "treated", "worked", "had", "did", "got", "fixed", "mobilized", "mobilised", "found"})
_WHO = frozenset({"i", "we", "you", "i'd", "we'd"})
_OVER = frozenset({"gone", "held", "holding", "cleared", "resolved", "settled"})
_LISTS = (["off", "the", "list"], ["off", "my", "list"], ["off", "our", "list"])
_COMPLAINTS = {"conditions": ("condition",), "neuro": ("symptom", "sign"), "imaging": ("modality",)}
"""What tells of a complaint or a picture, by its table; other words of these only sound like findings."""


def judged(scene: Scene) -> Iterator[Lesion]:
    """Read the joints of a spoken statement that a clinician clears, or says to be over, without naming a lesion.

    Args:
        scene: The statement.
    """
    if not _may_judge(scene):
        return
    kind = _kind_of_others(scene.view)
    found = (_over(scene) or _cleared(scene)) if kind is not None else None
    if kind is None or found is None:
        return
    place, said, assertion = found
    yield Lesion(
        kind=kind,
        region=place.region,
        segments=place.segments,
        laterality=side_of_joint(scene, place),
        assertion=assertion,
        read_by=rule_of("lesions", place),
        evidence=scene.quote(place, said),
    )


def _may_judge(scene: Scene) -> bool:
    """Tell whether a clinician speaks of a joint by its own, and of no complaint or picture."""
    statement = scene.statement
    if statement.turn < 0 or statement.asks or scene.pictured or not scene.by_clinician or scene.stance == "imaging":
        return False
    if "lesions" in scene.named or any(scene.terms(table, *roles) for table, roles in _COMPLAINTS.items()):
        return False
    places = scene.view.fixing(statement)
    return len({place.region for place in places}) == 1 and not list(positions(scene.view, statement))


@lru_cache(maxsize=1)
def _kind_of_others(view: View) -> LesionKind | None:
    """Return what the lesions of a document are called; a position is a dysfunction."""
    heads = [hit for hit in heads_in(view, whole(view)) if hit.term.value in JOINTS]
    if heads:
        return heads[0].term.value  # type: ignore[return-value]  # the table holds the schema's words
    named = view.terms("lesions", whole(view))
    return "somatic_dysfunction" if any(hit.term.role == "position" for hit in named) else None


def _cleared(scene: Scene) -> tuple[Place, Chunk, Assertion] | None:
    """Return the joint that nothing is found in, and the words that say so."""
    norms, statement = scene.view.norms, scene.statement
    if scene.terms("tart", "normal", "test", "motion"):  # Of what is examined nothing more is said.
        return None
    places = [place for place in scene.view.fixing(statement) if place.region in _JOINTS and place.role == ""]
    for at in range(statement.start, statement.end - 1):
        after = norms[at + 1 : min(at + 3, statement.end)]
        nothing = norms[at] == "nothing" and (after[0] in _NOTHING or (after[0] == "to" and after[-1] in _TO_DO))
        nothing = nothing and not (after[-1] == "to" and scene.view.tokens.word(at + 3) not in _TO_DO)
        before = [place for place in places if place.end <= at]
        if nothing and before:
            return before[-1], Chunk(at, at + 1 + len(after)), "absent"
        if norms[at] in _FINDING and _is_refused(scene, at):
            behind = [place for place in places if _follows(scene, at, place)]
            if behind:
                return nearest(behind, Chunk(at, at + 1)), Chunk(at - 1, at + 1), "absent"
    return None


def _is_refused(scene: Scene, verb: int) -> bool:
    """Tell whether a clinician denies to find something: `I don't get`, `I'm not feeling`, `I get nothing`."""
    norms = scene.view.norms
    before = norms[max(scene.statement.start, verb - _NEAR) : verb]
    own = not _OWN.isdisjoint(before)
    return own and (any(map(is_particle, before)) or norms[verb + 1 : verb + 2] == ["nothing"])


def _follows(scene: Scene, verb: int, place: Place) -> bool:
    """Tell whether a joint is what is not found, or where nothing is: `get an L1`, `getting anything in the neck`."""
    between = scene.view.norms[verb + 1 : place.start]
    if place.start <= verb or len(between) > _NEAR:
        return False
    if between in (["a"], ["an"], ["any"]):
        return bool(place.segments) and place.end >= scene.chunk(place).end - 1
    return between[:1] != [] and between[0] in _ANY and _AT.issuperset(between[1:])


def _over(scene: Scene) -> tuple[Place, Chunk, Assertion] | None:
    """Return the joint that was treated once and is well since, and the words that end it."""
    norms, statement = scene.view.norms, scene.statement
    places = [place for place in scene.view.fixing(statement) if place.region in _JOINTS and place.role == ""]
    said = norms[statement.start : statement.end]
    if not places or not _is_of_old(scene, places[0]) or scene.terms("tart", "finding"):
        return None
    for at in range(places[0].end, statement.end):
        ends = norms[at] in _OVER and norms[at - 1] not in {"not", "isn't", "hasn't", "i", "we", "and"}
        off = norms[at : at + 3] in _LISTS
        back = norms[at : at + 2] == ["come", "back"] and norms[at - 1] in {"hasn't", "not", "haven't", "never"}
        lost = norms[at] == "anymore" or norms[at : at + 2] == ["any", "more"]
        if ends or off or back or (lost and any(map(is_particle, said))):
            return places[0], Chunk(at, min(statement.end, at + 2)), "historical"
    return None


def _is_of_old(scene: Scene, place: Place) -> bool:
    """Tell whether a joint is one of another visit: `the SI I adjusted in June`, `the L4 one you had`, `from March`."""
    norms, statement = scene.view.norms, scene.statement
    behind = norms[place.end : min(statement.end, place.end + 2 * _NEAR)]
    threes = zip(behind, behind[1:], [*behind[2:], "."], strict=False)
    had = any(who in _WHO and verb in _HANDS and not _is_operated(verb, then) for who, verb, then in threes)
    dated = words("months") | words("visits") | {"spring", "summer", "fall", "autumn", "winter", "easter", "christmas"}
    since = any(one in {"from", "in", "at", "last"} and other in dated for one, other in pairwise(behind))
    return had or since


def _is_operated(verb: str, then: str) -> bool:
    """Tell whether something was done to a joint otherwise, as in `the hip you had replaced`."""
    return verb == "had" and (then.endswith("ed") or then in {"done", "out", "cut", "put"})
