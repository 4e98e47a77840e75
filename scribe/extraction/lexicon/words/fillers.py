"""Speech → speech without its fillers, which part words that belong together: `the left, um, sacrum is, uh, stuck`."""

from collections.abc import Iterator
from itertools import chain

from scribe.extraction.lexicon.words.tokens import Tokens

_FILLERS = frozenset({"um", "uh", "uhm", "umm", "uhh", "erm"})
"""Sounds of someone who looks for a word."""
_OPEN = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "because", "but", "by", "can", "did", "do", "does", "for", "from",
    "had", "has", "have", "he", "her", "his", "i", "i'd", "i'll", "i'm", "i've", "in", "into", "is", "it", "its",
    "like", "my", "of", "on", "or", "our", "over", "she", "so", "some", "that", "the", "their", "they", "they're",
    "this", "to", "very", "was", "we", "we're", "we've", "were", "with", "you", "you're", "you've", "your",
})  # fmt: skip
"""Words behind which what they open is still to come, so that a pause there parts nothing."""
_ANSWERING = frozenset({"-", "huh", "hm", "oh"}) | _FILLERS
"""What makes a sound an answer or a cry, as in `uh-huh`, `uh uh` and `uh oh`."""
_STARTING = _OPEN | {"also", "if", "no", "nothing", "then", "there", "which"}
"""Words with which another item or clause may begin, so that a comma before them parts something."""
_SIDES = frozenset({"left", "right", "both", "bilateral"})
_STUTTERED = frozenset({"the", "a", "an", "my", "your", "his", "her", "of", "in", "to", "with"})
"""Small words that nobody says twice but in a stutter, as in `she had the, the operation`."""
_RARE = 100
"""As many words to a comma or more, and nobody has set commas."""


def without_fillers(tokens: Tokens) -> Tokens:
    """Return tokens without the fillers, and without the commas that only set them off.

    A filler stays where it may be the hesitation before a correction, as in `the left, uh, the right`. In speech
    written down without commas it stays where it may part two sentences.
    """
    norms = tokens.norms
    fillers = [at for at, word in enumerate(norms) if word in _FILLERS]
    if norms.count(",") * _RARE < len(norms):
        fillers = [at for at in fillers if _goes_on(norms[at - 1])]
    dropped = chain.from_iterable(_dropped(tokens, at) for at in fillers)
    return tokens.without([*dropped, *_stuttered(norms)])


def _stuttered(norms: list[str]) -> Iterator[int]:
    """Yield the small words that are said again behind a comma, each with the comma."""
    pauses = (at for at, word in enumerate(norms) if word == ",")
    for at in pauses:
        if 0 < at < len(norms) - 1 and norms[at - 1] == norms[at + 1] and norms[at + 1] in _STUTTERED:
            yield from (at - 1, at)


def _dropped(tokens: Tokens, at: int) -> Iterator[int]:
    """Yield a filler and the commas around it that part nothing, if it may go."""
    norms = tokens.norms
    paused, pauses = at > 0 and norms[at - 1] == ",", tokens.word(at + 1) == ","
    before = norms[at - 1 - paused] if at > paused else "."
    after = tokens.word(at + 1 + pauses)
    if tokens.word(at + 1) in _ANSWERING or before in _ANSWERING or _may_correct(before, tokens, at + 1 + pauses):
        return
    yield at
    whole = _goes_on(before) or not before.isalnum() or after not in _STARTING
    if paused and whole:
        yield at - 1
    if pauses and (paused or whole or not after.isalnum()):
        yield at + 1


def _may_correct(before: str, tokens: Tokens, start: int) -> bool:
    """Tell whether a side is said behind a side, or a number or a level behind another."""
    after = tokens.norms[start : start + 2]
    if before in _SIDES:
        return not _SIDES.isdisjoint(after)
    return before[-1].isdigit() and any(word[-1].isdigit() for word in after)


def _goes_on(word: str) -> bool:
    """Tell whether what a word opens is still to come; a letter opens a level, as in `l, uh, four`."""
    return word in _OPEN or (len(word) == 1 and word.isalpha())
