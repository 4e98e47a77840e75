"""Negations: what a word of denial denies, when it meets other cues or the words after it.

Who does not deny affirms, what is not excluded is possible, and where no change is found the thing itself remains.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.denials import OF_WHAT, is_particle
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_NAMING = frozenset({
    "call", "label", "diagnose", "certify", "prove", "establish", "substantiate", "verify", "support", "justify",
    "diagnosed", "called", "established", "substantiated", "verified", "supported", "justified",
})  # fmt: skip
_EMBEDDED = 8
_CHANGED = 3
_ROUND = 9
_HEADS = 4
_NEVER = frozenset({"at no point", "at no time", "at no stage", "on no occasion", "in no way"})
_VOUCHED = 7
_SHORTEST_ADVERB = 5
_VOUCHING = frozenset({"say", "tell", "you", "him", "her", "for", "be", "100", "%", "percent", "altogether", "yet"})
"""Small words between a denial and the certainty that it denies, as in `can't tell you for certain`."""
_DENIALS = frozenset({
    "denies", "deny", "denied", "denying", "without", "w/o", "lacks", "dispute", "disputes", "disputed",
    "disagree with", "disagrees with", "contest", "contests", "question that", "quarrel with",
})  # fmt: skip
_DENYING = frozenset({"which", "all", "patient", "pt", "something"})
_FREE = ("free of", "free from", "negative for", "neg for", "absence of", "lack of")
_HARDLY = (
    ("really",),
    ("at", "all"),
    ("that", "i", "know", "of"),
    ("that", "i", "noticed"),
    ("that", "i've", "noticed"),
)
"""Words with which a not denies what stands before a pause, as in `Weakness, not really.`."""
_SETTLED = ("excluded", "ruled out", "ruling out", "discounted", "off the table", "off the hook", "un", "im")
"""How cues begin or end that settle a question: denied, they leave a doubt."""
_DOUBTS = frozenset({
    "in doubt", "in question", "uncertain", "unclear", "doubtful", "dubious", "debatable", "equivocal", "questionable",
    "is questionable", "queried",
})  # fmt: skip
"""Cues that doubt and affirm nothing: denied, they leave a certainty."""
_CALLING = frozenset({"call", "calling", "label", "labeling", "labelling", "diagnose", "diagnosing", "name", "naming"})
_NAMES = frozenset({"word", "term", "label", "tag"})
_EXCLUDING = ("exclud", "rule", "ruling", "dismiss", "discount", "write off", "discard")
"""How words begin that rule something out."""
_STEADY = frozenset({"change", "changes", "difference", "differences"})
_LINKS = frozenset({"and", "or", "nor", "but", ",", ";"})
_STATED = {"neuro": "symptom", "tart": "finding", "conditions": "condition"}
_PREDICATES = frozenset(
    {
        ("a", "feature"),
        ("a", "problem"),
        ("an", "issue"),
        ("a", "concern"),
        ("a", "complaint"),
        ("in", "evidence"),
        ("one", "of"),
        ("on", "display"),
        ("at", "issue"),
    }
)
_ALL = frozenset({"neither", "none"})
_OF_THEM = frozenset({"of", "which", "these", "them", "those", "the", "two", "has", "have", "had"})
_ANYTHING = frozenset({"anything", "it", "them", "much"})
_HAVING = ("have", "has", "had")


class Cue(NamedTuple):
    """A word that changes how a statement asserts its neighbours."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    role: str
    """`before`, `after` or `around` the words it governs, or one of the other roles of the table of cues."""
    assertion: str
    """The assertion it gives."""
    text: str
    """The cue as its table has it."""


def denies_another(norms: list[str], cue: Cue, mention: Item) -> bool:
    """Tell whether a negation denies something else than a mention that is taken for granted.

    Nobody doubts the numbness of `nothing relieves the numbness` and of `no treatment so far for numbness`.
    """
    between = norms[cue.end : mention.start]
    while between and between[0] in words("light") | {"one", "single"}:
        between = between[1:]
    if not between or _LINKS.intersection(between) or between[0] in words("finding_verbs") | words("traces"):
        return False
    if not _CALLING.isdisjoint(between[:_HEADS]) or not _NAMES.isdisjoint(between):
        return False  # Of `I'm not calling that a dysfunction` it is the name that is denied.
    heads = words("unfound").intersection(between[:_HEADS])
    if heads and (cue.text == "no" or cue.text.startswith(("no ", "never"))) and OF_WHAT.intersection(between):
        return True
    determined = next((i for i, word in enumerate(between) if word in words("definite")), 0)
    named = between[determined + 1 :]
    is_clause = bool(words("asserting").intersection(named)) or len(named) >= _HEADS
    return bool(determined) and not is_clause and not words("traces").intersection(between)


class Negations:
    """Lets the negations of one statement act on the cues and words after them."""

    def __init__(self, view: View, statement: Statement) -> None:
        """Take a statement.

        Args:
            view: The document's words.
            statement: The statement.
        """
        self._view = view
        self._norms = view.norms
        self._statement = statement

    def combined(self, cues: list[Cue]) -> Iterator[Cue]:
        """Let each negation act on the cue or the words right after it."""
        index = 0
        while index < len(cues):
            cue = cues[index]
            index += 1
            if cue.assertion != "absent" or cue.role not in {"before", "negator"}:
                yield cue
                continue
            while index < len(cues) and cues[index].start == cue.start:
                # The same words may also be a cue of what stands before them.
                yield cues[index]
                index += 1
            if index < len(cues) and cues[index].text == "yet" and cues[index].start == cue.end:
                index += 1  # Of `not yet recovered` the yet ends nothing.
            met = [other for other in _at_one_place(cues, index) if self._meets(cue, other)]
            if met:
                index += len(_at_one_place(cues, index))
                vouched = self._vouched(cue)
                for other in met:
                    if vouched is None or other.assertion != "absent":
                        yield from _answered(cue, other)
                    else:
                        yield other._replace(start=cue.start, assertion="possible")
            elif cue.role == "negator" and (named := self._name_end(cue)):
                yield cue._replace(role="before", end=named)
            else:
                yield from self._alone(cue)

    def _meets(self, cue: Cue, following: Cue) -> bool:
        """Tell whether a negation denies the next cue, as in `is not excluded` or `not true that there is no`."""
        after = self._light(cue.end)
        if self._denies_at_once(cue, following):
            return following.start <= after
        if _excludes(following):
            return following.start - cue.end <= _CHANGED and "," not in self._norms[cue.end : following.start]
        if following.assertion != "absent" or following.role != "before":
            return False
        if following.text in _DENIALS or following.text.startswith(_FREE):
            return (self._ends_in_particle(cue) and following.start <= after) or self._goes_round(cue, following)
        between = self._norms[cue.end : min(following.start, cue.end + _EMBEDDED)]
        near, last = following.start - cue.end <= _EMBEDDED and "," not in between, [self._norms[cue.end - 1]]
        if near and (self._vouched(cue) is not None or self._never_fails(cue, following)):
            return True
        return near and (between[:1] in (["that"], ["like"]) or bool(words("held_true").intersection(between + last)))

    def _never_fails(self, cue: Cue, following: Cue) -> bool:
        """Tell whether there is no time at which something is not, as in `never a day it doesn't shoot`."""
        between = self._norms[cue.end : following.start]
        return not words("days").isdisjoint(between) and self._ends_in_particle(following)

    def _denies_at_once(self, cue: Cue, following: Cue) -> bool:
        """Tell whether a cue is one that only a negation right before it denies, as in `does not have`."""
        if following.role == "terminator" or following.text.startswith("report "):
            return self._ends_in_particle(cue)
        if following.role == "after":
            return self._ends_in_particle(cue) or _settles(following)
        return following.assertion == "historical" and following.text.split()[0] in words("change")

    def _goes_round(self, cue: Cue, following: Cue) -> bool:
        """Tell whether a denial denies a lack, as in `hardly a night passes without` or `cannot sit without`.

        Of `cannot call this a dysfunction without films` the films lack, and not the dysfunction.
        """
        between = Chunk(cue.end, following.start)
        said = self._norms[between.start : between.end]
        names = cue.text.split()[-1] in _NAMING
        if names or len(said) > _ROUND or (_LINKS | {"with"}).intersection(said):
            return False
        return not any(
            hit.term.role == role for table, role in _STATED.items() for hit in self._view.terms(table, between)
        )

    def _alone(self, cue: Cue) -> Iterator[Cue]:
        """Read a negation that meets no other cue: of a verb, of a change, or of what it stands before."""
        after = self._light(cue.end)
        said = self._norms[after] if after < self._statement.end else "."
        if said == ":" and self._ends_in_particle(cue) and cue.start > self._statement.start:
            return  # Of `the sacrum does not: left on left torsion` the denial ends with its clause.
        if (vouched := self._vouched(cue)) is not None:
            yield Cue(cue.start, vouched, "before", "possible", cue.text)
        elif self._ends_in_particle(cue) and self._is_predicate(after) and not self._states(after):
            yield Cue(cue.start, after + 1, "after", "absent", cue.text)
        elif cue.text.split()[0] in _ALL and (end := self._predicate_end(cue)):
            yield Cue(cue.start, end, "after", "absent", cue.text)
        elif self._is_past(cue):
            yield cue._replace(role="before", assertion="historical")
        elif said in words("finding_verbs") and self._denies_verb(cue) and not self._feels_nothing(after):
            role = "after" if self._ends_clause(after + 1) else "before"
            yield cue._replace(role=role, end=after + 1 if role == "after" else cue.end)
        elif (change := self._change(cue)) is not None:
            if change in _STEADY:
                yield cue._replace(role="unchanged")
        elif cue.role == "before":
            yield cue._replace(start=self._opening(cue), end=after, role="after") if self._closes(cue) else cue

    def _name_end(self, cue: Cue) -> int:
        """Return the index after the name that is refused, as in `I wouldn't put the word subluxation on it`, or 0."""
        named = range(cue.end + 1, min(cue.end + _HEADS, self._statement.end))
        return next((at + 1 for at in named if self._norms[at] in _NAMES and self._norms[at - 1] == "the"), 0)

    def _vouched(self, cue: Cue) -> int | None:
        """Return where a denied certainty ends, as in `not entirely convinced that` or `can't promise there's no`."""
        said = self._norms[cue.end : min(cue.end + _VOUCHED, self._statement.end)]
        light = words("light") | words("degree") | _VOUCHING
        at = next((index for index, word in enumerate(said) if word not in light), len(said))
        sure = said[at : at + 1] and said[at] in words("certain")
        return cue.end + at + 1 if sure and self._ends_in_particle(cue) else None

    def _is_past(self, cue: Cue) -> bool:
        """Tell whether a denial says that something is no more, as in `I don't get the tingling any longer`."""
        said = self._norms[cue.end : self._statement.end]
        return "anymore" in said or not {("any", "longer"), ("any", "more")}.isdisjoint(pairwise(said))

    def _is_predicate(self, index: int) -> bool:
        """Tell whether what is denied is said of what stands before, as in `was not seen` and `is not in evidence`."""
        pair = tuple(self._norms[index : min(index + 2, self._statement.end)])
        # Of `I haven't found a dysfunction` it stands behind.
        active = self._norms[index - 1].startswith(_HAVING) or self._norms[index - 2] in _HAVING
        found = bool(pair) and pair[0] in words("shown") and not (active and not self._ends_clause(index + 1))
        return found or pair in _PREDICATES

    def _predicate_end(self, cue: Cue) -> int:
        """Return the index after what is said of none of those before, as in `neither of which was found`, or 0."""
        index = cue.end
        while index < self._statement.end and self._norms[index] in words("be_forms") | words("light") | _OF_THEM:
            index += 1
        verb = self._norms[index] if index < self._statement.end else "."
        said = verb in words("shown") | words("finding_verbs") and self._ends_clause(index + 1)
        return index + 1 if said else 0

    def _denies_verb(self, cue: Cue) -> bool:
        return self._ends_in_particle(cue) or cue.role == "negator"

    def _feels_nothing(self, verb: int) -> bool:
        """Tell whether the object of a verb says that nothing at all is met, as in `can't feel anything`."""
        return verb + 1 < self._statement.end and self._norms[verb + 1] in _ANYTHING

    def _ends_clause(self, index: int) -> bool:
        """Tell whether nothing follows a verb that it could find, as in `numbness has not developed since`."""
        index += self._norms[index : index + 1] == ["up"]
        following = self._norms[index] if index < self._statement.end else "."
        return not following[0].isalnum() or following in words("after_end")

    def _states(self, index: int) -> bool:
        """Tell whether a clause begins, as in `cannot say there is`, unlike in `is not there`."""
        following = self._norms[index + 1 : index + 2]
        return self._norms[index] == "there" and bool(words("question_verbs").intersection(following))

    def _closes(self, cue: Cue) -> bool:
        """Tell whether nothing follows a negation: it then denies what stands before it, as in `Numbness: no`."""
        if cue.text in _DENIALS and self._norms[cue.end : cue.end + 1] == [","]:
            return "which" in self._norms[self._opening(cue) : cue.start]
        behind = [word for word in self._norms[cue.end : self._statement.end] if word[0].isalnum()]
        paused = self._norms[cue.start - 1 : cue.start] in ([","], ["-"])
        return not behind or (cue.text == "not" and paused and tuple(behind) in _HARDLY)

    def _opening(self, cue: Cue) -> int:
        """Return where a negation begins with the words that only say who denies, as in `which she denies`."""
        start = cue.start
        while start > self._statement.start and self._norms[start - 1] in words("subjects") | _DENYING:
            start -= 1
        return start

    def _ends_in_particle(self, cue: Cue) -> bool:
        last = self._norms[max(cue.start, cue.end - 2) : cue.end]
        return cue.text in _NEVER or any(map(is_particle, last))

    def _light(self, index: int) -> int:
        """Return the index after the small words that may stand between a negation and what it denies."""
        while index < self._statement.end and _is_light(self._norms[index]):
            index += 1
        return index

    def _change(self, cue: Cue) -> str | None:
        """Return the change that a negation denies, as in `no significant progression of`, if it denies one."""
        opening = self._norms[cue.end : min(cue.end + _CHANGED, self._statement.end)]
        for word in opening:
            if word in words("change"):
                return word
            if word not in words("degree"):
                return None
        return None


def _is_light(word: str) -> bool:
    """Tell whether a word only says how, as adverbs do: `cannot be confidently excluded`."""
    return word in words("light") or (word.endswith("ly") and len(word) > _SHORTEST_ADVERB and word != "family")


def _settles(cue: Cue) -> bool:
    return cue.text.startswith(_SETTLED) or cue.text.endswith(_SETTLED[:-2])


def _excludes(cue: Cue) -> bool:
    """Tell whether a cue rules out what follows it, so that its denial leaves a doubt: `does not exclude`."""
    return cue.role == "before" and cue.text.removeprefix("to ").startswith(_EXCLUDING)


def _at_one_place(cues: list[Cue], index: int) -> list[Cue]:
    """Return the cues that start where one does: words may be a cue of what follows and of what stands before."""
    return [cue for cue in cues[index : index + 3] if cue.start == cues[index].start]


def _answered(negation: Cue, following: Cue) -> Iterator[Cue]:
    """Yield what remains of a cue that is denied: a doubt where something is not excluded, else nothing."""
    if following.role == "terminator" or following.text.startswith("report "):
        yield negation._replace(role="before")
    elif _excludes(following):
        yield following._replace(start=negation.start, assertion="possible")
    elif following.role == "after" and _settles(following):
        yield Cue(negation.start, following.end, "after", "possible", following.text)
    elif following.role == "after" and following.assertion == "possible" and following.text not in _DOUBTS:
        yield Cue(negation.start, following.end, "after", "absent", following.text)
