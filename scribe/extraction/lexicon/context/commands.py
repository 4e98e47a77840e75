"""What an examiner tells the patient to do, and the limbs that are only moved: `Turn your head to the left`.

A part of the body that somebody is told to move is not what is examined: `bend your knee`, `lie on your belly`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import holding, saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.terminology.regions import LIMBS

_REACH = 8
_WISHING = frozenset({"see", "want", "need", "have", "like", "if", "can", "could", "would", "let", "get", "ask"})
"""Words before a `you` whose verb is a command, as in `let's see you turn`."""
_ASKED_TO = frozenset({"have", "want", "need", "get", "ask"})
_PLANNING = frozenset({"i'm", "i'll", "we'll", "we're", "going", "gonna", "to", "next", "first", "also"})
"""Words before what somebody is asked to do, as in `I'm going to have you turn`."""
_LYING_ON = ("on", "your")
_POSES = frozenset({
    ("face", "down"), ("face", "up"), _LYING_ON, ("roll", "over"), ("turn", "over"), ("flip", "over"),
    ("roll", "onto"), ("shoes", "off"), ("up", "here"), ("sit", "up"), ("other", "side"), ("lie", "down"),
    ("lay", "down"), ("lie", "back"),
})  # fmt: skip
_LONGEST_POSE = 9
_BODY = frozenset({"back", "stomach", "belly", "tummy", "side", "front", "feet"})
_HANDS = frozenset({
    ("i", "press"), ("i", "push"), ("i", "spring"), ("i'm", "pressing"), ("i'm", "pushing"), ("i", "touch"),
})  # fmt: skip


@lru_cache(maxsize=1)
def may_take_up_hands(view: View) -> frozenset[int]:
    """Return where the statements start that may lay somebody down, tell of pressing, or ask what is sore."""
    norms, pairs = view.norms, (_HANDS | _POSES) - {_LYING_ON}
    behind = view.indices(frozenset(last for _, last in pairs))
    named = holding(view, (at for at in behind if (norms[at - 1], norms[at]) in pairs))
    return named | saying(view, words("sore") | _BODY)


def takes_up_hands(view: View, statement: Statement) -> bool:
    """Tell whether an examiner lays the patient down or says to be pressing: what follows is felt, and read on no film.

    Args:
        view: The document's words.
        statement: The statement; what a patient says is none.
    """
    if statement.turn < 0 or statement.speaker == "patient" or statement.start not in may_take_up_hands(view):
        return False
    said = view.norms[statement.start : statement.end]
    pairs = set(pairwise(said))
    if pairs & _HANDS or (statement.asks and len(said) <= _LONGEST_POSE and not words("sore").isdisjoint(said)):
        return True
    posed = pairs & _POSES if len(said) <= _LONGEST_POSE else ()
    return bool(posed) and (posed != {_LYING_ON} or not _BODY.isdisjoint(said))


def command_at(view: View, statement: Statement, verbs: frozenset[str]) -> int | None:
    """Return the index of the verb of a command that opens a statement.

    Args:
        view: The document's words.
        statement: The statement; what a patient says is none.
        verbs: The verbs.

    Returns:
        The index; None where the statement opens with no command of the list.
    """
    if statement.turn < 0 or statement.speaker == "patient":
        return None
    opening = Chunk(statement.start, min(statement.end, statement.start + _REACH))
    if verbs.isdisjoint(view.norms[opening.start : opening.end]):
        return None
    named = covered_by(view.places(opening))
    for index in range(_behind_plan(view, opening), opening.end):
        word = view.norms[index]
        if index in named and word not in verbs:
            continue
        if word in verbs:
            return index
        bids = word == "you" and view.norms[index - 1] in _WISHING
        if word[0].isalnum() and word not in words("before_command") and not bids:
            return None
    return None


def _behind_plan(view: View, opening: Chunk) -> int:
    """Return where a statement goes on that opens with what somebody is asked for: `I'm going to have you | turn`."""
    said = view.norms[opening.start : opening.end]
    at = next((at for at, pair in enumerate(pairwise(said)) if pair[1] == "you" and pair[0] in _ASKED_TO), None)
    plans = at is not None and (_PLANNING | words("before_command")).issuperset(said[:at])
    return opening.start if at is None or not plans else opening.start + at + 2


_OWN_LIMBS = frozenset({"your", "that", "this", "the"})
_OWN = frozenset({"my", "cold", "warm"})
"""Words before the hands of an examiner."""
_LYING = frozenset((on, whose) for on in ("on", "onto", "to") for whose in ("your", "his", "her", "my"))
"""Words before the belly on which somebody lies, which nobody examines then."""
_REACHING = frozenset({"to", "past", "toward", "down"})
_ON_THE_WAY = frozenset({"the", "about", "down", "up", "all", "way"})
_JAWS = frozenset({"mouth", "jaw"})
_JAW_SOON = 6
_RELATED = 3
_AIMING = frozenset({"to", "toward", "towards", "over", "on"})
_AIM = 4
_TURNED = frozenset({"turn", "turning", "move", "moving", "rotate", "rotating", "twist", "tilt", "lift", "raise"})
"""What patients do with the head by means of the neck."""


@lru_cache(maxsize=1)
def may_move_head(view: View) -> frozenset[int]:
    """Return where the statements start in which somebody may move the head or the jaw, or be told to."""
    opened = saying(view, _JAWS) & saying(view, frozenset({"open"}))
    moved = saying(view, words("motion_commands") | _TURNED | {"chin"})
    return opened | (moved & saying(view, words("of_neck") | {"head"}))


def place_commanded(view: View, statement: Statement) -> Place | None:
    """Return the neck where somebody is told to move the head, as in `Chin up.`, or the jaw: it is felt next.

    It is the neck as well that fails who `can't turn my head`.
    """
    if statement.start not in may_move_head(view) or statement.turn < 0:
        return None
    said = view.norms[statement.start : statement.end]
    if statement.speaker == "patient":
        return _turned_by_patient(said, statement.start)
    if "open" in said[:_JAW_SOON] and not _JAWS.isdisjoint(said):
        at = statement.start + said.index("open")
        return Place(at, at + 1, "head", "temporomandibular_joint", "", ())
    if words("of_neck").isdisjoint(said):
        return None
    verb = command_at(view, statement, words("motion_commands"))
    held = (part.start for part in statement.chunks if view.norms[part.start] == "chin")
    verb = next(held, None) if verb is None else verb
    others = (place for place in view.fixing(statement) if place.region not in {"head", "cervical"})
    if verb is None or not all(_is_aimed_at(view, place) for place in others):
        return None
    return Place(verb, verb + 1, "cervical", "cervical_spine", "", ())


def _is_aimed_at(view: View, place: Place) -> bool:
    """Tell whether a shoulder or the chest is only where the head is to go, as in `Chin to your left shoulder`."""
    aimed = not _AIMING.isdisjoint(view.norms[max(0, place.start - _AIM) : place.start])
    return aimed and place.structure in {"shoulder", "sternum", "rib_cage", "ribs", "thorax"}


def _turned_by_patient(said: Sequence[str], start: int) -> Place | None:
    """Return the neck where patients tell how far they turn the head."""
    turned = (at for at in range(len(said) - 2) if said[at] in _TURNED and said[at + 1 : at + 3] == ["my", "head"])
    at = next(turned, None)
    return None if at is None else Place(start + at + 2, start + at + 3, "cervical", "cervical_spine", "", ())


def places_spoken_of(view: View, places: Sequence[Place], *, spoken: bool) -> Iterator[Place]:
    """Yield the places that are spoken of, without those that only say where, as in `the clavicle where it joins X`."""
    for index, place in enumerate(places):
        own = place.region == "upper_extremity" and view.norms[place.start - 1] in _OWN
        own = own or (place.region == "abdomen_other" and tuple(view.norms[place.start - 2 : place.start]) in _LYING)
        ends = index > 0 and place.region != places[index - 1].region and _ends_range(view, places[index - 1], place)
        if own or (spoken and (ends or _is_moved(view, place))):
            continue
        if not index or not words("relations").intersection(view.norms[place.start - _RELATED : place.start]):
            yield place


def _ends_range(view: View, first: Place, last: Place) -> bool:
    """Tell whether a place only says how far something reaches, as in `from L3 down to the sacrum`."""
    before = [word for word in view.norms[first.end : last.start] if word not in _ON_THE_WAY]
    return view.norms[first.start - 1] == "from" and before in (["to"], ["through"], ["into"])


def _is_moved(view: View, place: Place) -> bool:
    """Tell whether a limb is only what somebody is told to move, or is moved by, as in `bend your knee`."""
    verb = view.norms[place.start - 2] if place.start > 1 else ""
    moved = verb in words("body_commands") or (verb in _REACHING and place.region == "lower_extremity")
    return moved and view.norms[place.start - 1] in _OWN_LIMBS and place.region in LIMBS
