"""How a statement asserts what it mentions: the cues around it, and how far they reach."""

from scribe.extraction.lexicon.cues import Cue, find_cues, is_negated
from scribe.extraction.lexicon.view import Chunk, Item, Statement, View
from scribe.extraction.lexicon.vocabulary import words
from scribe.schema import Assertion

_REACH_AFTER = 5
_REACH_PLACES = 14
_SHORT_OF = frozenset({("less", "than"), ("far", "from"), ("anything", "but"), ("short", "of"), ("not", "quite")})
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
    "education": "hypothetical",
    "consent": "hypothetical",
}
_ORDER: tuple[Assertion, ...] = ("other_person", "hypothetical", "absent", "possible", "historical")


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
        self._cues = find_cues(view, statement)

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

    def governing(self, mention: Item) -> list[Cue]:
        """Return every cue that reaches a mention."""
        return [cue for cue in self._cues if self._governs(cue, mention)]

    def _governs(self, cue: Cue, mention: Item) -> bool:
        match cue.role:
            case "after" | "year":
                return self._governs_before(cue, mention)
            case "around":
                return self._tells_of(cue, mention)
            case "unchanged":
                return self._names_function(mention) and cue.end <= mention.start and self._reaches(cue, mention)
            case "before" | "spoken_before" | "person":
                return cue.end <= mention.start and self._reaches(cue, mention)
        return False

    def negates(self, mention: Item) -> bool:
        """Tell whether a negation stands right before a mention, as in `is not full`."""
        return is_negated(self._view, self._statement, mention)

    def denies_health(self, mention: Item) -> bool:
        """Tell whether a word of health is denied, as in `not normal`, `less than full` or `anything but negative`."""
        before = tuple(self._view.norms[max(self._statement.start, mention.start - 2) : mention.start])
        return before in _SHORT_OF or self.negates(mention)

    def _tells_of(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a verb of a dated past and a mention stand in one clause."""
        start, end = min(cue.end, mention.end), max(cue.start, mention.start)
        return not (_STOPPING - {","}).intersection(self._view.norms[start:end])

    def _names_function(self, mention: Item) -> bool:
        """Tell whether a mention names what is examined and not what is wrong: without change it is well."""
        named = self._view.terms("neuro", Chunk(mention.start, mention.start + 1))
        return any(hit.term.role in {"organ", "sign"} for hit in named)

    def _governs_before(self, cue: Cue, mention: Item) -> bool:
        if cue.start < mention.end or self._distance(mention.end, cue.start) > _REACH_AFTER:
            return False
        between = self._view.norms[mention.end : cue.start]
        if cue.assertion == "possible" and words("causes").intersection(self._view.norms[cue.end : cue.end + 1]):
            # Of `neck pain, likely from her desk` only the cause is in doubt.
            return False
        if _STOPPING.intersection(between):
            return self._stands_alone(cue)
        return cue.text not in words("endings") or self._closes(cue)

    def _distance(self, start: int, end: int) -> int:
        """Count the words between a mention and a cue after it; the names of places and sides do not count."""
        if end - start <= _REACH_AFTER or end - start > _REACH_PLACES:
            return end - start
        between = Chunk(start, end)
        named: list[Item] = [*self._view.places(between), *self._view.sides(between)]
        covered = {index for item in named for index in range(item.start, item.end)}
        norms = self._view.norms
        return sum(index not in covered and norms[index] not in words("place_nouns") for index in range(start, end))

    def _closes(self, cue: Cue) -> bool:
        """Tell whether a bare participle ends what is said, unlike in `tingling stopped him from working`."""
        after = self._view.norms[cue.end] if cue.end < self._statement.end else "."
        return not after[0].isalnum() or after in words("after_end") or after in words("subjects")

    def _stands_alone(self, cue: Cue) -> bool:
        """Tell whether a cue fills its part of the statement, as in `lumbar dysfunction (L5), resolved`."""
        return any(
            chunk.start == cue.start and (chunk.end <= cue.end + 1 or self._closes(cue))
            for chunk in self._statement.chunks
        )

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
