"""Changes after which a quote still says what its source says, one function a kind."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random

from scribe.evaluation.quotes.corruptions import Change
from scribe.evaluation.quotes.passages import Passage


def _edit(change: Callable[[str, Random], str]) -> Change:
    """A change of the words; none where they stay the same."""

    def edit(passage: Passage, random: Random) -> str | None:
        words = change(passage.words, random)
        return words if words != passage.words and words.strip() else None

    return edit


def _sub(pattern: str, new: str, *, count: int = 0) -> Change:
    compiled = re.compile(pattern, re.IGNORECASE)
    return _edit(lambda words, _random: compiled.sub(new, words, count=count))


def _one(pattern: str, new: Callable[[re.Match[str]], str]) -> Change:
    """A change of one random match."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def change(words: str, random: Random) -> str:
        found = list(compiled.finditer(words))
        if not found:
            return words
        match = random.choice(found)
        return words[: match.start()] + new(match) + words[match.end() :]

    return _edit(change)


def _wrap(words: str, random: Random) -> str:
    """Break a line at one of the spaces."""
    spaces = [match.start() for match in re.finditer(" ", words)]
    if not spaces:
        return words
    at = random.choice(spaces)
    return words[:at] + random.choice(["\n", "\r\n", "\n  "]) + words[at + 1 :]


def _stretch(words: str, random: Random) -> str:
    return re.sub(" ", lambda _match: random.choice([" ", "  ", "\t", "\u00a0"]), words)


def _hyphenate_line_end(words: str, random: Random) -> str:
    found = list(re.finditer(r"[A-Za-z]{7,}", words))
    if not found:
        return words
    match = random.choice(found)
    at = match.start() + len(match[0]) // 2
    return words[:at] + "-\n" + words[at:]


def _space_tokens(words: str) -> str:
    """`okay, it's` → `okay , it 's`, as some transcripts are written."""
    spaced = re.sub(r"(?<=\w)([,;?!])", r" \1", words)
    spaced = re.sub(r"(?<=\w)\.(?=\s|$)", " .", spaced)
    return re.sub(r"(?<=\w)(n't|'(?:m|s|re|ve|ll|d))\b", r" \1", spaced)


def _join_tokens(words: str) -> str:
    joined = re.sub(r" +([,;.?!])", r"\1", words)
    return re.sub(r" +(n't|'(?:m|s|re|ve|ll|d))\b", r"\1", joined)


_EXPANSIONS = {
    "doesn't": "does not",
    "don't": "do not",
    "didn't": "did not",
    "isn't": "is not",
    "wasn't": "was not",
    "hasn't": "has not",
    "haven't": "have not",
    "can't": "cannot",
    "couldn't": "could not",
    "won't": "will not",
    "i'm": "i am",
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
    "you're": "you are",
    "i've": "i have",
    "you've": "you have",
    "we'll": "we will",
    "i'll": "i will",
}


def _expand(words: str) -> str:
    def long(match: re.Match[str]) -> str:
        return _EXPANSIONS[match[0].lower().replace("\u2019", "'")]

    pattern = "|".join(map(re.escape, _EXPANSIONS)).replace("'", "['\u2019]")
    return re.sub(rf"\b(?:{pattern})\b", long, words, flags=re.IGNORECASE)


def _contract(words: str) -> str:
    for short, long in _EXPANSIONS.items():
        words = re.sub(rf"\b{long}\b", short, words, flags=re.IGNORECASE)
    return words


_FILLERS = r"\b(?:um|uh|uhm|hmm|erm)\b"


def _drop_fillers(words: str) -> str:
    return re.sub(rf"(?:,\s*)?(?<![-\w]){_FILLERS}(?![-\w])\s*,?\s*", " ", words, flags=re.IGNORECASE).strip()


def _drop_asides(words: str) -> str:
    return re.sub(r"\s*,\s*(?:you know|i mean)\s*,", " ,", words, flags=re.IGNORECASE)


def _drop_repetition(words: str) -> str:
    return re.sub(r"\b([A-Za-z]{2,}|i|a)((?:\s*,)?\s+\1)+\b(?![-'\u2019])", r"\1", words, count=1, flags=re.IGNORECASE)


_LABEL_SIGNS = 5
"""Characters of brackets, colon and space around a label, at most."""


def _drop_label(passage: Passage, _random: Random) -> str | None:
    """A question and its answer without the label between them."""
    for one, other in zip(passage.document.turns, passage.document.turns[1:], strict=False):
        if passage.start < one.span[1] <= other.span[0] < passage.end:
            asked = passage.document.text[passage.start : one.span[1]].rstrip()
            return f"{asked} {passage.document.text[other.span[0] : passage.end]}"
    return None


def _add_label(passage: Passage, _random: Random) -> str | None:
    """The words with the label of their turn in front."""
    for turn in passage.document.turns:
        if turn.span[0] == passage.start and turn.label:
            line = passage.document.text.rfind("\n", 0, passage.start) + 1
            label = passage.document.text[line : passage.start]
            return (
                label + passage.words if turn.label in label and len(label) < len(turn.label) + _LABEL_SIGNS else None
            )
    return None


_SPOKEN = {"comma": ",", "period": ".", "colon": ":", "semicolon": ";"}


def _is_dictated(passage: Passage) -> bool:
    return len(re.findall(r" comma ", passage.document.text)) >= 3  # noqa: PLR2004  # fewer are a chance


def _drop_spoken(passage: Passage, _random: Random) -> str | None:
    words = re.sub(r"\s+comma\b", "", passage.words)
    return words if _is_dictated(passage) and words != passage.words else None


def _sign_spoken(passage: Passage, _random: Random) -> str | None:
    words = re.sub(r"\s+(comma|period|colon|semicolon)\b", lambda match: _SPOKEN[match[1]], passage.words)
    return words if _is_dictated(passage) and words != passage.words else None


_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _digits(words: str) -> str:
    for digit, name in enumerate(_DIGITS):
        words = re.sub(rf"\b{name}\b", str(digit), words, flags=re.IGNORECASE)
    return words


def _several(passage: Passage, random: Random) -> str | None:
    """Other spaces and case, commas left out, and quotation marks or ellipses around."""
    words = re.sub(r"\s+", " ", re.sub(r"(?<!\d),(?!\d)", "", passage.words))
    return random.choice([words.upper(), words.capitalize(), f"\u201c{words}\u201d", f"...{words.lower()}..."])


EDITS: Mapping[str, Change] = {
    "verbatim": lambda passage, _random: passage.words,
    "lower case": _edit(lambda words, _random: words.lower()),
    "upper case": _edit(lambda words, _random: words.upper()),
    "title case": _edit(lambda words, _random: " ".join(word[:1].upper() + word[1:] for word in words.split(" "))),
    "first letter": _edit(lambda words, _random: words[:1].swapcase() + words[1:]),
    "spaces": _edit(_stretch),
    "line breaks": _edit(_wrap),
    "lines joined": _sub(r"\s*[\r\n]+\s*", " "),
    "commas dropped": _sub(r"(?<![\d]),(?!\d)", ""),
    "final mark dropped": _sub(r"[ ]?[.;,]$", ""),
    "final stop added": _edit(lambda words, _random: words if words.rstrip()[-1:] in ".?!:;" else words.rstrip() + "."),
    "comma added": _one(r"(?<=[a-z]{4}) (?=(?:with|and|but|which) )", lambda _match: ", "),
    "brackets dropped": _sub(r"[()\[\]](?![+-])(?<![+-][)\]])", ""),
    "dashes": _edit(lambda words, random: words.replace("-", random.choice("\u2010\u2011\u2013\u2014"))),
    "curly quotes": _edit(lambda words, _random: words.replace("'", "\u2019").replace('"', "\u201d")),
    "quoted": _edit(lambda words, random: random.choice(['"{}"', "\u201c{}\u201d", "'{}'"]).format(words)),
    "ellipses": _edit(lambda words, random: random.choice(["...{}...", "\u2026 {}", "{} ..."]).format(words)),
    "decomposed": _edit(lambda words, _random: unicodedata.normalize("NFD", words)),
    "ligatures": _edit(lambda words, _random: words.replace("fi", "\ufb01").replace("fl", "\ufb02")),
    "full width": _edit(lambda words, _random: re.sub(r"\d", lambda match: chr(ord(match[0]) + 0xFEE0), words)),
    "invisible characters": _one(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _match: "\u00ad"),
    "hyphen to space": _sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", " "),
    "hyphen closed": _sub(r"(?<=[A-Za-z]{2})-(?=[A-Za-z]{3})", ""),
    "line-end hyphen": _edit(_hyphenate_line_end),
    "tokens spaced": _edit(lambda words, _random: _space_tokens(words)),
    "tokens joined": _edit(lambda words, _random: _join_tokens(words)),
    "letters joined": _sub(r"\bi l a\b", "ILA"),
    "contraction expanded": _edit(lambda words, _random: _expand(words)),
    "contraction made": _edit(lambda words, _random: _contract(words)),
    "article dropped": _one(r"\b(?:the|an|a(?! (?:few|little|[a-z]\b)))\s+(?=\w\w)", lambda _match: ""),
    "article added": _one(
        r"(?<=\b(?:over|with|into)) (?=(?:left|right|lumbar|sacral|cervical|pain|back|neck)\b)", lambda _match: " the "
    ),
    "copula dropped": _one(r"(?<=\w) (?:is|are)(?= (?!not)\w)", lambda _match: ""),
    "of dropped": _one(r"(?<=\w) of(?= the)", lambda _match: ""),
    "preposition dropped": _one(r"(?<=[a-z]{3}) (?:on|in|at)(?= (?:the|his|her|my|your) )", lambda _match: ""),
    "pauses dropped": _edit(lambda words, _random: _drop_fillers(words)),
    "asides dropped": _edit(lambda words, _random: _drop_asides(words)),
    "repetition dropped": _edit(lambda words, _random: _drop_repetition(words)),
    "label dropped": _drop_label,
    "label kept": _add_label,
    "spoken marks dropped": _drop_spoken,
    "spoken marks written": _sign_spoken,
    "number in digits": _edit(lambda words, _random: _digits(words)),
    "several": _several,
}
"""Kind → change."""
