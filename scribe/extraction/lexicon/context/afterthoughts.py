"""Afterthoughts: later parts of a statement that deny, doubt or give up what was named before them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from scribe.extraction.lexicon.context.dates import names_earlier_visit
from scribe.extraction.lexicon.context.negations import Cue, denies_it, is_particle
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.context.unverified import is_unverified
from scribe.extraction.lexicon.view.restated import is_denied_again
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_SURE = 4
_THOUGHT = frozenset({"thought", "suspected", "feared", "wondered"})
_MODALS = frozenset({"would", "wouldn't", "could", "couldn't", "can't", "cannot", "not", "am"})
"""Words with which a clause goes on that leaves its subject out."""


class Afterthoughts:
    """Reads what the later parts of one statement make of what was named."""

    def __init__(self, view: View, statement: Statement, cues: Sequence[Cue]) -> None:
        """Take a statement and its cues.

        Args:
            view: The document's words.
            statement: The statement.
            cues: Its cues.
        """
        self._view = view
        self._statement = statement
        self._cues = cues

    def doubts(self, mention: Item) -> bool:
        """Tell whether a clinician's later part doubts what was named, as in `a disc, but I'm not certain`."""
        norms = self._view.norms
        if self._statement.speaker == "patient" or words("certain").isdisjoint(self._view.said):
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
    def _denying(self) -> list[Chunk]:
        """The parts that deny what was named before them."""
        clauses = [*self._statement.chunks[1:], *self._joined_clauses()]
        return sorted(clause for clause in clauses if self._denies(clause))

    def _denies(self, clause: Chunk) -> bool:
        """Tell whether a clause denies what was named before it: `the exam does not bear it out`, `it is not`."""
        if names_earlier_visit(self._view.norms, *clause):
            return False
        if denies_it(self._view, clause) or is_unverified(self._view, clause):
            return True
        return is_denied_again(self._view.norms, *clause) or self._drops(clause)

    def _drops(self, clause: Chunk) -> bool:
        """Tell whether a clause gives up what was named, as in `a disc was our first thought; it has been dropped`."""
        if self._view.norms[clause.start] not in words("anaphora") or findings(self._view, clause):
            return False
        denials = (cue for cue in self._cues if cue.role == "after" and cue.assertion == "absent")
        return any(clause.start < cue.start < clause.end for cue in denials)

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
        """Tell whether a patient only says that something is over, as in `but I don't have that now`."""
        said = self._view.norms[denying.start : denying.end]
        return self._statement.speaker == "patient" and not {"now", "anymore"}.isdisjoint(said)

    def gives_up(self, mention: Item) -> bool:
        """Tell whether a doubt was one of earlier, as in `I thought you might have X, but you don't have the signs`."""
        norms = self._view.norms
        earlier = any(word in _THOUGHT for word in norms[self._statement.start : mention.start])
        later = [chunk for chunk in self._statement.chunks if chunk.start > mention.end]
        turned = next((chunk for chunk in later if norms[chunk.start - 1] == "but"), None)
        return earlier and turned is not None and any(is_particle(word) for word in norms[turned.start : turned.end])
