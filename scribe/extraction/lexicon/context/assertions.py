"""How a statement asserts what it mentions: the cues around it, and how far they reach."""

from collections.abc import Callable
from functools import cached_property

from scribe.extraction.lexicon.context.afterthoughts import Afterthoughts
from scribe.extraction.lexicon.context.cue_reach import Reach
from scribe.extraction.lexicon.context.cues import find_cues
from scribe.extraction.lexicon.context.denials import is_negated, is_particle
from scribe.extraction.lexicon.context.general_talk import spoken_of_nobody
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.other_visits import former
from scribe.extraction.lexicon.context.reach_back import POINTERS, ReachBack, names_function
from scribe.extraction.lexicon.context.subjects import PAUSES, findings
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_SHORT_OF = frozenset({
    ("less", "than"), ("far", "from"), ("anything", "but"), ("short", "of"), ("not", "quite"), ("no", "means"),
    ("no", "way"),
})  # fmt: skip
_CALLED = 9
_CALLING = frozenset({
    "call", "describe", "pass", "label", "claim", "term", "called", "described", "labelled", "labeled", "termed",
})  # fmt: skip
_NOBODY = frozenset({"nobody", "hardly", "scarcely", "one", "none", "no"})
"""Words that with a verb of calling deny what it calls something, as in `nobody could call that normal`."""
_WITHOUT = frozenset({"without", "w/o", "lacking", "in the absence of", "absent", "no"})
_OWN_NAMING = frozenset({"call", "say", "find", "feel", "name", "see"})
_WHOSE = 3
_FIRST = frozenset({"i", "i'd", "i've", "my"})
_QUOTES = frozenset({'"', "\u201c", "\u201d"})
_ENDED = frozenset({"resolved", "healed", "cleared"})
"""Participles that may stand before what is over, and behind it."""
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

    def __init__(
        self, view: View, statement: Statement, default: Callable[[], Assertion | None] = lambda: None
    ) -> None:
        """Take a statement; its cues are collected once for all its mentions, when the first one is asked about.

        Args:
            view: The document's words.
            statement: The statement.
            default: Tells what holds without a cue, if not the present; asked when a mention has none.
        """
        self._default = default
        self._view = view
        self._statement = statement

    @cached_property
    def _cues(self) -> list[Cue]:
        return find_cues(self._view, self._statement)

    @cached_property
    def _reach_back(self) -> ReachBack:
        return ReachBack(self._view, self._statement, self._cues)

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self._view, self._statement, self._cues)

    @cached_property
    def _afterthoughts(self) -> Afterthoughts:
        return Afterthoughts(self._view, self._statement, self._cues)

    def assertion(self, mention: Item) -> Assertion:
        """Return how the statement asserts a mention."""
        if mention.start in self._view.denied:
            return "absent"
        found = {cue.assertion for cue in self._cues if self._governs(cue, mention)}
        if (denied := self._afterthoughts.denial(mention)) is not None:
            found.add(denied)
        if "possible" in found and self._afterthoughts.gives_up(mention):
            found.add("absent")
        found |= self._by_place(mention)
        if {"absent", "possible"} <= found and self._lacks_means(mention):
            found.discard("absent")
        if {"absent", "historical"} <= found and self._is_over(mention):
            found.discard("absent")
        if not found and self._afterthoughts.doubts(mention):
            found.add("possible")
        for assertion in _ORDER:
            if assertion in found:
                return assertion
        return _BY_SECTION.get(self._statement.section) or self._told_around or "present"

    def _by_place(self, mention: Item) -> set[Assertion]:
        """Return what it makes of a mention to stand among words of another day, or of no patient."""
        past = mention.start in former(self._view) or (self._read_out and self._is_read_out(mention))
        general = mention.start in spoken_of_nobody(self._view)
        told: dict[Assertion, bool] = {"historical": bool(past), "hypothetical": general}
        return {assertion for assertion, holds in told.items() if holds}

    @cached_property
    def _told_around(self) -> Assertion | None:
        return self._default()

    def _is_over(self, mention: Item) -> bool:
        """Tell whether something is not found, or leaves the list, because it is over: `it's gone so off the list`."""
        behind = [cue for cue in self._cues if cue.start >= mention.end and self._governs(cue, mention)]
        over = next((cue.end for cue in behind if cue.role == "after" and cue.assertion == "historical"), None)
        denials = [cue for cue in self._cues if cue.assertion == "absent" and self._governs(cue, mention)]
        return over is not None and all(over <= cue.start and cue.text.endswith("list") for cue in denials)

    def _lacks_means(self, mention: Item) -> bool:
        """Tell whether only a means is missing, as in `without contrast, fibrosis cannot be excluded`."""
        part = next((chunk for chunk in self._statement.chunks if chunk.start <= mention.start < chunk.end), None)
        denials = [cue for cue in self._cues if cue.assertion == "absent" and self._governs(cue, mention)]
        only_without = bool(denials) and all(cue.text in _WITHOUT for cue in denials)
        return part is not None and only_without and all(cue.end <= part.start for cue in denials)

    @cached_property
    def _read_out(self) -> list[int]:
        """The quotation marks of the statement."""
        if self._view.said.isdisjoint(_QUOTES):
            return []
        norms = self._view.norms
        return [index for index in range(self._statement.start, self._statement.end) if norms[index] in _QUOTES]

    def _is_read_out(self, mention: Item) -> bool:
        """Tell whether a mention stands in words read out of an earlier record: `last time it was, "C4 FRS left"`."""
        marks = [index for index in self._read_out if index < mention.start]
        if len(marks) % 2 == 0:
            return False
        return any(cue.assertion == "historical" and cue.end <= marks[-1] for cue in self._cues)

    def told(self, mention: Item) -> bool:
        """Tell whether a mention only repeats what somebody was told, in speech of the one who is spoken to or of."""
        said = [cue for cue in self._cues if cue.role == "told" and self._precedes(cue, mention)]
        said = [cue for cue in said if not self._tells_oneself(cue)]
        if not said or self._statement.turn < 0:
            own = bool(said) and not _FIRST.isdisjoint(self._view.norms[max(cue.end for cue in said) : mention.start])
            persons = any(cue.role == "person" and self._precedes(cue, mention) for cue in self._cues)
            return bool(said) and not own and not persons
        last = max(cue.end for cue in said)
        if self._statement.speaker == "clinician" and self._names_it(last, mention.start):
            return False
        if not words("confirming").isdisjoint(self._view.norms[last : mention.start]):
            return False
        others = [cue for cue in self._cues if cue.role == "person" and self._precedes(cue, mention)]
        of_another = words("third_persons").intersection(self._view.norms[last : min(mention.start, last + _WHOSE)])
        return not any(cue.start >= last or of_another for cue in others)

    def _tells_oneself(self, cue: Cue) -> bool:
        """Tell whether clinicians say what they have told somebody: `what I told her is that she has a stenosis`."""
        return self._statement.speaker != "patient" and self._view.norms[cue.start - 1] in {"i", "i've", "we", "we've"}

    def _names_it(self, start: int, end: int) -> bool:
        """Tell whether clinicians set their own name against what they were told: `the app says M99, I call it`."""
        norms = self._view.norms
        return any(norms[at] == "i" and norms[at + 1] in _OWN_NAMING for at in range(start, end - 1))

    def _precedes(self, cue: Cue, mention: Item) -> bool:
        return cue.end <= mention.start and self._reach.reaches(cue, mention)

    def stranger(self) -> Cue | None:
        """Return the cue that names somebody else, if one does."""
        return next((cue for cue in self._cues if cue.assertion == "other_person"), None)

    def cue(self, mention: Item, assertion: str) -> Cue | None:
        """Return the cue that gives a mention an assertion, if one does."""
        return next((cue for cue in self._cues if cue.assertion == assertion and self._governs(cue, mention)), None)

    def governing(self, mention: Item) -> list[Cue]:
        """Return every cue that reaches a mention."""
        return [cue for cue in self._cues if self._governs(cue, mention)]

    def _governs(self, cue: Cue, mention: Item) -> bool:
        compares = cue.text in words("versus") and self._view.sides(Chunk(cue.end, cue.end + 2))
        firmly = cue.text == "nothing" and cue.start >= mention.end and self._is_held(mention)
        if compares or firmly:
            return False  # `Right SI hypomobile vs left` doubts nothing, and `It's blocked, nothing` denies none.
        match cue.role:
            case "after" | "year":
                return self._reach_back.governs(cue, mention)
            case "around":
                return self._tells_of(cue, mention)
            case "unchanged":
                return (
                    names_function(self._view, mention)
                    and cue.end <= mention.start
                    and self._reach.reaches(cue, mention)
                )
            case "before" | "label" | "spoken_before" | "person":
                # The last word of `ED for` may open what it governs, as in `for retention`.
                shared = cue.assertion != "absent" or cue.text.endswith("never had")
                overlaps = shared and cue.start < mention.start < cue.end < mention.end
                own = self._denies_itself(cue, mention) or self._is_predicate(cue)
                return (cue.end <= mention.start or overlaps) and not own and self._reach.reaches(cue, mention)
        return False

    def _is_held(self, mention: Item) -> bool:
        """Tell whether an examiner tells of a joint that does not move."""
        held = isinstance(mention, Hit) and (mention.term.table, mention.term.value) == ("tart", "restriction")
        return held and self._statement.turn >= 0

    def _is_predicate(self, cue: Cue) -> bool:
        """Tell whether a participle says what became of something: `it's resolved and C2 is stuck`, `A resolved, B`."""
        if cue.text not in _ENDED or cue.start == self._statement.start:
            return False
        named = findings(self._view, Chunk(cue.start - 1, cue.start))
        follows = bool(named) and self._view.norms[cue.end : cue.end + 1] in ([","], [";"], ["and"])
        return follows or self._view.norms[cue.start - 1] in POINTERS

    def _denies_itself(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a denial of its own goes on after another, as in `no, nothing, doesn't spring`."""
        norms = self._view.norms
        particle = cue.assertion == "absent" and is_particle(norms[mention.start])
        return particle and "," in norms[cue.end : mention.start]

    def negates(self, mention: Item) -> bool:
        """Tell whether a negation stands right before a mention, as in `is not full`."""
        return is_negated(self._view, self._statement, mention)

    def denies_health(self, mention: Item) -> bool:
        """Tell whether a word of health is denied, as in `not normal`, `less than full` or `anything but negative`."""
        before = tuple(self._view.norms[max(self._statement.start, mention.start - 2) : mention.start])
        opening = max((chunk.start for chunk in self._statement.chunks if chunk.start <= mention.start), default=0)
        earlier = self._view.norms[max(opening, mention.start - _CALLED) : mention.start]
        called = next((at for at, word in enumerate(earlier) if word in _CALLING), 0)
        refused = any(is_particle(word) or word in _NOBODY for word in earlier[:called])
        return before in _SHORT_OF or self.negates(mention) or refused

    def _tells_of(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a verb of a dated past and a mention stand in one clause."""
        start, end = min(cue.end, mention.end), max(cue.start, mention.start)
        return not (PAUSES - {","}).intersection(self._view.norms[start:end])
