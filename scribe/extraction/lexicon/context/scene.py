"""A statement with all that its words need to be understood."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scribe.extraction.lexicon.context.assertions import Context
from scribe.extraction.lexicon.context.attachment import Attachment, Topic, attach, chunk_of
from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.echoes import echoes
from scribe.extraction.lexicon.context.other_visits import carried, earlier_visits, old_headings, recitals
from scribe.extraction.lexicon.context.persons import other_patients
from scribe.extraction.lexicon.context.picture_talk import pictured
from scribe.extraction.lexicon.context.stance import Stance, stances
from scribe.extraction.lexicon.context.studies_behind import with_studies_behind
from scribe.extraction.lexicon.context.surroundings import Surroundings
from scribe.extraction.lexicon.context.templates import headed
from scribe.extraction.lexicon.context.topics import topics
from scribe.extraction.lexicon.view.parts import earlier_in_turn, words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Evidence

_EXAMINING = frozenset({"exam", "neutral", "conclusion"})
_NEAR = 12
_BEFORE_SIGN = 3
_AFTER_SIGN = 12
_TAKING_UP = frozenset({"those", "these", "they", "they're", "that", "that's", "it", "it's", "both", "are", "is"})
"""Words with which speech takes up what it has named, as in `Knee jerks, those are brisk`."""
_ANSWER = 6
_SOOTHING = frozenset({"okay", "ok", "alright", "sorry"})
"""Words with which an examiner soothes, unless nothing else tells a result."""
_NO_RESULT = frozenset({"-", "okay", "ok", "off"})
"""What before a sign is a bullet, or only goes on to it."""
_SIDING = frozenset({"on", "the", "to", "at", "side", "test", "and"})


@dataclass(eq=False)
class Scene:
    """A statement in its view, its topic, its stance and its context."""

    view: View
    """The document's words."""
    statement: Statement
    """The statement."""
    topic: Topic
    """What it is about before it says so."""
    stance: Stance
    """What it does in the document."""
    carried: bool
    """Whether it belongs to text carried forward from another visit."""
    after: int
    """Index after the last token of the statement before it."""
    following: Statement | None
    """The statement after it."""
    meant: Assertion | None
    """What the heading of its list makes of it, or the one who is spoken of."""
    named: Mapping[str, Sequence[Hit]]
    """Its terms, by those tables that it has terms of."""
    pictured: bool
    """Whether it tells of a study, also where it concludes from it."""

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.view.norms[self.statement.start : self.statement.end])

    @cached_property
    def context(self) -> Context:
        """Its cues."""
        around = Surroundings(self.view, self.statement, self.following, self.stance, self.carried, self.meant)
        return Context(self.view, self.statement, around.assertion)

    def as_exam(self) -> "Scene":
        """Return the statement as that of an exam, which asserts what it mentions as before."""
        examined = copy(self)
        examined.stance, examined.context = "exam", self.context
        return examined

    def says(self, name: str) -> bool:
        """Tell whether the statement has a word of a closed list."""
        return not words(name).isdisjoint(self.said)

    def terms(self, table: str, *roles: str, part: Item | None = None) -> list[Hit]:
        """Return the terms of a table in the statement or a part of it, of certain roles if given."""
        hits = self.view.terms(table, part) if part else self.named.get(table)
        if not hits:
            return []
        return [hit for hit in hits if hit.term.role in roles] if roles else [*hits]

    def words(self, part: Item | None = None) -> list[str]:
        """Return the words of the statement or of a part of it."""
        part = part or self.statement
        return self.view.norms[part.start : part.end]

    def rest_of(self, part: Item, *named: Item) -> list[str]:
        """Return the words of a part that are none of its sides nor of what else is named: `is` of `left is weak`."""
        return words_beside(self.view, part, (*self.view.sides(part), *named))

    def said_words(self, part: Item, among: frozenset[str]) -> list[Chunk]:
        """Return the words of a part that are among some, each with its place."""
        if among.isdisjoint(self.view.norms[part.start : part.end]):
            return []
        return [Chunk(at, at + 1) for at in range(part.start, part.end) if self.view.norms[at] in among]

    def assertion(self, mention: Item) -> Assertion:
        """Return how the statement asserts a mention."""
        return self.context.assertion(mention)

    def attach(self, mention: Item) -> list[Attachment]:
        """Return the places and sides of a mention."""
        return attach(self.view, self.statement, self.topic, mention)

    def quote(self, *parts: Item) -> tuple[Evidence, ...]:
        """Quote the words from the first part to the last, with a side that stands right beside them."""
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        for side in self.view.sides(self.statement):
            start = side.start if side.end == start else start
            end = side.end if side.start == end else end
        return (self.view.evidence(start, end, self.statement),)

    def places_at(self, mention: Item) -> list[Place]:
        """Return the places near a mention that belong into its quote: who reads `tender` wants to see what is."""
        chunk = self.chunk(mention)
        attached = (place for place, _ in self.attach(mention) if place is not None)
        return [
            place
            for place in attached
            if chunk.start <= place.start and place.end <= chunk.end and abs(place.start - mention.start) <= _NEAR
        ]

    def cued(self, mention: Item, assertion: Assertion) -> tuple[Item, ...]:
        """Return a mention with the cue that gives it its assertion, where the cue stands near."""
        cue = self.context.cue(mention, assertion)
        return (mention, cue) if cue and abs(cue.start - mention.start) <= _NEAR else (mention,)

    def values(self, sign: Item) -> list[Hit]:
        """Return the values that may belong to a sign, likeliest first: those after it in its part, then those before.

        A minus before a sign is a bullet, and one joined to a word a hyphen: neither is a value.
        """
        chunk = self.chunk(sign)
        if (boxed := self.view.signed.get(sign.start)) is not None:
            return [hit for hit in self.view.terms("neuro", Chunk(boxed, boxed + 1)) if hit.term.role == "value"]
        signs = {hit.start for hit in self.terms("neuro", "sign", part=chunk)}
        values = [hit for hit in self.terms("neuro", "value", part=chunk) if not self._is_joint(hit, signs)]
        after = [hit for hit in values if 0 <= hit.start - sign.end <= _AFTER_SIGN]
        before = [hit for hit in values if 0 <= sign.start - hit.end <= _BEFORE_SIGN]
        before = [hit for hit in before if hit.term.text not in _NO_RESULT]
        tested = isinstance(sign, Hit) and sign.term.role in {"sign", "test"}
        if tested and after and after[0].term.text in _SOOTHING and (result := self._result_later(sign)):
            return result
        return [*after, *reversed(before)] or (self._values_next(sign, chunk) if tested else [])

    def _result_later(self, sign: Item) -> list[Hit]:
        """Return the result behind words that only soothe, as in `Leg raise... okay, okay, positive on the left`."""
        rest = Chunk(sign.end, self.statement.end)
        if any(hit.term.role in {"sign", "test"} for hit in self.view.terms("neuro", rest)):
            return []
        values = [hit for hit in self.terms("neuro", "value", part=rest) if hit.term.text not in _SOOTHING]
        between = self.view.norms[sign.end : values[0].start] if values else ["none"]
        return values if all(word in _SOOTHING or not word[0].isalnum() for word in between) else []

    def _values_next(self, sign: Item, chunk: Chunk) -> list[Hit]:
        """Return the values that open the next part, as in `straight leg raise on the right, positive at fifty`."""
        rest = Chunk(sign.end, chunk.end)
        behind = (part for part in self.statement.chunks if part.start >= chunk.end)
        later = next((part for part in behind if not self._is_side(part)), None)
        if later is None or not _SIDING.issuperset(self.rest_of(rest)):
            return []
        if not words("others").isdisjoint(self.view.norms[later.start : later.end]):
            return []
        values = self.terms("neuro", "value", part=later)
        opening = _TAKING_UP if self.statement.turn >= 0 else frozenset()
        return [hit for hit in values if opening.issuperset(self.view.norms[later.start : hit.start - 1])]

    def _is_side(self, part: Chunk) -> bool:
        """Tell whether a part names a side alone, as in `SLR, right, positive at forty`."""
        said = [word for word in self.view.norms[part.start : part.end] if word.isalnum()]
        return len(said) == 1 and bool(self.view.sides(part))

    def _is_joint(self, hit: Hit, signs: set[int]) -> bool:
        """Tell whether a minus is a hyphen, or a plus joins two signs, as in `strength + reflexes normal`."""
        if hit.term.text == "+" and hit.end in signs:
            return not (self.view.is_joined(hit.start) and not self.view.is_joined(hit.start - 1))
        return hit.term.text == "-" and self.view.is_joined(hit.start)

    def chunk(self, mention: Item) -> Chunk:
        """Return the part of the statement that a mention starts in."""
        return chunk_of(self.statement, mention)

    @property
    def earlier_in_turn(self) -> list[Statement]:
        """The few statements before it in the same turn, in order."""
        return earlier_in_turn(self.view, self.statement)

    @property
    def later_in_turn(self) -> list[Statement]:
        """The few statements after it in the same turn, in order."""
        after = self.view.statements_after(self.statement)
        return [one for one in after if one.turn == self.statement.turn]

    @property
    def is_complaint(self) -> bool:
        """Whether it stands in the history of a note, which tells what the patient says and was told."""
        return self.stance == "history" and bool(self.statement.section)

    @property
    def may_examine(self) -> bool:
        """Whether it may tell what an examiner finds."""
        return self.stance in _EXAMINING and self.by_clinician and not self.pictured

    @property
    def by_clinician(self) -> bool:
        """Whether the clinician says it, as far as the text tells."""
        speaker = self.statement.speaker
        if speaker == "other":
            return _is_read_back(self.view, self.statement)
        return speaker == "clinician" or (speaker == "unknown" and not self.view.names_clinician)


@lru_cache(maxsize=1)
def scenes(view: View) -> tuple[Scene, ...]:
    """Return the statements of a document with what they need to be understood; kept, as the view is."""
    return tuple(_scenes(view))


def place_of(view: View, token: int) -> int:
    """Return which scene is the first one that starts at a word or behind it."""
    return bisect_left(scenes(view), token, key=lambda one: one.statement.start)


def _scenes(view: View) -> Iterator[Scene]:
    following = [*view.statements[1:], None] if view.statements else []
    after = 0
    told = pictured(view, with_studies_behind(view, stances(view)))
    earlier = frozenset((*carried(view), *recitals(view), *earlier_visits(view), *old_headings(view)))
    meant = dict(headed(view)) | dict(echoes(view)) | dict(other_patients(view))
    for statement, topic, stance, next_one in zip(view.statements, topics(view), told.stances, following, strict=True):
        start = statement.start
        if not view.is_taken_back(statement):
            shown = stance == "imaging" or start in told.also
            is_carried, named = start in earlier, view.named[start]
            yield Scene(view, statement, topic, stance, is_carried, after, next_one, meant.get(start), named, shown)
        after = statement.end


def _is_read_back(view: View, statement: Statement) -> bool:
    """Tell whether a clinician confirms what a scribe or an assistant reads back: `SD in C and T.`, `Correct.`."""
    turns, following = view.document.turns, statement.turn + 1
    if statement.turn < 0 or following >= len(turns) or turns[following].speaker != "clinician":
        return False
    label = (turns[statement.turn].label or "").lower().replace(".", "").split()
    if words("note_takers").isdisjoint(label):
        return False
    answer = view.tokens.between(turns[following].span)
    said = view.norms[answer.start : min(answer.stop, answer.start + _ANSWER)]
    clause = said[: next((at for at, word in enumerate(said) if word in {".", "!", "?"}), len(said))]
    return not denies(clause) and not words("confirming_back").isdisjoint(clause)
