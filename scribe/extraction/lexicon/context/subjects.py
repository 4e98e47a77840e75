"""Which findings a verb speaks of: the subject of its clause, or the whole list before it."""

from collections.abc import Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_REACH_SUBJECT = 18
_LISTED = 6
_TOUCHING = 3
_JOINTS = frozenset({"and", "or", "nor", "/", "&", ",", "comma"})
PAUSES = frozenset({",", ";", "comma", "."})
"""Signs and words at which a part of a statement ends."""
_AUXILIARIES = frozenset({"has", "have", "had", "does", "did", "doesn't", "didn't"})
_FINITE = frozenset({
    "could", "couldn't", "cannot", "can't", "never", "not", "failed", "isn't", "wasn't", "weren't", "aren't",
})  # fmt: skip
_OPENING = frozenset({"terminator", "before", "negator"})
_CONTRASTS = frozenset({"but", "yet", "though", "although"})
_SAID_OF_SUBJECTS = frozenset({"absent", "historical"})
_STATING = {
    "neuro": {"symptom", "sign", "organ"},
    "tart": {"finding"},
    "imaging": {"finding"},
    "conditions": {"condition"},
    "lesions": {"head", "weak_head"},
}


def findings(view: View, part: Item) -> list[Hit]:
    """Return what a part names that may be found, in order; of words that name several things the longest."""
    named = [hit for table, roles in _STATING.items() for hit in view.terms(table, part) if hit.term.role in roles]
    return sorted(named, key=lambda hit: hit.start)


class OfStatement:
    """The cues of one statement, for those who judge what they are said of."""

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

    def _part_of(self, item: Item) -> Chunk | None:
        """Return the part of the statement that an item starts in; None for one between its parts."""
        return next((part for part in self._statement.chunks if part.start <= item.start < part.end), None)


class Subjects(OfStatement):
    """Tells of which findings of one statement its verbs speak."""

    def speaks_of(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a verb says of all that opens its statement that it is not or no more, as in `A, B: all denied`.

        Between the two stands a list of findings, or what only tells more of the one that the verb speaks of.
        """
        if cue.assertion not in _SAID_OF_SUBJECTS or not self._is_predicate(cue):
            return False
        before = Chunk(self._statement.start, cue.start)
        if {";", "."}.intersection(self._view.norms[mention.end : cue.start]):
            return False
        named = findings(self._view, before)
        if not named or not named[0].start <= mention.start <= named[-1].start:
            return False
        reach = cue.start - named[-1].end
        return reach <= _REACH_SUBJECT and self._is_list(named) and not self._begins_clause(named[-1].end, cue.start)

    def _is_list(self, named: list[Hit]) -> bool:
        """Tell whether one finding follows the next at once, or after the words that join a list."""
        return all(
            other.start - one.end <= (_LISTED if self._joins(one.end, other.start) else _TOUCHING)
            for one, other in pairwise(named)
        )

    def _joins(self, start: int, end: int) -> bool:
        return not _JOINTS.isdisjoint(self._view.norms[start:end]) and not self._begins_clause(start, end)

    def _begins_clause(self, start: int, end: int) -> bool:
        """Tell whether a clause with a verb or subject of its own begins between two places."""
        norms = self._view.norms
        inside = [cue for cue in self._cues if start <= cue.start < end and cue.role in _OPENING]
        if any(not self._resumes(cue) for cue in inside):
            return True
        opened = [index + 1 for index in range(start, end) if norms[index] in PAUSES]
        light = words("light")
        openings = {norms[at] for at in opened if at < end and not light.issuperset(norms[at + 1 : end])}
        return bool((words("subjects") | words("affirming")).intersection(openings))

    def _resumes(self, cue: Cue) -> bool:
        """Tell whether a but goes on with the same subject, as in `was looked for but did not show up`."""
        after = self._view.norms[cue.end] if cue.end < self._statement.end else "."
        return cue.text in _CONTRASTS and (after in words("be_forms") | _AUXILIARIES | _FINITE)

    def _is_predicate(self, cue: Cue) -> bool:
        """Tell whether a cue is a verb with its auxiliary, as in `has recovered` and `neither is present`."""
        norms, start = self._view.norms, cue.start
        told = norms[start] in {"neither", "none"} and cue.end - start > 1
        if told or norms[start] in words("be_forms") | words("ending") | _AUXILIARIES:
            return True
        while start > self._statement.start and norms[start - 1] in words("light") | {"since", "now", "specifically"}:
            start -= 1
        return start > self._statement.start and norms[start - 1] in words("be_forms") | _AUXILIARIES
