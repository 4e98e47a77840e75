"""Text → words and signs, each with its span."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import accumulate, chain, compress
from operator import sub
from typing import Protocol, TypeVar

from scribe.schema import Span

SENTENCE_ENDS = frozenset({".", "!", "?", "period"})
"""What ends a sentence, written or dictated."""

_MARKS: dict[int, str] = {0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-", 0x2212: "-"} | {
    0x2193: "decreased", 0x2B07: "decreased", 0x2191: "increased", 0x2B06: "increased",
    0x2295: "+", 0x2296: "-", 0x25A1: "☐", 0x25A2: "☐", 0x25FB: "☐", 0x2B1C: "☐",
}  # fmt: skip
"""Curly quotes, dashes, arrows, circled signs and boxes, as code points, to their plain signs and words."""

KEPT = 1 << 14
"""Words that are remembered from text to text, with what was found out about them."""

_FILLED = frozenset("■◼▣⬛")
"""Squares that are ticked boxes where empty ones stand beside them, and bullets elsewhere."""


_CONTRACTIONS = {
    "doesnt": "doesn't", "dont": "don't", "didnt": "didn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't",
    "hasnt": "hasn't", "havent": "haven't", "wont": "won't", "cant": "can't", "couldnt": "couldn't", "aint": "ain't",
    "im": "i'm", "ive": "i've", "youve": "you've", "youre": "you're", "theyre": "they're", "weve": "we've",
    "werent": "weren't", "wouldnt": "wouldn't", "shouldnt": "shouldn't", "hadnt": "hadn't", "wheres": "where",
    "thats": "that", "theres": "there", "heres": "here", "whats": "what", "hes": "he", "shes": "she",
}  # fmt: skip
"""Contractions as speech recognition writes them, to how their tables have them."""


_UNOWNED = frozenset({
    "a", "about", "all", "almost", "also", "always", "an", "as", "at", "because", "been", "called", "cleared",
    "coming", "doing", "done", "even", "feeling", "fine", "from", "getting", "going", "gone", "gotten", "healed",
    "held", "here", "holding", "hurting", "if", "in", "just", "kind", "like", "more", "mostly", "moving", "my",
    "never", "nice", "no", "not", "nothing", "okay", "on", "out", "over", "pretty", "probably", "quite", "really",
    "resolved", "so", "sore", "sort", "starting", "stayed", "still", "stuck", "tender", "that", "the", "there",
    "this", "to", "too", "up", "usually", "very", "when", "where", "worse", "you", "your",
})  # fmt: skip
"""Words that no `its` owns, so that it is `it's` without its apostrophe."""


class Item(Protocol):
    """Anything that stands at a range of tokens."""

    @property
    def start(self) -> int:
        """Index of the first token."""

    @property
    def end(self) -> int:
        """Index after the last token."""


ItemT = TypeVar("ItemT", bound=Item)


def covered_by(items: Iterable[Item]) -> set[int]:
    """Return the indices of the tokens of some items, as of the places and sides in `L4-5 on the left`."""
    return {at for item in items for at in range(item.start, item.end)}


class Tokens:
    """The tokens of a text, in order."""

    norms: list[str]
    """Lower-case form, without a possessive `'s`."""
    spans: list[Span]
    """Where each token stands."""

    def __init__(self, norms: list[str], spans: list[Span]) -> None:
        """Keep the forms of tokens, and where they stand."""
        self.norms = norms
        self.spans = spans

    @cached_property
    def said(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self._indices)

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.norms):
            found[word].append(index)
        return found

    def indices(self, among: AbstractSet[str]) -> list[int]:
        """Return where any of some words stands, in order."""
        return sorted(self.where(among))

    def where(self, among: AbstractSet[str]) -> Iterator[int]:
        """Yield where any of some words stands, word by word."""
        return chain.from_iterable(map(self._indices.__getitem__, among & self.said))

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts."""
        return [start for start, _ in self.spans]

    def between(self, span: Span) -> range:
        """Return the indices of the tokens that start inside a span."""
        start, end = span
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def without(self, dropped: Collection[int]) -> "Tokens":
        """Return the tokens but for those at some indices."""
        if not dropped:
            return self
        kept = bytearray(b"\1") * len(self.norms)
        for index in dropped:
            kept[index] = 0
        return Tokens([*compress(self.norms, kept)], [*compress(self.spans, kept)])

    def word(self, index: int) -> str:
        """Return the word at an index; a text ends as if a full stop stood behind it."""
        return self.norms[index] if index < len(self.norms) else "."

    def cover(self, start: int, end: int) -> Span:
        """Return the span from the token at `start` to the token before `end`."""
        return self.spans[start][0], self.spans[end - 1][1]

    def ends_at(self, index: int) -> bool:
        """Tell whether a sentence ends before a token."""
        return index >= len(self.norms) or self.norms[index] in SENTENCE_ENDS


_DROPPED = r"(?<=[^\W\d_][^\W\d_Aa]in.)(?!\w)"
"""The apostrophe at the end of `feelin'`."""
_WORD = rf"[^\W_]++(?:['\u2019](?:[^\W\d_]+|{_DROPPED}))*+|\.{{4,}}|[^\w\s]|_"
"""A word with its apostrophes, a line of dots, or a sign."""
_JOINED = ("onL", "onR", "RLE", "LLE", "BLE", "RUE", "LUE", "BUE")
"""How `LonR`, a sacrum's rotation on its axis, goes on, and limbs with their sides, which are written in one."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"\s*+(?:{_WORD})")


@cache
def _word_or_joined() -> re.Pattern[str]:
    axis = r"[LR](?<!\w.)(?=on[LR]\b)|on(?=[LR]\b)(?<=[LR]on)(?<!\w[LR]on)"
    limb = r"[LRB](?<!\w.)(?=[LU]E\b)"
    return re.compile(rf"\s*+(?:{axis}|{limb}|{_WORD})")


def tokenize(text: str) -> Tokens:
    """Split a text into words, numbers and single signs."""
    word = _word_or_joined() if any(joined in text for joined in _JOINED) else _word()
    # Words with the space before them leave nothing out, so that their lengths tell where they end.
    spaced = word.findall(text)
    ends = [*accumulate(map(len, spaced))]
    written = [*map(str.lstrip, spaced)]
    spans = [*zip(map(sub, ends, map(len, written)), ends, strict=True)]
    norms = {token: token.lower() for token in set(written)}
    norms |= {token: _norm(token) for token, norm in norms.items() if norm in _CONTRACTIONS or not _is_plain(norm)}
    if "☐" in norms.values():
        norms |= dict.fromkeys(_FILLED.intersection(norms), "☑")
    said = [*map(norms.__getitem__, written)]
    if "its" in norms.values():
        said = [*map(_contracted, said, [*said[1:], "."])]
    return Tokens(said, spans)


def _contracted(norm: str, following: str) -> str:
    """Return what an `its` says that stands where nothing is owned, as in `its the left one`: `it's`."""
    return "it" if norm == "its" and following in _UNOWNED else norm


def _is_plain(norm: str) -> bool:
    """Tell whether lower case is all that a word needs, unless it is a contraction."""
    return norm.isalnum() and norm.isascii()


def _norm(token: str) -> str:
    norm = token.lower().translate(_MARKS) if not token.isascii() else token.lower()
    if norm.startswith("...."):
        return ":"
    norm = _CONTRACTIONS.get(norm, norm)
    if norm.endswith("in'"):
        return norm[:-1] + "g"
    return norm[:-2] if norm.endswith("'s") and len(norm) > 2 else norm  # noqa: PLR2004  # the length of `'s`
