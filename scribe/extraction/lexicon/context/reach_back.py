"""How far cues reach back: which words behind a mention are said of it, as in `numbness, so feared, was not found`."""

from functools import cached_property

from scribe.extraction.lexicon.context.afterthoughts import is_granted
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.other_subjects import is_of_other_level, turns_to_other_side
from scribe.extraction.lexicon.context.subjects import PAUSES, OfStatement, Subjects, findings
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import words

_REACH_AFTER = 5
_REACH_PLACES = 14
_BOX = frozenset({"[", "]", "(", ")", "x", "☐", "☑", "☒"})
_YES = frozenset({"yes", "y", "si"})
_TICKED = frozenset({"☒", "☑", "✓", "✔"})
_ELLIPTIC = frozenset({"none", "possible", "suspected", "probable", "likely", "questionable", "doubtful"})
_CHANGED = 5
_ASIDE = 2
_TOPIC = 4
_TOPICS = ("as for", "as to", "as regards", "regarding", "concerning", "of ", "with regard to", "with respect to")
POINTERS = frozenset({"that's", "thats", "it's", "it", "they're", "they", "those", "that"})
"""Words that point back to what was named, as in `the knot on the right that's gone`."""
_SIDING = frozenset({"on", "the", "and", "but", "side", "one", "at"})
"""Words that a part may say beside a side it only names."""


class ReachBack(OfStatement):
    """Tells of which mentions before them the cues of one statement are said."""

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self._view, self._statement, self._cues)

    def governs(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a cue says something of a mention that stands before it."""
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
        part = self._part_of(cue)
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
        part = self._part_of(cue)
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
        if cue.assertion != "historical" or not near or self._view.norms[cue.start - 1] not in POINTERS:
            return False
        return (
            self._closes(cue)
            and not findings(self._view, between)
            and not PAUSES.intersection(self._view.norms[between.start : between.end])
        )

    def _asks_change(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a none answers for a change and not for what changes, as in `change in the weakness: none`."""
        if names_function(self._view, mention):
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


def names_function(view: View, mention: Item) -> bool:
    """Tell whether a mention names what is examined, or its change, and not what is wrong: unchanged it is well."""
    named = view.terms("neuro", Chunk(mention.start, mention.start + 1))
    changes = view.norms[mention.start] in words("change")
    return changes or any(hit.term.role in {"organ", "sign"} for hit in named)
