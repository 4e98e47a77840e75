"""Speech → speech without its fillers, which part words that belong together: `the left, um, sacrum is, uh, stuck`."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
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
_TWICE = (_STUTTERED | _OPEN) - {"that", "this", "so", "very", "had"}
"""Words that are said twice only in a stutter, even without a pause."""
_JOINED = frozenset(
    {"anti", "non", "pre", "post", "semi", "mid", "sub", "multi", "re", "co", "left", "right", "pt", "dr"}
)
"""What a dash behind it joins to the next word though a space follows, and labels of speakers that one ends."""
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
    dashes = [at for at, word in enumerate(norms) if word == "-" and _breaks_off(tokens, at)]
    left_out = {*dropped, *_stuttered(norms, frozenset(dashes))}
    return _with_pauses(tokens, dashes).without(left_out)


def _with_pauses(tokens: Tokens, dashes: Collection[int]) -> Tokens:
    """Return tokens with a comma for each dash that breaks off what is said, which is no minus: `SLR- let me see`."""
    if not dashes:
        return tokens
    norms = [*tokens.norms]
    for at in dashes:
        norms[at] = ","
    return Tokens(norms, tokens.spans)


def _stuttered(norms: list[str], dashes: AbstractSet[int]) -> Iterator[int]:
    """Yield what is said again at once, each with its pause: `the, the left`, `of your- of your arm`, `ri- right`."""
    for at in range(1, len(norms) - 1):
        word = norms[at]
        if word in _TWICE and norms[at - 1] == word and len(word) > 1:
            yield at - 1
        elif word == "," or at in dashes:
            yield from _said_again(norms, at)


def _breaks_off(tokens: Tokens, at: int) -> bool:
    """Tell whether a dash ends a word that its speaker breaks off, as in `the ri- the right`."""
    if not 0 < at < len(tokens.norms) - 1:
        return False
    word, _, following = tokens.norms[at - 1 : at + 2]
    before, dash, after = tokens.spans[at - 1 : at + 2]
    breaks = word.isalpha() and word not in _JOINED and following[0].isalpha()
    return breaks and before[1] == dash[0] and dash[1] < after[0]


def _said_again(norms: list[str], at: int) -> Iterator[int]:
    """Yield the words before a pause that are said again behind it, or begin a longer word, with the pause."""
    dashed = norms[at] == "-"
    for count in (2, 1):
        said = norms[max(0, at - count) : at]
        if said == norms[at + 1 : at + 1 + count] and (dashed or _TWICE.issuperset(said)):
            yield from range(at - count, at + 1)
            return
    if dashed and norms[at + 1].startswith(norms[at - 1]):
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
