"""The fillers of speech, and the words behind which they part nothing."""

FILLERS = frozenset({"um", "uh", "uhm", "umm", "uhh", "erm"})
"""Sounds of someone who looks for a word."""
OPEN = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "because", "but", "by", "can", "did", "do", "does", "for", "from",
    "had", "has", "have", "he", "her", "his", "i", "i'd", "i'll", "i'm", "i've", "in", "into", "is", "it", "its",
    "like", "my", "of", "on", "or", "our", "over", "she", "so", "some", "that", "the", "their", "they", "they're",
    "this", "to", "very", "was", "we", "we're", "we've", "were", "with", "you", "you're", "you've", "your",
})  # fmt: skip
"""Words behind which what they open is still to come, so that a pause there parts nothing."""


def goes_on(word: str) -> bool:
    """Tell whether what a word opens is still to come; a letter opens a level, as in `l, uh, four`."""
    return word in OPEN or (len(word) == 1 and word.isalpha())
