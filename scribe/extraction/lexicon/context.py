"""How a statement asserts what it mentions: the cues around it, and how far they reach."""

from typing import NamedTuple

from scribe.extraction.lexicon.view import Item, Statement, View
from scribe.extraction.lexicon.vocabulary import words
from scribe.schema import Assertion

_REACH_AFTER = 5
_ROLES = frozenset({"before", "after", "person", "terminator", "told"})
_SENTENCE_WIDE = frozenset(
    {
        "differential",
        "differential diagnosis",
        "ddx",
        "denies",
        "deny",
        "denied",
        "denying",
        "niega",
        "negative for",
        "neg for",
    }
)
_STOPPING = frozenset({",", ";", "comma", "."})
_BY_SECTION: dict[str, Assertion] = {
    "past_history": "historical",
    "family_history": "other_person",
    "return_precautions": "hypothetical",
}
_ORDER: tuple[Assertion, ...] = ("other_person", "hypothetical", "absent", "possible", "historical")


class Cue(NamedTuple):
    """A word that changes how a statement asserts its neighbours."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    role: str
    """`before` or `after` the words it governs, `person`, or `terminator`."""
    assertion: str
    """The assertion it gives."""
    text: str
    """The cue as its table has it."""


class Context:
    """The cues of one statement."""

    def __init__(self, view: View, statement: Statement, *, default: Assertion | None = None) -> None:
        """Collect the cues once for all mentions of the statement.

        Args:
            view: The document's words.
            statement: The statement.
            default: What holds without a cue, if not the present.
        """
        self._default = default
        self._view = view
        self._statement = statement
        self._cues = [
            Cue(hit.start, hit.end, hit.term.role, hit.term.value, hit.term.text)
            for hit in view.terms("cues", statement)
            if hit.term.role in _ROLES or (hit.term.role == "spoken_before" and statement.turn >= 0)
        ]

    def assertion(self, mention: Item) -> Assertion:
        """Return how the statement asserts a mention."""
        found = {cue.assertion for cue in self._cues if self._governs(cue, mention)}
        for assertion in _ORDER:
            if assertion in found:
                return assertion
        return self._default or _BY_SECTION.get(self._statement.section, "present")

    def told(self, mention: Item) -> bool:
        """Tell whether a mention only repeats what somebody was told."""
        return any(
            cue.role == "told" and cue.end <= mention.start and self._reaches(cue, mention) for cue in self._cues
        )

    def cue(self, mention: Item, assertion: str) -> Cue | None:
        """Return the cue that gives a mention an assertion, if one does."""
        return next((cue for cue in self._cues if cue.assertion == assertion and self._governs(cue, mention)), None)

    def _governs(self, cue: Cue, mention: Item) -> bool:
        if cue.role == "after":
            return self._governs_before(cue, mention)
        return (
            cue.role in {"before", "spoken_before", "person"}
            and cue.end <= mention.start
            and self._reaches(cue, mention)
        )

    def _governs_before(self, cue: Cue, mention: Item) -> bool:
        if not mention.end <= cue.start <= mention.end + _REACH_AFTER:
            return False
        between = self._view.norms[mention.end : cue.start]
        return not _STOPPING.intersection(between) or self._stands_alone(cue)

    def _stands_alone(self, cue: Cue) -> bool:
        """Tell whether a cue fills its part of the statement, as in `lumbar dysfunction (L5), resolved`."""
        return any(chunk.start == cue.start and chunk.end <= cue.end + 1 for chunk in self._statement.chunks)

    def _reaches(self, cue: Cue, mention: Item) -> bool:
        if any(cue.end <= other.start < mention.start for other in self._cues if other.role == "terminator"):
            return False
        if ";" in self._view.norms[cue.end : mention.start] and cue.text not in _SENTENCE_WIDE:
            return False
        return cue.assertion != "absent" or cue.text in _SENTENCE_WIDE or self._lists(cue, mention)

    def _lists(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a list runs unbroken from a negation to a mention."""
        for chunk in self._statement.chunks:
            if chunk.start <= cue.start or chunk.start > mention.start:
                continue
            said = self._view.norms[chunk.start : chunk.end]
            if said and said[0] in {"or", "nor"}:
                continue
            if words("asserting").intersection(said):
                return False
        return True
