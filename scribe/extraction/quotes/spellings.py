"""Spellings of the same word → one form."""

import unicodedata
from functools import lru_cache

from scribe.extraction.quotes.words import words

APOSTROPHES = "'\u2019\u2018\u02bc\uff07"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen and other characters without width."""
_SHORTEST_WITHOUT_ACCENT = 4
"""In shorter words the accent is the word: Spanish `sí` and `si`."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(number) for number, word in enumerate(_UNITS.split())} | {
    word: str(10 * number) for number, word in enumerate(_TENS.split(), 2)
}
_SAME = _NUMBERS | {
    "plus": "+",
    "minus": "-",
    "percent": "%",
    "degree": "\u00b0",
    "degrees": "\u00b0",
    "deg": "\u00b0",
    "ok": "okay",
}
"""Words → the number, sign or word that says the same."""

ABBREVIATIONS = {
    "w/o": ("without",),
    "r/o": ("rule", "out"),
    "h/o": ("history", "of"),
    "s/p": ("status", "post"),
}
"""Abbreviations with a slash → their words."""

STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left before *n't* → the verb, where it changes."""
_CLITICS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
"""What follows the apostrophe of a contraction → its word; `'s`, also *has* or a possessive, is read as *is*."""
_NEGATED = words("do does did is are was were has have had ca wo would could should must need")
"""What may stand before *nt* where the apostrophe is lost."""
_CONTRACTIONS = {
    "cannot": ("can", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "youve": ("you", "have"),
    "hes": ("he", "is"),
    "shes": ("she", "is"),
    "weve": ("we", "have"),
    "theyre": ("they", "are"),
    "thats": ("that", "is"),
    "theres": ("there", "is"),
}
"""Other words written as one → their words."""


@lru_cache(maxsize=8192)
def forms_of(written: str) -> tuple[str, ...]:
    """The comparable forms of a word or number.

    Args:
        written: A word as written, perhaps a contraction; or a number, perhaps after letters, as in `L4`.

    Returns:
        One form for each word that it contracts: `doesn't` gives `does` and `not`, `L4` gives `l4`, `five` gives `5`.
    """
    word = _fold(written)
    if (same := _SAME.get(word)) is not None:
        return (same,)
    if (words := _CONTRACTIONS.get(word)) is not None:
        return words
    stem, apostrophe, clitic = word.rpartition("'")
    if clitic == "t" and stem.endswith("n"):
        return _negated(stem[:-1])
    if apostrophe and clitic in _CLITICS:
        return (stem, _CLITICS[clitic]) if stem else (_CLITICS[clitic],)
    if word.endswith("nt") and word[:-2] in _NEGATED:
        return _negated(word[:-2])
    return (word.replace("'", "") or written,)


def _negated(stem: str) -> tuple[str, ...]:
    return (STEMS.get(stem, stem), "not") if stem else ("not",)


def _fold(written: str) -> str:
    """A word without case, ligatures, invisible characters and accents; a number without thousands separators."""
    if written.isascii():
        return written.lower().replace(",", "")
    # A fraction or a power is a number of its own: ½ is not 1/2 after a 1, and 10² is not 102.
    kept = (char if unicodedata.category(char) == "No" else unicodedata.normalize("NFKC", char) for char in written)
    folded = unicodedata.normalize("NFC", "".join(kept)).casefold()
    folded = "".join("'" if char in APOSTROPHES else char for char in folded if char not in UNSEEN)
    if len(folded) < _SHORTEST_WITHOUT_ACCENT:
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
