"""Speech in full forms → speech as most contract it: `it is not turning` → `it isn't turning`.

Who dictates, or has learned English late, says in full what others contract, and some recognizers write `is n't`; what
is told by such small words needs only one of their forms.
"""

from collections.abc import Iterator

from scribe.extraction.lexicon.words.tokens import Tokens

_DENIED = {
    "do": "don't", "does": "doesn't", "did": "didn't", "is": "isn't", "are": "aren't", "was": "wasn't",
    "were": "weren't", "will": "won't", "would": "wouldn't", "could": "couldn't", "should": "shouldn't",
    "has": "hasn't", "have": "haven't", "had": "hadn't", "can": "can't",
}  # fmt: skip
"""Verbs, and how they are written in one with a `not`."""
_NOT = frozenset({"not", "n't"})
_JOINED = {(verb, no): short for verb, short in _DENIED.items() for no in _NOT} | {
    ("ca", "n't"): "can't", ("wo", "n't"): "won't", ("i", "am"): "i'm",
    ("we", "are"): "we're", ("you", "are"): "you're",
}  # fmt: skip
"""Two words, and the one that they are written as."""
_SECOND = frozenset(second for _, second in _JOINED)


def contracted(tokens: Tokens) -> Tokens:
    """Return tokens in which small verbs are one with their subject or their denial, where something follows them.

    What ends a clause is never contracted, as in `Yes, it is.`.

    Args:
        tokens: The tokens of what was heard.
    """
    joined = [*_joined(tokens)]
    if not joined:
        return tokens
    norms, spans = tokens.norms[:], tokens.spans[:]
    for at in joined:
        norms[at] = _JOINED[norms[at], norms[at + 1]]
        spans[at] = tokens.cover(at, at + 2)
    return Tokens(norms, spans).without([at + 1 for at in joined])


def _joined(tokens: Tokens) -> Iterator[int]:
    """Yield where two words are said as one, from the first to the last."""
    norms = tokens.norms
    free = 1
    for second in [at for at, word in enumerate(norms) if word in _SECOND]:
        goes_on = norms[second] in _NOT or tokens.word(second + 1)[0].isalnum()
        if second >= free and goes_on and (norms[second - 1], norms[second]) in _JOINED:
            yield second - 1
            free = second + 2
