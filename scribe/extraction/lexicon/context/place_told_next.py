"""The place of what the hands find, where it is only told in the next words: `This one's stuck.`, `Which?`, `T9.`."""

from functools import lru_cache

from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import naming, placing, saying
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_TURNS = 2
_LONGEST = 9
"""Words of what finds something without its place, and of what stands between it and its place."""
_HERE = frozenset({
    "this", "here", "that", "there", "it", "it's", "that's", "tissue", "tissues", "muscle", "muscles", "one",
})  # fmt: skip
"""Words for what lies under the hands."""
_POINTING = frozenset({"that's", "thats", "that", "this", "it's", "we're", "i'm", "that'd"})
_LIGHT = _POINTING | frozenset({
    "is", "be", "would", "your", "the", "at", "on", "around", "about", "so", "okay", "right", "his", "her", "and",
    "a", "level", "one", "there", "here", "down", "by", "over", "side", "just", "to", "of", "yes", "yeah", "um", "uh",
    "i'd", "say", "think", "i", "maybe", "roughly", "now", "up",
})  # fmt: skip
"""Words beside a place that is only named."""
_ASKING = frozenset({"which", "where", "what", "level"})


def place_told_next(view: View, statement: Statement) -> Statement | None:
    """Return what names the place of a statement that names none, right behind it.

    Args:
        view: The document's words.
        statement: What may find something.
    """
    if statement.start not in _may_lack(view) or statement.end - statement.start > _LONGEST + 1:
        return None
    asked = False
    for later in view.statements_after(statement):
        if later.turn - statement.turn > _TURNS or later.end - later.start > _LONGEST + 1:
            return None
        if view.fixing(later):
            names = later.speaker == statement.speaker and not later.asks and _only_names(view, later, asked=asked)
            return later if names else None
        asked = asked or (later.asks and not _ASKING.isdisjoint(view.norms[later.start : later.end]))
        if later.turn == statement.turn:
            return None
    return None


@lru_cache(maxsize=1)
def _may_lack(view: View) -> frozenset[int]:
    """Return where the spoken statements start that may find something under the hands, and name no place."""
    finds = naming(view, "tart") | saying(view, words("moving"))
    here = saying(view, _HERE) & finds - placing(view) - naming(view, "lesions")
    found = (one for one in view.statements if one.start in here and one.turn >= 0 and not one.asks)
    return frozenset(one.start for one in found if one.speaker != "patient")


def _only_names(view: View, statement: Statement, *, asked: bool) -> bool:
    """Tell whether words only name a place, for what was found before: `That's T6.`, or a mere `T6.` that was asked."""
    named: list[Place] = view.places(statement)
    opening = view.norms[statement.start]
    if not (asked or opening in _POINTING or opening == "so"):
        return False
    rest = words_beside(view, statement, [*named, *view.sides(statement)])
    light = _LIGHT | words("place_nouns")
    return light.issuperset(word for word in rest if word[0].isalnum())
