"""How far a cue reaches: over its list, up to what begins anew, and not over what is denied already."""

from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue, denies_another, is_particle
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
_NEXT_CLAUSE = frozenset({",", "comma", "and", "&", "/", "+", "it", "its", "that", "there"})
_OBJECTS = frozenset({"your", "my", "his", "her", "their", "the", "it", "that", "this"})
"""Words that open what somebody moves: a joint that does not turn has no object."""
_UP_TO_CONSEQUENCE = frozenset({"absent", "possible"})
_INSTEAD = frozenset({"it's", "there's", "you've", "i've", "it", "this"})
"""Words with which speech without pauses begins anew."""
_OPINING = frozenset({
    "mean", "means", "that", "if", "whether", "think", "say", "says", "said", "prove", "proves", "show", "shows",
    "suggest", "suggests", "when", "where", "why", "how", "like", "with", "from", "for", "in", "on", "to", "about",
    "of", "at", "and", "or",
})  # fmt: skip
"""Words that go on with what they stand behind."""
_CONSEQUENCES = frozenset({"so", "therefore", "hence", "thus", "consequently"})
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
_OPERATED = frozenset({"status post", "s/p"})
_SINCE = frozenset({"now", "residual", "persisting", "lingering", "remaining"})
"""Words for what is left of something that is over, or has come of it."""
_PROBLEMS = frozenset({"dysfunction", "dysfunctions", "frs", "ers", "nsr"})
_ALTERNATIVES = frozenset({"or", "nor", "any", "anything", "either", "neither", "no"})
_COUNTS = frozenset({"one", "two", "three", "four"})
"""Words that count what is there, behind a list of what is not: `no fracture, one stuck joint`."""


class Reach(OfStatement):
    """Tells how far the cues of one statement reach."""

    def reaches(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a cue reaches a mention behind it."""
        if self._is_cut_off(cue, mention):
            return False
        if cue.text in _FORMER and self._dates_study(cue, mention):
            return False
        wide = cue.text in _SENTENCE_WIDE or cue.role == "label"
        if cue.assertion == "possible":
            return wide or not self._begins_anew(cue, mention)
        if cue.assertion != "absent":
            return True
        if wide:
            return not self._affirms_anew(cue, mention)
        return (
            not self._leaves_problem(cue, mention)
            and self._lists(cue, mention)
            and not self._is_spent(cue, mention)
            and not self._names_instead(cue, mention)
            and not denies_another(self._view.norms, cue, mention)
        )

    def _dates_study(self, cue: Cue, mention: Item) -> bool:
        """Tell whether only a study is of former times, as in `spondylosis, on the old films, and L4 dysfunction`."""
        apart = not {",", "and", "plus", "comma"}.isdisjoint(self._view.norms[cue.end : mention.start])
        return apart and bool(studies(self._view, Chunk(cue.end, cue.end + 1)))

    def _leaves_problem(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a dysfunction is the next problem behind what is denied: `no red flags, lumbar dysfunction`.

        Joints and tissues that are denied may go on with it, and so does a list that an `or` or a place joins.
        """
        norms = self._view.norms
        between = norms[cue.end : mention.start]
        if "," not in between or _PROBLEMS.isdisjoint(norms[mention.start : self._part_end(mention)]):
            return False
        denied = Chunk(cue.end, cue.end + between.index(","))
        if denied.start == denied.end or not _ALTERNATIVES.isdisjoint(norms[denied.end : self._statement.end]):
            return False
        joined = any(place.end == denied.end for place in self._view.places(denied))
        part = Chunk(cue.start, denied.end)
        return not (joined or self._view.terms("tart", part) or self._view.terms("lesions", part))

    def _part_end(self, mention: Item) -> int:
        return next((part.end for part in self._statement.chunks if mention.start < part.end), mention.end)

    def _is_cut_off(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a word or mark ends the reach of a cue before a mention; that of a person only a contrast."""
        # A doubt goes on over the verb right after it, as in `most likely it's a strain`.
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
        operated = cue.text in _OPERATED and "with" in between and "for" not in between
        if cue.assertion == "historical" and (operated or not _SINCE.isdisjoint(between)):
            return True
        return "|" in between or (";" in between and cue.text not in _SENTENCE_WIDE)

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

    def _affirms_anew(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a part after a denial says that there is something, as in `denies pain, has numbness daily`."""
        said = self._view.norms[cue.end : mention.start]
        opening = words("subjects") | PAUSES | {"and", "also", "now", "still", "who"}
        return any(word in words("affirming") and before in opening for before, word in pairwise(said))

    def _begins_anew(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a clause with a subject of its own begins between a doubt and a mention."""
        for chunk in self._statement.chunks:
            opening = [word for word in self._view.norms[chunk.start : chunk.start + 2] if word not in {"and", "so"}]
            if cue.start < chunk.start <= mention.start and words("subjects").intersection(opening[:1]):
                return True
        return False

    def _is_spent(self, cue: Cue, mention: Item) -> bool:
        """Tell whether a negation denies a good thing before a mention, as in `doesn't bend and it's tight`."""
        between = self._view.norms[cue.end : mention.start]
        denied = [index for index, word in enumerate(between) if word in words("denied_first")]
        if self._stops_motion(cue):
            denied = [0]
        return bool(denied) and bool(_NEXT_CLAUSE.intersection(between[denied[0] + 1 :]))

    def _names_instead(self, cue: Cue, mention: Item) -> bool:
        """Tell whether speech goes on with what there is after what there is not: `it's not a disc it's a ligament`."""
        norms = self._view.norms
        starts = (at for at in range(cue.end + 1, mention.start + 1) if norms[at] in _INSTEAD)
        instead = any(norms[at - 1] not in _OPINING and self._names(Chunk(cue.end, at)) for at in starts)
        return instead and self._statement.turn >= 0

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
            if said[:1] in (["or"], ["nor"]) or tuple(said) in _FILLERS:
                continue
            if chunk.start <= mention.start < chunk.end:
                if self._describes(cue, mention, chunk):
                    return False
                if not {"or", "nor"}.isdisjoint(said):
                    said = self._view.norms[chunk.start : mention.start]
            if words("asserting").intersection(said) or (words("subjects") | _COUNTS).intersection(said[:1]):
                return False
        return True

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
