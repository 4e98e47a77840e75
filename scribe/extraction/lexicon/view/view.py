"""A document as the reader sees it: its words, what they mean, and the statements they make."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise, starmap, takewhile
from typing import NamedTuple

from scribe.documents import line_of, section_at
from scribe.documents.kinds import is_speech
from scribe.documents.plain import plain, plain_note
from scribe.documents.wrapped import unwrapped
from scribe.extraction.lexicon.view.boxes import choices, unticked
from scribe.extraction.lexicon.view.breaks import Breaks
from scribe.extraction.lexicon.view.corrections import correct
from scribe.extraction.lexicon.view.counted_levels import counted_levels
from scribe.extraction.lexicon.view.elsewhere import without_elsewhere
from scribe.extraction.lexicon.view.layout import (
    breaks_before,
    column_starts,
    is_dictated,
    row_letters,
    said_tokens,
    without_points,
)
from scribe.extraction.lexicon.view.lettered_cells import lettered_cells
from scribe.extraction.lexicon.view.own_hands import without_own_hands
from scribe.extraction.lexicon.view.places import Place, Side, find_places, without_joints
from scribe.extraction.lexicon.view.pointed import with_pointed
from scribe.extraction.lexicon.view.poses import without_posed
from scribe.extraction.lexicon.view.questions import Parts, Questions
from scribe.extraction.lexicon.view.record import Mentions
from scribe.extraction.lexicon.view.remarks import Said
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.view.sides import find_sides, without_left
from scribe.extraction.lexicon.view.signed_boxes import bracketed, second_sides, signed_boxes
from scribe.extraction.lexicon.view.spoken_places import as_joints, numbered_ribs, set_back, unlettered
from scribe.extraction.lexicon.view.talk import talk_of
from scribe.extraction.lexicon.view.unfilled import without_unfilled
from scribe.extraction.lexicon.words.contractions import contracted
from scribe.extraction.lexicon.words.fillers import without_fillers
from scribe.extraction.lexicon.words.pauses import with_pauses
from scribe.extraction.lexicon.words.spelling import respelled
from scribe.extraction.lexicon.words.tokens import Item, ItemT, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, Vocabulary, words
from scribe.schema import Document, Evidence, Span, Speaker

_WRITER: dict[str, Speaker] = {"note": "clinician", "transcript": "unknown"}
_OPENING = 40
_LANGUAGES = frozenset({"replies", "cues", "sides", "tart"})
"""The tables that hold Spanish words of their own."""
_EARLIER = 4
OUTSIDE = -1
"""Stands for the start of a statement where a token stands in none."""
_LONGEST_LIST = 16
_EVERYDAY = frozenset({"me", "met", "top"})
"""Words of every day that stand for something else in capitals."""
_AFTER_MET = frozenset({"with", "him", "her", "them", "at", "up"})
_BY_MEANS_OF = frozenset({"with", "w", "by", "via", "and", "using", "used", "then"})
_BEFORE_WORD = frozenset("([{\"'|,;:/>.*\u201c\u2018")
_AFTER_WORD = frozenset(")]}\"'|,;:/<.?!*\u201d\u2019")


class Chunk(NamedTuple):
    """The words between two commas or other breaks of a statement."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""


class Statement(NamedTuple):
    """One sentence with what it stands in."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    section: str
    """Name of its section, or an empty string."""
    speaker: Speaker
    """Who says it; the clinician in a note."""
    turn: int
    """Index of its turn, or -1."""
    line: int
    """Number of its line, from 1; lines that were wrapped count as one."""
    reply: Reply | None
    """The answer, when it asks."""
    asks: bool
    """Whether it is a question."""
    chunks: tuple[Chunk, ...]
    """Its parts in order."""

    def stands_with(self, other: "Statement") -> bool:
        """Tell whether another statement is of the same turn and section."""
        return (self.turn, self.section) == (other.turn, other.section)


@lru_cache(maxsize=1)
def view_of(document: Document, terms: Vocabulary) -> "View":
    """Return the view of a document; the last one is kept, since a reading is followed by its verification."""
    return View(document, terms)


class View:
    """The words of a document, their meanings and the statements they make."""

    def __init__(self, document: Document, terms: Vocabulary) -> None:
        """Read the words of a document once, and find the terms among them."""
        self.document, unsaid = talk_of(document)
        self.text = plain_note(self.document.text) if self.document.kind == "note" else plain(self.document.text)
        self.lines: tuple[Span, ...] = unwrapped(self.document)
        self.names_clinician = any(turn.speaker == "clinician" for turn in self.document.turns)
        heard = self.document.kind == "transcript" or is_speech(self.text)
        self.tokens: Tokens = _heard(self.text, self.document, unsaid) if heard else _written(self.document)
        self.norms: list[str] = self.tokens.norms
        self.said = self.tokens.said
        self.is_dictated = is_dictated(self.document, self.tokens)
        self.dropped = unticked(self.text, self.tokens)
        said = [self.tokens.between(span) for span in self.document.sentences]
        hits = without_unfilled(self.text, self.document, self.tokens, self._scanned(terms, () if heard else said))
        hits["conditions"] = [
            hit for hit in hits["conditions"] if hit.term.role != "capitals" or self.is_capital(hit.start)
        ]
        found = as_joints(self.tokens, find_places(self.text, self.tokens, hits["anatomy"]))
        cells = lettered_cells(self.text, self.document, self.tokens)
        places = sorted(place for place in [*found, *cells] if place.start not in self.dropped)
        if self.document.kind == "transcript":
            places = sorted([*places, *unlettered(self.tokens, places), *numbered_ribs(self.tokens, places)])
            places = without_posed(self.tokens, sorted({*places, *counted_levels(self.tokens, places)}))
            back, places = set_back(self.text, self.tokens, without_own_hands(self.document, self.tokens, places))
            hits["tart"] = sorted([*hits["tart"], *back]) if back else hits["tart"]
        hits = without_joints(self.tokens, without_elsewhere(self.tokens, hits, places), places)
        sides = find_sides(self.text, self.tokens, hits["sides"], places)
        letters = row_letters(self.text, self.document, self.tokens).union(cell.start for cell in cells)
        sides = [side for side in sides if side.start not in letters]
        self._turns = [self.tokens.between(turn.span) for turn in self.document.turns]
        self._opened = self._openings()
        items = () if self.document.turns else [part.start for part in said]
        corrected = correct(self.tokens, Mentions(hits, places, sides), self._opened, items)
        self._hits, self._places, self._sides = with_pointed(
            self.tokens, corrected.mentions, spoken=bool(self.document.turns)
        )
        self.names_place = any(place.fixes for place in self._places)
        boxes = signed_boxes(self.text, self.tokens)
        self.denied = corrected.denied.union(at for box in boxes for at in box.label if self.norms[box.sign] != "+")
        self.signed = {at: box.sign for box in boxes if box.leads for at in box.label}
        self._void = corrected.void
        self._starts = {table: [hit.start for hit in found] for table, found in self._hits.items()}
        self._place_starts = [place.start for place in self._places]
        self._columns = column_starts(self.text, self.document, self.tokens) | second_sides(self.norms, self._sides)
        held = bracketed(self.norms, self._hits["neuro"], self._sides) if "(" in self.said else set()
        seams = choices(self.text, self.tokens) | held | corrected.seams
        self._breaks = Breaks(self.text, self.tokens, (self._places, self._sides), self._columns, seams)
        self._side_starts = [side.start for side in self._sides]
        self.stated: list[int] = _by_token(said, len(self.norms))
        self.statements: list[Statement] = list(self._statements(said))
        self._statement_starts = [statement.start for statement in self.statements]
        self.named: Mapping[int, Mapping[str, list[Hit]]] = self._by_table()
        self._placed = self._by_statement(self._place_starts, self._places)
        self._sided = self._by_statement(self._side_starts, self._sides)
        self._questions = Counter(statement.turn for statement in self.statements if statement.asks)

    def terms(self, table: str, part: Item) -> list[Hit]:
        """Return the terms of one table that start inside a part."""
        if isinstance(part, Statement):
            return [*self.named[part.start].get(table, ())]
        return _between(self._hits[table], self._starts[table], part)

    def _by_table(self) -> dict[int, dict[str, list[Hit]]]:
        found: dict[int, dict[str, list[Hit]]] = {start: {} for start in self._statement_starts}
        for table, hits in self._hits.items():
            for start, own in self._by_statement(self._starts[table], hits).items():
                found[start][table] = own
        return found

    def _by_statement(self, starts: Sequence[int], items: Sequence[ItemT]) -> dict[int, list[ItemT]]:
        """Return the items that start inside each statement, by its start; without the statements that have none."""
        found: defaultdict[int, list[ItemT]] = defaultdict(list)
        for statement, item in zip(map(self.stated.__getitem__, starts), items, strict=True):
            found[statement].append(item)
        found.pop(OUTSIDE, None)
        return found

    def indices(self, among: frozenset[str]) -> list[int]:
        """Return where the document says any of some words."""
        return self.tokens.indices(among)

    def places(self, part: Item) -> list[Place]:
        """Return the places that start inside a part."""
        if isinstance(part, Statement):
            return [*self._placed.get(part.start, ())]
        return _between(self._places, self._place_starts, part)

    def fixing(self, part: Item) -> list[Place]:
        """Return the places inside a part that fix a region."""
        return [place for place in self.places(part) if place.fixes]

    def sides(self, part: Item) -> list[Side]:
        """Return the sides that start inside a part."""
        if isinstance(part, Statement):
            return [*self._sided.get(part.start, ())]
        return _between(self._sides, self._side_starts, part)

    def sides_before(self, token: int) -> list[Side]:
        """Return the sides before a token."""
        return self._sides[: bisect_left(self._side_starts, token)]

    def evidence(self, start: int, end: int, statement: Statement) -> Evidence:
        """Quote the tokens from `start` to the one before `end`."""
        return self.quote(self._whole(self.tokens.cover(start, end)), statement)

    def quote(self, span: Span, statement: Statement) -> Evidence:
        """Quote a span of a statement."""
        return self._quoted(span, statement.speaker, statement.section)

    def _whole(self, span: Span) -> Span:
        """Widen a span to the ends of its first and last word, so that no `C5-T1` or `50%` is cut."""
        start, end = span
        while start > 0 and self.text[start - 1] not in _BEFORE_WORD and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and self.text[end] not in _AFTER_WORD and not self.text[end].isspace():
            end += 1
        return start, end

    def quote_span(self, span: Span) -> Evidence:
        """Quote a span outside the statements, such as a row of a table."""
        section = section_at(self.document, span[0])
        return self._quoted(span, _WRITER[self.document.kind], section.name if section else "")

    def _quoted(self, span: Span, speaker: Speaker, section: str) -> Evidence:
        return Evidence(
            quote=self.document.text[span[0] : span[1]],
            line=line_of(self.document, span[0]),
            span=span,
            match="exact",
            speaker=speaker if self.document.turns else None,
            section=section or None,
        )

    def is_capital(self, index: int) -> bool:
        """Tell whether a token is written in capitals, but for the `s` of a plural, and stands for more than a word.

        Where all is written so, letters that are a word as well are that word behind another: `ON TOP`, `TOLD ME`.
        """
        start, end = self.tokens.spans[index]
        capital = self.text[start:end].isupper() or (end - start > 2 and self.text[start : end - 1].isupper())  # noqa: PLR2004
        if not capital or self.norms[index] not in _EVERYDAY or not self._shouts:
            return capital
        before, after = self.norms[index - 1] if index else ".", self.tokens.word(index + 1)
        return after not in _AFTER_MET and (not before.isalpha() or before in _BY_MEANS_OF)

    @cached_property
    def _shouts(self) -> bool:
        """Whether all is written in capitals."""
        return self.text.isupper()

    def is_contracted(self, index: int) -> bool:
        """Tell whether a token holds what is left of an `is`, as in `that's`, `thats` and `the hip's not it`."""
        start, end = self.tokens.spans[index]
        letters = [sign for sign in self.text[start:end].lower() if sign.isalnum()]
        return letters == [*self.norms[index], "s"]

    def statements_from(self, token: int) -> list[Statement]:
        """Return the statements from a token to the end of its turn."""
        first = bisect_left(self._statement_starts, token)
        turn = self.statements[first].turn if first < len(self.statements) else -1
        return [*takewhile(lambda statement: statement.turn == turn, self.statements[first : first + _OPENING])]

    def statements_before(self, statement: Statement, most: int = _EARLIER) -> list[Statement]:
        """Return the few statements before one, in order."""
        at = bisect_left(self._statement_starts, statement.start)
        return self.statements[max(0, at - most) : at]

    def statements_after(self, part: Item, most: int = _EARLIER) -> list[Statement]:
        """Return the few statements after a part of the text, in order."""
        at = bisect_left(self._statement_starts, part.end)
        return self.statements[at : at + most]

    def list_after(self, statement: Statement) -> list[Statement]:
        """Return the statements that may make a list below one, in order."""
        return self.statements_after(statement, _LONGEST_LIST)

    def questions_of(self, turn: int) -> int:
        """Return how many questions a turn asks."""
        return self._questions[turn]

    def _scanned(self, terms: Vocabulary, sentences: Iterable[range]) -> dict[str, list[Hit]]:
        """Find the terms, of which none goes on into a line of a note with a capital: `Lumbar` above `Rotation`."""
        starts = (at for said in sentences for at in said[:1] if at and self.text[self.tokens.spans[at][0]].isupper())
        below = {at for at in starts if breaks_before(self.text, self.tokens, at)}
        hits = terms.scan(self.tokens, below)
        return without_left(self.text, self.tokens, self._native(self._ticked(hits)))

    def _ticked(self, hits: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
        """Drop the hits in unticked boxes of a template."""
        if not self.dropped:
            return hits
        return {table: [hit for hit in found if hit.start not in self.dropped] for table, found in hits.items()}

    def _native(self, hits: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
        """Drop the hits on small Spanish words beside each other, as the `las` of `en las manos` is no abbreviation."""
        pairs = (pair for pair in pairwise(self.indices(words("spanish"))) if pair[1] - pair[0] == 1)
        foreign = {at for pair in pairs if [self.norms[at] for at in pair] != ["no", "si"] for at in pair}
        if not foreign:
            return hits
        return {
            table: [hit for hit in found if table in _LANGUAGES or hit.end - hit.start > 1 or hit.start not in foreign]
            for table, found in hits.items()
        }

    def _statements(self, sentences: Sequence[range]) -> Iterator[Statement]:
        turn = section = line = 0
        document = self.document
        turns = [one.span for one in document.turns]
        sections = [one.span for one in document.sections]
        lines = self.lines
        questions = Questions(document, self.tokens, Parts(self._turns, self.stated), self._said, self.terms)
        for (start, _), said in zip(document.sentences, sentences, strict=True):
            if not said:
                continue
            while turn < len(turns) and turns[turn][1] <= start:
                turn += 1
            while section < len(sections) and sections[section][1] <= start:
                section += 1
            while line + 1 < len(lines) and lines[line + 1][0] <= start:
                line += 1
            in_turn = turn < len(turns) and turns[turn][0] <= start
            in_section = section < len(sections) and sections[section][0] <= start
            asks = questions.asks(said) and (in_turn or not self._doubts(said))
            yield Statement(
                said.start,
                said.stop,
                document.sections[section].name if in_section else "",
                document.turns[turn].speaker if in_turn else _WRITER[document.kind],
                turn if in_turn else -1,
                line + 1,
                (questions.reply(said, turn) if in_turn else questions.noted(said, lines[line])) if asks else None,
                asks,
                tuple(starmap(Chunk, self._breaks.between(said.start, said.stop))),
            )

    def _doubts(self, said: range) -> bool:
        """Tell whether a note doubts what its question mark follows, as in `Segmental dysfunction at C6?`."""
        part = Chunk(said.start, said.stop)
        heads = (hit for hit in self.terms("lesions", part) if "head" in hit.term.role)
        named = self.terms("conditions", part) or any(heads)
        inquires = self.norms[said.start] in words("question_verbs") or self.terms("neuro", part)
        return bool(named) and not inquires and self.norms[said.stop - 1] == "?"

    def _said(self, span: range) -> Said:
        part = Chunk(span.start, span.stop)
        return Said(span.start, span.stop, self.terms("replies", part), self.places(part), self.sides(part))

    def columns_in(self, part: Item) -> int:
        """Return how many columns start inside a part, without the first two of a line."""
        return sum(index in self._columns for index in range(part.start, part.end))

    def is_taken_back(self, part: Item) -> bool:
        """Tell whether all that a part says was taken back, as by `No, scratch that`."""
        return part.start in self._void and self._void.issuperset(range(part.start, part.end - 1))

    def is_cell(self, part: Item) -> bool:
        """Tell whether a part opens a column of its own."""
        return part.start in self._columns

    def is_excepted(self, part: Item) -> bool:
        """Tell whether a part is named as an exception, as after `except for` or `in every muscle but`."""
        return self._breaks.excepted(range(part.start, part.end))

    def _openings(self) -> list[int]:
        """Return the indices of the first words of turns and sections, which a correction seldom reaches over."""
        parts = self._turns or [self.tokens.between(section.span) for section in self.document.sections]
        return [part.start for part in parts]

    def is_joined(self, index: int) -> bool:
        """Tell whether a sign is written without a space to the next word, as in `right-sided`, or is half an arrow."""
        end = self.tokens.spans[index][1]
        return self.text[end : end + 1].isalnum() or self.text[end : end + 1] == ">"


def _written(document: Document) -> Tokens:
    return respelled(without_points(document, said_tokens(document)), spoken=False)


def _heard(text: str, document: Document, unsaid: tuple[Span, ...]) -> Tokens:
    return with_pauses(text, respelled(without_fillers(contracted(said_tokens(document, unsaid))), spoken=True))


def _by_token(sentences: Iterable[range], count: int) -> list[int]:
    """Return for each of so many tokens where the sentence starts that it stands in."""
    starts = [OUTSIDE] * count
    for said in sentences:
        starts[said.start : said.stop] = [said.start] * len(said)
    return starts


def _between(items: list[ItemT], starts: list[int], part: Item) -> list[ItemT]:
    """Return the items that start inside a part."""
    first = bisect_left(starts, part.start)
    return items[first : bisect_left(starts, part.end, first)]
