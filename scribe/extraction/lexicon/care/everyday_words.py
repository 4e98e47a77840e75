"""Words of care in their everyday meaning: ice on the street, a stretch of the back, a collar bone, a desk at work."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_FALLING = frozenset({"fell", "fall", "falling", "slip", "slipped", "slid", "black", "skating"})
_SOON = 4
_STORY = 24
"""Words before or behind, in which a street was told of."""
_OF_STREET = frozenset({"parking", "lot", "driveway", "sidewalk", "steps", "street", "road", "pavement", "porch"})
_WHOLE = frozenset({"whole", "entire", "this", "that", "long", "a", "middle", "upper", "lower"})
_TIMED = frozenset({"short", "brief", "hour", "minute", "two-hour", "three-hour", "long"})
_SHOWING = frozenset({"i'll", "we'll", "let's", "home", "daily", "day", "twice", "exercise", "exercises", "times"})
_STATED = frozenset({"is", "isn't", "of", "doesn't", "won't", "feels", "moves", "has", "was", "springs"})
_WHO = frozenset({"you're", "he's", "she's", "are", "is", "they're", "keep", "stop", "quit", "start", "starts", "it"})
_ASKED = (["about"], ["re"], ["regarding"], ["a", "about"], ["about", "a"], ["re", "a"], ["regarding", "a"])
_ASKING = frozenset({"asked", "asks", "asking", "wants", "wanted", "know", "wonders", "inquired", "wondering"})
_EATING = frozenset({"brought", "ate", "eat", "eats", "eating", "box", "dozen", "coffee", "baked"})
_NEAR = 6


def is_weather(scene: Scene, hit: Hit) -> bool:
    """Tell whether heat is that of the day and ice that of the street, as in `that heat` and `slipped on ice`."""
    norms = scene.view.norms
    if hit.term.text != "ice":
        return norms[hit.start - 1] in {"that", "this"}
    here = norms[max(scene.statement.start, hit.start - _SOON) : hit.start]
    fell = norms[max(0, hit.start - _STORY) : hit.start]
    patient = scene.statement.speaker == "patient"
    was = here[-1:] in (["was"], ["the"], ["on"], []) and patient
    later = norms[hit.end : hit.end + _SOON * 2] if here[-2:] == ["from", "the"] or not here else []
    street = patient and not (_OF_STREET | _FALLING).isdisjoint(later)
    return not _FALLING.isdisjoint(here) or street or (was and not _FALLING.isdisjoint(fell))


def is_held_tight(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody braces, for bad news or against a hand, as in `I was bracing for it`, `you're bracing`."""
    before, after = scene.view.norms[hit.start - 1], scene.view.norms[hit.end : hit.end + 1]
    if before in _WHO and hit.start > scene.statement.start:
        return True
    return after in (["for"], ["myself"], ["himself"], ["herself"]) and before in words("be_forms")


def is_length(scene: Scene, hit: Hit) -> bool:
    """Tell whether a stretch is a part of something, as in `T4 to T6, that whole stretch is stiff`."""
    before, after = scene.view.norms[hit.start - 1], scene.view.norms[hit.end : hit.end + 1]
    return before in _WHOLE and not _STATED.isdisjoint(after)


def is_while(scene: Scene, hit: Hit) -> bool:
    """Tell whether stretches are those of time, as in `sleeps in short stretches`."""
    before = scene.view.norms[hit.start - 1]
    return before in _TIMED or scene.view.norms[hit.start - 2 : hit.start] == ["in", "two"]


def is_no_plural(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word only looks like a plural, as `pass` does."""
    return scene.view.norms[hit.start] == "pass"


def is_slept_on(scene: Scene, hit: Hit) -> bool:
    """Tell whether pillows only prop somebody up, as in `sleeps on three pillows`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - 2) : hit.start]
    return before[:1] == ["on"] and (before[-1] in words("numbers") or before[-1].isdecimal())


def is_bidden_pose(scene: Scene, hit: Hit) -> bool:
    """Tell whether an exercise is a pose of an examination, as in `okay, now knee to chest, let this one hang`."""
    now = scene.view.norms[hit.start - 1] == "now" and scene.by_clinician and scene.statement.turn >= 0
    return now and _SHOWING.isdisjoint(scene.said)


def is_bone(scene: Scene, hit: Hit) -> bool:
    """Tell whether a collar is that of the bone."""
    return scene.view.norms[hit.end : hit.end + 1] in (["bone"], ["bones"])


def is_asked_or_had(scene: Scene, hit: Hit) -> bool:
    """Tell whether a thing is only asked about, or where one works: `asked re back brace`, `at a standing desk`."""
    norms, start = scene.view.norms, max(scene.statement.start, hit.start - _NEAR)
    before = norms[start : hit.start]
    works = not {"works", "work", "working", "sits", "stands"}.isdisjoint(before) and "at" in before
    asks = not _ASKING.isdisjoint(before) and any(before[-len(lead) :] == lead for lead in _ASKED)
    return asks or (works and "desk" in hit.term.text)


def is_food(scene: Scene, hit: Hit) -> bool:
    """Tell whether donuts are eaten, as in `Pt brought donuts`."""
    return not _EATING.isdisjoint(scene.view.norms[max(scene.statement.start, hit.start - _SOON) : hit.start])


def is_of_giver(scene: Scene, hit: Hit) -> bool:
    """Tell whether something else belongs to who gives it, as in `the word on the chiropractor's sign`."""
    return not any(one.start == hit.end for one in scene.terms("care"))
