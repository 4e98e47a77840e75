"""What the patient says to a test of tension: that a nerve is pulled, that the back is, or that nothing is."""

from itertools import dropwhile, pairwise

from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Assertion

_WAY = 4
_RUNNING = frozenset({
    "pulls", "pull", "pulling", "zings", "zing", "zaps", "zap", "shoots", "shooting", "shot", "shock", "electric",
    "lightning", "burns", "burning", "tingles", "tingling", "fires", "sciatica", "nerve",
})  # fmt: skip
"""Words for what a nerve does that is pulled."""
_PULLING = frozenset({"pulls", "pull", "pulling"})
_TOWARD = frozenset({"down", "into", "to", "in"})
_LOCAL = frozenset({
    "back", "neck", "behind", "tight", "tightness", "stretch", "stretchy", "hamstring", "hamstrings", "spine", "muscle",
    "pressure",
})  # fmt: skip
"""Words for what no nerve does."""
_NO = frozenset({"no", "nope", "nah", "nothing", "nuh", "uh-uh", "neither", "none"})
_WELL = frozenset({"fine", "okay", "ok", "good"})
"""Words that deny what is asked, and else only say that somebody listens."""
_YES = frozenset({"yes", "yeah", "yep", "yup", "there", "mm-hm", "uh-huh", "that's"})
_TAKING_UP = frozenset({
    "that", "that's", "it", "it's", "is", "oh", "um", "uh", "yeah", "yes", "this", "all", "one", "no", "side", "leg",
})  # fmt: skip
"""Words before the one that tells how it is."""


def felt(view: View, reply: Item, *, asked: bool, well: bool = False) -> Assertion | None:
    """Return whether a nerve was pulled; what stays in the back is no sign of tension.

    Args:
        view: The document's words.
        reply: What the patient says.
        asked: Whether the examiner has asked.
        well: Whether the question was whether all is well, which a yes affirms.
    """
    said = [word for word in view.norms[reply.start : reply.end] if word[0].isalnum()]
    said = said[1:] if said[:2] == ["same", "nothing"] else said
    limbs = limb_words() - _LOCAL
    runs = any(way in _TOWARD and not limbs.isdisjoint(said[at : at + _WAY]) for at, way in enumerate(said))
    none = _NO | _WELL if asked else _NO
    if (well or asked) and not runs and not _WELL.isdisjoint([*dropwhile(_TAKING_UP.__contains__, said)][:1]):
        return "absent"
    denied = said[:1] and (said[0] in none or ("not", "really") in [*pairwise(said[:2])])
    if denied and not well:
        return "absent"
    pulls = _PULLING.issuperset(_RUNNING.intersection(said)) and "behind" in said  # As a hamstring does.
    if runs or not (pulls or _RUNNING.isdisjoint(said)):
        return "present"
    if not _LOCAL.isdisjoint(said):
        return "absent"
    cries = not words("cries").isdisjoint(said[:2]) or said[:1] == ["stop"]
    agrees = asked and not _YES.isdisjoint(said[:2])
    if well:
        return "present" if cries else "absent" if agrees else None
    return "present" if cries or agrees else None
