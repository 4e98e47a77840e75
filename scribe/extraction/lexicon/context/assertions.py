"""How a statement asserts what it mentions: the cues around it, and how far they reach."""

from collections.abc import Callable
from functools import cached_property

from scribe.extraction.lexicon.context.afterthoughts import Afterthoughts, is_granted
from scribe.extraction.lexicon.context.cue_reach import Reach
from scribe.extraction.lexicon.context.cues import find_cues
from scribe.extraction.lexicon.context.denials import is_negated, is_particle
from scribe.extraction.lexicon.context.general_talk import spoken_of_nobody
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.other_subjects import is_of_other_level, turns_to_other_side
from scribe.extraction.lexicon.context.other_visits import former
from scribe.extraction.lexicon.context.subjects import PAUSES, Subjects, findings
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_REACH_AFTER = 5
_REACH_PLACES = 14
_SHORT_OF = frozenset({
    ("less", "than"), ("far", "from"), ("anything", "but"), ("short", "of"), ("not", "quite"), ("no", "means"),
    ("no", "way"),
})  # fmt: skip
_BOX = frozenset({"[", "]", "(", ")", "x", "☐", "☑", "☒"})
_YES = frozenset({"yes", "y", "si"})
_TICKED = frozenset({"☒", "☑", "✓", "✔"})
_CALLED = 9
_CALLING = frozenset({
    "call", "describe", "pass", "label", "claim", "term", "called", "described", "labelled", "labeled", "termed",
})  # fmt: skip
_NOBODY = frozenset({"nobody", "hardly", "scarcely", "one", "none", "no"})
"""Words that with a verb of calling deny what it calls something, as in `nobody could call that normal`."""
_WITHOUT = frozenset({"without", "w/o", "lacking", "in the absence of", "absent", "no"})
_ELLIPTIC = frozenset({"none", "possible", "suspected", "probable", "likely", "questionable", "doubtful"})
_CHANGED = 5
_ASIDE = 2
_OWN_NAMING = frozenset({"call", "say", "find", "feel", "name", "see"})
_WHOSE = 3
_FIRST = frozenset({"i", "i'd", "i've", "my"})
_TOPIC = 4
_TOPICS = ("as for", "as to", "as regards", "regarding", "concerning", "of ", "with regard to", "with respect to")
_QUOTES = frozenset({'"', "\u201c", "\u201d"})
_ENDED = frozenset({"resolved", "healed", "cleared"})
"""Participles that may stand before what is over, and behind it."""
_POINTERS = frozenset({"that's", "thats", "it's", "it", "they're", "they", "those", "that"})
_SIDING = frozenset({"on", "the", "and", "but", "side", "one", "at"})
"""Words that a part may say beside a side it only names."""
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
    def _subjects(self) -> Subjects:
        return Subjects(self._view, self._statement, self._cues)

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
                return self._governs_before(cue, mention)
            case "around":
                return self._tells_of(cue, mention)
            case "unchanged":
                return self._names_function(mention) and cue.end <= mention.start and self._reach.reaches(cue, mention)
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
        return follows or self._view.norms[cue.start - 1] in _POINTERS

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

    def _names_function(self, mention: Item) -> bool:
        """Tell whether a mention names what is examined, or its change, and not what is wrong: unchanged it is well."""
        named = self._view.terms("neuro", Chunk(mention.start, mention.start + 1))
        changes = self._view.norms[mention.start] in words("change")
        return changes or any(hit.term.role in {"organ", "sign"} for hit in named)

    def _governs_before(self, cue: Cue, mention: Item) -> bool:
        granted = cue.assertion == "absent" and is_granted(self._view, self._statement, cue)
        if granted or (cue.text in words("endings") and not self._closes(cue)) or self._turns(cue, mention):
            return False
        takes_up = (self._resumes, self._sums_up, self._subjects.speaks_of, self._takes_up, self._finds_none)
        if any(does(cue, mention) for does in takes_up):
            return True
        if cue.start < mention.end or self._distance(mention.end, cue.start) > _REACH_AFTER:
            return False
        between = self._view.norms[mention.end : cue.start]
        # The none of `C SD | T none` is said of the next cell's place.
        next_cell = "|" in between and bool(self._view.fixing(Chunk(mention.end, cue.start)))
        affirmed = self._names_elsewhere(cue, between) or (
            cue.assertion == "absent" and self._is_affirmed(mention.end, cue.start)
        )
        if affirmed or next_cell or self._asks_change(cue, mention) or self._doubts_cause(cue):
            return False
        if PAUSES.intersection(between) and not self._is_topic(mention):
            of_other = self._is_of_other_side(cue) or self._is_of_later_item(cue, mention)
            return self._stands_alone(cue) and not of_other
        return True

    def _is_of_later_item(self, cue: Cue, mention: Item) -> bool:
        """Tell whether an item of its own stands between, as in `lumbar strain; headache, resolved`."""
        parted = [at for at in range(mention.end, cue.start) if self._view.norms[at] == ";"]
        return bool(parted) and bool(findings(self._view, Chunk(parted[-1], cue.start)))

    def _is_of_other_side(self, cue: Cue) -> bool:
        """Tell whether a bare denial is that of the side named right before, as in `tender on the right; left, no`."""
        before = next((part for part in self._statement.chunks if 0 <= cue.start - part.end <= 1), None)
        if before is None or before.start == self._statement.start:
            return False
        own = self._view.sides(before)
        earlier = {side.value for side in self._view.sides(Chunk(self._statement.start, before.start))}
        return (
            bool(own)
            and _SIDING.issuperset(words_beside(self._view, before, own))
            and bool(earlier - {side.value for side in own})
        )

    def _turns(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a denial is that of another side, as in `the right PSIS is sore, the left is not`."""
        part = next((part for part in self._statement.chunks if part.start <= cue.start < part.end), None)
        if part is None or cue.assertion != "absent":
            return False
        side = mention.end <= part.start and turns_to_other_side(
            self._view, self._statement, Chunk(part.start, cue.start)
        )
        return side or is_of_other_level(self._view, self._statement, cue, mention)

    def _finds_none(self, cue: Cue, mention: Item) -> bool:
        """Tell whether an examiner finds none of what was last named: `referred for a dysfunction; I can find none`."""
        if cue.text != "none" or not self._closes(cue) or mention.end > cue.start:
            return False
        finds = not words("shown_by_search").isdisjoint(self._view.norms[cue.start - 1 : cue.start])
        finds = finds or self._view.norms[cue.start - 1] in {"see", "saw", "find", "feel", "felt", "detect", "palpate"}
        later = findings(self._view, Chunk(mention.end, cue.start))
        return finds and not any(hit.term.table in {"lesions", "conditions", "tart"} for hit in later)

    def _names_elsewhere(self, cue: Cue, between: list[str]) -> bool:
        """Tell whether a none or a doubt is said of another place, as in `dysfunction at C2, but none at T4`."""
        at = self._view.norms[cue.end : cue.end + 1] in (["at"], ["in"], ["of"], ["on"], ["over"], ["below"], ["above"])
        return cue.text in _ELLIPTIC and at and not {",", ";", "but", "and"}.isdisjoint(between)

    def _is_affirmed(self, start: int, end: int) -> bool:
        """Tell whether a ticked yes stands between, as in `Numbness: (x) Yes ( ) No  Weakness: ( ) Yes (x) No`."""
        norms = self._view.norms
        said = (at for at in range(start, end) if norms[at] in _YES and at not in self._view.dropped)
        return any("x" in norms[at - 2 : at] or norms[at - 1] in _TICKED for at in said)

    def _doubts_cause(self, cue: Cue) -> bool:
        """Tell whether only a cause is in doubt, as in `neck pain, likely from her desk`."""
        following = self._view.norms[cue.end : cue.end + 1]
        return cue.assertion == "possible" and not words("causes").isdisjoint(following)

    def _resumes(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a clause goes on with a cue after an aside, as in `numbness, so feared, was not found`."""
        if self._view.norms[cue.start] not in words("be_forms") | words("before_verb"):
            return False
        later = [chunk for chunk in self._statement.chunks if mention.start < chunk.start <= cue.start]
        return len(later) == _ASIDE and later[-1].start == cue.start and cue.start - mention.end <= _REACH_PLACES

    def _takes_up(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a clause takes up what was last named, as in `had numbness once, but that's long gone`."""
        part = next((chunk for chunk in self._statement.chunks if chunk.start <= cue.start < chunk.end), None)
        if part is None or mention.end > part.start or not self._stands_alone(cue):
            return False
        crossed_off = cue.text.endswith("off the list")
        if cue.assertion != "historical" and not crossed_off:
            return False
        if self._view.norms[part.start] not in words("subjects") and part.start != cue.start:
            return False
        named = findings(self._view, Chunk(self._statement.start, part.start))
        return (not named and not crossed_off) or (bool(named) and named[-1].start == mention.start)

    def _sums_up(self, cue: Cue, mention: Item) -> bool:
        """Tell whether speech without commas ends what it named: `the knot on the right from May that's gone`."""
        between = Chunk(mention.end, cue.start - 1)
        near = self._statement.turn >= 0 and 0 < cue.start - mention.end <= _REACH_PLACES
        if cue.assertion != "historical" or not near or self._view.norms[cue.start - 1] not in _POINTERS:
            return False
        return (
            self._closes(cue)
            and not findings(self._view, between)
            and not PAUSES.intersection(self._view.norms[between.start : between.end])
        )

    def _asks_change(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a none answers for a change and not for what changes, as in `change in the weakness: none`."""
        if self._names_function(mention):
            return False
        before = self._view.norms[max(self._statement.start, mention.start - _CHANGED) : mention.start]
        changed = next((i for i, word in enumerate(before) if word in words("change")), None)
        return cue.assertion == "absent" and changed is not None and bool({"in", "of"}.intersection(before[changed:]))

    def _is_topic(self, mention: Item) -> bool:
        """Tell whether a mention opens its statement as what it is about, as in `As for numbness, there is none`."""
        before = " ".join(self._view.norms[self._statement.start : mention.start][:_TOPIC])
        return before.startswith(_TOPICS)

    def _distance(self, start: int, end: int) -> int:
        """Count the words between a mention and a cue after it; the names of places and sides do not count."""
        if end - start <= _REACH_AFTER or end - start > _REACH_PLACES:
            return end - start
        between = Chunk(start, end)
        named: list[Item] = [*self._view.places(between), *self._view.sides(between)]
        covered = covered_by(named) | self._view.dropped
        norms = self._view.norms
        uncounted = _BOX | words("place_nouns")
        return sum(index not in covered and norms[index] not in uncounted for index in range(start, end))

    def _closes(self, cue: Cue) -> bool:
        """Tell whether a bare participle ends what is said, unlike in `tingling stopped him from working`.

        Behind a since only the time follows: `I haven't felt it since the spring`.
        """
        if cue.text.endswith(" since"):
            return True
        after = self._view.norms[cue.end] if cue.end < self._statement.end else "."
        return not after[0].isalnum() or after in words("after_end") or after in words("subjects")

    def _stands_alone(self, cue: Cue) -> bool:
        """Tell whether a cue fills its part of the statement, as in `L5 lesion, resolved` and `T4, that one's gone`.

        Who calls it so may stand before it: `I'd consider it resolved`.
        """
        leads = words("anaphors") | words("calling_it")
        return any(
            chunk.start <= cue.start < chunk.end
            and leads.issuperset(self._view.norms[chunk.start : cue.start])
            and (chunk.end <= cue.end + 1 or self._closes(cue))
            for chunk in self._statement.chunks
        )
