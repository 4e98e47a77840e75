"""Spellings that stand for the same words."""

NUMBERS = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ],
        [*map(str, range(21)), *map(str, range(30, 100, 10))],
        strict=True,
    )
)
"""Numbers in words."""

SAME = NUMBERS | {
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

CLITICS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is", "t": "not"}
"""What follows the apostrophe of a contraction → its word; `'s` is read as *is*."""

STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left before *n't* → the verb, where it changes."""

NEGATED = frozenset(
    [
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "ca",
        "wo",
        "would",
        "could",
        "should",
        "must",
        "need",
    ],
)
"""What may stand before *nt* where the apostrophe is lost."""

CONTRACTIONS = {
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
