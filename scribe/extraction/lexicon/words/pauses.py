"""Speech written down without commas → the same with the commas that a listener hears.

Recognition often writes where a sentence ends, and nothing inside it. A listener hears a pause where another clause
begins (`C2 is turned to the right | and left rotation's about half`), where a thing is taken up (`on the right | the
arch drops`), before what is denied (`L5 moves | no spasm`) and before what is added (`sore | right there`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from scribe.documents.lowered import lowered
from scribe.extraction.lexicon.words.clauses import clause, denies, leads_to_thing, opens_clause
from scribe.extraction.lexicon.words.tokens import Tokens

_RARE = 60
"""As many words to a comma or more, and nobody has set commas."""
_TELLING = 150
"""Fewer words do not tell whether anybody sets commas."""
_COMMAS = frozenset({",", "comma"})
_STOPS = frozenset({".", "?", "!", ":", ";", "-"})
_CLOSING = _STOPS | {"and", "or", "that"}
"""What ends the words among which the verb of a subject must have come."""
_FINITE = frozenset({
    "is", "isn't", "are", "aren't", "was", "wasn't", "were", "weren't", "has", "hasn't", "had", "have", "does",
    "doesn't", "do", "don't", "did", "didn't", "will", "won't", "can't", "ain't", "feel", "feels",
    "looks", "moves", "springs", "gives", "goes", "comes", "stays", "sits", "hurts", "seems", "glides", "stops",
    "quits", "drops", "rolls", "bends", "turns", "catches", "wants",
})  # fmt: skip
_CONTRACTED = frozenset({"i'm", "i've", "you're", "you've", "we're", "we've", "they're", "they've"})
"""Subjects with their verbs."""
_SUBJECT = 8
"""Words that the subject of a clause has at most, with what joins it."""
_WHENEVER = frozenset({"when", "if", "once"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "these", "those", "your", "my", "his", "her"})
_SIDES = frozenset({"left", "right"})
_EXACTLY = frozenset({
    "there", "here", "in", "over", "under", "on", "behind", "along", "across", "next", "above", "below", "by",
    "where", "around", "through",
})  # fmt: skip
"""Words before which `right` says how near and not on which side: `sore | right there`."""
_BEFORE_SIDE = frozenset({"the", "on", "to", "your", "my", "his", "her", "from", "that", "and", "or", "is"})
_MORE = (["more", "than"], ["greater", "than"], ["worse", "than"])
_DONE = frozenset({
    "up", "down", "back", "forward", "out", "stuck", "locked", "jammed", "tight", "stiff", "sore", "tender", "there",
    "here", "today", "breath", "fixed", "flexed", "extended",
})  # fmt: skip
"""Words that end what is said of a thing, so that a verb behind them says something else of it."""
_REFUSING = frozenset({"doesn't", "won't", "can't", "didn't"})
_TAGS = _REFUSING | {"isn't", "aren't", "don't", "hasn't", "wasn't"}
_TAGGED = frozenset({"it", "you", "they", "that", "he", "she"})
_ASKING = frozenset({"right", "yes", "yeah", "huh", "no"})
_BEFORE_ASKING = frozenset({"the", "on", "to", "your", "all"})
_OPENERS = frozenset({
    "okay", "ok", "yes", "yeah", "yep", "yup", "alright", "well", "hm", "hmm", "mm", "mm-hm", "oof", "ow", "ouch",
    "ooh",
})  # fmt: skip
"""Words that open a sentence and belong to nothing in it."""
_RELATING = frozenset({"it", "there", "one", "side", "thing", "spot", "part", "place"})
"""Words not far behind which a `that` tells which one is meant: `it's the left that's short`."""
_RELATED = 6


def with_pauses(text: str, tokens: Tokens) -> Tokens:
    """Return the words of speech with commas where it pauses, if nobody has set any.

    Args:
        text: The text.
        tokens: Its words.
    """
    if len(tokens.norms) < _TELLING or len(tokens.indices(_COMMAS)) * _RARE > len(tokens.norms):
        return tokens
    pauses = sorted({at for at in _Pauses(text, tokens) if at > 0 and tokens.norms[at - 1][-1].isalnum()})
    norms: list[str] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for at in pauses:
        end = tokens.spans[at - 1][1]
        norms += [*tokens.norms[done:at], ","]
        spans += [*tokens.spans[done:at], (end, end)]
        done = at
    return Tokens([*norms, *tokens.norms[done:]], [*spans, *tokens.spans[done:]])


class _Pauses:
    """Indices of the words that speech pauses before."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text, self._tokens, self._norms = lowered(text), tokens, tokens.norms
        self._starts = tokens.starts
        self._stops = tokens.indices(_STOPS)
        shortened = re.finditer(r"'s\b", self._text)
        self._shortened = frozenset(bisect_left(self._starts, found.end()) - 1 for found in shortened)
        self._finite = sorted(self._shortened.union(tokens.indices(_FINITE | _CONTRACTED)))

    def __iter__(self) -> Iterator[int]:
        yield from self._clauses()
        yield from filter(self._joins, self._tokens.indices({"and"}))
        yield from filter(self._denies, self._tokens.indices({"no", "nothing"}))
        yield from filter(self._takes_up, self._tokens.indices(_DETERMINERS))
        yield from filter(self._goes_on, self._tokens.indices(_REFUSING))
        yield from filter(self._adds, self._tokens.indices(_SIDES))
        yield from filter(self._asks, self._tokens.indices(_TAGS | _ASKING))
        yield from (at + 1 for at in self._tokens.indices(_OPENERS) if self._opens(at))

    def _clauses(self) -> Iterator[int]:
        for match in _clause().finditer(self._text):
            at = bisect_left(self._starts, match.start())
            if 0 < at < len(self._starts) and self._starts[at] == match.start():
                if self._norms[at - 1] == "so":
                    yield at - 1
                elif self._begins_clause(at, match):
                    yield at

    def _begins_clause(self, at: int, opening: re.Match[str]) -> bool:
        before = self._norms[at - 1]
        if opening["clause"].startswith("that") and not _RELATING.isdisjoint(self._norms[max(0, at - _RELATED) : at]):
            return False
        return opens_clause(before, opening) or (opening["pronoun"] is not None and _is_level(before))

    def _joins(self, at: int) -> bool:
        """Tell whether an `and` joins two clauses, as in `it's turned right and the left side is tight`."""
        if not self._has_verb(self._sentence_start(at), at):
            return False
        after = self._word(at + 1)
        return after in _WHENEVER or self._has_verb(at + 1 + (after in _FINITE), self._subject_end(at + 1))

    def _denies(self, at: int) -> bool:
        """Tell whether a `no` begins what is denied, and is not what a verb before it says: `it moves | no spasm`."""
        before = self._word(at - 1)
        return not (denies(before, "no") or at - 1 in self._shortened or leads_to_thing(before))

    def _takes_up(self, at: int) -> bool:
        """Tell whether a thing is named behind a side or level, as in `on the right | the arch drops`."""
        spelled = len(self._word(at + 1)) == 1  # `left a c joint`
        return not spelled and (self._word(at - 1) in _SIDES or _is_level(self._word(at - 1)))

    def _goes_on(self, at: int) -> bool:
        """Tell whether more is said of a thing that has its verb, as in `it's locked up | doesn't drop`."""
        return self._word(at - 1) in _DONE and self._has_verb(self._sentence_start(at), at)

    def _adds(self, at: int) -> bool:
        """Tell whether it is added where or where more: `sore | right there`, `boggy | right more than left`."""
        before, after = self._word(at - 1), self._word(at + 1)
        exactly = self._norms[at] == "right" and after in _EXACTLY and before not in _BEFORE_SIDE
        return exactly or self._norms[at + 1 : at + 3] in _MORE

    def _asks(self, at: int) -> bool:
        """Tell whether a tag asks for what was said: `it's sore | isn't it`."""
        if self._norms[at] in _ASKING:
            return self._word(at + 1) == "?" and self._word(at - 1) not in _BEFORE_ASKING
        return self._word(at + 1) in _TAGGED and self._word(at + 2) in _STOPS

    def _opens(self, at: int) -> bool:
        return at in (0, self._sentence_start(at)) and self._word(at + 1)[:1].isalnum()

    def _sentence_start(self, at: int) -> int:
        before = bisect_left(self._stops, at)
        return self._stops[before - 1] + 1 if before else 0

    def _subject_end(self, start: int) -> int:
        """Return where the verb of a clause must have come: within a few words, before what is joined or related."""
        said = range(start + 1, min(start + _SUBJECT, len(self._norms)))
        return next((at for at in said if self._norms[at] in _CLOSING), said.stop)

    def _has_verb(self, start: int, end: int) -> bool:
        at = bisect_left(self._finite, start)
        return at < len(self._finite) and self._finite[at] < end

    def _word(self, at: int) -> str:
        return self._tokens.word(at) if at >= 0 else "."


def _is_level(word: str) -> bool:
    return len(word) > 1 and word[0] in "ctls" and word[1:].isdecimal()


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"\b(?=[a-z]){clause()}\b")
