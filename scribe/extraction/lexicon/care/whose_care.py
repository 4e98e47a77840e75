"""How care is asserted: to whom it was given, and that it was, in spite of a denial, a person or a doubt beside it."""

from collections.abc import Iterable
from itertools import pairwise

from scribe.extraction.lexicon.care.other_uses import GIVERS
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_BENEFITS = frozenset({"benefit", "relief", "help", "improvement", "improve", "respond", "response"})
_FUTILE = frozenset({"nothing", "no help", "no relief", "no benefit", "no good", "no change", "nada", "zero"})
_GIVING = frozenset({
    "gave", "given", "sent", "prescribed", "put", "started", "handed", "let", "i'll", "we'll", "i'd", "use", "wear",
    "take", "keep", "continue",
})  # fmt: skip
"""Words that begin anew behind a denial, as in `nothing broken, gave me a muscle relaxer`."""
_PAUSES = frozenset({",", ";", "and", "so", "but", "-", "then"})
_LENDING = frozenset({"off", "from"})
_ME = frozenset({"me", "my", "it", "us"})
_NEAR = 3
_ADVISING = frozenset({("i", "recommend"), ("i'd", "recommend"), ("i", "recommended")})
_REFUSING = frozenset({
    "won't", "wouldn't", "can't", "cannot", "couldn't", "shouldn't", "shan't", "mustn't", "not",
})  # fmt: skip
_DOING = frozenset({
    "be", "been", "being", "get", "getting", "have", "having", "had", "do", "doing", "done", "give", "giving", "use",
    "using", "try", "trying", "perform", "performing", "offer", "offering", "need", "want", "go", "going", "to", "i",
    "you", "him", "her", "them", "me", "a", "an", "any", "the", "more", "another", "even", "just", "really", "actually",
    "ever", "today", "again", "much", "able", "recommend", "suggest", "start", "near",
})  # fmt: skip
"""Words between a refusal and the care that is refused, as in `I won't be doing any manipulation`."""
_WANTED = 6


def asserted(scene: Scene, hit: Hit) -> Assertion:
    """Return how care is asserted.

    Args:
        scene: The statement.
        hit: The care.
    """
    assertion = scene.assertion(hit)
    if assertion == "present" and _is_refused(scene, hit):
        return "absent"
    there = {"absent": _is_denied_of_another, "other_person": _is_given_to_speaker, "hypothetical": _is_recommended}
    return "present" if assertion in there and there[assertion](scene, hit) else assertion


def _is_refused(scene: Scene, hit: Hit) -> bool:
    """Tell whether care is not to be given, or could not be, as in `I wouldn't adjust that neck`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _WANTED) : hit.start]
    other = next((word for word in reversed(before) if word not in _DOING), "")
    return other in _REFUSING


def _is_denied_of_another(scene: Scene, hit: Hit) -> bool:
    """Tell whether a denial is of a finding or of its use: `no spasm muscle energy to C2`, `six visits, nothing`."""
    cue = scene.context.cue(hit, "absent")
    if cue and cue.start >= hit.end:
        return cue.text in _FUTILE
    between = Chunk(cue.end, hit.start) if cue and cue.end < hit.start else None
    if between is None:
        return False
    said = scene.words(between)
    if not _BENEFITS.isdisjoint(said) or _begins_anew(said):
        return True
    return hit.term.value == "manipulation" and any(scene.terms("tart", "finding", part=between))


def _begins_anew(said: Iterable[str]) -> bool:
    """Tell whether what was given begins a new clause behind a denial, as in `no fracture and put her on naproxen`."""
    return any(pause in _PAUSES and verb in _GIVING for pause, verb in pairwise(said))


def _is_given_to_speaker(scene: Scene, hit: Hit) -> bool:
    """Tell whether another's giver treats the speaker, or another only lends a thing: `a TENS unit off her sister`."""
    if hit.term.value == "manipulation" and not _ME.isdisjoint(hit.term.text.split()):
        return True
    if hit.term.text in GIVERS:
        return has_treated(scene, hit)
    cue = scene.context.cue(hit, "other_person")
    return cue is not None and _is_lender(scene, cue)


def has_treated(scene: Scene, hit: Hit) -> bool:
    """Tell whether who gives care has treated the speaker, as in `my aunt's chiropractor cracked it`."""
    after = scene.view.norms[hit.end : min(hit.end + _NEAR + 1, scene.statement.end)]
    return any(verb in words("treating") and whom in _ME for verb, whom in pairwise(after))


def _is_lender(scene: Scene, cue: Cue) -> bool:
    before = scene.view.norms[max(scene.statement.start, cue.start - 2) : cue.start]
    return not _LENDING.isdisjoint(before)


def _is_recommended(scene: Scene, hit: Hit) -> bool:
    """Tell whether care is recommended behind a talk of options: `we talked it over, and I recommend an epidural`."""
    cue = scene.context.cue(hit, "hypothetical")
    between = scene.view.norms[cue.end : hit.start] if cue else []
    return any(pair in _ADVISING for pair in pairwise(between))
