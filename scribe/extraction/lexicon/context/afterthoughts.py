"""Afterthoughts: later words that deny, doubt or give up what was named before them.

They are parts of the same statement, as in `a disc, but I'm not certain`, the end of a search (`... and there isn't
any`), or fragments of their own: `Not confirmed.`, `On examination: not reproduced.`.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from scribe.extraction.lexicon.context.dates import names_earlier_visit
from scribe.extraction.lexicon.context.denials import REFUSING, denies_it, is_particle, particles
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.other_subjects import turns_to_other_side
from scribe.extraction.lexicon.context.subjects import PAUSES, OfStatement, findings
from scribe.extraction.lexicon.view.restated import DENYING, is_denied_again
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_SURE = 4
_WAITING = frozenset({"yet", "before", "until"})
_POINTED = frozenset({"that", "it", "this"})
_POINTED_NEAR = 3
_JOINS = frozenset({"and", "or", "but", "from", "for", "after", "with"})
_CONCLUDED = frozenset({"lesions", "conditions"})
_RESERVING = frozenset({
    ("quote", "me"), ("hold", "me"), ("jury", "still"), ("jury", "is"), ("still", "out"), ("be", "wrong"),
    ("will", "tell"), ("of", "salt"), ("reserve", "judgment"), ("reserving", "judgment"), ("been", "wrong"),
    ("early", "days"),
})  # fmt: skip
"""Words by which a speaker does not stand by what was just said: `but I could be wrong`, `the jury is still out`."""
_RESERVED = frozenset(word for pair in _RESERVING for word in pair) - {"me", "is", "be", "of", "will", "still"}
_SUBJECTS = (["you"], ["he"], ["she"], ["they"], ["we"], ["i"], ["the"], ["your"], ["form"], ["there's"])
_BEFORE_I = frozenset((when, who) for when in ("before", "until") for who in ("i", "we", "i'll", "we'll", "i'd"))
_THOUGHT = frozenset({"thought", "suspected", "feared", "wondered"})
_MODALS = frozenset({"would", "wouldn't", "could", "couldn't", "can't", "cannot", "not", "am"})
"""Words with which a clause goes on that leaves its subject out."""


class Afterthoughts(OfStatement):
    """Reads what the later parts of one statement make of what was named."""

    def doubts(self, mention: Item) -> bool:
        """Tell whether a clinician's later part doubts what was named, as in `a disc, but I'm not certain`."""
        norms = self._view.norms
        said = norms[self._statement.start : self._statement.end]
        if self._statement.speaker == "patient":
            return False
        if any(self._is_last_before(mention, chunk) for chunk in self._holding_back):
            return True
        if self._is_hedged(mention):
            return True
        if words("certain").isdisjoint(said):
            return False
        for chunk in self._statement.chunks:
            if chunk.start < mention.end or findings(self._view, chunk):
                continue
            sure = next((at for at in range(*chunk) if norms[at] in words("certain")), None)
            if sure is None or not words("asking_words").isdisjoint(norms[sure + 1 : sure + 2]):
                continue
            doubts = any(is_particle(word) for word in norms[max(chunk.start, sure - _SURE) : sure])
            opens = norms[chunk.start] in _MODALS or not words("subjects").isdisjoint(norms[chunk.start : sure])
            if doubts and opens:
                return True
        return False

    @cached_property
    def _holding_back(self) -> list[Chunk]:
        """The parts that put off to call what was named by its name: `but I want a lab before I write that down`."""
        said = self._view.norms[self._statement.start : self._statement.end]
        if words("committing").isdisjoint(said) or not (_WAITING & {*said}):
            return []
        parts = (chunk for chunk in self._statement.chunks if not findings(self._view, chunk))
        return [chunk for chunk in parts if self._waits(chunk)]

    def _is_hedged(self, mention: Item) -> bool:
        """Tell whether the next words only hedge a lesion or condition, as in `an L4 dysfunction, most likely`."""
        if isinstance(mention, Hit) and mention.term.table not in _CONCLUDED:
            return False
        later = (chunk for chunk in self._hedging if chunk.start >= mention.end)
        if any(not _named(self._view, Chunk(mention.end, chunk.start)) for chunk in later):
            return True
        return any(at >= mention.end and self._goes_on(mention.end, at) for at in self._closing_hedges)

    def _goes_on(self, start: int, hedge: int) -> bool:
        """Tell whether nothing else is said before a hedge: of `T9, from the rowing most likely` it is the cause."""
        said = self._view.norms[start:hedge]
        return (PAUSES | words("causes") | _JOINS).isdisjoint(said) and not _named(self._view, Chunk(start, hedge))

    @cached_property
    def _hedging(self) -> list[Chunk]:
        """The parts that only hedge what stands before them."""
        said = self._view.norms[self._statement.start : self._statement.end]
        if (words("hedges") | _RESERVED).isdisjoint(said):
            return []
        return [part for part in self._statement.chunks[1:] if only_hedges(self._view, part)]

    @cached_property
    def _closing_hedges(self) -> list[int]:
        """The hedges that close a clause without a mark before them: `that's a rib dysfunction probably we'll see`."""
        norms, start, end = self._view.norms, self._statement.start, self._statement.end
        hedges = [at for at in range(start, end) if norms[at] in words("hedges")]
        return [
            at
            for at in hedges
            if at + 1 >= end or not norms[at + 1][0].isalnum() or norms[at + 1] in words("hedges_end")
        ]

    def _is_last_before(self, mention: Item, chunk: Chunk) -> bool:
        """Tell whether a mention is the last thing named before a part."""
        named = findings(self._view, Chunk(self._statement.start, chunk.start))
        return bool(named) and mention.start <= named[-1].start < mention.end

    def _waits(self, chunk: Chunk) -> bool:
        """Tell whether a part says that its speaker does not yet commit to something: `I can't call it yet`."""
        norms = self._view.norms
        said = norms[chunk.start : chunk.end]
        verbs = [at for at, word in enumerate(said) if word in words("committing")]
        pointed = [at for at in verbs if _points_back(said[at + 1 : at + 1 + _POINTED_NEAR])]
        for at in pointed:
            before = said[max(0, at - _POINTED_NEAR) : at]
            held = any(is_particle(word) for word in before) and "yet" in said[at:]
            if held or any(pair in _BEFORE_I for pair in pairwise(before)):
                return True
        return False

    @cached_property
    def _denying(self) -> list[Chunk]:
        """The parts that deny what was named before them."""
        if not may_deny(self._view, self._statement) and not any(map(_denies_before, self._cues)):
            return []
        clauses = [*self._statement.chunks[1:], *self._joined_clauses()]
        return sorted(clause for clause in clauses if self._denies(clause))

    def _denies(self, clause: Chunk) -> bool:
        """Tell whether a clause denies what was named before it: `the exam does not bear it out`, `it is not`."""
        if not (denies_what_was_named(self._view, clause) or self._drops(clause)):
            return False
        if turns_to_other_side(self._view, self._statement, clause):
            return False
        return not names_earlier_visit(self._view.norms, *clause)

    def _drops(self, clause: Chunk) -> bool:
        """Tell whether a clause gives up what was named, as in `a disc was our first thought; it has been dropped`."""
        if self._view.norms[clause.start] not in words("anaphora") or findings(self._view, clause):
            return False
        inside = (cue for cue in filter(_denies_before, self._cues) if clause.start < cue.start < clause.end)
        return any(not is_granted(self._view, self._statement, cue) for cue in inside)

    def _joined_clauses(self) -> Iterator[Chunk]:
        """Yield the clauses that an `and` joins without a comma: `looked for L5 dysfunction and did not find it`."""
        norms = self._view.norms
        for chunk in self._statement.chunks:
            joint = next((index for index in range(chunk.start + 1, chunk.end) if norms[index] == "and"), None)
            if joint is not None and joint + 1 < chunk.end:
                yield Chunk(joint + 1, chunk.end)

    def denial(self, mention: Item) -> Literal["absent", "historical"] | None:
        """Return how a later part denies a mention without naming it: `numbness, but I can't reproduce that`."""
        denying = next((chunk for chunk in self._denying if chunk.start >= mention.end), None)
        if denying is None:
            return None
        named = findings(self._view, Chunk(self._statement.start, denying.end))
        last = [hit for hit in named if hit.term.value == named[-1].term.value and named[-1].start - hit.end <= 1]
        if all(hit.start != mention.start for hit in last):
            return None
        return "historical" if self._is_no_more(denying) else "absent"

    def _is_no_more(self, denying: Chunk) -> bool:
        """Tell whether words only say that something is over: `I can't find it anymore`, of a patient also `now`."""
        said = self._view.norms[denying.start : denying.end]
        if "anymore" in said or ("any", "more") in pairwise(said):
            return True
        return self._statement.speaker == "patient" and "now" in said

    def gives_up(self, mention: Item) -> bool:
        """Tell whether a doubt was one of earlier, as in `I thought you might have X, but you don't have the signs`."""
        norms = self._view.norms
        earlier = any(word in _THOUGHT for word in norms[self._statement.start : mention.start])
        later = [chunk for chunk in self._statement.chunks if chunk.start > mention.end]
        turned = next((chunk for chunk in later if norms[chunk.start - 1] == "but"), None)
        return earlier and turned is not None and any(is_particle(word) for word in norms[turned.start : turned.end])


def _closes(following: str) -> bool:
    """Tell whether a mark ends a clause, or a word begins the next one."""
    return not following[0].isalnum() or following in words("hedges_end")


def only_hedges(view: View, part: Item) -> bool:
    """Tell whether a part says nothing but that its speaker is not certain: `that's my guess`, `don't quote me on it`.

    Args:
        view: The document's words.
        part: A clause or statement.
    """
    said = [word for word in view.norms[part.start : part.end] if word[0].isalnum()]
    if not _RESERVING.isdisjoint(pairwise(said)):
        return not _named(view, part)
    return not words("hedges").isdisjoint(said) and words("hedges") | words("hedge_fillers") >= {*said}


def _named(view: View, part: Item) -> list[Hit]:
    """Return the findings, lesions and conditions that a part names, in order."""
    positions = [hit for hit in view.terms("lesions", part) if hit.term.role == "position"]
    return sorted([*findings(view, part), *positions], key=lambda hit: hit.start)


def _points_back(behind: list[str]) -> bool:
    """Tell whether a verb has a pronoun behind it, unlike in `before we say that you can lift`."""
    at = next((at for at, word in enumerate(behind) if word in _POINTED), None)
    return at is not None and behind[at + 1 : at + 2] not in _SUBJECTS


def _denies_before(cue: Cue) -> bool:
    """Tell whether a cue denies what stands before it."""
    return cue.role == "after" and cue.assertion == "absent"


_OPENING = 6
_LEADS = frozenset({
    "but", "and", "today", "here", "on", "exam", "examination", "palpation", "testing", "at", "this", "visit", ":", ",",
    "-", "by", "me", "us", "it", "was", "is", "which", "were", "could", "that", "dx", "diagnosis", "the", "these",
    "also",
})  # fmt: skip
"""Words that name nothing, before a denial."""
_BETWEEN = frozenset({"be", "been", "able", "to", "yet"})
_AFTER = frozenset({"today", "here", "now", "either", "by", "out", "me", "us"})
_EXAMS = frozenset({"exam", "examination", "palpation", "testing", "recheck", "our", "my", "today"})
_CLOSING = 6
_NO_RESULT = (
    ["there's", "none"], ["there", "none"], ["found", "none"], ["find", "none"], ["felt", "none"], ["feel", "none"],
    ["there", "isn't", "any"], ["there", "wasn't", "any"], ["didn't", "find", "any"], ["found", "nothing"],
    ["there", "is", "none"], ["is", "not", "any"], ["don't", "find", "any"], ["not", "find", "any"],
    ["don't", "find", "one"], ["didn't", "find", "one"], ["there", "isn't", "one"], ["there", "wasn't", "one"],
)  # fmt: skip
_NONE = frozenset({"none", "any", "nothing", "one"})
_SHORTEST = 3
_LESIONS = frozenset({"head", "weak_head", "position"})
_ELSE = frozenset({"another", "second", "else", "others", "otherwise", "more", "further", "beyond"})
_TOLD = {"neuro": {"symptom", "sign"}, "conditions": {"condition"}, "imaging": {"finding"}}


_EXCLUDING = frozenset({"ruled", "excluded", "discounted", "dismissed", "eliminated", "rejected", "discarded"})
"""Verbs by which an examiner gives up what was named, as in `I've excluded that`."""


@lru_cache(maxsize=1)
def _denials(view: View) -> frozenset[str]:
    """Return the words of a document of which a part has one that denies what was named before it."""
    return (view.said & (REFUSING | DENYING | _EXCLUDING)) | particles(view.said)


def may_deny(view: View, part: Item) -> bool:
    """Tell whether a part has a word of denial, without which it denies nothing that was named before it.

    Args:
        view: The document's words.
        part: A clause or statement.
    """
    return not _denials(view).isdisjoint(view.norms[part.start : part.end])


def denies_what_was_named(view: View, part: Item) -> bool:
    """Tell whether a part denies what was named before it, without naming it.

    Args:
        view: The document's words.
        part: A clause or statement.
    """
    if not may_deny(view, part):
        return False
    denied = denies_it(view, part) or is_unverified(view, part) or _excludes(view, part)
    return denied or is_denied_again(view.norms, part.start, part.end)


def _excludes(view: View, part: Item) -> bool:
    """Tell whether a part only says that something was excluded, or is of others: `I've ruled that out`, `not in you`.

    Args:
        view: The document's words.
        part: A clause or statement.
    """
    said = [word for word in view.norms[part.start : part.end] if word[0].isalnum()]
    if said[:1] == ["not"]:
        return said[1:2] in (["in"], ["with"], ["for"]) and said[2:] in (["your", "case"], ["you"], ["this", "case"])
    after = said[1:] if said[:1] in (["i've"], ["i"], ["we've"], ["we"], ["so"]) else []
    after = after[1:] if after[:1] == ["have"] else after
    return after[:1] != [] and after[0] in _EXCLUDING and after[1:2] != [] and after[1] in _POINTED


def is_unverified(view: View, part: Item) -> bool:
    """Tell whether a part only says that something was not confirmed.

    Args:
        view: The document's words.
        part: A clause or statement that names nothing itself.
    """
    norms = view.norms
    opening = range(part.start, min(part.end, part.start + _OPENING))
    denial = next((at for at in opening if is_particle(norms[at]) or norms[at] not in _LEADS), None)
    if denial is None or not is_particle(norms[denial]):
        return False
    verb = denial + 1
    while verb < part.end and norms[verb] in _BETWEEN:
        verb += 1
    return verb < part.end and norms[verb] in words("unverified") and _ends(norms[verb + 1 : part.end])


def without_result(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the end of a search as a denial of what it names: `I looked for a lesion at T4, and there isn't any.`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if _NONE.isdisjoint(view.norms[max(statement.start, statement.end - _CLOSING) : statement.end]):
        return
    heads = [hit for hit in view.named[statement.start].get("lesions", ()) if hit.term.role in _LESIONS]
    if heads and heads[-1].end <= statement.end - _SHORTEST and finds_none(view, statement):
        yield Cue(statement.end - _SHORTEST, statement.end, "after", "absent", "none")


def finds_none(view: View, part: Statement) -> bool:
    """Tell whether a part ends with a search that had no result: `I went down the neck, and there's none`.

    Args:
        view: The document's words.
        part: A statement.
    """
    norms = view.norms
    named = view.named[part.start]
    told = any(hit.term.role in roles for table, roles in _TOLD.items() for hit in named.get(table, ()))
    if told or not _ELSE.isdisjoint(norms[part.start : part.end]):
        return False
    said = [word for word in norms[max(part.start, part.end - _CLOSING) : part.end] if word[0].isalnum()]
    while said and said[-1] in {"there", "here", "today"} and len(said) > 1:
        said.pop()
    return said[-2:] in _NO_RESULT or said[-3:] in _NO_RESULT or said == ["none"]


def _ends(behind: list[str]) -> bool:
    """Tell whether nothing else is said behind the verb: `today`, `on palpation`, or no more at all."""
    if not behind or not behind[0][0].isalnum() or behind[0] in _AFTER:
        return True
    return behind[0] in {"on", "at"} and not _EXAMS.isdisjoint(behind[1:3])


_RELATIVES = frozenset({"which", "that"})
_OF_ROLE = ("the cause", "the problem", "explain", "what")
"""How cues end that deny what something does, and with it most often the thing itself."""
_HELD = frozenset({"have", "has", "got", "is", "was", "see", "saw", "find", "found", "feel", "call", "think", "say"})
"""Words by which a clause denies the thing itself, as in `which isn't what you have`."""
_HELD_SOON = 4
_LONGEST_CLAUSE = 12


def is_granted(view: View, statement: Statement, cue: Cue) -> bool:
    """Tell whether a relative clause takes what it follows for granted, and denies only its part in the matter.

    `A stenosis, which isn't what bothers him`, `a lesion, which wasn't there last time`.

    Args:
        view: The document's words.
        statement: The statement.
        cue: A denial of what stands before it.
    """
    norms = view.norms
    if cue.start == statement.start or norms[cue.start - 1] not in _RELATIVES:
        return False
    after = norms[cue.end : min(statement.end, cue.end + _LONGEST_CLAUSE)]
    clause = after[: next((at for at, word in enumerate(after) if not word[0].isalnum()), len(after))]
    if names_earlier_visit(clause, 0, len(clause)):
        return True
    if not cue.text.endswith(_OF_ROLE):
        return False
    return not cue.text.endswith("what") or _HELD.isdisjoint(clause[:_HELD_SOON])
