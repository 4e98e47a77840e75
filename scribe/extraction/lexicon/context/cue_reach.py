"""How far a cue reaches: over its list, up to what begins anew, and not over what is denied already."""

from functools import cached_property
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.negations import Cue, denies_another
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.context.subjects import PAUSES, OfStatement, findings
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

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
        "neg for",
        "negative for",
    }
)
_GIVING_NAMES = frozenset({
    "call", "calling", "called", "label", "labeling", "labelling", "name", "naming", "term", "consider", "considering",
    "make", "making", "code", "coding", "write", "writing", "list", "listing", "chart", "charting", "deem", "diagnose",
    "diagnosing", "count", "counting", "find", "declare", "brand",
})  # fmt: skip
"""Verbs that give something a name."""
_SAYING = frozenset({"say", "call", "guess"})
_NEXT_CLAUSE = frozenset({",", "comma", "and", "&", "/", "+", "it", "its", "that", "there"})
_OBJECTS = frozenset({"your", "my", "his", "her", "their", "the", "it", "that", "this"})
"""Words that open what somebody moves: a joint that does not turn has no object."""
_UP_TO_CONSEQUENCE = frozenset({"absent", "possible"})
_INSTEAD = frozenset({"it's", "there's", "you've", "i've", "it", "this"})
"""Words with which speech without pauses begins anew."""
_FIRST = frozenset({"i", "i'm", "i'll", "i'd", "i've", "we", "we're", "we'll", "we'd", "we've"})
_STOOD_FOR = frozenset({"it", "one", "this", "them"})
"""Words that stand for what was named, and with which a denial may be complete: `I'm not calling it one`."""
_OPINING = frozenset({
    "mean", "means", "that", "if", "whether", "think", "say", "says", "said", "prove", "proves", "show", "shows",
    "suggest", "suggests", "when", "where", "why", "how", "like", "with", "from", "for", "in", "on", "to", "about",
    "of", "at", "and", "or",
})  # fmt: skip
"""Words that go on with what they stand behind."""
_CONSEQUENCES = frozenset({"so", "therefore", "hence", "thus", "consequently"})
_SETTLED = frozenset({"definite", "definitely", "confirmed", "certain", "certainly", "established", "proven", "def"})
_CONCLUSIONS = frozenset({"impression", "assessment", "diagnosis", "diagnoses", "dx"})
_BEFORE_NOUN = frozenset({
    "no", "a", "any", "the", "of", "other", "further", "my", "this", "that", "his", "her", "their", "our", "working",
    "primary", "secondary", "for", "to", "as", "and", "or", "specific", "definite", "clear", "new",
    "initial", "alternative", "in",
})  # fmt: skip
"""Words behind which a conclusion is a noun like others."""
_FILLERS = frozenset({("you", "know"), ("i", "mean"), ("i", "guess"), ("i", "think"), ("i", "suppose")})
"""Parts that say nothing."""
_FORMER = frozenset({"old", "prior", "previous", "remote", "former"})
_ENSUING = frozenset({"with", "now", "causing", "giving", "producing"})
"""Words behind which stands what something of former times has come to, as in `that old disc with a radiculopathy`."""
_OVER = frozenset({"resolved", "healed", "has resolved", "have resolved", "resolution of", "resolving", "recovered"})
_OPERATED = frozenset({"status post", "s/p"})
_LEFT = frozenset({"residual", "persistent", "persisting", "lingering", "ongoing", "remaining"})
"""Words for what is left of something that is over."""
_PROBLEMS = frozenset({"dysfunction", "dysfunctions", "frs", "ers", "nsr"})
_ALTERNATIVES = frozenset({"or", "nor", "any", "anything", "either", "neither", "no"})
_WITHOUT = frozenset({"without", "w/o"})
_TITLED = frozenset({"myelopathy", "radiculopathy", "or", "and", "/", "sciatica", "claudication", "neurogenic"})
"""Words in names of diagnoses that say what does not come with them."""
_STEM = 4
_LABEL = 16
_TODAY = frozenset({"now", "today", "currently", "today's", "presently", "but"})
_JOINING = frozenset({"and", "also", "now", "still", "who"})
_CAUSES = frozenset({
    "cause", "causes", "mechanism", "mechanisms", "source", "origin", "etiology", "aetiology", "reason",
})  # fmt: skip
_SLIGHT = frozenset({"small", "tiny", "minor", "minimal", "slight", "trace", "broad", "diffuse", "early"})
"""Words with which there is something, as in `no fracture, small disc protrusion`."""
_COUNTS = frozenset({"one", "two", "three", "four"})
"""Words that count what is there, behind a list of what is not: `no fracture, one stuck joint`."""


class Reach(OfStatement):
    """Tells how far the cues of one statement reach."""

    def reaches(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a cue reaches a mention behind it."""
        if self._is_cut_off(cue, mention):
            return False
        if cue.text in _FORMER and (self._ensues(cue, mention) or self._dates_study(cue, mention)):
            return False
        if cue.assertion == "possible":
            wide = cue.text in _SENTENCE_WIDE or cue.role == "label"
            return not self._is_settled(cue, mention) and (wide or not self._begins_anew(cue, mention))
        if cue.assertion != "absent":
            return True
        if cue.text in _SENTENCE_WIDE or cue.role == "label":
            return not self._affirms_anew(cue, mention)
        return (
            not self._is_named(cue, mention)
            and not self._leaves_problem(cue, mention)
            and not self._opens_with_more(cue, mention)
            and self._lists(cue, mention)
            and not self._is_spent(cue, mention)
            and not self._names_instead(cue, mention)
            and not denies_another(self._view.norms, cue, mention)
        )

    def _ensues(self, cue: Cue, mention: Item) -> bool:
        return not _ENSUING.isdisjoint(self._view.norms[cue.end : mention.start])

    def _dates_study(self, cue: Cue, mention: Item) -> bool:
        """Tell whether only a study is of former times, as in `spondylosis, on the old films, and L4 dysfunction`."""
        between = self._view.norms[cue.end : mention.start]
        apart = not {",", "and", "plus", "comma"}.isdisjoint(between)
        if not apart or not studies(self._view, Chunk(cue.end, cue.end + 1)):
            return False
        return any(hit.term.table == "lesions" for hit in findings(self._view, mention))

    def _is_settled(self, cue: Cue, mention: Item) -> bool:
        """Tell whether another is certain behind a doubt, as in `likely a sprain, with definite dysfunction of L5`."""
        between = self._view.norms[cue.end : mention.start]
        marked = cue.text == "?" and cue.end < mention.start and "," in between
        return marked or not _SETTLED.isdisjoint(between)

    def _is_named(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a denial belongs to a name before a comma: `spondylosis without radiculopathy, SI dysfunction`.

        Where an `or` follows, the list of what is denied goes on.
        """
        norms = self._view.norms
        between = norms[cue.end : mention.start]
        if cue.text not in _WITHOUT or "," not in between:
            return False
        comma = between.index(",")
        goes_on = {"or", "nor"}.intersection(norms[cue.end + comma : self._statement.end])
        return bool(comma) and _TITLED.issuperset(between[:comma]) and not goes_on

    def _leaves_problem(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a dysfunction is the next problem behind what is denied: `no red flags, lumbar dysfunction`.

        Joints and tissues that are denied may go on with it, and so does a list that an `or` or a place joins.
        """
        norms = self._view.norms
        between = norms[cue.end : mention.start]
        if "," not in between or _PROBLEMS.isdisjoint(norms[mention.start : self._part_end(mention)]):
            return False
        denied = Chunk(cue.end, cue.end + between.index(","))
        if denied.start == denied.end or not _ALTERNATIVES.isdisjoint(norms[cue.end : self._statement.end]):
            return False
        joined = any(place.end == denied.end for place in self._view.places(denied))
        part = Chunk(cue.start, denied.end)
        return not (joined or self._view.terms("tart", part) or self._view.terms("lesions", part))

    def _opens_with_more(self, cue: Cue, mention: Item) -> bool:
        """Tell whether the next item of a note opens with its level or its small size: `no fracture, L4-5 protrusion`.

        Where levels are denied, or an `or` follows, the list of what is denied goes on.
        """
        if self._statement.turn >= 0 or cue.text.split()[0] != "no":
            return False
        part = self._part_of(mention)
        if part is None or part.start <= cue.start:
            return False
        if not {"or", "nor"}.isdisjoint(self._view.norms[part.start : self._statement.end]):
            return False
        if self._view.norms[part.start] in _SLIGHT and part.start < mention.start:
            return True
        levels = [place.start for place in self._view.fixing(Chunk(cue.end, mention.end)) if place.segments]
        return levels[:1] == [part.start]

    def _part_end(self, mention: Item) -> int:
        return next((part.end for part in self._statement.chunks if mention.start < part.end), mention.end)

    def _is_cut_off(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a word or mark ends the reach of a cue before a mention; that of a person only a contrast."""
        # A doubt goes on over the verb right after it, as in `most likely it's a strain`.
        if self._heads(cue):
            return not _TODAY.isdisjoint(self._view.norms[self._colon : mention.start])
        since = cue.end + (cue.assertion == "possible")
        ends = [
            other
            for other in self._cues
            if other.role == "terminator" and since <= other.start < mention.start and not self._goes_on(cue, other)
        ]
        if any(cue.role != "person" or self._contrasts(cue, other) for other in ends):
            return True
        between = self._view.norms[cue.end : mention.start]
        if self._is_bracketed(cue, mention):
            return True
        if cue.assertion in _UP_TO_CONSEQUENCE and (self._follows_from(between) or self._concludes(cue, mention)):
            return True
        if cue.assertion == "historical" and ("now" in between or self._leaves(cue, between, mention)):
            return True
        closed = ";" in between and (cue.text not in _SENTENCE_WIDE or self._names_level_of_its_own(mention))
        return closed or ("|" in between and not self._fills_cell(cue))

    def _names_level_of_its_own(self, mention: Item) -> bool:
        """Tell whether a new item opens with its level, as in `negative for fracture; small L4-5 protrusion`."""
        norms, at = self._view.norms, mention.start
        while at > self._statement.start and norms[at - 1] != ";":
            at -= 1
        return any(place.segments for place in self._view.fixing(Chunk(at, mention.start)))

    @cached_property
    def _colon(self) -> int:
        """The place of the colon of a label that opens the statement; else its start."""
        start = self._statement.start
        opening = self._view.norms[start : min(start + _LABEL, self._statement.end)]
        return start + opening.index(":") if ":" in opening else start

    def _heads(self, cue: Cue) -> bool:
        """Tell whether a word of the past stands in the label of a list, as in `Old records: L4 2014; L5 2015`."""
        return cue.assertion == "historical" and cue.role == "before" and cue.end <= self._colon

    def _leaves(self, cue: Cue, between: list[str], mention: Item) -> bool:
        """Tell whether something is left of what is over, as in `resolved radiculopathy with residual numbness`."""
        if cue.text in _OPERATED and "with" in between:
            return self._has_since(cue, mention)
        return cue.text in _OVER and "with" in between and not _LEFT.isdisjoint(between[between.index("with") :])

    def _has_since(self, cue: Cue, mention: Item) -> bool:
        """Tell whether somebody has an ailment since an operation: `s/p laminectomy L4-5 with stenosis at L3-4`."""
        norms = self._view.norms
        since = next(at for at in range(mention.start - 1, cue.end - 1, -1) if norms[at] == "with")
        operated = any(hit.term.value == "surgery" for hit in self._view.terms("care", Chunk(cue.end, since)))
        again = "for" in norms[since : mention.start] or self._view.terms("care", Chunk(since, mention.end))
        return operated and not again

    def _goes_on(self, cue: Cue, other: Cue) -> bool:
        """Tell whether words that else end a reach go on with what is said.

        They do behind an `or` in `if it gets worse or you have trouble walking`, and where the `it` of `it's a` is
        what gets a name, as in `I'm not calling it a dysfunction`.
        """
        norms = self._view.norms
        if norms[other.start] == "it" and norms[other.start - 1] in _GIVING_NAMES:
            return True
        before = norms[max(cue.end, other.start - 2) : other.start + 1]
        return cue.assertion == "hypothetical" and bool({"or", "nor"}.intersection(before))

    def _contrasts(self, person: Cue, other: Cue) -> bool:
        """Tell whether words turn from a person to somebody else: in another part, or with a but or an although."""
        apart = PAUSES.intersection(self._view.norms[person.end : other.start])
        return bool(apart) or other.text.split()[0] in words("contrasting")

    def _follows_from(self, between: list[str]) -> bool:
        """Tell whether what follows is concluded from what is denied: `it isn't moving, so segmental dysfunction`."""
        return any(word in _CONSEQUENCES and before in PAUSES | {"-", "and"} for before, word in pairwise(between))

    def _concludes(self, cue: Cue, mention: Item) -> bool:
        """Tell whether what is denied stands before a conclusion that dictation sets no mark before."""
        norms = self._view.norms
        between = norms[cue.end : mention.start]
        return any(
            word in _CONCLUSIONS and before not in _BEFORE_NOUN and after not in {"of", "for", "or", "and"}
            for before, word, after in zip(between, between[1:], [*between[2:], ""], strict=False)
        )

    def _is_bracketed(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a cue stands in brackets that close before a mention: `T4 (resolved), L5 (persisting)`."""
        between = self._view.norms[cue.end : mention.start]
        if ")" not in between or "(" not in self._view.norms[self._statement.start : cue.start]:
            return False
        closed = between.index(")")
        # A lone sign in brackets, as in `(-) numbness`, is said of what follows.
        return "(" not in between[:closed] and (closed > 0 or between[1:2] in ([","], [";"], ["."]))

    def _fills_cell(self, cue: Cue) -> bool:
        """Tell whether a cue is all that a cell of a table says, so that it is said of the next one."""
        norms, start = self._view.norms, self._statement.start
        return norms[cue.end : cue.end + 1] == ["|"] and (cue.start == start or norms[cue.start - 1] == "|")

    def _affirms_anew(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a part after a denial says that there is something, as in `denies pain, has numbness daily`."""
        norms = self._view.norms
        joined = zip(norms[cue.end : mention.start], norms[cue.end + 1 : mention.start], strict=False)
        if any(word == "and" and after in words("affirming") - words("be_forms") for word, after in joined):
            return True
        for chunk in self._statement.chunks:
            if not cue.end < chunk.start <= mention.start:
                continue
            said = norms[chunk.start : chunk.end]
            opens = [word for word in said if word not in words("subjects") | _JOINING][:1]
            apart = norms[chunk.start - 1] == ";" and words("lasting").intersection(said)
            if apart or words("affirming").intersection(opens):
                return True
        return False

    def _begins_anew(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a clause with a subject of its own begins between a doubt and a mention.

        One that only says that something is said does not, as in `if you held me to it, I'd say a T6 dysfunction`.
        """
        for chunk in self._statement.chunks:
            opening = [word for word in self._view.norms[chunk.start : chunk.start + 3] if word not in {"and", "so"}]
            begins = words("subjects").intersection(opening[:1]) and _SAYING.isdisjoint(opening)
            if cue.start < chunk.start <= mention.start and begins:
                return True
        return False

    def _is_spent(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a negation denies a good thing before a mention, as in `doesn't bend and it's tight`."""
        between = self._view.norms[cue.end : mention.start]
        if self._leaves_cause(cue, mention):
            return True
        denied = [index for index, word in enumerate(between) if word in words("denied_first")]
        if self._stops_motion(cue):
            denied = [0]
        return bool(denied) and bool(_NEXT_CLAUSE.intersection(between[denied[0] + 1 :]))

    def _leaves_cause(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a part before only leaves a cause open, as in `stenosis, cause not specified, and weakness`."""
        part = self._part_of(cue)
        if part is None or mention.start < part.end or not is_particle(self._view.norms[cue.end - 1]):
            return False
        following = self._view.norms[part.end : part.end + 2]
        asked = not _CAUSES.isdisjoint(self._view.norms[part.start : part.end])
        return asked and _ALTERNATIVES.isdisjoint(following) and not findings(self._view, part)

    def _names_instead(self, cue: Cue, mention: Item) -> bool:
        """Tell whether speech goes on with what there is after what there is not: `it's not a disc it's a ligament`."""
        norms = self._view.norms
        starts = (at for at in range(cue.end + 1, mention.start + 1) if norms[at] in _INSTEAD)
        return self._statement.turn >= 0 and (
            any(norms[at - 1] not in _OPINING and self._names(Chunk(cue.end, at)) for at in starts)
            or self._calls_instead(cue, mention)
        )

    def _calls_instead(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a speaker who won't call it so goes on: `I'm not calling it one I'm writing biomechanical`."""
        said = self._view.norms[cue.end : mention.start]
        return any(one in _STOOD_FOR and other in _FIRST for one, other in pairwise(said))

    def _names(self, part: Chunk) -> bool:
        """Tell whether a part names a finding, what narrows, or a part of the body."""
        return bool(findings(self._view, part) or self._view.terms("mechanisms", part) or self._view.fixing(part))

    def _stops_motion(self, cue: Cue) -> bool:
        """Tell whether a joint is denied its motion, as in `isn't moving`, unlike in `don't turn your head`."""
        verb, following = (self._view.norms[index : index + 1] for index in (cue.end, cue.end + 1))
        moves = bool(words("moving").intersection(verb)) and _OBJECTS.isdisjoint(following)
        return moves and is_particle(self._view.norms[cue.end - 1])

    def _lists(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a list runs unbroken from a negation to a mention."""
        for chunk in self._statement.chunks:
            if chunk.start <= cue.start or chunk.start > mention.start:
                continue
            said = self._view.norms[chunk.start : chunk.end]
            if said and (said[0] in {"or", "nor"} or tuple(said) in _FILLERS):
                continue
            if chunk.start <= mention.start < chunk.end:
                if self._is_said_again(cue, mention) or self._describes(cue, mention, chunk):
                    return False
                if not {"or", "nor"}.isdisjoint(said):
                    said = self._view.norms[chunk.start : mention.start]
            if words("asserting").intersection(said) or (words("subjects") | _COUNTS).intersection(said[:1]):
                return False
        return True

    def _is_said_again(self, cue: Cue, mention: Item) -> bool:
        """Tell whether what is denied is named again: no list repeats itself, as `not tender here, tender there`."""
        value = next((hit.term.value for hit in findings(self._view, mention) if hit.start == mention.start), None)
        start = min(cue.start, mention.start)
        chunk = next(chunk for chunk in self._statement.chunks if chunk.start <= mention.start < chunk.end)
        if not {"or", "nor"}.isdisjoint(self._view.norms[mention.end : chunk.end]):
            return False
        denied = self._view.terms("tart", Chunk(start, chunk.start))
        again = [hit for hit in denied if hit.term.value == value and hit.term.role in {"finding", "normal"}]
        said = self._view.norms[mention.start]
        return any(said in words("describing") or said[:_STEM] in hit.term.text for hit in again)

    def _describes(self, cue: Cue, mention: Item, chunk: Chunk) -> bool:
        """Tell whether a part says how a place is, which a no before names denies not: `no swelling, L4 tender`."""
        if cue.text != "no" or self._view.norms[mention.start] not in words("describing"):
            return False
        following = Chunk(mention.end, min(mention.end + 1, chunk.end))
        placed = not words("where_at").isdisjoint(self._view.norms[mention.start + 1 : following.end])
        if chunk.start == mention.start and chunk == self._statement.chunks[-1] and placed:
            return True
        ends = placed or mention.end == chunk.end or self._view.fixing(following) or self._view.sides(following)
        listed = not {"or", "nor"}.isdisjoint(self._view.norms[chunk.start : chunk.end])
        return bool(ends and self._view.fixing(chunk)) and not listed and self._statement.turn < 0
