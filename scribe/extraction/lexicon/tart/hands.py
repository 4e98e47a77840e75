"""Hands of an examiner at work: `when I lean on it`, `sinking into the muscle`, `my thumb is on L4`."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from scribe.extraction.lexicon.words.vocabulary import limb_words, words

_INTO = frozenset({
    "in", "into", "on", "onto", "across", "over", "through", "along", "down", "under", "around", "at", "beside",
    "underneath", "deep", "deeper", "hard", "harder", "up", "gently", "lightly", "firmly", "softly", "quite", "really",
})  # fmt: skip
_OBJECTS = frozenset({
    "the", "your", "this", "that", "it", "here", "there", "his", "her", "right", "left", "these", "both", "each",
})  # fmt: skip
_WAYS = frozenset({"down", "up"})
_ONTO = frozenset({"on", "onto", "into", "along", "the", "your", "each", "both", "over", "under", "this", "that"})
"""Words behind a `down` that lead hands somewhere; who only pushes down loads a joint."""
_PUSHING = frozenset({"push", "pushing", "press", "pressing", "poke", "pushed", "pressed"})
_PAUSES = frozenset({".", ",", "?"})
_TOUCHES = frozenset({"prod", "poke", "press", "push", "squeeze", "tap", "nudge", "lean", "touch"})
_BIDDEN_TO = frozenset(
    {"you", "me", "want", "try", "going", "have", "need", "like", "gonna", "able", "hard", "him", "her"}
)
"""Words before a `to press` that is somebody else's, or none yet."""
_COMING_TO = frozenset((verb, "to") for verb in ("get", "got", "gets", "come", "came"))
_EXAMINER = frozenset({"i", "i'm", "i'll", "i've", "me", "my", "we", "we're"})
_LYING = frozenset({"i'm", "im"})
_ONTO_PLACE = frozenset({"on", "over", "in", "into", "at", "onto"})
_OWN = frozenset({"my", "a", "one", "two"})
_BIDDEN = frozenset(
    {("my", "hand"), ("my", "hands"), ("against", "me"), ("my", "palm"), ("my", "fist"), ("into", "me")}
)
"""Words behind an effort that somebody is told to make against an examiner."""
_LED = 3


@cache
def light_words() -> frozenset[str]:
    """Return the words that only go on from what was named before, as in `It still`, `the left one's a bit`."""
    lists = (words("light_subjects"), words("joint_words"), words("linking"), words("next_place"))
    return words("feel_adverbs").union(*lists)


@cache
def _pressing() -> frozenset[str]:
    return words("pressing") | words("touch_verbs")


@cache
def _working() -> frozenset[str]:
    """Return the words of which one is said wherever hands are at work."""
    coming = frozenset(verb for verb, _ in _COMING_TO)
    return _pressing() | _TOUCHES | _LYING | coming | words("hands_on") | words("hand_verbs")


def hands_at_work(said: Sequence[str]) -> bool:
    """Tell whether words say that an examiner presses or feels somewhere, and nobody pushes against a hand.

    Args:
        said: The words, as of a statement.
    """
    if _working().isdisjoint(said) or (not _BIDDEN.isdisjoint(pairwise(said)) and "i" not in said):
        return False
    if any(
        word in words("hands_on") and not _OWN.isdisjoint(said[max(0, at - 2) : at]) for at, word in enumerate(said)
    ):
        return "you" not in said
    if any(_is_noun_or_aim(said, at) for at in range(1, len(said))):
        return True
    if any(_lies(said, at) for at in range(len(said) - 2)):
        return True
    goes = (at for at, (verb, way) in enumerate(pairwise(said)) if _leads(said, at, verb, way))
    return any(_is_by_examiner(said, at) for at in goes)


def _lies(said: Sequence[str], at: int) -> bool:
    """Tell whether an examiner says where the hands lie, as in `I'm on the left TMJ.`."""
    lies = said[at] in _LYING and said[at + 1] in _ONTO_PLACE
    return lies and (said[at + 2] in _OBJECTS | {"both"} or said[at + 2][-1].isdecimal())


def _is_noun_or_aim(said: Sequence[str], at: int) -> bool:
    """Tell whether a touch is named, or what an examiner does it for: `a good prod on L2`, `to lean on`."""
    if said[at] not in _TOUCHES:
        return False
    named = "a" in said[max(0, at - 2) : at] and said[at + 1 : at + 2] != [] and said[at + 1] in _INTO | _PAUSES
    aims = said[at - 1] == "to" and _BIDDEN_TO.isdisjoint(said[max(0, at - 2) : at])
    return named or aims


def _leads(said: Sequence[str], at: int, verb: str, way: str) -> bool:
    """Tell whether a verb leads hands to a place, and no limb to where it is tested, as in `push your foot up`."""
    if (verb, way) in _COMING_TO or (way in _INTO and verb in words("hand_verbs")):
        return True
    if way in _WAYS and not _ONTO.intersection(said[at + 2 : at + 3]):
        return False
    limb = verb in _PUSHING and not limb_words().isdisjoint(said[at + 2 : at + 2 + _LED])
    onto = way in _INTO or (way in _OBJECTS and not limb) or (way in _PAUSES and verb.endswith("ing"))
    return verb in _pressing() and onto


def _is_by_examiner(said: Sequence[str], at: int) -> bool:
    """Tell whether an examiner does what a verb says, who also opens with it, as in `Leaning on the sacrum.`."""
    since = next((before + 1 for before in range(at - 1, -1, -1) if said[before] in _PAUSES), 0)
    opening = (word for word in said[since:at] if word[0].isalnum())
    opens = said[at].endswith("ing") and words("before_command").issuperset(opening)
    return opens or not _EXAMINER.isdisjoint(said[max(0, at - _LED) : at])
