"""Where a statement parts: at commas, brackets and dashes, before the next column, at words that except."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import limb_words, words

_BREAKS = frozenset({",", ";", "(", ")", "[", "]", "comma", "semicolon", "but", "then", "|"})
_EXCEPTING = {
    "except": "", "excepting": "", "barring": "", "exception": "", "excepto": "", "apart": "from", "aside": "from",
    "other": "than", "save": "for", "outside": "of", "but": "", "bar": "",
}  # fmt: skip
"""Words that except what follows them, with the word that some of them need."""
_EXCEPTED = 7
_EXCEPTED_BEFORE = frozenset({"excepted", "aside", "apart"})
"""Words that except what stands before them, as in `all move well, T5 excepted`."""
_IDIOMS = frozenset({"all", "anything", "nothing", "none"})
"""Words that with a `but` or `other than` right after them name no exception, as in `anything but free`."""
_PARTING = _BREAKS - {","}
"""What always parts a statement."""
_MAY_PART = frozenset({*_EXCEPTING, ",", "-", "/"}) - _PARTING
"""What may part a statement."""
_HESITATIONS = frozenset({"uh", "um", "er", "erm", "uhm", "umm"})
"""Sounds that commas set off, and that part nothing."""
_OTHER_SIDES = (["l"], ["r"], ["left"], ["right"], ["lt"], ["rt"])
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"])
"""What follows a dash that is a minus, as in `SLR: R +, L - .`."""
_SHORT_VALUES = frozenset({"neg", "pos", "nl", "norm", "wnl", "abs", "sym", "symm", "nt"})
_TOLD = 3
"""Words between an `and` and the other side that tell how it is there."""
_LEADING = frozenset({"the", "to", "on", "your"})
_CLOSING = frozenset({".", ",", ";", "?", "!", "", "side", "sided", "and", "but", "at", "so", "today", "there", "here"})
"""What may follow that side."""
_JOINING = frozenset(
    {
        "a",
        "an",
        "another",
        "the",
        "your",
        "then",
        "now",
        "my",
        "his",
        "her",
        "both",
        "from",
        "to",
        "same",
        "is",
        "was",
        "one",
    }
)
_OWNING = frozenset({"the", "your", "his", "her", "this", "that"})
_BEING = frozenset(
    {"is", "isn't", "has", "moves", "springs", "glides", "sits", "feels", "goes", "looks", "stays", "doesn't", "won't"}
)
"""Verbs of a part that is told of by itself."""
_TELLING = _BEING | {"it's", "that's", "are", "was", "he's", "she's", "there's", "don't", "i", "you"}
_BESIDE = frozenset({"beside", "next", "to", "it", "itself", "below", "above", "joint", "there"})
_NEXT_TO = 4
"""Words from a part to its verb, as in `the rib next to it is up`."""
_BACK = 14
"""Words in which a clause before an `and` has its verb."""
_LEADS = frozenset({":", "]", "☑", "☒"})


class Breaks:
    """The breaks of a document."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        named: tuple[Sequence[Place], Sequence[Side]],
        columns: frozenset[int],
        seams: Collection[int],
    ) -> None:
        """Look up what may part a statement.

        Args:
            text: The text.
            tokens: Its words.
            named: Its places and its sides in order.
            columns: Indices of the first words of its columns.
            seams: Indices of the signs that part nothing.
        """
        self._text, self._tokens, self._norms = text, tokens, tokens.norms
        self._places = frozenset(place.start for place in named[0])
        self._columns = columns
        parting = chain(
            tokens.indices(_PARTING),
            filter(self._is_break, tokens.indices(_MAY_PART)),
            self._points(),
            self._sided(named[1]),
            self._clauses(named),
        )
        self._breaks = frozenset(parting).difference(seams)
        self._parting = sorted(columns | self._breaks)

    def between(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Return from where to where the words between the breaks of a statement go, in order."""
        first = bisect_left(self._parting, start)
        if first == len(self._parting) or self._parting[first] >= end:
            return ((start, end),)
        return self._parted(start, end, self._parting[first : bisect_left(self._parting, end, first)])

    def _parted(self, start: int, end: int, parting: Sequence[int]) -> Iterator[tuple[int, int]]:
        for index in parting:
            if index in self._breaks:
                if index > start:
                    yield start, index
                start = index + 1
            elif index > start and self._norms[index].isalnum():
                yield start, index
                start = index
        if end > start:
            yield start, end

    def excepted(self, part: range) -> bool:
        """Tell whether a part is named as an exception, as after `except for` or `in every muscle but`."""
        if part.start > 0 and self._excepts(part.start - 1):
            return True
        return self._norms[part.stop - 1 - (not self._norms[part.stop - 1][0].isalnum())] in _EXCEPTED_BEFORE

    def _excepts(self, index: int) -> bool:
        """Tell whether a word excepts what follows it."""
        word = self._norms[index]
        if word not in _EXCEPTING or (index and self._norms[index - 1] in _IDIOMS):
            return False
        after = self._norms[index + 1 : index + 2]
        if (word == "but" and after == ["for"]) or (word in {"save", "bar"} and self._names_place(index + 1)):
            return True
        if word == "but" or (word == "save" and after != ["for"]):
            universal = words("universal").intersection(self._norms[max(0, index - _EXCEPTED) : index])
            return bool(universal) and after != ["free"]
        if word == "bar":
            return after in _OTHER_SIDES or after in (["the"], ["a"], ["for"])
        if word == "outside" and (self._norms[index - 1] in {"the", "down", "along"} or self._is_of_limb(index)):
            return False
        following = _EXCEPTING[word]
        return not following or after == [following]

    def _is_of_limb(self, index: int) -> bool:
        """Tell whether it is the outer side of a limb that is named, as in `tingling, outside of the left foot`."""
        behind = self._norms[index + 1 : index + 5]
        return behind[:1] == ["of"] and not limb_words().isdisjoint(behind)

    def _names_place(self, index: int) -> bool:
        """Tell whether a place stands at a word, over an article."""
        return index + (self._norms[index : index + 1] == ["the"]) in self._places

    def _is_break(self, index: int) -> bool:
        """Tell whether a word or sign that may part a statement does: an `except`, most commas, a dash."""
        word = self._norms[index]
        if word == ",":
            return _HESITATIONS.isdisjoint(self._norms[max(0, index - 1) : index + 2])
        return self._is_dash(index) or self._parts_sides(index) or self._excepts(index)

    def _points(self) -> Iterator[int]:
        """Yield the points of shortened values, as in `neg.` and `nl.`."""
        return (at + 1 for at in self._tokens.indices(_SHORT_VALUES) if self._tokens.word(at + 1) == ".")

    def _sided(self, sides: Sequence[Side]) -> Iterator[int]:
        """Yield where an `and` parts what is said of one side from what is said of the other.

        So it does in `full on the right and limited on the left`, and not in `tender on the right and the left`.
        """
        for one, other in pairwise(sides):
            told = self._norms[one.end + 1 : other.start]
            while told and told[-1] in _LEADING:
                told.pop()
            apart = {one.value, other.value} == {"left", "right"} and self._norms[one.end] == "and"
            tells = 0 < len(told) <= _TOLD and _JOINING.isdisjoint(told) and all(map(str.isalpha, told))
            ends = self._tokens.word(other.end) in _CLOSING
            if apart and tells and ends and self._places.isdisjoint(range(one.end, other.end + 1)):
                yield one.end

    def _clauses(self, named: tuple[Sequence[Place], Sequence[Side]]) -> Iterator[int]:
        """Yield where an `and` begins what is told of another part: `it's sore and the left crest is high`.

        So it does not in `L4 and L5 feel stuck`, nor where nothing was told before: `L4 and the sacrum moves`.
        """
        sides = {side.end: side.start for side in named[1]}
        ends = {*(place.end for place in named[0]), *sides}
        for place in named[0]:
            start = sides.get(place.start, place.start)
            start -= self._norms[start - 1] in _OWNING
            if self._norms[start - 1] != "and":
                continue
            told = self._norms[max(0, start - _BACK) : start - 1]
            last = max((at for at, word in enumerate(told) if word in {",", ".", ";", "?", "and"}), default=-1)
            listed = start - 1 in ends and _TELLING.isdisjoint(told[last + 1 :])
            verb = next(
                (at for at in range(place.end, place.end + _NEXT_TO) if self._tokens.word(at) not in _BESIDE), 0
            )
            if self._tokens.word(verb) in _BEING and not listed:
                yield start - 1

    def _parts_sides(self, index: int) -> bool:
        """Tell whether a slash with space around it stands before the other side, as in `R pos / L neg`."""
        if self._norms[index] != "/" or self._norms[index + 1 : index + 2] not in _OTHER_SIDES:
            return False
        start, end = self._tokens.spans[index]
        return self._text[start - 1 : start].isspace() and self._text[end : end + 1].isspace()

    def _is_dash(self, index: int) -> bool:
        """Tell whether a hyphen stands alone between words, as a dash does."""
        if self._norms[index] != "-":
            return False
        start, end = self._tokens.spans[index]
        if self._text[start - 1 : start] not in {" ", "-", "\t"} or self._text[end : end + 1] not in {" ", "-"}:
            return False
        leads = self._norms[index - 1] in _LEADS
        return not leads and index + 1 not in self._columns and self._norms[index + 1 : index + 2] not in _ENDS
