"""How a statement asserts what it mentions: the cues around it, and how far they reach."""

from typing import NamedTuple

from scribe.extraction.lexicon.view import Item, Statement, View
from scribe.extraction.lexicon.vocabulary import Hit, words
from scribe.schema import Assertion

_REACH_AFTER = 5
_DURATION = 3
_MEASURE = 2
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
_NEXT_CLAUSE = frozenset({",", "comma", "and", "it", "its", "that", "there"})
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
            if self._counts(hit)
        ]

    def _counts(self, hit: Hit) -> bool:
        """Tell whether a term is a cue where it stands."""
        if hit.term.role == "spoken_before":
            return self._statement.turn >= 0 and not self._view.is_dictated
        return hit.term.role in _ROLES and not (self._exclaims(hit) or self._dates(hit) or self._estimates(hit))

    def _exclaims(self, hit: Hit) -> bool:
        """Tell whether a no answers or corrects instead of denying what follows, as in `no, the other one is lower`."""
        if hit.term.text != "no":
            return False
        after = self._view.norms[hit.end] if hit.end < self._statement.end else "."
        alone = any(chunk == (hit.start, hit.end) for chunk in self._statement.chunks)
        return (alone and after == ",") or after in words("subjects") | words("after_exclamation")

    def _dates(self, hit: Hit) -> bool:
        """Tell whether words of the past only say how long, as in `3-week history of` or `over the past month`."""
        if hit.term.value != "historical" or hit.term.role != "before":
            return False
        before = self._view.norms[max(self._statement.start, hit.start - _DURATION) : hit.start]
        if words("durations").intersection(before) and "ago" not in before:
            return hit.term.text in {"history of", "hx of", "hx", "h/o"}
        return hit.term.text in {"past", "in the past"} and bool(
            words("durations").intersection(self._view.norms[hit.end : hit.end + _DURATION])
        )

    def _estimates(self, hit: Hit) -> bool:
        """Tell whether a word of doubt only rounds a measure, as in `maybe sixty percent`."""
        if hit.term.text not in {"maybe", "probably", "perhaps", "likely"}:
            return False
        after = self._view.norms[hit.end : min(hit.end + _MEASURE, self._statement.end)]
        return any(word.isdecimal() or word in words("measures") for word in after)

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
        if _STOPPING.intersection(between):
            return self._stands_alone(cue)
        if cue.assertion == "possible" and words("causes").intersection(self._view.norms[cue.end : cue.end + 1]):
            # Of `neck pain, likely from her desk` only the cause is in doubt.
            return False
        return cue.text not in words("endings") or self._closes(cue)

    def _closes(self, cue: Cue) -> bool:
        """Tell whether a bare participle ends what is said, unlike in `tingling stopped him from working`."""
        after = self._view.norms[cue.end] if cue.end < self._statement.end else "."
        return not after[0].isalnum() or after in words("after_end") or after in words("subjects")

    def _stands_alone(self, cue: Cue) -> bool:
        """Tell whether a cue fills its part of the statement, as in `lumbar dysfunction (L5), resolved`."""
        return any(chunk.start == cue.start and chunk.end <= cue.end + 1 for chunk in self._statement.chunks)

    def _reaches(self, cue: Cue, mention: Item) -> bool:
        if any(cue.end <= other.start < mention.start for other in self._cues if other.role == "terminator"):
            return False
        if ";" in self._view.norms[cue.end : mention.start] and cue.text not in _SENTENCE_WIDE:
            return False
        if cue.assertion == "possible":
            return cue.text in _SENTENCE_WIDE or not self._begins_anew(cue, mention)
        if cue.assertion != "absent" or cue.text in _SENTENCE_WIDE:
            return True
        return self._lists(cue, mention) and not self._is_spent(cue, mention)

    def _begins_anew(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a clause with a subject of its own begins between a doubt and a mention."""
        for chunk in self._statement.chunks:
            opening = [word for word in self._view.norms[chunk.start : chunk.start + 2] if word not in {"and", "so"}]
            if cue.start < chunk.start <= mention.start and words("subjects").intersection(opening[:1]):
                return True
        return False

    def _is_spent(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a negation denies a good thing before a mention, as in `doesn't move well and it's tight`."""
        between = self._view.norms[cue.end : mention.start]
        denied = [index for index, word in enumerate(between) if word in words("denied_first")]
        return bool(denied) and bool(_NEXT_CLAUSE.intersection(between[denied[0] + 1 :]))

    def _lists(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a list runs unbroken from a negation to a mention."""
        for chunk in self._statement.chunks:
            if chunk.start <= cue.start or chunk.start > mention.start:
                continue
            said = self._view.norms[chunk.start : chunk.end]
            if said and said[0] in {"or", "nor"}:
                continue
            if words("asserting").intersection(said) or words("subjects").intersection(said[:1]):
                return False
        return True
